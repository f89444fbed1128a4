//! The words of Python, recognised one by one with logos. Indentation and lines are the business of `lexer`.

use crate::scan;
use logos::Logos;
use std::fmt;

/// A token; its text is the slice of the source that its span names.
#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[logos(error(Problem, |lex| Problem::Character(lex.slice().chars().next().unwrap_or('\0'))))]
pub enum Token {
    // Made by the layers above.
    Indent,
    Dedent,
    Newline,
    Match,
    Case,
    /// `_` as a pattern.
    Wildcard,
    /// The parenthesis of `with (a as b, c as d):`.
    WithLpar,
    StartModule,
    StartInteractive,
    StartExpression,

    // Never shown to the grammar.
    #[regex(r"[ \t\x0c]+")]
    Space,
    #[regex(r"#[^\n\r]*", allow_greedy = true)]
    Comment,
    #[regex(r"\r\n|\n|\r")]
    LineEnd,
    #[regex(r"\\(\r\n|\n|\r)")]
    Continuation,

    #[regex(r"[a-zA-Z_\u{80}-\u{10FFFF}][a-zA-Z0-9_\u{80}-\u{10FFFF}]*", |lex| scan::name(lex.slice()))]
    Name,
    #[regex(r"[0-9]|\.[0-9]", scan::number)]
    Number,
    #[regex(r#"([rR][fFbB]?|[fFbB][rR]?|[uU])?('''|"""|'|")"#, scan::string)]
    String,

    #[token("False")]
    False,
    #[token("None")]
    None,
    #[token("True")]
    True,
    #[token("and")]
    And,
    #[token("as")]
    As,
    #[token("assert")]
    Assert,
    #[token("async")]
    Async,
    #[token("await")]
    Await,
    #[token("break")]
    Break,
    #[token("class")]
    Class,
    #[token("continue")]
    Continue,
    #[token("def")]
    Def,
    #[token("del")]
    Del,
    #[token("elif")]
    Elif,
    #[token("else")]
    Else,
    #[token("except")]
    Except,
    #[token("finally")]
    Finally,
    #[token("for")]
    For,
    #[token("from")]
    From,
    #[token("global")]
    Global,
    #[token("if")]
    If,
    #[token("import")]
    Import,
    #[token("in")]
    In,
    #[token("is")]
    Is,
    #[token("lambda")]
    Lambda,
    #[token("nonlocal")]
    Nonlocal,
    #[token("not")]
    Not,
    #[token("or")]
    Or,
    #[token("pass")]
    Pass,
    #[token("raise")]
    Raise,
    #[token("return")]
    Return,
    #[token("try")]
    Try,
    #[token("while")]
    While,
    #[token("with")]
    With,
    #[token("yield")]
    Yield,

    #[token("(")]
    Lpar,
    #[token(")")]
    Rpar,
    #[token("[")]
    Lsqb,
    #[token("]")]
    Rsqb,
    #[token("{")]
    Lbrace,
    #[token("}")]
    Rbrace,
    #[token(":")]
    Colon,
    #[token(",")]
    Comma,
    #[token(";")]
    Semi,
    #[token(".")]
    Dot,
    #[token("...")]
    Ellipsis,
    #[token("=")]
    Equal,
    #[token("->")]
    Rarrow,
    #[token(":=")]
    ColonEqual,
    #[token("+")]
    Plus,
    #[token("-")]
    Minus,
    #[token("*")]
    Star,
    #[token("/")]
    Slash,
    #[token("//")]
    DoubleSlash,
    #[token("%")]
    Percent,
    #[token("@")]
    At,
    #[token("**")]
    DoubleStar,
    #[token("&")]
    Amper,
    #[token("|")]
    Vbar,
    #[token("^")]
    Circumflex,
    #[token("~")]
    Tilde,
    #[token("<<")]
    LeftShift,
    #[token(">>")]
    RightShift,
    #[token("<")]
    Less,
    #[token(">")]
    Greater,
    #[token("<=")]
    LessEqual,
    #[token(">=")]
    GreaterEqual,
    #[token("==")]
    EqEqual,
    #[token("!=")]
    NotEqual,
    /// Python 2's `<>`: an error, but one that knows what was meant.
    #[token("<>")]
    LessGreater,
    #[token("+=")]
    PlusEqual,
    #[token("-=")]
    MinusEqual,
    #[token("*=")]
    StarEqual,
    #[token("/=")]
    SlashEqual,
    #[token("//=")]
    DoubleSlashEqual,
    #[token("%=")]
    PercentEqual,
    #[token("@=")]
    AtEqual,
    #[token("&=")]
    AmperEqual,
    #[token("|=")]
    VbarEqual,
    #[token("^=")]
    CircumflexEqual,
    #[token("<<=")]
    LeftShiftEqual,
    #[token(">>=")]
    RightShiftEqual,
    #[token("**=")]
    DoubleStarEqual,
    /// `$`, `?`, `!` and a lone backslash: tokens for CPython's tokenizer, words for nobody.
    #[regex(r"[$?!`]")]
    Stray,
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl Token {
    pub fn opens(self) -> bool {
        matches!(self, Token::Lpar | Token::Lsqb | Token::Lbrace | Token::WithLpar)
    }

    pub fn closes(self) -> bool {
        matches!(self, Token::Rpar | Token::Rsqb | Token::Rbrace)
    }

    /// One of the 35 reserved words.
    pub fn is_keyword(self) -> bool {
        (Token::False as u8..=Token::Yield as u8).contains(&(self as u8))
    }

    pub fn is_augmented_assignment(self) -> bool {
        (Token::PlusEqual as u8..=Token::DoubleStarEqual as u8).contains(&(self as u8))
    }
}

/// Why a piece of source is no token.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Problem {
    #[default]
    None,
    /// No token starts with this character.
    Character(char),
    /// A name holds this character, found at this distance from its start.
    NameCharacter(char, usize),
    /// A malformed number: the message, and how many of its bytes are good.
    Number(String, usize),
    /// `0777`: how many zeros and underscores there are.
    LeadingZeros(usize),
    UnterminatedString,
    UnterminatedTripleString,
}
