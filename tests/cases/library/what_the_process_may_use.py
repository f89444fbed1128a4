# What the process has used and may use.
import resource as r
u = r.getrusage(r.RUSAGE_SELF)
print(u.ru_maxrss > 1000, u.ru_utime >= 0, len(u), type(u), r.RLIM_INFINITY, r.getpagesize() > 0, r.RLIMIT_OFILE == r.RLIMIT_NOFILE)
for f in (lambda: r.getrlimit(99), lambda: r.getrusage(7), lambda: r.setrlimit(3,(1,)), lambda: r.setrlimit(3,5), lambda: r.setrlimit(7,(5,1)), lambda: r.getrlimit("x"), lambda: r.setrlimit(r.RLIMIT_CORE, (0, r.getrlimit(r.RLIMIT_CORE)[1]))):
    try: print(f())
    except Exception as e: print(repr(e))
print(r.getrlimit(r.RLIMIT_CORE)[0], r.error)
# expect: True True 16 <class 'resource.struct_rusage'> -1 True True
# expect: ValueError('invalid resource specified')
# expect: ValueError('invalid who parameter')
# expect: ValueError('expected a tuple of 2 integers')
# expect: TypeError("'int' object is not iterable")
# expect: ValueError('current limit exceeds maximum limit')
# expect: TypeError("'str' object cannot be interpreted as an integer")
# expect: None
# expect: 0 <class 'OSError'>
