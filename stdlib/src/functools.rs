//! `_functools`: `reduce`, `partial`, `cmp_to_key` and the loop inside `lru_cache`.

use crate::collections::ordered;
use gc::{Dict, ObjRef, Payload, Slot, Tuple};
use runtime::error::PyResult;
use runtime::native::{Args, Fun, GetSet, Method, ModuleSpec, Releases, TypeSpec};
use runtime::op::CmpOp;
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use runtime::vm::cast::joined;
use std::cell::Cell;

pub static MODULE: ModuleSpec = ModuleSpec { name: "_functools", doc: None, functions: FUNCTIONS, init };

static FUNCTIONS: &[Method] = &[
    Method::new("reduce(function, iterable, initial, /)", Fun::Pos(2, 3, reduce)).packing(Releases::ALL),
    Method::new("cmp_to_key(mycmp)", Fun::Bound(cmp_to_key)).packing(Releases::until(11)),
];

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    vm.set_attr(module, &vm.intern("partial"), &vm.native_type(&PARTIAL))?;
    vm.set_attr(module, &vm.intern("_lru_cache_wrapper"), &vm.native_type(&LRU_CACHE))
}

fn reduce(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let Some(iterator) = vm.iter_opt(&args[1])? else {
        return Err(vm.type_error("reduce() arg 2 must support iteration"));
    };
    let mut total = args.get(2).cloned();
    while let Some(item) = vm.next(&iterator)? {
        total = Some(match total {
            None => item,
            Some(total) => vm.call(&args[0], &[total, item])?,
        });
    }
    total.ok_or_else(|| vm.type_error("reduce() of empty iterable with no initial value"))
}

// ---- cmp_to_key

gc::payload! {
    /// An object under a comparison function; without an object it is the maker of such keys.
    pub struct Key: gc { compare: Slot, object: Slot }
}

static KEY: TypeSpec = TypeSpec {
    slots: SlotDefs { call: Some(key_call), compare: Some(key_compare), unhashable: true, ..SlotDefs::NONE },
    getset: &[GetSet { name: "obj", get: key_object, set: None }],
    ..TypeSpec::new("functools.KeyWrapper", Key::layout)
};

fn new_key(vm: &Vm, compare: &ObjRef, object: Option<ObjRef>) -> ObjRef {
    vm.alloc(&vm.native_type(&KEY), Key { compare: compare.clone().into(), object: Slot::new(object) }).into_obj()
}

fn cmp_to_key(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    Ok(new_key(vm, args[0].as_ref().unwrap_or(&vm.none), None))
}

fn key_call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let [object] = args.values() else {
        return Err(vm.type_error(format!("K() takes exactly 1 argument ({} given)", args.values().len())));
    };
    let compare = this.to::<Key>().compare.get().unwrap_or_else(|| vm.none());
    Ok(new_key(vm, &compare, Some(object.clone())))
}

fn key_object(vm: &Vm, this: &ObjRef) -> PyResult {
    let object = this.to::<Key>().object.get();
    object.ok_or_else(|| vm.attribute_error_text("object"))
}

fn key_compare(vm: &Vm, a: &ObjRef, b: &ObjRef, op: CmpOp) -> PyResult {
    let Some(other) = b.payload::<Key>() else {
        return Err(vm.type_error("other argument must be K instance"));
    };
    let key = a.to::<Key>();
    let (Some(compare), Some(x), Some(y)) = (key.compare.get(), key.object.get(), other.object.get()) else {
        return Err(vm.attribute_error_text("object"));
    };
    let order = vm.call(&compare, &[x, y])?;
    vm.compare(&order, &vm.int(0), op)
}

// ---- partial

gc::payload! {
    /// The function, its first arguments (a tuple), its keywords (a dict), and the attributes set on it.
    pub struct Partial: gc { function: Slot, args: Slot, keywords: Slot, attributes: Slot, weak: gc::WeakList }
}

