"""How long small pieces of code take."""

import gc
import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter
_globals = globals

dummy_src_name = "<timeit-src>"

template = """
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        namespace = {}
        global_ns = _globals() if globals is None else globals
        init = ""
        if isinstance(setup, str):
            compile(setup, dummy_src_name, "exec")
            stmtprefix = setup + "\n"
            setup = reindent(setup, 4)
        elif callable(setup):
            namespace["_setup"] = setup
            init += ", _setup=_setup"
            stmtprefix = ""
            setup = "_setup()"
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(stmtprefix + stmt, dummy_src_name, "exec")
            stmt = reindent(stmt, 8)
        elif callable(stmt):
            namespace["_stmt"] = stmt
            init += ", _stmt=_stmt"
            stmt = "_stmt()"
        else:
            raise ValueError("stmt is neither a string nor callable")
        src = template.format(stmt=stmt, setup=setup, init=init)
        self.src = src
        exec(compile(src, dummy_src_name, "exec"), global_ns, namespace)
        self.inner = namespace["inner"]

    def print_exc(self, file=None):
        import traceback

        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        it = itertools.repeat(None, number)
        gcold = gc.isenabled()
        gc.disable()
        try:
            return self.inner(it, self.timer)
        finally:
            if gcold:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for step in 1, 2, 5:
                number = scale * step
                time_taken = self.timeit(number)
                if callback:
                    callback(number, time_taken)
                if time_taken >= 0.2:
                    return number, time_taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}


def _format_time(seconds, unit, precision):
    if unit is not None:
        scale = _UNITS[unit]
    else:
        for unit, scale in sorted(_UNITS.items(), key=lambda u: -u[1]):
            if seconds >= scale:
                break
    return "%.*g %s" % (precision, seconds / scale, unit)


def _options(args):
    found = {"n": None, "r": str(default_repeat), "s": [], "u": None, "v": 0, "p": False}
    args = list(args)
    names = {"--number": "n", "--repeat": "r", "--setup": "s", "--unit": "u", "--verbose": "v", "--process": "p"}
    while args and args[0].startswith("-") and args[0] != "-":
        word = args.pop(0)
        if word == "--":
            break
        if word.startswith("--"):
            name, eq, value = word.partition("=")
            key, rest = names.get(name), [value] if eq else []
        else:
            key, rest = word[1], [word[2:]] if word[2:] else []
        if key == "v":
            found["v"] += 1
        elif key == "p":
            found["p"] = True
        elif key in ("n", "r", "s", "u"):
            value = rest[0] if rest else args.pop(0)
            if key == "s":
                found["s"].append(value)
            else:
                found[key] = value
        else:
            raise ValueError("option %s not recognized" % word)
    return found, args


def main(args=None, *, _wrap_timer=None):
    try:
        found, args = _options(sys.argv[1:] if args is None else args)
    except (ValueError, IndexError) as err:
        print(err)
        print("use -h/--help for command line help")
        return 2
    timer = time.process_time if found["p"] else default_timer
    number = int(found["n"] or 0)
    repeats = max(int(found["r"]), 1)
    precision = 3 + max(found["v"] - 1, 0)
    t = Timer("\n".join(args) or "pass", "\n".join(found["s"]) or "pass", timer)
    try:
        if number == 0:
            number, _ = t.autorange()
        raw = t.repeat(repeats, number)
    except BaseException:
        t.print_exc()
        return 1
    if found["v"]:
        print("raw times: %s" % ", ".join(_format_time(x, found["u"], precision) for x in raw))
        print()
    timings = [x / number for x in raw]
    best, worst = min(timings), max(timings)
    print("%d loop%s, best of %d: %s per loop" % (
        number, "s" if number != 1 else "", repeats, _format_time(best, found["u"], precision)))
    if worst >= best * 4:
        import warnings

        warnings.warn_explicit(
            "The test results are likely unreliable. The worst time (%s) was more than four times slower than the "
            "best time (%s)." % (_format_time(worst, found["u"], precision), _format_time(best, found["u"], precision)),
            UserWarning, "", 0)
    return None


if __name__ == "__main__":
    sys.exit(main())
