"""Looks at live objects: what they are, what their functions take, where their source stands."""

import builtins
import collections.abc
import enum
import functools
import linecache
import os
import sys
import types
from collections import namedtuple, OrderedDict
from keyword import iskeyword
from operator import attrgetter

__all__ = [
    "ArgInfo", "Attribute", "BoundArguments", "CORO_CLOSED", "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED",
    "CO_ASYNC_GENERATOR", "CO_COROUTINE", "CO_GENERATOR", "CO_ITERABLE_COROUTINE", "CO_NESTED", "CO_NEWLOCALS",
    "CO_NOFREE", "CO_OPTIMIZED", "CO_VARARGS", "CO_VARKEYWORDS", "ClosureVars", "FrameInfo", "FullArgSpec",
    "GEN_CLOSED", "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "Parameter", "Signature", "Traceback", "classify_class_attrs",
    "cleandoc", "currentframe", "formatannotation", "get_annotations", "getargvalues", "getattr_static",
    "getcallargs", "getclasstree", "getclosurevars", "getcomments", "getcoroutinestate", "getdoc", "getfile",
    "getframeinfo", "getfullargspec", "getgeneratorlocals", "getgeneratorstate", "getinnerframes", "getlineno",
    "getmembers", "getmembers_static", "getmodule", "getmodulename", "getmro", "getouterframes", "getsource",
    "getsourcefile", "getsourcelines", "indentsize", "isabstract", "isasyncgen", "isasyncgenfunction", "isawaitable",
    "isbuiltin", "isclass", "iscode", "iscoroutine", "iscoroutinefunction", "isdatadescriptor", "isframe",
    "isfunction", "isgenerator", "isgeneratorfunction", "isgetsetdescriptor", "ismemberdescriptor", "ismethod",
    "ismethoddescriptor", "ismethodwrapper", "ismodule", "isroutine", "istraceback", "signature", "stack", "trace",
    "unwrap", "walktree",
]

CO_OPTIMIZED = 0x1
CO_NEWLOCALS = 0x2
CO_VARARGS = 0x4
CO_VARKEYWORDS = 0x8
CO_NESTED = 0x10
CO_GENERATOR = 0x20
CO_NOFREE = 0x40
CO_COROUTINE = 0x80
CO_ITERABLE_COROUTINE = 0x100
CO_ASYNC_GENERATOR = 0x200
TPFLAGS_IS_ABSTRACT = 1 << 20


# ---- what a thing is

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, "__get__") and not hasattr(tp, "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, "__set__") or hasattr(tp, "__delete__")


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def _has_code_flag(f, flag):
    while ismethod(f):
        f = f.__func__
    while isinstance(f, functools.partial):
        f = f.func
    if not isfunction(f):
        return False
    return bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_code_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_code_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    return (
        isinstance(object, types.CoroutineType)
        or (isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE))
        or isinstance(object, collections.abc.Awaitable)
    )


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


# ---- members

