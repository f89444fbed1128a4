//! From the bytes of a source to its text: byte order mark, encoding declaration, UTF-8.

use crate::error::{Exc, PyResult, Raised};
use crate::vm::Vm;

/// The text of a source. `filename` is for the error.
pub fn decode(vm: &Vm, bytes: &[u8], filename: &str) -> PyResult<String> {
    let (body, marked) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    match declared(body) {
        Some(name) => match normal(&name).as_str() {
            "utf-8" => utf8(vm, body, filename, true),
            _ if marked => {
                Err(plain_error(vm, filename, format!("encoding problem: {name} with BOM")))
            }
            "iso-8859-1" => Ok(body.iter().map(|b| *b as char).collect()),
            "ascii" => utf8(vm, body, filename, true),
            _ => Err(plain_error(vm, filename, format!("unknown encoding: {name}"))),
        },
        None => utf8(vm, body, filename, marked),
    }
}

fn utf8(vm: &Vm, body: &[u8], filename: &str, known: bool) -> PyResult<String> {
    match std::str::from_utf8(body) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(not_utf8(vm, body, error.valid_up_to(), filename, known)),
    }
}

#[cold]
fn not_utf8(vm: &Vm, body: &[u8], at: usize, filename: &str, known: bool) -> Raised {
    let byte = body[at];
    if known || filename == "<string>" {
        let reason = if (0xc2..0xf5).contains(&byte) { "invalid continuation byte" } else { "invalid start byte" };
        let text = format!("(unicode error) 'utf-8' codec can't decode byte 0x{byte:02x} in position {at}: {reason}");
        return plain_error(vm, filename, text);
    }
    let line = body[..at].iter().filter(|b| **b == b'\n').count() + 1;
    plain_error(
        vm,
        filename,
        format!(
            "Non-UTF-8 code starting with '\\x{byte:02x}' in file {filename} on line {line}, but no encoding declared; \
             see https://peps.python.org/pep-0263/ for details"
        ),
    )
}

/// A SyntaxError without a line of source.
fn plain_error(vm: &Vm, filename: &str, text: String) -> Raised {
    let place = vec![vm.str(filename), vm.int(0), vm.none(), vm.none(), vm.none(), vm.none()];
    vm.raise_type(vm.exception_type(Exc::SyntaxError), &[vm.str(text), vm.tuple(place)])
}

/// The encoding that a comment in one of the first two lines declares (PEP 263).
fn declared(body: &[u8]) -> Option<String> {
    for line in body.split(|b| *b == b'\n').take(2) {
        let trimmed = line.trim_ascii_start();
        if !trimmed.is_empty() && trimmed[0] != b'#' {
            return None;
        }
        let text = String::from_utf8_lossy(trimmed);
        let Some(at) = text.find("coding") else { continue };
        let rest = &text[at + 6..];
        let Some(rest) = rest.strip_prefix([':', '=']) else { continue };
        let rest = rest.trim_start_matches([' ', '\t']);
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '.')).unwrap_or(rest.len());
        if end > 0 {
            return Some(rest[..end].to_owned());
        }
    }
    None
}

fn normal(name: &str) -> String {
    let name = name.to_ascii_lowercase().replace('_', "-");
    if name == "utf8" || name.starts_with("utf-8") {
        return "utf-8".to_owned();
    }
    match name.as_str() {
        "latin-1" | "latin1" | "iso-8859-1" | "iso-latin-1" | "iso8859-1" | "l1" => "iso-8859-1".to_owned(),
        "us-ascii" | "ascii" => "ascii".to_owned(),
        _ => name,
    }
}
