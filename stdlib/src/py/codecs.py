"""Encodings by name: looking them up, streams and steps of text and bytes, and registering one's own."""

import builtins as _builtins
import sys as _sys
from _codecs import *
from _codecs import page_decode as _page_decode, page_encode as _page_encode
from _codecs import registered_error as _registered_error, text_name as _text_name

__all__ = ["register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
           "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE",
           "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader",
           "StreamWriter", "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
           "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
           "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
           "namereplace_errors", "register_error", "lookup_error"]

del page_encode, page_decode, registered_error, text_name

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
if _sys.byteorder == "little":
    BOM = BOM_UTF16 = BOM_UTF16_LE
    BOM_UTF32 = BOM_UTF32_LE
else:
    BOM = BOM_UTF16 = BOM_UTF16_BE
    BOM_UTF32 = BOM_UTF32_BE
BOM32_LE = BOM_UTF16_LE
BOM32_BE = BOM_UTF16_BE
BOM64_LE = BOM_UTF32_LE
BOM64_BE = BOM_UTF32_BE


class CodecInfo(tuple):
    """What a search function answers: encoder, decoder and makers of streams, with the rest as attributes."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return "<%s.%s object for encoding %s at %#x>" % (
            self.__class__.__module__, self.__class__.__qualname__, self.name, id(self))


class Codec:
    """Encoding and decoding without memory; to be derived from."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes piece by piece."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Keeps what cannot be encoded yet for the next piece."""

    def __init__(self, errors="strict"):
        IncrementalEncoder.__init__(self, errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, used = self._buffer_encode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        IncrementalEncoder.reset(self)
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes piece by piece."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return (b"", 0)

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps bytes that are no whole character yet for the next piece."""

    def __init__(self, errors="strict"):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        IncrementalDecoder.reset(self)
        self.buffer = b""

    def getstate(self):
        return (self.buffer, 0)

    def setstate(self, state):
        self.buffer = state[0]


class _OnStream:
    """What is around a stream: all else the stream is asked for."""

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamWriter(_OnStream, Codec):
    """Writes text to a binary stream."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(_OnStream, Codec):
    """Reads text from a binary stream."""

    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self.bytebuffer = b""
        self._empty_charbuffer = self.charbuffertype()
        self.charbuffer = self._empty_charbuffer
        self.linebuffer = None

    def decode(self, input, errors="strict"):
        raise NotImplementedError

    def _fill(self, size, firstline=False):
        """Reads about `size` bytes, or all; tells whether there was anything new."""
        new = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + new
        if not data:
            return False
        try:
            text, used = self.decode(data, self.errors)
        except UnicodeDecodeError as error:
            if not firstline:
                raise
            text, used = self.decode(data[:error.start], self.errors)
            if len(text.splitlines(keepends=True)) <= 1:
                raise
        self.bytebuffer = data[used:]
        self.charbuffer += text
        return bool(new)

    def _join_lines(self):
        if self.linebuffer:
            self.charbuffer = self._empty_charbuffer.join(self.linebuffer)
            self.linebuffer = None

    def read(self, size=-1, chars=-1, firstline=False):
        self._join_lines()
        if chars < 0:
            chars = size
        while chars < 0 or len(self.charbuffer) < chars:
            if not self._fill(size, firstline) or chars < 0:
                break
        if chars < 0:
            result, self.charbuffer = self.charbuffer, self._empty_charbuffer
        else:
            result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        if self.linebuffer:
            line = self.linebuffer[0]
            del self.linebuffer[0]
            if len(self.linebuffer) == 1:
                self.charbuffer = self.linebuffer[0]
                self.linebuffer = None
            return line if keepends else line.splitlines(keepends=False)[0]
        want = size or 72
        line = self._empty_charbuffer
        while True:
            data = self.read(want, firstline=True)
            if data and data.endswith("\r"):
                # The other half of a line's end may follow.
                data += self.read(size=1, chars=1)
            line += data
            lines = line.splitlines(keepends=True)
            if len(lines) > 1:
                line = lines.pop(0)
                if len(lines) > 1:
                    lines[-1] += self.charbuffer
                    self.linebuffer = lines
                    self.charbuffer = None
                else:
                    self.charbuffer = lines[0] + self.charbuffer
                break
            if lines and lines[0] != lines[0].splitlines(keepends=False)[0]:
                line = lines[0]
                break
            if not data or size is not None:
                break
            want = min(want * 2, 8000)
        if line and not keepends:
            line = line.splitlines(keepends=False)[0]
        return line

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.bytebuffer = b""
        self.charbuffer = self._empty_charbuffer
        self.linebuffer = None

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self


class StreamReaderWriter(_OnStream):
    """Reads and writes text on one binary stream."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None, keepends=True):
        return self.reader.readlines(sizehint, keepends)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()


