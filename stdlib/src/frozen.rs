//! The modules written in Python that are part of the binary.

pub use runtime::vm::modules::LIBRARY as HOME;

use runtime::vm::modules::Frozen;

macro_rules! frozen {
    ($($name:literal $kind:ident $path:literal $(then $then:path)?),+ $(,)?) => {
        /// All of them.
        pub static FROZEN: &[Frozen] = &[$(Frozen {
            name: $name,
            source: include_str!(concat!("py/", $path)),
            compiled: include_bytes!(concat!(env!("OUT_DIR"), "/py/", $path, ".unit")),
            package: frozen!(@ $kind),
            imported: frozen!(@ then $($then)?),
        }),+];
    };
    (@ module) => { false };
    (@ package) => { true };
    (@ then) => { None };
    (@ then $then:path) => { Some($then) };
}

frozen! {
    "__future__" module "__future__.py",
    "_collections_abc" module "_collections_abc.py",
    "_datefmt" module "_datefmt.py",
    "_string" module "_string.py",
    "_thread" module "_thread.py",
    "_weakrefset" module "_weakrefset.py",
    "abc" module "abc.py",
    "argparse" module "argparse.py",
    "base64" module "base64.py",
    "bisect" module "bisect.py",
    "calendar" module "calendar.py",
    "codecs" module "codecs.py",
    "collections" package "collections/__init__.py",
    "collections.abc" module "collections/abc.py",
    "contextlib" module "contextlib.py",
    "copy" module "copy.py",
    "copyreg" module "copyreg.py",
    "csv" module "csv.py",
    "ctypes" module "ctypes.py",
    "dataclasses" module "dataclasses.py",
    "datetime" module "datetime.py",
    "decimal" module "decimal.py",
    "enum" module "enum.py",
    "fnmatch" module "fnmatch.py",
    "fractions" module "fractions.py",
    "functools" module "functools.py",
    "genericpath" module "genericpath.py",
    "heapq" module "heapq.py",
    "importlib" package "importlib/__init__.py",
    "inspect" module "inspect.py",
    "io" module "io.py",
    "json" package "json/__init__.py",
    "json.decoder" module "json/decoder.py",
    "json.encoder" module "json/encoder.py",
    "json.scanner" module "json/scanner.py",
    "keyword" module "keyword.py",
    "linecache" module "linecache.py",
    "logging" package "logging/__init__.py",
    "logging.handlers" module "logging/handlers.py",
    "memory_profiler" module "memory_profiler.py",
    "numbers" module "numbers.py",
    "objgraph" module "objgraph.py",
    "os" module "os.py",
    "pathlib" module "pathlib.py",
    "pickle" module "pickle.py",
    "posixpath" module "posixpath.py",
    "pprint" module "pprint.py",
    "pydoc" module "pydoc.py",
    "queue" module "queue.py",
    "random" module "random.py",
    "re" module "re.py",
    "reprlib" module "reprlib.py",
    "stat" module "stat.py",
    "statistics" module "statistics.py",
    "string" module "string.py",
    "struct" module "struct.py",
    "textwrap" module "textwrap.py",
    "threading" module "threading.py",
    "timeit" module "timeit.py",
    "traceback" module "traceback.py",
    "tracemalloc" module "tracemalloc.py" then crate::tracemalloc::settle,
    "types" module "types.py",
    "typing" module "typing.py",
    "warnings" module "warnings.py",
    "weakref" module "weakref.py",
}
