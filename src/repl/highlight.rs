//! Colours for a line of Python, from the language's own tokens.

use frontend::token::Token;

/// The words that completion offers.
pub const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

const KEYWORD: &str = "\x1b[1;34m";
const STRING: &str = "\x1b[32m";
const NUMBER: &str = "\x1b[36m";
const RESET: &str = "\x1b[0m";

/// The line with colours; its visible text does not change.
pub fn coloured(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 32);
    let mut done = 0;
    for (token, span) in frontend::pieces(line) {
        let (start, end) = (span.start as usize, span.end as usize);
        let Some(colour) = colour_of(token, line.get(start..end)) else { continue };
        let (Some(before), Some(text)) = (line.get(done..start), line.get(start..end)) else { continue };
        out.push_str(before);
        out.push_str(colour);
        out.push_str(text);
        out.push_str(RESET);
        done = end;
    }
    out.push_str(&line[done..]);
    out
}

fn colour_of(token: Token, text: Option<&str>) -> Option<&'static str> {
    let first = text?.chars().next()?;
    if token.is_keyword() {
        return Some(KEYWORD);
    }
    match first {
        '0'..='9' => Some(NUMBER),
        '"' | '\'' => Some(STRING),
        _ if text?.ends_with(['"', '\'']) => Some(STRING),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without its colours the line is what was typed, whatever was typed.
    #[test]
    fn the_text_stays() {
        for line in ["if x == 'a': return 12", "def f(", "x = \"open", "π = 3 # ü", "", "   ", "\\", "f'{x!r}'"] {
            let mut plain = coloured(line);
            for code in [KEYWORD, STRING, NUMBER, RESET] {
                plain = plain.replace(code, "");
            }
            assert_eq!(plain, line);
        }
        assert!(coloured("if 1: pass").contains(KEYWORD));
    }
}
