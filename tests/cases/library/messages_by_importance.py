# logging sends messages by importance and place.
# modes: auto
import logging, sys, io
log = logging.getLogger('a.b.c'); print(log, log.parent, logging.getLogger('a'), logging.getLogger('a.b'), log.parent, logging.getLogger(), logging.root)
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter('%(name)s|%(levelname)-8s|%(filename)s:%(lineno)d %(funcName)s|%(message)s')); log.addHandler(h); log.propagate = False; log.setLevel('DEBUG')
def f():
    log.debug('d %d', 5); log.info('i %(x)s', {'x': 1}); log.error('e'); log.critical('c', stack_info=False)
    try: 1/0
    except ZeroDivisionError: log.exception('oops')
    try: 1/0
    except ZeroDivisionError as e: log.warning('w', exc_info=e)
    log.log(15, 'lvl'); log.log(35, 'lvl2'); log.info('st', stacklevel=2)
f()
h.setFormatter(logging.Formatter('{levelname}:{message}:{user}', style='{')); log.info('x', extra={'user': 'bob'})
h.setFormatter(logging.Formatter('$levelname $message', style='$')); log.info('y')
try: log.info('x', extra={'message': 1})
except KeyError as e: print(e)
for a in (('%(x', None, '%'), ('{', None, '{'), ('abc', None, '%'), ('{!x}', None, '{'), ('q', None, '$'), ('x', None, '!')):
    try: logging.Formatter(*a); print('fine')
    except ValueError as e: print(e)
print(h, logging.NullHandler(), logging.getLevelName(10), logging.getLevelName('INFO'), logging.getLevelName(15)); logging.addLevelName(15, 'TRACE'); print(logging.getLevelName(15))
class F(logging.Filter):
    def filter(self, r): return 'secret' not in r.getMessage()
h.addFilter(F()); log.info('secret'); log.info('open'); h.setLevel(logging.ERROR); log.info('hidden'); log.error('shown'); logging.disable(logging.ERROR); log.error('z'); logging.disable(0)
print(log.isEnabledFor(5), log.getEffectiveLevel(), logging.getLogger('a').getEffectiveLevel(), log.hasHandlers(), log.getChild('d'))
for x in ('zork', None, 3.5):
    try: log.setLevel(x)
    except Exception as e: print(type(e).__name__, e)
try: log.log('x', 'y')
except TypeError as e: print(e)
h.setLevel(0); h.setFormatter(logging.Formatter('%(message)s'))
ad = logging.LoggerAdapter(log, {'user': 1}); ad.info('adapted'); print(ad)
logging.basicConfig(level=logging.DEBUG, format='%(levelname)s %(message)s', stream=sys.stdout, force=True); logging.debug('dbg'); logging.info('inf'); logging.getLogger('zz').error('zzz')
logging.basicConfig(level=logging.ERROR); logging.debug('still')
try: logging.basicConfig(filename='x', stream=sys.stdout, force=True)
except ValueError as e: print(e)
try: logging.basicConfig(foo=1, force=True)
except ValueError as e: print(e)
logging.basicConfig(force=True, stream=sys.stdout, format='%(asctime)s %(message)s', datefmt='DATE'); logging.warning('dated')
logging.captureWarnings(True); import warnings; warnings.warn('ww'); logging.captureWarnings(False)
r = logging.LogRecord('n', 10, '/a/b.py', 3, 'msg %s', ('x',), None); print(r.getMessage(), r.module, r.filename, r.levelname, r)
class MyLogger(logging.Logger): pass
logging.setLoggerClass(MyLogger); print(type(logging.getLogger('mine')).__name__)
logging.getLogger('nohandlers').propagate = False; logging.getLogger('nohandlers').warning('last resort')
# expect: <Logger a.b.c (WARNING)> <RootLogger root (WARNING)> <Logger a (WARNING)> <Logger a.b (WARNING)> <Logger a.b (WARNING)> <RootLogger root (WARNING)> <RootLogger root (WARNING)>
# expect: a.b.c|DEBUG   |messages_by_importance.py:7 f|d 5
# expect: a.b.c|INFO    |messages_by_importance.py:7 f|i 1
# expect: a.b.c|ERROR   |messages_by_importance.py:7 f|e
# expect: a.b.c|CRITICAL|messages_by_importance.py:7 f|c
# expect: a.b.c|ERROR   |messages_by_importance.py:9 f|oops
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/library/messages_by_importance.py", line 8, in f
# expect:     try: 1/0
# expect:          ~^~
# expect: ZeroDivisionError: division by zero
# expect: a.b.c|WARNING |messages_by_importance.py:11 f|w
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/library/messages_by_importance.py", line 10, in f
# expect:     try: 1/0
# expect:          ~^~
# expect: ZeroDivisionError: division by zero
# expect: a.b.c|Level 15|messages_by_importance.py:12 f|lvl
# expect: a.b.c|Level 35|messages_by_importance.py:12 f|lvl2
# expect: a.b.c|INFO    |messages_by_importance.py:13 <module>|st
# expect: INFO:x:bob
# expect: INFO y
# expect: "Attempt to overwrite 'message' in LogRecord"
# expect: Invalid format '%(x' for '%' style
# expect: invalid format: Single '{' encountered in format string
# expect: Invalid format 'abc' for '%' style
# expect: invalid format: invalid conversion: 'x'
# expect: invalid format: no fields
# expect: Style must be one of: %,{,$
# expect: <StreamHandler <stdout> (NOTSET)> <NullHandler (NOTSET)> DEBUG 20 Level 15
# expect: TRACE
# expect: INFO open
# expect: ERROR shown
# expect: False 10 30 True <Logger a.b.c.d (DEBUG)>
# expect: ValueError Unknown level: 'zork'
# expect: TypeError Level not an integer or a valid string: None
# expect: TypeError Level not an integer or a valid string: 3.5
# expect: level must be an integer
# expect: adapted
# expect: <LoggerAdapter a.b.c (DEBUG)>
# expect: DEBUG dbg
# expect: INFO inf
# expect: ERROR zzz
# expect: DEBUG still
# expect: 'stream' and 'filename' should not be specified together
# expect: Unrecognised argument(s): foo
# expect: DATE dated
# expect: DATE tests/cases/library/messages_by_importance.py:40: UserWarning: ww
# expect:   logging.captureWarnings(True); import warnings; warnings.warn('ww'); logging.captureWarnings(False)
# expect:
# expect: msg x b b.py DEBUG <LogRecord: n, 10, /a/b.py, 3, "msg %s">
# expect: MyLogger
# stderr: last resort
