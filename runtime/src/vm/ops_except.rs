//! Handlers: raising, handling, `with`, `except*`.

use gc::{ObjRef, Tuple};

use crate::builtins::exceptions::group;
use crate::error::{Exc, PyResult, Raised};
use crate::vm::Vm;
use crate::vm::cast::lend;
use crate::vm::cpu::Step;
use crate::vm::frame::Frame;
use crate::vm::instr::Instr;
use crate::vm::{method, ops_special};

/// `raise`, `raise a`, `raise a from b`
pub fn raise(vm: &Vm, f: &Frame, i: Instr) -> Step {
    if i.d == 0 {
        return match vm.run.handled() {
            Some(exc) => again(vm, exc),
            None => Step::Raise(vm.runtime_error("No active exception to reraise")),
        };
    }
    let cause = (i.d == 2).then(|| f.rk(i.b).clone());
    let exc = f.take(i.a);
    Step::Raise(match vm.prepare_raise(&exc, cause.as_ref()) {
        Ok(raised) => {
            vm.chain_context(&raised.0);
            raised
        }
        Err(raised) => raised,
    })
}

/// Raises an exception as it is: this frame is in its traceback already.
fn again(vm: &Vm, exc: ObjRef) -> Step {
    vm.run.set_reraise();
    Step::Raise(Raised(exc))
}

/// End of a `finally` or of handlers that did not match.
pub fn reraise(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let exc = f.take(i.a);
    again(vm, exc)
}

impl Vm {
    /// The exception object of `raise exc from cause`.
    pub fn prepare_raise(&self, exc: &ObjRef, cause: Option<&ObjRef>) -> PyResult<Raised> {
        let exc = self.exception_object(exc, "exceptions must derive from BaseException")?;
        if let Some(cause) = cause {
            if cause.is(&self.none) {
                self.set_exception_cause(&exc, None);
            } else {
                let cause = self.exception_object(cause, "exception causes must derive from BaseException")?;
                self.set_exception_cause(&exc, Some(cause));
            }
        }
        Ok(Raised(exc))
    }

    /// An exception object: a class is called.
    fn exception_object(&self, exc: &ObjRef, otherwise: &str) -> PyResult {
        if self.is_exception(exc) {
            return Ok(exc.clone());
        }
        if !self.is_exception_class(exc) {
            return Err(self.type_error(otherwise));
        }
        let made = self.call(exc, &[])?;
        if self.is_exception(&made) {
            return Ok(made);
        }
        let (class, got) = (self.repr_text(exc)?, self.repr_text(made.ty_ref())?);
        Err(self.type_error(format!("calling {class} should have returned an instance of BaseException, not {got}")))
    }

    /// A class that derives from BaseException.
    pub fn is_exception_class(&self, obj: &ObjRef) -> bool {
        self.is_type(obj) && self.is_subtype(obj, self.exception_type(Exc::BaseException))
    }
}

pub fn push(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let before = vm.run.swap_handled(f, Some(f.rk(i.a).clone()));
    f.write(i.a + 1, before.unwrap_or_else(|| vm.none()));
    Ok(())
}

pub fn pop(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let before = f.take(i.a);
    let before = if before.is(&vm.none) { None } else { Some(before) };
    drop(vm.run.swap_handled(f, before));
    Ok(())
}

pub fn matches(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let wanted = f.rk(i.c);
    check_classes(vm, wanted, "catching classes that do not inherit from BaseException is not allowed")?;
    let found = exc_matches(vm, f.rk(i.b), wanted);
    f.consume(i.c);
    f.write(i.a, vm.bool(found));
    Ok(())
}

/// Whether an exception is an instance of a class or of one in a tuple; by the MRO alone.
fn exc_matches(vm: &Vm, exc: &ObjRef, wanted: &ObjRef) -> bool {
    match wanted.payload::<Tuple>() {
        Some(classes) => classes.items().iter().any(|class| exc_matches(vm, exc, class)),
        None => vm.is_instance_of(exc, wanted),
    }
}

fn check_classes(vm: &Vm, wanted: &ObjRef, text: &str) -> PyResult<()> {
    let fine = match wanted.payload::<Tuple>() {
        Some(classes) if vm.is_tuple(wanted) => classes.items().iter().all(|class| vm.is_exception_class(class)),
        _ => vm.is_exception_class(wanted),
    };
    if fine { Ok(()) } else { Err(vm.type_error(text)) }
}

