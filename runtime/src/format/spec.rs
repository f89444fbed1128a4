//! The format-spec mini language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

use super::Fault;
use crate::text::{char_at, units_len};
use crate::vm::make::has_room;
use gc::Units;

/// Wider fields are a MemoryError: Rust would abort where CPython's allocation fails.
const MOST_WIDTH: usize = 1 << 31;

/// A parsed format spec.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spec {
    pub fill: u32,
    /// `<`, `>`, `=` or `^`.
    pub align: u8,
    /// `+`, `-` or space; 0 when not given.
    pub sign: u8,
    /// `z`
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    pub width: usize,
    /// `,` or `_`; 0 when not given.
    pub grouping: u8,
    pub precision: Option<usize>,
    /// The type character; the default one when not given.
    pub kind: u32,
}

/// Reads a spec from left to right.
struct Reader<'a> {
    text: Units<'a>,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<u32> {
        let at = self.at + ahead;
        (at < units_len(self.text)).then(|| char_at(self.text, at))
    }

    fn eat(&mut self, wanted: u8) -> bool {
        let hit = self.peek(0) == Some(wanted.into());
        self.at += usize::from(hit);
        hit
    }

    /// One of the given ASCII characters.
    fn eat_any(&mut self, wanted: &[u8]) -> Option<u8> {
        wanted.iter().copied().find(|w| self.eat(*w))
    }

    /// A decimal number; digits of any script count.
    fn number(&mut self) -> Result<Option<usize>, Fault> {
        let mut value = None;
        while let Some(digit) = self.peek(0).and_then(crate::unicode::decimal_value) {
            let next = value.unwrap_or(0usize).checked_mul(10).and_then(|v| v.checked_add(digit as usize));
            value = Some(next.filter(|v| isize::try_from(*v).is_ok()).ok_or_else(too_many_digits)?);
            self.at += 1;
        }
        Ok(value)
    }
}

fn as_align(code: Option<u32>) -> Option<u8> {
    code.and_then(|c| u8::try_from(c).ok()).filter(|c| b"<>=^".contains(c))
}

impl Spec {
    /// Parses; `owner` is the name of the formatted object's type, for the error.
    pub fn parse(text: Units<'_>, default_kind: u8, default_align: u8, owner: &str) -> Result<Spec, Fault> {
        let mut reader = Reader { text, at: 0 };
        let mut spec = Spec::plain(default_kind, default_align);
        let (fill_given, align_given) = spec.read_align(&mut reader);
        spec.sign = reader.eat_any(b"+- ").unwrap_or(0);
        spec.no_negative_zero = reader.eat(b'z');
        spec.alternate = reader.eat(b'#');
        if !fill_given && reader.eat(b'0') {
            spec.fill = b'0'.into();
            if !align_given && default_align == b'>' {
                spec.align = b'=';
            }
        }
        spec.width = reader.number()?.unwrap_or(0);
        if spec.width > MOST_WIDTH || !has_room(spec.width) {
            return Err(Fault { kind: crate::error::Exc::MemoryError, text: String::new() });
        }
        spec.read_grouping(&mut reader)?;
        if reader.eat(b'.') {
            spec.precision = Some(reader.number()?.ok_or_else(|| Fault::value("Format specifier missing precision"))?);
        }
        match units_len(text) - reader.at {
            0 => {}
            1 => spec.kind = char_at(text, reader.at),
            _ => {
                let shown = crate::text::units_to_string(text);
                return Err(Fault::value(format!("Invalid format specifier '{shown}' for object of type '{owner}'")));
            }
        }
        spec.check_grouping()?;
        Ok(spec)
    }

    /// The empty spec.
    pub const fn plain(kind: u8, align: u8) -> Spec {
        Spec {
            fill: b' ' as u32,
            align,
            sign: 0,
            no_negative_zero: false,
            alternate: false,
            width: 0,
            grouping: 0,
            precision: None,
            kind: kind as u32,
        }
    }

    /// Whether a fill and an alignment stood there.
    fn read_align(&mut self, reader: &mut Reader<'_>) -> (bool, bool) {
        if let (Some(fill), Some(align)) = (reader.peek(0), as_align(reader.peek(1))) {
            (self.fill, self.align) = (fill, align);
            reader.at += 2;
            return (true, true);
        }
        match as_align(reader.peek(0)) {
            Some(align) => {
                self.align = align;
                reader.at += 1;
                (false, true)
            }
            None => (false, false),
        }
    }

    fn read_grouping(&mut self, reader: &mut Reader<'_>) -> Result<(), Fault> {
        if reader.eat(b',') {
            self.grouping = b',';
        }
        if reader.eat(b'_') {
            if self.grouping != 0 {
                return Err(both_separators());
            }
            self.grouping = b'_';
        }
        if self.grouping == b'_' && reader.eat(b',') {
            return Err(both_separators());
        }
        Ok(())
    }

    fn check_grouping(&self) -> Result<(), Fault> {
        let kind = u8::try_from(self.kind).unwrap_or(b'?');
        let fits = matches!(kind, 0 | b'd' | b'e' | b'f' | b'g' | b'E' | b'F' | b'G' | b'%')
            || self.grouping == b'_' && matches!(kind, b'b' | b'o' | b'x' | b'X');
        if self.grouping == 0 || fits && self.kind < 0x80 {
            return Ok(());
        }
        let separator = char::from(self.grouping);
        Err(Fault::value(match self.kind {
            33..=127 => format!("Cannot specify '{separator}' with '{}'.", char::from(kind)),
            code => format!("Cannot specify '{separator}' with '\\x{code:x}'."),
        }))
    }

    /// The type as an ASCII character, if it is one.
    pub fn ascii_kind(&self) -> u8 {
        if self.kind < 0x80 { self.kind as u8 } else { 0xff }
    }

    /// The error for a type character that the formatted object does not know.
    #[cold]
    pub fn unknown_kind(&self, owner: &str) -> Fault {
        Fault::value(match self.kind {
            33..=127 => format!("Unknown format code '{}' for object of type '{owner}'", char::from(self.kind as u8)),
            code => format!("Unknown format code '\\x{code:x}' for object of type '{owner}'"),
        })
    }

    /// Left and right padding for a text of `len` characters.
    pub fn padding(&self, len: usize) -> (usize, usize) {
        let total = self.width.saturating_sub(len);
        match self.align {
            b'>' => (total, 0),
            b'^' => (total / 2, total - total / 2),
            _ => (0, total),
        }
    }
}

#[cold]
fn too_many_digits() -> Fault {
    Fault::value("Too many decimal digits in format string")
}

#[cold]
fn both_separators() -> Fault {
    Fault::value("Cannot specify both ',' and '_'.")
}
