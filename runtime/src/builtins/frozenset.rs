//! `frozenset`: a set that cannot change, and therefore can be a key.
//!
//! The payload is the one of `set`; the word `hash` keeps the hash once it was asked for.

use crate::builtins::set::{iter, ops};
use crate::builtins::{arguments, generic_alias};
use crate::error::PyResult;
use crate::native::{Args, Fun, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::BinOp;
use gc::{Exact, ObjRef, Payload, Set};
use std::cell::RefCell;

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(9),
    exact: gc::Exact::FrozenSet,
    flags: gc::TypeFlags::SET,
    weaklist_offset: gc::Set::WEAKLIST_OFFSET,
    doc: Some("frozenset(iterable=(), /)\n--\n\nDistinct hashable objects in no particular order, never changing."),
    slots: SlotDefs {
        new: Some(new),
        repr: Some(ops::repr),
        hash: Some(hash),
        compare: Some(ops::compare),
        iter: Some(iter::over_set),
        len: Some(ops::len),
        contains: Some(ops::contains),
        binary: &[(BinOp::Sub, ops::sub), (BinOp::And, ops::and), (BinOp::Xor, ops::xor), (BinOp::Or, ops::or)],
        ..SlotDefs::NONE
    },
    methods: METHODS,
    ..TypeSpec::new("frozenset", Set::layout)
};

const METHODS: &[Method] = &[
    Method::new("__contains__(self, key, /)", Fun::One(ops::contains_method)),
    Method::new("copy(self, /)", Fun::None(ops::copy)),
    Method::new("difference(self, /, *others)", Fun::Pos(0, u8::MAX, ops::difference_method))
        .packing(Releases::until(12)),
    Method::new("intersection(self, /, *others)", Fun::Pos(0, u8::MAX, ops::intersection_method))
        .packing(Releases::until(12)),
    Method::new("isdisjoint(self, other, /)", Fun::One(ops::isdisjoint)),
    Method::new("issubset(self, other, /)", Fun::One(ops::issubset)),
    Method::new("issuperset(self, other, /)", Fun::One(ops::issuperset)),
    Method::new("__reduce__(self, /)", Fun::None(ops::reduce)),
    Method::new("__sizeof__(self, /)", Fun::None(ops::size_of)),
    Method::new("symmetric_difference(self, other, /)", Fun::One(ops::symmetric_difference)),
    Method::new("union(self, /, *others)", Fun::Pos(0, u8::MAX, ops::union_method)).packing(Releases::until(12)),
    Method::class("__class_getitem__(type, object, /)", Fun::One(generic_alias::class_getitem)),
];

/// An exact frozenset is its own copy.
fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let plain = class.is(&vm.types.frozenset);
    if plain || arguments::keeps_init(vm, class) {
        arguments::no_keywords(vm, "frozenset", args)?;
    }
    match arguments::at_most_one(vm, "frozenset", args)? {
        Some(iterable) if plain && iterable.ty().exact() == Exact::FrozenSet => Ok(iterable.clone()),
        Some(iterable) => Ok(shared_if_empty(vm, ops::from_iterable(vm, class, iterable)?)),
        None => Ok(shared_if_empty(vm, Set::new(vm, class).into())),
    }
}

/// The one empty frozenset of the releases that have it.
#[derive(Default)]
struct Empty(RefCell<Option<ObjRef>>);

impl crate::vm::Keeps for Empty {
    fn holds(&self, look: &mut dyn FnMut(&'static str, &ObjRef)) {
        self.0.borrow().iter().for_each(|set| look("the empty frozenset", set));
    }
}

fn shared_if_empty(vm: &Vm, made: ObjRef) -> ObjRef {
    if !vm.profile().objects.one_empty_frozenset
        || made.ty().exact() != Exact::FrozenSet
        || !made.to::<Set>().is_empty()
    {
        return made;
    }
    vm.state::<Empty>().0.borrow_mut().get_or_insert(made).clone()
}

/// Mixes the keys' hashes so that their order does not matter (CPython: Objects/setobject.c).
fn hash(_vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let set = this.to::<Set>();
    if set.hash_cached() != -1 {
        return Ok(set.hash_cached());
    }
    let shuffle = |hash: u64| ((hash ^ 89_869_747) ^ (hash << 16)).wrapping_mul(3_644_798_167);
    let (mut mixed, mut at) = (0, 0);
    while let Some((_, hash)) = ops::next_key(set, &mut at) {
        mixed ^= shuffle(hash as u64);
    }
    mixed ^= (set.len() as u64 + 1).wrapping_mul(1_927_868_237);
    mixed ^= (mixed >> 11) ^ (mixed >> 25);
    mixed = mixed.wrapping_mul(69_069).wrapping_add(907_133_923);
    // -1 means an error in CPython, so no hash is -1.
    let hash = if mixed == u64::MAX { 590_923_713 } else { mixed as isize };
    set.set_hash(hash);
    Ok(hash)
}
