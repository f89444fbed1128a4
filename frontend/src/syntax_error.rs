//! The error that a source deserves, with CPython's `lineno`, `offset`, `end_lineno`, `end_offset` and `text`.

use crate::{LineIndex, ast::Span};
use std::fmt;

/// Which exception is raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    SyntaxError,
    IndentationError,
    TabError,
    /// The tree is too deep to be compiled: `RecursionError`, without a place.
    RecursionError,
    /// The source is too deep to be parsed: `MemoryError`, without a place.
    MemoryError,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Kind::SyntaxError => "SyntaxError",
            Kind::IndentationError => "IndentationError",
            Kind::TabError => "TabError",
            Kind::RecursionError => "RecursionError",
            Kind::MemoryError => "MemoryError",
        }
    }
}

/// An error as Python programs see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    pub kind: Kind,
    pub message: String,
    /// 1-based; 0 where CPython gives no place at all (then `text` is missing too).
    pub start_line: u32,
    /// 1-based, in characters. What CPython says, so it may lie left of the line in odd cases.
    pub start_col: i32,
    pub end_line: u32,
    pub end_col: i32,
    pub text: Option<String>,
    /// More lines could make this source good.
    pub incomplete: bool,
}

/// Where a failure is, before lines are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Underlined from start to end.
    Range(Span),
    /// One caret under the character before this offset.
    Behind(u32),
    /// One caret under this offset, and no end: the `end_offset` is given as it is.
    At(u32, i32),
    /// Behind the last line.
    End,
    /// Line, offset, end line, end offset, in CPython's numbers.
    Exactly(u32, i32, u32, i32),
    Nowhere,
}

/// Where a source comes from. CPython numbers some places differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// A string: `exec`, `eval`, `compile`, `-c`.
    #[default]
    Text,
    /// A file that declares its encoding.
    DeclaredFile,
    /// A file that does not: columns found by the parser are in bytes.
    File,
}

/// A failure inside the frontend.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Failure {
    pub kind: Kind,
    pub message: String,
    pub place: Place,
    pub incomplete: bool,
    /// The line to show, where it is not the line of the source.
    pub text: Option<String>,
    /// Tokens that can never be right outrank what the grammar finds before them.
    pub outranks: bool,
    /// Nothing better can be said.
    pub is_final: bool,
}

impl Failure {
    pub fn new(place: Place, message: impl Into<String>) -> Self {
        let (kind, message) = (Kind::SyntaxError, message.into());
        Self { kind, message, place, incomplete: false, text: None, outranks: false, is_final: false }
    }

    pub fn span(span: Span, message: impl Into<String>) -> Self {
        Self::new(Place::Range(span), message)
    }

    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    pub fn incomplete(mut self) -> Self {
        self.incomplete = true;
        self
    }

    /// An error of a literal or of the tokens: there is no mistake of grammar to look for.
    pub fn finally(mut self) -> Self {
        self.is_final = true;
        self
    }

    pub fn outranking(mut self) -> Self {
        self.outranks = true;
        self
    }

    /// Counts lines and columns.
    pub fn locate(self, lines: &LineIndex, origin: Origin) -> SyntaxError {
        let (start_line, start_col, end_line, end_col) = self.place.numbers(lines, origin);
        // The tokens' errors come with the bare line, and so do files whose last line has no end; of a string also the
        // lines that the reader had left when it saw the error.
        let left =
            end_line > start_line || self.incomplete && lines.line_start(start_line + 1) < lines.source().len() as u32;
        let bare = self.outranks || if origin == Origin::Text { left } else { start_line == lines.line_count() };
        let end = if bare { "" } else { "\n" };
        let text = self.text.or_else(|| (start_line > 0).then(|| format!("{}{end}", lines.line_text(start_line))));
        let (kind, message, incomplete) = (self.kind, self.message, self.incomplete);
        SyntaxError { kind, message, start_line, start_col, end_line, end_col, text, incomplete }
    }
}

impl Place {
    /// Line, offset, end line, end offset.
    pub(crate) fn numbers(self, lines: &LineIndex, origin: Origin) -> (u32, i32, u32, i32) {
        let at = |offset| {
            let place = lines.locate(offset);
            (place.line, if origin == Origin::File { place.byte } else { place.column } as i32 + 1)
        };
        match self {
            Place::Range(span) => {
                let ((line, col), (end_line, mut end_col)) = (at(span.start), at(span.end));
                // CPython counts the end in the text of the first line, too.
                if end_line > line && origin != Origin::File {
                    end_col = end_col.min(lines.line_text(line).chars().count() as i32 + 1);
                }
                (line, col, end_line, end_col)
            }
            Place::Behind(offset) => {
                let place = lines.locate(offset);
                (place.line, place.column as i32, place.line, place.column as i32)
            }
            Place::At(offset, end) => {
                let (line, col) = at(offset);
                (line, col, line, end)
            }
            Place::End => {
                let text = lines.source();
                let line = lines.line(text.strip_suffix('\n').unwrap_or(text).len() as u32);
                let column = lines.line_text(line).chars().count() as i32 + 1;
                (line, if origin == Origin::Text { column } else { 0 }, line, -1)
            }
            Place::Exactly(line, col, end_line, end_col) => (line, col, end_line, end_col),
            Place::Nowhere => (0, 0, 0, 0),
        }
    }
}

impl SyntaxError {
    /// What CPython prints for an uncaught error of this kind: place, line, carets, message.
    pub fn report(&self, filename: &str) -> String {
        let mut out = String::new();
        if self.start_line > 0 {
            out = format!("  File \"{filename}\", line {}\n", self.start_line);
            if let Some(text) = &self.text {
                out += &self.underlined(text);
            }
        }
        out + &self.to_string() + "\n"
    }

    /// The line, stripped, and below it the carets, unless they would stand left of it.
    fn underlined(&self, text: &str) -> String {
        let stripped = text.trim_start_matches([' ', '\t', '\x0c']);
        let line = stripped.strip_suffix('\n').unwrap_or(stripped);
        let end = if self.end_line > self.start_line { text.chars().count() as i32 } else { self.end_col };
        // CPython underlines a range only for `SyntaxError` itself.
        let range = self.kind == Kind::SyntaxError && end > 0;
        let carets = if range { (end - self.start_col).max(1) } else { 1 };
        let column = (self.start_col - 1 - (text.len() - stripped.len()) as i32).min(line.len() as i32);
        let mut out = format!("    {line}\n");
        if column >= 0 {
            out += &format!("    {}{}\n", " ".repeat(column as usize), "^".repeat(carets as usize));
        }
        out
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let separator = if self.message.is_empty() { "" } else { ": " };
        write!(f, "{}{separator}{}", self.kind.name(), self.message)
    }
}

impl std::error::Error for SyntaxError {}
