//! `SyntaxError`: the message and the place.

use super::base::{BaseException, args_tuple, no_keywords, set_initial_args};
use super::{empty_base, field};
use crate::bind::check_tuple_args;
use crate::error::{Exc, PyResult, Raised};
use crate::native::{Args, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{ObjRef, Slot};

gc::payload! {
    /// `SyntaxError`.
    pub struct SyntaxErrorObject: gc extends BaseException {
        pub base: BaseException,
        pub msg: Slot,
        pub filename: Slot,
        pub lineno: Slot,
        pub offset: Slot,
        pub text: Slot,
        pub print_file_and_line: Slot,
    }
}

gc::payload! {
    /// With the end of the place, in releases whose errors know it.
    pub struct LongSyntaxError: gc extends SyntaxErrorObject {
        pub base: SyntaxErrorObject,
        pub end_lineno: Slot,
        pub end_offset: Slot,
    }
}

pub static SPEC: TypeSpec = TypeSpec {
    base: Some(&super::table::Exception),
    basicsize: 136,
    slots: SlotDefs { new: Some(new), init: Some(init), str: Some(str), ..SlotDefs::NONE },
    getset: &[
        field!(SyntaxErrorObject, msg),
        field!(SyntaxErrorObject, filename),
        field!(SyntaxErrorObject, lineno),
        field!(SyntaxErrorObject, offset),
        field!(SyntaxErrorObject, text),
        field!(LongSyntaxError, end_lineno),
        field!(LongSyntaxError, end_offset),
        field!(SyntaxErrorObject, print_file_and_line),
    ],
    doc: Some("Invalid syntax."),
    ..TypeSpec::new("SyntaxError", <LongSyntaxError as gc::Payload>::layout)
};

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let base = SyntaxErrorObject {
        base: empty_base(),
        msg: Slot::empty(),
        filename: Slot::empty(),
        lineno: Slot::empty(),
        offset: Slot::empty(),
        text: Slot::empty(),
        print_file_and_line: Slot::empty(),
    };
    let exc = if vm.lays_out::<LongSyntaxError>(class) {
        let value = LongSyntaxError { base, end_lineno: Slot::empty(), end_offset: Slot::empty() };
        vm.heap.alloc(class, value).into_obj()
    } else {
        vm.heap.alloc(class, base).into_obj()
    };
    exc.to::<BaseException>().args.set(args_tuple(vm, args));
    Ok(exc)
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    no_keywords(vm, this, args)?;
    set_initial_args(vm, this, args);
    let error = this.to::<SyntaxErrorObject>();
    let given = args.positional();
    if let Some(message) = given.first() {
        error.msg.set(message.clone());
    }
    let [_, details] = given else { return Ok(()) };
    let details = vm.collect(details)?;
    check_tuple_args(vm, "", details.len(), 4, 6)?;
    let ends = this.payload::<LongSyntaxError>().map(|long| [&long.end_lineno, &long.end_offset]);
    let slots = [&error.filename, &error.lineno, &error.offset, &error.text].into_iter();
    for (i, slot) in slots.chain(ends.into_iter().flatten()).enumerate() {
        slot.set(details.get(i).cloned());
    }
    if details.len() == 5 {
        return Err(vm.type_error("end_offset must be provided when end_lineno is provided"));
    }
    Ok(())
}

/// `message (file, line 3)`.
fn str(vm: &Vm, this: &ObjRef) -> PyResult {
    let error = this.to::<SyntaxErrorObject>();
    let message = error.msg.get().unwrap_or_else(|| vm.none());
    let file = error.filename.get().filter(|f| vm.is_str(f)).map(|f| vm.lossy(&f));
    let file = file.map(|f| f.rsplit('/').next().unwrap_or("").to_owned());
    let line = error.lineno.get().filter(|l| l.ty_ref().is(&vm.types.int)).map(|l| vm.repr_text(&l)).transpose()?;
    let message = vm.str_of_text(&message)?;
    Ok(match (file, line) {
        (Some(file), Some(line)) => vm.str(format!("{message} ({file}, line {line})")),
        (Some(file), None) => vm.str(format!("{message} ({file})")),
        (None, Some(line)) => vm.str(format!("{message} (line {line})")),
        (None, None) => vm.str(message),
    })
}

/// Where a syntax error is: lines and columns from 1, in characters; 0 or less means unknown.
pub struct Place<'a> {
    pub filename: &'a str,
    pub line: i64,
    pub column: i64,
    pub end_line: i64,
    pub end_column: i64,
    pub text: Option<&'a str>,
}

impl Vm {
    /// A SyntaxError (or IndentationError, TabError) at a place.
    #[cold]
    pub fn syntax_error_at(&self, exc: Exc, message: &str, place: &Place<'_>) -> Raised {
        let details = vec![
            self.str(place.filename),
            self.int(place.line),
            self.int(place.column),
            place.text.map_or_else(|| self.none(), |t| self.str(t)),
            self.int(place.end_line),
            self.int(place.end_column),
        ];
        self.raise_type(self.exception_type(exc), &[self.str(message), self.tuple(details)])
    }
}
