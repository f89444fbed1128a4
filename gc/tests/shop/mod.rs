//! The builtin containers without a language around them.
#![allow(dead_code)]

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use gc::{
    Bare, Dict, Exact, Float, Heap, HeapProfile, Int, List, ObjRef, OwnedHeap, Plain, Ref, Set, SharedKeys, Slot, Str,
    Tracer, Tuple, TypeFlags, TypeHead, payload,
};

payload! {
    /// A type with the keys that its instances share.
    pub struct Type: type { pub head: TypeHead, pub name: Plain<&'static str>, pub base: Slot, pub keys: SharedKeys }
}

pub struct Shop {
    pub typ: Ref<Type>,
    pub object: Ref<Type>,
    pub int: Ref<Type>,
    pub float: Ref<Type>,
    pub str: Ref<Type>,
    pub tuple: Ref<Type>,
    pub list: Ref<Type>,
    pub dict: Ref<Type>,
    pub set: Ref<Type>,
    pub heap: OwnedHeap,
}

fn ty(head: TypeHead, name: &'static str) -> Type {
    Type { head, name: Plain(name), base: Slot::empty(), keys: SharedKeys::none() }
}

impl Shop {
    pub fn new(release: &str) -> Shop {
        let heap = Heap::new(HeapProfile::of(release).unwrap());
        let (typ, object) =
            heap.bootstrap(ty(TypeHead::new::<Type>(&heap), "type"), ty(TypeHead::bare(&heap), "object"));
        let make = |head: TypeHead, exact, name| {
            head.set_exact(exact);
            heap.alloc_static(typ.as_obj(), ty(head, name))
        };
        let int = make(TypeHead::new::<Int>(&heap), Exact::Int, "int");
        int.head.set_itemsize(4);
        let float = make(TypeHead::new::<Float>(&heap), Exact::Float, "float");
        let str = make(TypeHead::new::<Str>(&heap), Exact::Str, "str");
        let tuple = make(TypeHead::new::<Tuple>(&heap), Exact::Tuple, "tuple");
        tuple.head.set_itemsize(8);
        let list = make(TypeHead::new::<List>(&heap), Exact::List, "list");
        let dict = make(TypeHead::new::<Dict>(&heap), Exact::Dict, "dict");
        let set = make(TypeHead::new::<Set>(&heap), Exact::Set, "set");
        Shop { typ, object, int, float, str, tuple, list, dict, set, heap }
    }

    /// A plain class.
    pub fn class(&self) -> Ref<Type> {
        let head = TypeHead::derive(&self.object.head);
        head.set_flags(TypeFlags::HEAPTYPE | TypeFlags::GC);
        head.add_dict();
        head.add_weaklist();
        let class = self.heap.alloc(self.typ.as_obj(), ty(head, "C"));
        class.keys.make(&self.heap).unwrap();
        class
    }

    /// A plain object that the collector does not care for.
    pub fn thing(&self) -> ObjRef {
        self.heap.alloc(self.object.as_obj(), Bare {}).into_obj()
    }

    pub fn number(&self, value: i64) -> ObjRef {
        Int::from_i64(&self.heap, self.int.as_obj(), value).into_obj()
    }

    pub fn text(&self, text: &str) -> Ref<Str> {
        Str::from_str(&self.heap, self.str.as_obj(), text).unwrap()
    }

    /// A str with a hash.
    pub fn name(&self, text: &str) -> Ref<Str> {
        let name = self.text(text);
        name.set_hash(text.bytes().fold(7, |h: isize, b| h.wrapping_mul(1_000_003) ^ b as isize));
        name
    }

    pub fn dict(&self) -> Ref<Dict> {
        Dict::new(&self.heap, self.dict.as_obj())
    }

    pub fn set(&self) -> Ref<Set> {
        Set::new(&self.heap, self.set.as_obj())
    }

    pub fn put(&self, dict: &Ref<Dict>, key: ObjRef, hash: isize) -> Option<ObjRef> {
        let value = key.clone();
        let Ok(old) = dict.set(&self.heap, key.clone(), hash, value, |other| same(&key, other));
        old
    }

    pub fn put_name(&self, dict: &Ref<Dict>, name: &str, value: i64) {
        drop(dict.set_str(&self.heap, &self.name(name), self.number(value)));
    }

    pub fn add(&self, set: &Ref<Set>, n: i64, hash: isize) {
        let key = self.number(n);
        let Ok(_) = set.add(&self.heap, key.clone(), hash, |other| same(&key, other));
    }

    /// Adds a key that equals nothing.
    pub fn add_as(&self, set: &Ref<Set>, key: ObjRef, hash: isize) {
        let Ok(_) = set.add(&self.heap, key, hash, |_| Ok::<_, Infallible>(false));
    }

    pub fn drop_from(&self, set: &Ref<Set>, n: i64, hash: isize) {
        let key = self.number(n);
        let Ok(_) = set.discard(&key, hash, |other| same(&key, other));
    }

    /// No object and no block is left.
    pub fn end(self) {
        self.heap.collect(2);
        self.heap.check().unwrap();
        assert_eq!(self.heap.live_blocks(), 0, "{:?}", self.heap.live_objects());
    }
}

/// Whether two keys are equal ints.
pub fn same(a: &ObjRef, b: &ObjRef) -> Result<bool, Infallible> {
    Ok(match (a.payload::<Int>(), b.payload::<Int>()) {
        (Some(a), Some(b)) => a.to_i64() == b.to_i64(),
        _ => false,
    })
}

pub fn ints(items: &[ObjRef]) -> Vec<i64> {
    items.iter().map(|o| o.to::<Int>().to_i64().unwrap()).collect()
}

/// Writes down the sizes of new blocks.
pub struct Blocks<'h> {
    heap: &'h Heap,
    sizes: Rc<Sizes>,
}

#[derive(Default)]
struct Sizes(RefCell<Vec<usize>>);

impl Tracer for Sizes {
    fn on_alloc(&self, _: &Heap, _: usize, size: usize) {
        self.0.borrow_mut().push(size);
    }
    fn on_realloc(&self, _: &Heap, _: usize, _: usize, size: usize) {
        self.0.borrow_mut().push(size);
    }
    fn on_free(&self, _: &Heap, _: usize) {}
}

impl<'h> Blocks<'h> {
    pub fn watch(heap: &'h Heap) -> Blocks<'h> {
        let sizes = Rc::new(Sizes::default());
        heap.set_tracer(Some(sizes.clone()));
        Blocks { heap, sizes }
    }

    /// The sizes asked for since the last call.
    pub fn taken(&self) -> Vec<usize> {
        self.sizes.0.take()
    }
}

impl Drop for Blocks<'_> {
    fn drop(&mut self) {
        self.heap.set_tracer(None);
    }
}
