//! `_struct`: numbers and texts as the bytes of a C structure.

use gc::{Bytes, ObjRef, Payload, PlainCell};
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use runtime::buffer::{bytes_of, expect_bytes};
use runtime::error::{Exc, PyResult, Raised};
use runtime::native::{Args, Fun, GetSet, Method, ModuleSpec, TypeSpec};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_struct",
    doc: None,
    functions: &[
        Method::new(
            "calcsize(format, /)",
            Fun::One(|vm, _, format| Ok(vm.int_exact(format_of(vm, format)?.size as i64))),
        ),
        Method::new("pack(format, /, *values)", Fun::Raw(pack)),
        Method::new("pack_into(format, buffer, offset, /, *values)", Fun::Raw(pack_into)),
        Method::new("unpack(format, buffer, /)", Fun::Pos(2, 2, |vm, _, a| unpack(vm, &format_of(vm, &a[0])?, &a[1]))),
        Method::new(
            "unpack_from(format, /, buffer, offset=0)",
            Fun::Bound(|vm, _, a| {
                unpack_from(vm, &format_of(vm, &needed(vm, &a[0]))?, &needed(vm, &a[1]), a[2].as_ref())
            }),
        ),
        Method::new(
            "iter_unpack(format, buffer, /)",
            Fun::Pos(2, 2, |vm, _, a| iter_unpack(vm, &format_of(vm, &a[0])?, &a[1])),
        ),
    ],
    init: |vm, module| {
        let namespace = vm.dict().into_obj();
        vm.set_item(&namespace, &vm.str("__module__"), &vm.str("struct"))?;
        let bases = vm.tuple([vm.exception_type(Exc::Exception).clone()]);
        let class = vm.call(&vm.types.type_, &[vm.str("error"), bases, namespace])?;
        vm.set_attr(module, &vm.str("error"), &class)?;
        vm.set_attr(module, &vm.str("Struct"), &vm.native_type(&STRUCT))
    },
};

gc::payload! {
    /// A format that has been read.
    pub struct Struct: plain { layout: PlainCell<Layout> }
}

static STRUCT: TypeSpec = TypeSpec {
    doc: Some("Struct(fmt)\n--\n\nA format that is read once and used often."),
    slots: SlotDefs { new: Some(new_struct), ..SlotDefs::NONE },
    methods: &[
        Method::new(
            "pack(self, /, *values)",
            Fun::Raw(|vm, this, args| Ok(vm.bytes(&packed(vm, &own(this), args.positional(), "pack")?))),
        ),
        Method::new(
            "pack_into(self, buffer, offset, /, *values)",
            Fun::Raw(|vm, this, args| write_into(vm, &own(this), args.positional())),
        ),
        Method::new("unpack(self, buffer, /)", Fun::One(|vm, this, data| unpack(vm, &own(this), data))),
        Method::new(
            "unpack_from(self, /, buffer, offset=0)",
            Fun::Bound(|vm, this, a| unpack_from(vm, &own(this), &needed(vm, &a[0]), a[1].as_ref())),
        ),
        Method::new("iter_unpack(self, buffer, /)", Fun::One(|vm, this, data| iter_unpack(vm, &own(this), data))),
    ],
    getset: &[
        GetSet { name: "format", get: |vm, this| Ok(vm.str(&own(this).format)), set: None },
        GetSet { name: "size", get: |vm, this| Ok(vm.int_exact(own(this).size as i64)), set: None },
    ],
    ..TypeSpec::new("_struct.Struct", Struct::layout)
};

fn own(this: &ObjRef) -> Layout {
    this.to::<Struct>().layout.borrow().clone()
}

fn new_struct(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [format] = args.values() else {
        return Err(vm.type_error("Struct() missing required argument 'format' (pos 1)"));
    };
    let layout = format_of(vm, format)?;
    Ok(vm.alloc(class, Struct { layout: PlainCell::new(layout) }).into_obj())
}

/// What a format says: its fields, each with its place.
#[derive(Clone)]
struct Layout {
    format: String,
    size: usize,
    big: bool,
    native: bool,
    fields: Vec<Field>,
}

#[derive(Clone, Copy)]
struct Field {
    code: u8,
    at: usize,
    size: usize,
    /// How many values in a row; of `s` and `p` there is one.
    count: usize,
}

fn needed(vm: &Vm, value: &Option<ObjRef>) -> ObjRef {
    value.clone().unwrap_or_else(|| vm.none())
}

