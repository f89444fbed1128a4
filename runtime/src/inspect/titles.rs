//! How an object is called when a report speaks of it, and by which names a program reaches it.

use super::places::words;
use crate::builtins::descriptors::AttributeDescriptor;
use crate::builtins::module::Module;
use crate::object::type_of;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use crate::vm::cell::CellObject;
use crate::vm::code_object::CodeObject;
use crate::vm::frame::Frame;
use crate::vm::frame_object::{self, FrameObject};
use crate::vm::function::Function;
use crate::vm::generator::Generator;
use crate::vm::owners::Owner;
use gc::{Dict, Exact, Float, Int, ObjRef, Place, Slot, Str, Tuple, TypeFlags};
use std::collections::{HashMap, HashSet};

/// What stands in front of an object's attributes, items and fields.
#[derive(Default)]
pub struct Titles {
    /// Namespaces of modules, by the dict's address.
    modules: HashMap<usize, String>,
    /// Objects whose attributes a dict holds, by the dict's address.
    owners: HashMap<usize, String>,
    /// Names that a program has for an object, by its address.
    names: HashMap<usize, String>,
    /// What the cells of closures are to the functions that use them.
    cells: HashMap<usize, String>,
}

/// The text of a str, for names.
pub fn text(obj: &ObjRef) -> Option<String> {
    Some(obj.payload::<Str>()?.to_string_lossy().into_owned())
}

fn slot_text(slot: &Slot) -> String {
    slot.get().and_then(|name| text(&name)).unwrap_or_else(|| "?".into())
}

/// `list 0x7f…`, `Node 0x7f…`, `class Node`, `function f`.
pub fn plain(vm: &Vm, obj: &ObjRef) -> String {
    let kind = vm.type_name(obj);
    if obj.ty().has(TypeFlags::TYPE) {
        return format!("class {}", vm.name_of_type(obj));
    }
    if let Some(function) = obj.payload::<Function>() {
        return format!("function {}", slot_text(&function.name));
    }
    if let Some(code) = obj.payload::<CodeObject>() {
        return format!("code {}", slot_text(&code.name));
    }
    if let Some(generator) = obj.payload::<Generator>() {
        return format!("{kind} {}", slot_text(&generator.name));
    }
    if let Some(name) = module_name(vm, obj) {
        return format!("module {name}");
    }
    format!("{kind} {:#x}", obj.addr())
}

/// A constant as Python writes it (`3`, `'a'`), anything else as [`plain`] has it.
pub(super) fn brief(vm: &Vm, obj: &ObjRef) -> String {
    if vm.is_none(obj) {
        return "None".into();
    }
    if obj.ty().is_heap_type() || obj.ty().has(TypeFlags::TYPE) {
        return plain(vm, obj);
    }
    if obj.is(&vm.true_) || obj.is(&vm.false_) {
        return if obj.is(&vm.true_) { "True" } else { "False" }.into();
    }
    if let Some(text) = text(obj) {
        let short: String = text.chars().take(24).collect();
        let more = if short.len() < text.len() { "…" } else { "" };
        return format!("'{}{more}'", short.escape_debug().to_string().replace("\\\"", "\""));
    }
    if let Some(float) = obj.payload::<Float>() {
        return format!("{:?}", float.value());
    }
    match obj.payload::<Int>() {
        // Writing a long number takes long.
        Some(int) if int.size_in_bytes(&vm.heap) > 256 => plain(vm, obj),
        Some(int) => {
            let digits = int.to_bigint().to_string();
            if digits.len() > 24 { format!("{}…", &digits[..24]) } else { digits }
        }
        None => plain(vm, obj),
    }
}

pub fn module_name(vm: &Vm, obj: &ObjRef) -> Option<String> {
    let dict = obj.payload::<Module>()?.dict.get()?;
    text(&vm.dict_get_name(dict.payload::<Dict>()?, &vm.names.__name__)?)
}

/// `f (line 12)`, the running call.
fn call(frame: &Frame) -> String {
    format!("{} (line {})", slot_text(&frame.code().name), frame.line())
}

