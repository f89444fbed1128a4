# Codecs are found by name, registered, and used whole, step by step and as streams.
import codecs
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__module__, type(e).__name__, e, repr(e.__cause__))
t(codecs.encode, b'a')
t(codecs.decode, 'a')
t(codecs.encode, 1, 'rot13')
t(codecs.decode, b'zz', 'hex')
t(codecs.encode, 'abc', 'hex')
t(codecs.encode, b'abc', 'hex'); t(codecs.encode, b'abc', 'base64'); t(codecs.decode, b'YWJj\n', 'base64')
t(codecs.encode, 'abc', 'nope'); t(codecs.lookup, 'nope'); t(codecs.lookup, 1)
t(codecs.encode, 'Hello', 'rot13'); t('a'.encode, 'rot13'); t(b'a'.decode, 'hex'); t(b'a'.decode, 'utf-7x')
print(codecs.lookup('UTF8').name, tuple(codecs.lookup('latin1')).__len__())
for n in 'cp1250 CP1252 windows-1253 koi8-u iso-8859-5 mac_roman cp866 cp437 latin2 cyrillic greek hebrew l5 tis-620 cp037'.split():
    i = codecs.lookup(n); print(n, i.name, bytes(range(160,256)).decode(n, 'replace'), )
for n in 'cp1250 koi8-r cp037 iso8859-7 latin-1 ascii utf-16 utf-32 utf-8-sig'.split():
    t('aéЖ€'.encode, n); t('aéЖ€'.encode, n, 'replace'); t('aéЖ€'.encode, n, 'xmlcharrefreplace'); t('aéЖ€'.encode, n, 'namereplace');t(codecs.encode, 'aéЖ€', n, 'ignore')
d = codecs.getincrementaldecoder('utf-8')()
print([d.decode(bytes([b])) for b in 'aé€😀'.encode()], d.getstate())
t(d.decode, b'\xe2'); print(d.getstate()); t(d.decode, b'', True); d.reset(); print(d.getstate())
d = codecs.getincrementaldecoder('utf-16')(); print([d.decode(bytes([b])) for b in 'aé€😀'.encode('utf-16')], d.getstate())
d = codecs.getincrementaldecoder('utf-8-sig')(); print([d.decode(bytes([b])) for b in 'aé€'.encode('utf-8-sig')], d.getstate())
d = codecs.getincrementaldecoder('utf-32')(); print([d.decode(bytes([b])) for b in 'aé€'.encode('utf-32')], d.getstate())
e = codecs.getincrementalencoder('utf-16')(); print(e.encode('a'), e.encode('b'), e.getstate()); e.reset(); print(e.encode('c'))
e = codecs.getincrementalencoder('utf-8-sig')(); print(e.encode('a'), e.encode('b')); e.reset(); print(e.encode('c'))
e = codecs.getincrementalencoder('cp1252')('replace'); print(e.encode('aЖ'), e.encode('b', True), e.errors)
print(list(codecs.iterencode(['a','é'], 'utf-8')), list(codecs.iterdecode([b'a',b'\xc3',b'\xa9'], 'utf-8')), ''.join(codecs.iterdecode([b'a',b'\xe9'], 'latin1')))
def h(e): return ('<%d:%d>' % (e.start, e.end), e.end)
codecs.register_error('mine', h); t('aéb'.encode, 'ascii', 'mine'); t(b'a\xffb'.decode, 'ascii', 'mine'); print(codecs.lookup_error('mine') is h)
t(codecs.lookup_error, 'nix'); t(codecs.register_error, 'x', 1)
for n in ('strict','ignore','replace','xmlcharrefreplace','backslashreplace','namereplace'):
    f = codecs.lookup_error(n)
    t(f, UnicodeEncodeError('ascii','aéb',1,2,'why')); t(f, UnicodeDecodeError('ascii',b'a\xffb',1,2,'why')); t(f, UnicodeTranslateError('aéb',1,2,'why')); t(f, ValueError(1))
print(codecs.BOM, codecs.BOM_UTF8, codecs.BOM_UTF16, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32, codecs.BOM_UTF32_BE, codecs.BOM_LE, codecs.BOM_BE)
def search(n):
    print('search', n)
    if n == 'my_code':
        return codecs.CodecInfo(lambda s, e='strict': (s.upper().encode(), len(s)), lambda b, e='strict': (bytes(b).decode().lower(), len(b)), name='my-code')
    if n == 'bad': return 5
