//! `types.GenericAlias`: `list[int]`, a class with arguments for readers and type checkers (PEP 585).
//!
//! Whatever is not about the arguments is passed on to the class: attributes, calls.

use crate::builtins::arguments;
use crate::builtins::iterators::itself;
use crate::builtins::union_type;
use crate::error::{Exc, PyResult, Raised};
use crate::native::{Args, Fun, GetSet, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::{BinOp, CmpOp};
use gc::{List, ObjRef, Payload, Slot, Tuple};
use std::cell::Cell;

gc::payload! {
    /// The class, its arguments as a tuple, and the type variables among these (made when asked for).
    pub struct GenericAlias: gc {
        pub origin: Slot,
        pub args: Slot,
        parameters: Slot,
        /// `*tuple[int]`
        starred: Cell<bool>,
    }
}

gc::payload! {
    /// `iter(tuple[int])`: one starred alias.
    pub struct AliasIter: gc { alias: Slot }
}

pub static SPEC: TypeSpec = TypeSpec {
    basicsize: 64,
    subclassable: true,
    slots: SlotDefs {
        new: Some(new),
        repr: Some(repr),
        hash: Some(hash),
        call: Some(call),
        compare: Some(compare),
        iter: Some(iter),
        get_attr: Some(get_attr),
        get_item: Some(get_item),
        binary: &[(BinOp::Or, union_type::or)],
        ..SlotDefs::NONE
    },
    methods: METHODS,
    getset: &[
        GetSet { name: "__origin__", get: |vm, this| Ok(this.to::<GenericAlias>().origin(vm)), set: None },
        GetSet { name: "__args__", get: |vm, this| Ok(this.to::<GenericAlias>().args(vm)), set: None },
        GetSet { name: "__parameters__", get: parameters, set: None },
        GetSet {
            name: "__unpacked__",
            get: |vm, this| Ok(vm.bool(this.to::<GenericAlias>().starred.get())),
            set: None,
        },
        GetSet { name: "__typing_unpacked_tuple_args__", get: unpacked_args, set: None },
    ],
    ..TypeSpec::new("types.GenericAlias", GenericAlias::layout)
};

pub static ITERATOR: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { iter: Some(itself), next: Some(next), ..SlotDefs::NONE },
    ..TypeSpec::new("generic_alias_iterator", AliasIter::layout)
};

const METHODS: &[Method] = &[
    Method::new("__mro_entries__(self, bases, /)", Fun::One(mro_entries)),
    Method::new("__instancecheck__(self, instance, /)", Fun::One(instance_check)),
    Method::new("__subclasscheck__(self, subclass, /)", Fun::One(subclass_check)),
    Method::new("__reduce__(self, /)", Fun::None(reduce)),
    Method::new("__dir__(self, /)", Fun::None(dir)),
];

/// Names that the alias answers itself; all others are the class's.
const OWN: [&str; 12] = [
    "__class__",
    "__bases__",
    "__origin__",
    "__args__",
    "__unpacked__",
    "__parameters__",
    "__typing_unpacked_tuple_args__",
    "__mro_entries__",
    "__reduce_ex__",
    "__reduce__",
    "__copy__",
    "__deepcopy__",
];

// ---- construction

/// `__class_getitem__` of the builtin classes.
pub fn class_getitem(vm: &Vm, class: &ObjRef, item: &ObjRef) -> PyResult {
    Ok(make(vm, class, item, false))
}

/// `origin[item]`
pub fn make(vm: &Vm, origin: &ObjRef, item: &ObjRef, starred: bool) -> ObjRef {
    make_as(vm, &vm.types.generic_alias, origin, item, starred)
}

