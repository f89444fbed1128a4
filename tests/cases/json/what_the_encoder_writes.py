# All options of the encoder, as one text and in chunks.
import json


class Int(int):
    def __repr__(self):
        return "Int"


class Float(float):
    def __repr__(self):
        return "Float"


class Pairs(dict):
    def items(self):
        return [("from", "items"), ("b", 2)]


data = {"a": [1, True, None, 2.5, "t\x7f\xe9\u20ac\U0001f600\"\\\n/\x01"], "b": {}, "c": [], "d": ({"x": ()},), 3: 1, 1.5: 2,
        None: 0, True: 1, False: 2}
for options in [{}, {"indent": 2}, {"indent": "\t"}, {"indent": 0}, {"separators": (",", ":")}, {"ensure_ascii": False},
                {"indent": 1, "separators": ("|", "=")}, {"check_circular": False}]:
    print(ascii(json.dumps(data, **options)))
    print(ascii(list(json.JSONEncoder(**options).iterencode([data, 1, "x", [[]]]))))
print(json.dumps({"b": 1, "a": {"d": 2, "c": 3}}, sort_keys=True), json.dumps([Int(3), Float(1.5), {Int(4): Float(0.5)}]))
print(json.dumps({(1, 2): 1, "k": 2, (3,): 4}, skipkeys=True), json.dumps({(1,): 2}, skipkeys=True, indent=1))
print(json.dumps(Pairs(a=1)), json.dumps([1e16, 1e-5, 123456789012345678901, float("nan"), float("-inf")]))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


print(json.dumps({"z": 1 + 2j}, cls=Encoder), json.dumps({1, 2}, default=sorted), json.dumps(b"", default=repr))
loop = []
loop.append(loop)
knot = {}
knot["k"] = knot
deep = []
for _ in range(3000):
    deep = [deep]
for call in [lambda: json.dumps(loop), lambda: json.dumps(knot, indent=1), lambda: json.dumps([object()]),
             lambda: json.dumps(1j, cls=Encoder, default=None), lambda: json.dumps([{1}], cls=Encoder),
             lambda: json.dumps({(1,): 2}), lambda: json.dumps([float("nan")], allow_nan=False),
             lambda: json.dumps([float("inf")], allow_nan=False, indent=1), lambda: json.dumps({1: 1, "a": 1}, sort_keys=True),
             lambda: json.dumps([1], separators=(1, 2)), lambda: json.dumps(deep), lambda: json.dumps(1j, default=lambda o: o)]:
    try:
        print(call())
    except Exception as err:
        print(type(err).__name__, err)
