//! Raised exceptions as Rust errors, and the short way to raise every builtin one.

use crate::vm::Vm;
use gc::ObjRef;

/// What every operation that can run Python returns.
pub type PyResult<T = ObjRef> = Result<T, Raised>;

/// A raised exception: owns the (normalised) exception object.
#[derive(Debug)]
pub struct Raised(pub ObjRef);

macro_rules! kinds {
    ($($name:ident),+ $(,)?) => {
        /// The builtin exception types that the runtime raises by itself.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Exc { $($name),+ }

        impl Exc {
            /// All kinds.
            pub const ALL: &[Exc] = &[$(Exc::$name),+];
            pub const COUNT: usize = Exc::ALL.len();
            /// The name under which `builtins` has it.
            pub const fn name(self) -> &'static str {
                match self { $(Exc::$name => stringify!($name)),+ }
            }
        }
    };
}

kinds! {
    BaseException, Exception, ArithmeticError, AssertionError, AttributeError, BlockingIOError, BrokenPipeError,
    BufferError, BytesWarning, ChildProcessError, ConnectionAbortedError, ConnectionError, ConnectionRefusedError,
    ConnectionResetError, DeprecationWarning, EOFError, EncodingWarning, EnvironmentError, FileExistsError,
    FileNotFoundError, FloatingPointError, FutureWarning, GeneratorExit, ImportError, ImportWarning, IndentationError,
    IndexError, InterruptedError, IsADirectoryError, KeyError, KeyboardInterrupt, LookupError, MemoryError,
    ModuleNotFoundError, NameError, NotADirectoryError, NotImplementedError, OSError, OverflowError,
    PendingDeprecationWarning, PermissionError, ProcessLookupError, RecursionError, ReferenceError, ResourceWarning,
    RuntimeError, RuntimeWarning, StopAsyncIteration, StopIteration, SyntaxError, SyntaxWarning, SystemError,
    SystemExit, TabError, TimeoutError, TypeError, UnboundLocalError, UnicodeDecodeError, UnicodeEncodeError,
    UnicodeError, UnicodeTranslateError, UnicodeWarning, UserWarning, ValueError, Warning, ZeroDivisionError,
    BaseExceptionGroup, ExceptionGroup,
}

macro_rules! raisers {
    ($($function:ident $kind:ident),+ $(,)?) => {
        impl Vm {
            $(
                #[doc = concat!("A new `", stringify!($kind), "` with this message.")]
                #[cold]
                pub fn $function(&self, message: impl Into<String>) -> Raised {
                    self.raise_new(Exc::$kind, message.into())
                }
            )+
        }
    };
}

impl Vm {
    /// What a conversion to a machine word does that fails and whose error is forgotten.
    #[cold]
    pub fn forget_overflow(&self) {
        if self.heap.profile().objects.errors_at_once {
            drop(self.overflow_error("Python int too large to convert to C ssize_t"));
        }
    }
}

raisers! {
    type_error TypeError, value_error ValueError, index_error IndexError, attribute_error_text AttributeError,
    runtime_error RuntimeError, overflow_error OverflowError, zero_division ZeroDivisionError,
    name_error_text NameError, recursion_error RecursionError, system_error SystemError, buffer_error BufferError,
    lookup_error LookupError, not_implemented_error NotImplementedError, import_error_text ImportError,
    reference_error ReferenceError, unicode_error UnicodeError, assertion_error AssertionError, eof_error EOFError,
}
