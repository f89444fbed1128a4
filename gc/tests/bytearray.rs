//! How a bytearray's block grows, shrinks and loses its front (memory model 2.4).
#![forbid(unsafe_code)]

use gc::{ByteArray, Heap, HeapProfile, TypeHead, payload};

payload! {
    /// The Python half of a type.
    pub struct Type: type { pub head: TypeHead }
}

#[test]
fn grows_by_an_eighth() {
    let heap = Heap::new(HeapProfile::default());
    let (typ, _object) =
        heap.bootstrap(Type { head: TypeHead::new::<Type>(&heap) }, Type { head: TypeHead::bare(&heap) });
    let ty = heap.alloc_static(typ.as_obj(), Type { head: TypeHead::new::<ByteArray>(&heap) });
    let array = ByteArray::new(&heap, ty.as_obj());
    let mut sizes = Vec::new();
    for n in 1..=70 {
        array.resize(&heap, n).unwrap();
        if sizes.last() != Some(&array.allocated()) {
            sizes.push(array.allocated());
        }
    }
    assert_eq!(sizes, [2, 5, 8, 12, 19, 27, 36, 46, 57, 70, 84]);
    array.replace(&heap, 0, 70, b"hello world").unwrap();
    array.replace(&heap, 0, 6, b"").unwrap();
    assert_eq!(array.to_vec(), b"world");
    array.replace(&heap, 1, 3, b"0123456789").unwrap();
    assert_eq!(array.to_vec(), b"w0123456789ld");
    assert_eq!((array.get(12), array.get(13)), (Some(b'd'), None));
    array.resize(&heap, 0).unwrap();
    assert_eq!(array.allocated(), 1);
}
