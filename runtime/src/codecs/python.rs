//! The codecs as Python uses them: by name, with exceptions, with error handlers that programs register.

use super::errors::Handler;
use super::registry::{self, Way};
use super::{Codec, EncodeErrors, Problem, Replacement};
use crate::builtins::str::make as make_str;
use crate::error::{Exc, PyResult, Raised};
use crate::text::{TextBuf, units_len};
use crate::vm::Vm;
use gc::{Bytes, Int, ObjRef, Ref, Str, Tuple, Units};
use std::cell::RefCell;

/// What a program registered: error handlers by name, functions that find codecs, and the codecs that they found.
#[derive(Default)]
pub struct Registered {
    handlers: RefCell<Vec<(String, ObjRef)>>,
    pub(super) searches: RefCell<Vec<ObjRef>>,
    pub(super) found: RefCell<Vec<(String, ObjRef)>>,
}

impl crate::vm::Keeps for Registered {
    fn holds(&self, look: &mut dyn FnMut(&'static str, &ObjRef)) {
        self.handlers.borrow().iter().for_each(|(_, handler)| look("codec error handler", handler));
        self.searches.borrow().iter().for_each(|search| look("codec search function", search));
        self.found.borrow().iter().for_each(|(_, codec)| look("codec that was found", codec));
    }
}

/// `codecs.register_error(name, handler)`
pub fn register_error(vm: &Vm, name: &str, handler: ObjRef) {
    let state = vm.state::<Registered>();
    let mut handlers = state.handlers.borrow_mut();
    handlers.retain(|(known, _)| known != name);
    handlers.push((name.into(), handler));
}

/// The registered handler with this name, built-in ones aside.
pub fn registered_error(vm: &Vm, name: &str) -> Option<ObjRef> {
    let state = vm.state::<Registered>();
    let handlers = state.handlers.borrow();
    handlers.iter().find(|(known, _)| known == name).map(|(_, handler)| handler.clone())
}

/// What to do at a problem: a built-in handler or a Python callable, looked up when it is needed first.
enum Policy {
    Known(Handler),
    Custom(ObjRef),
}

fn policy(vm: &Vm, errors: Option<&str>) -> PyResult<Policy> {
    let name = errors.unwrap_or("strict");
    if let Some(handler) = registered_error(vm, name) {
        return Ok(Policy::Custom(handler));
    }
    match Handler::named(name) {
        Some(handler) => Ok(Policy::Known(handler)),
        None => Err(vm.lookup_error(format!("unknown error handler name '{name}'"))),
    }
}

/// `bytes.decode(encoding, errors)`
pub fn decode(vm: &Vm, bytes: &[u8], encoding: &str, errors: Option<&str>) -> PyResult {
    let Some(codec) = Codec::named(encoding) else {
        let info = registry::text_codec(vm, encoding, Way::Decode)?;
        let text = registry::convert(vm, &info, Way::Decode, encoding, &vm.bytes(bytes), errors)?;
        return if vm.is_str(&text) { Ok(text) } else { Err(wrong_result(vm, &text, Way::Decode, encoding, "str")) };
    };
    if matches!(codec, Codec::Utf8 | Codec::Ascii) && bytes.is_ascii() {
        return make_str::from_units(vm, Units::U1(bytes));
    }
    let (text, _) = decode_some(vm, codec, bytes, errors, false)?;
    make_str::from_buf(vm, &text)
}

#[cold]
fn wrong_result(vm: &Vm, got: &ObjRef, way: Way, encoding: &str, wanted: &str) -> Raised {
    let (word, kind) = (way.word(), vm.type_name(got));
    vm.type_error(format!(
        "'{encoding}' {word}r returned '{kind}' instead of '{wanted}'; use codecs.{word}() to {word} to arbitrary types"
    ))
}

/// Decodes bytes; with `more` an incomplete end is left alone. Answers the text and the number of bytes it stands for.
pub fn decode_some(
    vm: &Vm,
    codec: Codec,
    bytes: &[u8],
    errors: Option<&str>,
    more: bool,
) -> PyResult<(TextBuf, usize)> {
    super::decode(codec, bytes, more, &mut |problem, out| match policy(vm, errors)? {
        Policy::Known(handler) if !handler.can_decode() => {
            Err(vm.type_error("don't know how to handle UnicodeDecodeError in error callback"))
        }
        Policy::Known(handler) => {
            handler.decode(codec, bytes, problem, out).ok_or_else(|| decode_error(vm, bytes, problem))
        }
        Policy::Custom(handler) => call_decode_handler(vm, &handler, bytes, problem, out),
    })
}

fn call_decode_handler(
    vm: &Vm,
    handler: &ObjRef,
    bytes: &[u8],
    problem: &Problem,
    out: &mut TextBuf,
) -> PyResult<usize> {
    let exception = decode_error(vm, bytes, problem).0;
    let answer = vm.call(handler, &[exception])?;
    let wrong = || vm.type_error("decoding error handler must return (str, int) tuple");
    let (text, at) = pair(&answer).ok_or_else(wrong)?;
    let text = text.cast_ref::<Str>().ok_or_else(wrong)?;
    let resume = position(vm, at, bytes.len())?;
    out.push_units(text.units());
    Ok(resume)
}

/// Both halves of what a handler answered, the second an int.
fn pair(answer: &ObjRef) -> Option<(&ObjRef, &Ref<Int>)> {
    match answer.cast_ref::<Tuple>()?.items() {
        [first, second] => Some((first, second.cast_ref::<Int>()?)),
        _ => None,
    }
}

/// Where the handler wants to go on; negative numbers count from the end.
fn position(vm: &Vm, at: &Ref<Int>, len: usize) -> PyResult<usize> {
    let given = at.to_i64().unwrap_or(i64::MAX);
    let at = if given < 0 { given + len as i64 } else { given };
    match usize::try_from(at) {
        Ok(at) if at <= len => Ok(at),
        _ => Err(vm.index_error(format!("position {at} from error handler out of bounds"))),
    }
}

/// UnicodeDecodeError for a problem.
#[cold]
pub fn decode_error(vm: &Vm, bytes: &[u8], problem: &Problem) -> Raised {
    unicode_error(vm, Exc::UnicodeDecodeError, vm.bytes(bytes), problem)
}

fn unicode_error(vm: &Vm, kind: Exc, object: ObjRef, problem: &Problem) -> Raised {
    let args = [
        vm.str(problem.encoding),
        object,
        vm.int(problem.start as i64),
        vm.int(problem.end as i64),
        vm.str(problem.reason),
    ];
    vm.raise_type(vm.exception_type(kind), &args)
}

/// `str.encode(encoding, errors)`
pub fn encode(vm: &Vm, text: &ObjRef, encoding: &str, errors: Option<&str>) -> PyResult {
    let units = make_str::of(text).units();
    Ok(vm.bytes(&encode_units(vm, text, units, encoding, errors)?))
}

/// Encodes units; `text` is the object that an exception shows.
pub fn encode_units(
    vm: &Vm,
    text: &ObjRef,
    units: Units<'_>,
    encoding: &str,
    errors: Option<&str>,
) -> PyResult<Vec<u8>> {
    let Some(codec) = Codec::named(encoding) else {
        let info = registry::text_codec(vm, encoding, Way::Encode)?;
        let bytes = registry::convert(vm, &info, Way::Encode, encoding, text, errors)?;
        return match bytes.payload::<Bytes>() {
            Some(bytes) => Ok(bytes.data().to_vec()),
            None => Err(wrong_result(vm, &bytes, Way::Encode, encoding, "bytes")),
        };
    };
    encode_with(vm, codec, text, units, errors)
}

/// Encodes units in a built-in encoding.
pub fn encode_with(vm: &Vm, codec: Codec, text: &ObjRef, units: Units<'_>, errors: Option<&str>) -> PyResult<Vec<u8>> {
    vm.check_room(units.len().saturating_mul(super::width(codec)))?;
    super::encode(codec, units, &mut Encoder { vm, codec, text, units, errors })
}

/// The error side of one encoding.
struct Encoder<'a> {
    vm: &'a Vm,
    codec: Codec,
    text: &'a ObjRef,
    units: Units<'a>,
    errors: Option<&'a str>,
}

