//! Equal objects under other releases: a program that makes one, run by an interpreter of its own.
//!
//! Sizes depend on how an object came about (a list that grew has more room), so there are several ways; the one
//! is taken whose object, under the release in force, has the blocks that the given object has.

use super::layout::{Layout, layout};
use crate::builtins::exceptions::base::BaseException;
use crate::object::type_of;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use crate::vm::modules::Library;
use frontend::Mode;
use gc::{Allocator, Deque, Dict, Float, Int, List, ObjRef, Set, Str, Tuple, TypeFlags};
use std::fmt::Write as _;

/// More items are not written into a program.
const MANY: usize = 400;

/// Programs that leave an equal object in `x`.
pub struct Recipe {
    release: String,
    ways: Vec<String>,
    library: Library,
}

impl Recipe {
    /// How to make an object that is equal to `obj`.
    ///
    /// # Errors
    /// Why it cannot be made anew.
    pub fn of(vm: &Vm, obj: &ObjRef) -> Result<Recipe, String> {
        let ways = if obj.ty().has(TypeFlags::TYPE) {
            if !as_type(obj).head.is_heap_type() {
                let name = vm.name_of_type(obj);
                let known = vm.dict_get_str(&vm.builtins_dict(), &name).is_some_and(|known| known.is(obj));
                vec![if known { format!("x = {name}\n") } else { return Err(cannot(vm, obj)) }]
            } else if !obj.ty_ref().is(&vm.types.type_) {
                return Err(cannot(vm, obj));
            } else {
                let (text, class) = classes(vm, obj)?;
                vec![format!("{text}x = {class}\n")]
            }
        } else if obj.ty().is_heap_type() {
            instance(vm, obj)?
        } else {
            builtin(vm, obj).ok_or_else(|| cannot(vm, obj))?
        };
        Ok(Recipe { release: vm.heap.profile().release.to_string(), ways, library: vm.library() })
    }

    /// The way that gives the blocks of `wanted` under its release.
    pub fn way_to(&self, wanted: &Layout) -> Option<usize> {
        let sizes = |layout: &Layout| layout.blocks.iter().map(|b| (b.what.clone(), b.size)).collect::<Vec<_>>();
        (0..self.ways.len()).find(|way| self.make(*way, &self.release).is_ok_and(|made| sizes(&made) == sizes(wanted)))
    }

    /// Makes the object under a release and lays it out.
    ///
    /// # Errors
    /// The program does not run there.
    pub fn make(&self, way: usize, release: &str) -> Result<Layout, String> {
        let vm = Vm::start(None, release, Allocator::Pools)?;
        vm.use_library(&self.library);
        let made = || {
            let main = vm.dict();
            vm.run_source(&self.ways[way], "<layout>", &main, Mode::Module)?;
            Ok(vm.dict_get_name(&main, &vm.intern("x")).map(|x| layout(&vm, &x, 2)))
        };
        match made() {
            Ok(Some(layout)) => Ok(layout),
            Ok(None) => Err("it came to nothing".into()),
            Err(error) => {
                let error: crate::error::Raised = error;
                Err(format!("{} when it was made", vm.type_name(&error.0)))
            }
        }
    }
}

fn cannot(vm: &Vm, obj: &ObjRef) -> String {
    format!("since no program is known that makes an equal {}", vm.type_name(obj))
}

/// A text as Python writes it, in ASCII.
fn text_literal(text: &gc::Ref<Str>) -> String {
    let mut out = String::from("'");
    for c in text.code_points() {
        let _ = match c {
            0x27 | 0x5c => write!(out, "\\{}", c as u8 as char),
            0x20..0x7f => write!(out, "{}", c as u8 as char),
            0..0x100 => write!(out, "\\x{c:02x}"),
            0x100..0x1_0000 => write!(out, "\\u{c:04x}"),
            _ => write!(out, "\\U{c:08x}"),
        };
    }
    out + "'"
}

/// A constant, or a plain object in its place: only what it is made of counts.
fn stand_in(vm: &Vm, obj: &ObjRef) -> String {
    atom(vm, obj).unwrap_or_else(|| "object()".into())
}

