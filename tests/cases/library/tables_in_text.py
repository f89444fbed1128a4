# csv reads and writes tables.
# modes: auto
import csv, io
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e), e)
def r(s, **k): return list(csv.reader(io.StringIO(s, newline=''), **k))
t(lambda: r('a,b,c\r\n1,"x,y",3\n"q""q",,\n')); t(lambda: r('a;b\n', delimiter=';')); t(lambda: r('"a\nb",c\n')); t(lambda: r("'a,b',c", quotechar="'"))
t(lambda: r('a, b, "c d"', skipinitialspace=True)); t(lambda: r('1,2,"x"\n', quoting=csv.QUOTE_NONNUMERIC)); t(lambda: r('a,"b', strict=True)); t(lambda: r('a,"b')); t(lambda: r('"a"b,c')); t(lambda: r('"a"b,c', strict=True)); t(lambda: r('a\\,b,c', escapechar='\\')); t(lambda: r('\n\na\n')); t(lambda: r('a,b\rc,d')); t(lambda: r('a\rb')); t(lambda: r('', )); t(lambda: r(',')); t(lambda: r('a,b', quoting=csv.QUOTE_NONE)); t(lambda: r('"a",b', quoting=csv.QUOTE_NONE)); t(lambda: r('a,\n,b\n')); t(lambda: list(csv.reader([b'a']))); t(lambda: list(csv.reader(['a\0b'])));t(lambda: list(csv.reader(['a,b\\'], escapechar='\\'))); t(lambda: r('x,1', quoting=csv.QUOTE_NONNUMERIC))
def w(*rows, **k):
    o = io.StringIO(newline=''); x = csv.writer(o, **k); n=[x.writerow(r) for r in rows]; return o.getvalue(), n
t(lambda: w(['a', 1, 2.5, None, True], ['x,y', 'q"q', 'l\nm', ' s '])); t(lambda: w(['a b', 'c'], delimiter=' ')); t(lambda: w([''], [], ['', '']), ); t(lambda: w(['a', 1, 2.5], quoting=csv.QUOTE_ALL)); t(lambda: w(['a', 1, 2.5, None], quoting=csv.QUOTE_NONNUMERIC)); t(lambda: w(['a,b'], quoting=csv.QUOTE_NONE)); t(lambda: w(['a,b"c'], quoting=csv.QUOTE_NONE, escapechar='\\')); t(lambda: w(['a"b'], doublequote=False, escapechar='\\')); t(lambda: w(['a"b'], doublequote=False)); t(lambda: w('abc')); t(lambda: w(5)); t(lambda: w(['a'], lineterminator='\n')); t(lambda: w(['é', 'a\tb'], dialect='excel-tab')); t(lambda: w(['a'], dialect='unix')); t(lambda: w(['a'], dialect='nope')); t(lambda: w(['a'], delimiter=',,')); t(lambda: w(['a'], delimiter=1)); t(lambda: w(['a'], quoting=9)); t(lambda: w(['a'], foo=9)); t(lambda: csv.writer(5)); t(lambda: csv.reader(5)); t(lambda: w(['a\\b', 'c'], escapechar='\\')); t(lambda: w([''], quoting=csv.QUOTE_NONE));t(lambda: w(['a'], quotechar=None)); t(lambda: w(['a'], quotechar=''))
d = csv.DictReader(io.StringIO('name,age\nBob,5\n\nAl,6,x\nZ\n')); print(d.fieldnames, list(d), d.line_num)
d = csv.DictReader(io.StringIO('1,2\n'), fieldnames=['a', 'b', 'c'], restval='-'); print(list(d))
o = io.StringIO(); x = csv.DictWriter(o, ['a', 'b'], restval='?'); x.writeheader(); x.writerow({'a': 1}); x.writerows([{'a': 1, 'b': 2}]); print(repr(o.getvalue())); t(lambda: x.writerow({'z': 1})); t(lambda: csv.DictWriter(o, [], extrasaction='q'))
print(csv.list_dialects(), csv.field_size_limit(), csv.get_dialect('excel').delimiter)
csv.register_dialect('pipe', delimiter='|', quoting=csv.QUOTE_ALL); t(lambda: w(['a', 'b'], dialect='pipe')); t(lambda: r('"a"|b', dialect='pipe')); csv.unregister_dialect('pipe'); t(lambda: csv.get_dialect('pipe')); t(lambda: csv.unregister_dialect('pipe'))
s = csv.Sniffer()
for x in ('a,b,c\n1,2,3\n4,5,6\n', 'a;b;c\n1;2;3\n', 'a\tb\n1\t2\n', '"a","b"\n"c","d"\n', 'a|b|c\nd|e|f\n', "'x', 'y'\n'z', 'w'\n", 'Name:Age\nBob:5\n'):
    dd = s.sniff(x); print(repr(dd.delimiter), repr(dd.quotechar), dd.skipinitialspace, dd.doublequote, s.has_header(x))
