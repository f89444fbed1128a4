//! Binding the arguments of a call to a native function, with CPython's messages.

use crate::error::{PyResult, Raised};
use crate::native::{Args, Fun, Method};
use crate::signature::{Kind, Param};
use crate::vm::Vm;
use crate::vm::cast::Borrowed;
use gc::ObjRef;
use std::fmt::Display;

/// A native function about to be called.
#[derive(Clone, Copy)]
pub struct Callee<'a> {
    pub method: &'static Method,
    /// What its name is qualified with in messages: the class's or the module's name and a dot, or nothing.
    pub prefix: &'a dyn Fn() -> String,
    /// The first parameter of the signature is `this`.
    pub skips_self: bool,
}

impl Callee<'_> {
    fn qualified(&self) -> String {
        format!("{}{}", (self.prefix)(), self.method.name())
    }
}

/// Calls the Rust function of a row with arguments as Python gave them.
#[inline]
pub fn call_native(vm: &Vm, callee: Callee<'_>, this: &ObjRef, args: Args<'_>) -> PyResult {
    if callee.method.packs.have(vm) {
        let packed = args.packed(vm);
        return call_fun(vm, callee, this, args.packed_in(&packed));
    }
    call_fun(vm, callee, this, args)
}

#[inline(always)]
fn call_fun(vm: &Vm, callee: Callee<'_>, this: &ObjRef, args: Args<'_>) -> PyResult {
    match callee.method.fun {
        Fun::None(f) if args.values().is_empty() => f(vm, this),
        Fun::One(f) if args.values().len() == 1 && !args.has_keywords() => f(vm, this, &args.values()[0]),
        Fun::Pos(min, max, f) if !args.has_keywords() && in_range(args.values().len(), min, max) => {
            f(vm, this, args.values())
        }
        Fun::Bound(f) => {
            if !args.has_keywords()
                && let Some(bound) = leading(callee.method, callee.skips_self, args.values())
            {
                return f(vm, this, bound.get());
            }
            let params = callee.method.params.params();
            let params = if callee.skips_self { params.get(1..).unwrap_or(&[]) } else { params };
            let bound = bind(vm, callee.method.name(), callee.method.signature, params, args)?;
            f(vm, this, bound.get())
        }
        Fun::Raw(f) => f(vm, this, args),
        Fun::None(_) | Fun::One(_) | Fun::Pos(..) => Err(wrong_count(vm, callee, args)),
    }
}

/// The common case of binding: positional arguments alone, as many as it takes.
#[inline]
pub(crate) fn leading<'a>(method: &Method, skips_self: bool, args: &'a [ObjRef]) -> Option<Borrowed<'a>> {
    let skipped = usize::from(skips_self && !method.params.params().is_empty());
    if !method.params.fits(args.len() + skipped) {
        return None;
    }
    Borrowed::leading(args, method.params.params().len() - skipped)
}

fn in_range(count: usize, min: u8, max: u8) -> bool {
    count >= min as usize && count <= max as usize
}

#[cold]
fn wrong_count(vm: &Vm, callee: Callee<'_>, args: Args<'_>) -> Raised {
    let given = args.values().len();
    if args.has_keywords() {
        return vm.type_error(format!("{}() takes no keyword arguments", callee.qualified()));
    }
    match callee.method.fun {
        Fun::None(_) => vm.type_error(format!("{}() takes no arguments ({given} given)", callee.qualified())),
        Fun::One(_) => vm.type_error(format!("{}() takes exactly one argument ({given} given)", callee.qualified())),
        Fun::Pos(min, max, _) => wrong_positional(vm, callee.method.name(), given, min as usize, max as usize),
        Fun::Bound(_) | Fun::Raw(_) => vm.system_error("bad argument count"),
    }
}

/// `insert expected 2 arguments, got 1`, `pop expected at most 1 argument, got 2`.
#[cold]
pub fn wrong_positional(vm: &Vm, name: &str, given: usize, min: usize, max: usize) -> Raised {
    let (bound, limit) = match given < min {
        _ if min == max => ("", min),
        true => ("at least ", min),
        false => ("at most ", max),
    };
    let name = if name.trim().is_empty() { name.to_owned() } else { format!("{name} ") };
    vm.type_error(format!("{name}expected {bound}{limit} argument{}, got {given}", plural(limit)))
}

