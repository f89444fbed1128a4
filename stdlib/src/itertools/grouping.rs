//! `chain`, `groupby`, `tee`, `zip_longest`: several iterators become one, or one several.

use super::{held, itself, named, positional, reduced};
use gc::{ObjRef, Payload, Slot, Tuple};
use runtime::builtins::reuse;
use runtime::error::PyResult;
use runtime::native::{Args, Fun, Method, TypeSpec};
use runtime::object::type_of;
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use std::cell::Cell;

pub static FUNCTIONS: &[Method] = &[Method::new("tee(iterable, n=2, /)", Fun::Pos(1, 2, tee))];

// ---- chain

gc::payload! {
    /// The iterator of iterables, and the iterator being read.
    pub struct Chain: gc { source: Slot, active: Slot }
}

pub static CHAIN: TypeSpec = TypeSpec {
    doc: Some("chain(*iterables)\n--\n\nThe items of one iterable after the other."),
    slots: SlotDefs { new: Some(chain_new), iter: Some(itself), next: Some(chain_next), ..SlotDefs::NONE },
    methods: &[
        Method::class("from_iterable(type, iterable, /)", Fun::One(chain_from_iterable)),
        Method::new("__reduce__(self, /)", Fun::None(chain_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(chain_set_state)),
    ],
    ..TypeSpec::new("itertools.chain", Chain::layout)
};

fn chain_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    positional(vm, class, "chain", args, 0, usize::MAX)?;
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

fn chain_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let chain = this.to::<Chain>();
    let state = chain.source.get().map(|source| {
        let parts = [source].into_iter().chain(chain.active.get());
        vm.tuple(parts.collect::<Vec<_>>())
    });
    Ok(reduced(vm, this, Vec::new(), state))
}

fn chain_set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    if !vm.is_tuple(state) {
        return Err(vm.type_error("state is not a tuple"));
    }
    let parts = state.to::<Tuple>().items();
    if !(1..=2).contains(&parts.len()) {
        let (bound, limit, s) = if parts.is_empty() { ("at least", 1, "") } else { ("at most", 2, "s") };
        let given = parts.len();
        return Err(vm.type_error(format!("function takes {bound} {limit} argument{s} ({given} given)")));
    }
    if parts.iter().any(|part| type_of(part).slots.next.get().is_none()) {
        return Err(vm.type_error("Arguments must be iterators."));
    }
    let chain = this.to::<Chain>();
    chain.source.set(parts[0].clone());
    chain.active.set(parts.get(1).cloned());
    Ok(vm.none())
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
    methods: &[
        Method::new("__reduce__(self, /)", Fun::None(groupby_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(groupby_set_state)),
    ],
    ..TypeSpec::new("itertools.groupby", GroupBy::layout)
};

pub static GROUPER: TypeSpec = TypeSpec {
    slots: SlotDefs { new: Some(grouper_new), iter: Some(itself), next: Some(grouper_next), ..SlotDefs::NONE },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(grouper_reduce))],
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

fn groupby_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<GroupBy>();
    let read = match (state.value.get(), state.target.get(), state.key.get()) {
        (Some(value), Some(target), Some(key)) => Some(vm.tuple([value, target, key])),
        _ => None,
    };
    Ok(reduced(vm, this, vec![held(vm, &state.iterator), held(vm, &state.key_function)], read))
}

fn groupby_set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    if !vm.is_tuple(state) {
        return Err(vm.type_error("state is not a tuple"));
    }
    let [value, target, key] = state.to::<Tuple>().items() else {
        let given = state.to::<Tuple>().len();
        return Err(vm.type_error(format!("function takes exactly 3 arguments ({given} given)")));
    };
    let groupby = this.to::<GroupBy>();
    groupby.value.set(value.clone());
    groupby.target.set(target.clone());
    groupby.key.set(key.clone());
    Ok(vm.none())
}

/// `_grouper(parent, key)`: the group that the groupby is about to hand out.
fn grouper_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let given = positional(vm, class, "_grouper", args, 2, 2)?;
    let Some(parent) = given[0].payload::<GroupBy>() else {
        let kind = vm.type_name(&given[0]);
        return Err(vm.type_error(format!("_grouper() argument 1 must be itertools.groupby, not {kind}")));
    };
    let group =
        vm.alloc(class, Grouper { parent: given[0].clone().into(), target: given[1].clone().into() }).into_obj();
    parent.group.set(group.addr());
    Ok(group)
}

/// A group that is over is an empty iterator.
fn grouper_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<Grouper>();
    let parent = held(vm, &state.parent);
    if parent.to::<GroupBy>().group.get() != this.addr() {
        return Ok(vm.tuple([vm.builtin("iter")?, vm.tuple([vm.tuple(Vec::new())])]));
    }
    Ok(reduced(vm, this, vec![parent, held(vm, &state.target)], None))
}

// ---- tee

/// Items of a link.
const LINK_ITEMS: usize = 57;

gc::payload! {
    /// A link of the list of items that some of the iterators have read and others not yet; the last link reads on.
    pub struct TeeLink: gc {
        source: Slot,
        read: Cell<u32>,
        running: Cell<bool>,
        next: Slot,
        items: [Slot; LINK_ITEMS],
    }
}

