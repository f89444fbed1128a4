"""Objects as bytes and back, in CPython's format: protocols 0 to 5, memo and frames as its own pickler writes them."""

import builtins
import copyreg
import functools
import io
import sys
from _codecs import encode
from _pickle import pack_double, unpack_double

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler",
           "dump", "dumps", "load", "loads", "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL"]

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4

# Items between two marks, bytes after which a frame ends, bytes below which there is no frame.
_BATCH = 1000
_FRAME_TARGET = 64 * 1024
_FRAME_LEAST = 4

_OPCODES = dict(
    MARK=b"(", STOP=b".", POP=b"0", POP_MARK=b"1", DUP=b"2", FLOAT=b"F", INT=b"I", BININT=b"J", BININT1=b"K",
    LONG=b"L", BININT2=b"M", NONE=b"N", PERSID=b"P", BINPERSID=b"Q", REDUCE=b"R", STRING=b"S", BINSTRING=b"T",
    SHORT_BINSTRING=b"U", UNICODE=b"V", BINUNICODE=b"X", APPEND=b"a", BUILD=b"b", GLOBAL=b"c", DICT=b"d",
    EMPTY_DICT=b"}", APPENDS=b"e", GET=b"g", BINGET=b"h", INST=b"i", LONG_BINGET=b"j", LIST=b"l",
    EMPTY_LIST=b"]", OBJ=b"o", PUT=b"p", BINPUT=b"q", LONG_BINPUT=b"r", SETITEM=b"s", TUPLE=b"t",
    EMPTY_TUPLE=b")", SETITEMS=b"u", BINFLOAT=b"G", PROTO=b"\x80", NEWOBJ=b"\x81", EXT1=b"\x82", EXT2=b"\x83",
    EXT4=b"\x84", TUPLE1=b"\x85", TUPLE2=b"\x86", TUPLE3=b"\x87", NEWTRUE=b"\x88", NEWFALSE=b"\x89",
    LONG1=b"\x8a", LONG4=b"\x8b", BINBYTES=b"B", SHORT_BINBYTES=b"C", SHORT_BINUNICODE=b"\x8c",
    BINUNICODE8=b"\x8d", BINBYTES8=b"\x8e", EMPTY_SET=b"\x8f", ADDITEMS=b"\x90", FROZENSET=b"\x91",
    NEWOBJ_EX=b"\x92", STACK_GLOBAL=b"\x93", MEMOIZE=b"\x94", FRAME=b"\x95", BYTEARRAY8=b"\x96",
    NEXT_BUFFER=b"\x97", READONLY_BUFFER=b"\x98")
globals().update(_OPCODES)
TRUE, FALSE = b"I01\n", b"I00\n"
__all__ += sorted(_OPCODES)

# Where Python 2 had the names that protocols below 3 write.
_OLD_MODULES = {"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "configparser": "ConfigParser"}
# Exceptions that Python 2 did not have.
_YOUNG = {"BlockingIOError", "BrokenPipeError", "ChildProcessError", "ConnectionAbortedError", "ConnectionError",
          "ConnectionRefusedError", "ConnectionResetError", "EncodingWarning", "BaseExceptionGroup", "ExceptionGroup",
          "FileExistsError", "FileNotFoundError", "InterruptedError", "IsADirectoryError", "ModuleNotFoundError",
          "NotADirectoryError", "PermissionError", "ProcessLookupError", "RecursionError", "ResourceWarning",
          "StopAsyncIteration", "TimeoutError", "OSError"}
_NEW_MODULES = {old: new for new, old in _OLD_MODULES.items()}
_OLD_NAMES = {("builtins", "range"): ("__builtin__", "xrange"), ("functools", "reduce"): ("__builtin__", "reduce"),
              ("builtins", "str"): ("__builtin__", "unicode"), ("builtins", "int"): ("__builtin__", "long"),
              ("builtins", "chr"): ("__builtin__", "unichr"), ("sys", "intern"): ("__builtin__", "intern")}
_OLD_NAMES.update((("builtins", name), ("exceptions", name)) for name, value in vars(builtins).items()
                  if isinstance(value, type) and issubclass(value, BaseException) and value.__name__ == name
                  and name not in _YOUNG)
_NEW_NAMES = {old: new for new, old in _OLD_NAMES.items()}


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


PickleError.__module__ = PicklingError.__module__ = UnpicklingError.__module__ = "_pickle"


def encode_long(x):
    """Two's complement, little end first, in as few bytes as keep the sign; nothing for 0."""
    if x == 0:
        return b""
    return x.to_bytes(x.bit_length() // 8 + 1 - (x < 0 and x == -1 << x.bit_length() - 1 and
                                                x.bit_length() % 8 == 0), "little", signed=True)


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)


