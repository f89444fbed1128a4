//! How native code is bound to Python: one table row for a method, one static for a type.

use crate::error::PyResult;
use crate::signature::Signature;
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{Exact, Layout, ObjRef, TypeFlags};
use smallvec::SmallVec;

/// The arguments of a call: positional values first, then the keyword values, whose names follow in order.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    values: &'a [ObjRef],
    positional: usize,
    /// Names of the last `names.len()` values; exact `str` objects (interned mostly).
    names: &'a [ObjRef],
    /// The values are those of a live tuple.
    tupled: bool,
}

impl<'a> Args<'a> {
    pub const EMPTY: Args<'static> = Args { values: &[], positional: 0, names: &[], tupled: false };
    pub fn new(values: &'a [ObjRef], names: &'a [ObjRef]) -> Args<'a> {
        Args { values, positional: values.len() - names.len(), names, tupled: false }
    }
    pub fn positional_only(values: &'a [ObjRef]) -> Args<'a> {
        Args { values, positional: values.len(), names: &[], tupled: false }
    }
    /// The positional arguments.
    pub fn positional(&self) -> &'a [ObjRef] {
        &self.values[..self.positional]
    }
    /// All values, keyword values last.
    pub fn values(&self) -> &'a [ObjRef] {
        self.values
    }
    pub fn names(&self) -> &'a [ObjRef] {
        self.names
    }
    /// Keyword arguments as (name, value).
    pub fn keywords(&self) -> impl Iterator<Item = (&'a ObjRef, &'a ObjRef)> + use<'a> {
        self.names.iter().zip(&self.values[self.positional..])
    }
    pub fn has_keywords(&self) -> bool {
        !self.names.is_empty()
    }
    /// The counts that the argument tuple holds which CPython makes for such a call: `tp_call`, `tp_init`.
    pub fn held(&self) -> SmallVec<[ObjRef; 6]> {
        if self.tupled { SmallVec::new() } else { self.values.iter().cloned().collect() }
    }
    /// The same arguments, of which some tuple holds a count already.
    pub fn tupled(self) -> Args<'a> {
        Args { tupled: true, ..self }
    }
    /// The arguments without the first positional one.
    pub fn tail(&self) -> Args<'a> {
        Args { values: &self.values[1..], positional: self.positional - 1, names: self.names, tupled: self.tupled }
    }
}

/// The Rust side of a native function or method; `this` is `self` (the module object for functions, the class for class methods).
#[derive(Clone, Copy)]
pub enum Fun {
    /// No arguments. `list.clear() takes no arguments (1 given)`.
    None(fn(&Vm, &ObjRef) -> PyResult),
    /// Exactly one positional argument. `list.append() takes exactly one argument (0 given)`.
    One(fn(&Vm, &ObjRef, &ObjRef) -> PyResult),
    /// Between min and max positional arguments, no keywords. `insert expected 2 arguments, got 1`,
    /// `pop expected at most 1 argument, got 2`, `list.insert() takes no keyword arguments`.
    Pos(u8, u8, fn(&Vm, &ObjRef, &[ObjRef]) -> PyResult),
    /// Bound to the row's signature: one entry per parameter in signature order, absent ones `None`
    /// (a parameter with a default in the text is optional). Messages as CPython's argument clinic:
    /// `sort() takes no positional arguments`, `split() takes at most 2 arguments (3 given)`,
    /// `'foo' is an invalid keyword argument for split()`, `argument for x given by name ('a') and position (1)`…
    Bound(fn(&Vm, &ObjRef, &[Option<ObjRef>]) -> PyResult),
    /// Everything, unchecked.
    Raw(fn(&Vm, &ObjRef, Args<'_>) -> PyResult),
}

/// Where a row's function is bound.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Binding {
    /// `method_descriptor` on a type, `builtin_function_or_method` in a module.
    Method,
    /// `classmethod_descriptor`; `this` is the class.
    Class,
    /// `staticmethod`; `this` is None.
    Static,
}

/// One row of a method table.
#[derive(Clone, Copy)]
pub struct Method {
    /// The signature as Python writes it: `append(self, object, /)`, `sort(self, /, *, key=None, reverse=False)`.
    pub signature: &'static str,
    pub fun: Fun,
    pub binding: Binding,
    /// The parameters of `signature`, `self` included.
    pub params: Signature,
}

impl Method {
    pub const fn new(signature: &'static str, fun: Fun) -> Method {
        Method::row(signature, fun, Binding::Method)
    }
    pub const fn class(signature: &'static str, fun: Fun) -> Method {
        Method::row(signature, fun, Binding::Class)
    }
    pub const fn fixed(signature: &'static str, fun: Fun) -> Method {
        Method::row(signature, fun, Binding::Static)
    }
    const fn row(signature: &'static str, fun: Fun, binding: Binding) -> Method {
        Method { signature, fun, binding, params: Signature::parse(signature) }
    }
    /// The name in front of the parenthesis.
    pub fn name(&self) -> &'static str {
        self.signature.split('(').next().unwrap_or(self.signature)
    }
}

