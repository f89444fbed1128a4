# Copies of tee, of a group and of streams in memory go on where the original is.
import copy
import io
import itertools
import pickle

a, b = itertools.tee(iter([1, 2, 3]))
next(a)
copied = pickle.loads(pickle.dumps(a))
print(list(copied), list(a), list(b))
groups = itertools.groupby("aab")
key, group = next(groups)
print(group.__reduce__()[0], group.__reduce__()[1][1])
next(groups)
print(list(pickle.loads(pickle.dumps(group))))
text = io.StringIO("abc\r\n\n", newline="\r\n")
text.read(1)
text.mark = 1
print(text.__getstate__())
again = pickle.loads(pickle.dumps(text))
print(repr(again.read()), repr(again.getvalue()), again.mark)
data = io.BytesIO(b"abc\n")
data.read(1)
again = pickle.loads(pickle.dumps(data))
print(again.read(), again.getvalue(), data.__getstate__())
for stream, state in ((text, 1), (text, ("a", "\n", -1, None)), (text, ("a", "\n", 1, 5)), (text, (1, "\n", 1, None)),
                      (data, (b"x", 0)), (data, (b"x", "a", None)), (data, (b"x", 0, 5)), (a, (1, 2)), (a, 5)):
    try:
        stream.__setstate__(state)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: [2, 3] [2, 3] [1, 2, 3]
# expect: <class 'itertools._grouper'> a
# expect: []
# expect: ('abc\r\r\n\r\n', '\r\n', 1, {'mark': 1})
# expect: 'bc\r\r\n\r\n' 'abc\r\r\n\r\n' 1
# expect: b'bc\n' b'abc\n' (b'abc\n', 1, None)
# expect: TypeError _io.StringIO.__setstate__ argument should be 4-tuple, got int
# expect: ValueError position value cannot be negative
# expect: TypeError fourth item of state should be a dict, got a int
# expect: TypeError initial_value must be str or None, not int
# expect: TypeError _io.BytesIO.__setstate__ argument should be 3-tuple, got tuple
# expect: TypeError second item of state must be an integer, not str
# expect: TypeError third item of state should be a dict, got a int
# expect: TypeError argument 1 must be itertools._tee_dataobject, not int
# expect: TypeError state is not a tuple
