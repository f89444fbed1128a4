//! Containers against figures and orders recorded from the six CPython releases.
#![forbid(unsafe_code)]

mod shop;

use gc::objects::Presize;
use gc::{Dict, HeapProfile, Int, List, ObjRef, Ref, Set, Str, Tuple};
use shop::{Blocks, Shop};

const RELEASES: [&str; 6] = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"];

#[test]
fn ints_have_the_digits_asked_for() {
    for (release, block) in [("3.8", 28), ("3.11", 32)] {
        let w = Shop::new(release);
        let blocks = Blocks::watch(&w.heap);
        let ty = w.int.as_obj();
        let one = Int::from_i64(&w.heap, ty, -7);
        let exact = Int::from_i64_exact(&w.heap, ty, 7);
        let big = Int::from_digits(&w.heap, ty, true, &[1, 2, 0], 4).unwrap();
        assert_eq!(blocks.taken(), [block, 28, 24 + 16]);
        assert_eq!((one.to_i64(), exact.bit_length(), big.digit_count()), (Some(-7), 3, 2));
        assert_eq!(big.to_i64(), Some(-(1 + (2 << 30))));
        assert_eq!(big.size_in_bytes(&w.heap), 32);
        for value in [i64::MIN, -1, 0, 1, (1 << 30) - 1, 1 << 30, i64::MAX] {
            let int = Int::from_i64(&w.heap, ty, value);
            assert_eq!((int.to_i64(), int.to_bigint()), (Some(value), value.into()));
            let again = Int::from_bigint(&w.heap, ty, &int.to_bigint(), 0).unwrap();
            assert_eq!(again.digits(), int.digits());
        }
        drop((one, exact, big, blocks));
        w.end();
    }
}

#[test]
fn lists_grow_at_the_lengths_of_the_release() {
    let old = [(1, 4), (5, 8), (9, 16), (17, 25), (26, 35), (36, 46), (47, 58), (59, 72), (73, 88), (89, 106)];
    let new = [(1, 4), (5, 8), (9, 16), (17, 24), (25, 32), (33, 40), (41, 52), (53, 64), (65, 76), (77, 92)];
    for (release, steps) in [("3.8", old), ("3.9", new), ("3.11", new), ("3.13", new)] {
        let w = Shop::new(release);
        let list = List::new(&w.heap, w.list.as_obj());
        let mut seen = Vec::new();
        while seen.len() < steps.len() {
            let before = list.allocated();
            list.push(&w.heap, w.number(1)).unwrap();
            if list.allocated() != before {
                seen.push((list.len(), list.allocated()));
            }
        }
        assert_eq!(seen, steps);
        drop(list);
        w.end();
    }
}

#[test]
fn lists_of_known_length_follow_their_origin() {
    let constants = [("3.8", [3, 4, 6, 7]), ("3.9", [8, 8, 12, 8]), ("3.10", [4, 4, 6, 8]), ("3.13", [4, 4, 6, 8])];
    for (release, expected) in constants {
        let w = Shop::new(release);
        let presize = HeapProfile::of(release).unwrap().objects.list.from_constants;
        let room = [3, 4, 6, 7].map(|n| {
            let list = List::presized(&w.heap, w.list.as_obj(), vec![w.number(0); n], presize);
            list.allocated()
        });
        assert_eq!(room, expected, "{release}");
        let exact = List::presized(&w.heap, w.list.as_obj(), vec![w.number(0); 5], Presize::Exact);
        assert_eq!(exact.allocated(), 5);
        drop(exact);
        w.end();
    }
}

#[test]
fn popping_the_last_item_leaves_a_block_of_no_bytes_up_to_3_11() {
    for (release, kept) in [("3.11", true), ("3.12", false)] {
        let w = Shop::new(release);
        let list = List::new(&w.heap, w.list.as_obj());
        (0..5).for_each(|i| list.push(&w.heap, w.number(i)).unwrap());
        while list.pop(&w.heap).is_some() {}
        assert_eq!((list.allocated(), list.has_buffer()), (0, kept));
        list.push(&w.heap, w.number(1)).unwrap();
        assert_eq!(list.allocated(), 4);
        drop(list);
        w.end();
    }
}