def _getmembers(object, predicate, getter):
    results = []
    processed = set()
    names = dir(object)
    mro = getmro(object) if isclass(object) else ()
    for base in getattr(object, "__bases__", ()) if isclass(object) else ():
        for k, v in base.__dict__.items():
            if isinstance(v, types.DynamicClassAttribute):
                names.append(k)
    for key in names:
        try:
            value = getter(object, key)
            if key in processed:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if key in base.__dict__:
                    value = base.__dict__[key]
                    break
            else:
                continue
        if not predicate or predicate(value):
            results.append((key, value))
        processed.add(key)
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    return _getmembers(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _getmembers(object, predicate, getattr_static)


Attribute = namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    result = []
    for name in dir(cls):
        home = next((c for c in cls.__mro__ if name in c.__dict__), None)
        obj = home.__dict__[name] if home else getattr(cls, name, None)
        if isinstance(obj, (staticmethod, types.BuiltinMethodType)):
            kind = "static method"
        elif isinstance(obj, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(obj, property):
            kind = "property"
        elif isroutine(obj):
            kind = "method"
        else:
            kind = "data"
        if isinstance(obj, (staticmethod, classmethod)):
            pass
        result.append(Attribute(name, kind, home or cls, obj))
    return result


def getmro(cls):
    return cls.__mro__


_sentinel = object()


def getattr_static(obj, attr, default=_sentinel):
    """The attribute as it is stored: no descriptor, no __getattr__ runs."""
    if isinstance(obj, type):
        for entry in type.__dict__["__mro__"].__get__(obj):
            found = entry.__dict__.get(attr, _sentinel)
            if found is not _sentinel:
                return found
        for entry in type(obj).__mro__:
            if attr in entry.__dict__:
                return entry.__dict__[attr]
    else:
        klass_result = next((c.__dict__[attr] for c in type(obj).__mro__ if attr in c.__dict__), _sentinel)
        instance_result = _sentinel
        try:
            instance_result = object.__getattribute__(obj, "__dict__").get(attr, _sentinel)
        except AttributeError:
            pass
        if klass_result is not _sentinel and (
                instance_result is _sentinel
                or (hasattr(type(klass_result), "__get__") and hasattr(type(klass_result), "__set__"))):
            return klass_result
        if instance_result is not _sentinel:
            return instance_result
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


def unwrap(func, *, stop=None):
    seen = {id(func): func}
    first = func
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError("wrapper loop when unwrapping {!r}".format(first))
        seen[id(func)] = func
    return func


# ---- documentation and source

def indentsize(line):
    expline = line.expandtabs()
    return len(expline) - len(expline.lstrip())


def _finddoc(obj):
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object and base.__doc__ is not None:
                return base.__doc__
        return None
    if ismethod(obj):
        owner, name = obj.__self__, obj.__func__.__name__
        cls = owner if isclass(owner) else owner.__class__
    elif isfunction(obj):
        name = obj.__name__
        cls = sys.modules.get(obj.__module__)
        for part in obj.__qualname__.split(".")[:-1]:
            cls = getattr(cls, part, None)
        if not isclass(cls):
            return None
    else:
        return None
    for base in cls.__mro__:
        doc = getattr(getattr(base, name, None), "__doc__", None)
        if doc is not None:
            return doc
    return None


def getdoc(object):
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _finddoc(object)
        except (AttributeError, TypeError):
            return None
    if not isinstance(doc, str):
        return None
    return cleandoc(doc)


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()]
    if lines:
        lines[0] = lines[0].lstrip()
    if margins:
        margin = min(margins)
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getfile(object):
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError("{!r} is a built-in module".format(object))
    if isclass(object):
        module = sys.modules.get(getattr(object, "__module__", None))
        if getattr(module, "__file__", None):
            return module.__file__
        if object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError("{!r} is a built-in class".format(object))
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got {}".format(
        type(object).__name__))


def getmodulename(path):
    name = os.path.basename(path)
    return name[:-3] if name.endswith(".py") else None


def getsourcefile(object):
    filename = getfile(object)
    if os.path.exists(filename) or filename in linecache.cache or linecache.getlines(filename):
        return filename
    return None


def getabsfile(object, _filename=None):
    return os.path.normcase(os.path.abspath(_filename or getsourcefile(object) or getfile(object)))


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = getabsfile(object, _filename)
    except (TypeError, FileNotFoundError):
        return None
    for module in list(sys.modules.values()):
        if getattr(module, "__file__", None) and os.path.abspath(module.__file__) == file:
            return module
    return None


