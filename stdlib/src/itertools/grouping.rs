//! `chain`, `groupby`, `tee`, `zip_longest`: several iterators become one, or one several.

use super::{itself, named, positional};
use gc::{ObjRef, Payload, Slot};
use runtime::error::PyResult;
use runtime::native::{Args, Fun, Method, TypeSpec};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use std::cell::{Cell, RefCell};

pub static FUNCTIONS: &[Method] = &[Method::new("tee(iterable, n=2, /)", Fun::Pos(1, 2, tee))];

// ---- chain

gc::payload! {
    /// The iterator of iterables, and the iterator being read.
    pub struct Chain: gc { source: Slot, active: Slot }
}

pub static CHAIN: TypeSpec = TypeSpec {
    doc: Some("chain(*iterables)\n--\n\nThe items of one iterable after the other."),
    slots: SlotDefs { new: Some(chain_new), iter: Some(itself), next: Some(chain_next), ..SlotDefs::NONE },
    methods: &[Method::class("from_iterable(type, iterable, /)", Fun::One(chain_from_iterable))],
    ..TypeSpec::new("itertools.chain", Chain::layout)
};

fn chain_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    positional(vm, "chain", args, 0, usize::MAX)?;
    chain_from_iterable(vm, class, &args.tuple(vm))
}

fn chain_from_iterable(vm: &Vm, class: &ObjRef, iterable: &ObjRef) -> PyResult {
    let source = vm.iter(iterable)?;
    Ok(vm.alloc(class, Chain { source: source.into(), active: Slot::new(None) }).into_obj())
}

fn chain_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let chain = this.to::<Chain>();
    loop {
        if let Some(active) = chain.active.get() {
            if let Some(item) = vm.next(&active)? {
                return Ok(Some(item));
            }
            chain.active.take();
        }
        let Some(source) = chain.source.get() else { return Ok(None) };
        let Some(iterable) = vm.next(&source)? else {
            chain.source.take();
            return Ok(None);
        };
        chain.active.set(vm.iter(&iterable)?);
    }
}

// ---- groupby

gc::payload! {
    /// `target`: key of the group handed out last; `key`, `value`: the item read last, not yet handed out; `group`: the
    /// address of the group handed out last.
    pub struct GroupBy: gc { iterator: Slot, key_function: Slot, target: Slot, key: Slot, value: Slot, group: Cell<usize> }
}

gc::payload! {
    /// One group of a groupby; dead as soon as the groupby has moved on.
    pub struct Grouper: gc { parent: Slot, target: Slot }
}

pub static GROUPBY: TypeSpec = TypeSpec {
    doc: Some("groupby(iterable, key=None)\n--\n\nRuns of items with equal keys."),
    slots: SlotDefs { new: Some(groupby_new), iter: Some(itself), next: Some(groupby_next), ..SlotDefs::NONE },
    ..TypeSpec::new("itertools.groupby", GroupBy::layout)
};

pub static GROUPER: TypeSpec = TypeSpec {
    slots: SlotDefs { iter: Some(itself), next: Some(grouper_next), ..SlotDefs::NONE },
    ..TypeSpec::new("itertools._grouper", Grouper::layout)
};

fn groupby_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [iterable, key] = named(vm, "groupby", args, ["iterable", "key"], 1)?;
    let iterator = vm.iter(iterable.unwrap_or(&vm.none))?;
    let state = GroupBy {
        iterator: iterator.into(),
        key_function: Slot::new(key.filter(|k| !vm.is_none(k)).cloned()),
        target: Slot::new(None),
        key: Slot::new(None),
        value: Slot::new(None),
        group: Cell::new(0),
    };
    Ok(vm.alloc(class, state).into_obj())
}

impl GroupBy {
    /// Reads the next item and its key; false at the end.
    fn advance(&self, vm: &Vm) -> PyResult<bool> {
        let Some(iterator) = self.iterator.get() else { return Ok(false) };
        let Some(value) = vm.next(&iterator)? else { return Ok(false) };
        let key = match self.key_function.get() {
            Some(function) => vm.call(&function, std::slice::from_ref(&value))?,
            None => value.clone(),
        };
        self.value.set(value);
        self.key.set(key);
        Ok(true)
    }
}

fn groupby_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<GroupBy>();
    state.group.set(0);
    loop {
        match (state.key.get(), state.target.get()) {
            (Some(_), None) => break,
            (Some(key), Some(target)) if !vm.eq(&target, &key)? => break,
            _ => {}
        }
        if !state.advance(vm)? {
            return Ok(None);
        }
    }
    let key = state.key.get().unwrap_or_else(|| vm.none());
    state.target.set(key.clone());
    let group = Grouper { parent: this.clone().into(), target: key.clone().into() };
    let group = vm.alloc(&vm.native_type(&GROUPER), group).into_obj();
    state.group.set(group.addr());
    Ok(Some(vm.tuple([key, group])))
}

