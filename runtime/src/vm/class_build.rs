//! `__build_class__`: what a class statement calls.

use gc::{Dict, ObjRef, Ref, Tuple};

use crate::error::PyResult;
use crate::native::Args;
use crate::vm::Vm;
use crate::vm::cell::CellObject;
use crate::vm::function::Function;

/// A class statement on its way.
struct Builder<'v> {
    vm: &'v Vm,
    name: ObjRef,
    bases: ObjRef,
    /// Keywords without `metaclass`.
    values: Vec<ObjRef>,
    names: Vec<ObjRef>,
    meta: ObjRef,
}

/// `__build_class__(func, name, *bases, metaclass=None, **keywords)`
pub fn build_class(vm: &Vm, _module: &ObjRef, args: Args<'_>) -> PyResult {
    let [function, name, given @ ..] = args.positional() else {
        return Err(vm.type_error("__build_class__: not enough arguments"));
    };
    let Some(body) = function.cast_ref::<Function>() else {
        return Err(vm.type_error("__build_class__: func must be a function"));
    };
    if !vm.is_str(name) {
        return Err(vm.type_error("__build_class__: name is not a string"));
    }
    let resolved = resolve_bases(vm, given)?;
    let bases = vm.tuple(resolved.clone().unwrap_or_else(|| given.to_vec()));
    let builder = Builder::new(vm, name.clone(), bases, args)?;
    let namespace = builder.prepare()?;
    let cell = vm.run_in_namespace(body, Some(&namespace))?;
    if resolved.is_some() {
        vm.set_item(&namespace, &vm.names.__orig_bases__, &vm.tuple(given.iter().cloned()))?;
    }
    let class = builder.call(&builder.meta, &[builder.name.clone(), builder.bases.clone(), namespace])?;
    builder.check_cell(&class, &cell)?;
    Ok(class)
}

/// Bases that are not classes may stand for others (`__mro_entries__`); None: nothing changed.
fn resolve_bases(vm: &Vm, given: &[ObjRef]) -> PyResult<Option<Vec<ObjRef>>> {
    let mut resolved: Option<Vec<ObjRef>> = None;
    for (n, base) in given.iter().enumerate() {
        let entries = if vm.is_type(base) { None } else { vm.get_attr_opt(base, &vm.names.__mro_entries__)? };
        let Some(entries) = entries else {
            if let Some(list) = &mut resolved {
                list.push(base.clone());
            }
            continue;
        };
        let replaced = vm.call(&entries, &[vm.tuple(given.iter().cloned())])?;
        let Some(items) = replaced.payload::<Tuple>() else {
            return Err(vm.type_error("__mro_entries__ must return a tuple"));
        };
        resolved.get_or_insert_with(|| given[..n].to_vec()).extend(items.items().iter().cloned());
    }
    Ok(resolved)
}

impl<'v> Builder<'v> {
    fn new(vm: &'v Vm, name: ObjRef, bases: ObjRef, args: Args<'_>) -> PyResult<Builder<'v>> {
        let (mut values, mut names, mut explicit) = (Vec::new(), Vec::new(), None);
        for (key, value) in args.keywords() {
            if vm.str_is(key, "metaclass") {
                explicit = Some(value.clone());
            } else {
                names.push(key.clone());
                values.push(value.clone());
            }
        }
        let first = bases.to::<Tuple>().get(0).map(|base| base.ty_ref().clone());
        let meta = explicit.or(first).unwrap_or_else(|| vm.types.type_.clone());
        let meta = if vm.is_type(&meta) { winner(vm, meta, &bases)? } else { meta };
        Ok(Builder { vm, name, bases, values, names, meta })
    }

    /// Calls with the statement's keywords behind the arguments.
    fn call(&self, callee: &ObjRef, args: &[ObjRef]) -> PyResult {
        let mut values = args.to_vec();
        values.extend(self.values.iter().cloned());
        self.vm.call_args(callee, Args::new(&values, &self.names))
    }

    /// The namespace of the class body.
    fn prepare(&self) -> PyResult {
        let vm = self.vm;
        let plain = self.meta.is(&vm.types.type_);
        let Some(prepare) = (if plain { None } else { vm.get_attr_opt(&self.meta, &vm.names.__prepare__)? }) else {
            return Ok(vm.dict().into_obj());
        };
        let namespace = self.call(&prepare, &[self.name.clone(), self.bases.clone()])?;
        if !namespace.has::<Dict>() && !vm.is_mapping(&namespace) {
            let meta = if vm.is_type(&self.meta) { vm.name_of_type(&self.meta) } else { "<metaclass>".to_owned() };
            let got = vm.type_name(&namespace);
            return Err(vm.type_error(format!("{meta}.__prepare__() must return a mapping, not {got}")));
        }
        Ok(namespace)
    }

    /// `type.__new__` must have filled the cell of `__class__`.
    fn check_cell(&self, class: &ObjRef, cell: &ObjRef) -> PyResult<()> {
        let vm = self.vm;
        let Some(cell) = cell.payload::<CellObject>() else { return Ok(()) };
        if !vm.is_type(class) {
            return Ok(());
        }
        let content = cell.content.get();
        if content.as_ref().is_some_and(|found| found.is(class)) {
            return Ok(());
        }
        let name = vm.repr_text(&self.name)?;
        let made = vm.repr_text(class)?;
        match content {
            None => Err(vm.runtime_error(format!(
                "__class__ not set defining {name} as {made}. Was __classcell__ propagated to type.__new__?"
            ))),
            Some(found) => {
                let found = vm.repr_text(&found)?;
                Err(vm.type_error(format!("__class__ set to {found} defining {name} as {made}")))
            }
        }
    }
}

/// The most derived metaclass.
fn winner(vm: &Vm, meta: ObjRef, bases: &ObjRef) -> PyResult {
    let mut winner = meta;
    let bases: &Ref<Tuple> = bases.to::<Tuple>();
    for base in bases.items() {
        let other = base.ty_ref();
        if vm.is_subtype(&winner, other) {
            continue;
        }
        if !vm.is_subtype(other, &winner) {
            return Err(vm.type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the \
                 metaclasses of all its bases",
            ));
        }
        winner = other.clone();
    }
    Ok(winner)
}
