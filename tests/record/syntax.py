"""Records what CPython 3.11 says about sources: `python3.11 syntax.py errors|trees FILE`, where FILE is a table of
`frontend/tests`.

Only the expectations are rewritten; a table that is only programs gets them for the first time.
"""

import ast
import os
import struct
import subprocess
import sys
import tempfile

ENTRY, ANSWER = "=====\n", "-----\n"


def error(program):
    """What the interpreter prints for a file with this program."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "bad.py")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(program)
        done = subprocess.run([sys.executable, "-W", "ignore", "bad.py"], cwd=folder, capture_output=True)
        return done.stderr.decode().replace(path, "bad.py")


def text(value):
    plain = lambda c: " " <= c < "\x7f" and c not in "'\\"
    return "'" + "".join(c if plain(c) else f"\\{ord(c):x};" for c in value) + "'"


def constant(value):
    if value is None or value is True or value is False:
        return repr(value)
    if value is ...:
        return "Ellipsis"
    if isinstance(value, int):
        return hex(value)
    if isinstance(value, float):
        return "float:" + struct.pack(">d", value).hex()
    if isinstance(value, complex):
        return "imag:" + struct.pack(">d", value.imag).hex()
    if isinstance(value, bytes):
        return "bytes:[" + ", ".join(f"{byte:02x}" for byte in value) + "]"
    return text(value)


def field(node, name):
    value = getattr(node, name)
    if isinstance(node, (ast.Constant, ast.MatchSingleton)):
        return constant(value)
    return tree(value)


def tree(node):
    """A tree in the form of `frontend::dump`."""
    if isinstance(node, ast.AST):
        names = [name for name in node._fields if name not in ("kind", "type_comment", "type_ignores")]
        out = f"{type(node).__name__}({', '.join(field(node, name) for name in names)})"
        if hasattr(node, "lineno"):
            out += f"@{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}"
        return out
    if isinstance(node, list):
        return "[" + ", ".join(tree(item) for item in node) + "]"
    return text(node) if isinstance(node, str) else repr(node)


def main():
    kind, path = sys.argv[1:]
    record = error if kind == "errors" else lambda program: tree(ast.parse(program)) + "\n"
    with open(path, encoding="utf-8", newline="") as file:
        programs = [entry.split(ANSWER)[0] for entry in file.read().split(ENTRY)]
    entries = ENTRY.join(program + ANSWER + record(program) for program in programs)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(entries)


main()
