"""Tables as text: rows of fields with a separator between them."""

import re
import types as _types
from io import StringIO

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
           "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
           "unregister_dialect", "DictReader", "DictWriter", "unix_dialect", "__doc__", "__version__"]

__version__ = "1.0"


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    """A way to write tables; to be derived from."""

    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Format(self)
        except TypeError as error:
            raise Error(str(error))


class excel(Dialect):
    """As Excel writes them."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """As Excel writes them, with tabs."""

    delimiter = "\t"


class unix_dialect(Dialect):
    """As Unix programs write them."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_DEFAULTS = {"delimiter": ",", "quotechar": '"', "escapechar": None, "doublequote": True, "skipinitialspace": False,
             "lineterminator": "\r\n", "quoting": QUOTE_MINIMAL, "strict": False}


class _Format:
    """A dialect with all its parts checked."""

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")

    def __init__(self, dialect=None, **options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in options:
            if name not in _DEFAULTS:
                raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        for name, default in _DEFAULTS.items():
            value = options.get(name, default if dialect is None else getattr(dialect, name, default))
            setattr(self, name, value)
        given = "quotechar" in options or hasattr(dialect, "quotechar")
        self._check_char("delimiter", False)
        self._check_char("escapechar", True)
        self._check_char("quotechar", True)
        self.doublequote = bool(self.doublequote)
        self.skipinitialspace = bool(self.skipinitialspace)
        self.strict = bool(self.strict)
        if type(self.quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and given and "quoting" not in options:
            self.quoting = QUOTE_NONE
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if self.lineterminator is None:
            raise TypeError('"lineterminator" must be a string')
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string')

    def _check_char(self, name, optional):
        value = getattr(self, name)
        if optional and value is None:
            return
        if not isinstance(value, str):
            words = "string or None" if optional else "string"
            raise TypeError('"%s" must be %s, not %s' % (name, words, type(value).__name__))
        if optional and value == "" and name == "escapechar":
            raise TypeError('"%s" must be a 1-character string' % name)
        if len(value) != 1:
            raise TypeError('"%s" must be a 1-character string' % name)


_dialects = {}


def register_dialect(name, dialect=None, **options):
    """Keeps a dialect under a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Format(dialect, **options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    """The dialect of a name."""
    try:
        return _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def list_dialects():
    return list(_dialects)


_limit = 131072


def field_size_limit(*args):
    """How long a field may be; with an argument the limit is set. Answers what it was."""
    global _limit
    before = _limit
    if len(args) > 1:
        raise TypeError("field_size_limit expected at most 1 argument, got %d" % len(args))
    if args:
        if not isinstance(args[0], int):
            raise TypeError("limit must be an integer")
        _limit = args[0]
    return before


class reader:
    """Reads rows from an iterable of lines."""

    def __init__(self, iterable, dialect="excel", **options):
        self._lines = iter(iterable)
        self.dialect = _Format(dialect, **options)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        row = _Row(self.dialect)
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if row.pending() or row.state == _QUOTED:
                    if self.dialect.strict:
                        raise Error("unexpected end of data") from None
                    row.save()
                    return row.fields
                raise
            if not isinstance(line, str):
                raise Error("iterator should return strings, not %s (the file should be opened in text mode)"
                            % type(line).__name__)
            self.line_num += 1
            for c in line:
                row.feed(c)
            row.feed(None)
            if row.state == _START:
                return row.fields


_START, _FIELD_START, _ESCAPED, _FIELD, _QUOTED, _QUOTED_ESCAPE, _QUOTE_IN_QUOTED, _EAT, _AFTER_ESCAPED_LINE = range(9)


class _Row:
    """One row while it is read, character by character; None is the end of a line."""

    def __init__(self, dialect):
        self.dialect = dialect
        self.state = _START
        self.fields = []
        self.text = []
        self.numeric = False

    def pending(self):
        return self.text or self.state not in (_START, _EAT) and (self.fields or self.state != _FIELD_START)

    def save(self):
        field = "".join(self.text)
        self.text = []
        if self.numeric:
            self.numeric = False
            field = float(field)
        self.fields.append(field)

    def add(self, c):
        if len(self.text) >= _limit:
            raise Error("field larger than field limit (%d)" % _limit)
        self.text.append(c)

    def feed(self, c):
        d = self.dialect
        end = c is None or c == "\n" or c == "\r"
        state = self.state
        if state == _START:
            if c is None:
                return
            if end:
                self.state = _EAT
                return
            state = self.state = _FIELD_START
        if state == _FIELD_START:
            self._field_start(c, end)
        elif state == _ESCAPED:
            if c in ("\n", "\r"):
                self.add(c)
                self.state = _AFTER_ESCAPED_LINE
                return
            self.add("\n" if c is None else c)
            self.state = _FIELD
        elif state == _AFTER_ESCAPED_LINE and c is None:
            return
        elif state in (_FIELD, _AFTER_ESCAPED_LINE):
            if end:
                self.save()
                self.state = _START if c is None else _EAT
            elif c == d.escapechar:
                self.state = _ESCAPED
            elif c == d.delimiter:
                self.save()
                self.state = _FIELD_START
            else:
                self.add(c)
        elif state == _QUOTED:
            self._quoted(c)
        elif state == _QUOTED_ESCAPE:
            self.add("\n" if c is None else c)
            self.state = _QUOTED
        elif state == _QUOTE_IN_QUOTED:
            self._after_quote(c, end)
        elif state == _EAT:
            if c is None:
                self.state = _START
            elif not end:
                raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")

    def _field_start(self, c, end):
        d = self.dialect
        if end:
            self.save()
            self.state = _START if c is None else _EAT
        elif c == d.quotechar and d.quoting != QUOTE_NONE:
            self.state = _QUOTED
        elif c == d.escapechar:
            self.state = _ESCAPED
        elif c == " " and d.skipinitialspace:
            pass
        elif c == d.delimiter:
            self.save()
        else:
            if d.quoting == QUOTE_NONNUMERIC:
                self.numeric = True
            self.add(c)
            self.state = _FIELD

    def _quoted(self, c):
        d = self.dialect
        if c is None:
            return
        if c == d.escapechar:
            self.state = _QUOTED_ESCAPE
        elif c == d.quotechar and d.quoting != QUOTE_NONE:
            self.state = _QUOTE_IN_QUOTED if d.doublequote else _FIELD
        else:
            self.add(c)

    def _after_quote(self, c, end):
        d = self.dialect
        if d.quoting != QUOTE_NONE and c == d.quotechar:
            self.add(c)
            self.state = _QUOTED
        elif c == d.delimiter:
            self.save()
            self.state = _FIELD_START
        elif end:
            self.save()
            self.state = _START if c is None else _EAT
        elif not d.strict:
            self.add(c)
            self.state = _FIELD
        else:
            raise Error("'%c' expected after '%c'" % (d.delimiter, d.quotechar))


class writer:
    """Writes rows to something with a `write` method."""

    def __init__(self, fileobj, dialect="excel", **options):
        if not callable(getattr(fileobj, "write", None)):
            raise TypeError('argument 1 must have a "write" method')
        self._write = fileobj.write
        self.dialect = _Format(dialect, **options)

    def writerow(self, row):
        d = self.dialect
        try:
            fields = list(row)
        except TypeError:
            raise Error("iterable expected, not %s" % type(row).__name__) from None
        parts = [self._field(field, len(fields) == 1) for field in fields]
        return self._write(d.delimiter.join(parts) + d.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)

    def _field(self, value, alone):
        d = self.dialect
        if d.quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(value, (int, float, complex)) and not hasattr(value, "__float__")
        else:
            quoted = d.quoting == QUOTE_ALL
        text = value if isinstance(value, str) else "" if value is None else str(value)
        special = {d.delimiter, d.escapechar, d.quotechar, *d.lineterminator}
        out = []
        for c in text:
            if c in special:
                escape = False
                if d.quoting == QUOTE_NONE:
                    escape = True
                elif c == d.quotechar:
                    if d.doublequote:
                        out.append(c)
                    else:
                        escape = True
                    quoted = quoted or not escape
                elif c == d.escapechar:
                    escape = True
                else:
                    quoted = True
                if escape:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(d.escapechar)
            out.append(c)
        if not text and alone and not quoted:
            if d.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            quoted = True
        field = "".join(out)
        return d.quotechar + field + d.quotechar if quoted else field


class DictReader:
    """Reads rows as dicts; the first row holds the names unless they are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        record = dict(zip(self.fieldnames, row))
        names, values = len(self.fieldnames), len(row)
        if names < values:
            record[self.restkey] = row[names:]
        for name in self.fieldnames[values:]:
            record[name] = self.restval
        return record

    __class_getitem__ = classmethod(_types.GenericAlias)


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, record):
        if self.extrasaction == "raise":
            wrong = record.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return (record.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))

    __class_getitem__ = classmethod(_types.GenericAlias)


