//! The wrapper that `functools.lru_cache` makes.
//!
//! ```text
//!   cache: key -> | link |      oldest <-> ... <-> newest      56 bytes a link, with key, hash and result
//! ```
//!
//! A bounded cache keeps its results in links, in the order of use; an unbounded one keeps them in the dict alone.

use gc::{Dict, EdgeSink, Field, Heap, ObjRef, Payload, Ref, Slot, Spot, Visitor};
use runtime::builtins::dict;
use runtime::error::PyResult;
use runtime::native::{Args, Fun, GetSet, Method, Releases, TypeSpec};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use std::cell::Cell;
use std::mem::offset_of;

gc::payload! {
    /// A result, between the one used before it and the one used after it. Links are no business of the collector: the
    /// wrapper shows it their keys and results.
    pub struct Link: plain {
        prev: Slot,
        next: Slot,
        hash: Cell<isize>,
        key: Slot,
        result: Slot,
    }
}

static LINK: TypeSpec = TypeSpec::new("functools._lru_list_elem", Link::layout);

/// The links in order of use. Neighbours hold each other, so links go through [`Order::take_out`] or [`Field::clear`].
#[derive(Default)]
#[repr(C)]
struct Order {
    oldest: Slot,
    newest: Slot,
}

impl Order {
    fn take_out(&self, link: &ObjRef) {
        let this = link.to::<Link>();
        let (prev, next) = (this.prev.take(), this.next.take());
        match &prev {
            Some(prev) => prev.to::<Link>().next.set(next.clone()),
            None => self.oldest.set(next.clone()),
        }
        match &next {
            Some(next) => next.to::<Link>().prev.set(prev),
            None => self.newest.set(prev),
        }
    }

    fn put_last(&self, link: &ObjRef) {
        let last = self.newest.replace(link.clone());
        match &last {
            Some(last) => last.to::<Link>().next.set(link.clone()),
            None => self.oldest.set(link.clone()),
        }
        link.to::<Link>().prev.set(last);
    }

    fn put_first(&self, link: &ObjRef) {
        let first = self.oldest.replace(link.clone());
        match &first {
            Some(first) => first.to::<Link>().prev.set(link.clone()),
            None => self.newest.set(link.clone()),
        }
        link.to::<Link>().next.set(first);
    }
}

impl Field for Order {
    const SPOTS: &'static [Spot] = gc::spots!(Order { oldest: "oldest" Counted, newest: "newest" Counted });
    fn trace(&self, visitor: &mut Visitor<'_>) {
        let mut at = self.oldest.get();
        while let Some(link) = at {
            let link = link.to::<Link>();
            link.key.trace(visitor);
            link.result.trace(visitor);
            at = link.next.get();
        }
    }
    fn edges(&self, sink: &mut EdgeSink<'_>) {
        self.oldest.edges(&mut |place, obj| sink(place.within("oldest"), obj));
        self.newest.edges(&mut |place, obj| sink(place.within("newest"), obj));
    }
    fn clear(&self, _: &Heap) {
        let mut at = self.oldest.take();
        drop(self.newest.take());
        while let Some(link) = at {
            drop(link.to::<Link>().prev.take());
            at = link.to::<Link>().next.take();
        }
    }
    fn release(&self, heap: &Heap) {
        self.clear(heap);
    }
}

gc::payload! {
    /// `cache`: a dict from key to link, or to result without a limit.
    pub struct LruCache: gc {
        order: Order,
        cache: Slot,
        hits: Cell<u64>,
        function: Slot,
        /// Negative: no limit.
        max_size: Cell<isize>,
        misses: Cell<u64>,
        typed: Cell<bool>,
        info_type: Slot,
        attributes: Slot,
        weak: gc::WeakList,
    }
}

pub static LRU_CACHE: TypeSpec = TypeSpec {
    held: Releases::since(10),
    dict_offset: (gc::HEADER + offset_of!(LruCache, attributes)) as i32,
    slots: SlotDefs { new: Some(new), call: Some(call), descr_get: Some(bind), ..SlotDefs::NONE },
    methods: &[
        Method::new("cache_info(self, /)", Fun::None(info)),
        Method::new("cache_clear(self, /)", Fun::None(clear)),
        Method::new("__copy__(self, /)", Fun::None(|_, this| Ok(this.clone()))),
        Method::new("__deepcopy__(self, memo, /)", Fun::One(|_, this, _| Ok(this.clone()))),
    ],
    weaklist_offset: (gc::HEADER + offset_of!(LruCache, weak)) as i32,
    weakly: Releases::since(9),
    getset: &[GetSet {
        name: "__dict__",
        get: runtime::object::instance::get_dict,
        set: Some(runtime::object::instance::set_dict),
    }],
    ..TypeSpec::new("functools._lru_cache_wrapper", LruCache::layout)
};

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [function, max_size, typed, info_type] = args.positional() else {
        return Err(vm.type_error("_lru_cache_wrapper() takes 4 arguments"));
    };
    if !vm.is_callable(function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let max_size = if vm.is_none(max_size) { -1 } else { vm.to_index(max_size)?.max(0) };
    let typed = vm.truth(typed)?;
    let cache = LruCache {
        order: Order::default(),
        cache: vm.dict().into_obj().into(),
        hits: Cell::new(0),
        function: function.clone().into(),
        max_size: Cell::new(max_size),
        misses: Cell::new(0),
        typed: Cell::new(typed),
        info_type: info_type.clone().into(),
        attributes: Slot::new(None),
        weak: gc::WeakList::default(),
    };
    Ok(vm.alloc(class, cache).into_obj())
}