/// `except* types`
pub fn group_match(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let wanted = f.rk(i.c);
    check_classes(vm, wanted, "catching classes that do not inherit from BaseException is not allowed")?;
    let groups = vm.exception_type(Exc::BaseExceptionGroup);
    let all: Vec<&ObjRef> = wanted.payload::<Tuple>().map_or_else(|| vec![wanted], |t| t.items().iter().collect());
    if all.iter().any(|class| vm.is_subtype(class, groups)) {
        return Err(vm.type_error("catching ExceptionGroup with except* is not allowed. Use except instead."));
    }
    let (matched, rest) = split(vm, f.rk(i.b), wanted)?;
    f.consume(i.c);
    f.write(i.b, rest);
    if !matched.is(&vm.none) {
        drop(vm.run.swap_handled(f, Some(matched.clone())));
    }
    f.write(i.a, matched);
    Ok(())
}

/// What a clause takes and what is left, None for nothing.
fn split(vm: &Vm, exc: &ObjRef, wanted: &ObjRef) -> PyResult<(ObjRef, ObjRef)> {
    if exc.is(&vm.none) {
        return Ok((vm.none(), vm.none()));
    }
    let is_group = vm.is_instance_of(exc, vm.exception_type(Exc::BaseExceptionGroup));
    if !is_group && exc_matches(vm, exc, wanted) {
        return Ok((wrap_naked(vm, exc)?, vm.none()));
    }
    let (matched, rest) = vm.split_group(exc, wanted)?;
    let or_none = |part: Option<ObjRef>| part.unwrap_or_else(|| vm.none());
    Ok((or_none(matched), or_none(rest)))
}

/// A single exception caught by `except*` becomes a group with its traceback.
fn wrap_naked(vm: &Vm, exc: &ObjRef) -> PyResult {
    let items = vm.tuple([exc.clone()]);
    let group = vm.call(vm.exception_type(Exc::ExceptionGroup), &[vm.empty_str.clone(), items.clone()]);
    let group = match group {
        Err(raised) if raised.matches(vm, Exc::TypeError) => {
            vm.call(vm.exception_type(Exc::BaseExceptionGroup), &[vm.empty_str.clone(), items])?
        }
        group => group?,
    };
    vm.set_exception_traceback(&group, vm.exception_traceback(exc));
    Ok(group)
}

/// What is raised after all `except*` clauses: new exceptions and the unhandled rest.
pub fn prepare_reraise_star(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let (original, raised) = (f.take(i.a), f.take(i.b));
    let list = vm.collect(&raised)?;
    let result = combine(vm, &original, list)?;
    f.write(i.a, result);
    Ok(())
}

fn combine(vm: &Vm, original: &ObjRef, list: Vec<ObjRef>) -> PyResult {
    let all: Vec<ObjRef> = list.into_iter().filter(|e| !e.is(&vm.none)).collect();
    if all.is_empty() {
        return Ok(vm.none());
    }
    if !vm.is_instance_of(original, vm.exception_type(Exc::BaseExceptionGroup)) {
        // A naked exception was caught: at most one is raised.
        return Ok(all[0].clone());
    }
    let (mut fresh, mut again) = (Vec::new(), Vec::new());
    for exc in all {
        if same_origin(vm, original, &exc) { again.push(exc) } else { fresh.push(exc) }
    }
    let projected = project(vm, original, &again)?;
    if fresh.is_empty() {
        return Ok(projected);
    }
    if !projected.is(&vm.none) {
        fresh.push(projected);
    }
    if fresh.len() == 1 {
        return Ok(fresh.remove(0));
    }
    vm.call(vm.exception_type(Exc::ExceptionGroup), &[vm.empty_str.clone(), vm.list(fresh)])
}

/// The subgroup of the original that the re-raised parts make up together.
fn project(vm: &Vm, original: &ObjRef, parts: &[ObjRef]) -> PyResult {
    let mut kept = Vec::new();
    parts.iter().for_each(|part| leaves(vm, part, &mut kept));
    if kept.is_empty() {
        return Ok(vm.none());
    }
    Ok(keep(vm, original, &kept)?.unwrap_or_else(|| vm.none()))
}