class D(csv.Dialect): delimiter = ';'; quotechar = "'"; lineterminator = '!'; quoting = csv.QUOTE_MINIMAL; doublequote = True
t(lambda: w(['a;b', "c'd"], dialect=D)); t(lambda: w(['a;b', "c'd"], dialect=D())); t(lambda: csv.Dialect())
csv.field_size_limit(100)
try: list(csv.reader(['x' * 200]))
except csv.Error as e: print(e)
rr = csv.reader(['a', 'b']); next(rr); print(rr.line_num, rr.dialect.delimiter)
# expect: [['a', 'b', 'c'], ['1', 'x,y', '3'], ['q"q', '', '']]
# expect: [['a', 'b']]
# expect: [['a\nb', 'c']]
# expect: [['a,b', 'c']]
# expect: [['a', 'b', 'c d']]
# expect: [[1.0, 2.0, 'x']]
# expect: <class '_csv.Error'> unexpected end of data
# expect: [['a', 'b']]
# expect: [['ab', 'c']]
# expect: <class '_csv.Error'> ',' expected after '"'
# expect: [['a,b', 'c']]
# expect: [[], [], ['a']]
# expect: [['a', 'b'], ['c', 'd']]
# expect: [['a'], ['b']]
# expect: []
# expect: [['', '']]
# expect: [['a', 'b']]
# expect: [['"a"', 'b']]
# expect: [['a', ''], ['', 'b']]
# expect: <class '_csv.Error'> iterator should return strings, not bytes (the file should be opened in text mode)
# expect: [['a\x00b']]
# expect: [['a', 'b\n']]
# expect: <class 'ValueError'> could not convert string to float: 'x'
# expect: ('a,1,2.5,,True\r\n"x,y","q""q","l\nm", s \r\n', [15, 24])
# expect: ('"a b" c\r\n', [9])
# expect: ('""\r\n\r\n,\r\n', [4, 2, 3])
# expect: ('"a","1","2.5"\r\n', [15])
# expect: ('"a",1,2.5,""\r\n', [14])
# expect: <class '_csv.Error'> need to escape, but no escapechar set
# expect: ('a\\,b\\"c\r\n', [9])
# expect: ('a\\"b\r\n', [6])
# expect: <class '_csv.Error'> need to escape, but no escapechar set
# expect: ('a,b,c\r\n', [7])
# expect: <class '_csv.Error'> iterable expected, not int
# expect: ('a\n', [2])
# expect: ('é\t"a\tb"\r\n', [9])
# expect: ('"a"\n', [4])
# expect: <class '_csv.Error'> unknown dialect
# expect: <class 'TypeError'> "delimiter" must be a 1-character string
# expect: <class 'TypeError'> "delimiter" must be string, not int
# expect: <class 'TypeError'> bad "quoting" value
# expect: <class 'TypeError'> 'foo' is an invalid keyword argument for this function
# expect: <class 'TypeError'> argument 1 must have a "write" method
# expect: <class 'TypeError'> 'int' object is not iterable
# expect: ('a\\\\b,c\r\n', [8])
# expect: <class '_csv.Error'> single empty field record must be quoted
# expect: ('a\r\n', [3])
# expect: <class 'TypeError'> "quotechar" must be a 1-character string
# expect: ['name', 'age'] [{'name': 'Bob', 'age': '5'}, {'name': 'Al', 'age': '6', None: ['x']}, {'name': 'Z', 'age': None}] 5
# expect: [{'a': '1', 'b': '2', 'c': '-'}]
# expect: 'a,b\r\n1,?\r\n1,2\r\n'
# expect: <class 'ValueError'> dict contains fields not in fieldnames: 'z'
# expect: <class 'ValueError'> extrasaction (q) must be 'raise' or 'ignore'
# expect: ['excel', 'excel-tab', 'unix'] 131072 ,
# expect: ('"a"|"b"\r\n', [9])
# expect: [['a', 'b']]
# expect: <class '_csv.Error'> unknown dialect
# expect: <class '_csv.Error'> unknown dialect
# expect: ',' '"' False False True
# expect: ';' '"' False False True
# expect: '\t' '"' False False True
# expect: ',' '"' False False False
# expect: '|' '"' False False False
# expect: ',' "'" True False False
# expect: ':' '"' False False True
# expect: ("'a;b';'c''d'!", [13])
# expect: ("'a;b';'c''d'!", [13])
# expect: <class '_csv.Error'> "delimiter" must be string, not NoneType
# expect: field larger than field limit (100)
# expect: 1 ,
