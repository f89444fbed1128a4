//! `OrderedDict`: a dict whose keys can be rearranged. The list of keys beside the table is `gc`'s; here every
//! change goes to both.

use super::ordered_views as views;
use gc::{Dict, ObjRef, OrderedDict, Payload, Ref};
use runtime::builtins::dict;
use runtime::error::{Exc, PyResult};
use runtime::native::{Args, Fun, GetSet, Method, Releases, TypeSpec};
use runtime::op::{BinOp, CmpOp};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use std::mem::offset_of;

pub static SPEC: TypeSpec = TypeSpec {
    base: Some(&dict::SPEC),
    basicsize: 112,
    dict_offset: (gc::HEADER + offset_of!(OrderedDict, dict)) as i32,
    weaklist_offset: (gc::HEADER + offset_of!(OrderedDict, weak)) as i32,
    doc: Some("Dictionary that remembers insertion order"),
    slots: SlotDefs {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        unhashable: true,
        compare: Some(compare),
        iter: Some(views::over_keys),
        set_item: Some(set_item),
        binary: &[(BinOp::Or, or), (BinOp::InplaceOr, inplace_or)],
        ..SlotDefs::NONE
    },
    methods: METHODS,
    getset: &[GetSet { name: "__dict__", get: get_dict, set: Some(set_dict) }],
    ..TypeSpec::new("collections.OrderedDict", OrderedDict::layout)
};

const METHODS: &[Method] = &[
    Method::class("fromkeys(type, /, iterable, value=None)", Fun::Bound(fromkeys)),
    Method::new("__sizeof__(self, /)", Fun::None(size_of)),
    Method::new("__reduce__(self, /)", Fun::None(reduce)),
    Method::new("setdefault(self, /, key, default=None)", Fun::Bound(setdefault)),
    Method::new("pop(self, /, key, default=None)", Fun::Bound(pop)),
    Method::new("popitem(self, /, last=True)", Fun::Bound(popitem)),
    Method::new("keys(self, /)", Fun::None(views::keys)),
    Method::new("items(self, /)", Fun::None(views::items)),
    Method::new("values(self, /)", Fun::None(views::values)),
    Method::new("update(self, /, *args, **kwargs)", Fun::Raw(update_method)).packing(Releases::ALL),
    Method::new("clear(self, /)", Fun::None(clear)),
    Method::new("copy(self, /)", Fun::None(copy)),
    Method::new("__reversed__(self, /)", Fun::None(views::over_keys_reversed)),
    Method::new("move_to_end(self, /, key, last=True)", Fun::Bound(move_to_end)),
];

fn of(this: &ObjRef) -> &Ref<OrderedDict> {
    this.to::<OrderedDict>()
}

// ---- construction

fn new(vm: &Vm, class: &ObjRef, _: Args<'_>) -> PyResult {
    let made = vm.alloc(class, OrderedDict::empty());
    made.base.start_table(vm);
    Ok(made.into_obj())
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    update(vm, this, args)
}

fn get_dict(vm: &Vm, this: &ObjRef) -> PyResult {
    let slot = &of(this).dict;
    if slot.is_none() {
        slot.set(vm.dict().into_obj());
    }
    Ok(slot.get().unwrap_or_else(|| vm.none()))
}

fn set_dict(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    match value {
        Some(value) if !value.has::<Dict>() => {
            let kind = vm.type_name(value);
            Err(vm.type_error(format!("__dict__ must be set to a dictionary, not a '{kind}'")))
        }
        value => {
            of(this).dict.set(value.cloned());
            Ok(())
        }
    }
}

// ---- changes, in table and list

/// `this[key] = value`, past what a subclass may do.
fn store(vm: &Vm, this: &ObjRef, key: &ObjRef, value: &ObjRef) -> PyResult<()> {
    let dict = this.to::<Dict>();
    vm.dict_set(dict, key, value)?;
    match vm.dict_find(dict, key)? {
        Some(entry) => vm.or_memory_error(of(this).note(vm, entry, key)),
        None => Ok(()),
    }
}

