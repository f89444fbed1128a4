//! `operator`: the language's operators as functions, and getters made from names and keys.

use gc::{ObjRef, Payload, Slot, Tuple};
use runtime::error::{Exc, PyResult};
use runtime::native::{Args, Fun, Method, ModuleSpec, Releases, TypeSpec};
use runtime::object::type_of;
use runtime::op::{BinOp, CmpOp, UnOp};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use std::cell::Cell;

pub static MODULE: ModuleSpec =
    ModuleSpec { name: "operator", doc: Some("Operators as functions."), functions: FUNCTIONS, init };

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    for (name, spec) in [("itemgetter", &ITEMGETTER), ("attrgetter", &ATTRGETTER), ("methodcaller", &METHODCALLER)] {
        vm.set_attr(module, &vm.intern(name), &vm.native_type(spec))?;
    }
    for row in FUNCTIONS {
        // Every operator also goes by the name of its method: add and __add__.
        let name = row.name();
        let dunder = match name {
            "is_" | "is_not" | "truth" | "countOf" | "indexOf" | "length_hint" | "call" => continue,
            _ => format!("__{}__", name.trim_end_matches('_')),
        };
        let function = vm.get_attr(module, &vm.intern(name))?;
        vm.set_attr(module, &vm.intern(&dunder), &function)?;
    }
    let call = vm.get_attr(module, &vm.intern("call"))?;
    vm.set_attr(module, &vm.intern("__call__"), &call)
}

/// Rows whose body is one operator.
macro_rules! binary {
    ($($name:literal $function:ident $op:ident;)+) => {
        $(fn $function(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
            vm.binary(BinOp::$op, &args[0], &args[1])
        })+
        const BINARY: [Method; 26] = [$(Method::new($name, Fun::Pos(2, 2, $function))),+];
    };
}

binary! {
    "add(a, b, /)" add Add;
    "sub(a, b, /)" sub Sub;
    "mul(a, b, /)" mul Mul;
    "truediv(a, b, /)" truediv TrueDiv;
    "floordiv(a, b, /)" floordiv FloorDiv;
    "mod(a, b, /)" modulo Mod;
    "pow(a, b, /)" pow Pow;
    "lshift(a, b, /)" lshift LShift;
    "rshift(a, b, /)" rshift RShift;
    "and_(a, b, /)" and And;
    "or_(a, b, /)" or Or;
    "xor(a, b, /)" xor Xor;
    "matmul(a, b, /)" matmul MatMul;
    "iadd(a, b, /)" iadd InplaceAdd;
    "isub(a, b, /)" isub InplaceSub;
    "imul(a, b, /)" imul InplaceMul;
    "itruediv(a, b, /)" itruediv InplaceTrueDiv;
    "ifloordiv(a, b, /)" ifloordiv InplaceFloorDiv;
    "imod(a, b, /)" imod InplaceMod;
    "ipow(a, b, /)" ipow InplacePow;
    "ilshift(a, b, /)" ilshift InplaceLShift;
    "irshift(a, b, /)" irshift InplaceRShift;
    "iand(a, b, /)" iand InplaceAnd;
    "ior(a, b, /)" ior InplaceOr;
    "ixor(a, b, /)" ixor InplaceXor;
    "imatmul(a, b, /)" imatmul InplaceMatMul;
}

macro_rules! comparisons {
    ($($name:literal $function:ident $op:ident;)+) => {
        $(fn $function(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
            vm.compare(&args[0], &args[1], CmpOp::$op)
        })+
        const COMPARISONS: [Method; 6] = [$(Method::new($name, Fun::Pos(2, 2, $function))),+];
    };
}

comparisons! {
    "lt(a, b, /)" lt Lt;
    "le(a, b, /)" le Le;
    "eq(a, b, /)" eq Eq;
    "ne(a, b, /)" ne Ne;
    "gt(a, b, /)" gt Gt;
    "ge(a, b, /)" ge Ge;
}