#[test]
fn a_list_being_sorted_looks_empty() {
    let w = Shop::new("3.11");
    let list = List::exact(&w.heap, w.list.as_obj(), (0..4).map(|i| w.number(3 - i)).collect::<Vec<_>>());
    let mut items = list.take_items(&w.heap);
    assert!(list.is_empty());
    items.as_mut_slice().sort_by_key(|o| o.to::<Int>().to_i64());
    assert!(!list.put_back(&w.heap, items));
    assert_eq!(shop::ints(&list.to_vec()), [0, 1, 2, 3]);
    let items = list.take_items(&w.heap);
    list.push(&w.heap, w.number(9)).unwrap();
    assert!(list.put_back(&w.heap, items));
    assert_eq!((list.len(), list.allocated()), (4, 4));
    drop(list.take_items(&w.heap));
    drop(list);
    w.end();
}

#[test]
fn dict_tables_have_the_sizes_of_the_release() {
    let counts = [0, 1, 5, 6, 10, 11, 21, 22, 42, 43, 85];
    let old = [64, 232, 232, 360, 360, 640, 640, 1176, 1176, 2272, 2272];
    let general = [64, 224, 224, 352, 352, 632, 632, 1168, 1168, 2264, 2264];
    let text = [64, 184, 184, 272, 272, 464, 464, 832, 832, 1584, 1584];
    for release in RELEASES {
        let is_old = ["3.8", "3.9", "3.10"].contains(&release);
        let w = Shop::new(release);
        let most = if cfg!(miri) { 11 } else { 100 };
        for (i, &count) in counts.iter().enumerate().filter(|&(_, &count)| count <= most) {
            let (numbers, names) = (w.dict(), w.dict());
            for n in 0..count {
                w.put(&numbers, w.number(n), n as isize);
                w.put_name(&names, &format!("n{n}"), n);
            }
            let expected = if is_old { [old[i], old[i]] } else { [general[i], text[i]] };
            assert_eq!([64 + numbers.storage_size(), 64 + names.storage_size()], expected, "{release} {count}");
        }
        w.end();
    }
}

#[test]
fn a_key_that_is_no_str_rebuilds_a_text_table() {
    for (release, size) in [("3.10", 232), ("3.11", 352)] {
        let w = Shop::new(release);
        let dict = w.dict();
        w.put_name(&dict, "a", 1);
        w.put(&dict, w.number(2), 2);
        assert_eq!(64 + dict.storage_size(), size);
        assert_eq!(dict.len(), 2);
        assert!(dict.get_str(&w.name("a")).is_some() && dict.get_str(&w.name("b")).is_none());
        drop(dict);
        w.end();
    }
}

#[test]
fn small_tables_and_dicts_come_back_from_their_free_lists() {
    let w = Shop::new("3.11");
    let dict = w.dict();
    w.put_name(&dict, "a", 1);
    let (addr, table) = (dict.addr(), dict.table_addr());
    drop(dict);
    assert_eq!(w.heap.parked_tables(), 1);
    let dict = w.dict();
    w.put_name(&dict, "b", 1);
    assert_eq!((dict.addr(), dict.table_addr()), (addr, table));
    drop(dict);
    w.heap.collect(2);
    assert_eq!(w.heap.parked_tables(), 0);
    w.end();
}

#[test]
fn caches_see_the_keys_version_end() {
    let w = Shop::new("3.11");
    let dict = w.dict();
    assert_eq!(dict.make_keys_version(&w.heap), 0);
    w.put_name(&dict, "a", 1);
    let version = dict.make_keys_version(&w.heap);
    assert!(version != 0 && dict.keys_version() == version);
    w.put_name(&dict, "a", 2);
    assert_eq!(dict.keys_version(), version);
    w.put_name(&dict, "b", 3);
    assert_eq!(dict.keys_version(), 0);
    let version = dict.make_keys_version(&w.heap);
    drop(dict.remove_entry(&w.heap, 0));
    assert_ne!(dict.keys_version(), version);
    assert!(dict.value_at(0).is_none() && dict.value_at(1).is_some() && dict.value_at(2).is_none());
    drop(dict);
    w.end();
}

