"""Bytes as texts of letters and digits: base16, base32, base64 and base85."""

import binascii

__all__ = ["encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode",
           "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode",
           "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode"]

MAXLINESIZE = 76
MAXBINSIZE = (MAXLINESIZE // 4) * 3


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % s.__class__.__name__) from None


def b64encode(s, altchars=None):
    """Encodes in base64; `altchars` stand for + and /."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """Decodes base64; without `validate` foreign characters are passed over."""
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    """As b64encode, with - and _ for + and /."""
    return b64encode(s).translate(bytes.maketrans(b"+/", b"-_"))


def urlsafe_b64decode(s):
    return b64decode(_bytes(s).translate(bytes.maketrans(b"-_", b"+/")))


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _encode32(alphabet, s):
    if not isinstance(s, (bytes, bytearray)):
        s = memoryview(s).tobytes()
    out = bytearray()
    for at in range(0, len(s), 5):
        group = s[at:at + 5]
        bits = int.from_bytes(group.ljust(5, b"\0"), "big")
        letters = bytes(alphabet[bits >> shift & 31] for shift in range(35, -5, -5))
        out += letters[:(len(group) * 8 + 4) // 5].ljust(8, b"=")
    return bytes(out)


def _decode32(alphabet, s, casefold, map01):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _bytes(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    letters = s.rstrip(b"=")
    pads = len(s) - len(letters)
    values = {c: n for n, c in enumerate(alphabet)}
    out = bytearray()
    for at in range(0, len(letters), 8):
        group = letters[at:at + 8]
        bits = 0
        try:
            for c in group:
                bits = bits << 5 | values[c]
        except KeyError:
            raise binascii.Error("Non-base32 digit found") from None
        out += (bits << 5 * (8 - len(group))).to_bytes(5, "big")
    if len(s) % 8 or pads not in {0, 1, 3, 4, 6}:
        raise binascii.Error("Incorrect padding")
    if pads:
        del out[len(out) - 5 + (43 - 5 * pads) // 8:]
    return bytes(out)


def b32encode(s):
    """Encodes in base32."""
    return _encode32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _decode32(_B32, s, casefold, map01)


def b32hexencode(s):
    return _encode32(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    return _decode32(_B32HEX, s, casefold, None)


def b16encode(s):
    """Encodes in hexadecimal digits."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_A85 = bytes(range(33, 118))


def _encode85(b, alphabet, pad, zeros=False, spaces=False):
    if not isinstance(b, (bytes, bytearray)):
        b = memoryview(b).tobytes()
    missing = -len(b) % 4
    data = bytes(b) + bytes(missing)
    words = []
    for at in range(0, len(data), 4):
        word = int.from_bytes(data[at:at + 4], "big")
        if zeros and not word:
            words.append(b"z")
        elif spaces and word == 0x20202020:
            words.append(b"y")
        else:
            words.append(bytes(alphabet[word // 85 ** n % 85] for n in range(4, -1, -1)))
    if missing and not pad:
        if words[-1] == b"z":
            words[-1] = alphabet[:1] * 5
        words[-1] = words[-1][:-missing]
    return b"".join(words)


def b85encode(b, pad=False):
    """Encodes in base85 as git does."""
    return _encode85(b, _B85, pad)


def b85decode(b):
    b = _bytes(b)
    values = {c: n for n, c in enumerate(_B85)}
    missing = -len(b) % 5
    data = bytes(b) + b"~" * missing
    out = []
    for at in range(0, len(data), 5):
        word = 0
        for place, c in enumerate(data[at:at + 5]):
            if c not in values:
                raise ValueError("bad base85 character at position %d" % (at + place)) from None
            word = word * 85 + values[c]
        if word > 0xffffffff:
            raise ValueError("base85 overflow in hunk starting at byte %d" % at) from None
        out.append(word.to_bytes(4, "big"))
    result = b"".join(out)
    return result[:-missing] if missing else result


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Encodes in Ascii85."""
    result = _encode85(b, _A85, pad, True, foldspaces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[at:at + wrapcol] for at in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        result = b"\n".join(lines)
    if adobe:
        result += b"~>"
    return result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(b"~>"))
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    out = []
    word = []
    for c in bytes(b) + b"u" * 4:
        if 33 <= c <= 117:
            word.append(c)
            if len(word) == 5:
                value = 0
                for digit in word:
                    value = value * 85 + digit - 33
                if value > 0xffffffff:
                    raise ValueError("Ascii85 overflow") from None
                out.append(value.to_bytes(4, "big"))
                word = []
        elif c == 122:
            if word:
                raise ValueError("z inside Ascii85 5-tuple")
            out.append(bytes(4))
        elif foldspaces and c == 121:
            if word:
                raise ValueError("y inside Ascii85 5-tuple")
            out.append(b"    ")
        elif c not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % c)
    result = b"".join(out)
    missing = 4 - len(word)
    return result[:-missing] if missing else result


def encode(input, output):
    """Encodes a binary file, in lines."""
    while s := input.read(MAXBINSIZE):
        while len(s) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(s))):
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _input(s):
    try:
        view = memoryview(s)
    except TypeError as error:
        raise TypeError("expected bytes-like object, not %s" % s.__class__.__name__) from error
    if view.format not in ("c", "b", "B"):
        raise TypeError("expected single byte elements, not %r from %s" % (view.format, s.__class__.__name__))
    if view.ndim != 1:
        raise TypeError("expected 1-D data, not %d-D data from %s" % (view.ndim, s.__class__.__name__))


def encodebytes(s):
    """Encodes in lines of base64."""
    _input(s)
    return b"".join(binascii.b2a_base64(s[at:at + MAXBINSIZE]) for at in range(0, len(s), MAXBINSIZE))


def decodebytes(s):
    _input(s)
    return binascii.a2b_base64(s)