fn make_as(vm: &Vm, class: &ObjRef, origin: &ObjRef, item: &ObjRef, starred: bool) -> ObjRef {
    let args = if item.has::<Tuple>() { item.clone() } else { vm.tuple([item.clone()]) };
    let alias = GenericAlias {
        origin: origin.clone().into(),
        args: args.into(),
        parameters: Slot::empty(),
        starred: Cell::new(starred),
    };
    vm.alloc(class, alias).into_obj()
}

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    arguments::no_keywords(vm, "GenericAlias", args)?;
    arguments::count(vm, "GenericAlias", args.positional().len(), 2, 2)?;
    Ok(make_as(vm, class, &args.positional()[0], &args.positional()[1], false))
}

impl GenericAlias {
    fn origin(&self, vm: &Vm) -> ObjRef {
        self.origin.get().unwrap_or_else(|| vm.none())
    }
    fn args(&self, vm: &Vm) -> ObjRef {
        self.args.get().unwrap_or_else(|| vm.empty_tuple.clone())
    }
}

// ---- slots

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let alias = this.to::<GenericAlias>();
    let mut text = String::from(if alias.starred.get() { "*" } else { "" });
    text.push_str(&item_text(vm, &alias.origin(vm))?);
    text.push('[');
    let args = alias.args(vm);
    for (i, arg) in args.to::<Tuple>().items().iter().enumerate() {
        text.push_str(if i > 0 { ", " } else { "" });
        text.push_str(&item_text(vm, arg)?);
    }
    text.push_str(if args.to::<Tuple>().is_empty() { "()]" } else { "]" });
    Ok(vm.str(text))
}

/// An argument as it was written: classes by name, `...`, everything else by repr.
pub fn item_text(vm: &Vm, item: &ObjRef) -> PyResult<String> {
    if item.is(&vm.ellipsis) {
        return Ok("...".into());
    }
    let attribute = |name: &ObjRef| vm.get_attr_opt(item, name);
    if attribute(&vm.names.__origin__)?.is_some() && attribute(&vm.names.__args__)?.is_some() {
        return vm.repr_text(item);
    }
    let Some(qualname) = attribute(&vm.names.__qualname__)? else { return vm.repr_text(item) };
    match attribute(&vm.names.__module__)? {
        Some(module) if !module.is(&vm.none) => {
            let (module, qualname) = (vm.str_of_text(&module)?, vm.str_of_text(&qualname)?);
            Ok(if module == "builtins" { qualname } else { format!("{module}.{qualname}") })
        }
        _ => vm.repr_text(item),
    }
}

fn hash(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let alias = this.to::<GenericAlias>();
    Ok(vm.hash(&alias.origin(vm))? ^ vm.hash(&alias.args(vm))?)
}

/// Calls the class; the new object learns how it was named, if it can.
fn call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let made = vm.call_args(&this.to::<GenericAlias>().origin(vm), args)?;
    match vm.set_attr(&made, &vm.intern("__orig_class__"), this) {
        Err(raised) if !raised.matches(vm, Exc::AttributeError) && !raised.matches(vm, Exc::TypeError) => Err(raised),
        _ => Ok(made),
    }
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    let (Some(a), Some(b)) = (this.payload::<GenericAlias>(), other.payload::<GenericAlias>()) else {
        return Ok(vm.not_implemented.clone());
    };
    if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(vm.not_implemented.clone());
    }
    let equal = a.starred.get() == b.starred.get()
        && vm.eq(&a.origin(vm), &b.origin(vm))?
        && vm.eq(&a.args(vm), &b.args(vm))?;
    Ok(vm.bool(equal == (op == CmpOp::Eq)))
}

fn iter(vm: &Vm, this: &ObjRef) -> PyResult {
    let alias = this.to::<GenericAlias>();
    let starred = make(vm, &alias.origin(vm), &alias.args(vm), true);
    Ok(vm.alloc(&vm.native_type(&ITERATOR), AliasIter { alias: starred.into() }).into_obj())
}

fn next(_vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    Ok(this.to::<AliasIter>().alias.take())
}

