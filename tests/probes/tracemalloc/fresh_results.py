# The line to which a result is charged whose operands were made on another one.
import tracemalloc
def f(i):
    return i * 1000
def g(x):
    return x * .5
tracemalloc.start()
a = [f(i) + 1 for i in range(1, 100)]
b = [g(i) * 3 for i in range(1, 100)]
c = [-f(i) for i in range(1, 100)]
d = [f(i) - f(1) for i in range(1, 100)]
e = [f(i) * f(i) for i in range(1, 100)]
h = [len('a' * 300) * i
     for i in range(1, 100)]
s = tracemalloc.take_snapshot().statistics('lineno')
for x in sorted(s, key=lambda x: (x.traceback[0].lineno, x.size)):
    if __file__ == x.traceback[0].filename:
        print(x.traceback[0].lineno, x.size, x.count)
