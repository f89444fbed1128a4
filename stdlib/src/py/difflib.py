"""Differences of sequences: matching blocks, diffs of lines in three forms, the nearest of several words."""

import re
from collections import namedtuple
from heapq import nlargest
from types import GenericAlias

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK",
           "context_diff", "unified_diff", "diff_bytes", "Match"]

Match = namedtuple("Match", "a b size")


def _share(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Finds blocks that two sequences have in common: the longest first, then left and right of it."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is self.a:
            return
        self.a = a
        self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = None
        self.fullbcount = None
        self._index()

    def _index(self):
        # Where each element of b stands; junk and what is all too frequent is left out.
        self.b2j = places = {}
        for at, element in enumerate(self.b):
            places.setdefault(element, []).append(at)
        self.bjunk = junk = set()
        if self.isjunk:
            junk.update(element for element in places if self.isjunk(element))
            for element in junk:
                del places[element]
        self.bpopular = popular = set()
        size = len(self.b)
        if self.autojunk and size >= 200:
            most = size // 100 + 1
            popular.update(element for element, where in places.items() if len(where) > most)
            for element in popular:
                del places[element]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, places, is_junk = self.a, self.b, self.b2j, self.bjunk.__contains__
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        start_a, start_b, size = alo, blo, 0
        # For each place of b: how long the match is that ends there and at the element of a before.
        lengths, nothing = {}, []
        for i in range(alo, ahi):
            ending = {}
            for j in places.get(a[i], nothing):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                length = ending[j] = lengths.get(j - 1, 0) + 1
                if length > size:
                    start_a, start_b, size = i - length + 1, j - length + 1, length
            lengths = ending
        # What is no junk first, then junk too, as long as it is next to the match.
        for wanted in (False, True):
            while start_a > alo and start_b > blo and is_junk(b[start_b - 1]) is wanted \
                    and a[start_a - 1] == b[start_b - 1]:
                start_a, start_b, size = start_a - 1, start_b - 1, size + 1
            while start_a + size < ahi and start_b + size < bhi and is_junk(b[start_b + size]) is wanted \
                    and a[start_a + size] == b[start_b + size]:
                size += 1
        return Match(start_a, start_b, size)

    def get_matching_blocks(self):
        if self.matching_blocks is not None:
            return self.matching_blocks
        waiting, found = [(0, len(self.a), 0, len(self.b))], []
        while waiting:
            alo, ahi, blo, bhi = waiting.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(match)
                if alo < i and blo < j:
                    waiting.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    waiting.append((i + size, ahi, j + size, bhi))
        # Blocks that touch in both sequences are one.
        joined = []
        for i, j, size in sorted(found):
            if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                joined[-1][2] += size
            else:
                joined.append([i, j, size])
        self.matching_blocks = [Match(*block) for block in joined] + [Match(len(self.a), len(self.b), 0)]
        return self.matching_blocks

    def get_opcodes(self):
        if self.opcodes is not None:
            return self.opcodes
        i = j = 0
        self.opcodes = codes = []
        for start_a, start_b, size in self.get_matching_blocks():
            tag = {(True, True): "replace", (True, False): "delete", (False, True): "insert"}.get(
                (i < start_a, j < start_b))
            if tag:
                codes.append((tag, i, start_a, j, start_b))
            i, j = start_a + size, start_b + size
            if size:
                codes.append(("equal", start_a, i, start_b, j))
        return codes

    def get_grouped_opcodes(self, n=3):
        codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        tag, i1, i2, j1, j2 = codes[0]
        if tag == "equal":
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        tag, i1, i2, j1, j2 = codes[-1]
        if tag == "equal":
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > 2 * n:
                # A long agreement ends one group and begins the next.
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        return _share(sum(block.size for block in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        # Elements in common, wherever they stand.
        if self.fullbcount is None:
            self.fullbcount = {}
            for element in self.b:
                self.fullbcount[element] = self.fullbcount.get(element, 0) + 1
        left, matches = {}, 0
        for element in self.a:
            number = left.get(element, self.fullbcount.get(element, 0))
            left[element] = number - 1
            matches += number > 0
        return _share(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        la, lb = len(self.a), len(self.b)
        return _share(min(la, lb), la + lb)

    __class_getitem__ = classmethod(GenericAlias)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    matcher, near = SequenceMatcher(), []
    matcher.set_seq2(word)
    for possibility in possibilities:
        matcher.set_seq1(possibility)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            near.append((matcher.ratio(), possibility))
    return [possibility for _, possibility in nlargest(n, near)]


# ---- lines beside lines

def _marks_under(line, marks):
    # Marks keep the tabs of the line above, so that they stand under their characters.
    return "".join(c if mark == " " and c.isspace() else mark for c, mark in zip(line, marks)).rstrip()


class Differ:
    """Lines of two texts, with `?` lines that show what changed inside of similar lines."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._replace(a, alo, ahi, b, blo, bhi)
            elif tag == "delete":
                yield from self._lines("-", a, alo, ahi)
            elif tag == "insert":
                yield from self._lines("+", b, blo, bhi)
            else:
                yield from self._lines(" ", a, alo, ahi)

    def _lines(self, tag, lines, low, high):
        for at in range(low, high):
            yield f"{tag} {lines[at]}"

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        # The shorter block first.
        first, second = self._lines("+", b, blo, bhi), self._lines("-", a, alo, ahi)
        if bhi - blo >= ahi - alo:
            first, second = second, first
        yield from first
        yield from second

    def _most_similar(self, a, alo, ahi, b, blo, bhi, cutoff):
        # The pair of lines that are most alike but not the same, and the first pair of equal ones.
        best, pair, equal = 0.74, None, None
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if equal is None:
                        equal = i, j
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, pair = matcher.ratio(), (i, j)
        return (None, equal) if best < cutoff else (pair, equal)

    def _replace(self, a, alo, ahi, b, blo, bhi):
        pair, equal = self._most_similar(a, alo, ahi, b, blo, bhi, 0.75)
        same = pair is None
        if same:
            if equal is None:
                yield from self._plain_replace(a, alo, ahi, b, blo, bhi)
                return
            pair = equal
        i, j = pair
        yield from self._between(a, alo, i, b, blo, j)
        if same:
            yield "  " + a[i]
        else:
            yield from self._beside(a[i], b[j])
        yield from self._between(a, i + 1, ahi, b, j + 1, bhi)

    def _between(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            return self._replace(a, alo, ahi, b, blo, bhi)
        if alo < ahi:
            return self._lines("-", a, alo, ahi)
        return self._lines("+", b, blo, bhi)

    def _beside(self, old, new):
        marks_old = marks_new = ""
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, old, new).get_opcodes():
            left, right = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}[tag]
            marks_old += left * (i2 - i1)
            marks_new += right * (j2 - j1)
        for sign, line, marks in (("-", old, marks_old), ("+", new, marks_new)):
            yield f"{sign} {line}"
            marks = _marks_under(line, marks)
            if marks:
                yield f"? {marks}\n"


def IS_LINE_JUNK(line, pat=re.compile(r"\s*(?:#\s*)?$").match):
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    try:
        tag = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError("unknown delta choice (must be 1 or 2): %r" % which) from None
    for line in delta:
        if line[:2] in ("  ", tag):
            yield line[2:]


# ---- diffs with context

def _check_lines(a, b, *texts):
    if a and not isinstance(a[0], str):
        raise TypeError("lines to compare must be str, not %s (%r)" % (type(a[0]).__name__, a[0]))
    if b and not isinstance(b[0], str):
        raise TypeError("lines to compare must be str, not %s (%r)" % (type(b[0]).__name__, b[0]))
    for text in texts:
        if not isinstance(text, str):
            raise TypeError("all arguments must be str, not: %r" % (text,))


def _file_lines(signs, names, dates, end):
    for sign, name, date in zip(signs, names, dates):
        yield f"{sign} {name}" + (f"\t{date}" if date else "") + end


def _unified_range(start, stop):
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    _check_lines(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield from _file_lines(("---", "+++"), (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
        old = _unified_range(group[0][1], group[-1][2])
        new = _unified_range(group[0][3], group[-1][4])
        yield f"@@ -{old} +{new} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                for line in a[i1:i2]:
                    yield " " + line
                continue
            if tag in ("replace", "delete"):
                for line in a[i1:i2]:
                    yield "-" + line
            if tag in ("replace", "insert"):
                for line in b[j1:j2]:
                    yield "+" + line


def _context_range(start, stop):
    length = stop - start
    if length <= 1:
        return str(start + 1 if length else start)
    return f"{start + 1},{stop}"


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    _check_lines(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield from _file_lines(("***", "---"), (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
        yield "***************" + lineterm
        yield f"*** {_context_range(group[0][1], group[-1][2])} ****{lineterm}"
        yield from _context_side([(tag, a[i1:i2]) for tag, i1, i2, _, _ in group], ("replace", "delete"))
        yield f"--- {_context_range(group[0][3], group[-1][4])} ----{lineterm}"
        yield from _context_side([(tag, b[j1:j2]) for tag, _, _, j1, j2 in group], ("replace", "insert"))


def _context_side(parts, changes):
    # What one side has of a group; nothing if it does not change.
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    if any(tag in changes for tag, _ in parts):
        for tag, lines in parts:
            if tag == "equal" or tag in changes:
                for line in lines:
                    yield marks[tag] + line


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
    def decoded(data):
        try:
            return data.decode("ascii", "surrogateescape")
        except AttributeError as problem:
            raise TypeError("all arguments must be bytes, not %s (%r)" % (type(data).__name__, data)) from problem

    lines = dfunc(list(map(decoded, a)), list(map(decoded, b)), decoded(fromfile), decoded(tofile),
                  decoded(fromfiledate), decoded(tofiledate), n, decoded(lineterm))
    for line in lines:
        yield line.encode("ascii", "surrogateescape")
