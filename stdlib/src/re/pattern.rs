//! `re.Pattern`: a program with the text that it was made of.

use super::matched;
use super::program::Program;
use super::run::{Found, NONE, Task};
use super::subject::Subject;
use super::tree::flag;
use gc::{Bytes, List, ObjRef, Payload, Plain, Slot, Str, Units};
use runtime::error::PyResult;
use runtime::native::{Fun, GetSet, Method, Releases, TypeSpec};
use runtime::op::CmpOp;
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use std::cell::Cell;
use std::mem::offset_of;

gc::payload! {
    /// The text, its flags, the names of its groups, the program.
    pub struct Pattern: gc {
        pattern: Slot,
        names: Slot,
        flags: Cell<i64>,
        program: Plain<Box<Program>>,
        weak: gc::WeakList,
    }
}

pub static PATTERN: TypeSpec = TypeSpec {
    held: Releases::since(10),
    doc: Some("Compiled regular expression object."),
    subclassable: false,
    weaklist_offset: (gc::HEADER + offset_of!(Pattern, weak)) as i32,
    slots: SlotDefs { repr: Some(repr), hash: Some(hash), compare: Some(compare), ..SlotDefs::NONE },
    methods: METHODS,
    getset: &[
        GetSet { name: "pattern", get: |vm, this| Ok(source(vm, this)), set: None },
        GetSet { name: "flags", get: |vm, this| Ok(vm.int(of(this).flags.get())), set: None },
        GetSet { name: "groups", get: |vm, this| Ok(vm.int_exact(of(this).program.groups as i64)), set: None },
        GetSet {
            name: "groupindex",
            get: |vm, this| Ok(runtime::builtins::mappingproxy::make(vm, &names(vm, this))),
            set: None,
        },
    ],
    ..TypeSpec::new("re.Pattern", Pattern::layout)
};

const METHODS: &[Method] = &[
    Method::new(
        "match(self, /, string, pos=0, endpos=sys.maxsize)",
        Fun::Bound(|vm, this, args| once(vm, this, args, "match")),
    ),
    Method::new(
        "fullmatch(self, /, string, pos=0, endpos=sys.maxsize)",
        Fun::Bound(|vm, this, args| once(vm, this, args, "fullmatch")),
    ),
    Method::new(
        "search(self, /, string, pos=0, endpos=sys.maxsize)",
        Fun::Bound(|vm, this, args| once(vm, this, args, "search")),
    ),
    Method::new("sub(self, /, repl, string, count=0)", Fun::Bound(|vm, this, args| Ok(substitute(vm, this, args)?.0))),
    Method::new(
        "subn(self, /, repl, string, count=0)",
        Fun::Bound(|vm, this, args| {
            let (made, count) = substitute(vm, this, args)?;
            Ok(vm.tuple([made, vm.int(count)]))
        }),
    ),
    Method::new("findall(self, /, string, pos=0, endpos=sys.maxsize)", Fun::Bound(findall)),
    Method::new("split(self, /, string, maxsplit=0)", Fun::Bound(split)),
    Method::new("finditer(self, /, string, pos=0, endpos=sys.maxsize)", Fun::Bound(finditer)),
    Method::new("__copy__(self, /)", Fun::None(|_, this| Ok(this.clone()))),
    Method::new("__deepcopy__(self, memo, /)", Fun::One(|_, this, _| Ok(this.clone()))),
    Method::new("__reduce__(self, /)", Fun::None(reduce)),
    Method::class("__class_getitem__(type, object, /)", Fun::One(runtime::builtins::generic_alias::class_getitem)),
];

/// A pattern object.
pub fn make(vm: &Vm, pattern: &ObjRef, program: Program, flags: i64, names: ObjRef) -> ObjRef {
    let value = Pattern {
        pattern: pattern.clone().into(),
        names: names.into(),
        flags: Cell::new(flags),
        program: Plain(Box::new(program)),
        weak: gc::WeakList::default(),
    };
    vm.alloc(&vm.native_type(&PATTERN), value).into_obj()
}