/// What an owner of the interpreter is called.
pub fn of_owner(owner: Owner<'_>) -> String {
    match owner {
        Owner::Register { frame, index, .. } => match local_name(frame, index) {
            Some(name) => format!("local {name} of {}", call(frame)),
            None => format!("temporary of the running call {}", call(frame)),
        },
        Owner::Call { frame, role } => format!("{role} of the running call {}", call(frame)),
        Owner::Kept(what) => what.to_string(),
        Owner::Raised(_) => "the interpreter, for ever".into(),
    }
}

pub(super) fn local_name(frame: &Frame, number: usize) -> Option<String> {
    if number >= frame.linked().first_temp as usize {
        return None;
    }
    frame.linked().register_names.get(number).and_then(text)
}

/// An order in which names are preferred: what a program writes first.
fn rank(name: &str) -> usize {
    ["global", "local", "attribute", "value", "item"].iter().position(|w| name.starts_with(w)).unwrap_or(9)
}

impl Titles {
    /// The names of `wanted` objects (by address), and the owners of their dicts.
    pub fn of(vm: &Vm, wanted: &HashSet<usize>) -> Titles {
        let mut titles = Titles::default();
        vm.each_live_object(&mut |holder| {
            if holder.ty().has(TypeFlags::TYPE) {
                vm.heap.each_edge(holder, &mut |place, held| {
                    if matches!(place, Place::Field("dict")) {
                        titles.owners.insert(held.addr(), plain(vm, holder));
                    }
                });
            }
            if let Some(function) = holder.payload::<Function>() {
                titles.note_cells(vm, holder, function);
            }
            if let Some(name) = module_name(vm, holder) {
                vm.heap.each_edge(holder, &mut |place, held| {
                    if matches!(place, Place::Field("dict")) {
                        titles.modules.insert(held.addr(), name.clone());
                    }
                });
            }
        });
        vm.each_owner(&mut |owner, held| {
            if matches!(owner, Owner::Kept("builtins as they were at the start")) {
                titles.modules.insert(held.addr(), "builtins (as it was at the start)".into());
            }
            if wanted.contains(&held.addr()) && matches!(owner, Owner::Register { .. }) {
                titles.offer(held, of_owner(owner));
            }
        });
        vm.each_live_object(&mut |holder| {
            vm.heap.each_edge(holder, &mut |place, held| {
                if wanted.contains(&held.addr()) {
                    titles.meet(vm, holder, place, held);
                }
            });
        });
        titles
    }

    /// The cells of a function's closure have the names of its free variables.
    fn note_cells(&mut self, vm: &Vm, obj: &ObjRef, function: &Function) {
        let (closure, code) = (function.closure.get(), function.code());
        let cells = closure.as_ref().and_then(|cells| cells.payload::<Tuple>()).map_or(&[][..], |cells| cells.items());
        for (cell, name) in cells.iter().zip(&code.source().freevars) {
            self.cells.entry(cell.addr()).or_insert_with(|| format!("closure variable {name} of {}", plain(vm, obj)));
        }
    }

    fn offer(&mut self, obj: &ObjRef, name: String) {
        let known = self.names.entry(obj.addr()).or_insert_with(|| name.clone());
        if rank(&name) < rank(known) {
            *known = name;
        }
    }

    /// An object of interest is held by another one.
    fn meet(&mut self, vm: &Vm, holder: &ObjRef, place: Place<'_>, held: &ObjRef) {
        if held.ty().exact() == Exact::Dict && matches!(place, Place::Dict | Place::Field("dict")) {
            self.owners.insert(held.addr(), plain(vm, holder));
            return;
        }
        // An object that holds itself has no name by that.
        if held.addr() == holder.addr()
            || held.ty().has(TypeFlags::TYPE)
            || held.has::<Function>()
            || held.has::<Module>()
        {
            return;
        }
        let owner = self.owners.get(&holder.addr());
        let name = match (place, self.modules.get(&holder.addr())) {
            (Place::Value(key), Some(module)) => global(key, module),
            (Place::Value(key), None) if owner.is_some() => {
                let (name, owner) = (text(key).unwrap_or_else(|| "?".into()), owner.map_or("?", String::as_str));
                format!("attribute {name} of {owner}")
            }
            _ => Titles::default().place(vm, holder, place),
        };
        self.offer(held, name);
    }

