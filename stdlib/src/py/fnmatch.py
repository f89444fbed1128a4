"""File names against shell patterns."""

import os
import posixpath

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def filter(names, pat):
    pat = os.path.normcase(pat)
    return [name for name in names if fnmatchcase(os.path.normcase(name), pat)]


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


def fnmatchcase(name, pat):
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


def translate(pat):
    """The pattern as a regular expression."""
    out = []
    p = 0
    while p < len(pat):
        c = pat[p]
        p += 1
        if c == "*":
            if out[-1:] != [".*"]:
                out.append(".*")
        elif c == "?":
            out.append(".")
        elif c == "[":
            end = _class_end(pat, p)
            if end < 0:
                out.append("\\[")
            else:
                members = pat[p:end].replace("\\", "\\\\")
                out.append("[%s]" % ("^" + members[1:] if members[0] == "!" else members))
                p = end + 1
        else:
            out.append(c if c.isalnum() or c == "_" else "\\" + c)
    return "(?s:%s)\\Z" % "".join(out)
