//! `function`: code, the globals it sees, its defaults and its closure.

use gc::{Dict, ObjRef, Ref, Slot, Tuple, payload};

use crate::builtins::module::Module;
use crate::error::{PyResult, Raised};
use crate::native::{Args, GetSet, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use crate::vm::code_object::CodeObject;

payload! {
    /// A Python function. The order of the fields is CPython's order of visiting.
    pub struct Function: gc {
        pub code: Slot,
        pub globals: Slot,
        pub builtins: Slot,
        pub module: Slot,
        /// Tuple or nothing.
        pub defaults: Slot,
        /// Dict or nothing.
        pub kwdefaults: Slot,
        pub doc: Slot,
        pub name: Slot,
        pub dict: Slot,
        /// Tuple of cells or nothing.
        pub closure: Slot,
        /// A tuple `(name, value, …)` until `__annotations__` is asked for, then a dict.
        pub annotations: Slot,
        pub qualname: Slot,
        pub weak: gc::WeakList,
    }
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    exact: gc::Exact::Function,
    flags: crate::object::METHOD_DESCRIPTOR,
    dict_offset: (gc::HEADER + std::mem::offset_of!(Function, dict)) as i32,
    weaklist_offset: (gc::HEADER + std::mem::offset_of!(Function, weak)) as i32,
    subclassable: false,
    slots: SlotDefs { new: Some(new), call: Some(call), repr: Some(repr), descr_get: Some(bind), ..SlotDefs::NONE },
    getset: &[
        GetSet { name: "__closure__", get: |vm, f| vm.field(&of(f).closure), set: None },
        GetSet { name: "__doc__", get: |vm, f| vm.field(&of(f).doc), set: Some(set_doc) },
        GetSet { name: "__globals__", get: |vm, f| vm.field(&of(f).globals), set: None },
        GetSet { name: "__module__", get: |vm, f| vm.field(&of(f).module), set: Some(set_module) },
        GetSet { name: "__builtins__", get: |vm, f| vm.field(&of(f).builtins), set: None },
        GetSet { name: "__code__", get: |vm, f| vm.field(&of(f).code), set: Some(set_code) },
        GetSet { name: "__defaults__", get: |vm, f| vm.field(&of(f).defaults), set: Some(set_defaults) },
        GetSet { name: "__kwdefaults__", get: |vm, f| vm.field(&of(f).kwdefaults), set: Some(set_kwdefaults) },
        GetSet { name: "__annotations__", get: annotations, set: Some(set_annotations) },
        GetSet { name: "__dict__", get: dict, set: Some(set_dict) },
        GetSet { name: "__name__", get: |vm, f| vm.field(&of(f).name), set: Some(set_name) },
        GetSet { name: "__qualname__", get: |vm, f| vm.field(&of(f).qualname), set: Some(set_qualname) },
    ],
    ..TypeSpec::new("function", <Function as gc::Payload>::layout)
};

fn of(function: &ObjRef) -> &Function {
    function.to::<Function>()
}

impl Function {
    /// The code object. The slot is never empty.
    #[inline(always)]
    pub fn code(&self) -> &Ref<CodeObject> {
        // SAFETY: M5, `code` is set when the function is made and only replaced by another code
        // object; the reference is short.
        unsafe { self.code.as_ref().unwrap_unchecked().cast_unchecked() }
    }
}

impl Function {
    /// The globals and the builtins, uncounted.
    #[inline(always)]
    pub fn scopes_raw(&self) -> [gc::RawObj; 2] {
        // SAFETY: M5, both are set when the function is made and never change.
        unsafe {
            let (globals, builtins) = (self.globals.as_ref(), self.builtins.as_ref());
            [globals.unwrap_unchecked().as_raw(), builtins.unwrap_unchecked().as_raw()]
        }
    }

    /// `__name__` and `__qualname__`.
    pub fn names(&self) -> (Option<ObjRef>, Option<ObjRef>) {
        (self.name.get(), self.qualname.get())
    }
}

impl Vm {
    /// A function as `def` makes it: name, qualname, doc and module come from the code and the globals.
    pub fn function(&self, code: Ref<CodeObject>, globals: &ObjRef) -> PyResult<Ref<Function>> {
        let source = code.source().clone();
        let doc = source.docstring.map(|_| code.linked.constant(0).clone());
        let module = self.dict_get_name(globals.to::<Dict>(), &self.names.__name__);
        let function = Function {
            globals: Slot::new(globals.clone()),
            builtins: Slot::new(self.builtins_of(globals)),
            module: Slot::new(module),
            defaults: Slot::empty(),
            kwdefaults: Slot::empty(),
            doc: Slot::new(doc.unwrap_or_else(|| self.none())),
            name: Slot::new(code.name.get()),
            qualname: Slot::new(code.qualname.get()),
            dict: Slot::empty(),
            closure: Slot::empty(),
            annotations: Slot::empty(),
            code: Slot::new(code.into_obj()),
            weak: gc::WeakList::default(),
        };
        Ok(self.heap.alloc(&self.types.function, function))
    }

    /// The dict of builtins that code with these globals sees: `__builtins__`, a module or a dict.
    pub fn builtins_of(&self, globals: &ObjRef) -> ObjRef {
        match self.dict_get_name(globals.to::<Dict>(), &self.names.__builtins__) {
            Some(found) if found.has::<Dict>() => found,
            Some(found) if found.has::<Module>() => self.module_dict(&found).into_obj(),
            _ => self.builtins_dict().into_obj(),
        }
    }

    /// A field that reads as None when it is empty.
    pub(crate) fn field(&self, slot: &Slot) -> PyResult {
        Ok(slot.get().unwrap_or_else(|| self.none()))
    }

    /// The text of a str field, for messages.
    pub(crate) fn slot_text(&self, slot: &Slot) -> String {
        slot.get().map_or_else(String::new, |s| self.lossy(&s))
    }
}

/// `types.FunctionType(code, globals, name=None, argdefs=None, closure=None)`
fn new(vm: &Vm, _class: &ObjRef, args: Args<'_>) -> PyResult {
    let [code, globals, name, defaults, closure] = new_arguments(vm, args)?;
    let (Some(code), Some(globals)) = (code, globals) else {
        return Err(vm.type_error("function() missing required argument 'code' (pos 1)"));
    };
    let Some(code_ref) = code.cast_ref::<CodeObject>() else {
        return Err(wrong_type(vm, "code", "code", &code));
    };
    if !globals.has::<Dict>() {
        return Err(wrong_type(vm, "globals", "dict", &globals));
    }
    let function = vm.function(code_ref.clone(), &globals)?;
    let given = |value: &Option<ObjRef>| value.clone().filter(|v| !v.is(&vm.none));
    if let Some(name) = given(&name) {
        function.name.set(name.clone());
        function.qualname.set(name);
    }
    if let Some(defaults) = given(&defaults) {
        if !defaults.has::<Tuple>() {
            return Err(vm.type_error("arg 4 (defaults) must be None or tuple"));
        }
        function.defaults.set(defaults);
    }
    set_new_closure(vm, &function, given(&closure))?;
    Ok(function.into_obj())
}

fn new_arguments(vm: &Vm, args: Args<'_>) -> PyResult<[Option<ObjRef>; 5]> {
    const NAMES: [&str; 5] = ["code", "globals", "name", "argdefs", "closure"];
    let mut found: [Option<ObjRef>; 5] = Default::default();
    if args.positional().len() > 5 {
        return Err(vm.type_error(format!("function() takes at most 5 arguments ({} given)", args.values().len())));
    }
    for (place, value) in found.iter_mut().zip(args.positional()) {
        *place = Some(value.clone());
    }
    for (key, value) in args.keywords() {
        let key = vm.lossy(key);
        match NAMES.iter().position(|n| *n == key) {
            Some(i) => found[i] = Some(value.clone()),
            None => return Err(vm.type_error(format!("'{key}' is an invalid keyword argument for function()"))),
        }
    }
    Ok(found)
}

fn wrong_type(vm: &Vm, name: &str, wanted: &str, got: &ObjRef) -> Raised {
    vm.type_error(format!("function() argument '{name}' must be {wanted}, not {}", vm.type_name(got)))
}

fn set_new_closure(vm: &Vm, function: &Function, closure: Option<ObjRef>) -> PyResult<()> {
    let source = function.code().source().clone();
    let wanted = source.freevars.len();
    let Some(closure) = closure else {
        return if wanted == 0 { Ok(()) } else { Err(vm.type_error("arg 5 (closure) must be tuple")) };
    };
    let Some(cells) = closure.payload::<Tuple>() else {
        return Err(vm.type_error("arg 5 (closure) must be tuple"));
    };
    if cells.len() != wanted {
        let given = cells.len();
        return Err(vm.value_error(format!("{} requires closure of length {wanted}, not {given}", source.name)));
    }
    if let Some(other) = cells.items().iter().find(|c| !c.has::<crate::vm::cell::CellObject>()) {
        return Err(vm.type_error(format!("arg 5 (closure) expected cell, found {}", vm.type_name(other))));
    }
    if wanted > 0 {
        function.closure.set(closure);
    }
    Ok(())
}

fn call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    vm.call_function(this, args)
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.str(format!("<function {} at {:#x}>", vm.slot_text(&of(this).qualname), this.addr())))
}

