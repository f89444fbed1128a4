//! Taking text apart: at separators, at runs of space, at line ends.

use super::make::{expect, of, part, parts, unchanged};
use crate::error::PyResult;
use crate::text::search::{self, narrow};
use crate::text::units_len;
use crate::unicode;
use crate::vm::Vm;
use crate::with_units;
use gc::{ObjRef, Ref, Str, Units};

type Ranges = Vec<(usize, usize)>;

/// Separator and limit of `split` and `rsplit`.
fn separator<'a>(vm: &Vm, args: &'a [Option<ObjRef>]) -> PyResult<(Option<&'a Ref<Str>>, usize)> {
    let limit = match args.get(1) {
        Some(Some(limit)) => usize::try_from(vm.to_index(limit)?).unwrap_or(usize::MAX),
        _ => usize::MAX,
    };
    let separator = match args.first() {
        Some(Some(separator)) if !separator.is(&vm.none) => separator,
        _ => return Ok((None, limit)),
    };
    let Some(text) = separator.cast_ref::<Str>() else {
        return Err(vm.type_error(format!("must be str or None, not {}", vm.type_name(separator))));
    };
    check_separator(vm, text)?;
    Ok((Some(text), limit))
}

fn check_separator(vm: &Vm, separator: &Ref<Str>) -> PyResult<()> {
    if separator.is_empty() { Err(vm.value_error("empty separator")) } else { Ok(()) }
}

pub fn split(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let text = of(this);
    let (separator, limit) = separator(vm, args)?;
    let Some(separator) = separator else {
        return match text.units() {
            Units::U1(units) if text.is_ascii() => list_of(
                vm,
                text,
                search::split_space(units, limit, |c| c <= 32 && matches!(c, 9..=13 | 28..=32)),
                None,
                limit,
            ),
            units => with_units!(units, |units| {
                list_of(vm, text, search::split_space(units, limit, unicode::is_space), None, limit)
            }),
        };
    };
    with_units!(text.units(), |units| match narrow(separator.units()) {
        Some(wanted) => list_of(vm, text, search::split(units, &wanted, limit), Some(separator), limit),
        // A separator with characters that the text cannot hold splits nothing.
        None => list_of(vm, text, [(0, text.len())].into_iter(), Some(separator), limit),
    })
}

pub fn rsplit(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let text = of(this);
    let (separator, limit) = separator(vm, args)?;
    let ranges: Ranges = with_units!(text.units(), |units| match separator {
        Some(separator) => match narrow(separator.units()) {
            Some(separator) => search::rsplit(units, &separator, limit),
            None => vec![(0, text.len())],
        },
        None => search::rsplit_space(units, limit, unicode::is_space),
    });
    list_of(vm, text, ranges.into_iter(), separator, limit)
}

/// The list of the parts, with the room that CPython gives it.
fn list_of(
    vm: &Vm,
    text: &Ref<Str>,
    mut ranges: impl Iterator<Item = (usize, usize)>,
    separator: Option<&Ref<Str>>,
    limit: usize,
) -> PyResult {
    let first = ranges.next();
    let second = ranges.next();
    if separator.is_some()
        && let (Some((start, end)), None) = (first, second)
    {
        return Ok(vm.list(vec![part(vm, text, start, end)?]));
    }
    let by_length = vm.heap.profile().objects.list.split_by_length && limit == usize::MAX;
    let most = match separator {
        _ if !by_length => limit,
        Some(separator) => text.len() / separator.len() + 1,
        None => text.len().saturating_sub(1) / 2 + 1,
    };
    let ranges = first.into_iter().chain(second).chain(ranges);
    vm.list_of_parts(ranges.map(|(start, end)| part(vm, text, start, end)), most)
}

pub fn splitlines(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let keep = match args.first() {
        Some(Some(keep)) => vm.to_c_int(keep)? != 0,
        _ => false,
    };
    let text = of(this);
    let ranges = with_units!(text.units(), |units| search::split_lines(units, keep, unicode::is_line_break));
    let ranges = ranges.map_err(|_| vm.memory_error())?;
    vm.list_by_appends(parts(vm, text, &ranges)?)
}

/// The text before the first separator, the separator, the text behind it.
pub fn partition(vm: &Vm, this: &ObjRef, separator: &ObjRef) -> PyResult {
    cut(vm, this, separator, false)
}

pub fn rpartition(vm: &Vm, this: &ObjRef, separator: &ObjRef) -> PyResult {
    cut(vm, this, separator, true)
}

fn cut(vm: &Vm, this: &ObjRef, separator: &ObjRef, backwards: bool) -> PyResult {
    let text = of(this);
    let wanted = expect(vm, separator, "")?;
    check_separator(vm, wanted)?;
    let empty = || vm.empty_str.clone();
    let Some(at) = search::find(text.units(), wanted.units(), backwards) else {
        let whole = unchanged(vm, text)?;
        return Ok(vm.tuple(if backwards { vec![empty(), empty(), whole] } else { vec![whole, empty(), empty()] }));
    };
    let end = at + units_len(wanted.units());
    Ok(vm.tuple([part(vm, text, 0, at)?, separator.clone(), part(vm, text, end, text.len())?]))
}
