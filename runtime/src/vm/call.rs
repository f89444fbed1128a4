//! Entering Python functions: a window for the callee, its parameters, its frame.

use std::mem::ManuallyDrop;

use frontend::code::flags;
use gc::{Dict, Exact, Lookup, ObjRef, Ref, Str, Tuple};
use smallvec::SmallVec;

use crate::error::{PyResult, Raised};
use crate::native::Args;
use crate::vm::Vm;
use crate::vm::bind::{Given, bind};
use crate::vm::cell::CellObject;
use crate::vm::frame::{Kind, Reg};
use crate::vm::function::Function;
use crate::vm::interp;
use crate::vm::link::Linked;

/// A call of a Python function that is about to get its frame.
pub(crate) struct Entry<'a> {
    /// Owned by the frame from now on.
    pub function: ObjRef,
    /// Where the callee's registers start; the first `count` of them hold the arguments.
    pub window: *mut Reg,
    pub count: usize,
    /// Names of the last arguments.
    pub names: &'a [ObjRef],
    pub kind: Kind,
    /// The instance under construction.
    pub held: Option<ObjRef>,
}

/// The function's payload.
#[inline(always)]
fn payload(function: &ObjRef) -> &Ref<Function> {
    debug_assert!(function.has::<Function>());
    // SAFETY: I1 of gc, callers have looked at the type.
    unsafe { function.cast_unchecked() }
}

/// Pushes the frame of a call whose arguments lie in place. On an error the arguments are gone.
pub(crate) fn enter(vm: &Vm, entry: Entry<'_>) -> PyResult<()> {
    // SAFETY: M5, the function keeps its code alive; binding runs no Python that could replace it.
    let linked = unsafe { &*std::ptr::from_ref(&*payload(&entry.function).code().linked) };
    if !vm.run.has_room(entry.window, (linked.registers as usize).max(entry.count)) {
        drop_window(entry.window, entry.count);
        return Err(vm.too_deep(""));
    }
    let exact = entry.names.is_empty() && linked.exact_args as usize == entry.count;
    if !exact && !fill_defaults(&entry, linked) && !place_named(&entry, linked) && !place_stars(vm, &entry, linked) {
        rebind(vm, &entry, linked)?;
    }
    push(vm, entry);
    Ok(())
}

/// The common case of missing arguments: the last parameters take their defaults.
fn fill_defaults(entry: &Entry<'_>, linked: &Linked) -> bool {
    let wanted = linked.exact_args as usize;
    if !entry.names.is_empty() || linked.exact_args == crate::vm::link::NOT_EXACT || entry.count >= wanted {
        return false;
    }
    // SAFETY: M6, nothing stores into the function meanwhile.
    let Some(defaults) = (unsafe { payload(&entry.function).defaults.as_ref() }) else { return false };
    let defaults = defaults.to::<Tuple>();
    let missing = wanted - entry.count;
    if missing > defaults.len() {
        return false;
    }
    let values = &defaults.items()[defaults.len() - missing..];
    for (x, value) in (entry.count..).zip(values) {
        // SAFETY: M1 by `has_room`, M4: the registers behind the arguments are empty.
        unsafe { entry.window.add(x).write(Some(value.clone())) };
    }
    true
}

/// The common case of keywords and keyword-only parameters: no stars, each name one of the parameters.
/// Nothing is allocated, so it can happen in the window; false: nothing was moved.
#[inline(never)]
fn place_named(entry: &Entry<'_>, linked: &Linked) -> bool {
    let wanted = linked.named_params as usize;
    let given = entry.count - entry.names.len();
    if wanted > MOST_NAMED || given > linked.source.arg_count as usize {
        return false;
    }
    if in_order(entry.names, linked, given) {
        return place_defaults(entry, linked);
    }
    let Some((places, filled)) = places_of(entry.names, linked, given) else { return false };
    // Nothing is left in it at the end, so nothing need look.
    let mut values = ManuallyDrop::new([const { None }; MOST_NAMED]);
    let missing = ((1u32 << wanted) - 1) & !filled;
    if missing != 0 && !defaults_for(entry, linked, missing, &mut values) {
        drop(ManuallyDrop::into_inner(values));
        return false;
    }
    // SAFETY: M1 by `has_room`, M3, M4: the named values are moved out, then each register that is
    // empty is written once.
    unsafe {
        for (n, place) in places[..entry.names.len()].iter().enumerate() {
            values[*place as usize] = (*entry.window.add(given + n)).take();
        }
        for (x, value) in values[..wanted].iter_mut().enumerate().skip(given) {
            entry.window.add(x).write(value.take());
        }
    }
    true
}

/// Whether the names are those of the next parameters: their values are in place already.
#[inline(always)]
fn in_order(names: &[ObjRef], linked: &Linked, given: usize) -> bool {
    let params = &linked.register_names[given..linked.named_params as usize];
    let many = names.len() <= params.len() && (names.is_empty() || given >= linked.source.posonly_count as usize);
    many && names.iter().zip(params).all(|(name, param)| name.is(param))
}

