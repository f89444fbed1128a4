"""Dates and times as text: what datetime prints through strftime and reads from formats and from ISO 8601."""

import time as _time

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")
_SECOND = 1000000


# ---- writing

def format_time(moment, format, fields):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    # The fraction and the zone are put in here, the rest is the system's.
    out, at = [], 0
    while (found := format.find("%", at)) >= 0:
        kind = format[found + 1:found + 2]
        out.append(format[at:found])
        at = found + 2
        if kind == "f":
            out.append(f"{getattr(moment, 'microsecond', 0):06d}")
        elif kind == "z":
            out.append(_offset(moment, ""))
        elif kind == "Z":
            name = moment.tzname() if hasattr(moment, "tzname") else None
            out.append((name or "").replace("%", "%%"))
        else:
            out.append("%" + kind)
    out.append(format[at:])
    return _time.strftime("".join(out), fields)


def _offset(moment, colon):
    offset = moment.utcoffset() if hasattr(moment, "utcoffset") else None
    if offset is None:
        return ""
    us = offset.days * 86400 * _SECOND + offset.seconds * _SECOND + offset.microseconds
    sign, us = ("-", -us) if us < 0 else ("+", us)
    minutes, rest = divmod(us, 60 * _SECOND)
    text = f"{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}"
    if rest:
        seconds, fraction = divmod(rest, _SECOND)
        text += f"{colon}{seconds:02d}" + (f".{fraction:06d}" if fraction else "")
    return text


# ---- ISO 8601

def _number(text, start, width):
    part = text[start:start + width]
    if len(part) == width and part.isascii() and part.isdigit():
        return int(part)
    return None


def parse_iso_date(text):
    """Year, month and day; `("week", year, week, day)` of a week date; None for another text."""
    year = _number(text, 0, 4)
    if year is None:
        return None
    dash = text[4:5] == "-"
    at = 4 + dash
    if text[at:at + 1] == "W":
        week = _number(text, at + 1, 2)
        rest = text[at + 3:]
        if week is None:
            return None
        if not rest:
            return "week", year, week, 1
        if dash != rest.startswith("-"):
            return None
        day = rest[dash:]
        return ("week", year, week, int(day)) if len(day) == 1 and day.isascii() and day.isdigit() else None
    month = _number(text, at, 2)
    if month is None or (text[at + 2:at + 3] == "-") != dash:
        return None
    day = _number(text, at + 2 + dash, 2)
    if day is None or len(text) != at + 4 + dash:
        return None
    return year, month, day


def _clock(text):
    """Hour, minute, second, microsecond of `12`, `12:30`, `123045.5`…"""
    hour = _number(text, 0, 2)
    if hour is None:
        return None
    fields, at = [hour, 0, 0, 0], 2
    colon = text[2:3] == ":"
    for place in (1, 2):
        if at == len(text):
            return fields
        if colon != (text[at:at + 1] == ":"):
            break
        value = _number(text, at + colon, 2)
        if value is None:
            return None
        fields[place] = value
        at += 2 + colon
    if at == len(text):
        return fields
    digits = text[at + 1:]
    if text[at] not in ".," or at != (8 if colon else 6) or not (digits.isascii() and digits.isdigit()):
        return None
    fields[3] = int(digits[:6].ljust(6, "0"))
    return fields


def parse_iso_time(text):
    """Hour, minute, second, microsecond and the zone's distance in microseconds or None; None for another text."""
    cut = min((at for at in (text.find("+"), text.find("-"), text.find("Z")) if at >= 0), default=-1)
    if cut < 0:
        fields = _clock(text)
        return fields and (*fields, None)
    fields, zone = _clock(text[:cut]), text[cut + 1:]
    if fields is None:
        return None
    if text[cut] == "Z":
        return None if zone else (*fields, 0)
    far = _clock(zone)
    if far is None:
        return None
    distance = ((far[0] * 60 + far[1]) * 60 + far[2]) * _SECOND + far[3]
    return (*fields, -distance if text[cut] == "-" else distance)


