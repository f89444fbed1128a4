//! `code`: a code object is the Python face of linked code.

use std::rc::Rc;

use frontend::code::{Code, flags};
use gc::{Field, ObjRef, Ref, Slot, Visitor, payload};

use crate::error::PyResult;
use crate::native::{Args, Fun, GetSet, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use crate::vm::link::{Linked, stack_size};
use frontend::op::CmpOp;

payload! {
    /// Code that can run, and the names it goes by.
    pub struct CodeObject: plain {
        pub linked: Box<Linked>,
        pub name: Slot,
        pub qualname: Slot,
        pub filename: Slot,
        pub weak: gc::WeakList,
        /// The block that the next call gets (up to 3.10).
        pub spare: gc::SpareFrame,
    }
}

impl Field for Box<Linked> {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        (**self).trace(visitor);
    }
    fn edges(&self, sink: &mut gc::EdgeSink<'_>) {
        (**self).edges(sink);
    }
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    exact: gc::Exact::Code,
    weaklist_offset: (gc::HEADER + std::mem::offset_of!(CodeObject, weak)) as i32,
    subclassable: false,
    slots: SlotDefs { repr: Some(repr), compare: Some(compare), hash: Some(hash), ..SlotDefs::NONE },
    methods: &[
        Method::new("co_lines(self, /)", Fun::None(co_lines)),
        Method::new("co_positions(self, /)", Fun::None(co_positions)),
        Method::new("replace(self, /, **changes)", Fun::Raw(replace)),
        Method::new("__sizeof__(self, /)", Fun::None(sizeof)),
    ],
    getset: &[
        GetSet { name: "co_argcount", get: |vm, c| count(vm, c, |k| k.arg_count), set: None },
        GetSet { name: "co_posonlyargcount", get: |vm, c| count(vm, c, |k| k.posonly_count), set: None },
        GetSet { name: "co_kwonlyargcount", get: |vm, c| count(vm, c, |k| k.kwonly_count), set: None },
        GetSet { name: "co_stacksize", get: |vm, c| Ok(vm.int(stack_size(vm, source(c)).into())), set: None },
        GetSet { name: "co_flags", get: |vm, c| Ok(vm.int(source(c).flags as i64)), set: None },
        GetSet { name: "co_nlocals", get: |vm, c| count(vm, c, |k| k.varnames.len() as u16), set: None },
        GetSet { name: "co_consts", get: co_consts, set: None },
        GetSet { name: "co_names", get: |vm, c| Ok(vm.tuple(linked(c).names.iter().cloned())), set: None },
        GetSet { name: "co_filename", get: |vm, c| slot(vm, &c.to::<CodeObject>().filename), set: None },
        GetSet { name: "co_name", get: |vm, c| slot(vm, &c.to::<CodeObject>().name), set: None },
        GetSet { name: "co_qualname", get: |vm, c| slot(vm, &c.to::<CodeObject>().qualname), set: None },
        GetSet { name: "co_firstlineno", get: |vm, c| Ok(vm.int(source(c).first_line as i64)), set: None },
        GetSet { name: "co_varnames", get: |vm, c| names(vm, &source(c).varnames), set: None },
        GetSet { name: "co_cellvars", get: |vm, c| names(vm, &source(c).cellvars), set: None },
        GetSet { name: "co_freevars", get: |vm, c| names(vm, &source(c).freevars), set: None },
        GetSet { name: "co_code", get: co_code, set: None },
    ],
    ..TypeSpec::new("code", <CodeObject as gc::Payload>::layout)
};

impl CodeObject {
    pub(crate) fn make(vm: &Vm, linked: Linked, filename: ObjRef) -> Ref<CodeObject> {
        let name = vm.intern(&linked.source.name);
        let qualname = vm.intern(&linked.source.qualname);
        let object = CodeObject {
            linked: Box::new(linked),
            name: Slot::new(name),
            qualname: Slot::new(qualname),
            filename: Slot::new(filename),
            weak: gc::WeakList::default(),
            spare: gc::SpareFrame::default(),
        };
        let code = vm.heap.alloc(&vm.types.code, object);
        code.linked.set_owner(&code);
        code
    }

    /// The compiled code as plain data.
    pub fn source(&self) -> &Rc<Code> {
        &self.linked.source
    }
}

fn linked(code: &ObjRef) -> &Linked {
    &code.to::<CodeObject>().linked
}

fn source(code: &ObjRef) -> &Code {
    &linked(code).source
}

fn slot(vm: &Vm, slot: &Slot) -> PyResult {
    Ok(slot.get().unwrap_or_else(|| vm.none()))
}

fn count(vm: &Vm, code: &ObjRef, field: fn(&Code) -> u16) -> PyResult {
    Ok(vm.int(field(source(code)) as i64))
}

fn names(vm: &Vm, names: &[Rc<str>]) -> PyResult {
    Ok(vm.tuple(names.iter().map(|n| vm.intern(n)).collect::<Vec<_>>()))
}

fn co_consts(vm: &Vm, code: &ObjRef) -> PyResult {
    Ok(vm.tuple(linked(code).constants().cloned().collect::<Vec<_>>()))
}

