# The ledger's lines add up to the count, whatever holds the object.
import json, pyglass, sys, weakref
class Node: pass
class Slotted: __slots__ = ("left",)
def gen(x): yield x
def closure(x): return lambda: x
a = Node()
a.me = a
held = [(a, a), {a: 1, "v": a}, {a}, gen(a), closure(a), Slotted(), weakref.ref(a), a.__init__, ValueError(a)]
held[5].left = a
next(held[3])
def look(argument):
    local = argument
    found = json.loads(pyglass.refs(argument, "json"))
    named = sum(holder["counts"] for holder in found["holders"])
    print(found["count"] == named, found["unnamed"], found["weak"], sys.getrefcount(argument) - 1 == found["count"])
    return found
unseen = [h["place"].split(" of ")[0] for h in look(a)["holders"] if not h["seen_by_gc"]]
print(unseen)
# expect: True 0 1 True
# expect: ['local argument', 'local local']