# ---- reading by format

class _Reader:
    """A text that is read by a format, from left to right."""

    def __init__(self, text, format):
        self.text, self.format, self.at = text, format, 0
        self.found = {}

    def fail(self):
        raise ValueError(f"time data {self.text!r} does not match format {self.format!r}")

    def number(self, low, high, width, *, exact=False):
        """The longest number of at most `width` digits that lies within the limits."""
        end = self.at
        while end < len(self.text) and end - self.at < width and self.text[end].isdecimal():
            end += 1
        while end > self.at:
            value = int(self.text[self.at:end])
            if low <= value <= high and (not exact or end - self.at == width):
                self.at = end
                return value
            end -= 1
        self.fail()

    def word(self, words):
        """The index of the word that stands here."""
        rest = self.text[self.at:].lower()
        best = max((w for w in words if w and rest.startswith(w)), key=len, default=None)
        if best is None:
            self.fail()
        self.at += len(best)
        return words.index(best)

    def spaces(self):
        start = self.at
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        if self.at == start:
            self.fail()

    def fraction(self):
        start = self.at
        while self.at < len(self.text) and self.at - start < 6 and self.text[self.at].isdecimal():
            self.at += 1
        if self.at == start:
            self.fail()
        return int(self.text[start:self.at].ljust(6, "0"))

    def zone(self):
        """Microseconds east of UTC of `Z`, `+0100`, `-01:30:05`."""
        if self.text.startswith("Z", self.at):
            self.at += 1
            return 0
        sign = self.text[self.at:self.at + 1]
        if sign not in ("+", "-"):
            self.fail()
        self.at += 1
        hours = self.number(0, 23, 2, exact=True)
        colon = self.literal(":")
        minutes = self.number(0, 59, 2, exact=True)
        seconds = us = 0
        if colon and self.literal(":") or not colon and self.text[self.at:self.at + 2].isdecimal():
            seconds = self.number(0, 59, 2, exact=True)
            if self.literal("."):
                us = self.fraction()
        total = ((hours * 60 + minutes) * 60 + seconds) * _SECOND + us
        return -total if sign == "-" else total

    def literal(self, text):
        if self.text.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def directive(self, kind):
        put = self.found.__setitem__
        if kind == "Y":
            put("year", self.number(0, 9999, 4, exact=True))
        elif kind == "y":
            short = self.number(0, 99, 2, exact=True)
            put("year", short + (2000 if short <= 68 else 1900))
        elif kind == "m":
            put("month", self.number(1, 12, 2))
        elif kind == "d":
            self.literal(" ")
            put("day", self.number(1, 31, 2))
        elif kind == "H":
            put("hour", self.number(0, 23, 2))
        elif kind == "I":
            put("half", self.number(1, 12, 2))
        elif kind == "M":
            put("minute", self.number(0, 59, 2))
        elif kind == "S":
            put("second", self.number(0, 61, 2))
        elif kind == "f":
            put("fraction", self.fraction())
        elif kind == "j":
            put("ordinal", self.number(1, 366, 3))
        elif kind in "Aa":
            words = _DAYS if kind == "A" else [w[:3] for w in _DAYS]
            put("weekday", self.word(words))
        elif kind in "Bb":
            words = _MONTHS if kind == "B" else [w[:3] for w in _MONTHS]
            put("month", self.word(words))
        elif kind == "p":
            put("afternoon", self.word(["am", "pm"]))
        elif kind == "w":
            put("weekday", (self.number(0, 6, 1) - 1) % 7)
        elif kind == "u":
            put("weekday", self.number(1, 7, 1) - 1)
        elif kind in "UW":
            put("week", (kind, self.number(0, 53, 2)))
        elif kind == "G":
            put("iso_year", self.number(0, 9999, 4, exact=True))
        elif kind == "V":
            put("iso_week", self.number(1, 53, 2))
        elif kind == "z":
            put("zone", self.zone())
        elif kind == "Z":
            names = ["utc", "gmt", *(name.lower() for name in _time.tzname)]
            start = self.at
            self.word(names)
            put("zone_name", self.text[start:self.at])
        elif kind == "%":
            if not self.literal("%"):
                self.fail()
        elif kind in _SHORTHANDS:
            self.run(_SHORTHANDS[kind])
        else:
            raise ValueError(f"{kind!r} is a bad directive in format {self.format!r}")

    def run(self, format):
        at = 0
        while at < len(format):
            char = format[at]
            if char == "%":
                if at + 1 == len(format):
                    raise ValueError(f"stray % in format {self.format!r}")
                self.directive(format[at + 1])
                at += 2
            elif char.isspace():
                while at < len(format) and format[at].isspace():
                    at += 1
                self.spaces()
            else:
                if self.text[self.at:self.at + 1].lower() != char.lower():
                    self.fail()
                self.at += 1
                at += 1