#[cold]
fn error(vm: &Vm, text: impl Into<String>) -> Raised {
    let text: String = text.into();
    let class = vm.import("_struct").and_then(|module| vm.get_attr(&module, &vm.str("error")));
    match class {
        Ok(class) => vm.raise_type(&class, &[vm.str(text)]),
        Err(raised) => raised,
    }
}

fn format_of(vm: &Vm, format: &ObjRef) -> PyResult<Layout> {
    let text = match format.payload::<Bytes>() {
        Some(bytes) => String::from_utf8_lossy(bytes.data()).into_owned(),
        None if vm.is_str(format) => vm.str_text(format)?.into_owned(),
        None => {
            let kind = vm.type_name(format);
            return Err(vm.type_error(format!("Struct() argument 1 must be a str or bytes object, not {kind}")));
        }
    };
    if text.contains('\0') {
        return Err(error(vm, "embedded null character"));
    }
    read_format(&text).map_err(|words| error(vm, words))
}

/// The size of one value; None for letters that mean nothing.
fn field_size(code: u8, native: bool) -> Option<usize> {
    Some(match code {
        b'x' | b'c' | b'b' | b'B' | b'?' | b's' | b'p' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' => {
            if native {
                8
            } else {
                4
            }
        }
        b'q' | b'Q' | b'd' => 8,
        b'n' | b'N' | b'P' if native => 8,
        _ => return None,
    })
}

fn read_format(text: &str) -> Result<Layout, &'static str> {
    let mut bytes = text.bytes().peekable();
    let (mut big, mut native, mut aligned) = (cfg!(target_endian = "big"), true, true);
    if let Some(&mark) = bytes.peek()
        && matches!(mark, b'@' | b'=' | b'<' | b'>' | b'!')
    {
        bytes.next();
        native = mark == b'@';
        aligned = native;
        big = matches!(mark, b'>' | b'!') || mark != b'<' && big;
    }
    let (mut fields, mut at) = (Vec::new(), 0usize);
    while let Some(byte) = bytes.next() {
        if byte.is_ascii_whitespace() {
            continue;
        }
        let (mut code, mut count) = (byte, 1usize);
        if byte.is_ascii_digit() {
            count = usize::from(byte - b'0');
            loop {
                match bytes.next() {
                    Some(digit) if digit.is_ascii_digit() => {
                        let next = count.checked_mul(10).and_then(|n| n.checked_add(usize::from(digit - b'0')));
                        count = next.ok_or("overflow in item count")?;
                    }
                    Some(other) => {
                        code = other;
                        break;
                    }
                    None => return Err("repeat count given without format specifier"),
                }
            }
        }
        let size = field_size(code, native).ok_or("bad char in struct format")?;
        if aligned && !matches!(code, b's' | b'p' | b'x') {
            at = at.next_multiple_of(size);
        }
        let length =
            size.checked_mul(count).filter(|n| *n < isize::MAX as usize).ok_or("total struct size too long")?;
        match code {
            b'x' => {}
            b's' | b'p' => fields.push(Field { code, at, size: count, count: 1 }),
            _ => fields.push(Field { code, at, size, count }),
        }
        at = at.checked_add(length).filter(|n| *n < isize::MAX as usize).ok_or("total struct size too long")?;
    }
    Ok(Layout { format: text.to_owned(), size: at, big, native, fields })
}

// ---- packing

fn pack(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let [format, values @ ..] = args.positional() else { return Err(vm.type_error("missing format argument")) };
    Ok(vm.bytes(&packed(vm, &format_of(vm, format)?, values, "pack")?))
}

fn pack_into(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let [format, rest @ ..] = args.positional() else { return Err(vm.type_error("missing format argument")) };
    write_into(vm, &format_of(vm, format)?, rest)
}

fn packed(vm: &Vm, layout: &Layout, values: &[ObjRef], function: &str) -> PyResult<Vec<u8>> {
    let wanted: usize = layout.fields.iter().map(|field| field.count).sum();
    if wanted != values.len() {
        return Err(error(vm, format!("{function} expected {wanted} items for packing (got {})", values.len())));
    }
    vm.check_room(layout.size)?;
    let mut out = vec![0; layout.size];
    let mut values = values.iter();
    for field in &layout.fields {
        for (n, value) in values.by_ref().take(field.count).enumerate() {
            let start = field.at + n * field.size;
            put(vm, layout, field, value, &mut out[start..start + field.size])?;
        }
    }
    Ok(out)
}

