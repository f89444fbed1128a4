//! Objects to JSON text.

use gc::{Dict, Float, Int, List, ObjRef, Payload, Ref, Slot, Str, Tuple};
use runtime::builtins::arguments;
use runtime::builtins::int::text as int_text;
use runtime::builtins::str::make;
use runtime::error::PyResult;
use runtime::format::digits;
use runtime::native::{Args, GetSet, TypeSpec};
use runtime::slots::SlotDefs;
use runtime::text::TextBuf;
use runtime::vm::Vm;
use std::borrow::Cow;
use std::cell::Cell;

use super::strings::push_quoted;

gc::payload! {
    /// How an encoder wants the text to be.
    pub struct Encoder: gc {
        markers: Slot,
        default: Slot,
        encoder: Slot,
        indent: Slot,
        key_separator: Slot,
        item_separator: Slot,
        sort_keys: Cell<bool>,
        skipkeys: Cell<bool>,
        allow_nan: Cell<bool>,
    }
}

macro_rules! member {
    ($name:ident) => {
        GetSet {
            name: stringify!($name),
            get: |vm, this| Ok(this.to::<Encoder>().$name.get().unwrap_or_else(|| vm.none())),
            set: None,
        }
    };
}

pub static ENCODER: TypeSpec = TypeSpec {
    doc: Some("Makes a JSON text of an object, as an encoder says."),
    slots: SlotDefs { new: Some(new), call: Some(call), ..SlotDefs::NONE },
    getset: &[
        member!(markers),
        member!(default),
        member!(encoder),
        member!(indent),
        member!(key_separator),
        member!(item_separator),
        GetSet { name: "sort_keys", get: |vm, this| Ok(vm.bool(this.to::<Encoder>().sort_keys.get())), set: None },
        GetSet { name: "skipkeys", get: |vm, this| Ok(vm.bool(this.to::<Encoder>().skipkeys.get())), set: None },
    ],
    ..TypeSpec::new("_json.Encoder", Encoder::layout)
};

const NAMES: [&str; 9] = [
    "markers",
    "default",
    "encoder",
    "indent",
    "key_separator",
    "item_separator",
    "sort_keys",
    "skipkeys",
    "allow_nan",
];

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let given = arguments::named(vm, "make_encoder", NAMES, args)?;
    if let Some(at) = given.iter().position(Option::is_none) {
        let (name, place) = (NAMES[at], at + 1);
        return Err(vm.type_error(format!("make_encoder() missing required argument '{name}' (pos {place})")));
    }
    let value = |at: usize| given[at].unwrap_or(&vm.none);
    for at in [4, 5] {
        if !vm.is_str(value(at)) {
            let (place, kind) = (at + 1, vm.argument_kind(value(at)));
            return Err(vm.type_error(format!("make_encoder() argument {place} must be str, not {kind}")));
        }
    }
    if !value(0).is(&vm.none) && !value(0).has::<Dict>() {
        let kind = vm.type_name(value(0));
        return Err(vm.type_error(format!("make_encoder() argument 1 must be dict or None, not {kind}")));
    }
    let slot = |at: usize| Slot::from(value(at).clone());
    let encoder = Encoder {
        markers: slot(0),
        default: slot(1),
        encoder: slot(2),
        indent: slot(3),
        key_separator: slot(4),
        item_separator: slot(5),
        sort_keys: Cell::new(vm.truth(value(6))?),
        skipkeys: Cell::new(vm.truth(value(7))?),
        allow_nan: Cell::new(vm.truth(value(8))?),
    };
    Ok(vm.alloc(class, encoder).into_obj())
}

/// `encoder(obj, _current_indent_level)`: the whole text, in a tuple.
fn call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let [obj, level] = arguments::named(vm, "_iterencode", ["obj", "_current_indent_level"], args)?;
    let (Some(obj), Some(level)) = (obj, level) else {
        let (name, place) = if obj.is_none() { ("obj", 1) } else { ("_current_indent_level", 2) };
        return Err(vm.type_error(format!("_iterencode() missing required argument '{name}' (pos {place})")));
    };
    let level = usize::try_from(vm.to_index(level)?).unwrap_or(0);
    let encoder = this.to::<Encoder>();
    let slot = |slot: &Slot| slot.get().unwrap_or_else(|| vm.none());
    let quote = slot(&encoder.encoder);
    let mut encoding = Encoding {
        vm,
        default: slot(&encoder.default),
        quoting: super::quoting(&quote),
        quote,
        indent: encoder.indent.get().filter(|indent| vm.is_str(indent)),
        key_separator: slot(&encoder.key_separator),
        item_separator: slot(&encoder.item_separator),
        sort_keys: encoder.sort_keys.get(),
        skip_keys: encoder.skipkeys.get(),
        allow_nan: encoder.allow_nan.get(),
        open: encoder.markers.get().filter(|markers| !markers.is(&vm.none)).map(|_| Vec::new()),
        out: TextBuf::new(),
    };
    encoding.value(obj, level)?;
    Ok(vm.tuple([make::from_buf(vm, &encoding.out)?]))
}