def _block_end(lines, start):
    """Index behind the block that begins at `start`: a bracket- and string-aware reading of indentation."""
    depth = 0
    quote = None
    header_done = False
    base = indentsize(lines[start])
    last = start
    i = start
    while i < len(lines):
        line = lines[i]
        text = line.strip()
        fresh = depth == 0 and quote is None
        if fresh and header_done and text and not text.startswith("#"):
            if indentsize(line) <= base:
                break
        ends_with_colon = False
        j = 0
        while j < len(line):
            c = line[j]
            if quote is not None:
                if c == "\\":
                    j += 1
                elif line.startswith(quote, j):
                    j += len(quote) - 1
                    quote = None
            elif c == "#":
                break
            elif c in "\"'":
                quote = c * 3 if line.startswith(c * 3, j) else c
                j += len(quote) - 1
                ends_with_colon = False
            elif c in "([{":
                depth += 1
            elif c in ")]}":
                depth -= 1
            elif not c.isspace():
                ends_with_colon = c == ":"
            j += 1
        if quote is not None and len(quote) == 1:
            quote = None
        if text and not (fresh and text.startswith("#")):
            last = i
        if not header_done and depth == 0 and quote is None and not text.startswith("@"):
            header_done = True
            if not ends_with_colon:
                break
        i += 1
    return last + 1


def findsource(object):
    file = getsourcefile(object)
    if not file:
        file = getfile(object)
        if not (file.startswith("<") and file.endswith(">")):
            raise OSError("source code not available")
    lines = linecache.getlines(file)
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _find_class(lines, object.__qualname__)
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        lnum = object.co_firstlineno - 1
        if lnum >= len(lines):
            raise OSError("lineno is out of bounds")
        return lines, lnum
    raise OSError("could not find code object")


def _find_class(lines, qualname):
    # The last definition at the right nesting wins, as the last assignment to the name does.
    names = [n for n in qualname.split(".") if n != "<locals>"]
    stack = []
    found = None
    for i, line in enumerate(lines):
        text = line.strip()
        head = text.split("(")[0].split(":")[0].split()
        if len(head) >= 2 and head[0] in ("class", "def") or head[:2] == ["async", "def"]:
            indent = indentsize(line)
            while stack and stack[-1][0] >= indent:
                stack.pop()
            stack.append((indent, head[-1]))
            if head[0] == "class" and [n for _, n in stack][-len(names):] == names:
                found = i
                while found > 0 and lines[found - 1].lstrip().startswith("@"):
                    found -= 1
    if found is None:
        raise OSError("could not find class definition")
    return found


def getcomments(object):
    try:
        lines, lnum = findsource(object)
    except (OSError, TypeError):
        return None
    comments = []
    indent = indentsize(lines[lnum])
    i = lnum - 1
    while i >= 0 and lines[i].lstrip().startswith("#") and indentsize(lines[i]) == indent:
        comments.insert(0, lines[i].expandtabs().lstrip())
        i -= 1
    return "".join(comments) or None


def getblock(lines):
    return lines[:_block_end(lines, 0)]


def getsourcelines(object):
    object = unwrap(object)
    lines, lnum = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or (isframe(object) and object.f_code.co_name == "<module>"):
        return lines, 0
    return getblock(lines[lnum:]), lnum + 1


def getsource(object):
    lines, _ = getsourcelines(object)
    return "".join(lines)


# ---- classes as a tree

def walktree(classes, children, parent):
    results = []
    classes.sort(key=attrgetter("__module__", "__name__"))
    for c in classes:
        results.append((c, c.__bases__))
        if c in children:
            results.append(walktree(children[c], children, c))
    return results


def getclasstree(classes, unique=False):
    children = {}
    roots = []
    for c in classes:
        if c.__bases__:
            for parent in c.__bases__:
                if c not in children.setdefault(parent, []):
                    children[parent].append(c)
                if unique and parent in classes:
                    break
        elif c not in roots:
            roots.append(c)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


# ---- frames

Traceback = namedtuple("Traceback", "filename lineno function code_context index positions", defaults=(None,))
FrameInfo = namedtuple("FrameInfo", "frame filename lineno function code_context index positions", defaults=(None,))
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")
ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def currentframe():
    return sys._getframe(1)


def getlineno(frame):
    return frame.f_lineno