/// `startswith() takes at least 1 argument (0 given)`: functions that parse an argument tuple.
pub fn check_tuple_args(vm: &Vm, name: &str, given: usize, min: usize, max: usize) -> PyResult<()> {
    if given >= min && given <= max {
        return Ok(());
    }
    let (bound, limit) = match given < min {
        _ if min == max => ("exactly", min),
        true => ("at least", min),
        false => ("at most", max),
    };
    let name = if name.is_empty() { "function".to_owned() } else { format!("{name}()") };
    Err(vm.type_error(format!("{name} takes {bound} {limit} argument{} ({given} given)", plural(limit))))
}

fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

/// Distributes arguments over parameters: one entry per parameter, `None` where an optional one is absent.
/// `text` is the signature that the parameters' names point into.
pub fn bind<'a>(vm: &Vm, name: &str, text: &str, params: &[Param], args: Args<'a>) -> PyResult<Borrowed<'a>> {
    let positional = args.positional();
    check_positional(vm, name, params, args)?;
    let mut bound = Borrowed::with_len(params.len());
    for (i, value) in positional.iter().enumerate() {
        bound.put(i, value);
    }
    let mut left = args.names().len();
    for (i, param) in params.iter().enumerate().skip(positional.len()) {
        match keyword(vm, args, param, text)? {
            Some(value) => {
                left -= 1;
                bound.put(i, value);
            }
            None if param.optional => {}
            None => return Err(missing(vm, name, &param.name(text), i)),
        }
    }
    if left > 0 {
        return Err(unexpected(vm, name, text, params, args));
    }
    Ok(bound)
}

fn keyword<'a>(vm: &Vm, args: Args<'a>, param: &Param, text: &str) -> PyResult<Option<&'a ObjRef>> {
    if !args.has_keywords() || param.kind == Kind::PositionalOnly {
        return Ok(None);
    }
    for (key, value) in args.keywords() {
        if vm.str_is(key, param.name(text)) {
            return Ok(Some(value));
        }
    }
    Ok(None)
}

fn check_positional(vm: &Vm, name: &str, params: &[Param], args: Args<'_>) -> PyResult<()> {
    let (given, all) = (args.positional().len(), args.values().len());
    if all > params.len() {
        let sort = if given == 0 { "keyword " } else { "" };
        let len = params.len();
        let noun = format!("{sort}argument{}", plural(len));
        return Err(vm.type_error(format!("{name}() takes at most {len} {noun} ({all} given)")));
    }
    let count = |test: fn(&&Param) -> bool| params.iter().filter(test).count();
    let most = count(|p| p.kind != Kind::KeywordOnly);
    if given > most {
        if most == 0 {
            return Err(vm.type_error(format!("{name}() takes no positional arguments")));
        }
        let least = count(|p| p.kind != Kind::KeywordOnly && !p.optional);
        let bound = if least < most { "at most" } else { "exactly" };
        return Err(positional_count(vm, name, bound, most, given));
    }
    let least = count(|p| p.kind == Kind::PositionalOnly && !p.optional);
    if given < least {
        let bound = if least < most { "at least" } else { "exactly" };
        return Err(positional_count(vm, name, bound, least, given));
    }
    Ok(())
}

#[cold]
fn positional_count(vm: &Vm, name: &str, bound: &str, limit: usize, given: usize) -> Raised {
    vm.type_error(format!("{name}() takes {bound} {limit} positional argument{} ({given} given)", plural(limit)))
}

#[cold]
fn missing(vm: &Vm, name: &str, param: &dyn Display, index: usize) -> Raised {
    vm.type_error(format!("{name}() missing required argument '{param}' (pos {})", index + 1))
}

#[cold]
fn unexpected(vm: &Vm, name: &str, text: &str, params: &[Param], args: Args<'_>) -> Raised {
    for (i, param) in params.iter().enumerate().take(args.positional().len()) {
        let param_name = param.name(text);
        if param.kind != Kind::PositionalOnly && args.names().iter().any(|key| vm.str_is(key, param_name)) {
            return vm
                .type_error(format!("argument for {name}() given by name ('{param_name}') and position ({})", i + 1));
        }
    }
    let known = |key: &ObjRef| params.iter().any(|p| p.kind != Kind::PositionalOnly && vm.str_is(key, p.name(text)));
    let stranger = args.names().iter().find(|key| !known(key)).unwrap_or(&args.names()[0]);
    vm.type_error(format!("'{}' is an invalid keyword argument for {name}()", vm.lossy(stranger)))
}
