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
        self.enable_count = 0
        self.prevlines = []
        self.prev_lineno = None
        self._original_trace_function = None

    def __call__(self, func=None, precision=1):
        if func is None:
            return functools.partial(self, precision=precision)
        self.add_function(func)
        return self.wrap_function(func)

    def add_function(self, func):
        code = getattr(func, "__code__", None)
        if code is None:
            raise TypeError("only Python functions can be profiled")
        self.code_map.setdefault(code, {})

    def wrap_function(self, func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            # Outside the try: what was not enabled is not disabled.
            self.enable_by_count()
            try:
                return func(*args, **kwargs)
            finally:
                self.disable_by_count()

        return wrapper

    def enable_by_count(self):
        if self.enable_count == 0:
            self.enable()
        self.enable_count += 1

    def disable_by_count(self):
        if self.enable_count > 0:
            self.enable_count -= 1
            if self.enable_count == 0:
                self.disable()

    def enable(self):
        self._original_trace_function = sys.gettrace()
        sys.settrace(self.trace_memory_usage)

    def disable(self):
        sys.settrace(self._original_trace_function)

    def trace_memory_usage(self, frame, event, arg):
        """A line's figure is taken when the next one begins; the line of the call stands for what was there before."""
        code = frame.f_code
        if code in self.code_map:
            if event == "call":
                self.prevlines.append(frame.f_lineno)
            elif event in ("line", "return"):
                lineno = self.prevlines[-1]
                self._count(code, lineno)
                self.prev_lineno = lineno
                if event == "line":
                    self.prevlines[-1] = frame.f_lineno
                else:
                    self.prevlines.pop()
        if self._original_trace_function is not None:
            self._original_trace_function(frame, event, arg)
        return self.trace_memory_usage

    def _count(self, code, lineno):
        memory = _rss()
        lines = self.code_map[code]
        before = lines.get(self.prev_lineno, (0, 0, 0))[1]
        increment, most, occurrences = lines.get(lineno, (0, 0, 0))
        lines[lineno] = increment + memory - before, max(memory, most), occurrences + 1


def show_results(prof, stream=None, precision=1):
    if stream is None:
        stream = sys.stdout
    header = _TEMPLATE.format("Line #", "Mem usage", "Increment", "Occurrences", "Line Contents")
    figure = "{0:%d.%df} MiB" % (precision + 4, precision)
    for code, lines in prof.code_map.items():
        stream.write("Filename: " + code.co_filename + "\n\n")
        stream.write(header + "\n")
        stream.write("=" * len(header) + "\n")
        source = linecache.getlines(code.co_filename)
        for lineno in range(code.co_firstlineno, _last_line(code, source) + 1):
            text = source[lineno - 1] if lineno <= len(source) else "\n"
            if lineno in lines:
                increment, memory, occurrences = lines[lineno]
                row = figure.format(memory), figure.format(increment), occurrences
            else:
                row = "", "", ""
            stream.write(_TEMPLATE.format(lineno, *row, text))
        stream.write("\n\n")


def _last_line(code, source):
    last = code.co_firstlineno
    for _, _, line in code.co_lines():
        if line is not None:
            last = max(last, line)
    return min(last, len(source)) if source else last


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
    precision = 3
    prof = LineProfiler()
    builtins.__dict__["profile"] = prof
    namespace = {"__file__": path, "__name__": "__main__", "__builtins__": builtins, "profile": prof}
    with open(path, encoding="utf-8") as f:
        source = f.read()
    try:
        exec(compile(source, path, "exec"), namespace, namespace)
    finally:
        show_results(prof, precision=precision)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print("usage: python -m memory_profiler script_file.py [args]", file=sys.stderr)
        sys.exit(2)
    _run_script(sys.argv[1:])
