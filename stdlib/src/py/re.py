"""Regular expressions. Patterns are compiled and matched natively; here is what stands around that."""

import enum
import functools

from _sre import Match, Pattern
from _sre import compile as _compile_native

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "template",
           "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE",
           "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag"]


class error(Exception):
    """What is wrong with a pattern, and where."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


@enum.global_enum
class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def purge():
    _cache.clear()
    _compile_template.cache_clear()


def template(pattern, flags=0):
    return _compile(pattern, flags | TEMPLATE)


_special_chars = {i: "\\" + chr(i) for i in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_special_chars)
    return str(pattern, "latin1").translate(_special_chars).encode("latin1")


_cache = {}
_MAXCACHE = 512


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if flags & DEBUG:
        raise NotImplementedError("re.DEBUG: the patterns of pyglass are no code of CPython's that could be shown")
    made = _compile_native(pattern, flags)
    if len(_cache) >= _MAXCACHE:
        del _cache[next(iter(_cache))]
    _cache[key] = made
    return made


_DIGITS = frozenset("0123456789")
_OCTAL = frozenset("01234567")
_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


@functools.lru_cache(_MAXCACHE)
def _compile_template(pattern, repl):
    # Texts and numbers of groups, in order.
    is_text = isinstance(repl, str)
    source = repl if is_text else str(repl, "latin1")
    parts, literal = [], []
    i = 0

    def reference(number, pos):
        if number > pattern.groups:
            raise error(f"invalid group reference {number}", repl, pos)
        if literal:
            parts.append("".join(literal))
            literal.clear()
        parts.append(number)

    while i < len(source):
        char = source[i]
        if char != "\\":
            literal.append(char)
            i += 1
            continue
        if i + 1 == len(source):
            raise error("bad escape (end of pattern)", repl, i)
        char = source[i + 1]
        start = i
        i += 2
        if char == "g":
            if source[i:i + 1] != "<":
                raise error("missing <", repl, i)
            end = source.find(">", i + 1)
            name = source[i + 1:end if end >= 0 else None]
            if not name:
                raise error("missing group name", repl, i + 1 if end >= 0 or i + 1 == len(source) else i)
            if end < 0:
                raise error("missing >, unterminated name", repl, i + 1)
            if name.isdecimal() and name.isascii():
                number = int(name)
            elif not name.isidentifier():
                raise error(f"bad character in group name {name if is_text else name.encode('latin1')!r}", repl, i + 1)
            elif name not in pattern.groupindex:
                raise IndexError(f"unknown group name {name if is_text else name.encode('latin1')!r}")
            else:
                number = pattern.groupindex[name]
            reference(number, i + 1)
            i = end + 1
        elif char == "0":
            digits = "0"
            while len(digits) < 3 and source[i:i + 1] in _OCTAL and i < len(source):
                digits += source[i]
                i += 1
            literal.append(chr(int(digits, 8) & 0xFF))
        elif char in _DIGITS:
            digits = char
            if i < len(source) and source[i] in _DIGITS:
                digits += source[i]
                i += 1
                if digits[0] in _OCTAL and digits[1] in _OCTAL and i < len(source) and source[i] in _OCTAL:
                    digits += source[i]
                    i += 1
                    code = int(digits, 8)
                    if code > 0o377:
                        raise error(f"octal escape value \\{digits} outside of range 0-0o377", repl, start)
                    literal.append(chr(code))
                    continue
            reference(int(digits), start + 1)
        elif char in _ESCAPES:
            literal.append(_ESCAPES[char])
        elif char.isascii() and char.isalpha():
            raise error(f"bad escape \\{char}", repl, start)
        else:
            literal.append("\\" + char)
    if literal:
        parts.append("".join(literal))
    return parts if is_text else [part if isinstance(part, int) else part.encode("latin1") for part in parts]


class Scanner:
    """Cuts a text into pieces: the first pattern of a list that fits says what becomes of a piece."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._rules = [(compile(pattern, flags).match, action) for pattern, action in lexicon]

    def scan(self, string):
        result = []
        found, at = None, 0
        while True:
            for match, action in self._rules:
                found = match(string, at)
                if found is not None:
                    break
            if found is None or found.end() == at:
                return result, string[at:]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            at = found.end()
