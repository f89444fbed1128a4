//! Whether a printed text is the one that a document shows, with its volatile parts.
//!
//! * `...` stands for any text, over lines too;
//! * `<name>` for some text, the same wherever the name stands in the document;
//! * `0x7f…` for any address;
//! * `~232` for a number within a tenth of it, `~232±8` within eight;
//! * of a traceback only its last lines count, as everywhere in Python's world of tested documents.

use std::collections::HashMap;

/// What the names of a document stand for so far.
pub type Captures = HashMap<String, String>;

/// Steps after which a comparison is given up: a text of nothing but gaps.
const STEPS: u32 = 2_000_000;

enum Part<'t> {
    Text(&'t str),
    Gap,
    Name(&'t str),
    Address,
    /// A number and how far off it may be.
    Near(f64, f64),
}

/// Whether `printed` is what `shown` says. Names are bound only if it is.
pub fn matches(shown: &str, printed: &str, captures: &mut Captures) -> bool {
    let (shown, printed) = (steady(shown), steady(printed));
    if shown == printed {
        return true;
    }
    let mut bound = captures.clone();
    let mut matcher = Matcher { steps: STEPS };
    let hit = matcher.go(&parts(&shown), &printed, &mut bound);
    if hit {
        *captures = bound;
    }
    hit
}

/// Whether all lines of `shown` are printed, in this order, maybe among others.
pub fn among(shown: &str, printed: &str, captures: &mut Captures) -> bool {
    let mut lines = printed.lines();
    shown
        .lines()
        .all(|line| line.trim() == "..." || lines.any(|printed| matches(line.trim(), printed.trim(), captures)))
}

/// What a comment is to what its line printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It says so, maybe with a remark behind.
    Says,
    /// It says something else.
    Differs,
    /// It says nothing of it.
    Remark,
}

/// Compares a comment with what its line printed, once or several times.
pub fn comment(shown: &str, marked: bool, printed: &str, captures: &mut Captures) -> Verdict {
    let all = printed.trim_end();
    let lines: Vec<&str> = all.lines().map(str::trim).collect();
    let same = lines.windows(2).all(|pair| pair[0] == pair[1]);
    let mut ways = vec![all.to_string(), lines.join(", "), lines.join(" ")];
    if same && let Some(line) = lines.first() {
        ways.push((*line).to_string());
    }
    if ways.iter().any(|way| begins(shown, way, captures)) {
        return Verdict::Says;
    }
    let failing = marked || super::comments::looks_printed(shown);
    if failing { Verdict::Differs } else { Verdict::Remark }
}

/// Whether the comment is the printed text, or that and a remark behind it.
fn begins(shown: &str, printed: &str, captures: &mut Captures) -> bool {
    if matches(shown, printed, captures) {
        return true;
    }
    if printed.is_empty() {
        return false;
    }
    let cut =
        shown.char_indices().filter(|(at, c)| *at > 0 && (c.is_whitespace() || "(,;:—–=!，。；：！（".contains(*c)));
    for (at, _) in cut {
        if matches(shown[..at].trim_end(), printed, captures) {
            return true;
        }
    }
    false
}

/// Without blanks at the ends of lines, and without the calls of tracebacks.
fn steady(text: &str) -> String {
    let mut out = String::new();
    let mut in_stack = false;
    for line in text.trim_end().lines() {
        if in_stack && line.starts_with([' ', '\t']) {
            continue;
        }
        in_stack = line.trim_end() == "Traceback (most recent call last):";
        out += line.trim_end();
        out.push('\n');
    }
    out
}

