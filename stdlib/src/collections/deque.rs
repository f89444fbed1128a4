//! `deque`: a queue with two ends. Its storage, blocks of 64 items, is `gc`'s.
//!
//! Comparisons may run Python, which may change the deque: every walk watches its state and gives up then.

use super::deque_iter;
use gc::{Deque, ObjRef, Payload, Ref};
use runtime::builtins::{arguments, generic_alias, sequence};
use runtime::error::{Exc, PyResult, Raised};
use runtime::native::{Args, Fun, GetSet, Method, Releases, TypeSpec};
use runtime::op::CmpOp;
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use std::mem::offset_of;

pub static SPEC: TypeSpec = TypeSpec {
    doc: Some("deque([iterable[, maxlen]]) --> deque object\n\nA queue with two ends."),
    basicsize: 216,
    held: Releases::since(12),
    weaklist_offset: (gc::HEADER + offset_of!(Deque, weak)) as i32,
    slots: SlotDefs {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        unhashable: true,
        compare: Some(compare),
        iter: Some(|vm, this| Ok(deque_iter::make(vm, this, false))),
        len: Some(|_, this| Ok(this.to::<Deque>().len())),
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
    getset: &[GetSet { name: "maxlen", get: maxlen, set: None }],
    flags: gc::TypeFlags::SEQUENCE,
    ..TypeSpec::new("collections.deque", Deque::layout)
};

const METHODS: &[Method] = &[
    Method::new("append(self, object, /)", Fun::One(append)),
    Method::new("appendleft(self, object, /)", Fun::One(appendleft)),
    Method::new("clear(self, /)", Fun::None(clear)),
    Method::new("__copy__(self, /)", Fun::None(copy)),
    Method::new("copy(self, /)", Fun::None(copy)),
    Method::new("count(self, value, /)", Fun::One(count)),
    Method::new("extend(self, iterable, /)", Fun::One(extend_method)),
    Method::new("extendleft(self, iterable, /)", Fun::One(extendleft)),
    Method::new("index(self, value, start=0, stop=9223372036854775807, /)", Fun::Pos(1, 3, index)),
    Method::new("insert(self, index, object, /)", Fun::Pos(2, 2, insert)),
    Method::new("pop(self, /)", Fun::None(pop)),
    Method::new("popleft(self, /)", Fun::None(popleft)),
    Method::new("__reduce__(self, /)", Fun::None(reduce)),
    Method::new("remove(self, value, /)", Fun::One(remove)),
    Method::new("__reversed__(self, /)", Fun::None(|vm, this| Ok(deque_iter::make(vm, this, true)))),
    Method::new("reverse(self, /)", Fun::None(reverse)),
    Method::new("rotate(self, n=1, /)", Fun::Pos(0, 1, rotate_method)),
    Method::new("__sizeof__(self, /)", Fun::None(size_of)),
    Method::class("__class_getitem__(type, object, /)", Fun::One(generic_alias::class_getitem)),
];

// ---- construction

fn new(vm: &Vm, class: &ObjRef, _: Args<'_>) -> PyResult {
    Ok(make(vm, class, None)?.into_obj())
}

fn make(vm: &Vm, class: &ObjRef, limit: Option<usize>) -> PyResult<Ref<Deque>> {
    vm.or_memory_error(Deque::new(vm, class, limit))
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    let given = args.positional();
    let total = args.values().len();
    if total > 2 {
        return Err(vm.type_error(format!("deque() takes at most 2 arguments ({total} given)")));
    }
    let (mut iterable, mut limit) = (given.first(), given.get(1));
    for (name, value) in args.keywords() {
        let slot = match &*vm.lossy(name) {
            "iterable" => &mut iterable,
            "maxlen" => &mut limit,
            other => {
                return Err(vm.type_error(format!("'{other}' is an invalid keyword argument for deque()")));
            }
        };
        if slot.replace(value).is_some() {
            let (name, at) = (vm.lossy(name), if given.len() > 1 { 2 } else { 1 });
            return Err(vm.type_error(format!("argument for deque() given by name ('{name}') and position ({at})")));
        }
    }
    let limit = match limit.filter(|limit| !vm.is_none(limit)) {
        Some(limit) if !vm.is_int(limit) => return Err(vm.type_error("an integer is required")),
        Some(limit) => Some(vm.to_count(limit, "maxlen must be non-negative")?),
        None => None,
    };
    let deque = this.to::<Deque>();
    deque.set_limit(limit);
    deque.clear_items(vm);
    iterable.map_or(Ok(()), |iterable| extend(vm, this, iterable))
}

// ---- slots

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let Some(_guard) = vm.repr_enter(this) else { return Ok(vm.str("[...]")) };
    let deque = this.to::<Deque>();
    let items = vm.repr_text(&vm.list(deque.to_vec()))?;
    let name = vm.name_of_type(this.ty_ref());
    let name = name.rsplit('.').next().unwrap_or(&name);
    Ok(vm.str(match deque.limit() {
        Some(limit) => format!("{name}({items}, maxlen={limit})"),
        None => format!("{name}({items})"),
    }))
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    let (Some(a), Some(b)) = (this.payload::<Deque>(), other.payload::<Deque>()) else {
        return Ok(vm.not_implemented.clone());
    };
    if this.is(other) {
        return Ok(vm.bool(matches!(op, CmpOp::Eq | CmpOp::Le | CmpOp::Ge)));
    }
    if a.len() != b.len() && matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(vm.bool(op == CmpOp::Ne));
    }
    let (left, right) = (deque_iter::make(vm, this, false), deque_iter::make(vm, other, false));
    loop {
        match (vm.next(&left)?, vm.next(&right)?) {
            (Some(x), Some(y)) if vm.compare_bool(&x, &y, CmpOp::Eq)? => {}
            (Some(x), Some(y)) => {
                return match op {
                    CmpOp::Eq => Ok(vm.bool(false)),
                    CmpOp::Ne => Ok(vm.bool(true)),
                    _ => vm.compare(&x, &y, op),
                };
            }
            (x, y) => return Ok(vm.bool(sequence::ordering_fits(op, x.is_some().cmp(&y.is_some())))),
        }
    }
}

