"""Making and dropping objects."""
class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next


def run(n):
    total = 0
    for _ in range(n):
        head = None
        for i in range(10):
            head = Node(i, head)
        while head is not None:
            total += head.value
            head = head.next
    return total


print(run(150_000))