const OTHERS: [Method; 20] = [
    Method::new("abs(a, /)", Fun::One(|vm, _, a| vm.absolute(a))),
    Method::new("neg(a, /)", Fun::One(|vm, _, a| vm.unary(UnOp::Neg, a))),
    Method::new("pos(a, /)", Fun::One(|vm, _, a| vm.unary(UnOp::Pos, a))),
    Method::new("invert(a, /)", Fun::One(|vm, _, a| vm.unary(UnOp::Invert, a))),
    Method::new("inv(a, /)", Fun::One(|vm, _, a| vm.unary(UnOp::Invert, a))),
    Method::new("not_(a, /)", Fun::One(|vm, _, a| Ok(vm.bool(!vm.truth(a)?)))),
    Method::new("truth(a, /)", Fun::One(|vm, _, a| Ok(vm.bool(vm.truth(a)?)))),
    Method::new("index(a, /)", Fun::One(index)),
    Method::new("is_(a, b, /)", Fun::Pos(2, 2, |vm, _, args| Ok(vm.bool(args[0].is(&args[1]))))),
    Method::new("is_not(a, b, /)", Fun::Pos(2, 2, |vm, _, args| Ok(vm.bool(!args[0].is(&args[1]))))),
    Method::new("concat(a, b, /)", Fun::Pos(2, 2, concat)),
    Method::new("iconcat(a, b, /)", Fun::Pos(2, 2, iconcat)),
    Method::new("contains(a, b, /)", Fun::Pos(2, 2, |vm, _, args| Ok(vm.bool(vm.contains(&args[0], &args[1])?)))),
    Method::new("getitem(a, b, /)", Fun::Pos(2, 2, |vm, _, args| vm.get_item(&args[0], &args[1]))),
    Method::new("setitem(a, b, c, /)", Fun::Pos(3, 3, setitem)),
    Method::new("delitem(a, b, /)", Fun::Pos(2, 2, delitem)),
    Method::new("countOf(a, b, /)", Fun::Pos(2, 2, count_of)),
    Method::new("indexOf(a, b, /)", Fun::Pos(2, 2, index_of)),
    Method::new("length_hint(obj, default=0, /)", Fun::Pos(1, 2, length_hint)),
    Method::new("call(obj, /, *args, **kwargs)", Fun::Raw(call)),
];

static FUNCTIONS: &[Method] = &{
    let mut all = [const { Method::new("not_(a, /)", Fun::One(|vm, _, a| Ok(vm.bool(!vm.truth(a)?)))) }; 52];
    let mut at = 0;
    while at < 52 {
        all[at] = match at {
            0..26 => BINARY[at],
            26..32 => COMPARISONS[at - 26],
            _ => OTHERS[at - 32],
        };
        at += 1;
    }
    all
};

fn concat(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    joined(vm, args, BinOp::Add)
}

fn iconcat(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    joined(vm, args, BinOp::InplaceAdd)
}

fn joined(vm: &Vm, args: &[ObjRef], op: BinOp) -> PyResult {
    let [a, b] = [&args[0], &args[1]];
    let is_sequence = |object: &ObjRef| !object.has::<gc::Dict>() && type_of(object).slots.get_item.get().is_some();
    let concatenates = a.has::<gc::Str>()
        || a.has::<gc::List>()
        || a.has::<Tuple>()
        || a.has::<gc::Bytes>()
        || a.has::<gc::ByteArray>();
    if !(concatenates || is_sequence(a) && is_sequence(b)) {
        return Err(vm.type_error(format!("'{}' object can't be concatenated", vm.type_name(&args[0]))));
    }
    vm.binary(op, &args[0], &args[1])
}

fn setitem(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    vm.set_item(&args[0], &args[1], &args[2])?;
    Ok(vm.none())
}

fn delitem(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    vm.del_item(&args[0], &args[1])?;
    Ok(vm.none())
}

/// What `countOf` and `indexOf` look through.
fn items(vm: &Vm, object: &ObjRef) -> PyResult {
    vm.iter(object).map_err(|raised| {
        if !raised.matches(vm, Exc::TypeError) {
            return raised;
        }
        vm.type_error(format!("argument of type '{}' is not iterable", vm.type_name(object)))
    })
}

fn count_of(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let iterator = items(vm, &args[0])?;
    let mut count = 0;
    while let Some(item) = vm.next(&iterator)? {
        count += i64::from(vm.eq(&item, &args[1])?);
    }
    Ok(vm.int_exact(count))
}