fn leaves(vm: &Vm, exc: &ObjRef, found: &mut Vec<ObjRef>) {
    if !vm.is_instance_of(exc, vm.exception_type(Exc::BaseExceptionGroup)) {
        found.push(exc.clone());
        return;
    }
    group::members(vm, exc).iter().for_each(|member| leaves(vm, member, found));
}

/// The part of a group whose leaves are among `kept`.
fn keep(vm: &Vm, exc: &ObjRef, kept: &[ObjRef]) -> PyResult<Option<ObjRef>> {
    if !vm.is_instance_of(exc, vm.exception_type(Exc::BaseExceptionGroup)) {
        return Ok(kept.iter().any(|k| k.is(exc)).then(|| exc.clone()));
    }
    let mut parts = Vec::new();
    for member in group::members(vm, exc) {
        parts.extend(keep(vm, &member, kept)?);
    }
    group::subset(vm, exc, parts)
}

/// A subgroup of the original carries its traceback, context and cause.
fn same_origin(vm: &Vm, a: &ObjRef, b: &ObjRef) -> bool {
    let same = |x: Option<ObjRef>, y: Option<ObjRef>| x == y;
    vm.is_instance_of(b, vm.exception_type(Exc::BaseExceptionGroup))
        && same(vm.exception_traceback(a), vm.exception_traceback(b))
        && same(vm.exception_context(a), vm.exception_context(b))
        && same(vm.exception_cause(a), vm.exception_cause(b))
}

fn context_method(vm: &Vm, manager: &ObjRef, name: &ObjRef, text: &str) -> PyResult {
    match vm.lookup_special(manager, name)? {
        Some(method) => Ok(method),
        None => Err(vm.type_error(format!("'{}' object does not support the {text}", vm.type_name(manager)))),
    }
}

pub fn before_with(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let methods = || {
        let manager = f.rk(i.b);
        let enter = context_method(vm, manager, &vm.names.__enter__, "context manager protocol")?;
        let missed = "context manager protocol (missed __exit__ method)";
        Ok((enter, context_method(vm, manager, &vm.names.__exit__, missed)?))
    };
    match methods() {
        Ok((enter, exit)) => match ops_special::enter_with(vm, f, i, &enter, &exit) {
            Some(step) => step,
            None => enter_with(vm, f, i, enter, exit).into(),
        },
        Err(raised) => Step::Raise(raised),
    }
}

pub fn before_async_with(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    const TEXT: &str = "asynchronous context manager protocol";
    let manager = f.rk(i.b);
    let enter = context_method(vm, manager, &vm.names.__aenter__, TEXT)?;
    let missed = "asynchronous context manager protocol (missed __aexit__ method)";
    let exit = context_method(vm, manager, &vm.names.__aexit__, missed)?;
    enter_with(vm, f, i, enter, exit)
}

fn enter_with(vm: &Vm, f: &Frame, i: Instr, enter: ObjRef, exit: ObjRef) -> PyResult<()> {
    f.consume(i.b);
    let result = vm.call(&enter, &[])?;
    f.write(i.a, exit);
    f.write(i.a + 1, result);
    Ok(())
}

pub fn with_except_start(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let exc = f.rk(i.c);
    let traceback = vm.exception_traceback(exc).unwrap_or_else(|| vm.none());
    let exit = f.rk(i.b);
    let result = match method::of_function(exit) {
        // The traceback moves: from here on the exception and the method hold it.
        Some((function, this)) => {
            let values = [this, exc.ty_ref().clone(), exc.clone(), traceback];
            vm.call_with(&function, values.into_iter(), 4, &[])?
        }
        None => vm.call(exit, &lend([exc.ty_ref(), exc, &traceback]))?,
    };
    f.write(i.a, result);
    Ok(())
}

/// Shows the value of an expression statement at the prompt.
pub fn print_expr(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let value = f.take(i.a);
    match vm.sys_attr(&vm.names.displayhook) {
        Some(hook) => vm.call(&hook, &[value]).map(drop),
        None => Err(vm.runtime_error("lost sys.displayhook")),
    }
}
