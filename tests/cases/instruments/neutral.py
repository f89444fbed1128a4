# Looking changes nothing: counts, blocks, the collector's counts and the next id are as without it.
import gc, pyglass, sys
class Node: pass
a = Node()
a.me = [a, {"k": a}]
objects = [a, a.me, Node, sys, None, 7]
def state():
    return [sys.getrefcount(x) for x in objects], id(object()), sys.getallocatedblocks(), gc.get_count()[0]
def change(look, *args):
    before = state()
    look(*args)
    after = state()
    counts = [new - old for old, new in zip(before[0], after[0])]
    return counts, after[1] - before[1], after[2] - before[2], after[3] - before[3]
def nothing(obj, form): pass
def quiet(instrument):
    changes = [(change(nothing, a, "json"), change(instrument, a, "json")) for _ in range(5)]
    return changes[-1][0] == changes[-1][1]
gc.disable()
print([quiet(instrument) for instrument in (pyglass.refs, pyglass.why)])
# expect: [True, True]
