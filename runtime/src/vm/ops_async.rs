//! Handlers: `await`, `async for`, async generators.

use gc::ObjRef;

use crate::error::{Exc, PyResult, Raised};
use crate::object::type_of;
use crate::vm::Vm;
use crate::vm::async_gen;
use crate::vm::frame::Frame;
use crate::vm::generator::{self, Flavor, Generator};
use crate::vm::instr::Instr;
use frontend::code::flags;

pub fn get_awaitable(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let source = f.rk(i.b);
    let iterator = vm.awaitable(source).map_err(|raised| explain(vm, source, i.d, raised))?;
    if let Some(coroutine) = iterator.cast_ref::<Generator>()
        && coroutine.flavor == Flavor::Coroutine
        && generator::delegate(coroutine).is_some()
    {
        return Err(vm.runtime_error("coroutine is being awaited already"));
    }
    f.consume(i.b);
    f.write(i.a, iterator);
    Ok(())
}

/// `async with` says which of its methods did not answer an awaitable.
fn explain(vm: &Vm, source: &ObjRef, place: u8, raised: Raised) -> Raised {
    let awaitable = type_of(source).slots.await_.get().is_some();
    let method = match place {
        1 => "__aenter__",
        2 => "__aexit__",
        _ => return raised,
    };
    if awaitable || !raised.matches(vm, Exc::TypeError) {
        return raised;
    }
    let kind = vm.type_name(source);
    vm.type_error(format!("'async with' received an object from {method} that does not implement __await__: {kind}"))
}

impl Vm {
    /// The iterator that `await obj` drives.
    pub fn awaitable(&self, obj: &ObjRef) -> PyResult {
        if let Some(generator) = obj.cast_ref::<Generator>() {
            let iterable = generator.code.get().is_some_and(|code| {
                code.to::<crate::vm::code_object::CodeObject>().linked.has(flags::ITERABLE_COROUTINE)
            });
            if generator.flavor == Flavor::Coroutine || iterable {
                return Ok(obj.clone());
            }
        }
        let Some(await_) = type_of(obj).slots.await_.get() else {
            let kind = self.type_name(obj);
            return Err(self.type_error(format!("object {kind} can't be used in 'await' expression")));
        };
        let iterator = await_(self, obj)?;
        if iterator.cast_ref::<Generator>().is_some_and(|g| g.flavor == Flavor::Coroutine) {
            return Err(self.type_error("__await__() returned a coroutine"));
        }
        if type_of(&iterator).slots.next.get().is_none() {
            let kind = self.type_name(&iterator);
            return Err(self.type_error(format!("__await__() returned non-iterator of type '{kind}'")));
        }
        Ok(iterator)
    }
}

pub fn get_aiter(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let source = f.rk(i.b);
    let kind = vm.type_name(source);
    let Some(aiter) = type_of(source).slots.aiter.get() else {
        let text = format!("'async for' requires an object with __aiter__ method, got {kind}");
        return Err(vm.type_error(text));
    };
    let iterator = aiter(vm, source)?;
    if type_of(&iterator).slots.anext.get().is_none() {
        let kind = vm.type_name(&iterator);
        return Err(vm.type_error(format!(
            "'async for' received an object from __aiter__ that does not implement __anext__: {kind}"
        )));
    }
    f.consume(i.b);
    f.write(i.a, iterator);
    Ok(())
}

pub fn get_anext(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let iterator = f.rk(i.b);
    let kind = vm.type_name(iterator);
    let Some(anext) = type_of(iterator).slots.anext.get() else {
        let text = format!("'async for' requires an iterator with __anext__ method, got {kind}");
        return Err(vm.type_error(text));
    };
    let step = anext(vm, iterator)?;
    if step.cast_ref::<Generator>().is_some_and(|g| g.flavor == Flavor::Coroutine) {
        f.write(i.a, step);
        return Ok(());
    }
    let awaitable = vm.awaitable(&step).map_err(|raised| {
        let kind = vm.type_name(&step);
        let error = vm.type_error(format!("'async for' received an invalid object from __anext__: {kind}"));
        vm.set_exception_cause(&error.0, Some(raised.0));
        error
    })?;
    f.write(i.a, awaitable);
    Ok(())
}

/// The end of an `async for`: StopAsyncIteration ends the loop, anything else goes on.
pub fn end_async_for(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let exc = f.take(i.a);
    let iterator = f.take(i.b);
    let raised = Raised(exc);
    if raised.matches(vm, Exc::StopAsyncIteration) {
        drop(raised);
        drop(iterator);
        return Ok(());
    }
    vm.run.set_reraise();
    Err(raised)
}

pub fn wrap(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let value = f.take(i.b);
    f.write(i.a, async_gen::wrap(vm, value));
    Ok(())
}
