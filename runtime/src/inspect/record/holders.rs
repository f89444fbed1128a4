//! Where an instruction has put an object: the containers that it can reach are kept in view, and read when it is done.

use super::reasons::{calls, is_quiet, name};
use crate::builtins::builtin_function::{BuiltinFunction, prefix};
use crate::builtins::descriptors::MethodDescriptor;
use crate::builtins::module::Module;
use crate::inspect::places::words;
use crate::inspect::titles::{brief, local_name, plain, text};
use crate::vm::Vm;
use crate::vm::frame::Frame;
use crate::vm::function::Function;
use crate::vm::instr::Instr;
use crate::vm::method::BoundMethod;
use crate::vm::ops_call::site_of;
use frontend::code::{Code, flags};
use frontend::op::Op;
use gc::{Dict, List, ObjRef, Place, Set, Tuple, TypeFlags};
use std::rc::Rc;

/// Containers with more items than this are not searched.
const SEARCHED: usize = 4096;
/// Containers that a native call can reach and that are kept in view.
const IN_VIEW: usize = 4;

/// What an instruction works on: known before it runs, asked for afterwards.
#[derive(Default)]
pub(super) struct View {
    /// The addresses of the containers.
    containers: Vec<usize>,
    /// The native function that is called.
    pub(super) native: Option<Rc<str>>,
    /// Where in the first container something is put: `item [3]`, `attribute name`.
    pub(super) key: Option<String>,
}

impl View {
    /// What the instruction that is about to run works on.
    pub(super) fn of(vm: &Vm, f: &Frame, code: &Code, instr: Instr) -> View {
        let mut view = View::default();
        if is_quiet(code, instr) {
            return view;
        }
        match instr.op.general() {
            Op::DelItem | Op::DeleteAttr => view.add(vm, f.rk(instr.a)),
            Op::StoreAttr => {
                view.add(vm, f.rk(instr.a));
                view.key = Some(format!("attribute {}", name(code, instr.c)));
            }
            Op::SetItem => {
                view.add(vm, f.rk(instr.a));
                view.key = key(vm, f.rk(instr.a), f.rk(instr.b));
            }
            Op::ListAppend | Op::ListExtend | Op::SetAdd | Op::SetUpdate | Op::MapAdd | Op::DictUpdate => {
                view.add(vm, f.rk(instr.a));
            }
            Op::CallEx => {
                view.native = native_name(vm, f.rk(instr.b), None);
                view.arguments(vm, f.rk(instr.b), &mut [f.peek(instr.b + 1)].into_iter().flatten());
            }
            _ if calls(instr) => {
                let (at, count) = site_of(f, instr);
                let Some(callee) = f.peek(at) else { return view };
                let arguments = (1..=count.min(IN_VIEW) as i16).filter_map(|n| f.peek(at + n));
                view.native = native_name(vm, callee, arguments.clone().next());
                if view.native.as_deref() == Some("list.insert") {
                    view.key = inserted_at(vm, callee, arguments.clone());
                }
                view.arguments(vm, callee, &mut arguments.into_iter());
            }
            _ => {}
        }
        view
    }

    fn arguments(&mut self, vm: &Vm, callee: &ObjRef, arguments: &mut dyn Iterator<Item = &ObjRef>) {
        if self.native.is_none() {
            return;
        }
        let method = callee.payload::<BoundMethod>().and_then(|method| method.this.get());
        let this = callee.payload::<BuiltinFunction>().and_then(|function| function.this.get()).or(method);
        this.iter().for_each(|this| self.add(vm, this));
        arguments.for_each(|argument| self.add(vm, argument));
    }

    fn add(&mut self, vm: &Vm, obj: &ObjRef) {
        let holds_data = obj.ty().is_gc() && !obj.ty().has(TypeFlags::TYPE) && !obj.has::<Function>();
        if holds_data && !obj.has::<Module>() && self.containers.len() < IN_VIEW {
            vm.heap.keep_in_view(obj);
            self.containers.push(obj.addr());
        }
    }

    /// Nobody asks.
    pub(super) fn forget(&self, vm: &Vm) {
        drop(self.seen(vm));
    }

    /// Those of the containers that are still alive.
    pub(super) fn seen(&self, vm: &Vm) -> Vec<ObjRef> {
        self.containers.iter().filter_map(|addr| vm.heap.seen(*addr)).collect()
    }
}

/// A place of a builtin container.
fn key(vm: &Vm, container: &ObjRef, key: &ObjRef) -> Option<String> {
    if container.has::<Dict>() {
        return Some(format!("value {}", brief(vm, key)));
    }
    (container.has::<List>() && vm.is_int(key)).then(|| format!("item [{}]", brief(vm, key)))
}

/// Where `list.insert` will put its item.
fn inserted_at<'a>(vm: &Vm, callee: &ObjRef, mut arguments: impl Iterator<Item = &'a ObjRef>) -> Option<String> {
    let bound = callee.payload::<BuiltinFunction>().and_then(|function| function.this.get());
    let list = bound.or_else(|| arguments.next().cloned())?;
    let (length, at) = (list.payload::<List>()?.len() as i64, vm.to_i64_opt(arguments.next()?)?);
    let at = if at < 0 { (at + length).max(0) } else { at.min(length) };
    Some(format!("item [{at}]"))
}

