//! Writing to a text stream.

use super::base::unsupported;
use super::binary;
use super::coding;
use super::text::{kind, open_buffer, state};
use gc::{ObjRef, Ref, Str};
use runtime::error::PyResult;
use runtime::vm::Vm;

pub fn write(vm: &Vm, this: &ObjRef, text: &ObjRef) -> PyResult {
    if !vm.is_str(text) {
        let kind = vm.argument_kind(text);
        return Err(vm.type_error(format!("write() argument must be str, not {kind}")));
    }
    let buffer = open_buffer(vm, this)?;
    let chars = text.to::<Str>();
    let (write_now, flush_now) = {
        let mut state = state(vm, this)?;
        if !state.writable {
            drop(state);
            return Err(unsupported(vm, "not writable"));
        }
        let mut pending = std::mem::take(&mut state.pending);
        let (coding, newline, start) = (state.coding.clone(), state.newline, state.at_start);
        drop(state);
        let before = pending.len();
        // An error handler written in Python may use this very stream.
        let outcome = coding::encode(vm, text, &coding, newline, start, &mut pending);
        let mut state = self::state(vm, this)?;
        let full = pending.len() > super::BUFFER;
        let ends_line = state.line_buffering && has_line_end(&pending[before..], chars);
        state.at_start = state.at_start && pending.len() == before;
        state.pending = pending;
        state.drop_text();
        outcome?;
        (full || ends_line || state.write_through, ends_line)
    };
    if write_now {
        write_pending(vm, this, &buffer)?;
    }
    if flush_now {
        binary::flush(vm, &buffer, kind(this))?;
    }
    Ok(vm.int_exact(chars.len() as i64))
}

fn has_line_end(encoded: &[u8], text: &Ref<Str>) -> bool {
    match text.is_ascii() {
        true => encoded.iter().any(|b| matches!(b, b'\n' | b'\r')),
        false => text.code_points().any(|c| c == 10 || c == 13),
    }
}

/// Hands what is encoded to the binary stream.
pub fn write_pending(vm: &Vm, this: &ObjRef, buffer: &ObjRef) -> PyResult<()> {
    let pending = std::mem::take(&mut state(vm, this)?.pending);
    if pending.is_empty() {
        return Ok(());
    }
    binary::write(vm, buffer, kind(this), &pending)?;
    // The room is used again.
    let mut room = pending;
    room.clear();
    let mut state = state(vm, this)?;
    if state.pending.is_empty() && room.capacity() <= 4 * super::BUFFER {
        state.pending = room;
    }
    Ok(())
}