def getframeinfo(frame, context=1):
    if istraceback(frame):
        lineno = frame.tb_lineno
        frame = frame.tb_frame
    else:
        lineno = frame.f_lineno
    if not isframe(frame):
        raise TypeError("{!r} is not a frame or traceback object".format(frame))
    filename = getsourcefile(frame) or getfile(frame)
    lines = index = None
    if context > 0:
        start = lineno - 1 - context // 2
        try:
            lines, _ = findsource(frame)
        except OSError:
            lines = None
        else:
            start = max(0, min(start, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def getouterframes(frame, context=1):
    framelist = []
    while frame:
        framelist.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return framelist


def getinnerframes(tb, context=1):
    framelist = []
    while tb:
        framelist.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return framelist


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    return getinnerframes(sys.exc_info()[2], context)


def getargs(co):
    names = co.co_varnames
    nargs = co.co_argcount
    nkw = co.co_kwonlyargcount
    args = list(names[:nargs])
    kwonly = list(names[nargs:nargs + nkw])
    at = nargs + nkw
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs = names[at]
        at += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[at]
    return args + kwonly, varargs, varkw


def getargvalues(frame):
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def getclosurevars(func):
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError("{!r} is not a Python function".format(func))
    code = func.__code__
    nonlocals = {}
    if func.__closure__:
        nonlocals = {var: cell.cell_contents for var, cell in zip(code.co_freevars, func.__closure__)}
    global_ns = func.__globals__
    builtin_ns = vars(builtins)
    found, builtin_found, unbound = {}, {}, set()
    for name in code.co_names:
        if name in global_ns:
            found[name] = global_ns[name]
        elif name in builtin_ns:
            builtin_found[name] = builtin_ns[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, builtin_found, unbound)


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED")


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError("{!r} is not a Python generator".format(generator))
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


# ---- signatures

class _empty:
    """Marks what a parameter or a signature does not have."""


class _void:
    pass


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self._name_

    @property
    def description(self):
        return ("positional-only", "positional or keyword", "variadic positional", "keyword-only",
                "variadic keyword")[self._value_]


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """One parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError("{} parameters cannot have default values".format(self._kind.description))
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a {}".format(type(name).__name__))
        if name[:1] == "." and name[1:].isdigit():
            # The nameless parameter of a comprehension.
            name = "implicit{}".format(name[1:])
        is_keyword = iskeyword(name) and self._kind is not _POSITIONAL_ONLY
        if is_keyword or not name.isidentifier():
            raise ValueError("{!r} is not a valid parameter name".format(name))
        self._name = name

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(
            self._name if name is _void else name,
            self._kind if kind is _void else kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = "{}: {}".format(text, formatannotation(self._annotation))
        if self._default is not _empty:
            text = "{}{}{!r}".format(text, " = " if self._annotation is not _empty else "=", self._default)
        if self._kind is _VAR_POSITIONAL:
            return "*" + text
        if self._kind is _VAR_KEYWORD:
            return "**" + text
        return text

    def __repr__(self):
        return '<{} "{}">'.format(self.__class__.__name__, self)

    def _all(self):
        return self._name, self._kind, self._annotation, self._default

    def __hash__(self):
        return hash(self._all())

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return self._all() == other._all()


class BoundArguments:
    """Arguments laid to the parameters of a signature."""

    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if param.kind is _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        started = False
        for name, param in self._signature.parameters.items():
            if not started:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            if param.kind is _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        complete = []
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                value = self.arguments[name]
            elif param.default is not _empty:
                value = param.default
            elif param.kind is _VAR_POSITIONAL:
                value = ()
            elif param.kind is _VAR_KEYWORD:
                value = {}
            else:
                continue
            complete.append((name, value))
        self.arguments = dict(complete)

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        args = ["{}={!r}".format(arg, value) for arg, value in self.arguments.items()]
        return "<{} ({})>".format(self.__class__.__name__, ", ".join(args))


class Signature:
    """The parameters of a callable and what it returns."""

    __slots__ = ("_return_annotation", "_parameters")

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        params = OrderedDict()
        if parameters is not None:
            top_kind = _POSITIONAL_ONLY
            seen_default = False
            for param in parameters:
                if __validate_parameters__:
                    if param.kind < top_kind:
                        raise ValueError("wrong parameter order: {} parameter before {} parameter".format(
                            top_kind.description, param.kind.description))
                    top_kind = param.kind
                    if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                        if param.default is _empty:
                            if seen_default:
                                raise ValueError("non-default argument follows default argument")
                        else:
                            seen_default = True
                    if param.name in params:
                        raise ValueError("duplicate parameter name: {!r}".format(param.name))
                params[param.name] = param
        self._parameters = types.MappingProxyType(params)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, cls, follow_wrapped)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(
            self.parameters.values() if parameters is _void else parameters,
            return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    def __hash__(self):
        return hash((tuple(self.parameters.values()), self.return_annotation))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        if self._return_annotation != other._return_annotation:
            return False
        split = lambda s: (
            [p for p in s.parameters.values() if p.kind is not _KEYWORD_ONLY],
            {p.name: p for p in s.parameters.values() if p.kind is _KEYWORD_ONLY})
        return split(self) == split(other)

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        args = list(args)
        kwargs = dict(kwargs)
        params = list(self.parameters.values())
        for i, param in enumerate(params):
            if param.kind is _VAR_POSITIONAL:
                if args:
                    arguments[param.name] = tuple(args)
                    args = []
            elif param.kind is _VAR_KEYWORD:
                pass
            elif param.kind is _KEYWORD_ONLY:
                self._bind_keyword(param, arguments, kwargs, partial)
            elif args:
                if param.name in kwargs and param.kind is not _POSITIONAL_ONLY:
                    raise TypeError("multiple values for argument {arg!r}".format(arg=param.name))
                arguments[param.name] = args.pop(0)
            elif param.name in kwargs:
                if param.kind is _POSITIONAL_ONLY:
                    raise TypeError("{arg!r} parameter is positional only, but was passed as a keyword".format(
                        arg=param.name))
                arguments[param.name] = kwargs.pop(param.name)
            elif not partial and param.default is _empty:
                raise TypeError("missing a required argument: {arg!r}".format(arg=param.name))
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            catch_all = next((p for p in params if p.kind is _VAR_KEYWORD), None)
            if catch_all is None:
                raise TypeError("got an unexpected keyword argument {arg!r}".format(arg=next(iter(kwargs))))
            arguments[catch_all.name] = kwargs
        return self._bound_arguments_cls(self, arguments)

    @staticmethod
    def _bind_keyword(param, arguments, kwargs, partial):
        if param.name in kwargs:
            arguments[param.name] = kwargs.pop(param.name)
        elif not partial and param.default is _empty:
            raise TypeError("missing a required argument: {arg!r}".format(arg=param.name))

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def __repr__(self):
        return "<{} {}>".format(self.__class__.__name__, self)

    def __str__(self):
        result = []
        render_pos_only_separator = False
        render_kw_only_separator = True
        for param in self.parameters.values():
            kind = param.kind
            if kind is _POSITIONAL_ONLY:
                render_pos_only_separator = True
            elif render_pos_only_separator:
                result.append("/")
                render_pos_only_separator = False
            if kind is _VAR_POSITIONAL:
                render_kw_only_separator = False
            elif kind is _KEYWORD_ONLY and render_kw_only_separator:
                result.append("*")
                render_kw_only_separator = False
            result.append(str(param))
        if render_pos_only_separator:
            result.append("/")
        rendered = "({})".format(", ".join(result))
        if self.return_annotation is not _empty:
            rendered += " -> {}".format(formatannotation(self.return_annotation))
        return rendered


def _signature_from_function(cls, func):
    code = func.__code__
    names = code.co_varnames
    pos_count, posonly = code.co_argcount, code.co_posonlyargcount
    kw_count = code.co_kwonlyargcount
    annotations = func.__annotations__ or {}
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    first_default = pos_count - len(defaults)
    parameters = []
    for i, name in enumerate(names[:pos_count]):
        parameters.append(Parameter(
            name, _POSITIONAL_ONLY if i < posonly else _POSITIONAL_OR_KEYWORD,
            default=defaults[i - first_default] if i >= first_default else _empty,
            annotation=annotations.get(name, _empty)))
    index = pos_count + kw_count
    if code.co_flags & CO_VARARGS:
        name = names[index]
        index += 1
        parameters.append(Parameter(name, _VAR_POSITIONAL, annotation=annotations.get(name, _empty)))
    for name in names[pos_count:pos_count + kw_count]:
        parameters.append(Parameter(
            name, _KEYWORD_ONLY, default=kwdefaults.get(name, _empty), annotation=annotations.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        name = names[index]
        parameters.append(Parameter(name, _VAR_KEYWORD, annotation=annotations.get(name, _empty)))
    return cls(parameters, return_annotation=annotations.get("return", _empty), __validate_parameters__=False)


def _signature_from_text(cls, obj, text):
    # "($self, object, /, *, key=None)": what native functions write of themselves.
    inner = text.strip()[1:text.rindex(")")]
    names = [part.strip() for part in _split_commas(inner)]
    if names[0] == "$module":
        # A "/" that closes off the module alone says nothing of the function.
        names = names[2:] if names[1:2] == ["/"] else names[1:]
    clean = ", ".join(n.lstrip("$") for n in names if n)
    namespace = {}
    try:
        exec("def f({}): pass".format(clean), {"__builtins__": builtins}, namespace)
    except (SyntaxError, NameError):
        raise ValueError("{!r} builtin has invalid signature".format(obj)) from None
    sig = _signature_from_function(cls, namespace["f"])
    if names and names[0].startswith("$"):
        bound_to = getattr(obj, "__self__", None)
        if bound_to is not None:
            sig = sig.replace(parameters=list(sig.parameters.values())[1:])
    return sig


def _split_commas(text):
    parts, depth, start = [], 0, 0
    for i, c in enumerate(text):
        if c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
        elif c == "," and depth == 0:
            parts.append(text[start:i])
            start = i + 1
    parts.append(text[start:])
    return parts


def _without_first(sig):
    params = list(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if params[0].kind is not _VAR_POSITIONAL:
        params = params[1:]
    return sig.replace(parameters=params)


def _signature_of_partial(wrapped_sig, partial):
    bound = wrapped_sig.bind_partial(*partial.args, **(partial.keywords or {}))
    params = []
    to_keyword_only = False
    for name, param in wrapped_sig.parameters.items():
        if name in bound.arguments:
            value = bound.arguments[name]
            if param.kind is _POSITIONAL_ONLY:
                continue
            if param.kind is _POSITIONAL_OR_KEYWORD:
                if name in (partial.keywords or {}):
                    to_keyword_only = True
                    param = param.replace(default=value)
                else:
                    continue
            elif param.kind is _KEYWORD_ONLY:
                param = param.replace(default=value)
        if to_keyword_only:
            if param.kind is _POSITIONAL_OR_KEYWORD:
                param = param.replace(kind=_KEYWORD_ONLY)
            elif param.kind is _VAR_POSITIONAL:
                continue
        params.append(param)
    return wrapped_sig.replace(parameters=params)


def _signature_of_class(cls, obj, follow_wrapped):
    meta_call = next((c.__dict__["__call__"] for c in type(obj).__mro__ if "__call__" in c.__dict__), None)
    if isfunction(meta_call):
        return _without_first(_signature_of(meta_call, cls, follow_wrapped))
    for name in ("__new__", "__init__"):
        home = next((c for c in obj.__mro__ if name in c.__dict__), None)
        if home is None or home is object:
            continue
        found = home.__dict__[name]
        if isinstance(found, staticmethod):
            found = found.__func__
        if isfunction(found):
            return _without_first(_signature_of(found, cls, follow_wrapped))
    for base in obj.__mro__ if obj is object else obj.__mro__[:-1]:
        text = base.__dict__.get("__text_signature__") if not isinstance(base, type) else getattr(
            base, "__text_signature__", None)
        if text:
            return _signature_from_text(cls, obj, text)
    if type not in obj.__mro__:
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return cls()
        raise ValueError("no signature found for builtin type {!r}".format(obj))
    raise ValueError("no signature found for builtin {!r}".format(obj))


def _signature_of(obj, cls, follow_wrapped=True):
    if not callable(obj):
        raise TypeError("{!r} is not a callable object".format(obj))
    if isinstance(obj, types.MethodType):
        return _without_first(_signature_of(obj.__func__, cls, follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return _signature_of(obj, cls, follow_wrapped)
    sig = getattr(obj, "__signature__", None)
    if sig is not None:
        if not isinstance(sig, Signature):
            raise TypeError("unexpected object {!r} in __signature__ attribute".format(sig))
        return sig
    if isfunction(obj):
        return _signature_from_function(cls, obj)
    if isinstance(obj, functools.partial):
        return _signature_of_partial(_signature_of(obj.func, cls, follow_wrapped), obj)
    if isinstance(obj, type):
        return _signature_of_class(cls, obj, follow_wrapped)
    text = getattr(obj, "__text_signature__", None)
    if text:
        return _signature_from_text(cls, obj, text)
    if isroutine(obj):
        raise ValueError("no signature found for builtin {!r}".format(obj))
    call = getattr(type(obj), "__call__", None)
    if call is not None:
        try:
            return _without_first(_signature_of(call, cls, follow_wrapped))
        except ValueError as ex:
            raise ValueError("no signature found for {!r}".format(obj)) from ex
    raise ValueError("callable {!r} is not supported by signature".format(obj))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)


FullArgSpec = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")


def getfullargspec(func):
    try:
        # Bound first arguments are listed too.
        plain = func.__func__ if ismethod(func) else func
        if isclass(plain) and isfunction(plain.__init__):
            plain = plain.__init__
        elif not isroutine(plain) and not isclass(plain) and not isinstance(plain, functools.partial):
            plain = type(plain).__call__
        sig = _signature_of(plain, Signature, False)
    except Exception as ex:
        raise TypeError("unsupported callable") from ex
    args, defaults, kwonlyargs = [], (), []
    varargs = varkw = None
    kwdefaults, annotations = {}, {}
    if sig.return_annotation is not _empty:
        annotations["return"] = sig.return_annotation
    for param in sig.parameters.values():
        if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(param.name)
            if param.default is not _empty:
                defaults += (param.default,)
        elif param.kind is _VAR_POSITIONAL:
            varargs = param.name
        elif param.kind is _KEYWORD_ONLY:
            kwonlyargs.append(param.name)
            if param.default is not _empty:
                kwdefaults[param.name] = param.default
        else:
            varkw = param.name
        if param.annotation is not _empty:
            annotations[param.name] = param.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonlyargs, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
        func = func.__func__
    bound = _signature_of(func, Signature, False).bind(*positional, **named)
    bound.apply_defaults()
    # What was given by position, `*args` and `**kwargs`, what was given by name, the defaults.
    kinds = {p.name: p.kind for p in bound.signature.parameters.values()}
    plain = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)
    gathered = (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)
    order = [name for name in kinds if kinds[name] in plain][:len(positional)]
    order += [name for name in kinds if kinds[name] in gathered]
    order += [name for name in named if name in kinds and name not in order]
    return {name: bound.arguments[name] for name in order + [name for name in kinds if name not in order]}


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        found = obj.__dict__.get("__annotations__", None)
        if isinstance(found, types.GetSetDescriptorType):
            found = None
        namespace = getattr(sys.modules.get(obj.__module__), "__dict__", None)
        local = dict(vars(obj))
    elif isinstance(obj, types.ModuleType):
        found, namespace, local = getattr(obj, "__annotations__", None), obj.__dict__, None
    elif callable(obj):
        found, namespace, local = getattr(obj, "__annotations__", None), getattr(obj, "__globals__", None), None
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str:
        return dict(found)
    globals = namespace if globals is None else globals
    locals = local if locals is None else locals
    return {k: eval(v, globals, locals) if isinstance(v, str) else v for k, v in found.items()}