    /// The modules whose namespaces dicts are, by their addresses.
    pub fn namespaces(self) -> HashMap<usize, String> {
        self.modules
    }

    /// The name that a program has for an object.
    pub fn name(&self, obj: &ObjRef) -> Option<&str> {
        self.names.get(&obj.addr()).map(String::as_str)
    }

    /// The object whose attributes a dict holds.
    pub fn owner(&self, dict: &ObjRef) -> Option<&str> {
        self.owners.get(&dict.addr()).map(String::as_str)
    }

    /// The object by its best name, with its kind: `list 0x7f… (global cache)`.
    pub fn title(&self, vm: &Vm, obj: &ObjRef) -> String {
        if let Some(module) = self.modules.get(&obj.addr()) {
            return format!("the globals of {module}");
        }
        match self.names.get(&obj.addr()) {
            Some(name) => format!("{} ({name})", plain(vm, obj)),
            None => plain(vm, obj),
        }
    }

    /// A place of `holder`, in the words that a program has for it.
    pub fn place(&self, vm: &Vm, holder: &ObjRef, place: Place<'_>) -> String {
        if let Place::Value(key) = place {
            if let Some(module) = self.modules.get(&holder.addr()) {
                return global(key, module);
            }
            if let (Some(owner), Some(name)) = (self.owners.get(&holder.addr()), text(key)) {
                return format!("attribute {name} of {owner}");
            }
        }
        // What a suspended body holds is its generator's, also where it rests in a frame object.
        let body = matches!(place, Place::Local(_)).then(|| frame_object::resting_body(holder)).flatten();
        let title = self.title(vm, body.as_ref().unwrap_or(holder));
        match place {
            Place::Field("content") if holder.has::<CellObject>() => {
                match (self.cells.get(&holder.addr()), self.names.get(&holder.addr())) {
                    (Some(variable), _) => variable.clone(),
                    (None, Some(name)) => format!("closure cell ({name})"),
                    (None, None) => format!("closure {title}"),
                }
            }
            place => format!("{} of {title}", words(vm, holder, place)),
        }
    }
}

pub fn global(key: &ObjRef, module: &str) -> String {
    let name = text(key).unwrap_or_else(|| "?".into());
    if module == "__main__" { format!("global {name}") } else { format!("global {name} of module {module}") }
}

/// The name of the value that an instance keeps at a place of its class's table.
pub(super) fn attribute_name(holder: &ObjRef, index: usize) -> Option<String> {
    text(&type_of(holder).shared.name(index)?)
}

/// The name of the `__slots__` member at an offset.
pub fn member_name(holder: &ObjRef, offset: u32) -> String {
    let classes = as_type(holder.ty_ref()).mro.get();
    let classes = classes.as_ref().and_then(|mro| mro.payload::<Tuple>()).map_or(&[][..], |mro| mro.items());
    for class in classes {
        let Some(dict) = as_type(class).dict.get() else { continue };
        for (_, value) in dict.payload::<Dict>().map(|dict| dict.items()).unwrap_or_default() {
            if let Some(member) = value.payload::<AttributeDescriptor>().filter(|member| member.word() == Some(offset))
            {
                return slot_text(&member.name);
            }
        }
    }
    format!("+{offset}")
}

/// The name of a register that a generator or a finished call left behind.
pub fn register_name(holder: &ObjRef, number: usize) -> String {
    let code = match (holder.payload::<Generator>(), holder.payload::<FrameObject>()) {
        (Some(generator), _) => generator.code.get(),
        (_, Some(frame)) => frame.code_object(),
        _ => None,
    };
    let code = code.filter(|code| code.has::<CodeObject>());
    let name = code.and_then(|code| {
        let linked = &code.to::<CodeObject>().linked;
        (number < linked.first_temp as usize).then(|| linked.register_names.get(number).and_then(text)).flatten()
    });
    name.unwrap_or_else(|| "temporary".into())
}
