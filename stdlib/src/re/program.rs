//! The program of a pattern: what the matcher carries out, and the sets of characters it asks about.

use super::tree::{Category, Member};
use runtime::unicode;

/// What letters, digits and cases are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alphabet {
    Ascii,
    Unicode,
}

/// One character that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Single {
    Char(u32),
    /// Whatever folds to this.
    Folded(u32, Alphabet),
    /// All but a line feed.
    Any,
    All,
    /// A set by its number.
    Set(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    TextStart,
    LineStart,
    /// At the end, or before a line feed that is the end.
    End,
    LineEnd,
    TextEnd,
    Boundary(Alphabet),
    NoBoundary(Alphabet),
}

/// An instruction; numbers of instructions are absolute.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    One(Single),
    /// As many of one character as there are between the bounds, then fewer.
    Many {
        what: Single,
        min: u32,
        max: u32,
    },
    /// As few as possible, then more.
    Few {
        what: Single,
        min: u32,
        max: u32,
    },
    /// As many as there are, and never fewer.
    Most {
        what: Single,
        min: u32,
        max: u32,
    },
    At(Place),
    /// The position becomes the start (even) or the end (odd) of a group.
    Save(usize),
    /// Goes on at the first; at the second when that fails.
    Split(usize, usize),
    Jump(usize),
    LoopStart(usize),
    /// Decides whether the body, which follows, comes once more.
    LoopNext {
        id: usize,
        min: u32,
        max: u32,
        lazy: bool,
        exit: usize,
    },
    /// From here to its end only the first way counts.
    Fence,
    /// The end of what is tried once; the position stays.
    Commit,
    /// Looks ahead from so many characters before.
    Look {
        back: usize,
    },
    LookEnd,
    /// As `Look`; where the body fails it goes on at `next`.
    NotLook {
        back: usize,
        next: usize,
    },
    NotLookEnd,
    Reference {
        group: usize,
        fold: Option<Alphabet>,
    },
    /// On if the group has matched, else elsewhere.
    IfGroup {
        group: usize,
        otherwise: usize,
    },
    Done,
}

/// `[…]`: the first 256 characters are answered beforehand.
#[derive(Debug)]
pub struct Set {
    first: [u64; 4],
    members: Vec<Member>,
    negated: bool,
    fold: Option<Alphabet>,
    alphabet: Alphabet,
}

impl Set {
    pub fn new(members: Vec<Member>, negated: bool, fold: Option<Alphabet>, alphabet: Alphabet) -> Set {
        let mut set = Set { first: [0; 4], members, negated, fold, alphabet };
        for c in 0..256 {
            if set.asked(c) {
                set.first[c as usize / 64] |= 1 << (c % 64);
            }
        }
        set
    }

    #[inline]
    pub fn has(&self, c: u32) -> bool {
        if c < 256 { self.first[c as usize / 64] >> (c % 64) & 1 == 1 } else { self.asked(c) }
    }

    fn asked(&self, c: u32) -> bool {
        let found = match self.fold {
            None => self.holds(c),
            Some(alphabet) => {
                let (lower, upper) = (lower(c, alphabet), upper(c, alphabet));
                [c, lower, upper, fold(c, alphabet)].into_iter().any(|c| self.holds(c))
                    || self
                        .members
                        .iter()
                        .any(|m| matches!(m, Member::Range(a, b) if a == b && fold(*a, alphabet) == fold(c, alphabet)))
            }
        };
        found != self.negated
    }

    fn holds(&self, c: u32) -> bool {
        self.members.iter().any(|member| match member {
            Member::Range(from, to) => (*from..=*to).contains(&c),
            Member::Category(category) => in_category(*category, c, self.alphabet),
        })
    }
}

fn in_category(category: Category, c: u32, alphabet: Alphabet) -> bool {
    let known = alphabet == Alphabet::Unicode || c < 0x80;
    let found = match category.kind {
        b'd' => known && unicode::is_decimal(c),
        // The separators 28 to 31 are spaces of Unicode only.
        b's' => known && unicode::is_space(c) && (alphabet == Alphabet::Unicode || !(28..=31).contains(&c)),
        _ => is_word(c, alphabet),
    };
    found != category.negated
}

/// Letters, digits and the underscore.
pub fn is_word(c: u32, alphabet: Alphabet) -> bool {
    (alphabet == Alphabet::Unicode || c < 0x80) && (c == 0x5f || unicode::is_alnum(c))
}

fn lower(c: u32, alphabet: Alphabet) -> u32 {
    one(c, alphabet, unicode::to_lower)
}

fn upper(c: u32, alphabet: Alphabet) -> u32 {
    one(c, alphabet, unicode::to_upper)
}

fn one(c: u32, alphabet: Alphabet, map: fn(u32) -> unicode::Mapped) -> u32 {
    if alphabet == Alphabet::Ascii && c >= 0x80 {
        return c;
    }
    match map(c).as_slice() {
        [one] => *one,
        // The capital i with a dot is an i here.
        [first, ..] if c == 0x130 => *first,
        _ => c,
    }
}

/// What all forms of a letter have in common.
pub fn fold(c: u32, alphabet: Alphabet) -> u32 {
    lower(upper(lower(c, alphabet), alphabet), alphabet)
}

/// A compiled pattern.
#[derive(Debug)]
pub struct Program {
    pub ops: Vec<Op>,
    pub sets: Vec<Set>,
    /// Groups, the whole match not counted.
    pub groups: usize,
    pub loops: usize,
    /// What every match begins with, where that is known.
    pub first: Option<Single>,
}
