//! `_functools`: `reduce`, `partial`, `cmp_to_key`; the cache is in `lru_cache.rs`.

use crate::lru_cache::LRU_CACHE;
use gc::{Dict, ObjRef, Payload, Slot, Tuple};
use runtime::error::PyResult;
use runtime::native::{Args, Fun, GetSet, Method, ModuleSpec, Releases, TypeSpec};
use runtime::op::{BinOp, CmpOp};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use runtime::vm::cast::joined;

pub static MODULE: ModuleSpec = ModuleSpec { name: "_functools", doc: None, functions: FUNCTIONS, init };

static FUNCTIONS: &[Method] = &[
    Method::new("reduce(function, iterable, initial, /)", Fun::Pos(2, 3, reduce)).packing(Releases::ALL),
    Method::new("cmp_to_key(mycmp)", Fun::Bound(cmp_to_key)).packing(Releases::until(11)),
];

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    vm.set_attr(module, &vm.intern("partial"), &vm.native_type(&PARTIAL))?;
    vm.set_attr(module, &vm.intern("_lru_cache_wrapper"), &vm.native_type(&LRU_CACHE))?;
    // A function in the wrapper's dict, which holds what `lru_cache` was called with: memory that older caches do not take.
    vm.set_attr(module, &vm.intern("_has_parameters"), &vm.bool(Releases::since(9).have(vm)))
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
    uncollected: Releases::until(9),
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
    held: Releases::since(10),
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
    // A partial of a partial is flattened.
    let inner = function.payload::<Partial>().filter(|p| p.attributes.is_none());
    let given = vm.tuple(rest.iter().cloned());
    let (function, given, old) = match inner {
        Some(inner) => {
            let first = inner.args.get().unwrap_or_else(|| vm.empty_tuple.clone());
            let function = inner.function.get().unwrap_or_else(|| vm.none());
            (function, vm.binary(BinOp::Add, &first, &given)?, inner.keywords.get())
        }
        None => (function.clone(), given, None),
    };
    let keywords = match old.filter(|old| !old.to::<Dict>().is_empty()) {
        Some(old) => {
            let all = vm.dict_copy(old.to::<Dict>())?;
            for (name, value) in args.keywords() {
                vm.dict_set(&all, name, value)?;
            }
            all.into_obj()
        }
        None => args.dict(vm)?,
    };
    let partial = Partial {
        function: function.into(),
        args: given.into(),
        keywords: keywords.into(),
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
