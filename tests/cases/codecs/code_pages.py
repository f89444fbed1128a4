# Every encoding of one byte a character reads and writes the same characters as CPython's.
# modes: auto
import codecs

NAMES = """cp037 cp1006 cp1026 cp1125 cp1140 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp273 cp424
cp437 cp500 cp720 cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874
cp875 hp-roman8 iso8859-10 iso8859-11 iso8859-13 iso8859-14 iso8859-15 iso8859-16 iso8859-2 iso8859-3 iso8859-4 iso8859-5
iso8859-6 iso8859-7 iso8859-8 iso8859-9 koi8-r koi8-t koi8-u kz1048 mac-arabic mac-croatian mac-cyrillic mac-farsi
mac-greek mac-iceland mac-latin2 mac-roman mac-romanian mac-turkish palmos ptcp154 tis-620""".split()
for name in NAMES:
    text = bytes(range(256)).decode(name, "replace")
    code = 0
    for c in text:
        code = (code * 131 + ord(c)) % 1000003
    back = text.encode(name, "replace")
    print(codecs.lookup(name).name, code, sum(back) * len(back))
for alias in "latin windows-1250 CYRILLIC greek hebrew arabic latin2 l5 macintosh 855 ibm850 cskoi8r ecma-118".split():
    print(alias, codecs.lookup(alias).name)
for source in (b"# coding: koi8-r\nx = '\xd0\xd2'", b"# coding: latin\nx = '\xe9'", b"# -*- coding: cp1251 -*-\nx = '\xcf'"):
    exec(source)
    print(x)
# expect: cp037 864306 8355840
# expect: cp1006 611368 8356096
# expect: cp1026 647672 8355840
# expect: cp1125 94606 8355840
# expect: cp1140 955025 8355840
# expect: cp1250 160351 8259328
# expect: cp1251 829377 8333056
# expect: cp1252 182149 8253696
# expect: cp1253 966797 7942912
# expect: cp1254 498175 8209152
# expect: cp1255 527233 7635968
# expect: cp1256 643731 8355840
# expect: cp1257 584996 8097536
# expect: cp1258 459778 8166656
# expect: cp273 474202 8355840
# expect: cp424 516791 7629824
# expect: cp437 124378 8355840
# expect: cp500 979733 8355840
# expect: cp720 378205 8355840
# expect: cp737 550668 8355840
# expect: cp775 301629 8355840
# expect: cp850 915303 8355840
# expect: cp852 502633 8355840
# expect: cp855 152741 8355840
# expect: cp856 34646 6920448
# expect: cp857 852545 8228608
# expect: cp858 327003 8355840
# expect: cp860 643039 8355840
# expect: cp861 177145 8355840
# expect: cp862 442139 8355840
# expect: cp863 991909 8355840
# expect: cp864 769612 8181760
# expect: cp865 51079 8355840
# expect: cp866 263113 8355840
# expect: cp869 896245 8190464
# expect: cp874 927744 7526912
# expect: cp875 447046 8428800
# expect: hp-roman8 237975 8306688
# expect: iso8859-10 601525 8355840
# expect: iso8859-11 537798 7999488
# expect: iso8859-13 972597 8355840
# expect: iso8859-14 727979 8355840
# expect: iso8859-15 44724 8355840
# expect: iso8859-16 698239 8355840
# expect: iso8859-2 148094 8355840
# expect: iso8859-3 198417 8110592
# expect: iso8859-4 691386 8355840
# expect: iso8859-5 254469 8355840
# expect: iso8859-6 76539 6751232
# expect: iso8859-7 781498 8240640
# expect: iso8859-8 132481 7009536
# expect: iso8859-9 339605 8355840
# expect: koi8-r 65798 8355840
# expect: koi8-t 581334 7849728
# expect: koi8-u 461209 8355840
# expect: kz1048 382820 8333056
# expect: mac-arabic 597735 9207808
# expect: mac-croatian 473736 8355840
# expect: mac-cyrillic 948543 8355840
# expect: mac-farsi 238372 9207808
# expect: mac-greek 364783 8355840
# expect: mac-iceland 84012 8355840
# expect: mac-latin2 855927 8355840
# expect: mac-roman 444878 8355840
# expect: mac-romanian 990958 8355840
# expect: mac-turkish 272747 8355840
# expect: palmos 25759 8355840
# expect: ptcp154 355020 8355840
# expect: tis-620 942567 7974656
# expect: latin iso8859-1
# expect: windows-1250 cp1250
# expect: CYRILLIC iso8859-5
# expect: greek iso8859-7
# expect: hebrew iso8859-8
# expect: arabic iso8859-6
# expect: latin2 iso8859-2
# expect: l5 iso8859-9
# expect: macintosh mac-roman
# expect: 855 cp855
# expect: ibm850 cp850
# expect: cskoi8r koi8-r
# expect: ecma-118 iso8859-7
# expect: пр
# expect: é
# expect: П