/// An int of the plain type: `True` is 1.
fn index(vm: &Vm, _: &ObjRef, value: &ObjRef) -> PyResult {
    let index = vm.index(value)?;
    if index.ty_ref().is(&vm.types.int) { Ok(index) } else { vm.unary(UnOp::Pos, &index) }
}

fn index_of(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let iterator = items(vm, &args[0])?;
    let mut index = 0;
    while let Some(item) = vm.next(&iterator)? {
        if vm.eq(&item, &args[1])? {
            return Ok(vm.int_exact(index));
        }
        index += 1;
    }
    Err(vm.value_error("sequence.index(x): x not in sequence"))
}

fn length_hint(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let default = match args.get(1) {
        Some(default) if !vm.is_int(default) => {
            let name = vm.type_name(default);
            return Err(vm.type_error(format!("'{name}' object cannot be interpreted as an integer")));
        }
        Some(default) => vm.to_index(default)?.max(0) as usize,
        None => 0,
    };
    Ok(vm.int_exact(vm.length_hint(&args[0], default)? as i64))
}

fn call(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    match args.positional().first() {
        Some(callee) => vm.call_args(callee, args.tail()),
        None => Err(vm.type_error("call expected at least 1 argument, got 0")),
    }
}

// ---- getters

gc::payload! {
    /// What to get: a tuple of attribute names or of keys; a single key stands alone.
    pub struct Getter: gc { count: Cell<usize>, items: Slot }
}

gc::payload! {
    /// What to call: arguments, the name of the method, the names of the last arguments.
    pub struct Caller: gc { items: Slot, name: Slot, keywords: Slot }
}

pub static ITEMGETTER: TypeSpec = TypeSpec {
    held: Releases::since(10),
    doc: Some("itemgetter(item, /, *items)\n--\n\nA function that gets these items of its argument."),
    slots: SlotDefs {
        new: Some(itemgetter_new),
        call: Some(itemgetter_call),
        repr: Some(itemgetter_repr),
        ..SlotDefs::NONE
    },
    ..TypeSpec::new("operator.itemgetter", Getter::layout)
};

pub static ATTRGETTER: TypeSpec = TypeSpec {
    held: Releases::since(10),
    doc: Some("attrgetter(attr, /, *attrs)\n--\n\nA function that gets these attributes of its argument."),
    slots: SlotDefs {
        new: Some(attrgetter_new),
        call: Some(attrgetter_call),
        repr: Some(attrgetter_repr),
        ..SlotDefs::NONE
    },
    ..TypeSpec::new("operator.attrgetter", Getter::layout)
};

pub static METHODCALLER: TypeSpec = TypeSpec {
    held: Releases::since(10),
    doc: Some("methodcaller(name, /, *args, **kwargs)\n--\n\nA function that calls this method of its argument."),
    slots: SlotDefs {
        new: Some(methodcaller_new),
        call: Some(methodcaller_call),
        repr: Some(methodcaller_repr),
        ..SlotDefs::NONE
    },
    ..TypeSpec::new("operator.methodcaller", Caller::layout)
};

fn getter(vm: &Vm, class: &ObjRef, count: usize, items: ObjRef) -> PyResult {
    Ok(vm.alloc(class, Getter { count: Cell::new(count), items: items.into() }).into_obj())
}

/// The one argument of a getter's call.
fn subject<'a>(vm: &Vm, name: &str, args: Args<'a>) -> PyResult<&'a ObjRef> {
    if args.has_keywords() {
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    match args.positional() {
        [one] => Ok(one),
        given => Err(vm.type_error(format!("{name} expected 1 argument, got {}", given.len()))),
    }
}

fn required(vm: &Vm, name: &str, args: Args<'_>) -> PyResult<()> {
    if args.has_keywords() {
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    if args.positional().is_empty() {
        return Err(vm.type_error(format!("{name} expected 1 argument, got 0")));
    }
    Ok(())
}

/// One answer as it is, several as a tuple.
fn one_or_tuple(vm: &Vm, items: &ObjRef, get: impl Fn(&ObjRef) -> PyResult) -> PyResult {
    let items = items.to::<Tuple>().items();
    if let [one] = items {
        return get(one);
    }
    Ok(vm.tuple(items.iter().map(get).collect::<PyResult<Vec<_>>>()?))
}

fn itemgetter_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    required(vm, "itemgetter", args)?;
    let items = if let [one] = args.positional() { one.clone() } else { args.tuple(vm) };
    getter(vm, class, args.positional().len(), items)
}

