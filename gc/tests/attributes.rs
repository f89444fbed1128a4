//! Attributes of instances: sizes, sharing and dicts of each release's storage.
#![forbid(unsafe_code)]

mod shop;

use gc::{Attribute, Dict, ObjRef, Ref, Stored, storage_of};
use shop::{Blocks, Shop, Type, ints};

fn instance(w: &Shop, class: &Ref<Type>) -> ObjRef {
    class.keys.new_instance(&w.heap, class.as_obj()).unwrap()
}

/// `obj.name = value`, as the runtime does it.
fn set(w: &Shop, class: &Ref<Type>, obj: &ObjRef, name: &str, value: ObjRef) {
    let (name, dict_type) = (w.name(name), w.dict.as_obj());
    match class.keys.store(&w.heap, dict_type, obj, name.as_obj(), &value).unwrap() {
        Stored::Done(old) => drop(old),
        Stored::InDict(dict) => {
            let dict = dict.to::<Dict>();
            let shared = class.keys.is_table_of(dict);
            drop(dict.set_str(&w.heap, &name, value));
            if shared {
                class.keys.follow(&w.heap, dict).unwrap();
            }
        }
    }
}

fn get(w: &Shop, class: &Ref<Type>, obj: &ObjRef, name: &str) -> Option<i64> {
    let name = w.name(name);
    let value = match class.keys.attribute(obj, &name) {
        Attribute::Value(value) => Some(value),
        Attribute::None => None,
        Attribute::InDict(dict) => dict.to::<Dict>().get_str(&name),
    };
    value.map(|v| ints(&[v])[0])
}

fn delete(w: &Shop, class: &Ref<Type>, obj: &ObjRef, name: &str) -> bool {
    let name = w.name(name);
    if class.keys.delete(obj, &name).is_some() {
        return true;
    }
    let Attribute::InDict(dict) = class.keys.attribute(obj, &name) else { return false };
    let dict = dict.to::<Dict>();
    let gc::Lookup::Found(entry) = dict.find_str(&name) else { return false };
    class.keys.give_up(&w.heap);
    dict.remove_entry(&w.heap, entry).is_some()
}

fn dict_of(w: &Shop, class: &Ref<Type>, obj: &ObjRef) -> Ref<Dict> {
    let dict = class.keys.dict_of(&w.heap, w.dict.as_obj(), obj).unwrap().unwrap();
    dict.downcast::<Dict>().unwrap()
}

#[test]
fn later_instances_are_smaller() {
    let blocks = [264, 256, 248, 240, 232, 224, 216, 200];
    let inside = [328, 320, 312, 304, 296, 288, 272, 264];
    for release in ["3.11", "3.12", "3.13"] {
        let w = Shop::new(release);
        let class = w.class();
        let mut all = Vec::new();
        for k in 0..8 {
            let seen = Blocks::watch(&w.heap);
            all.push(instance(&w, &class));
            let object = if release == "3.11" { 56 } else { 48 };
            let expected = if release == "3.13" { vec![inside[k]] } else { vec![object, blocks[k]] };
            assert_eq!(seen.taken(), expected, "{release} {k}");
        }
        for _ in 0..30 {
            let obj = instance(&w, &class);
            set(&w, &class, &obj, "a", w.number(1));
            set(&w, &class, &obj, "b", w.number(2));
        }
        let seen = Blocks::watch(&w.heap);
        all.push(instance(&w, &class));
        let steady = if release == "3.13" { 88 } else { 32 };
        assert_eq!(seen.taken().last(), Some(&steady), "{release}");
        drop((seen, all, class));
        w.end();
    }
}

#[test]
fn attributes_come_and_go_in_every_release() {
    for release in ["3.8", "3.10", "3.11", "3.12", "3.13"] {
        let w = Shop::new(release);
        let class = w.class();
        let (a, b) = (instance(&w, &class), instance(&w, &class));
        for (i, name) in ["x", "y", "z"].into_iter().enumerate() {
            set(&w, &class, &a, name, w.number(i as i64));
            assert_eq!(get(&w, &class, &b, name), None);
        }
        set(&w, &class, &b, "z", w.number(7));
        set(&w, &class, &b, "x", w.number(8));
        assert!(delete(&w, &class, &a, "x") && !delete(&w, &class, &a, "x"));
        set(&w, &class, &a, "x", w.number(9));
        assert_eq!(get(&w, &class, &a, "x"), Some(9));
        assert_eq!(ints(&dict_of(&w, &class, &a).values()), [1, 2, 9], "{release}");
        assert_eq!(ints(&dict_of(&w, &class, &b).values()), [7, 8], "{release}");
        set(&w, &class, &a, "y", w.number(5));
        assert_eq!(get(&w, &class, &a, "y"), Some(5));
        drop((a, b, class));
        w.end();
    }
}

