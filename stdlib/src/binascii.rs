//! `binascii`: bytes as hexadecimal digits, as base64, and their checksum.

use gc::{ObjRef, Str};
use runtime::buffer::expect_bytes;
use runtime::error::{Exc, PyResult, Raised};
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;
use std::borrow::Cow;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "binascii",
    doc: Some("Bytes as texts of digits and letters, and back."),
    functions: &[
        Method::new("b2a_hex(data, sep=None, bytes_per_sep=1)", Fun::Bound(hexlify)),
        Method::new("hexlify(data, sep=None, bytes_per_sep=1)", Fun::Bound(hexlify)),
        Method::new("a2b_hex(hexstr, /)", Fun::One(unhexlify)),
        Method::new("unhexlify(hexstr, /)", Fun::One(unhexlify)),
        Method::new("b2a_base64(data, /, *, newline=True)", Fun::Bound(b2a_base64)),
        Method::new("a2b_base64(data, /, *, strict_mode=False)", Fun::Bound(a2b_base64)),
        Method::new("crc32(data, crc=0, /)", Fun::Pos(1, 2, crc32)),
    ],
    init: |vm, module| {
        for (name, base) in [("Error", Exc::ValueError), ("Incomplete", Exc::Exception)] {
            let bases = vm.tuple([vm.exception_type(base).clone()]);
            let namespace = vm.dict().into_obj();
            vm.set_item(&namespace, &vm.str("__module__"), &vm.str("binascii"))?;
            let class = vm.call(&vm.types.type_, &[vm.str(name), bases, namespace])?;
            vm.set_attr(module, &vm.str(name), &class)?;
        }
        Ok(())
    },
};

fn error(vm: &Vm, module: &ObjRef, text: &str) -> Raised {
    match vm.get_attr(module, &vm.str("Error")) {
        Ok(class) => vm.raise_type(&class, &[vm.str(text)]),
        Err(raised) => raised,
    }
}

/// The argument of a function that takes ASCII text as well as bytes.
fn ascii<'a>(vm: &Vm, value: &'a ObjRef) -> PyResult<Cow<'a, [u8]>> {
    if let Some(text) = value.payload::<Str>() {
        let _ = text;
        let text = vm.str_text(value)?;
        return if text.is_ascii() {
            Ok(Cow::Owned(text.into_owned().into_bytes()))
        } else {
            Err(vm.value_error("string argument should contain only ASCII characters"))
        };
    }
    expect_bytes(vm, value).map_err(|_| {
        let kind = vm.type_name(value);
        vm.type_error(format!("argument should be bytes, buffer or ASCII string, not '{kind}'"))
    })
}

fn hexlify(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let data = args[0].clone().unwrap_or_else(|| vm.none());
    let bytes = vm.bytes(&expect_bytes(vm, &data)?);
    let options: Vec<ObjRef> = args[1..].iter().map_while(Clone::clone).collect();
    let text = vm.call_method_str(&bytes, "hex", &options)?;
    vm.call_method_str(&text, "encode", &[])
}

fn unhexlify(vm: &Vm, module: &ObjRef, text: &ObjRef) -> PyResult {
    let digits = ascii(vm, text)?;
    if digits.len() % 2 != 0 {
        return Err(error(vm, module, "Odd-length string"));
    }
    let digit = |c: u8| char::from(c).to_digit(16).map(|d| d as u8);
    let bytes: Option<Vec<u8>> =
        digits.chunks_exact(2).map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?)).collect();
    bytes.map(|bytes| vm.bytes(&bytes)).ok_or_else(|| error(vm, module, "Non-hexadecimal digit found"))
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn b2a_base64(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let data = args[0].clone().unwrap_or_else(|| vm.none());
    let data = expect_bytes(vm, &data)?;
    let mut out = Vec::with_capacity(data.len() / 3 * 4 + 5);
    for group in data.chunks(3) {
        let bits = group.iter().fold(0u32, |bits, b| bits << 8 | u32::from(*b)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let known = place <= group.len();
            out.push(if known { ALPHABET[(bits >> (18 - 6 * place)) as usize & 63] } else { b'=' });
        }
    }
    if args[1].as_ref().map_or(Ok(true), |newline| vm.truth(newline))? {
        out.push(b'\n');
    }
    Ok(vm.bytes(&out))
}

fn a2b_base64(vm: &Vm, module: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let data = args[0].clone().unwrap_or_else(|| vm.none());
    let text = ascii(vm, &data)?;
    let strict = args[1].as_ref().map_or(Ok(false), |strict| vm.truth(strict))?;
    match decode_base64(&text, strict) {
        Ok(bytes) => Ok(vm.bytes(&bytes)),
        Err(words) => Err(error(vm, module, &words)),
    }
}

/// Without `strict` what is no letter of the alphabet is passed over, and everything after the padding.
fn decode_base64(text: &[u8], strict: bool) -> Result<Vec<u8>, String> {
    if strict && text.first() == Some(&b'=') {
        return Err("Leading padding not allowed".into());
    }
    let (mut out, mut bits, mut place, mut pads) = (Vec::new(), 0u32, 0, 0);
    for (at, &c) in text.iter().enumerate() {
        if c == b'=' {
            pads += 1;
            if place >= 2 && place + pads >= 4 {
                return if strict && at + 1 < text.len() { Err("Excess data after padding".into()) } else { Ok(out) };
            }
            if strict && place < 2 {
                return Err("Discontinuous padding not allowed".into());
            }
            continue;
        }
        let Some(value) = ALPHABET.iter().position(|known| *known == c) else {
            if strict {
                return Err("Only base64 data is allowed".into());
            }
            continue;
        };
        if strict && pads > 0 {
            return Err("Discontinuous padding not allowed".into());
        }
        pads = 0;
        bits = bits << 6 | value as u32;
        place = (place + 1) % 4;
        match place {
            2 => out.push((bits >> 4) as u8),
            3 => out.push((bits >> 2) as u8),
            0 => out.push(bits as u8),
            _ => {}
        }
    }
    match place {
        0 => Ok(out),
        1 => Err(format!(
            "Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a multiple of 4",
            out.len() / 3 * 4 + 1
        )),
        _ => Err("Incorrect padding".into()),
    }
}

fn crc32(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let data = expect_bytes(vm, &args[0])?;
    let start = args.get(1).map_or(Ok(0), |crc| vm.to_i64(crc))? as u32;
    let mut crc = !start;
    for byte in data.iter() {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    Ok(vm.int(i64::from(!crc)))
}
