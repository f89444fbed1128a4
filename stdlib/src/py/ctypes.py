"""C data types, as far as they serve to look at Python's own objects."""

import _ctypes

__all__ = [
    "c_byte", "c_ubyte", "c_short", "c_ushort", "c_int", "c_uint", "c_long", "c_ulong", "c_longlong", "c_ulonglong",
    "c_size_t", "c_ssize_t", "c_bool", "c_void_p", "py_object", "cast", "sizeof",
]


class _Simple:
    _bits = 64
    _signed = True
    _address = None

    def __init__(self, value=0):
        self.value = value

    @classmethod
    def from_address(cls, address):
        _ctypes.word_at(address)
        made = cls.__new__(cls)
        made._address = address
        return made

    @property
    def value(self):
        number = self._value if self._address is None else _ctypes.word_at(self._address)
        number &= (1 << self._bits) - 1
        if self._signed and number >> (self._bits - 1):
            number -= 1 << self._bits
        return number

    @value.setter
    def value(self, value):
        if self._address is not None:
            raise NotImplementedError("pyglass does not write to memory")
        if not isinstance(value, int):
            raise TypeError("an integer is required (got type %s)" % type(value).__name__)
        self._value = value

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.value)


def _simple(name, bits, signed):
    return type(name, (_Simple,), {"_bits": bits, "_signed": signed, "__module__": "ctypes"})


c_byte, c_ubyte = _simple("c_byte", 8, True), _simple("c_ubyte", 8, False)
c_short, c_ushort = _simple("c_short", 16, True), _simple("c_ushort", 16, False)
c_int, c_uint = _simple("c_int", 32, True), _simple("c_uint", 32, False)
c_long, c_ulong = _simple("c_long", 64, True), _simple("c_ulong", 64, False)
c_longlong, c_ulonglong, c_ssize_t, c_size_t = c_long, c_ulong, c_long, c_ulong
c_bool, c_void_p = _simple("c_bool", 8, False), _simple("c_void_p", 64, False)


class py_object:
    """A reference to a Python object."""

    _bits = 64

    def __init__(self, value=None):
        self.value = value

    def __repr__(self):
        return "py_object(%r)" % (self.value,)


def cast(obj, typ):
    if typ is not py_object:
        raise NotImplementedError("pyglass casts addresses to py_object only")
    return py_object(_ctypes.object_at(getattr(obj, "value", obj)))


def sizeof(obj):
    return obj._bits // 8