codecs.register(search)
t('abc'.encode, 'My-Code'); t(b'ABC'.decode, 'my-code'); t(codecs.encode, 'x', 'my code'); t(codecs.lookup, 'my.code'); t(codecs.lookup, 'bad'); t('a'.encode, 'bad')
t(codecs.register, 1)
import io
w = codecs.getwriter('utf-8')(b := io.BytesIO()); w.write('é'); w.writelines(['a','b']); print(b.getvalue())
r = codecs.getreader('utf-8')(io.BytesIO('é\nab\r\nc'.encode())); print(repr(r.read(2)), repr(r.readline()), r.readlines())
r = codecs.getreader('latin1')(io.BytesIO(b'a\nb\nc')); print(list(r))
print(codecs.charmap_encode('abc', 'strict', {97: 65, 98: b'xy', 99: None} | {99: b'z'}), codecs.charmap_decode(b'ab', 'strict', {97:'A', 98:'BB'}), codecs.charmap_decode(b'ab', 'strict', 'x'*100))
print(codecs.escape_decode(rb'a\n\x41'), codecs.escape_encode(b'a\n\xff'))
print(codecs.utf_8_encode('é'), codecs.utf_8_decode(b'\xc3\xa9\xc3'), codecs.utf_16_ex_decode(b'\xff\xfea\0', 'strict', 0, False), codecs.latin_1_decode(b'\xe9'), codecs.ascii_encode('a'))
print(codecs.make_identity_dict(range(3)), codecs.make_encoding_map({1:2,3:2}))
print(codecs.getencoder('utf-8')('é'), codecs.getdecoder('hex')(b'4142'))
class MyCodec(codecs.Codec):
    def encode(self, s, e='strict'): return s.encode(), len(s)
