//! `list`: an array of references that grows at its end.
//!
//! ```text
//!   GcHead | Header | items  len  allocated        40 bytes + 16 for the collector
//!                       |
//!                       v
//!                     | 0 | 1 | 2 | room |         allocated x 8 bytes, a block of its own
//! ```
//!
//! `append` grows the block by about an eighth, so that n appends move only O(n) items in total. How much
//! room a list gets otherwise depends on how it is made (copied: exactly what it needs; filled from an
//! iterator: by the iterator's hint) and on the release: the strategies are in `gc`'s release profile, and
//! `sys.getsizeof` shows them.
//!
//! Nothing here keeps a reference into the items while Python code can run: a comparison may change the
//! list under its reader, so every loop asks for the next item by position.

mod merge_sort;
mod sort;

pub use sort::sort_items;

use crate::builtins::dict_views::View;
use crate::builtins::iterators::sequence_iter;
use crate::builtins::sequence::{self, Subscript};
use crate::builtins::slice::{Bounds, Span};
use crate::builtins::{arguments, generic_alias};
use crate::error::{Exc, PyResult, Raised};
use crate::native::{Args, Fun, Method, Releases, TypeSpec};
use crate::slots::{NewFn, SlotDefs};
use crate::vm::Vm;
use crate::vm::cast::type_of;
use crate::vm::sink::Sink;
use frontend::op::CmpOp;
use gc::{Dict, Exact, List, ObjRef, Payload, Ref, Set, Tuple};
use smallvec::SmallVec;

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(9),
    exact: Exact::List,
    flags: gc::TypeFlags::LIST.with(gc::TypeFlags::SEQUENCE),
    doc: Some("list(iterable=(), /)\n--\n\nA sequence that can change."),
    slots: SlotDefs {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        unhashable: true,
        compare: Some(compare),
        iter: Some(sequence_iter::over_list),
        len: Some(len),
        get_item: Some(get_item),
        set_item: Some(set_item),
        contains: Some(contains),
        concat: Some(concat),
        repeat: Some(repeat),
        inplace_concat: Some(inplace_concat),
        inplace_repeat: Some(inplace_repeat),
        ..SlotDefs::NONE
    },
    methods: METHODS,
    ..TypeSpec::new("list", List::layout)
};

const METHODS: &[Method] = &[
    Method::new("__getitem__(self, key, /)", Fun::One(get_item)),
    Method::new("__reversed__(self, /)", Fun::None(sequence_iter::over_list_reversed)),
    Method::new("__sizeof__(self, /)", Fun::None(size_of)),
    Method::new("clear(self, /)", Fun::None(clear)),
    Method::new("copy(self, /)", Fun::None(copy)),
    Method::new("append(self, object, /)", Fun::One(append)).unbroken(),
    Method::new("insert(self, index, object, /)", Fun::Pos(2, 2, insert)),
    Method::new("extend(self, iterable, /)", Fun::One(extend_method)),
    Method::new("pop(self, index=-1, /)", Fun::Pos(0, 1, pop)),
    Method::new("remove(self, value, /)", Fun::One(remove)),
    Method::new("index(self, value, start=0, stop=9223372036854775807, /)", Fun::Pos(1, 3, index)),
    Method::new("count(self, value, /)", Fun::One(count)),
    Method::new("reverse(self, /)", Fun::None(reverse)),
    Method::new("sort(self, /, *, key=None, reverse=False)", Fun::Bound(sort)),
    Method::class("__class_getitem__(type, object, /)", Fun::One(generic_alias::class_getitem)),
];

// ---- construction

fn new(vm: &Vm, class: &ObjRef, _args: Args<'_>) -> PyResult {
    Ok(List::by_class(vm, class).into())
}

/// `list.__init__` fills; called again, it starts over.
fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    if args.has_keywords() && takes_no_keywords(this) {
        arguments::no_keywords(vm, "list", args)?;
    }
    let iterable = arguments::at_most_one(vm, "list", args)?;
    if this.to::<List>().allocated() > 0 {
        this.to::<List>().clear_items(vm);
    }
    iterable.map_or(Ok(()), |iterable| fill(vm, this, iterable))
}

/// Fills an empty list; what has a length gets the room that the release gives for it.
fn fill(vm: &Vm, this: &ObjRef, iterable: &ObjRef) -> PyResult<()> {
    if type_of(iterable).slots.len.get().is_some() {
        let policy = &vm.profile().objects.list;
        let presize = if is_unordered(iterable) { policy.from_unordered } else { policy.from_sized };
        // An error of the length is told once the iterator is there.
        if let Ok(len) = vm.len(iterable) {
            this.to::<List>().presize(vm, len, presize).map_err(|_| sequence::no_memory(vm))?;
        }
    }
    extend(vm, this, iterable)
}

