//! JSON text to objects.

use gc::{Dict, List, ObjRef, Payload, Ref, Slot, Str, Units};
use runtime::builtins::arguments;
use runtime::error::{PyResult, Raised};
use runtime::native::{Args, GetSet, TypeSpec};
use runtime::slots::SlotDefs;
use runtime::text::{char_at, slice, units_len};
use runtime::vm::Vm;
use std::cell::Cell;

use super::strings::{self, fault};

gc::payload! {
    /// What a decoder wants to be done with what is found, and the keys of the text being read.
    pub struct Scanner: gc {
        strict: Cell<bool>,
        object_hook: Slot,
        object_pairs_hook: Slot,
        parse_float: Slot,
        parse_int: Slot,
        parse_constant: Slot,
        memo: Slot,
    }
}

macro_rules! member {
    ($name:ident) => {
        GetSet {
            name: stringify!($name),
            get: |vm, this| Ok(this.to::<Scanner>().$name.get().unwrap_or_else(|| vm.none())),
            set: None,
        }
    };
}

pub static SCANNER: TypeSpec = TypeSpec {
    doc: Some("Reads one JSON value out of a text, as a decoder says."),
    slots: SlotDefs { new: Some(new), call: Some(call), ..SlotDefs::NONE },
    getset: &[
        GetSet { name: "strict", get: |vm, this| Ok(vm.bool(this.to::<Scanner>().strict.get())), set: None },
        member!(object_hook),
        member!(object_pairs_hook),
        member!(parse_float),
        member!(parse_int),
        member!(parse_constant),
    ],
    ..TypeSpec::new("_json.Scanner", Scanner::layout)
};

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [context] = arguments::named(vm, "make_scanner", ["context"], args)?;
    let Some(context) = context else {
        return Err(vm.type_error("make_scanner() missing required argument 'context' (pos 1)"));
    };
    let attribute = |name: &str| vm.get_attr(context, &vm.intern(name));
    let strict = vm.truth(&attribute("strict")?)?;
    let scanner = Scanner {
        strict: Cell::new(strict),
        object_hook: attribute("object_hook")?.into(),
        object_pairs_hook: attribute("object_pairs_hook")?.into(),
        parse_float: attribute("parse_float")?.into(),
        parse_int: attribute("parse_int")?.into(),
        parse_constant: attribute("parse_constant")?.into(),
        memo: vm.dict().into_obj().into(),
    };
    Ok(vm.alloc(class, scanner).into_obj())
}

/// `scan_once(string, idx)`: the value at the index, and the index behind it.
fn call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let [string, idx] = arguments::named(vm, "scan_once", ["string", "idx"], args)?;
    let (Some(string), Some(idx)) = (string, idx) else {
        let (name, place) = if string.is_none() { ("string", 1) } else { ("idx", 2) };
        return Err(vm.type_error(format!("scan_once() missing required argument '{name}' (pos {place})")));
    };
    let idx = vm.to_index(idx)?;
    let text = super::text_of(vm, string)?;
    let Ok(at) = usize::try_from(idx) else { return Err(vm.value_error("idx cannot be negative")) };
    let scanner = this.to::<Scanner>();
    let given = |slot: &Slot| slot.get().filter(|value| !value.is(&vm.none));
    let memo = scanner.memo.get().unwrap_or_else(|| vm.dict().into_obj());
    let scan = Scan {
        vm,
        text,
        units: text.units(),
        strict: scanner.strict.get(),
        object_hook: given(&scanner.object_hook),
        pairs_hook: given(&scanner.object_pairs_hook),
        parse_float: scanner.parse_float.get().filter(|f| !f.is(&vm.types.float)),
        parse_int: scanner.parse_int.get().filter(|f| !f.is(&vm.types.int)),
        parse_constant: scanner.parse_constant.get().unwrap_or_else(|| vm.none()),
        memo: memo.to::<Dict>(),
    };
    let found = scan.value(at);
    memo.to::<Dict>().clear_items(vm);
    let (value, next) = found?;
    Ok(vm.tuple([value, vm.int_exact(next as i64)]))
}

