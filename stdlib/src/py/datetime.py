"""Dates, times of day, spans of time and time zones."""

import math as _math
import time as _time
from operator import index as _index

from _datefmt import format_time as _format_time, parse_iso_date as _parse_iso_date, parse_iso_time as _parse_iso_time
from _datefmt import parse_time as _parse_time

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR = 1
MAXYEAR = 9999
_MAX_ORDINAL = 3652059
_SECOND = 1000000
_DAY = 86400 * _SECOND
_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
_DAY_NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MONTH_NAMES = ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _days_before_year(year):
    past = year - 1
    return past * 365 + past // 4 - past // 100 + past // 400


def _to_ordinal(year, month, day):
    return _days_before_year(year) + _BEFORE_MONTH[month] + (month > 2 and _is_leap(year)) + day


def _from_ordinal(ordinal):
    # Cycles of 400, 100, 4 and 1 years; the last day of a long cycle would start one year too many.
    n400, rest = divmod(ordinal - 1, 146097)
    n100, rest = divmod(rest, 36524)
    n4, rest = divmod(rest, 1461)
    n1, rest = divmod(rest, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = 12
    while (before := _BEFORE_MONTH[month] + (month > 2 and _is_leap(year))) > rest:
        month -= 1
    return year, month, rest - before + 1


_ABSENT = object()


def _needed(value, name, position):
    if value is _ABSENT:
        raise TypeError(f"function missing required argument '{name}' (pos {position})")
    return _index(value)


def _check_date(year, month, day):
    year = _needed(year, "year", 1)
    month = _needed(month, "month", 2)
    day = _needed(day, "day", 3)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond, fold


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


def _offset_of(zone, name, moment):
    """What a zone says of a moment: None or a timedelta of less than a day."""
    offset = getattr(zone, name)(moment)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{type(offset).__name__}'")
    if not -_DAY < offset._us < _DAY:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _offset_text(offset, colon=":"):
    """`+01:00`; seconds and their fractions only where there are any."""
    if offset is None:
        return ""
    sign, rest = ("-", -offset._us) if offset._us < 0 else ("+", offset._us)
    minutes, rest = divmod(rest, 60 * _SECOND)
    text = f"{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}"
    if rest:
        seconds, fraction = divmod(rest, _SECOND)
        text += f"{colon}{seconds:02d}" + (f".{fraction:06d}" if fraction else "")
    return text


def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    shapes = {
        "hours": f"{hour:02d}",
        "minutes": f"{hour:02d}:{minute:02d}",
        "seconds": f"{hour:02d}:{minute:02d}:{second:02d}",
        "milliseconds": f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}",
        "microseconds": f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}",
    }
    if timespec not in shapes:
        raise ValueError("Unknown timespec value")
    return shapes[timespec]


def _unordered(a, b):
    names = (f"{kind.__module__}.{kind.__name__}" if kind.__module__ == "datetime" else kind.__name__
             for kind in (type(a), type(b)))
    return TypeError("can't compare {} to {}".format(*names))