fn put(vm: &Vm, layout: &Layout, field: &Field, value: &ObjRef, out: &mut [u8]) -> PyResult<()> {
    match field.code {
        b'c' => match value.payload::<Bytes>().map(|b| b.data()) {
            Some(&[byte]) => out[0] = byte,
            _ => return Err(error(vm, "char format requires a bytes object of length 1")),
        },
        b'?' => out[0] = u8::from(vm.truth(value)?),
        b's' | b'p' => {
            let Some(text) = bytes_of(vm, value)?.filter(|_| value.has::<Bytes>() || value.has::<gc::ByteArray>())
            else {
                return Err(error(vm, format!("argument for '{}' must be a bytes object", field.code as char)));
            };
            let head = usize::from(field.code == b'p').min(out.len());
            let count = text.len().min(out.len() - head);
            if head == 1 {
                out[0] = count.min(255) as u8;
            }
            out[head..head + count].copy_from_slice(&text[..count]);
        }
        b'e' | b'f' | b'd' => put_float(vm, layout, field.code, value, out)?,
        code => {
            let number = integer(vm, layout, code, value)?;
            let bytes = number.to_le_bytes();
            out.copy_from_slice(&bytes[..out.len()]);
            if layout.big {
                out.reverse();
            }
        }
    }
    Ok(())
}

fn put_float(vm: &Vm, layout: &Layout, code: u8, value: &ObjRef, out: &mut [u8]) -> PyResult<()> {
    let number = vm.to_f64(value).map_err(|_| error(vm, "required argument is not a float"))?;
    match code {
        b'd' => out.copy_from_slice(&number.to_le_bytes()),
        b'f' => {
            let small = number as f32;
            if small.is_infinite() && number.is_finite() && !(layout.native && layout.format.starts_with(['f', '@'])) {
                return Err(vm.overflow_error("float too large to pack with f format"));
            }
            out.copy_from_slice(&small.to_le_bytes());
        }
        _ => match to_half(number) {
            Some(bits) => out.copy_from_slice(&bits.to_le_bytes()),
            None => return Err(vm.overflow_error("float too large to pack with e format")),
        },
    }
    if layout.big {
        out.reverse();
    }
    Ok(())
}

/// The half-precision float next to a number, ties to even; None: too large.
fn to_half(number: f64) -> Option<u16> {
    let sign = u16::from(number.is_sign_negative()) << 15;
    let size = number.abs();
    if number.is_nan() {
        return Some(sign | 0x7e00);
    }
    if size.is_infinite() {
        return Some(sign | 0x7c00);
    }
    let exponent = if size < 2f64.powi(-14) { -14 } else { ((size.to_bits() >> 52) as i32 & 0x7ff) - 1023 };
    // Units in the last place of this exponent.
    let scaled = size / 2f64.powi(exponent - 10);
    let bits = (i64::from(exponent + 14) << 10) + scaled.round_ties_even() as i64;
    (bits < 0x7c00).then_some(sign | bits as u16)
}

fn from_half(bits: u16) -> f64 {
    let sign = if bits & 0x8000 == 0 { 1.0 } else { -1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    sign * match exponent {
        0 => fraction * 2f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1024.0 + fraction) * 2f64.powi(exponent - 25),
    }
}

fn integer(vm: &Vm, layout: &Layout, code: u8, value: &ObjRef) -> PyResult<i128> {
    if !vm.is_index(value) {
        return Err(error(vm, "required argument is not an integer"));
    }
    let big: BigInt = vm.to_bigint(value)?;
    let bits = 8 * field_size(code, layout.native).unwrap_or(8) as u32;
    let (low, high) = match code.is_ascii_uppercase() {
        true => (0i128, (1i128 << bits) - 1),
        false => (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1),
    };
    if let Some(number) = big.to_i128().filter(|n| (low..=high).contains(n)) {
        return Ok(number);
    }
    let named = match code {
        b'b' => Some("byte"),
        b'B' => Some("ubyte"),
        b'h' if layout.native => Some("short"),
        b'H' if layout.native => Some("ushort"),
        _ => None,
    };
    Err(match named {
        Some(name) => error(vm, format!("{name} format requires {low} <= number <= {high}")),
        None if bits == 64 || big.to_i64().is_none() || code == b'I' && layout.native => {
            error(vm, "argument out of range")
        }
        None => error(vm, format!("'{}' format requires {low} <= number <= {high}", code as char)),
    })
}

