//! `binascii`: bytes as hexadecimal digits, as base64, uu and quoted-printable, and their checksums.

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
        Method::new("crc_hqx(data, crc, /)", Fun::Pos(2, 2, crc_hqx)),
        Method::new("b2a_uu(data, /, *, backtick=False)", Fun::Bound(b2a_uu)),
        Method::new("a2b_uu(data, /)", Fun::One(a2b_uu)),
        Method::new("b2a_qp(data, quotetabs=False, istext=True, header=False)", Fun::Bound(b2a_qp)),
        Method::new("a2b_qp(data, header=False)", Fun::Bound(a2b_qp)),
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

/// The checksum of BinHex files: CCITT's polynomial x16 + x12 + x5 + 1.
fn crc_hqx(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let data = expect_bytes(vm, &args[0])?;
    let mut crc = vm.to_i64(&args[1])? as u16;
    for byte in data.iter() {
        crc ^= u16::from(*byte) << 8;
        for _ in 0..8 {
            crc = if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 };
        }
    }
    Ok(vm.int(i64::from(crc)))
}

// ---- uu: a letter that tells the length, then three bytes as four letters

const UU_LINE: usize = 45;

fn flag(vm: &Vm, value: &Option<ObjRef>, otherwise: bool) -> PyResult<bool> {
    value.as_ref().map_or(Ok(otherwise), |value| vm.truth(value))
}

fn b2a_uu(vm: &Vm, module: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let data = args[0].clone().unwrap_or_else(|| vm.none());
    let data = expect_bytes(vm, &data)?;
    if data.len() > UU_LINE {
        return Err(error(vm, module, "At most 45 bytes at once"));
    }
    let zero = if flag(vm, &args[1], false)? { b'`' } else { b' ' };
    let letter = |bits: u32| if bits & 63 == 0 { zero } else { (bits & 63) as u8 + b' ' };
    let mut out = vec![letter(data.len() as u32)];
    for group in data.chunks(3) {
        let bits = group.iter().fold(0u32, |bits, b| bits << 8 | u32::from(*b)) << (8 * (3 - group.len()));
        out.extend([18, 12, 6, 0].map(|shift| letter(bits >> shift)));
    }
    out.push(b'\n');
    Ok(vm.bytes(&out))
}

fn a2b_uu(vm: &Vm, module: &ObjRef, text: &ObjRef) -> PyResult {
    let text = ascii(vm, text)?;
    decode_uu(&text).map(|bytes| vm.bytes(&bytes)).map_err(|words| error(vm, module, words))
}

/// A line that ends early stands for zeros; after it only white space may follow.
fn decode_uu(text: &[u8]) -> Result<Vec<u8>, &'static str> {
    let Some((first, rest)) = text.split_first() else { return Ok(vec![0; 32]) };
    let len = usize::from(first.wrapping_sub(b' ') & 63);
    let (mut out, mut bits, mut known, mut at) = (Vec::with_capacity(len), 0u32, 0, 0);
    while out.len() < len {
        let value = match rest.get(at) {
            None | Some(b'\n' | b'\r') => 0,
            Some(c @ b' '..=b'`') => c.wrapping_sub(b' ') & 63,
            Some(_) => return Err("Illegal char"),
        };
        at += 1;
        bits = bits << 6 | u32::from(value);
        known += 6;
        if known >= 8 {
            known -= 8;
            out.push((bits >> known) as u8);
            bits &= (1 << known) - 1;
        }
    }
    let garbage = |c: &u8| !matches!(c, b' ' | b'`' | b'\n' | b'\r');
    if rest.iter().skip(at).any(garbage) { Err("Trailing garbage") } else { Ok(out) }
}

// ---- quoted-printable: what is no printable ASCII as `=` and two digits

/// The longest line that is written, its end and the `=` of a soft break aside.
const QP_LINE: usize = 76;

