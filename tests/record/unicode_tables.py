"""Writes runtime/src/unicode/tables.rs: what CPython 3.11 knows about every character (Unicode 14).

python3.11 tests/record/unicode_tables.py > runtime/src/unicode/tables.rs
"""

NAMES = ["ALPHA", "DECIMAL", "DIGIT", "NUMERIC", "LOWER", "UPPER", "TITLE_CASE", "PRINTABLE", "SPACE", "START", "CONTINUE",
         "CASED", "IGNORABLE"]


def flags(code):
    s = chr(code)
    cased = (s + "a").title()[-1] == "a"
    # A capital sigma at the end of a word becomes the final form; what is ignored around it is "case-ignorable".
    ignorable = (" " + s + "\u03a3").lower()[-1] != "\u03c2" if cased else ("A" + s + "\u03a3").lower()[-1] == "\u03c2"
    values = [s.isalpha(), s.isdecimal(), s.isdigit(), s.isnumeric(), s.islower(), s.isupper(),
              s.istitle() and not s.isupper(), s.isprintable(), s.isspace(), s.isidentifier(), ("a" + s).isidentifier(),
              cased, ignorable]
    return sum(1 << bit for bit, value in enumerate(values) if value)


def wrapped(items, width=118):
    line = "   "
    for item in items:
        if len(line) + len(item) + 2 > width:
            print(line)
            line = "   "
        line += " " + item + ","
    print(line)


def mapping(name, doc, differs, value):
    rows = [c for c in range(0x110000) if differs(chr(c))]
    print(f"\n/// {doc}\npub static {name}: &[(u32, &str)] = &[")
    wrapped('(%#x, "%s")' % (c, "".join("\\u{%x}" % ord(x) for x in value(chr(c)))) for c in rows)
    print("];")


table = [flags(c) for c in range(0x110000)]
classes = sorted(set(table))
print("//! Character properties and case mappings of Unicode 14, written by `tests/record/unicode_tables.py`.\n")
for bit, name in enumerate(NAMES):
    print(f"pub const {name}: u16 = {1 << bit:#x};")
print("\n/// The combinations of properties that occur.")
print(f"pub static CLASSES: [u16; {len(classes)}] = [")
wrapped(hex(c) for c in classes)
print("];")
runs = [c for c in range(0x110000) if c == 0 or table[c] != table[c - 1]]
print("\n/// Where runs of equal characters start: code point * 32 + class, ascending.")
print(f"pub static RUNS: [u32; {len(runs)}] = [")
wrapped(hex(c << 5 | classes.index(table[c])) for c in runs)
print("];")
zeros = [c for c in range(0x110000) if chr(c).isdecimal() and int(chr(c)) == 0]
print(f"\n/// The zero of each set of ten decimal digits.\npub static ZEROS: [u32; {len(zeros)}] = [")
wrapped(map(hex, zeros))
print("];")
mapping("TITLE", "Characters whose title case is not their upper case.",
        lambda s: s.title() != s.upper() and not 0x10d0 <= ord(s) <= 0x10ff, str.title)
mapping("FOLD", "Characters whose case folding is not their lower case, Cherokee aside.",
        lambda s: s.casefold() != s.lower() and not (0x13a0 <= ord(s) <= 0x13fd or 0xab70 <= ord(s) <= 0xabbf), str.casefold)
