//! Bytes to text and back, piece by piece: what a text stream keeps between two reads or writes.

use super::newline::{Newline, Translator};
use gc::{ObjRef, Str};
use runtime::codecs::{Codec, Order, python};
use runtime::error::PyResult;
use runtime::text::TextBuf;
use runtime::vm::Vm;
use std::rc::Rc;

/// A text encoding with its error handler.
#[derive(Clone, Debug)]
pub struct Coding {
    /// As the program named it.
    pub name: Rc<str>,
    pub codec: Codec,
    pub errors: Rc<str>,
}

/// The reading side. Text is generalised UTF-8 here.
#[derive(Clone, Debug)]
pub struct Decoder {
    codec: Codec,
    /// The beginning of a character whose rest has not come yet.
    incomplete: Vec<u8>,
    pub lines: Translator,
    newline: Newline,
}

impl Decoder {
    pub fn new(codec: Codec, newline: Newline) -> Decoder {
        Decoder { codec, incomplete: Vec::new(), lines: Translator::default(), newline }
    }

    /// The bytes of what is held back: they belong to the next piece.
    pub fn held(&self) -> Vec<u8> {
        let mut held = Vec::new();
        if self.lines.pending {
            match self.codec {
                Codec::Utf16(Order::Big) => held.extend([0, b'\r']),
                Codec::Utf16(_) => held.extend([b'\r', 0]),
                Codec::Utf32(Order::Big) => held.extend([0, 0, 0, b'\r']),
                Codec::Utf32(_) => held.extend([b'\r', 0, 0, 0]),
                _ => held.push(b'\r'),
            }
        }
        held.extend_from_slice(&self.incomplete);
        held
    }

    /// A decoder in the state in which this one was before it held anything back.
    pub fn emptied(&self) -> Decoder {
        Decoder { incomplete: Vec::new(), lines: Translator { pending: false, ..self.lines }, ..self.clone() }
    }

    /// Decodes a piece; at the last one nothing may be left over.
    pub fn feed(&mut self, vm: &Vm, bytes: Vec<u8>, errors: &str, last: bool) -> PyResult<Vec<u8>> {
        let mut input = std::mem::take(&mut self.incomplete);
        if input.is_empty() {
            input = bytes
        } else {
            input.extend_from_slice(&bytes)
        }
        if !self.knows_order(&input, last) {
            self.incomplete = input;
            return Ok(Vec::new());
        }
        let text = self.decode(vm, input, errors, last)?;
        if self.newline.is_universal() {
            return Ok(self.lines.feed(text, last, self.newline == Newline::Translate));
        }
        Ok(text)
    }

    fn decode(&mut self, vm: &Vm, input: Vec<u8>, errors: &str, last: bool) -> PyResult<Vec<u8>> {
        if matches!(self.codec, Codec::Utf8) || (matches!(self.codec, Codec::Ascii) && input.is_ascii()) {
            match std::str::from_utf8(&input) {
                Ok(_) => return Ok(input),
                // The piece ends inside a character.
                Err(problem) if problem.error_len().is_none() && !last => {
                    self.incomplete = input[problem.valid_up_to()..].to_vec();
                    let mut whole = input;
                    whole.truncate(problem.valid_up_to());
                    return Ok(whole);
                }
                Err(_) => {}
            }
        }
        let (text, used) = python::decode_some(vm, self.codec, &input, Some(errors), !last)?;
        self.incomplete = input[used..].to_vec();
        self.settle(&input);
        Ok(wtf8_of(&text))
    }

    /// Whether enough has come to see the mark at the start.
    fn knows_order(&self, input: &[u8], last: bool) -> bool {
        let wanted = match self.codec {
            Codec::Utf16(Order::Marked) => 2,
            Codec::Utf32(Order::Marked) => 4,
            Codec::Utf8Sig => 3,
            _ => 0,
        };
        last || input.is_empty() || input.len() >= wanted
    }

    /// After the start, the order is known and a mark is a character like others.
    fn settle(&mut self, input: &[u8]) {
        if input.is_empty() {
            return;
        }
        self.codec = match self.codec {
            Codec::Utf8Sig => Codec::Utf8,
            Codec::Utf16(Order::Marked) if input.starts_with(&[0xfe, 0xff]) => Codec::Utf16(Order::Big),
            Codec::Utf16(Order::Marked) => Codec::Utf16(Order::Little),
            Codec::Utf32(Order::Marked) if input.starts_with(&[0, 0, 0xfe, 0xff]) => Codec::Utf32(Order::Big),
            Codec::Utf32(Order::Marked) => Codec::Utf32(Order::Little),
            codec => codec,
        };
    }
}

/// Text as generalised UTF-8.
fn wtf8_of(text: &TextBuf) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for c in runtime::text::chars(text.units()) {
        gc::wtf8::push(&mut out, c);
    }
    out
}

/// Appends the encoding of a text to `out`; `start` says that the stream is at its start, where a mark goes.
pub fn encode(
    vm: &Vm,
    text: &ObjRef,
    coding: &Coding,
    newline: Newline,
    start: bool,
    out: &mut Vec<u8>,
) -> PyResult<()> {
    let translated = newline.written().and_then(|end| {
        let text = text.to::<Str>();
        text.code_points().any(|c| c == 10).then(|| {
            let points = text.code_points().flat_map(|c| match c {
                10 => end.chars().map(u32::from).collect(),
                c => vec![c],
            });
            vm.str_from_code_points(&points.collect::<Vec<_>>())
        })
    });
    let text = translated.as_ref().unwrap_or(text);
    let units = text.to::<Str>();
    if matches!(coding.codec, Codec::Utf8 | Codec::Ascii | Codec::Latin1)
        && let Some(bytes) = units.ascii_bytes()
    {
        out.extend_from_slice(bytes);
        return Ok(());
    }
    if matches!(coding.codec, Codec::Utf8)
        && let Some(text) = units.as_str()
    {
        out.extend_from_slice(text.as_bytes());
        return Ok(());
    }
    let name = match (coding.codec, start) {
        // Only the start of a stream has a mark.
        (Codec::Utf16(Order::Marked), false) => "utf-16-le",
        (Codec::Utf32(Order::Marked), false) => "utf-32-le",
        (Codec::Utf8Sig, false) => "utf-8",
        _ => &*coding.name,
    };
    out.extend(python::encode_units(vm, text, units.units(), name, Some(&coding.errors))?);
    Ok(())
}