fn a2b_qp(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let data = args[0].clone().unwrap_or_else(|| vm.none());
    let text = ascii(vm, &data)?;
    Ok(vm.bytes(&decode_qp(&text, flag(vm, &args[1], false)?)))
}

fn decode_qp(text: &[u8], header: bool) -> Vec<u8> {
    let digit = |at: usize| text.get(at).and_then(|c| char::from(*c).to_digit(16)).map(|d| d as u8);
    let (mut out, mut at) = (Vec::with_capacity(text.len()), 0);
    while let Some(&c) = text.get(at) {
        at += 1;
        match c {
            b'_' if header => out.push(b' '),
            b'=' => match text.get(at) {
                None => break,
                // A soft line break: everything up to the line's end goes.
                Some(b'\n' | b'\r') => {
                    at = text[at..].iter().position(|c| *c == b'\n').map_or(text.len(), |end| at + end + 1);
                }
                Some(b'=') => {
                    out.push(b'=');
                    at += 1;
                }
                Some(_) => match (digit(at), digit(at + 1)) {
                    (Some(high), Some(low)) => {
                        out.push(high << 4 | low);
                        at += 2;
                    }
                    _ => out.push(b'='),
                },
            },
            _ => out.push(c),
        }
    }
    out
}

fn b2a_qp(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let data = args[0].clone().unwrap_or_else(|| vm.none());
    let data = expect_bytes(vm, &data)?;
    let writer = QuotedPrintable {
        tabs: flag(vm, &args[1], false)?,
        text: flag(vm, &args[2], true)?,
        header: flag(vm, &args[3], false)?,
    };
    Ok(vm.bytes(&writer.write(&data)))
}

/// What the options of `b2a_qp` say.
struct QuotedPrintable {
    /// Tabs and spaces are always quoted.
    tabs: bool,
    /// Line ends are line ends, not data.
    text: bool,
    /// A space is written as `_`.
    header: bool,
}

impl QuotedPrintable {
    fn quoted(&self, data: &[u8], at: usize, column: usize) -> bool {
        let c = data[at];
        let last = at + 1 == data.len();
        match c {
            b'=' => true,
            b'_' => self.header,
            // A dot alone on its line would end a mail.
            b'.' => column == 0 && (last || matches!(data[at + 1], b'\n' | b'\r' | 0)),
            b'\r' | b'\n' => !self.text,
            b'\t' | b' ' => self.tabs || last,
            _ => !(33..=126).contains(&c),
        }
    }

    fn write(&self, data: &[u8]) -> Vec<u8> {
        let windows = data.iter().position(|c| *c == b'\n').is_some_and(|at| at > 0 && data[at - 1] == b'\r');
        let end: &[u8] = if windows { b"\r\n" } else { b"\n" };
        let (mut out, mut column, mut at) = (Vec::with_capacity(data.len()), 0, 0);
        while let Some(&c) = data.get(at) {
            let line_end = self.text && (c == b'\n' || c == b'\r' && data.get(at + 1) == Some(&b'\n'));
            if line_end {
                // White space before a line's end would get lost.
                if let Some(space) = out.pop_if(|last| matches!(last, b' ' | b'\t')) {
                    out.extend(format!("={space:02X}").bytes());
                }
                out.extend_from_slice(end);
                at += if c == b'\r' { 2 } else { 1 };
                column = 0;
                continue;
            }
            let quoted = self.quoted(data, at, column);
            let width = if quoted { 3 } else { 1 };
            let last_of_line = data.get(at + 1).is_none_or(|next| *next == b'\n');
            if column + width >= QP_LINE && (quoted || !last_of_line) {
                out.push(b'=');
                out.extend_from_slice(end);
                column = 0;
            }
            if quoted {
                out.extend(format!("={c:02X}").bytes());
            } else {
                out.push(if self.header && c == b' ' { b'_' } else { c });
            }
            column += width;
            at += 1;
        }
        out
    }
}
