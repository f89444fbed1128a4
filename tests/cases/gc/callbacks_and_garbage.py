# gc.callbacks hear of each collection, DEBUG_SAVEALL fills gc.garbage, the debug lines go to sys.stderr.
# modes: off
import gc
import sys


class Node:
    def __init__(self):
        self.me = self


class Lines(list):
    write = list.append

    def flush(self):
        pass


def told(phase, info):
    print(phase, info)


def failing(phase, info):
    raise ValueError(phase)


gc.collect()
gc.callbacks.append(told)
Node()
print(gc.collect(1))
gc.callbacks[:] = [failing]
sys.unraisablehook = lambda args: print("ignored", args.exc_value, args.object.__name__)
gc.collect()
gc.callbacks.clear()
sys.stderr = lines = Lines()
gc.set_debug(gc.DEBUG_COLLECTABLE)
Node()
gc.collect()
print([line.split()[:3] for line in lines])
gc.set_debug(gc.DEBUG_SAVEALL)
Node()
print(gc.collect(), gc.garbage[0] is gc.garbage[0].me)
# expect: start {'generation': 1, 'collected': 0, 'uncollectable': 0}
# expect: stop {'generation': 1, 'collected': 1, 'uncollectable': 0}
# expect: 1
# expect: ignored start failing
# expect: ignored stop failing
# expect: [['gc:', 'collectable', '<Node']]
# expect: 1 True
