//! What CPython's `site` adds for people at a prompt: `exit`, `quit`, `help`, `copyright`, `credits`, `license`.

use crate::builtins::arguments;
use crate::error::{Exc, PyResult};
use crate::native::{Args, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{ObjRef, Payload, Slot};

gc::payload! {
    /// `exit` and `quit`.
    struct Quitter: plain { name: Slot }
}

gc::payload! {
    /// `copyright`, `credits`, `license`, `help`: texts that print themselves when called.
    struct Notice: plain { text: Slot }
}

static QUITTER: TypeSpec = TypeSpec {
    slots: SlotDefs { call: Some(quit), repr: Some(quitter_repr), ..SlotDefs::NONE },
    ..TypeSpec::new("_sitebuiltins.Quitter", Quitter::layout)
};

static PRINTER: TypeSpec = TypeSpec {
    slots: SlotDefs { call: Some(print_notice), repr: Some(notice_repr), ..SlotDefs::NONE },
    ..TypeSpec::new("_sitebuiltins._Printer", Notice::layout)
};

static HELPER: TypeSpec = TypeSpec {
    slots: SlotDefs { call: Some(help), repr: Some(notice_repr), ..SlotDefs::NONE },
    ..TypeSpec::new("_sitebuiltins._Helper", Notice::layout)
};

/// Puts them into `builtins`.
pub fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    for name in ["exit", "quit"] {
        let quitter = vm.alloc(&vm.native_type(&QUITTER), Quitter { name: vm.str(name).into() });
        vm.set_attr(module, &vm.intern(name), quitter.as_obj())?;
    }
    let printer = vm.native_type(&PRINTER);
    let notices = [
        ("copyright", &printer, "pyglass is licensed under MIT or Apache-2.0."),
        ("credits", &printer, "pyglass shows how CPython manages memory. Thanks to the people of CPython."),
        ("license", &printer, "MIT or Apache-2.0"),
        ("help", &vm.native_type(&HELPER), "Type help() for interactive help, or help(object) for help about object."),
    ];
    for (name, ty, text) in notices {
        let notice = vm.alloc(ty, Notice { text: vm.str(text).into() });
        vm.set_attr(module, &vm.intern(name), notice.as_obj())?;
    }
    Ok(())
}

fn quitter_repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let name = this.to::<Quitter>().name.get().unwrap_or_else(|| vm.empty_str.clone());
    Ok(vm.str(format!("Use {}() or Ctrl-D (i.e. EOF) to exit", vm.lossy(&name))))
}

/// `exit(code)`
fn quit(vm: &Vm, _this: &ObjRef, args: Args<'_>) -> PyResult {
    let code = args.values().first().unwrap_or(&vm.none);
    Err(vm.raise_type(vm.exception_type(Exc::SystemExit), std::slice::from_ref(code)))
}

fn notice_text(vm: &Vm, this: &ObjRef) -> ObjRef {
    this.to::<Notice>().text.get().unwrap_or_else(|| vm.empty_str.clone())
}

fn notice_repr(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(notice_text(vm, this))
}

fn print_notice(vm: &Vm, this: &ObjRef, _args: Args<'_>) -> PyResult {
    print_line(vm, &notice_text(vm, this))
}

/// `help(object)`: the page that `pydoc` writes; there is no pager and no interactive help.
fn help(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let Some(object) = arguments::at_most_one(vm, "help", args)? else {
        return print_line(vm, &notice_text(vm, this));
    };
    vm.call_method_str(&vm.import("pydoc")?, "help", std::slice::from_ref(object))
}

fn print_line(vm: &Vm, text: &ObjRef) -> PyResult {
    let print = vm.builtin("print")?;
    vm.call(&print, std::slice::from_ref(text))
}

/// `breakpoint()` calls `sys.breakpointhook`.
pub fn breakpoint(vm: &Vm, _module: &ObjRef, args: Args<'_>) -> PyResult {
    let sys = vm.import("sys")?;
    match vm.get_attr_opt(&sys, &vm.intern("breakpointhook"))? {
        Some(hook) => vm.call_args(&hook, args),
        None => Err(vm.runtime_error("lost sys.breakpointhook")),
    }
}