gc::payload! {
    /// A position in the list: a link, and a place in it.
    pub struct Tee: gc { link: Slot, at: Cell<usize>, weak: gc::WeakList }
}

pub static TEE_LINK: TypeSpec = TypeSpec {
    slots: SlotDefs { new: Some(link_new), ..SlotDefs::NONE },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(link_reduce))],
    ..TypeSpec::new("itertools._tee_dataobject", TeeLink::layout)
};

pub static TEE: TypeSpec = TypeSpec {
    slots: SlotDefs { new: Some(tee_new), iter: Some(itself), next: Some(tee_next), ..SlotDefs::NONE },
    methods: &[
        Method::new("__copy__(self, /)", Fun::None(tee_copy)),
        Method::new("__reduce__(self, /)", Fun::None(tee_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(tee_set_state)),
    ],
    weaklist_offset: (gc::HEADER + std::mem::offset_of!(Tee, weak)) as i32,
    ..TypeSpec::new("itertools._tee", Tee::layout)
};

fn new_link(vm: &Vm, source: Option<ObjRef>) -> ObjRef {
    let link = TeeLink {
        source: source.into(),
        read: Cell::new(0),
        running: Cell::new(false),
        next: Slot::empty(),
        items: [const { Slot::empty() }; LINK_ITEMS],
    };
    vm.alloc(&vm.native_type(&TEE_LINK), link).into_obj()
}

fn new_tee(vm: &Vm, link: Option<ObjRef>, at: usize) -> ObjRef {
    let tee = Tee { link: link.into(), at: Cell::new(at), weak: gc::WeakList::default() };
    vm.alloc(&vm.native_type(&TEE), tee).into_obj()
}

fn tee(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let n = args.get(1).map_or(Ok(2), |n| vm.to_index(n))?;
    if n < 0 {
        return Err(vm.value_error("n must be >= 0"));
    }
    let mut iterators = Vec::new();
    if n > 0 {
        let copies = vm.intern("__copy__");
        let mut first = vm.iter(&args[0])?;
        let mut copy = vm.get_attr_opt(&first, &copies)?;
        if copy.is_none() {
            first = new_tee(vm, Some(new_link(vm, Some(first))), 0);
            copy = vm.get_attr_opt(&first, &copies)?;
        }
        let copy = copy.unwrap_or_else(|| vm.none());
        iterators.push(first);
        for _ in 1..n {
            iterators.push(vm.call(&copy, &[])?);
        }
    }
    Ok(vm.tuple(iterators))
}

/// `_tee(iterable)`: the position of another one, or the start of a list.
fn tee_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [iterable] = positional(vm, class, "_tee", args, 1, 1)? else { return Ok(vm.none()) };
    let iterator = vm.iter(iterable)?;
    if iterator.has::<Tee>() {
        return tee_copy(vm, &iterator);
    }
    Ok(new_tee(vm, Some(new_link(vm, Some(iterator))), 0))
}

fn tee_copy(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<Tee>();
    Ok(new_tee(vm, state.link.get(), state.at.get()))
}

/// An empty tee, whose state is the link and the place in it.
fn tee_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<Tee>();
    let place = vm.tuple([held(vm, &state.link), vm.int(state.at.get() as i64)]);
    Ok(reduced(vm, this, vec![vm.tuple(Vec::new())], Some(place)))
}

fn tee_set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    if !vm.is_tuple(state) {
        return Err(vm.type_error("state is not a tuple"));
    }
    let [link, at] = state.to::<Tuple>().items() else {
        let given = state.to::<Tuple>().len();
        return Err(vm.type_error(format!("function takes exactly 2 arguments ({given} given)")));
    };
    if !link.has::<TeeLink>() {
        let kind = vm.type_name(link);
        return Err(vm.type_error(format!("argument 1 must be itertools._tee_dataobject, not {kind}")));
    }
    let Some(at) = usize::try_from(vm.to_index(at)?).ok().filter(|at| *at <= LINK_ITEMS) else {
        return Err(vm.value_error("Index out of range"));
    };
    this.to::<Tee>().link.set(link.clone());
    this.to::<Tee>().at.set(at);
    Ok(vm.none())
}

/// `_tee_dataobject(iterator, items, next)`: only a full link has a next one.
fn link_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let given = positional(vm, class, "teedataobject", args, 3, 3)?;
    if !vm.is_list(&given[1]) {
        let kind = vm.type_name(&given[1]);
        return Err(vm.type_error(format!("teedataobject() argument 2 must be list, not {kind}")));
    }
    let (items, next) = (vm.collect(&given[1])?, Some(&given[2]).filter(|next| !vm.is_none(next)));
    let fits = next.map_or(items.len() <= LINK_ITEMS, |_| items.len() == LINK_ITEMS);
    if !fits || next.is_some_and(|next| !next.has::<TeeLink>()) {
        return Err(vm.value_error("Invalid arguments"));
    }
    let made = new_link(vm, Some(given[0].clone()));
    let link = made.to::<TeeLink>();
    link.read.set(items.len() as u32);
    link.items.iter().zip(items).for_each(|(place, item)| place.set(item));
    if let Some(next) = next {
        link.next.set(next.clone());
    }
    Ok(made)
}

