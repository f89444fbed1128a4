//! Native loops over a generator take its items where they are yielded: the body goes on at once, without leaving
//! its frame for every item of `sum(x * x for x in t)`.
//!
//! Only what runs no Python, and changes nothing that the body could see, may be done with an item there. Any other
//! item, and any while something is due or watched, is handed out of the body in the usual way.

use std::cell::Cell;
use std::ptr;

use gc::{Exact, Float, Int, List, ObjRef, RawObj, Ref};

use crate::error::PyResult;
use crate::vm::Vm;
use crate::vm::arith::one_digit;
use crate::vm::cpu::Step;
use crate::vm::frame::Frame;
use crate::vm::generator;

/// What a native loop does with an item.
#[derive(Clone, Copy)]
pub enum Sink {
    /// Adds ints while the sum fits a word.
    Ints(i64),
    /// Adds floats, and ints that fit a word.
    Floats(f64),
    /// Passes over those whose truth is the other one, as far as it is known without asking.
    Seek(bool),
    /// Appends to a list, without a count: whoever drains the generator keeps it alive.
    Append(RawObj),
}

/// The sink of the innermost native loop that has one, and the frame of the generator it goes over.
pub(crate) struct Feeding {
    sink: Cell<Sink>,
    frame: Cell<*const Frame>,
}

impl Default for Feeding {
    fn default() -> Self {
        Feeding { sink: Cell::new(Sink::Ints(0)), frame: Cell::new(ptr::null()) }
    }
}

impl Feeding {
    /// Whether what the frame yields is for the sink.
    #[inline(always)]
    pub(crate) fn is_from(&self, frame: &Frame) -> bool {
        ptr::eq(self.frame.get(), frame)
    }
}

impl Vm {
    /// The next item of an iterator that the sink does not take; None: it took all the others.
    #[inline]
    pub fn next_past(&self, iterator: &ObjRef, sink: &mut Sink) -> PyResult<Option<ObjRef>> {
        let fed = iterator.ty().exact() == Exact::Generator && !self.run.hooks_on.get() && !self.heap.is_tracing();
        if fed { self.drain(iterator, sink) } else { self.next(iterator) }
    }

    fn drain(&self, generator: &ObjRef, sink: &mut Sink) -> PyResult<Option<ObjRef>> {
        let feeding = &self.run.feeding;
        let outer = feeding.sink.replace(*sink);
        // Where the generator's frame is going to be.
        let outer_frame = feeding.frame.replace(self.run.top_ptr().wrapping_add(1));
        let next = self.next(generator);
        *sink = feeding.sink.replace(outer);
        feeding.frame.set(outer_frame);
        next
    }
}

/// The body on top has yielded to the sink: it goes on, or the value comes back.
#[inline(never)]
pub(crate) fn take(vm: &Vm, value: ObjRef) -> Result<Step, ObjRef> {
    if vm.run.interrupted() || vm.run.hooks_on.get() {
        return Err(value);
    }
    let sink = &vm.run.feeding.sink;
    sink.set(sink.get().with(vm, value)?);
    Ok(generator::receive_none(vm, false).map_or_else(Step::Raise, |()| Step::Switch))
}

impl Sink {
    /// The sink with one item more; the item, if it is not for it.
    #[inline(always)]
    fn with(self, vm: &Vm, item: ObjRef) -> Result<Sink, ObjRef> {
        match self {
            Sink::Ints(sum) => match word(&item).and_then(|n| sum.checked_add(n)) {
                Some(sum) => Ok(Sink::Ints(sum)),
                None => Err(item),
            },
            Sink::Floats(sum) => match item.ty().exact() {
                Exact::Float => Ok(Sink::Floats(sum + item.to::<Float>().value())),
                _ => word(&item).map(|n| Sink::Floats(sum + n as f64)).ok_or(item),
            },
            Sink::Seek(wanted) => match truth(vm, &item) {
                Some(truth) if truth != wanted => Ok(self),
                _ => Err(item),
            },
            Sink::Append(list) => {
                // SAFETY: I2 of gc, the list is kept alive by whoever drains.
                let list: &Ref<List> = unsafe { ObjRef::borrow_raw(&list) }.to::<List>();
                if list.push(&vm.heap, item).is_err() {
                    vm.run.memory_ran_out();
                }
                Ok(self)
            }
        }
    }
}

/// The value of an int or bool that fits a word.
#[inline(always)]
fn word(item: &ObjRef) -> Option<i64> {
    one_digit(item).or_else(|| match item.ty().exact() {
        Exact::Int | Exact::Bool => item.to::<Int>().to_i64(),
        _ => None,
    })
}

/// The truth of what has a known one.
#[inline(always)]
fn truth(vm: &Vm, item: &ObjRef) -> Option<bool> {
    match item.ty().exact() {
        Exact::Int | Exact::Bool => Some(!item.to::<Int>().is_zero()),
        _ => item.is(&vm.none).then_some(false),
    }
}
