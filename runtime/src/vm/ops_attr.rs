//! Handlers: attributes, and methods without bound objects.

use crate::error::PyResult;
use crate::vm::Vm;
use crate::vm::frame::Frame;
use crate::vm::instr::Instr;

/// `a.name` of anything.
pub fn load(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let value = vm.get_attr(f.rk(i.b), &f.linked().names[i.uc()])?;
    f.consume(i.b);
    f.write(i.a, value);
    Ok(())
}

/// `a.name = b` of anything.
pub fn store(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    vm.set_attr(f.rk(i.a), &f.linked().names[i.uc()], f.rk(i.b))?;
    f.consume(i.b);
    f.consume(i.a);
    Ok(())
}

/// `del a.name`
pub fn delete(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    vm.del_attr(f.rk(i.a), &f.linked().names[i.ub()])?;
    f.consume(i.a);
    Ok(())
}

/// The callee of `b.name(…)`: a function and its self, or one callable.
pub fn method(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let name = &f.linked().names[i.uc()];
    let found = vm.load_method(f.rk(i.b), name)?;
    match found {
        (method, true) => {
            let this = f.take(i.b);
            f.write(i.a, method);
            f.write(i.a + 1, this);
        }
        (attribute, false) => {
            f.consume(i.b);
            f.write(i.a + 1, attribute);
        }
    }
    Ok(())
}
