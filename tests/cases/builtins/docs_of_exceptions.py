# Builtin exceptions have docstrings; classes derived from them in Python do not inherit them.
class Own(ValueError):
    pass


print(ZeroDivisionError.__doc__, KeyError.__doc__, BaseException.__doc__, ExceptionGroup.__doc__)
print(OSError.__doc__, FileNotFoundError.__doc__, UnicodeDecodeError.__doc__, Own.__doc__)
print(SystemError.__doc__)
# expect: Second argument to a division or modulo operation was zero. Mapping key not found. Common base class for all exceptions None
# expect: Base class for I/O related errors. File not found. Unicode decoding error. None
# expect: Internal error in the Python interpreter.
# expect:
# expect: Please report this to the Python maintainer, along with the traceback,
# expect: the Python version, and the hardware/OS platform and version.
