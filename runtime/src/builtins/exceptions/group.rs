//! `BaseExceptionGroup` and `ExceptionGroup`: several exceptions as one.

use super::base::{BaseException, args_tuple, no_keywords};
use super::empty_base;
use crate::error::{Exc, PyResult};
use crate::native::{Args, Fun, GetSet, Method, TypeSpec};
use crate::object::Type;
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{List, ObjRef, Slot, Tuple};

gc::payload! {
    /// The message and the exceptions.
    pub struct GroupObject: gc extends BaseException {
        pub base: BaseException,
        pub message: Slot,
        pub exceptions: Slot,
    }
}

pub static BASE: TypeSpec = TypeSpec {
    base: Some(&super::base::SPEC),
    basicsize: 88,
    slots: SlotDefs { new: Some(new), init: Some(init), str: Some(str), ..SlotDefs::NONE },
    methods: &[
        Method::class("__class_getitem__(cls, item, /)", Fun::One(|vm, class, item| vm.generic_alias(class, item))),
        Method::new("derive(self, excs, /)", Fun::One(derive)),
        Method::new("split(self, matcher_value, /)", Fun::One(split)),
        Method::new("subgroup(self, matcher_value, /)", Fun::One(subgroup)),
    ],
    getset: &[
        GetSet { name: "message", get: |vm, g| Ok(part(vm, &g.to::<GroupObject>().message)), set: None },
        GetSet { name: "exceptions", get: |vm, g| Ok(part(vm, &g.to::<GroupObject>().exceptions)), set: None },
    ],
    doc: Some("A combination of multiple unrelated exceptions."),
    ..TypeSpec::new("BaseExceptionGroup", <GroupObject as gc::Payload>::layout)
};

pub static GROUP: TypeSpec = TypeSpec {
    base: Some(&BASE),
    also: Some(&super::table::Exception),
    basicsize: 96,
    ..TypeSpec::new("ExceptionGroup", <GroupObject as gc::Payload>::layout)
};

fn part(vm: &Vm, slot: &Slot) -> ObjRef {
    slot.get().unwrap_or_else(|| vm.none())
}