fn get_attr(vm: &Vm, this: &ObjRef, name: &ObjRef) -> PyResult {
    if OWN.iter().any(|own| vm.str_is(name, own)) {
        return vm.generic_get_attr(this, name);
    }
    vm.get_attr(&this.to::<GenericAlias>().origin(vm), name)
}

/// Fills the type variables in.
fn get_item(vm: &Vm, this: &ObjRef, item: &ObjRef) -> PyResult {
    let alias = this.to::<GenericAlias>();
    let args = alias.args(vm);
    let parameters = parameters(vm, this)?;
    let filled = substitute(vm, this, args.to::<Tuple>().items(), parameters.to::<Tuple>().items(), item)?;
    Ok(make(vm, &alias.origin(vm), &vm.tuple(filled), alias.starred.get()))
}

// ---- methods

fn parameters(vm: &Vm, this: &ObjRef) -> PyResult {
    let alias = this.to::<GenericAlias>();
    if let Some(known) = alias.parameters.get() {
        return Ok(known);
    }
    let found = vm.tuple(collect_parameters(vm, alias.args(vm).to::<Tuple>().items())?);
    alias.parameters.set(found.clone());
    Ok(found)
}

fn unpacked_args(vm: &Vm, this: &ObjRef) -> PyResult {
    let alias = this.to::<GenericAlias>();
    let unpacked = alias.starred.get() && alias.origin(vm).is(&vm.types.tuple);
    Ok(if unpacked { alias.args(vm) } else { vm.none() })
}

fn mro_entries(vm: &Vm, this: &ObjRef, _bases: &ObjRef) -> PyResult {
    Ok(vm.tuple([this.to::<GenericAlias>().origin(vm)]))
}

fn instance_check(vm: &Vm, _this: &ObjRef, _instance: &ObjRef) -> PyResult {
    Err(parameterized(vm, "isinstance"))
}

fn subclass_check(vm: &Vm, _this: &ObjRef, _subclass: &ObjRef) -> PyResult {
    Err(parameterized(vm, "issubclass"))
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let alias = this.to::<GenericAlias>();
    if alias.starred.get() {
        let plain = make(vm, &alias.origin(vm), &alias.args(vm), false);
        let iterator = vm.iter(&plain)?;
        return Ok(vm.tuple([vm.builtin("next")?, vm.tuple([iterator])]));
    }
    Ok(vm.tuple([this.ty_ref().clone(), vm.tuple([alias.origin(vm), alias.args(vm)])]))
}

/// The names of the class and the alias's own.
fn dir(vm: &Vm, this: &ObjRef) -> PyResult {
    let dir = vm.builtin("dir")?;
    let names = vm.collect(&vm.call(&dir, &[this.to::<GenericAlias>().origin(vm)])?)?;
    let list = vm.list(names);
    for own in OWN {
        let name = vm.intern(own);
        if !vm.contains(&list, &name)? {
            vm.or_memory_error(list.to::<List>().push(vm, name))?;
        }
    }
    Ok(list)
}

// ---- type variables

/// The type variables among arguments, nested ones included, each once.
pub fn collect_parameters(vm: &Vm, args: &[ObjRef]) -> PyResult<Vec<ObjRef>> {
    let mut found: Vec<ObjRef> = Vec::new();
    let add = |found: &mut Vec<ObjRef>, variable: &ObjRef| {
        if !found.iter().any(|known| known.is(variable)) {
            found.push(variable.clone());
        }
    };
    for arg in args.iter().filter(|arg| !vm.is_type(arg)) {
        if vm.get_attr_opt(arg, &vm.names.__typing_subst__)?.is_some() {
            add(&mut found, arg);
        } else if let Some(nested) = nested_parameters(vm, arg)? {
            nested.to::<Tuple>().items().iter().for_each(|variable| add(&mut found, variable));
        }
    }
    Ok(found)
}

