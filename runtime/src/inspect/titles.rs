//! How an object is called when a report speaks of it, and by which names a program reaches it.

use crate::builtins::descriptors::MemberDescriptor;
use crate::builtins::module::Module;
use crate::object::type_of;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use crate::vm::cell::CellObject;
use crate::vm::code_object::CodeObject;
use crate::vm::frame::Frame;
use crate::vm::frame_object::FrameObject;
use crate::vm::function::Function;
use crate::vm::generator::Generator;
use crate::vm::inspect::Root;
use crate::vm::owners::Owner;
use gc::{Dict, Exact, Float, Int, List, ObjRef, Part, Set, Slot, Str, Tuple, TypeFlags, TypeHead};
use std::collections::HashMap;

/// What stands in front of an object's attributes, items and fields.
#[derive(Default)]
pub struct Titles {
    /// Namespaces of modules, by the dict's address.
    modules: HashMap<usize, String>,
    /// Objects whose attributes a dict holds, by the dict's address.
    owners: HashMap<usize, String>,
    /// Names that a program has for an object, by its address.
    names: HashMap<usize, String>,
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

/// What a root is called.
pub fn of_root(root: Root<'_>) -> String {
    match root {
        Root::Register { frame, number } => match local_name(frame, number) {
            Some(name) => format!("local {name} of {}", call(frame)),
            None => format!("temporary of the running call {}", call(frame)),
        },
        Root::Kept { frame } => format!("argument kept by the caller of {}", call(frame)),
        Root::Call { frame, what } => format!("{what} of the running call {}", call(frame)),
        Root::Interpreter(what) => what.to_string(),
    }
}

/// What an owner of the interpreter is called.
pub fn of_owner(owner: Owner<'_>) -> String {
    match owner {
        Owner::Register { frame, index, .. } => of_root(Root::Register { frame, number: index }),
        Owner::Call { frame, role } => of_root(Root::Call { frame, what: role }),
        Owner::Kept(what) => what.to_string(),
        Owner::Raised(_) => "the interpreter, for ever".into(),
    }
}

fn local_name(frame: &Frame, number: usize) -> Option<String> {
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
    pub fn of(vm: &Vm, wanted: &HashMap<usize, ObjRef>) -> Titles {
        let mut titles = Titles::default();
        vm.heap.walk(&mut |meet| vm.each_root(&mut |_, held| meet(held)), &mut |holder| {
            if let (Some(name), Some(module)) = (module_name(vm, holder), holder.payload::<Module>())
                && let Some(dict) = module.dict.get()
            {
                titles.modules.insert(dict.addr(), name);
            }
        });
        vm.each_root(&mut |root, held| {
            if wanted.contains_key(&held.addr()) && matches!(root, Root::Register { .. }) {
                titles.offer(held, of_root(root));
            }
        });
        vm.heap.walk(&mut |meet| vm.each_root(&mut |_, held| meet(held)), &mut |holder| {
            vm.heap.each_part(holder, &mut |part, held| {
                if wanted.contains_key(&held.addr()) {
                    titles.meet(vm, holder, part, held);
                }
            });
        });
        titles
    }

    fn offer(&mut self, obj: &ObjRef, name: String) {
        let known = self.names.entry(obj.addr()).or_insert_with(|| name.clone());
        if rank(&name) < rank(known) {
            *known = name;
        }
    }

    /// An object of interest is held by a part of another one.
    fn meet(&mut self, vm: &Vm, holder: &ObjRef, part: Part, held: &ObjRef) {
        if held.ty().exact() == Exact::Dict && matches!(part, Part::Attribute | Part::Field("dict")) {
            self.owners.insert(held.addr(), plain(vm, holder));
            return;
        }
        if held.ty().has(TypeFlags::TYPE) || held.has::<Function>() || held.has::<Module>() {
            return;
        }
        if let (Some(dict), Some(module)) = (holder.payload::<Dict>(), self.modules.get(&holder.addr()).cloned()) {
            for (key, value) in entries(dict).into_iter().filter(|(_, value)| value.is(held)) {
                drop(value);
                self.offer(held, global(&key, &module));
            }
            return;
        }
        for place in Titles::default().places(vm, holder, held) {
            self.offer(held, place);
        }
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
        match self.names.get(&obj.addr()) {
            Some(name) => format!("{} ({name})", plain(vm, obj)),
            None => plain(vm, obj),
        }
    }

    /// Each place in which `holder` holds `target`.
    pub fn places(&self, vm: &Vm, holder: &ObjRef, target: &ObjRef) -> Vec<String> {
        let mut places = self.known_places(vm, holder, target);
        let mut parts = Vec::new();
        vm.heap.each_part(holder, &mut |part, held| {
            if held.is(target) {
                parts.push(part);
            }
        });
        // A container's items were told by its own words; what else it holds follows.
        let told = places.len();
        let rest = parts.into_iter().skip(told).map(|part| self.place(vm, holder, part, target));
        places.extend(rest);
        places
    }

    fn known_places(&self, vm: &Vm, holder: &ObjRef, target: &ObjRef) -> Vec<String> {
        let title = self.title(vm, holder);
        if let Some(dict) = holder.payload::<Dict>() {
            return entries(dict)
                .into_iter()
                .flat_map(|(key, value)| {
                    let by_key = key.is(target).then(|| format!("key of {title}"));
                    by_key.into_iter().chain(value.is(target).then(|| self.value_place(vm, holder, &key)))
                })
                .collect();
        }
        if let Some(list) = holder.payload::<List>() {
            let hits = (0..list.len()).filter(|i| list.get(*i).is_some_and(|item| item.is(target)));
            return hits.map(|i| format!("item [{i}] of {title}")).collect();
        }
        if let Some(tuple) = holder.payload::<Tuple>() {
            let hits = tuple.items().iter().enumerate().filter(|(_, item)| item.is(target));
            return hits.map(|(i, _)| format!("item [{i}] of {title}")).collect();
        }
        if let Some(set) = holder.payload::<Set>() {
            let hits = set.items().into_iter().filter(|item| item.is(target));
            return hits.map(|_| format!("member of {title}")).collect();
        }
        Vec::new()
    }

    /// The value of a dict under a key, in the words that a program has for it.
    fn value_place(&self, vm: &Vm, dict: &ObjRef, key: &ObjRef) -> String {
        if let Some(module) = self.modules.get(&dict.addr()) {
            return global(key, module);
        }
        let shown = shown_key(vm, key);
        match (self.owners.get(&dict.addr()), text(key)) {
            (Some(owner), Some(name)) => format!("attribute {name} of {owner}"),
            _ => format!("value {shown} of {}", self.title(vm, dict)),
        }
    }

    fn place(&self, vm: &Vm, holder: &ObjRef, part: Part, target: &ObjRef) -> String {
        let title = self.title(vm, holder);
        match part {
            Part::Field("content") if holder.has::<CellObject>() => match self.names.get(&holder.addr()) {
                Some(name) => format!("closure cell ({name})"),
                None => format!("closure {title}"),
            },
            Part::Field("linked") if holder.has::<CodeObject>() => format!("constant of {title}"),
            Part::Field(name) => format!("{} of {title}", name.replace('_', " ")),
            Part::Item(i) => format!("item [{i}] of {title}"),
            Part::Register(n) => format!("local {} of {title}", register_name(holder, n as usize)),
            Part::Member(offset) => format!("slot {} of {title}", member_name(holder, offset)),
            Part::Attribute => match attributes_holding(holder, target).first() {
                Some(name) => format!("attribute {name} of {title}"),
                None => format!("__dict__ of {title}"),
            },
            Part::Class => format!("class of {title}"),
        }
    }
}

/// The key of a dict, short.
fn shown_key(vm: &Vm, key: &ObjRef) -> String {
    match text(key) {
        Some(name) => format!("{name:?}").replace('"', "'"),
        None => match vm.to_i64_opt(key) {
            Some(number) => number.to_string(),
            None => plain(vm, key),
        },
    }
}

pub fn global(key: &ObjRef, module: &str) -> String {
    let name = text(key).unwrap_or_else(|| "?".into());
    if module == "__main__" { format!("global {name}") } else { format!("global {name} of module {module}") }
}

fn entries(dict: &Dict) -> Vec<(ObjRef, ObjRef)> {
    (0..dict.entries_len()).filter_map(|at| dict.entry(at)).collect()
}

/// Names of the attributes, kept without a dict, that hold `target`.
fn attributes_holding(holder: &ObjRef, target: &ObjRef) -> Vec<String> {
    let storage = gc::storage_of(holder);
    let keys = &type_of(holder).shared;
    let hits = (0..keys.len()).filter(|i| storage.value(*i).is_some_and(|value| value.is(target)));
    hits.filter_map(|i| keys.name(i)).filter_map(|name| text(&name)).collect()
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
        for (_, value) in dict.payload::<Dict>().map(|dict| entries(dict)).unwrap_or_default() {
            if let Some(member) = value.payload::<MemberDescriptor>().filter(|member| member.offset.get() == offset) {
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
        (_, Some(frame)) => frame.code.get(),
        _ => None,
    };
    let code = code.filter(|code| code.has::<CodeObject>());
    let name = code.and_then(|code| {
        let linked = &code.to::<CodeObject>().linked;
        (number < linked.first_temp as usize).then(|| linked.register_names.get(number).and_then(text)).flatten()
    });
    name.unwrap_or_else(|| "temporary".into())
}

/// Whether `gc.get_referrers` looks at the object.
pub fn seen_by_collector(vm: &Vm, holder: &ObjRef) -> bool {
    vm.heap.is_tracked(holder) && TypeHead::of(holder.ty_ref()).is_gc()
}
