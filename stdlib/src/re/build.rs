//! Trees to programs.

use super::parse::Parsed;
use super::program::{Alphabet, Op, Place, Program, Set, Single, fold};
use super::source::{Fault, Kind, Read};
use super::tree::{At, Greed, Node, UNBOUNDED, flag, width};

/// Programs beyond this are refused: repetitions are not unrolled, so only huge patterns have them.
const LONGEST: usize = 1 << 22;

struct Builder {
    ops: Vec<Op>,
    sets: Vec<Set>,
    loops: usize,
    is_text: bool,
    widths: Vec<(u64, u64)>,
}

/// Makes the program of a pattern.
pub fn build(parsed: &Parsed, is_text: bool) -> Read<Program> {
    let mut widths = vec![(0, u64::MAX); parsed.groups + 1];
    measure(&parsed.nodes, &mut widths);
    let mut builder = Builder { ops: Vec::new(), sets: Vec::new(), loops: 0, is_text, widths };
    builder.sequence(&parsed.nodes)?;
    builder.ops.push(Op::Done);
    let first = match builder.ops.iter().find(|op| !matches!(op, Op::Save(_))) {
        Some(Op::One(what)) => Some(*what),
        Some(Op::Many { what, min: 1.., .. } | Op::Few { what, min: 1.., .. } | Op::Most { what, min: 1.., .. }) => {
            Some(*what)
        }
        _ => None,
    };
    let Builder { ops, sets, loops, .. } = builder;
    Ok(Program { ops, sets, groups: parsed.groups, loops, first })
}

/// Notes the widths of all groups, inner ones first.
fn measure(nodes: &[Node], widths: &mut Vec<(u64, u64)>) {
    for node in nodes {
        match node {
            Node::Branch(branches) => branches.iter().for_each(|branch| measure(branch, widths)),
            Node::Repeat { body, .. } | Node::Atomic(body) | Node::Look { body, .. } | Node::Group(None, body) => {
                measure(body, widths);
            }
            Node::Group(Some(number), body) => {
                measure(body, widths);
                widths[*number] = width(body, widths);
            }
            Node::Conditional { yes, no, .. } => {
                measure(yes, widths);
                measure(no, widths);
            }
            _ => {}
        }
    }
}

impl Builder {
    fn alphabet(&self, flags: i64) -> Alphabet {
        if self.is_text && flags & flag::ASCII == 0 { Alphabet::Unicode } else { Alphabet::Ascii }
    }

    fn folding(&self, flags: i64) -> Option<Alphabet> {
        (flags & flag::IGNORECASE != 0).then(|| self.alphabet(flags))
    }

    fn sequence(&mut self, nodes: &[Node]) -> Read<()> {
        nodes.iter().try_for_each(|node| self.node(node))
    }

    fn push(&mut self, op: Op) -> usize {
        self.ops.push(op);
        self.ops.len() - 1
    }

    /// The node as one character, if it is one.
    fn single(&mut self, node: &Node) -> Option<Single> {
        Some(match node {
            Node::Char(c, flags) => match self.folding(*flags) {
                Some(alphabet) => Single::Folded(fold(*c, alphabet), alphabet),
                None => Single::Char(*c),
            },
            Node::Any(flags) => {
                if flags & flag::DOTALL != 0 {
                    Single::All
                } else {
                    Single::Any
                }
            }
            Node::Set { members, negated, flags } => {
                let set = Set::new(members.clone(), *negated, self.folding(*flags), self.alphabet(*flags));
                self.sets.push(set);
                Single::Set(self.sets.len() - 1)
            }
            _ => return None,
        })
    }

