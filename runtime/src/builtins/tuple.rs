//! `tuple`: items that stay, inside the object itself.
//!
//! ```text
//!   GcHead | Header | len | 0 | 1 | 2 |        24 bytes + 8 per item + 16 for the collector
//! ```
//!
//! There is one empty tuple; small ones come out of free lists by length, which is why `id()`s repeat.

use crate::builtins::iterators::sequence_iter;
use crate::builtins::sequence::{self, Subscript};
use crate::builtins::{arguments, generic_alias, structseq};
use crate::error::PyResult;
use crate::native::{Args, Fun, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::CmpOp;
use gc::{Exact, List, ObjRef, Payload, Tuple, TupleBuilder};

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(9),
    exact: gc::Exact::Tuple,
    flags: gc::TypeFlags::TUPLE.with(gc::TypeFlags::SEQUENCE),
    basicsize: 24,
    itemsize: 8,
    doc: Some("tuple(iterable=(), /)\n--\n\nA sequence that cannot change."),
    slots: SlotDefs {
        new: Some(new),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        iter: Some(sequence_iter::over_tuple),
        len: Some(len),
        get_item: Some(get_item),
        contains: Some(contains),
        concat: Some(concat),
        repeat: Some(repeat),
        ..SlotDefs::NONE
    },
    methods: METHODS,
    ..TypeSpec::new("tuple", Tuple::layout)
};

const METHODS: &[Method] = &[
    Method::new("__getnewargs__(self, /)", Fun::None(getnewargs)),
    Method::new("index(self, value, start=0, stop=9223372036854775807, /)", Fun::Pos(1, 3, index)),
    Method::new("count(self, value, /)", Fun::One(count)),
    Method::class("__class_getitem__(type, object, /)", Fun::One(generic_alias::class_getitem)),
];

// ---- construction

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    if class.is(&vm.types.tuple) || arguments::keeps_init(vm, class) {
        arguments::no_keywords(vm, "tuple", args)?;
    }
    let iterable = arguments::at_most_one(vm, "tuple", args)?;
    let tuple = iterable.map_or_else(|| Ok(vm.tuple(Vec::new())), |iterable| from_iterable(vm, iterable))?;
    if class.is(&vm.types.tuple) {
        return Ok(tuple);
    }
    Ok(Tuple::new(vm, class, tuple.to::<Tuple>().items().iter().cloned()).into())
}

/// `tuple(iterable)`; a tuple is its own copy.
pub fn from_iterable(vm: &Vm, iterable: &ObjRef) -> PyResult {
    if iterable.ty().exact() == Exact::Tuple {
        return Ok(iterable.clone());
    }
    if iterable.ty().exact() == Exact::List {
        let list = iterable.to::<List>();
        if list.is_empty() {
            return Ok(vm.empty_tuple.clone());
        }
        return Ok(vm.or_memory_error(list.to_tuple(vm, &vm.types.tuple))?.into_obj());
    }
    let iterator = vm.iter(iterable)?;
    let hint = vm.length_hint(iterable, 10)?;
    from_iterator(vm, &iterator, hint)
}

/// Starts with room for as many items as are expected, and gives back what was too much.
fn from_iterator(vm: &Vm, iterator: &ObjRef, hint: usize) -> PyResult {
    let mut made = None;
    if hint > 0 {
        made = Some(vm.or_memory_error(TupleBuilder::new(vm, &vm.types.tuple, hint))?);
    }
    while let Some(item) = vm.next(iterator)? {
        let builder = match &mut made {
            Some(builder) => builder,
            None => made.insert(vm.or_memory_error(TupleBuilder::new(vm, &vm.types.tuple, grown(0)))?),
        };
        if builder.len() == builder.room() {
            vm.or_memory_error(builder.set_room(vm, grown(builder.room())))?;
        }
        builder.push(item);
    }
    let Some(mut builder) = made.filter(|builder| !builder.is_empty()) else { return Ok(vm.empty_tuple.clone()) };
    if builder.len() < builder.room() {
        vm.or_memory_error(builder.set_room(vm, builder.len()))?;
    }
    Ok(builder.finish().into_obj())
}

/// Ten more, and a quarter of that.
fn grown(room: usize) -> usize {
    let more = room.saturating_add(10);
    more.saturating_add(more / 4)
}

// ---- slots

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let tuple = this.to::<Tuple>();
    if tuple.is_empty() {
        return Ok(vm.str("()"));
    }
    let Some(_guard) = vm.repr_enter(this) else { return Ok(vm.str("(...)")) };
    let comma = if tuple.len() == 1 { "," } else { "" };
    Ok(vm.str(format!("({}{comma})", sequence::repr_items(vm, tuple)?)))
}

