"""What the recorders share: the real interpreters on this machine, and running a program on one of them.

An interpreter is looked for below `$PYENV_ROOT/versions` (`~/.pyenv` if that is not set), then on PATH as `python3.8`.
"""

import os
import re
import shutil
import subprocess

RELEASES = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TIME_LIMIT = 120


def find(release):
    """The path of the newest interpreter of a release, or None."""
    root = os.environ.get("PYENV_ROOT") or os.path.expanduser("~/.pyenv")
    folder = os.path.join(root, "versions")
    there = [name for name in (os.listdir(folder) if os.path.isdir(folder) else []) if name.startswith(release + ".")]
    for name in sorted(there, key=lambda name: [int(part) for part in re.findall(r"\d+", name)], reverse=True):
        path = os.path.join(folder, name, "bin", "python3")
        if os.path.exists(path):
            return path
    return shutil.which("python" + release)


def version(python):
    """The exact release of an interpreter, such as `3.8.18`."""
    return subprocess.run([python, "-V"], capture_output=True, text=True, check=True).stdout.split()[1]


def releases(text):
    """The releases that a text such as `3.8-3.10,3.12+` names; all for an empty one."""
    if not text.strip():
        return list(RELEASES)
    named = set()
    for part in text.replace(" ", ",").strip(",").split(","):
        first, dash, last = part.rstrip("+").partition("-")
        start, end = RELEASES.index(first), RELEASES.index(last if dash else first)
        named.update(RELEASES[start:] if part.endswith("+") else RELEASES[start:end + 1])
    return [release for release in RELEASES if release in named]


class Program:
    """A program and how its head wants it run."""

    def __init__(self, path):
        self.path = os.path.relpath(os.path.abspath(path), ROOT) if path.startswith(ROOT) or os.path.exists(
            os.path.join(ROOT, path)) else os.path.abspath(path)
        with open(path, encoding="utf-8") as file:
            self.text = file.read()
        self.head = {}
        for line in self.text.split("\n"):
            if not line.startswith("#"):
                break
            key, colon, value = line[1:].partition(":")
            if colon and " " not in key.strip():
                self.head.setdefault(key.strip(), []).append(value.strip())
        self.repl = "repl" in self.head
        self.releases = releases(",".join(self.head.get("releases", [])))

    def run(self, command):
        """Runs it with `command` (a list) as the interpreter: stdout, stderr, status."""
        words = command + " ".join(self.head.get("options", [])).split()
        words += ["-q", "-i"] if self.repl else [self.path]
        words += " ".join(self.head.get("args", [])).split()
        keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        more = dict(pair.split("=", 1) for pair in self.head.get("env", []))
        done = subprocess.run(words, input=self.text if self.repl else "", capture_output=True, text=True, cwd=ROOT,
                              env=dict(keep, PYTHONHASHSEED="0", LC_ALL="C.UTF-8", **more), timeout=TIME_LIMIT)
        return steady(done.stdout), "" if self.repl else steady(done.stderr), done.returncode


def steady(text):
    """The text without what differs from run to run and from machine to machine: addresses, places of files."""
    text = re.sub(r"0x[0-9a-f]{6,}", "0xADDR", text).replace(ROOT + "/", "")
    return re.sub(r"/[^\s\"']*/lib/python3\.\d+/", "LIB/", text)
