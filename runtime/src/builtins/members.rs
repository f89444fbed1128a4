//! Which attributes of the builtin types are members: CPython reads them straight from the object's memory, where it
//! calls a function for the others. Their descriptors are `member_descriptor`s and come first in the type's namespace.

use crate::native::Releases;

/// The members of one type in some releases.
struct Row {
    owner: &'static str,
    /// The attributes, separated by spaces; `*`: all that the type has.
    names: &'static str,
    releases: Releases,
}

const fn row(owner: &'static str, names: &'static str, releases: Releases) -> Row {
    Row { owner, names, releases }
}

const ALL: Releases = Releases::ALL;

/// As the types of the real interpreters list them.
const MEMBERS: &[Row] = &[
    row("function", "__closure__ __doc__ __globals__ __module__ __builtins__", ALL),
    row("method", "__func__ __self__", ALL),
    row("builtin_function_or_method", "__module__", ALL),
    row("method_descriptor", "__objclass__ __name__", ALL),
    row("classmethod_descriptor", "__objclass__ __name__", ALL),
    row("wrapper_descriptor", "__objclass__ __name__", ALL),
    row("getset_descriptor", "__objclass__ __name__", ALL),
    row("member_descriptor", "__objclass__ __name__", ALL),
    row("method-wrapper", "__self__", ALL),
    row("classmethod", "__func__ __wrapped__", ALL),
    row("staticmethod", "__func__ __wrapped__", ALL),
    row("property", "fget fset fdel __doc__", ALL),
    row("super", "__thisclass__ __self__ __self_class__", ALL),
    row("type", "__basicsize__ __itemsize__ __flags__ __weakrefoffset__ __base__ __dictoffset__", ALL),
    row("type", "__mro__", Releases::until(11)),
    row("generator", "gi_running", Releases::until(9)),
    row("generator", "gi_frame", Releases::until(10)),
    row("generator", "gi_code", Releases::until(11)),
    row("coroutine", "cr_running", Releases::until(9)),
    row("coroutine", "cr_frame", Releases::until(10)),
    row("coroutine", "cr_code", Releases::until(11)),
    row("coroutine", "cr_origin", ALL),
    row("async_generator", "ag_running", ALL),
    row("async_generator", "ag_frame", Releases::until(10)),
    row("async_generator", "ag_code", Releases::until(11)),
    row("frame", "f_lasti", Releases::until(9)),
    row("frame", "f_back f_code f_builtins f_globals", Releases::until(10)),
    row("frame", "f_trace_opcodes", Releases::until(11)),
    row("frame", "f_trace_lines", ALL),
    row("traceback", "tb_lineno", Releases::until(10)),
    row("traceback", "tb_frame tb_lasti", ALL),
    row(
        "code",
        "co_argcount co_posonlyargcount co_kwonlyargcount co_nlocals co_stacksize co_flags co_consts co_names",
        ALL,
    ),
    row("code", "co_filename co_name co_qualname co_firstlineno", ALL),
    row("code", "co_code co_varnames co_freevars co_cellvars", Releases::until(10)),
    row("complex", "real imag", ALL),
    row("range", "*", ALL),
    row("slice", "*", ALL),
    row("types.GenericAlias", "__origin__ __args__ __unpacked__", ALL),
    row("types.UnionType", "__args__", ALL),
    row("weakref.ReferenceType", "*", ALL),
    row("BaseException", "__suppress_context__", ALL),
    row("BaseExceptionGroup", "message exceptions", ALL),
    row("AttributeError", "*", ALL),
    row("ImportError", "*", ALL),
    row("NameError", "*", ALL),
    row("OSError", "errno strerror filename filename2", ALL),
    row("StopIteration", "*", ALL),
    row("SyntaxError", "*", ALL),
    row("SystemExit", "*", ALL),
    row("UnicodeDecodeError", "*", ALL),
    row("UnicodeEncodeError", "*", ALL),
    row("UnicodeTranslateError", "*", ALL),
    row("sys.flags", "*", ALL),
    row("sys.float_info", "*", ALL),
    row("sys.hash_info", "*", ALL),
    row("sys.int_info", "*", ALL),
    row("sys.thread_info", "*", ALL),
    row("sys.version_info", "*", ALL),
    row("time.struct_time", "*", ALL),
    row("collections.defaultdict", "*", ALL),
    row("functools.partial", "func args keywords", ALL),
    row("functools.KeyWrapper", "*", ALL),
    row("re.Match", "string re pos endpos", ALL),
    row("re.Pattern", "pattern flags groups", ALL),
    row("_io.BufferedRandom", "raw", ALL),
    row("_io.BufferedReader", "raw", ALL),
    row("_io.BufferedWriter", "raw", ALL),
    row("_io.FileIO", "_blksize", ALL),
    row("_io.TextIOWrapper", "encoding buffer line_buffering write_through", ALL),
    row("_json.Encoder", "*", ALL),
    row("_json.Scanner", "*", ALL),
];

/// The members of a type in a release.
pub struct Members(Vec<&'static str>);

impl Members {
    /// Those of the type of that name (with its module, if that is not `builtins`).
    pub fn of(owner: &str, here: impl Fn(Releases) -> bool) -> Members {
        let rows = MEMBERS.iter().filter(|row| row.owner == owner && here(row.releases));
        Members(rows.flat_map(|row| row.names.split(' ')).collect())
    }

    /// Whether an attribute is one.
    pub fn have(&self, name: &str) -> bool {
        self.0.iter().any(|member| *member == name || *member == "*")
    }
}
