//! `range`: an arithmetic progression that is never written down.
//!
//! The object keeps start, stop, step and its length, as Python ints of any size. Nearly all ranges are
//! small ones, for which everything is worked out in machine words.

use crate::builtins::arguments;
use crate::builtins::int::{self, arith};
use crate::builtins::iterators::range_iter;
use crate::builtins::slice::Slice;
use crate::builtins::tuple::TupleHash;
use crate::error::{PyResult, Raised};
use crate::native::{Args, Fun, GetSet, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::CmpOp;
use gc::{Exact, Int, ObjRef, Payload, Ref, Slot};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

gc::payload! {
    /// Four ints, none of them ever missing.
    pub struct Range: plain { start: Slot, stop: Slot, step: Slot, length: Slot }
}

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(9),
    exact: gc::Exact::Range,
    flags: gc::TypeFlags::SEQUENCE,
    subclassable: false,
    doc: Some(
        "range(stop)\nrange(start, stop[, step])\n\nThe integers from start up to stop, stop excluded, in steps.",
    ),
    slots: SlotDefs {
        new: Some(new),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        iter: Some(iter),
        truth: Some(truth),
        len: Some(len),
        get_item: Some(get_item),
        contains: Some(contains),
        ..SlotDefs::NONE
    },
    methods: METHODS,
    getset: &[
        GetSet { name: "start", get: |_, this| Ok(this.to::<Range>().start()), set: None },
        GetSet { name: "stop", get: |_, this| Ok(this.to::<Range>().stop()), set: None },
        GetSet { name: "step", get: |_, this| Ok(this.to::<Range>().step()), set: None },
    ],
    ..TypeSpec::new("range", Range::layout)
};

const METHODS: &[Method] = &[
    Method::new("__reversed__(self, /)", Fun::None(reversed)),
    Method::new("__reduce__(self, /)", Fun::None(reduce)),
    Method::new("count(self, value, /)", Fun::One(count)),
    Method::new("index(self, value, /)", Fun::One(index)),
];

impl Range {
    fn part(slot: &Slot) -> ObjRef {
        slot.get().expect("ranges are complete")
    }
    pub fn start(&self) -> ObjRef {
        Range::part(&self.start)
    }
    pub fn stop(&self) -> ObjRef {
        Range::part(&self.stop)
    }
    pub fn step(&self) -> ObjRef {
        Range::part(&self.step)
    }
    pub fn length(&self) -> ObjRef {
        Range::part(&self.length)
    }

    /// The progression in machine words, if all of its numbers fit.
    pub fn small(&self) -> Option<Progression> {
        let word = |slot: &Slot| Range::part(slot).to::<Int>().to_i64();
        let (start, step, len) = (word(&self.start)?, word(&self.step)?, word(&self.length)?);
        // The position behind the last item must fit, too: iterators step there.
        step.checked_mul(len)?.checked_add(start)?;
        Some(Progression { start, step, len })
    }
}

/// `len` numbers from `start` in steps of `step`.
#[derive(Clone, Copy, Debug)]
pub struct Progression {
    pub start: i64,
    pub step: i64,
    pub len: i64,
}

impl Progression {
    /// The same numbers from the last to the first.
    pub fn reversed(self) -> Progression {
        let last = self.step.wrapping_mul(self.len - 1).wrapping_add(self.start);
        Progression { start: last, step: self.step.wrapping_neg(), len: self.len }
    }

    /// Where `value` stands in it.
    pub fn position(self, value: i64) -> Option<i64> {
        let distance = value.checked_sub(self.start)?;
        let at = distance.checked_div(self.step)?;
        (distance.wrapping_rem(self.step) == 0 && at >= 0 && at < self.len).then_some(at)
    }
}

// ---- construction

