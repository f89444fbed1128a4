"""What each line of a function adds to the memory in use.

`@profile` prints a table when the program ends; `python -m memory_profiler script.py` puts `profile`
into the builtins first. The figures are the resident memory of the process, as the original tool's are.
"""

import builtins
import functools
import inspect
import linecache
import os
import sys

__all__ = ["profile", "memory_usage", "LineProfiler", "show_results"]

_TWO_20 = float(2 ** 20)
_TEMPLATE = "{0:>6} {1:>12} {2:>12}  {3:>10}   {4:<}"


def _rss():
    """Resident memory of this process in MiB."""
    with open("/proc/self/statm") as f:
        pages = int(f.read().split()[1])
    return pages * 4096 / _TWO_20


def memory_usage(proc=-1, interval=0.1, timeout=None, max_usage=False, retval=False, **ignored):
    """Memory now, or while calling proc = (function, args, kwargs)."""
    if callable(proc):
        proc = (proc, (), {})
    if isinstance(proc, (tuple, list)):
        f = proc[0]
        args = proc[1] if len(proc) > 1 else ()
        kwargs = proc[2] if len(proc) > 2 else {}
        before = _rss()
        result = f(*args, **kwargs)
        readings = [before, _rss()]
        usage = max(readings) if max_usage else readings
        return (usage, result) if retval else usage
    usage = _rss()
    return usage if max_usage else [usage]


class LineProfiler:
    """Follows chosen functions line by line through sys.settrace."""

    def __init__(self, backend="psutil", **kw):
        # code -> {line: [increment, memory, occurrences]}
        self.code_map = {}
        self._order = []
        self._last = {}
        self._previous_trace = None
        self._depth = 0

    def __call__(self, func=None, precision=1):
        if func is None:
            return functools.partial(self, precision=precision)
        self.add_function(func)
        return self.wrap_function(func)

    def add_function(self, func):
        code = getattr(func, "__code__", None)
        if code is None:
            raise TypeError("only Python functions can be profiled")
        if code not in self.code_map:
            self.code_map[code] = {}
            self._order.append(code)

    def wrap_function(self, func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            # Outside the try: what was not enabled is not disabled.
            self.enable()
            try:
                return func(*args, **kwargs)
            finally:
                self.disable()

        return wrapper

    def enable(self):
        if not hasattr(sys, "settrace"):
            raise NotImplementedError("memory_profiler needs sys.settrace, which this interpreter does not have yet")
        self._depth += 1
        if self._depth == 1:
            self._previous_trace = sys.gettrace()
            sys.settrace(self._trace)

    def disable(self):
        self._depth -= 1
        if self._depth == 0:
            sys.settrace(self._previous_trace)

    def _trace(self, frame, event, arg):
        if frame.f_code not in self.code_map:
            return None
        memory = _rss()
        lines = self.code_map[frame.f_code]
        if event == "call":
            lines.setdefault(frame.f_lineno, [0.0, memory, 1])
            self._last[frame] = (None, memory)
            return self._trace
        line, before = self._last.get(frame, (None, memory))
        if line is not None:
            entry = lines.setdefault(line, [0.0, 0.0, 0])
            entry[0] += memory - before
            entry[1] = max(entry[1], memory)
            entry[2] += 1
        if event == "return":
            self._last.pop(frame, None)
        else:
            self._last[frame] = (frame.f_lineno, memory)
        return self._trace


def show_results(prof, stream=None, precision=1):
    if stream is None:
        stream = sys.stdout
    header = _TEMPLATE.format("Line #", "Mem usage", "Increment", "Occurrences", "Line Contents")
    for code in prof._order:
        lines = prof.code_map[code]
        if not lines:
            continue
        stream.write("Filename: " + code.co_filename + "\n\n")
        stream.write(header + "\n")
        stream.write("=" * len(header) + "\n")
        first = min(lines)
        source = linecache.getlines(code.co_filename)
        start = code.co_firstlineno
        last = _last_line(code, source)
        entry_line = first
        for lineno in range(start, last + 1):
            text = source[lineno - 1].rstrip("\n") if lineno <= len(source) else ""
            entry = lines.get(lineno)
            if entry is None:
                stream.write(_TEMPLATE.format(lineno, "", "", "", text).rstrip() + "\n")
                continue
            increment, memory, occurrences = entry
            if lineno == entry_line:
                increment = memory
            stream.write(_TEMPLATE.format(
                lineno, "%.*f MiB" % (precision, memory), "%.*f MiB" % (precision, increment),
                occurrences, text) + "\n")
        stream.write("\n\n")


def _last_line(code, source):
    last = code.co_firstlineno
    for _, _, line in code.co_lines():
        if line is not None:
            last = max(last, line)
    return min(last, len(source)) if source else last


_profiler = None
_precision = 1


def profile(func=None, stream=None, precision=1, backend="psutil"):
    """Decorator: the table is printed after each call."""
    if func is None:
        return functools.partial(profile, stream=stream, precision=precision, backend=backend)

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        prof = LineProfiler()
        value = prof(func)(*args, **kwargs)
        show_results(prof, stream=stream, precision=precision)
        return value

    return wrapper


def _run_script(argv):
    path = argv[0]
    sys.argv[:] = argv
    sys.path[0] = os.path.dirname(os.path.abspath(path))
    prof = LineProfiler()
    builtins.__dict__["profile"] = prof
    namespace = {"__file__": path, "__name__": "__main__", "__builtins__": builtins, "profile": prof}
    with open(path, encoding="utf-8") as f:
        source = f.read()
    try:
        exec(compile(source, path, "exec"), namespace, namespace)
    finally:
        show_results(prof)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print("usage: python -m memory_profiler script_file.py [args]", file=sys.stderr)
        sys.exit(2)
    _run_script(sys.argv[1:])
