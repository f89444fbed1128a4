//! In which place of its holder a reference lies, in words.

use super::titles::{attribute_name, brief, member_name, register_name};
use crate::vm::Vm;
use crate::vm::cell::CellObject;
use gc::{ObjRef, Place, Set};

/// `attribute next`, `item [0]`, `value 'k'`: the place without its holder.
pub fn words(vm: &Vm, holder: &ObjRef, place: Place<'_>) -> String {
    match place {
        Place::Class => "class".into(),
        Place::Field("content") if holder.has::<CellObject>() => "content of the cell".into(),
        Place::Field("") => "contents".into(),
        Place::Field("this") => "__self__".into(),
        // Python's own names stay as they are.
        Place::Field(name) if ["co_", "f_", "gi_", "__"].iter().any(|start| name.starts_with(start)) => name.into(),
        Place::Field(name) => name.replace('_', " "),
        Place::Item(_) if holder.has::<Set>() => "member".into(),
        Place::Item(n) => format!("item [{n}]"),
        Place::Key | Place::SharedKey { .. } => "key".into(),
        Place::Value(key) => format!("value {}", brief(vm, key)),
        Place::Constant { .. } => "constant".into(),
        Place::Attribute(n) => attribute_name(holder, n).map_or("attribute".into(), |name| format!("attribute {name}")),
        Place::Member(offset) => format!("slot {}", member_name(holder, offset)),
        Place::Dict => "__dict__".into(),
        Place::Local(n) => format!("local {}", register_name(holder, n)),
    }
}