fn position(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult<usize> {
    if !vm.is_index(key) {
        let kind = vm.type_name(key);
        return Err(vm.type_error(format!("sequence index must be integer, not '{kind}'")));
    }
    let index = vm.to_index_or(key, Exc::IndexError)?;
    let len = this.to::<Deque>().len();
    sequence::resolve(index, len).ok_or_else(|| vm.index_error("deque index out of range"))
}

fn get_item(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult {
    let at = position(vm, this, key)?;
    this.to::<Deque>().get(at).ok_or_else(|| vm.index_error("deque index out of range"))
}

fn set_item(vm: &Vm, this: &ObjRef, key: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let at = position(vm, this, key)?;
    let deque = this.to::<Deque>();
    match value {
        Some(value) => drop(deque.replace(at, value.clone())),
        None => drop(take(vm, deque, at)?),
    }
    Ok(())
}

/// Takes an item out of the middle.
fn take(vm: &Vm, deque: &Ref<Deque>, at: usize) -> PyResult<Option<ObjRef>> {
    rotate(vm, deque, -(at as isize))?;
    let item = deque.pop_front(vm);
    rotate(vm, deque, at as isize)?;
    Ok(item)
}

fn contains(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult<bool> {
    Ok(find(vm, this.to(), value, 0, usize::MAX)?.is_some())
}

/// The position of the first item between two positions that equals `value`.
fn find(vm: &Vm, deque: &Ref<Deque>, value: &ObjRef, start: usize, stop: usize) -> PyResult<Option<usize>> {
    let state = deque.state();
    for at in start..stop.min(deque.len()) {
        let Some(item) = deque.get(at) else { break };
        let found = vm.compare_bool(&item, value, CmpOp::Eq)?;
        if deque.state() != state {
            return Err(mutated(vm));
        }
        if found {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn concat(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    if !other.has::<Deque>() {
        let given = vm.type_name(other);
        return Err(vm.type_error(format!("can only concatenate deque (not \"{given}\") to deque")));
    }
    let made = copy(vm, this)?;
    extend(vm, &made, other)?;
    Ok(made)
}

fn repeat(vm: &Vm, this: &ObjRef, count: isize) -> PyResult {
    let made = copy(vm, this)?;
    inplace_repeat(vm, &made, count)
}

fn inplace_concat(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    extend(vm, this, other)?;
    Ok(this.clone())
}

fn inplace_repeat(vm: &Vm, this: &ObjRef, count: isize) -> PyResult {
    let deque = this.to::<Deque>();
    if count <= 0 {
        deque.clear_items(vm);
        return Ok(this.clone());
    }
    let items = deque.to_vec();
    let mut more = sequence::repeated_len(vm, items.len(), count)? - items.len();
    if let Some(limit) = deque.limit() {
        // More rounds than fill it are not made.
        more = more.min(limit.div_ceil(items.len().max(1)).saturating_sub(1) * items.len());
    }
    for item in items.iter().cycle().take(more) {
        push_right(vm, deque, item.clone())?;
    }
    Ok(this.clone())
}

fn maxlen(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(this.to::<Deque>().limit().map_or_else(|| vm.none(), |limit| vm.int_exact(limit as i64)))
}

// ---- methods

/// What the limit pushes out at the other end is dropped last.
fn push_right(vm: &Vm, deque: &Ref<Deque>, value: ObjRef) -> PyResult<()> {
    vm.or_memory_error(deque.push_back(vm, value))?;
    if deque.limit().is_some_and(|limit| deque.len() > limit) {
        drop(deque.pop_front(vm));
    }
    Ok(())
}

fn push_left(vm: &Vm, deque: &Ref<Deque>, value: ObjRef) -> PyResult<()> {
    vm.or_memory_error(deque.push_front(vm, value))?;
    if deque.limit().is_some_and(|limit| deque.len() > limit) {
        drop(deque.pop_back(vm));
    }
    Ok(())
}

fn append(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult {
    push_right(vm, this.to(), value.clone())?;
    Ok(vm.none())
}

fn appendleft(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult {
    push_left(vm, this.to(), value.clone())?;
    Ok(vm.none())
}

fn clear(vm: &Vm, this: &ObjRef) -> PyResult {
    this.to::<Deque>().clear_items(vm);
    Ok(vm.none())
}

fn copy(vm: &Vm, this: &ObjRef) -> PyResult {
    let deque = this.to::<Deque>();
    let class = this.ty_ref();
    if class.is(&vm.native_type(&SPEC)) {
        let made = make(vm, class, deque.limit())?;
        match deque.get(0).filter(|_| deque.len() == 1) {
            // In the middle of its block, where a single item goes.
            Some(item) => push_right(vm, &made, item)?,
            None => extend(vm, made.as_obj(), this)?,
        }
        return Ok(made.into_obj());
    }
    let made = match deque.limit() {
        None => vm.call(class, std::slice::from_ref(this))?,
        Some(limit) => vm.call(class, &[this.clone(), vm.int(limit as i64)])?,
    };
    if !made.has::<Deque>() {
        let (class, got) = (vm.type_name(this), vm.type_name(&made));
        return Err(vm.type_error(format!("{class}() must return a deque, not {got}")));
    }
    Ok(made)
}

fn count(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult {
    let deque = this.to::<Deque>();
    let (mut n, state) = (0, deque.state());
    for at in 0..deque.len() {
        let Some(item) = deque.get(at) else { break };
        n += i64::from(vm.compare_bool(&item, value, CmpOp::Eq)?);
        if deque.state() != state {
            return Err(mutated(vm));
        }
    }
    Ok(vm.int_exact(n))
}

fn extend_method(vm: &Vm, this: &ObjRef, iterable: &ObjRef) -> PyResult {
    extend(vm, this, iterable)?;
    Ok(vm.none())
}

fn extend(vm: &Vm, this: &ObjRef, iterable: &ObjRef) -> PyResult<()> {
    let deque = this.to::<Deque>();
    if this.is(iterable) {
        let items = vm.list(deque.to_vec());
        return extend(vm, this, &items);
    }
    let iterator = vm.iter(iterable)?;
    if deque.limit() != Some(0) {
        deque.start_left();
    }
    while let Some(item) = vm.next(&iterator)? {
        if deque.limit() != Some(0) {
            push_right(vm, deque, item)?;
        }
    }
    Ok(())
}

fn extendleft(vm: &Vm, this: &ObjRef, iterable: &ObjRef) -> PyResult {
    let deque = this.to::<Deque>();
    if this.is(iterable) {
        let items = vm.list(deque.to_vec());
        return extendleft(vm, this, &items);
    }
    let iterator = vm.iter(iterable)?;
    if deque.limit() != Some(0) {
        deque.start_right();
    }
    while let Some(item) = vm.next(&iterator)? {
        if deque.limit() != Some(0) {
            push_left(vm, deque, item)?;
        }
    }
    Ok(vm.none())
}

fn index(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let deque = this.to::<Deque>();
    let start = sequence::clamp(vm, args.get(1), deque.len(), 0)?;
    let stop = sequence::clamp(vm, args.get(2), deque.len(), deque.len())?;
    match find(vm, deque, &args[0], start, stop)? {
        Some(at) => Ok(vm.int_exact(at as i64)),
        None => Err(vm.value_error(format!("{} is not in deque", vm.repr_text(&args[0])?))),
    }
}

fn insert(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let index = vm.to_index(&args[0])?;
    let (deque, value) = (this.to::<Deque>(), args[1].clone());
    let len = deque.len() as isize;
    if deque.limit() == Some(deque.len()) {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    if index >= len {
        push_right(vm, deque, value)?;
    } else if index <= -len || index == 0 {
        push_left(vm, deque, value)?;
    } else {
        rotate(vm, deque, -index)?;
        if index < 0 {
            push_right(vm, deque, value)?
        } else {
            push_left(vm, deque, value)?
        }
        rotate(vm, deque, index)?;
    }
    Ok(vm.none())
}

fn pop(vm: &Vm, this: &ObjRef) -> PyResult {
    this.to::<Deque>().pop_back(vm).ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn popleft(vm: &Vm, this: &ObjRef) -> PyResult {
    this.to::<Deque>().pop_front(vm).ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn remove(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult {
    let deque = this.to::<Deque>();
    let state = deque.state();
    for at in 0..deque.len() {
        let Some(item) = deque.get(at) else { break };
        let found = vm.compare_bool(&item, value, CmpOp::Eq)?;
        if deque.state() != state {
            return Err(vm.index_error("deque mutated during remove()."));
        }
        if found {
            drop(take(vm, deque, at)?);
            return Ok(vm.none());
        }
    }
    Err(vm.value_error(format!("{} is not in deque", vm.repr_text(value)?)))
}

fn reverse(vm: &Vm, this: &ObjRef) -> PyResult {
    this.to::<Deque>().reverse();
    Ok(vm.none())
}

fn rotate_method(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let n = args.first().map_or(Ok(1), |n| vm.to_index(n))?;
    rotate(vm, this.to(), n)?;
    Ok(vm.none())
}

/// Moves items from one end to the other, over the shorter way.
fn rotate(vm: &Vm, deque: &Ref<Deque>, n: isize) -> PyResult<()> {
    let len = deque.len() as isize;
    if len <= 1 {
        return Ok(());
    }
    let half = len / 2;
    let n = if n.abs() > half { n % len } else { n };
    let n = if n > half { n - len } else { n };
    let n = if n < -half { n + len } else { n };
    if n >= 0 {
        for _ in 0..n {
            let Some(item) = deque.pop_back(vm) else { break };
            vm.or_memory_error(deque.push_front(vm, item))?;
        }
    } else {
        for _ in n..0 {
            let Some(item) = deque.pop_front(vm) else { break };
            vm.or_memory_error(deque.push_back(vm, item))?;
        }
    }
    Ok(())
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let deque = this.to::<Deque>();
    let args = match deque.limit() {
        Some(limit) => vm.tuple([vm.empty_tuple.clone(), vm.int(limit as i64)]),
        None => vm.empty_tuple.clone(),
    };
    let state = vm.call_method_str(this, "__getstate__", &[])?;
    Ok(vm.tuple([this.ty_ref().clone(), args, state, deque_iter::make(vm, this, false)]))
}

fn size_of(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.int_exact((this.ty().basicsize() + this.to::<Deque>().blocks() * gc::DEQUE_BLOCK) as i64))
}

// ---- error messages

#[cold]
pub fn mutated(vm: &Vm) -> Raised {
    vm.runtime_error("deque mutated during iteration")
}

/// `deque_iterator(deque[, index])` for copies of iterators.
pub fn iterator_from(vm: &Vm, args: Args<'_>, backwards: bool, name: &str) -> PyResult {
    arguments::no_keywords(vm, name, args)?;
    arguments::count(vm, name, args.positional().len(), 1, 2)?;
    let deque = &args.positional()[0];
    if !deque.has::<Deque>() {
        let given = vm.type_name(deque);
        return Err(vm.type_error(format!("{name}() argument 1 must be collections.deque, not {given}")));
    }
    let iterator = deque_iter::make(vm, deque, backwards);
    let skip = args.positional().get(1).map_or(Ok(0), |index| vm.to_index(index))?;
    for _ in 0..skip.max(0) {
        if vm.next(&iterator)?.is_none() {
            break;
        }
    }
    Ok(iterator)
}