class timedelta:
    """A span of time: days, seconds and microseconds."""

    __slots__ = ("_us", "_hash")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, left = 0, 0.0
        for name, value, unit in (("days", days, _DAY), ("seconds", seconds, _SECOND),
                                  ("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000),
                                  ("minutes", minutes, 60 * _SECOND), ("hours", hours, 3600 * _SECOND),
                                  ("weeks", weeks, 7 * _DAY)):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                fraction, whole = _math.modf(value)
                total += int(whole) * unit
                fraction, whole = _math.modf(fraction * unit)
                total += int(whole)
                left += fraction
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        if left:
            whole = _math.floor(left)
            rest = left - whole
            total += whole
            if rest > 0.5 or (rest == 0.5 and total % 2):
                total += 1
        return _span(total, cls)

    @property
    def days(self):
        return self._us // _DAY

    @property
    def seconds(self):
        return self._us % _DAY // _SECOND

    @property
    def microseconds(self):
        return self._us % _SECOND

    def total_seconds(self):
        return self._us / _SECOND

    def __repr__(self):
        parts = [f"{name}={value}" for name in ("days", "seconds", "microseconds") if (value := getattr(self, name))]
        module = "datetime." if type(self).__module__ == "datetime" else ""
        return f"{module}{type(self).__qualname__}({', '.join(parts) or '0'})"

    def __str__(self):
        days, seconds, fraction = self.days, self.seconds, self.microseconds
        text = f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        if days:
            text = f"{days} day{'s' if abs(days) != 1 else ''}, {text}"
        return text + (f".{fraction:06d}" if fraction else "")

    def __add__(self, other):
        return _span(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _span(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return _span(other._us - self._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _span(-self._us)

    def __pos__(self):
        return _span(self._us)

    def __abs__(self):
        return _span(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return _span(self._us * other)
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return _span(_nearest(self._us * top, bottom))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return _span(self._us // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return _span(_nearest(self._us, other))
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return _span(_nearest(self._us * bottom, top))
        return NotImplemented

    def __mod__(self, other):
        return _span(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        times, rest = divmod(self._us, other._us)
        return times, _span(rest)

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._us != 0

    def __reduce__(self):
        return (self.__class__, (self.days, self.seconds, self.microseconds))


def _span(us, cls=timedelta):
    days = us // _DAY
    if not -999999999 <= days <= 999999999:
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    made = object.__new__(cls)
    made._us = us
    return made


def _nearest(top, bottom):
    """The quotient, rounded half to even."""
    if bottom < 0:
        top, bottom = -top, -bottom
    whole, rest = divmod(top, bottom)
    return whole + (rest * 2 > bottom or (rest * 2 == bottom and whole % 2 == 1))


timedelta.min = _span(-999999999 * _DAY)
timedelta.max = _span(1000000000 * _DAY - 1)
timedelta.resolution = _span(1)


class tzinfo:
    """What a time zone has to tell: the base of all zones."""

    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        summer = dt.dst()
        if summer is None:
            raise ValueError("fromutc: non-None dst() result required")
        dt += offset - summer
        summer = dt.dst()
        if summer is None:
            raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + summer


def _check_moment(method, dt):
    if dt is not None and not isinstance(dt, datetime):
        raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {type(dt).__name__}")


class timezone(tzinfo):
    """A zone with a fixed distance from UTC."""

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is not None and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not -_DAY < offset._us < _DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}.")
        if name is None and not offset and "utc" in cls.__dict__:
            return cls.utc
        self = tzinfo.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def utcoffset(self, dt):
        _check_moment("utcoffset", dt)
        return self._offset

    def dst(self, dt):
        _check_moment("dst", dt)
        return None

    def tzname(self, dt):
        _check_moment("tzname", dt)
        if self._name is not None:
            return self._name
        return "UTC" + (_offset_text(self._offset) if self._offset else "")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance, not " + type(dt).__name__)
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"datetime.{type(self).__qualname__}({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)

    def __reduce__(self):
        return (self.__class__, (self._offset,) if self._name is None else (self._offset, self._name))


timezone.utc = UTC = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


class date:
    """A day of the calendar."""

    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=_ABSENT, month=_ABSENT, day=_ABSENT):
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, ordinal):
        ordinal = _index(ordinal)
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        if ordinal > _MAX_ORDINAL:
            raise ValueError(f"year {_days_past(ordinal)} is out of range")
        return cls(*_from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        found = _parse_iso_date(date_string)
        if found is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls._from_iso(found)

    @classmethod
    def _from_iso(cls, found):
        if found[0] == "week":
            return cls.fromisocalendar(*found[1:])
        return cls(*found)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        first = _first_iso_monday(year)
        last = 53 if _first_iso_monday(year + 1) - first > 52 * 7 else 52
        if not 1 <= week <= last:
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        return cls.fromordinal(first + (week - 1) * 7 + day - 1)

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    def toordinal(self):
        return _to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year, ordinal = self._year, self.toordinal()
        if ordinal < _first_iso_monday(year):
            year -= 1
        elif ordinal >= _first_iso_monday(year + 1):
            year += 1
        return IsoCalendarDate(year, (ordinal - _first_iso_monday(year)) // 7 + 1, self.isoweekday())

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def ctime(self):
        return self._ctime(0, 0, 0)

    def _ctime(self, hour, minute, second):
        return (f"{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month]} {self._day:2d} "
                f"{hour:02d}:{minute:02d}:{second:02d} {self._year:04d}")

    def _year_day(self):
        return self.toordinal() - _days_before_year(self._year)

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._year_day(), -1))

    def strftime(self, format):
        return _format_time(self, format, self.timetuple())

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def __repr__(self):
        module = "datetime." if type(self).__module__ == "datetime" else ""
        return f"{module}{type(self).__qualname__}({self._year}, {self._month}, {self._day})"

    def _key(self):
        return (self._year, self._month, self._day)

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() == other._key()
        return NotImplemented

    def _other_key(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return other._key()
        if isinstance(other, datetime):
            raise _unordered(self, other)
        return None

    def __lt__(self, other):
        key = self._other_key(other)
        return NotImplemented if key is None else self._key() < key

    def __le__(self, other):
        key = self._other_key(other)
        return NotImplemented if key is None else self._key() <= key

    def __gt__(self, other):
        key = self._other_key(other)
        return NotImplemented if key is None else self._key() > key

    def __ge__(self, other):
        key = self._other_key(other)
        return NotImplemented if key is None else self._key() >= key

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other.days
        if not 1 <= ordinal <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(ordinal)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return (self.__class__, self._key())


def _days_past(ordinal):
    return ordinal * 400 // 146097 + 1


def _first_iso_monday(year):
    """The ordinal of the Monday of the week with the year's first Thursday."""
    first = _to_ordinal(year, 1, 1) if year <= MAXYEAR else _days_before_year(year) + 1
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


class IsoCalendarDate(tuple):
    """Year, week and weekday as ISO 8601 counts them."""

    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return super().__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"

    def __reduce__(self):
        return (tuple, (tuple(self),))


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


class time:
    """A time of day, with or without a zone."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond, self._fold = _check_time(
            hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tzinfo = tzinfo
        return self

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        found = _parse_iso_time(time_string.removeprefix("T"))
        if found is None:
            raise ValueError(f"Invalid isoformat string: {time_string!r}")
        return cls(*found[:4], tzinfo=_zone_of(found[4]))

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def utcoffset(self):
        return None if self._tzinfo is None else _offset_of(self._tzinfo, "utcoffset", None)

    def dst(self):
        return None if self._tzinfo is None else _offset_of(self._tzinfo, "dst", None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def isoformat(self, timespec="auto"):
        text = _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        fields = (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)
        return _format_time(self, format, fields)

    __format__ = date.__format__

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def __repr__(self):
        parts = [str(self._hour), str(self._minute)]
        if self._second or self._microsecond:
            parts.append(str(self._second))
        if self._microsecond:
            parts.append(str(self._microsecond))
        if self._tzinfo is not None:
            parts.append(f"tzinfo={self._tzinfo!r}")
        if self._fold:
            parts.append("fold=1")
        module = "datetime." if type(self).__module__ == "datetime" else ""
        return f"{module}{type(self).__qualname__}({', '.join(parts)})"

    def _us(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * _SECOND + self._microsecond

    def _compared(self, other, op):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            if op == "__eq__":
                return False
            raise TypeError("can't compare offset-naive and offset-aware times")
        shift = (0, 0) if mine is None else (mine._us, theirs._us)
        return getattr(self._us() - shift[0], op)(other._us() - shift[1])

    def __eq__(self, other):
        return self._compared(other, "__eq__")

    def __lt__(self, other):
        return self._compared(other, "__lt__")

    def __le__(self, other):
        return self._compared(other, "__le__")

    def __gt__(self, other):
        return self._compared(other, "__gt__")

    def __ge__(self, other):
        return self._compared(other, "__ge__")

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._us() - (0 if offset is None else offset._us))

    def __reduce__(self):
        return (self.__class__, (self._hour, self._minute, self._second, self._microsecond, self._tzinfo))


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


def _zone_of(offset):
    if offset is None:
        return None
    return UTC if offset == 0 else timezone(_span(offset))


class datetime(date):
    """A day and a time of day, with or without a zone."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=_ABSENT, month=_ABSENT, day=_ABSENT, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hour, self._minute, self._second, self._microsecond, self._fold = _check_time(
            hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tzinfo = tzinfo
        return self

    hour, minute, second, microsecond = time.hour, time.minute, time.second, time.microsecond
    tzinfo, fold = time.tzinfo, time.fold

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time_ns() / 1000000000, tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time_ns() / 1000000000)

    @classmethod
    def _from_seconds(cls, timestamp, convert):
        us = _nearest(timestamp.as_integer_ratio()[0] * _SECOND, timestamp.as_integer_ratio()[1])
        seconds, fraction = divmod(us, _SECOND)
        if not -1 << 63 <= seconds < 1 << 63:
            raise OverflowError("timestamp out of range for platform time_t")
        fields = convert(seconds)
        return cls(*fields[:5], min(fields[5], 59), fraction)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        if tz is None:
            return cls._from_seconds(timestamp, _time.localtime)
        return tz.fromutc(cls._from_seconds(timestamp, _time.gmtime).replace(tzinfo=tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls._from_seconds(timestamp, _time.gmtime)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, globals()["date"]):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
        if not isinstance(time, globals()["time"]):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
        zone = time.tzinfo if tzinfo is True else tzinfo
        return cls(date._year, date._month, date._day, time._hour, time._minute, time._second, time._microsecond, zone,
                   fold=time._fold)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        found = clock = None
        for end in (10, 8, 7):
            found = _parse_iso_date(date_string[:end])
            if found is not None:
                clock = _parse_iso_time(date_string[end + 1:]) if len(date_string) > end + 1 else (0, 0, 0, 0, None)
                if len(date_string) == end + 1:
                    clock = None
                break
        if found is None or clock is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        day = date._from_iso(found)
        return cls(day._year, day._month, day._day, *clock[:4], tzinfo=_zone_of(clock[4]))

    @classmethod
    def strptime(cls, date_string, format):
        if not isinstance(date_string, str):
            raise TypeError(f"strptime() argument 1 must be str, not {type(date_string).__name__}")
        year, month, day, hour, minute, second, fraction, offset, zone, ordinal = _parse_time(date_string, format)
        if ordinal is not None:
            year, month, day = _from_ordinal(_days_before_year(year) + ordinal)
        where = None
        if offset is not None:
            where = timezone(_span(offset), zone) if zone else _zone_of(offset)
        return cls(year, month, day, hour, minute, second, fraction, where)

    def utcoffset(self):
        return None if self._tzinfo is None else _offset_of(self._tzinfo, "utcoffset", self)

    def dst(self):
        return None if self._tzinfo is None else _offset_of(self._tzinfo, "dst", self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def _us(self):
        """Microseconds since the start of the calendar, by the clock on the wall."""
        return self.toordinal() * _DAY + ((self._hour * 60 + self._minute) * 60 + self._second) * _SECOND + (
            self._microsecond)

    def timetuple(self):
        summer = self.dst()
        flag = -1 if summer is None else int(bool(summer))
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                  self.weekday(), self._year_day(), flag))

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self - offset if offset else self
        return _time.struct_time(tuple(moment.replace(tzinfo=None).timetuple())[:8] + (0,))

    def timestamp(self):
        offset = self.utcoffset()
        if offset is None:
            fields = (self._year, self._month, self._day, self._hour, self._minute, self._second, 0, 0, -1)
            return _time.mktime(fields) + self._microsecond / 1e6
        return (self._us() - offset._us - 719163 * _DAY) / _SECOND

    def _local_zone(self):
        local = _time.localtime(_math.floor(self.timestamp()))
        return timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)

    def astimezone(self, tz=None):
        if tz is None:
            tz = self._local_zone()
        elif not isinstance(tz, globals()["tzinfo"]):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")
        if tz is self._tzinfo:
            return self
        offset = self.utcoffset()
        if offset is None:
            # A naive time is one of the system's zone.
            offset = self.replace(tzinfo=None)._local_zone()._offset
        return tz.fromutc((self.replace(tzinfo=None) - offset).replace(tzinfo=tz))

    def isoformat(self, sep="T", timespec="auto"):
        clock = _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}{clock}{_offset_text(self.utcoffset())}"

    def __str__(self):
        return self.isoformat(" ")

    def ctime(self):
        return self._ctime(self._hour, self._minute, self._second)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        given = (year, month, day, hour, minute, second, microsecond)
        own = (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond)
        fields = (old if new is None else new for new, old in zip(given, own))
        return type(self)(*fields, self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        text = ", ".join(map(str, parts))
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        module = "datetime." if type(self).__module__ == "datetime" else ""
        return f"{module}{type(self).__qualname__}({text})"

    def _compared(self, other, op):
        if not isinstance(other, datetime):
            if isinstance(other, date) and op != "__eq__":
                raise _unordered(self, other)
            return NotImplemented if not isinstance(other, date) else False
        mine, theirs = (None, None) if self._tzinfo is other._tzinfo else (self.utcoffset(), other.utcoffset())
        if (mine is None) != (theirs is None):
            if op == "__eq__":
                return False
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        shift = (0, 0) if mine is None else (mine._us, theirs._us)
        return getattr(self._us() - shift[0], op)(other._us() - shift[1])

    def __eq__(self, other):
        return self._compared(other, "__eq__")

    def __lt__(self, other):
        return self._compared(other, "__lt__")

    def __le__(self, other):
        return self._compared(other, "__le__")

    def __gt__(self, other):
        return self._compared(other, "__gt__")

    def __ge__(self, other):
        return self._compared(other, "__ge__")

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._us() - (0 if offset is None else offset._us))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal, rest = divmod(self._us() + other._us, _DAY)
        if not 1 <= ordinal <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        seconds, fraction = divmod(rest, _SECOND)
        return type(self)(*_from_ordinal(ordinal), seconds // 3600, seconds // 60 % 60, seconds % 60, fraction,
                          self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        mine, theirs = (None, None) if self._tzinfo is other._tzinfo else (self.utcoffset(), other.utcoffset())
        if (mine is None) != (theirs is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        shift = 0 if mine is None else theirs._us - mine._us
        return _span(self._us() - other._us() + shift)

    def __reduce__(self):
        return (self.__class__, (self._year, self._month, self._day, self._hour, self._minute, self._second,
                                 self._microsecond, self._tzinfo))


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)

for _class in (timedelta, tzinfo, timezone, date, IsoCalendarDate, time, datetime):
    # Messages name these types with their module, as they name builtin ones.
    _class.__name__ = f"datetime.{_class.__name__}"
del _class