/// With all arguments in place: the defaults of all parameters behind them go straight to their places.
fn place_defaults(entry: &Entry<'_>, linked: &Linked) -> bool {
    let (function, positional) = (payload(&entry.function), linked.source.arg_count as usize);
    // SAFETY: M6, nothing stores into the function meanwhile.
    let (defaults, keywords) = unsafe { (function.defaults.as_ref(), function.kwdefaults.as_ref()) };
    let items = defaults.map_or(&[][..], |d| d.to::<Tuple>().items());
    let without = positional - items.len().min(positional);
    if entry.count < without {
        return false;
    }
    for x in entry.count..linked.named_params as usize {
        let default = if x < positional {
            Some(items[x - without].clone())
        } else {
            keywords.and_then(|dict| keyword_default(dict, &linked.register_names[x]))
        };
        if default.is_none() {
            // SAFETY: M1, these registers were just written.
            drop_window(unsafe { entry.window.add(entry.count) }, x - entry.count);
            return false;
        }
        // SAFETY: M1 by `has_room`, M4: the registers behind the arguments are empty.
        unsafe { entry.window.add(x).write(default) };
    }
    true
}

/// The most parameters that `place_named` deals with.
const MOST_NAMED: usize = 16;

/// Which parameters the names mean, and which ones then have a value (one bit each). None: a name
/// that is none of them, or one that has its value already.
fn places_of(names: &[ObjRef], linked: &Linked, given: usize) -> Option<([u8; MOST_NAMED], u32)> {
    let mut places = [0u8; MOST_NAMED];
    let mut filled = (1u32 << given) - 1;
    let first = linked.source.posonly_count as usize;
    let params = &linked.register_names[first..linked.named_params as usize];
    for (n, name) in names.iter().enumerate() {
        let at = first + params.iter().position(|p| p.is(name))?;
        if filled & (1 << at) != 0 {
            return None;
        }
        filled |= 1 << at;
        places[n] = at as u8;
    }
    Some((places, filled))
}

/// Copies the defaults of the missing parameters to their places; false if one has none.
fn defaults_for(entry: &Entry<'_>, linked: &Linked, missing: u32, values: &mut [Reg; MOST_NAMED]) -> bool {
    let (function, positional) = (payload(&entry.function), linked.source.arg_count as usize);
    // SAFETY: M6, nothing stores into the function meanwhile.
    let (defaults, keywords) = unsafe { (function.defaults.as_ref(), function.kwdefaults.as_ref()) };
    let items = defaults.map_or(&[][..], |d| d.to::<Tuple>().items());
    let without = positional - items.len().min(positional);
    for x in (0..linked.named_params as usize).filter(|x| missing & (1 << x) != 0) {
        let default = if x < positional {
            x.checked_sub(without).map(|n| items[n].clone())
        } else {
            keywords.and_then(|dict| keyword_default(dict, &linked.register_names[x]))
        };
        if default.is_none() {
            return false;
        }
        values[x] = default;
    }
    true
}

/// The common case of `*args` and `**kwargs`: all parameters are given by position, no name is that of one. Two objects
/// are made in sight of arguments that no frame protects: not while a collection could begin.
#[inline(never)]
fn place_stars(vm: &Vm, entry: &Entry<'_>, linked: &Linked) -> bool {
    let (code, names) = (&*linked.source, entry.names);
    let (wanted, given) = (code.arg_count as usize, entry.count - names.len());
    let (rest, named) = (code.has(flags::VARARGS), code.has(flags::VARKEYWORDS));
    let fits = given == wanted && named || given >= wanted && rest;
    if !fits || code.kwonly_count > 0 || !(names.is_empty() || named && are_strange(vm, names, linked)) {
        return false;
    }
    if !vm.heap.has_quiet(2) {
        return false;
    }
    // SAFETY: M1, M3: the arguments lie there; each is moved out once.
    let moved = |x: usize| unsafe { (*entry.window.add(x)).take().unwrap_unchecked() };
    let keywords = named.then(|| vm.dict());
    let rest = rest.then(|| vm.tuple((wanted..given).map(moved)));
    if let Some(keywords) = &keywords {
        names.iter().zip(given..).for_each(|(name, x)| vm.dict_set_name(keywords, name, &moved(x)));
    }
    for (x, value) in rest.into_iter().chain(keywords.map(Ref::into_obj)).enumerate() {
        // SAFETY: M1 by `has_room`, M4: the registers behind the parameters are empty now.
        unsafe { entry.window.add(wanted + x).write(Some(value)) };
    }
    true
}

/// Whether all names are strs and none is that of a parameter.
fn are_strange(vm: &Vm, names: &[ObjRef], linked: &Linked) -> bool {
    let params = &linked.register_names[..linked.source.arg_count as usize];
    names.iter().all(|name| name.ty().exact() == Exact::Str && !params.iter().any(|param| vm.same_str(param, name)))
}

