# Files that turn over by size or time, records in memory and in queues.
import logging, logging.handlers as H, os, datetime
import sys
for when in ("S", "M", "H", "D", "midnight", "W0", "W3", "W6"):
    for at in (None, datetime.time(12, 30)):
        for n in (1, 3):
            t = H.TimedRotatingFileHandler("t.log", when=when, interval=n, utc=True, atTime=at, delay=True)
            print(when, at, n, [t.computeRollover(x) - x for x in (0, 86400*3+5, 1700000000, 1700050000)], t.suffix, t.interval)
for bad in ("Q", "W", "W9"):
    try: H.TimedRotatingFileHandler("t.log", when=bad, delay=True)
    except ValueError as e: print(e)
l = logging.getLogger("x")
l.propagate = False
l.setLevel(10)
m = H.MemoryHandler(3, target=logging.StreamHandler(sys.stdout)); l.addHandler(m)
l.info("a"); l.info("b"); print("before"); l.error("c"); l.info("d"); m.close(); l.removeHandler(m)
import queue
q = queue.Queue(); l.addHandler(H.QueueHandler(q)); l.warning("w %s", 1); r = q.get(); print(r.msg, r.args, r.getMessage(), r.threadName)
# expect: S None 1 [1, 1, 1, 1] %Y-%m-%d_%H-%M-%S 1
# expect: S None 3 [3, 3, 3, 3] %Y-%m-%d_%H-%M-%S 3
# expect: S 12:30:00 1 [1, 1, 1, 1] %Y-%m-%d_%H-%M-%S 1
# expect: S 12:30:00 3 [3, 3, 3, 3] %Y-%m-%d_%H-%M-%S 3
# expect: M None 1 [60, 60, 60, 60] %Y-%m-%d_%H-%M 60
# expect: M None 3 [180, 180, 180, 180] %Y-%m-%d_%H-%M 180
# expect: M 12:30:00 1 [60, 60, 60, 60] %Y-%m-%d_%H-%M 60
# expect: M 12:30:00 3 [180, 180, 180, 180] %Y-%m-%d_%H-%M 180
# expect: H None 1 [3600, 3600, 3600, 3600] %Y-%m-%d_%H 3600
# expect: H None 3 [10800, 10800, 10800, 10800] %Y-%m-%d_%H 10800
# expect: H 12:30:00 1 [3600, 3600, 3600, 3600] %Y-%m-%d_%H 3600
# expect: H 12:30:00 3 [10800, 10800, 10800, 10800] %Y-%m-%d_%H 10800
# expect: D None 1 [86400, 86400, 86400, 86400] %Y-%m-%d 86400
# expect: D None 3 [259200, 259200, 259200, 259200] %Y-%m-%d 259200
# expect: D 12:30:00 1 [86400, 86400, 86400, 86400] %Y-%m-%d 86400
# expect: D 12:30:00 3 [259200, 259200, 259200, 259200] %Y-%m-%d 259200
# expect: midnight None 1 [86400, 86395, 6400, 42800] %Y-%m-%d 86400
# expect: midnight None 3 [86400, 86395, 6400, 42800] %Y-%m-%d 259200
# expect: midnight 12:30:00 1 [45000, 44995, 51400, 1400] %Y-%m-%d 86400
# expect: midnight 12:30:00 3 [45000, 44995, 51400, 1400] %Y-%m-%d 259200
# expect: W0 None 1 [432000, 172795, 524800, 474800] %Y-%m-%d 604800
# expect: W0 None 3 [432000, 172795, 524800, 474800] %Y-%m-%d 1814400
# expect: W0 12:30:00 1 [390600, 131395, 483400, 433400] %Y-%m-%d 604800
# expect: W0 12:30:00 3 [390600, 131395, 483400, 433400] %Y-%m-%d 1814400
# expect: W3 None 1 [86400, 431995, 179200, 129200] %Y-%m-%d 604800
# expect: W3 None 3 [86400, 431995, 179200, 129200] %Y-%m-%d 1814400
# expect: W3 12:30:00 1 [45000, 390595, 137800, 87800] %Y-%m-%d 604800
# expect: W3 12:30:00 3 [45000, 390595, 137800, 87800] %Y-%m-%d 1814400
# expect: W6 None 1 [345600, 86395, 438400, 388400] %Y-%m-%d 604800
# expect: W6 None 3 [345600, 86395, 438400, 388400] %Y-%m-%d 1814400
# expect: W6 12:30:00 1 [304200, 44995, 397000, 347000] %Y-%m-%d 604800
# expect: W6 12:30:00 3 [304200, 44995, 397000, 347000] %Y-%m-%d 1814400
# expect: Invalid rollover interval specified: Q
# expect: You must specify a day for weekly rollover from 0 to 6 (0 is Monday): W
# expect: Invalid day specified for weekly rollover: W9
# expect: before
# expect: a
# expect: b
# expect: c
# expect: d
# expect: w 1 None w 1 MainThread
