//! Where a text stands in another, and how often.

use super::make::{expect, of};
use crate::bind::check_tuple_args;
use crate::builtins::arguments;
use crate::builtins::slice::clipped_index;
use crate::error::PyResult;
use crate::native::Args;
use crate::text::search::{self, narrow};
use crate::text::{slice, units_len};
use crate::vm::Vm;
use crate::with_units;
use gc::{ObjRef, Str, Tuple, Units};

/// The arguments of the `find` family: what to look for, and the part to look at. `None` if that lies behind the end.
pub(crate) struct Search<'a> {
    pub wanted: &'a ObjRef,
    pub range: Option<(usize, usize)>,
}

/// Reads `(wanted[, start[, end]])` against a length.
pub(crate) fn arguments_of<'a>(vm: &Vm, name: &str, kind: &str, args: Args<'a>, len: usize) -> PyResult<Search<'a>> {
    if args.has_keywords() {
        arguments::no_keywords(vm, &format!("{kind}.{name}"), args)?;
    }
    let given = args.positional();
    check_tuple_args(vm, name, given.len(), 1, 3)?;
    let bound = |at: usize, default: isize| match given.get(at) {
        Some(value) if !value.is(&vm.none) => {
            clipped_index(vm, value, "slice indices must be integers or None or have an __index__ method")
        }
        _ => Ok(default),
    };
    let (start, end) = (bound(1, 0)?, bound(2, isize::MAX)?);
    let resolve = |at: isize| if at < 0 { at.saturating_add(len as isize).max(0) as usize } else { at as usize };
    let (start, end) = (resolve(start), resolve(end).min(len));
    Ok(Search { wanted: &given[0], range: (start <= end).then_some((start, end)) })
}

/// Runs a search; answers the position in the whole text.
fn position(vm: &Vm, this: &ObjRef, args: Args<'_>, name: &str, backwards: bool) -> PyResult<Option<usize>> {
    let text = of(this);
    let search = arguments_of(vm, name, "str", args, text.len())?;
    let wanted = expect(vm, search.wanted, "")?;
    let Some((start, end)) = search.range else { return Ok(None) };
    Ok(search::find(slice(text.units(), start, end), wanted.units(), backwards).map(|at| start + at))
}

fn or_minus_one(vm: &Vm, found: Option<usize>) -> ObjRef {
    vm.int_exact(found.map_or(-1, |at| at as i64))
}

pub fn find(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    Ok(or_minus_one(vm, position(vm, this, args, "find", false)?))
}

pub fn rfind(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    Ok(or_minus_one(vm, position(vm, this, args, "rfind", true)?))
}

pub fn index(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    found(vm, position(vm, this, args, "index", false)?)
}

pub fn rindex(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    found(vm, position(vm, this, args, "rindex", true)?)
}

fn found(vm: &Vm, position: Option<usize>) -> PyResult {
    match position {
        Some(at) => Ok(vm.int_exact(at as i64)),
        None => Err(vm.value_error("substring not found")),
    }
}

pub fn count(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let text = of(this);
    let search = arguments_of(vm, "count", "str", args, text.len())?;
    let wanted = expect(vm, search.wanted, "")?;
    let Some((start, end)) = search.range else { return Ok(vm.int(0)) };
    let part = slice(text.units(), start, end);
    Ok(vm.int_exact(occurrences(part, wanted.units()) as i64))
}

/// How often `wanted` occurs without overlap.
fn occurrences(text: Units<'_>, wanted: Units<'_>) -> usize {
    with_units!(text, |hay| narrow(wanted).map_or(0, |needle| search::count(hay, &needle)))
}

/// `wanted in this`
pub fn contains(vm: &Vm, this: &ObjRef, wanted: &ObjRef) -> PyResult<bool> {
    let Some(wanted) = wanted.cast_ref::<Str>() else {
        let kind = vm.type_name(wanted);
        return Err(vm.type_error(format!("'in <string>' requires string as left operand, not {kind}")));
    };
    Ok(search::find(of(this).units(), wanted.units(), false).is_some())
}

pub fn startswith(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    tail_match(vm, this, args, "startswith", starts)
}

pub fn endswith(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    tail_match(vm, this, args, "endswith", ends)
}

/// Whether a text begins with another.
pub fn starts(text: Units<'_>, prefix: Units<'_>) -> bool {
    let len = units_len(prefix);
    len <= units_len(text) && same(slice(text, 0, len), prefix)
}

/// Whether a text ends with another.
pub fn ends(text: Units<'_>, suffix: Units<'_>) -> bool {
    let (len, of) = (units_len(suffix), units_len(text));
    len <= of && same(slice(text, of - len, of), suffix)
}

/// Whether two texts have the same characters; a part may have wider units than it needs.
pub fn same(a: Units<'_>, b: Units<'_>) -> bool {
    match (a, b) {
        (Units::U1(a), Units::U1(b)) => a == b,
        (Units::U2(a), Units::U2(b)) => a == b,
        (Units::U4(a), Units::U4(b)) => a == b,
        _ => crate::text::chars(a).eq(crate::text::chars(b)),
    }
}

fn tail_match(vm: &Vm, this: &ObjRef, args: Args<'_>, name: &str, fits: fn(Units<'_>, Units<'_>) -> bool) -> PyResult {
    let text = of(this);
    let search = arguments_of(vm, name, "str", args, text.len())?;
    let fits = |wanted: &ObjRef| {
        let wanted = wanted.cast_ref::<Str>()?;
        let Some((start, end)) = search.range else { return Some(false) };
        Some(fits(slice(text.units(), start, end), wanted.units()))
    };
    if let Some(options) = search.wanted.cast_ref::<Tuple>() {
        for option in options.items() {
            match fits(option) {
                Some(true) => return Ok(vm.bool(true)),
                Some(false) => {}
                None => {
                    let kind = vm.type_name(option);
                    return Err(vm.type_error(format!("tuple for {name} must only contain str, not {kind}")));
                }
            }
        }
        return Ok(vm.bool(false));
    }
    match fits(search.wanted) {
        Some(answer) => Ok(vm.bool(answer)),
        None => {
            let kind = vm.type_name(search.wanted);
            Err(vm.type_error(format!("{name} first arg must be str or a tuple of str, not {kind}")))
        }
    }
}