/// The hash mixes the items' hashes as xxHash mixes its lanes (CPython: Objects/tupleobject.c).
fn hash(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let items = this.to::<Tuple>().items();
    let mut mixer = TupleHash::new();
    for item in items {
        mixer.add(vm.hash(item)?);
    }
    Ok(mixer.finish(items.len()))
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    match (this.payload::<Tuple>(), other.payload::<Tuple>()) {
        (Some(a), Some(b)) => sequence::compare(vm, a, b, op, false),
        _ => Ok(vm.not_implemented.clone()),
    }
}

fn len(_vm: &Vm, this: &ObjRef) -> PyResult<usize> {
    Ok(this.to::<Tuple>().len())
}

fn get_item(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult {
    let items = this.to::<Tuple>().items();
    match sequence::subscript(vm, key, "tuple")? {
        Subscript::Index(index) => match sequence::resolve(index, items.len()) {
            Some(at) => Ok(items[at].clone()),
            None => Err(vm.index_error("tuple index out of range")),
        },
        Subscript::Slice(bounds) => {
            let span = bounds.span(items.len());
            if span.step == 1 && span.count == items.len() && this.ty().exact() == Exact::Tuple {
                return Ok(this.clone());
            }
            Ok(vm.tuple(span.positions().map(|at| items[at].clone()).collect::<Vec<_>>()))
        }
    }
}

fn contains(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult<bool> {
    sequence::contains(vm, this.to::<Tuple>(), value)
}

/// An empty side leaves the other one as it is.
fn concat(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    let (this, other) = (&structseq::as_tuple(vm, this), &structseq::as_tuple(vm, other));
    let (left, right) = (this.payload::<Tuple>(), other.payload::<Tuple>());
    let (Some(left), Some(right)) = (left, right) else {
        let given = vm.type_name(other);
        return Err(vm.type_error(format!("can only concatenate tuple (not \"{given}\") to tuple")));
    };
    if left.is_empty() && other.ty().exact() == Exact::Tuple {
        return Ok(other.clone());
    }
    if right.is_empty() && this.ty().exact() == Exact::Tuple {
        return Ok(this.clone());
    }
    Ok(vm.tuple(left.items().iter().chain(right.items()).cloned().collect::<Vec<_>>()))
}

fn repeat(vm: &Vm, this: &ObjRef, count: isize) -> PyResult {
    let this = &structseq::as_tuple(vm, this);
    let items = this.to::<Tuple>().items();
    if (items.is_empty() || count == 1) && this.ty().exact() == Exact::Tuple {
        return Ok(this.clone());
    }
    Ok(vm.tuple(sequence::repeated(vm, items, count)?))
}

// ---- methods

fn getnewargs(vm: &Vm, this: &ObjRef) -> PyResult {
    let plain = vm.tuple(this.to::<Tuple>().items().to_vec());
    Ok(vm.tuple([plain]))
}

fn index(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let tuple = this.to::<Tuple>();
    let start = sequence::clamp(vm, args.get(1), tuple.len(), 0)?;
    let stop = sequence::clamp(vm, args.get(2), tuple.len(), usize::MAX)?;
    match sequence::find(vm, tuple, &args[0], start, stop)? {
        Some(at) => Ok(vm.int_exact(at as i64)),
        None => Err(vm.value_error("tuple.index(x): x not in tuple")),
    }
}

fn count(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult {
    sequence::count(vm, this.to::<Tuple>(), value)
}

// ---- helpers

/// Accumulates the hash of a tuple, item by item.
pub struct TupleHash(u64);

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

impl TupleHash {
    pub fn new() -> TupleHash {
        TupleHash(PRIME_5)
    }

    pub fn add(&mut self, lane: isize) {
        let mixed = self.0.wrapping_add((lane as u64).wrapping_mul(PRIME_2));
        self.0 = mixed.rotate_left(31).wrapping_mul(PRIME_1);
    }

    pub fn finish(self, len: usize) -> isize {
        let hash = self.0.wrapping_add(len as u64 ^ (PRIME_5 ^ 3_527_539));
        // -1 means an error in CPython, so no hash is -1.
        if hash == u64::MAX { 1_546_275_796 } else { hash as isize }
    }
}

impl Default for TupleHash {
    fn default() -> TupleHash {
        TupleHash::new()
    }
}
