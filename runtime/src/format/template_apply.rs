//! `str.format` and `str.format_map`: fields looked up, converted, formatted.

use super::quick;
use super::template::{Chunks, Field, First, Numbering, Step, split_name};
use super::writer::Writer;
use crate::builtins::str::make;
use crate::error::PyResult;
use crate::native::Args;
use crate::text::{escape, units_len};
use crate::vm::Vm;
use gc::{ObjRef, Ref, Str, Units};

/// Fields may stand in specs, but not in specs of those.
const DEPTH: usize = 2;

/// Where fields find their values.
enum Source<'a> {
    Arguments(Args<'a>),
    Mapping(&'a ObjRef),
}

/// `template.format(*args, **kwargs)`
pub fn format(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    apply(vm, make::of(this), &Source::Arguments(args))
}

/// `template.format_map(mapping)`
pub fn format_map(vm: &Vm, this: &ObjRef, mapping: &ObjRef) -> PyResult {
    apply(vm, make::of(this), &Source::Mapping(mapping))
}

fn apply(vm: &Vm, template: &Ref<Str>, source: &Source<'_>) -> PyResult {
    let mut writer = Writer::new();
    let mut numbering = Numbering::default();
    let units = template.units();
    let braces = |c: u32| c == u32::from(b'{') || c == u32::from(b'}');
    let plain = match units {
        Units::U1(bytes) => !bytes.iter().any(|byte| braces((*byte).into())),
        wide => !crate::text::chars(wide).any(braces),
    };
    if plain {
        return make::unchanged(vm, template);
    }
    expand(vm, units, source, DEPTH, &mut numbering, &mut writer)?;
    writer.finish(vm)
}

fn expand(
    vm: &Vm,
    template: Units<'_>,
    source: &Source<'_>,
    depth: usize,
    numbering: &mut Numbering,
    out: &mut Writer,
) -> PyResult<()> {
    if depth == 0 {
        return Err(vm.value_error("Max string recursion exceeded"));
    }
    for chunk in Chunks::new(template) {
        let chunk = chunk.map_err(|fault| fault.raise(vm))?;
        out.push_units(chunk.literal);
        if let Some(field) = &chunk.field {
            let value = look_up(vm, field.name, source, numbering)?;
            let value = converted(vm, value, field.conversion)?;
            write_field(vm, &value, field, source, depth, numbering, out)?;
        }
    }
    Ok(())
}

fn write_field(
    vm: &Vm,
    value: &ObjRef,
    field: &Field<'_>,
    source: &Source<'_>,
    depth: usize,
    numbering: &mut Numbering,
    out: &mut Writer,
) -> PyResult<()> {
    let spec = if field.nested {
        let mut inner = Writer::new();
        expand(vm, field.spec, source, depth - 1, numbering, &mut inner)?;
        inner.finish(vm)?
    } else {
        if let Units::U1(spec) = field.spec
            && let Some(text) = quick::text(vm, value, spec)?
        {
            out.push_units(Units::U1(text.bytes()));
            return Ok(());
        }
        make::from_units(vm, field.spec)?
    };
    let text = vm.format(value, &spec)?;
    out.push_str(vm, &text);
    Ok(())
}

/// The object that a field name means.
fn look_up(vm: &Vm, name: Units<'_>, source: &Source<'_>, numbering: &mut Numbering) -> PyResult {
    let (first, steps) = split_name(name).map_err(|fault| fault.raise(vm))?;
    let number = match first {
        First::Empty => Some(numbering.next()),
        First::Number(number) => Some(numbering.manual().map(|()| number)),
        First::Name(_) => None,
    };
    let mut value = match (number.transpose().map_err(|fault| fault.raise(vm))?, first) {
        (Some(number), _) => positional(vm, number, source)?,
        (None, First::Name(key)) => named(vm, key, source)?,
        (None, _) => return Err(vm.system_error("a field without a name")),
    };
    for step in steps {
        value = match step.map_err(|fault| fault.raise(vm))? {
            Step::Attribute(name) => vm.get_attr(&value, &make::from_units(vm, name)?)?,
            Step::Index(index) => vm.get_item(&value, &vm.int(index as i64))?,
            Step::Key(key) => vm.get_item(&value, &make::from_units(vm, key)?)?,
        };
    }
    Ok(value)
}

fn positional(vm: &Vm, number: usize, source: &Source<'_>) -> PyResult {
    let Source::Arguments(args) = source else {
        return Err(vm.value_error("Format string contains positional fields"));
    };
    args.positional()
        .get(number)
        .cloned()
        .ok_or_else(|| vm.index_error(format!("Replacement index {number} out of range for positional args tuple")))
}

fn named(vm: &Vm, key: Units<'_>, source: &Source<'_>) -> PyResult {
    let name = make::from_units(vm, key)?;
    match source {
        Source::Mapping(mapping) => vm.get_item(mapping, &name),
        Source::Arguments(args) => {
            let wanted = make::of(&name);
            let found = args.keywords().find(|(key, _)| make::of(key).same_text(wanted));
            found.map(|(_, value)| value.clone()).ok_or_else(|| vm.key_error(&name))
        }
    }
}

/// `!r`, `!s`, `!a`
fn converted(vm: &Vm, value: ObjRef, conversion: Option<u32>) -> PyResult {
    match conversion {
        None => Ok(value),
        Some(0x72) => vm.repr(&value),
        Some(0x73) => vm.str_of(&value),
        Some(0x61) => ascii(vm, &value),
        Some(code @ 33..=126) => {
            Err(vm.value_error(format!("Unknown conversion specifier {}", char::from(code as u8))))
        }
        Some(code) => Err(vm.value_error(format!("Unknown conversion specifier \\x{code:x}"))),
    }
}

/// `ascii(value)`: the repr with everything beyond ASCII escaped.
pub fn ascii(vm: &Vm, value: &ObjRef) -> PyResult {
    let repr = vm.repr(value)?;
    let text = make::of(&repr);
    if text.is_ascii() {
        return Ok(repr);
    }
    let mut out = crate::text::TextBuf::with_capacity(units_len(text.units()));
    for code in crate::text::chars(text.units()) {
        if code < 0x80 { out.push(code) } else { escape::push_code(&mut out, code) }
    }
    make::from_buf(vm, &out)
}

impl Vm {
    /// `ascii(object)`.
    pub fn ascii(&self, object: &ObjRef) -> PyResult {
        ascii(self, object)
    }
}
