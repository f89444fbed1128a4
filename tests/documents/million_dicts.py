# A million small dicts and a million small tuples by line. The page prints size=184 MiB, count=1999983, average=96 B
# and size=168 MiB, count=3000004, average=59 B: 3.11 to 3.13 do, up to 3.10 the dicts take 229 MiB. The last digits of
# the counts are the objects that came from a free list; they are not shown here.
# releases: 3.10,3.13
import tracemalloc

tracemalloc.start()
dicts = [dict(zip("xy", (5, 6))) for _ in range(1000000)]
tuples = [tuple(zip("xy", (5, 6))) for _ in range(1000000)]
for row in tracemalloc.take_snapshot().statistics("lineno"):
    if row.size > 2**20:
        place, size, count, average = str(row).replace(": ", ", ").split(", ")
        print(size, average, "count=%d00" % round(row.count / 100))
