//! The last line: `module.Error: text`.

use super::suggestions;
use crate::builtins::exceptions::syntax::SyntaxErrorObject;
use crate::object::type_attrs::module_of;
use crate::vm::Vm;
use gc::ObjRef;

/// The name of the exception's type, with its module unless that goes without saying.
pub fn type_text(vm: &Vm, exc: &ObjRef) -> String {
    let class = exc.ty_ref();
    let name = vm.qualname_of_type(class);
    match module_of(vm, class) {
        Some(module) if vm.is_str(&module) => match vm.lossy(&module).as_str() {
            "builtins" | "__main__" => name,
            module => format!("{module}.{name}"),
        },
        _ => format!("<unknown>{name}"),
    }
}

/// Type, text and suggestion.
pub fn line(vm: &Vm, exc: &ObjRef) -> String {
    let mut text = type_text(vm, exc);
    let shown = match exc.payload::<SyntaxErrorObject>() {
        // The place has been printed already, so only the message is left to say.
        Some(error) if has_place(vm, exc) => error.msg.get().unwrap_or_else(|| vm.none()),
        _ => exc.clone(),
    };
    match vm.str_of_text(&shown) {
        Ok(message) if message.is_empty() => {}
        Ok(message) => {
            text.push_str(": ");
            text.push_str(&message);
        }
        Err(_) => text.push_str(": <exception str() failed>"),
    }
    if let Some(name) = suggestions::suggestion(vm, exc) {
        text.push_str(&format!(". Did you mean: '{name}'?"));
    }
    text
}

/// Whether the exception says where in a source it was found.
pub fn has_place(vm: &Vm, exc: &ObjRef) -> bool {
    let Some(error) = exc.payload::<SyntaxErrorObject>() else { return false };
    error.msg.is_some() && error.lineno.get().is_some_and(|line| vm.is_int(&line))
}
