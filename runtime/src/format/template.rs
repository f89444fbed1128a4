//! The `{}` template language of `str.format`: literal text, fields, and the path inside a field name.

use super::Fault;
use crate::text::{char_at, slice, units_len};
use crate::unicode::decimal_value;
use gc::Units;

const OPEN: u32 = b'{' as u32;
const CLOSE: u32 = b'}' as u32;

/// A piece of a template: literal text (maybe empty), then a field (or none, at a doubled brace or the end).
#[derive(Clone, Copy, Debug)]
pub struct Chunk<'a> {
    pub literal: Units<'a>,
    pub field: Option<Field<'a>>,
}

/// `{name!conversion:spec}`.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    pub name: Units<'a>,
    pub conversion: Option<u32>,
    pub spec: Units<'a>,
    /// The spec holds fields itself.
    pub nested: bool,
}

/// Iterator over the chunks of a template.
#[derive(Clone, Debug)]
pub struct Chunks<'a> {
    text: Units<'a>,
    at: usize,
}

impl<'a> Chunks<'a> {
    pub fn new(text: Units<'a>) -> Chunks<'a> {
        Chunks { text, at: 0 }
    }

    fn next_char(&mut self) -> Option<u32> {
        let c = self.peek()?;
        self.at += 1;
        Some(c)
    }

    fn peek(&self) -> Option<u32> {
        (self.at < units_len(self.text)).then(|| char_at(self.text, self.at))
    }

    fn chunk(&mut self) -> Result<Chunk<'a>, Fault> {
        let start = self.at;
        if let Units::U1(text) = self.text {
            let rest = &text[start..];
            self.at += rest.iter().position(|byte| matches!(byte, b'{' | b'}')).unwrap_or(rest.len());
        }
        let brace = loop {
            match self.next_char() {
                Some(c @ (OPEN | CLOSE)) => break c,
                Some(_) => {}
                None => return Ok(Chunk { literal: slice(self.text, start, self.at), field: None }),
            }
        };
        if self.peek() == Some(brace) {
            let literal = slice(self.text, start, self.at);
            self.at += 1;
            return Ok(Chunk { literal, field: None });
        }
        if brace == CLOSE {
            return Err(Fault::value("Single '}' encountered in format string"));
        }
        if self.peek().is_none() {
            return Err(Fault::value("Single '{' encountered in format string"));
        }
        let literal = slice(self.text, start, self.at - 1);
        Ok(Chunk { literal, field: Some(self.field()?) })
    }

    /// What stands between the braces; the opening one is behind us.
    fn field(&mut self) -> Result<Field<'a>, Fault> {
        let start = self.at;
        let end = self.end_of_name()?;
        let mut field = Field {
            name: slice(self.text, start, self.at - usize::from(end.is_some())),
            conversion: None,
            spec: slice(self.text, 0, 0),
            nested: false,
        };
        match end {
            Some(CLOSE) => return Ok(field),
            Some(0x21) => {
                let Some(conversion) = self.next_char() else {
                    return Err(Fault::value("end of string while looking for conversion specifier"));
                };
                field.conversion = Some(conversion);
                match self.next_char() {
                    Some(CLOSE) => return Ok(field),
                    Some(0x3a) | None => {}
                    Some(_) => return Err(Fault::value("expected ':' after conversion specifier")),
                }
            }
            Some(_) => {}
            None => return Err(Fault::value("expected '}' before end of string")),
        }
        self.spec(&mut field)?;
        Ok(field)
    }

    /// Steps behind the character that ends the name; brackets hide such characters.
    fn end_of_name(&mut self) -> Result<Option<u32>, Fault> {
        while let Some(c) = self.next_char() {
            match c {
                OPEN => return Err(Fault::value("unexpected '{' in field name")),
                0x5b => {
                    while self.peek().is_some_and(|c| c != u32::from(b']')) {
                        self.at += 1;
                    }
                }
                CLOSE | 0x3a | 0x21 => return Ok(Some(c)),
                _ => {}
            }
        }
        Ok(None)
    }

    fn spec(&mut self, field: &mut Field<'a>) -> Result<(), Fault> {
        let start = self.at;
        let mut depth = 1;
        while let Some(c) = self.next_char() {
            match c {
                OPEN => {
                    field.nested = true;
                    depth += 1;
                }
                CLOSE => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                field.spec = slice(self.text, start, self.at - 1);
                return Ok(());
            }
        }
        Err(Fault::value("unmatched '{' in format spec"))
    }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Result<Chunk<'a>, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        self.peek().is_some().then(|| self.chunk())
    }
}