/// Takes an entry out; None if there is none.
fn take(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult<Option<ObjRef>> {
    let dict = this.to::<Dict>();
    let Some(entry) = vm.dict_find(dict, key)? else { return Ok(None) };
    let listed = vm.or_memory_error(of(this).forget(vm, entry))?;
    let removed = dict.remove_entry(vm, entry);
    drop(listed);
    Ok(removed.map(|(_, value)| value))
}

fn set_item(vm: &Vm, this: &ObjRef, key: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    match value {
        Some(value) => store(vm, this, key, value),
        None => match take(vm, this, key)? {
            Some(_) => Ok(()),
            None => Err(vm.key_error(key)),
        },
    }
}

// ---- slots

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let name = vm.name_of_type(this.ty_ref());
    let name = name.rsplit('.').next().unwrap_or(&name).to_owned();
    if this.to::<Dict>().is_empty() {
        return Ok(vm.str(format!("{name}()")));
    }
    let Some(_guard) = vm.repr_enter(this) else { return Ok(vm.str("...")) };
    let items = vm.call_method(this, &vm.names.items, &[])?;
    let items = vm.list(vm.collect(&items)?);
    Ok(vm.str(format!("{name}({})", vm.repr_text(&items)?)))
}

/// Among each other the order counts, against other dicts it does not.
fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    if !matches!(op, CmpOp::Eq | CmpOp::Ne) || !other.has::<Dict>() {
        return Ok(vm.not_implemented.clone());
    }
    let plain = dict::SPEC.slots.compare.expect("dict compares");
    let same = plain(vm, this, other, CmpOp::Eq)?;
    let mut same = vm.truth(&same)?;
    if same && let Some(other) = other.payload::<OrderedDict>() {
        let state = (of(this).state(), other.state());
        for (a, b) in of(this).keys().iter().zip(&other.keys()) {
            same = same && vm.eq(a, b)?;
            if (of(this).state(), other.state()) != state {
                return Err(vm.runtime_error("OrderedDict mutated during iteration"));
            }
        }
    }
    Ok(vm.bool(same == (op == CmpOp::Eq)))
}

fn or(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    if !a.has::<Dict>() || !b.has::<Dict>() {
        return Ok(vm.not_implemented.clone());
    }
    let class = if a.has::<OrderedDict>() { a.ty_ref() } else { b.ty_ref() };
    let made = vm.call(class, std::slice::from_ref(a))?;
    merge(vm, &made, b)?;
    Ok(made)
}

fn inplace_or(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    merge(vm, this, other)?;
    Ok(this.clone())
}

// ---- filling

fn update_method(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    update(vm, this, args)?;
    Ok(vm.none())
}

fn update(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    let given = args.positional();
    if given.len() > 1 {
        return Err(vm.type_error(format!("expected at most 1 arguments, got {}", given.len())));
    }
    if let Some(source) = given.first() {
        merge(vm, this, source)?;
    }
    if args.has_keywords() {
        // A list of pairs comes out of the dict of keywords.
        let pairs = args.keywords().map(|(name, value)| vm.tuple([name.clone(), value.clone()]));
        let pairs = vm.list(pairs.collect());
        for (name, value) in args.keywords() {
            vm.set_item(this, name, value)?;
        }
        drop(pairs);
    }
    Ok(())
}