/// The compiled instructions as they lie in memory; not CPython's bytes.
fn co_code(vm: &Vm, code: &ObjRef) -> PyResult {
    let mut bytes = Vec::new();
    for i in &source(code).instrs {
        bytes.extend([i.op as u8, i.d]);
        [i.a, i.b, i.c].iter().for_each(|x| bytes.extend(x.to_le_bytes()));
    }
    Ok(vm.bytes(&bytes))
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let code = this.to::<CodeObject>();
    let source = code.source();
    let name = vm.slot_text(&code.name);
    let file = vm.slot_text(&code.filename);
    Ok(vm.str(format!("<code object {name} at {:#x}, file \"{file}\", line {}>", this.addr(), source.first_line)))
}

/// Equal code: same name, counts, instructions, constants and names.
fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    if other.payload::<CodeObject>().is_none() || !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(vm.not_implemented.clone());
    }
    let (a, b) = (source(this), source(other));
    let mut equal = this.is(other)
        || (a.name == b.name
            && (a.arg_count, a.posonly_count, a.kwonly_count) == (b.arg_count, b.posonly_count, b.kwonly_count)
            && (a.flags, a.first_line) == (b.flags, b.first_line)
            && a.instrs == b.instrs
            && (&a.names, &a.varnames) == (&b.names, &b.varnames)
            && (&a.freevars, &a.cellvars) == (&b.freevars, &b.cellvars)
            && a.consts.len() == b.consts.len());
    let pairs = linked(this).constants().zip(linked(other).constants());
    for (x, y) in pairs {
        equal = equal && x.ty_ref().is(y.ty_ref()) && vm.eq(x, y)?;
    }
    Ok(vm.bool(equal == (op == CmpOp::Eq)))
}

fn hash(_vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let code = source(this);
    let mut h: u64 = code.first_line as u64 ^ 0x9e37_79b9;
    for i in &code.instrs {
        let word = (i.op as u64) << 56 | (i.a as u16 as u64) << 32 | (i.b as u16 as u64) << 16 | i.c as u16 as u64;
        h = (h.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    Ok((h >> 2) as isize)
}

/// Ranges of instructions with their line, in units of two bytes as CPython counts.
fn co_lines(vm: &Vm, this: &ObjRef) -> PyResult {
    let code = source(this);
    let mut rows: Vec<ObjRef> = Vec::new();
    let mut start = 0usize;
    for end in 1..=code.positions.len() {
        let line = code.positions[start].line;
        if end == code.positions.len() || code.positions[end].line != line {
            let shown = if line == 0 { vm.none() } else { vm.int(line as i64) };
            rows.push(vm.tuple([vm.int(2 * start as i64), vm.int(2 * end as i64), shown]));
            start = end;
        }
    }
    vm.iter(&vm.list(rows))
}

fn co_positions(vm: &Vm, this: &ObjRef) -> PyResult {
    let number = |n: u32| vm.int(n as i64);
    let rows = source(this)
        .positions
        .iter()
        .map(|p| vm.tuple([number(p.line), number(p.end_line), number(p.column), number(p.end_column)]));
    vm.iter(&vm.list(rows.collect()))
}

fn sizeof(vm: &Vm, this: &ObjRef) -> PyResult {
    let code = source(this);
    if vm.heap.profile().frames.is_none() {
        return Ok(vm.int_exact(184 + 8 * code.instrs.len() as i64));
    }
    // The instructions are an object of their own; a table tells which cells are parameters, if any is.
    let cells = code.cell_registers.len() as i64;
    let has_table = code.cell_registers.iter().any(|&register| usize::from(register) < code.varnames.len());
    Ok(vm.int_exact(176 + if has_table { 8 * cells } else { 0 }))
}

/// What the instructions depend on.
const FIXED: &[&str] = &[
    "co_argcount",
    "co_posonlyargcount",
    "co_kwonlyargcount",
    "co_nlocals",
    "co_stacksize",
    "co_code",
    "co_consts",
    "co_names",
    "co_varnames",
    "co_freevars",
    "co_cellvars",
    "co_linetable",
    "co_exceptiontable",
];

/// `code.replace(co_name=…)`: names, lines and flags can change; what the instructions depend on cannot.
fn replace(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    if !args.positional().is_empty() {
        return Err(vm.type_error("replace() takes no positional arguments"));
    }
    let old = this.to::<CodeObject>();
    let mut code: Code = (**old.source()).clone();
    let mut filename = old.filename.get();
    for (key, value) in args.keywords() {
        let key = vm.str_text(key)?.into_owned();
        match key.as_str() {
            "co_name" => code.name = vm.expect_str(value, "replace() argument 'co_name'")?.as_ref().into(),
            "co_qualname" => code.qualname = vm.expect_str(value, "replace() argument 'co_qualname'")?.as_ref().into(),
            "co_filename" => filename = Some(value.clone()),
            "co_firstlineno" => code.first_line = vm.to_i64(value)? as u32,
            "co_flags" => code.flags = vm.to_i64(value)? as u32 & !flags::NEWLOCALS | code.flags & flags::NEWLOCALS,
            _ if FIXED.contains(&key.as_str()) => {
                return Err(vm.not_implemented_error(format!("code.replace() cannot change '{key}' here")));
            }
            _ => return Err(vm.type_error(format!("'{key}' is an invalid keyword argument for replace()"))),
        }
    }
    let filename = filename.unwrap_or_else(|| vm.str(&*code.filename));
    Ok(vm.relink(old, Rc::new(code), filename).into_obj())
}
