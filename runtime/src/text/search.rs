//! Searching, counting and splitting over units of one width; `str`, `bytes` and `bytearray` share it.

use super::{TextBuf, Unit, chars, units_len};
use gc::Units;
use memchr::memmem;
use std::borrow::Cow;
use std::collections::TryReserveError;

impl Unit for u8 {
    fn from_char(code: u32) -> Option<u8> {
        u8::try_from(code).ok()
    }
    fn wrap(slice: &[u8]) -> Units<'_> {
        Units::U1(slice)
    }
    fn unwrap(units: Units<'_>) -> Option<&[u8]> {
        if let Units::U1(same) = units { Some(same) } else { None }
    }
    fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
        match needle {
            [one] => memchr::memchr(*one, hay),
            [first, ..] => {
                // Where occurrences are near each other, the preparations would cost more than the search.
                let near = hay.len().min(SHORT + needle.len());
                find_short(&hay[..near], *first, needle).or_else(|| find_far(hay, near, needle))
            }
            [] => Some(0),
        }
    }
    fn rfind(hay: &[u8], needle: &[u8]) -> Option<usize> {
        if let [one] = needle { memchr::memrchr(*one, hay) } else { memmem::rfind(hay, needle) }
    }
}

/// Texts up to here are not worth the preparations of a fast search.
const SHORT: usize = 200;

/// The rest of a search that found nothing in the first `near` bytes.
fn find_far(hay: &[u8], near: usize, needle: &[u8]) -> Option<usize> {
    if near == hay.len() {
        return None;
    }
    let from = near - (needle.len() - 1);
    memmem::find(&hay[from..], needle).map(|at| from + at)
}

/// A needle of several bytes: looks at the places of its first byte.
fn find_short(hay: &[u8], first: u8, needle: &[u8]) -> Option<usize> {
    let last = hay.len().checked_sub(needle.len())?;
    let mut at = 0;
    while at <= last {
        at += memchr::memchr(first, &hay[at..=last])?;
        if hay[at..].starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
    None
}

impl Unit for u16 {
    fn from_char(code: u32) -> Option<u16> {
        u16::try_from(code).ok()
    }
    fn wrap(slice: &[u16]) -> Units<'_> {
        Units::U2(slice)
    }
    fn unwrap(units: Units<'_>) -> Option<&[u16]> {
        if let Units::U2(same) = units { Some(same) } else { None }
    }
    fn find(hay: &[u16], needle: &[u16]) -> Option<usize> {
        find_wide(hay, needle)
    }
    fn rfind(hay: &[u16], needle: &[u16]) -> Option<usize> {
        rfind_wide(hay, needle)
    }
}

impl Unit for u32 {
    fn from_char(code: u32) -> Option<u32> {
        Some(code)
    }
    fn wrap(slice: &[u32]) -> Units<'_> {
        Units::U4(slice)
    }
    fn unwrap(units: Units<'_>) -> Option<&[u32]> {
        if let Units::U4(same) = units { Some(same) } else { None }
    }
    fn find(hay: &[u32], needle: &[u32]) -> Option<usize> {
        find_wide(hay, needle)
    }
    fn rfind(hay: &[u32], needle: &[u32]) -> Option<usize> {
        rfind_wide(hay, needle)
    }
}

/// Sunday's search with a bit set of the needle's units: skips a whole needle past a unit it does not hold.
fn find_wide<T: Unit>(hay: &[T], needle: &[T]) -> Option<usize> {
    let Some((&last, _)) = needle.split_last() else { return Some(0) };
    let seen = bloom(needle);
    let mut at = 0;
    while at + needle.len() <= hay.len() {
        if hay[at + needle.len() - 1] == last && hay[at..at + needle.len()] == *needle {
            return Some(at);
        }
        let skip = hay.get(at + needle.len()).is_some_and(|u| seen & bit(*u) == 0);
        at += if skip { needle.len() + 1 } else { 1 };
    }
    None
}

fn rfind_wide<T: Unit>(hay: &[T], needle: &[T]) -> Option<usize> {
    let Some(&first) = needle.first() else { return Some(hay.len()) };
    let seen = bloom(needle);
    let mut end = hay.len();
    while end >= needle.len() {
        let at = end - needle.len();
        if hay[at] == first && hay[at..end] == *needle {
            return Some(at);
        }
        let skip = at > 0 && seen & bit(hay[at - 1]) == 0;
        end = end.checked_sub(if skip { needle.len() + 1 } else { 1 })?;
    }
    None
}

fn bit<T: Unit>(unit: T) -> u64 {
    1 << (unit.into() & 63)
}

fn bloom<T: Unit>(needle: &[T]) -> u64 {
    needle.iter().fold(0, |set, u| set | bit(*u))
}

