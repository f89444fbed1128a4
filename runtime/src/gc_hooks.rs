//! What the collector tells the language: `gc.callbacks`, `gc.garbage` and the lines of the debug flags.

use crate::vm::Vm;
use crate::vm::cast::vm_of;
use gc::{Collection, GcEvent, Heap, List, ObjRef, Phase};
use std::cell::OnceCell;

/// The two lists that the `gc` module shows; made when somebody asks for them first.
#[derive(Default)]
struct GcLists {
    callbacks: OnceCell<ObjRef>,
    garbage: OnceCell<ObjRef>,
}

impl crate::vm::Keeps for GcLists {
    fn holds(&self, look: &mut dyn FnMut(&'static str, &ObjRef)) {
        self.callbacks.get().into_iter().for_each(|list| look("gc.callbacks of the collector", list));
        self.garbage.get().into_iter().for_each(|list| look("gc.garbage of the collector", list));
    }
}

impl Vm {
    /// `gc.callbacks`.
    pub fn gc_callbacks(&self) -> ObjRef {
        self.state::<GcLists>().callbacks.get_or_init(|| self.list(Vec::new())).clone()
    }

    /// Whether anybody is told of collections.
    pub fn watches_collections(&self) -> bool {
        let callbacks = self.state::<GcLists>().callbacks.get().cloned();
        self.heap.gc_debug() != 0 || callbacks.is_some_and(|list| !list.to::<List>().is_empty())
    }

    /// `gc.garbage`.
    pub fn gc_garbage(&self) -> ObjRef {
        self.state::<GcLists>().garbage.get_or_init(|| self.list(Vec::new())).clone()
    }
}

/// Calls every entry of `gc.callbacks` with the phase and a dict of figures; errors are unraisable.
pub fn gc_callback(heap: &Heap, phase: Phase, figures: &Collection) {
    let vm = vm_of(heap);
    vm.record_collection((phase == Phase::Stop).then_some(figures));
    let lists = vm.state::<GcLists>();
    let Some(callbacks) = lists.callbacks.get() else { return };
    let callbacks = callbacks.to::<List>();
    if callbacks.is_empty() {
        return;
    }
    let info = vm.dict();
    let rows = [
        ("generation", figures.generation),
        ("collected", figures.collected),
        ("uncollectable", figures.uncollectable),
    ];
    for (name, figure) in rows {
        if let Err(error) = vm.dict_set(&info, &vm.intern(name), &vm.int(figure as i64)) {
            return vm.unraisable(error, &vm.none);
        }
    }
    let phase = vm.str(if phase == Phase::Start { "start" } else { "stop" });
    let mut index = 0;
    while let Some(callback) = callbacks.get(index) {
        if let Err(error) = vm.call(&callback, &[phase.clone(), info.clone().into_obj()]) {
            vm.unraisable(error, &callback);
        }
        index += 1;
    }
}

/// An object that stays, or that DEBUG_SAVEALL keeps, goes to `gc.garbage`.
pub fn garbage(heap: &Heap, obj: ObjRef) {
    let vm = vm_of(heap);
    let list = vm.gc_garbage();
    if list.to::<List>().push(heap, obj).is_err() {
        heap.memory_ran_out();
    }
}

/// The lines of DEBUG_STATS, DEBUG_COLLECTABLE and DEBUG_UNCOLLECTABLE (CPython: Modules/gcmodule.c), on stderr.
pub fn gc_event(heap: &Heap, event: GcEvent<'_>) {
    let vm = vm_of(heap);
    let named = |what: &str, obj: &ObjRef| format!("gc: {what} <{} {:#x}>\n", vm.type_name(obj), obj.addr());
    let text = match event {
        GcEvent::Begin { generation } => {
            let (counts, permanent) = heap.tracked_counts();
            format!(
                "gc: collecting generation {generation}...\ngc: objects in each generation: {} {} {}\n\
                 gc: objects in permanent generation: {permanent}\n",
                counts[0], counts[1], counts[2]
            )
        }
        GcEvent::Collectable(obj) => named("collectable", obj),
        GcEvent::Uncollectable(obj) => named("uncollectable", obj),
        GcEvent::End { unreachable, uncollectable, seconds } => {
            format!("gc: done, {unreachable} unreachable, {uncollectable} uncollectable, {seconds:.4}s elapsed\n")
        }
        GcEvent::Pass(_) => return,
    };
    vm.write_stderr(&text);
}
