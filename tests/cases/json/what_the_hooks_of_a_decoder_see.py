# Hooks get pieces of text or finished containers; keys of one text are one object.
import json

text = '{"a": [1, -2.50, 1e3, NaN, -Infinity, Infinity], "b": {"a": true, "c": null}, "a": "x\\u00e9\\ud834\\udd1e\\ud834"}'
print(ascii(json.loads(text)))
print(ascii(json.loads(text, object_pairs_hook=list)))
print(ascii(json.loads(text, object_hook=lambda d: sorted(d))))
print(ascii(json.loads(text, parse_int=lambda s: "i" + s, parse_float=lambda s: "f" + s, parse_constant=lambda s: "c" + s)))
rows = json.loads('[{"key": 1}, {"key": 2}]')
print([k is next(iter(rows[0])) for row in rows for k in row])
print(json.JSONDecoder(strict=False).decode('"a\tb\n"') == "a\tb\n", json.JSONDecoder().raw_decode("[1] rest"))
print(json.loads(b'\xef\xbb\xbf[1]'), json.loads(bytearray(b'"\xc3\xa9"')) == "\xe9", json.loads("[1]".encode("utf-16")))


class Points(json.JSONDecoder):
    def __init__(self, **kw):
        super().__init__(object_hook=self.point, **kw)

    def point(self, found):
        return complex(found["re"], found["im"]) if "re" in found else found

    def decode(self, s):
        return "decoded", super().decode(s)


print(json.loads('[{"re": 1, "im": 2}, {"x": 1}]', cls=Points))


def broken(found):
    raise KeyError("hook")


try:
    json.loads('[{}]', object_hook=broken)
except KeyError as err:
    print(repr(err))
# expect: {'a': 'x\xe9\U0001d11e\ud834', 'b': {'a': True, 'c': None}}
# expect: [('a', [1, -2.5, 1000.0, nan, -inf, inf]), ('b', [('a', True), ('c', None)]), ('a', 'x\xe9\U0001d11e\ud834')]
# expect: ['a', 'b']
# expect: {'a': 'x\xe9\U0001d11e\ud834', 'b': {'a': True, 'c': None}}
# expect: [True, True]
# expect: True ([1], 3)
# expect: [1] True [1]
# expect: ('decoded', [(1+2j), {'x': 1}])
# expect: KeyError('hook')
