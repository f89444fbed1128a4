//! Replacing: one text by another, or characters by a table.

use super::make::{expect, fresh, from_buf, of, unchanged};
use crate::error::{Exc, PyResult};
use crate::text::{TextBuf, chars, search, units_len};
use crate::vm::Vm;
use gc::{Dict, Int, ObjRef, Ref, Str, Units};
use std::collections::HashMap;

pub fn replace(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let text = of(this);
    let old = expect(vm, &args[0], "replace() argument 1 ")?;
    let new = expect(vm, &args[1], "replace() argument 2 ")?;
    let limit = match args.get(2) {
        Some(count) => usize::try_from(vm.to_index(count)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    if old.same_text(new) {
        return unchanged(vm, text);
    }
    check_growth(vm, text, old, new)?;
    match search::replace(text.units(), old.units(), new.units(), limit) {
        Some(buf) => fresh(vm, buf.units()),
        None => unchanged(vm, text),
    }
}

/// The worst case of a replacement must fit a block.
fn check_growth(vm: &Vm, text: &Ref<Str>, old: &Ref<Str>, new: &Ref<Str>) -> PyResult<()> {
    let places = text.len() / old.len().max(1) + 1;
    match places.checked_mul(new.len()) {
        Some(total) if total < 1 << 32 => vm.check_room(text.len() + total),
        Some(total) if isize::try_from(total).is_ok() => Err(vm.memory_error()),
        _ => Err(vm.overflow_error("replace string is too long")),
    }
}

/// `str.maketrans(dict)`, `str.maketrans(from, to[, delete])`
pub fn maketrans(vm: &Vm, _this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let table = vm.dict();
    if let [from, rest @ ..] = args
        && !rest.is_empty()
    {
        let to = expect(vm, &rest[0], "maketrans() argument 2 ")?;
        let delete = rest.get(1).map(|delete| expect(vm, delete, "maketrans() argument 3 ")).transpose()?;
        let Some(from) = from.cast_ref::<Str>() else {
            return Err(vm.type_error("first maketrans argument must be a string if there is a second argument"));
        };
        if from.len() != to.len() {
            return Err(vm.value_error("the first two maketrans arguments must have equal length"));
        }
        for (key, value) in chars(from.units()).zip(chars(to.units())) {
            vm.dict_set(&table, &vm.int(key.into()), &vm.int(value.into()))?;
        }
        for key in delete.iter().flat_map(|delete| chars(delete.units())) {
            vm.dict_set(&table, &vm.int(key.into()), &vm.none)?;
        }
        return Ok(table.into_obj());
    }
    from_dict(vm, &args[0], &table)?;
    Ok(table.into_obj())
}

/// Copies a dict whose keys are characters or their numbers.
fn from_dict(vm: &Vm, source: &ObjRef, table: &Ref<Dict>) -> PyResult<()> {
    let Some(source) = source.cast_ref::<Dict>().filter(|s| s.as_obj().ty_ref().is(&vm.types.dict)) else {
        return Err(vm.type_error("if you give only one argument to maketrans it must be a dict"));
    };
    let mut at = 0;
    while at < source.entries_len() {
        let entry = source.entry(at);
        at += 1;
        let Some((key, value)) = entry else { continue };
        if let Some(text) = key.cast_ref::<Str>() {
            if text.len() != 1 {
                return Err(vm.value_error("string keys in translate table must be of length 1"));
            }
            vm.dict_set(table, &vm.int(text.char_at(0).into()), &value)?;
        } else if key.has::<Int>() {
            vm.dict_set(table, &key, &value)?;
        } else {
            return Err(vm.type_error("keys in translate table must be strings or integers"));
        }
    }
    Ok(())
}

/// What a table says about a character.
enum Entry {
    Keep,
    Delete,
    Char(u32),
    Text(ObjRef),
}

pub fn translate(vm: &Vm, this: &ObjRef, table: &ObjRef) -> PyResult {
    let text = of(this);
    let mut ascii: [Option<Entry>; 128] = [const { None }; 128];
    let mut others: HashMap<u32, Option<Entry>> = HashMap::new();
    vm.check_room(text.len())?;
    let mut out = TextBuf::with_capacity(text.len());
    let mut rest = chars(text.units());
    if let (Some(bytes), true) = (text.ascii_bytes(), table.ty_ref().is(&vm.types.dict)) {
        let mut plain = Vec::with_capacity(bytes.len());
        let done = translate_ascii(vm, table, bytes, &mut ascii, &mut plain)?;
        out = TextBuf::One(plain);
        rest.skip_to(done);
    }
    for code in rest {
        let known = match ascii.get_mut(code as usize) {
            Some(known) => known,
            None => others.entry(code).or_default(),
        };
        let entry = match known {
            Some(entry) => entry,
            None => known.insert(look_up(vm, table, code)?),
        };
        match entry {
            Entry::Keep => out.push(code),
            Entry::Delete => {}
            Entry::Char(new) => out.push(*new),
            Entry::Text(new) => {
                let new = of(new);
                out.try_reserve(new.len()).map_err(|_| vm.memory_error())?;
                out.push_units(new.units());
            }
        }
    }
    from_buf(vm, &out)
}

/// ASCII text as far as it becomes ASCII text; answers how far.
fn translate_ascii(
    vm: &Vm,
    table: &ObjRef,
    text: &[u8],
    known: &mut [Option<Entry>; 128],
    out: &mut Vec<u8>,
) -> PyResult<usize> {
    const UNKNOWN: u8 = 0x80;
    const DELETED: u8 = 0x81;
    let mut quick = [UNKNOWN; 128];
    for (at, &byte) in text.iter().enumerate() {
        let place = usize::from(byte & 0x7f);
        if quick[place] == UNKNOWN {
            quick[place] = match known[place].insert(look_up(vm, table, byte.into())?) {
                Entry::Keep => byte,
                Entry::Delete => DELETED,
                Entry::Char(new @ 0..0x80) => *new as u8,
                Entry::Char(_) | Entry::Text(_) => return Ok(at),
            };
        }
        if quick[place] != DELETED {
            out.push(quick[place]);
        }
    }
    Ok(text.len())
}

fn look_up(vm: &Vm, table: &ObjRef, code: u32) -> PyResult<Entry> {
    let key = vm.int(code.into());
    if table.ty_ref().is(&vm.types.dict) {
        // A missing key of a plain dict is not worth an exception.
        return match vm.dict_get(table.to::<Dict>(), &key)? {
            Some(value) => meaning(vm, value),
            None => Ok(Entry::Keep),
        };
    }
    let value = match vm.get_item(table, &key) {
        Ok(value) => value,
        Err(raised) if raised.matches(vm, Exc::LookupError) => return Ok(Entry::Keep),
        Err(raised) => return Err(raised),
    };
    meaning(vm, value)
}

/// What a value of the table stands for.
fn meaning(vm: &Vm, value: ObjRef) -> PyResult<Entry> {
    if value.is(&vm.none) {
        return Ok(Entry::Delete);
    }
    if let Some(number) = value.cast_ref::<Int>() {
        return match number.to_i64().and_then(|n| u32::try_from(n).ok()).filter(|n| *n <= 0x10_ffff) {
            Some(new) => Ok(Entry::Char(new)),
            None => Err(vm.value_error("character mapping must be in range(0x110000)")),
        };
    }
    match value.cast_ref::<Str>().map(|text| text.units()) {
        Some(Units::U1([one])) => Ok(Entry::Char((*one).into())),
        Some(units) if units_len(units) == 0 => Ok(Entry::Delete),
        Some(_) => Ok(Entry::Text(value)),
        None => Err(vm.type_error("character mapping must return integer, None or str")),
    }
}
