"""Text to objects."""

__all__ = ["JSONDecoder", "JSONDecodeError"]

NaN = float("nan")
PosInf = float("inf")
NegInf = float("-inf")

_WHITESPACE = " \t\n\r"
_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_DIGITS = "0123456789"


class JSONDecodeError(ValueError):
    """Where and why a text is not JSON."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _skip(s, i):
    while i < len(s) and s[i] in _WHITESPACE:
        i += 1
    return i


def _unicode_escape(s, pos):
    digits = s[pos + 1:pos + 5]
    if len(digits) == 4 and digits[1] not in "xX":
        try:
            return int(digits, 16)
        except ValueError:
            pass
    raise JSONDecodeError("Invalid \\uXXXX escape", s, pos)


def scanstring(s, end, strict=True):
    """The string whose content begins at `end`: (text, index behind the closing quote)."""
    chunks = []
    begin = end - 1
    start = end
    while True:
        quote = s.find('"', end)
        if quote < 0:
            quote = len(s)
        slash = s.find("\\", end, quote)
        stop = quote if slash < 0 else slash
        if strict:
            for i in range(end, stop):
                if s[i] < " ":
                    raise JSONDecodeError("Invalid control character at", s, i)
        chunks.append(s[end:stop])
        if stop == len(s):
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if slash < 0:
            return "".join(chunks), stop + 1
        if stop + 1 >= len(s):
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        esc = s[stop + 1]
        if esc != "u":
            if esc not in _ESCAPES:
                raise JSONDecodeError("Invalid \\escape", s, stop)
            chunks.append(_ESCAPES[esc])
            end = stop + 2
            continue
        code = _unicode_escape(s, stop + 1)
        end = stop + 6
        if 0xD800 <= code <= 0xDBFF and s[end:end + 2] == "\\u":
            low = _unicode_escape(s, end + 1)
            if 0xDC00 <= low <= 0xDFFF:
                code = 0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00))
                end += 6
        chunks.append(chr(code))


def _scan_number(decoder, s, i):
    start = i
    if s[i] == "-":
        i += 1
    if i >= len(s) or s[i] not in _DIGITS:
        raise StopIteration(start)
    if s[i] == "0":
        i += 1
    else:
        while i < len(s) and s[i] in _DIGITS:
            i += 1
    is_float = False
    if i + 1 < len(s) and s[i] == "." and s[i + 1] in _DIGITS:
        is_float = True
        i += 1
        while i < len(s) and s[i] in _DIGITS:
            i += 1
    if i < len(s) and s[i] in "eE":
        j = i + 1
        if j < len(s) and s[j] in "+-":
            j += 1
        if j < len(s) and s[j] in _DIGITS:
            is_float = True
            i = j
            while i < len(s) and s[i] in _DIGITS:
                i += 1
    text = s[start:i]
    return (decoder.parse_float(text) if is_float else decoder.parse_int(text)), i


def _scan_object(decoder, s, i):
    pairs = []
    memo = decoder.memo
    i = _skip(s, i)
    if s[i:i + 1] == "}":
        return _finish_object(decoder, pairs), i + 1
    if s[i:i + 1] != '"':
        raise JSONDecodeError("Expecting property name enclosed in double quotes", s, i)
    while True:
        key, i = scanstring(s, i + 1, decoder.strict)
        key = memo.setdefault(key, key)
        i = _skip(s, i)
        if s[i:i + 1] != ":":
            raise JSONDecodeError("Expecting ':' delimiter", s, i)
        value, i = _scan_value(decoder, s, _skip(s, i + 1))
        pairs.append((key, value))
        i = _skip(s, i)
        mark = s[i:i + 1]
        if mark == "}":
            return _finish_object(decoder, pairs), i + 1
        if mark != ",":
            raise JSONDecodeError("Expecting ',' delimiter", s, i)
        i = _skip(s, i + 1)
        if s[i:i + 1] != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", s, i)


def _finish_object(decoder, pairs):
    if decoder.object_pairs_hook is not None:
        return decoder.object_pairs_hook(pairs)
    result = dict(pairs)
    return result if decoder.object_hook is None else decoder.object_hook(result)


def _scan_array(decoder, s, i):
    values = []
    i = _skip(s, i)
    if s[i:i + 1] == "]":
        return values, i + 1
    while True:
        value, i = _scan_value(decoder, s, i)
        values.append(value)
        i = _skip(s, i)
        mark = s[i:i + 1]
        if mark == "]":
            return values, i + 1
        if mark != ",":
            raise JSONDecodeError("Expecting ',' delimiter", s, i)
        i = _skip(s, i + 1)


def _scan_value(decoder, s, i):
    try:
        return _scan_once(decoder, s, i)
    except StopIteration as err:
        raise JSONDecodeError("Expecting value", s, err.value) from None


def _scan_once(decoder, s, i):
    if i >= len(s):
        raise StopIteration(i)
    c = s[i]
    if c == '"':
        return scanstring(s, i + 1, decoder.strict)
    if c == "{":
        return _scan_object(decoder, s, i + 1)
    if c == "[":
        return _scan_array(decoder, s, i + 1)
    if c == "n" and s.startswith("null", i):
        return None, i + 4
    if c == "t" and s.startswith("true", i):
        return True, i + 4
    if c == "f" and s.startswith("false", i):
        return False, i + 5
    if c in "NI-":
        for name in _CONSTANTS:
            if s.startswith(name, i):
                return decoder.parse_constant(name), i + len(name)
    if c == "-" or c in _DIGITS:
        return _scan_number(decoder, s, i)
    raise StopIteration(i)


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.memo = {}

    def decode(self, s):
        obj, end = self.raw_decode(s, idx=_skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        try:
            return _scan_once(self, s, idx)
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", s, err.value) from None
        finally:
            self.memo.clear()
