"""Writes the expectations of cases: runs each file on a real CPython and records what it prints.

    python3.11 tests/record/record.py tests/cases/list/*.py

Replaces the `# expect:`, `# stderr:`, `# raises:` and `# exit:` lines at the end of each file. Run by hand with the
interpreter whose output counts; building and testing pyglass needs no Python.
"""

import os
import re
import subprocess
import sys

MARKS = ("# expect:", "# stderr:", "# raises:", "# exit:")


def record(path):
    with open(path, encoding="utf-8") as f:
        lines = f.read().rstrip("\n").split("\n")
    while lines and (lines[-1].startswith(MARKS) or not lines[-1]):
        lines.pop()
    args = next((line.split(":", 1)[1].split() for line in lines if line.startswith("# args:")), [])
    stdin = "".join(line.split(":", 1)[1].strip() + "\n" for line in lines if line.startswith("# stdin:"))
    env = dict(os.environ, PYTHONHASHSEED="0")
    done = subprocess.run([sys.executable, path, *args], input=stdin, capture_output=True, text=True, env=env)
    stdout, stderr = (re.sub(r"0x[0-9a-f]{6,}", "0xADDR", text).replace(os.path.abspath(path), path)
                      for text in (done.stdout, done.stderr))
    lines += ["# expect: " + line if line else "# expect:" for line in stdout.splitlines()]
    if done.returncode == 1 and "Traceback" in done.stderr:
        lines.append("# raises: " + stderr.splitlines()[-1])
    else:
        lines += ["# stderr: " + line for line in stderr.splitlines()]
        if done.returncode:
            lines.append("# exit: %d" % done.returncode)
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(lines) + "\n")


for name in sys.argv[1:]:
    record(name)
