//! Stand-ins for what other parts bring; each goes when the real one is linked.

use crate::error::PyResult;
use crate::vm::Vm;
use gc::{Bytes, ObjRef};

impl Vm {
    /// The bytes of a bytes-like object.
    pub fn buffer_bytes(&self, obj: &ObjRef) -> Option<Vec<u8>> {
        obj.payload::<Bytes>().map(|b| b.data().to_vec())
    }

    /// `ascii(obj)`.
    pub fn ascii(&self, obj: &ObjRef) -> PyResult {
        self.repr(obj)
    }
}
