"""Lines as a shell splits and quotes them."""

import os
import re
import sys
from collections import deque
from io import StringIO

__all__ = ["shlex", "split", "quote", "join"]


class shlex:
    """Words of a text, by the rules of a simple shell."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        self.instream = StringIO(instream) if isinstance(instream, str) else sys.stdin if instream is None else instream
        self.infile = infile if instream is not None else None
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.state = " "
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self.filestack = deque()
        self.source = None
        self._punctuation_chars = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
        if self._punctuation_chars:
            self._pushback_chars = deque()
            self.wordchars += "~-./*?="
            self.wordchars = self.wordchars.translate(str.maketrans(dict.fromkeys(self._punctuation_chars)))

    punctuation_chars = property(lambda self: self._punctuation_chars)

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def get_token(self):
        if self.pushback:
            return self.pushback.popleft()
        return self.read_token()

    def _next_char(self):
        if self._punctuation_chars and self._pushback_chars:
            return self._pushback_chars.pop()
        return self.instream.read(1)

    def read_token(self):
        quoted, escaped_from = False, " "
        while True:
            char = self._next_char()
            if char == "\n":
                self.lineno += 1
            if self.state is None:
                self.token = ""
                break
            if self.state == " ":
                if not char:
                    self.state = None
                    break
                if self._begin(char):
                    break
                if self.state == "end":
                    self.state = " "
                    break
                if self.state in self.escape and self.state != " " and self.posix:
                    escaped_from = "a"
            elif self.state in self.quotes:
                quoted = True
                if not char:
                    raise ValueError("No closing quotation")
                if char == self.state:
                    if self.posix:
                        self.state = "a"
                    else:
                        self.token += char
                        self.state = " "
                        break
                elif self.posix and char in self.escape and self.state in self.escapedquotes:
                    escaped_from, self.state = self.state, char
                else:
                    self.token += char
            elif self.state in self.escape:
                if not char:
                    raise ValueError("No escaped character")
                # Inside of quotes a backslash stands for itself, except before the quote and itself.
                if escaped_from in self.quotes and char != self.state and char != escaped_from:
                    self.token += self.state
                self.token += char
                self.state = escaped_from
            elif self.state in ("a", "c"):
                done, quoted, escaped_from = self._within(char, quoted, escaped_from)
                if done:
                    break
        result, self.token = self.token, ""
        if self.posix and not quoted and result == "":
            result = None
        return result

    def _begin(self, char):
        # The first character of a token; True: nothing more is to be read.
        if char in self.whitespace:
            return bool(self.token)
        if char in self.commenters:
            self.instream.readline()
            self.lineno += 1
        elif self.posix and char in self.escape:
            self.state = char
        elif char in self.wordchars:
            self.token, self.state = char, "a"
        elif char in self._punctuation_chars:
            self.token, self.state = char, "c"
        elif char in self.quotes:
            if not self.posix:
                self.token = char
            self.state = char
        elif self.whitespace_split:
            self.token, self.state = char, "a"
        else:
            self.token = char
            return True
        return False

    def _within(self, char, quoted, escaped_from):
        # A further character of a word or of punctuation; whether the token is done.
        full = bool(self.token) or self.posix and quoted
        if not char:
            self.state = None
            return True, quoted, escaped_from
        if char in self.whitespace:
            self.state = " "
            return full, quoted, escaped_from
        if char in self.commenters:
            self.instream.readline()
            self.lineno += 1
            if self.posix:
                self.state = " "
                return full, quoted, escaped_from
            return False, quoted, escaped_from
        if self.state == "c":
            if char in self._punctuation_chars:
                self.token += char
                return False, quoted, escaped_from
            self._pushback_chars.append(char)
            self.state = " "
            return True, quoted, escaped_from
        if self.posix and char in self.quotes:
            self.state = char
        elif self.posix and char in self.escape:
            escaped_from, self.state = "a", char
        elif char in self.wordchars or char in self.quotes \
                or self.whitespace_split and char not in self._punctuation_chars:
            self.token += char
        else:
            if self._punctuation_chars:
                self._pushback_chars.append(char)
            else:
                self.pushback.appendleft(char)
            self.state = " "
            return full, quoted, escaped_from
        return False, quoted, escaped_from

    def error_leader(self, infile=None, lineno=None):
        return '"%s", line %d: ' % (self.infile if infile is None else infile, self.lineno if lineno is None else lineno)

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    if s is None:
        import warnings

        warnings.warn("Passing None for 's' to shlex.split() is deprecated.", DeprecationWarning, stacklevel=2)
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ""
    return list(lexer)


def join(split_command):
    return " ".join(quote(arg) for arg in split_command)


_unsafe = re.compile(r"[^\w@%+=:,./-]", re.ASCII).search


def quote(s):
    if not s:
        return "''"
    if _unsafe(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