impl EncodeErrors for Encoder<'_> {
    type Error = Raised;

    fn replace(&mut self, problem: &Problem) -> PyResult<(Replacement, usize)> {
        match policy(self.vm, self.errors)? {
            Policy::Known(handler) => {
                handler.encode(self.codec, self.units, problem).ok_or_else(|| self.raise(problem))
            }
            Policy::Custom(handler) => self.call_handler(&handler, problem),
        }
    }

    fn raise(&mut self, problem: &Problem) -> Raised {
        unicode_error(self.vm, Exc::UnicodeEncodeError, self.text.clone(), problem)
    }
}

impl Encoder<'_> {
    fn call_handler(&mut self, handler: &ObjRef, problem: &Problem) -> PyResult<(Replacement, usize)> {
        let vm = self.vm;
        let exception = self.raise(problem).0;
        let answer = vm.call(handler, &[exception])?;
        let wrong = || vm.type_error("encoding error handler must return (str/bytes, int) tuple");
        let (replacement, at) = pair(&answer).ok_or_else(wrong)?;
        let resume = position(vm, at, units_len(self.units))?;
        if let Some(bytes) = replacement.cast_ref::<Bytes>() {
            return Ok((Replacement::Bytes(bytes.data().to_vec()), resume));
        }
        let text = replacement.cast_ref::<Str>().ok_or_else(wrong)?;
        let mut buf = TextBuf::new();
        buf.push_units(text.units());
        Ok((Replacement::Text(buf), resume))
    }
}
