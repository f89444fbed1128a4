//! Regular expressions as trees: what the parser makes and the builder turns into a program.

/// The bits of `re.RegexFlag` that patterns know.
pub mod flag {
    pub const IGNORECASE: i64 = 2;
    pub const LOCALE: i64 = 4;
    pub const MULTILINE: i64 = 8;
    pub const DOTALL: i64 = 16;
    pub const UNICODE: i64 = 32;
    pub const VERBOSE: i64 = 64;
    pub const DEBUG: i64 = 128;
    pub const ASCII: i64 = 256;
    /// Those that say what a letter is.
    pub const TYPES: i64 = ASCII | LOCALE | UNICODE;
}

/// No upper bound of a repetition.
pub const UNBOUNDED: u32 = u32::MAX;

/// `\d`, `\s`, `\w`, and whether they are turned round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Category {
    /// `d`, `s` or `w`.
    pub kind: u8,
    pub negated: bool,
}

/// A member of `[…]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Member {
    /// A character, or all from the first to the last.
    Range(u32, u32),
    Category(Category),
}

/// A place that is looked at without moving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// `^`
    Start,
    /// `$`
    End,
    /// `\A`
    TextStart,
    /// `\Z`
    TextEnd,
    Boundary,
    NoBoundary,
}

/// How often, and in which order the numbers are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Greed {
    Greedy,
    Lazy,
    Possessive,
}

/// A piece of an expression. The flags that count inside a group are in its leaves.
#[derive(Clone, Debug)]
pub enum Node {
    /// A character, under these flags.
    Char(u32, i64),
    /// `.`
    Any(i64),
    Set {
        members: Vec<Member>,
        negated: bool,
        flags: i64,
    },
    At(At, i64),
    Branch(Vec<Vec<Node>>),
    Repeat {
        body: Vec<Node>,
        min: u32,
        max: u32,
        greed: Greed,
    },
    /// A group; without a number it only holds together.
    Group(Option<usize>, Vec<Node>),
    Atomic(Vec<Node>),
    /// `(?=…)`, `(?!…)`, and with `behind` `(?<=…)`, `(?<!…)`.
    Look {
        behind: bool,
        negated: bool,
        body: Vec<Node>,
    },
    Reference(usize, i64),
    Conditional {
        group: usize,
        yes: Vec<Node>,
        no: Vec<Node>,
    },
}

/// The least and the most characters that nodes match.
pub fn width(nodes: &[Node], groups: &[(u64, u64)]) -> (u64, u64) {
    nodes.iter().map(|node| width_of(node, groups)).fold((0, 0), |a, b| (a.0 + b.0, a.1.saturating_add(b.1)))
}

fn width_of(node: &Node, groups: &[(u64, u64)]) -> (u64, u64) {
    match node {
        Node::Char(..) | Node::Any(_) | Node::Set { .. } => (1, 1),
        Node::At(..) | Node::Look { .. } => (0, 0),
        Node::Branch(branches) => either(branches.iter().map(|branch| width(branch, groups))),
        Node::Repeat { body, min, max, .. } => {
            let (low, high) = width(body, groups);
            let high = if *max == UNBOUNDED && high > 0 { u64::MAX } else { high.saturating_mul((*max).into()) };
            (low.saturating_mul((*min).into()), high)
        }
        Node::Group(_, body) | Node::Atomic(body) => width(body, groups),
        Node::Reference(group, _) => groups.get(*group).copied().unwrap_or((0, u64::MAX)),
        Node::Conditional { yes, no, .. } => either([width(yes, groups), width(no, groups)].into_iter()),
    }
}

fn either(widths: impl Iterator<Item = (u64, u64)>) -> (u64, u64) {
    widths.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((0, 0))
}