fn nested_parameters(vm: &Vm, arg: &ObjRef) -> PyResult<Option<ObjRef>> {
    let nested = vm.get_attr_opt(arg, &vm.names.__parameters__)?;
    Ok(nested.filter(|nested| nested.payload::<Tuple>().is_some_and(|t| !t.is_empty())))
}

/// The arguments that were given, as the type variables want them: a `ParamSpec` takes a list, a `TypeVarTuple` what
/// the others leave.
fn prepared(vm: &Vm, whole: &ObjRef, parameters: &[ObjRef], item: &ObjRef) -> PyResult<Vec<ObjRef>> {
    let mut given: Vec<ObjRef> = item.payload::<Tuple>().map_or_else(|| vec![item.clone()], |t| t.items().to_vec());
    let name = vm.intern("__typing_prepare_subst__");
    for variable in parameters {
        if let Some(prepare) = vm.get_attr_opt(variable, &name)?.filter(|prepare| !prepare.is(&vm.none)) {
            given = vm.collect(&vm.call(&prepare, &[whole.clone(), vm.tuple(given)])?)?;
        }
    }
    Ok(given)
}

/// The values of one variable: a `TypeVarTuple`, which can be iterated over, has a tuple of them.
fn several(variable: &ObjRef, value: ObjRef) -> Vec<ObjRef> {
    match value.payload::<Tuple>() {
        Some(values) if crate::object::type_of(variable).slots.iter.get().is_some() => values.items().to_vec(),
        _ => vec![value],
    }
}

/// Whether it is `*Ts` for a `TypeVarTuple`.
fn is_unpacked_variable(vm: &Vm, arg: &ObjRef) -> PyResult<bool> {
    let answer = vm.get_attr_opt(arg, &vm.intern("__typing_is_unpacked_typevartuple__"))?;
    answer.map_or(Ok(false), |answer| vm.truth(&answer))
}

/// The arguments with `item` (one object or a tuple of them) in place of the type variables.
pub fn substitute(
    vm: &Vm,
    whole: &ObjRef,
    args: &[ObjRef],
    parameters: &[ObjRef],
    item: &ObjRef,
) -> PyResult<Vec<ObjRef>> {
    if parameters.is_empty() {
        return Err(vm.type_error(format!("{} is not a generic class", vm.repr_text(whole)?)));
    }
    let given = prepared(vm, whole, parameters, item)?;
    if given.len() != parameters.len() {
        let sense = if given.len() > parameters.len() { "many" } else { "few" };
        let (whole, actual, wanted) = (vm.repr_text(whole)?, given.len(), parameters.len());
        return Err(vm.type_error(format!("Too {sense} arguments for {whole}; actual {actual}, expected {wanted}")));
    }
    let value_of = |variable: &ObjRef| {
        let at = parameters.iter().position(|p| p.is(variable));
        at.map_or_else(|| variable.clone(), |at| given[at].clone())
    };
    let mut filled = Vec::with_capacity(args.len());
    for arg in args {
        if vm.is_type(arg) {
            filled.push(arg.clone());
        } else if let Some(fill) = vm.get_attr_opt(arg, &vm.names.__typing_subst__)? {
            filled.push(vm.call(&fill, &[value_of(arg)])?);
        } else if let Some(nested) = nested_parameters(vm, arg)? {
            let values = nested.to::<Tuple>().items().iter().flat_map(|variable| several(variable, value_of(variable)));
            let value = vm.get_item(arg, &vm.tuple(values.collect::<Vec<_>>()))?;
            if is_unpacked_variable(vm, arg)? {
                filled.extend_from_slice(value.payload::<Tuple>().map_or(&[][..], |t| t.items()));
            } else {
                filled.push(value);
            }
        } else {
            filled.push(arg.clone());
        }
    }
    Ok(filled)
}

// ---- error messages

/// `isinstance() argument 2 cannot be a parameterized generic`
#[cold]
pub fn parameterized(vm: &Vm, function: &str) -> Raised {
    vm.type_error(format!("{function}() argument 2 cannot be a parameterized generic"))
}
