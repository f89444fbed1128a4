"""File names against shell patterns."""

import os

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def filter(names, pat):
    pat = os.path.normcase(pat)
    return [name for name in names if fnmatchcase(name, pat)]


def _class_end(pat, start):
    # Index of the bracket that closes the class whose content begins at `start`, or -1.
    end = start
    if end < len(pat) and pat[end] == "!":
        end += 1
    if end < len(pat) and pat[end] == "]":
        end += 1
    return pat.find("]", end)


def _in_class(char, members):
    negated = members[:1] == "!"
    if negated:
        members = members[1:]
    found = False
    i = 0
    while i < len(members):
        if i + 2 < len(members) and members[i + 1] == "-":
            found = found or members[i] <= char <= members[i + 2]
            i += 3
        else:
            found = found or members[i] == char
            i += 1
    return found != negated


def _texts(name, pat):
    # Bytes are matched as the characters of their numbers.
    if isinstance(pat, bytes):
        if isinstance(name, str):
            raise TypeError("cannot use a bytes pattern on a string-like object")
        if isinstance(name, (bytes, bytearray, memoryview)):
            return str(name, "latin-1"), str(pat, "latin-1")
    elif isinstance(name, str):
        return name, pat
    elif isinstance(name, (bytes, bytearray, memoryview)):
        raise TypeError("cannot use a string pattern on a bytes-like object")
    raise TypeError("expected string or bytes-like object, got %r" % type(name).__name__)


def fnmatchcase(name, pat):
    if not (type(name) is type(pat) is str):
        name, pat = _texts(name, pat)
    # One star is tried at a time: what follows a later star never needs an earlier one again.
    n = p = 0
    star, mark = -1, 0
    while True:
        if p < len(pat) and pat[p] == "*":
            star, mark = p, n
            p += 1
            continue
        if n == len(name):
            return p == len(pat) or not pat[p:].strip("*")
        if p < len(pat):
            step = _step(name[n], pat, p)
            if step:
                n, p = n + 1, p + step
                continue
        if star < 0:
            return False
        mark += 1
        n, p = mark, star + 1


def _step(char, pat, p):
    # How much of the pattern matches the character; 0: none.
    if pat[p] == "?":
        return 1
    if pat[p] == "[":
        end = _class_end(pat, p + 1)
        if end >= 0:
            return end + 1 - p if _in_class(char, pat[p + 1:end]) else 0
    return 1 if pat[p] == char else 0


_SPECIAL = frozenset("()[]{}?*+-|^$\\.&~# \t\n\r\v\f")


def _escape(text):
    return "".join("\\" + c if c in _SPECIAL else c for c in text)


def _class_text(members):
    # A class as a regular expression; ranges that hold nothing are left out.
    negated = members[:1] == "!"
    if negated:
        members = members[1:]
    out = []
    i = 0
    while i < len(members):
        if i + 2 < len(members) and members[i + 1] == "-":
            if members[i] <= members[i + 2]:
                out.append(_member(members[i]) + "-" + _member(members[i + 2]))
            i += 3
        else:
            out.append(_member(members[i]))
            i += 1
    if not out:
        return "." if negated else "(?!)"
    text = "".join(out)
    if negated:
        return "[^%s]" % text
    return "[%s]" % ("\\" + text if text[0] in "^[" else text)


def _member(char):
    return "\\" + char if char in "\\-&~|" else char


def translate(pat):
    """The pattern as a regular expression."""
    # Between two stars the first place that fits is as good as any: such a part need not be tried again.
    parts = [[]]
    p = 0
    while p < len(pat):
        c = pat[p]
        p += 1
        if c == "*":
            if len(parts) == 1 or parts[-1]:
                parts.append([])
        elif c == "?":
            parts[-1].append(".")
        elif c == "[" and (end := _class_end(pat, p)) >= 0:
            parts[-1].append(_class_text(pat[p:end]))
            p = end + 1
        else:
            parts[-1].append(_escape(c))
    first, *inner = ["".join(part) for part in parts]
    last = ".*" + inner.pop() if inner else ""
    return "(?s:%s)\\Z" % (first + "".join("(?>.*?%s)" % part for part in inner) + last)