/// One writing of a text.
struct Encoding<'a> {
    vm: &'a Vm,
    default: ObjRef,
    quote: ObjRef,
    /// `quote` is one of this module's functions: whether the one for ASCII.
    quoting: Option<bool>,
    indent: Option<ObjRef>,
    key_separator: ObjRef,
    item_separator: ObjRef,
    sort_keys: bool,
    skip_keys: bool,
    allow_nan: bool,
    /// The containers that are being written, unless nobody wants to know about circles.
    open: Option<Vec<ObjRef>>,
    out: TextBuf,
}

impl Encoding<'_> {
    fn value(&mut self, obj: &ObjRef, level: usize) -> PyResult<()> {
        let vm = self.vm;
        if obj.is(&vm.none) {
            self.out.push_str("null");
        } else if obj.is(&vm.true_) || obj.is(&vm.false_) {
            self.out.push_str(if obj.is(&vm.true_) { "true" } else { "false" });
        } else if obj.has::<Str>() {
            return self.string(obj);
        } else if let Some(int) = obj.cast_ref::<Int>() {
            return self.int(int);
        } else if let Some(float) = obj.payload::<Float>() {
            let text = self.float(float.value())?;
            self.out.push_str(&text);
        } else {
            let _level = vm.enter_recursion(" while encoding a JSON object")?;
            return self.container(obj, level);
        }
        Ok(())
    }

    fn container(&mut self, obj: &ObjRef, level: usize) -> PyResult<()> {
        let vm = self.vm;
        if obj.has::<List>() || obj.has::<Tuple>() {
            return self.sequence(obj, level);
        }
        if obj.has::<Dict>() {
            return self.dict(obj, level);
        }
        self.enter(obj)?;
        let other = vm.call(&self.default, std::slice::from_ref(obj))?;
        self.value(&other, level)?;
        self.leave();
        Ok(())
    }

    /// A container is being written from now on; in itself it must not stand.
    fn enter(&mut self, obj: &ObjRef) -> PyResult<()> {
        let Some(open) = &mut self.open else { return Ok(()) };
        if open.iter().any(|other| other.is(obj)) {
            return Err(self.vm.value_error("Circular reference detected"));
        }
        self.vm.push(open, obj.clone())
    }

    fn leave(&mut self) {
        if let Some(open) = &mut self.open {
            drop(open.pop());
        }
    }

    fn push(&mut self, text: &ObjRef) -> PyResult<()> {
        let text = make::of(text);
        self.out.try_reserve(text.len()).map_err(|_| self.vm.memory_error())?;
        self.out.push_units(text.units());
        Ok(())
    }

    fn string(&mut self, text: &ObjRef) -> PyResult<()> {
        let vm = self.vm;
        if let Some(ascii) = self.quoting {
            return push_quoted(vm, &mut self.out, make::of(text).units(), ascii);
        }
        let quoted = vm.call(&self.quote, std::slice::from_ref(text))?;
        if !vm.is_str(&quoted) {
            let kind = vm.type_name(&quoted);
            return Err(vm.type_error(format!("encoder() must return a string, not {kind}")));
        }
        self.push(&quoted)
    }

    fn int(&mut self, int: &Ref<Int>) -> PyResult<()> {
        let text = int_text::decimal(self.vm, int)?;
        self.out.push_str(&text);
        Ok(())
    }

    fn float(&self, value: f64) -> PyResult<Cow<'static, str>> {
        if value.is_finite() {
            return Ok(digits::repr(value).into());
        }
        if !self.allow_nan {
            let mut text = "Out of range float values are not JSON compliant".to_owned();
            // The encoder for indented text, which is another one in CPython, shows the value.
            if self.indent.is_some() {
                text.extend([": ", &digits::repr(value)]);
            }
            return Err(self.vm.value_error(text));
        }
        Ok(match value {
            v if v.is_nan() => "NaN".into(),
            v if v > 0.0 => "Infinity".into(),
            _ => "-Infinity".into(),
        })
    }

    /// A new line at this depth, if the text is to have lines.
    fn new_line(&mut self, level: usize) -> PyResult<()> {
        let Some(indent) = self.indent.clone() else { return Ok(()) };
        self.out.push(u32::from(b'\n'));
        (0..level).try_for_each(|_| self.push(&indent))
    }

    fn separator(&mut self, first: bool) -> PyResult<()> {
        if first {
            return Ok(());
        }
        let separator = self.item_separator.clone();
        self.push(&separator)
    }

    fn sequence(&mut self, obj: &ObjRef, level: usize) -> PyResult<()> {
        let item = |at: usize| match obj.payload::<List>() {
            Some(list) => list.get(at),
            None => obj.to::<Tuple>().items().get(at).cloned(),
        };
        let Some(mut next) = item(0) else {
            self.out.push_str("[]");
            return Ok(());
        };
        self.enter(obj)?;
        self.out.push(u32::from(b'['));
        for at in 1.. {
            self.vm.safepoint()?;
            self.separator(at == 1)?;
            self.new_line(level + 1)?;
            self.value(&next, level + 1)?;
            match item(at) {
                Some(more) => next = more,
                None => break,
            }
        }
        self.new_line(level)?;
        self.out.push(u32::from(b']'));
        self.leave();
        Ok(())
    }

    fn dict(&mut self, obj: &ObjRef, level: usize) -> PyResult<()> {
        if obj.to::<Dict>().is_empty() {
            self.out.push_str("{}");
            return Ok(());
        }
        self.enter(obj)?;
        self.out.push(u32::from(b'{'));
        let mut first = true;
        for item in self.items(obj)? {
            let Some([key, value]) = item.payload::<Tuple>().map(|pair| pair.items()) else {
                return Err(self.vm.value_error("items must return 2-tuples"));
            };
            self.vm.safepoint()?;
            let Some(key) = self.key(key)? else { continue };
            self.separator(first)?;
            self.new_line(level + 1)?;
            first = false;
            self.string(&key)?;
            let separator = self.key_separator.clone();
            self.push(&separator)?;
            self.value(value, level + 1)?;
        }
        if first {
            // All keys were skipped; the line is begun all the same.
            self.new_line(level + 1)?;
        }
        self.new_line(level)?;
        self.out.push(u32::from(b'}'));
        self.leave();
        Ok(())
    }

    /// The pairs, as they are at this moment.
    fn items(&self, obj: &ObjRef) -> PyResult<Vec<ObjRef>> {
        let vm = self.vm;
        let mut items = Vec::new();
        if obj.ty_ref().is(&vm.types.dict) {
            let dict = obj.to::<Dict>();
            vm.reserve(&mut items, dict.len())?;
            let pairs = (0..dict.entries_len()).filter_map(|at| dict.entry(at));
            items.extend(pairs.map(|(key, value)| vm.tuple([key, value])));
        } else {
            items = vm.collect(&vm.call_method_str(obj, "items", &[])?)?;
        }
        if self.sort_keys {
            let sorted = vm.list(items);
            vm.call_method_str(&sorted, "sort", &[])?;
            return vm.collect(&sorted);
        }
        Ok(items)
    }

    /// The key as a str; none if it is to be skipped.
    fn key(&self, key: &ObjRef) -> PyResult<Option<ObjRef>> {
        let vm = self.vm;
        if vm.is_str(key) {
            return Ok(Some(key.clone()));
        }
        let word = if key.is(&vm.none) {
            "null"
        } else if key.is(&vm.true_) {
            "true"
        } else if key.is(&vm.false_) {
            "false"
        } else if let Some(float) = key.payload::<Float>() {
            return Ok(Some(vm.str(self.float(float.value())?)));
        } else if let Some(int) = key.cast_ref::<Int>() {
            return Ok(Some(vm.str(int_text::decimal(vm, int)?)));
        } else if self.skip_keys {
            return Ok(None);
        } else {
            let kind = vm.type_name(key);
            return Err(vm.type_error(format!("keys must be str, int, float, bool or None, not {kind}")));
        };
        Ok(Some(vm.str(word)))
    }
}
