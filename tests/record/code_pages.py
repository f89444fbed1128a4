"""Writes frontend/src/pages/tables.rs: the encodings of one byte a character that CPython 3.11 has.

python3.11 tests/record/code_pages.py > frontend/src/pages/tables.rs
"""

import encodings
import importlib
import pkgutil
from encodings.aliases import aliases


def literal(text):
    special = {'"': '\\"', "\\": "\\\\"}
    return "".join(special.get(c, c if c.isprintable() and c < "\ufffe" else "\\u{%x}" % ord(c)) for c in text)


print("//! Code pages, written by `tests/record/code_pages.py`.\n\nuse super::CodePage;\n")
print("/// All of them, by name.")
print("pub static CODE_PAGES: &[CodePage] = &[")
for module in sorted(m.name for m in pkgutil.iter_modules(encodings.__path__)):
    if module in ("aliases", "mbcs", "oem", "cp65001", "latin_1", "iso8859_1"):
        continue
    loaded = importlib.import_module("encodings." + module)
    table = getattr(loaded, "decoding_table", None)
    if table is None:
        continue
    table = table.ljust(256, "\ufffe")
    half = table[:128] == bytes(range(128)).decode()
    names = [module] + sorted(alias for alias, target in aliases.items() if target == module and alias != module)
    chars = table[128:] if half else table
    name = loaded.getregentry().name
    print('    CodePage {\n        name: "%s",\n        aliases: &[%s],\n        chars: "%s",\n    },' % (
        name, ", ".join('"%s"' % n for n in names), literal(chars)))
    for byte, char in enumerate(table):
        if char != "\ufffe" and char.encode(module)[0] != table.rindex(char):
            raise SystemExit("%s: %#x" % (module, byte))
print("];")
