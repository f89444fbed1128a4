# decimal computes the digits that libmpdec computes.
# modes: auto
from decimal import *
import decimal, random, math, pickle, copy
from fractions import Fraction
def t(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__, e)
D = Decimal
for s in ['0', '-0', '1', '1.10', '1e5', '1E-7', '123456789.123456789123456789', 'Infinity', '-inf', 'nan', 'sNaN12', ' 1 ', '1_000.5', 'abc', '', '.', '.5', '5.', '1e', '0e10', '0.000001', '0.0000001', '-1.5E+20', '１２', 5, -7, 2**80, 0.1, 1.5, float('inf'), (1, (1, 2), -1), (0, (), 'F'), (2,(1,),0), None, [0,[1],2], True]:
    t(D, s); 
    try: d = D(s)
    except Exception: continue
    print(str(d), d.to_eng_string(), d.as_tuple(), d.adjusted(), bool(d)) 
t(lambda: D('0.1') + D('0.2')); t(lambda: D(1) / D(3)); t(lambda: D(1) / 0); t(lambda: D(0) / 0); t(lambda: D(7) // D(2)); t(lambda: D(-7) // 2); t(lambda: D(-7) % 3); t(lambda: divmod(D(-7), 2)); t(lambda: D(2) ** 10); t(lambda: D(2) ** D('0.5')); t(lambda: D(2) ** -1); t(lambda: D(3) ** -2); t(lambda: D(-8) ** D(1)/3); t(lambda: D(4) ** D('0.5')); t(lambda: D('1.1') ** 100); t(lambda: pow(D(3), 4, 5)); t(lambda: D(0) ** 0); t(lambda: D(10) ** 1000000); t(lambda: D(10) ** -2000000)
t(lambda: 1 + D(1)); t(lambda: 5 - D(1)); t(lambda: 5 / D(2)); t(lambda: 2 ** D(3)); t(lambda: D(1) < 1.5); t(lambda: D('0.1') == 0.1); t(lambda: D('0.5') == 0.5); t(lambda: D(1) == Fraction(1)); t(lambda: D(1) < Fraction(3, 2)); t(lambda: D('nan') == D('nan')); t(lambda: D('nan') < 1); t(lambda: D('inf') > 1e308); t(lambda: sorted([D(3), 1, D('2.5')]))
t(lambda: D(2).sqrt()); t(lambda: D(4).sqrt()); t(lambda: D('0.25').sqrt()); t(lambda: D(-1).sqrt()); t(lambda: D(1).exp()); t(lambda: D(2).ln()); t(lambda: D(10).log10()); t(lambda: D(2).log10()); t(lambda: D(0).ln()); t(lambda: D('1e-5').exp()); t(lambda: D(100).exp()); t(lambda: D(-5).exp()); t(lambda: D(12345).ln()); t(lambda: D('0.001').ln()); t(lambda: D('1.0000001').ln()); t(lambda: D(1000).log10()); t(lambda: D('0.5') ** D('1.7')); t(lambda: D('123.456') ** D('-2.5'))
t(lambda: D('2.675').quantize(D('0.01'))); t(lambda: D('2.675').quantize(D('0.01'), rounding=ROUND_HALF_UP)); t(lambda: D('2.665').quantize(D('.01'), ROUND_DOWN)); t(lambda: D('1e30').quantize(D('0.01'))); t(lambda: round(D('2.5'))); t(lambda: round(D('3.5'))); t(lambda: round(D('2.675'), 2)); t(lambda: round(D('1234'), -2)); t(lambda: int(D('-3.9'))); t(lambda: math.floor(D('-3.1'))); t(lambda: math.ceil(D('3.1'))); t(lambda: float(D('0.1'))); t(lambda: D('3.7').to_integral_value()); t(lambda: D('100').normalize()); t(lambda: D('1.200').normalize()); t(lambda: abs(D(-5))); t(lambda: -D('0')); t(lambda: +D('1.23456789012345678901234567890123'))
t(lambda: hash(D(5)) == hash(5)); t(lambda: hash(D('0.5')) == hash(0.5)); t(lambda: hash(D('1e20')) == hash(10**20)); t(lambda: {D('1.0'): 'a'}[1]); t(lambda: D('1.25').as_integer_ratio()); t(lambda: D('3.14').compare(D(3))); t(lambda: D(1).max(2)); t(lambda: D(1).min(D('nan'))); t(lambda: D('1.0').compare_total(D(1))); t(lambda: D(5).remainder_near(3)); t(lambda: D(2).fma(3, 4)); t(lambda: D('1').next_plus()); t(lambda: D(1).next_minus()); t(lambda: D(1).scaleb(3)); t(lambda: D(123).logb()); t(lambda: D(123).shift(2)); t(lambda: D(123).rotate(1)); t(lambda: D(1100).logical_and(1010)); t(lambda: D(5).copy_sign(D(-1))); t(lambda: D('-5').copy_abs()); t(lambda: D(1).same_quantum(D(2))); t(lambda: D('1e-10').number_class()); t(lambda: D('1.5').is_finite())
for spec in ['', '.2f', '10.2f', '<10', '^10', '+', ',', ',.2f', '.3e', 'E', 'g', '.3g', '%', '.1%', '010', '*^12.1f', '=+8', 'n', '.0f', '08.2f', ' ', 'x', 'd', '012,.1f', '.10f', 'z.1f']:
    for v in ['1234567.891', '-0.05', '0', '1E+10', '1e-10', 'nan', '-inf', '12']:
        try: print(spec, v, repr(format(D(v), spec)))
        except Exception as e: print(spec, v, type(e).__name__, e)
print(getcontext()); getcontext().prec = 6; t(lambda: D(1) / 7); t(lambda: D('1.23456789')); t(lambda: D('1.23456789') + 0); getcontext().rounding = ROUND_UP; t(lambda: D(1) / 3); print(getcontext())
with localcontext() as c: c.prec = 3; t(lambda: D(2) / 3); c.traps[Inexact] = True; t(lambda: D(1) / 3)
t(lambda: D(2) / 3)
with localcontext(prec=50): t(lambda: D(1) / 3)
getcontext().prec = 28; getcontext().rounding = ROUND_HALF_EVEN
getcontext().traps[DivisionByZero] = False; t(lambda: D(1) / 0); t(lambda: D(-1) / 0); getcontext().traps[InvalidOperation] = False; t(lambda: D('abc')); t(lambda: D(0) / 0); t(lambda: D('inf') - D('inf')); print(getcontext().flags[InvalidOperation])
setcontext(ExtendedContext); t(lambda: D(1) / 3); print(BasicContext); setcontext(Context(prec=5, Emax=9, Emin=-9)); t(lambda: D('1e9') * 10); t(lambda: D('1e-9') / 100000); t(lambda: D('12345e-14') + 0); setcontext(Context())
t(lambda: Context(prec=0)); t(lambda: Context(rounding='x')); t(lambda: setcontext(1)); t(lambda: setattr(getcontext(), 'foo', 1)); t(lambda: getcontext().create_decimal('1.' + '3' * 40)); t(lambda: Context(prec=3).divide(D(1), D(3))); t(lambda: Context(prec=3).add(1, 2)); t(lambda: Context(prec=3).sqrt(2)); t(lambda: Context(prec=4).power(2, 10)); t(lambda: Context().to_sci_string(D('1e10')))
t(lambda: pickle.loads(pickle.dumps(D('1.50')))); t(lambda: copy.deepcopy(D(1))); t(lambda: D.from_float(0.1)); t(lambda: DecimalTuple(0, (1,), 2)); t(lambda: sum([D('0.1')] * 10)); t(lambda: InvalidOperation.__mro__); t(lambda: DivisionByZero.__mro__); t(lambda: Overflow.__mro__); t(lambda: isinstance(D(1), decimal.Decimal)); t(lambda: D('9' * 30) + 1); t(lambda: D('1e999999') * 10); t(lambda: f'{D("3.14159"):.3f} {D("2")!r}'); t(lambda: '%s %d %.2f' % (D('1.50'), D('3.7'), D('2.5'))); t(lambda: math.sqrt(D(2))); t(lambda: D(1).real); t(lambda: complex(D(2))); t(lambda: D(10).__round__(1)); t(lambda: D('NaN').quantize(1)); t(lambda: int(D('nan'))); t(lambda: int(D('inf')))
r = random.Random(5)
ops = [lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a / b, lambda a, b: a % b, lambda a, b: a // b, lambda a, b: a.quantize(b), lambda a, b: abs(a).sqrt(), lambda a, b: a.compare(b), lambda a, b: abs(a) ** (b.scaleb(-b.adjusted())) if a else a, lambda a, b: abs(a).ln() if a else a, lambda a, b: a.scaleb(-a.adjusted()).exp(), lambda a, b: a.remainder_near(b), lambda a, b: abs(a).log10() if a else a, lambda a, b: a ** 7, lambda a, b: a ** -3 if a else a, lambda a,b: a.next_plus(), lambda a, b: a.next_toward(b), lambda a, b: a.fma(b, b), lambda a,b: a.normalize()]
for i in range(250):
    getcontext().prec = r.choice([3, 9, 28]); getcontext().rounding = r.choice([ROUND_HALF_EVEN, ROUND_UP, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP])
    def n(): return D('%s%d.%sE%d' % (r.choice(['', '-']), r.randrange(10 ** r.choice([1, 3, 10, 30])), ''.join(r.choice('0123459') for _ in range(r.choice([0, 0, 2, 12]))), r.choice([0, 0, 0, 3, -5, 20])))
    a, b = n(), n(); k = r.randrange(len(ops)); getcontext().clear_flags()
    try: x = ops[k](a, b)
    except Exception as e: x = (type(e).__name__, str(e))
    print(k, a, b, getcontext().prec, getcontext().rounding, x, [s.__name__ for s in getcontext().flags if getcontext().flags[s]])
# expect: Decimal('0')
# expect: 0 0 DecimalTuple(sign=0, digits=(0,), exponent=0) 0 False
# expect: Decimal('-0')
# expect: -0 -0 DecimalTuple(sign=1, digits=(0,), exponent=0) 0 False
# expect: Decimal('1')
# expect: 1 1 DecimalTuple(sign=0, digits=(1,), exponent=0) 0 True
# expect: Decimal('1.10')
# expect: 1.10 1.10 DecimalTuple(sign=0, digits=(1, 1, 0), exponent=-2) 0 True
# expect: Decimal('1E+5')
# expect: 1E+5 100E+3 DecimalTuple(sign=0, digits=(1,), exponent=5) 5 True
# expect: Decimal('1E-7')
# expect: 1E-7 100E-9 DecimalTuple(sign=0, digits=(1,), exponent=-7) -7 True
# expect: Decimal('123456789.123456789123456789')
# expect: 123456789.123456789123456789 123456789.123456789123456789 DecimalTuple(sign=0, digits=(1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9), exponent=-18) 8 True
# expect: Decimal('Infinity')
# expect: Infinity Infinity DecimalTuple(sign=0, digits=(0,), exponent='F') 0 True
# expect: Decimal('-Infinity')
# expect: -Infinity -Infinity DecimalTuple(sign=1, digits=(0,), exponent='F') 0 True
# expect: Decimal('NaN')
# expect: NaN NaN DecimalTuple(sign=0, digits=(), exponent='n') 0 True
# expect: Decimal('sNaN12')
# expect: sNaN12 sNaN12 DecimalTuple(sign=0, digits=(1, 2), exponent='N') 0 True
# expect: Decimal('1')
# expect: 1 1 DecimalTuple(sign=0, digits=(1,), exponent=0) 0 True
# expect: Decimal('1000.5')
# expect: 1000.5 1000.5 DecimalTuple(sign=0, digits=(1, 0, 0, 0, 5), exponent=-1) 3 True
# expect: InvalidOperation [<class 'decimal.ConversionSyntax'>]
# expect: InvalidOperation [<class 'decimal.ConversionSyntax'>]
# expect: InvalidOperation [<class 'decimal.ConversionSyntax'>]
# expect: Decimal('0.5')
# expect: 0.5 0.5 DecimalTuple(sign=0, digits=(5,), exponent=-1) -1 True
# expect: Decimal('5')
# expect: 5 5 DecimalTuple(sign=0, digits=(5,), exponent=0) 0 True
# expect: InvalidOperation [<class 'decimal.ConversionSyntax'>]
# expect: Decimal('0E+10')
# expect: 0E+10 0.00E+12 DecimalTuple(sign=0, digits=(0,), exponent=10) 10 False
# expect: Decimal('0.000001')
# expect: 0.000001 0.000001 DecimalTuple(sign=0, digits=(1,), exponent=-6) -6 True
# expect: Decimal('1E-7')
# expect: 1E-7 100E-9 DecimalTuple(sign=0, digits=(1,), exponent=-7) -7 True
# expect: Decimal('-1.5E+20')
# expect: -1.5E+20 -150E+18 DecimalTuple(sign=1, digits=(1, 5), exponent=19) 20 True
# expect: Decimal('12')
# expect: 12 12 DecimalTuple(sign=0, digits=(1, 2), exponent=0) 1 True
# expect: Decimal('5')
# expect: 5 5 DecimalTuple(sign=0, digits=(5,), exponent=0) 0 True
# expect: Decimal('-7')
# expect: -7 -7 DecimalTuple(sign=1, digits=(7,), exponent=0) 0 True
# expect: Decimal('1208925819614629174706176')
# expect: 1208925819614629174706176 1208925819614629174706176 DecimalTuple(sign=0, digits=(1, 2, 0, 8, 9, 2, 5, 8, 1, 9, 6, 1, 4, 6, 2, 9, 1, 7, 4, 7, 0, 6, 1, 7, 6), exponent=0) 24 True
# expect: Decimal('0.1000000000000000055511151231257827021181583404541015625')
# expect: 0.1000000000000000055511151231257827021181583404541015625 0.1000000000000000055511151231257827021181583404541015625 DecimalTuple(sign=0, digits=(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 5, 5, 1, 1, 1, 5, 1, 2, 3, 1, 2, 5, 7, 8, 2, 7, 0, 2, 1, 1, 8, 1, 5, 8, 3, 4, 0, 4, 5, 4, 1, 0, 1, 5, 6, 2, 5), exponent=-55) -1 True
# expect: Decimal('1.5')
# expect: 1.5 1.5 DecimalTuple(sign=0, digits=(1, 5), exponent=-1) 0 True
# expect: Decimal('Infinity')
# expect: Infinity Infinity DecimalTuple(sign=0, digits=(0,), exponent='F') 0 True
# expect: Decimal('-1.2')
# expect: -1.2 -1.2 DecimalTuple(sign=1, digits=(1, 2), exponent=-1) 0 True
# expect: Decimal('Infinity')
# expect: Infinity Infinity DecimalTuple(sign=0, digits=(0,), exponent='F') 0 True
# expect: ValueError sign must be an integer with the value 0 or 1
# expect: TypeError conversion from NoneType to Decimal is not supported
# expect: Decimal('1E+2')
# expect: 1E+2 100 DecimalTuple(sign=0, digits=(1,), exponent=2) 2 True
# expect: Decimal('1')
# expect: 1 1 DecimalTuple(sign=0, digits=(1,), exponent=0) 0 True
# expect: Decimal('0.3')
# expect: Decimal('0.3333333333333333333333333333')
# expect: DivisionByZero [<class 'decimal.DivisionByZero'>]
# expect: InvalidOperation [<class 'decimal.DivisionUndefined'>]
# expect: Decimal('3')
# expect: Decimal('-3')
# expect: Decimal('-1')
# expect: (Decimal('-3'), Decimal('-1'))
# expect: Decimal('1024')
# expect: Decimal('1.414213562373095048801688724')
# expect: Decimal('0.5')
# expect: Decimal('0.1111111111111111111111111111')
# expect: Decimal('-2.666666666666666666666666667')
# expect: Decimal('2.000000000000000000000000000')
# expect: Decimal('13780.61233982227018411833717')
# expect: Decimal('1')
# expect: InvalidOperation [<class 'decimal.InvalidOperation'>]
# expect: Overflow [<class 'decimal.Overflow'>]
# expect: Decimal('0E-1000026')
# expect: Decimal('2')
# expect: Decimal('4')
# expect: Decimal('2.5')
# expect: Decimal('8')
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: False
# expect: InvalidOperation [<class 'decimal.InvalidOperation'>]
# expect: True
# expect: [1, Decimal('2.5'), Decimal('3')]
# expect: Decimal('1.414213562373095048801688724')
# expect: Decimal('2')
# expect: Decimal('0.5')
# expect: InvalidOperation [<class 'decimal.InvalidOperation'>]
# expect: Decimal('2.718281828459045235360287471')
# expect: Decimal('0.6931471805599453094172321215')
# expect: Decimal('1')
# expect: Decimal('0.3010299956639811952137388947')
# expect: Decimal('-Infinity')
# expect: Decimal('1.000010000050000166667083334')
# expect: Decimal('2.688117141816135448412625552E+43')
# expect: Decimal('0.006737946999085467096636048423')
# expect: Decimal('9.421006401779279877905877536')
# expect: Decimal('-6.907755278982137052053974364')
# expect: Decimal('9.999999500000033333330833334E-8')
# expect: Decimal('3')
# expect: Decimal('0.3077861033362290711248482673')
# expect: Decimal('0.000005904994479458168238406961938')
# expect: Decimal('2.68')
# expect: Decimal('2.68')
# expect: Decimal('2.66')
# expect: InvalidOperation [<class 'decimal.InvalidOperation'>]
# expect: 2
# expect: 4
# expect: Decimal('2.68')
# expect: Decimal('1.2E+3')
# expect: -3
# expect: -4
# expect: 4
# expect: 0.1
# expect: Decimal('4')
# expect: Decimal('1E+2')
# expect: Decimal('1.2')
# expect: Decimal('5')
# expect: Decimal('0')
# expect: Decimal('1.234567890123456789012345679')
# expect: True
# expect: True
# expect: True
# expect: 'a'
# expect: (5, 4)
# expect: Decimal('1')
# expect: Decimal('2')
# expect: Decimal('1')
# expect: Decimal('-1')
# expect: Decimal('-1')
# expect: Decimal('10')
# expect: Decimal('1.000000000000000000000000001')
# expect: Decimal('0.9999999999999999999999999999')
# expect: Decimal('1E+3')
# expect: Decimal('2')
# expect: Decimal('12300')
# expect: Decimal('1230')
# expect: Decimal('1000')
# expect: Decimal('-5')
# expect: Decimal('5')
# expect: True
# expect: '+Normal'
# expect: True
# expect:  1234567.891 '1234567.891'
# expect:  -0.05 '-0.05'
# expect:  0 '0'
# expect:  1E+10 '1E+10'
# expect:  1e-10 '1E-10'
# expect:  nan 'NaN'
# expect:  -inf '-Infinity'
# expect:  12 '12'
# expect: .2f 1234567.891 '1234567.89'
# expect: .2f -0.05 '-0.05'
# expect: .2f 0 '0.00'
# expect: .2f 1E+10 '10000000000.00'
# expect: .2f 1e-10 '0.00'
# expect: .2f nan 'NaN'
# expect: .2f -inf '-Infinity'
# expect: .2f 12 '12.00'
# expect: 10.2f 1234567.891 '1234567.89'
# expect: 10.2f -0.05 '     -0.05'
# expect: 10.2f 0 '      0.00'
# expect: 10.2f 1E+10 '10000000000.00'
# expect: 10.2f 1e-10 '      0.00'
# expect: 10.2f nan '       NaN'
# expect: 10.2f -inf ' -Infinity'
# expect: 10.2f 12 '     12.00'
# expect: <10 1234567.891 '1234567.891'
# expect: <10 -0.05 '-0.05     '
# expect: <10 0 '0         '
# expect: <10 1E+10 '1E+10     '
# expect: <10 1e-10 '1E-10     '
# expect: <10 nan 'NaN       '
# expect: <10 -inf '-Infinity '
# expect: <10 12 '12        '
# expect: ^10 1234567.891 '1234567.891'
# expect: ^10 -0.05 '  -0.05   '
# expect: ^10 0 '    0     '
# expect: ^10 1E+10 '  1E+10   '
# expect: ^10 1e-10 '  1E-10   '
# expect: ^10 nan '   NaN    '
# expect: ^10 -inf '-Infinity '
# expect: ^10 12 '    12    '
# expect: + 1234567.891 '+1234567.891'
# expect: + -0.05 '-0.05'
# expect: + 0 '+0'
# expect: + 1E+10 '+1E+10'
# expect: + 1e-10 '+1E-10'
# expect: + nan '+NaN'
# expect: + -inf '-Infinity'
# expect: + 12 '+12'
# expect: , 1234567.891 '1,234,567.891'
# expect: , -0.05 '-0.05'
# expect: , 0 '0'
# expect: , 1E+10 '1E+10'
# expect: , 1e-10 '1E-10'
# expect: , nan 'NaN'
# expect: , -inf '-Infinity'
# expect: , 12 '12'
# expect: ,.2f 1234567.891 '1,234,567.89'
# expect: ,.2f -0.05 '-0.05'
# expect: ,.2f 0 '0.00'
# expect: ,.2f 1E+10 '10,000,000,000.00'
# expect: ,.2f 1e-10 '0.00'
# expect: ,.2f nan 'NaN'
# expect: ,.2f -inf '-Infinity'
# expect: ,.2f 12 '12.00'
# expect: .3e 1234567.891 '1.235e+6'
# expect: .3e -0.05 '-5.000e-2'
# expect: .3e 0 '0.000e+3'
# expect: .3e 1E+10 '1.000e+10'
# expect: .3e 1e-10 '1.000e-10'
# expect: .3e nan 'NaN'
# expect: .3e -inf '-Infinity'
# expect: .3e 12 '1.200e+1'
# expect: E 1234567.891 '1.234567891E+6'
# expect: E -0.05 '-5E-2'
# expect: E 0 '0E+0'
# expect: E 1E+10 '1E+10'
# expect: E 1e-10 '1E-10'
# expect: E nan 'NaN'
# expect: E -inf '-Infinity'
# expect: E 12 '1.2E+1'
# expect: g 1234567.891 '1234567.891'
# expect: g -0.05 '-0.05'
# expect: g 0 '0'
# expect: g 1E+10 '1e+10'
# expect: g 1e-10 '1e-10'
# expect: g nan 'NaN'
# expect: g -inf '-Infinity'
# expect: g 12 '12'
# expect: .3g 1234567.891 '1.23e+6'
# expect: .3g -0.05 '-0.05'
# expect: .3g 0 '0'
# expect: .3g 1E+10 '1e+10'
# expect: .3g 1e-10 '1e-10'
# expect: .3g nan 'NaN'
# expect: .3g -inf '-Infinity'
# expect: .3g 12 '12'
# expect: % 1234567.891 '123456789.1%'
# expect: % -0.05 '-5%'
# expect: % 0 '0%'
# expect: % 1E+10 '1000000000000%'
# expect: % 1e-10 '0.00000001%'
# expect: % nan 'NaN%'
# expect: % -inf '-Infinity%'
# expect: % 12 '1200%'
# expect: .1% 1234567.891 '123456789.1%'
# expect: .1% -0.05 '-5.0%'
# expect: .1% 0 '0.0%'
# expect: .1% 1E+10 '1000000000000.0%'
# expect: .1% 1e-10 '0.0%'
# expect: .1% nan 'NaN%'
# expect: .1% -inf '-Infinity%'
# expect: .1% 12 '1200.0%'
# expect: 010 1234567.891 '1234567.891'
# expect: 010 -0.05 '-000000.05'
# expect: 010 0 '0000000000'
# expect: 010 1E+10 '000001E+10'
# expect: 010 1e-10 '000001E-10'
# expect: 010 nan '       NaN'
# expect: 010 -inf ' -Infinity'
# expect: 010 12 '0000000012'
# expect: *^12.1f 1234567.891 '*1234567.9**'
# expect: *^12.1f -0.05 '****-0.0****'
# expect: *^12.1f 0 '****0.0*****'
# expect: *^12.1f 1E+10 '10000000000.0'
# expect: *^12.1f 1e-10 '****0.0*****'
# expect: *^12.1f nan '****NaN*****'
# expect: *^12.1f -inf '*-Infinity**'
# expect: *^12.1f 12 '****12.0****'
# expect: =+8 1234567.891 '+1234567.891'
# expect: =+8 -0.05 '-   0.05'
# expect: =+8 0 '+      0'
# expect: =+8 1E+10 '+  1E+10'
# expect: =+8 1e-10 '+  1E-10'
# expect: =+8 nan '+    NaN'
# expect: =+8 -inf '-Infinity'
# expect: =+8 12 '+     12'
# expect: n 1234567.891 '1234567.891'
# expect: n -0.05 '-0.05'
# expect: n 0 '0'
# expect: n 1E+10 '1e+10'
# expect: n 1e-10 '1e-10'
# expect: n nan 'NaN'
# expect: n -inf '-Infinity'
# expect: n 12 '12'
# expect: .0f 1234567.891 '1234568'
# expect: .0f -0.05 '-0'
# expect: .0f 0 '0'
# expect: .0f 1E+10 '10000000000'
# expect: .0f 1e-10 '0'
# expect: .0f nan 'NaN'
# expect: .0f -inf '-Infinity'
# expect: .0f 12 '12'
# expect: 08.2f 1234567.891 '1234567.89'
# expect: 08.2f -0.05 '-0000.05'
# expect: 08.2f 0 '00000.00'
# expect: 08.2f 1E+10 '10000000000.00'
# expect: 08.2f 1e-10 '00000.00'
# expect: 08.2f nan '     NaN'
# expect: 08.2f -inf '-Infinity'
# expect: 08.2f 12 '00012.00'
# expect:   1234567.891 ' 1234567.891'
# expect:   -0.05 '-0.05'
# expect:   0 ' 0'
# expect:   1E+10 ' 1E+10'
# expect:   1e-10 ' 1E-10'
# expect:   nan ' NaN'
# expect:   -inf '-Infinity'
# expect:   12 ' 12'
# expect: x 1234567.891 ValueError invalid format string
# expect: x -0.05 ValueError invalid format string
# expect: x 0 ValueError invalid format string
# expect: x 1E+10 ValueError invalid format string
# expect: x 1e-10 ValueError invalid format string
# expect: x nan ValueError invalid format string
# expect: x -inf ValueError invalid format string
# expect: x 12 ValueError invalid format string
# expect: d 1234567.891 ValueError invalid format string
# expect: d -0.05 ValueError invalid format string
# expect: d 0 ValueError invalid format string
# expect: d 1E+10 ValueError invalid format string
# expect: d 1e-10 ValueError invalid format string
# expect: d nan ValueError invalid format string
# expect: d -inf ValueError invalid format string
# expect: d 12 ValueError invalid format string
# expect: 012,.1f 1234567.891 '01,234,567.9'
# expect: 012,.1f -0.05 '-0,000,000.0'
# expect: 012,.1f 0 '00,000,000.0'
# expect: 012,.1f 1E+10 '10,000,000,000.0'
# expect: 012,.1f 1e-10 '00,000,000.0'
# expect: 012,.1f nan '         NaN'
# expect: 012,.1f -inf '   -Infinity'
# expect: 012,.1f 12 '00,000,012.0'
# expect: .10f 1234567.891 '1234567.8910000000'
# expect: .10f -0.05 '-0.0500000000'
# expect: .10f 0 '0.0000000000'
# expect: .10f 1E+10 '10000000000.0000000000'
# expect: .10f 1e-10 '0.0000000001'
# expect: .10f nan 'NaN'
# expect: .10f -inf '-Infinity'
# expect: .10f 12 '12.0000000000'
# expect: z.1f 1234567.891 '1234567.9'
# expect: z.1f -0.05 '0.0'
# expect: z.1f 0 '0.0'
# expect: z.1f 1E+10 '10000000000.0'
# expect: z.1f 1e-10 '0.0'
# expect: z.1f nan 'NaN'
# expect: z.1f -inf '-Infinity'
# expect: z.1f 12 '12.0'
# expect: Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: Decimal('0.142857')
# expect: Decimal('1.23456789')
# expect: Decimal('1.23457')
# expect: Decimal('0.333334')
# expect: Context(prec=6, rounding=ROUND_UP, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: Decimal('0.667')
# expect: Inexact [<class 'decimal.Inexact'>]
# expect: Decimal('0.666667')
# expect: Decimal('0.33333333333333333333333333333333333333333333333334')
# expect: Decimal('Infinity')
# expect: Decimal('-Infinity')
# expect: Decimal('NaN')
# expect: Decimal('NaN')
# expect: Decimal('NaN')
# expect: True
# expect: Decimal('0.333333333')
# expect: Context(prec=9, rounding=ROUND_HALF_UP, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[Clamped, InvalidOperation, DivisionByZero, Overflow, Underflow])
# expect: Overflow [<class 'decimal.Overflow'>]
# expect: Decimal('0E-13')
# expect: Decimal('1.234E-10')
# expect: ValueError valid range for prec is [1, MAX_PREC]
# expect: TypeError valid values for rounding are:
# expect:   [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,
# expect:    ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
# expect:    ROUND_05UP]
# expect: TypeError argument must be a context
# expect: AttributeError 'decimal.Context' object has no attribute 'foo'
# expect: Decimal('1.333333333333333333333333333')
# expect: Decimal('0.333')
# expect: Decimal('3')
# expect: Decimal('1.41')
# expect: Decimal('1024')
# expect: '1E+10'
# expect: Decimal('1.50')
# expect: Decimal('1')
# expect: Decimal('0.1000000000000000055511151231257827021181583404541015625')
# expect: DecimalTuple(sign=0, digits=(1,), exponent=2)
# expect: Decimal('1.0')
# expect: (<class 'decimal.InvalidOperation'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: (<class 'decimal.DivisionByZero'>, <class 'decimal.DecimalException'>, <class 'ZeroDivisionError'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: (<class 'decimal.Overflow'>, <class 'decimal.Inexact'>, <class 'decimal.Rounded'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: True
# expect: Decimal('1.000000000000000000000000000E+30')
# expect: Overflow [<class 'decimal.Overflow'>]
# expect: "3.142 Decimal('2')"
# expect: '1.50 3 2.50'
# expect: 1.4142135623730951
# expect: Decimal('1')
# expect: (2+0j)
# expect: Decimal('10.0')
# expect: Decimal('NaN')
# expect: ValueError cannot convert NaN to integer
# expect: OverflowError cannot convert Infinity to integer
# expect: 12 -7E+20 115.39 28 ROUND_05UP -10.63 []
# expect: 6 3219.931990144 1 28 ROUND_UP 3220 ['Inexact', 'Rounded']
# expect: 8 -4129516530 503985389872235252068468485616 3 ROUND_FLOOR -1 []
# expect: 11 -9.02 -569236381727105666515972166033510.205293049 3 ROUND_CEILING 0.000121 ['Inexact', 'Rounded']
# expect: 11 -2 6160467395613411992365854.13584 9 ROUND_HALF_EVEN 0.135335283 ['Inexact', 'Rounded']
# expect: 4 -3.44 4690419308.21 9 ROUND_HALF_EVEN -3.44 []
# expect: 13 -737 -3.92E+3 28 ROUND_05UP 2.867467487859051474899331600 ['Inexact', 'Rounded']
# expect: 15 1.74861299809195225759141931739E+49 -2210.932134914 3 ROUND_HALF_EVEN 1.87E-148 ['Inexact', 'Rounded']
# expect: 9 -5544899910103.941539210 -5607934866.93 28 ROUND_CEILING 3.412511444641593946010110216E-72 ['Inexact', 'Rounded']
# expect: 11 4160027022280335220596607.2841132 -9.76622153659E+12 9 ROUND_FLOOR 64.0732538 ['Inexact', 'Rounded']
# expect: 8 -2225391935 -8.77755876703477164420750730510149445324499E+49 3 ROUND_HALF_UP 1 []
# expect: 17 600.451195155031 113.13 28 ROUND_HALF_EVEN 600.4511951550309999999999999 []
# expect: 3 -2627635026 -5.293905942044 3 ROUND_DOWN 4.96E+8 ['Inexact', 'Rounded']
# expect: 0 -3515525222394.542311434 623 9 ROUND_CEILING -3.51552522E+12 ['Inexact', 'Rounded']
# expect: 9 -0.00333331323533914 -6426583201.022321300543 9 ROUND_UP 8.30697090E+15 ['Inexact', 'Rounded']
# expect: 15 -7.13 8837715862533830596983756.7076223 3 ROUND_FLOOR -0.00276 ['Inexact', 'Rounded']
# expect: 18 307.45 -7.25E+20 28 ROUND_UP -2.2362625E+23 []
# expect: 6 6.671064388E+29 6.445555399333E+20 3 ROUND_HALF_EVEN ('InvalidOperation', "[<class 'decimal.InvalidOperation'>]") ['InvalidOperation']
# expect: 7 3591789390.425932113543 6.4319248052198925521867401627E+48 9 ROUND_HALF_UP 59931.5392 ['Inexact', 'Rounded']
# expect: 5 5.035300901459 18810.68556 9 ROUND_UP 0 []
# expect: 18 4.4E+21 -0.00004 9 ROUND_FLOOR -1.76000001E+17 ['Inexact', 'Rounded']
# expect: 9 6 -448126746365901246195142532283 3 ROUND_DOWN 0.000326 ['Inexact', 'Rounded']
# expect: 14 8861316991 -827 3 ROUND_05UP 4.29E+69 ['Inexact', 'Rounded']
# expect: 3 7.30E+22 -9 28 ROUND_DOWN -8111111111111111111111.111111 ['Inexact', 'Rounded']
# expect: 12 6969276463723870997869653.45046 -0.00002591500539115 28 ROUND_HALF_UP ('InvalidOperation', "[<class 'decimal.DivisionImpossible'>]") ['InvalidOperation']
# expect: 2 -73243.15687315925295392 7.57E+5 9 ROUND_HALF_DOWN -5.54450698E+10 ['Inexact', 'Rounded']
# expect: 11 207 -27612409009083778494242456029.324323301151 3 ROUND_HALF_EVEN 7.92 ['Inexact', 'Rounded']
# expect: 11 4768430879 7 9 ROUND_HALF_UP 117.734358 ['Inexact', 'Rounded']
# expect: 6 2.33358976727524154450337032523E+49 -9620507682 9 ROUND_HALF_EVEN ('InvalidOperation', "[<class 'decimal.InvalidOperation'>]") ['InvalidOperation']
# expect: 19 9.525213220553 688 28 ROUND_HALF_EVEN 9.525213220553 []
# expect: 7 854021225696667932956401399928.100499442050 -7E+20 9 ROUND_05UP 9.24132689E+14 ['Inexact', 'Rounded']
# expect: 17 -3207077638887977929539974.30280325001154531 5 28 ROUND_HALF_EVEN -3207077638887977929539974.302 []
# expect: 14 0.0000733 -743 3 ROUND_UP 1.14E-29 ['Inexact', 'Rounded']
# expect: 7 2075426708.93 5.49E+5 3 ROUND_UP 4.56E+4 ['Inexact', 'Rounded']
# expect: 13 -2.82E+5 3.20 28 ROUND_UP 5.450249108319361096922986197 ['Inexact', 'Rounded']
# expect: 15 3.262967023E+12 0.209934120211 9 ROUND_DOWN 2.87847158E-38 ['Inexact', 'Rounded']
# expect: 19 -1 2.39 28 ROUND_CEILING -1 []
# expect: 3 -371 -2E+20 3 ROUND_HALF_DOWN 1.85E-18 ['Inexact', 'Rounded']
# expect: 13 9.85167289667141216543111794264022313431309E+49 47221213781983052651028019923 9 ROUND_FLOOR 49.9935100 ['Inexact', 'Rounded']
# expect: 17 0E+3 -332863404448802134588680120257 28 ROUND_HALF_EVEN -1E-1000026 ['Underflow', 'Subnormal', 'Inexact', 'Rounded']
# expect: 17 3650010011.321191330013 -8.1535E+5 28 ROUND_CEILING 3650010011.321191330012999999 []
# expect: 15 6.42028451579687466804032873776E+32 29116.8472343 28 ROUND_UP 3.778654438147357226021178842E-99 ['Inexact', 'Rounded']
# expect: 9 -8E+3 -8 28 ROUND_DOWN 5.9604644775390625E-32 []
# expect: 9 6069239526 0E+20 3 ROUND_HALF_EVEN 1 ['Inexact', 'Rounded']
# expect: 17 -1 -5.28543453705098287900140030006195415423209E+49 9 ROUND_HALF_DOWN -1.00000001 []
# expect: 13 3.29 78911.504459545 28 ROUND_CEILING 0.5171958979499742951264356580 ['Inexact', 'Rounded']
# expect: 15 -0.00309204213010244 126330981879998369269433132376.50 3 ROUND_DOWN -3.38E+7 ['Inexact', 'Rounded']
# expect: 3 -8.70531549939001E+22 0.0000112 3 ROUND_UP -7.78E+27 ['Inexact', 'Rounded']
# expect: 11 -730 3 28 ROUND_HALF_UP 0.0006755387751938442378367243178 ['Inexact', 'Rounded']
# expect: 18 412.300421503325 -67995078.295123123559 3 ROUND_HALF_UP -2.81E+10 ['Inexact', 'Rounded']
# expect: 0 -8861568888013.125501204 -554.910321900991 3 ROUND_05UP -8.86E+12 ['Inexact', 'Rounded']
# expect: 19 -6212267860425648239546408907 -7 3 ROUND_05UP -6.21E+27 ['Inexact', 'Rounded']
# expect: 11 2.994394554540 983479416103753784483911950017.309912129139 28 ROUND_HALF_UP 19.97326350666499295519409119 ['Inexact', 'Rounded']
# expect: 14 -2.77E+5 -8600187069 3 ROUND_DOWN -1.25E+38 ['Inexact', 'Rounded']
# expect: 7 -6 6.02047779326950463898413003381E+32 3 ROUND_UP 2.45 ['Inexact', 'Rounded']
# expect: 17 2.021952291124E+20 476669698.222344391412 3 ROUND_CEILING 2.02E+20 []
# expect: 19 492 0.00428 3 ROUND_DOWN 492 []
# expect: 14 0.00039290423305024 -8.66113621206908538018155018138E+49 3 ROUND_05UP 1.44E-24 ['Inexact', 'Rounded']
# expect: 18 -8.94 -467.03 3 ROUND_HALF_DOWN 3.71E+3 ['Inexact', 'Rounded']
# expect: 15 -0 -383.29 28 ROUND_HALF_DOWN -0 []
# expect: 4 -3.56126493531E+29 80540.70450 3 ROUND_UP ('InvalidOperation', "[<class 'decimal.DivisionImpossible'>]") ['InvalidOperation']
# expect: 2 -0.059435950043 -6.51376025739316669447230392525E+49 28 ROUND_HALF_EVEN 3.871515292504990770622273003E+48 ['Inexact', 'Rounded']
# expect: 9 0.0000754 4812612101.23 28 ROUND_UP 1.443402490317790356697252071E-20 ['Inexact', 'Rounded']
# expect: 14 -289657432121874090159660549244.24 -2.05E+3 3 ROUND_CEILING -1.71E+206 ['Inexact', 'Rounded']
# expect: 17 0.00142154342013243 6.78E+5 28 ROUND_DOWN 0.001421543420132430000000000001 []
# expect: 3 -0.0000332 -1.29984176485376859193965740994E+49 9 ROUND_CEILING 2.55415705E-54 ['Inexact', 'Rounded']
# expect: 3 25017.12236 -651.59 9 ROUND_UP -38.3939631 ['Inexact', 'Rounded']
# expect: 1 4.57165922639E+12 4 9 ROUND_CEILING 4.57165923E+12 ['Inexact', 'Rounded']
# expect: 12 4932898896848361623602410.72781 -8.20E+3 3 ROUND_DOWN ('InvalidOperation', "[<class 'decimal.DivisionImpossible'>]") ['InvalidOperation']
# expect: 16 9 -6.58105122488106084054042439940930141355112E+49 3 ROUND_FLOOR 9.01 []
# expect: 19 -0.0000734 -9.30297970333E+12 3 ROUND_FLOOR -0.0000734 []
# expect: 5 316715688460304409315984627464 7.43E+20 3 ROUND_FLOOR ('InvalidOperation', "[<class 'decimal.DivisionImpossible'>]") ['InvalidOperation']
# expect: 18 96717.4245350 782 28 ROUND_HALF_UP 75633807.9863700 []
# expect: 1 -6895068352 8.15245340263678850880517029382E+49 28 ROUND_HALF_UP -8.152453402636788508805170294E+49 ['Inexact', 'Rounded']
# expect: 5 55066.39735254425549901 -8.939201403051 3 ROUND_HALF_UP ('InvalidOperation', "[<class 'decimal.DivisionImpossible'>]") ['InvalidOperation']
# expect: 17 -0.00006591520151405 -889178249565827570546483281185 28 ROUND_HALF_DOWN -0.00006591520151405000000000000001 []
# expect: 6 11375143030.191013393 -0.00000944459941053 28 ROUND_HALF_UP 11375143030.19101339300000000 []
# expect: 6 8.01 -0.021593319035 3 ROUND_CEILING ('InvalidOperation', "[<class 'decimal.InvalidOperation'>]") ['InvalidOperation']
# expect: 13 -418 -710.90 3 ROUND_DOWN 2.62 ['Inexact', 'Rounded']
# expect: 19 335.55 3.74E+22 9 ROUND_HALF_UP 335.55 []
# expect: 15 7.82197768E+28 -0.992503120054 9 ROUND_CEILING 2.08953805E-87 ['Inexact', 'Rounded']
# expect: 11 -667616462332390091402991768719.901320940943 405066940.31 9 ROUND_HALF_UP 0.00126060361 ['Inexact', 'Rounded']
# expect: 19 1E+3 -453.13 3 ROUND_05UP 1E+3 []
# expect: 10 3571061424.03 -2.53 9 ROUND_UP 21.9961287 ['Inexact', 'Rounded']
# expect: 3 795088262192250187279406777311.590412223944 7286084393118096314050811.44072301032029234 3 ROUND_CEILING 1.10E+5 ['Inexact', 'Rounded']
# expect: 13 -751.04 1.52 3 ROUND_HALF_EVEN 2.88 ['Inexact', 'Rounded']
# expect: 15 8843180505605840101309562.7660345 -67146655002875823319325671589 28 ROUND_HALF_DOWN 1.446020768053621287224786117E-75 ['Inexact', 'Rounded']
# expect: 13 8.66979461083276251760045599325E+32 -168769548732608512211732347769.221130532214 9 ROUND_UP 32.9380088 ['Inexact', 'Rounded']
# expect: 5 1624193494 -707.454009420224 28 ROUND_HALF_UP -2295829 []
# expect: 14 671491210533615413537338225176 7679608044 3 ROUND_HALF_EVEN 6.16E+208 ['Inexact', 'Rounded']
# expect: 9 111.01 7656412159.31 3 ROUND_HALF_EVEN 4.65E+15 ['Inexact', 'Rounded']
# expect: 19 0.00737909239190555 324599758755942931944136139447.052031050122 3 ROUND_DOWN 0.00737 ['Inexact', 'Rounded']
# expect: 18 6.53608705522E+29 19456.39917 9 ROUND_HALF_EVEN 1.27168719E+34 ['Inexact', 'Rounded']
# expect: 5 382818454 -288 3 ROUND_HALF_DOWN ('InvalidOperation', "[<class 'decimal.DivisionImpossible'>]") ['InvalidOperation']
# expect: 0 3716449013032277438953244.22421 1307303850959586845161740.0965443 3 ROUND_HALF_UP 5.02E+24 ['Inexact', 'Rounded']
# expect: 0 6.7132E+5 -0.00198445150490312 9 ROUND_HALF_EVEN 671319.998 ['Inexact', 'Rounded']
# expect: 19 8.202543640E+29 -2984861641 3 ROUND_05UP 8.21E+29 ['Inexact', 'Rounded']
# expect: 5 -559926486195329490369046706319.313553409344 29388.8772134 3 ROUND_05UP ('InvalidOperation', "[<class 'decimal.DivisionImpossible'>]") ['InvalidOperation']
# expect: 2 52689.92886349519933335 331 9 ROUND_HALF_DOWN 17440366.5 ['Inexact', 'Rounded']
# expect: 14 -2E+3 0E+3 3 ROUND_HALF_UP -1.28E+23 []
# expect: 7 4998513632.954209420301 -8.469418433E+29 3 ROUND_UP 7.07E+4 ['Inexact', 'Rounded']
# expect: 7 -349740320126173225973435850261 -5 9 ROUND_UP 5.91388469E+14 ['Inexact', 'Rounded']
# expect: 3 32861.1146005 -9.09460279601E+29 9 ROUND_05UP -3.61325451E-26 ['Inexact', 'Rounded']
# expect: 0 -555 -44.533002945350 3 ROUND_HALF_UP -600 ['Inexact', 'Rounded']
# expect: 13 -931 -4650100104.403325302490 9 ROUND_05UP 2.96894968 ['Inexact', 'Rounded']
# expect: 7 845625373837828782354363887857.442115000433 -2409153026.32 3 ROUND_UP 9.20E+14 ['Inexact', 'Rounded']
# expect: 5 -0.00004 -6.25023404297311731696938637313E+49 9 ROUND_HALF_UP 0 []
# expect: 9 -213.15 -228534.991319230 3 ROUND_HALF_DOWN 0.00000466 ['Inexact', 'Rounded']
# expect: 11 -31222.79784 -8.197463183E+29 3 ROUND_HALF_UP 0.0442 ['Inexact', 'Rounded']
# expect: 18 390.242339141950 3.944355031213 9 ROUND_CEILING 1543.19869 ['Inexact', 'Rounded']
# expect: 14 -3.56E+5 -5629979152.11 3 ROUND_DOWN -7.24E+38 ['Inexact', 'Rounded']
# expect: 14 102827551363172576275463483857.14 -4.84E+5 9 ROUND_HALF_DOWN 1.21553217E+203 ['Inexact', 'Rounded']
# expect: 17 0.00006 7298579766 9 ROUND_HALF_EVEN 0.0000600000001 []
# expect: 8 6.81E+22 -9.464284623511493243532E+29 9 ROUND_DOWN 1 []
# expect: 13 7119149917.449512909004 -5E+3 9 ROUND_CEILING 9.85242814 ['Inexact', 'Rounded']
# expect: 2 -67654.49358 7E+20 3 ROUND_HALF_UP -4.74E+25 ['Inexact', 'Rounded']
# expect: 14 7.82E+5 458 9 ROUND_05UP 1.78832839E+41 ['Inexact', 'Rounded']
# expect: 4 -0.00001 356267029004472826533478079662 28 ROUND_UP -0.00001 []
# expect: 13 -8.03295887275730962612678889257521503903124E+49 -3.0236297785393216283455823679292E+32 28 ROUND_HALF_UP 49.90487554346280964689499627 ['Inexact', 'Rounded']
# expect: 6 687.122553022300 8 3 ROUND_HALF_EVEN 687 ['Inexact', 'Rounded']
# expect: 14 -266882501543635739022263107895 -8740663361.943194214410 9 ROUND_DOWN -9.64363352E+205 ['Inexact', 'Rounded']
# expect: 2 5.33E+3 9968245522196885959370494.34663 28 ROUND_HALF_DOWN 5.313074863330940216344473487E+28 ['Inexact', 'Rounded']
# expect: 6 -1999.041439051 -0E+20 28 ROUND_HALF_EVEN -0E+20 ['Inexact', 'Rounded']
# expect: 11 -372.411111054353 -17535995188713393291012371543.113921240522 9 ROUND_CEILING 0.0241345438 ['Inexact', 'Rounded']
# expect: 2 2.7650295504951099501545934618101E+49 -3.436141907E+12 28 ROUND_CEILING -9.501033912549619898298879722E+61 ['Inexact', 'Rounded']
# expect: 18 -1.146269277915939131412E+29 -7.24002231204053E+22 3 ROUND_FLOOR 8.29E+51 ['Inexact', 'Rounded']
# expect: 11 -7193512266841196502196168.7293595 -436.90 9 ROUND_UP 0.000751445202 ['Inexact', 'Rounded']
# expect: 11 -842183215.91 3 9 ROUND_DOWN 0.000220011190 ['Inexact', 'Rounded']
# expect: 12 97384.23828032333195011 -515 28 ROUND_UP 49.23828032333195011 []
# expect: 2 -743522168905519771772501918974 -8.15E+3 3 ROUND_HALF_UP 6.06E+33 ['Inexact', 'Rounded']
# expect: 3 7.58060440410339052211E+28 -4E+3 28 ROUND_DOWN -1.8951511010258476305275E+25 []
# expect: 13 -575.15 719 9 ROUND_CEILING 2.75978112 ['Inexact', 'Rounded']
# expect: 6 423 2536237577 9 ROUND_HALF_UP 423 []
# expect: 8 6.50259105325104E+22 1.15645998884646294977419383636E+49 28 ROUND_DOWN -1 []
# expect: 0 1E+20 -255562496590517538857067238391.393039322130 28 ROUND_UP -2.555624964905175388570672384E+29 ['Inexact', 'Rounded']
# expect: 7 -7130.449459312 -0.0018692 28 ROUND_05UP 84.44198872191488124864436062 ['Inexact', 'Rounded']
# expect: 12 79018.35276 -5434623228.15 3 ROUND_HALF_UP 7.90E+4 ['Inexact', 'Rounded']
# expect: 6 -12.21 -2572488638882093714840524.9686531 3 ROUND_DOWN ('InvalidOperation', "[<class 'decimal.InvalidOperation'>]") ['InvalidOperation']
# expect: 6 728.35 6.817111926E+12 28 ROUND_DOWN 0E+3 ['Inexact', 'Rounded']
# expect: 14 -3620817234.39 8348341463090.140000245 28 ROUND_HALF_EVEN -8.159174592858503787235870176E+66 ['Inexact', 'Rounded']
# expect: 4 -953976046263617300140190232359.50 436356012505961112126892183103 28 ROUND_05UP -8.126402125169507588640586616E+28 ['Inexact', 'Rounded']
# expect: 19 1263624366.911212141535 2.55133077964939225701706313128E+49 28 ROUND_UP 1263624366.911212141535 []
# expect: 6 -7.9177658738284821305055427646139E+32 6935866410.250905051113 9 ROUND_HALF_DOWN ('InvalidOperation', "[<class 'decimal.InvalidOperation'>]") ['InvalidOperation']
# expect: 8 3581775288302.105155254 8.54217028307298185672944737912E+32 3 ROUND_HALF_DOWN -1 []
# expect: 19 2E+20 1.95155713637818660563869741128E+32 3 ROUND_DOWN 2E+20 []
# expect: 13 -9910619802.400494922250 8504302732.10 9 ROUND_HALF_EVEN 9.99610082 ['Inexact', 'Rounded']
# expect: 0 3252898610 5.32 3 ROUND_HALF_DOWN 3.25E+9 ['Inexact', 'Rounded']
# expect: 11 2.5E+19 444515530783435823367650069870.04 9 ROUND_CEILING 12.1824940 ['Inexact', 'Rounded']
# expect: 16 524.223344325242 40471.58566135022443253 3 ROUND_DOWN 525 []
# expect: 13 -9432643778.532001235993 -114 9 ROUND_05UP 9.97463343 ['Inexact', 'Rounded']
# expect: 10 -3126893521.315124559044 -7.16359956738001802570962751335015305595525E+49 28 ROUND_HALF_DOWN 21.86330586345608084771963785 ['Inexact', 'Rounded']
# expect: 2 310445931480663275905003515078.550949453412 3.3E+4 28 ROUND_HALF_DOWN 1.024471573886188810486511600E+34 ['Inexact', 'Rounded']
# expect: 19 24751.44835 -1.99E+5 9 ROUND_HALF_UP 24751.4484 ['Inexact', 'Rounded']
# expect: 18 2.82692762930466882684160715311E+49 -6.013542324225E+20 28 ROUND_DOWN -1.699984894634466739760898234E+70 ['Inexact', 'Rounded']
# expect: 0 0.0011301 9E+3 28 ROUND_HALF_UP 9000.0011301 []
# expect: 14 6726763494 -2363401259699925278814069.6260529 28 ROUND_05UP 6.232224800900822749036422726E+68 ['Inexact', 'Rounded']
# expect: 9 187893649052269147761816038595.42 -8.913035150393 9 ROUND_HALF_EVEN 1.20390569E-261 ['Inexact', 'Rounded']
# expect: 11 0.0000529 -2 9 ROUND_UP 198.343425 ['Inexact', 'Rounded']
# expect: 5 457348229550802927202588167165.00 0.10 28 ROUND_HALF_DOWN ('InvalidOperation', "[<class 'decimal.DivisionImpossible'>]") ['InvalidOperation']
# expect: 5 -836 149094768335445954993527542314.414949041159 28 ROUND_05UP -0 []
# expect: 6 5.69023402702168344223723680762219434354294E+49 534 9 ROUND_05UP ('InvalidOperation', "[<class 'decimal.InvalidOperation'>]") ['InvalidOperation']
# expect: 3 0.00004 6 28 ROUND_05UP 0.000006666666666666666666666666666 ['Inexact', 'Rounded']
# expect: 9 -6.44 9440499304022457705953734.42673 3 ROUND_HALF_EVEN 4.32E+7 ['Inexact', 'Rounded']
# expect: 7 8.7219E+5 -4.91477099726862981563154102550E+32 28 ROUND_FLOOR 933.9111306757190588056294787 ['Inexact', 'Rounded']
# expect: 18 815.09 -187608193789690249445790334011.24 3 ROUND_CEILING -1.53E+32 ['Inexact', 'Rounded']
# expect: 5 7.912648892900086207515549608835E+31 -619999440327434568320996674818 3 ROUND_05UP -127 []
# expect: 10 -4.503664404E+12 2 3 ROUND_HALF_DOWN 29.1 ['Inexact', 'Rounded']
# expect: 16 -9E+20 -8682466622 3 ROUND_FLOOR -8.99E+20 []
# expect: 18 2.212052241355 8.36583128001022411280846927433E+49 3 ROUND_05UP 2.68E+50 ['Inexact', 'Rounded']
# expect: 1 -781629601914773832104368180809332.591421131 -0.00009 3 ROUND_HALF_UP -7.82E+32 ['Inexact', 'Rounded']
# expect: 6 -7.599900022520 -7 9 ROUND_UP -8 ['Inexact', 'Rounded']
# expect: 10 -6.47792086291437038304919943562E+49 -9.156878847E+29 28 ROUND_UP 114.6950691610990843005560092 ['Inexact', 'Rounded']
# expect: 0 -6.054929689E+12 9990.301023951 3 ROUND_05UP -6.06E+12 ['Inexact', 'Rounded']
# expect: 14 7651734393.904549259409 -6 28 ROUND_HALF_EVEN 1.535745336039371522178952412E+69 ['Inexact', 'Rounded']
# expect: 6 -9 9.232024131E+29 3 ROUND_05UP -1E+20 ['Inexact', 'Rounded']
# expect: 19 41366.41366 0.00001553551115425 3 ROUND_HALF_UP 4.14E+4 ['Inexact', 'Rounded']
# expect: 12 45540434796207661677838807604.95 2650118996835374158946000.50853 28 ROUND_HALF_UP 789954588592130510734866.3705 ['Inexact', 'Rounded']
# expect: 16 1102931112004.933449399 -8714703347303605932568.0454702 28 ROUND_HALF_EVEN 1102931112004.933449399000001 []
# expect: 5 8.067607682E+12 -8684004954.54 28 ROUND_05UP -929 []
# expect: 2 -666655650262893702205953248999 -474035221548246806772720321023 9 ROUND_CEILING 3.16018259E+59 ['Inexact', 'Rounded']
# expect: 3 5.912403519254 -360 9 ROUND_05UP -0.0164233431 ['Inexact', 'Rounded']
# expect: 2 7853116469.54 3E+20 9 ROUND_UP 2.35593495E+30 ['Inexact', 'Rounded']
# expect: 17 -305992215536879143125325.01427 -1.131099034413 9 ROUND_FLOOR -3.05992215E+23 []
# expect: 18 61996.55435 8775234707055214681321655.2452704 9 ROUND_CEILING 5.44043091E+29 ['Inexact', 'Rounded']
# expect: 2 7343475082384798801920821.46289504309592099 637 28 ROUND_HALF_DOWN 4677793627479116836823563272 ['Inexact', 'Rounded']
# expect: 1 286836484962149144359826314794.40 0E+3 9 ROUND_05UP 2.86836484E+29 ['Inexact', 'Rounded']
# expect: 3 -8 -3.9293E+5 28 ROUND_CEILING 0.00002035986053495533555595144174 ['Inexact', 'Rounded']
# expect: 0 648359112789218644228150256729 -9615504961.219243221503 28 ROUND_HALF_UP 6.483591127892186442185347518E+29 ['Inexact', 'Rounded']
# expect: 19 5.677662098E+12 2.62304242099994E+22 9 ROUND_UP 5.6776621E+12 ['Inexact', 'Rounded']
# expect: 6 7515703517 -2.19E+5 28 ROUND_CEILING 7.515704E+9 ['Inexact', 'Rounded']
# expect: 5 8701268009538550611223435.09567454341424919 992541942315652767552316.37307 9 ROUND_HALF_UP 8 []
# expect: 5 0.0000839 -5 9 ROUND_HALF_EVEN -0 []
# expect: 16 7.6419E+22 3237825525 9 ROUND_DOWN 7.64190001E+22 []
# expect: 13 9997563310 -6.005023092152E+20 3 ROUND_UP 10 ['Inexact', 'Rounded']
# expect: 5 4.9554E+22 136.15 9 ROUND_DOWN ('InvalidOperation', "[<class 'decimal.DivisionImpossible'>]") ['InvalidOperation']
# expect: 11 0.00007 88305.04311200001520231 3 ROUND_UP 1.10E+3 ['Inexact', 'Rounded']
# expect: 4 -7.73E+22 578 9 ROUND_05UP ('InvalidOperation', "[<class 'decimal.DivisionImpossible'>]") ['InvalidOperation']
# expect: 8 -877961805710585765621781806513.03 -1.09 3 ROUND_UP -1 []
# expect: 14 8.59 252608904681465529454804107098 28 ROUND_HALF_UP 3451057.11415338434419 []
# expect: 16 -8.95 0.0000225 28 ROUND_CEILING -8.949999999999999999999999999 []
# expect: 0 567 0.00737 9 ROUND_FLOOR 567.00737 []
# expect: 14 0.00002 150 3 ROUND_HALF_UP 1.28E-33 []
# expect: 10 0.00553112002934500 2.38E+22 28 ROUND_DOWN -5.197364947003653516847424070 ['Inexact', 'Rounded']
# expect: 2 -6289465744064587886961545.64609 564473507313150784118136.02224040543512553 9 ROUND_CEILING -3.55023678E+48 ['Inexact', 'Rounded']
# expect: 2 806249300303129416050083162298 0.00002 3 ROUND_FLOOR 1.61E+25 ['Inexact', 'Rounded']
# expect: 5 -505 -4 9 ROUND_DOWN 126 []
# expect: 18 2.35E+3 0.00001 28 ROUND_HALF_EVEN 0.02351 []
# expect: 7 -6.20 -9E+20 3 ROUND_HALF_DOWN 2.49 ['Inexact', 'Rounded']
# expect: 12 1347044941894964747329013.34403901005330244 -7.33054939450942E+22 3 ROUND_UP 2.76E+22 ['Inexact', 'Rounded']
# expect: 15 -2.77034548822E+12 0.00866542400519325 3 ROUND_UP -4.71E-38 ['Inexact', 'Rounded']
# expect: 16 -916.34 -4.63188484764118158683508606036E+32 3 ROUND_DOWN -916 []
# expect: 13 640.901259103591 9.43 3 ROUND_HALF_UP 2.81 ['Inexact', 'Rounded']
# expect: 1 3.454443533293 779 3 ROUND_FLOOR -776 ['Inexact', 'Rounded']
# expect: 3 5 0.00004 3 ROUND_DOWN 1.25E+5 []
# expect: 7 7458893088.533550534015 6.863969599190532505992E+29 28 ROUND_HALF_UP 86364.88342221941848601683773 ['Inexact', 'Rounded']
# expect: 5 632.04541 88838202777028636041539187441 3 ROUND_UP 0 []
# expect: 5 -0.00934 4078189218 28 ROUND_HALF_UP -0 []
# expect: 14 -359886019981238796738572612617 -448383277829587093633486555300.21 9 ROUND_CEILING -7.81906521E+206 ['Inexact', 'Rounded']
# expect: 8 72195.20316 6.4991419063784554819675068454953E+49 3 ROUND_CEILING -1 []
# expect: 11 8609914061.53 0.00363 28 ROUND_HALF_DOWN 5485.777218241639308697328966 ['Inexact', 'Rounded']
# expect: 2 -1.59E+20 7 9 ROUND_05UP -1.113E+21 []
# expect: 9 -168815734561640204996048676020.41 -307 28 ROUND_HALF_DOWN 1.870003101849683154893229506E-90 ['Inexact', 'Rounded']
# expect: 2 660016985714750429625859689871 -9692148279.24 9 ROUND_HALF_DOWN -6.39698249E+39 ['Inexact', 'Rounded']
# expect: 1 -846868631044883966211625482342.54 940.25 28 ROUND_05UP -8.468686310448839662116254832E+29 ['Inexact', 'Rounded']
# expect: 6 468792885025125998335904871584.103920095003 -7.8767424192E+28 28 ROUND_HALF_EVEN 4.68792885025E+29 ['Inexact', 'Rounded']
# expect: 16 -65030.3376605 -1.34141296301782479999859861141E+32 3 ROUND_HALF_DOWN -6.50E+4 []
# expect: 7 3.303835700940540914004E+29 -583.521321514440 28 ROUND_FLOOR 574790022611783.0686926237882 ['Inexact', 'Rounded']
# expect: 10 149224262170998958969278476710.40 597469568078329377942558479751.43 3 ROUND_DOWN 67.2 ['Inexact', 'Rounded']
# expect: 0 958.931305130021 -518196507801530451858385967270.351045114542 9 ROUND_CEILING -5.18196507E+29 ['Inexact', 'Rounded']
# expect: 4 0.00006410214950393 -9 9 ROUND_05UP 0.0000641021496 ['Inexact', 'Rounded']
# expect: 11 -7.74400925294555E+22 362877831185243580837997082413.359055150252 3 ROUND_CEILING 0.000435 ['Inexact', 'Rounded']
# expect: 16 9967248045.399432539532 1164058025 3 ROUND_HALF_EVEN 9.97E+9 []
# expect: 13 804 8.86947737523186092296641893915E+49 3 ROUND_UP 2.91 ['Inexact', 'Rounded']
# expect: 14 -6.20145451499224E+22 -467.25 28 ROUND_HALF_UP -3.527401853580159440574434747E+159 ['Inexact', 'Rounded']
# expect: 2 -5.7944E+5 7 28 ROUND_HALF_UP -4.05608E+6 []
# expect: 5 9669187526 -250045.959501039 3 ROUND_DOWN ('InvalidOperation', "[<class 'decimal.DivisionImpossible'>]") ['InvalidOperation']
# expect: 16 927923394831089549157041782684.052924034541 -387 9 ROUND_05UP 9.27923395E+29 []
# expect: 11 -8.22 415 9 ROUND_CEILING 0.000269215065 ['Inexact', 'Rounded']
# expect: 8 299 -399362968059936942854485436930.034533331949 9 ROUND_HALF_UP 1 []
# expect: 2 2E+3 409338362555491557171256758237.442543249052 28 ROUND_HALF_EVEN 8.186767251109831143425135165E+32 ['Inexact', 'Rounded']
# expect: 10 -5203372384.90 -499636985611463974185323076191 3 ROUND_HALF_UP 22.4 ['Inexact', 'Rounded']
# expect: 1 992 691 9 ROUND_HALF_EVEN 301 []
# expect: 8 -5295.131120109 361444057311252254846001.88392032494222199 3 ROUND_UP -1 []
# expect: 18 -1854509628 2.004052201491 9 ROUND_CEILING -3.71653410E+9 ['Inexact', 'Rounded']
# expect: 10 -2.9E+21 2988010481.120459205119 28 ROUND_FLOOR 49.41899768986738770754310113 ['Inexact', 'Rounded']
# expect: 4 9 -686 28 ROUND_05UP 9 []
# expect: 16 5E+3 -1.696869459E+12 3 ROUND_DOWN 5.01E+3 []
# expect: 4 63956492902933668442534.39509 9E+3 3 ROUND_HALF_EVEN ('InvalidOperation', "[<class 'decimal.DivisionImpossible'>]") ['InvalidOperation']
# expect: 17 -8.28E+5 3E+3 28 ROUND_CEILING -827999.9999999999999999999999 []
# expect: 6 -1.56E+22 -7 28 ROUND_CEILING -15600000000000000000000 []
