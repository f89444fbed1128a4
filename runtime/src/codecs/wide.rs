//! UTF-16 and UTF-32 in both byte orders.

use super::utf8::is_surrogate;
use super::{Order, Problem};
use crate::text::{TextBuf, char_at, units_len};
use gc::Units;

const fn names(big: bool) -> (&'static str, &'static str) {
    if big { ("utf-16-be", "utf-32-be") } else { ("utf-16-le", "utf-32-le") }
}

/// The 16-bit unit at `at`, if all of it is there.
fn unit16(bytes: &[u8], at: usize, big: bool) -> Option<u32> {
    let pair = [*bytes.get(at)?, *bytes.get(at + 1)?];
    Some(if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }.into())
}

pub fn decode_utf16(bytes: &[u8], at: &mut usize, out: &mut TextBuf, big: bool) -> Option<Problem> {
    let problem = |start, end, reason| Some(Problem { encoding: names(big).0, start, end, reason });
    while *at < bytes.len() {
        let start = *at;
        let Some(unit) = unit16(bytes, start, big) else { return problem(start, bytes.len(), "truncated data") };
        match unit {
            0xd800..=0xdbff => match unit16(bytes, start + 2, big) {
                Some(low @ 0xdc00..=0xdfff) => {
                    out.push(0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
                    *at += 2;
                }
                Some(_) => return problem(start, start + 2, "illegal UTF-16 surrogate"),
                None => return problem(start, bytes.len(), "unexpected end of data"),
            },
            0xdc00..=0xdfff => return problem(start, start + 2, "illegal encoding"),
            _ => out.push(unit),
        }
        *at += 2;
    }
    None
}

pub fn decode_utf32(bytes: &[u8], at: &mut usize, out: &mut TextBuf, big: bool) -> Option<Problem> {
    let problem = |start, end, reason| Some(Problem { encoding: names(big).1, start, end, reason });
    while *at < bytes.len() {
        let start = *at;
        let Some(four) = bytes.get(start..start + 4).and_then(|b| <[u8; 4]>::try_from(b).ok()) else {
            return problem(start, bytes.len(), "truncated data");
        };
        let code = if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) };
        if code > 0x10_ffff {
            return problem(start, start + 4, "code point not in range(0x110000)");
        }
        if is_surrogate(code) {
            return problem(start, start + 4, "code point in surrogate code point range(0xd800, 0xe000)");
        }
        out.push(code);
        *at += 4;
    }
    None
}

fn surrogate_problem(encodings: [&'static str; 3], order: Order, at: usize) -> Option<Problem> {
    let encoding = match order {
        Order::Marked => encodings[0],
        Order::Little => encodings[1],
        Order::Big => encodings[2],
    };
    Some(Problem { encoding, start: at, end: at + 1, reason: "surrogates not allowed" })
}

pub fn encode_utf16(text: Units<'_>, at: &mut usize, out: &mut Vec<u8>, order: Order) -> Option<Problem> {
    while *at < units_len(text) {
        let Some(c) = char::from_u32(char_at(text, *at)) else {
            return surrogate_problem(["utf-16", "utf-16-le", "utf-16-be"], order, *at);
        };
        for unit in c.encode_utf16(&mut [0; 2]) {
            out.extend(if order == Order::Big { unit.to_be_bytes() } else { unit.to_le_bytes() });
        }
        *at += 1;
    }
    None
}

pub fn encode_utf32(text: Units<'_>, at: &mut usize, out: &mut Vec<u8>, order: Order) -> Option<Problem> {
    while *at < units_len(text) {
        let code = char_at(text, *at);
        if is_surrogate(code) {
            return surrogate_problem(["utf-32", "utf-32-le", "utf-32-be"], order, *at);
        }
        out.extend(if order == Order::Big { code.to_be_bytes() } else { code.to_le_bytes() });
        *at += 1;
    }
    None
}
