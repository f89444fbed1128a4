# pathlib takes paths apart and puts them together.
# modes: auto
from pathlib import *
import os, pickle
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
P = PurePosixPath
for s in ['', '.', 'a', 'a/b', '/a/b', '//a/b', '///a', 'a//b/./c/', '../x', '/', '//', 'a/b.tar.gz', '.bashrc', 'x.', '.a.b', 'a/..']:
    p = P(s); print(repr(p), str(p), p.parts, p.root, p.anchor, p.name, p.stem, p.suffix, p.suffixes, repr(p.parent), list(p.parents), p.is_absolute())
p = P('/usr/lib/x.py')
t(lambda: p / 'y'); t(lambda: 'z' / p); t(lambda: 'z' / P('q')); t(lambda: p / 5); t(lambda: p / '/abs'); t(lambda: P('a', 'b', P('c'))); t(lambda: P(5)); t(lambda: P(b'x')); t(lambda: p.with_name('z')); t(lambda: p.with_suffix('.c')); t(lambda: p.with_suffix('')); t(lambda: p.with_suffix('c')); t(lambda: p.with_suffix('.')); t(lambda: p.with_stem('q')); t(lambda: P('/').with_name('a')); t(lambda: p.with_name('a/b')); t(lambda: p.with_name('')); t(lambda: P('').with_suffix('.x')); t(lambda: p.with_suffix('/x'))
t(lambda: p.relative_to('/usr')); t(lambda: p.relative_to('/etc')); t(lambda: p.relative_to('usr')); t(lambda: p.relative_to()); t(lambda: p.is_relative_to('/usr/lib')); t(lambda: P('a/b').relative_to('a/b')); t(lambda: P('/a').relative_to(''))
t(lambda: p.match('*.py')); t(lambda: p.match('lib/*.py')); t(lambda: p.match('/usr/*/*.py')); t(lambda: p.match('/*.py')); t(lambda: p.match('')); t(lambda: p.as_uri()); t(lambda: P('a').as_uri()); t(lambda: P('/a b/é').as_uri()); t(lambda: bytes(p)); t(lambda: hash(p) == hash(P('/usr/lib/x.py'))); t(lambda: P('a') < P('b')); t(lambda: P('a') < 'b'); t(lambda: P('a') == 'a'); t(lambda: sorted([P('b'), P('a/c'), P('a')])); t(lambda: p.parents[0]); t(lambda: p.parents[-1]); t(lambda: p.parents[9]); t(lambda: p.parents[:2]); t(lambda: p.parents); t(lambda: len(p.parents)); t(lambda: pickle.loads(pickle.dumps(p))); t(lambda: os.fspath(p)); t(lambda: p.joinpath('a', 'b')); t(lambda: isinstance(p, os.PathLike))
W = PureWindowsPath
for s in ['c:/a/b', 'c:a', '\\\\srv\\share\\x', '/a', 'a\\b', 'C:', 'c:\\']:
    p = W(s); print(repr(p), str(p), p.parts, repr(p.drive), repr(p.root), p.anchor, p.name, repr(p.parent), p.is_absolute())