/// A needle in the units of the haystack; `None` if it holds a character that they cannot.
pub fn narrow<T: Unit>(needle: Units<'_>) -> Option<Cow<'_, [T]>> {
    match T::unwrap(needle) {
        Some(same) => Some(Cow::Borrowed(same)),
        None => chars(needle).map(T::from_char).collect::<Option<_>>().map(Cow::Owned),
    }
}

/// Calls `f` with needle and haystack in the same units; `None` if the needle cannot occur at all.
pub fn find(hay: Units<'_>, needle: Units<'_>, backwards: bool) -> Option<usize> {
    match (hay, needle) {
        (Units::U1(h), Units::U1(n)) => pick(h, n, backwards),
        (Units::U2(h), Units::U2(n)) => pick(h, n, backwards),
        (Units::U4(h), Units::U4(n)) => pick(h, n, backwards),
        (Units::U1(_), _) if units_len(needle) > 0 => None,
        (Units::U1(h), _) => pick(h, &[], backwards),
        (Units::U2(h), _) => pick(h, &narrow::<u16>(needle)?, backwards),
        (Units::U4(h), _) => pick(h, &narrow::<u32>(needle)?, backwards),
    }
}

fn pick<T: Unit>(hay: &[T], needle: &[T], backwards: bool) -> Option<usize> {
    if needle.is_empty() {
        return Some(if backwards { hay.len() } else { 0 });
    }
    if backwards { T::rfind(hay, needle) } else { T::find(hay, needle) }
}

/// How often `needle` occurs without overlap, at most `limit` times; an empty one occurs around every unit.
pub fn count<T: Unit>(hay: &[T], needle: &[T]) -> usize {
    if needle.is_empty() { hay.len() + 1 } else { matches(hay, needle).count() }
}

/// The positions of a non-empty `needle`, without overlap, from the left.
pub fn matches<'a, T: Unit>(hay: &'a [T], needle: &'a [T]) -> impl Iterator<Item = usize> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let found = from + T::find(&hay[from..], needle)?;
        from = found + needle.len();
        Some(found)
    })
}

/// The ranges of the parts between occurrences of `separator`, after at most `limit` splits.
pub fn split<'a, T: Unit>(
    hay: &'a [T],
    separator: &'a [T],
    limit: usize,
) -> impl Iterator<Item = (usize, usize)> + use<'a, T> {
    let mut from = Some(0);
    let mut found = matches(hay, separator).take(limit);
    std::iter::from_fn(move || {
        let start = from?;
        let end = found.next();
        from = end.map(|end| end + separator.len());
        Some((start, end.unwrap_or(hay.len())))
    })
}

/// As [`split`], the splits counted from the right.
pub fn rsplit<T: Unit>(hay: &[T], separator: &[T], limit: usize) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut end = hay.len();
    while parts.len() < limit {
        let Some(found) = T::rfind(&hay[..end], separator) else { break };
        parts.push((found + separator.len(), end));
        end = found;
    }
    parts.push((0, end));
    parts.reverse();
    parts
}

/// The ranges of the words between runs of space, after at most `limit` splits; the rest keeps its spaces.
pub fn split_space<T: Unit>(
    hay: &[T],
    limit: usize,
    space: impl Fn(u32) -> bool,
) -> impl Iterator<Item = (usize, usize)> {
    let (mut at, mut left) = (0, limit);
    std::iter::from_fn(move || {
        let start = at + hay[at..].iter().position(|unit| !space((*unit).into()))?;
        let len = hay[start..].iter().position(|unit| space((*unit).into()));
        at = if left == 0 { hay.len() } else { len.map_or(hay.len(), |len| start + len) };
        left = left.saturating_sub(1);
        Some((start, at))
    })
}

/// As [`split_space`], the splits counted from the right.
pub fn rsplit_space<T: Unit>(hay: &[T], limit: usize, space: fn(u32) -> bool) -> Vec<(usize, usize)> {
    let is_space = |at: usize| space(hay[at].into());
    let mut parts = Vec::new();
    let mut end = hay.len();
    loop {
        while end > 0 && is_space(end - 1) {
            end -= 1;
        }
        if end == 0 {
            break;
        }
        let mut start = end;
        if parts.len() == limit {
            parts.push((0, end));
            break;
        }
        while start > 0 && !is_space(start - 1) {
            start -= 1;
        }
        parts.push((start, end));
        end = start;
    }
    parts.reverse();
    parts
}

/// The ranges of the lines; `\r\n` is one break. `keep` leaves the breaks on.
pub fn split_lines<T: Unit>(
    hay: &[T],
    keep: bool,
    is_break: fn(u32) -> bool,
) -> Result<Vec<(usize, usize)>, TryReserveError> {
    let mut parts = Vec::new();
    let mut from = 0;
    while from < hay.len() {
        let end = hay[from..].iter().position(|u| is_break((*u).into())).map_or(hay.len(), |n| from + n);
        let mut next = end;
        if next < hay.len() {
            let pair = hay[next].into() == 0x0d && hay.get(next + 1).is_some_and(|u| (*u).into() == 0x0a);
            next += if pair { 2 } else { 1 };
        }
        parts.try_reserve(1)?;
        parts.push((from, if keep { next } else { end }));
        from = next;
    }
    Ok(parts)
}

