# Each arrow is a count: rows that lead to an object and its holders outside add up to its count, and looking changes nothing.
# modes: off auto
import gc, json, pyglass, sys, weakref
gc.collect()
gc.disable()
class Node: pass
class Slotted: __slots__ = ("left",)
def gen(x): yield x
def closure(x): return lambda: x
a = Node()
a.me, a.name = a, "first"
held = [(a, a), {a: 1, "v": a}, {a}, gen(a), closure(a), Slotted(), weakref.ref(a)]
held[5].left = a
next(held[3])
lost = Node(); lost.me = lost; del lost
def check(found):
    objects = found["objects"]
    arrows = [0] * len(objects)
    for holder in objects:
        for row in holder["holds"]:
            if "to" in row and not row["weak"]:
                arrows[row["to"]] += 1
    sums = [n + len(o["held_by"]) == o["count"] for n, o in zip(arrows, objects)]
    return all(sums), [(o["object"], o["count"]) for o, right in zip(objects, sums) if not right]
for which in "a", "held", "reference", "closure":
    reference, function = held[6], held[4]
    x = {"a": a, "held": held, "reference": reference, "closure": function}[which]
    print(check(json.loads(pyglass.graph(x, "json"))))
everything = json.loads(pyglass.graph(form="json"))
print([o["object"] for o in everything["objects"] if o["garbage"]])
pyglass.graph((1, "two", None, 2.5))
def state():
    return [sys.getrefcount(x) for x in (a, held, Node, None)], id(object()), sys.getallocatedblocks(), gc.get_count()[0]
quiet = []
for _ in range(5):
    before = state(); str("x"); nothing = state()
    pyglass.graph(a, svg="/dev/null"); after = state()
    quiet.append([n - o for n, o in zip(nothing[1:], before[1:])] == [n - o for n, o in zip(after[1:], nothing[1:])])
    quiet.append(before[0] == after[0])
print(quiet[-2:])
# expect: (True, [])
# expect: (True, [])
# expect: (True, [])
# expect: (True, [])
# expect: ['Node']
# expect: #1 tuple 0xADDR   count 2, 72 bytes
# expect: │  held by syntax tree of the text that runs, code <module>
# expect: ├─ [0] 1
# expect: ├─ [1] 'two'
# expect: ├─ [2] None
# expect: └─ [3] 2.5
# expect: [True, True]
