//! How native code is bound to Python: one table row for a method, one static for a type.

use crate::error::PyResult;
use crate::signature::Signature;
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{Dict, Exact, Layout, ObjRef, TypeFlags};

/// The arguments of a call: positional values first, then the keyword values, whose names follow in order.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    values: &'a [ObjRef],
    positional: usize,
    /// Names of the last `names.len()` values; exact `str` objects (interned mostly).
    names: &'a [ObjRef],
    /// Some tuple holds the values as long as the call lasts.
    tupled: bool,
    /// That tuple, if it is one of all positional arguments.
    tuple: Option<&'a ObjRef>,
    /// The dict of the keyword arguments, if one was made.
    dict: Option<&'a ObjRef>,
}

impl<'a> Args<'a> {
    pub const EMPTY: Args<'static> =
        Args { values: &[], positional: 0, names: &[], tupled: false, tuple: None, dict: None };
    pub fn new(values: &'a [ObjRef], names: &'a [ObjRef]) -> Args<'a> {
        Args { values, positional: values.len() - names.len(), names, tupled: false, tuple: None, dict: None }
    }
    pub fn positional_only(values: &'a [ObjRef]) -> Args<'a> {
        Args { values, positional: values.len(), names: &[], tupled: false, tuple: None, dict: None }
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
    /// The tuple and the dict that CPython makes of the arguments for calls by `tp_call`, `tp_init` or `METH_VARARGS`:
    /// they hold counts during the call, and their blocks wait in the free lists afterwards.
    pub fn packed(&self, vm: &Vm) -> Packed {
        if self.tupled {
            return Packed::default();
        }
        let positional = self.positional();
        let tuple = (!positional.is_empty()).then(|| vm.tuple_of(positional));
        let dict = self.has_keywords().then(|| {
            let dict = vm.dict();
            self.keywords().for_each(|(name, value)| vm.dict_set_name(&dict, name, value));
            dict.into_obj()
        });
        Packed { tuple, dict }
    }
    /// The same arguments, held by the tuple of all positional ones.
    pub fn within<'b>(self, tuple: Option<&'b ObjRef>) -> Args<'b>
    where
        'a: 'b,
    {
        Args { tupled: true, tuple: tuple.or(self.tuple), ..self }
    }
    /// The same arguments, held by the tuple and the dict that were made of them, if any were.
    pub fn packed_in<'b>(self, packed: &'b Packed) -> Args<'b>
    where
        'a: 'b,
    {
        Args { dict: packed.dict.as_ref().or(self.dict), ..self.within(packed.tuple()) }
    }
    /// The tuple that holds the positional arguments, if one was made.
    pub fn holder(&self) -> Option<&'a ObjRef> {
        self.tuple
    }
    /// The positional arguments as a tuple: the one that holds them, if there is one.
    pub fn tuple(&self, vm: &Vm) -> ObjRef {
        self.tuple.cloned().unwrap_or_else(|| vm.tuple_of(self.positional()))
    }
    /// The keyword arguments as a dict that the caller may keep: the one that holds them, if nobody else has it.
    ///
    /// # Errors
    /// MemoryError.
    pub fn dict(&self, vm: &Vm) -> PyResult {
        match self.dict {
            Some(dict) if dict.refcount() == 1 => Ok(dict.clone()),
            Some(dict) => Ok(vm.dict_copy(dict.to::<Dict>())?.into_obj()),
            None => {
                let dict = vm.dict();
                self.keywords().for_each(|(name, value)| vm.dict_set_name(&dict, name, value));
                Ok(dict.into_obj())
            }
        }
    }
    /// The dict of the keyword arguments, where the call has made one.
    pub fn made_dict(&self) -> Option<&'a ObjRef> {
        self.dict
    }
    /// The arguments without the first positional one.
    pub fn tail(&self) -> Args<'a> {
        Args {
            values: &self.values[1..],
            positional: self.positional - 1,
            names: self.names,
            tupled: self.tupled,
            tuple: None,
            dict: self.dict,
        }
    }
}

/// An argument tuple and a keyword dict that live as long as the call.
#[derive(Default)]
pub struct Packed {
    tuple: Option<ObjRef>,
    dict: Option<ObjRef>,
}

impl IntoIterator for Packed {
    type Item = ObjRef;
    type IntoIter = std::iter::Flatten<std::array::IntoIter<Option<ObjRef>, 2>>;
    fn into_iter(self) -> Self::IntoIter {
        [self.tuple, self.dict].into_iter().flatten()
    }
}

