"""Times every program here under two interpreters in turn and prints the ratios.

    python3.11 bench/run.py target/release/pyglass /usr/bin/python3.11 [runs] [program ...]
    python3.11 bench/run.py --parts target/release/pyglass /usr/bin/python3.11 [runs] [part ...]

The best of the interleaved runs of each counts, in processor time of the program itself: what
else the machine does only ever adds, and waiting does not count. With --parts it is the small
operations of parts.py that are compared, slowest first.
"""

import math
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
OTHERS = ("run.py", "parts.py")


def once(command, program):
    """Processor seconds of one run, and its output."""
    with subprocess.Popen([command, program], stdout=subprocess.PIPE) as process:
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, output


def programs(ours, theirs, runs, names):
    """Name, both best times and a note of each whole program."""
    names = names or sorted(name[:-3] for name in os.listdir(HERE) if name.endswith(".py") and name not in OTHERS)
    for name in names:
        program = os.path.join(HERE, name + ".py")
        a, b = [], []
        for _ in range(runs):
            t, out_a = once(ours, program)
            a.append(t)
            t, out_b = once(theirs, program)
            b.append(t)
        yield name, min(a), min(b), "" if out_a == out_b else "   OUTPUT DIFFERS"


def parts(ours, theirs, runs, names):
    """The same of each part of parts.py; each run takes the best of three rounds."""
    best = ({}, {})
    for _ in range(runs):
        for times, command in zip(best, (ours, theirs)):
            arguments = [command, os.path.join(HERE, "parts.py"), "3", *names]
            for line in subprocess.run(arguments, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines():
                name, seconds = line.split()
                times[name] = min(float(seconds), times.get(name, math.inf))
    for name in sorted(best[0], key=lambda name: best[1][name] / best[0][name]):
        yield name, best[0][name], best[1][name], ""


def main():
    arguments = sys.argv[1:]
    measure = parts if arguments[:1] == ["--parts"] else programs
    ours, theirs, *rest = arguments[1:] if measure is parts else arguments
    runs = int(rest[0]) if rest else 3
    logs = []
    for name, a, b, note in measure(ours, theirs, runs, rest[1:]):
        logs.append(math.log(b / a))
        print(f"{name:14} {a * 1000:9.2f} ms {b * 1000:9.2f} ms  {b / a:5.2f} times as fast{note}", flush=True)
    slower = sum(log < 0 for log in logs)
    print(f"geometric mean {math.exp(sum(logs) / len(logs)):.2f}, {slower} of {len(logs)} slower")


main()