# expect: '{"a": [1, true, null, 2.5, "t\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\"\\\\\\n/\\u0001"], "b": {}, "c": [], "d": [{"x": []}], "3": 1, "1.5": 2, "null": 0, "true": 1, "false": 2}'
# expect: ['[', '{', '"a"', ': ', '[1', ', true', ', null', ', 2.5', ', "t\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\"\\\\\\n/\\u0001"', ']', ', ', '"b"', ': ', '{}', ', ', '"c"', ': ', '[]', ', ', '"d"', ': ', '[', '{', '"x"', ': ', '[]', '}', ']', ', ', '"3"', ': ', '1', ', ', '"1.5"', ': ', '2', ', ', '"null"', ': ', '0', ', ', '"true"', ': ', '1', ', ', '"false"', ': ', '2', '}', ', 1', ', "x"', ', ', '[', '[]', ']', ']']
# expect: '{\n  "a": [\n    1,\n    true,\n    null,\n    2.5,\n    "t\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\"\\\\\\n/\\u0001"\n  ],\n  "b": {},\n  "c": [],\n  "d": [\n    {\n      "x": []\n    }\n  ],\n  "3": 1,\n  "1.5": 2,\n  "null": 0,\n  "true": 1,\n  "false": 2\n}'
# expect: ['[\n  ', '{', '\n    ', '"a"', ': ', '[\n      1', ',\n      true', ',\n      null', ',\n      2.5', ',\n      "t\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\"\\\\\\n/\\u0001"', '\n    ', ']', ',\n    ', '"b"', ': ', '{}', ',\n    ', '"c"', ': ', '[]', ',\n    ', '"d"', ': ', '[\n      ', '{', '\n        ', '"x"', ': ', '[]', '\n      ', '}', '\n    ', ']', ',\n    ', '"3"', ': ', '1', ',\n    ', '"1.5"', ': ', '2', ',\n    ', '"null"', ': ', '0', ',\n    ', '"true"', ': ', '1', ',\n    ', '"false"', ': ', '2', '\n  ', '}', ',\n  1', ',\n  "x"', ',\n  ', '[\n    ', '[]', '\n  ', ']', '\n', ']']
# expect: '{\n\t"a": [\n\t\t1,\n\t\ttrue,\n\t\tnull,\n\t\t2.5,\n\t\t"t\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\"\\\\\\n/\\u0001"\n\t],\n\t"b": {},\n\t"c": [],\n\t"d": [\n\t\t{\n\t\t\t"x": []\n\t\t}\n\t],\n\t"3": 1,\n\t"1.5": 2,\n\t"null": 0,\n\t"true": 1,\n\t"false": 2\n}'
# expect: ['[\n\t', '{', '\n\t\t', '"a"', ': ', '[\n\t\t\t1', ',\n\t\t\ttrue', ',\n\t\t\tnull', ',\n\t\t\t2.5', ',\n\t\t\t"t\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\"\\\\\\n/\\u0001"', '\n\t\t', ']', ',\n\t\t', '"b"', ': ', '{}', ',\n\t\t', '"c"', ': ', '[]', ',\n\t\t', '"d"', ': ', '[\n\t\t\t', '{', '\n\t\t\t\t', '"x"', ': ', '[]', '\n\t\t\t', '}', '\n\t\t', ']', ',\n\t\t', '"3"', ': ', '1', ',\n\t\t', '"1.5"', ': ', '2', ',\n\t\t', '"null"', ': ', '0', ',\n\t\t', '"true"', ': ', '1', ',\n\t\t', '"false"', ': ', '2', '\n\t', '}', ',\n\t1', ',\n\t"x"', ',\n\t', '[\n\t\t', '[]', '\n\t', ']', '\n', ']']
# expect: '{\n"a": [\n1,\ntrue,\nnull,\n2.5,\n"t\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\"\\\\\\n/\\u0001"\n],\n"b": {},\n"c": [],\n"d": [\n{\n"x": []\n}\n],\n"3": 1,\n"1.5": 2,\n"null": 0,\n"true": 1,\n"false": 2\n}'
# expect: ['[\n', '{', '\n', '"a"', ': ', '[\n1', ',\ntrue', ',\nnull', ',\n2.5', ',\n"t\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\"\\\\\\n/\\u0001"', '\n', ']', ',\n', '"b"', ': ', '{}', ',\n', '"c"', ': ', '[]', ',\n', '"d"', ': ', '[\n', '{', '\n', '"x"', ': ', '[]', '\n', '}', '\n', ']', ',\n', '"3"', ': ', '1', ',\n', '"1.5"', ': ', '2', ',\n', '"null"', ': ', '0', ',\n', '"true"', ': ', '1', ',\n', '"false"', ': ', '2', '\n', '}', ',\n1', ',\n"x"', ',\n', '[\n', '[]', '\n', ']', '\n', ']']
# expect: '{"a":[1,true,null,2.5,"t\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\"\\\\\\n/\\u0001"],"b":{},"c":[],"d":[{"x":[]}],"3":1,"1.5":2,"null":0,"true":1,"false":2}'
# expect: ['[', '{', '"a"', ':', '[1', ',true', ',null', ',2.5', ',"t\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\"\\\\\\n/\\u0001"', ']', ',', '"b"', ':', '{}', ',', '"c"', ':', '[]', ',', '"d"', ':', '[', '{', '"x"', ':', '[]', '}', ']', ',', '"3"', ':', '1', ',', '"1.5"', ':', '2', ',', '"null"', ':', '0', ',', '"true"', ':', '1', ',', '"false"', ':', '2', '}', ',1', ',"x"', ',', '[', '[]', ']', ']']
# expect: '{"a": [1, true, null, 2.5, "t\x7f\xe9\u20ac\U0001f600\\"\\\\\\n/\\u0001"], "b": {}, "c": [], "d": [{"x": []}], "3": 1, "1.5": 2, "null": 0, "true": 1, "false": 2}'
# expect: ['[', '{', '"a"', ': ', '[1', ', true', ', null', ', 2.5', ', "t\x7f\xe9\u20ac\U0001f600\\"\\\\\\n/\\u0001"', ']', ', ', '"b"', ': ', '{}', ', ', '"c"', ': ', '[]', ', ', '"d"', ': ', '[', '{', '"x"', ': ', '[]', '}', ']', ', ', '"3"', ': ', '1', ', ', '"1.5"', ': ', '2', ', ', '"null"', ': ', '0', ', ', '"true"', ': ', '1', ', ', '"false"', ': ', '2', '}', ', 1', ', "x"', ', ', '[', '[]', ']', ']']
# expect: '{\n "a"=[\n  1|\n  true|\n  null|\n  2.5|\n  "t\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\"\\\\\\n/\\u0001"\n ]|\n "b"={}|\n "c"=[]|\n "d"=[\n  {\n   "x"=[]\n  }\n ]|\n "3"=1|\n "1.5"=2|\n "null"=0|\n "true"=1|\n "false"=2\n}'
# expect: ['[\n ', '{', '\n  ', '"a"', '=', '[\n   1', '|\n   true', '|\n   null', '|\n   2.5', '|\n   "t\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\"\\\\\\n/\\u0001"', '\n  ', ']', '|\n  ', '"b"', '=', '{}', '|\n  ', '"c"', '=', '[]', '|\n  ', '"d"', '=', '[\n   ', '{', '\n    ', '"x"', '=', '[]', '\n   ', '}', '\n  ', ']', '|\n  ', '"3"', '=', '1', '|\n  ', '"1.5"', '=', '2', '|\n  ', '"null"', '=', '0', '|\n  ', '"true"', '=', '1', '|\n  ', '"false"', '=', '2', '\n ', '}', '|\n 1', '|\n "x"', '|\n ', '[\n  ', '[]', '\n ', ']', '\n', ']']
# expect: '{"a": [1, true, null, 2.5, "t\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\"\\\\\\n/\\u0001"], "b": {}, "c": [], "d": [{"x": []}], "3": 1, "1.5": 2, "null": 0, "true": 1, "false": 2}'
# expect: ['[', '{', '"a"', ': ', '[1', ', true', ', null', ', 2.5', ', "t\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\"\\\\\\n/\\u0001"', ']', ', ', '"b"', ': ', '{}', ', ', '"c"', ': ', '[]', ', ', '"d"', ': ', '[', '{', '"x"', ': ', '[]', '}', ']', ', ', '"3"', ': ', '1', ', ', '"1.5"', ': ', '2', ', ', '"null"', ': ', '0', ', ', '"true"', ': ', '1', ', ', '"false"', ': ', '2', '}', ', 1', ', "x"', ', ', '[', '[]', ']', ']']
# expect: {"a": {"c": 3, "d": 2}, "b": 1} [3, 1.5, {"4": 0.5}]
# expect: {"k": 2} {
# expect:  
# expect: }
# expect: {"from": "items", "b": 2} [1e+16, 1e-05, 123456789012345678901, NaN, -Infinity]
# expect: {"z": [1.0, 2.0]} [1, 2] "b''"
# expect: ValueError Circular reference detected
# expect: ValueError Circular reference detected
# expect: TypeError Object of type object is not JSON serializable
# expect: [0.0, 1.0]
# expect: TypeError Object of type set is not JSON serializable
# expect: TypeError keys must be str, int, float, bool or None, not tuple
# expect: ValueError Out of range float values are not JSON compliant
# expect: ValueError Out of range float values are not JSON compliant: inf
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: TypeError make_encoder() argument 5 must be str, not int
# expect: RecursionError maximum recursion depth exceeded while encoding a JSON object
# expect: ValueError Circular reference detected
