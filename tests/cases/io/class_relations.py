import io
for c in (io.FileIO, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.BytesIO, io.TextIOWrapper, io.StringIO):
    bases = (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase)
    print(c, [issubclass(c, base) for base in bases])
print(io.UnsupportedOperation.__mro__, io.open is open, open.__module__)
# expect: <class '_io.FileIO'> [True, True, False, False]
# expect: <class '_io.BufferedReader'> [True, False, True, False]
# expect: <class '_io.BufferedWriter'> [True, False, True, False]
# expect: <class '_io.BufferedRandom'> [True, False, True, False]
# expect: <class '_io.BytesIO'> [True, False, True, False]
# expect: <class '_io.TextIOWrapper'> [True, False, False, True]
# expect: <class '_io.StringIO'> [True, False, False, True]
# expect: (<class 'io.UnsupportedOperation'>, <class 'OSError'>, <class 'ValueError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) True io