    fn node(&mut self, node: &Node) -> Read<()> {
        if self.ops.len() > LONGEST {
            return Err(Fault { text: "regular expression is too large".into(), at: None, kind: Kind::Overflow });
        }
        if let Some(what) = self.single(node) {
            self.push(Op::One(what));
            return Ok(());
        }
        match node {
            Node::At(at, flags) => {
                let place = self.place(*at, *flags);
                self.push(Op::At(place));
            }
            Node::Branch(branches) => return self.branch(branches),
            Node::Repeat { body, min, max, greed } => return self.repeat(body, *min, *max, *greed),
            Node::Group(None, body) => return self.sequence(body),
            Node::Group(Some(number), body) => {
                self.push(Op::Save(2 * number));
                self.sequence(body)?;
                self.push(Op::Save(2 * number + 1));
            }
            Node::Atomic(body) => {
                self.push(Op::Fence);
                self.sequence(body)?;
                self.push(Op::Commit);
            }
            Node::Look { behind, negated, body } => return self.look(*behind, *negated, body),
            Node::Reference(group, flags) => {
                let fold = self.folding(*flags);
                self.push(Op::Reference { group: *group, fold });
            }
            Node::Conditional { group, yes, no } => {
                let question = self.push(Op::Jump(0));
                self.sequence(yes)?;
                let over = self.push(Op::Jump(0));
                let otherwise = self.ops.len();
                self.ops[question] = Op::IfGroup { group: *group, otherwise };
                self.sequence(no)?;
                self.ops[over] = Op::Jump(self.ops.len());
            }
            Node::Char(..) | Node::Any(_) | Node::Set { .. } => {}
        }
        Ok(())
    }

    fn place(&self, at: At, flags: i64) -> Place {
        let lines = flags & flag::MULTILINE != 0;
        match at {
            At::Start if lines => Place::LineStart,
            At::Start | At::TextStart => Place::TextStart,
            At::End if lines => Place::LineEnd,
            At::End => Place::End,
            At::TextEnd => Place::TextEnd,
            At::Boundary => Place::Boundary(self.alphabet(flags)),
            At::NoBoundary => Place::NoBoundary(self.alphabet(flags)),
        }
    }

    fn branch(&mut self, branches: &[Vec<Node>]) -> Read<()> {
        let mut ends = Vec::new();
        for (n, branch) in branches.iter().enumerate() {
            if n + 1 == branches.len() {
                self.sequence(branch)?;
                break;
            }
            let split = self.push(Op::Jump(0));
            self.sequence(branch)?;
            ends.push(self.push(Op::Jump(0)));
            self.ops[split] = Op::Split(split + 1, self.ops.len());
        }
        let end = self.ops.len();
        ends.into_iter().for_each(|at| self.ops[at] = Op::Jump(end));
        Ok(())
    }

    fn repeat(&mut self, body: &[Node], min: u32, max: u32, greed: Greed) -> Read<()> {
        if let [node] = body
            && let Some(what) = self.single(node)
        {
            self.push(match greed {
                Greed::Greedy => Op::Many { what, min, max },
                Greed::Lazy => Op::Few { what, min, max },
                Greed::Possessive => Op::Most { what, min, max },
            });
            return Ok(());
        }
        if greed == Greed::Possessive {
            self.push(Op::Fence);
            self.repeat(body, min, max, Greed::Greedy)?;
            self.push(Op::Commit);
            return Ok(());
        }
        let lazy = greed == Greed::Lazy;
        if (min, max) == (0, 1) {
            let split = self.push(Op::Jump(0));
            self.sequence(body)?;
            let end = self.ops.len();
            self.ops[split] = if lazy { Op::Split(end, split + 1) } else { Op::Split(split + 1, end) };
            return Ok(());
        }
        let id = self.loops;
        self.loops += 1;
        self.push(Op::LoopStart(id));
        let next = self.push(Op::Jump(0));
        self.sequence(body)?;
        self.push(Op::Jump(next));
        self.ops[next] = Op::LoopNext { id, min, max, lazy, exit: self.ops.len() };
        Ok(())
    }

    fn look(&mut self, behind: bool, negated: bool, body: &[Node]) -> Read<()> {
        let mut back = 0;
        if behind {
            let (low, high) = width(body, &self.widths);
            if low != high || low >= u64::from(UNBOUNDED) {
                let text = "look-behind requires fixed-width pattern".into();
                return Err(Fault { text, at: None, kind: Kind::Pattern });
            }
            back = low as usize;
        }
        let start = self.push(Op::Look { back });
        self.sequence(body)?;
        self.push(if negated { Op::NotLookEnd } else { Op::LookEnd });
        if negated {
            self.ops[start] = Op::NotLook { back, next: self.ops.len() };
        }
        Ok(())
    }
}
