//! The entries of a traceback as plain data.

use crate::vm::Vm;
use crate::vm::code_object::CodeObject;
use crate::vm::frame_object::FrameObject;
use crate::vm::traceback::Traceback;
use frontend::code::Position;
use gc::ObjRef;

/// More entries than this are not shown: the oldest go first.
const LIMIT: usize = 1000;

/// One entry.
#[derive(PartialEq)]
pub struct Entry {
    pub filename: String,
    pub line: i64,
    pub name: String,
    pub position: Option<Position>,
}

impl Entry {
    /// Whether both would print the same first line.
    pub fn same_place(&self, other: &Entry) -> bool {
        self.filename == other.filename && self.line == other.line && self.name == other.name
    }
}

/// The entries from the oldest on, as many as `sys.tracebacklimit` allows.
pub fn entries(vm: &Vm, traceback: &ObjRef) -> Vec<Entry> {
    let mut all = Vec::new();
    let mut at = Some(traceback.clone());
    while let Some(entry) = at {
        let Some(this) = entry.payload::<Traceback>() else { break };
        all.extend(read(vm, this));
        at = this.next.get();
    }
    let limit = limit(vm);
    if all.len() > limit {
        all.drain(..all.len() - limit);
    }
    all
}

fn limit(vm: &Vm) -> usize {
    let value = vm.sys_attr(&vm.intern("tracebacklimit"));
    match value.filter(|v| vm.is_int(v)) {
        Some(value) => vm.to_i64_opt(&value).map_or(LIMIT, |n| usize::try_from(n).unwrap_or(0)),
        None => LIMIT,
    }
}

fn read(vm: &Vm, entry: &Traceback) -> Option<Entry> {
    let frame = entry.frame.get()?;
    let code = frame.payload::<FrameObject>()?.code_object()?;
    let code = code.payload::<CodeObject>()?;
    let index = usize::try_from(entry.lasti.get() / 2).ok();
    Some(Entry {
        filename: vm.slot_text(&code.filename),
        line: i64::from(entry.line.get()),
        name: vm.slot_text(&code.name),
        position: index.and_then(|i| code.source().positions.get(i).copied()),
    })
}