pub static PARTIAL: TypeSpec = TypeSpec {
    doc: Some("partial(func, /, *args, **keywords)\n--\n\nA function with some of its arguments already given."),
    // 64 bytes with the header: with its GC head the 80 that CPython reports.
    basicsize: 64,
    dict_offset: (gc::HEADER + std::mem::offset_of!(Partial, attributes)) as i32,
    slots: SlotDefs { new: Some(partial_new), call: Some(partial_call), repr: Some(partial_repr), ..SlotDefs::NONE },
    methods: &[
        Method::new("__reduce__(self, /)", Fun::None(partial_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(partial_set_state)),
        Method::class("__class_getitem__(type, object, /)", Fun::One(runtime::builtins::generic_alias::class_getitem)),
    ],
    getset: &[
        GetSet {
            name: "func",
            get: |vm, this| Ok(this.to::<Partial>().function.get().unwrap_or(vm.none())),
            set: None,
        },
        GetSet { name: "args", get: |vm, this| Ok(this.to::<Partial>().args.get().unwrap_or(vm.none())), set: None },
        GetSet {
            name: "keywords",
            get: |vm, this| Ok(this.to::<Partial>().keywords.get().unwrap_or(vm.none())),
            set: None,
        },
        GetSet {
            name: "__dict__",
            get: runtime::object::instance::get_dict,
            set: Some(runtime::object::instance::set_dict),
        },
    ],
    weaklist_offset: (gc::HEADER + std::mem::offset_of!(Partial, weak)) as i32,
    ..TypeSpec::new("functools.partial", Partial::layout)
};

fn partial_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let Some((function, rest)) = args.positional().split_first() else {
        return Err(vm.type_error("type 'partial' takes at least one argument"));
    };
    if !vm.is_callable(function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let keywords = vm.dict();
    // A partial of a partial is flattened.
    let inner = function.payload::<Partial>().filter(|p| p.attributes.is_none());
    let (function, mut given) = match inner {
        Some(inner) => {
            if let Some(old) = inner.keywords.get() {
                vm.dict_update(&keywords, old.to::<Dict>())?;
            }
            let args = inner.args.get().map_or_else(Vec::new, |args| args.to::<Tuple>().items().to_vec());
            (inner.function.get().unwrap_or_else(|| vm.none()), args)
        }
        None => (function.clone(), Vec::new()),
    };
    given.extend_from_slice(rest);
    for (name, value) in args.keywords() {
        vm.dict_set(&keywords, name, value)?;
    }
    let partial = Partial {
        function: function.into(),
        args: vm.tuple(given).into(),
        keywords: keywords.into_obj().into(),
        attributes: Slot::new(None),
        weak: gc::WeakList::default(),
    };
    Ok(vm.alloc(class, partial).into_obj())
}

fn partial_call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let state = this.to::<Partial>();
    let (Some(function), Some(first), Some(keywords)) = (state.function.get(), state.args.get(), state.keywords.get())
    else {
        return Ok(vm.none());
    };
    let first = first.to::<Tuple>().items();
    let keywords = keywords.to::<Dict>();
    if keywords.is_empty() {
        return vm.call_args(&function, Args::new(&joined(first, args.values()), args.names()));
    }
    let mut values = first.to_vec();
    values.extend_from_slice(args.positional());
    let merged = vm.dict_copy(keywords)?;
    for (name, value) in args.keywords() {
        vm.dict_set(&merged, name, value)?;
    }
    let mut names = Vec::new();
    for index in 0..merged.entries_len() {
        if let Some((name, value)) = merged.entry(index) {
            names.push(name);
            values.push(value);
        }
    }
    vm.call_args(&function, Args::new(&values, &names))
}

fn partial_repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let Some(_guard) = vm.repr_enter(this) else { return Ok(vm.str("...")) };
    let state = this.to::<Partial>();
    let mut parts = Vec::new();
    if let Some(function) = state.function.get() {
        parts.push(vm.repr_text(&function)?);
    }
    if let Some(args) = state.args.get() {
        for arg in args.to::<Tuple>().items() {
            parts.push(vm.repr_text(arg)?);
        }
    }
    if let Some(keywords) = state.keywords.get() {
        let keywords = keywords.to::<Dict>();
        for index in 0..keywords.entries_len() {
            if let Some((name, value)) = keywords.entry(index) {
                parts.push(format!("{}={}", vm.str_of_text(&name)?, vm.repr_text(&value)?));
            }
        }
    }
    let name = if this.ty_ref().is(&vm.native_type(&PARTIAL)) {
        "functools.partial".to_string()
    } else {
        vm.qualname_of_type(this.ty_ref())
    };
    Ok(vm.str(format!("{name}({})", parts.join(", "))))
}

fn partial_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<Partial>();
    let get = |slot: &Slot| slot.get().unwrap_or_else(|| vm.none());
    let rest = vm.tuple([get(&state.function), get(&state.args), get(&state.keywords), get(&state.attributes)]);
    let first = vm.tuple([get(&state.function)]);
    Ok(vm.tuple([this.ty_ref().clone(), first, rest]))
}

/// What `__reduce__` gave: the function, its arguments, its keywords, its attributes.
fn partial_set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    let items = state.payload::<Tuple>().map(|state| state.items().to_vec()).unwrap_or_default();
    let [function, args, keywords, attributes] = &items[..] else {
        return Err(vm.type_error("invalid partial state"));
    };
    let none = |value: &ObjRef| vm.is_none(value);
    if !vm.is_callable(function) || !args.has::<Tuple>() || !(none(keywords) || keywords.has::<Dict>()) {
        return Err(vm.type_error("invalid partial state"));
    }
    let partial = this.to::<Partial>();
    partial.function.set(function.clone());
    partial.args.set(vm.tuple(args.to::<Tuple>().items().to_vec()));
    let keywords = if none(keywords) { vm.dict() } else { vm.dict_copy(keywords.to::<Dict>())? };
    partial.keywords.set(keywords.into_obj());
    partial.attributes.set(Some(attributes.clone()).filter(|attributes| attributes.has::<Dict>()));
    Ok(vm.none())
}

// ---- lru_cache