#[test]
fn the_dict_takes_the_values_over() {
    for release in ["3.11", "3.12", "3.13"] {
        let w = Shop::new(release);
        let class = w.class();
        let obj = instance(&w, &class);
        set(&w, &class, &obj, "x", w.number(1));
        let seen = Blocks::watch(&w.heap);
        let dict = dict_of(&w, &class, &obj);
        assert_eq!(seen.taken(), [64]);
        drop(seen);
        assert_eq!(64 + dict.storage_size(), 296);
        assert!(dict.is_split() && dict.len() == 1 && storage_of(&obj).has_dict());
        assert!(dict_of(&w, &class, &obj).as_obj().is(dict.as_obj()));
        w.put_name(&dict, "y", 2);
        assert_eq!(get(&w, &class, &obj, "y"), Some(2));
        drop(obj);
        assert_eq!(ints(&dict.values()), [1, 2]);
        let copy = dict.copy(&w.heap, w.dict.as_obj()).unwrap();
        assert!(copy.is_split());
        drop(class);
        dict.clear_items(&w.heap);
        assert_eq!((dict.len(), ints(&copy.values())), (0, vec![1, 2]));
        drop((dict, copy));
        w.end();
    }
}

#[test]
fn the_thirtieth_name_does_not_fit() {
    for release in ["3.11", "3.13"] {
        let w = Shop::new(release);
        let class = w.class();
        let obj = instance(&w, &class);
        let fits = 29;
        for n in 0..fits {
            set(&w, &class, &obj, &format!("n{n}"), w.number(n));
        }
        assert!(storage_of(&obj).has_values());
        let names = class.keys.len();
        for n in fits..fits + 3 {
            set(&w, &class, &obj, &format!("n{n}"), w.number(n));
        }
        assert!(!storage_of(&obj).has_values());
        assert_eq!(
            (0..32).map(|n| get(&w, &class, &obj, &format!("n{n}"))).collect::<Vec<_>>(),
            (0..32).map(Some).collect::<Vec<_>>()
        );
        let dict = dict_of(&w, &class, &obj);
        assert_eq!((dict.storage_size(), dict.slots()), (1520, 128));
        assert!(class.keys.len() >= names);
        drop((dict, obj, class));
        w.end();
    }
}

#[test]
fn a_key_that_is_no_str_gives_the_dict_a_table_of_its_own() {
    let w = Shop::new("3.11");
    let class = w.class();
    let obj = instance(&w, &class);
    set(&w, &class, &obj, "x", w.number(1));
    let dict = dict_of(&w, &class, &obj);
    w.put(&dict, w.number(5), 5);
    assert!(!dict.is_split());
    assert_eq!((dict.storage_size(), ints(&dict.values())), (288, vec![1, 5]));
    set(&w, &class, &obj, "y", w.number(2));
    assert_eq!((get(&w, &class, &obj, "x"), get(&w, &class, &obj, "y")), (Some(1), Some(2)));
    drop((dict, obj, class));
    w.end();
}

#[test]
fn split_dicts_share_the_class_table_up_to_3_10() {
    let w = Shop::new("3.8");
    let class = w.class();
    assert_eq!(class.keys.size(), 168);
    let first = instance(&w, &class);
    let seen = Blocks::watch(&w.heap);
    set(&w, &class, &first, "a", w.number(1));
    assert_eq!(seen.taken().iter().filter(|&&size| size == 64 || size == 40).count(), 2);
    drop(seen);
    assert_eq!(64 + dict_of(&w, &class, &first).storage_size(), 104);
    // The only instance takes the class along to a larger table.
    for n in 0..6 {
        set(&w, &class, &first, &format!("b{n}"), w.number(n));
    }
    let dict = dict_of(&w, &class, &first);
    assert!(dict.is_split() && class.keys.is_table_of(&dict));
    assert_eq!((64 + dict.storage_size(), class.keys.size()), (144, 296));
    let second = instance(&w, &class);
    set(&w, &class, &second, "b3", w.number(3));
    assert!(!class.keys.is_some() || !class.keys.is_table_of(&dict_of(&w, &class, &second)));
    assert_eq!(get(&w, &class, &second, "b3"), Some(3));
    drop((dict, first, second, class));
    w.end();
}

#[test]
fn cycles_through_values_and_dicts_are_collected() {
    for release in ["3.8", "3.11", "3.12", "3.13"] {
        for with_dict in [false, true] {
            let w = Shop::new(release);
            let class = w.class();
            let (a, b) = (instance(&w, &class), instance(&w, &class));
            set(&w, &class, &a, "to", b.clone());
            set(&w, &class, &b, "to", a.clone());
            let dict = with_dict.then(|| dict_of(&w, &class, &a));
            drop((a, b));
            w.heap.collect(2);
            if let Some(dict) = dict {
                assert_eq!(dict.len(), 1);
                drop(dict);
            }
            drop(class);
            w.end();
        }
    }
}
