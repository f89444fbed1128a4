//! What the comments of a program say that it prints.

use super::document::{Place, Shown};
use frontend::token::Token;
use std::ops::Range;

/// Words that announce an expectation.
const MARKS: [&str; 12] =
    ["expected:", "expect:", "output:", "prints:", "prints", "out:", "输出:", "输出：", "=>", "->", "→", "==>"];
/// A string that begins with one of these lines shows output.
const HEADINGS: [&str; 8] = ["output", "prints", "result", "expected output", "输出", "结果", "运行结果", "输出结果"];

/// The bytes of each line of a text, without its end.
pub fn line_spans(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let start = at;
            at += line.len();
            start..start + line.strip_suffix('\n').unwrap_or(line).len()
        })
        .collect()
}

/// A comment without what announces an expectation, and whether something did.
pub fn unmarked(comment: &str) -> (&str, bool) {
    let text = comment.trim_start_matches('#').trim();
    for mark in MARKS {
        let head = text.get(..mark.len()).unwrap_or("");
        if head.eq_ignore_ascii_case(mark) {
            let rest = &text[mark.len()..];
            if !mark.ends_with(char::is_alphanumeric) || rest.starts_with([' ', ':']) {
                return (rest.trim_start_matches(':').trim_start(), true);
            }
        }
    }
    (text, false)
}

/// Whether a text begins as a value does: a number, a quote, a bracket, a constant, a class between angle brackets.
pub fn looks_printed(text: &str) -> bool {
    let word: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let first = text.chars().next().unwrap_or(' ');
    let number = text.trim_start_matches(['-', '~']).starts_with(|c: char| c.is_ascii_digit());
    number || matches!(first, '\'' | '"' | '[' | '{' | '<') || matches!(word.as_str(), "True" | "False" | "None")
}

/// The expectations in a program's comments and strings. `lines`: its lines' bytes in the document, whose line
/// `first_line` is its first.
pub fn shown(source: &str, lines: &[Range<usize>], first_line: usize) -> Vec<Shown> {
    let starts: Vec<usize> = line_spans(source).iter().map(|l| l.start).collect();
    let mut out = Vec::new();
    let mut line_is_empty = true;
    let mut before = usize::MAX;
    for (token, span) in frontend::pieces(source) {
        let (start, end) = (span.start as usize, span.end as usize);
        let line = starts.partition_point(|s| *s <= start) - 1;
        if line != before {
            line_is_empty = true;
            before = line;
        }
        let Some(text) = source.get(start..end) else { continue };
        if text.starts_with('#') {
            if !line_is_empty && let Some(span) = lines.get(line) {
                let code = source[starts[line]..start].trim();
                out.extend(of_comment(text, code, span.start + start - starts[line], line, first_line));
            }
        } else if line_is_empty && start == starts[line] && text.contains('\n') && token_is_string(token, text) {
            out.extend(of_string(text, line, lines, first_line));
        } else if !text.trim().is_empty() {
            line_is_empty = false;
        }
    }
    out
}

fn token_is_string(token: Token, text: &str) -> bool {
    !token.is_keyword() && (text.ends_with("\"\"\"") || text.ends_with("'''"))
}

/// The comment behind the code of a line, if it is an expectation.
fn of_comment(comment: &str, code: &str, at: usize, line: usize, first_line: usize) -> Option<Shown> {
    let (text, marked) = unmarked(comment);
    let prints = code.starts_with("print(") || code.contains(": print(") || code.contains("; print(");
    if text.is_empty() || !(marked || prints) {
        return None;
    }
    let start = at + comment.trim_end().len() - text.len();
    let place = Place::Line(line as u32 + 1);
    let span = std::iter::once(start..start + text.len()).collect();
    Some(Shown { place, text: text.to_string(), line: first_line + line, spans: span })
}

/// A string between statements that begins with a heading such as "Output:".
fn of_string(text: &str, line: usize, lines: &[Range<usize>], first_line: usize) -> Option<Shown> {
    let body: Vec<&str> = text.trim_matches(['"', '\'']).split('\n').collect();
    let heading = body.iter().position(|l| !l.trim().is_empty())?;
    let title = body[heading].trim().trim_end_matches([':', '：']).to_lowercase();
    if !HEADINGS.contains(&title.as_str()) {
        return None;
    }
    let mut shown =
        Shown { place: Place::Among, text: String::new(), line: first_line + line + heading + 1, spans: Vec::new() };
    for (n, said) in body.iter().enumerate().skip(heading + 1).filter(|(_, l)| !l.trim().is_empty()) {
        let said = said.split("  #").next().unwrap_or(said).trim_end();
        let span = lines.get(line + n)?;
        shown.spans.push(span.start..span.start + said.len());
        shown.text += &format!("{said}\n");
    }
    Some(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        shown(source, &line_spans(source), 1).into_iter().map(|s| s.text).collect()
    }

    #[test]
    fn comments_behind_prints_count() {
        assert_eq!(texts("print(x)  # 28\ny = 1  # 5\n# 7\nz()  # expect: 8\n"), ["28", "8"]);
        assert_eq!(texts("s = '# no'\nprint(s)   # => '# no'\n"), ["'# no'"]);
    }

    #[test]
    fn a_string_may_show_output() {
        assert_eq!(texts("print(1)\n\"\"\"\nOutput:\nSize 1  # four slots\n...\n\"\"\"\n"), ["Size 1\n...\n"]);
    }
}
