print(chr(65), chr(8364), chr(0x1f600), ord('a'), ord('€'), ord(b'x'), repr(chr(0)), repr(chr(0xd800)))
for f in (lambda: chr(-1), lambda: chr(0x110000), lambda: chr(2 ** 40), lambda: chr('a'), lambda: ord('ab'), lambda: ord(''), lambda: ord(5), lambda: ord(b'ab')):
    try:
        f()
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
# expect: A € 😀 97 8364 120 '\x00' '\ud800'
# expect: ValueError chr() arg not in range(0x110000)
# expect: ValueError chr() arg not in range(0x110000)
# expect: OverflowError Python int too large to convert to C int
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError ord() expected a character, but string of length 2 found
# expect: TypeError ord() expected a character, but string of length 0 found
# expect: TypeError ord() expected string of length 1, but int found
# expect: TypeError ord() expected a character, but string of length 2 found