/// How a native function is called: `list.append`, `heapq.heappush`, `sorted`, `list`. None for what is written in Python.
fn native_name(vm: &Vm, callee: &ObjRef, first: Option<&ObjRef>) -> Option<Rc<str>> {
    if let Some(method) = callee.payload::<BoundMethod>() {
        return native_name(vm, &method.function.get()?, None);
    }
    if callee.has::<Function>() {
        return None;
    }
    if let Some(function) = callee.payload::<BuiltinFunction>() {
        return Some(format!("{}{}", prefix(vm, callee), function.method.name()).into());
    }
    if let Some(descriptor) = callee.payload::<MethodDescriptor>() {
        let owner = first.map(|this| vm.type_name(this)).unwrap_or_default();
        return Some(format!("{owner}.{}", descriptor.method.name()).into());
    }
    match callee.ty().has(TypeFlags::TYPE) {
        true => Some(vm.name_of_type(callee).into()),
        false => Some(vm.type_name(callee).into()),
    }
}

/// Where the object at `addr` is in `holder` after its count rose by `more`: `item [3] of global shelf`.
pub(super) fn place_in(vm: &Vm, holder: &ObjRef, addr: usize, more: usize, new: bool) -> Option<String> {
    let mut places = places(vm, holder, addr);
    let title = if new { format!("a new {}", vm.type_name(holder)) } else { title(vm, holder) };
    // What was put into a container last stands last.
    let fresh = places.split_off(places.len().saturating_sub(more));
    let last = fresh.last()?;
    let place = match last.strip_prefix("item ") {
        Some(_) if fresh.len() > 1 => {
            let items: Vec<&str> = fresh.iter().take(3).filter_map(|place| place.strip_prefix("item ")).collect();
            format!("items {}{}", items.join(", "), if fresh.len() > 3 { ", …" } else { "" })
        }
        _ => last.clone(),
    };
    Some(format!("{place} of {title}"))
}

fn places(vm: &Vm, holder: &ObjRef, addr: usize) -> Vec<String> {
    let mut places = Vec::new();
    if let Some(list) = holder.payload::<List>()
        && list.get(list.len().wrapping_sub(1)).is_some_and(|last| last.addr() == addr)
        && list.len() > 4
    {
        return vec![format!("item [{}]", list.len() - 1)];
    }
    if length(holder) > SEARCHED {
        return places;
    }
    let mut dict = None;
    vm.heap.each_edge(holder, &mut |place, held| match place {
        Place::Class => {}
        Place::Dict => dict = Some(held.clone()),
        place if held.addr() == addr => places.push(words(vm, holder, place)),
        _ => {}
    });
    // Up to 3.10 the attributes of an instance lie in a dict of their own.
    if let Some(dict) = dict.filter(|dict| places.is_empty() && length(dict) <= SEARCHED) {
        vm.heap.each_edge(&dict, &mut |place, held| match place {
            Place::Value(key) if held.addr() == addr => {
                places.push(format!("attribute {}", text(key).unwrap_or_else(|| "?".into())));
            }
            _ => {}
        });
    }
    places
}

fn length(obj: &ObjRef) -> usize {
    let list = obj.payload::<List>().map(|list| list.len());
    let tuple = || obj.payload::<Tuple>().map(|tuple| tuple.items().len());
    let dict = || obj.payload::<Dict>().map(|dict| dict.len());
    list.or_else(tuple).or_else(dict).or_else(|| obj.payload::<Set>().map(|set| set.len())).unwrap_or(0)
}

/// An object in the words of the running call: `local x of f`, `global shelf`, else `list 0x…`.
pub(super) fn title(vm: &Vm, obj: &ObjRef) -> String {
    let f = vm.run.top();
    if f.is_base() {
        return plain(vm, obj);
    }
    let named = (0..f.linked().first_temp as usize).find(|n| f.peek(*n as i16).is_some_and(|held| held.is(obj)));
    if let Some(name) = named.and_then(|n| local_name(f, n)) {
        return format!("local {name}");
    }
    if f.globals().as_obj().is(obj) {
        return "the globals".into();
    }
    let mut global = None;
    vm.heap.each_edge(f.globals().as_obj(), &mut |place, held| {
        if let Place::Value(key) = place
            && global.is_none()
            && held.is(obj)
        {
            global = text(key);
        }
    });
    global.map_or_else(|| plain(vm, obj), |name| format!("global {name}"))
}

/// The parameter of the function just entered that holds the object.
pub(super) fn parameter(vm: &Vm, addr: usize) -> Option<String> {
    let f = vm.run.top();
    if f.is_base() {
        return None;
    }
    let code = &f.linked().source;
    let rest = [flags::VARARGS, flags::VARKEYWORDS].iter().filter(|flag| code.flags & **flag != 0).count();
    let mut parameters = 0..usize::from(code.arg_count + code.kwonly_count) + rest;
    let n = parameters.find(|n| f.peek(*n as i16).is_some_and(|held| held.addr() == addr))?;
    Some(format!("argument {} of {}", local_name(f, n)?, f.linked().source.name))
}
