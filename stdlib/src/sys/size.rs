//! What `sys` tells about one object's memory: its count, its size, the interned strings.

use gc::{Int, ObjRef};
use runtime::error::{Exc, PyResult};
use runtime::object::Type;
use runtime::vm::Vm;
use runtime::vm::cast::as_type;

/// The count; the argument itself holds one.
pub fn getrefcount(vm: &Vm, _: &ObjRef, obj: &ObjRef) -> PyResult {
    Ok(vm.int_exact(obj.shown_count() as i64))
}

/// `__sizeof__`, and the words in front of the header that it does not know about.
pub fn getsizeof(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let Some(obj) = &args[0] else { return Ok(vm.none()) };
    match own_size(vm, obj) {
        Ok(size) if size < 0 => Err(vm.value_error("__sizeof__() should return >= 0")),
        Ok(size) => Ok(vm.int_exact(size + words_in_front(vm, obj) as i64)),
        Err(raised) => match &args[1] {
            Some(default) if raised.matches(vm, Exc::TypeError) => Ok(default.clone()),
            _ => Err(raised),
        },
    }
}

/// Bytes in front of the header, as CPython counts them.
fn words_in_front(vm: &Vm, obj: &ObjRef) -> usize {
    let static_type = obj.has::<Type>() && !as_type(obj).head.is_heap_type();
    if static_type && !vm.heap.profile().objects.static_type.counts_head { 0 } else { obj.ty().front() }
}

fn own_size(vm: &Vm, obj: &ObjRef) -> PyResult<i64> {
    let Some(method) = vm.lookup_special(obj, &vm.names.__sizeof__)? else {
        return Err(vm.type_error(format!("Type {} doesn't define __sizeof__", vm.type_name(obj))));
    };
    let size = vm.call(&method, &[])?;
    match size.payload::<Int>() {
        Some(size) => match size.to_i64() {
            Some(size) => Ok(size),
            None => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
        },
        None => Err(vm.type_error("an integer is required")),
    }
}

pub fn intern(vm: &Vm, _: &ObjRef, text: &ObjRef) -> PyResult {
    if !vm.is_str(text) {
        return Err(vm.type_error(format!("intern() argument must be str, not {}", vm.argument_kind(text))));
    }
    if !text.ty_ref().is(&vm.types.str) {
        return Err(vm.type_error(format!("can't intern {}", vm.type_name(text))));
    }
    Ok(vm.intern_str(text))
}
