# argparse reads command lines and explains them.
# modes: auto
import os
os.environ['COLUMNS'] = '80'
import argparse, sys, io, contextlib
def t(p, *argv, m='parse_args'):
    err, out = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stderr(err), contextlib.redirect_stdout(out):
            r = getattr(p, m)(list(argv))
        print(argv, r)
    except SystemExit as e: print(argv, 'EXIT', e.code, err.getvalue(), out.getvalue())
    except Exception as e: print(argv, type(e).__name__, e)
A = argparse.ArgumentParser
p = A(prog='prog', description='A description that is long enough to be wrapped over more than one line of the help text, surely.', epilog='The end %(prog)s.')
p.add_argument('file', help='a file'); p.add_argument('-v', '--verbose', action='count', default=0, help='more'); p.add_argument('--level', type=int, choices=[1,2,3], default=1, help='level (default: %(default)s)'); p.add_argument('-o', metavar='OUT', required=True); p.add_argument('rest', nargs='*', type=float)
p.add_argument('--a-very-long-option-name', help='help that is below and is long enough to need more than one line in eighty columns'); p.add_argument('--flag', action=argparse.BooleanOptionalAction, default=True, help='flag'); p.add_argument('--version', action='version', version='%(prog)s 1.0')
t(p, '-h'); t(p, '--version'); t(p); t(p, 'f', '-o', 'x'); t(p, 'f', '-ox', '-vvv', '--level', '2', '1', '2.5'); t(p, '-o', 'x'); t(p, 'f', '-o', 'x', '--level', '9'); t(p, 'f', '-o', 'x', '--level', 'z'); t(p, 'f', '-o', 'x', '--nope'); t(p, 'f', '-o', 'x', 'q'); t(p, 'f', '-o'); t(p, '-o=x', 'f', '--no-flag'); t(p, 'f', '-o', 'x', '--lev', '3'); t(p, 'f', '-o', 'x', '--ver'); t(p, 'f', '-o', 'x', '--level=2', '--', '-5'); t(p, 'f', '-o', 'x', '-5'); t(p, 'f', '-vo', 'x'); t(p, 'f', '-vox'); t(p, 'f', '-vvq'); t(p, 'f', '-v=3'); t(p, 'f', '--flag=3', '-o', 'x')
p = A(prog='p2'); g = p.add_mutually_exclusive_group(required=True); g.add_argument('--foo', action='store_true'); g.add_argument('--bar', action='store_false'); p.add_argument('-n', nargs=2, type=int, metavar=('X', 'Y')); p.add_argument('-l', nargs='+'); p.add_argument('-q', nargs='?', const='C', default='D'); p.add_argument('-a', action='append'); p.add_argument('-c', action='append_const', const=5, dest='a2'); p.add_argument('-e', action='extend', nargs='+')
t(p, '-h'); t(p); t(p, '--foo'); t(p, '--foo', '--bar'); t(p, '--foo', '-n', '1'); t(p, '--foo', '-n', '1', '2', '-l', 'a', 'b', '-q', '-a', '1', '-a', '2', '-c', '-c', '-e', 'x', 'y', '-e', 'z'); t(p, '--foo', '-l'); t(p, '--foo', '-q', 'z'); t(p, '--foo', '-n', '1', 'x')
p = A(prog='git'); p.add_argument('--dry', action='store_true'); s = p.add_subparsers(dest='cmd', required=True, help='commands'); a = s.add_parser('add', help='add things', aliases=['a']); a.add_argument('what', nargs='+'); b = s.add_parser('rm', help='remove'); b.add_argument('-f', action='store_true'); b.set_defaults(func='RM')
t(p, '-h'); t(p); t(p, 'add', 'x', 'y'); t(p, 'a', 'x'); t(p, 'rm', '-f'); t(p, 'zz'); t(p, 'add'); t(p, 'add', '-h'); t(p, '--dry', 'rm'); t(p, 'rm', '--huh'); t(p, 'rm', '--huh', m='parse_known_args')
p = A(prog='x', add_help=False, usage='%(prog)s [stuff]', formatter_class=argparse.RawDescriptionHelpFormatter, description='a\n  b\n'); p.add_argument('--x', default='5', type=int); p.print_help(); t(p); print(p.get_default('x')); p.set_defaults(x=9, y=3); t(p)
p = A(prog='d', formatter_class=argparse.ArgumentDefaultsHelpFormatter); p.add_argument('--x', default=3, help='the x'); p.add_argument('y', nargs='?', default=1, help='y'); g = p.add_argument_group('grp', 'group text'); g.add_argument('--z', help=argparse.SUPPRESS); g.add_argument('--zz', help='zz'); p.print_help(); p.print_usage()
p = A(prog='m', formatter_class=argparse.MetavarTypeHelpFormatter); p.add_argument('--x', type=int); p.add_argument('y', type=float); p.print_help()
p = A(prog='r'); p.add_argument('cmd'); p.add_argument('args', nargs=argparse.REMAINDER); t(p, 'a', '-b', '--c', 'd'); p.print_help()
p = A(prog='c'); p.add_argument('-x')
for f in (lambda: p.add_argument('-x'), lambda: p.add_argument('y', required=True), lambda: p.add_argument('-z', nargs=0), lambda: p.add_argument('-w', action='zork'), lambda: p.add_argument('-u', type=5), lambda: p.add_argument('q', dest='r'), lambda: p.add_argument('--'), lambda: p.add_argument('-k', nargs=2, metavar=('A',)), lambda: p.add_argument(), lambda: A(conflict_handler='q'), lambda: p.add_argument('a', '-b'), lambda: p.add_mutually_exclusive_group().add_argument('pos'), lambda: p.add_argument('-j', action='store_true', type=int)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
p = A(prog='cc', conflict_handler='resolve'); p.add_argument('-x', '--ex', help='old'); p.add_argument('-x', help='new'); p.print_help()
par = A(add_help=False); par.add_argument('--parent', type=int); p = A(prog='child', parents=[par]); p.add_argument('--own'); t(p, '--parent', '3'); p.print_help()
p = A(prog='neg'); p.add_argument('-1', dest='one', action='store_true'); p.add_argument('x', nargs='?'); t(p, '-1'); t(p, '-2'); p = A(prog='neg2'); p.add_argument('--n', type=int); p.add_argument('x', nargs='?', type=float); t(p, '--n', '-5', '-2.5'); t(p, '--n', '-a')
p = A(prog='ab', allow_abbrev=False); p.add_argument('--foobar'); t(p, '--foo', '1'); p = A(prog='am'); p.add_argument('--foo1'); p.add_argument('--foo2'); t(p, '--foo', '1')
p = A(prog='ee', exit_on_error=False); p.add_argument('--x', type=int); t(p, '--x', 'q')
def even(s):
    if int(s) % 2: raise argparse.ArgumentTypeError(f'{s} is odd')
    return int(s)
p = A(prog='ty'); p.add_argument('n', type=even); t(p, '3'); t(p, '4'); t(p, 'q')
class Act(argparse.Action):
    def __call__(self, parser, ns, values, option_string=None): setattr(ns, self.dest, (values, option_string))
p = A(prog='act'); p.add_argument('--x', action=Act); p.add_argument('y', action=Act); t(p, '--x', '1', '2')
print(argparse.Namespace(a=1, b='x'), argparse.Namespace(a=1) == argparse.Namespace(a=1), 'a' in argparse.Namespace(a=1), vars(argparse.Namespace(q=2)))
print(p, argparse.FileType('w')); print(p.add_argument('--zz'))
p = A(prog='im'); p.add_argument('--foo'); p.add_argument('cmd'); p.add_argument('rest', nargs='*', type=int); t(p, 'doit', '1', '--foo', 'bar', '2', '3', m='parse_intermixed_args'); t(p, 'doit', '1', '--foo', 'bar', '2', '3', m='parse_args')
p = A(prog='a_program_with_a_rather_long_name_indeed'); 
for i in range(12): p.add_argument('--option-%d' % i, metavar='VALUE')
p.add_argument('positional_one'); p.add_argument('positional_two', nargs='+'); p.print_usage(); p.print_help()
p = A(prog='pc', prefix_chars='+/'); p.add_argument('+x'); p.add_argument('//yy'); t(p, '+x', '1', '//yy', '2'); p.print_help()
p = A(); p.prog = 'z'; p.add_argument('x', choices=['a', 'b'], nargs='+'); t(p, 'a', 'c'); t(p, '-h'); p = A(prog='hs'); p.add_argument('--x', help='100%% of %(type)s', type=int); p.print_help(); p=A(prog='sub'); sp=p.add_subparsers(title='T', description='D', metavar='CMD'); sp.add_parser('one', help='1'); p.print_help(); t(p); t(p,'one')
# expect: ('-h',) EXIT 0  usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect:
# expect: A description that is long enough to be wrapped over more than one line of the
# expect: help text, surely.
# expect:
# expect: positional arguments:
# expect:   file                  a file
# expect:   rest
# expect:
# expect: options:
# expect:   -h, --help            show this help message and exit
# expect:   -v, --verbose         more
# expect:   --level {1,2,3}       level (default: 1)
# expect:   -o OUT
# expect:   --a-very-long-option-name A_VERY_LONG_OPTION_NAME
# expect:                         help that is below and is long enough to need more
# expect:                         than one line in eighty columns
# expect:   --flag, --no-flag     flag
# expect:   --version             show program's version number and exit
# expect:
# expect: The end prog.
# expect:
# expect: ('--version',) EXIT 0  prog 1.0
# expect:
# expect: () EXIT 2 usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect: prog: error: the following arguments are required: file, -o, rest
# expect:  
# expect: ('f', '-o', 'x') Namespace(file='f', verbose=0, level=1, o='x', rest=[], a_very_long_option_name=None, flag=True)
# expect: ('f', '-ox', '-vvv', '--level', '2', '1', '2.5') EXIT 2 usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect: prog: error: unrecognized arguments: 1 2.5
# expect:  
# expect: ('-o', 'x') EXIT 2 usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect: prog: error: the following arguments are required: file, rest
# expect:  
# expect: ('f', '-o', 'x', '--level', '9') EXIT 2 usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect: prog: error: argument --level: invalid choice: 9 (choose from 1, 2, 3)
# expect:  
# expect: ('f', '-o', 'x', '--level', 'z') EXIT 2 usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect: prog: error: argument --level: invalid int value: 'z'
# expect:  
# expect: ('f', '-o', 'x', '--nope') EXIT 2 usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect: prog: error: unrecognized arguments: --nope
# expect:  
# expect: ('f', '-o', 'x', 'q') EXIT 2 usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect: prog: error: unrecognized arguments: q
# expect:  
# expect: ('f', '-o') EXIT 2 usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect: prog: error: argument -o: expected one argument
# expect:  
# expect: ('-o=x', 'f', '--no-flag') Namespace(file='f', verbose=0, level=1, o='x', rest=[], a_very_long_option_name=None, flag=False)
# expect: ('f', '-o', 'x', '--lev', '3') Namespace(file='f', verbose=0, level=3, o='x', rest=[], a_very_long_option_name=None, flag=True)
# expect: ('f', '-o', 'x', '--ver') EXIT 2 usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect: prog: error: ambiguous option: --ver could match --verbose, --version
# expect:  
# expect: ('f', '-o', 'x', '--level=2', '--', '-5') EXIT 2 usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect: prog: error: unrecognized arguments: -- -5
# expect:  
# expect: ('f', '-o', 'x', '-5') EXIT 2 usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect: prog: error: unrecognized arguments: -5
# expect:  
# expect: ('f', '-vo', 'x') Namespace(file='f', verbose=1, level=1, o='x', rest=[], a_very_long_option_name=None, flag=True)
# expect: ('f', '-vox') Namespace(file='f', verbose=1, level=1, o='x', rest=[], a_very_long_option_name=None, flag=True)
# expect: ('f', '-vvq') EXIT 2 usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect: prog: error: argument -v/--verbose: ignored explicit argument 'q'
# expect:  
# expect: ('f', '-v=3') EXIT 2 usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect: prog: error: argument -v/--verbose: ignored explicit argument '3'
# expect:  
# expect: ('f', '--flag=3', '-o', 'x') EXIT 2 usage: prog [-h] [-v] [--level {1,2,3}] -o OUT
# expect:             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME]
# expect:             [--flag | --no-flag] [--version]
# expect:             file [rest ...]
# expect: prog: error: argument --flag/--no-flag: ignored explicit argument '3'
# expect:  
# expect: ('-h',) EXIT 0  usage: p2 [-h] (--foo | --bar) [-n X Y] [-l L [L ...]] [-q [Q]] [-a A] [-c]
# expect:           [-e E [E ...]]
# expect:
# expect: options:
# expect:   -h, --help    show this help message and exit
# expect:   --foo
# expect:   --bar
# expect:   -n X Y
# expect:   -l L [L ...]
# expect:   -q [Q]
# expect:   -a A
# expect:   -c
# expect:   -e E [E ...]
# expect:
# expect: () EXIT 2 usage: p2 [-h] (--foo | --bar) [-n X Y] [-l L [L ...]] [-q [Q]] [-a A] [-c]
# expect:           [-e E [E ...]]
# expect: p2: error: one of the arguments --foo --bar is required
# expect:  
# expect: ('--foo',) Namespace(foo=True, bar=True, n=None, l=None, q='D', a=None, a2=None, e=None)
# expect: ('--foo', '--bar') EXIT 2 usage: p2 [-h] (--foo | --bar) [-n X Y] [-l L [L ...]] [-q [Q]] [-a A] [-c]
# expect:           [-e E [E ...]]
# expect: p2: error: argument --bar: not allowed with argument --foo
# expect:  
# expect: ('--foo', '-n', '1') EXIT 2 usage: p2 [-h] (--foo | --bar) [-n X Y] [-l L [L ...]] [-q [Q]] [-a A] [-c]
# expect:           [-e E [E ...]]
# expect: p2: error: argument -n: expected 2 arguments
# expect:  
# expect: ('--foo', '-n', '1', '2', '-l', 'a', 'b', '-q', '-a', '1', '-a', '2', '-c', '-c', '-e', 'x', 'y', '-e', 'z') Namespace(foo=True, bar=True, n=[1, 2], l=['a', 'b'], q='C', a=['1', '2'], a2=[5, 5], e=['x', 'y', 'z'])
# expect: ('--foo', '-l') EXIT 2 usage: p2 [-h] (--foo | --bar) [-n X Y] [-l L [L ...]] [-q [Q]] [-a A] [-c]
# expect:           [-e E [E ...]]
# expect: p2: error: argument -l: expected at least one argument
# expect:  
# expect: ('--foo', '-q', 'z') Namespace(foo=True, bar=True, n=None, l=None, q='z', a=None, a2=None, e=None)
# expect: ('--foo', '-n', '1', 'x') EXIT 2 usage: p2 [-h] (--foo | --bar) [-n X Y] [-l L [L ...]] [-q [Q]] [-a A] [-c]
# expect:           [-e E [E ...]]
# expect: p2: error: argument -n: invalid int value: 'x'
# expect:  
# expect: ('-h',) EXIT 0  usage: git [-h] [--dry] {add,a,rm} ...
# expect:
# expect: positional arguments:
# expect:   {add,a,rm}  commands
# expect:     add (a)   add things
# expect:     rm        remove
# expect:
# expect: options:
# expect:   -h, --help  show this help message and exit
# expect:   --dry
# expect:
# expect: () EXIT 2 usage: git [-h] [--dry] {add,a,rm} ...
# expect: git: error: the following arguments are required: cmd
# expect:  
# expect: ('add', 'x', 'y') Namespace(dry=False, cmd='add', what=['x', 'y'])
# expect: ('a', 'x') Namespace(dry=False, cmd='a', what=['x'])
# expect: ('rm', '-f') Namespace(dry=False, cmd='rm', f=True, func='RM')
# expect: ('zz',) EXIT 2 usage: git [-h] [--dry] {add,a,rm} ...
# expect: git: error: argument cmd: invalid choice: 'zz' (choose from 'add', 'a', 'rm')
# expect:  
# expect: ('add',) EXIT 2 usage: git add [-h] what [what ...]
# expect: git add: error: the following arguments are required: what
# expect:  
# expect: ('add', '-h') EXIT 0  usage: git add [-h] what [what ...]
# expect:
# expect: positional arguments:
# expect:   what
# expect:
# expect: options:
# expect:   -h, --help  show this help message and exit
# expect:
# expect: ('--dry', 'rm') Namespace(dry=True, cmd='rm', f=False, func='RM')
# expect: ('rm', '--huh') EXIT 2 usage: git [-h] [--dry] {add,a,rm} ...
# expect: git: error: unrecognized arguments: --huh
# expect:  
# expect: ('rm', '--huh') (Namespace(dry=False, cmd='rm', f=False, func='RM'), ['--huh'])
# expect: usage: x [stuff]
# expect:
# expect: a
# expect:   b
# expect:
# expect: options:
# expect:   --x X
# expect: () Namespace(x=5)
# expect: 5
# expect: () Namespace(x=9, y=3)
# expect: usage: d [-h] [--x X] [--zz ZZ] [y]
# expect:
# expect: positional arguments:
# expect:   y           y (default: 1)
# expect:
# expect: options:
# expect:   -h, --help  show this help message and exit
# expect:   --x X       the x (default: 3)
# expect:
# expect: grp:
# expect:   group text
# expect:
# expect:   --zz ZZ     zz (default: None)
# expect: usage: d [-h] [--x X] [--zz ZZ] [y]
# expect: usage: m [-h] [--x int] float
# expect:
# expect: positional arguments:
# expect:   float
# expect:
# expect: options:
# expect:   -h, --help  show this help message and exit
# expect:   --x int
# expect: ('a', '-b', '--c', 'd') Namespace(cmd='a', args=['-b', '--c', 'd'])
# expect: usage: r [-h] cmd ...
# expect:
# expect: positional arguments:
# expect:   cmd
# expect:   args
# expect:
# expect: options:
# expect:   -h, --help  show this help message and exit
# expect: ArgumentError argument -x: conflicting option string: -x
# expect: TypeError 'required' is an invalid argument for positionals
# expect: ValueError nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store const may be more appropriate
# expect: ValueError unknown action "zork"
# expect: ValueError 5 is not callable
# expect: ValueError dest supplied twice for positional argument
# expect: ValueError dest= is required for options like '--'
# expect: ValueError length of metavar tuple does not match nargs
# expect: TypeError _ActionsContainer._get_positional_kwargs() missing 1 required positional argument: 'dest'
# expect: ValueError invalid conflict_resolution value: 'q'
# expect: ValueError invalid option string 'a': must start with a character '-'
# expect: ValueError mutually exclusive arguments must be optional
# expect: TypeError _StoreTrueAction.__init__() got an unexpected keyword argument 'type'
# expect: usage: cc [-h] [--ex EX] [-x X]
# expect:
# expect: options:
# expect:   -h, --help  show this help message and exit
# expect:   --ex EX     old
# expect:   -x X        new
# expect: ('--parent', '3') Namespace(parent=3, own=None)
# expect: usage: child [-h] [--parent PARENT] [--own OWN]
# expect:
# expect: options:
# expect:   -h, --help       show this help message and exit
# expect:   --parent PARENT
# expect:   --own OWN
# expect: ('-1',) Namespace(one=True, x=None)
# expect: ('-2',) EXIT 2 usage: neg [-h] [-1] [x]
# expect: neg: error: unrecognized arguments: -2
# expect:  
# expect: ('--n', '-5', '-2.5') Namespace(n=-5, x=-2.5)
# expect: ('--n', '-a') EXIT 2 usage: neg2 [-h] [--n N] [x]
# expect: neg2: error: argument --n: expected one argument
# expect:  
# expect: ('--foo', '1') EXIT 2 usage: ab [-h] [--foobar FOOBAR]
# expect: ab: error: unrecognized arguments: --foo 1
# expect:  
# expect: ('--foo', '1') EXIT 2 usage: am [-h] [--foo1 FOO1] [--foo2 FOO2]
# expect: am: error: ambiguous option: --foo could match --foo1, --foo2
# expect:  
# expect: ('--x', 'q') ArgumentError argument --x: invalid int value: 'q'
# expect: ('3',) EXIT 2 usage: ty [-h] n
# expect: ty: error: argument n: 3 is odd
# expect:  
# expect: ('4',) Namespace(n=4)
# expect: ('q',) EXIT 2 usage: ty [-h] n
# expect: ty: error: argument n: invalid even value: 'q'
# expect:  
# expect: ('--x', '1', '2') Namespace(x=('1', '--x'), y=('2', None))
# expect: Namespace(a=1, b='x') True True {'q': 2}
# expect: ArgumentParser(prog='act', usage=None, description=None, formatter_class=<class 'argparse.HelpFormatter'>, conflict_handler='error', add_help=True) FileType('w')
# expect: _StoreAction(option_strings=['--zz'], dest='zz', nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None, metavar=None)
# expect: ('doit', '1', '--foo', 'bar', '2', '3') Namespace(foo='bar', cmd='doit', rest=[1, 2, 3])
# expect: ('doit', '1', '--foo', 'bar', '2', '3') EXIT 2 usage: im [-h] [--foo FOO] cmd [rest ...]
# expect: im: error: unrecognized arguments: 2 3
# expect:  
# expect: usage: a_program_with_a_rather_long_name_indeed [-h] [--option-0 VALUE]
# expect:                                                 [--option-1 VALUE]
# expect:                                                 [--option-2 VALUE]
# expect:                                                 [--option-3 VALUE]
# expect:                                                 [--option-4 VALUE]
# expect:                                                 [--option-5 VALUE]
# expect:                                                 [--option-6 VALUE]
# expect:                                                 [--option-7 VALUE]
# expect:                                                 [--option-8 VALUE]
# expect:                                                 [--option-9 VALUE]
# expect:                                                 [--option-10 VALUE]
# expect:                                                 [--option-11 VALUE]
# expect:                                                 positional_one positional_two
# expect:                                                 [positional_two ...]
# expect: usage: a_program_with_a_rather_long_name_indeed [-h] [--option-0 VALUE]
# expect:                                                 [--option-1 VALUE]
# expect:                                                 [--option-2 VALUE]
# expect:                                                 [--option-3 VALUE]
# expect:                                                 [--option-4 VALUE]
# expect:                                                 [--option-5 VALUE]
# expect:                                                 [--option-6 VALUE]
# expect:                                                 [--option-7 VALUE]
# expect:                                                 [--option-8 VALUE]
# expect:                                                 [--option-9 VALUE]
# expect:                                                 [--option-10 VALUE]
# expect:                                                 [--option-11 VALUE]
# expect:                                                 positional_one positional_two
# expect:                                                 [positional_two ...]
# expect:
# expect: positional arguments:
# expect:   positional_one
# expect:   positional_two
# expect:
# expect: options:
# expect:   -h, --help         show this help message and exit
# expect:   --option-0 VALUE
# expect:   --option-1 VALUE
# expect:   --option-2 VALUE
# expect:   --option-3 VALUE
# expect:   --option-4 VALUE
# expect:   --option-5 VALUE
# expect:   --option-6 VALUE
# expect:   --option-7 VALUE
# expect:   --option-8 VALUE
# expect:   --option-9 VALUE
# expect:   --option-10 VALUE
# expect:   --option-11 VALUE
# expect: ('+x', '1', '//yy', '2') Namespace(x='1', yy='2')
# expect: usage: pc [+h] [+x X] [//yy YY]
# expect:
# expect: options:
# expect:   +h, ++help  show this help message and exit
# expect:   +x X
# expect:   //yy YY
# expect: ('a', 'c') EXIT 2 usage: z [-h] {a,b} [{a,b} ...]
# expect: z: error: argument x: invalid choice: 'c' (choose from 'a', 'b')
# expect:  
# expect: ('-h',) EXIT 0  usage: z [-h] {a,b} [{a,b} ...]
# expect:
# expect: positional arguments:
# expect:   {a,b}
# expect:
# expect: options:
# expect:   -h, --help  show this help message and exit
# expect:
# expect: usage: hs [-h] [--x X]
# expect:
# expect: options:
# expect:   -h, --help  show this help message and exit
# expect:   --x X       100% of int
# expect: usage: sub [-h] CMD ...
# expect:
# expect: options:
# expect:   -h, --help  show this help message and exit
# expect:
# expect: T:
# expect:   D
# expect:
# expect:   CMD
# expect:     one       1
# expect: () Namespace()
# expect: ('one',) Namespace()
