//! Patterns to trees, with the errors that Python's own compiler of patterns finds, and their places.

use super::escape;
use super::source::{Fault, Kind, Read, Source, Token, shown};
use super::tree::{At, Greed, Member, Node, UNBOUNDED, flag, width};

/// A pattern that was read.
pub struct Parsed {
    pub nodes: Vec<Node>,
    pub flags: i64,
    /// Groups, the whole match not counted.
    pub groups: usize,
    /// Names and numbers of groups, in order.
    pub names: Vec<(Vec<u32>, usize)>,
}

/// Nested groups beyond this are refused, as CPython's recursion refuses them.
const DEEPEST: usize = 300;

pub struct Parser<'a> {
    pub source: Source<'a>,
    flags: i64,
    /// Widths of the groups that are closed; none while one is open.
    groups: Vec<Option<(u64, u64)>>,
    names: Vec<(Vec<u32>, usize)>,
    /// Conditions on groups that may come later, and where they stand.
    awaited: Vec<(usize, usize)>,
    /// Groups that were there when the outermost look-behind began.
    behind: Option<usize>,
    doubts: &'a mut Vec<Doubt>,
}

/// What may mean something else in a later Python: `Possible nested set`, and where.
pub struct Doubt {
    pub kind: &'static str,
    pub at: usize,
}

/// Reads a pattern.
pub fn parse(chars: &[u32], is_text: bool, flags: i64, doubts: &mut Vec<Doubt>) -> Read<Parsed> {
    match parse_once(chars, is_text, flags, doubts) {
        Err(Fault { kind: Kind::Verbose, .. }) => parse_once(chars, is_text, flags | flag::VERBOSE, doubts),
        other => other,
    }
}

fn parse_once(chars: &[u32], is_text: bool, flags: i64, doubts: &mut Vec<Doubt>) -> Read<Parsed> {
    let mut parser = Parser {
        source: Source::new(chars, is_text),
        flags: fixed(flags, is_text)?,
        groups: vec![None],
        names: Vec::new(),
        awaited: Vec::new(),
        behind: None,
        doubts,
    };
    let nodes = parser.alternatives(parser.flags, 0)?;
    if parser.source.peek()?.is_some() {
        return Err(parser.source.fault("unbalanced parenthesis", 0));
    }
    if let Some((group, at)) = parser.awaited.iter().find(|(group, _)| *group >= parser.groups.len()) {
        return Err(parser.source.fault_at(format!("invalid group reference {group}"), *at));
    }
    Ok(Parsed { nodes, flags: parser.flags, groups: parser.groups.len() - 1, names: parser.names })
}

/// The flags of a pattern of this kind, the implied one added.
fn fixed(flags: i64, is_text: bool) -> Read<i64> {
    let fault = |text: &str| Err(Fault { text: text.into(), at: None, kind: Kind::Value });
    let has = |bit| flags & bit != 0;
    match is_text {
        true if has(flag::LOCALE) => fault("cannot use LOCALE flag with a str pattern"),
        true if has(flag::ASCII) && has(flag::UNICODE) => fault("ASCII and UNICODE flags are incompatible"),
        true if !has(flag::ASCII) => Ok(flags | flag::UNICODE),
        false if has(flag::UNICODE) => fault("cannot use UNICODE flag with a bytes pattern"),
        false if has(flag::LOCALE) && has(flag::ASCII) => fault("ASCII and LOCALE flags are incompatible"),
        _ => Ok(flags),
    }
}

fn flag_of(c: u32) -> Option<i64> {
    Some(match char::from_u32(c)? {
        'i' => flag::IGNORECASE,
        'L' => flag::LOCALE,
        'm' => flag::MULTILINE,
        's' => flag::DOTALL,
        'x' => flag::VERBOSE,
        'a' => flag::ASCII,
        'u' => flag::UNICODE,
        _ => return None,
    })
}

fn is_digit(token: Option<Token>) -> bool {
    matches!(token, Some(Token::Char(0x30..=0x39)))
}

