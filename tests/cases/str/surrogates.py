s = "\ud800a\udfff"
print(len(s), ascii(s), ascii(s[::-1]), ascii(s + "\u20ac"), s == "\ud800a\udfff")
print(ascii("\ud83d\ude00"), len("\ud83d\ude00"), "\ud83d\ude00" == "\U0001f600")
try:
    s.encode()
except UnicodeEncodeError as e:
    print(e, e.start, e.end, e.reason)
print(s.encode("utf-8", "surrogatepass"), s.encode("ascii", "replace"), s.encode("utf-16-le", "surrogatepass"))
# expect: 3 '\ud800a\udfff' '\udfffa\ud800' '\ud800a\udfff\u20ac' True
# expect: '\ud83d\ude00' 2 False
# expect: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed 0 1 surrogates not allowed
# expect: b'\xed\xa0\x80a\xed\xbf\xbf' b'?a?' b'\x00\xd8a\x00\xff\xdf'
