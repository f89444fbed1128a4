//! `__build_class__`: what a class statement calls (PEP 3115, 487, 560).

use crate::error::{PyResult, Raised};
use crate::native::Args;
use crate::vm::Vm;
use crate::vm::cell::CellObject;
use crate::vm::function::Function;
use gc::{ObjRef, Str, Tuple};

/// The keyword arguments of the class statement without `metaclass`.
#[derive(Default)]
struct Keywords {
    names: Vec<ObjRef>,
    values: Vec<ObjRef>,
}

pub fn build_class(vm: &Vm, _module: &ObjRef, args: Args<'_>) -> PyResult {
    let [body, name, written_bases @ ..] = args.positional() else {
        return Err(vm.type_error("__build_class__: not enough arguments"));
    };
    if !body.has::<Function>() {
        return Err(vm.type_error("__build_class__: func must be a function"));
    }
    if !name.has::<Str>() {
        return Err(vm.type_error("__build_class__: name is not a string"));
    }
    let written = vm.tuple(written_bases.to_vec());
    let bases = resolve_bases(vm, &written)?;
    let (given, keywords) = split_keywords(vm, args)?;
    let metaclass = metaclass(vm, given, bases.to::<Tuple>().items())?;
    let namespace = prepare(vm, &metaclass, name, &bases, &keywords)?;
    let cell = vm.run_class_body(body, &namespace)?;
    if !bases.is(&written) {
        vm.set_item(&namespace, &vm.names.__orig_bases__, &written)?;
    }
    let class = call(vm, &metaclass, [name.clone(), bases, namespace], &keywords)?;
    if let Some(cell) = cell.payload::<CellObject>()
        && vm.is_type(&class)
    {
        check_cell(vm, cell.get(), &class, name)?;
    }
    Ok(class)
}

/// Bases that are no classes name the classes they stand for (`__mro_entries__`). The same tuple if there are none.
fn resolve_bases(vm: &Vm, written: &ObjRef) -> PyResult {
    let mut bases = Vec::new();
    let mut changed = false;
    for base in written.to::<Tuple>().items() {
        let method = if vm.is_type(base) { None } else { vm.get_attr_opt(base, &vm.names.__mro_entries__)? };
        let Some(method) = method else {
            bases.push(base.clone());
            continue;
        };
        let entries = vm.call(&method, std::slice::from_ref(written))?;
        let Some(entries) = entries.payload::<Tuple>() else {
            return Err(vm.type_error("__mro_entries__ must return a tuple"));
        };
        bases.extend_from_slice(entries.items());
        changed = true;
    }
    Ok(if changed { vm.tuple(bases) } else { written.clone() })
}

fn split_keywords(vm: &Vm, args: Args<'_>) -> PyResult<(Option<ObjRef>, Keywords)> {
    let (mut metaclass, mut rest) = (None, Keywords::default());
    for (name, value) in args.keywords() {
        if vm.str_is(name, "metaclass") {
            metaclass = Some(value.clone());
        } else {
            rest.names.push(name.clone());
            rest.values.push(value.clone());
        }
    }
    Ok((metaclass, rest))
}

/// The most derived of the given metaclass and those of the bases. What is no class is taken as it is.
fn metaclass(vm: &Vm, given: Option<ObjRef>, bases: &[ObjRef]) -> PyResult {
    let first = || bases.first().map_or(&vm.types.type_, |base| base.ty_ref()).clone();
    let mut winner = given.unwrap_or_else(first);
    if !vm.is_type(&winner) {
        return Ok(winner);
    }
    for base in bases {
        let meta = base.ty_ref();
        if vm.is_subtype(&winner, meta) {
            continue;
        }
        if !vm.is_subtype(meta, &winner) {
            return Err(metaclass_conflict(vm));
        }
        winner = meta.clone();
    }
    Ok(winner)
}

/// The namespace in which the body runs.
fn prepare(vm: &Vm, metaclass: &ObjRef, name: &ObjRef, bases: &ObjRef, keywords: &Keywords) -> PyResult {
    let Some(prepare) = vm.get_attr_opt(metaclass, &vm.names.__prepare__)? else { return Ok(vm.dict().into()) };
    let namespace = call(vm, &prepare, [name.clone(), bases.clone()], keywords)?;
    if !vm.is_mapping(&namespace) {
        let who = if vm.is_type(metaclass) { vm.name_of_type(metaclass) } else { "<metaclass>".into() };
        let kind = vm.type_name(&namespace);
        return Err(vm.type_error(format!("{who}.__prepare__() must return a mapping, not {kind}")));
    }
    Ok(namespace)
}

fn call<const N: usize>(vm: &Vm, callee: &ObjRef, positional: [ObjRef; N], keywords: &Keywords) -> PyResult {
    let mut values = Vec::from(positional);
    values.extend(keywords.values.iter().cloned());
    vm.call_args(callee, Args::new(&values, &keywords.names))
}

/// `type.__new__` has put the class into the cell that `super()` in its methods reads.
fn check_cell(vm: &Vm, content: Option<ObjRef>, class: &ObjRef, name: &ObjRef) -> PyResult<()> {
    match content {
        Some(content) if content.is(class) => Ok(()),
        Some(content) => {
            let (is, name, class) = (vm.repr_text(&content)?, vm.repr_text(name)?, vm.repr_text(class)?);
            Err(vm.type_error(format!("__class__ set to {is} defining {name} as {class}")))
        }
        None => {
            let (name, class) = (vm.repr_text(name)?, vm.repr_text(class)?);
            Err(vm.runtime_error(format!(
                "__class__ not set defining {name} as {class}. Was __classcell__ propagated to type.__new__?"
            )))
        }
    }
}

#[cold]
fn metaclass_conflict(vm: &Vm) -> Raised {
    vm.type_error(
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses \
         of all its bases",
    )
}
