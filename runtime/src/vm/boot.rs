//! Making an interpreter: the first types, the singletons, then everything that needs a `Vm`.

use crate::builtins::exceptions::Exceptions;
use crate::builtins::exceptions::table::spec;
use crate::builtins::{none, object, type_object};
use crate::error::Exc;
use crate::hash::HashKey;
use crate::names::Names;
use crate::native::TypeSpec;
use crate::object::{Type, native};
use crate::protocol::dicts::intern_in;
use crate::types::Types;
use crate::vm::Vm;
use crate::vm::cast::MethodCache;
use crate::vm::make::SMALL_INTS;
use gc::counts::StaticCount;
use gc::{Allocator, Bare, Bytes, Dict, Heap, HeapProfile, Int, ObjRef, Str, Tuple};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap};

/// What an interpreter is made with.
#[derive(Clone, Copy, Default)]
pub struct Config {
    /// Whose memory model.
    pub profile: HeapProfile,
    pub hash_key: HashKey,
    /// Called before each new arena.
    pub arena_watch: Option<fn(&Heap)>,
}

/// The types that exist so far, by the address of their row.
struct Shells<'h> {
    heap: &'h Heap,
    metatype: ObjRef,
    made: BTreeMap<usize, ObjRef>,
}

fn key(spec: &'static TypeSpec) -> usize {
    std::ptr::from_ref(spec).addr()
}

impl Shells<'_> {
    fn get(&mut self, spec: &'static TypeSpec) -> ObjRef {
        if let Some(ty) = self.made.get(&key(spec)) {
            return ty.clone();
        }
        let base = self.get(spec.base.unwrap_or(&object::SPEC));
        let ty = native::shell(self.heap, &self.metatype, spec, &base);
        self.made.insert(key(spec), ty.clone());
        ty
    }
}

/// `object` and `type`, which need each other.
fn first_types(heap: &Heap) -> (ObjRef, ObjRef) {
    let object_head = native::head(heap, &object::SPEC, None);
    let type_head = native::head(heap, &type_object::SPEC, Some(&object_head));
    let (metatype, object) =
        heap.bootstrap(Type::new(type_head, Some(&type_object::SPEC)), Type::new(object_head, Some(&object::SPEC)));
    metatype.base.set(object.as_obj().clone());
    (metatype.into_obj(), object.into_obj())
}

/// Bytes of the native stack that a process may use: no more are asked for where there is no limit.
fn stack_size() -> usize {
    gc::stack_limit().min(64 << 20)
}

impl Vm {
    /// An interpreter as the command line starts it, on the main thread, with the memory model of `release` ("3.11").
    /// Small blocks come from `allocator`.
    pub fn start(hash_seed: Option<&str>, release: &str, allocator: Allocator) -> Result<Box<Vm>, String> {
        Vm::start_watched(hash_seed, release, allocator, None)
    }

    /// As [`Vm::start`]; `arena_watch` is called before each new arena.
    ///
    /// # Errors
    /// As `start`.
    pub fn start_watched(
        hash_seed: Option<&str>,
        release: &str,
        allocator: Allocator,
        arena_watch: Option<fn(&Heap)>,
    ) -> Result<Box<Vm>, String> {
        let profile = HeapProfile { allocator, ..HeapProfile::parse(release)? };
        let hash_key = match hash_seed {
            None | Some("") => HashKey::ZERO,
            Some("random") => HashKey::random(),
            Some(number) => match number.parse() {
                Ok(seed) => HashKey::from_seed(seed),
                Err(_) => {
                    return Err("PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]".to_owned());
                }
            },
        };
        let vm = Vm::new(Config { hash_key, profile, arena_watch });
        let here = 0u8;
        vm.run.set_stack_floor(std::ptr::from_ref(&here).addr().saturating_sub(stack_size()));
        Ok(vm)
    }

    /// Whether a signal came in; it is dealt with now.
    pub fn take_interrupt(&self) -> bool {
        self.run.take_interrupt()
    }

    /// The flag that a signal handler raises to interrupt the program.
    pub fn interrupt_flag(&self) -> std::sync::Arc<std::sync::atomic::AtomicUsize> {
        self.run.interrupt_flag()
    }

