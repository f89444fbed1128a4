//! `%`-formatting, of `str` and of bytes: `'%-5s|%03d' % (x, y)`.

use super::digits::{Layout, Options, format_float};
use super::quick::Short;
use super::template_apply::ascii;
use super::writer::Writer;
use crate::builtins::int::{self, text as int_text};
use crate::builtins::{bytes, str::make};
use crate::error::{Exc, PyResult, Raised};
use crate::object::type_of;
use crate::text::{TextBuf, char_at, slice, units_len};
use crate::vm::Vm;
use gc::{ByteArray, Bytes, Exact, Int, ObjRef, Str, Tuple, Units};

/// `template % values` for str.
pub fn str_modulo(vm: &Vm, template: &ObjRef, values: &ObjRef) -> PyResult {
    let Some(text) = template.cast_ref::<Str>() else { return Ok(vm.not_implemented.clone()) };
    let mapping = is_mapping(values) && !values.has::<Str>();
    let mut formatter = Formatter::new(vm, text.units(), values, mapping, false);
    formatter.run(Some(template))?;
    formatter.out.finish(vm)
}

/// `template % values` for bytes; the result is as raw bytes.
pub fn bytes_modulo(vm: &Vm, template: &[u8], values: &ObjRef) -> PyResult<Vec<u8>> {
    let text = values.has::<Bytes>() || values.has::<ByteArray>() || values.has::<Str>();
    let mut formatter = Formatter::new(vm, Units::U1(template), values, is_mapping(values) && !text, true);
    formatter.run(None)?;
    match std::mem::take(formatter.out.settle()) {
        TextBuf::One(bytes) => Ok(bytes),
        _ => Err(vm.system_error("wide characters in bytes")),
    }
}

/// Whether `(key)` can be looked up in it: it has a subscript and is no tuple.
fn is_mapping(values: &ObjRef) -> bool {
    type_of(values).slots.get_item.get().is_some() && !values.has::<Tuple>()
}

/// The values still to come.
enum Values<'a> {
    Tuple {
        items: &'a [ObjRef],
        next: usize,
    },
    /// Not a tuple: the one value, until it is used.
    Single(Option<Value<'a>>),
}

/// A value on its way into the text. Those of the program keep their counts, as in CPython.
enum Value<'a> {
    Lent(&'a ObjRef),
    /// Out of a mapping.
    Own(ObjRef),
}

impl std::ops::Deref for Value<'_> {
    type Target = ObjRef;
    fn deref(&self) -> &ObjRef {
        match self {
            Value::Lent(value) => value,
            Value::Own(value) => value,
        }
    }
}

/// Flags, width, precision of one conversion.
#[derive(Clone, Copy, Default)]
struct Conversion {
    left: bool,
    sign: bool,
    blank: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
    kind: u32,
}

struct Formatter<'a> {
    vm: &'a Vm,
    template: Units<'a>,
    at: usize,
    values: Values<'a>,
    mapping: Option<&'a ObjRef>,
    /// Formatting bytes.
    bytes: bool,
    out: Writer,
}

impl<'a> Formatter<'a> {
    fn new(vm: &'a Vm, template: Units<'a>, values: &'a ObjRef, mapping: bool, bytes: bool) -> Formatter<'a> {
        let source = match values.cast_ref::<Tuple>() {
            Some(tuple) => Values::Tuple { items: tuple.items(), next: 0 },
            None => Values::Single(Some(Value::Lent(values))),
        };
        Formatter { vm, template, at: 0, values: source, mapping: mapping.then_some(values), bytes, out: Writer::new() }
    }

    /// Walks through the template; `whole` is the template as an object.
    fn run(&mut self, whole: Option<&ObjRef>) -> PyResult<()> {
        let len = units_len(self.template);
        while self.at < len {
            let start = self.at;
            while self.peek().is_some_and(|c| c != u32::from(b'%')) {
                self.at += 1;
            }
            match whole {
                Some(whole) if start == 0 && self.at == len => self.out.push_str(self.vm, whole),
                _ => self.out.push_units(slice(self.template, start, self.at)),
            }
            if self.at < len {
                self.at += 1;
                self.conversion()?;
            }
        }
        self.check_all_used()
    }

    fn check_all_used(&self) -> PyResult<()> {
        let left = match &self.values {
            Values::Tuple { items, next } => *next < items.len(),
            Values::Single(value) => value.is_some(),
        };
        if left && self.mapping.is_none() {
            let kind = if self.bytes { "bytes" } else { "string" };
            return Err(self.vm.type_error(format!("not all arguments converted during {kind} formatting")));
        }
        Ok(())
    }

    fn peek(&self) -> Option<u32> {
        (self.at < units_len(self.template)).then(|| char_at(self.template, self.at))
    }

    /// The next character; the template must not end inside a conversion.
    fn next_char(&mut self) -> PyResult<u32> {
        let Some(c) = self.peek() else { return Err(self.vm.value_error("incomplete format")) };
        self.at += 1;
        Ok(c)
    }

    fn next_value(&mut self) -> PyResult<Value<'a>> {
        let value = match &mut self.values {
            Values::Tuple { items, next } => {
                *next += 1;
                items.get(*next - 1).map(Value::Lent)
            }
            Values::Single(value) => value.take(),
        };
        value.ok_or_else(|| self.vm.type_error("not enough arguments for format string"))
    }

