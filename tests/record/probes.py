"""Writes the goldens of probes: runs each probe on the real interpreters and merges what they print.

    python3 tests/record/probes.py tests/probes/counts/*.py

Needs every release that the probe is for (see `interpreters.py`); `tests/probes/README.md` tells the format. Each probe
runs twice on each, and a line that is not the same both times is an error.
"""

import difflib
import os
import sys

from interpreters import RELEASES, Program, find, version


def lines_of(outcome):
    """The lines of a run with their kinds: `|` stdout, `!` stderr, `?` exit status."""
    stdout, stderr, status = outcome
    lines = [("|", line) for line in stdout.splitlines()] + [("!", line) for line in stderr.splitlines()]
    return lines + ([("?", str(status))] if status else [])


def merge(runs):
    """Rows of [line, releases], such that the rows that name a release are its lines in order."""
    if len({len(lines) for lines in runs.values()}) == 1:
        rows = []
        for at in range(len(next(iter(runs.values())))):
            here = {}
            for release, lines in runs.items():
                here.setdefault(lines[at], []).append(release)
            rows += [[line, named] for line, named in here.items()]
        return rows
    rows = []
    for release, lines in runs.items():
        rows = weave(rows, release, lines)
    return rows


def weave(rows, release, lines):
    """The rows with another release's lines."""
    woven = []
    matcher = difflib.SequenceMatcher(None, [row[0] for row in rows], lines, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            woven += [[line, named + [release]] for line, named in rows[a:b]]
        else:
            woven += rows[a:b] + [[line, [release]] for line in lines[c:d]]
    return woven


def marks(named, everything):
    """`3.8-3.10,3.12` for those releases; nothing for all of them."""
    if named == everything:
        return ""
    at = [RELEASES.index(release) for release in named]
    runs = []
    for index in at:
        if runs and runs[-1][1] == index - 1:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    return ",".join(RELEASES[a] if a == b else RELEASES[a] + "-" + RELEASES[b] for a, b in runs)


def record(path):
    program = Program(path)
    pythons = {release: find(release) for release in program.releases}
    missing = [release for release, python in pythons.items() if python is None]
    if missing:
        sys.exit("no interpreter of " + ", ".join(missing))
    runs = {release: lines_of(program.run([python])) for release, python in pythons.items()}
    for release, python in pythons.items():
        again = lines_of(program.run([python]))
        if again != runs[release]:
            shown = "\n".join(difflib.unified_diff([k + t for k, t in runs[release]], [k + t for k, t in again], lineterm="", n=0))
            sys.exit("%s: two runs on %s differ\n%s" % (path, release, shown))
    rows = merge(runs)
    for release, lines in runs.items():
        assert [row[0] for row in rows if release in row[1]] == lines
    rows = [(marks(named, list(runs)), kind, text) for (kind, text), named in rows]
    width = max([len(row[0]) for row in rows] or [0])
    with open(os.path.splitext(path)[0] + ".out", "w", encoding="utf-8") as file:
        file.write("CPython " + " ".join(map(version, pythons.values())) + "\n")
        for named, kind, text in rows:
            file.write(("%-*s %s %s" % (width, named, kind, text)).rstrip() + "\n")
    print("%s: %d lines, %d for all releases" % (path, len(rows), sum(not row[0] for row in rows)))


for name in sys.argv[1:]:
    record(name)