fn new(vm: &Vm, _class: &ObjRef, args: Args<'_>) -> PyResult {
    arguments::no_keywords(vm, "range", args)?;
    let given = args.positional();
    arguments::count(vm, "range", given.len(), 1, 3)?;
    let start = if given.len() == 1 { vm.int(0) } else { vm.index(&given[0])? };
    let stop = vm.index(&given[usize::from(given.len() > 1)])?;
    let step = given.get(2).map_or_else(|| Ok(vm.int(1)), |step| vm.index(step))?;
    if step.to::<Int>().sign() == 0 {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    make(vm, start, stop, step)
}

/// A range of three ints, the step not zero.
fn make(vm: &Vm, start: ObjRef, stop: ObjRef, step: ObjRef) -> PyResult {
    let length = length(vm, &start, &stop, &step)?;
    let range = Range { start: start.into(), stop: stop.into(), step: step.into(), length: length.into() };
    Ok(vm.alloc(&vm.types.range, range).into_obj())
}

fn length(vm: &Vm, start: &ObjRef, stop: &ObjRef, step: &ObjRef) -> PyResult {
    let word = |o: &ObjRef| o.to::<Int>().to_i64();
    if let (Some(a), Some(b), Some(step)) = (word(start), word(stop), word(step)) {
        let (distance, stride) =
            if step > 0 { (b.checked_sub(a), Some(step)) } else { (a.checked_sub(b), step.checked_neg()) };
        if let (Some(distance), Some(stride)) = (distance, stride) {
            return Ok(vm.int(if distance <= 0 { 0 } else { (distance - 1) / stride + 1 }));
        }
    }
    // In Python ints, whose blocks tell how they were computed.
    let (low, high, stride) = match step.to::<Int>().sign() {
        1 => (start, stop, step.clone()),
        _ => (stop, start, arith::negative(vm, step)?),
    };
    let distance = arith::sub(vm, high, low)?;
    if distance.to::<Int>().sign() <= 0 {
        return Ok(vm.int(0));
    }
    let one = vm.int(1);
    arith::add(vm, &arith::floor_div(vm, &arith::sub(vm, &distance, &one)?, &stride)?, &one)
}

// ---- slots

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let range = this.to::<Range>();
    let (start, stop) = (vm.repr_text(&range.start())?, vm.repr_text(&range.stop())?);
    if is_one(&range.step()) {
        return Ok(vm.str(format!("range({start}, {stop})")));
    }
    Ok(vm.str(format!("range({start}, {stop}, {})", vm.repr_text(&range.step())?)))
}

/// Equal ranges hash equal: as (length, start, step), without what does not matter for that length.
fn hash(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let range = this.to::<Range>();
    let length = range.length();
    let some = !is_zero(&length);
    let many = some && !is_one(&length);
    let mut mixer = TupleHash::new();
    mixer.add(vm.hash(&length)?);
    mixer.add(vm.hash(&if some { range.start() } else { vm.none() })?);
    mixer.add(vm.hash(&if many { range.step() } else { vm.none() })?);
    Ok(mixer.finish(3))
}

/// Ranges are equal if they are equal as sequences.
fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    let (Some(a), Some(b)) = (this.payload::<Range>(), other.payload::<Range>()) else {
        return Ok(vm.not_implemented.clone());
    };
    if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(vm.not_implemented.clone());
    }
    let equal = this.is(other) || {
        let same = |x: ObjRef, y: ObjRef| x.is(&y) || x.to::<Int>().to_bigint() == y.to::<Int>().to_bigint();
        let length = a.length();
        same(length.clone(), b.length())
            && (is_zero(&length) || same(a.start(), b.start()) && (is_one(&length) || same(a.step(), b.step())))
    };
    Ok(vm.bool(equal == (op == CmpOp::Eq)))
}

fn iter(vm: &Vm, this: &ObjRef) -> PyResult {
    let range = this.to::<Range>();
    match range.small() {
        Some(progression) => Ok(range_iter::make(vm, progression)),
        None => Ok(range_iter::make_big(vm, range.start(), range.step(), range.length())),
    }
}

fn truth(_vm: &Vm, this: &ObjRef) -> PyResult<bool> {
    Ok(!is_zero(&this.to::<Range>().length()))
}

