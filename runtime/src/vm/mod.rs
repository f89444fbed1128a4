//! The interpreter: one value that owns the heap, the builtin types and the machine's state.

pub mod arith;
pub mod async_gen;
pub mod attr_forms;
pub mod bind;
pub mod boot;
pub mod call;
pub mod cast;
pub mod cell;
pub mod class_build;
pub mod code_object;
pub mod cpu;
pub mod fast;
pub mod frame;
pub mod frame_object;
pub mod function;
pub mod generator;
pub(crate) mod generator_frame;
mod generator_layout;
pub mod generator_type;
mod held;
pub mod hooks;
pub mod hooks_of_heap;
pub mod import;
pub mod inspect;
pub mod instr;
pub mod interp;
pub mod link;
pub mod make;
pub mod method;
pub mod module_spec;
pub mod modules;
pub mod operand;
pub mod ops_arith;
pub mod ops_async;
pub mod ops_attr;
pub mod ops_build;
pub mod ops_call;
pub mod ops_compare;
pub mod ops_except;
pub mod ops_import;
pub mod ops_item;
pub mod ops_iter;
pub mod ops_jump;
pub mod ops_match;
pub mod ops_move;
pub mod ops_name;
pub mod ops_native;
mod ops_special;
pub mod ops_spread;
pub mod owners;
pub mod program;
pub mod read;
pub mod run;
pub mod running;
pub mod shutdown;
pub mod sink;
mod stand_ins;
pub mod state;
pub mod super_context;
pub mod traceback;
pub mod tracing;
pub mod uncaught;
pub mod unraisable;
pub mod unwind;

use crate::builtins::exceptions::Exceptions;
use crate::names::Names;
use crate::native::{ModuleSpec, TypeSpec};
use crate::types::Types;
use crate::vm::cast::MethodCache;
use gc::{Dict, Heap, ObjRef, OwnedHeap, Ref};
use std::any::{Any, TypeId};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::ops::Deref;
use std::rc::Rc;

/// One interpreter. Everything takes `&Vm`; nothing is global, so several can live side by side.
pub struct Vm {
    pub types: Types,
    pub names: Names,
    pub exceptions: Exceptions,
    pub none: ObjRef,
    pub true_: ObjRef,
    pub false_: ObjRef,
    pub ellipsis: ObjRef,
    pub not_implemented: ObjRef,
    pub empty_tuple: ObjRef,
    pub empty_str: ObjRef,
    pub empty_bytes: ObjRef,
    /// −5 … 256.
    pub(crate) small_ints: Vec<ObjRef>,
    /// One-character strings up to U+00FF.
    pub(crate) chars: Vec<OnceCell<ObjRef>>,
    /// One-byte bytes objects.
    pub(crate) bytes_chars: Vec<ObjRef>,
    /// `sys.modules`.
    pub(crate) modules: Ref<Dict>,
    /// The module `sys`, which the interpreter uses even after it left `sys.modules`.
    pub(crate) sys: gc::Slot,
    /// Rows of builtin modules by name.
    pub(crate) module_specs: RefCell<HashMap<&'static str, &'static ModuleSpec>>,
    /// Modules written in Python that are part of the binary: name to (source, is a package).
    pub(crate) frozen: RefCell<HashMap<&'static str, &'static modules::Frozen>>,
    pub(crate) native_types: RefCell<BTreeMap<usize, ObjRef>>,
    pub(crate) methods: MethodCache,
    /// The last type version handed out.
    pub(crate) last_version: Cell<u32>,
    /// Containers whose repr is being made (`[...]`).
    pub(crate) in_repr: RefCell<Vec<usize>>,
    pub hash_key: crate::hash::HashKey,
    pub run: state::State,
    /// What `builtins` holds before the program changes it, for the end.
    pub(crate) original_builtins: gc::Slot,
    /// The modules are gone.
    pub(crate) finalized: Cell<bool>,
    pub(crate) states: RefCell<HashMap<TypeId, Rc<dyn Keeps>>>,
    /// What native code keeps while it runs Python, outermost first.
    pub(crate) running: RefCell<Vec<Rc<running::Running>>>,
    /// Dropped last: every handle above lives in it.
    pub heap: OwnedHeap,
}

/// The state of a module, of which the instruments want to know what objects it keeps.
pub trait Keeps: Any {
    /// Calls `look` for each count that the state owns, with the words for it; counts do not change.
    fn holds(&self, _look: &mut dyn FnMut(&'static str, &ObjRef)) {}
}

impl Deref for Vm {
    type Target = Heap;
    fn deref(&self) -> &Heap {
        &self.heap
    }
}

impl Vm {
    /// The state of a module, made on first use; one value per Rust type.
    pub fn state<T: Default + Keeps>(&self) -> Rc<T> {
        if let Some(state) = self.states.borrow().get(&TypeId::of::<T>()) {
            let state: Rc<dyn Any> = state.clone();
            return state.downcast().expect("keyed by type");
        }
        let state = Rc::new(T::default());
        self.states.borrow_mut().insert(TypeId::of::<T>(), state.clone());
        state
    }

    /// The type object of a row, made on first use.
    pub fn native_type(&self, spec: &'static TypeSpec) -> ObjRef {
        let key = std::ptr::from_ref(spec).addr();
        if let Some(ty) = self.native_types.borrow().get(&key) {
            return ty.clone();
        }
        // CPython's has been there since the start: no traced line has made it.
        match self.tracing() {
            Some(tracing) => tracing.paused(|| crate::object::native::make(self, spec)),
            None => crate::object::native::make(self, spec),
        }
    }
}
