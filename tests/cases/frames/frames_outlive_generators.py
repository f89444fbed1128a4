"""A generator that ends without having run on leaves its locals to the frame object that somebody holds."""
import gc


def body(x, *rest):
    z = 1
    yield z


g = body(5, 6)
frame = g.gi_frame
del g
print(frame.f_locals, gc.is_tracked(frame), frame.f_code is body.__code__)
g = body(5, 6)
frame = g.gi_frame
g.close()
print(frame.f_locals, gc.is_tracked(frame), g.gi_frame)
g = body(5, 6)
frame = g.gi_frame
try:
    g.throw(KeyError)
except KeyError:
    print(frame.f_locals, gc.is_tracked(frame), g.gi_frame)
# These stay to the end: the collector finds what holds itself.
left = body([])
left_frame = left.gi_frame
del left
print(left_frame.f_locals)
# expect: {'x': 5, 'rest': (6,)} True True
# expect: {'x': 5, 'rest': (6,)} True None
# expect: {'x': 5, 'rest': (6,)} True None
# expect: {'x': [], 'rest': ()}