    /// One conversion; the `%` is behind us.
    fn conversion(&mut self) -> PyResult<()> {
        let mut spec = Conversion::default();
        if self.peek() == Some(u32::from(b'%')) {
            self.at += 1;
            self.out.settle().push(u32::from(b'%'));
            return Ok(());
        }
        if self.peek() == Some(u32::from(b'(')) {
            self.key()?;
        }
        self.flags(&mut spec);
        self.width(&mut spec)?;
        self.precision(&mut spec)?;
        if matches!(self.peek(), Some(0x68 | 0x6c | 0x4c)) {
            self.at += 1;
        }
        spec.kind = self.next_char()?;
        let value = self.next_value()?;
        self.convert(&value, &spec)
    }

    /// `(key)`: the value comes out of the mapping.
    fn key(&mut self) -> PyResult<()> {
        let Some(mapping) = self.mapping else { return Err(self.vm.type_error("format requires a mapping")) };
        self.at += 1;
        let start = self.at;
        let mut depth = 1;
        while depth > 0 {
            let Some(c) = self.peek() else { return Err(self.vm.value_error("incomplete format key")) };
            self.at += 1;
            match c {
                0x28 => depth += 1,
                0x29 => depth -= 1,
                _ => {}
            }
        }
        let key = slice(self.template, start, self.at - 1);
        let key = match key {
            Units::U1(raw) if self.bytes => self.vm.bytes(raw),
            _ => make::from_units(self.vm, key)?,
        };
        self.values = Values::Single(Some(Value::Own(self.vm.get_item(mapping, &key)?)));
        Ok(())
    }

    fn flags(&mut self, spec: &mut Conversion) {
        loop {
            match self.peek().and_then(|c| u8::try_from(c).ok()) {
                Some(b'-') => spec.left = true,
                Some(b'+') => spec.sign = true,
                Some(b' ') => spec.blank = true,
                Some(b'#') => spec.alternate = true,
                Some(b'0') => spec.zero = true,
                _ => return,
            }
            self.at += 1;
        }
    }

    fn star(&mut self) -> PyResult<i64> {
        self.at += 1;
        let value = self.next_value()?;
        let Some(int) = value.cast_ref::<Int>() else { return Err(self.vm.type_error("* wants int")) };
        int.to_i64().ok_or_else(|| self.vm.overflow_error("Python int too large to convert to C ssize_t"))
    }

    fn width(&mut self, spec: &mut Conversion) -> PyResult<()> {
        if self.peek() == Some(u32::from(b'*')) {
            let width = self.star()?;
            spec.left |= width < 0;
            spec.width = width.unsigned_abs() as usize;
        } else if let Some(width) = self.digits("width too big", isize::MAX as usize)? {
            spec.width = width;
        }
        make_room(self.vm, spec.width)
    }

    fn precision(&mut self, spec: &mut Conversion) -> PyResult<()> {
        if self.peek() != Some(u32::from(b'.')) {
            return Ok(());
        }
        self.at += 1;
        if self.peek() == Some(u32::from(b'*')) {
            let precision = self.star()?;
            if i32::try_from(precision).is_err() {
                return Err(self.vm.overflow_error("Python int too large to convert to C int"));
            }
            spec.precision = Some(usize::try_from(precision).unwrap_or(0));
        } else {
            spec.precision = Some(self.digits("precision too big", i32::MAX as usize)?.unwrap_or(0));
        }
        Ok(())
    }

    fn digits(&mut self, complaint: &str, limit: usize) -> PyResult<Option<usize>> {
        let mut value: Option<usize> = None;
        while let Some(digit) = self.peek().map(|c| c.wrapping_sub(0x30)).filter(|d| *d < 10) {
            let next = value.unwrap_or(0).checked_mul(10).and_then(|v| v.checked_add(digit as usize));
            value = Some(next.filter(|v| *v <= limit).ok_or_else(|| self.vm.value_error(complaint))?);
            self.at += 1;
        }
        Ok(value)
    }