/// A step from an object to what a field name means: `.name`, `[key]`, `[0]`.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    Attribute(Units<'a>),
    Key(Units<'a>),
    Index(usize),
}

/// The first part of a field name: an argument's name, its number, or nothing.
#[derive(Clone, Copy, Debug)]
pub enum First<'a> {
    Empty,
    Number(usize),
    Name(Units<'a>),
}

/// Splits `first.name[key]` into its first part and the steps behind it.
pub fn split_name(name: Units<'_>) -> Result<(First<'_>, Steps<'_>), Fault> {
    let end = (0..units_len(name)).find(|i| matches!(char_at(name, *i), 0x2e | 0x5b)).unwrap_or(units_len(name));
    let first = slice(name, 0, end);
    let first = match as_number(first)? {
        _ if end == 0 => First::Empty,
        Some(number) => First::Number(number),
        None => First::Name(first),
    };
    Ok((first, Steps { name, at: end }))
}

/// Iterator over the steps of a field name.
#[derive(Clone, Debug)]
pub struct Steps<'a> {
    name: Units<'a>,
    at: usize,
}

impl<'a> Steps<'a> {
    fn step(&mut self) -> Result<Step<'a>, Fault> {
        let opener = char_at(self.name, self.at);
        let start = self.at + 1;
        let find = |stop: fn(u32) -> bool| (start..units_len(self.name)).find(|i| stop(char_at(self.name, *i)));
        let (end, next) = match opener {
            0x2e => {
                let end = find(|c| matches!(c, 0x2e | 0x5b)).unwrap_or(units_len(self.name));
                (end, end)
            }
            0x5b => {
                let end = find(|c| c == u32::from(b']')).ok_or_else(|| Fault::value("Missing ']' in format string"))?;
                (end, end + 1)
            }
            _ => return Err(Fault::value("Only '.' or '[' may follow ']' in format field specifier")),
        };
        self.at = next;
        let part = slice(self.name, start, end);
        if units_len(part) == 0 {
            return Err(Fault::value("Empty attribute in format string"));
        }
        if opener == 0x2e {
            return Ok(Step::Attribute(part));
        }
        Ok(as_number(part)?.map_or(Step::Key(part), Step::Index))
    }
}

impl<'a> Iterator for Steps<'a> {
    type Item = Result<Step<'a>, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        (self.at < units_len(self.name)).then(|| self.step())
    }
}

/// The value if all characters are digits.
fn as_number(text: Units<'_>) -> Result<Option<usize>, Fault> {
    let mut value = None;
    for c in crate::text::chars(text) {
        let Some(digit) = decimal_value(c) else { return Ok(None) };
        let next = value.unwrap_or(0usize).checked_mul(10).and_then(|v| v.checked_add(digit as usize));
        let next = next.filter(|v| isize::try_from(*v).is_ok());
        value = Some(next.ok_or_else(|| Fault::value("Too many decimal digits in format string"))?);
    }
    Ok(value)
}

/// Whether fields are numbered by themselves (`{}`) or by hand (`{0}`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbering {
    #[default]
    Unknown,
    Automatic(usize),
    Manual,
}

impl Numbering {
    /// The number of the next `{}`.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Result<usize, Fault> {
        let number = match *self {
            Numbering::Unknown => 0,
            Numbering::Automatic(n) => n,
            Numbering::Manual => {
                return Err(Fault::value("cannot switch from manual field specification to automatic field numbering"));
            }
        };
        *self = Numbering::Automatic(number + 1);
        Ok(number)
    }

    /// A field with a number of its own.
    pub fn manual(&mut self) -> Result<(), Fault> {
        if let Numbering::Automatic(_) = self {
            return Err(Fault::value("cannot switch from automatic field numbering to manual field specification"));
        }
        *self = Numbering::Manual;
        Ok(())
    }
}