fn grouper_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let group = this.to::<Grouper>();
    let Some(parent) = group.parent.get() else { return Ok(None) };
    let state = parent.to::<GroupBy>();
    if state.group.get() != this.addr() {
        return Ok(None);
    }
    if state.value.is_none() && !state.advance(vm)? {
        return Ok(None);
    }
    let (Some(target), Some(key)) = (group.target.get(), state.key.get()) else { return Ok(None) };
    if !vm.eq(&target, &key)? {
        return Ok(None);
    }
    Ok(state.value.take())
}

// ---- tee

gc::payload! {
    /// A link of the list of items that some of the iterators have read and others not yet.
    pub struct TeeLink: gc { value: Slot, next: Slot }
}

gc::payload! {
    /// A position in the list; the link it points at is filled when it is read first.
    pub struct Tee: gc { source: Slot, link: Slot }
}

static TEE_LINK: TypeSpec = TypeSpec::new("itertools._tee_dataobject", TeeLink::layout);

pub static TEE: TypeSpec = TypeSpec {
    slots: SlotDefs { iter: Some(itself), next: Some(tee_next), ..SlotDefs::NONE },
    methods: &[Method::new("__copy__(self, /)", Fun::None(tee_copy))],
    ..TypeSpec::new("itertools._tee", Tee::layout)
};

fn new_link(vm: &Vm) -> ObjRef {
    vm.alloc(&vm.native_type(&TEE_LINK), TeeLink { value: Slot::new(None), next: Slot::new(None) }).into_obj()
}

fn tee(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let n = args.get(1).map_or(Ok(2), |n| vm.to_index(n))?;
    if n < 0 {
        return Err(vm.value_error("n must be >= 0"));
    }
    let mut iterators = Vec::new();
    if n > 0 {
        let iterator = vm.iter(&args[0])?;
        let first = if iterator.has::<Tee>() {
            iterator
        } else {
            let state = Tee { source: iterator.into(), link: new_link(vm).into() };
            vm.alloc(&vm.native_type(&TEE), state).into_obj()
        };
        for _ in 1..n {
            iterators.push(tee_copy(vm, &first)?);
        }
        iterators.insert(0, first);
    }
    Ok(vm.tuple(iterators))
}

fn tee_copy(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<Tee>();
    let copy = Tee { source: Slot::new(state.source.get()), link: Slot::new(state.link.get()) };
    Ok(vm.alloc(&vm.native_type(&TEE), copy).into_obj())
}

fn tee_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<Tee>();
    let (Some(link), Some(source)) = (state.link.get(), state.source.get()) else { return Ok(None) };
    let link_state = link.to::<TeeLink>();
    if link_state.value.is_none() {
        let Some(value) = vm.next(&source)? else { return Ok(None) };
        link_state.value.set(value);
        link_state.next.set(new_link(vm));
    }
    state.link.set(link_state.next.get());
    Ok(link_state.value.get())
}

// ---- zip_longest

gc::payload! {
    /// The iterators (an ended one is None), the filling, and how many still run.
    pub struct ZipLongest: gc { iterators: RefCell<Vec<ObjRef>>, fill: Slot, running: Cell<usize> }
}

pub static ZIP_LONGEST: TypeSpec = TypeSpec {
    doc: Some("zip_longest(*iterables, fillvalue=None)\n--\n\nTuples of one item of each, the short ones filled up."),
    slots: SlotDefs { new: Some(longest_new), iter: Some(itself), next: Some(longest_next), ..SlotDefs::NONE },
    ..TypeSpec::new("itertools.zip_longest", ZipLongest::layout)
};

fn longest_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let mut fill = vm.none();
    for (name, value) in args.keywords() {
        if !vm.str_is(name, "fillvalue") {
            return Err(vm.type_error("zip_longest() got an unexpected keyword argument"));
        }
        fill = value.clone();
    }
    let iterators = args.positional().iter().map(|iterable| vm.iter(iterable)).collect::<PyResult<Vec<_>>>()?;
    let running = Cell::new(iterators.len());
    let state = ZipLongest { iterators: RefCell::new(iterators), fill: fill.into(), running };
    Ok(vm.alloc(class, state).into_obj())
}

fn longest_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<ZipLongest>();
    let fill = state.fill.get().unwrap_or_else(|| vm.none());
    if state.running.get() == 0 {
        return Ok(None);
    }
    let iterators = state.iterators.borrow().clone();
    let mut items = Vec::with_capacity(iterators.len());
    for (index, iterator) in iterators.iter().enumerate() {
        if vm.is_none(iterator) {
            items.push(fill.clone());
            continue;
        }
        if let Some(item) = vm.next(iterator)? {
            items.push(item);
            continue;
        }
        state.running.set(state.running.get() - 1);
        if state.running.get() == 0 {
            return Ok(None);
        }
        let ended = std::mem::replace(&mut state.iterators.borrow_mut()[index], vm.none());
        drop(ended);
        items.push(fill.clone());
    }
    Ok(Some(vm.tuple(items)))
}
