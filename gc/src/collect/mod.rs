//! The life and death of objects: release at count 0, and the collector of cycles.

pub mod dealloc;