fn link_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let link = this.to::<TeeLink>();
    let items: Vec<ObjRef> = link.items[..link.read.get() as usize].iter().map(|item| held(vm, item)).collect();
    Ok(reduced(vm, this, vec![held(vm, &link.source), vm.list(items), held(vm, &link.next)], None))
}

fn tee_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<Tee>();
    let Some(mut link) = state.link.get() else { return Ok(None) };
    if state.at.get() == LINK_ITEMS {
        link = next_link(vm, link.to::<TeeLink>());
        state.link.set(link.clone());
        state.at.set(0);
    }
    let item = link.to::<TeeLink>().item(vm, state.at.get())?;
    if item.is_some() {
        state.at.set(state.at.get() + 1);
    }
    Ok(item)
}

/// The link behind a full one.
fn next_link(vm: &Vm, link: &TeeLink) -> ObjRef {
    if link.next.is_none() {
        link.next.set(new_link(vm, link.source.get()));
    }
    link.next.get().unwrap_or_else(|| vm.none())
}

impl TeeLink {
    /// The item at a place, read now if nobody has.
    fn item(&self, vm: &Vm, at: usize) -> PyResult<Option<ObjRef>> {
        if at < self.read.get() as usize {
            return Ok(self.items[at].get());
        }
        let Some(source) = self.source.get() else { return Ok(None) };
        if self.running.replace(true) {
            return Err(vm.runtime_error("cannot re-enter the tee iterator"));
        }
        let item = vm.next(&source);
        self.running.set(false);
        let item = item?;
        if let Some(item) = &item {
            self.items[at].set(item.clone());
            self.read.set(at as u32 + 1);
        }
        Ok(item)
    }
}

// ---- zip_longest

gc::payload! {
    /// The number of iterators, how many still run, the iterators (an ended one is None), the tuple answered last, the
    /// filling.
    pub struct ZipLongest: gc {
        places: Cell<usize>,
        running: Cell<usize>,
        iterators: Slot,
        result: Slot,
        fill: Slot,
    }
}

pub static ZIP_LONGEST: TypeSpec = TypeSpec {
    doc: Some("zip_longest(*iterables, fillvalue=None)\n--\n\nTuples of one item of each, the short ones filled up."),
    slots: SlotDefs { new: Some(longest_new), iter: Some(itself), next: Some(longest_next), ..SlotDefs::NONE },
    methods: &[
        Method::new("__reduce__(self, /)", Fun::None(longest_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(longest_set_state)),
    ],
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
    let places = iterators.len();
    let iterators = vm.tuple(iterators);
    let state = ZipLongest {
        places: Cell::new(places),
        running: Cell::new(places),
        iterators: iterators.into(),
        result: vm.tuple(vec![vm.none(); places]).into(),
        fill: fill.into(),
    };
    Ok(vm.alloc(class, state).into_obj())
}

fn longest_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<ZipLongest>();
    let fill = state.fill.get().unwrap_or_else(|| vm.none());
    if state.running.get() == 0 {
        return Ok(None);
    }
    let mut items = reuse::Items::with_capacity(state.places.get());
    for place in 0..state.places.get() {
        let Some(iterator) = state.iterators.get().and_then(|all| all.to::<Tuple>().get(place)) else { continue };
        if vm.is_none(&iterator) {
            items.push(fill.clone());
            continue;
        }
        if let Some(item) = vm.next(&iterator)? {
            items.push(item);
            continue;
        }
        state.running.set(state.running.get() - 1);
        if state.running.get() == 0 {
            return Ok(None);
        }
        state.end(vm, place);
        items.push(fill.clone());
    }
    Ok(Some(reuse::fill_vec(vm, &state.result, items)))
}

/// An iterator that has ended stands there as an empty tuple.
fn longest_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<ZipLongest>();
    let all = held(vm, &state.iterators);
    let all = all.payload::<Tuple>().map_or(&[][..], |all| all.items());
    let args = all.iter().map(|one| if vm.is_none(one) { vm.tuple(Vec::new()) } else { one.clone() });
    Ok(reduced(vm, this, args.collect(), Some(held(vm, &state.fill))))
}

fn longest_set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    this.to::<ZipLongest>().fill.set(state.clone());
    Ok(vm.none())
}

impl ZipLongest {
    /// An iterator has ended: it goes.
    fn end(&self, vm: &Vm, place: usize) {
        let Some(mut all) = self.iterators.take().and_then(|all| all.downcast::<Tuple>().ok()) else { return };
        let ended = match all.items_mut() {
            Some(items) => items.get_mut(place).map(|item| std::mem::replace(item, vm.none())),
            // Somebody looks at the tuple.
            None => {
                let others = all.items().iter().enumerate();
                let rest = others.map(|(at, one)| if at == place { vm.none() } else { one.clone() });
                self.iterators.set(vm.tuple(rest.collect::<Vec<_>>()));
                return;
            }
        };
        self.iterators.set(all.into_obj());
        drop(ended);
    }
}
