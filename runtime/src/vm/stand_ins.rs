//! Functions of the library that are written in Python here and native in CPython: tracebacks do not show them.

use super::modules::LIBRARY;
use frontend::code::Code;

/// Modules whose functions are all native in CPython (`_datetime`, `_decimal`, `_pickle`, …).
const WHOLE: &[&str] = &[
    "datetime",
    "_datefmt",
    "decimal",
    "pickle",
    "io",
    "_thread",
    "_string",
    "contextvars",
    "cmath",
    "asyncio/futures",
    "hashlib",
];

/// Functions and classes of other modules that are.
const PARTS: &[(&str, &[&str])] = &[
    (
        "csv",
        &[
            "reader",
            "writer",
            "_Row",
            "_Format",
            "register_dialect",
            "unregister_dialect",
            "get_dialect",
            "list_dialects",
            "field_size_limit",
        ],
    ),
    ("asyncio/tasks", &["Task"]),
    ("queue", &["SimpleQueue"]),
    ("warnings", &["warn", "warn_explicit"]),
];

/// Whether it is the code of such a function.
pub(crate) fn stands_for_native(code: &Code) -> bool {
    let Some(module) = code.filename.strip_prefix(LIBRARY) else { return false };
    let module = module.trim_start_matches('/').trim_end_matches(".py");
    let outermost = code.qualname.split('.').next().unwrap_or_default();
    WHOLE.contains(&module) || PARTS.iter().any(|(name, parts)| *name == module && parts.contains(&outermost))
}
