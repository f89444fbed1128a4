//! `defaultdict`: a dict that makes what is missing.

use gc::{Dict, ObjRef, Payload, Slot};
use runtime::builtins::dict::update;
use runtime::error::PyResult;
use runtime::native::{Args, Fun, GetSet, Method, Releases, TypeSpec};
use runtime::op::BinOp;
use runtime::slots::SlotDefs;
use runtime::vm::Vm;

gc::payload! {
    /// The entries, and what makes missing values.
    pub struct DefaultDict: gc extends Dict { base: Dict, factory: Slot }
}

pub static SPEC: TypeSpec = TypeSpec {
    base: Some(&runtime::builtins::dict::SPEC),
    basicsize: 56,
    held: Releases::since(12),
    doc: Some("defaultdict(default_factory=None, /, [...]) --> dict with default factory"),
    slots: SlotDefs {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        binary: &[(BinOp::Or, or)],
        ..SlotDefs::NONE
    },
    methods: &[
        Method::new("__missing__(self, key, /)", Fun::One(missing)),
        Method::new("copy(self, /)", Fun::None(copy)),
        Method::new("__copy__(self, /)", Fun::None(copy)),
        Method::new("__reduce__(self, /)", Fun::None(reduce)),
    ],
    getset: &[GetSet { name: "default_factory", get: get_factory, set: Some(set_factory) }],
    ..TypeSpec::new("collections.defaultdict", DefaultDict::layout)
};

fn new(vm: &Vm, class: &ObjRef, _: Args<'_>) -> PyResult {
    let made = vm.alloc(class, DefaultDict { base: Dict::empty(), factory: Slot::empty() });
    made.base.start_table(vm);
    Ok(made.into_obj())
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    let (factory, rest) = match args.positional().first() {
        Some(factory) => (factory.clone(), args.tail()),
        None => (vm.none(), args),
    };
    if !vm.is_none(&factory) && !vm.is_callable(&factory) {
        return Err(vm.type_error("first argument must be callable or None"));
    }
    this.to::<DefaultDict>().factory.set(factory);
    // What is behind the factory is a tuple of its own.
    let tuple = (!rest.positional().is_empty()).then(|| vm.tuple(rest.positional().iter().cloned()));
    update::from_args(vm, this, "dict", rest.within(tuple.as_ref()))
}

fn factory(vm: &Vm, this: &ObjRef) -> ObjRef {
    this.to::<DefaultDict>().factory.get().unwrap_or_else(|| vm.none())
}

fn get_factory(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(factory(vm, this))
}

fn set_factory(_: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    this.to::<DefaultDict>().factory.set(value.cloned());
    Ok(())
}

fn missing(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult {
    let factory = factory(vm, this);
    if vm.is_none(&factory) {
        return Err(vm.key_error(key));
    }
    let value = vm.call(&factory, &[])?;
    vm.set_item(this, key, &value)?;
    Ok(value)
}

/// `defaultdict(<class 'list'>, {'a': [1]})`
fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let dict_repr = runtime::builtins::dict::SPEC.slots.repr.expect("dict has a repr");
    let factory = this.to::<DefaultDict>().factory.get();
    let items = dict_repr(vm, this)?;
    let factory = match factory {
        None => "None".to_owned(),
        Some(factory) => {
            // The factory may be a method of this very dict. (CPython looks at the factory alone.)
            match vm.repr_enter(&factory) {
                Some(_guard) => vm.repr_text(&factory)?,
                None => "...".to_owned(),
            }
        }
    };
    let name = vm.name_of_type(this.ty_ref());
    let name = name.rsplit('.').next().unwrap_or(&name).to_owned();
    Ok(vm.str(format!("{name}({factory}, {})", vm.lossy(&items))))
}

/// Of the same class, with the same factory.
fn copy(vm: &Vm, this: &ObjRef) -> PyResult {
    vm.call(this.ty_ref(), &[factory(vm, this), this.clone()])
}

fn or(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let (this, other) = if a.has::<DefaultDict>() { (a, b) } else { (b, a) };
    if !other.has::<Dict>() {
        return Ok(vm.not_implemented.clone());
    }
    // Entries in the operands' order, in a dict of the defaultdict's class.
    let made = vm.call(this.ty_ref(), &[factory(vm, this), a.clone()])?;
    update::update(vm, &made, b)?;
    Ok(made)
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let factory = factory(vm, this);
    let args = if vm.is_none(&factory) { vm.empty_tuple.clone() } else { vm.tuple([factory]) };
    let items = vm.call_method(this, &vm.names.items, &[])?;
    let items = vm.iter(&items)?;
    Ok(vm.tuple([this.ty_ref().clone(), args, vm.none(), vm.none(), items]))
}
