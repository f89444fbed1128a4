# time.strptime and the clocks of the system.
import time

texts = [("10:5", "%H:%M"), ("2020 200", "%Y %j"), ("Tue Jan  7 10:00:00 2020",), ("2024-01-01 +0100", "%Y-%m-%d %z"),
         ("Feb 29", "%b %d"), ("UTC", "%Z"), ("60", "%S"), ("2024 10 2", "%Y %W %w"), ("1/2/99 3 PM", "%m/%d/%y %I %p"),
         ("x", "%Y"), (5, "x"), ("2020-02-30", "%Y-%m-%d"), ("x", "%Q"), ("2020 x", "%Y")]
for given in texts:
    try:
        read = time.strptime(*given)
        print(read, read.tm_zone, read.tm_gmtoff)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
clocks = sorted(name for name in dir(time) if name.startswith("CLOCK_") and name != "CLOCK_TAI")
print([(name, getattr(time, name)) for name in clocks])
print(all(time.clock_gettime(getattr(time, name)) > 0 for name in clocks))
print(time.clock_gettime_ns(time.CLOCK_REALTIME) > 10**18, 0 < time.clock_getres(time.CLOCK_MONOTONIC) < 1, time.thread_time_ns() > 0)
try:
    time.clock_gettime(99)
except OSError as error:
    print(error)
# expect: time.struct_time(tm_year=1900, tm_mon=1, tm_mday=1, tm_hour=10, tm_min=5, tm_sec=0, tm_wday=0, tm_yday=1, tm_isdst=-1) None None
# expect: time.struct_time(tm_year=2020, tm_mon=7, tm_mday=18, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=5, tm_yday=200, tm_isdst=-1) None None
# expect: time.struct_time(tm_year=2020, tm_mon=1, tm_mday=7, tm_hour=10, tm_min=0, tm_sec=0, tm_wday=1, tm_yday=7, tm_isdst=-1) None None
# expect: time.struct_time(tm_year=2024, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=0, tm_yday=1, tm_isdst=-1) None 3600
# expect: time.struct_time(tm_year=1900, tm_mon=2, tm_mday=29, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=0, tm_yday=60, tm_isdst=-1) None None
# expect: time.struct_time(tm_year=1900, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=0, tm_yday=1, tm_isdst=0) UTC None
# expect: time.struct_time(tm_year=1900, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=60, tm_wday=0, tm_yday=1, tm_isdst=-1) None None
# expect: time.struct_time(tm_year=2024, tm_mon=3, tm_mday=5, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=1, tm_yday=65, tm_isdst=-1) None None
# expect: time.struct_time(tm_year=1999, tm_mon=1, tm_mday=2, tm_hour=15, tm_min=0, tm_sec=0, tm_wday=5, tm_yday=2, tm_isdst=-1) None None
# expect: ValueError time data 'x' does not match format '%Y'
# expect: TypeError strptime() argument 0 must be str, not <class 'int'>
# expect: ValueError day is out of range for month
# expect: ValueError 'Q' is a bad directive in format '%Q'
# expect: ValueError unconverted data remains:  x
# expect: [('CLOCK_BOOTTIME', 7), ('CLOCK_MONOTONIC', 1), ('CLOCK_MONOTONIC_RAW', 4), ('CLOCK_PROCESS_CPUTIME_ID', 2), ('CLOCK_REALTIME', 0), ('CLOCK_THREAD_CPUTIME_ID', 3)]
# expect: True
# expect: True True True
# expect: [Errno 22] Invalid argument