fn of(this: &ObjRef) -> &Pattern {
    this.to::<Pattern>()
}

pub fn source(vm: &Vm, this: &ObjRef) -> ObjRef {
    of(this).pattern.get().unwrap_or_else(|| vm.none())
}

/// Names of groups and their numbers.
pub fn names(vm: &Vm, this: &ObjRef) -> ObjRef {
    of(this).names.get().unwrap_or_else(|| vm.none())
}

pub fn groups(this: &ObjRef) -> usize {
    of(this).program.groups
}

pub fn is_text(this: &ObjRef) -> bool {
    of(this).pattern.get().is_some_and(|pattern| pattern.has::<Str>())
}

fn number(vm: &Vm, arg: Option<&Option<ObjRef>>, default: isize) -> PyResult<isize> {
    match arg {
        Some(Some(value)) => vm.to_index(value),
        _ => Ok(default),
    }
}

fn string<'a>(vm: &'a Vm, args: &'a [Option<ObjRef>], at: usize) -> &'a ObjRef {
    args.get(at).and_then(Option::as_ref).unwrap_or(&vm.none)
}

/// The bounds that the arguments behind the string give.
fn bounds(vm: &Vm, args: &[Option<ObjRef>], len: usize) -> PyResult<(usize, usize)> {
    let clip = |at: isize| usize::try_from(at).unwrap_or(0).min(len);
    Ok((clip(number(vm, args.get(1), 0)?), clip(number(vm, args.get(2), isize::MAX)?)))
}

/// `match`, `fullmatch`, `search`
fn once(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>], how: &str) -> PyResult {
    let string = string(vm, args, 0);
    let subject = Subject::new(vm, string, is_text(this))?;
    let (pos, endpos) = bounds(vm, args, subject.len())?;
    let task = Task { start: pos, end: endpos, whole: how == "fullmatch", search: how == "search", advance: false };
    match subject.run(vm, &of(this).program, task)? {
        Some(found) => Ok(matched::make(vm, this, string, (pos, endpos), found)),
        None => Ok(vm.none()),
    }
}

/// Matches one behind the other.
pub struct Walk {
    task: Task,
    over: bool,
}

impl Walk {
    pub fn new(pos: usize, endpos: usize) -> Walk {
        let task = Task { start: pos, end: endpos, whole: false, search: true, advance: false };
        Walk { task, over: pos > endpos }
    }

    /// The next match; after an empty one another must end later.
    pub fn next(&mut self, vm: &Vm, pattern: &ObjRef, subject: &Subject<'_>) -> PyResult<Option<Found>> {
        if self.over {
            return Ok(None);
        }
        let found = subject.run(vm, &of(pattern).program, self.task)?;
        match &found {
            Some(found) => {
                self.task.advance = found.slots[0] == found.slots[1];
                self.task.start = found.slots[1];
            }
            None => self.over = true,
        }
        Ok(found)
    }
}

/// The text of a group, or none if it took no part.
pub fn group(vm: &Vm, subject: &Subject<'_>, found: &Found, number: usize) -> PyResult<Option<ObjRef>> {
    match (found.slots[2 * number], found.slots[2 * number + 1]) {
        (NONE, _) | (_, NONE) => Ok(None),
        (start, end) => subject.part(vm, start, end).map(Some),
    }
}

fn findall(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let subject = Subject::new(vm, string(vm, args, 0), is_text(this))?;
    let (pos, endpos) = bounds(vm, args, subject.len())?;
    let mut walk = Walk::new(pos, endpos);
    let list = List::new(vm, &vm.types.list);
    let count = groups(this);
    while let Some(found) = walk.next(vm, this, &subject)? {
        let text = |number: usize| match group(vm, &subject, &found, number)? {
            Some(text) => Ok(text),
            None => subject.part(vm, 0, 0),
        };
        let item = match count {
            0 | 1 => text(count)?,
            _ => vm.tuple((1..=count).map(text).collect::<PyResult<Vec<_>>>()?),
        };
        vm.or_memory_error(list.push(vm, item))?;
    }
    Ok(list.into_obj())
}