/// The offset of a structure inside a buffer, negative ones from the end.
fn offset_in(vm: &Vm, given: &ObjRef, size: usize, len: usize, words: [&str; 3]) -> PyResult<usize> {
    let offset = vm.to_i64(given)?;
    let [short, verb, function] = words;
    if offset < 0 {
        if offset + size as i64 > 0 {
            return Err(error(vm, format!("{short} {size} bytes at offset {offset}")));
        }
        if offset + (len as i64) < 0 {
            return Err(error(vm, format!("offset {offset} out of range for {len}-byte buffer")));
        }
        return Ok((offset + len as i64) as usize);
    }
    let at = offset as usize;
    if len < at || len - at < size {
        return Err(error(
            vm,
            format!(
                "{function} requires a buffer of at least {} bytes for {verb} {size} bytes at offset {at} (actual buffer \
                 size is {len})",
                at + size
            ),
        ));
    }
    Ok(at)
}

fn write_into(vm: &Vm, layout: &Layout, args: &[ObjRef]) -> PyResult {
    let [buffer, offset, values @ ..] = args else {
        let missing = if args.is_empty() { "buffer" } else { "offset" };
        return Err(error(vm, format!("pack_into expected {missing} argument")));
    };
    let writable = buffer.has::<gc::ByteArray>() || !buffer.has::<Bytes>() && bytes_of(vm, buffer)?.is_some();
    if !writable {
        let kind = vm.type_name(buffer);
        return Err(vm.type_error(format!("argument must be read-write bytes-like object, not {kind}")));
    }
    let bytes = packed(vm, layout, values, "pack_into")?;
    let mut whole = expect_bytes(vm, buffer)?.into_owned();
    let words = ["no space to pack", "packing", "pack_into"];
    let at = offset_in(vm, offset, layout.size, whole.len(), words)?;
    whole[at..at + bytes.len()].copy_from_slice(&bytes);
    runtime::buffer::write_bytes(vm, buffer, &whole)?;
    Ok(vm.none())
}

// ---- unpacking

fn unpack(vm: &Vm, layout: &Layout, data: &ObjRef) -> PyResult {
    let bytes = expect_bytes(vm, data)?;
    if bytes.len() != layout.size {
        return Err(error(vm, format!("unpack requires a buffer of {} bytes", layout.size)));
    }
    Ok(values(vm, layout, &bytes))
}

fn unpack_from(vm: &Vm, layout: &Layout, data: &ObjRef, offset: Option<&ObjRef>) -> PyResult {
    let bytes = expect_bytes(vm, data)?;
    let zero = vm.int(0);
    let words = ["not enough data to unpack", "unpacking", "unpack_from"];
    let at = offset_in(vm, offset.unwrap_or(&zero), layout.size, bytes.len(), words)?;
    Ok(values(vm, layout, &bytes[at..at + layout.size]))
}

fn iter_unpack(vm: &Vm, layout: &Layout, data: &ObjRef) -> PyResult {
    let bytes = expect_bytes(vm, data)?;
    if layout.size == 0 {
        return Err(error(vm, "cannot iteratively unpack with a struct of length 0"));
    }
    if bytes.len() % layout.size != 0 {
        let size = layout.size;
        return Err(error(vm, format!("iterative unpacking requires a buffer of a multiple of {size} bytes")));
    }
    vm.iter(&vm.list(bytes.chunks_exact(layout.size).map(|part| values(vm, layout, part)).collect()))
}

fn values(vm: &Vm, layout: &Layout, bytes: &[u8]) -> ObjRef {
    let mut out = Vec::new();
    for field in &layout.fields {
        for n in 0..field.count {
            let start = field.at + n * field.size;
            out.push(get(vm, layout, field.code, &bytes[start..start + field.size]));
        }
    }
    vm.tuple(out)
}

fn get(vm: &Vm, layout: &Layout, code: u8, bytes: &[u8]) -> ObjRef {
    match code {
        b'c' | b's' => return vm.bytes(bytes),
        b'?' => return vm.bool(bytes[0] != 0),
        b'p' => {
            let text = bytes.get(1..).unwrap_or(&[]);
            let count = bytes.first().map_or(0, |n| usize::from(*n)).min(text.len());
            return vm.bytes(&text[..count]);
        }
        _ => {}
    }
    let mut wide = [0u8; 8];
    let size = bytes.len();
    wide[..size].copy_from_slice(bytes);
    if layout.big {
        wide[..size].reverse();
    }
    let bits = u64::from_le_bytes(wide);
    match code {
        b'd' => vm.float(f64::from_bits(bits)),
        b'f' => vm.float(f64::from(f32::from_bits(bits as u32))),
        b'e' => vm.float(from_half(bits as u16)),
        _ if code.is_ascii_uppercase() => vm.bigint(BigInt::from(bits)),
        _ => {
            let unused = 64 - 8 * size as u32;
            vm.int((bits << unused) as i64 >> unused)
        }
    }
}