fn keyword_default(defaults: &ObjRef, name: &ObjRef) -> Option<ObjRef> {
    let defaults = defaults.cast_ref::<Dict>()?;
    match defaults.find_str(name.cast_ref::<Str>()?) {
        Lookup::Found(entry) => defaults.value_at(entry),
        _ => None,
    }
}

/// Distributes the arguments by name. Everything that allocates happens outside the window, which
/// no frame protects yet.
#[inline(never)]
fn rebind(vm: &Vm, entry: &Entry<'_>, linked: &Linked) -> PyResult<()> {
    let mut values: SmallVec<[ObjRef; 8]> = SmallVec::with_capacity(entry.count);
    for x in 0..entry.count {
        // SAFETY: M3, the arguments lie there; each is moved out once.
        values.push(unsafe { (*entry.window.add(x)).take().unwrap_unchecked() });
    }
    let given = Given { values, names: entry.names };
    let bound = bind(vm, payload(&entry.function), linked, given)?;
    for (x, value) in bound.into_iter().enumerate() {
        // SAFETY: M1 by `has_room`, M4: the window is empty now.
        unsafe { entry.window.add(x).write(value) };
    }
    Ok(())
}

fn drop_window(window: *mut Reg, count: usize) {
    for x in 0..count {
        // SAFETY: M1, registers of a call that does not happen.
        drop(unsafe { (*window.add(x)).take() });
    }
}

/// Pushes the frame; the parameters are in place.
#[inline(always)]
pub(crate) fn push(vm: &Vm, entry: Entry<'_>) {
    let function = payload(&entry.function);
    // SAFETY: M5, the function moves into the frame and keeps its code alive.
    let linked = unsafe { &*std::ptr::from_ref(&*function.code().linked) };
    let block = if linked.entry_work { prepare(vm, function, linked, entry.window) } else { None };
    let scopes = function.scopes_raw();
    vm.run.push(entry.window, linked, entry.function, scopes, entry.kind);
    if block.is_some() {
        let frame = vm.run.top();
        frame.rare.set(true);
        frame.block.set(block);
    }
    if let Some(held) = entry.held {
        let frame = vm.run.top();
        frame.rare.set(true);
        frame.held.set(held);
    }
}

/// What entering needs besides the window: the closure's cells, and up to 3.10 a block for the frame.
#[inline(never)]
fn prepare(vm: &Vm, function: &Function, linked: &Linked, window: *mut Reg) -> Option<gc::FrameBlock> {
    copy_closure(function, linked, window);
    let slots = linked.frame_slots as usize;
    vm.heap.take_frame(&linked.owner().spare, slots)
}

/// The closure's cells become the last registers in front of the temporaries.
pub(crate) fn copy_closure(function: &Function, linked: &Linked, window: *mut Reg) {
    // SAFETY: M6, nothing stores into the function meanwhile.
    let Some(closure) = (unsafe { function.closure.as_ref() }) else { return };
    for (n, cell) in closure.to::<Tuple>().items().iter().enumerate() {
        debug_assert!(cell.has::<CellObject>());
        // SAFETY: M1, the registers of the free variables are part of the window.
        unsafe { window.add(linked.first_free as usize + n).write(Some(cell.clone())) };
    }
}

impl Vm {
    /// Calls a Python function from native code: a new loop that ends when it returns.
    pub fn call_function(&self, function: &ObjRef, args: Args<'_>) -> PyResult {
        self.call_with(function, args.values().iter().cloned(), args.values().len(), args.names())
    }

    /// As above; the `count` values move into the callee's window, which runs no Python.
    pub(crate) fn call_with(
        &self,
        function: &ObjRef,
        values: impl Iterator<Item = ObjRef>,
        count: usize,
        names: &[ObjRef],
    ) -> PyResult {
        self.native_entry()?;
        let window = self.run.free_window();
        if !self.run.has_room(window, count) {
            return Err(self.too_deep(""));
        }
        for (x, value) in values.take(count).enumerate() {
            // SAFETY: M1 by `has_room`, M4: what lies above the frames is empty.
            unsafe { window.add(x).write(Some(value)) };
        }
        let entry = Entry { function: function.clone(), window, count, names, kind: Kind::Native, held: None };
        enter(self, entry)?;
        interp::run(self)
    }

    /// Runs code with a namespace: module, class and exec code.
    pub fn run_in_namespace(&self, function: &Ref<Function>, namespace: Option<&ObjRef>) -> PyResult {
        self.native_entry()?;
        let window = self.run.free_window();
        let function = function.as_obj().clone();
        enter(self, Entry { function, window, count: 0, names: &[], kind: Kind::Native, held: None })?;
        self.run.top().rare.set(true);
        self.run.top().namespace.set(namespace.cloned());
        interp::run(self)
    }

    /// Native code is about to enter a loop: is there native stack left?
    #[inline]
    pub(crate) fn native_entry(&self) -> Result<(), Raised> {
        if self.run.native_room() { Ok(()) } else { Err(self.too_deep("")) }
    }
}
