# A weak link closes the circle without keeping anybody alive.
import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self._next = None

    @property
    def next(self):
        return self._next() if self._next else None

    @next.setter
    def next(self, node):
        self._next = weakref.ref(node) if node else None


first, second = Node(1), Node(2)
first.next, second.next = second, first
print(second.next.value)
del first
print(second.next)
# expect: 1
# expect: None