    /// A new interpreter with the builtin types, and without any module.
    pub fn new(config: Config) -> Box<Vm> {
        let heap = Heap::new(config.profile);
        heap.begin_start_up();
        if let Some(tell) = config.arena_watch {
            heap.watch_arenas(tell);
        }
        let (metatype, object) = first_types(&heap);
        let made = BTreeMap::from([(key(&object::SPEC), object), (key(&type_object::SPEC), metatype.clone())]);
        let mut shells = Shells { heap: &heap, metatype, made };
        let types = Types::new(|spec| shells.get(spec));
        let mut singleton = |spec| {
            let ty = shells.get(spec);
            heap.alloc_static(&ty, Bare {}).into_obj()
        };
        let none = singleton(&none::NONE);
        let not_implemented = singleton(&none::NOT_IMPLEMENTED);
        let ellipsis = singleton(&none::ELLIPSIS);
        let made = shells.made;
        let static_int = |ty: &ObjRef, n: i64| Int::new_static(&heap, ty, n).into_obj();
        let static_str = |text: &str| {
            let text = Str::new_static(&heap, &types.str, text);
            text.set_hash(config.hash_key.hash_bytes(text.unit_bytes()));
            heap.intern_forever(&text).into_obj()
        };
        let lazy = config.profile.objects.latin1_on_demand;
        let char_of = |c: u8| OnceCell::from(static_str(&char::from(c).to_string()));
        let names = Names::new(|text| intern_in(&heap, &types.str, config.hash_key, text));
        let vm = Box::new(Vm {
            true_: static_int(&types.bool_, 1),
            false_: static_int(&types.bool_, 0),
            empty_str: static_str(""),
            chars: (0..=255u8).map(|c| if lazy && c > 127 { OnceCell::new() } else { char_of(c) }).collect(),
            small_ints: SMALL_INTS.map(|n| static_int(&types.int, n)).collect(),
            empty_tuple: Tuple::new_static_empty(&heap, &types.tuple).into_obj(),
            empty_bytes: Bytes::new_static(&heap, &types.bytes, &[]).into_obj(),
            bytes_chars: (0..=255u8).map(|b| Bytes::new_static(&heap, &types.bytes, &[b]).into_obj()).collect(),
            modules: Dict::new(&heap, &types.dict),
            sys: gc::Slot::empty(),
            exceptions: Exceptions::new(),
            native_types: RefCell::new(made),
            methods: MethodCache::new(),
            last_version: Cell::new(0),
            in_repr: RefCell::new(Vec::new()),
            module_specs: RefCell::new(HashMap::new()),
            frozen: RefCell::new(HashMap::new()),
            original_builtins: gc::Slot::empty(),
            finalized: Cell::new(false),
            states: RefCell::new(HashMap::new()),
            running: Default::default(),
            hash_key: config.hash_key,
            run: Default::default(),
            types,
            names,
            none,
            ellipsis,
            not_implemented,
            heap,
        });
        vm.heap.set_context(std::ptr::from_ref::<Vm>(&vm).cast());
        vm.heap.set_hooks(super::hooks_of_heap::HOOKS);
        vm.finish();
        vm.count_statics();
        vm.heap.set_gc_enabled(true);
        vm
    }

    /// Raises the counts of what is always there, as the release does.
    fn count_statics(&self) {
        let counts = self.heap.profile().counts;
        let statics = self.small_ints.iter().chain(&self.bytes_chars).chain([&self.empty_tuple, &self.empty_bytes]);
        statics.for_each(|obj| self.heap.count_static(obj, counts.statics));
        let singletons = [&self.none, &self.true_, &self.false_, &self.ellipsis, &self.not_implemented];
        singletons.into_iter().for_each(|obj| self.heap.count_static(obj, counts.singletons));
        self.native_types.borrow().values().for_each(|ty| self.heap.count_static(ty, counts.singletons));
    }

    /// Counts what CPython's start-up holds of the objects that are everywhere; called when a program is about to begin.
    pub fn hold_as_start_up(&self) {
        let profile = self.heap.profile();
        let held = profile.held;
        let base = |how: StaticCount| if let StaticCount::From(first) = how { first } else { 0 };
        let (singles, others) = (base(profile.counts.singletons), base(profile.counts.statics));
        let singletons = [&self.none, &self.true_, &self.false_].into_iter().zip(held.singletons.map(|n| (singles, n)));
        let empty = [&self.empty_tuple, &self.empty_str, &self.empty_bytes].into_iter().zip(held.empty);
        let statics = empty.chain(self.small_ints.iter().zip(held.ints.iter().copied()));
        for (obj, (first, count)) in singletons.chain(statics.map(|(obj, n)| (obj, (others, n)))) {
            let more = (first + usize::from(count)) as isize - obj.refcount();
            if count > 0 && more > 0 {
                self.heap.hold(obj, more);
            }
        }
    }

    /// Gives every type its namespace, in table order.
    fn finish(&self) {
        let mut shells: Vec<ObjRef> = self.native_types.borrow().values().cloned().collect();
        shells.sort_by_key(ObjRef::addr);
        for ty in shells {
            if crate::vm::cast::as_type(&ty).dict.is_none() {
                native::ready(self, &ty);
            }
        }
        // In CPython's order, which `__subclasses__()` shows: level by level.
        self.exception_type(Exc::BaseExceptionGroup);
        let depth = |exc: Exc| std::iter::successors(Some(spec(exc)), |spec| spec.base).count();
        for level in 1..=6 {
            Exc::ALL.iter().filter(|exc| depth(**exc) == level).for_each(|exc| drop(self.exception_type(*exc).clone()));
        }
        self.register_module(&crate::builtins::functions::MODULE);
        let builtins = self.load_builtin_module("builtins");
        debug_assert!(builtins.is_ok(), "the module builtins cannot be made");
        if let Ok(Some(module)) = builtins
            && let Ok(copy) = self.module_dict(&module).copy(&self.heap, &self.types.dict)
        {
            self.original_builtins.set(copy.into_obj());
        }
    }
}