fn split(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let subject = Subject::new(vm, string(vm, args, 0), is_text(this))?;
    let most = number(vm, args.get(1), 0)?;
    let mut walk = Walk::new(0, subject.len());
    let list = List::new(vm, &vm.types.list);
    let (mut last, mut done) = (0, 0);
    while most == 0 || done < most {
        let Some(found) = walk.next(vm, this, &subject)? else { break };
        vm.or_memory_error(list.push(vm, subject.part(vm, last, found.slots[0])?))?;
        for number in 1..=groups(this) {
            let item = group(vm, &subject, &found, number)?.unwrap_or_else(|| vm.none());
            vm.or_memory_error(list.push(vm, item))?;
        }
        last = found.slots[1];
        done += 1;
    }
    vm.or_memory_error(list.push(vm, subject.part(vm, last, subject.len())?))?;
    Ok(list.into_obj())
}

/// What comes in the place of a match.
enum Replacement {
    /// As it is.
    Literal(ObjRef),
    Callable(ObjRef),
    /// Texts and numbers of groups.
    Template(Vec<ObjRef>),
}

/// The pieces of a replacement text with escapes.
pub fn template(vm: &Vm, pattern: &ObjRef, text: &ObjRef) -> PyResult<Vec<ObjRef>> {
    let compile = vm.get_attr(&vm.import("re")?, &vm.intern("_compile_template"))?;
    vm.collect(&vm.call(&compile, &[pattern.clone(), text.clone()])?)
}

/// Puts a template's groups in.
pub fn expand(vm: &Vm, parts: &[ObjRef], subject: &Subject<'_>, found: &Found) -> PyResult {
    let mut pieces = Vec::with_capacity(parts.len());
    for part in parts {
        if !vm.is_int(part) {
            pieces.push(part.clone());
        } else if let Some(text) = group(vm, subject, found, usize::try_from(vm.to_index(part)?).unwrap_or(0))? {
            pieces.push(text);
        }
    }
    join(vm, subject, pieces)
}

fn join(vm: &Vm, subject: &Subject<'_>, pieces: Vec<ObjRef>) -> PyResult {
    vm.call_method_str(&subject.part(vm, 0, 0)?, "join", &[vm.list(pieces)])
}

fn replacement(vm: &Vm, this: &ObjRef, repl: &ObjRef) -> PyResult<Replacement> {
    if vm.is_callable(repl) {
        return Ok(Replacement::Callable(repl.clone()));
    }
    let plain = match (repl.cast_ref::<Str>().map(|text| text.units()), repl.cast_ref::<Bytes>()) {
        (Some(Units::U1(text)), _) => !text.contains(&b'\\'),
        (Some(units), _) => !runtime::text::chars(units).any(|c| c == 0x5c),
        (None, Some(bytes)) => !bytes.data().contains(&b'\\'),
        _ => false,
    };
    if plain {
        return Ok(Replacement::Literal(repl.clone()));
    }
    template(vm, this, repl).map(Replacement::Template)
}

fn substitute(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult<(ObjRef, i64)> {
    let whole = string(vm, args, 1);
    let replacement = replacement(vm, this, string(vm, args, 0))?;
    let subject = Subject::new(vm, whole, is_text(this))?;
    let most = number(vm, args.get(2), 0)?;
    let mut walk = Walk::new(0, subject.len());
    let mut pieces = Vec::new();
    let (mut last, mut done) = (0, 0);
    while most == 0 || done < most {
        let Some(found) = walk.next(vm, this, &subject)? else { break };
        let (start, end) = (found.slots[0], found.slots[1]);
        if last < start {
            vm.push(&mut pieces, subject.part(vm, last, start)?)?;
        }
        let item = match &replacement {
            Replacement::Literal(text) => text.clone(),
            Replacement::Template(parts) => expand(vm, parts, &subject, &found)?,
            Replacement::Callable(function) => {
                let matched = matched::make(vm, this, whole, (0, subject.len()), found);
                vm.call(function, &[matched])?
            }
        };
        if !item.is(&vm.none) {
            vm.push(&mut pieces, item)?;
        }
        last = end;
        done += 1;
    }
    if last < subject.len() {
        vm.push(&mut pieces, subject.part(vm, last, subject.len())?)?;
    }
    Ok((join(vm, &subject, pieces)?, done as i64))
}

// ---- finditer

gc::payload! {
    /// The matches of a pattern on a string, one at a time.
    pub struct Matches: gc { pattern: Slot, string: Slot, bounds: Cell<(usize, usize)>, walk: gc::PlainCell<Option<Walk>> }
}

static MATCHES: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { iter: Some(|_, this| Ok(this.clone())), next: Some(next_match), ..SlotDefs::NONE },
    ..TypeSpec::new("callable_iterator", Matches::layout)
};

