//! Escapes of patterns: `\d`, `\x41`, `\1`, `\.`, inside a set and outside.

use super::parse::Parser;
use super::source::{Fault, Read, shown};
use super::tree::{At, Category, Member, Node};

/// The character of a simple escape.
fn simple(c: char) -> Option<char> {
    Some(match c {
        'a' => '\x07',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\x0b',
        '\\' => '\\',
        _ => return None,
    })
}

fn category(c: char) -> Option<Category> {
    let kind = c.to_ascii_lowercase();
    matches!(kind, 'd' | 's' | 'w').then_some(Category { kind: kind as u8, negated: c.is_ascii_uppercase() })
}

fn as_char(c: u32) -> char {
    char::from_u32(c).unwrap_or('\0')
}

/// An escape outside of sets; `\` and `c` are behind us.
pub fn outside(parser: &mut Parser<'_>, c: u32, flags: i64) -> Read<Node> {
    let letter = as_char(c);
    let place = match letter {
        'A' => Some(At::TextStart),
        'Z' => Some(At::TextEnd),
        'b' => Some(At::Boundary),
        'B' => Some(At::NoBoundary),
        _ => None,
    };
    if let Some(place) = place {
        return Ok(Node::At(place, flags));
    }
    if let Some(category) = category(letter) {
        return Ok(Node::Set { members: vec![Member::Category(category)], negated: false, flags });
    }
    match letter {
        '0' => {
            let digits = parser.source.take_while(2, |c| ('0'..='7').contains(&c));
            Ok(Node::Char(u32::from_str_radix(&format!("0{digits}"), 8).unwrap_or(0), flags))
        }
        '1'..='9' => number(parser, letter, flags),
        _ => Ok(Node::Char(character(parser, c)?, flags)),
    }
}

/// `\12`: a group, or three octal digits.
fn number(parser: &mut Parser<'_>, first: char, flags: i64) -> Read<Node> {
    let octal = |c: char| ('0'..='7').contains(&c);
    let mut digits = first.to_string();
    if parser.digit_follows() {
        digits += &parser.source.take_while(1, |c| c.is_ascii_digit());
        if digits.chars().all(octal) {
            let third = parser.source.take_while(1, octal);
            if !third.is_empty() {
                digits += &third;
                return octal_char(parser, &digits).map(|c| Node::Char(c, flags));
            }
        }
    }
    let group: usize = digits.parse().unwrap_or(usize::MAX);
    if group < parser.group_count() {
        parser.check_reference(group, digits.len() + 1)?;
        return Ok(Node::Reference(group, flags));
    }
    Err(parser.source.fault(format!("invalid group reference {group}"), digits.len()))
}

fn octal_char(parser: &Parser<'_>, digits: &str) -> Read<u32> {
    let value = u32::from_str_radix(digits, 8).unwrap_or(u32::MAX);
    if value <= 0o377 {
        return Ok(value);
    }
    let text = format!("octal escape value \\{digits} outside of range 0-0o377");
    Err(parser.source.fault(text, digits.len() + 1))
}

/// An escape inside a set.
pub fn inside(parser: &mut Parser<'_>, c: u32) -> Read<Member> {
    let letter = as_char(c);
    let one = |c: u32| Member::Range(c, c);
    if let Some(category) = category(letter) {
        return Ok(Member::Category(category));
    }
    match letter {
        'b' => Ok(one(8)),
        '0'..='7' => {
            let digits = format!("{letter}{}", parser.source.take_while(2, |c| ('0'..='7').contains(&c)));
            octal_char(parser, &digits).map(one)
        }
        '8' | '9' => Err(bad(parser, &letter.to_string())),
        _ => character(parser, c).map(one),
    }
}

/// The character that an escape stands for.
fn character(parser: &mut Parser<'_>, c: u32) -> Read<u32> {
    let letter = as_char(c);
    if let Some(c) = simple(letter) {
        return Ok(c.into());
    }
    let is_text = parser.source.is_text;
    match letter {
        'x' => hexadecimal(parser, letter, 2),
        'u' if is_text => hexadecimal(parser, letter, 4),
        'U' if is_text => hexadecimal(parser, letter, 8),
        'N' if is_text => named(parser),
        _ if letter.is_ascii_alphabetic() => Err(bad(parser, &letter.to_string())),
        _ => Ok(c),
    }
}

/// `\N{BULLET}`
fn named(parser: &mut Parser<'_>) -> Read<u32> {
    if !parser.source.eat('{')? {
        return Err(parser.source.fault("missing {", 0));
    }
    let name = shown(&parser.source.until('}', "character name")?);
    runtime::text::character_named(&name).map(u32::from).ok_or_else(|| {
        let back = name.chars().count() + r"\N{}".len();
        parser.source.fault(format!("undefined character name '{name}'"), back)
    })
}

fn hexadecimal(parser: &mut Parser<'_>, letter: char, len: usize) -> Read<u32> {
    let digits = parser.source.take_while(len, |c| c.is_ascii_hexdigit());
    let written = format!("{letter}{digits}");
    if digits.len() != len {
        return Err(parser.source.fault(format!("incomplete escape \\{written}"), written.len() + 1));
    }
    let value = u32::from_str_radix(&digits, 16).ok().filter(|value| *value <= 0x10_ffff);
    value.ok_or_else(|| bad(parser, &written))
}

fn bad(parser: &Parser<'_>, written: &str) -> Fault {
    parser.source.fault(format!("bad escape \\{written}"), written.len() + 1)
}