    fn convert(&mut self, value: &ObjRef, spec: &Conversion) -> PyResult<()> {
        match u8::try_from(spec.kind).unwrap_or(0) {
            b's' | b'b' if self.bytes => self.raw(value, spec),
            b'r' if self.bytes => self.text(&ascii(self.vm, value)?, spec),
            b's' if value.ty().exact() == Exact::Str => self.text(value, spec),
            b's' => self.text(&self.vm.str_of(value)?, spec),
            b'r' => self.text(&self.vm.repr(value)?, spec),
            b'a' => self.text(&ascii(self.vm, value)?, spec),
            b'd' | b'i' | b'u' | b'o' | b'x' | b'X' => self.int(value, spec),
            b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => self.float(value, spec),
            b'c' => self.char(value, spec),
            _ => Err(self.unsupported(spec.kind)),
        }
    }

    fn text(&mut self, text: &ObjRef, spec: &Conversion) -> PyResult<()> {
        let str = make::of(text);
        let len = str.len().min(spec.precision.unwrap_or(usize::MAX));
        if len == str.len() && spec.width <= len {
            self.out.push_str(self.vm, text);
        } else {
            self.padded(slice(str.units(), 0, len), spec);
        }
        Ok(())
    }

    fn raw(&mut self, value: &ObjRef, spec: &Conversion) -> PyResult<()> {
        let data = bytes::make::formatted(self.vm, value)?;
        let len = data.len().min(spec.precision.unwrap_or(usize::MAX));
        self.padded(Units::U1(&data[..len]), spec);
        Ok(())
    }

    /// Spaces on one side.
    fn padded(&mut self, piece: Units<'_>, spec: &Conversion) {
        let gap = spec.width.saturating_sub(units_len(piece));
        let out = self.out.settle();
        out.push_repeat(u32::from(b' '), if spec.left { 0 } else { gap });
        out.push_units(piece);
        out.push_repeat(u32::from(b' '), if spec.left { gap } else { 0 });
    }

    fn int(&mut self, value: &ObjRef, spec: &Conversion) -> PyResult<()> {
        if spec.kind != u32::from(b'X')
            && !spec.alternate
            && spec.precision.is_none()
            && let Some(number) = value.payload::<Int>().and_then(|int| int.to_i64())
        {
            if !matches!(spec.kind as u8, b'o' | b'x') {
                self.vm.check_interrupt()?;
            }
            let digits = match spec.kind as u8 {
                b'o' => Short::of_word(number.unsigned_abs(), 8),
                b'x' => Short::of_word(number.unsigned_abs(), 16),
                _ => Short::of_word(number.unsigned_abs(), 10),
            };
            self.number(number < 0, "", digits.text(), spec);
            return Ok(());
        }
        let number = self.as_int(value, spec.kind as u8)?;
        let number = int::make::of(&number);
        let (base, prefix) = match spec.kind as u8 {
            b'o' => (8, "0o"),
            b'x' => (16, "0x"),
            b'X' => (16, "0X"),
            _ => (10, ""),
        };
        let mut digits = int_text::magnitude(self.vm, number, base)?;
        if spec.kind == u32::from(b'X') {
            digits.make_ascii_uppercase();
        }
        if let Some(precision) = spec.precision {
            if precision > i32::MAX as usize - 3 {
                return Err(self.vm.overflow_error("precision too large"));
            }
            self.vm.check_room(precision)?;
            digits = "0".repeat(precision.saturating_sub(digits.len())) + &digits;
        }
        let prefix = if spec.alternate { prefix } else { "" };
        self.number(number.sign() < 0, prefix, &digits, spec);
        Ok(())
    }

    /// `%d` takes any real number and cuts it off, `%x` only what is an index.
    fn as_int(&self, value: &ObjRef, kind: u8) -> PyResult {
        if value.has::<Int>() {
            return Ok(value.clone());
        }
        let vm = self.vm;
        let whole = matches!(kind, b'o' | b'x' | b'X');
        let slots = &type_of(value).slots;
        let number = slots.index.get().is_some() || slots.int.get().is_some() || slots.float.get().is_some();
        let made = match (number, whole) {
            (false, _) => None,
            (true, true) => type_error_to_none(vm, vm.index(value))?,
            (true, false) => type_error_to_none(vm, int::convert::number_of(vm, value))?,
        };
        made.ok_or_else(|| {
            let (wanted, got) = (if whole { "an integer" } else { "a real number" }, vm.type_name(value));
            vm.type_error(format!("%{} format: {wanted} is required, not {got}", char::from(kind)))
        })
    }

