//! The strings of JSON texts: reading their escapes, and writing them.

use gc::{ObjRef, Ref, Str, Units};
use runtime::builtins::str::make;
use runtime::error::{PyResult, Raised};
use runtime::text::{TextBuf, char_at, slice, units_len};
use runtime::vm::Vm;

const QUOTE: u32 = b'"' as u32;
const BACKSLASH: u32 = b'\\' as u32;

/// JSONDecodeError with its message, the text and the place.
#[cold]
pub fn fault(vm: &Vm, message: &str, text: &Ref<Str>, at: usize) -> Raised {
    let class = vm.import("json.decoder").and_then(|m| vm.get_attr(&m, &vm.intern("JSONDecodeError")));
    match class {
        Ok(class) => vm.raise_class(&class, &[vm.str(message), text.as_obj().clone(), vm.int(at as i64)]),
        Err(raised) => raised,
    }
}

/// Where the run of ordinary characters from `at` on ends: at a quote, a backslash, a control character, the end.
fn run_end(units: Units<'_>, at: usize, strict: bool) -> usize {
    let stops = |c: u32| c == QUOTE || c == BACKSLASH || (strict && c < 0x20);
    let len = match units {
        Units::U1(u) => u[at..].iter().position(|c| stops((*c).into())),
        Units::U2(u) => u[at..].iter().position(|c| stops((*c).into())),
        Units::U4(u) => u[at..].iter().position(|c| stops(*c)),
    };
    len.map_or(units_len(units), |len| at + len)
}

/// Reads the string whose content begins at `start`; answers it and the index behind the closing quote.
pub fn scan(vm: &Vm, text: &Ref<Str>, start: usize, strict: bool) -> PyResult<(ObjRef, usize)> {
    let (units, len) = (text.units(), text.len());
    let unterminated = || fault(vm, "Unterminated string starting at", text, start.wrapping_sub(1));
    let mut out = TextBuf::new();
    let mut at = start;
    loop {
        let end = run_end(units, at, strict);
        if end == len {
            return Err(unterminated());
        }
        match char_at(units, end) {
            // Without escapes it is a part of the text.
            QUOTE if at == start => return Ok((make::from_units(vm, slice(units, start, end))?, end + 1)),
            c => {
                out.try_reserve(end - at + 1).map_err(|_| vm.memory_error())?;
                out.push_units(slice(units, at, end));
                match c {
                    QUOTE => return Ok((make::from_buf(vm, &out)?, end + 1)),
                    BACKSLASH if end + 1 == len => return Err(unterminated()),
                    BACKSLASH => {}
                    _ => return Err(fault(vm, "Invalid control character at", text, end)),
                }
            }
        }
        let (code, next) = escape(vm, text, end)?;
        out.push(code);
        at = next;
    }
}

/// The character that the escape at `slash` stands for, and the index behind it.
fn escape(vm: &Vm, text: &Ref<Str>, slash: usize) -> PyResult<(u32, usize)> {
    let units = text.units();
    let simple = match char::from_u32(char_at(units, slash + 1)) {
        Some('u') => None,
        Some(c @ ('"' | '\\' | '/')) => Some(c),
        Some('b') => Some('\u{8}'),
        Some('f') => Some('\u{c}'),
        Some('n') => Some('\n'),
        Some('r') => Some('\r'),
        Some('t') => Some('\t'),
        _ => return Err(fault(vm, "Invalid \\escape", text, slash)),
    };
    if let Some(c) = simple {
        return Ok((c.into(), slash + 2));
    }
    let invalid = |at: usize| fault(vm, "Invalid \\uXXXX escape", text, at + 1);
    // A string that ends with the digits is not worth reading: its quote is missing.
    let code = four_digits(units, slash + 2).ok_or_else(|| invalid(slash))?;
    let pair = slash + 6;
    let follows = (0xd800..0xdc00).contains(&code)
        && pair + 6 < text.len()
        && char_at(units, pair) == BACKSLASH
        && char_at(units, pair + 1) == u32::from(b'u');
    if follows {
        let low = four_digits(units, pair + 2).ok_or_else(|| invalid(pair))?;
        if (0xdc00..0xe000).contains(&low) {
            return Ok((0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00), pair + 6));
        }
    }
    Ok((code, pair))
}

/// The number of four hexadecimal digits, behind which something must follow.
fn four_digits(units: Units<'_>, at: usize) -> Option<u32> {
    if at + 4 >= units_len(units) {
        return None;
    }
    (at..at + 4).try_fold(0, |code, i| {
        let digit = char::from_u32(char_at(units, i)).and_then(|c| c.to_digit(16))?;
        Some(code << 4 | digit)
    })
}

/// Adds the text as a JSON string; `ascii`: everything beyond ASCII as escapes.
pub fn push_quoted(vm: &Vm, out: &mut TextBuf, units: Units<'_>, ascii: bool) -> PyResult<()> {
    let len = units_len(units);
    out.try_reserve(len + 2).map_err(|_| vm.memory_error())?;
    out.push(QUOTE);
    let mut at = 0;
    while at < len {
        let end = plain_end(units, at, ascii);
        out.push_units(slice(units, at, end));
        at = end;
        if at < len {
            out.try_reserve(len - at + 12).map_err(|_| vm.memory_error())?;
            push_escape(out, char_at(units, at));
            at += 1;
        }
    }
    out.push(QUOTE);
    Ok(())
}

/// Where the run of characters that need no escape ends.
fn plain_end(units: Units<'_>, at: usize, ascii: bool) -> usize {
    let special = |c: u32| c < 0x20 || c == QUOTE || c == BACKSLASH || (ascii && c > 0x7e);
    let len = match units {
        Units::U1(u) => u[at..].iter().position(|c| special((*c).into())),
        Units::U2(u) => u[at..].iter().position(|c| special((*c).into())),
        Units::U4(u) => u[at..].iter().position(|c| special(*c)),
    };
    len.map_or(units_len(units), |len| at + len)
}

fn push_escape(out: &mut TextBuf, code: u32) {
    let short = match code {
        QUOTE => "\\\"",
        BACKSLASH => "\\\\",
        8 => "\\b",
        9 => "\\t",
        10 => "\\n",
        12 => "\\f",
        13 => "\\r",
        0x1_0000.. => {
            let beyond = code - 0x1_0000;
            push_number(out, 0xd800 | beyond >> 10);
            return push_number(out, 0xdc00 | beyond & 0x3ff);
        }
        _ => return push_number(out, code),
    };
    out.push_str(short);
}

fn push_number(out: &mut TextBuf, code: u32) {
    let digit = |shift: u32| b"0123456789abcdef"[(code >> shift & 15) as usize];
    out.push_latin1(&[b'\\', b'u', digit(12), digit(8), digit(4), digit(0)]);
}
