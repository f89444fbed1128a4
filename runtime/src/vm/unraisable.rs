//! Exceptions that nobody can catch: from `__del__`, weak reference callbacks, generators that are closed.

use crate::builtins::builtin_function::BuiltinFunction;
use crate::error::{PyResult, Raised};
use crate::native::{GetSet, TypeSpec};
use crate::slots::SlotDefs;
use crate::traceback::type_text;
use crate::vm::Vm;
use gc::{ObjRef, Slot};

gc::payload! {
    /// What `sys.unraisablehook` gets.
    pub struct HookArgs: gc {
        pub exc_value: Slot,
        pub object: Slot,
    }
}

static HOOK_ARGS: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { repr: Some(repr), ..SlotDefs::NONE },
    getset: &[
        GetSet { name: "exc_type", get: |vm, a| Ok(part(vm, &of(a).exc_value).ty_ref().clone()), set: None },
        GetSet { name: "exc_value", get: |vm, a| Ok(part(vm, &of(a).exc_value)), set: None },
        GetSet { name: "exc_traceback", get: traceback, set: None },
        GetSet { name: "err_msg", get: |vm, _| Ok(vm.none()), set: None },
        GetSet { name: "object", get: |vm, a| Ok(part(vm, &of(a).object)), set: None },
    ],
    ..TypeSpec::new("UnraisableHookArgs", <HookArgs as gc::Payload>::layout)
};

fn of(args: &ObjRef) -> &HookArgs {
    args.to::<HookArgs>()
}

fn part(vm: &Vm, slot: &Slot) -> ObjRef {
    slot.get().unwrap_or_else(|| vm.none())
}

fn traceback(vm: &Vm, args: &ObjRef) -> PyResult {
    Ok(vm.exception_traceback(&part(vm, &of(args).exc_value)).unwrap_or_else(|| vm.none()))
}

fn repr(vm: &Vm, args: &ObjRef) -> PyResult {
    let (value, object) = (part(vm, &of(args).exc_value), part(vm, &of(args).object));
    let (kind, trace) = (vm.repr_text(value.ty_ref())?, vm.repr_text(&traceback(vm, args)?)?);
    Ok(vm.str(format!(
        "UnraisableHookArgs(exc_type={kind}, exc_value={}, exc_traceback={trace}, err_msg=None, object={})",
        vm.repr_text(&value)?,
        vm.repr_text(&object)?
    )))
}

impl Vm {
    /// Reports an exception and goes on: by `sys.unraisablehook` if the program set one.
    pub fn unraisable(&self, raised: Raised, context: &ObjRef) {
        let exc = raised.0;
        if let Some(hook) = self.unraisable_hook() {
            let args = HookArgs { exc_value: exc.clone().into(), object: context.clone().into() };
            let args = self.heap.alloc(&self.native_type(&HOOK_ARGS), args).into_obj();
            match self.call(&hook, std::slice::from_ref(&args)) {
                Ok(_) => return,
                Err(second) => {
                    self.report_unraisable(&second.0, &hook);
                    return;
                }
            }
        }
        self.report_unraisable(&exc, context);
    }

    /// The program's own hook.
    fn unraisable_hook(&self) -> Option<ObjRef> {
        let sys = self.dict_get_str(&self.modules, "sys")?;
        let hook = self.dict_get_name(&self.module_dict(&sys), &self.names.unraisablehook)?;
        (!hook.is(&self.none) && !hook.has::<BuiltinFunction>()).then_some(hook)
    }

    /// What `sys.__unraisablehook__` prints.
    pub fn report_unraisable(&self, exc: &ObjRef, context: &ObjRef) {
        let mut text = String::new();
        if !context.is(&self.none) {
            let context = self.repr_text(context).unwrap_or_else(|_| "<object repr() failed>".to_owned());
            text.push_str(&format!("Exception ignored in: {context}\n"));
        }
        if let Some(traceback) = self.exception_traceback(exc) {
            text.push_str(&self.format_traceback(&traceback));
        }
        text.push_str(&type_text(self, exc));
        match self.str_of_text(exc) {
            Ok(message) => text.push_str(&format!(": {message}\n")),
            Err(_) => text.push_str(": <exception str() failed>\n"),
        }
        self.write_stderr(&text);
    }
}
