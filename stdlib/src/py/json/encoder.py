"""Objects to text."""

from _json import encode_basestring as c_encode_basestring
from _json import encode_basestring_ascii as c_encode_basestring_ascii
from _json import make_encoder as c_make_encoder

INFINITY = float("inf")

encode_basestring = c_encode_basestring
encode_basestring_ascii = c_encode_basestring_ascii


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
        chunks = self.iterencode(o, _one_shot=True)
        return "".join(chunks if isinstance(chunks, (list, tuple)) else list(chunks))

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
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return text

    def iterencode(self, o, _one_shot=False):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        markers = {} if self.check_circular else None
        if _one_shot:
            quote = encode_basestring_ascii if self.ensure_ascii else encode_basestring
            return c_make_encoder(markers, self.default, quote, indent, self.key_separator, self.item_separator,
                                  self.sort_keys, self.skipkeys, self.allow_nan)(o, 0)
        return self._value(o, 0, indent, markers)

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
        newline = "" if indent is None else "\n" + indent * (level + 1)
        lead = "[" + newline
        for item in o:
            text = self._simple(item)
            if text is not None:
                yield lead + text
            else:
                yield lead
                yield from self._value(item, level + 1, indent, markers)
            lead = self.item_separator + newline
        if indent is not None:
            yield "\n" + indent * level
        yield "]"
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
        newline = "" if indent is None else "\n" + indent * (level + 1)
        yield "{"
        if indent is not None:
            yield newline
        first = True
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            key = self._key(key)
            if key is None:
                continue
            if not first:
                yield self.item_separator + newline
            first = False
            yield self._string(key)
            yield self.key_separator
            yield from self._value(value, level + 1, indent, markers)
        if indent is not None:
            yield "\n" + indent * level
        yield "}"
        if mark is not None:
            del markers[mark]
