//! The text of a pattern while it is read: characters with an escape as one, and errors that know their place.

/// What is wrong with a pattern: the message, and where.
#[derive(Debug)]
pub struct Fault {
    pub text: String,
    pub at: Option<usize>,
    pub kind: Kind,
}

/// Which exception a fault becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Pattern,
    Value,
    Overflow,
    Recursion,
    /// Not an error: `(?x)` was met, and all must be read again as verbose.
    Verbose,
}

pub type Read<T> = Result<T, Fault>;

/// The reader. `\` and the character behind it are one token.
pub struct Source<'a> {
    pub chars: &'a [u32],
    pub is_text: bool,
    at: usize,
}

impl<'a> Source<'a> {
    pub fn new(chars: &'a [u32], is_text: bool) -> Source<'a> {
        Source { chars, is_text, at: 0 }
    }

    /// Where the next token begins.
    pub fn tell(&self) -> usize {
        self.at
    }

    pub fn seek(&mut self, at: usize) {
        self.at = at;
    }

    /// The next token: its character, or 0 and the escaped character.
    pub fn peek(&self) -> Read<Option<Token>> {
        match self.chars.get(self.at) {
            None => Ok(None),
            Some(0x5c) => match self.chars.get(self.at + 1) {
                Some(c) => Ok(Some(Token::Escape(*c))),
                None => Err(self.fault_at("bad escape (end of pattern)", self.chars.len() - 1)),
            },
            Some(c) => Ok(Some(Token::Char(*c))),
        }
    }

    pub fn next(&mut self) -> Read<Option<Token>> {
        let token = self.peek()?;
        self.at += match token {
            None => 0,
            Some(Token::Char(_)) => 1,
            Some(Token::Escape(_)) => 2,
        };
        Ok(token)
    }

    /// Whether the next token is this character, which is then behind us.
    pub fn eat(&mut self, wanted: char) -> Read<bool> {
        let hit = self.peek()? == Some(Token::Char(wanted.into()));
        self.at += usize::from(hit);
        Ok(hit)
    }

    /// At most `most` characters that `fits`.
    pub fn take_while(&mut self, most: usize, fits: impl Fn(char) -> bool) -> String {
        let start = self.at;
        while self.at - start < most && self.chars.get(self.at).and_then(|c| char::from_u32(*c)).is_some_and(&fits) {
            self.at += 1;
        }
        shown(&self.chars[start..self.at])
    }

    /// The characters up to a terminator, which is then behind us.
    pub fn until(&mut self, terminator: char, name: &str) -> Read<Vec<u32>> {
        let mut found = Vec::new();
        loop {
            match self.next()? {
                None if found.is_empty() => return Err(self.fault(format!("missing {name}"), 0)),
                None => return Err(self.fault(format!("missing {terminator}, unterminated name"), found.len())),
                Some(Token::Char(c)) if c == u32::from(terminator) => {
                    if found.is_empty() {
                        return Err(self.fault(format!("missing {name}"), 1));
                    }
                    return Ok(found);
                }
                Some(Token::Char(c)) => found.push(c),
                Some(Token::Escape(c)) => found.extend([0x5c, c]),
            }
        }
    }

    /// A fault so many characters before the next token.
    pub fn fault(&self, text: impl Into<String>, back: usize) -> Fault {
        self.fault_at(text, self.at.saturating_sub(back))
    }

    pub fn fault_at(&self, text: impl Into<String>, at: usize) -> Fault {
        Fault { text: text.into(), at: Some(at), kind: Kind::Pattern }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    Char(u32),
    Escape(u32),
}

impl Token {
    /// As it was written.
    pub fn shown(self) -> String {
        match self {
            Token::Char(c) => shown(&[c]),
            Token::Escape(c) => shown(&[0x5c, c]),
        }
    }
    pub fn len(self) -> usize {
        if matches!(self, Token::Char(_)) { 1 } else { 2 }
    }
}

/// Characters as a Rust string.
pub fn shown(chars: &[u32]) -> String {
    chars.iter().map(|c| char::from_u32(*c).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