/// What an evil `__eq__` does to the dict that is being searched.
type Evil = fn(&Shop, &Ref<Dict>);

#[test]
fn lookups_survive_whatever_eq_does() {
    let evils: [Evil; 5] = [
        |w, dict| dict.clear_items(&w.heap),
        |w, dict| (100..160).for_each(|n| _ = w.put(dict, w.number(n), n as isize)),
        |w, dict| drop(dict.remove_entry(&w.heap, 0)),
        |w, dict| {
            dict.clear_items(&w.heap);
            w.put_name(dict, "z", 1);
        },
        |w, dict| drop(dict.pop_last(&w.heap)),
    ];
    for release in RELEASES {
        let w = Shop::new(release);
        for evil in evils {
            let dict = w.dict();
            (0..4).for_each(|_| _ = w.put(&dict, w.thing(), 5));
            let key = w.number(77);
            let mut calls = 0;
            let found = dict.lookup(&key, 5, |_| -> Result<bool, ()> {
                calls += 1;
                if calls == 2 {
                    evil(&w, &dict);
                }
                Ok(calls > 5)
            });
            assert!(found.is_ok());
            let old = dict.set(&w.heap, key.clone(), 5, w.number(1), |_| {
                if dict.len() < 200 {
                    evil(&w, &dict);
                }
                Ok::<_, ()>(false)
            });
            assert!(old.unwrap().is_none());
            assert!(dict.keys().iter().any(|k| k.is(&key)));
            drop(dict);
            w.heap.check().unwrap();
        }
        w.end();
    }
}

#[test]
fn set_searches_survive_whatever_eq_does() {
    let w = Shop::new("3.11");
    let evils: [fn(&Shop, &Ref<Set>); 3] = [
        |w, set| set.clear_items(&w.heap),
        |w, set| (100..140).for_each(|n| w.add(set, n, n as isize)),
        |_, set| drop(set.pop()),
    ];
    for evil in evils {
        let set = w.set();
        (0..4).for_each(|_| w.add_as(&set, w.thing(), 5));
        let mut calls = 0;
        let added = set.add(&w.heap, w.number(77), 5, |_| {
            calls += 1;
            if calls < 4 {
                evil(&w, &set);
            }
            Ok::<_, ()>(false)
        });
        assert_eq!(added, Ok(true));
        assert!(set.items().iter().any(|o| o.payload::<Int>().is_some_and(|i| i.to_i64() == Some(77))));
    }
    w.end();
}

#[test]
fn a_callback_error_ends_the_search() {
    let w = Shop::new("3.11");
    let (dict, set) = (w.dict(), w.set());
    w.put(&dict, w.thing(), 5);
    w.add_as(&set, w.thing(), 5);
    let asked = |_: &ObjRef| Err("no");
    assert_eq!(dict.lookup(&w.number(2), 5, asked), Err("no"));
    assert_eq!(set.lookup(&w.number(2), 5, |_| Err("no")), Err("no"));
    drop((dict, set));
    w.end();
}

