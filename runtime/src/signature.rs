//! Signatures of native functions, read from their text at compile time.

/// Most parameters that a bound signature may have.
const MAX: usize = 20;

/// How a parameter may be passed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Before a `/`.
    PositionalOnly,
    /// By position or by name.
    Either,
    /// After a `*`.
    KeywordOnly,
}

/// One parameter; the name is a range of the signature's text.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    start: u16,
    end: u16,
    pub kind: Kind,
    /// Has a default in the text.
    pub optional: bool,
}

/// The parameters of a signature text such as `sort(self, /, *, key=None, reverse=False)`.
#[derive(Clone, Copy, Debug)]
pub struct Signature {
    params: [Param; MAX],
    len: u8,
    /// Parameters that a positional argument can fill, `self` included.
    positional: u8,
    /// Parameters without a default, `self` included; too many for any call if a keyword-only one is among them.
    required: u8,
}

const EMPTY: Param = Param { start: 0, end: 0, kind: Kind::Either, optional: false };

impl Signature {
    /// Reads the text. `*args` and `**kwargs` are no parameters here: such functions take raw arguments.
    ///
    /// # Panics
    /// At compile time, if there are too many parameters.
    pub const fn parse(text: &str) -> Signature {
        let bytes = text.as_bytes();
        let mut signature = Signature { params: [EMPTY; MAX], len: 0, positional: 0, required: 0 };
        let mut at = skip_to(bytes, 0, b'(');
        if at == bytes.len() {
            return signature;
        }
        at += 1;
        let mut kind = Kind::Either;
        while at < bytes.len() && bytes[at] != b')' {
            let end = end_of_param(bytes, at);
            let start = skip_spaces(bytes, at);
            if start < end {
                match bytes[start] {
                    b'/' => signature.make_positional_only(),
                    b'*' => kind = Kind::KeywordOnly,
                    _ => signature.push(read_param(bytes, start, end, kind)),
                }
            }
            at = end + 1;
            if end < bytes.len() && bytes[end] == b')' {
                break;
            }
        }
        signature
    }

    const fn push(&mut self, param: Param) {
        assert!((self.len as usize) < MAX, "too many parameters");
        self.params[self.len as usize] = param;
        self.len += 1;
        let named = matches!(param.kind, Kind::KeywordOnly);
        if !named {
            self.positional += 1;
        }
        if !param.optional && self.required < u8::MAX {
            self.required = if named { u8::MAX } else { self.required + 1 };
        }
    }

    const fn make_positional_only(&mut self) {
        let mut i = 0;
        while i < self.len as usize {
            self.params[i].kind = Kind::PositionalOnly;
            i += 1;
        }
    }

    /// Whether so many arguments by position, `self` included, and no others are all that a call needs.
    #[inline]
    pub const fn fits(&self, count: usize) -> bool {
        count >= self.required as usize && count <= self.positional as usize
    }

    /// All parameters, `self` included.
    pub fn params(&self) -> &[Param] {
        &self.params[..self.len as usize]
    }
}

impl Param {
    /// The name, out of the text that the signature was parsed from.
    pub fn name<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start as usize..self.end as usize]
    }
}

const fn skip_to(bytes: &[u8], mut at: usize, wanted: u8) -> usize {
    while at < bytes.len() && bytes[at] != wanted {
        at += 1;
    }
    at
}

const fn skip_spaces(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] == b' ' {
        at += 1;
    }
    at
}

/// The comma or parenthesis that ends the parameter; brackets and quotes in defaults nest.
const fn end_of_param(bytes: &[u8], mut at: usize) -> usize {
    let mut depth = 0;
    let mut quote = 0;
    while at < bytes.len() {
        let b = bytes[at];
        if quote != 0 {
            if b == quote {
                quote = 0;
            }
        } else if b == b'\'' || b == b'"' {
            quote = b;
        } else if b == b'(' || b == b'[' || b == b'{' {
            depth += 1;
        } else if depth > 0 && (b == b')' || b == b']' || b == b'}') {
            depth -= 1;
        } else if depth == 0 && (b == b',' || b == b')') {
            return at;
        }
        at += 1;
    }
    at
}

const fn read_param(bytes: &[u8], start: usize, end: usize, kind: Kind) -> Param {
    let mut stop = start;
    while stop < end && (bytes[stop].is_ascii_alphanumeric() || bytes[stop] == b'_') {
        stop += 1;
    }
    let default = skip_spaces(bytes, stop);
    let optional = default < end && bytes[default] == b'=';
    Param { start: start as u16, end: stop as u16, kind, optional }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_defaults() {
        const TEXT: &str = "f(self, a, /, b=(1, 'x,)'), *, key=None)";
        let s = const { Signature::parse(TEXT) };
        let seen: Vec<_> = s.params().iter().map(|p| (p.name(TEXT), p.kind, p.optional)).collect();
        assert_eq!(
            seen,
            [
                ("self", Kind::PositionalOnly, false),
                ("a", Kind::PositionalOnly, false),
                ("b", Kind::Either, true),
                ("key", Kind::KeywordOnly, true),
            ]
        );
    }
}
