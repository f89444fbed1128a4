"""What `help()` shows: pages of text about functions, classes, modules and other objects."""

import builtins
import inspect
import os
import re
import sys
from reprlib import Repr

__all__ = ["help"]

_HIDDEN = {"__author__", "__builtins__", "__cached__", "__credits__", "__date__", "__doc__", "__docformat__", "__file__",
           "__loader__", "__module__", "__name__", "__package__", "__path__", "__qualname__", "__slots__", "__spec__",
           "__version__"}


class _Short(Repr):
    """Representations that fit on a line."""

    def __init__(self):
        super().__init__()
        self.maxlist = self.maxtuple = 20
        self.maxdict = 10
        self.maxstring = self.maxother = 100

    def repr1(self, x, level):
        method = getattr(self, "repr_" + "_".join(type(x).__name__.split()), None)
        return method(x, level) if method else _cram(_without_address(repr(x)), self.maxother)

    def repr_str(self, x, level):
        return repr(_cram(x, self.maxstring))

    def repr_instance(self, x, level):
        try:
            return _cram(_without_address(repr(x)), self.maxstring)
        except Exception:
            return "<%s instance>" % type(x).__name__


_short = _Short().repr


def _cram(text, limit):
    if len(text) <= limit:
        return text
    before = max(0, (limit - 3) // 2)
    after = max(0, limit - 3 - before)
    return text[:before] + "..." + text[len(text) - after:]


def _without_address(text):
    return re.sub(r" at 0x[0-9a-f]{6,16}(>+)$", r"\1", text, flags=re.IGNORECASE)


def _indented(text, prefix="    "):
    if not text:
        return ""
    lines = [prefix + line for line in text.split("\n")]
    lines[-1] = lines[-1].rstrip()
    return "\n".join(lines)


# ---- docstrings

def _own_doc(thing):
    """The docstring of the object itself, not that of its class."""
    try:
        doc = object.__getattribute__(thing, "__doc__")
        if doc is not None and thing is not type:
            of_class = type(thing).__doc__
            if isinstance(of_class, str) and of_class == doc:
                return None
        return doc
    except AttributeError:
        return None


def _owner_of(thing):
    """The class in which a function, method or descriptor stands."""
    if inspect.isfunction(thing):
        owner = sys.modules.get(thing.__module__)
        for part in thing.__qualname__.split(".")[:-1]:
            owner = getattr(owner, part, None)
        return owner if inspect.isclass(owner) else None
    if inspect.ismethod(thing) or inspect.isbuiltin(thing):
        owner = thing.__self__
        return owner if inspect.isclass(owner) else type(owner)
    if isinstance(thing, property):
        return _owner_of(thing.fget) if thing.fget is not None else None
    return getattr(thing, "__objclass__", None)


def _inherited_doc(thing):
    """The docstring of what a method overrides."""
    if inspect.isclass(thing):
        return None
    try:
        name = (thing.fget if isinstance(thing, property) else thing).__name__
        owner = _owner_of(thing)
        for base in owner.__mro__ if owner else ():
            doc = _own_doc(getattr(base, name, None))
            if doc is not None:
                return doc
    except Exception:
        pass
    return None


def getdoc(thing):
    """The docstring, else the comment in front of the source."""
    doc = _own_doc(thing)
    if doc is None:
        doc = _inherited_doc(thing)
    if isinstance(doc, str):
        doc = inspect.cleandoc(doc)
    else:
        doc = None
    if not doc:
        try:
            doc = inspect.getcomments(thing)
        except Exception:
            doc = None
    return re.sub("^ *\n", "", doc.rstrip()) if doc else ""


def splitdoc(doc):
    """The first line, and the rest behind a blank one."""
    lines = doc.strip().split("\n")
    if len(lines) == 1:
        return lines[0], ""
    if not lines[1].rstrip():
        return lines[0], "\n".join(lines[2:])
    return "", "\n".join(lines)


# ---- names

def classname(cls, module):
    """The name of a class, with its module unless that is `module`."""
    name = cls.__name__
    return name if cls.__module__ == module else cls.__module__ + "." + name


def visiblename(name, all=None, owner=None):
    """Whether a name is shown."""
    if name in _HIDDEN:
        return False
    if name.startswith("__") and name.endswith("__"):
        return True
    if name.startswith("_") and hasattr(owner, "_fields"):
        return True
    return name in all if all is not None else not name.startswith("_")


def _signature(thing):
    try:
        return str(inspect.signature(thing))
    except (ValueError, TypeError):
        return None


def describe(thing):
    """What kind of object it is, in a few words."""
    if inspect.ismodule(thing):
        if thing.__name__ in sys.builtin_module_names:
            return "built-in module " + thing.__name__
        return ("package " if hasattr(thing, "__path__") else "module ") + thing.__name__
    if inspect.isbuiltin(thing):
        return "built-in function " + thing.__name__
    if inspect.isgetsetdescriptor(thing) or inspect.ismemberdescriptor(thing):
        kind = "getset" if inspect.isgetsetdescriptor(thing) else "member"
        owner = thing.__objclass__
        return "%s descriptor %s.%s.%s" % (kind, owner.__module__, owner.__name__, thing.__name__)
    for kind, test in ("class", inspect.isclass), ("function", inspect.isfunction), ("method", inspect.ismethod):
        if test(thing):
            return kind + " " + thing.__name__
    return type(thing).__name__


# ---- pages

def document(thing, name=None, module=None, owner=None):
    """The page about an object."""
    try:
        if inspect.ismodule(thing):
            return _module_page(thing)
        if inspect.isclass(thing):
            return _class_page(thing, name)
        if inspect.isroutine(thing):
            return _routine_page(thing, name, module, owner)
    except AttributeError:
        pass
    if inspect.isdatadescriptor(thing):
        return _descriptor_page(thing, name)
    return _value_page(thing, name)


def _section(title, contents):
    return title + "\n" + _indented(contents).rstrip() + "\n\n"


def _is_data(thing):
    tests = (inspect.ismodule, inspect.isclass, inspect.isroutine, inspect.isframe, inspect.istraceback, inspect.iscode)
    return not any(test(thing) for test in tests)


def _module_page(module):
    name = module.__name__
    all = getattr(module, "__all__", None)
    summary, rest = splitdoc(getdoc(module))
    page = _section("NAME", name + (" - " + summary if summary else ""))
    if rest:
        page += _section("DESCRIPTION", rest)
    members = [(key, value) for key, value in inspect.getmembers(module) if visiblename(key, all, module)]

    def own(value):
        return all is not None or (inspect.getmodule(value) or module) is module

    classes = [(key, value) for key, value in members if inspect.isclass(value) and own(value)]
    functions = [(key, value) for key, value in members
                 if inspect.isroutine(value) and (inspect.isbuiltin(value) or all is not None
                                                  or inspect.getmodule(value) is module)]
    data = [(key, value) for key, value in members if _is_data(value)]
    if hasattr(module, "__path__"):
        contents = _package_contents(module)
        if contents:
            page += _section("PACKAGE CONTENTS", "\n".join(contents))
    if classes:
        tree = inspect.getclasstree([value for _, value in classes], True)
        parts = [_class_tree(tree, name)] + [document(value, key, name) for key, value in classes]
        page += _section("CLASSES", "\n".join(parts))
    if functions:
        page += _section("FUNCTIONS", "\n".join(document(value, key, name) for key, value in functions))
    if data:
        page += _section("DATA", "\n".join(_value_page(value, key, 70) for key, value in data))
    for title in "VERSION", "DATE", "AUTHOR", "CREDITS":
        attribute = "__%s__" % title.lower()
        if hasattr(module, attribute):
            page += _section(title, str(getattr(module, attribute)))
    try:
        file = os.path.normcase(os.path.abspath(inspect.getsourcefile(module) or inspect.getfile(module)))
    except TypeError:
        file = "(built-in)"
    return page + _section("FILE", file)


def _package_contents(package):
    """The names of a package's modules; `(package)` stands behind those that are packages."""
    found = []
    for folder in package.__path__:
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        for name in names:
            if name.endswith(".py") and name != "__init__.py":
                found.append(name[:-3])
            elif os.path.isfile(os.path.join(folder, name, "__init__.py")):
                found.append(name + " (package)")
    return sorted(found)


def _class_tree(tree, module, parent=None, prefix=""):
    text = ""
    cls = None
    for entry in tree:
        if isinstance(entry, list):
            text += _class_tree(entry, module, cls, prefix + "    ")
            continue
        cls, bases = entry
        text += prefix + classname(cls, module)
        if bases and bases != (parent,):
            text += "(%s)" % ", ".join(classname(base, module) for base in bases)
        text += "\n"
    return text


#: The groups in which a page shows the attributes of a class.
_GROUPS = [("Methods", "method"), ("Class methods", "class method"), ("Static methods", "static method"),
           ("Readonly properties", "readonly property"), ("Data descriptors", "data descriptor"),
           ("Data and other attributes", "data")]


def _attributes(cls):
    """Name, kind, class and value of each attribute that is shown."""
    for name, kind, home, value in inspect.classify_class_attrs(cls):
        if not visiblename(name, None, cls):
            continue
        if inspect.isdatadescriptor(value):
            readonly = isinstance(value, property) and value.fset is None
            kind = "readonly property" if readonly else "data descriptor"
        yield name, kind, home, value


def _class_page(cls, name=None):
    module = cls.__module__
    title = "class " + cls.__name__ if name in (None, cls.__name__) else name + " = class " + cls.__name__
    if cls.__bases__:
        title += "(%s)" % ", ".join(classname(base, module) for base in cls.__bases__)
    lines = []
    signature = _signature(cls)
    if signature and signature != "()":
        lines.append((name or cls.__name__) + signature + "\n")
    doc = getdoc(cls)
    if doc:
        lines.append(doc + "\n")
    mro = list(inspect.getmro(cls))
    if len(mro) > 2:
        lines += ["Method resolution order:"] + ["    " + classname(base, module) for base in mro] + [""]
    lines += _builtin_heirs(cls)
    lines += _attribute_lines(cls, mro, module)
    contents = "\n".join(lines)
    return title + "\n" + (_indented(contents.rstrip(), " |  ") + "\n" if contents else "")


def _builtin_heirs(cls):
    names = sorted((heir.__name__ for heir in type.__subclasses__(cls)
                    if not heir.__name__.startswith("_") and heir.__module__ == "builtins"), key=str.lower)
    if not names:
        return []
    lines = ["Built-in subclasses:"] + ["    " + name for name in names[:4]]
    if len(names) > 4:
        lines.append("    ... and %d other subclasses" % (len(names) - 4))
    return lines + [""]


def _attribute_lines(cls, mro, module):
    lines = []
    left = list(_attributes(cls))
    fields = {name: place for place, name in enumerate(getattr(cls, "_fields", ()))}
    while left:
        home = mro.pop(0) if mro else left[0][2]
        here = [attribute for attribute in left if attribute[2] is home]
        left = [attribute for attribute in left if attribute[2] is not home]
        if home is object and cls is not object:
            continue
        tag = "defined here" if home is cls else "inherited from " + classname(home, module)
        here.sort(key=lambda attribute: (fields.get(attribute[0], 0), attribute[0]))
        for title, kind in _GROUPS:
            group = [attribute for attribute in here if attribute[1] == kind]
            if not group:
                continue
            if lines:
                lines.append("-" * 70)
            lines.append("%s %s:\n" % (title, tag))
            lines += [_attribute_page(cls, attribute, module) for attribute in group]
    return lines


def _attribute_page(cls, attribute, module):
    name, kind, home, value = attribute
    if kind in ("readonly property", "data descriptor"):
        return _descriptor_page(value, name)
    if kind == "data":
        doc = getdoc(value) if callable(value) or inspect.isdatadescriptor(value) else None
        try:
            value = getattr(cls, name)
        except AttributeError:
            value = home.__dict__[name]
        return _value_page(value, name, 70, doc) + "\n"
    try:
        value = getattr(cls, name)
    except Exception:
        return _descriptor_page(value, name)
    return document(value, name, module, cls)


def _bound_to(thing):
    """What a method is bound to; None for plain functions."""
    if inspect.ismethod(thing):
        return thing.__self__
    if inspect.isbuiltin(thing):
        owner = getattr(thing, "__self__", None)
        return None if inspect.ismodule(owner) else owner
    return None


def _routine_page(thing, name, module, owner):
    real = thing.__name__
    name = name or real
    note = ""
    bound = _bound_to(thing)
    if bound is not None:
        cls = type(bound)
        if owner is None:
            note = " method of %s instance" % classname(cls, module)
        elif cls is not owner:
            note = " from " + classname(cls, module)
    alias = name != real
    known = alias and owner is not None and inspect.getattr_static(owner, real, None) is thing
    title = name + " = " + real if alias else real
    signature = _signature(thing)
    if real == "<lambda>" and signature:
        title, signature = name + " lambda ", signature[1:-1]
    is_async = inspect.iscoroutinefunction(thing) or inspect.isasyncgenfunction(thing)
    line = ("async " if is_async else "") + title + (signature or "(...)") + note + "\n"
    doc = "" if known else getdoc(thing)
    return line + (_indented(doc).rstrip() + "\n" if doc else "")


def _descriptor_page(thing, name=None):
    doc = getdoc(thing)
    return (name + "\n" if name else "") + (_indented(doc) + "\n" if doc else "")


def _value_page(thing, name=None, limit=None, doc=None):
    text = _short(thing)
    start = name + " = " if name else ""
    if limit and len(start + text) > limit:
        text = text[:limit - len(start + text)] + "..."
    line = start + text
    doc = doc or getdoc(thing)
    return line + "\n" + _indented(str(doc)) + "\n" if doc else line


# ---- asking

def locate(path):
    """The object of a dotted name: in a module that can be imported, else a builtin."""
    parts = [part for part in path.split(".") if part]
    found, used = None, 0
    while used < len(parts):
        name = ".".join(parts[:used + 1])
        try:
            __import__(name)
        except ImportError:
            break
        found, used = sys.modules[name], used + 1
    if found is None:
        found = builtins
    for part in parts[used:]:
        try:
            found = getattr(found, part)
        except AttributeError:
            return None
    return found


def render_doc(thing, title="Python Library Documentation: %s"):
    """The page about an object, or about what a name means, under its title."""
    name = None
    if isinstance(thing, str):
        name, thing = thing, locate(thing)
        if thing is None:
            raise ImportError("No Python documentation found for %r.\n"
                              "Use help() to get the interactive help utility.\n"
                              "Use help(str) for help on the str class." % name)
    else:
        name = getattr(thing, "__name__", None)
        name = name if isinstance(name, str) else None
    words = describe(thing)
    module = inspect.getmodule(thing)
    if name and "." in name:
        words += " in " + name[:name.rindex(".")]
    elif module and module is not thing:
        words += " in module " + module.__name__
    if not (inspect.ismodule(thing) or inspect.isclass(thing) or inspect.isroutine(thing)
            or inspect.isdatadescriptor(thing) or _own_doc(thing)):
        # A value is told about by its class.
        thing = thing.__origin__ if hasattr(thing, "__origin__") else type(thing)
        words += " object"
    return title % words + "\n\n" + document(thing, name and name.rpartition(".")[2])


def help(request):
    """Prints the page about an object."""
    try:
        page = render_doc(request.strip() if isinstance(request, str) else request, "Help on %s:")
    except ImportError as error:
        page = str(error) + "\n"
    sys.stdout.write(page + "\n")