/// From a dict, something with `keys`, something with `items`, or pairs.
fn merge(vm: &Vm, this: &ObjRef, source: &ObjRef) -> PyResult<()> {
    if source.ty_ref().is(&vm.types.dict) {
        // A list of pairs comes out of the dict first.
        let items = source.to::<Dict>().items();
        let pairs = vm.list(items.iter().map(|(key, value)| vm.tuple([key.clone(), value.clone()])).collect());
        for (key, value) in items {
            vm.set_item(this, &key, &value)?;
        }
        drop(pairs);
        return Ok(());
    }
    if vm.get_attr_opt(source, &vm.names.keys)?.is_some() {
        let keys = vm.call_method(source, &vm.names.keys, &[])?;
        let iterator = vm.iter(&keys)?;
        while let Some(key) = vm.next(&iterator)? {
            let value = vm.get_item(source, &key)?;
            vm.set_item(this, &key, &value)?;
        }
        return Ok(());
    }
    let pairs = match vm.get_attr_opt(source, &vm.names.items)? {
        Some(items) => vm.call(&items, &[])?,
        None => source.clone(),
    };
    let iterator = vm.iter(&pairs)?;
    while let Some(pair) = vm.next(&iterator)? {
        let parts = vm.collect(&pair)?;
        let [key, value] = &parts[..] else {
            let text = match parts.len() {
                0 | 1 => {
                    format!("need more than {} value{} to unpack", parts.len(), if parts.len() == 1 { "" } else { "s" })
                }
                _ => "too many values to unpack (expected 2)".to_owned(),
            };
            return Err(vm.value_error(text));
        };
        vm.set_item(this, key, value)?;
    }
    Ok(())
}

fn fromkeys(vm: &Vm, class: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let value = args[1].clone().unwrap_or_else(|| vm.none());
    let made = vm.call(class, &[])?;
    let Some(iterable) = &args[0] else { return Ok(made) };
    let iterator = vm.iter(iterable)?;
    while let Some(key) = vm.next(&iterator)? {
        vm.set_item(&made, &key, &value)?;
    }
    Ok(made)
}

// ---- methods

fn size_of(vm: &Vm, this: &ObjRef) -> PyResult {
    let table = this.to::<Dict>().storage_size();
    Ok(vm.int_exact((this.ty().basicsize() + table + of(this).extra_size()) as i64))
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = of(this).dict.get().filter(|dict| !dict.to::<Dict>().is_empty()).unwrap_or_else(|| vm.none());
    let items = vm.call_method(this, &vm.names.items, &[])?;
    let items = vm.iter(&items)?;
    Ok(vm.tuple([this.ty_ref().clone(), vm.empty_tuple.clone(), state, vm.none(), items]))
}

fn setdefault(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let (Some(key), default) = (&args[0], args[1].clone().unwrap_or_else(|| vm.none())) else { return Ok(vm.none()) };
    if vm.contains(this, key)? {
        return vm.get_item(this, key);
    }
    vm.set_item(this, key, &default)?;
    Ok(default)
}

fn pop(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let Some(key) = &args[0] else { return Ok(vm.none()) };
    match (take(vm, this, key)?, &args[1]) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(vm.key_error(key)),
    }
}

fn popitem(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let last = args[0].as_ref().map_or(Ok(true), |last| vm.truth(last))?;
    let Some(key) = of(this).end_key(last) else {
        return Err(vm.raise_new(Exc::KeyError, "dictionary is empty".to_owned()));
    };
    match take(vm, this, &key)? {
        Some(value) => Ok(vm.tuple([key, value])),
        None => Err(vm.key_error(&key)),
    }
}

fn clear(vm: &Vm, this: &ObjRef) -> PyResult {
    this.to::<Dict>().clear_items(vm);
    of(this).clear_nodes(vm);
    Ok(vm.none())
}

fn copy(vm: &Vm, this: &ObjRef) -> PyResult {
    let made = vm.call(this.ty_ref(), &[])?;
    if let Some(dict) = of(this).dict.get() {
        let copied = vm.dict_copy(dict.to::<Dict>())?;
        match made.payload::<OrderedDict>() {
            Some(made) => made.dict.set(copied.into_obj()),
            None => vm.set_attr(&made, &vm.names.__dict__, copied.as_obj())?,
        }
    }
    for key in of(this).keys() {
        let value = vm.get_item(this, &key)?;
        vm.set_item(&made, &key, &value)?;
    }
    Ok(made)
}

fn move_to_end(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let Some(key) = &args[0] else { return Ok(vm.none()) };
    let last = args[1].as_ref().map_or(Ok(true), |last| vm.truth(last))?;
    let moved = match vm.dict_find(this.to::<Dict>(), key)? {
        Some(entry) => vm.or_memory_error(of(this).move_to(vm, entry, last))?,
        None => false,
    };
    if moved { Ok(vm.none()) } else { Err(vm.key_error(key)) }
}