/// What remains between the first and the last unit that `drop` does not want.
pub fn strip<T: Unit>(hay: &[T], left: bool, right: bool, drop: impl Fn(u32) -> bool) -> (usize, usize) {
    let (mut start, mut end) = (0, hay.len());
    while left && start < end && drop(hay[start].into()) {
        start += 1;
    }
    while right && end > start && drop(hay[end - 1].into()) {
        end -= 1;
    }
    (start, end)
}

/// Puts `new` in place of the first `limit` occurrences of `old`; `None` when there is none.
pub fn replace(hay: Units<'_>, old: Units<'_>, new: Units<'_>, limit: usize) -> Option<TextBuf> {
    match hay {
        Units::U1(h) => replace_units(h, &narrow::<u8>(old)?, new, limit),
        Units::U2(h) => replace_units(h, &narrow::<u16>(old)?, new, limit),
        Units::U4(h) => replace_units(h, &narrow::<u32>(old)?, new, limit),
    }
}

fn replace_units<T: Unit>(hay: &[T], old: &[T], new: Units<'_>, limit: usize) -> Option<TextBuf> {
    if limit == 0 || (old.is_empty() && units_len(new) == 0) {
        return None;
    }
    let mut out = TextBuf::new();
    if old.is_empty() {
        for (n, unit) in hay.iter().enumerate() {
            if n < limit {
                out.push_units(new);
            }
            out.push((*unit).into());
        }
        if hay.len() < limit {
            out.push_units(new);
        }
        return Some(out);
    }
    let mut from = 0;
    for found in matches(hay, old).take(limit) {
        if from == 0 {
            out = TextBuf::with_capacity(hay.len() + units_len(new));
        }
        out.push_units(T::wrap(&hay[from..found]));
        out.push_units(new);
        from = found + old.len();
    }
    if from == 0 {
        return None;
    }
    out.push_units(T::wrap(&hay[from..]));
    Some(out)
}

/// Puts `new` in place of the first `limit` occurrences of `old` in bytes.
pub fn replace_bytes(hay: &[u8], old: &[u8], new: &[u8], limit: usize) -> Option<Vec<u8>> {
    match replace_units(hay, old, Units::U1(new), limit)? {
        TextBuf::One(bytes) => Some(bytes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_in_every_width() {
        let hay: Vec<u32> = "abracadabra abracadabra".chars().map(u32::from).collect();
        let two: Vec<u16> = hay.iter().map(|&c| c as u16).collect();
        let one: Vec<u8> = hay.iter().map(|&c| c as u8).collect();
        for needle in ["", "a", "abra", "cad", "dabra a", "xyz", "abracadabra abracadabrax", "ra"] {
            let n: Vec<u8> = needle.bytes().collect();
            let text = "abracadabra abracadabra";
            for units in [Units::U1(&one), Units::U2(&two), Units::U4(&hay)] {
                assert_eq!(find(units, Units::U1(&n), false), text.find(needle), "{needle}");
                assert_eq!(find(units, Units::U1(&n), true), text.rfind(needle), "{needle}");
            }
        }
        assert_eq!(find(Units::U1(b"abc"), Units::U2(&[0x20ac]), false), None);
    }

    #[test]
    fn splits() {
        let space = |c: u32| c == 32;
        assert_eq!(split(b"a,b,,c".as_slice(), b",", 2).collect::<Vec<_>>(), [(0, 1), (2, 3), (4, 6)]);
        assert_eq!(rsplit(b"a,b,,c".as_slice(), b",", 2), [(0, 3), (4, 4), (5, 6)]);
        assert_eq!(split_space(b"  a  b c  ".as_slice(), 1, space).collect::<Vec<_>>(), [(2, 3), (5, 10)]);
        assert_eq!(rsplit_space(b"  a  b c  ".as_slice(), 1, space), [(0, 6), (7, 8)]);
        assert_eq!(
            split_lines(b"a\r\nb\n\nc".as_slice(), true, |c| c == 10 || c == 13).expect("a few lines fit"),
            [(0, 3), (3, 5), (5, 6), (6, 7)]
        );
    }

    #[test]
    fn replaces() {
        let go = |h: &str, o: &str, n: &str, limit| {
            let (h, o, n) = (TextBuf::from(h), TextBuf::from(o), TextBuf::from(n));
            replace(h.units(), o.units(), n.units(), limit).map(|b| b.to_string_lossy())
        };
        assert_eq!(go("abcabc", "b", "€€", 1).as_deref(), Some("a€€cabc"));
        assert_eq!(go("abc", "", "-", 99).as_deref(), Some("-a-b-c-"));
        assert_eq!(go("abc", "", "-", 2).as_deref(), Some("-a-bc"));
        assert_eq!(go("abc", "x", "-", 99), None);
        assert_eq!(go("a€c", "€", "", 99).as_deref(), Some("ac"));
    }
}
