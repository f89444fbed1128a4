"""Streams: files, and texts and bytes in memory that behave like files."""

import abc

import _io
from _io import (
    DEFAULT_BUFFER_SIZE, BlockingIOError, UnsupportedOperation, open, open_code, text_encoding, FileIO, BytesIO,
    StringIO, BufferedReader, BufferedWriter, BufferedRandom, TextIOWrapper,
)

__all__ = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase",
    "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper",
    "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "text_encoding", "DEFAULT_BUFFER_SIZE",
    "IncrementalNewlineDecoder",
]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class IOBase(_io._IOBase, metaclass=abc.ABCMeta):
    pass


class RawIOBase(_io._RawIOBase, IOBase):
    pass


class BufferedIOBase(_io._BufferedIOBase, IOBase):
    pass


class TextIOBase(_io._TextIOBase, IOBase):
    pass


class BufferedRWPair(_io._BufferedIOBase):
    """A stream to read from and one to write to, as one."""

    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        if not reader.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        if not writer.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self._reader = BufferedReader(reader, buffer_size)
        self._writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self._reader.read(size)

    def read1(self, size=-1, /):
        return self._reader.read1(size)

    def readinto(self, buffer, /):
        return self._reader.readinto(buffer)

    def readinto1(self, buffer, /):
        return self._reader.readinto1(buffer)

    def peek(self, size=0, /):
        return self._reader.peek(size)

    def write(self, data, /):
        return self._writer.write(data)

    def flush(self):
        return self._writer.flush()

    def readable(self):
        return self._reader.readable()

    def writable(self):
        return self._writer.writable()

    def isatty(self):
        return self._writer.isatty() or self._reader.isatty()

    def close(self):
        try:
            self._writer.close()
        finally:
            self._reader.close()

    @property
    def closed(self):
        return self._writer.closed


class IncrementalNewlineDecoder:
    """Makes newlines of all line ends in what another decoder answers."""

    __module__ = "_io"

    def __init__(self, decoder, translate, errors="strict"):
        self._decoder = decoder
        self._translate = translate
        self.errors = errors
        self._return = False
        self._seen = set()

    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final=final)
        if self._return and (text or final):
            text = "\r" + text
            self._return = False
        # A return at the end may be the first half of a line end.
        if text.endswith("\r") and not final:
            text = text[:-1]
            self._return = True
        pairs = text.count("\r\n")
        for end, count in (("\r\n", pairs), ("\r", text.count("\r") - pairs), ("\n", text.count("\n") - pairs)):
            if count:
                self._seen.add(end)
        return text.replace("\r\n", "\n").replace("\r", "\n") if self._translate else text

    def getstate(self):
        data, flag = (b"", 0) if self._decoder is None else self._decoder.getstate()
        return data, flag << 1 | self._return

    def setstate(self, state):
        data, flag = state
        self._return = bool(flag & 1)
        if self._decoder is not None:
            self._decoder.setstate((data, flag >> 1))

    def reset(self):
        self._seen.clear()
        self._return = False
        if self._decoder is not None:
            self._decoder.reset()

    @property
    def newlines(self):
        seen = tuple(end for end in ("\r", "\n", "\r\n") if end in self._seen)
        return seen if len(seen) > 1 else seen[0] if seen else None


RawIOBase.register(FileIO)
for _class in (BytesIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair):
    BufferedIOBase.register(_class)
for _class in (StringIO, TextIOWrapper):
    TextIOBase.register(_class)
del _class