fn is_unordered(iterable: &ObjRef) -> bool {
    iterable.has::<Set>() || iterable.has::<Dict>() || iterable.has::<View>()
}

/// Whether nothing but `list` itself made this list: then there is nobody whom keywords could concern.
fn takes_no_keywords(this: &ObjRef) -> bool {
    this.ty().exact() == Exact::List
        || type_of(this).slots.new.get().is_some_and(|f| std::ptr::fn_addr_eq(f, new as NewFn))
}

/// A new list of the items, with the room that `[*iterable]` gives it.
pub fn from_iterable(vm: &Vm, iterable: &ObjRef) -> PyResult {
    let list = vm.list(Vec::new());
    extend(vm, &list, iterable)?;
    Ok(list)
}

// ---- slots

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let list = this.to::<List>();
    if list.is_empty() {
        return Ok(vm.str("[]"));
    }
    let Some(_guard) = vm.repr_enter(this) else { return Ok(vm.str("[...]")) };
    Ok(vm.str(format!("[{}]", sequence::repr_items(vm, list)?)))
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    match (this.payload::<List>(), other.payload::<List>()) {
        (Some(a), Some(b)) => sequence::compare(vm, a, b, op, true),
        _ => Ok(vm.not_implemented.clone()),
    }
}

fn len(_vm: &Vm, this: &ObjRef) -> PyResult<usize> {
    Ok(this.to::<List>().len())
}

/// All of these errors have the same message object.
#[cold]
fn out_of_range(vm: &Vm) -> Raised {
    let message = std::slice::from_ref(&vm.names.list_index_out_of_range);
    vm.raise_type(vm.exception_type(Exc::IndexError), message)
}