/// The exceptions of a group.
pub fn members(vm: &Vm, group: &ObjRef) -> Vec<ObjRef> {
    let tuple = part(vm, &group.to::<GroupObject>().exceptions);
    if vm.is_tuple(&tuple) { tuple.to::<Tuple>().items().to_vec() } else { Vec::new() }
}

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [message, exceptions] = args.positional() else {
        let given = args.positional().len();
        return Err(vm.type_error(format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({given} given)")));
    };
    if !vm.is_str(message) {
        let kind = vm.argument_kind(message);
        return Err(vm.type_error(format!("BaseExceptionGroup.__new__() argument 1 must be str, not {kind}")));
    }
    let is_sequence = crate::object::type_of(exceptions).slots.get_item.get().is_some() && !vm.is_dict(exceptions);
    if !is_sequence {
        return Err(vm.type_error("second argument (exceptions) must be a sequence"));
    }
    let items = vm.collect(exceptions)?;
    if items.is_empty() {
        return Err(vm.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let plain_type = vm.exception_type(Exc::Exception);
    let mut only_plain = true;
    for (i, item) in items.iter().enumerate() {
        if !vm.is_exception(item) {
            return Err(vm.value_error(format!("Item {i} of second argument (exceptions) is not an exception")));
        }
        only_plain &= Type::derives_from(item.ty_ref(), plain_type);
    }
    let class = choose_class(vm, class, only_plain)?;
    let value = GroupObject { base: empty_base(), message: message.clone().into(), exceptions: vm.tuple(items).into() };
    let group = vm.heap.alloc(&class, value).into_obj();
    group.to::<BaseException>().args.set(args_tuple(vm, args));
    Ok(group)
}

/// A BaseExceptionGroup of plain exceptions is an ExceptionGroup; the other way round is an error.
fn choose_class(vm: &Vm, class: &ObjRef, only_plain: bool) -> PyResult {
    let group = vm.exception_type(Exc::ExceptionGroup);
    if class.is(vm.exception_type(Exc::BaseExceptionGroup)) && only_plain {
        return Ok(group.clone());
    }
    if !only_plain {
        if class.is(group) {
            return Err(vm.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
        }
        if Type::derives_from(class, vm.exception_type(Exc::Exception)) {
            let name = vm.name_of_type(class);
            return Err(vm.type_error(format!("Cannot nest BaseExceptions in '{name}'")));
        }
    }
    Ok(class.clone())
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    no_keywords(vm, this, args)?;
    super::base::set_initial_args(vm, this, args);
    Ok(())
}

/// `message (2 sub-exceptions)`.
fn str(vm: &Vm, this: &ObjRef) -> PyResult {
    let message = vm.lossy(&part(vm, &this.to::<GroupObject>().message));
    let count = members(vm, this).len();
    let plural = if count > 1 { "s" } else { "" };
    Ok(vm.str(format!("{message} ({count} sub-exception{plural})")))
}

fn derive(vm: &Vm, this: &ObjRef, exceptions: &ObjRef) -> PyResult {
    let message = part(vm, &this.to::<GroupObject>().message);
    vm.call(vm.exception_type(Exc::BaseExceptionGroup), &[message, exceptions.clone()])
}

/// What `split` and `subgroup` are asked to look for.
enum Matcher<'a> {
    /// A type or a tuple of types.
    Types(&'a ObjRef),
    /// A function of the exception.
    Predicate(&'a ObjRef),
}

impl Matcher<'_> {
    fn matches(&self, vm: &Vm, exc: &ObjRef) -> PyResult<bool> {
        match self {
            Matcher::Types(types) => Ok(vm.exception_matches(exc, types)),
            Matcher::Predicate(function) => {
                let answer = vm.call(function, std::slice::from_ref(exc))?;
                vm.truth(&answer)
            }
        }
    }
}

impl Vm {
    /// Whether an exception is an instance of a type or of one of a tuple of types, by MRO.
    pub fn exception_matches(&self, exc: &ObjRef, types: &ObjRef) -> bool {
        if self.is_tuple(types) {
            return types.to::<Tuple>().items().iter().any(|t| self.exception_matches(exc, t));
        }
        self.is_type(types) && Type::derives_from(exc.ty_ref(), types)
    }

    /// Splits a group (or a naked exception) by type: the matching part and the rest.
    pub fn split_group(&self, exc: &ObjRef, types: &ObjRef) -> PyResult<(Option<ObjRef>, Option<ObjRef>)> {
        split_by(self, exc, &Matcher::Types(types), true)
    }
}

fn matcher<'a>(vm: &Vm, value: &'a ObjRef) -> PyResult<Matcher<'a>> {
    let is_exception_type = |t: &ObjRef| vm.is_type(t) && Type::derives_from(t, vm.exception_type(Exc::BaseException));
    let all = vm.is_tuple(value) && value.to::<Tuple>().items().iter().all(is_exception_type);
    if is_exception_type(value) || all {
        return Ok(Matcher::Types(value));
    }
    if value.ty_ref().is(&vm.types.function) {
        return Ok(Matcher::Predicate(value));
    }
    Err(vm.type_error("expected a function, exception type or tuple of exception types"))
}

fn split(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult {
    let (matching, rest) = split_by(vm, this, &matcher(vm, value)?, true)?;
    Ok(vm.tuple([matching.unwrap_or_else(|| vm.none()), rest.unwrap_or_else(|| vm.none())]))
}

fn subgroup(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult {
    let (matching, _) = split_by(vm, this, &matcher(vm, value)?, false)?;
    Ok(matching.unwrap_or_else(|| vm.none()))
}

fn is_group(vm: &Vm, exc: &ObjRef) -> bool {
    Type::derives_from(exc.ty_ref(), vm.exception_type(Exc::BaseExceptionGroup))
}

fn split_by(
    vm: &Vm,
    exc: &ObjRef,
    matcher: &Matcher<'_>,
    want_rest: bool,
) -> PyResult<(Option<ObjRef>, Option<ObjRef>)> {
    if matcher.matches(vm, exc)? {
        return Ok((Some(exc.clone()), None));
    }
    if !is_group(vm, exc) {
        return Ok((None, want_rest.then(|| exc.clone())));
    }
    let _level = vm.enter_recursion(" in exceptiongroup_split_recursive")?;
    let (mut matching, mut rest) = (Vec::new(), Vec::new());
    for member in members(vm, exc) {
        let (hit, miss) = split_by(vm, &member, matcher, want_rest)?;
        matching.extend(hit);
        rest.extend(miss);
    }
    Ok((subset(vm, exc, matching)?, subset(vm, exc, rest)?))
}

/// A group like `original` of some of its members, with its traceback, links and notes.
pub fn subset(vm: &Vm, original: &ObjRef, members: Vec<ObjRef>) -> PyResult<Option<ObjRef>> {
    if members.is_empty() {
        return Ok(None);
    }
    let list = vm.list(members);
    let group = vm.call_method(original, &vm.names.derive, &[list])?;
    if !vm.is_exception(&group) || !is_group(vm, &group) {
        return Err(vm.type_error("derive must return an instance of BaseExceptionGroup"));
    }
    vm.set_exception_traceback(&group, vm.exception_traceback(original));
    vm.set_exception_context(&group, vm.exception_context(original));
    let (new, old) = (group.to::<BaseException>(), original.to::<BaseException>());
    new.cause.set(old.cause.get());
    new.suppress.set(old.suppress.get());
    if let Some(notes) = vm.get_attr_opt(original, &vm.names.__notes__)?
        && let Some(list) = notes.payload::<List>()
    {
        // Later notes on the part do not belong to the whole.
        let copy = vm.list(list.to_vec());
        vm.set_attr(&group, &vm.names.__notes__, &copy)?;
    }
    Ok(Some(group))
}