fn itemgetter_call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let object = subject(vm, "itemgetter", args)?;
    let getter = this.to::<Getter>();
    let Some(items) = getter.items.get() else { return Ok(vm.none()) };
    if getter.count.get() == 1 {
        return vm.get_item(object, &items);
    }
    one_or_tuple(vm, &items, |key| vm.get_item(object, key))
}

fn attrgetter_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    required(vm, "attrgetter", args)?;
    for name in args.positional() {
        if !vm.is_str(name) {
            return Err(vm.type_error("attribute name must be a string"));
        }
    }
    let names = args.positional();
    getter(vm, class, names.len(), vm.tuple(names.iter().cloned()))
}

fn attrgetter_call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let object = subject(vm, "attrgetter", args)?;
    let Some(items) = this.to::<Getter>().items.get() else { return Ok(vm.none()) };
    one_or_tuple(vm, &items, |path| {
        let mut value = object.clone();
        for name in vm.str_text(path)?.split('.') {
            value = vm.get_attr(&value, &vm.intern(name))?;
        }
        Ok(value)
    })
}

fn methodcaller_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let Some((name, rest)) = args.positional().split_first() else {
        return Err(vm.type_error("methodcaller needs at least one argument, the method name"));
    };
    if !vm.is_str(name) {
        return Err(vm.type_error("method name must be a string"));
    }
    let keywords = vm.tuple(args.names().iter().cloned());
    let mut items = rest.to_vec();
    items.extend(args.keywords().map(|(_, value)| value.clone()));
    let items = vm.tuple(items).into();
    Ok(vm.alloc(class, Caller { items, name: name.clone().into(), keywords: keywords.into() }).into_obj())
}

fn methodcaller_call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let object = subject(vm, "methodcaller", args)?;
    let state = this.to::<Caller>();
    let (Some(items), Some(name), Some(keywords)) = (state.items.get(), state.name.get(), state.keywords.get()) else {
        return Ok(vm.none());
    };
    let method = vm.get_attr(object, &name)?;
    vm.call_args(&method, Args::new(items.to::<Tuple>().items(), keywords.to::<Tuple>().items()))
}

fn shown(vm: &Vm, this: &ObjRef, first: Option<&ObjRef>) -> PyResult {
    let (items, names) = match this.payload::<Caller>() {
        Some(caller) => (caller.items.get(), caller.keywords.get()),
        None => (this.to::<Getter>().items.get(), None),
    };
    let Some(items) = items else { return Ok(vm.str("")) };
    let items = items.to::<Tuple>().items();
    let names = names.as_ref().map_or(&[][..], |names| names.to::<Tuple>().items());
    let plain = items.len() - names.len();
    let mut parts = Vec::new();
    for item in first.into_iter().chain(&items[..plain]) {
        parts.push(vm.repr_text(item)?);
    }
    for (name, value) in names.iter().zip(&items[plain..]) {
        parts.push(format!("{}={}", vm.str_text(name)?, vm.repr_text(value)?));
    }
    let name = vm.type_name(this);
    let name = name.rsplit('.').next().unwrap_or(&name);
    Ok(vm.str(format!("operator.{name}({})", parts.join(", "))))
}

fn itemgetter_repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let getter = this.to::<Getter>();
    match getter.items.get().filter(|_| getter.count.get() == 1) {
        Some(one) => Ok(vm.str(format!("operator.itemgetter({})", vm.repr_text(&one)?))),
        None => shown(vm, this, None),
    }
}

fn attrgetter_repr(vm: &Vm, this: &ObjRef) -> PyResult {
    shown(vm, this, None)
}

fn methodcaller_repr(vm: &Vm, this: &ObjRef) -> PyResult {
    shown(vm, this, this.to::<Caller>().name.get().as_ref())
}
