# What a program's first lines take, when it has imported tracemalloc and started it.
import tracemalloc
tracemalloc.start()
lists = [[i] for i in range(100)]
pairs = [(i, str(i)) for i in range(100)]
named = [{"name": i} for i in range(100)]
floats = [i * 0.5 for i in range(100)]


def one():
    return [i for i in range(10)]


def two(a, b=2):
    return one()


x = one()
y = two(1)
z = (lambda: [two(3)])()
traces = tracemalloc.take_snapshot().traces
rows = {}
for trace in traces:
    frame = trace.traceback[0]
    if frame.filename == __file__ and 3 < frame.lineno < 20:
        rows.setdefault(frame.lineno, []).append(trace.size)
for line in sorted(rows):
    print(line, len(rows[line]), sum(rows[line]))