t(codecs.Codec().encode, 1)
class BI(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, i, e, f): n = len(i) // 2 * 2; return i[:n].decode(), n
b = BI(); print(b.decode(b'abc'), b.decode(b'd', True), b.getstate())
print(codecs.CodecInfo.__mro__, codecs.StreamReaderWriter(io.BytesIO(), codecs.getreader('utf8'), codecs.getwriter('utf8')).encoding)
# expect: builtins TypeError encoding with 'utf-8' codec failed (TypeError: utf_8_encode() argument 1 must be str, not bytes) TypeError('utf_8_encode() argument 1 must be str, not bytes')
# expect: builtins TypeError decoding with 'utf-8' codec failed (TypeError: a bytes-like object is required, not 'str') TypeError("a bytes-like object is required, not 'str'")
# expect: builtins TypeError encoding with 'rot13' codec failed (TypeError: descriptor 'translate' for 'str' objects doesn't apply to a 'int' object) TypeError("descriptor 'translate' for 'str' objects doesn't apply to a 'int' object")
# expect: binascii Error decoding with 'hex' codec failed (Error: Non-hexadecimal digit found) Error('Non-hexadecimal digit found')
# expect: builtins TypeError encoding with 'hex' codec failed (TypeError: a bytes-like object is required, not 'str') TypeError("a bytes-like object is required, not 'str'")
# expect: b'616263'
# expect: b'YWJj\n'
# expect: b'abc'
# expect: builtins LookupError unknown encoding: nope None
# expect: builtins LookupError unknown encoding: nope None
# expect: builtins TypeError lookup() argument must be str, not int None
# expect: 'Uryyb'
# expect: builtins LookupError 'rot13' is not a text encoding; use codecs.encode() to handle arbitrary codecs None
# expect: builtins LookupError 'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs None
# expect: builtins LookupError unknown encoding: utf-7x None
# expect: utf-8 4
# expect: cp1250 cp1250  ˇ˘Ł¤Ą¦§¨©Ş«¬­®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙
# expect: CP1252 cp1252  ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
# expect: windows-1253 cp1253  ΅Ά£¤¥¦§¨©�«¬­®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ�ΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ�
# expect: koi8-u koi8-u ═║╒ёє╔ії╗╘╙╚╛ґ╝╞╟╠╡ЁЄ╣ІЇ╦╧╨╩╪Ґ╬©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ
# expect: iso-8859-5 iso8859-5  ЁЂЃЄЅІЇЈЉЊЋЌ­ЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ
# expect: mac_roman mac-roman †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
# expect: cp866 cp866 абвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■ 
# expect: cp437 cp437 áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ 
# expect: latin2 iso8859-2  Ą˘Ł¤ĽŚ§¨ŠŞŤŹ­ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙
# expect: cyrillic iso8859-5  ЁЂЃЄЅІЇЈЉЊЋЌ­ЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ
# expect: greek iso8859-7  ‘’£€₯¦§¨©ͺ«¬­�―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ�ΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ�
# expect: hebrew iso8859-8  �¢£¤¥¦§¨©×«¬­®¯°±²³´µ¶·¸¹÷»¼½¾��������������������������������‗אבגדהוזחטיךכלםמןנסעףפץצקרשת��‎‏�
# expect: l5 iso8859-9  ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ
# expect: tis-620 tis-620 �กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะัาำิีึืฺุู����฿เแโใไๅๆ็่้๊๋์ํ๎๏๐๑๒๓๔๕๖๗๘๙๚๛����
# expect: cp037 cp037 µ~stuvwxyz¡¿ÐÝÞ®^£¥·©§¶¼½¾[]¯¨´×{ABCDEFGHI­ôöòóõ}JKLMNOPQR¹ûüùúÿ\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ
# expect: builtins UnicodeEncodeError 'charmap' codec can't encode character '\u0416' in position 2: character maps to <undefined> None
# expect: b'a\xe9?\x80'
# expect: b'a\xe9&#1046;\x80'
# expect: b'a\xe9\\N{CYRILLIC CAPITAL LETTER ZHE}\x80'
# expect: b'a\xe9\x80'
# expect: builtins UnicodeEncodeError 'charmap' codec can't encode character '\xe9' in position 1: character maps to <undefined> None
# expect: b'a?\xf6?'
# expect: b'a&#233;\xf6&#8364;'
# expect: b'a\\N{LATIN SMALL LETTER E WITH ACUTE}\xf6\\N{EURO SIGN}'
# expect: b'a\xf6'
# expect: builtins UnicodeEncodeError 'charmap' codec can't encode characters in position 2-3: character maps to <undefined> None
# expect: b'\x81Qoo'
# expect: b'\x81QP{\xf1\xf0\xf4\xf6^P{\xf8\xf3\xf6\xf4^'
# expect: b'\x81Q\xe0\xd5\xc0\xc3\xe8\xd9\xc9\xd3\xd3\xc9\xc3@\xc3\xc1\xd7\xc9\xe3\xc1\xd3@\xd3\xc5\xe3\xe3\xc5\xd9@\xe9\xc8\xc5\xd0\xe0\xd5\xc0\xc5\xe4\xd9\xd6@\xe2\xc9\xc7\xd5\xd0'
# expect: b'\x81Q'
# expect: builtins UnicodeEncodeError 'charmap' codec can't encode characters in position 1-2: character maps to <undefined> None
# expect: b'a??\xa4'
# expect: b'a&#233;&#1046;\xa4'
# expect: b'a\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{CYRILLIC CAPITAL LETTER ZHE}\xa4'
# expect: b'a\xa4'
# expect: builtins UnicodeEncodeError 'latin-1' codec can't encode characters in position 2-3: ordinal not in range(256) None
# expect: b'a\xe9??'
# expect: b'a\xe9&#1046;&#8364;'
# expect: b'a\xe9\\N{CYRILLIC CAPITAL LETTER ZHE}\\N{EURO SIGN}'
# expect: b'a\xe9'
# expect: builtins UnicodeEncodeError 'ascii' codec can't encode characters in position 1-3: ordinal not in range(128) None
# expect: b'a???'
# expect: b'a&#233;&#1046;&#8364;'
# expect: b'a\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{CYRILLIC CAPITAL LETTER ZHE}\\N{EURO SIGN}'
# expect: b'a'
# expect: b'\xff\xfea\x00\xe9\x00\x16\x04\xac '
# expect: b'\xff\xfea\x00\xe9\x00\x16\x04\xac '
# expect: b'\xff\xfea\x00\xe9\x00\x16\x04\xac '
# expect: b'\xff\xfea\x00\xe9\x00\x16\x04\xac '
# expect: b'\xff\xfea\x00\xe9\x00\x16\x04\xac '
# expect: b'\xff\xfe\x00\x00a\x00\x00\x00\xe9\x00\x00\x00\x16\x04\x00\x00\xac \x00\x00'
# expect: b'\xff\xfe\x00\x00a\x00\x00\x00\xe9\x00\x00\x00\x16\x04\x00\x00\xac \x00\x00'
# expect: b'\xff\xfe\x00\x00a\x00\x00\x00\xe9\x00\x00\x00\x16\x04\x00\x00\xac \x00\x00'
# expect: b'\xff\xfe\x00\x00a\x00\x00\x00\xe9\x00\x00\x00\x16\x04\x00\x00\xac \x00\x00'
# expect: b'\xff\xfe\x00\x00a\x00\x00\x00\xe9\x00\x00\x00\x16\x04\x00\x00\xac \x00\x00'
# expect: b'\xef\xbb\xbfa\xc3\xa9\xd0\x96\xe2\x82\xac'
# expect: b'\xef\xbb\xbfa\xc3\xa9\xd0\x96\xe2\x82\xac'
# expect: b'\xef\xbb\xbfa\xc3\xa9\xd0\x96\xe2\x82\xac'
# expect: b'\xef\xbb\xbfa\xc3\xa9\xd0\x96\xe2\x82\xac'
# expect: b'\xef\xbb\xbfa\xc3\xa9\xd0\x96\xe2\x82\xac'
# expect: ['a', '', 'é', '', '', '€', '', '', '', '😀'] (b'', 0)
# expect: ''
# expect: (b'\xe2', 0)
# expect: builtins UnicodeDecodeError 'utf-8' codec can't decode byte 0xe2 in position 0: unexpected end of data None
# expect: (b'', 0)
# expect: ['', '', '', 'a', '', 'é', '', '€', '', '', '', '😀'] (b'', 0)
# expect: ['', '', '', 'a', '', 'é', '', '', '€'] (b'', 0)
# expect: ['', '', '', '', '', '', '', 'a', '', '', '', 'é', '', '', '', '€'] (b'', 0)
# expect: b'\xff\xfea\x00' b'b\x00' 0
# expect: b'\xff\xfec\x00'
# expect: b'\xef\xbb\xbfa' b'b'
# expect: b'\xef\xbb\xbfc'
# expect: b'a?' b'b' replace
# expect: [b'a', b'\xc3\xa9'] ['a', 'é'] aé
# expect: b'a<1:2>b'
# expect: 'a<1:2>b'
# expect: True
# expect: builtins LookupError unknown error handler name 'nix' None
# expect: builtins TypeError handler must be callable None
# expect: builtins UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 1: why None
# expect: builtins UnicodeDecodeError 'ascii' codec can't decode byte 0xff in position 1: why None
# expect: builtins UnicodeTranslateError can't translate character '\xe9' in position 1: why None
# expect: builtins ValueError 1 None
# expect: ('', 2)
# expect: ('', 2)
# expect: ('', 2)
# expect: builtins TypeError don't know how to handle ValueError in error callback None
# expect: ('?', 2)
# expect: ('�', 2)
# expect: ('�', 2)
# expect: builtins TypeError don't know how to handle ValueError in error callback None
# expect: ('&#233;', 2)
# expect: builtins TypeError don't know how to handle UnicodeDecodeError in error callback None
# expect: builtins TypeError don't know how to handle UnicodeTranslateError in error callback None
# expect: builtins TypeError don't know how to handle ValueError in error callback None
# expect: ('\\xe9', 2)
# expect: ('\\xff', 2)
# expect: ('\\xe9', 2)
# expect: builtins TypeError don't know how to handle ValueError in error callback None
# expect: ('\\N{LATIN SMALL LETTER E WITH ACUTE}', 2)
# expect: builtins TypeError don't know how to handle UnicodeDecodeError in error callback None
# expect: builtins TypeError don't know how to handle UnicodeTranslateError in error callback None
# expect: builtins TypeError don't know how to handle ValueError in error callback None
# expect: b'\xff\xfe' b'\xef\xbb\xbf' b'\xff\xfe' b'\xff\xfe' b'\xfe\xff' b'\xff\xfe\x00\x00' b'\x00\x00\xfe\xff' b'\xff\xfe' b'\xfe\xff'
# expect: search my_code
# expect: b'ABC'
# expect: 'abc'
# expect: b'X'
# expect: search my.code
# expect: builtins LookupError unknown encoding: my.code None
# expect: search bad
# expect: builtins TypeError codec search functions must return 4-tuples None
# expect: search bad
# expect: builtins TypeError codec search functions must return 4-tuples None
# expect: builtins TypeError argument must be callable None
# expect: b'\xc3\xa9ab'
# expect: 'é\n' 'ab\r\n' ['c']
# expect: ['a\n', 'b\n', 'c']
# expect: (b'Axyz', 3) ('ABB', 2) ('xx', 2)
# expect: (b'a\nA', 7) (b'a\\n\\xff', 3)
# expect: (b'\xc3\xa9', 1) ('é', 2) ('a', 4, -1) ('é', 1) (b'a', 1)
# expect: {0: 0, 1: 1, 2: 2} {2: None}
# expect: (b'\xc3\xa9', 1) (b'AB', 4)
# expect: builtins NotImplementedError  None
# expect: ab cd (b'', 0)
# expect: (<class 'codecs.CodecInfo'>, <class 'tuple'>, <class 'object'>) unknown