// ---- calls

/// The key of a call: the argument itself where that cannot be confused, else a tuple, of the arguments themselves if they
/// tell enough.
fn key_of(vm: &Vm, typed: bool, args: Args<'_>) -> ObjRef {
    if !typed && !args.has_keywords() {
        return match args.positional() {
            [one] if one.ty_ref().is(&vm.types.int) || one.ty_ref().is(&vm.types.str) => one.clone(),
            _ => args.tuple(vm),
        };
    }
    let mut parts = args.positional().to_vec();
    if args.has_keywords() {
        // Something that is no argument parts positional from keyword values.
        parts.push(vm.native_type(&LRU_CACHE));
        for (name, value) in args.keywords() {
            parts.push(name.clone());
            parts.push(value.clone());
        }
    }
    if typed {
        parts.extend(args.values().iter().map(|value| value.ty_ref().clone()));
    }
    vm.tuple(parts)
}

fn call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let packed = args.packed(vm);
    let args = args.within(packed.tuple());
    let state = this.to::<LruCache>();
    let (Some(function), Some(cache)) = (state.function.get(), state.cache.get()) else { return Ok(vm.none()) };
    let missed = |state: &LruCache| {
        state.misses.set(state.misses.get() + 1);
        vm.call_args(&function, args)
    };
    if state.max_size.get() == 0 {
        return missed(state);
    }
    let key = key_of(vm, state.typed.get(), args);
    let hash = vm.hash(&key)?;
    let cache = cache.to::<Dict>();
    if let Some(found) = dict::value_of(vm, cache, &key, hash)? {
        state.hits.set(state.hits.get() + 1);
        return Ok(state.used(found));
    }
    let value = missed(state)?;
    if state.max_size.get() < 0 {
        dict::put(vm, cache, &key, hash, value.clone())?;
    } else if dict::find(vm, cache, &key, hash)?.is_none() {
        // Unless the call itself has filled the entry.
        state.keep(vm, cache, key, hash, &value)?;
    }
    Ok(value)
}

impl LruCache {
    /// The result behind an entry of the dict, which now is the one used last.
    fn used(&self, found: ObjRef) -> ObjRef {
        let Some(result) = found.payload::<Link>().filter(|_| self.max_size.get() > 0).map(|link| link.result.get())
        else {
            return found;
        };
        self.order.take_out(&found);
        self.order.put_last(&found);
        result.unwrap_or(found)
    }

    /// Keeps a result: in the link of the oldest one if the cache is full.
    fn keep(&self, vm: &Vm, cache: &Ref<Dict>, key: ObjRef, hash: isize, value: &ObjRef) -> PyResult<()> {
        let oldest = self.order.oldest.get().filter(|_| cache.len() as isize >= self.max_size.get());
        let Some(link) = oldest else {
            let link = Link {
                prev: Slot::empty(),
                next: Slot::empty(),
                hash: Cell::new(hash),
                key: key.clone().into(),
                result: value.clone().into(),
            };
            let link = vm.alloc(&vm.native_type(&LINK), link).into_obj();
            dict::put(vm, cache, &key, hash, link.clone())?;
            self.order.put_last(&link);
            return Ok(());
        };
        self.order.take_out(&link);
        let this = link.to::<Link>();
        let old_key = this.key.get().unwrap_or_else(|| vm.none());
        let entry = match dict::find(vm, cache, &old_key, this.hash.get()) {
            Ok(entry) => entry,
            Err(raised) => {
                self.order.put_first(&link);
                return Err(raised);
            }
        };
        // Without an entry the call has taken it out: the link is nobody's.
        let Some(entry) = entry else { return Ok(()) };
        let gone = cache.remove_entry(&vm.heap, entry);
        this.hash.set(hash);
        let gone = (gone, this.key.replace(key.clone()), this.result.replace(value.clone()));
        dict::put(vm, cache, &key, hash, link.clone())?;
        self.order.put_last(&link);
        drop(gone);
        Ok(())
    }
}

fn bind(vm: &Vm, this: &ObjRef, instance: Option<&ObjRef>, _: Option<&ObjRef>) -> PyResult {
    match instance {
        Some(instance) if !vm.is_none(instance) => Ok(vm.bound_method(this, instance)),
        _ => Ok(this.clone()),
    }
}

// ---- methods

fn info(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<LruCache>();
    let size = state.cache.get().map_or(0, |cache| cache.to::<Dict>().len());
    let max_size = if state.max_size.get() < 0 { vm.none() } else { vm.int_exact(state.max_size.get() as i64) };
    let info_type = state.info_type.get().unwrap_or_else(|| vm.none());
    let counts = [state.hits.get(), state.misses.get()].map(|n| vm.int(n as i64));
    let [hits, misses] = counts;
    vm.call(&info_type, &[hits, misses, max_size, vm.int(size as i64)])
}

fn clear(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<LruCache>();
    state.hits.set(0);
    state.misses.set(0);
    let links = Order { oldest: Slot::new(state.order.oldest.take()), newest: Slot::new(state.order.newest.take()) };
    if let Some(cache) = state.cache.get() {
        cache.to::<Dict>().clear_items(&vm.heap);
    }
    links.clear(&vm.heap);
    Ok(vm.none())
}