gc::payload! {
    /// `cache`: a dict from key to value in the order of use, so the oldest entry is the first.
    pub struct LruCache: gc {
        function: Slot,
        cache: Slot,
        info_type: Slot,
        attributes: Slot,
        /// Negative: no limit.
        max_size: Cell<isize>,
        typed: Cell<bool>,
        hits: Cell<u64>,
        misses: Cell<u64>,
        weak: gc::WeakList,
    }
}

pub static LRU_CACHE: TypeSpec = TypeSpec {
    dict_offset: (gc::HEADER + std::mem::offset_of!(LruCache, attributes)) as i32,
    slots: SlotDefs { new: Some(cache_new), call: Some(cache_call), descr_get: Some(cache_bind), ..SlotDefs::NONE },
    methods: &[
        Method::new("cache_info(self, /)", Fun::None(cache_info)),
        Method::new("cache_clear(self, /)", Fun::None(cache_clear)),
        Method::new("__copy__(self, /)", Fun::None(|_, this| Ok(this.clone()))),
        Method::new("__deepcopy__(self, memo, /)", Fun::One(|_, this, _| Ok(this.clone()))),
    ],
    weaklist_offset: (gc::HEADER + std::mem::offset_of!(LruCache, weak)) as i32,
    getset: &[GetSet {
        name: "__dict__",
        get: runtime::object::instance::get_dict,
        set: Some(runtime::object::instance::set_dict),
    }],
    ..TypeSpec::new("functools._lru_cache_wrapper", LruCache::layout)
};

fn cache_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [function, max_size, typed, info_type] = args.positional() else {
        return Err(vm.type_error("_lru_cache_wrapper() takes 4 arguments"));
    };
    if !vm.is_callable(function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let max_size = if vm.is_none(max_size) { -1 } else { vm.to_index(max_size)?.max(0) };
    let cache = LruCache {
        function: function.clone().into(),
        cache: new_cache(vm, max_size).into(),
        info_type: info_type.clone().into(),
        attributes: Slot::new(None),
        max_size: Cell::new(max_size),
        typed: Cell::new(vm.truth(typed)?),
        hits: Cell::new(0),
        misses: Cell::new(0),
        weak: gc::WeakList::default(),
    };
    Ok(vm.alloc(class, cache).into_obj())
}

/// The key of a call: the argument itself where that cannot be confused, else a tuple.
fn cache_key(vm: &Vm, typed: bool, args: Args<'_>) -> ObjRef {
    if let ([one], false, false) = (args.positional(), args.has_keywords(), typed)
        && (one.ty_ref().is(&vm.types.int) || one.ty_ref().is(&vm.types.str))
    {
        return one.clone();
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

fn cache_call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let state = this.to::<LruCache>();
    let (Some(function), Some(cache)) = (state.function.get(), state.cache.get()) else { return Ok(vm.none()) };
    if state.max_size.get() == 0 {
        state.misses.set(state.misses.get() + 1);
        return vm.call_args(&function, args);
    }
    let key = cache_key(vm, state.typed.get(), args);
    if let Some(value) = vm.dict_get(cache.to::<Dict>(), &key)? {
        state.hits.set(state.hits.get() + 1);
        if state.max_size.get() > 0 {
            ordered::touch(vm, &cache, &key)?;
        }
        return Ok(value);
    }
    state.misses.set(state.misses.get() + 1);
    let value = vm.call_args(&function, args)?;
    let limit = state.max_size.get();
    if limit < 0 {
        vm.dict_set(cache.to::<Dict>(), &key, &value)?;
        return Ok(value);
    }
    // The call may have filled the entry itself.
    if cache.to::<Dict>().len() >= limit as usize && vm.dict_get(cache.to::<Dict>(), &key)?.is_none() {
        ordered::drop_first(vm, &cache)?;
    }
    ordered::store(vm, &cache, &key, &value)?;
    Ok(value)
}

/// Where the results of a bounded cache are: in order of use. An unbounded one has a plain dict.
fn new_cache(vm: &Vm, max_size: isize) -> ObjRef {
    if max_size > 0 { ordered::make(vm) } else { vm.dict().into_obj() }
}

fn cache_bind(vm: &Vm, this: &ObjRef, instance: Option<&ObjRef>, _: Option<&ObjRef>) -> PyResult {
    match instance {
        Some(instance) if !vm.is_none(instance) => Ok(vm.bound_method(this, instance)),
        _ => Ok(this.clone()),
    }
}

fn cache_info(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<LruCache>();
    let size = state.cache.get().map_or(0, |cache| cache.to::<Dict>().len());
    let max_size = if state.max_size.get() < 0 { vm.none() } else { vm.int(state.max_size.get() as i64) };
    let info_type = state.info_type.get().unwrap_or_else(|| vm.none());
    let counts = [state.hits.get(), state.misses.get()].map(|n| vm.int(n as i64));
    let [hits, misses] = counts;
    vm.call(&info_type, &[hits, misses, max_size, vm.int(size as i64)])
}

fn cache_clear(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<LruCache>();
    state.hits.set(0);
    state.misses.set(0);
    state.cache.set(new_cache(vm, state.max_size.get()));
    Ok(vm.none())
}
