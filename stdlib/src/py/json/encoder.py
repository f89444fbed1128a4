"""Objects to text."""

INFINITY = float("inf")

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
for _i in range(0x20):
    _ESCAPES.setdefault(chr(_i), "\\u{0:04x}".format(_i))
_TABLE = {ord(char): text for char, text in _ESCAPES.items()}


def py_encode_basestring(s):
    """A JSON string that keeps what is not ASCII."""
    return '"' + s.translate(_TABLE) + '"'


def py_encode_basestring_ascii(s):
    """A JSON string of ASCII alone."""
    s = s.translate(_TABLE)
    if s.isascii():
        return '"' + s + '"'
    out = []
    for char in s:
        n = ord(char)
        if n < 0x80:
            out.append(char)
        elif n < 0x10000:
            out.append("\\u{0:04x}".format(n))
        else:
            n -= 0x10000
            out.append("\\u{0:04x}\\u{1:04x}".format(0xD800 | n >> 10, 0xDC00 | n & 0x3FF))
    return '"' + "".join(out) + '"'


encode_basestring = py_encode_basestring
encode_basestring_ascii = py_encode_basestring_ascii


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        if isinstance(o, str):
            return self._string(o)
        return "".join(self.iterencode(o, _one_shot=True))

    def _string(self, s):
        return encode_basestring_ascii(s) if self.ensure_ascii else encode_basestring(s)

    def _float(self, o):
        if o != o:
            text = "NaN"
        elif o == INFINITY:
            text = "Infinity"
        elif o == -INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant")
        return text

    def iterencode(self, o, _one_shot=False):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return self._value(o, 0, indent, {} if self.check_circular else None)

    def _simple(self, o):
        # The text of what holds nothing, or None.
        if isinstance(o, str):
            return self._string(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _value(self, o, level, indent, markers):
        text = self._simple(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self._list(o, level, indent, markers)
        elif isinstance(o, dict):
            yield from self._dict(o, level, indent, markers)
        else:
            key = self._enter(o, markers)
            yield from self._value(self.default(o), level, indent, markers)
            if key is not None:
                del markers[key]

    @staticmethod
    def _enter(o, markers):
        if markers is None:
            return None
        key = id(o)
        if key in markers:
            raise ValueError("Circular reference detected")
        markers[key] = o
        return key

    def _list(self, o, level, indent, markers):
        if not o:
            yield "[]"
            return
        key = self._enter(o, markers)
        newline = None if indent is None else "\n" + indent * (level + 1)
        separator = self.item_separator if newline is None else self.item_separator + newline
        lead = "[" if newline is None else "[" + newline
        for item in o:
            yield lead
            lead = separator
            yield from self._value(item, level + 1, indent, markers)
        yield "]" if newline is None else "\n" + indent * level + "]"
        if key is not None:
            del markers[key]

    def _key(self, key):
        if isinstance(key, str):
            return key
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, float):
            return self._float(key)
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def _dict(self, o, level, indent, markers):
        if not o:
            yield "{}"
            return
        mark = self._enter(o, markers)
        newline = None if indent is None else "\n" + indent * (level + 1)
        separator = self.item_separator if newline is None else self.item_separator + newline
        yield "{"
        lead = newline or ""
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            key = self._key(key)
            if key is None:
                continue
            yield lead
            lead = separator
            yield self._string(key)
            yield self.key_separator
            yield from self._value(value, level + 1, indent, markers)
        yield "}" if newline is None else "\n" + indent * level + "}"
        if mark is not None:
            del markers[mark]