    fn float(&mut self, value: &ObjRef, spec: &Conversion) -> PyResult<()> {
        let vm = self.vm;
        let number = match vm.to_f64(value) {
            Ok(number) => number,
            Err(raised) if self.bytes && raised.matches(vm, Exc::TypeError) => {
                return Err(vm.type_error(format!("float argument required, not {}", vm.type_name(value))));
            }
            Err(raised) => return Err(raised),
        };
        let (layout, upper) = match spec.kind as u8 {
            b'e' => (Layout::Exponent, false),
            b'E' => (Layout::Exponent, true),
            b'f' => (Layout::Fixed, false),
            b'F' => (Layout::Fixed, true),
            b'g' => (Layout::General, false),
            _ => (Layout::General, true),
        };
        let options = Options { alternate: spec.alternate, ..Options::default() };
        self.vm.check_room(spec.precision.unwrap_or(0))?;
        let mut text = format_float(number, layout, spec.precision.unwrap_or(6), options);
        if upper {
            text.make_ascii_uppercase();
        }
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.as_str()),
        };
        self.number(negative, "", digits, spec);
        Ok(())
    }

    /// Sign, prefix, digits; zeros come between, spaces outside.
    fn number(&mut self, negative: bool, prefix: &str, digits: &str, spec: &Conversion) {
        let sign = match (negative, spec.sign, spec.blank) {
            (true, ..) => "-",
            (_, true, _) => "+",
            (_, _, true) => " ",
            _ => "",
        };
        let gap = spec.width.saturating_sub(sign.len() + prefix.len() + digits.len());
        let (left, zeros, right) = match (spec.left, spec.zero) {
            (true, _) => (0, 0, gap),
            (false, true) => (0, gap, 0),
            (false, false) => (gap, 0, 0),
        };
        let out = self.out.settle();
        out.push_repeat(u32::from(b' '), left);
        out.push_str(sign);
        out.push_str(prefix);
        out.push_repeat(u32::from(b'0'), zeros);
        out.push_str(digits);
        out.push_repeat(u32::from(b' '), right);
    }

    fn char(&mut self, value: &ObjRef, spec: &Conversion) -> PyResult<()> {
        let code = if self.bytes { self.byte_value(value)? } else { self.char_value(value)? };
        self.padded(Units::U4(&[code]), spec);
        Ok(())
    }

    fn char_value(&self, value: &ObjRef) -> PyResult<u32> {
        let vm = self.vm;
        if let Some(text) = value.cast_ref::<Str>() {
            return match text.len() {
                1 => Ok(text.char_at(0)),
                _ => Err(vm.type_error("%c requires int or char")),
            };
        }
        let Some(index) = type_error_to_none(vm, vm.index(value))? else {
            return Err(vm.type_error("%c requires int or char"));
        };
        let code = int::make::of(&index).to_i64();
        let valid = code.and_then(|c| u32::try_from(c).ok()).filter(|c| *c <= 0x10_ffff);
        valid.ok_or_else(|| vm.overflow_error("%c arg not in range(0x110000)"))
    }

    fn byte_value(&self, value: &ObjRef) -> PyResult<u32> {
        let vm = self.vm;
        if let Some(data) = crate::buffer::bytes_of(vm, value)?.filter(|_| !crate::builtins::memoryview::is(value)) {
            if let [one] = *data {
                return Ok(one.into());
            }
        } else if let Some(int) = value.cast_ref::<Int>() {
            return match int.to_i64().and_then(|c| u8::try_from(c).ok()) {
                Some(byte) => Ok(byte.into()),
                None => Err(vm.overflow_error("%c arg not in range(256)")),
            };
        }
        Err(vm.type_error("%c requires an integer in range(256) or a single byte"))
    }

    #[cold]
    fn unsupported(&self, code: u32) -> Raised {
        let shown = if (31..=126).contains(&code) { char::from(code as u8) } else { '?' };
        let at = self.at - 1;
        self.vm.value_error(format!("unsupported format character '{shown}' ({code:#x}) at index {at}"))
    }
}

/// A TypeError becomes nothing, so that the caller can say it better.
fn type_error_to_none(vm: &Vm, result: PyResult) -> PyResult<Option<ObjRef>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(raised) if raised.matches(vm, Exc::TypeError) => Ok(None),
        Err(raised) => Err(raised),
    }
}

/// Refuses fields that no block can hold.
fn make_room(vm: &Vm, width: usize) -> PyResult<()> {
    crate::builtins::str::pad::check_size(vm, width)
}
