//! `slice`: three objects that nobody has looked at yet.
//!
//! A slice means nothing until it meets a length: [`Bounds`] are its numbers, [`Span`] is what they
//! select of a sequence.

use crate::builtins::{arguments, sequence};
use crate::error::{Exc, PyResult};
use crate::native::{Args, Fun, GetSet, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::CmpOp;
use gc::{Int, ObjRef, Payload, Slot};
use num_bigint::BigInt;
use num_traits::{Signed, Zero};

gc::payload! {
    /// `start`, `stop` and `step` as given.
    pub struct Slice: gc, parked in Slice { pub start: Slot, pub stop: Slot, pub step: Slot }
}

pub static SPEC: TypeSpec = TypeSpec {
    exact: gc::Exact::Slice,
    subclassable: false,
    doc: Some("slice(stop)\nslice(start, stop[, step])\n\nThe positions that an extended subscript selects."),
    slots: SlotDefs { new: Some(new), repr: Some(repr), compare: Some(compare), unhashable: true, ..SlotDefs::NONE },
    methods: METHODS,
    getset: &[
        GetSet { name: "start", get: |vm, this| Ok(part(vm, &this.to::<Slice>().start)), set: None },
        GetSet { name: "stop", get: |vm, this| Ok(part(vm, &this.to::<Slice>().stop)), set: None },
        GetSet { name: "step", get: |vm, this| Ok(part(vm, &this.to::<Slice>().step)), set: None },
    ],
    ..TypeSpec::new("slice", Slice::layout)
};

const METHODS: &[Method] = &[
    Method::new("indices(self, object, /)", Fun::One(indices)),
    Method::new("__reduce__(self, /)", Fun::None(reduce)),
];

/// A new slice object.
pub fn make(vm: &Vm, start: ObjRef, stop: ObjRef, step: ObjRef) -> ObjRef {
    vm.alloc(&vm.types.slice, Slice { start: start.into(), stop: stop.into(), step: step.into() }).into_obj()
}

fn new(vm: &Vm, _class: &ObjRef, args: Args<'_>) -> PyResult {
    arguments::no_keywords(vm, "slice", args)?;
    let given = args.positional();
    arguments::count(vm, "slice", given.len(), 1, 3)?;
    let at = |i: usize| given.get(i).cloned().unwrap_or_else(|| vm.none());
    Ok(if given.len() == 1 { make(vm, vm.none(), at(0), vm.none()) } else { make(vm, at(0), at(1), at(2)) })
}

/// `indices(length)`: the span as (start, stop, step), for lengths of any size.
fn indices(vm: &Vm, this: &ObjRef, length: &ObjRef) -> PyResult {
    let length = vm.index(length)?;
    let whole = vm.to_bigint(&length)?;
    if whole.is_negative() {
        return Err(vm.value_error("length should not be negative"));
    }
    let slice = this.to::<Slice>();
    let (start, stop, step) = slice.big_span(vm, &whole)?;
    // What is within bounds and what they are cut to are the objects given, not new ones.
    let object = |value: BigInt, slot: &Slot| -> ObjRef {
        let given = slot.get().filter(|part| vm.is_int(part));
        let number = |part: &ObjRef| vm.to_bigint(part).is_ok_and(|number| number == value);
        match given.filter(number) {
            Some(part) => part,
            None if value == whole => length.clone(),
            None => vm.bigint(value),
        }
    };
    Ok(vm.tuple([object(start, &slice.start), object(stop, &slice.stop), object(step, &slice.step)]))
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.tuple([this.ty_ref().clone(), vm.tuple(parts(vm, this))]))
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let [start, stop, step] = parts(vm, this);
    let text = format!("slice({}, {}, {})", vm.repr_text(&start)?, vm.repr_text(&stop)?, vm.repr_text(&step)?);
    Ok(vm.str(text))
}

/// Slices compare as the tuples of their parts.
fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    if !other.has::<Slice>() {
        return Ok(vm.not_implemented.clone());
    }
    if this.is(other) {
        return Ok(vm.bool(sequence::ordering_fits(op, std::cmp::Ordering::Equal)));
    }
    let (a, b) = (vm.tuple(parts(vm, this)), vm.tuple(parts(vm, other)));
    vm.compare(&a, &b, op)
}

fn part(vm: &Vm, slot: &Slot) -> ObjRef {
    slot.get().unwrap_or_else(|| vm.none())
}

fn parts(vm: &Vm, this: &ObjRef) -> [ObjRef; 3] {
    let this = this.to::<Slice>();
    [part(vm, &this.start), part(vm, &this.stop), part(vm, &this.step)]
}

/// The numbers of a slice, defaults filled in, before it meets a length.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    pub start: isize,
    pub stop: isize,
    pub step: isize,
}

/// What a slice selects of a sequence of a certain length.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    pub start: isize,
    pub stop: isize,
    pub step: isize,
    /// Number of selected positions.
    pub count: usize,
}