fn atom(vm: &Vm, obj: &ObjRef) -> Option<String> {
    for (constant, name) in [(&vm.none, "None"), (&vm.true_, "True"), (&vm.false_, "False")] {
        if obj.is(constant) {
            return Some(name.into());
        }
    }
    if obj.ty().is_heap_type() {
        return None;
    }
    if let Some(text) = obj.payload::<Str>() {
        return (text.len() <= MANY).then(|| text_literal(text));
    }
    if let Some(int) = obj.payload::<Int>() {
        return Some(format!("({})", int.to_bigint()));
    }
    let float = obj.payload::<Float>()?;
    Some(if float.value().is_finite() { format!("({:?})", float.value()) } else { "float('inf')".into() })
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.map(|item| item + ", ").collect()
}

/// Ways to an object of a builtin type.
fn builtin(vm: &Vm, obj: &ObjRef) -> Option<Vec<String>> {
    if let Some(text) = obj.payload::<Str>().filter(|text| text.len() > MANY) {
        let widest = text.code_points().max().unwrap_or(0);
        return Some(vec![format!("x = chr({widest}) * {}\n", text.len())]);
    }
    if let Some(atom) = atom(vm, obj) {
        return Some(vec![format!("x = {atom}\n")]);
    }
    if let Some(tuple) = obj.payload::<Tuple>() {
        return Some(vec![format!("x = tuple(range({}))\n", tuple.len())]);
    }
    if let Some(list) = obj.payload::<List>() {
        return Some(list_ways(vm, list));
    }
    if let Some(dict) = obj.payload::<Dict>() {
        return Some(dict_ways(vm, dict));
    }
    if let Some(set) = obj.payload::<Set>() {
        let kind = vm.type_name(obj);
        let items = set.items();
        let text = joined(items.iter().map(|item| stand_in(vm, item)));
        let text = if items.len() > MANY { format!("*range({}), ", items.len()) } else { text };
        let from = |made: &str| format!("t = ({text})\n{made}\n");
        return Some(vec![
            from(&format!("x = {kind}(t)")),
            from(&format!("x = {kind}(); y = set()\nfor i in t: y.add(i)\nx = y if {kind} is set else {kind}(y)")),
        ]);
    }
    if let Some(deque) = obj.payload::<Deque>() {
        return Some(deque_ways(deque));
    }
    let kind = vm.type_name(obj);
    if obj.has::<BaseException>() {
        let argument = if kind.ends_with("Group") { ", '', [Exception()]" } else { "" };
        return Some(vec![format!("x = {kind}.__new__({kind}{argument})\n")]);
    }
    if let Some(bytes) = obj.payload::<gc::Bytes>() {
        return Some(vec![format!("x = b'x' * {}\n", bytes.len())]);
    }
    if let Some(bytes) = obj.payload::<gc::ByteArray>() {
        return Some(vec![format!("x = bytearray({})\n", bytes.len())]);
    }
    let (_, made) = MADE.iter().find(|(known, _)| *known == kind)?;
    Some(vec![format!("{made}\n")])
}

/// Programs that make an object of a builtin type whose size does not depend on what it holds.
const MADE: &[(&str, &str)] = &[
    ("function", "def x(): pass"),
    ("generator", "def g(): yield\nx = g()"),
    ("coroutine", "async def g(): pass\nx = g()"),
    ("object", "x = object()"),
    ("complex", "x = 1j"),
    ("range", "x = range(3)"),
    ("slice", "x = slice(3)"),
    ("method", "class C:\n    def f(self): pass\nx = C().f"),
    ("builtin_function_or_method", "x = len"),
    ("method_descriptor", "x = list.append"),
    ("property", "x = property()"),
    ("staticmethod", "x = staticmethod(len)"),
    ("classmethod", "x = classmethod(len)"),
    ("super", "x = super(int, True)"),
    ("cell", "x = (lambda y: lambda: y)(1).__closure__[0]"),
    ("mappingproxy", "x = type.__dict__"),
    ("module", "import builtins as x"),
    ("weakref.ReferenceType", "import weakref\nclass C: pass\nc = C()\nx = weakref.ref(c)"),
    ("dict_keys", "x = {}.keys()"),
    ("dict_values", "x = {}.values()"),
    ("dict_items", "x = {}.items()"),
    ("list_iterator", "x = iter([1])"),
    ("list_reverseiterator", "x = reversed([1])"),
    ("tuple_iterator", "x = iter((1,))"),
    ("str_ascii_iterator", "x = iter('a')"),
    ("str_iterator", "x = iter('\\u4f60')"),
    ("bytes_iterator", "x = iter(b'a')"),
    ("bytearray_iterator", "x = iter(bytearray(b'a'))"),
    ("range_iterator", "x = iter(range(3))"),
    ("longrange_iterator", "x = iter(range(2 ** 70))"),
    ("set_iterator", "x = iter({1})"),
    ("dict_keyiterator", "x = iter({1: 2})"),
    ("dict_valueiterator", "x = iter({1: 2}.values())"),
    ("dict_itemiterator", "x = iter({1: 2}.items())"),
    ("dict_reversekeyiterator", "x = reversed({1: 2})"),
    ("dict_reversevalueiterator", "x = reversed({1: 2}.values())"),
    ("dict_reverseitemiterator", "x = reversed({1: 2}.items())"),
    ("callable_iterator", "x = iter(int, 1)"),
    ("reversed", "x = reversed('ab')"),
    ("enumerate", "x = enumerate([1])"),
    ("zip", "x = zip([1], [2])"),
    ("map", "x = map(len, [])"),
    ("filter", "x = filter(None, [])"),
    ("NoneType", "x = None"),
    ("ellipsis", "x = ..."),
    ("NotImplementedType", "x = NotImplemented"),
];

