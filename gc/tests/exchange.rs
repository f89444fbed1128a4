//! A number that changes places with the one it replaces lies where making it and dropping the other would put it.

mod shop;

use gc::{Float, Int, ObjRef};
use shop::Shop;

/// What is made: its number, and whether it is a float, a short or a long int.
#[derive(Clone, Copy)]
struct Number(u64);

impl Number {
    fn fresh(self, w: &Shop) -> ObjRef {
        let Number(n) = self;
        // SAFETY: the types are those of the heap.
        unsafe {
            match n % 3 {
                0 => Float::new_exact(&w.heap, w.float.as_obj(), n as f64).into_obj(),
                1 => Int::new_exact(&w.heap, w.int.as_obj(), 1000 + (n % 1000) as i64).into_obj(),
                _ => {
                    Int::with_room(&w.heap, w.int.as_obj(), ((n % 1000) << 35) as i64, 2 + (n % 2) as usize).into_obj()
                }
            }
        }
    }

    fn exchange(self, w: &Shop, old: &mut ObjRef) -> bool {
        let Number(n) = self;
        // SAFETY: the types are those of the heap.
        unsafe {
            match n % 3 {
                0 => Float::exchange(&w.heap, w.float.as_obj(), old, n as f64),
                1 => Int::exchange(&w.heap, w.int.as_obj(), old, 1000 + (n % 1000) as i64),
                _ => Int::exchange_wide(&w.heap, w.int.as_obj(), old, ((n % 1000) << 35) as i64, 2 + (n % 2) as usize),
            }
        }
    }
}

/// Where an object lies, counted from where the heap's first one does.
fn place(w: &Shop, obj: &ObjRef) -> usize {
    obj.addr() - w.typ.as_obj().addr()
}

#[test]
fn addresses_are_those_of_making_and_dropping() {
    for release in if cfg!(miri) { &["3.11"][..] } else { &["3.8", "3.11", "3.13"] } {
        let (one, other) = (Shop::new(release), Shop::new(release));
        let count = if cfg!(miri) { 40 } else { 700 };
        let mut exchanged = 0;
        let mut mine: Vec<Option<ObjRef>> = (0..count).map(|_| None).collect();
        let mut theirs: Vec<Option<ObjRef>> = (0..count).map(|_| None).collect();
        let mut random = 12345_u64;
        for _ in 0..40 * count {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (at, number) = ((random >> 33) as usize % count, Number(random >> 40));
            if random >> 61 == 0 {
                (mine[at], theirs[at]) = (None, None);
            } else {
                if mine[at].as_mut().is_some_and(|old| number.exchange(&one, old)) {
                    exchanged += 1;
                } else {
                    drop(mine[at].replace(number.fresh(&one)));
                }
                drop(theirs[at].replace(number.fresh(&other)));
            }
            let places = |w: &Shop, obj: &Option<ObjRef>| obj.as_ref().map(|obj| place(w, obj));
            assert_eq!(places(&one, &mine[at]), places(&other, &theirs[at]), "{release}");
        }
        assert!(exchanged > 2 * count, "{exchanged}");
        for (a, b) in mine.iter().flatten().zip(theirs.iter().flatten()) {
            let same = match (a.payload::<Int>(), b.payload::<Int>()) {
                (Some(a), Some(b)) => a.to_i64() == b.to_i64(),
                _ => a.to::<Float>().value().to_bits() == b.to::<Float>().value().to_bits(),
            };
            assert!(same);
        }
        drop((mine, theirs));
        one.end();
        other.end();
    }
}