impl Parser<'_> {
    /// Branches between bars.
    fn alternatives(&mut self, flags: i64, depth: usize) -> Read<Vec<Node>> {
        if depth > DEEPEST {
            return Err(Fault { text: String::new(), at: None, kind: Kind::Recursion });
        }
        let mut branches = Vec::new();
        let mut flags = flags;
        loop {
            let first = depth == 0 && branches.is_empty();
            branches.push(self.sequence(&mut flags, depth, first)?);
            if !self.source.eat('|')? {
                break;
            }
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { vec![Node::Branch(branches)] })
    }

    /// Items up to a bar, a closing parenthesis, or the end.
    fn sequence(&mut self, flags: &mut i64, depth: usize, first: bool) -> Read<Vec<Node>> {
        let mut nodes: Vec<Node> = Vec::new();
        while let Some(token) = self.source.peek()? {
            if matches!(token, Token::Char(0x7c | 0x29)) {
                break;
            }
            self.source.next()?;
            let c = match token {
                Token::Escape(c) => {
                    nodes.push(escape::outside(self, c, *flags)?);
                    continue;
                }
                Token::Char(c) => c,
            };
            if *flags & flag::VERBOSE != 0 && self.skip_comment(c)? {
                continue;
            }
            match char::from_u32(c) {
                Some('[') => nodes.push(self.set(*flags)?),
                Some('*' | '+' | '?' | '{') => self.repeat(c, &mut nodes, *flags)?,
                Some('.') => nodes.push(Node::Any(*flags)),
                Some('^') => nodes.push(Node::At(At::Start, *flags)),
                Some('$') => nodes.push(Node::At(At::End, *flags)),
                Some('(') => {
                    let empty = first && nodes.is_empty();
                    self.group(&mut nodes, flags, depth, empty)?;
                }
                _ => nodes.push(Node::Char(c, *flags)),
            }
        }
        Ok(nodes)
    }

    /// Whether the character is none of a verbose pattern.
    fn skip_comment(&mut self, c: u32) -> Read<bool> {
        match c {
            0x20 | 0x09..=0x0d => Ok(true),
            0x23 => {
                while !matches!(self.source.next()?, None | Some(Token::Char(0x0a))) {}
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    fn set(&mut self, flags: i64) -> Read<Node> {
        let here = self.source.tell() - 1;
        if self.source.peek()? == Some(Token::Char('['.into())) {
            self.doubt("nested set", self.source.tell());
        }
        let negated = self.source.eat('^')?;
        let mut members = Vec::new();
        loop {
            let low = match self.source.next()? {
                None => return Err(self.unterminated_set(here)),
                Some(Token::Char(0x5d)) if !members.is_empty() => break,
                Some(token) => token,
            };
            if !members.is_empty() && self.source.peek()? == Some(low) {
                self.doubt_pair(low);
            }
            let from = self.member(low)?;
            if !self.source.eat('-')? {
                members.push(from);
                continue;
            }
            match self.source.next()? {
                None => return Err(self.unterminated_set(here)),
                Some(Token::Char(0x5d)) => {
                    members.extend([from, Member::Range(0x2d, 0x2d)]);
                    break;
                }
                Some(high) => {
                    if high == Token::Char('-'.into()) {
                        self.doubt("set difference", self.source.tell() - 2);
                    }
                    let to = self.member(high)?;
                    members.push(match (from, to) {
                        (Member::Range(from, _), Member::Range(to, _)) if from <= to => Member::Range(from, to),
                        _ => {
                            let text = format!("bad character range {}-{}", low.shown(), high.shown());
                            return Err(self.source.fault(text, low.len() + 1 + high.len()));
                        }
                    });
                }
            }
        }
        Ok(Node::Set { members, negated, flags })
    }

    fn doubt(&mut self, kind: &'static str, at: usize) {
        self.doubts.push(Doubt { kind, at });
    }

    /// A character of a set that stands there twice, one behind us: other languages have operators of sets.
    fn doubt_pair(&mut self, token: Token) {
        let Token::Char(c) = token else { return };
        let kind = match char::from_u32(c) {
            Some('-') => "set difference",
            Some('&') => "set intersection",
            Some('~') => "set symmetric difference",
            Some('|') => "set union",
            _ => return,
        };
        self.doubt(kind, self.source.tell() - 1);
    }

    fn unterminated_set(&self, here: usize) -> Fault {
        self.source.fault_at("unterminated character set", here)
    }

    fn member(&mut self, token: Token) -> Read<Member> {
        match token {
            Token::Char(c) => Ok(Member::Range(c, c)),
            Token::Escape(c) => escape::inside(self, c),
        }
    }

    fn repeat(&mut self, c: u32, nodes: &mut Vec<Node>, flags: i64) -> Read<()> {
        let here = self.source.tell();
        let (min, max) = match c {
            0x3f => (0, 1),
            0x2a => (0, UNBOUNDED),
            0x2b => (1, UNBOUNDED),
            _ => match self.bounds(here)? {
                Some(bounds) => bounds,
                None => {
                    nodes.push(Node::Char(c, flags));
                    return Ok(());
                }
            },
        };
        let back = self.source.tell() - here + 1;
        match nodes.last() {
            None | Some(Node::At(..)) => return Err(self.source.fault("nothing to repeat", back)),
            Some(Node::Repeat { .. }) => return Err(self.source.fault("multiple repeat", back)),
            _ => {}
        }
        let greed = if self.source.eat('?')? {
            Greed::Lazy
        } else if self.source.eat('+')? {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        let body = match nodes.pop() {
            Some(Node::Group(None, body)) => body,
            Some(node) => vec![node],
            None => Vec::new(),
        };
        nodes.push(Node::Repeat { body, min, max, greed });
        Ok(())
    }

    /// `{m,n}`; none if it is only a brace.
    fn bounds(&mut self, here: usize) -> Read<Option<(u32, u32)>> {
        if self.source.peek()? == Some(Token::Char(0x7d)) {
            return Ok(None);
        }
        let low = self.source.take_while(usize::MAX, |c| c.is_ascii_digit());
        let high = if self.source.eat(',')? {
            self.source.take_while(usize::MAX, |c| c.is_ascii_digit())
        } else {
            low.clone()
        };
        if !self.source.eat('}')? {
            self.source.seek(here);
            return Ok(None);
        }
        let number = |digits: &str, default: u32| {
            let value = if digits.is_empty() { Some(default) } else { digits.parse().ok().filter(|n| *n != UNBOUNDED) };
            let too_large = || "the repetition number is too large".to_owned();
            value.ok_or_else(|| Fault { text: too_large(), at: None, kind: Kind::Overflow })
        };
        let (min, max) = (number(&low, 0)?, number(&high, UNBOUNDED)?);
        if max < min {
            let back = self.source.tell() - here;
            return Err(self.source.fault("min repeat greater than max repeat", back));
        }
        Ok(Some((min, max)))
    }

    fn close(&mut self, start: usize) -> Read<()> {
        if self.source.eat(')')? {
            return Ok(());
        }
        Err(self.source.fault_at("missing ), unterminated subpattern", start))
    }

    /// What begins with a parenthesis, which is behind us.
    fn group(&mut self, nodes: &mut Vec<Node>, flags: &mut i64, depth: usize, first: bool) -> Read<()> {
        let start = self.source.tell() - 1;
        if !self.source.eat('?')? {
            return self.capture(nodes, *flags, depth, start, None);
        }
        let Some(token) = self.source.next()? else { return Err(self.source.fault("unexpected end of pattern", 0)) };
        let c = if let Token::Char(c) = token { char::from_u32(c).unwrap_or('\0') } else { '\\' };
        match c {
            'P' => self.named(nodes, *flags, depth, start),
            ':' => self.plain(nodes, *flags, depth, start),
            '#' => self.comment(start),
            '=' | '!' | '<' => self.look(nodes, c, *flags, depth, start),
            '(' => self.conditional(nodes, *flags, depth, start),
            '>' => {
                let body = self.alternatives(*flags, depth + 1)?;
                self.close(start)?;
                nodes.push(Node::Atomic(body));
                Ok(())
            }
            '-' | 'i' | 'L' | 'm' | 's' | 'x' | 'a' | 'u' => match self.inline_flags(c)? {
                None => {
                    if !first {
                        return Err(self.source.fault_at("global flags not at the start of the expression", start));
                    }
                    if self.flags & flag::VERBOSE != 0 && *flags & flag::VERBOSE == 0 {
                        return Err(Fault { text: String::new(), at: None, kind: Kind::Verbose });
                    }
                    self.flags = fixed_inline(self.flags);
                    *flags = self.flags;
                    Ok(())
                }
                Some((add, remove)) => {
                    let kept = if add & flag::TYPES != 0 { *flags & !flag::TYPES } else { *flags };
                    self.plain(nodes, (kept | add) & !remove, depth, start)
                }
            },
            _ => {
                let text = format!("unknown extension ?{}", token.shown());
                Err(self.source.fault(text, token.len() + 1))
            }
        }
    }

    fn comment(&mut self, start: usize) -> Read<()> {
        loop {
            match self.source.next()? {
                None => return Err(self.source.fault_at("missing ), unterminated comment", start)),
                Some(Token::Char(0x29)) => return Ok(()),
                Some(_) => {}
            }
        }
    }

    fn plain(&mut self, nodes: &mut Vec<Node>, flags: i64, depth: usize, start: usize) -> Read<()> {
        let body = self.alternatives(flags, depth + 1)?;
        self.close(start)?;
        nodes.push(Node::Group(None, body));
        Ok(())
    }

    fn capture(
        &mut self,
        nodes: &mut Vec<Node>,
        flags: i64,
        depth: usize,
        start: usize,
        name: Option<Vec<u32>>,
    ) -> Read<()> {
        let number = self.groups.len();
        self.groups.push(None);
        if let Some(name) = name {
            if let Some((_, old)) = self.names.iter().find(|(known, _)| *known == name) {
                let text =
                    format!("redefinition of group name {} as group {number}; was group {old}", quoted(&name, true));
                return Err(self.source.fault(text, name.len() + 1));
            }
            self.names.push((name, number));
        }
        let body = self.alternatives(flags, depth + 1)?;
        self.close(start)?;
        let widths: Vec<(u64, u64)> = self.groups.iter().map(|width| width.unwrap_or((0, u64::MAX))).collect();
        self.groups[number] = Some(width(&body, &widths));
        nodes.push(Node::Group(Some(number), body));
        Ok(())
    }

    /// `(?P<name>…)` and `(?P=name)`.
    fn named(&mut self, nodes: &mut Vec<Node>, flags: i64, depth: usize, start: usize) -> Read<()> {
        if self.source.eat('<')? {
            let name = self.source.until('>', "group name")?;
            self.check_name(&name)?;
            return self.capture(nodes, flags, depth, start, Some(name));
        }
        if self.source.eat('=')? {
            let name = self.source.until(')', "group name")?;
            self.check_name(&name)?;
            let number = self.number_of(&name)?;
            self.check_reference(number, name.len() + 1)?;
            nodes.push(Node::Reference(number, flags));
            return Ok(());
        }
        match self.source.next()? {
            None => Err(self.source.fault("unexpected end of pattern", 0)),
            Some(token) => Err(self.source.fault(format!("unknown extension ?P{}", token.shown()), token.len() + 2)),
        }
    }

    fn check_name(&self, name: &[u32]) -> Read<()> {
        if runtime::builtins::str::classify::is_identifier(gc::Units::U4(name)) {
            return Ok(());
        }
        let text = format!("bad character in group name {}", quoted(name, self.source.is_text));
        Err(self.source.fault(text, name.len() + 1))
    }

    fn number_of(&self, name: &[u32]) -> Read<usize> {
        match self.names.iter().find(|(known, _)| known == name) {
            Some((_, number)) => Ok(*number),
            None => {
                let text = format!("unknown group name {}", quoted(name, self.source.is_text));
                Err(self.source.fault(text, name.len() + 1))
            }
        }
    }

    pub fn group_count(&self) -> usize {
        self.groups.len()
    }

    /// A reference must mean a group that is closed; inside a look-behind one from before it.
    pub fn check_reference(&self, group: usize, back: usize) -> Read<()> {
        if self.groups[group].is_none() {
            return Err(self.source.fault("cannot refer to an open group", back));
        }
        self.check_behind(group)
    }

    fn check_behind(&self, group: usize) -> Read<()> {
        if self.behind.is_some() && self.groups.get(group).is_none_or(Option::is_none) {
            return Err(self.source.fault("cannot refer to an open group", 0));
        }
        if self.behind.is_some_and(|groups| group >= groups) {
            let text = "cannot refer to group defined in the same lookbehind subpattern";
            return Err(self.source.fault(text, 0));
        }
        Ok(())
    }

    fn look(&mut self, nodes: &mut Vec<Node>, c: char, flags: i64, depth: usize, start: usize) -> Read<()> {
        let behind = c == '<';
        let mut c = c;
        let outer = self.behind;
        if behind {
            match self.source.next()? {
                None => return Err(self.source.fault("unexpected end of pattern", 0)),
                Some(Token::Char(0x3d)) => c = '=',
                Some(Token::Char(0x21)) => c = '!',
                Some(token) => {
                    return Err(self.source.fault(format!("unknown extension ?<{}", token.shown()), token.len() + 2));
                }
            }
            self.behind = outer.or(Some(self.groups.len()));
        }
        let body = self.alternatives(flags, depth + 1)?;
        self.behind = outer;
        self.close(start)?;
        nodes.push(Node::Look { behind, negated: c == '!', body });
        Ok(())
    }

    fn conditional(&mut self, nodes: &mut Vec<Node>, flags: i64, depth: usize, start: usize) -> Read<()> {
        let name = self.source.until(')', "group name")?;
        let digits = shown(&name);
        let group = if digits.bytes().all(|b| b.is_ascii_digit()) {
            let group = digits.parse::<usize>().unwrap_or(usize::MAX);
            let back = name.len() + 1;
            if group == 0 {
                return Err(self.source.fault("bad group number", back));
            }
            if group > i32::MAX as usize / 2 {
                return Err(self.source.fault(format!("invalid group reference {digits}"), back));
            }
            self.awaited.push((group, self.source.tell() - back));
            group
        } else {
            self.check_name(&name)?;
            self.number_of(&name)?
        };
        self.check_behind(group)?;
        let mut inner = flags;
        let yes = self.sequence(&mut inner, depth + 1, false)?;
        let no = if self.source.eat('|')? { self.sequence(&mut inner, depth + 1, false)? } else { Vec::new() };
        if self.source.peek()? == Some(Token::Char(0x7c)) {
            return Err(self.source.fault("conditional backref with more than two branches", 0));
        }
        self.close(start)?;
        nodes.push(Node::Conditional { group, yes, no });
        Ok(())
    }

    /// Flags after `(?`: none if they are the whole pattern's, else those to add and to take away.
    fn inline_flags(&mut self, first: char) -> Read<Option<(i64, i64)>> {
        let (mut add, mut remove) = (0, 0);
        let mut c = first;
        while c != '-' {
            let bit = flag_of(c.into()).unwrap_or(0);
            let wrong = match (self.source.is_text, c) {
                (true, 'L') => Some("bad inline flags: cannot use 'L' flag with a str pattern"),
                (false, 'u') => Some("bad inline flags: cannot use 'u' flag with a bytes pattern"),
                _ => None,
            };
            if let Some(text) = wrong {
                return Err(self.source.fault(text, 0));
            }
            add |= bit;
            if bit & flag::TYPES != 0 && add & flag::TYPES != bit {
                return Err(self.source.fault("bad inline flags: flags 'a', 'u' and 'L' are incompatible", 0));
            }
            c = self.flag_char("missing -, : or )", "-:)")?;
            if c == ')' {
                self.flags |= add;
                return Ok(None);
            }
            if c == ':' {
                return Ok(Some((add, 0)));
            }
        }
        c = self.flag_char("missing flag", "")?;
        loop {
            let bit = flag_of(c.into()).unwrap_or(0);
            if bit & flag::TYPES != 0 {
                return Err(self.source.fault("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", 0));
            }
            remove |= bit;
            c = self.flag_char("missing :", ":")?;
            if c == ':' {
                break;
            }
        }
        if add & remove != 0 {
            return Err(self.source.fault("bad inline flags: flag turned on and off", 1));
        }
        Ok(Some((add, remove)))
    }

    /// The next flag, or one of the characters that may end them.
    fn flag_char(&mut self, missing: &str, ends: &str) -> Read<char> {
        let Some(token) = self.source.next()? else { return Err(self.source.fault(missing, 0)) };
        let c = if let Token::Char(c) = token { char::from_u32(c).unwrap_or('\0') } else { '\\' };
        if ends.contains(c) || (c != '\\' && flag_of(c.into()).is_some()) {
            return Ok(c);
        }
        Err(self.source.fault(if c.is_alphabetic() { "unknown flag" } else { missing }, token.len()))
    }

    /// Whether the next token is a digit.
    pub fn digit_follows(&self) -> bool {
        is_digit(self.source.peek().ok().flatten())
    }
}

/// Inline flags of the whole pattern: `a` takes the place of the implied `u`.
fn fixed_inline(flags: i64) -> i64 {
    if flags & flag::ASCII != 0 { flags & !flag::UNICODE } else { flags }
}

/// A name in quotes, as `repr` shows it.
fn quoted(name: &[u32], is_text: bool) -> String {
    let text = runtime::text::escape::repr(gc::Units::U4(name)).to_string_lossy();
    if is_text { text } else { format!("b{text}") }
}