/// Ways to a deque: its blocks depend on the end at which it grew.
fn deque_ways(deque: &Deque) -> Vec<String> {
    let len = deque.len();
    let from = |made: &str| format!("from collections import deque\nt = range({len})\n{made}\n");
    vec![
        from("x = deque(t)"),
        from("x = deque()\nfor i in t: x.append(i)"),
        from("x = deque()\nfor i in t: x.appendleft(i)"),
        from("x = deque(t)\nx.append(0); x.popleft()"),
    ]
}

fn list_ways(vm: &Vm, list: &List) -> Vec<String> {
    let len = list.len();
    let items = list.to_vec();
    let literal = match len > MANY {
        true => format!("*range({len}), "),
        false => joined(items.iter().map(|item| stand_in(vm, item))),
    };
    let from = |made: &str| format!("t = tuple(range({len}))\n{made}\n");
    vec![
        format!("x = [{literal}]\n"),
        format!("i = None\nx = [{}]\n", "i, ".repeat(len.min(MANY))),
        from("x = [i for i in t]"),
        from("x = list(t)"),
        from("x = list(iter(t))"),
        from("x = []\nx.extend(t)"),
        from("x = [None] * len(t)"),
        from("x = [*t]"),
        from("x = []\nfor i in t: x.insert(0, i)"),
        format!("x = list(range({}))\nwhile len(x) > {len}: x.pop()\n", len + 1),
        format!("x = [None] * {}\nwhile len(x) > {len}: x.pop()\n", list.allocated().min(1 << 20).max(len)),
    ]
}

fn dict_ways(vm: &Vm, dict: &Dict) -> Vec<String> {
    let entries = dict.items();
    let text_keys = entries.iter().all(|(key, _)| key.has::<Str>());
    let pairs = match entries.len() > MANY {
        true if text_keys => format!("**{{str(i): i for i in range({})}}, ", entries.len()),
        true => format!("**{{}}, **dict.fromkeys(map(str, range({}))), 1: 2, ", entries.len() - 1),
        false => joined(entries.iter().map(|(key, value)| format!("{}: {}", stand_in(vm, key), stand_in(vm, value)))),
    };
    let from = |made: &str| format!("t = {{{pairs}}}\n{made}\n");
    vec![
        format!("x = {{{pairs}}}\n"),
        from("x = {}\nfor k, v in t.items(): x[k] = v"),
        from("x = dict(t.items())"),
        from("x = dict(t)"),
        from("x = dict()\nfor k, v in t.items(): x[k] = v"),
        from("x = t.copy()"),
        format!("x = {{i: i for i in range({})}}\nfor k in list(x)[{}:]: del x[k]\n", entries.len() + 1, entries.len()),
    ]
}

