//! All exception types in a tree; those without fields of their own are rows here.

use super::base::BaseException as Base;
use super::{attribute, base, group, import, os_error, stop, syntax, unicode};
use crate::error::{Exc, PyResult};
use crate::native::TypeSpec;
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{ObjRef, Payload, Tuple};

macro_rules! simple {
    ($($name:ident : $base:expr, $payload:ty;)+) => {
        $(
            #[allow(non_upper_case_globals, missing_docs)]
            pub static $name: TypeSpec = TypeSpec {
                base: Some(&$base),
                ..TypeSpec::new(stringify!($name), <$payload as Payload>::layout)
            };
        )+
    };
}

simple! {
    Exception: base::SPEC, Base;
    GeneratorExit: base::SPEC, Base;
    KeyboardInterrupt: base::SPEC, Base;
    ArithmeticError: Exception, Base;
    FloatingPointError: ArithmeticError, Base;
    OverflowError: ArithmeticError, Base;
    ZeroDivisionError: ArithmeticError, Base;
    AssertionError: Exception, Base;
    BufferError: Exception, Base;
    EOFError: Exception, Base;
    LookupError: Exception, Base;
    IndexError: LookupError, Base;
    MemoryError: Exception, Base;
    ReferenceError: Exception, Base;
    RuntimeError: Exception, Base;
    NotImplementedError: RuntimeError, Base;
    RecursionError: RuntimeError, Base;
    StopAsyncIteration: Exception, Base;
    SystemError: Exception, Base;
    TypeError: Exception, Base;
    ValueError: Exception, Base;
    UnicodeError: ValueError, Base;
    Warning: Exception, Base;
    BytesWarning: Warning, Base;
    DeprecationWarning: Warning, Base;
    EncodingWarning: Warning, Base;
    FutureWarning: Warning, Base;
    ImportWarning: Warning, Base;
    PendingDeprecationWarning: Warning, Base;
    ResourceWarning: Warning, Base;
    RuntimeWarning: Warning, Base;
    SyntaxWarning: Warning, Base;
    UnicodeWarning: Warning, Base;
    UserWarning: Warning, Base;
    UnboundLocalError: attribute::NAME_ERROR, attribute::NameErrorObject;
    ModuleNotFoundError: import::SPEC, import::ImportErrorObject;
    IndentationError: syntax::SPEC, syntax::SyntaxErrorObject;
    TabError: IndentationError, syntax::SyntaxErrorObject;
    BlockingIOError: os_error::SPEC, os_error::OsErrorObject;
    ChildProcessError: os_error::SPEC, os_error::OsErrorObject;
    ConnectionError: os_error::SPEC, os_error::OsErrorObject;
    BrokenPipeError: ConnectionError, os_error::OsErrorObject;
    ConnectionAbortedError: ConnectionError, os_error::OsErrorObject;
    ConnectionRefusedError: ConnectionError, os_error::OsErrorObject;
    ConnectionResetError: ConnectionError, os_error::OsErrorObject;
    FileExistsError: os_error::SPEC, os_error::OsErrorObject;
    FileNotFoundError: os_error::SPEC, os_error::OsErrorObject;
    InterruptedError: os_error::SPEC, os_error::OsErrorObject;
    IsADirectoryError: os_error::SPEC, os_error::OsErrorObject;
    NotADirectoryError: os_error::SPEC, os_error::OsErrorObject;
    PermissionError: os_error::SPEC, os_error::OsErrorObject;
    ProcessLookupError: os_error::SPEC, os_error::OsErrorObject;
    TimeoutError: os_error::SPEC, os_error::OsErrorObject;
}

/// A missing key is shown with quotes: `KeyError: 'x'`.
#[allow(non_upper_case_globals)]
pub static KeyError: TypeSpec = TypeSpec {
    base: Some(&LookupError),
    slots: SlotDefs { str: Some(key_error_str), ..SlotDefs::NONE },
    ..TypeSpec::new("KeyError", <Base as Payload>::layout)
};

fn key_error_str(vm: &Vm, this: &ObjRef) -> PyResult {
    let args = vm.exception_args(this);
    match args.to::<Tuple>().items() {
        [key] => vm.repr(key),
        _ => base::str(vm, this),
    }
}

macro_rules! specs {
    ($($kind:ident => $spec:expr),+ $(,)?; $($same:ident)+) => {
        /// The row of a kind.
        pub fn spec(exc: Exc) -> &'static TypeSpec {
            match exc {
                $(Exc::$kind => &$spec,)+
                $(Exc::$same => &$same,)+
            }
        }
    };
}

specs! {
    BaseException => base::SPEC,
    BaseExceptionGroup => group::BASE,
    ExceptionGroup => group::GROUP,
    StopIteration => stop::STOP_ITERATION,
    SystemExit => stop::SYSTEM_EXIT,
    NameError => attribute::NAME_ERROR,
    AttributeError => attribute::ATTRIBUTE_ERROR,
    ImportError => import::SPEC,
    OSError => os_error::SPEC,
    EnvironmentError => os_error::SPEC,
    SyntaxError => syntax::SPEC,
    UnicodeEncodeError => unicode::ENCODE,
    UnicodeDecodeError => unicode::DECODE,
    UnicodeTranslateError => unicode::TRANSLATE;
    Exception GeneratorExit KeyboardInterrupt ArithmeticError FloatingPointError OverflowError ZeroDivisionError
    AssertionError BufferError EOFError LookupError IndexError KeyError MemoryError ReferenceError RuntimeError
    NotImplementedError RecursionError StopAsyncIteration SystemError TypeError ValueError UnicodeError Warning
    BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning
    ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning UnboundLocalError ModuleNotFoundError
    IndentationError TabError BlockingIOError ChildProcessError ConnectionError BrokenPipeError
    ConnectionAbortedError ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError
    InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError
}

/// All kinds, for the namespace of `builtins`.
pub const ALL: &[Exc] = Exc::ALL;
