//! The constants of a unit: equal ones are one entry.

use crate::code::Const;
use crate::deep;
use crate::fold::Literal;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Entries in order of first use. `1`, `1.0` and `True` differ, and so do `0.0` and `-0.0`.
#[derive(Debug, Default)]
pub(super) struct Pool {
    pub consts: Vec<Const>,
    /// Beside each entry: whether the text's tree holds it too. Names and what the compiler makes up are not there.
    pub in_tree: Vec<bool>,
    by_hash: HashMap<u64, Vec<u32>>,
}

impl Pool {
    /// The index of a value that an expression of the tree has.
    pub fn written(&mut self, literal: &Literal) -> u32 {
        let at = self.intern(literal);
        self.in_tree[at as usize] = true;
        at
    }

    /// The index of a value that the compiler makes up; the items of its tuples and frozensets are the tree's.
    pub fn intern(&mut self, literal: &Literal) -> u32 {
        let entry = match literal {
            Literal::None => Const::None,
            Literal::True => Const::True,
            Literal::False => Const::False,
            Literal::Ellipsis => Const::Ellipsis,
            Literal::Int(n) => Const::Int(*n),
            Literal::Big(n) => Const::BigInt(Box::new((**n).clone())),
            Literal::Float(f) => Const::Float(*f),
            Literal::Complex(re, im) => Const::Complex(*re, *im),
            Literal::Str(text) => Const::Str((**text).clone()),
            Literal::Bytes(bytes) => Const::Bytes(bytes.clone()),
            Literal::Tuple(items) => Const::Tuple(items.iter().map(|item| deep(|| self.written(item))).collect()),
            Literal::FrozenSet(items) => {
                let mut indices: Vec<u32> = vec![];
                for item in items.iter().map(|item| self.written(item)) {
                    if !indices.contains(&item) {
                        indices.push(item);
                    }
                }
                Const::FrozenSet(indices.into())
            }
        };
        self.entry(entry)
    }

    fn entry(&mut self, entry: Const) -> u32 {
        let same_hash = self.by_hash.entry(hash(&entry)).or_default();
        if let Some(&found) = same_hash.iter().find(|&&at| same(&self.consts[at as usize], &entry)) {
            return found;
        }
        let at = self.consts.len() as u32;
        same_hash.push(at);
        self.consts.push(entry);
        self.in_tree.push(false);
        at
    }
}

fn hash(entry: &Const) -> u64 {
    let mut state = DefaultHasher::new();
    std::mem::discriminant(entry).hash(&mut state);
    match entry {
        Const::None | Const::True | Const::False | Const::Ellipsis => {}
        Const::Int(n) => n.hash(&mut state),
        Const::BigInt(n) => n.hash(&mut state),
        Const::Float(f) => f.to_bits().hash(&mut state),
        Const::Complex(re, im) => (re.to_bits(), im.to_bits()).hash(&mut state),
        Const::Str(text) => text.hash(&mut state),
        Const::Bytes(bytes) => bytes.hash(&mut state),
        Const::Tuple(items) => items.hash(&mut state),
        Const::FrozenSet(items) => sorted(items).hash(&mut state),
    }
    state.finish()
}

/// Equality that tells signs of zero apart and finds a NaN equal to itself.
fn same(a: &Const, b: &Const) -> bool {
    match (a, b) {
        (Const::Float(a), Const::Float(b)) => a.to_bits() == b.to_bits(),
        (Const::Complex(a, i), Const::Complex(b, j)) => (a.to_bits(), i.to_bits()) == (b.to_bits(), j.to_bits()),
        (Const::FrozenSet(a), Const::FrozenSet(b)) => sorted(a) == sorted(b),
        _ => a == b,
    }
}

fn sorted(items: &[u32]) -> Vec<u32> {
    let mut items = items.to_vec();
    items.sort_unstable();
    items
}