/// The numbers of a slice of small ints without a step, as most are.
#[inline]
fn plain_bounds(vm: &Vm, slice: &Slice) -> Option<Bounds> {
    let number = |slot: &Slot, absent: isize| {
        if slot.holds(&vm.none) { Some(absent) } else { slot.small_int().map(|n| n as isize) }
    };
    let (start, stop) = (number(&slice.start, 0)?, number(&slice.stop, isize::MAX)?);
    slice.step.holds(&vm.none).then_some(Bounds { start, stop, step: 1 })
}

/// The numbers of `key` if it is a slice. Runs `__index__` of its parts: take the length afterwards.
pub fn bounds_of(vm: &Vm, key: &ObjRef) -> PyResult<Option<Bounds>> {
    match key.payload::<Slice>() {
        Some(slice) => bounds(vm, slice).map(Some),
        None => Ok(None),
    }
}

fn bounds(vm: &Vm, slice: &Slice) -> PyResult<Bounds> {
    if let Some(plain) = plain_bounds(vm, slice) {
        return Ok(plain);
    }
    let given = |slot: &Slot| slot.get().filter(|o| !o.is(&vm.none));
    let step = match given(&slice.step) {
        None => 1,
        Some(step) => match index_of(vm, &step)? {
            0 => return Err(vm.value_error("slice step cannot be zero")),
            // Its negation must exist.
            step => step.max(-isize::MAX),
        },
    };
    let start = match given(&slice.start) {
        None => {
            if step < 0 {
                isize::MAX
            } else {
                0
            }
        }
        Some(start) => index_of(vm, &start)?,
    };
    let stop = match given(&slice.stop) {
        None => {
            if step < 0 {
                isize::MIN
            } else {
                isize::MAX
            }
        }
        Some(stop) => index_of(vm, &stop)?,
    };
    Ok(Bounds { start, stop, step })
}

/// A part of a slice as a number; what does not fit is as good as the nearest one that does.
fn index_of(vm: &Vm, part: &ObjRef) -> PyResult<isize> {
    clipped_index(vm, part, "slice indices must be integers or None or have an __index__ method")
}

/// `__index__` of `part`, clipped to the range of lengths; otherwise a TypeError with this message.
pub fn clipped_index(vm: &Vm, part: &ObjRef, message: &str) -> PyResult<isize> {
    if let Some(int) = part.payload::<Int>() {
        return Ok(int.to_i64().map_or_else(|| vm.clipped(int), |i| i as isize));
    }
    if !vm.is_index(part) {
        return Err(vm.type_error(message));
    }
    clipped_index(vm, &vm.index(part)?, message)
}

impl Bounds {
    /// What is selected of `len` items.
    pub fn span(self, len: usize) -> Span {
        let len = len as isize;
        let lowest = if self.step < 0 { -1 } else { 0 };
        let highest = if self.step < 0 { len - 1 } else { len };
        let fit = |at: isize| {
            if at < 0 { at.saturating_add(len).max(lowest) } else { at.min(highest) }
        };
        let (start, stop) = (fit(self.start), fit(self.stop));
        let count = if self.step < 0 {
            if stop < start { (start - stop - 1) / -self.step + 1 } else { 0 }
        } else if start < stop {
            (stop - start - 1) / self.step + 1
        } else {
            0
        };
        Span { start, stop, step: self.step, count: count as usize }
    }
}

impl Span {
    /// The selected positions in order.
    pub fn positions(self) -> impl ExactSizeIterator<Item = usize> + DoubleEndedIterator {
        (0..self.count).map(move |i| (self.start + i as isize * self.step) as usize)
    }

    /// The same positions in ascending order.
    pub fn ascending(self) -> Span {
        if self.step > 0 || self.count == 0 {
            return self;
        }
        let first = self.start + self.step * (self.count as isize - 1);
        Span { start: first, stop: self.start + 1, step: -self.step, count: self.count }
    }
}

impl Slice {
    /// (start, stop, step) for a length of any size.
    pub fn big_span(&self, vm: &Vm, length: &BigInt) -> PyResult<(BigInt, BigInt, BigInt)> {
        let given = |slot: &Slot| -> PyResult<Option<BigInt>> {
            match slot.get().filter(|o| !o.is(&vm.none)) {
                None => Ok(None),
                Some(part) if !vm.is_index(&part) => Err(vm.raise_new(
                    Exc::TypeError,
                    "slice indices must be integers or None or have an __index__ method".into(),
                )),
                Some(part) => vm.to_bigint(&vm.index(&part)?).map(Some),
            }
        };
        let step = given(&self.step)?.unwrap_or_else(|| BigInt::from(1));
        if step.is_zero() {
            return Err(vm.value_error("slice step cannot be zero"));
        }
        let down = step.is_negative();
        let lowest = if down { BigInt::from(-1) } else { BigInt::zero() };
        let highest = if down { length - 1 } else { length.clone() };
        let fit = |at: BigInt| {
            if at.is_negative() { (at + length).max(lowest.clone()) } else { at.min(highest.clone()) }
        };
        let start = given(&self.start)?.map_or_else(|| if down { highest.clone() } else { lowest.clone() }, fit);
        let stop = given(&self.stop)?.map_or_else(|| if down { lowest.clone() } else { highest.clone() }, fit);
        Ok((start, stop, step))
    }
}
