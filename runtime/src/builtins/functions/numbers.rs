//! Builtin functions about numbers.

use crate::error::PyResult;
use crate::vm::Vm;
use crate::vm::arith::one_digit;
use crate::vm::sink::Sink;
use frontend::op::BinOp;
use gc::{Exact, Float, Int, ObjRef};

pub fn abs(vm: &Vm, _module: &ObjRef, x: &ObjRef) -> PyResult {
    vm.absolute(x)
}

pub fn divmod(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    vm.divmod(&args[0], &args[1])
}

pub fn pow(vm: &Vm, _module: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    match args {
        [Some(base), Some(exp), modulus] => vm.power(base, exp, modulus.as_ref().unwrap_or(&vm.none)),
        _ => Err(vm.system_error("pow() without its arguments")),
    }
}

pub fn round(vm: &Vm, _module: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let [Some(number), ndigits] = args else { return Err(vm.system_error("round() without its argument")) };
    let Some(method) = vm.lookup_special(number, &vm.names.__round__)? else {
        let kind = vm.type_name(number);
        return Err(vm.type_error(format!("type {kind} doesn't define __round__ method")));
    };
    match ndigits.as_ref().filter(|digits| !digits.is(&vm.none)) {
        Some(digits) => vm.call(&method, std::slice::from_ref(digits)),
        None => vm.call(&method, &[]),
    }
}

pub fn hash(vm: &Vm, _module: &ObjRef, obj: &ObjRef) -> PyResult {
    Ok(vm.int_exact(vm.hash(obj)? as i64))
}

/// The address.
pub fn id(vm: &Vm, _module: &ObjRef, obj: &ObjRef) -> PyResult {
    Ok(vm.int(obj.addr() as i64))
}

pub fn bin(vm: &Vm, _module: &ObjRef, number: &ObjRef) -> PyResult {
    in_base(vm, number, "0b", 2)
}

pub fn oct(vm: &Vm, _module: &ObjRef, number: &ObjRef) -> PyResult {
    in_base(vm, number, "0o", 8)
}

pub fn hex(vm: &Vm, _module: &ObjRef, number: &ObjRef) -> PyResult {
    in_base(vm, number, "0x", 16)
}

fn in_base(vm: &Vm, number: &ObjRef, prefix: &str, base: u32) -> PyResult {
    let number = vm.index(number)?;
    if let Some(small) = number.to::<Int>().to_i64() {
        return Ok(small_in_base(vm, small, prefix, base));
    }
    let number = number.to::<Int>().to_bigint();
    vm.check_room(number.bits() as usize / base.ilog2() as usize)?;
    let sign = if number.sign() == num_bigint::Sign::Minus { "-" } else { "" };
    Ok(vm.str(format!("{sign}{prefix}{}", number.magnitude().to_str_radix(base))))
}

/// A machine word; `base` is a power of two.
fn small_in_base(vm: &Vm, number: i64, prefix: &str, base: u32) -> ObjRef {
    let mut buffer = [0; 70];
    let (mut at, mut left) = (buffer.len(), number.unsigned_abs());
    loop {
        at -= 1;
        buffer[at] = b"0123456789abcdef"[(left & u64::from(base - 1)) as usize];
        left >>= base.ilog2();
        if left == 0 {
            break;
        }
    }
    at -= prefix.len();
    buffer[at..at + prefix.len()].copy_from_slice(prefix.as_bytes());
    if number < 0 {
        at -= 1;
        buffer[at] = b'-';
    }
    vm.ascii_str(&buffer[at..])
}

/// Adds machine words and floats without making objects in between, as long as it goes.
pub fn sum(vm: &Vm, _module: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let [Some(iterable), start] = args else { return Err(vm.system_error("sum() without its argument")) };
    let iterator = vm.iter(iterable)?;
    let mut total = match start {
        None => vm.int(0),
        Some(start) => {
            refuse_text(vm, start)?;
            start.clone()
        }
    };
    loop {
        let next = match total.ty().exact() {
            Exact::Int => sum_ints(vm, &iterator, &mut total)?,
            Exact::Float => sum_floats(vm, &iterator, &mut total)?,
            _ => vm.next(&iterator)?,
        };
        match next {
            Some(item) => total = vm.binary(BinOp::Add, &total, &item)?,
            None => return Ok(total),
        }
    }
}

fn refuse_text(vm: &Vm, start: &ObjRef) -> PyResult<()> {
    let hint = if vm.is_instance_of(start, &vm.types.str) {
        "strings [use ''.join(seq) instead]"
    } else if vm.is_instance_of(start, &vm.types.bytes) {
        "bytes [use b''.join(seq) instead]"
    } else if vm.is_instance_of(start, &vm.types.bytearray) {
        "bytearray [use b''.join(seq) instead]"
    } else {
        return Ok(());
    };
    Err(vm.type_error(format!("sum() can't sum {hint}")))
}

/// Adds ints to `total` while they fit; answers the first item that does not.
fn sum_ints(vm: &Vm, iterator: &ObjRef, total: &mut ObjRef) -> PyResult<Option<ObjRef>> {
    let Some(mut sum) = total.to::<Int>().to_i64() else { return vm.next(iterator) };
    let rest = loop {
        let mut sink = Sink::Ints(sum);
        let item = vm.next_past(iterator, &mut sink)?;
        if let Sink::Ints(more) = sink {
            sum = more;
        }
        let Some(item) = item else { break None };
        if let Some(more) = one_digit(&item).and_then(|value| sum.checked_add(value)) {
            sum = more;
            continue;
        }
        if !matches!(item.ty().exact(), Exact::Int | Exact::Bool) {
            break Some(item);
        }
        match item.to::<Int>().to_i64().and_then(|value| sum.checked_add(value)) {
            Some(more) => sum = more,
            None => break Some(item),
        }
    };
    *total = if vm.heap.profile().objects.sum_exact { vm.int_exact(sum) } else { vm.int(sum) };
    Ok(rest)
}

/// Adds floats and ints to `total`; answers the first item that is neither.
fn sum_floats(vm: &Vm, iterator: &ObjRef, total: &mut ObjRef) -> PyResult<Option<ObjRef>> {
    let mut sum = total.to::<Float>().value();
    let rest = loop {
        let mut sink = Sink::Floats(sum);
        let item = vm.next_past(iterator, &mut sink)?;
        if let Sink::Floats(more) = sink {
            sum = more;
        }
        let Some(item) = item else { break None };
        match item.ty().exact() {
            Exact::Float => sum += item.to::<Float>().value(),
            Exact::Int | Exact::Bool => match item.to::<Int>().to_i64() {
                Some(value) => sum += value as f64,
                None => break Some(item),
            },
            _ => break Some(item),
        }
    };
    *total = vm.float(sum);
    Ok(rest)
}
