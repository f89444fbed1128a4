//! `re.Match`: where a pattern and its groups were found.

use super::pattern;
use super::run::{Found, NONE};
use super::subject::Subject;
use gc::{Dict, ObjRef, Payload, Plain, Slot};
use runtime::error::{PyResult, Raised};
use runtime::native::{Args, Fun, GetSet, Method, Releases, TypeSpec};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use std::cell::Cell;

gc::payload! {
    /// The pattern, the string, the part of it that was looked at, the places.
    pub struct Match: gc { pattern: Slot, string: Slot, bounds: Cell<(usize, usize)>, found: Plain<Found> }
}

pub static MATCH: TypeSpec = TypeSpec {
    doc: Some("The result of re.match() and re.search().\nMatch objects always have a boolean value of True."),
    subclassable: false,
    held: Releases::since(10),
    slots: SlotDefs { repr: Some(repr), get_item: Some(get_item), ..SlotDefs::NONE },
    methods: METHODS,
    getset: &[
        GetSet { name: "string", get: |vm, this| Ok(string(vm, this)), set: None },
        GetSet { name: "re", get: |vm, this| Ok(regex(vm, this)), set: None },
        GetSet { name: "pos", get: |vm, this| Ok(vm.int_exact(of(this).bounds.get().0 as i64)), set: None },
        GetSet { name: "endpos", get: |vm, this| Ok(vm.int_exact(of(this).bounds.get().1 as i64)), set: None },
        GetSet {
            name: "lastindex",
            get: |vm, this| {
                Ok(if of(this).found.last == 0 { vm.none() } else { vm.int_exact(of(this).found.last as i64) })
            },
            set: None,
        },
        GetSet { name: "lastgroup", get: last_group, set: None },
        GetSet {
            name: "regs",
            get: |vm, this| Ok(vm.tuple((0..=groups(this)).map(|number| span_of(vm, this, number)).collect::<Vec<_>>())),
            set: None,
        },
    ],
    ..TypeSpec::new("re.Match", Match::layout)
};

const METHODS: &[Method] = &[
    Method::new("group(self, /, *groups)", Fun::Raw(group_method)),
    Method::new("start(self, group=0, /)", Fun::Pos(0, 1, |vm, this, args| Ok(vm.int_exact(place(vm, this, args)?.0)))),
    Method::new("end(self, group=0, /)", Fun::Pos(0, 1, |vm, this, args| Ok(vm.int_exact(place(vm, this, args)?.1)))),
    Method::new(
        "span(self, group=0, /)",
        Fun::Pos(0, 1, |vm, this, args| Ok(span_of(vm, this, index(vm, this, args.first())?))),
    ),
    Method::new("groups(self, /, default=None)", Fun::Bound(all_groups)),
    Method::new("groupdict(self, /, default=None)", Fun::Bound(groupdict)),
    Method::new("expand(self, /, template)", Fun::Bound(expand)),
    Method::new("__copy__(self, /)", Fun::None(|_, this| Ok(this.clone()))),
    Method::new("__deepcopy__(self, memo, /)", Fun::One(|_, this, _| Ok(this.clone()))),
    Method::class("__class_getitem__(type, object, /)", Fun::One(runtime::builtins::generic_alias::class_getitem)),
];

/// A match object.
pub fn make(vm: &Vm, pattern: &ObjRef, string: &ObjRef, bounds: (usize, usize), found: Found) -> ObjRef {
    let value = Match {
        pattern: pattern.clone().into(),
        string: string.clone().into(),
        bounds: Cell::new(bounds),
        found: Plain(found),
    };
    vm.alloc(&vm.native_type(&MATCH), value).into_obj()
}

fn of(this: &ObjRef) -> &Match {
    this.to::<Match>()
}

fn string(vm: &Vm, this: &ObjRef) -> ObjRef {
    of(this).string.get().unwrap_or_else(|| vm.none())
}

fn regex(vm: &Vm, this: &ObjRef) -> ObjRef {
    of(this).pattern.get().unwrap_or_else(|| vm.none())
}

fn groups(this: &ObjRef) -> usize {
    of(this).found.slots.len() / 2 - 1
}

