"""Tracebacks as text. The interpreter's own printer is native; this one makes the same lines for programs."""

import collections.abc
import itertools
import linecache
import sys
from contextlib import suppress

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
    "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
    "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb",
]

_cause_message = "\nThe above exception was the direct cause of the following exception:\n\n"
_context_message = "\nDuring handling of the above exception, another exception occurred:\n\n"
_RECURSIVE_CUTOFF = 3


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()


def print_list(extracted_list, file=None):
    if file is None:
        file = sys.stderr
    for item in StackSummary.from_list(extracted_list).format():
        print(item, file=file, end="")


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    return StackSummary._extract_from_extended_frame_gen(_tb_positions(tb), limit=limit)


def _parse_value_tb(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is tb is _sentinel:
        if exc is None:
            return None, None
        if isinstance(exc, BaseException):
            return exc, exc.__traceback__
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return value, tb


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    value, tb = _parse_value_tb(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    value, tb = _parse_value_tb(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_sentinel):
    if value is _sentinel:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def _some_str(value, what, func=str):
    try:
        return func(value)
    except Exception:
        return f"<{what} {func.__name__}() failed>"


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except BaseException:
        return f"<{what} {func.__name__}() failed>"


def _format_final_exc_line(etype, value):
    text = _safe_string(value, "exception")
    if value is None or not text:
        return f"{etype}\n"
    return f"{etype}: {text}\n"


def print_exc(limit=None, file=None, chain=True):
    print_exception(*sys.exc_info(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_stack(f=None, limit=None, file=None):
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


class FrameSummary:
    """One line of a traceback."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        if lookup_line:
            self.line
        self.locals = None
        if locals:
            self.locals = {k: _safe_string(v, "local", func=repr) for k, v in locals.items()}

    def _parts(self):
        return (self.filename, self.lineno, self.name, self.line)

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._parts() == other._parts() and self.locals == other.locals
        if isinstance(other, tuple):
            return self._parts() == other
        return NotImplemented

    def __getitem__(self, pos):
        return self._parts()[pos]

    def __iter__(self):
        return iter(self._parts())

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __len__(self):
        return 4

    @property
    def _original_line(self):
        self.line
        return self._line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()


def walk_stack(f):
    if f is None:
        f = sys._getframe().f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _tb_positions(tb):
    while tb is not None:
        yield tb.tb_frame, _code_position(tb.tb_frame.f_code, tb.tb_lasti, tb.tb_lineno)
        tb = tb.tb_next


def _code_position(code, instruction, lineno):
    if instruction < 0:
        return lineno, None, None, None
    found = next(itertools.islice(code.co_positions(), instruction // 2, None), None)
    if found is None:
        return lineno, None, None, None
    line, end_line, column, end_column = found
    return (lineno if line is None else line), end_line, column, end_column


class StackSummary(list):
    """Lines of a traceback."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        extended = ((f, (lineno, None, None, None)) for f, lineno in frame_gen)
        return klass._extract_from_extended_frame_gen(
            extended, limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)

    @classmethod
    def _extract_from_extended_frame_gen(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            if limit >= 0:
                frame_gen = itertools.islice(frame_gen, limit)
            else:
                frame_gen = collections.deque(frame_gen, maxlen=-limit)
        result = klass()
        filenames = set()
        for f, (lineno, end_lineno, colno, end_colno) in frame_gen:
            co = f.f_code
            filenames.add(co.co_filename)
            linecache.lazycache(co.co_filename, f.f_globals)
            result.append(FrameSummary(
                co.co_filename, lineno, co.co_name, lookup_line=False, locals=f.f_locals if capture_locals else None,
                end_lineno=end_lineno, colno=colno, end_colno=end_colno))
        for filename in filenames:
            linecache.checkcache(filename)
        if lookup_lines:
            for f in result:
                f.line
        return result

    @classmethod
    def from_list(klass, a_list):
        result = StackSummary()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary):
        f = frame_summary
        rows = ['  File "{}", line {}, in {}\n'.format(f.filename, f.lineno, f.name)]
        if f.line:
            stripped = f.line.strip()
            rows.append("    {}\n".format(stripped))
            rows += _caret_row(f, stripped)
        if f.locals:
            for name, value in sorted(f.locals.items()):
                rows.append("    {name} = {value}\n".format(name=name, value=value))
        return "".join(rows)

    def format(self):
        result = []
        last = None
        count = 0
        for f in self:
            text = self.format_frame_summary(f)
            if text is None:
                continue
            place = (f.filename, f.lineno, f.name)
            if place != last:
                result += _repeated(count)
                last = place
                count = 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(text)
        return result + _repeated(count)


def _repeated(count):
    if count <= _RECURSIVE_CUTOFF:
        return []
    count -= _RECURSIVE_CUTOFF
    return [f"  [Previous line repeated {count} more time{'s' if count > 1 else ''}]\n"]


def _byte_offset_to_character_offset(text, offset):
    return len(text.encode("utf-8")[:offset].decode("utf-8", "replace"))


def _caret_row(f, stripped):
    if f.colno is None or f.end_colno is None:
        return []
    line = f._original_line
    start = _byte_offset_to_character_offset(line, f.colno) + 1
    if f.lineno == f.end_lineno:
        end = _byte_offset_to_character_offset(line, f.end_colno) + 1
        anchors = None
        with suppress(Exception):
            anchors = _anchors(line[start - 1:end - 1])
    else:
        # The caret row marks the first line only.
        end = len(line.rstrip()) + 1
        anchors = None
    # CPython counts the blanks at the end of the line, too, and takes for granted that one of them is the line's end.
    indent = len(line) - len(line.strip()) - 1
    if (end - start) >= len(stripped) and anchors is None:
        return []
    start, end = start - 1, min(end - 1, len(line.rstrip()))
    blank, width = _columns(line[:start]) - indent, _columns(line[start:end])
    if anchors is None:
        marks = "^" * width
    else:
        left, right = (_columns(line[start:start + at]) for at in anchors)
        marks = "~" * left + "^" * (right - left) + "~" * (width - right)
    return ["    " + " " * blank + marks + "\n"]


def _columns(text):
    """The columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    from _traceback import columns

    return columns(text)


def _anchors(segment):
    """Where in an expression its operator or its subscript stands, as the native printer finds it."""
    from _traceback import anchors

    return anchors(segment)


class _ExceptionPrintContext:
    def __init__(self):
        self.seen = set()
        self.exception_group_depth = 0
        self.need_close = False

    def indent(self):
        return " " * (2 * self.exception_group_depth)

    def emit(self, text_gen, margin_char=None):
        if margin_char is None:
            margin_char = "|"
        prefix = self.indent()
        if self.exception_group_depth:
            prefix += margin_char + " "
        for text in (text_gen,) if isinstance(text_gen, str) else text_gen:
            yield "".join(prefix + line if line.strip("\n") or self.exception_group_depth else line
                          for line in text.splitlines(True))


class TracebackException:
    """All that is needed to print an exception, without the exception."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        if _seen is None:
            _seen = set()
        _seen.add(id(exc_value))
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._extract_from_extended_frame_gen(_tb_positions(exc_traceback), **options)
        self.exc_type = exc_type
        self._str = _safe_string(exc_value, "exception")
        self.__notes__ = getattr(exc_value, "__notes__", None)
        if exc_type and issubclass(exc_type, SyntaxError):
            self._take_syntax_error(exc_value)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        options.update(compact=compact, max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=_seen)
        self.__cause__ = self.__context__ = self.exceptions = None
        if exc_value is None:
            return
        cause, context = exc_value.__cause__, exc_value.__context__
        if cause is not None and id(cause) not in _seen:
            self.__cause__ = TracebackException(type(cause), cause, cause.__traceback__, **options)
        wanted = not compact or (self.__cause__ is None and not self.__suppress_context__)
        if context is not None and wanted and id(context) not in _seen:
            self.__context__ = TracebackException(type(context), context, context.__traceback__, **options)
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [TracebackException(type(e), e, e.__traceback__, **options) for e in exc_value.exceptions]

    def _take_syntax_error(self, exc_value):
        self.filename = exc_value.filename
        lno, end_lno = exc_value.lineno, exc_value.end_lineno
        self.lineno = str(lno) if lno is not None else None
        self.end_lineno = str(end_lno) if end_lno is not None else None
        self.text = exc_value.text
        self.offset = exc_value.offset
        self.end_offset = exc_value.end_offset
        self.msg = exc_value.msg

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        if self.exc_type is None:
            yield _format_final_exc_line(None, self._str)
            return
        stype = self.exc_type.__qualname__
        smod = self.exc_type.__module__
        if smod not in ("__main__", "builtins"):
            stype = (smod if isinstance(smod, str) else "<unknown>") + "." + stype
        if issubclass(self.exc_type, SyntaxError):
            yield from self._format_syntax_error(stype)
        else:
            yield _format_final_exc_line(stype, self._str)
        notes = self.__notes__
        if isinstance(notes, collections.abc.Sequence):
            for note in notes:
                for line in _safe_string(note, "note").split("\n"):
                    yield line + "\n"
        elif notes is not None:
            yield "{}\n".format(_safe_string(notes, "__notes__", func=repr))

    def _format_syntax_error(self, stype):
        filename_suffix = ""
        if self.lineno is not None:
            yield '  File "{}", line {}\n'.format(self.filename or "<string>", self.lineno)
        elif self.filename is not None:
            filename_suffix = " ({})".format(self.filename)
        text = self.text
        if text is not None:
            rtext = text.rstrip("\n")
            ltext = rtext.lstrip(" \n\f")
            spaces = len(rtext) - len(ltext)
            yield "    {}\n".format(ltext)
            if self.offset is not None:
                offset = self.offset
                end_offset = self.end_offset if self.end_offset not in (None, 0) else offset
                if offset == end_offset or end_offset == -1:
                    end_offset = offset + 1
                colno = offset - 1 - spaces
                end_colno = end_offset - 1 - spaces
                if colno >= 0:
                    caretspace = "".join(c if c.isspace() else " " for c in ltext[:colno])
                    yield "    {}{}".format(caretspace, "^" * (end_colno - colno) + "\n")
        yield "{}: {}{}\n".format(stype, self.msg or "<no detail available>", filename_suffix)

    def _chain(self):
        # Innermost last: (message that leads over, exception).
        output = []
        exc = self
        while exc is not None:
            if exc.__cause__ is not None:
                message, following = _cause_message, exc.__cause__
            elif exc.__context__ is not None and not exc.__suppress_context__:
                message, following = _context_message, exc.__context__
            else:
                message = following = None
            output.append((message, exc))
            exc = following
        return output

    def format(self, *, chain=True, _ctx=None):
        if _ctx is None:
            _ctx = _ExceptionPrintContext()
        for message, exc in reversed(self._chain() if chain else [(None, self)]):
            if message is not None:
                yield from _ctx.emit(message)
            if exc.exceptions is None:
                if exc.stack:
                    yield from _ctx.emit("Traceback (most recent call last):\n")
                    yield from _ctx.emit(exc.stack.format())
                yield from _ctx.emit(exc.format_exception_only())
            elif _ctx.exception_group_depth > self.max_group_depth:
                yield from _ctx.emit(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from self._format_group(exc, _ctx)

    def _format_group(self, exc, _ctx):
        is_toplevel = _ctx.exception_group_depth == 0
        if is_toplevel:
            _ctx.exception_group_depth += 1
        if exc.stack:
            yield from _ctx.emit(
                "Exception Group Traceback (most recent call last):\n", margin_char="+" if is_toplevel else None)
            yield from _ctx.emit(exc.stack.format())
        yield from _ctx.emit(exc.format_exception_only())
        num_excs = len(exc.exceptions)
        n = num_excs if num_excs <= self.max_group_width else self.max_group_width + 1
        _ctx.need_close = False
        for i in range(n):
            last_exc = i == n - 1
            if last_exc:
                _ctx.need_close = True
            truncated = self.max_group_width is not None and i >= self.max_group_width
            title = f"{i + 1}" if not truncated else "..."
            yield _ctx.indent() + ("+-" if i == 0 else "  ") + f"+---------------- {title} ----------------\n"
            _ctx.exception_group_depth += 1
            if not truncated:
                yield from exc.exceptions[i].format(chain=True, _ctx=_ctx)
            else:
                remaining = num_excs - self.max_group_width
                plural = "s" if remaining > 1 else ""
                yield from _ctx.emit(f"and {remaining} more exception{plural}\n")
            if last_exc and _ctx.need_close:
                yield _ctx.indent() + "+------------------------------------\n"
                _ctx.need_close = False
            _ctx.exception_group_depth -= 1
        if is_toplevel:
            _ctx.exception_group_depth = 0

    def print(self, *, file=None, chain=True):
        if file is None:
            file = sys.stderr
        for line in self.format(chain=chain):
            print(line, file=file, end="")
