# The last reference to a local goes when the function has returned: its finalizer sees the caller only.
import sys


class Local:
    def __del__(self):
        seen.append(sys._getframe(1))


def outer(deep):
    first, local, last = 1, Local(), 2
    if deep:
        outer(False)
    return first + last


seen = []
print([outer(True) for _ in range(3)])
print([frame.f_code.co_name for frame in seen], [frame.f_back.f_code.co_name for frame in seen[:2]])
print([sorted(frame.f_locals) for frame in seen[:2]])
seen.clear()
# expect: [3, 3, 3]
# expect: ['outer', 'outer', 'outer'] ['<listcomp>', '<listcomp>']
# expect: [['deep', 'first', 'last', 'local'], ['deep', 'first', 'last', 'local']]
