"""Runs a program on the real interpreters and under the matching profiles, and shows the first difference of each.

    python3 tests/record/diff.py script.py [3.8 3.11-3.13 ...] [-a]

`-a` shows every difference. The binary is the newest of `target/{fast,release,debug}/pyglass`, or `$PYGLASS`.
"""

import itertools
import os
import sys

from interpreters import ROOT, Program, find, releases


def pyglass():
    named = os.environ.get("PYGLASS")
    built = [os.path.join(ROOT, "target", kind, "pyglass") for kind in ("fast", "release", "debug")]
    there = [named] if named else sorted(filter(os.path.exists, built), key=os.path.getmtime)
    return there[-1] if there else sys.exit("build pyglass first: cargo build --profile fast")


def compare(program, release, everything):
    """Whether both print the same; if not, says where."""
    python = find(release)
    if python is None:
        print("%-5s no interpreter" % release)
        return False
    theirs = program.run([python])
    ours = program.run([pyglass(), "--python", release])
    same = theirs == ours
    print("%-5s %s" % (release, "the same" if same else "differs"))
    for name, left, right in zip(("stdout", "stderr"), theirs, ours):
        pairs = itertools.zip_longest(left.splitlines(), right.splitlines())
        differing = [(at, a, b) for at, (a, b) in enumerate(pairs, 1) if a != b]
        for at, a, b in differing if everything else differing[:1]:
            print("      %s line %d" % (name, at))
            print("        CPython  %s" % ("(nothing)" if a is None else a))
            print("        pyglass  %s" % ("(nothing)" if b is None else b))
        if len(differing) > 1 and not everything:
            print("      and %d more lines" % (len(differing) - 1))
    if theirs[2] != ours[2]:
        print("      exit status %d, pyglass %d" % (theirs[2], ours[2]))
    return same


def main():
    words = [word for word in sys.argv[1:] if word != "-a"]
    if not words:
        sys.exit(__doc__)
    program = Program(words[0])
    named = releases(",".join(words[1:])) if words[1:] else program.releases
    same = [compare(program, release, "-a" in sys.argv) for release in named]
    sys.exit(0 if all(same) else 1)


main()