/// Runs with what the match was found in.
fn with_subject<R>(vm: &Vm, this: &ObjRef, f: impl FnOnce(&Subject<'_>) -> PyResult<R>) -> PyResult<R> {
    let (string, regex) = (string(vm, this), regex(vm, this));
    f(&Subject::new(vm, &string, pattern::is_text(&regex))?)
}

#[cold]
fn no_such_group(vm: &Vm) -> Raised {
    vm.index_error("no such group")
}

/// The number of the group that an argument means; the whole match without one.
fn index(vm: &Vm, this: &ObjRef, group: Option<&ObjRef>) -> PyResult<usize> {
    let Some(group) = group else { return Ok(0) };
    let number = if vm.is_index(group) {
        vm.to_index(group)?
    } else {
        let names = pattern::names(vm, &regex(vm, this));
        match vm.dict_get(names.to::<Dict>(), group) {
            Ok(Some(number)) => vm.to_index(&number)?,
            _ => return Err(no_such_group(vm)),
        }
    };
    usize::try_from(number).ok().filter(|number| *number <= groups(this)).ok_or_else(|| no_such_group(vm))
}

fn text_of(vm: &Vm, this: &ObjRef, number: usize, default: &ObjRef) -> PyResult {
    let text = with_subject(vm, this, |subject| pattern::group(vm, subject, &of(this).found, number))?;
    Ok(text.unwrap_or_else(|| default.clone()))
}

fn group_method(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    if args.has_keywords() {
        return Err(vm.type_error("Match.group() takes no keyword arguments"));
    }
    let text = |group: Option<&ObjRef>| text_of(vm, this, index(vm, this, group)?, &vm.none);
    match args.positional() {
        [] => text(None),
        [one] => text(Some(one)),
        all => Ok(vm.tuple(all.iter().map(|group| text(Some(group))).collect::<PyResult<Vec<_>>>()?)),
    }
}

fn get_item(vm: &Vm, this: &ObjRef, group: &ObjRef) -> PyResult {
    text_of(vm, this, index(vm, this, Some(group))?, &vm.none)
}

/// Start and end of a group, -1 if it took no part.
fn positions(this: &ObjRef, number: usize) -> (i64, i64) {
    let slots = &of(this).found.slots;
    match (slots[2 * number], slots[2 * number + 1]) {
        (NONE, _) | (_, NONE) => (-1, -1),
        (start, end) => (start as i64, end as i64),
    }
}

fn place(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult<(i64, i64)> {
    Ok(positions(this, index(vm, this, args.first())?))
}

fn span_of(vm: &Vm, this: &ObjRef, number: usize) -> ObjRef {
    let (start, end) = positions(this, number);
    vm.tuple([vm.int_exact(start), vm.int_exact(end)])
}

fn default<'a>(vm: &'a Vm, args: &'a [Option<ObjRef>]) -> &'a ObjRef {
    args.first().and_then(Option::as_ref).unwrap_or(&vm.none)
}

fn all_groups(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let texts = (1..=groups(this)).map(|number| text_of(vm, this, number, default(vm, args)));
    Ok(vm.tuple(texts.collect::<PyResult<Vec<_>>>()?))
}

fn groupdict(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let (result, names) = (vm.dict(), pattern::names(vm, &regex(vm, this)));
    for (name, number) in names.to::<Dict>().items() {
        let number = usize::try_from(vm.to_index(&number)?).unwrap_or(0);
        vm.dict_set(&result, &name, &text_of(vm, this, number, default(vm, args))?)?;
    }
    Ok(result.into_obj())
}

fn expand(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let parts = pattern::template(vm, &regex(vm, this), default(vm, args))?;
    with_subject(vm, this, |subject| pattern::expand(vm, &parts, subject, &of(this).found))
}

fn last_group(vm: &Vm, this: &ObjRef) -> PyResult {
    let last = of(this).found.last as i64;
    let names = pattern::names(vm, &regex(vm, this));
    for (name, number) in names.to::<Dict>().items() {
        if vm.to_index(&number)? as i64 == last {
            return Ok(name);
        }
    }
    Ok(vm.none())
}

/// `<re.Match object; span=(0, 1), match='a'>`
fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let (start, end) = positions(this, 0);
    let text = vm.repr_text(&text_of(vm, this, 0, &vm.none)?)?;
    let kind = vm.full_name_of_type(this.ty_ref());
    Ok(vm.str(format!("<{kind} object; span=({start}, {end}), match={text}>")))
}
