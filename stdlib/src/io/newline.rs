//! The `newline` argument: what ends a line in a file, and what becomes of it.

use gc::ObjRef;
use runtime::error::PyResult;
use runtime::vm::Vm;

/// What `newline` says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Newline {
    /// None: any end is read as `\n`; written as the system's, which is `\n`.
    Translate,
    /// `''`: any end ends a line and stays as it is.
    Keep,
    /// `'\n'`.
    Feed,
    /// `'\r'`: also written for `\n`.
    Return,
    /// `'\r\n'`: also written for `\n`.
    Both,
}

impl Newline {
    /// The argument itself; None for translation.
    pub fn text(self) -> Option<&'static str> {
        match self {
            Newline::Translate => None,
            Newline::Keep => Some(""),
            Newline::Feed => Some("\n"),
            Newline::Return => Some("\r"),
            Newline::Both => Some("\r\n"),
        }
    }

    /// Reads the argument; absent means None.
    pub fn argument(vm: &Vm, newline: Option<&ObjRef>) -> PyResult<Newline> {
        Newline::parse(vm, newline, |newline| Ok(vm.lossy(newline)))
    }

    /// Reads the argument; `show` words a bad one.
    pub fn parse(
        vm: &Vm,
        newline: Option<&ObjRef>,
        show: impl FnOnce(&ObjRef) -> PyResult<String>,
    ) -> PyResult<Newline> {
        let Some(newline) = newline.filter(|newline| !vm.is_none(newline)) else { return Ok(Newline::Translate) };
        if !vm.is_str(newline) {
            let kind = vm.type_name(newline);
            return Err(vm.type_error(format!("newline must be str or None, not {kind}")));
        }
        Ok(match &*vm.lossy(newline) {
            "" => Newline::Keep,
            "\n" => Newline::Feed,
            "\r" => Newline::Return,
            "\r\n" => Newline::Both,
            _ => {
                let text = format!("illegal newline value: {}", show(newline)?);
                return Err(vm.value_error(text));
            }
        })
    }

    /// Whether any of the three ends ends a line.
    pub fn is_universal(self) -> bool {
        matches!(self, Newline::Translate | Newline::Keep)
    }

    /// What is written for `\n`, where that is something else.
    pub fn written(self) -> Option<&'static str> {
        match self {
            Newline::Return => Some("\r"),
            Newline::Both => Some("\r\n"),
            _ => None,
        }
    }

    /// The length of the first line, its end included; None if it does not end here.
    pub fn line_length<T: Copy + Into<u32>>(self, text: &[T]) -> Option<usize> {
        let at = |i: usize| text.get(i).map(|c| (*c).into());
        let find = |wanted: &dyn Fn(u32) -> bool| text.iter().position(|c| wanted((*c).into()));
        match self {
            Newline::Translate | Newline::Feed => find(&|c| c == 10).map(|end| end + 1),
            Newline::Return => find(&|c| c == 13).map(|end| end + 1),
            Newline::Both => (0..text.len()).find(|i| at(*i) == Some(13) && at(i + 1) == Some(10)).map(|end| end + 2),
            Newline::Keep => {
                let end = find(&|c| c == 10 || c == 13)?;
                Some(if at(end) == Some(13) && at(end + 1) == Some(10) { end + 2 } else { end + 1 })
            }
        }
    }

    /// What a text in memory keeps of the text written to it.
    pub fn in_memory(self, text: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut out = Vec::new();
        let mut text = text.peekable();
        while let Some(c) = text.next() {
            match (self, c) {
                (Newline::Translate, 13) => {
                    text.next_if_eq(&10);
                    out.push(10);
                }
                (Newline::Return, 10) => out.push(13),
                (Newline::Both, 10) => out.extend([13, 10]),
                _ => out.push(c),
            }
        }
        out
    }
}

/// Makes `\n` of every line end, and remembers which ends there were. A `\r` at the end of a piece waits for
/// what comes next.
#[derive(Clone, Copy, Default, Debug)]
pub struct Translator {
    pub pending: bool,
    /// Bits: `\r` 1, `\n` 2, `\r\n` 4.
    pub seen: u8,
}

impl Translator {
    /// Translates a piece; at the `last` one nothing waits.
    pub fn feed(&mut self, text: Vec<u8>, last: bool, translate: bool) -> Vec<u8> {
        if !self.pending && !text.contains(&b'\r') {
            if self.seen & 2 == 0 && text.contains(&b'\n') {
                self.seen |= 2;
            }
            return text;
        }
        let mut text = text;
        if std::mem::take(&mut self.pending) {
            text.insert(0, b'\r');
        }
        if !last && text.last() == Some(&b'\r') {
            text.pop();
            self.pending = true;
        }
        let mut out = Vec::with_capacity(text.len());
        let mut bytes = text.into_iter().peekable();
        while let Some(b) = bytes.next() {
            match b {
                b'\r' if bytes.next_if_eq(&b'\n').is_some() => {
                    self.seen |= 4;
                    out.extend_from_slice(if translate { b"\n" } else { b"\r\n" });
                }
                b'\r' => {
                    self.seen |= 1;
                    out.push(if translate { b'\n' } else { b'\r' });
                }
                b'\n' => {
                    self.seen |= 2;
                    out.push(b);
                }
                _ => out.push(b),
            }
        }
        out
    }

    /// The `newlines` attribute: None, one end, or a tuple of those seen.
    pub fn newlines(&self, vm: &Vm) -> ObjRef {
        let ends: Vec<ObjRef> = [(1, "\r"), (2, "\n"), (4, "\r\n")]
            .iter()
            .filter(|(bit, _)| self.seen & bit != 0)
            .map(|(_, end)| vm.str(end))
            .collect();
        match ends.len() {
            0 => vm.none(),
            1 => ends[0].clone(),
            _ => vm.tuple(ends),
        }
    }
}
