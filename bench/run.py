"""Times every program here under two interpreters in turn and prints the ratios.

    python3.11 bench/run.py target/release/pyglass /usr/bin/python3.11 [runs] [program ...]

The best of the interleaved runs of each counts, in processor time of the program itself: what
else the machine does only ever adds, and waiting does not count.
"""

import math
import os
import subprocess
import sys


def once(command, program):
    """Processor seconds of one run, and its output."""
    with subprocess.Popen([command, program], stdout=subprocess.PIPE) as process:
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, output


def main():
    ours, theirs = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    here = os.path.dirname(os.path.abspath(__file__))
    names = sys.argv[4:] or sorted(name[:-3] for name in os.listdir(here) if name.endswith(".py") and name != "run.py")
    logs = []
    for name in names:
        program = os.path.join(here, name + ".py")
        a, b = [], []
        for _ in range(runs):
            t, out_a = once(ours, program)
            a.append(t)
            t, out_b = once(theirs, program)
            b.append(t)
        ratio = min(b) / min(a)
        logs.append(math.log(ratio))
        note = "" if out_a == out_b else "   OUTPUT DIFFERS"
        print(f"{name:12} {min(a):7.3f} s {min(b):7.3f} s  {ratio:5.2f} times as fast{note}", flush=True)
    print(f"geometric mean {math.exp(sum(logs) / len(logs)):.2f}")


main()