/// Sets (or, without a value, deletes) a computed attribute.
pub type SetFn = fn(&Vm, &ObjRef, Option<&ObjRef>) -> PyResult<()>;

/// A computed attribute (`getset_descriptor`).
pub struct GetSet {
    pub name: &'static str,
    pub get: fn(&Vm, &ObjRef) -> PyResult,
    /// `None` in the value means deletion. No setter: AttributeError `attribute 'x' of 'T' objects is not writable`.
    pub set: Option<SetFn>,
}

/// A builtin type as data; [`Vm::native_type`](crate::vm::Vm::native_type) makes the type object on first use.
pub struct TypeSpec {
    /// `list`; with a module in front where CPython's `__module__` is another: `collections.deque`.
    pub name: &'static str,
    /// `None`: object.
    pub base: Option<&'static TypeSpec>,
    /// A second base; its instances' memory is part of the first one's (`ExceptionGroup`).
    pub also: Option<&'static TypeSpec>,
    pub layout: fn() -> &'static Layout,
    /// Size of an object with the 16-byte header, without GC head; 0: what the payload needs. Sizes that a release
    /// changed are looked up by name in the profile and win over this.
    pub basicsize: usize,
    pub itemsize: usize,
    /// Where instances keep their `__dict__`: offset from the object's start, 0 nowhere.
    pub dict_offset: i32,
    /// Where instances keep their weak list, 0 nowhere.
    pub weaklist_offset: i32,
    /// The one-byte tag of hot builtin types.
    pub exact: Exact,
    /// More facts: `TypeFlags::LIST`, `SEQUENCE`, `DISALLOW_INSTANTIATION`…
    pub flags: TypeFlags,
    /// Python classes may derive from it.
    pub subclassable: bool,
    /// Calling the type makes no argument tuple.
    pub vectorcall: bool,
    pub doc: Option<&'static str>,
    pub slots: SlotDefs,
    pub methods: &'static [Method],
    pub getset: &'static [GetSet],
}

impl TypeSpec {
    /// The start of every spec: `TypeSpec { slots: …, ..TypeSpec::new("list", List::layout) }`.
    pub const fn new(name: &'static str, layout: fn() -> &'static Layout) -> TypeSpec {
        TypeSpec {
            name,
            base: None,
            also: None,
            layout,
            basicsize: 0,
            itemsize: 0,
            dict_offset: 0,
            weaklist_offset: 0,
            exact: Exact::Other,
            flags: TypeFlags::NONE,
            subclassable: true,
            vectorcall: false,
            doc: None,
            slots: SlotDefs::NONE,
            methods: &[],
            getset: &[],
        }
    }
}

/// A builtin module as data, for `stdlib`: made on first import.
pub struct ModuleSpec {
    pub name: &'static str,
    pub doc: Option<&'static str>,
    pub functions: &'static [Method],
    /// Adds constants, types and state to the new module.
    pub init: fn(&Vm, &ObjRef) -> PyResult<()>,
}
