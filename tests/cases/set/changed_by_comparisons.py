# A set or dict that is changed by the comparisons of an operation is met as it is then.
class H:
    armed = False
    def __init__(s, c): s.c = c
    def __hash__(s): return 1
    def __eq__(s, o):
        if H.armed:
            H.armed = False
            s.c.clear() if hasattr(s,'c') else None
            for i in range(50): 
                if isinstance(s.c, set): s.c.add(i)
                else: s.c[i]=i
        return False
def go(name, fn):
    for kind in (set, dict):
        c = kind()
        for h in [H(c) for _ in range(5)]:
            c.add(h) if kind is set else c.__setitem__(h, 1)
        other = {H(c) for _ in range(3)}
        H.armed = True
        try: r = fn(c, other); print(name, kind.__name__, type(r).__name__, len(r) if hasattr(r,'__len__') else r)
        except Exception as e: print(name, kind.__name__, repr(e))
        H.armed = False
K = lambda c: c if isinstance(c, set) else c.keys()
go("or", lambda c, o: K(c) | o)
go("and", lambda c, o: K(c) & o)
go("rand", lambda c, o: o & K(c))
go("sub", lambda c, o: K(c) - o)
go("rsub", lambda c, o: o - set(K(c)))
go("rsub2", lambda c, o: o.difference(c))
go("xor", lambda c, o: K(c) ^ o)
go("rxor", lambda c, o: o ^ K(c))
go("sub=", lambda c, o: o.difference_update(c))
go("sym=", lambda c, o: o.symmetric_difference_update(c))
go("upd", lambda c, o: o.update(c))
go("upd", lambda c, o: o.union(c))
go("int", lambda c, o: o.intersection(c))
go("intu", lambda c, o: o.intersection_update(c))
go("issub", lambda c, o: o.issubset(c))
go("issup", lambda c, o: o.issuperset(c))
go("isdis", lambda c, o: o.isdisjoint(c))
go("isdis", lambda c, o: K(c).isdisjoint(o))
go("le", lambda c, o: K(c) <= o)
go("eq", lambda c, o: K(c) == {H(c) for _ in range(5)})
go("fz", lambda c, o: frozenset(c))
go("self", lambda c, o: set(c) == set(c))
go("dictupd", lambda c, o: {**{h:1 for h in o}, **(c if isinstance(c,dict) else {h:1 for h in c})})
go("dictor", lambda c, o: {h:1 for h in o} | (c if isinstance(c,dict) else {h:1 for h in c}))
# expect: or set set 8
# expect: or dict set 53
# expect: and set set 0
# expect: and dict set 0
# expect: rand set set 0
# expect: rand dict set 0
# expect: sub set set 49
# expect: sub dict set 50
# expect: rsub set set 3
# expect: rsub dict RuntimeError('dictionary changed size during iteration')
# expect: rsub2 set set 3
# expect: rsub2 dict set 3
# expect: xor set set 52
# expect: xor dict set 53
# expect: rxor set set 8
# expect: rxor dict RuntimeError('dictionary changed size during iteration')
# expect: sub= set NoneType None
# expect: sub= dict RuntimeError('dictionary changed size during iteration')
# expect: sym= set NoneType None
# expect: sym= dict NoneType None
# expect: upd set NoneType None
# expect: upd dict NoneType None
# expect: upd set set 52
# expect: upd dict set 53
# expect: int set set 0
# expect: int dict RuntimeError('dictionary changed size during iteration')
# expect: intu set NoneType None
# expect: intu dict RuntimeError('dictionary changed size during iteration')
# expect: issub set bool False
# expect: issub dict bool False
# expect: issup set bool False
# expect: issup dict bool False
# expect: isdis set bool True
# expect: isdis dict RuntimeError('dictionary changed size during iteration')
# expect: isdis set bool True
# expect: isdis dict bool True
# expect: le set bool False
# expect: le dict bool False
# expect: eq set bool False
# expect: eq dict bool False
# expect: fz set frozenset 5
# expect: fz dict frozenset 50
# expect: self set bool True
# expect: self dict bool False
# expect: dictupd set dict 53
# expect: dictupd dict dict 53
# expect: dictor set dict 53
# expect: dictor dict dict 53
