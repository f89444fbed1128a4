//! Attribute names that the runtime itself asks for, interned once per interpreter.

use crate::vm::Vm;
use gc::ObjRef;

macro_rules! names {
    ($($field:ident $(= $text:literal)?),+ $(,)?) => {
        /// Pre-interned names: `vm.names.__init__`.
        #[allow(non_snake_case, missing_docs)]
        pub struct Names { $(pub $field: ObjRef),+ }

        impl Names {
            /// Interns all of them with `intern`.
            pub fn new(mut intern: impl FnMut(&str) -> ObjRef) -> Names {
                Names { $($field: intern(names!(@text $field $($text)?))),+ }
            }

            /// Calls `look` with each of them.
            pub fn each(&self, look: &mut dyn FnMut(&ObjRef)) {
                $( look(&self.$field); )+
            }
        }
    };
    (@text $field:ident) => { stringify!($field) };
    (@text $field:ident $text:literal) => { $text };
}

names! {
    __abs__, __abstractmethods__, __add__, __aenter__, __aexit__, __aiter__, __all__, __and__, __anext__,
    __annotations__, __args__, __await__, __bases__, __bool__, __build_class__, __builtins__, __bytes__, __call__,
    __cached__, __cause__, __class__, __class_getitem__, __classcell__, __closure__, __code__, __complex__,
    __contains__, __context__, __copy__, __deepcopy__, __defaults__, __del__, __delattr__, __delete__, __delitem__,
    __dict__, __dictoffset__, __dir__, __divmod__, __doc__, __enter__, __eq__, __exit__, __file__, __float__,
    __floor__, __floordiv__, __format__, __func__, __ge__, __get__, __getattr__, __getattribute__, __getitem__,
    __getstate__, __getnewargs__, __getnewargs_ex__, __globals__, __gt__, __hash__, __iadd__, __iand__,
    __ifloordiv__, __ilshift__, __imatmul__, __imod__, __import__, __imul__, __index__, __init__,
    __init_subclass__, __instancecheck__, __int__, __invert__, __ior__, __ipow__, __irshift__, __isabstractmethod__,
    __isub__, __iter__, __itruediv__, __ixor__, __kwdefaults__, __le__, __len__, __length_hint__, __loader__,
    __lshift__, __lt__, __main__, __match_args__, __matmul__, __members__, __missing__, __mod__, __module__, __mro__,
    __mro_entries__, __mul__, __name__, __ne__, __neg__, __new__, __next__, __notes__, __objclass__, __or__,
    __orig_bases__, __origin__, __package__, __parameters__, __path__, __pos__, __pow__, __prepare__, __qualname__,
    __radd__, __rand__, __rdivmod__, __reduce__, __reduce_ex__, __repr__, __reversed__, __rfloordiv__, __rlshift__,
    __rmatmul__, __rmod__, __rmul__, __ror__, __round__, __rpow__, __rrshift__, __rshift__, __rsub__, __rtruediv__,
    __rxor__, __self__, __set__, __set_name__, __setattr__, __setitem__, __setstate__, __sizeof__, __slots__,
    __slotnames__, __spec__, __str__, __sub__, __subclasscheck__, __subclasshook__, __subclasses__,
    __suppress_context__, __text_signature__, __traceback__, __truediv__, __trunc__, __type_params__,
    __typing_subst__, __typing_unpacked_tuple_args__, __wrapped__, __weakref__, __xor__, __ceil__, __fspath__,
    _fix_co_filename, _initializing, add, append, args, big, buffer, builtins, children, clear, close, closed, code,
    copy, copyreg, decode, derive, dict, displayhook, encode, encoding, end, end_lineno, end_offset, errno, errors,
    excepthook, exceptions, extend, fget, fset, fdel, file, filename, filename2, fileno, find_spec, flush, format,
    get, getattr, imag, index, isatty, items, iter, join, key, keys, lineno, little, maxsplit, message, metaclass,
    mode, modules, move_to_end, mro, msg, name, newline, obj, object, offset, open, path, pop, print,
    print_file_and_line, read, readline, real, reason, remove, replace, reverse, seek, self_ = "self", send, sep,
    sort, split, start, stderr, stdin, stdout, step, stop, strerror, strict, sys, text, throw, type_ = "type",
    unraisablehook, update, utf_8 = "utf-8", value, values, warnings, write, write_through,
    anon_lambda = "<lambda>", anon_module = "<module>", anon_string = "<string>", anon_dict = "<dict>",
    underscore = "_", empty = "", list_index_out_of_range = "list index out of range",
}

impl Vm {
    /// The one `str` object with this text that attribute lookups use.
    pub fn name_of(&self, text: &str) -> ObjRef {
        self.intern(text)
    }
}
