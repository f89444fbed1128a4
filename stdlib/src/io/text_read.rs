//! Reading from a text stream, and its positions.

use super::base::{line_argument, size_argument, unsupported};
use super::binary;
use super::coding::Decoder;
use super::text::{SPEC, State, buffer, kind, open_buffer, state};
use super::text_object;
use super::text_write::write_pending;
use gc::{ObjRef, Str};
use runtime::error::{Exc, PyResult, Raised};
use runtime::vm::Vm;

/// The stream can be read, and what was written is on its way.
fn before_reading(vm: &Vm, this: &ObjRef) -> PyResult {
    let buffer = open_buffer(vm, this)?;
    let waiting = {
        let state = state(vm, this)?;
        if state.decoder.is_none() {
            drop(state);
            return Err(unsupported(vm, "not readable"));
        }
        !state.pending.is_empty()
    };
    if waiting {
        write_pending(vm, this, &buffer)?;
        binary::flush(vm, &buffer, kind(this))?;
    }
    Ok(buffer)
}

/// Replaces the text by that of the next chunk; false at the end. What was left of the text is the caller's.
fn next_chunk(vm: &Vm, this: &ObjRef, buffer: &ObjRef) -> PyResult<bool> {
    let bytes = binary::read_some(vm, buffer, kind(this), super::BUFFER)?;
    let end = bytes.is_empty();
    let (mut decoder, errors, keep) = {
        let mut state = state(vm, this)?;
        let Some(decoder) = state.decoder.clone() else { return Ok(false) };
        state.drop_text();
        (decoder, state.coding.errors.clone(), state.seekable && state.telling)
    };
    let chunk = keep.then(|| {
        let mut chunk = decoder.held();
        chunk.extend_from_slice(&bytes);
        (chunk, decoder.emptied())
    });
    let text = decoder.feed(vm, bytes, &errors, end)?;
    let mut state = state(vm, this)?;
    let some = !end || !text.is_empty();
    (state.text, state.at, state.chunk, state.decoder) = (text, 0, chunk, Some(decoder));
    Ok(some)
}

impl State {
    fn rest(&self) -> &[u8] {
        &self.text[self.at..]
    }

    /// Takes bytes of the text that end at a character.
    fn take(&mut self, len: usize) -> &[u8] {
        let start = self.at;
        self.at += len;
        &self.text[start..start + len]
    }
}

/// The length of the first `count` characters of a text, and how many there are if it is shorter.
fn chars_length(text: &[u8], count: usize) -> (usize, usize) {
    let mut seen = 0;
    for (at, byte) in text.iter().enumerate() {
        if byte & 0xc0 != 0x80 {
            if seen == count {
                return (at, seen);
            }
            seen += 1;
        }
    }
    (text.len(), seen)
}

pub fn read(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let buffer = before_reading(vm, this)?;
    match size_argument(vm, args.first())? {
        None => read_all(vm, this, &buffer),
        Some(size) => read_chars(vm, this, &buffer, size),
    }
}

fn read_all(vm: &Vm, this: &ObjRef, buffer: &ObjRef) -> PyResult {
    let bytes = binary::read_all(vm, buffer, kind(this))?;
    let (mut decoder, errors) = {
        let state = state(vm, this)?;
        let Some(decoder) = state.decoder.clone() else { return Ok(vm.str("")) };
        (decoder, state.coding.errors.clone())
    };
    let text = decoder.feed(vm, bytes, &errors, true)?;
    let mut state = state(vm, this)?;
    let mut all = state.rest().to_vec();
    if all.is_empty() {
        all = text
    } else {
        all.extend_from_slice(&text)
    }
    state.drop_text();
    state.decoder = Some(decoder);
    drop(state);
    Ok(text_object(vm, &all))
}

fn read_chars(vm: &Vm, this: &ObjRef, buffer: &ObjRef, mut count: usize) -> PyResult {
    let mut out = Vec::new();
    loop {
        {
            let mut state = state(vm, this)?;
            let (len, chars) = chars_length(state.rest(), count);
            out.extend_from_slice(state.take(len));
            count -= chars;
        }
        if count == 0 || !next_chunk(vm, this, buffer)? {
            return Ok(text_object(vm, &out));
        }
    }
}

pub fn readline(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let buffer = before_reading(vm, this)?;
    let limit = line_argument(vm, args.first())?;
    read_line(vm, this, &buffer, limit)
}

