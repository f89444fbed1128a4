# The chain of holders from a name to the object, and what goes with it.
import pyglass
class Node: pass
def make():
    first, last = Node(), Node()
    first.next = last
    last.data = list("abcd")
    return {"head": first}
table = make()
pyglass.why(table["head"])
pyglass.why(table["head"].next.data)
lost = Node()
lost.me = lost
pyglass.why(lost, "json")
try:
    pyglass.why(lost, "html")
except ValueError as error:
    print(error)
# expect: Node 0xADDR is alive because of
# expect:   global table
# expect:     value 'head' of dict 0xADDR (global table)
# expect: without it 3 objects and 720 bytes would go
# expect: each of these deletions alone would free it:
# expect:   value 'head' of dict 0xADDR (global table): 3 objects and 720 bytes
# expect:   global table: 4 objects and 904 bytes
# expect: list 0xADDR is alive because of
# expect:   global table
# expect:     value 'head' of dict 0xADDR (global table)
# expect:       attribute next of Node 0xADDR (value 'head' of dict 0xADDR)
# expect:         attribute data of Node 0xADDR (attribute next of Node 0xADDR)
# expect: without it 1 object and 88 bytes would go
# expect: each of these deletions alone would free it:
# expect:   attribute data of Node 0xADDR (attribute next of Node 0xADDR): 1 object and 88 bytes
# expect:   attribute next of Node 0xADDR (value 'head' of dict 0xADDR): 2 objects and 400 bytes
# expect:   value 'head' of dict 0xADDR (global table): 3 objects and 720 bytes
# expect:   global table: 4 objects and 904 bytes
# expect: form must be 'text', 'json' or 'svg', not 'html'
