"""Records the code objects that CPython 3.11 makes: `python3.11 code_objects.py FILE`, where FILE is
`frontend/tests/code_objects.txt`. Only the expectations are rewritten.

Of the instructions those are kept that mean the same in any machine, as a sorted set with their places. Constants are
sorted too: CPython appends those that it folds late.
"""

import dis
import sys
import types

ENTRY, ANSWER = "=====\n", "-----\n"
WITH_NAME = {"LOAD_ATTR", "LOAD_METHOD", "STORE_ATTR", "DELETE_ATTR", "LOAD_NAME", "STORE_NAME", "DELETE_NAME",
             "LOAD_GLOBAL", "STORE_GLOBAL", "IMPORT_FROM"}
WITH_SIGN = {"BINARY_OP", "COMPARE_OP"}
PLAIN = {"BINARY_SUBSCR", "STORE_SUBSCR", "DELETE_SUBSCR", "CONTAINS_OP", "CALL", "CALL_FUNCTION_EX", "GET_ITER",
         "FOR_ITER", "RAISE_VARARGS", "IMPORT_NAME", "UNPACK_SEQUENCE", "UNPACK_EX", "YIELD_VALUE", "SEND",
         "GET_AWAITABLE", "BEFORE_WITH", "WITH_EXCEPT_START", "CHECK_EXC_MATCH", "MAKE_FUNCTION", "FORMAT_VALUE",
         "BUILD_LIST", "BUILD_SET", "BUILD_MAP", "BUILD_CONST_KEY_MAP", "LIST_APPEND", "LIST_EXTEND", "MAP_ADD",
         "DICT_UPDATE", "DICT_MERGE", "LOAD_DEREF", "STORE_DEREF", "LOAD_ASSERTION_ERROR", "MATCH_CLASS"}


def constant(value):
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(value, tuple):
        return "(" + ", ".join(map(constant, value)) + ")"
    if isinstance(value, frozenset):
        return "frozenset(" + ", ".join(map(constant, sorted(value))) + ")"
    if isinstance(value, types.CodeType):
        return f"<code {value.co_name}>"
    return "..." if value is ... else repr(value)


def events(code):
    for instr in dis.get_instructions(code):
        name = instr.opname
        if name in WITH_NAME:
            name += " " + instr.argval
        elif name in WITH_SIGN:
            name += " " + instr.argrepr
        elif name not in PLAIN:
            continue
        place = instr.positions
        if place.lineno is not None:
            yield f"{name} {place.lineno}:{place.col_offset}-{place.end_lineno}:{place.end_col_offset}"


def describe(code):
    counts = [code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount]
    lines = [f"{code.co_qualname} line {code.co_firstlineno} args {counts} flags {code.co_flags:#x} stack {code.co_stacksize}"]
    lines.append("  vars " + " ".join(code.co_varnames))
    lines.append("  names " + " ".join(code.co_names))
    lines.append("  cells " + " ".join(code.co_cellvars))
    lines.append("  frees " + " ".join(code.co_freevars))
    lines.append("  consts " + " ".join(sorted(map(constant, code.co_consts))))
    lines += ["  " + event for event in sorted(set(events(code)))]
    for inner in code.co_consts:
        if isinstance(inner, types.CodeType):
            lines += describe(inner)
    return lines


def main():
    path = sys.argv[1]
    with open(path, encoding="utf-8") as file:
        programs = [entry.partition(ANSWER)[0] for entry in file.read().split(ENTRY)]
    answers = [program + ANSWER + "\n".join(describe(compile(program, "t.py", "exec"))) + "\n" for program in programs]
    with open(path, "w", encoding="utf-8") as file:
        file.write(ENTRY.join(answers))


main()
