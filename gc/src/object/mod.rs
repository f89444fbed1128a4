//! Objects: header, handles, fields, types, instance storage, weak references; and the builtin
//! containers.

pub mod anatomy;
pub mod bytearray;
pub mod bytes;
pub mod deque;
pub mod dict;
pub mod edge;
pub mod field;
pub mod float;
pub mod handle;
pub mod header;
pub(crate) mod immortal;
pub mod instance;
pub mod int;
pub mod list;
pub mod ordered;
pub mod payload;
pub mod set;
pub mod slots;
pub mod str;
mod tail;
pub mod tuple;
pub mod type_head;
pub mod values;
pub mod weak;
pub mod words;
