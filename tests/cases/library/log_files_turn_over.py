# A log file that would grow too large is put aside; so is one whose time is over.
import logging
import logging.handlers
import os

folder = f"/tmp/pyglass-log-{os.getpid()}"
os.mkdir(folder)
logger = logging.getLogger("x")
logger.propagate = False
logger.setLevel(logging.DEBUG)
handler = logging.handlers.RotatingFileHandler(folder + "/r.log", maxBytes=30, backupCount=2)
handler.setFormatter(logging.Formatter("%(levelname)s:%(message)s"))
logger.addHandler(handler)
for i in range(12):
    logger.info("m%d", i)
handler.close()
logger.removeHandler(handler)
for name in sorted(os.listdir(folder)):
    print(name, open(os.path.join(folder, name)).read().split())
    os.remove(os.path.join(folder, name))
timed = logging.handlers.TimedRotatingFileHandler(folder + "/t.log", when="S", backupCount=1)
for text in ("first", "second"):
    timed.emit(logger.makeRecord("n", 20, "f", 1, text, (), None))
    timed.rolloverAt = 5
timed.close()
for name in sorted(os.listdir(folder)):
    print(name == "t.log", open(os.path.join(folder, name)).read().split())
    os.remove(os.path.join(folder, name))
os.rmdir(folder)
# expect: r.log ['INFO:m9', 'INFO:m10', 'INFO:m11']
# expect: r.log.1 ['INFO:m6', 'INFO:m7', 'INFO:m8']
# expect: r.log.2 ['INFO:m3', 'INFO:m4', 'INFO:m5']
# expect: True ['second']
# expect: False ['first']