def _number(value, size):
    return value.to_bytes(size, "little")


def _find(obj, path, where):
    """What a dotted name means, and what it is an attribute of."""
    parent = None
    for part in path:
        if part == "<locals>":
            raise AttributeError(f"Can't {where[0]} local object {where[1]!r}")
        try:
            parent, obj = obj, getattr(obj, part)
        except AttributeError:
            raise AttributeError(f"Can't {where[0]} attribute {where[1]!r} on {where[2]!r}") from None
    return obj, parent


def _module_of(obj, name):
    module = getattr(obj, "__module__", None)
    if module is not None:
        return module
    for module, found in sys.modules.copy().items():
        if module in ("__main__", "__mp_main__") or found is None:
            continue
        try:
            if _find(found, name.split("."), ("get", name, found))[0] is obj:
                return module
        except AttributeError:
            pass
    return "__main__"


class _Output:
    """The bytes written so far, cut into frames if the protocol has them."""

    def __init__(self, write):
        self._write = write
        self._done = []
        self._frame = None

    def start_frames(self):
        self._frame = bytearray()

    def write(self, data):
        if self._frame is None:
            self._done.append(data)
        else:
            self._frame += data

    def end_frame(self):
        frame = self._frame
        if frame:
            if len(frame) >= _FRAME_LEAST:
                self._done.append(FRAME + _number(len(frame), 8))
            self._done.append(bytes(frame))
            self._frame = bytearray()

    def between(self):
        """After a whole object."""
        if self._frame is not None and len(self._frame) >= _FRAME_TARGET:
            self.end_frame()
            self.flush()

    def write_large(self, header, data):
        if self._frame is None or len(data) < _FRAME_TARGET:
            self.write(header + data)
            return
        self.end_frame()
        self._done += header, data
        self.flush()

    def flush(self):
        if self._write is not None:
            self._write(b"".join(self._done))
            self._done = []

    def finish(self):
        if self._frame is not None:
            self.end_frame()
        self.flush()
        return b"".join(self._done)


