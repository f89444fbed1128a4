"""Times every program here under two interpreters in turn and prints the ratios.

    python3.11 bench/run.py target/release/pyglass /usr/bin/python3.11 [runs]

The best of the interleaved runs of each counts: the machine's noise only ever adds.
"""

import math
import os
import subprocess
import sys
import time


def once(command, program):
    start = time.perf_counter()
    done = subprocess.run([command, program], stdout=subprocess.PIPE)
    return time.perf_counter() - start, done.stdout


def main():
    ours, theirs = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    here = os.path.dirname(os.path.abspath(__file__))
    logs = []
    for name in sorted(os.listdir(here)):
        if not name.endswith(".py") or name == "run.py":
            continue
        program = os.path.join(here, name)
        a, b = [], []
        for _ in range(runs):
            t, out_a = once(ours, program)
            a.append(t)
            t, out_b = once(theirs, program)
            b.append(t)
        ratio = min(b) / min(a)
        logs.append(math.log(ratio))
        note = "" if out_a == out_b else "   OUTPUT DIFFERS"
        print(f"{name[:-3]:12} {min(a):7.3f} s {min(b):7.3f} s  {ratio:5.2f} times as fast{note}", flush=True)
    print(f"geometric mean {math.exp(sum(logs) / len(logs)):.2f}")


main()
