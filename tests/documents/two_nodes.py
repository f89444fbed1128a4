# Two nodes that know each other outlive their names until the collector comes.
# modes: off auto
import gc


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None

    def __del__(self):
        print(f"Deleting node {self.value}")


gc.collect()
first, second = Node(1), Node(2)
first.next, second.next = second, first
del first, second
print("nothing yet")
print("collected", gc.collect())
print("garbage", gc.garbage)
# expect: nothing yet
# expect: Deleting node 1
# expect: Deleting node 2
# expect: collected 2
# expect: garbage []