#[test]
fn sets_have_the_sizes_and_orders_of_cpython() {
    let w = Shop::new("3.11");
    let grown = [(4, 216), (5, 728), (18, 728), (19, 2264), (76, 2264), (77, 8408)];
    let copied = [(4, 216), (5, 472), (7, 472), (8, 728), (15, 728), (16, 1240), (64, 4312)];
    let most = if cfg!(miri) { 19 } else { 100 };
    for (count, size) in grown.into_iter().filter(|&(count, _)| count <= most) {
        let set = w.set();
        (0..count).for_each(|n| w.add(&set, n, n as isize));
        assert_eq!(216 + set.table_size(), size, "{count}");
    }
    for (count, size) in copied.into_iter().filter(|&(count, _)| count <= most) {
        let (set, copy) = (w.set(), w.set());
        (0..count).for_each(|n| w.add(&set, n, n as isize));
        assert!(copy.begin_merge(&w.heap, &set));
        assert_eq!(216 + copy.table_size(), size, "{count}");
        assert_eq!(copy.len(), set.len());
    }
    let set = w.set();
    for n in [0, 8, 16, 24] {
        w.add(&set, n, n as isize);
    }
    for n in [0, 8, 16] {
        w.drop_from(&set, n, n as isize);
    }
    for n in [32, 40] {
        w.add(&set, n, n as isize);
    }
    assert_eq!((216 + set.table_size(), shop::ints(&set.items())), (472, vec![32, 40, 24]));
    drop(set);
    w.end();
}

#[test]
fn strings_take_the_narrowest_units() {
    let rows: [(&str, [usize; 6]); 4] = [
        ("abcdefghij", [59, 59, 59, 59, 51, 51]),
        ("äbcdefghij", [83, 83, 83, 83, 67, 67]),
        ("€bcdefghij", [94, 94, 94, 94, 78, 78]),
        ("🐍bcdefghij", [116, 116, 116, 116, 100, 100]),
    ];
    for (i, release) in RELEASES.into_iter().enumerate() {
        let w = Shop::new(release);
        for (text, sizes) in rows {
            let blocks = Blocks::watch(&w.heap);
            let made = w.text(text);
            assert_eq!((blocks.taken(), made.size_in_bytes(&w.heap)), (vec![sizes[i]], sizes[i]));
            assert_eq!(made.as_str().unwrap(), text);
            assert_eq!(made.code_points().collect::<Vec<_>>(), text.chars().map(u32::from).collect::<Vec<_>>());
            let tail = made.substring(&w.heap, w.str.as_obj(), 1, 99).unwrap();
            assert!(tail.is_ascii() && tail.is_text("bcdefghij"));
            let both = Str::concat2(&w.heap, w.str.as_obj(), &tail, &made).unwrap();
            assert_eq!(both.as_str().unwrap(), format!("bcdefghij{text}"));
            assert!(both.compare(&tail).is_gt() && !both.same_text(&tail));
            let thrice = Str::repeat(&w.heap, w.str.as_obj(), &made, 3).unwrap();
            assert_eq!(thrice.as_str().unwrap(), text.repeat(3));
            drop(blocks);
        }
        w.end();
    }
}

#[test]
fn surrogates_are_characters() {
    let w = Shop::new("3.11");
    let lone = Str::from_code_points(&w.heap, w.str.as_obj(), &[0x61, 0xdc80, 0x10ffff]).unwrap();
    assert_eq!((lone.kind(), lone.len(), lone.as_str()), (4, 3, None));
    assert_eq!(lone.to_string_lossy(), "a\u{fffd}\u{10ffff}");
    let again = Str::from_wtf8(&w.heap, w.str.as_obj(), &lone.to_wtf8()).unwrap();
    assert!(again.same_text(&lone));
    drop((lone, again));
    w.end();
}

#[test]
fn a_utf8_copy_is_a_block_of_its_own() {
    for (release, size) in [("3.11", 104), ("3.12", 88)] {
        let w = Shop::new(release);
        let text = w.text("äöüßéèêáàâ");
        let blocks = Blocks::watch(&w.heap);
        text.cache_utf8(&w.heap).unwrap();
        text.cache_utf8(&w.heap).unwrap();
        assert_eq!((blocks.taken(), text.size_in_bytes(&w.heap)), (vec![21], size));
        drop((text, blocks));
        w.end();
    }
}

