//! "Did you mean: 'x'?": the nearest name by weighted edit distance.

/// Price of inserting, deleting or replacing a character.
const MOVE: usize = 2;
/// Price of changing only the case of a letter.
const CASE: usize = 1;
/// Longer names are not compared.
const MAX_LENGTH: usize = 40;
/// With more candidates nothing is suggested.
const MAX_CANDIDATES: usize = 750;

/// The candidate nearest to `name`, if at most a third of the characters differ.
/// Of equally near ones the first wins.
pub fn nearest<'a>(name: &str, candidates: &[&'a str]) -> Option<&'a str> {
    if candidates.len() >= MAX_CANDIDATES {
        return None;
    }
    let mut best: Option<(&str, usize)> = None;
    for &candidate in candidates.iter().filter(|&&c| c != name) {
        let allowed = (name.len() + candidate.len() + 3) * MOVE / 6;
        let limit = match best {
            Some((_, 0)) => continue,
            Some((_, distance)) => allowed.min(distance - 1),
            None => allowed,
        };
        if let Some(distance) = distance_within(name.as_bytes(), candidate.as_bytes(), limit) {
            best = Some((candidate, distance));
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// The distance of two byte strings, or nothing if it exceeds `limit`.
fn distance_within(a: &[u8], b: &[u8], limit: usize) -> Option<usize> {
    let (a, b) = without_common_ends(a, b);
    let (short, long) = if b.len() < a.len() { (b, a) } else { (a, b) };
    if short.is_empty() {
        return Some(long.len() * MOVE).filter(|&d| d <= limit);
    }
    if long.len() > MAX_LENGTH || (long.len() - short.len()) * MOVE > limit {
        return None;
    }
    let mut row: Vec<usize> = (1..=short.len()).map(|i| i * MOVE).collect();
    for (y, &letter) in long.iter().enumerate() {
        let mut diagonal = y * MOVE;
        let mut left = (y + 1) * MOVE;
        for (cell, &other) in row.iter_mut().zip(short) {
            let replaced = diagonal + replace_price(letter, other);
            diagonal = *cell;
            left = replaced.min(left.min(*cell) + MOVE);
            *cell = left;
        }
        if row.iter().all(|&d| d > limit) {
            return None;
        }
    }
    row.last().copied().filter(|&d| d <= limit)
}

fn without_common_ends<'a>(a: &'a [u8], b: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    (&a[..a.len() - back], &b[..b.len() - back])
}

fn replace_price(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE
    } else {
        MOVE
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn names() {
        assert_eq!(nearest("blech", &["noise", "more_noise", "a", "bluch"]), Some("bluch"));
        assert_eq!(nearest("appendd", &["append", "extend"]), Some("append"));
        assert_eq!(nearest("foo", &["bar"]), None);
        assert_eq!(nearest("Abc", &["abd", "abc"]), Some("abc"));
    }
}