class StreamRecoder(_OnStream):
    """Shows a stream in one encoding as bytes in another."""

    data_encoding = "unknown"
    file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream = stream
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        line = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(line, self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.writer.write(self.decode(b"".join(list), self.errors)[0])

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Opens a file, whose text is in the encoding, in binary mode."""
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = _builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        stream = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        stream.encoding = encoding
        return stream
    except:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """Shows a file as if it were in another encoding."""
    if file_encoding is None:
        file_encoding = data_encoding
    data = lookup(data_encoding)
    inner = lookup(file_encoding)
    stream = StreamRecoder(file, data.encode, data.decode, inner.streamreader, inner.streamwriter, errors)
    stream.data_encoding = data_encoding
    stream.file_encoding = file_encoding
    return stream


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encodes the texts of an iterator one after the other."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for text in iterator:
        if output := encoder.encode(text):
            yield output
    if output := encoder.encode("", True):
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decodes the pieces of an iterator one after the other."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for data in iterator:
        if output := decoder.decode(data):
            yield output
    if output := decoder.decode(b"", True):
        yield output


def make_identity_dict(rng):
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """The inverse of a mapping; what is there more than once has no code."""
    inverse = {}
    for code, char in decoding_map.items():
        inverse[char] = None if char in inverse else code
    return inverse


# ---- error handlers

def _refuse(exception):
    raise TypeError("don't know how to handle %s in error callback" % type(exception).__name__)


def strict_errors(exception):
    if isinstance(exception, BaseException):
        raise exception
    raise TypeError("codec must pass exception instance")


def ignore_errors(exception):
    if not isinstance(exception, UnicodeError) or type(exception) is UnicodeError:
        _refuse(exception)
    return ("", exception.end)


def replace_errors(exception):
    count = exception.end - exception.start if isinstance(exception, UnicodeError) else 0
    if isinstance(exception, UnicodeEncodeError):
        return ("?" * count, exception.end)
    if isinstance(exception, UnicodeDecodeError):
        return ("\ufffd", exception.end)
    if isinstance(exception, UnicodeTranslateError):
        return ("\ufffd" * count, exception.end)
    _refuse(exception)


def _through(exception, handler):
    """What a built-in handler makes of the characters."""
    if not isinstance(exception, UnicodeEncodeError):
        _refuse(exception)
    return (exception.object[exception.start:exception.end].encode("ascii", handler).decode("ascii"), exception.end)


def xmlcharrefreplace_errors(exception):
    if not isinstance(exception, UnicodeEncodeError):
        _refuse(exception)
    text = exception.object[exception.start:exception.end]
    return ("".join("&#%d;" % ord(c) for c in text), exception.end)


def backslashreplace_errors(exception):
    if isinstance(exception, UnicodeDecodeError):
        return ("".join("\\x%02x" % b for b in exception.object[exception.start:exception.end]), exception.end)
    if not isinstance(exception, (UnicodeEncodeError, UnicodeTranslateError)):
        _refuse(exception)
    def escape(code):
        return "\\x%02x" % code if code < 256 else "\\u%04x" % code if code < 65536 else "\\U%08x" % code
    return ("".join(escape(ord(c)) for c in exception.object[exception.start:exception.end]), exception.end)


def namereplace_errors(exception):
    return _through(exception, "namereplace")


def _surrogateescape(exception):
    if isinstance(exception, UnicodeEncodeError):
        text = exception.object[exception.start:exception.end]
        if all("\udc80" <= c <= "\udcff" for c in text):
            return (bytes(ord(c) - 0xdc00 for c in text), exception.end)
        raise exception
    if isinstance(exception, UnicodeDecodeError):
        text = ""
        for byte in exception.object[exception.start:min(exception.end, exception.start + 4)]:
            if byte < 128:
                break
            text += chr(0xdc00 + byte)
        if not text:
            raise exception
        return (text, exception.start + len(text))
    _refuse(exception)


def _surrogatepass(exception):
    if isinstance(exception, UnicodeEncodeError):
        text = exception.object[exception.start:exception.end]
        try:
            return (text.encode(exception.encoding, "surrogatepass"), exception.end)
        except UnicodeEncodeError:
            raise exception from None
    if isinstance(exception, UnicodeDecodeError):
        size = {"utf-8": 3, "utf-16": 2, "utf-16-le": 2, "utf-16-be": 2}.get(exception.encoding, 4)
        data = exception.object[exception.start:exception.start + size]
        try:
            return (data.decode(exception.encoding, "surrogatepass"), exception.start + size)
        except (UnicodeDecodeError, LookupError):
            raise exception from None
    _refuse(exception)


_HANDLERS = {"strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors,
             "xmlcharrefreplace": xmlcharrefreplace_errors, "backslashreplace": backslashreplace_errors,
             "namereplace": namereplace_errors, "surrogateescape": _surrogateescape, "surrogatepass": _surrogatepass}


def lookup_error(name, /):
    """The error handler of a name."""
    handler = _registered_error(name)
    if handler is None:
        handler = _HANDLERS.get(name)
    if handler is None:
        raise LookupError("unknown error handler name '%s'" % name)
    return handler


# ---- mappings

def charmap_encode(str, errors="strict", mapping=None, /):
    """Encodes through a mapping from code points to codes, bytes or None."""
    if mapping is None:
        return latin_1_encode(str, errors)
    out = b""
    at = 0
    while at < len(str):
        code = _mapped(mapping, ord(str[at]))
        if code is None:
            end = at + 1
            while end < len(str) and _mapped(mapping, ord(str[end])) is None:
                end += 1
            error = UnicodeEncodeError("charmap", str, at, end, "character maps to <undefined>")
            replacement, at = lookup_error(errors or "strict")(error)
            out += replacement if isinstance(replacement, bytes) else charmap_encode(replacement, "strict", mapping)[0]
            continue
        if isinstance(code, int):
            if not 0 <= code < 256:
                raise TypeError("character mapping must be in range(256)")
            code = bytes((code,))
        elif not isinstance(code, bytes):
            raise TypeError("character mapping must return integer, bytes or None, not %s" % type(code).__name__)
        out += code
        at += 1
    return (out, len(str))


def _mapped(mapping, key):
    try:
        return mapping[key]
    except LookupError:
        return None


def charmap_decode(data, errors="strict", mapping=None, /):
    """Decodes through a mapping from bytes to code points, texts or None."""
    if mapping is None:
        return latin_1_decode(data, errors)
    data = bytes(data)
    out = ""
    at = 0
    while at < len(data):
        char = _mapped(mapping, data[at])
        if isinstance(char, int):
            if not 0 <= char <= 0x10ffff:
                raise TypeError("character mapping must be in range(0x110000)")
            char = chr(char)
        if char is None or char == "\ufffe":
            error = UnicodeDecodeError("charmap", data, at, at + 1, "character maps to <undefined>")
            replacement, at = lookup_error(errors or "strict")(error)
            out += replacement
            continue
        if not isinstance(char, str):
            raise TypeError("character mapping must return integer, None or str")
        out += char
        at += 1
    return (out, len(data))


def charmap_build(map, /):
    """The mapping for encoding that belongs to a table for decoding."""
    return {ord(c): code for code, c in enumerate(map) if c != "\ufffe"}


def escape_encode(data, errors=None, /):
    """The inside of a bytes literal."""
    return (repr(bytes(data) + b'"')[2:-2].encode("ascii"), len(data))


def escape_decode(data, errors=None, /):
    """What the inside of a bytes literal means."""
    if isinstance(data, str):
        data = data.encode()
    return (unicode_escape_decode(data.replace(b"\\u", b"\\\\u").replace(b"\\U", b"\\\\U").replace(b"\\N", b"\\\\N"),
                                  errors)[0].encode("latin-1"), len(data))


def utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /):
    """As `utf_16_decode`, and tells the byte order."""
    if byteorder == 0 and len(data) >= 2:
        byteorder = {BOM_UTF16_LE: -1, BOM_UTF16_BE: 1}.get(bytes(data[:2]), 0)
        decoder = utf_16_decode
    else:
        decoder = {-1: utf_16_le_decode, 1: utf_16_be_decode}.get(byteorder, utf_16_decode)
    return (*decoder(data, errors, final), byteorder)


def utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /):
    """As `utf_32_decode`, and tells the byte order."""
    if byteorder == 0 and len(data) >= 4:
        byteorder = {BOM_UTF32_LE: -1, BOM_UTF32_BE: 1}.get(bytes(data[:4]), 0)
        decoder = utf_32_decode
    else:
        decoder = {-1: utf_32_le_decode, 1: utf_32_be_decode}.get(byteorder, utf_32_decode)
    return (*decoder(data, errors, final), byteorder)


# ---- the built-in codecs

def _from_functions(name, encode, decode, steps=True):
    """A CodecInfo made of a pair of functions; `steps`: the decoder says how much of its input it has understood."""
    class _Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    if steps:
        class _Decoder(BufferedIncrementalDecoder):
            _buffer_decode = staticmethod(decode)
    else:
        class _Decoder(IncrementalDecoder):
            def decode(self, input, final=False):
                return decode(input, self.errors)[0]

    return _info(name, encode, decode, _Encoder, _Decoder)


def _info(name, encode, decode, encoder, decoder, **options):
    def whole(input, errors="strict"):
        return decode(input, errors, True)
    whole.__name__ = whole.__qualname__ = "decode"
    plain = decode if not issubclass(decoder, BufferedIncrementalDecoder) else whole

    class _Writer(StreamWriter):
        pass

    class _Reader(StreamReader):
        pass

    _Writer.encode = staticmethod(encode)
    _Reader.decode = staticmethod(decode)
    encoder.__name__ = encoder.__qualname__ = "IncrementalEncoder"
    decoder.__name__ = decoder.__qualname__ = "IncrementalDecoder"
    _Writer.__name__ = _Writer.__qualname__ = "StreamWriter"
    _Reader.__name__ = _Reader.__qualname__ = "StreamReader"
    return CodecInfo(encode, plain, streamreader=_Reader, streamwriter=_Writer, incrementalencoder=encoder,
                     incrementaldecoder=decoder, name=name, **options)


def _marked(name, mark, encode, encode_on, decode, orders):
    """An encoding with a mark in front: the first piece writes and reads it, the others go on without."""
    class _Encoder(IncrementalEncoder):
        started = False

        def encode(self, input, final=False):
            if self.started:
                return encode_on(input, self.errors)[0]
            self.started = True
            return encode(input, self.errors)[0]

        def reset(self):
            self.started = False

        def getstate(self):
            return 0 if self.started else 2

        def setstate(self, state):
            self.started = not state

    class _Decoder(BufferedIncrementalDecoder):
        order = None

        def _buffer_decode(self, input, errors, final):
            if self.order is not None:
                return self.order(input, errors, final)
            if len(input) < len(mark) and not final and any(m.startswith(bytes(input)) for m in orders if m):
                return ("", 0)
            for start, decoder in orders.items():
                if start and input.startswith(start):
                    self.order = decoder
                    text, used = decoder(input[len(start):], errors, final)
                    return (text, used + len(start))
            if None not in orders:
                if len(input) < len(mark):
                    return decode(input, errors, final)
                raise UnicodeError("%s stream does not start with BOM" % name.upper())
            self.order = orders[None]
            return self.order(input, errors, final)

        def reset(self):
            BufferedIncrementalDecoder.reset(self)
            self.order = None

        def getstate(self):
            number = 0
            if self.order is not None and None not in orders:
                number = list(orders.values()).index(self.order)
            elif None not in orders:
                number = 2
            elif self.order is None:
                number = 1
            return (self.buffer, number)

        def setstate(self, state):
            self.buffer, number = state
            if None in orders:
                self.order = None if number == 1 else orders[None]
            else:
                self.order = None if number == 2 else list(orders.values())[number]

    info = _info(name, encode, decode, _Encoder, _Decoder)

    class _Writer(StreamWriter):
        def __init__(self, stream, errors="strict"):
            StreamWriter.__init__(self, stream, errors)
            self._encoder = _Encoder()

        def encode(self, input, errors="strict"):
            self._encoder.errors = errors
            return (self._encoder.encode(input), len(input))

        def reset(self):
            self._encoder.reset()

    class _Reader(StreamReader):
        def __init__(self, stream, errors="strict"):
            StreamReader.__init__(self, stream, errors)
            self._decoder = _Decoder()

        def decode(self, input, errors="strict"):
            return self._decoder._buffer_decode(input, errors, False)

        def reset(self):
            StreamReader.reset(self)
            self._decoder.reset()

    _Writer.__name__ = _Writer.__qualname__ = "StreamWriter"
    _Reader.__name__ = _Reader.__qualname__ = "StreamReader"
    return CodecInfo(info.encode, info.decode, _Reader, _Writer, _Encoder, _Decoder, name)


def _sig_encode(input, errors="strict"):
    return (BOM_UTF8 + utf_8_encode(input, errors)[0], len(input))


def _sig_decode(input, errors="strict", final=False):
    skipped = 3 if bytes(input[:3]) == BOM_UTF8 else 0
    text, used = utf_8_decode(input[skipped:], errors, final)
    return (text, used + skipped)


def _page(name):
    def encode(input, errors="strict"):
        return _page_encode(name, input, errors)

    def decode(input, errors="strict", final=True):
        return _page_decode(name, input, errors)

    return _from_functions(name, encode, decode, steps=False)


# ---- codecs that do not map text to bytes

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ROTATED = str.maketrans(_LETTERS, _LETTERS[13:26] + _LETTERS[:13] + _LETTERS[39:] + _LETTERS[26:39])


def _rot13(input, errors="strict"):
    return (str.translate(input, _ROTATED), len(input))


def _transform(name, encode, decode, **options):
    class _Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class _Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)[0]

    return _info(name, encode, decode, _Encoder, _Decoder, _is_text_encoding=False)


def _hex():
    import binascii

    def encode(input, errors="strict"):
        return (binascii.b2a_hex(input), len(input))

    def decode(input, errors="strict"):
        return (binascii.a2b_hex(input), len(input))

    return _transform("hex", encode, decode)


def _base64():
    import binascii

    def encode(input, errors="strict"):
        view = memoryview(input).tobytes()
        lines = [binascii.b2a_base64(view[at:at + 57]) for at in range(0, len(view), 57)]
        return (b"".join(lines), len(view))

    def decode(input, errors="strict"):
        return (binascii.a2b_base64(input), len(input))

    return _transform("base64", encode, decode)


def _search(name):
    """The built-in codecs, as the first search function."""
    if name in ("rot13", "rot_13"):
        return _transform("rot13", _rot13, _rot13)
    if name in ("hex", "hex_codec"):
        return _hex()
    if name in ("base64", "base_64", "base64_codec"):
        return _base64()
    known = _text_name(name)
    if known is None:
        return None
    if known == "utf-8-sig":
        return _marked(known, BOM_UTF8, _sig_encode, utf_8_encode, _sig_decode,
                       {BOM_UTF8: utf_8_decode, None: utf_8_decode})
    if known == "utf-16":
        return _marked(known, BOM_UTF16, utf_16_encode, utf_16_le_encode, utf_16_decode,
                       {BOM_UTF16_LE: utf_16_le_decode, BOM_UTF16_BE: utf_16_be_decode})
    if known == "utf-32":
        return _marked(known, BOM_UTF32, utf_32_encode, utf_32_le_encode, utf_32_decode,
                       {BOM_UTF32_LE: utf_32_le_decode, BOM_UTF32_BE: utf_32_be_decode})
    function = known.replace("-", "_").replace("iso8859_1", "latin_1") if known == "iso8859-1" else known.replace("-", "_")
    encode = globals().get(function + "_encode")
    if encode is None:
        return _page(known)
    return _from_functions(known, encode, globals()[function + "_decode"], steps=function not in ("ascii", "latin_1"))


register(_search)