fn parts(shown: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut text, mut at) = (0, 0);
    while at < shown.len() {
        let rest = &shown[at..];
        let word_before = shown[..at].ends_with(|c: char| c.is_alphanumeric());
        let special = match rest.as_bytes()[0] {
            b'.' if rest.starts_with("...") => Some((Part::Gap, 3)),
            b'<' => name(rest).map(|name| (Part::Name(name), name.len() + 2)),
            b'0' if !word_before => address(rest).map(|len| (Part::Address, len)),
            b'~' if !word_before => near(&rest[1..]).map(|(value, slack, len)| (Part::Near(value, slack), len + 1)),
            _ => None,
        };
        match special {
            Some((part, len)) => {
                if text < at {
                    parts.push(Part::Text(&shown[text..at]));
                }
                parts.push(part);
                at += len;
                text = at;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    if text < at {
        parts.push(Part::Text(&shown[text..at]));
    }
    parts
}

fn name(rest: &str) -> Option<&str> {
    let name = &rest[1..rest.find('>')?];
    let word = name.starts_with(|c: char| c.is_ascii_lowercase() || c == '_')
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    word.then_some(name)
}

/// Bytes of the address that a text begins with.
fn address(rest: &str) -> Option<usize> {
    let digits = rest.strip_prefix("0x")?.bytes().take_while(u8::is_ascii_hexdigit).count();
    (digits >= 6).then_some(digits + 2)
}

/// Value and bytes of the number that a text begins with.
fn number(rest: &str) -> Option<(f64, usize)> {
    let len = rest.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let len = rest[..len].trim_end_matches('.').len();
    Some((rest[..len].parse().ok()?, len))
}

fn near(rest: &str) -> Option<(f64, f64, usize)> {
    let (value, len) = number(rest)?;
    if let Some(after) = rest[len..].strip_prefix('±')
        && let Some((slack, more)) = number(after)
    {
        let percent = after[more..].starts_with('%');
        let slack = if percent { value * slack / 100.0 } else { slack };
        return Some((value, slack, len + '±'.len_utf8() + more + usize::from(percent)));
    }
    Some((value, value / 10.0, len))
}

struct Matcher {
    steps: u32,
}

impl Matcher {
    fn go(&mut self, parts: &[Part<'_>], text: &str, captures: &mut Captures) -> bool {
        self.steps = self.steps.saturating_sub(1);
        let Some((part, after)) = parts.split_first().filter(|_| self.steps > 0) else {
            return parts.is_empty() && text.is_empty();
        };
        match part {
            Part::Text(literal) => text.strip_prefix(literal).is_some_and(|rest| self.go(after, rest, captures)),
            Part::Gap => self.some(after, text, 0, captures, None),
            Part::Address => address(text).is_some_and(|len| self.go(after, &text[len..], captures)),
            Part::Near(value, slack) => number(text)
                .filter(|(found, _)| (found - value).abs() <= *slack)
                .is_some_and(|(_, len)| self.go(after, &text[len..], captures)),
            Part::Name(name) => self.named(name, after, text, captures),
        }
    }

    fn named(&mut self, name: &str, after: &[Part<'_>], text: &str, captures: &mut Captures) -> bool {
        // A text such as `<module>` may stand for itself.
        let itself = text.strip_prefix('<').and_then(|t| t.strip_prefix(name)).and_then(|t| t.strip_prefix('>'));
        if itself.is_some_and(|rest| self.go(after, rest, captures)) {
            return true;
        }
        match captures.get(name).cloned() {
            Some(known) => text.strip_prefix(&*known).is_some_and(|rest| self.go(after, rest, captures)),
            None => self.some(after, text, 1, captures, Some(name)),
        }
    }

    /// Takes ever more of the text, from `least` characters on, until the rest fits; a named part stays on its line.
    fn some(
        &mut self,
        after: &[Part<'_>],
        text: &str,
        least: usize,
        captures: &mut Captures,
        name: Option<&str>,
    ) -> bool {
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]).skip(least);
        for end in ends {
            if name.is_some() && text[..end].contains('\n') {
                return false;
            }
            if let Some(name) = name {
                captures.insert(name.to_string(), text[..end].to_string());
            }
            if self.go(after, &text[end..], captures) {
                return true;
            }
        }
        if let Some(name) = name {
            captures.remove(name);
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(shown: &str, printed: &str) -> bool {
        matches(shown, printed, &mut Captures::new())
    }

    #[test]
    fn volatile_parts() {
        assert!(hit("a ... z", "a b\nc z") && !hit("a ... z", "a b"));
        assert!(hit("id <n>, again <n>", "id 17, again 17") && !hit("id <n>, again <n>", "id 17, again 18"));
        assert!(hit("<A object at 0x7f00deadbeef>", "<A object at 0x7f1234567890>"));
        assert!(hit("~100 bytes", "95 bytes") && !hit("~100 bytes", "85 bytes") && hit("~100±20 b", "85 b"));
        assert!(hit("in <module>", "in <module>") && hit("<member 'a' of 'B' objects>", "<member 'a' of 'B' objects>"));
    }

    #[test]
    fn tracebacks_by_their_end() {
        let shown = "Traceback (most recent call last):\n  ...\nKeyError: 1\n";
        assert!(hit(
            shown,
            "Traceback (most recent call last):\n  File \"a\", line 1, in <module>\n    x\nKeyError: 1\n"
        ));
        assert!(!hit(shown, "Traceback (most recent call last):\n  File \"a\", line 1\nKeyError: 2\n"));
    }

    #[test]
    fn comments_and_remarks() {
        let say = |shown, printed| comment(shown, false, printed, &mut Captures::new());
        assert_eq!(say("28 bytes", "28\n"), Verdict::Says);
        assert_eq!(say("2 (x and the argument)", "2\n"), Verdict::Says);
        assert_eq!(say("2.5 MB", "2\n"), Verdict::Differs);
        assert_eq!(say("the size", "2\n"), Verdict::Remark);
        assert_eq!(say("Alice，still", "Alice\n"), Verdict::Says);
        assert_eq!(say("1, 2, 3", "1\n2\n3\n"), Verdict::Says);
        assert_eq!(say("80", "88\n"), Verdict::Differs);
    }

    #[test]
    fn lines_among_others() {
        assert!(among("b\n...\nd\n", "a\nb\nc\nd\n", &mut Captures::new()));
        assert!(!among("d\nb\n", "a\nb\nc\nd\n", &mut Captures::new()));
    }
}