fn get_item(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult {
    match sequence::subscript(vm, key, "list")? {
        Subscript::Index(index) => {
            let list = this.to::<List>();
            let at = sequence::resolve(index, list.len()).and_then(|at| list.get(at));
            at.ok_or_else(|| out_of_range(vm))
        }
        Subscript::Slice(bounds) => {
            let list = this.to::<List>();
            select(vm, list, bounds.span(list.len()))
        }
    }
}

fn set_item(vm: &Vm, this: &ObjRef, key: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    match (sequence::subscript(vm, key, "list")?, value) {
        (Subscript::Index(index), value) => {
            let list = this.to::<List>();
            let Some(at) = sequence::resolve(index, list.len()) else {
                return Err(vm.index_error("list assignment index out of range"));
            };
            match value {
                Some(value) => drop(list.set(at, value.clone())),
                None => drop(list.delete(vm, at)),
            }
            Ok(())
        }
        (Subscript::Slice(bounds), Some(value)) if bounds.step == 1 => {
            if replace_alike(this, bounds, value) {
                return Ok(());
            }
            let items = if value.is(this) {
                this.to::<List>().to_vec()
            } else {
                slice_source(vm, value, "can only assign an iterable")?
            };
            let list = this.to::<List>();
            let span = bounds.span(list.len());
            let start = span.start as usize;
            replace(vm, list, start, start + span.count, items)
        }
        (Subscript::Slice(bounds), Some(value)) => {
            let items = if value.is(this) {
                this.to::<List>().to_vec()
            } else {
                slice_source(vm, value, "must assign iterable to extended slice")?
            };
            let list = this.to::<List>();
            assign_spread(vm, list, bounds.span(list.len()), items)
        }
        (Subscript::Slice(bounds), None) => {
            let list = this.to::<List>();
            delete_span(vm, list, bounds.span(list.len()))
        }
    }
}

fn contains(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult<bool> {
    sequence::contains(vm, this.to::<List>(), value)
}

fn concat(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    let Some(right) = other.payload::<List>() else {
        let given = vm.type_name(other);
        return Err(vm.type_error(format!("can only concatenate list (not \"{given}\") to list")));
    };
    let sum = this.to::<List>().concat(vm, &vm.types.list, right);
    Ok(vm.or_memory_error(sum)?.into())
}

fn repeat(vm: &Vm, this: &ObjRef, count: isize) -> PyResult {
    let list = this.to::<List>();
    sequence::repeated_len(vm, list.len(), count)?;
    let product = list.repeated(vm, &vm.types.list, count.max(0) as usize);
    Ok(vm.or_memory_error(product)?.into())
}

/// `+=` is `extend` and answers the list itself.
fn inplace_concat(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    extend(vm, this, other)?;
    Ok(this.clone())
}

fn inplace_repeat(vm: &Vm, this: &ObjRef, count: isize) -> PyResult {
    let list = this.to::<List>();
    sequence::repeated_len(vm, list.len(), count)?;
    vm.or_memory_error(list.repeat_in_place(vm, count.max(0) as usize))?;
    Ok(this.clone())
}

// ---- methods

fn size_of(vm: &Vm, this: &ObjRef) -> PyResult {
    let fixed = this.ty().basicsize();
    Ok(vm.int_exact((fixed + this.to::<List>().allocated() * 8) as i64))
}

fn clear(vm: &Vm, this: &ObjRef) -> PyResult {
    this.to::<List>().clear_items(vm);
    Ok(vm.none())
}

fn copy(vm: &Vm, this: &ObjRef) -> PyResult {
    let list = this.to::<List>();
    Ok(vm.or_memory_error(list.copy_range(vm, &vm.types.list, 0, list.len()))?.into())
}

pub(crate) fn append(vm: &Vm, this: &ObjRef, object: &ObjRef) -> PyResult {
    vm.or_memory_error(this.to::<List>().push(vm, object.clone()))?;
    Ok(vm.none())
}

/// A position beyond either end means that end.
fn insert(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let index = vm.to_index(&args[0])?;
    let list = this.to::<List>();
    let len = list.len() as isize;
    let at = if index < 0 { (index + len).max(0) } else { index.min(len) };
    vm.or_memory_error(list.insert(vm, at as usize, args[1].clone()))?;
    Ok(vm.none())
}

fn extend_method(vm: &Vm, this: &ObjRef, iterable: &ObjRef) -> PyResult {
    extend(vm, this, iterable)?;
    Ok(vm.none())
}

fn pop(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let index = args.first().map_or(Ok(-1), |index| vm.to_index(index))?;
    let list = this.to::<List>();
    if list.is_empty() {
        return Err(vm.index_error("pop from empty list"));
    }
    match sequence::resolve(index, list.len()) {
        Some(at) if at + 1 == list.len() => list.pop(vm),
        Some(at) => list.remove(vm, at),
        None => None,
    }
    .ok_or_else(|| vm.index_error("pop index out of range"))
}

fn remove(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult {
    let list = this.to::<List>();
    match sequence::find(vm, list, value, 0, usize::MAX)? {
        // The comparison may have shortened the list.
        Some(at) if at < list.len() => drop(list.cut(vm, at)),
        Some(_) => {}
        None => return Err(vm.value_error("list.remove(x): x not in list")),
    }
    Ok(vm.none())
}

fn index(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let list = this.to::<List>();
    let start = sequence::clamp(vm, args.get(1), list.len(), 0)?;
    let stop = sequence::clamp(vm, args.get(2), list.len(), usize::MAX)?;
    match sequence::find(vm, list, &args[0], start, stop)? {
        Some(at) => Ok(vm.int_exact(at as i64)),
        None => Err(not_in_list(vm, &args[0])),
    }
}

fn count(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult {
    sequence::count(vm, this.to::<List>(), value)
}

fn reverse(vm: &Vm, this: &ObjRef) -> PyResult {
    this.to::<List>().reverse();
    Ok(vm.none())
}

/// Sorts in place. The list is empty meanwhile, and who puts something into it has spoiled the sort.
fn sort(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let key = args[0].as_ref().filter(|key| !key.is(&vm.none));
    let reverse = args[1].as_ref().map_or(Ok(false), |flag| Ok(vm.to_i32(&vm.index(flag)?)? != 0))?;
    let list = this.to::<List>();
    let mut items = list.take_items(vm);
    let result = sort_items(vm, items.as_mut_slice(), key, reverse);
    let touched = list.put_back(vm, items);
    result?;
    if touched {
        return Err(vm.value_error("list modified during sort"));
    }
    Ok(vm.none())
}

// ---- helpers

/// A new list of the selected items.
fn select(vm: &Vm, list: &Ref<List>, span: Span) -> PyResult {
    let start = span.start as usize;
    let copy = match span.step {
        1 => list.copy_range(vm, &vm.types.list, start, start + span.count),
        step => list.copy_stepped(vm, &vm.types.list, start, step, span.count),
    };
    Ok(vm.or_memory_error(copy)?.into())
}

/// Appends all items of `iterable`; what the list gets for room depends on whether their number is known.
pub fn extend(vm: &Vm, this: &ObjRef, iterable: &ObjRef) -> PyResult<()> {
    let list = this.to::<List>();
    match iterable.ty().exact() {
        Exact::List => return vm.or_memory_error(list.extend_list(vm, iterable.to::<List>())),
        Exact::Tuple => return vm.or_memory_error(list.extend_copies(vm, iterable.to::<Tuple>().items())),
        _ => {}
    }
    let iterator = vm.iter(iterable)?;
    let hint = vm.length_hint(iterable, 8)?;
    let policy = &vm.profile().objects.list;
    match policy.extend_unordered {
        Some(presize) if !list.has_buffer() && is_unordered(iterable) => list.presize(vm, hint, presize),
        _ => list.reserve_hint(vm, hint),
    }
    .map_err(|_| sequence::no_memory(vm))?;
    while let Some(item) = vm.next_past(&iterator, &mut Sink::Append(this.as_raw()))? {
        vm.or_memory_error(list.push(vm, item))?;
    }
    list.trim(vm);
    Ok(())
}

/// What is assigned to a slice, as a list of its own.
fn slice_source(vm: &Vm, value: &ObjRef, message: &str) -> PyResult<Vec<ObjRef>> {
    if let Some(list) = value.payload::<List>() {
        return Ok(list.to_vec());
    }
    if let Some(tuple) = value.payload::<Tuple>() {
        return Ok(tuple.items().to_vec());
    }
    match vm.iter(value) {
        Ok(iterator) => vm.collect(&iterator),
        Err(raised) if raised.matches(vm, Exc::TypeError) => Err(vm.type_error(message)),
        Err(raised) => Err(raised),
    }
}

/// `list[start:stop] = items`; the old items drop when the list is whole again, the last one first.
fn replace(vm: &Vm, list: &Ref<List>, start: usize, stop: usize, items: Vec<ObjRef>) -> PyResult<()> {
    let mut old = list.replace_range(vm, start, stop, items).map_err(|_| sequence::no_memory(vm))?;
    while let Some(item) = old.pop() {
        drop(item);
    }
    Ok(())
}

/// As `replace` for as many items of another list as there were: nothing moves.
fn replace_alike(this: &ObjRef, bounds: Bounds, value: &ObjRef) -> bool {
    let (list, Exact::List) = (this.to::<List>(), value.ty().exact()) else { return false };
    let (span, source) = (bounds.span(list.len()), value.to::<List>());
    if value.is(this) || source.len() != span.count || span.count == 0 {
        return false;
    }
    let at = (0..).zip(span.start as usize..).take(span.count);
    let mut old: SmallVec<[ObjRef; 16]> = at.filter_map(|(from, to)| list.set(to, source.get(from)?)).collect();
    while let Some(item) = old.pop() {
        drop(item);
    }
    true
}

/// `list[a:b:c] = items`: as many as there were.
fn assign_spread(vm: &Vm, list: &Ref<List>, span: Span, items: Vec<ObjRef>) -> PyResult<()> {
    if items.len() != span.count {
        return Err(wrong_spread(vm, items.len(), span.count));
    }
    let old: Vec<ObjRef> = span.positions().zip(items).filter_map(|(at, item)| list.set(at, item)).collect();
    drop(old);
    Ok(())
}

/// `del list[a:b:c]`.
fn delete_span(vm: &Vm, list: &Ref<List>, span: Span) -> PyResult<()> {
    if span.count == 0 {
        // As an assignment that leaves nothing, `del l[a:b]` of an empty list gives the room back.
        if span.step == 1 && list.is_empty() {
            list.clear_items(vm);
        }
        return Ok(());
    }
    let span = span.ascending();
    let first = span.start as usize;
    if span.step == 1 {
        return replace(vm, list, first, first + span.count, Vec::new());
    }
    drop(list.remove_stepped(vm, first, span.step as usize, span.count));
    Ok(())
}

// ---- error messages

#[cold]
fn not_in_list(vm: &Vm, value: &ObjRef) -> Raised {
    match vm.repr_text(value) {
        Ok(text) => vm.value_error(format!("{text} is not in list")),
        Err(raised) => raised,
    }
}

#[cold]
fn wrong_spread(vm: &Vm, given: usize, wanted: usize) -> Raised {
    vm.value_error(format!("attempt to assign sequence of size {given} to extended slice of size {wanted}"))
}
