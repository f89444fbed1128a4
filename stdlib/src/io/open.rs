//! `open()`: a raw file, a buffer, a text layer, as the mode asks for.

use super::buffered::{self, Kind};
use super::{fileio, text};
use gc::ObjRef;
use runtime::error::{Exc, PyResult};
use runtime::native::Args;
use runtime::vm::Vm;

/// What a mode says.
struct Mode {
    /// For the raw file.
    raw: String,
    text: bool,
    binary: bool,
    updating: bool,
    reading: bool,
    kinds: usize,
}

fn parse(vm: &Vm, mode: &str) -> PyResult<Mode> {
    let mut seen = Mode { raw: String::new(), text: false, binary: false, updating: false, reading: false, kinds: 0 };
    for (at, c) in mode.char_indices() {
        if mode[..at].contains(c) || !"xrwa+tb".contains(c) {
            return Err(vm.value_error(format!("invalid mode: '{mode}'")));
        }
        match c {
            't' => seen.text = true,
            'b' => seen.binary = true,
            '+' => seen.updating = true,
            _ => {
                seen.kinds += 1;
                seen.reading = c == 'r';
            }
        }
        if !matches!(c, 't' | 'b') {
            seen.raw.push(c);
        }
    }
    Ok(seen)
}

pub fn open(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let given = |at: usize| args[at].as_ref().filter(|value| !vm.is_none(value));
    let Some(file) = &args[0] else { return Err(vm.type_error("open() missing required argument 'file' (pos 1)")) };
    let file = if vm.is_int(file) { file.clone() } else { fileio::fspath(vm, file)? };
    let text_of = |at: usize, name: &str| -> PyResult<Option<String>> {
        match given(at) {
            None => Ok(None),
            Some(value) if vm.is_str(value) => Ok(Some(vm.str_text(value)?.into_owned())),
            Some(value) => {
                let kind = vm.argument_kind(value);
                Err(vm.type_error(format!("open() argument '{name}' must be str or None, not {kind}")))
            }
        }
    };
    let mode_text = match &args[1] {
        Some(mode) if vm.is_str(mode) => vm.str_text(mode)?.into_owned(),
        Some(mode) => {
            let kind = vm.argument_kind(mode);
            return Err(vm.type_error(format!("open() argument 'mode' must be str, not {kind}")));
        }
        None => "r".to_owned(),
    };
    let buffering = args[2].as_ref().map_or(Ok(-1), |buffering| vm.to_i64(buffering))?;
    let (encoding, errors, newline) = (text_of(3, "encoding")?, text_of(4, "errors")?, given(5));
    let mode = parse(vm, &mode_text)?;
    check(vm, &mode, encoding.is_some(), errors.is_some(), newline.is_some())?;
    if mode.binary && buffering == 1 {
        let words = "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used";
        vm.warn(Exc::RuntimeWarning, words, 1)?;
    }
    let close_fd = args[6].as_ref().map_or(Ok(true), |flag| vm.truth(flag))?;
    let raw = vm.call(&vm.native_type(&fileio::SPEC), &raw_args(vm, &file, &mode.raw, close_fd, given(7)))?;
    let layers = |raw: &ObjRef| -> PyResult {
        let terminal = buffering < 0 && super::is_terminal(vm, raw);
        let (buffered, line_buffering) = buffer(vm, raw, &mode, buffering, terminal)?;
        if mode.binary || buffering == 0 {
            return Ok(buffered);
        }
        let options =
            text::Options { encoding, errors, newline: newline.cloned(), line_buffering, write_through: false };
        let wrapper = text::around(vm, &buffered, options)?;
        super::base::set_own(vm, &wrapper, "mode", &vm.str(&mode_text))?;
        Ok(wrapper)
    };
    match layers(&raw) {
        Ok(stream) => Ok(stream),
        Err(raised) => {
            drop(fileio::close(vm, &raw));
            Err(raised)
        }
    }
}

fn raw_args(vm: &Vm, file: &ObjRef, mode: &str, close_fd: bool, opener: Option<&ObjRef>) -> Vec<ObjRef> {
    let opener = opener.cloned().unwrap_or_else(|| vm.none());
    vec![file.clone(), vm.str(mode), vm.bool(close_fd), opener]
}

fn check(vm: &Vm, mode: &Mode, encoding: bool, errors: bool, newline: bool) -> PyResult<()> {
    let problem = if mode.text && mode.binary {
        "can't have text and binary mode at once"
    } else if mode.kinds > 1 {
        "must have exactly one of create/read/write/append mode"
    } else if mode.binary && encoding {
        "binary mode doesn't take an encoding argument"
    } else if mode.binary && errors {
        "binary mode doesn't take an errors argument"
    } else if mode.binary && newline {
        "binary mode doesn't take a newline argument"
    } else {
        return Ok(());
    };
    Err(vm.value_error(problem))
}

/// The buffer around a raw file, and whether the text layer flushes at line ends.
fn buffer(vm: &Vm, raw: &ObjRef, mode: &Mode, buffering: i64, terminal: bool) -> PyResult<(ObjRef, bool)> {
    let line_buffering = buffering == 1 || terminal;
    let size = match buffering {
        0 if mode.binary => return Ok((raw.clone(), false)),
        0 => return Err(vm.value_error("can't have unbuffered text I/O")),
        ..0 | 1 => match vm.to_index(&vm.get_attr_str(raw, "_blksize")?)? {
            size @ 2.. => size as usize,
            _ => super::BUFFER,
        },
        size => size as usize,
    };
    let kind = match (mode.updating, mode.reading) {
        (true, _) => Kind::Random,
        (false, true) => Kind::Reader,
        (false, false) => Kind::Writer,
    };
    Ok((buffered::around(vm, kind, raw, size)?, line_buffering))
}

/// `open_code(path)` opens a file with source text.
pub fn open_code(vm: &Vm, this: &ObjRef, path: &ObjRef) -> PyResult {
    let mut args: [Option<ObjRef>; 8] = [const { None }; 8];
    args[0] = Some(path.clone());
    args[1] = Some(vm.str("rb"));
    open(vm, this, &args)
}

/// Keeps the signature's parameters in one place.
pub const SIGNATURE: &str =
    "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)";

/// `text_encoding(encoding, stacklevel=2)`: what None means.
pub fn text_encoding(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    match args.positional().first() {
        Some(encoding) if !vm.is_none(encoding) => Ok(encoding.clone()),
        Some(_) => Ok(vm.str("locale")),
        None => Err(vm.type_error("text_encoding() missing required argument 'encoding' (pos 1)")),
    }
}