fn bind(vm: &Vm, this: &ObjRef, instance: Option<&ObjRef>, _owner: Option<&ObjRef>) -> PyResult {
    Ok(match instance {
        Some(instance) if !instance.is(&vm.none) => vm.bound_method(this, instance),
        _ => this.clone(),
    })
}

fn set_code(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let Some(code) = value.and_then(|v| v.payload::<CodeObject>()) else {
        return Err(vm.type_error("__code__ must be set to a code object"));
    };
    let free = code.source().freevars.len();
    let cells = of(this).closure.get().map_or(0, |c| c.to::<Tuple>().len());
    if free != cells {
        let name = vm.slot_text(&of(this).name);
        return Err(vm.value_error(format!("{name}() requires a code object with {cells} free vars, not {free}")));
    }
    if let Some(old) = of(this).code.replace(value.cloned()) {
        vm.run.retire(old);
    }
    Ok(())
}

fn set_defaults(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let value = value.filter(|v| !v.is(&vm.none));
    if value.is_some_and(|v| !v.has::<Tuple>()) {
        return Err(vm.type_error("__defaults__ must be set to a tuple object"));
    }
    of(this).defaults.set(value.cloned());
    Ok(())
}

fn set_kwdefaults(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let value = value.filter(|v| !v.is(&vm.none));
    if value.is_some_and(|v| !v.has::<Dict>()) {
        return Err(vm.type_error("__kwdefaults__ must be set to a dict object"));
    }
    of(this).kwdefaults.set(value.cloned());
    Ok(())
}

