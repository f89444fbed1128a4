# The lines of the debug flags on sys.stderr; the size of what start-up left is masked.
import gc
import sys

gc.disable()


class Node:
    pass


class Loud:
    def __del__(self):
        pass


def garbage():
    a, b = Node(), Node()
    a.b, b.a = b, a
    a.row = [a]
    loud = Loud()
    loud.me = loud
    cycle = {}
    cycle[1] = cycle


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        pass


def captured(label, flags, generation=2, make=garbage):
    gc.collect()
    make()
    stream, sys.stderr = sys.stderr, Writer()
    gc.set_debug(flags)
    found = gc.collect(generation)
    gc.set_debug(0)
    text, sys.stderr = "".join(sys.stderr.parts), stream
    print("--", label, found, len(gc.garbage))
    del gc.garbage[:]
    for line in text.splitlines():
        words = line.split(" ")
        for at, word in enumerate(words):
            if word.startswith("0x"):
                words[at] = "0xADDR>"
            elif words[-1] == "elapsed" and at == len(words) - 2:
                words[at] = "Ts"
        if "generation:" in words:
            words[-1] = "N"
        print(" ".join(words))


captured("nothing", 0)
captured("STATS", gc.DEBUG_STATS)
captured("STATS 0", gc.DEBUG_STATS, 0)
captured("STATS 1", gc.DEBUG_STATS, 1)
captured("STATS, nothing to free", gc.DEBUG_STATS, 0, lambda: None)
captured("COLLECTABLE", gc.DEBUG_COLLECTABLE)
captured("UNCOLLECTABLE", gc.DEBUG_UNCOLLECTABLE)
captured("SAVEALL", gc.DEBUG_SAVEALL)
captured("LEAK", gc.DEBUG_LEAK)
captured("all", gc.DEBUG_LEAK | gc.DEBUG_STATS)
