//! Codecs that programs register: found by name, asked through the functions of their `CodecInfo`.

use super::python::Registered;
use super::{is_transform, normalised};
use crate::error::{PyResult, Raised};
use crate::vm::Vm;
use gc::{ObjRef, Tuple};

/// Which half of a codec.
#[derive(Clone, Copy)]
pub enum Way {
    Encode,
    Decode,
}

impl Way {
    /// The function of the `codecs` module that does it.
    pub fn word(self) -> &'static str {
        match self {
            Way::Encode => "encode",
            Way::Decode => "decode",
        }
    }
}

/// `codecs.register(search)`
pub fn register(vm: &Vm, search: ObjRef) {
    vm.state::<Registered>().searches.borrow_mut().push(search);
}

/// `codecs.unregister(search)`: what was found is forgotten.
pub fn unregister(vm: &Vm, search: &ObjRef) {
    let state = vm.state::<Registered>();
    let at = state.searches.borrow().iter().position(|known| known.is(search));
    if let Some(at) = at {
        let gone = state.searches.borrow_mut().remove(at);
        let found = std::mem::take(&mut *state.found.borrow_mut());
        drop((gone, found));
    }
}

/// `codecs.lookup(name)`: the `CodecInfo` that the first search function has; None: nobody knows the name.
pub fn search(vm: &Vm, name: &str) -> PyResult<Option<ObjRef>> {
    let state = vm.state::<Registered>();
    let wanted = normalised(name);
    let found = state.found.borrow().iter().find(|(known, _)| *known == wanted).map(|(_, info)| info.clone());
    if found.is_some() {
        return Ok(found);
    }
    let searches = state.searches.borrow().clone();
    for search in searches {
        let info = vm.call(&search, &[vm.str(&wanted)])?;
        if vm.is_none(&info) {
            continue;
        }
        if !vm.is_tuple(&info) || info.payload::<Tuple>().is_none_or(|parts| parts.items().len() != 4) {
            return Err(vm.type_error("codec search functions must return 4-tuples"));
        }
        state.found.borrow_mut().push((wanted, info.clone()));
        return Ok(Some(info));
    }
    Ok(None)
}

/// As [`search`], or LookupError.
pub fn lookup(vm: &Vm, name: &str) -> PyResult {
    search(vm, name)?.ok_or_else(|| vm.lookup_error(format!("unknown encoding: {name}")))
}

/// A codec that `str.encode` and `bytes.decode` may use: its `CodecInfo`, or LookupError.
pub fn text_codec(vm: &Vm, name: &str, way: Way) -> PyResult {
    let refused = || {
        let function = way.word();
        vm.lookup_error(format!("'{name}' is not a text encoding; use codecs.{function}() to handle arbitrary codecs"))
    };
    if is_transform(name) {
        return Err(refused());
    }
    let info = lookup(vm, name)?;
    match vm.get_attr_opt(&info, &vm.str("_is_text_encoding"))? {
        Some(is_text) if !vm.truth(&is_text)? => Err(refused()),
        _ => Ok(info),
    }
}

/// Calls a codec's encoder or decoder and answers what it made.
pub fn convert(vm: &Vm, info: &ObjRef, way: Way, name: &str, object: &ObjRef, errors: Option<&str>) -> PyResult {
    let function = info.to::<Tuple>().items()[way as usize].clone();
    let mut args = vec![object.clone()];
    args.extend(errors.map(|errors| vm.str(errors)));
    let answer = vm.call(&function, &args).map_err(|raised| explained(vm, raised, way, name))?;
    match answer.payload::<Tuple>().map(|parts| parts.items()) {
        Some([made, _]) => Ok(made.clone()),
        _ => Err(vm.type_error(format!("{}r must return a tuple (object, integer)", way.word()))),
    }
}

/// An exception of the usual form says in which codec it happened; others go on as they are.
fn explained(vm: &Vm, raised: Raised, way: Way, name: &str) -> Raised {
    let plain = || -> PyResult<bool> {
        let kind = raised.0.ty_ref();
        let args = vm.get_attr(&raised.0, &vm.str("args"))?;
        let simple = match args.payload::<Tuple>().map(|parts| parts.items()) {
            Some([]) => true,
            Some([text]) => vm.is_str(text),
            _ => false,
        };
        let attributes = vm.get_attr(&raised.0, &vm.str("__dict__"))?;
        let own_form = vm.str("__init__");
        let base = vm.exception_type(crate::error::Exc::BaseException);
        Ok(simple && !vm.truth(&attributes)? && vm.get_attr(kind, &own_form)?.is(&vm.get_attr(base, &own_form)?))
    };
    let word = way.word();
    match (plain(), vm.str_of(&raised.0)) {
        (Ok(true), Ok(message)) => {
            let (kind, message) = (vm.type_name(&raised.0), vm.str_text(&message).unwrap_or_default().into_owned());
            let text = format!("{}ing with '{name}' codec failed ({kind}: {message})", &word[..word.len() - 1]);
            let error = vm.raise_type(raised.0.ty_ref(), &[vm.str(&text)]);
            vm.set_exception_cause(&error.0, Some(raised.0.clone()));
            vm.set_exception_context(&error.0, Some(raised.0));
            error
        }
        _ => raised,
    }
}