fn annotations(vm: &Vm, this: &ObjRef) -> PyResult {
    annotations_of(vm, of(this))
}

/// `__annotations__`, made a dict if they are not yet.
pub(crate) fn annotations_of(vm: &Vm, function: &Function) -> PyResult {
    let slot = &function.annotations;
    let dict = match slot.get() {
        Some(dict) if dict.has::<Dict>() => return Ok(dict),
        Some(pairs) => {
            let dict = vm.dict();
            for pair in pairs.to::<Tuple>().items().chunks_exact(2) {
                vm.dict_set(&dict, &pair[0], &pair[1])?;
            }
            dict
        }
        None => vm.dict(),
    };
    slot.set(dict.as_obj().clone());
    Ok(dict.into_obj())
}

fn set_annotations(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let value = value.filter(|v| !v.is(&vm.none));
    if value.is_some_and(|v| !v.has::<Dict>()) {
        return Err(vm.type_error("__annotations__ must be set to a dict object"));
    }
    of(this).annotations.set(value.cloned());
    Ok(())
}

fn set_name(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    set_text(vm, &of(this).name, "__name__", value)
}

fn set_qualname(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    set_text(vm, &of(this).qualname, "__qualname__", value)
}

fn set_text(vm: &Vm, slot: &Slot, name: &str, value: Option<&ObjRef>) -> PyResult<()> {
    match value {
        Some(text) if vm.is_str(text) => {
            slot.set(text.clone());
            Ok(())
        }
        _ => Err(vm.type_error(format!("{name} must be set to a string object"))),
    }
}

fn set_module(_vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    of(this).module.set(value.cloned());
    Ok(())
}

fn set_doc(_vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    of(this).doc.set(value.cloned());
    Ok(())
}

fn dict(vm: &Vm, this: &ObjRef) -> PyResult {
    let slot = &of(this).dict;
    if let Some(dict) = slot.get() {
        return Ok(dict);
    }
    let dict = vm.dict().into_obj();
    slot.set(dict.clone());
    Ok(dict)
}

fn set_dict(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    match value {
        Some(dict) if dict.has::<Dict>() => {
            of(this).dict.set(dict.clone());
            Ok(())
        }
        Some(other) => {
            Err(vm.type_error(format!("__dict__ must be set to a dictionary, not a '{}'", vm.type_name(other))))
        }
        None => Err(vm.type_error("cannot delete __dict__")),
    }
}
