# What the decoder says of texts that are no JSON, and where.
import json

for text in ['', '[', '[1,]', '[1 2]', '{', '{"a":1,}', '{"a" 1}', '{"a":}', '{1}', '-', '01', '1.5e', '1e+', '1.', 'nul',
             '"abc', '"a\nb"', '"\\', '"\\q"', '"\\u1234', '"\\u12x4"', '"\\ud834\\u12g4 more"', '[1] 2', '  ', 'Nan',
             '\n\n [\n"a",\n}', '{"a":{"b":[1,2,{"c"}]}}']:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as err:
        print(err, err.pos, err.lineno, err.colno, err.doc == text)

decoder = json.JSONDecoder()
for call in [lambda: decoder.raw_decode(" 1"), lambda: decoder.raw_decode("1", -1), lambda: decoder.scan_once(5, 1),
             lambda: decoder.scan_once("]", 0), lambda: json.decoder.scanstring("abc", 4), lambda: json.loads(5),
             lambda: json.loads("9" * 5000), lambda: json.loads("[" * 100_000), lambda: json.loads('{"":' * 100_000)]:
    try:
        print(call())
    except Exception as err:
        print(type(err).__name__, err)
# expect: Expecting value: line 1 column 1 (char 0) 0 1 1 True
# expect: Expecting value: line 1 column 2 (char 1) 1 1 2 True
# expect: Expecting value: line 1 column 4 (char 3) 3 1 4 True
# expect: Expecting ',' delimiter: line 1 column 4 (char 3) 3 1 4 True
# expect: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 1 2 True
# expect: Expecting property name enclosed in double quotes: line 1 column 8 (char 7) 7 1 8 True
# expect: Expecting ':' delimiter: line 1 column 6 (char 5) 5 1 6 True
# expect: Expecting value: line 1 column 6 (char 5) 5 1 6 True
# expect: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 1 2 True
# expect: Expecting value: line 1 column 1 (char 0) 0 1 1 True
# expect: Extra data: line 1 column 2 (char 1) 1 1 2 True
# expect: Extra data: line 1 column 4 (char 3) 3 1 4 True
# expect: Extra data: line 1 column 2 (char 1) 1 1 2 True
# expect: Extra data: line 1 column 2 (char 1) 1 1 2 True
# expect: Expecting value: line 1 column 1 (char 0) 0 1 1 True
# expect: Unterminated string starting at: line 1 column 1 (char 0) 0 1 1 True
# expect: Invalid control character at: line 1 column 3 (char 2) 2 1 3 True
# expect: Unterminated string starting at: line 1 column 1 (char 0) 0 1 1 True
# expect: Invalid \escape: line 1 column 2 (char 1) 1 1 2 True
# expect: Invalid \uXXXX escape: line 1 column 3 (char 2) 2 1 3 True
# expect: Invalid \uXXXX escape: line 1 column 3 (char 2) 2 1 3 True
# expect: Invalid \uXXXX escape: line 1 column 9 (char 8) 8 1 9 True
# expect: Extra data: line 1 column 5 (char 4) 4 1 5 True
# expect: Expecting value: line 1 column 3 (char 2) 2 1 3 True
# expect: Expecting value: line 1 column 1 (char 0) 0 1 1 True
# expect: Expecting value: line 5 column 1 (char 10) 10 5 1 True
# expect: Expecting ':' delimiter: line 1 column 20 (char 19) 19 1 20 True
# expect: JSONDecodeError Expecting value: line 1 column 1 (char 0)
# expect: ValueError idx cannot be negative
# expect: TypeError first argument must be a string, not int
# expect: StopIteration 0
# expect: ValueError end is out of bounds
# expect: TypeError the JSON object must be str, bytes or bytearray, not int
# expect: ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: RecursionError maximum recursion depth exceeded while decoding a JSON array from a unicode string
# expect: RecursionError maximum recursion depth exceeded while decoding a JSON object from a unicode string