/// Reads a line of at most `limit` characters.
fn read_line(vm: &Vm, this: &ObjRef, buffer: &ObjRef, limit: Option<usize>) -> PyResult {
    let mut line: Vec<u8> = Vec::new();
    loop {
        {
            let mut state = state(vm, this)?;
            // An end of two characters may be cut by the chunks: its first one is looked at again.
            let seam = line.last().copied().filter(|b| *b == b'\r');
            let found = match seam {
                Some(first) => {
                    let joined = [&[first], state.rest()].concat();
                    state.newline.line_length(&joined).map(|len| len - 1)
                }
                None => state.newline.line_length(state.rest()),
            };
            let mut len = found.unwrap_or(state.rest().len());
            let mut done = found.is_some();
            if let Some(limit) = limit {
                let left = limit - chars_length(&line, usize::MAX).1;
                let (most, _) = chars_length(state.rest(), left);
                done = done || most < state.rest().len() || left == 0;
                len = len.min(most);
            }
            if done && line.is_empty() {
                return Ok(text_object(vm, state.take(len)));
            }
            vm.reserve(&mut line, len)?;
            line.extend_from_slice(state.take(len));
            if done {
                return Ok(text_object(vm, &line));
            }
        }
        if !next_chunk(vm, this, buffer)? {
            return Ok(text_object(vm, &line));
        }
    }
}

pub fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let line = if this.ty_ref().is(&vm.native_type(&SPEC)) {
        open_buffer(vm, this)?;
        state(vm, this)?.telling = false;
        let buffer = before_reading(vm, this)?;
        read_line(vm, this, &buffer, None)?
    } else {
        let line = vm.call_method(this, &vm.names.readline, &[])?;
        if !vm.is_str(&line) {
            let kind = vm.type_name(&line);
            let text = format!("readline() should have returned a str object, not '{kind}'");
            return Err(vm.raise_new(Exc::OSError, text));
        }
        line
    };
    if !line.to::<Str>().is_empty() {
        return Ok(Some(line));
    }
    let mut state = state(vm, this)?;
    state.drop_text();
    state.telling = state.seekable;
    Ok(None)
}

// ---- positions

#[cold]
fn not_seekable(vm: &Vm) -> Raised {
    unsupported(vm, "underlying stream is not seekable")
}

/// The position is that of the byte at which the next character begins.
pub fn tell(vm: &Vm, this: &ObjRef) -> PyResult {
    let buffer = open_buffer(vm, this)?;
    {
        let state = state(vm, this)?;
        let (seekable, telling) = (state.seekable, state.telling);
        drop(state);
        if !seekable {
            return Err(not_seekable(vm));
        }
        if !telling {
            let text = "telling position disabled by next() call".to_owned();
            return Err(vm.raise_new(Exc::OSError, text));
        }
    }
    vm.call_method(this, &vm.names.flush, &[])?;
    let end = binary::tell(vm, &buffer)?;
    let (chunk, before, at, errors) = {
        let state = state(vm, this)?;
        match &state.chunk {
            Some((chunk, before)) => (chunk.clone(), before.clone(), state.at, state.coding.errors.clone()),
            None => return Ok(vm.int(end)),
        }
    };
    let used = bytes_before(vm, &chunk, &before, at, &errors)?;
    Ok(vm.int(end - (chunk.len() - used) as i64))
}

/// How many bytes of a chunk make up the first `at` bytes of its text.
fn bytes_before(vm: &Vm, chunk: &[u8], before: &Decoder, at: usize, errors: &str) -> PyResult<usize> {
    let text_of =
        |len: usize| -> PyResult<usize> { Ok(before.clone().feed(vm, chunk[..len].to_vec(), errors, false)?.len()) };
    if at == 0 {
        return Ok(0);
    }
    let (mut low, mut high) = (0, chunk.len());
    while low < high {
        let middle = (low + high) / 2;
        if text_of(middle)? >= at { high = middle } else { low = middle + 1 }
    }
    Ok(low)
}

pub fn seek(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let whence = args.get(1).map_or(Ok(0), |whence| vm.to_i64(whence))?;
    open_buffer(vm, this)?;
    if !state(vm, this)?.seekable {
        return Err(not_seekable(vm));
    }
    let cookie = vm.index(&args[0])?;
    let zero = vm.to_i64_opt(&cookie) == Some(0);
    let (cookie, whence) = match whence {
        1 if !zero => return Err(unsupported(vm, "can't do nonzero cur-relative seeks")),
        1 => (tell(vm, this)?, 0),
        2 if !zero => return Err(unsupported(vm, "can't do nonzero end-relative seeks")),
        0 | 2 => (cookie, whence),
        _ => return Err(vm.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)"))),
    };
    let offset = vm.to_i64(&cookie)?;
    if offset < 0 {
        return Err(vm.value_error(format!("negative seek position {offset}")));
    }
    vm.call_method(this, &vm.names.flush, &[])?;
    let at = binary::seek(vm, &buffer(vm, this)?, offset, whence)?;
    let mut state = state(vm, this)?;
    state.drop_text();
    state.at_start = at == 0;
    let (codec, newline) = (state.coding.codec, state.newline);
    if let Some(decoder) = &mut state.decoder {
        let seen = decoder.lines.seen;
        *decoder = if at == 0 { Decoder::new(codec, newline) } else { decoder.emptied() };
        decoder.lines.seen = seen;
    }
    Ok(vm.int(at))
}