class Sniffer:
    """Guesses how a table is written."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        """A dialect that fits the sample."""
        quote, doublequote, delimiter, skip = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, skip = self._by_counts(sample, delimiters)
        if not delimiter:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doublequote
        dialect.delimiter = delimiter
        dialect.quotechar = quote or '"'
        dialect.skipinitialspace = skip
        return dialect

    def _by_quotes(self, sample, delimiters):
        """Looks for fields in quotes, and at what stands around them."""
        found = []
        for pattern in (r"(?P<delim>[^\w\n\"'])(?P<space> ?)(?P<quote>[\"']).*?(?P=quote)(?P=delim)",
                        r"(?:^|\n)(?P<quote>[\"']).*?(?P=quote)(?P<delim>[^\w\n\"'])(?P<space> ?)",
                        r"(?P<delim>[^\w\n\"'])(?P<space> ?)(?P<quote>[\"']).*?(?P=quote)(?:$|\n)",
                        r"(?:^|\n)(?P<quote>[\"']).*?(?P=quote)(?:$|\n)"):
            matcher = re.compile(pattern, re.DOTALL | re.MULTILINE)
            found = [match.groupdict() for match in matcher.finditer(sample)]
            if found:
                break
        if not found:
            return "", False, None, False
        quotes, seen, spaces = {}, {}, 0
        for groups in found:
            quotes[groups["quote"]] = quotes.get(groups["quote"], 0) + 1
            delimiter = groups.get("delim")
            if delimiter and (delimiters is None or delimiter in delimiters):
                seen[delimiter] = seen.get(delimiter, 0) + 1
            if groups.get("space"):
                spaces += 1
        quote = max(quotes, key=quotes.get)
        delimiter, skip = "", False
        if seen:
            delimiter = max(seen, key=seen.get)
            skip = seen[delimiter] == spaces
            if delimiter == "\n":
                delimiter = ""
        escaped = re.escape(delimiter)
        doubled = re.search(r"((%s)|^)\W*%s[^%s\n]*%s[^%s\n]*%s\W*((%s)|$)"
                            % (escaped, quote, escaped, quote, escaped, quote, escaped), sample, re.MULTILINE)
        return quote, bool(doubled and doubled.group(1) is not None and quote * 2 in sample), delimiter, skip

    def _by_counts(self, sample, delimiters):
        """Looks for the character that is as often in each line."""
        lines = [line for line in sample.split("\n") if line]
        if not lines:
            return "", False
        candidates = {}
        for code in range(127):
            c = chr(code)
            if delimiters is not None and c not in delimiters or c.isalnum() and delimiters is None:
                continue
            counts = [line.count(c) for line in lines]
            usual = max(set(counts), key=counts.count)
            share = counts.count(usual) / len(lines)
            if usual > 0 and share >= 0.9:
                candidates[c] = (share, usual)
        if not candidates:
            return "", False
        best = max(share for share, _ in candidates.values())
        candidates = {c: count for c, (share, count) in candidates.items() if share == best}
        for c in self.preferred:
            if c in candidates:
                chosen = c
                break
        else:
            chosen = max(candidates, key=candidates.get)
        skip = lines[0].count(chosen) == lines[0].count("%c " % chosen)
        return chosen, skip

    def has_header(self, sample):
        """Whether the first row looks like names."""
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for number, row in enumerate(rows):
            if number > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                try:
                    complex(row[column])
                    kind = complex
                except (ValueError, OverflowError):
                    kind = len(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
            else:
                try:
                    kind(header[column])
                except (ValueError, TypeError):
                    votes += 1
                else:
                    votes -= 1
        return votes > 0


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)