impl Packed {
    /// The tuple, if there are positional arguments and no tuple had them before.
    pub fn tuple(&self) -> Option<&ObjRef> {
        self.tuple.as_ref()
    }
}

/// Some of the six releases.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Releases(u8);

impl Releases {
    pub const NONE: Releases = Releases(0);
    pub const ALL: Releases = Releases(0b11_1111);
    /// 3.8 to 3.`minor`.
    pub const fn until(minor: u32) -> Releases {
        Releases((1 << (minor - 7)) - 1)
    }
    /// 3.`minor` to 3.13.
    pub const fn since(minor: u32) -> Releases {
        Releases(Releases::ALL.0 & !((1 << (minor - 8)) - 1))
    }
    /// Those of both.
    pub const fn and(self, other: Releases) -> Releases {
        Releases(self.0 | other.0)
    }
    /// Whether the interpreter's release is one of them.
    #[inline(always)]
    pub fn have(self, vm: &Vm) -> bool {
        self.within(vm.heap.profile())
    }
    /// Whether the profile's release is one of them.
    #[inline(always)]
    pub fn within(self, profile: &gc::HeapProfile) -> bool {
        self.0 != 0 && self.0 >> profile.column & 1 != 0
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
    /// Where calls make an argument tuple (`METH_VARARGS`).
    pub packs: Releases,
    /// Calls stay in their general form, after which the loop looks whether it is to be left.
    pub general: bool,
    /// Whether the machine looks after each call what is due; CPython's own forms of some calls do not.
    pub breaks: bool,
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
        let params = Signature::parse(signature);
        Method { signature, fun, binding, params, packs: Releases::NONE, general: false, breaks: true }
    }
    /// The same row, whose calls make an argument tuple in these releases.
    pub const fn packing(self, packs: Releases) -> Method {
        Method { packs, ..self }
    }
    /// The same row, after whose specialised calls nothing is looked at.
    pub const fn unbroken(self) -> Method {
        Method { breaks: false, ..self }
    }
    /// The same row, for a function that changes what the running loop does.
    pub const fn general(self) -> Method {
        Method { general: true, ..self }
    }
    /// The name in front of the parenthesis.
    pub fn name(&self) -> &'static str {
        let end = self.signature.bytes().position(|byte| byte == b'(');
        &self.signature[..end.unwrap_or(self.signature.len())]
    }

    /// Whether that is its name; cheaper than to ask for the name.
    pub fn is_named(&self, name: &str) -> bool {
        self.signature.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
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
    /// The name that the type has as a builtin, where the types of weak references are builtins.
    pub builtin_name: Option<&'static str>,
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
    /// Where it has the weak list.
    pub weakly: Releases,
    /// The one-byte tag of hot builtin types.
    pub exact: Exact,
    /// More facts: `TypeFlags::LIST`, `SEQUENCE`, `DISALLOW_INSTANTIATION`…
    pub flags: TypeFlags,
    /// Python classes may derive from it.
    pub subclassable: bool,
    /// Where calling the type makes no argument tuple.
    pub vectorcall: Releases,
    /// Where CPython makes the type as it makes classes, so that instances hold it.
    pub held: Releases,
    /// Where the collector does not know of the instances.
    pub uncollected: Releases,
    pub doc: Option<&'static str>,
    pub slots: SlotDefs,
    pub methods: &'static [Method],
    pub getset: &'static [GetSet],
}

impl TypeSpec {
    /// The name under a profile.
    pub fn name_in(&self, profile: &gc::HeapProfile) -> &'static str {
        self.builtin_name.filter(|_| profile.wording.builtin_references).unwrap_or(self.name)
    }

    /// The start of every spec: `TypeSpec { slots: …, ..TypeSpec::new("list", List::layout) }`.
    pub const fn new(name: &'static str, layout: fn() -> &'static Layout) -> TypeSpec {
        TypeSpec {
            name,
            builtin_name: None,
            base: None,
            also: None,
            layout,
            basicsize: 0,
            itemsize: 0,
            dict_offset: 0,
            weaklist_offset: 0,
            weakly: Releases::ALL,
            exact: Exact::Other,
            flags: TypeFlags::NONE,
            subclassable: true,
            vectorcall: Releases::NONE,
            held: Releases::NONE,
            uncollected: Releases::NONE,
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