_SHORTHANDS = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}


def _by_week(year, week, weekday):
    """The day of the year of a weekday in a week that %U (from Sunday) or %W (from Monday) counts."""
    kind, number = week
    past = year - 1
    first = (past * 365 + past // 4 - past // 100 + past // 400) % 7
    if kind == "U":
        first, weekday = (first + 1) % 7, (weekday + 1) % 7
    if number == 0:
        return 1 + weekday - first
    return 1 + (7 - first) % 7 + 7 * (number - 1) + weekday


def read_time(text, format):
    """What a text holds by a format: names and values, in the order of the format."""
    if not isinstance(text, str):
        raise TypeError(f"strptime() argument 0 must be str, not {type(text)}")
    if not isinstance(format, str):
        raise TypeError(f"strptime() argument 1 must be str, not {type(format)}")
    reader = _Reader(text, format)
    reader.run(format)
    if reader.at != len(text):
        raise ValueError("unconverted data remains: " + text[reader.at:])
    return reader.found


def parse_time(text, format):
    """Year, month, day, hour, minute, second, microsecond, zone's distance and name, and the day of the year or None."""
    found = read_time(text, format)
    get = found.get
    hour = get("hour", 0)
    if "half" in found:
        hour = get("half") % 12 + 12 * get("afternoon", 0)
    year = get("year")
    month, day, ordinal = get("month", 1), get("day", 1), get("ordinal")
    if "iso_week" in found:
        if year is None and "iso_year" not in found:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        from datetime import date
        moment = date.fromisocalendar(found["iso_year"], found["iso_week"], found["weekday"] + 1)
        year, month, day = moment.year, moment.month, moment.day
    elif ordinal is None and "week" in found and "weekday" in found and year is not None:
        ordinal = _by_week(year, found["week"], found["weekday"])
    elif ordinal is not None and year is None:
        ordinal = None
    if year is None:
        year = 1900
    return (year, month, day, hour, get("minute", 0), get("second", 0), get("fraction", 0), get("zone"),
            get("zone_name"), ordinal)


def parse_struct(text, format="%a %b %d %H:%M:%S %Y"):
    """What `time.strptime` answers."""
    from datetime import date
    from time import struct_time

    for place, given in enumerate((text, format)):
        if not isinstance(given, str):
            raise TypeError(f"strptime() argument {place} must be str, not {type(given)}")
    year, month, day, hour, minute, second, _, zone, zone_name, ordinal = parse_time(text, format)
    if ordinal is not None:
        moment = date.fromordinal(date(year, 1, 1).toordinal() + ordinal - 1)
        month, day = moment.month, moment.day
    elif (month, day) == (2, 29) and "year" not in read_time(text, format):
        # Without a year the day is one of a leap year.
        moment = date(1904, 2, 29)
    else:
        moment = date(year, month, day)
    since = moment.toordinal() - date(moment.year, 1, 1).toordinal() + 1
    # Distances are counted in microseconds.
    distance = None if zone is None else zone // 1000000
    return struct_time((year, month, day, hour, minute, second, moment.weekday(), since, 0 if zone_name else -1, zone_name,
                        distance))
