# Dates, times, spans and zones: arithmetic, texts, ISO 8601, formats both ways, and what is refused.
from datetime import date, datetime, time, timedelta, timezone
import pickle

leap = datetime(2024, 2, 28, 23, 59, 59, 999999)
print(leap + timedelta(microseconds=1), leap - timedelta(days=365), leap - datetime(2000, 1, 1), repr(leap))
print(leap.isocalendar(), leap.timetuple(), leap.ctime(), leap.isoformat(" ", "minutes"), leap.weekday())
print(leap.strftime("%Y-%m-%d %H:%M:%S.%f %A %B %j %U %p %%"), f"{leap:%d/%m/%Y}", date(2020, 12, 31).isocalendar())
print(repr(timedelta(weeks=2, days=3.5)), timedelta(hours=-1), timedelta(1) / 3, timedelta(3) % timedelta(2), timedelta(1) * 1.5)
for text, form in (("02/03/21 4:05 PM", "%d/%m/%y %I:%M %p"), ("Jan 5 2020", "%b %d %Y"), ("2020-W10-1", "%G-W%V-%u"),
                   ("2020-01-02 +0130", "%Y-%m-%d %z"), ("x", "%Y"), ("2020-01-02x", "%Y-%m-%d"), ("1", "%q"), ("1", "%")):
    try:
        print(repr(datetime.strptime(text, form)))
    except ValueError as error:
        print(error)
for text in ("2020-01-02", "2020-01-02 03:04:05.123456+01:00", "2020-W05-3", "20200102T030405Z", "2020-1-2", "2020-02-30"):
    try:
        print(repr(datetime.fromisoformat(text)))
    except ValueError as error:
        print(error)
india = timezone(timedelta(hours=5, minutes=30), "IST")
noon = datetime(2020, 1, 1, 12, tzinfo=timezone.utc)
print(noon, noon.astimezone(india), repr(noon.astimezone(india)), noon == noon.astimezone(india), noon.timestamp())
print(pickle.loads(pickle.dumps(noon)) == noon, {date(2020, 1, 1): 1}[date(2020, 1, 1)], time(1, 2) < time(1, 3))
for wrong in (lambda: date(2020, 13, 1), lambda: date(2020, 2, 30), lambda: time(25), lambda: date(2020), lambda: date("a", 1, 1),
              lambda: date(2020, 1, 1) + 1, lambda: date(2020, 1, 1) < datetime(2020, 1, 1), lambda: noon - leap,
              lambda: date.max + timedelta(1), lambda: timedelta("a"), lambda: timezone(timedelta(2)), lambda: noon.foo,
              lambda: timedelta(1) / 0, lambda: datetime(2020, 1, 1, tzinfo=5)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(type(noon), type(noon).__name__, date.__qualname__, timedelta)
# expect: 2024-02-29 00:00:00 2023-02-28 23:59:59.999999 8824 days, 23:59:59.999999 datetime.datetime(2024, 2, 28, 23, 59, 59, 999999)
# expect: datetime.IsoCalendarDate(year=2024, week=9, weekday=3) time.struct_time(tm_year=2024, tm_mon=2, tm_mday=28, tm_hour=23, tm_min=59, tm_sec=59, tm_wday=2, tm_yday=59, tm_isdst=-1) Wed Feb 28 23:59:59 2024 2024-02-28 23:59 2
# expect: 2024-02-28 23:59:59.999999 Wednesday February 059 08 PM % 28/02/2024 datetime.IsoCalendarDate(year=2020, week=53, weekday=4)
# expect: datetime.timedelta(days=17, seconds=43200) -1 day, 23:00:00 8:00:00 1 day, 0:00:00 1 day, 12:00:00
# expect: datetime.datetime(2021, 3, 2, 16, 5)
# expect: datetime.datetime(2020, 1, 5, 0, 0)
# expect: datetime.datetime(2020, 3, 2, 0, 0)
# expect: datetime.datetime(2020, 1, 2, 0, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=5400)))
# expect: time data 'x' does not match format '%Y'
# expect: unconverted data remains: x
# expect: 'q' is a bad directive in format '%q'
# expect: stray % in format '%'
# expect: datetime.datetime(2020, 1, 2, 0, 0)
# expect: datetime.datetime(2020, 1, 2, 3, 4, 5, 123456, tzinfo=datetime.timezone(datetime.timedelta(seconds=3600)))
# expect: datetime.datetime(2020, 1, 29, 0, 0)
# expect: datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)
# expect: Invalid isoformat string: '2020-1-2'
# expect: day is out of range for month
# expect: 2020-01-01 12:00:00+00:00 2020-01-01 17:30:00+05:30 datetime.datetime(2020, 1, 1, 17, 30, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800), 'IST')) True 1577880000.0
# expect: True 1 True
# expect: ValueError month must be in 1..12
# expect: ValueError day is out of range for month
# expect: ValueError hour must be in 0..23
# expect: TypeError function missing required argument 'month' (pos 2)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError unsupported operand type(s) for +: 'datetime.date' and 'int'
# expect: TypeError can't compare datetime.datetime to datetime.date
# expect: TypeError can't subtract offset-naive and offset-aware datetimes
# expect: OverflowError date value out of range
# expect: TypeError unsupported type for timedelta days component: str
# expect: ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=2).
# expect: AttributeError 'datetime.datetime' object has no attribute 'foo'
# expect: ZeroDivisionError integer division or modulo by zero
# expect: TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
# expect: <class 'datetime.datetime'> datetime date <class 'datetime.timedelta'>
