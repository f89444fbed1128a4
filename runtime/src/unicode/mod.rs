//! What Python knows about characters: classes, digits, identifiers, case. Unicode 14, as CPython 3.11.

mod tables;

use tables::{
    ALPHA, CASED, CLASSES, CONTINUE, DECIMAL, DIGIT, FOLD, IGNORABLE, LOWER, NUMERIC, PRINTABLE, RUNS, SPACE, START,
    TITLE, UPPER, ZEROS,
};

/// The property bits of a character.
fn properties(code: u32) -> u16 {
    let after = RUNS.partition_point(|run| run >> 5 <= code);
    CLASSES[(RUNS[after.saturating_sub(1)] & 31) as usize]
}

macro_rules! predicates {
    ($($(#[doc = $doc:literal])* $name:ident $mask:expr, $ascii:expr;)+) => {
        $(
            $(#[doc = $doc])*
            #[inline]
            pub fn $name(code: u32) -> bool {
                if code < 0x80 {
                    let ascii: fn(u8) -> bool = $ascii;
                    return ascii(code as u8);
                }
                properties(code) & $mask != 0
            }
        )+
    };
}

predicates! {
    /// A letter.
    is_alpha ALPHA, |c| c.is_ascii_alphabetic();
    /// A digit of a decimal system.
    is_decimal DECIMAL, |c| c.is_ascii_digit();
    /// A digit, superscripts included.
    is_digit DIGIT, |c| c.is_ascii_digit();
    /// Anything with a numeric value: fractions, Roman numerals.
    is_numeric NUMERIC, |c| c.is_ascii_digit();
    is_alnum ALPHA | DECIMAL | DIGIT | NUMERIC, |c| c.is_ascii_alphanumeric();
    is_lower LOWER, |c| c.is_ascii_lowercase();
    is_upper UPPER, |c| c.is_ascii_uppercase();
    /// A digraph whose first half is a capital.
    is_title tables::TITLE_CASE, |_| false;
    /// Shown by `repr` as it is.
    is_printable PRINTABLE, |c| (b' '..=b'~').contains(&c);
    is_space SPACE, |c| matches!(c, 9..=13 | 28..=32);
    /// May begin an identifier.
    is_identifier_start START, |c| c.is_ascii_alphabetic() || c == b'_';
    /// May stand inside an identifier.
    is_identifier_continue CONTINUE, |c| c.is_ascii_alphanumeric() || c == b'_';
    is_cased CASED, |c| c.is_ascii_alphabetic();
    /// Looked through when the neighbours of a sigma are sought.
    is_case_ignorable IGNORABLE, |c| matches!(c, b'\'' | b'.' | b':' | b'^' | b'`');
}

/// Ends a line for `str.splitlines`.
pub fn is_line_break(code: u32) -> bool {
    matches!(code, 0x0a..=0x0d | 0x1c..=0x1e | 0x85 | 0x2028 | 0x2029)
}

/// The value of a decimal digit of any script.
#[inline]
pub fn decimal_value(code: u32) -> Option<u32> {
    if code < 0x80 {
        let digit = code.wrapping_sub(0x30);
        return (digit < 10).then_some(digit);
    }
    let after = ZEROS.partition_point(|zero| *zero <= code);
    let digit = code - ZEROS.get(after.checked_sub(1)?)?;
    (digit < 10).then_some(digit)
}

/// Whether Unicode 14 knows the character, as far as case is concerned: what came later has none.
fn known(code: u32) -> bool {
    properties(code) & CASED != 0
}

/// One to three characters, the result of a case mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mapped {
    chars: [u32; 3],
    len: u8,
}

impl Mapped {
    /// The character itself.
    pub const fn same(code: u32) -> Mapped {
        Mapped { chars: [code, 0, 0], len: 1 }
    }

    fn collect(chars: impl Iterator<Item = char>) -> Mapped {
        let mut mapped = Mapped { chars: [0; 3], len: 0 };
        for (place, c) in mapped.chars.iter_mut().zip(chars) {
            *place = c.into();
            mapped.len += 1;
        }
        mapped
    }

    pub fn as_slice(&self) -> &[u32] {
        &self.chars[..self.len.into()]
    }
}

/// ς, the small sigma at the end of a word.
pub const FINAL_SIGMA: Mapped = Mapped::same(0x3c2);

/// Upper case, with the expansions of special casing (ß becomes SS).
pub fn to_upper(code: u32) -> Mapped {
    map(code, |c| Mapped::collect(c.to_uppercase()))
}

/// Lower case of a character by itself; a final sigma needs its neighbours, see [`is_final_sigma`].
pub fn to_lower(code: u32) -> Mapped {
    map(code, |c| Mapped::collect(c.to_lowercase()))
}

/// The library's mapping, unless it is younger than Unicode 14.
fn map(code: u32, by: fn(char) -> Mapped) -> Mapped {
    let Some(c) = char::from_u32(code) else { return Mapped::same(code) };
    let mapped = by(c);
    let old = known(code) && mapped.as_slice().iter().any(|c| known(*c));
    if old { mapped } else { Mapped::same(code) }
}

pub fn to_title(code: u32) -> Mapped {
    match listed(TITLE, code) {
        Some(mapped) => mapped,
        None if (0x10d0..=0x10ff).contains(&code) => Mapped::same(code),
        None => to_upper(code),
    }
}

/// Case folding: the form in which caseless matching compares.
pub fn to_folded(code: u32) -> Mapped {
    match (listed(FOLD, code), code) {
        (Some(mapped), _) => mapped,
        // Cherokee folds to its capitals.
        (None, 0x13a0..=0x13f5) => Mapped::same(code),
        (None, 0x13f8..=0x13fd) => Mapped::same(code - 8),
        (None, 0xab70..=0xabbf) => Mapped::same(code - 0xab70 + 0x13a0),
        (None, _) => to_lower(code),
    }
}

fn listed(table: &[(u32, &str)], code: u32) -> Option<Mapped> {
    let at = table.binary_search_by_key(&code, |row| row.0).ok()?;
    Some(Mapped::collect(table[at].1.chars()))
}

/// Whether the capital sigma at `at` ends a word: a cased letter before it and none after it.
pub fn is_final_sigma(at: usize, len: usize, char_at: impl Fn(usize) -> u32) -> bool {
    let before = (0..at).rev().map(&char_at).find(|c| !is_case_ignorable(*c));
    let after = (at + 1..len).map(&char_at).find(|c| !is_case_ignorable(*c));
    before.is_some_and(is_cased) && !after.is_some_and(is_cased)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes() {
        assert!(is_alpha(0xe9) && is_alpha(0x4e00) && !is_alpha(0x2160));
        assert!(is_numeric(0x2160) && is_digit(0xb2) && !is_decimal(0xb2) && is_decimal(0x663));
        assert!(is_printable(0x1f600) && !is_printable(0xa0) && !is_printable(0xd800) && !is_printable(0x1fae8));
        assert_eq!(decimal_value(0x669), Some(9));
        assert_eq!(decimal_value(0x66a), None);
        assert_eq!(decimal_value(0xb2), None);
    }

    #[test]
    fn case() {
        assert_eq!(to_upper(0xdf).as_slice(), [0x53, 0x53]);
        assert_eq!(to_title(0x1c6).as_slice(), [0x1c5]);
        assert_eq!(to_lower(0x130).as_slice(), [0x69, 0x307]);
        assert_eq!(to_folded(0xdf).as_slice(), [0x73, 0x73]);
        assert_eq!(to_upper(0x264).as_slice(), [0x264]);
        let word: Vec<u32> = "ΑΣ, ΣΑ".chars().map(u32::from).collect();
        assert!(is_final_sigma(1, word.len(), |i| word[i]));
        assert!(!is_final_sigma(4, word.len(), |i| word[i]));
    }
}