/// Class statements for a class and those it derives from, and the name of the last one.
fn classes(vm: &Vm, class: &ObjRef) -> Result<(String, String), String> {
    let mro = as_type(class).mro.get();
    let all = mro.as_ref().and_then(|mro| mro.payload::<Tuple>()).map_or(&[][..], |mro| mro.items());
    let named = |class: &ObjRef| all.iter().position(|other| other.is(class)).map(|n| format!("C{n}"));
    let mut text = String::new();
    for class in all.iter().rev().filter(|class| as_type(class).head.is_heap_type()) {
        if !class.ty_ref().is(&vm.types.type_) {
            return Err(format!("since class {} has a metaclass of its own", vm.name_of_type(class)));
        }
        let bases = as_type(class).bases.get();
        let bases = bases.as_ref().and_then(|bases| bases.payload::<Tuple>()).map_or(&[][..], |bases| bases.items());
        let name_of_base = |base: &ObjRef| match as_type(base).head.is_heap_type() {
            true => named(base).unwrap_or_default(),
            false => vm.name_of_type(base),
        };
        let bases: Vec<String> = bases.iter().map(name_of_base).collect();
        let _ = writeln!(text, "class {}({}):", named(class).unwrap_or_default(), bases.join(", "));
        let _ = writeln!(text, "    {}", slots_of(vm, class).unwrap_or_else(|| "pass".into()));
    }
    Ok((text, named(class).unwrap_or_default()))
}

/// The `__slots__` statement of a class, if it has one.
fn slots_of(vm: &Vm, class: &ObjRef) -> Option<String> {
    let dict = as_type(class).dict.get()?;
    let is_slots = |name: &ObjRef| name.payload::<Str>().is_some_and(|name| name.is_text("__slots__"));
    let (_, slots) = dict.payload::<Dict>()?.items().into_iter().find(|(name, _)| is_slots(name))?;
    let names = match (slots.payload::<Tuple>(), slots.payload::<List>()) {
        (Some(names), _) => joined(names.items().iter().map(|name| stand_in(vm, name))),
        (_, Some(names)) => joined(names.to_vec().iter().map(|name| stand_in(vm, name))),
        _ => stand_in(vm, &slots) + ", ",
    };
    Some(format!("__slots__ = ({names})"))
}

/// Ways to an instance of a class: the first of its class, or one of later ones, made by the class or by `__init__`.
fn instance(vm: &Vm, obj: &ObjRef) -> Result<Vec<String>, String> {
    let (mut text, class) = classes(vm, obj.ty_ref())?;
    let argument = match obj.ty() {
        ty if ty.has(TypeFlags::STR) => obj.payload::<Str>().map(text_literal),
        ty if ty.has(TypeFlags::INT) => obj.payload::<Int>().map(|int| int.to_bigint().to_string()),
        ty if ty.has(TypeFlags::LIST) => obj.payload::<List>().map(|list| format!("range({})", list.len())),
        ty if ty.has(TypeFlags::TUPLE) => obj.payload::<Tuple>().map(|tuple| format!("range({})", tuple.len())),
        ty if ty.has(TypeFlags::DICT) => {
            obj.payload::<Dict>().map(|dict| format!("dict.fromkeys(map(str, range({})))", dict.len()))
        }
        _ => None,
    };
    let mut names = Vec::new();
    let storage = gc::storage_of(obj);
    let shared = &type_of(obj).shared;
    let dict = storage.dict();
    match dict.as_ref().and_then(|dict| dict.payload::<Dict>()) {
        Some(dict) => names.extend(dict.items().into_iter().map(|(name, _)| name)),
        None => names.extend((0..shared.len()).filter(|i| storage.value(*i).is_some()).filter_map(|i| shared.name(i))),
    }
    let with_dict = gc::storage_of(obj).has_dict();
    text += "def fill(x):\n    pass\n";
    for name in &names {
        let _ = writeln!(text, "    setattr(x, {}, None)", stand_in(vm, name));
    }
    if with_dict && vm.heap.profile().pre_header != gc::PreHeader::None {
        text += "    x.__dict__\n";
    }
    let make = format!("{class}.__new__({class}, {})", argument.as_deref().unwrap_or(""));
    let init = argument.map_or(String::new(), |argument| match obj.ty() {
        ty if ty.has(TypeFlags::LIST) || ty.has(TypeFlags::DICT) => format!("x.__init__({argument})\n"),
        _ => String::new(),
    });
    let nth =
        |before: usize| format!("{text}for n in range({before}): y = {make}; fill(y)\nx = {make}\n{init}fill(x)\n");
    let before = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 28, 32];
    Ok(before.into_iter().map(nth).collect())
}