fn len(vm: &Vm, this: &ObjRef) -> PyResult<usize> {
    match this.to::<Range>().length().to::<Int>().to_i64() {
        Some(len) => Ok(len as usize),
        None => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

fn get_item(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult {
    let range = this.to::<Range>();
    if let Some(slice) = key.payload::<Slice>() {
        return slice_of(vm, range, slice);
    }
    if !vm.is_index(key) {
        let given = vm.type_name(key);
        return Err(vm.type_error(format!("range indices must be integers or slices, not {given}")));
    }
    let key = vm.index(key)?;
    if let (Some(small), Some(at)) = (range.small(), key.to::<Int>().to_i64()) {
        let at = if at < 0 { at + small.len } else { at };
        return match at >= 0 && at < small.len {
            true => Ok(vm.int(small.start + at * small.step)),
            false => Err(out_of_range(vm)),
        };
    }
    let length = range.length();
    let at = if key.to::<Int>().sign() < 0 { arith::add(vm, &length, &key)? } else { key };
    if at.to::<Int>().sign() < 0 || int::order(at.to(), length.to()).is_ge() {
        return Err(out_of_range(vm));
    }
    arith::add(vm, &range.start(), &arith::mul(vm, &at, &range.step())?)
}

/// For ints by arithmetic, for everything else by asking each number.
fn contains(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult<bool> {
    if matches!(value.ty().exact(), Exact::Int | Exact::Bool) {
        return Ok(position(this.to(), value.to()).is_some());
    }
    Ok(search(vm, this, value)?.is_some())
}

// ---- methods

fn reversed(vm: &Vm, this: &ObjRef) -> PyResult {
    let range = this.to::<Range>();
    if let Some(small) = range.small() {
        return Ok(range_iter::make(vm, small.reversed()));
    }
    let [start, step, length] = [range.start(), range.step(), range.length()];
    let before = arith::mul(vm, &arith::sub(vm, &length, &vm.int(1))?, &step)?;
    let last = arith::add(vm, &start, &before)?;
    Ok(range_iter::make_big(vm, last, arith::negative(vm, &step)?, length))
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let range = this.to::<Range>();
    let parts = vm.tuple([range.start(), range.stop(), range.step()]);
    Ok(vm.tuple([this.ty_ref().clone(), parts]))
}

fn count(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult {
    if matches!(value.ty().exact(), Exact::Int | Exact::Bool) {
        return Ok(vm.int_exact(i64::from(position(this.to(), value.to()).is_some())));
    }
    let iterator = iter(vm, this)?;
    let mut n = 0;
    while let Some(item) = vm.next(&iterator)? {
        n += i64::from(vm.compare_bool(&item, value, CmpOp::Eq)?);
    }
    Ok(vm.int(n))
}

fn index(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult {
    if matches!(value.ty().exact(), Exact::Int | Exact::Bool) {
        return match position(this.to(), value.to()) {
            Some(at) => Ok(vm.bigint(at)),
            None => Err(not_in_range(vm, value)),
        };
    }
    match search(vm, this, value)? {
        Some(at) => Ok(vm.int(at)),
        None => Err(vm.value_error("sequence.index(x): x not in sequence")),
    }
}

// ---- helpers

fn is_zero(int: &ObjRef) -> bool {
    int.to::<Int>().sign() == 0
}

fn is_one(int: &ObjRef) -> bool {
    int.to::<Int>().to_i64() == Some(1)
}

/// Where an int stands in the range.
fn position(range: &Range, value: &Ref<Int>) -> Option<BigInt> {
    if let (Some(small), Some(value)) = (range.small(), value.to_i64())
        && value.checked_sub(small.start).is_some()
    {
        return small.position(value).map(BigInt::from);
    }
    let [start, step, length] = [range.start(), range.step(), range.length()].map(|o| o.to::<Int>().to_bigint());
    let (at, rest) = (value.to_bigint() - start).div_mod_floor(&step);
    (rest.is_zero() && !at.is_negative() && at < length).then_some(at)
}

/// Where the first number that equals `value` stands.
fn search(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult<Option<i64>> {
    let iterator = iter(vm, this)?;
    let mut at = 0;
    while let Some(item) = vm.next(&iterator)? {
        if vm.compare_bool(&item, value, CmpOp::Eq)? {
            return Ok(Some(at));
        }
        at += 1;
    }
    Ok(None)
}

/// A slice of a range is a range.
fn slice_of(vm: &Vm, range: &Range, slice: &Slice) -> PyResult {
    let length = range.length().to::<Int>().to_bigint();
    let (from, to, stride) = slice.big_span(vm, &length)?;
    let [start, step] = [range.start(), range.step()].map(|o| o.to::<Int>().to_bigint());
    let at = |position: BigInt| vm.bigint(&start + position * &step);
    let stride = if stride.is_one() { range.step() } else { vm.bigint(stride * &step) };
    make(vm, at(from), at(to), stride)
}

// ---- error messages

#[cold]
fn out_of_range(vm: &Vm) -> Raised {
    vm.index_error("range object index out of range")
}

#[cold]
fn not_in_range(vm: &Vm, value: &ObjRef) -> Raised {
    match vm.repr_text(value) {
        Ok(text) => vm.value_error(format!("{text} is not in range")),
        Err(raised) => raised,
    }
}