class Pickler:
    """Writes objects to a file; what it has written once it names by number."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError("pickle protocol must be <= %d" % HIGHEST_PROTOCOL)
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        if file is not None and not hasattr(file, "write"):
            raise TypeError("file must have a 'write' attribute")
        self._file_write = None if file is None else file.write
        self.memo = {}
        self.proto = int(protocol)
        self.bin = self.proto >= 1
        self.fast = 0
        self.fix_imports = fix_imports and self.proto < 3

    def clear_memo(self):
        self.memo.clear()

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        try:
            self._dump(obj)
        except AttributeError:
            if not hasattr(self, "_file_write"):
                raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()")
            raise

    def _dump(self, obj):
        self._out = out = _Output(self._file_write)
        if self.proto >= 2:
            out.write(PROTO + _number(self.proto, 1))
        if self.proto >= 4:
            out.start_frames()
        self.save(obj)
        out.write(STOP)
        return out.finish()

    def memoize(self, obj):
        if self.fast:
            return
        number = len(self.memo)
        self.memo[id(obj)] = number, obj
        if self.proto >= 4:
            self._out.write(MEMOIZE)
        elif not self.bin:
            self._out.write(PUT + b"%d\n" % number)
        elif number < 256:
            self._out.write(BINPUT + _number(number, 1))
        else:
            self._out.write(LONG_BINPUT + _number(number, 4))

    def _get(self, number):
        if not self.bin:
            self._out.write(GET + b"%d\n" % number)
        elif number < 256:
            self._out.write(BINGET + _number(number, 1))
        else:
            self._out.write(LONG_BINGET + _number(number, 4))

    def save(self, obj, save_persistent_id=True):
        self._save(obj, save_persistent_id)
        self._out.between()

    def _save(self, obj, save_persistent_id):
        if save_persistent_id:
            pid = self.persistent_id(obj)
            if pid is not None:
                self.save_pers(pid)
                return
        kind = type(obj)
        atom = self._atoms.get(kind)
        if atom is not None:
            atom(self, obj)
            return
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        saver = self._savers.get(kind)
        if saver is not None:
            saver(self, obj)
            return
        self._save_by_reduction(obj, kind)

    def _save_by_reduction(self, obj, kind):
        override = getattr(self, "reducer_override", None)
        if override is not None:
            recipe = override(obj)
            if recipe is not NotImplemented:
                self._save_recipe(obj, recipe)
                return
        if kind is type:
            self.save_type(obj)
            return
        if kind is _Function:
            self.save_global(obj)
            return
        reduce = getattr(self, "dispatch_table", copyreg.dispatch_table).get(kind)
        if reduce is not None:
            recipe = reduce(obj)
        elif issubclass(kind, type):
            self.save_type(obj)
            return
        else:
            reduce = getattr(obj, "__reduce_ex__", None)
            if reduce is not None:
                recipe = reduce(self.proto)
            else:
                reduce = getattr(obj, "__reduce__", None)
                if reduce is None:
                    raise PicklingError(f"can't pickle {kind.__name__!r} object: {obj!r}")
                recipe = reduce()
        self._save_recipe(obj, recipe)

    def _save_recipe(self, obj, recipe):
        if isinstance(recipe, str):
            self.save_global(obj, recipe)
            return
        if not isinstance(recipe, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(recipe) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self.save_reduce(*recipe, obj=obj)

    def save_pers(self, pid):
        if self.bin:
            self.save(pid, save_persistent_id=False)
            self._out.write(BINPERSID)
            return
        try:
            self._out.write(PERSID + str(pid).encode("ascii") + b"\n")
        except UnicodeEncodeError:
            raise PicklingError("persistent IDs in protocol 0 must be ASCII strings")

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        if not callable(func):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        write = self._out.write
        name = getattr(func, "__name__", "") if self.proto >= 2 else ""
        if name == "__newobj_ex__":
            self._save_newobj_ex(*args)
        elif name == "__newobj__":
            self._save_newobj(args, obj)
        else:
            self.save(func)
            self.save(args)
            write(REDUCE)
        if obj is not None:
            known = self.memo.get(id(obj))
            if known is not None:
                # The object holds itself: it was made on the way.
                write(POP)
                self._get(known[0])
            else:
                self.memoize(obj)
        if listitems is not None:
            self._batch_appends(listitems)
        if dictitems is not None:
            self._batch_setitems(dictitems)
        if state is None:
            return
        if state_setter is None:
            self.save(state)
            write(BUILD)
        else:
            self.save(state_setter)
            self.save(obj)
            self.save(state)
            write(TUPLE2 + REDUCE + POP)

    def _save_newobj(self, args, obj):
        cls = args[0] if args else None
        if not hasattr(cls, "__new__"):
            raise PicklingError("args[0] from __newobj__ args has no __new__")
        if obj is not None and cls is not obj.__class__:
            raise PicklingError("args[0] from __newobj__ args has the wrong class")
        self.save(cls)
        self.save(args[1:])
        self._out.write(NEWOBJ)

    def _save_newobj_ex(self, cls, args, kwargs):
        if self.proto >= 4:
            self.save(cls)
            self.save(args)
            self.save(kwargs)
            self._out.write(NEWOBJ_EX)
        else:
            self.save(functools.partial(cls.__new__, cls, *args, **kwargs))
            self.save(())
            self._out.write(REDUCE)

    # ---- atoms: never in the memo

    def save_none(self, obj):
        self._out.write(NONE)

    def save_bool(self, obj):
        if self.proto >= 2:
            self._out.write(NEWTRUE if obj else NEWFALSE)
        else:
            self._out.write(TRUE if obj else FALSE)

    def save_long(self, obj):
        write = self._out.write
        if -0x80000000 <= obj <= 0x7fffffff:
            if not self.bin:
                write(INT + b"%d\n" % obj)
            elif 0 <= obj <= 0xff:
                write(BININT1 + _number(obj, 1))
            elif 0 <= obj <= 0xffff:
                write(BININT2 + _number(obj, 2))
            else:
                write(BININT + obj.to_bytes(4, "little", signed=True))
            return
        if self.proto < 2:
            write(LONG + b"%dL\n" % obj)
            return
        data = encode_long(obj)
        if len(data) < 256:
            write(LONG1 + _number(len(data), 1) + data)
        else:
            write(LONG4 + _number(len(data), 4) + data)

    def save_float(self, obj):
        if self.bin:
            self._out.write(BINFLOAT + pack_double(obj))
        else:
            self._out.write(FLOAT + repr(obj).encode("ascii") + b"\n")

    _atoms = {type(None): save_none, bool: save_bool, int: save_long, float: save_float}

    # ---- texts and bytes

    def save_str(self, obj):
        write = self._out.write
        if not self.bin:
            text = obj.replace("\\", "\\u005c").replace("\0", "\\u0000").replace("\n", "\\u000a")
            text = text.replace("\r", "\\u000d").replace("\x1a", "\\u001a")
            write(UNICODE + text.encode("raw-unicode-escape") + b"\n")
        else:
            data = obj.encode("utf-8", "surrogatepass")
            if len(data) <= 0xff and self.proto >= 4:
                write(SHORT_BINUNICODE + _number(len(data), 1) + data)
            elif len(data) > 0xffffffff and self.proto >= 4:
                self._out.write_large(BINUNICODE8 + _number(len(data), 8), data)
            else:
                self._out.write_large(BINUNICODE + _number(len(data), 4), data)
        self.memoize(obj)

    def save_bytes(self, obj):
        if self.proto < 3:
            if obj:
                self.save_reduce(encode, (str(obj, "latin1"), "latin1"), obj=obj)
            else:
                self.save_reduce(bytes, (), obj=obj)
            return
        if len(obj) <= 0xff:
            self._out.write(SHORT_BINBYTES + _number(len(obj), 1) + obj)
        elif len(obj) > 0xffffffff and self.proto >= 4:
            self._out.write_large(BINBYTES8 + _number(len(obj), 8), obj)
        else:
            self._out.write_large(BINBYTES + _number(len(obj), 4), obj)
        self.memoize(obj)

    def save_bytearray(self, obj):
        if self.proto < 5:
            self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
            return
        self._out.write_large(BYTEARRAY8 + _number(len(obj), 8), bytes(obj))
        self.memoize(obj)

    # ---- containers

    def save_tuple(self, obj):
        write, memo, count = self._out.write, self.memo, len(obj)
        if not count:
            write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
            return
        short = count <= 3 and self.proto >= 2
        if not short:
            write(MARK)
        for item in obj:
            self.save(item)
        known = memo.get(id(obj))
        if known is not None:
            # The tuple holds itself: its items have made it already.
            if short:
                write(POP * count)
            elif self.bin:
                write(POP_MARK)
            else:
                write(POP * (count + 1))
            self._get(known[0])
            return
        write((TUPLE1, TUPLE2, TUPLE3)[count - 1] if short else TUPLE)
        self.memoize(obj)

    def save_list(self, obj):
        self._out.write(EMPTY_LIST if self.bin else MARK + LIST)
        self.memoize(obj)
        if self.bin:
            self._exact(obj, APPEND, APPENDS, self.save)
        else:
            self._batch_appends(obj)

    def save_dict(self, obj):
        self._out.write(EMPTY_DICT if self.bin else MARK + DICT)
        self.memoize(obj)
        if self.bin:
            self._exact(obj.items(), SETITEM, SETITEMS, self._save_pair)
        else:
            self._batch_setitems(obj.items())

    def _save_pair(self, pair):
        key, value = pair
        self.save(key)
        self.save(value)

    def _exact(self, items, single, several, save):
        """The items of a container whose size is known."""
        total = len(items)
        if total == 1:
            for item in items:
                save(item)
            self._out.write(single)
            return
        self._marked(items, several, save)
        if total and total % _BATCH == 0 and several is SETITEMS:
            # The original looks for another batch.
            self._out.write(MARK + SETITEMS)

    def _marked(self, items, closing, save):
        write, count = self._out.write, 0
        for item in items:
            if count % _BATCH == 0:
                write(closing + MARK if count else MARK)
            save(item)
            count += 1
        if count:
            write(closing)

    def _batch_appends(self, items):
        self._batch(items, APPEND, APPENDS, self.save)

    def _batch_setitems(self, items):
        self._batch(items, SETITEM, SETITEMS, self._save_pair)

    def _batch(self, items, single, several, save):
        """The items of an iterator: a batch of one needs no mark."""
        write, items, nothing = self._out.write, iter(items), []
        if not self.bin:
            for item in items:
                save(item)
                write(single)
            return
        count = _BATCH
        while count == _BATCH:
            first = next(items, nothing)
            if first is nothing:
                return
            second = next(items, nothing)
            if second is nothing:
                save(first)
                write(single)
                return
            write(MARK)
            save(first)
            save(second)
            count = 2
            while count < _BATCH:
                item = next(items, nothing)
                if item is nothing:
                    break
                save(item)
                count += 1
            write(several)

    def save_set(self, obj):
        if self.proto < 4:
            self.save_reduce(set, (list(obj),), obj=obj)
            return
        self._out.write(EMPTY_SET)
        self.memoize(obj)
        self._marked(obj, ADDITEMS, self.save)
        if obj and len(obj) % _BATCH == 0:
            self._out.write(MARK + ADDITEMS)

    def save_frozenset(self, obj):
        if self.proto < 4:
            self.save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self._out.write(MARK)
        for item in obj:
            self.save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            self._out.write(POP_MARK)
            self._get(known[0])
            return
        self._out.write(FROZENSET)
        self.memoize(obj)

    _savers = {str: save_str, bytes: save_bytes, bytearray: save_bytearray, tuple: save_tuple, list: save_list,
               dict: save_dict, set: save_set, frozenset: save_frozenset}

    # ---- what is found by its name

    def save_type(self, obj):
        for single in (None, NotImplemented, ...):
            if obj is type(single):
                self.save_reduce(type, (single,), obj=obj)
                return
        self.save_global(obj)

    def save_global(self, obj, name=None):
        write = self._out.write
        if name is None:
            name = getattr(obj, "__qualname__", None)
        if name is None:
            name = obj.__name__
        path = name.split(".")
        if "<locals>" in path:
            raise AttributeError(f"Can't pickle local object {name!r}")
        module_name = _module_of(obj, name)
        try:
            __import__(module_name, level=0)
            found, parent = _find(sys.modules[module_name], path, ("get", name, sys.modules[module_name]))
        except (ImportError, KeyError):
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        code = copyreg._extension_registry.get((module_name, name)) if self.proto >= 2 else None
        if code is not None:
            size = 1 if code <= 0xff else 2 if code <= 0xffff else 4
            write({1: EXT1, 2: EXT2, 4: EXT4}[size] + _number(code, size))
            return
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            write(STACK_GLOBAL)
        elif len(path) > 1:
            self.save_reduce(getattr, (parent, path[-1]), obj=obj)
            return
        else:
            if self.fix_imports:
                if (module_name, name) in _OLD_NAMES:
                    module_name, name = _OLD_NAMES[module_name, name]
                else:
                    module_name = _OLD_MODULES.get(module_name, module_name)
            encoding = "utf-8" if self.proto >= 3 else "ascii"
            try:
                write(GLOBAL + module_name.encode(encoding) + b"\n" + name.encode(encoding) + b"\n")
            except UnicodeEncodeError:
                raise PicklingError(
                    f"can't pickle global identifier {name!r} using pickle protocol {self.proto}") from None
        self.memoize(obj)


_Function = type(encode_long)


class _Stop(Exception):
    def __init__(self, value):
        self.value = value


class Unpickler:
    """Reads objects from a file; the last one may go on where the one before has ended."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        for name in ("read", "readline"):
            if not hasattr(file, name):
                raise TypeError("file must have 'read' and 'readline' attributes")
        self._file_read = file.read
        self._file_readline = file.readline
        self._buffers = None if buffers is None else iter(buffers)
        self.memo = {}
        self.encoding = encoding
        self.errors = errors
        self.proto = 0
        self.fix_imports = fix_imports

    def load(self):
        if not hasattr(self, "_file_read"):
            raise UnpicklingError(f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()")
        self.stack = []
        self._marks = []
        self.proto = 0
        dispatch = _LOADERS
        read = self._file_read
        try:
            while True:
                key = read(1)
                if not key:
                    raise EOFError("Ran out of input")
                load = dispatch.get(key)
                if load is None:
                    shown = repr(key)[1:] if 32 <= key[0] < 127 and key != b"'" else f"'\\x{key[0]:02x}'"
                    raise UnpicklingError(f"invalid load key, {shown}.")
                load(self)
        except _Stop as stop:
            return stop.value
        except IndexError:
            if self.stack:
                raise
            wrong = "unexpected MARK found" if self._marks else "unpickling stack underflow"
            raise UnpicklingError(wrong) from None

    def _read(self, count):
        data = self._file_read(count)
        if len(data) < count:
            raise UnpicklingError("pickle data was truncated")
        return data

    def _line(self):
        line = self._file_readline()
        if line[-1:] != b"\n":
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def _size(self, count):
        return int.from_bytes(self._read(count), "little")

    def _pop_mark(self):
        if not self._marks:
            raise UnpicklingError("could not find MARK")
        items = self.stack
        self.stack = self._marks.pop()
        return items

    def persistent_load(self, pid):
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function "
                              "was specified.")

    def find_class(self, module, name):
        if self.proto < 3 and self.fix_imports:
            if (module, name) in _NEW_NAMES:
                module, name = _NEW_NAMES[module, name]
            else:
                module = _NEW_MODULES.get(module, module)
        __import__(module, level=0)
        if self.proto >= 4 and "." in name:
            return _find(sys.modules[module], name.split("."), ("get", name, sys.modules[module]))[0]
        return getattr(sys.modules[module], name)

    def _extension(self, code):
        found = copyreg._extension_cache.get(code, copyreg)
        if found is copyreg:
            if code <= 0:
                raise UnpicklingError("EXT specifies code <= 0")
            key = copyreg._inverted_registry.get(code)
            if key is None:
                raise ValueError(f"unregistered extension code {code}")
            found = copyreg._extension_cache[code] = self.find_class(*key)
        self.stack.append(found)

    def _text(self, data):
        return data if self.encoding == "bytes" else data.decode(self.encoding, self.errors)

    def _memo_get(self, number):
        try:
            self.stack.append(self.memo[number])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {number}") from None

    def _instance(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            value = cls(*args)
        else:
            value = cls.__new__(cls)
        self.stack.append(value)

    def _build(self):
        state = self.stack.pop()
        obj = self.stack[-1]
        setstate = getattr(obj, "__setstate__", None)
        if setstate is not None:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state is not None:
            if not isinstance(state, dict):
                raise UnpicklingError("state is not a dictionary")
            values = obj.__dict__
            for key, value in state.items():
                values[sys.intern(key) if type(key) is str else key] = value
        if slots is not None:
            if not isinstance(slots, dict):
                raise UnpicklingError("slot state is not a dictionary")
            for key, value in slots.items():
                setattr(obj, key, value)

    def _append_all(self, target, items):
        extend = getattr(target, "extend", None)
        if extend is not None:
            extend(items)
            return
        append = target.append
        for item in items:
            append(item)

    def _reduce(self):
        args = self.stack.pop()
        self.stack[-1] = self.stack[-1](*args)

    def _new(self):
        args = self.stack.pop()
        cls = self.stack[-1]
        self.stack[-1] = cls.__new__(cls, *args)

    def _new_ex(self):
        kwargs = self.stack.pop()
        args = self.stack.pop()
        cls = self.stack[-1]
        self.stack[-1] = cls.__new__(cls, *args, **kwargs)

    def _protocol(self):
        proto = self._size(1)
        if proto > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {proto}")
        self.proto = proto

    def _mark(self):
        self._marks.append(self.stack)
        self.stack = []

    def _pop(self):
        if self.stack:
            self.stack.pop()
        else:
            self._pop_mark()

    def _last(self, count):
        items = tuple(self.stack[-count:])
        self.stack[-count:] = [items]

    def _set_items(self):
        items = self._pop_mark()
        target = self.stack[-1]
        for at in range(0, len(items), 2):
            target[items[at]] = items[at + 1]

    def _set_item(self):
        value = self.stack.pop()
        key = self.stack.pop()
        self.stack[-1][key] = value

    def _add_items(self):
        items = self._pop_mark()
        target = self.stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    def _pairs(self, items):
        return {items[at]: items[at + 1] for at in range(0, len(items), 2)}

    def _int_line(self):
        line = self._line()
        return line == b"01" if line in (b"00", b"01") else int(line, 0)

    def _quoted_line(self):
        line = self._line()
        if len(line) < 2 or line[:1] != line[-1:] or line[:1] not in (b'"', b"'"):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        return self._text(line[1:-1].decode("unicode_escape").encode("latin1"))

    def _stop(self):
        raise _Stop(self.stack.pop())

    def _frame(self):
        self._size(8)

    def _buffer(self):
        if self._buffers is None:
            raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
        try:
            self.stack.append(next(self._buffers))
        except StopIteration:
            raise UnpicklingError("not enough out-of-band buffers") from None

    def _memoize(self):
        self.memo[len(self.memo)] = self.stack[-1]

    def _put(self, number):
        if number < 0:
            raise ValueError("negative PUT argument")
        self.memo[number] = self.stack[-1]

    def _utf8(self, count):
        return str(self._read(count), "utf-8", "surrogatepass")

    def _stack_global(self):
        name = self.stack.pop()
        module = self.stack.pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self.stack.append(self.find_class(module, name))

    def _global_line(self):
        return self.find_class(self._line().decode("utf-8"), self._line().decode("utf-8"))

    def _inst(self):
        cls = self._global_line()
        self._instance(cls, self._pop_mark())

    def _obj(self):
        args = self._pop_mark()
        self._instance(args.pop(0), args)


def _pushing(make):
    """A loader that pushes what `make` returns."""
    return lambda u: u.stack.append(make(u))


def _pushing_marked(make):
    """The same, made of the items behind the mark."""
    def load(u):
        items = u._pop_mark()
        u.stack.append(make(u, items))
    return load


_LOADERS = {
    PROTO: Unpickler._protocol, FRAME: Unpickler._frame, STOP: Unpickler._stop, MARK: Unpickler._mark,
    POP: Unpickler._pop, POP_MARK: lambda u: u._pop_mark(), DUP: _pushing(lambda u: u.stack[-1]),
    NONE: _pushing(lambda u: None), NEWTRUE: _pushing(lambda u: True), NEWFALSE: _pushing(lambda u: False),
    INT: _pushing(Unpickler._int_line), LONG: _pushing(lambda u: int(u._line().rstrip(b"L"), 0)),
    BININT: _pushing(lambda u: int.from_bytes(u._read(4), "little", signed=True)),
    BININT1: _pushing(lambda u: u._read(1)[0]), BININT2: _pushing(lambda u: u._size(2)),
    LONG1: _pushing(lambda u: decode_long(u._read(u._size(1)))),
    LONG4: _pushing(lambda u: decode_long(u._read(u._size(4)))),
    FLOAT: _pushing(lambda u: float(u._line())), BINFLOAT: _pushing(lambda u: unpack_double(u._read(8))),
    STRING: _pushing(Unpickler._quoted_line), BINSTRING: _pushing(lambda u: u._text(u._read(u._size(4)))),
    SHORT_BINSTRING: _pushing(lambda u: u._text(u._read(u._size(1)))),
    UNICODE: _pushing(lambda u: str(u._line(), "raw-unicode-escape")),
    SHORT_BINUNICODE: _pushing(lambda u: u._utf8(u._size(1))), BINUNICODE: _pushing(lambda u: u._utf8(u._size(4))),
    BINUNICODE8: _pushing(lambda u: u._utf8(u._size(8))), SHORT_BINBYTES: _pushing(lambda u: u._read(u._size(1))),
    BINBYTES: _pushing(lambda u: u._read(u._size(4))), BINBYTES8: _pushing(lambda u: u._read(u._size(8))),
    BYTEARRAY8: _pushing(lambda u: bytearray(u._read(u._size(8)))), NEXT_BUFFER: Unpickler._buffer,
    READONLY_BUFFER: lambda u: u.stack.append(memoryview(u.stack.pop()).toreadonly()),
    EMPTY_TUPLE: _pushing(lambda u: ()), TUPLE1: lambda u: u._last(1), TUPLE2: lambda u: u._last(2),
    TUPLE3: lambda u: u._last(3), TUPLE: _pushing_marked(lambda u, items: tuple(items)),
    EMPTY_LIST: _pushing(lambda u: []), LIST: _pushing_marked(lambda u, items: items),
    APPEND: lambda u: u._append_all(u.stack[-2], [u.stack.pop()]),
    APPENDS: lambda u: (lambda items: u._append_all(u.stack[-1], items))(u._pop_mark()),
    EMPTY_DICT: _pushing(lambda u: {}), DICT: _pushing_marked(Unpickler._pairs), SETITEM: Unpickler._set_item,
    SETITEMS: Unpickler._set_items, EMPTY_SET: _pushing(lambda u: set()), ADDITEMS: Unpickler._add_items,
    FROZENSET: _pushing_marked(lambda u, items: frozenset(items)),
    GET: lambda u: u._memo_get(int(u._line())), BINGET: lambda u: u._memo_get(u._size(1)),
    LONG_BINGET: lambda u: u._memo_get(u._size(4)), PUT: lambda u: u._put(int(u._line())),
    BINPUT: lambda u: u._put(u._size(1)), LONG_BINPUT: lambda u: u._put(u._size(4)), MEMOIZE: Unpickler._memoize,
    GLOBAL: _pushing(Unpickler._global_line), STACK_GLOBAL: Unpickler._stack_global,
    EXT1: lambda u: u._extension(u._size(1)), EXT2: lambda u: u._extension(u._size(2)),
    EXT4: lambda u: u._extension(u._size(4)), REDUCE: Unpickler._reduce, NEWOBJ: Unpickler._new,
    NEWOBJ_EX: Unpickler._new_ex, BUILD: Unpickler._build, INST: Unpickler._inst, OBJ: Unpickler._obj,
    PERSID: _pushing(lambda u: u.persistent_load(u._line().decode("ascii"))),
    BINPERSID: lambda u: u.stack.append(u.persistent_load(u.stack.pop())),
}

Pickler.__module__ = Unpickler.__module__ = "_pickle"


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    return Pickler(None, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback)._dump(obj)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(io.BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors,
                     buffers=buffers).load()
