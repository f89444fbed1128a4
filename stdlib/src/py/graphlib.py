"""Orders the nodes of a graph so that each comes after those that it depends on."""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]

_OUT = -1
_DONE = -2


class _Node:
    __slots__ = ("node", "waits_for", "successors")

    def __init__(self, node):
        self.node = node
        # How many predecessors are to be done yet; _OUT when it was handed out, _DONE when it is done.
        self.waits_for = 0
        self.successors = []


class CycleError(ValueError):
    """The graph has a cycle; `args[1]` lists its nodes, the first one again at the end."""


class TopologicalSorter:
    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._handed_out = self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _get(self, node):
        if node not in self._nodes:
            self._nodes[node] = _Node(node)
        return self._nodes[node]

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        this = self._get(node)
        this.waits_for += len(predecessors)
        for predecessor in predecessors:
            self._get(predecessor).successors.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [this.node for this in self._nodes.values() if this.waits_for == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        self._check_prepared()
        ready = tuple(self._ready)
        for node in ready:
            self._nodes[node].waits_for = _OUT
        self._ready.clear()
        self._handed_out += len(ready)
        return ready

    def is_active(self):
        self._check_prepared()
        return self._finished < self._handed_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._check_prepared()
        for node in nodes:
            this = self._nodes.get(node)
            if this is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if this.waits_for >= 0:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            if this.waits_for == _DONE:
                raise ValueError(f"node {node!r} was already marked done")
            this.waits_for = _DONE
            for successor in this.successors:
                successor = self._nodes[successor]
                successor.waits_for -= 1
                if successor.waits_for == 0:
                    self._ready.append(successor.node)
            self._finished += 1

    def _find_cycle(self):
        seen, path, place = set(), [], {}
        for start in self._nodes:
            if start in seen:
                continue
            waiting = [iter([start])]
            while waiting:
                node = next(waiting[-1], _OUT)
                if node is _OUT:
                    waiting.pop()
                    if path:
                        del place[path.pop()]
                elif node in place:
                    return path[place[node]:] + [node]
                elif node not in seen:
                    seen.add(node)
                    place[node] = len(path)
                    path.append(node)
                    waiting.append(iter(self._nodes[node].successors))
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)

    __class_getitem__ = classmethod(GenericAlias)