/// One reading of a text.
struct Scan<'a> {
    vm: &'a Vm,
    text: &'a Ref<Str>,
    units: Units<'a>,
    strict: bool,
    object_hook: Option<ObjRef>,
    pairs_hook: Option<ObjRef>,
    /// Instead of `float`.
    parse_float: Option<ObjRef>,
    /// Instead of `int`.
    parse_int: Option<ObjRef>,
    parse_constant: ObjRef,
    memo: &'a Ref<Dict>,
}

/// A value, and the index behind it.
type Found = PyResult<(ObjRef, usize)>;

impl Scan<'_> {
    fn peek(&self, at: usize) -> Option<u32> {
        (at < units_len(self.units)).then(|| char_at(self.units, at))
    }

    fn is(&self, at: usize, byte: u8) -> bool {
        self.peek(at) == Some(byte.into())
    }

    fn skip_space(&self, mut at: usize) -> usize {
        while matches!(self.peek(at), Some(0x20 | 0x09 | 0x0a | 0x0d)) {
            at += 1;
        }
        at
    }

    fn word(&self, at: usize, word: &str) -> bool {
        word.bytes().enumerate().all(|(i, byte)| self.is(at + i, byte))
    }

    fn fault(&self, message: &str, at: usize) -> Raised {
        fault(self.vm, message, self.text, at)
    }

    /// There is no value at the index: the decoder words that.
    #[cold]
    fn nothing(&self, at: usize) -> Raised {
        self.vm.stop_iteration(Some(self.vm.int_exact(at as i64)))
    }

    fn value(&self, at: usize) -> Found {
        let vm = self.vm;
        let Some(first) = self.peek(at) else { return Err(self.nothing(at)) };
        match u8::try_from(first).unwrap_or(0) {
            b'"' => strings::scan(vm, self.text, at + 1, self.strict),
            b'{' => {
                let _level = vm.enter_recursion(" while decoding a JSON object from a unicode string")?;
                self.object(at + 1)
            }
            b'[' => {
                let _level = vm.enter_recursion(" while decoding a JSON array from a unicode string")?;
                self.array(at + 1)
            }
            b'n' if self.word(at, "null") => Ok((vm.none(), at + 4)),
            b't' if self.word(at, "true") => Ok((vm.bool(true), at + 4)),
            b'f' if self.word(at, "false") => Ok((vm.bool(false), at + 5)),
            b'N' if self.word(at, "NaN") => self.constant(at, "NaN"),
            b'I' if self.word(at, "Infinity") => self.constant(at, "Infinity"),
            b'-' if self.word(at, "-Infinity") => self.constant(at, "-Infinity"),
            _ => self.number(at),
        }
    }

    fn constant(&self, at: usize, name: &str) -> Found {
        let value = self.vm.call(&self.parse_constant, &[self.vm.intern(name)])?;
        Ok((value, at + name.len()))
    }

    fn array(&self, at: usize) -> Found {
        let vm = self.vm;
        let items = List::new(vm, &vm.types.list);
        let mut at = self.skip_space(at);
        if self.is(at, b']') {
            return Ok((items.into_obj(), at + 1));
        }
        loop {
            vm.safepoint()?;
            let (item, next) = self.value(at)?;
            vm.or_memory_error(items.push(vm, item))?;
            at = self.skip_space(next);
            if self.is(at, b']') {
                return Ok((items.into_obj(), at + 1));
            }
            if !self.is(at, b',') {
                return Err(self.fault("Expecting ',' delimiter", at));
            }
            at = self.skip_space(at + 1);
        }
    }

    fn object(&self, at: usize) -> Found {
        let vm = self.vm;
        let (dict, pairs) = match self.pairs_hook {
            Some(_) => (None, Some(List::new(vm, &vm.types.list))),
            None => (Some(vm.dict()), None),
        };
        let mut at = self.skip_space(at);
        while !self.is(at, b'}') {
            vm.safepoint()?;
            if !self.is(at, b'"') {
                return Err(self.fault("Expecting property name enclosed in double quotes", at));
            }
            let (key, next) = self.key(at + 1)?;
            at = self.skip_space(next);
            if !self.is(at, b':') {
                return Err(self.fault("Expecting ':' delimiter", at));
            }
            let (value, next) = self.value(self.skip_space(at + 1))?;
            match (&dict, &pairs) {
                (Some(dict), _) => vm.dict_set(dict, &key, &value)?,
                (_, Some(pairs)) => vm.or_memory_error(pairs.push(vm, vm.tuple([key, value])))?,
                _ => {}
            }
            at = self.skip_space(next);
            if self.is(at, b'}') {
                break;
            }
            if !self.is(at, b',') {
                return Err(self.fault("Expecting ',' delimiter", at));
            }
            at = self.skip_space(at + 1);
            if !self.is(at, b'"') {
                return Err(self.fault("Expecting property name enclosed in double quotes", at));
            }
        }
        let made = match (dict, pairs) {
            (Some(dict), _) => dict.into_obj(),
            (_, Some(pairs)) => pairs.into_obj(),
            _ => vm.none(),
        };
        let made = match self.pairs_hook.as_ref().or(self.object_hook.as_ref()) {
            Some(hook) => vm.call(hook, &[made])?,
            None => made,
        };
        Ok((made, at + 1))
    }

    /// A key; equal ones of a text are one object.
    fn key(&self, at: usize) -> Found {
        let (key, next) = strings::scan(self.vm, self.text, at, self.strict)?;
        match self.vm.dict_get(self.memo, &key)? {
            Some(known) => Ok((known, next)),
            None => {
                self.vm.dict_set(self.memo, &key, &key)?;
                Ok((key, next))
            }
        }
    }

    fn digits(&self, mut at: usize) -> usize {
        while matches!(self.peek(at), Some(0x30..=0x39)) {
            at += 1;
        }
        at
    }

    fn number(&self, start: usize) -> Found {
        let first = start + usize::from(self.is(start, b'-'));
        let mut end = match self.peek(first) {
            Some(0x31..=0x39) => self.digits(first),
            Some(0x30) => first + 1,
            _ => return Err(self.nothing(start)),
        };
        let mut is_float = false;
        if self.is(end, b'.') && self.digits(end + 1) > end + 1 {
            is_float = true;
            end = self.digits(end + 1);
        }
        if self.is(end, b'e') || self.is(end, b'E') {
            let signed = end + 1 + usize::from(self.is(end + 1, b'+') || self.is(end + 1, b'-'));
            let exponent = self.digits(signed);
            if exponent > signed {
                is_float = true;
                end = exponent;
            }
        }
        Ok((self.numeral(start, end, is_float)?, end))
    }

    /// The number that the characters say, as the decoder wants it made.
    fn numeral(&self, start: usize, end: usize, is_float: bool) -> PyResult {
        let vm = self.vm;
        let part = slice(self.units, start, end);
        let hook = if is_float { &self.parse_float } else { &self.parse_int };
        if let Some(hook) = hook {
            return vm.call(hook, &[runtime::builtins::str::make::fresh(vm, part)?]);
        }
        // Sign, digits, point and exponent are ASCII.
        let plain: String = runtime::text::chars(part).filter_map(char::from_u32).collect();
        if is_float {
            return Ok(vm.float(plain.parse().unwrap_or(f64::NAN)));
        }
        match plain.parse::<i64>() {
            Ok(value) => Ok(vm.int_exact(value)),
            // Large, or with too many digits.
            Err(_) => vm.call(&vm.types.int, &[vm.str(plain)]),
        }
    }
}