t(lambda: W('A/b') == W('a/B')); t(lambda: W('c:/a').as_uri()); t(lambda: W('c:/a') / 'd:/b'); t(lambda: W('c:/a') / '/b'); t(lambda: W('nul').is_reserved()); t(lambda: WindowsPath('a'))
# expect: PurePosixPath('.') . ()      [] PurePosixPath('.') [] False
# expect: PurePosixPath('.') . ()      [] PurePosixPath('.') [] False
# expect: PurePosixPath('a') a ('a',)   a a  [] PurePosixPath('.') [PurePosixPath('.')] False
# expect: PurePosixPath('a/b') a/b ('a', 'b')   b b  [] PurePosixPath('a') [PurePosixPath('a'), PurePosixPath('.')] False
# expect: PurePosixPath('/a/b') /a/b ('/', 'a', 'b') / / b b  [] PurePosixPath('/a') [PurePosixPath('/a'), PurePosixPath('/')] True
# expect: PurePosixPath('//a/b') //a/b ('//', 'a', 'b') // // b b  [] PurePosixPath('//a') [PurePosixPath('//a'), PurePosixPath('//')] True
# expect: PurePosixPath('/a') /a ('/', 'a') / / a a  [] PurePosixPath('/') [PurePosixPath('/')] True
# expect: PurePosixPath('a/b/c') a/b/c ('a', 'b', 'c')   c c  [] PurePosixPath('a/b') [PurePosixPath('a/b'), PurePosixPath('a'), PurePosixPath('.')] False
# expect: PurePosixPath('../x') ../x ('..', 'x')   x x  [] PurePosixPath('..') [PurePosixPath('..'), PurePosixPath('.')] False
# expect: PurePosixPath('/') / ('/',) / /    [] PurePosixPath('/') [] True
# expect: PurePosixPath('//') // ('//',) // //    [] PurePosixPath('//') [] True
# expect: PurePosixPath('a/b.tar.gz') a/b.tar.gz ('a', 'b.tar.gz')   b.tar.gz b.tar .gz ['.tar', '.gz'] PurePosixPath('a') [PurePosixPath('a'), PurePosixPath('.')] False
# expect: PurePosixPath('.bashrc') .bashrc ('.bashrc',)   .bashrc .bashrc  [] PurePosixPath('.') [PurePosixPath('.')] False
# expect: PurePosixPath('x.') x. ('x.',)   x. x.  [] PurePosixPath('.') [PurePosixPath('.')] False
# expect: PurePosixPath('.a.b') .a.b ('.a.b',)   .a.b .a .b ['.b'] PurePosixPath('.') [PurePosixPath('.')] False
# expect: PurePosixPath('a/..') a/.. ('a', '..')   .. ..  [] PurePosixPath('a') [PurePosixPath('a'), PurePosixPath('.')] False
# expect: PurePosixPath('/usr/lib/x.py/y')
# expect: PurePosixPath('/usr/lib/x.py')
# expect: PurePosixPath('z/q')
# expect: TypeError unsupported operand type(s) for /: 'PurePosixPath' and 'int'
# expect: PurePosixPath('/abs')
# expect: PurePosixPath('a/b/c')
# expect: TypeError expected str, bytes or os.PathLike object, not int
# expect: TypeError argument should be a str object or an os.PathLike object returning str, not <class 'bytes'>
# expect: PurePosixPath('/usr/lib/z')
# expect: PurePosixPath('/usr/lib/x.c')
# expect: PurePosixPath('/usr/lib/x')
# expect: ValueError Invalid suffix 'c'
# expect: ValueError Invalid suffix '.'
# expect: PurePosixPath('/usr/lib/q.py')
# expect: ValueError PurePosixPath('/') has an empty name
# expect: ValueError Invalid name 'a/b'
# expect: ValueError Invalid name ''
# expect: ValueError PurePosixPath('.') has an empty name
# expect: ValueError Invalid suffix '/x'
# expect: PurePosixPath('lib/x.py')
# expect: ValueError '/usr/lib/x.py' is not in the subpath of '/etc' OR one path is relative and the other is absolute.
# expect: ValueError '/usr/lib/x.py' is not in the subpath of 'usr' OR one path is relative and the other is absolute.
# expect: TypeError need at least one argument
# expect: True
# expect: PurePosixPath('.')
# expect: ValueError '/a' is not in the subpath of '' OR one path is relative and the other is absolute.
# expect: True
# expect: True
# expect: True
# expect: False
# expect: ValueError empty pattern
# expect: 'file:///usr/lib/x.py'
# expect: ValueError relative path can't be expressed as a file URI
# expect: 'file:///a%20b/%C3%A9'
# expect: b'/usr/lib/x.py'
# expect: True
# expect: True
# expect: TypeError '<' not supported between instances of 'PurePosixPath' and 'str'
# expect: False
# expect: [PurePosixPath('a'), PurePosixPath('a/c'), PurePosixPath('b')]
# expect: PurePosixPath('/usr/lib')
# expect: PurePosixPath('/')
# expect: IndexError 9
# expect: (PurePosixPath('/usr/lib'), PurePosixPath('/usr'))
# expect: <PurePosixPath.parents>
# expect: 3
# expect: PurePosixPath('/usr/lib/x.py')
# expect: '/usr/lib/x.py'
# expect: PurePosixPath('/usr/lib/x.py/a/b')
# expect: True
# expect: PureWindowsPath('c:/a/b') c:\a\b ('c:\\', 'a', 'b') 'c:' '\\' c:\ b PureWindowsPath('c:/a') True
# expect: PureWindowsPath('c:a') c:a ('c:', 'a') 'c:' '' c: a PureWindowsPath('c:') False
# expect: PureWindowsPath('//srv/share/x') \\srv\share\x ('\\\\srv\\share\\', 'x') '\\\\srv\\share' '\\' \\srv\share\ x PureWindowsPath('//srv/share/') True
# expect: PureWindowsPath('/a') \a ('\\', 'a') '' '\\' \ a PureWindowsPath('/') False
# expect: PureWindowsPath('a/b') a\b ('a', 'b') '' ''  b PureWindowsPath('a') False
# expect: PureWindowsPath('C:') C: ('C:',) 'C:' '' C:  PureWindowsPath('C:') False
# expect: PureWindowsPath('c:/') c:\ ('c:\\',) 'c:' '\\' c:\  PureWindowsPath('c:/') True
# expect: True
# expect: 'file:///c:/a'
# expect: PureWindowsPath('d:/b')
# expect: PureWindowsPath('c:/b')
# expect: True
# expect: NotImplementedError cannot instantiate 'WindowsPath' on your system