fn finditer(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let string = string(vm, args, 0);
    let len = Subject::new(vm, string, is_text(this))?.len();
    let (pos, endpos) = bounds(vm, args, len)?;
    let matches = Matches {
        pattern: this.clone().into(),
        string: string.clone().into(),
        bounds: Cell::new((pos, endpos)),
        walk: gc::PlainCell::new(Some(Walk::new(pos, endpos))),
    };
    Ok(vm.alloc(&vm.native_type(&MATCHES), matches).into_obj())
}

fn next_match(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let matches = this.to::<Matches>();
    let (Some(pattern), Some(string)) = (matches.pattern.get(), matches.string.get()) else { return Ok(None) };
    // Nobody else can walk on meanwhile: the walk is taken out.
    let Some(mut walk) = matches.walk.borrow_mut().take() else { return Ok(None) };
    let subject = Subject::new(vm, &string, is_text(&pattern))?;
    walk.task.end = walk.task.end.min(subject.len());
    let found = if walk.task.start > walk.task.end { None } else { walk.next(vm, &pattern, &subject)? };
    match found {
        Some(found) => {
            *matches.walk.borrow_mut() = Some(walk);
            Ok(Some(matched::make(vm, &pattern, &string, matches.bounds.get(), found)))
        }
        None => Ok(None),
    }
}

// ---- slots

/// `re.compile('a+', re.IGNORECASE)`
fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let shown: String = vm.repr_text(&source(vm, this))?.chars().take(200).collect();
    let mut left = of(this).flags.get();
    if is_text(this) && left & flag::TYPES == flag::UNICODE {
        left &= !flag::UNICODE;
    }
    let mut names = Vec::new();
    for (bit, name) in [
        (flag::IGNORECASE, "re.IGNORECASE"),
        (flag::LOCALE, "re.LOCALE"),
        (flag::MULTILINE, "re.MULTILINE"),
        (flag::DOTALL, "re.DOTALL"),
        (flag::UNICODE, "re.UNICODE"),
        (flag::VERBOSE, "re.VERBOSE"),
        (flag::DEBUG, "re.DEBUG"),
        (flag::ASCII, "re.ASCII"),
    ] {
        if left & bit != 0 {
            names.push(name.to_owned());
            left &= !bit;
        }
    }
    if left != 0 {
        names.push(format!("{left:#x}"));
    }
    let flags = if names.is_empty() { String::new() } else { format!(", {}", names.join("|")) };
    Ok(vm.str(format!("re.compile({shown}{flags})")))
}

fn hash(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    Ok(runtime::hash::valid(vm.hash(&source(vm, this))? ^ of(this).flags.get() as isize))
}

fn compare(vm: &Vm, a: &ObjRef, b: &ObjRef, op: CmpOp) -> PyResult {
    if !b.has::<Pattern>() || !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(vm.not_implemented.clone());
    }
    let same = of(a).flags == of(b).flags && is_text(a) == is_text(b) && vm.eq(&source(vm, a), &source(vm, b))?;
    Ok(vm.bool(same == (op == CmpOp::Eq)))
}

/// `re._compile` makes it again.
fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let compile = vm.get_attr(&vm.import("re")?, &vm.intern("_compile"))?;
    let args = vm.tuple([source(vm, this), vm.int(of(this).flags.get())]);
    Ok(vm.tuple([compile, args]))
}
