//! `min` and `max`.

use crate::builtins::arguments;
use crate::error::{PyResult, Raised};
use crate::native::Args;
use crate::vm::Vm;
use crate::vm::arith::{holds, one_digit};
use frontend::op::CmpOp;
use gc::ObjRef;

pub fn min(vm: &Vm, _module: &ObjRef, args: Args<'_>) -> PyResult {
    extreme(vm, args, "min", CmpOp::Lt)
}

pub fn max(vm: &Vm, _module: &ObjRef, args: Args<'_>) -> PyResult {
    extreme(vm, args, "max", CmpOp::Gt)
}

/// The first item that no other one beats.
fn extreme(vm: &Vm, args: Args<'_>, name: &str, op: CmpOp) -> PyResult {
    let given = args.positional();
    arguments::count(vm, name, given.len(), 1, usize::MAX)?;
    let (key, default) = options(vm, args, name)?;
    if given.len() > 1 {
        if default.is_some() {
            return Err(two_ways(vm, name));
        }
        let mut best = Best { vm, key, op, found: None };
        for item in given {
            best.offer(item.clone())?;
        }
        return best.answer(name, None);
    }
    let iterator = vm.iter(&given[0])?;
    if key.is_none() {
        return plain_extreme(vm, &iterator, op, name, default);
    }
    let mut best = Best { vm, key, op, found: None };
    while let Some(item) = vm.next(&iterator)? {
        best.offer(item)?;
    }
    best.answer(name, default)
}

/// Without a key the items themselves compare.
fn plain_extreme(vm: &Vm, iterator: &ObjRef, op: CmpOp, name: &str, default: Option<&ObjRef>) -> PyResult {
    let Some(mut best) = vm.next(iterator)? else {
        return default.cloned().ok_or_else(|| nothing(vm, name));
    };
    while let Some(item) = vm.next(iterator)? {
        let better = match (one_digit(&item), one_digit(&best)) {
            (Some(x), Some(y)) => holds(op, x.cmp(&y)),
            _ => {
                // Each is its own key as well, and held as such.
                let (key, best_key) = (item.clone(), best.clone());
                vm.compare_bool(&key, &best_key, op)?
            }
        };
        if better {
            best = item;
        }
    }
    Ok(best)
}

type Options<'a> = (Option<&'a ObjRef>, Option<&'a ObjRef>);

fn options<'a>(vm: &Vm, args: Args<'a>, name: &str) -> PyResult<Options<'a>> {
    let given = args.names().len();
    if given > 2 {
        return Err(vm.type_error(format!("{name}() takes at most 2 keyword arguments ({given} given)")));
    }
    let (mut key, mut default) = (None, None);
    for (keyword, value) in args.keywords() {
        match &*vm.str_text(keyword)? {
            "key" => key = Some(value).filter(|key| !key.is(&vm.none)),
            "default" => default = Some(value),
            other => return Err(vm.type_error(format!("'{other}' is an invalid keyword argument for {name}()"))),
        }
    }
    Ok((key, default))
}

/// The best item so far and its key.
struct Best<'a> {
    vm: &'a Vm,
    key: Option<&'a ObjRef>,
    op: CmpOp,
    found: Option<(ObjRef, ObjRef)>,
}

impl Best<'_> {
    fn offer(&mut self, item: ObjRef) -> PyResult<()> {
        let value = match self.key {
            Some(key) => self.vm.call(key, std::slice::from_ref(&item))?,
            None => item.clone(),
        };
        let better = match &self.found {
            Some((_, best)) => self.vm.compare_bool(&value, best, self.op)?,
            None => true,
        };
        if better {
            self.found = Some((item, value));
        }
        Ok(())
    }

    fn answer(self, name: &str, default: Option<&ObjRef>) -> PyResult {
        match (self.found, default) {
            (Some((item, _)), _) => Ok(item),
            (None, Some(default)) => Ok(default.clone()),
            (None, None) => Err(nothing(self.vm, name)),
        }
    }
}

#[cold]
fn nothing(vm: &Vm, name: &str) -> Raised {
    vm.value_error(format!("{name}() arg is an empty sequence"))
}

#[cold]
fn two_ways(vm: &Vm, name: &str) -> Raised {
    vm.type_error(format!("Cannot specify a default for {name}() with multiple positional arguments"))
}
