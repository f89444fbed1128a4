//! Words that are keywords only where they must be, and parentheses that only look like a group.
//!
//! The grammar has one token of lookahead, so `match`, `case`, `_` and the parenthesis of `with (a as b):` are told
//! apart here, where the whole line is in view.

use crate::lexer::Spanned;
use crate::token::Token;

/// Renames the tokens in place.
pub(crate) fn resolve(source: &str, tokens: &mut [Spanned]) {
    let mut pass = Pass { source, tokens, matching: false, blocks: vec![] };
    let mut start = true;
    for at in 0..pass.tokens.len() {
        match pass.tokens[at].1 {
            Token::Name if start => pass.word(at),
            Token::With if matches!(pass.get(at + 1), Some(Token::Lpar)) => pass.with(at + 1),
            Token::Indent => {
                let matching = std::mem::take(&mut pass.matching);
                pass.blocks.push(matching);
            }
            Token::Dedent => _ = pass.blocks.pop(),
            _ => {}
        }
        start = matches!(pass.tokens[at].1, Token::Newline | Token::Indent | Token::Dedent);
    }
}

/// Does the statement that starts the tokens have blocks?
pub(crate) fn starts_block(source: &str, tokens: &[Spanned]) -> bool {
    let Some(first) = tokens.first() else { return false };
    match first.1 {
        Token::If | Token::While | Token::For | Token::Try | Token::With | Token::Def | Token::Class => true,
        Token::At | Token::Async | Token::Match => true,
        Token::Name if &source[first.0 as usize..first.2 as usize] == "match" => {
            let mut tokens = tokens.to_vec();
            resolve(source, &mut tokens);
            tokens[0].1 == Token::Match
        }
        _ => false,
    }
}

struct Pass<'s, 't> {
    source: &'s str,
    tokens: &'t mut [Spanned],
    /// The next block is that of a `match`.
    matching: bool,
    /// For every open block: is it that of a `match`?
    blocks: Vec<bool>,
}

impl Pass<'_, '_> {
    fn get(&self, at: usize) -> Option<Token> {
        self.tokens.get(at).map(|token| token.1)
    }

    fn text(&self, at: usize) -> &str {
        let (start, _, end) = self.tokens[at];
        &self.source[start as usize..end as usize]
    }

    /// A name at the start of a statement.
    fn word(&mut self, at: usize) {
        match self.text(at) {
            "match" if self.is_match(at) => {
                self.tokens[at].1 = Token::Match;
                self.matching = true;
            }
            "case" if self.blocks.last() == Some(&true) => {
                self.tokens[at].1 = Token::Case;
                self.wildcards(at + 1);
            }
            _ => self.matching = false,
        }
    }

    /// `match` is a keyword if what follows cannot continue a name, or if it ends like the head of a block.
    fn is_match(&self, at: usize) -> bool {
        let Some(next) = self.get(at + 1) else { return false };
        match next {
            Token::Name | Token::Number | Token::String | Token::Lbrace | Token::Tilde | Token::Ellipsis => true,
            Token::None | Token::True | Token::False | Token::Lambda | Token::Await => true,
            Token::Lpar | Token::Lsqb | Token::Minus | Token::Plus | Token::Star | Token::Not => self.heads_block(at),
            _ => false,
        }
    }

    fn heads_block(&self, at: usize) -> bool {
        let rest = &self.tokens[at..];
        let end = rest.iter().position(|token| token.1 == Token::Newline);
        end.is_some_and(|end| rest[end - 1].1 == Token::Colon)
    }

    /// Marks the `_` of one `case` as wildcards, up to its guard or colon.
    fn wildcards(&mut self, start: usize) {
        let mut depth = 0;
        for at in start..self.tokens.len() {
            match self.tokens[at].1 {
                token if token.opens() => depth += 1,
                token if token.closes() => depth -= 1,
                Token::Colon | Token::If if depth == 0 => return,
                Token::Newline => return,
                Token::Name if self.text(at) == "_" => {
                    // `x._` and `_=pattern`; CPython takes `_.x` for a wildcard, too, and then refuses the dot.
                    let part = self.get(at - 1) == Some(Token::Dot) || self.get(at + 1) == Some(Token::Equal);
                    if !part {
                        self.tokens[at].1 = Token::Wildcard;
                    }
                }
                _ => {}
            }
        }
    }

    /// `with (...):` may hold a list of items; `with (...) as x:` may not. An `as` inside can be nothing else: what is
    /// wrong comes behind it.
    fn with(&mut self, open: usize) {
        let (mut depth, mut names) = (0, false);
        for at in open..self.tokens.len() {
            match self.tokens[at].1 {
                token if token.opens() => depth += 1,
                token if token.closes() => depth -= 1,
                Token::As => names |= depth == 1,
                _ => {}
            }
            if depth == 0 {
                if names || self.get(at + 1) == Some(Token::Colon) {
                    self.tokens[open].1 = Token::WithLpar;
                }
                return;
            }
        }
        self.tokens[open].1 = Token::WithLpar;
    }
}
