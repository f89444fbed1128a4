//! Objects: header, handles, fields, types, instance storage, weak references.

pub mod field;
pub mod handle;
pub mod header;
pub mod instance;
pub mod payload;
pub mod slots;
pub mod type_head;
pub mod weak;
