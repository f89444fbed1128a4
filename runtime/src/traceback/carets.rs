//! The line below a source line that underlines what failed.

use frontend::anchors::anchors;
use frontend::code::Position;
use unicode_width::UnicodeWidthChar;

/// The underline of `position` in its (unstripped) first source line, indented like the printed
/// line; None where underlining the whole statement would say nothing.
pub fn underline(line: &str, position: Position) -> Option<String> {
    let chars: Vec<char> = line.chars().collect();
    let indent = chars.iter().take_while(|c| matches!(c, ' ' | '\t' | '\x0c')).count();
    let start = char_offset(line, position.column as usize);
    let one_line = position.line == position.end_line;
    let end = if one_line {
        char_offset(line, position.end_column as usize)
    } else {
        // CPython takes this number of characters for one of bytes.
        let last = chars.iter().rposition(|c| !matches!(c, ' ' | '\t' | '\x0c')).map_or(0, |at| at + 1);
        char_offset(line, last)
    };
    if end <= start && !one_line {
        return None;
    }
    let inner = if one_line { inner_range(line, &chars, start, end) } else { None };
    if inner.is_none() && end.saturating_sub(start) == chars.len() - indent {
        return None;
    }
    let mut text = String::new();
    for at in indent..end {
        let mark = match inner {
            _ if at < start => ' ',
            Some((from, to)) if at >= from && at < to => '^',
            Some(_) => '~',
            None => '^',
        };
        text.extend(std::iter::repeat_n(mark, chars.get(at).map_or(1, |c| columns(*c))));
    }
    Some(text)
}

/// East Asian characters and emojis take two columns on a terminal.
pub fn columns(character: char) -> usize {
    if character.width() == Some(2) { 2 } else { 1 }
}

/// The characters of the line that stand for the operator itself.
fn inner_range(line: &str, chars: &[char], start: usize, end: usize) -> Option<(usize, usize)> {
    let segment: String = chars.get(start..end)?.iter().collect();
    let (from, to) = anchors(&segment)?;
    let at = |byte: usize| start + char_offset(&segment, byte.min(segment.len()));
    debug_assert!(line.len() >= segment.len());
    Some((at(from), at(to)))
}

/// The number of characters in the first `bytes` bytes.
fn char_offset(text: &str, bytes: usize) -> usize {
    text.char_indices().take_while(|(at, _)| *at < bytes).count()
}