#[test]
fn appending_in_place_needs_a_single_owner_without_hash() {
    let w = Shop::new("3.11");
    let (more, wide) = (w.text("de"), w.text("€"));
    let text = Str::append_in_place(&w.heap, w.text("abc"), &more).unwrap();
    assert!(text.is_text("abcde") && text.size_in_bytes(&w.heap) == 54);
    let text = Str::append_in_place(&w.heap, text, &wide).unwrap_err();
    let other = text.clone();
    let text = Str::append_in_place(&w.heap, text, &more).unwrap_err();
    drop(other);
    text.set_hash(5);
    let text = Str::append_in_place(&w.heap, text, &more).unwrap_err();
    assert!(text.is_text("abcde"));
    let mut long = w.text("x");
    let times = if cfg!(miri) { 20 } else { 600 };
    for _ in 0..times {
        long = Str::append_in_place(&w.heap, long, &more).unwrap();
    }
    assert_eq!((long.len(), long.char_at(2 * times - 1)), (2 * times + 1, 'd' as u32));
    drop((text, more, wide, long));
    w.end();
}

#[test]
fn interned_strings_leave_the_table_when_they_die() {
    // The last release that counts what is interned for ever as anything else.
    let w = Shop::new("3.10");
    let name = w.name("spam");
    let one = w.heap.intern(&name);
    assert!(one.as_obj().is(name.as_obj()) && one.refcount() == 2);
    let again = w.heap.intern(&w.name("spam"));
    assert!(again.as_obj().is(one.as_obj()));
    let many = if cfg!(miri) { 40 } else { 200 };
    let names: Vec<_> = (0..many).map(|i| w.heap.intern(&w.name(&format!("n{i}")))).collect();
    assert_eq!(w.heap.interned_count(), many + 1);
    drop(names);
    assert_eq!(w.heap.interned_count(), 1);
    let kept = w.heap.intern_forever(&name);
    drop((name, one, again));
    assert_eq!(kept.refcount(), 2);
    w.heap.release_interned();
    assert_eq!(kept.refcount(), 1);
    drop(kept);
    assert_eq!(w.heap.interned_count(), 0);
    w.end();
}

#[test]
fn tuples_hold_what_they_were_given() {
    let w = Shop::new("3.11");
    let mut pair = Tuple::new(&w.heap, w.tuple.as_obj(), [w.number(1), w.number(2)]);
    let addr = pair.addr();
    assert_eq!((shop::ints(pair.items()), pair.get(2).is_none()), (vec![1, 2], true));
    pair.items_mut().unwrap().swap(0, 1);
    let other = pair.clone();
    assert!(pair.items_mut().is_none());
    assert_eq!(shop::ints(other.items()), [2, 1]);
    drop((pair, other));
    let again = Tuple::from_vec(&w.heap, w.tuple.as_obj(), vec![w.number(3), w.number(4)]);
    assert_eq!(again.addr(), addr);
    drop(again);
    w.end();
}

#[test]
fn tuples_and_dicts_of_atoms_are_not_tracked_for_long() {
    let w = Shop::new("3.11");
    let atoms = Tuple::new(&w.heap, w.tuple.as_obj(), [w.number(1), w.number(2)]);
    let holder = Tuple::new(&w.heap, w.tuple.as_obj(), [List::new(&w.heap, w.list.as_obj()).into_obj()]);
    let (dict, full) = (w.dict(), w.dict());
    w.put_name(&dict, "a", 1);
    dict_put(&w, &full, List::new(&w.heap, w.list.as_obj()).into_obj());
    let tracked = |o: &ObjRef| w.heap.is_tracked(o);
    assert!(tracked(atoms.as_obj()) && !tracked(dict.as_obj()) && tracked(full.as_obj()));
    w.heap.collect(2);
    assert!(!tracked(atoms.as_obj()) && tracked(holder.as_obj()) && tracked(full.as_obj()));
    dict_put(&w, &full, w.number(1));
    w.heap.collect(2);
    assert!(!tracked(full.as_obj()));
    drop((atoms, holder, dict, full));
    w.end();
}

fn dict_put(w: &Shop, dict: &Ref<Dict>, value: ObjRef) {
    drop(dict.set_str(&w.heap, &w.name("key"), value));
}
