# math's gamma and inverse hyperbolic functions have CPython's last digits.
import math
state = 12345
def number(low, high):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return low + (high - low) * (state / 2**64)
code = 0
for n in range(300):
    for function, x in ((math.gamma, number(-20, 170)), (math.lgamma, number(-50, 500)), (math.acosh, number(1, 30)),
                        (math.asinh, number(-30, 30)), (math.atanh, number(-1, 1))):
        value = function(x)
        if n < 3:
            print(function.__name__, repr(x), repr(value))
        code = hash((code, value))
    print(code) if n % 30 == 0 else None
print(math.gamma(0.5), math.gamma(2.5), math.gamma(171), math.gamma(-0.5), math.lgamma(100), math.lgamma(1e-300), math.gamma(23.0), math.gamma(24.0))
for bad in 172, -1, 0, 1e300, float("-inf"):
    for function in math.gamma, math.lgamma:
        try:
            print(function(bad))
        except (ValueError, OverflowError) as error:
            print(error)
# expect: gamma 0.8199351372439843 1.14256217968019
# expect: lgamma 95.96191275475587 340.6414217332156
# expect: acosh 26.683095787385916 3.9768261140930696
# expect: asinh 20.14424458078681 3.6966813121664925
# expect: atanh -0.3487378765623792 -0.364006159673737
# expect: -2005023483560108263
# expect: gamma 86.48972380705105 2.4919644776625814e+129
# expect: lgamma 386.6276393388586 1914.6322754828532
# expect: acosh 12.353322376923519 3.205429964573263
# expect: asinh 18.910761407224605 3.6335766674095735
# expect: atanh -0.6236629284355037 -0.7309773670332393
# expect: gamma 168.09907523197884 2.4974376647166152e+300
# expect: lgamma 490.6814076193557 2547.3012410834826
# expect: acosh 5.687642278533537 2.423623675119124
# expect: asinh 19.566607945098767 3.667623972541039
# expect: atanh -0.04409460233674145 -0.04412321393332037
# expect: -7148420908935233328
# expect: 4574326468758356645
# expect: -322915984391697710
# expect: -8499046290312683912
# expect: -1628350807714947327
# expect: 6271132327613528895
# expect: 6173605509803473996
# expect: -7000441475991381380
# expect: 4503561484413270843
# expect: 1.7724538509055159 1.3293403881791372 7.257415615307998e+306 -3.544907701811032 359.1342053695754 690.7755278982137 1.1240007277776077e+21 2.585201673888497e+22
# expect: math range error
# expect: 711.71472580229
# expect: math domain error
# expect: math domain error
# expect: math domain error
# expect: math domain error
# expect: math range error
# expect: 6.897755278982137e+302
# expect: math domain error
# expect: inf
