//! What set and frozenset share: everything that does not change the set itself.
//!
//! Results are plain sets or frozensets also for subclasses. Which side a loop walks over and when a result is
//! built from a copy follows CPython, since the order of a set shows how it was made.

use crate::builtins::dict;
use crate::error::{Exc, PyResult};
use crate::vm::Vm;
use frontend::op::CmpOp;
use gc::{Dict, Exact, ObjRef, Ref, Set};

// ---- keys

/// Whether the key, whose hash is known, is in the set. The key in the set is asked first.
pub fn find(vm: &Vm, set: &Ref<Set>, key: &ObjRef, hash: isize) -> PyResult<bool> {
    if let Some(answer) = set.has_known(key, hash) {
        return Ok(answer);
    }
    Ok(set.lookup(key, hash, |other: &ObjRef| vm.compare_bool(other, key, CmpOp::Eq))?.is_some())
}

/// Adds the key, whose hash is known.
pub fn add_hashed(vm: &Vm, set: &Ref<Set>, key: &ObjRef, hash: isize) -> PyResult<()> {
    set.add(vm, key.clone(), hash, |other: &ObjRef| vm.compare_bool(other, key, CmpOp::Eq)).map(drop)
}

/// Takes the key, whose hash is known, out; answers whether it was there.
pub fn discard_hashed(vm: &Vm, set: &Ref<Set>, key: &ObjRef, hash: isize) -> PyResult<bool> {
    let gone = set.discard(key, hash, |other: &ObjRef| vm.compare_bool(other, key, CmpOp::Eq))?;
    Ok(gone.is_some())
}

/// Looks for a key; for an (unhashable) set, with a frozenset that equals it.
pub fn with_hashable<T>(vm: &Vm, key: &ObjRef, look: impl Fn(&ObjRef, isize) -> PyResult<T>) -> PyResult<T> {
    match vm.hash(key) {
        Ok(hash) => look(key, hash),
        Err(raised) if key.has::<Set>() && raised.matches(vm, Exc::TypeError) => {
            let frozen = from_iterable(vm, &vm.types.frozenset, key)?;
            look(&frozen, vm.hash(&frozen)?)
        }
        Err(raised) => Err(raised),
    }
}

/// The next key from table slot `at` on, with its hash; `at` moves behind it.
pub fn next_key(set: &Set, at: &mut usize) -> Option<(ObjRef, isize)> {
    while *at < set.places() {
        *at += 1;
        if let Some(entry) = set.entry_with_hash(*at - 1) {
            return Some(entry);
        }
    }
    None
}

// ---- slots

/// `{1, 2}`, `set()`, `frozenset({1})`
pub fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let kind = vm.type_name(this);
    let Some(_guard) = vm.repr_enter(this) else { return Ok(vm.str(format!("{kind}(...)"))) };
    if this.to::<Set>().is_empty() {
        return Ok(vm.str(format!("{kind}()")));
    }
    let keys = vm.repr_text(&vm.list(vm.collect(this)?))?;
    let keys = &keys[1..keys.len() - 1];
    let plain = this.ty().exact() == Exact::Set;
    Ok(vm.str(if plain { format!("{{{keys}}}") } else { format!("{kind}({{{keys}}})") }))
}

pub fn len(_vm: &Vm, this: &ObjRef) -> PyResult<usize> {
    Ok(this.to::<Set>().len())
}

pub fn contains(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult<bool> {
    with_hashable(vm, key, |key, hash| find(vm, this.to(), key, hash))
}

/// `set.__contains__`, which CPython has as a method, too.
pub fn contains_method(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult {
    Ok(vm.bool(contains(vm, this, key)?))
}

/// Sets compare by inclusion.
pub fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    if !other.has::<Set>() {
        return Ok(vm.not_implemented.clone());
    }
    let (mine, theirs) = (this.to::<Set>().len(), other.to::<Set>().len());
    let answer = match op {
        CmpOp::Eq | CmpOp::Ne => (mine == theirs && all_in(vm, this.to(), other.to())?) == (op == CmpOp::Eq),
        CmpOp::Lt => mine < theirs && all_in(vm, this.to(), other.to())?,
        CmpOp::Le => mine <= theirs && all_in(vm, this.to(), other.to())?,
        CmpOp::Gt => mine > theirs && all_in(vm, other.to(), this.to())?,
        CmpOp::Ge => mine >= theirs && all_in(vm, other.to(), this.to())?,
    };
    Ok(vm.bool(answer))
}

/// Whether every key of `a` is in `b`.
fn all_in(vm: &Vm, a: &Ref<Set>, b: &Ref<Set>) -> PyResult<bool> {
    let mut at = 0;
    loop {
        at = a.first_missing(b, at);
        let Some((key, hash)) = next_key(a, &mut at) else { return Ok(true) };
        if !find(vm, b, &key, hash)? {
            return Ok(false);
        }
    }
}

// ---- operators

pub fn or(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    operator(vm, a, b, |vm, a, b| {
        let result = copy_of(vm, a);
        if !a.is(b) {
            update(vm, &result, b)?;
        }
        Ok(result)
    })
}

pub fn and(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    operator(vm, a, b, intersection)
}

pub fn sub(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    operator(vm, a, b, difference)
}

pub fn xor(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    operator(vm, a, b, symmetric_difference)
}

/// Operators, unlike methods, want sets on both sides.
fn operator(vm: &Vm, a: &ObjRef, b: &ObjRef, f: fn(&Vm, &ObjRef, &ObjRef) -> PyResult) -> PyResult {
    if !a.has::<Set>() || !b.has::<Set>() {
        return Ok(vm.not_implemented.clone());
    }
    f(vm, a, b)
}

// ---- methods

pub fn copy(vm: &Vm, this: &ObjRef) -> PyResult {
    // An exact frozenset is its own copy.
    if this.ty().exact() == Exact::FrozenSet {
        return Ok(this.clone());
    }
    Ok(copy_of(vm, this))
}

pub fn union_method(vm: &Vm, this: &ObjRef, others: &[ObjRef]) -> PyResult {
    let result = copy_of(vm, this);
    for other in others.iter().filter(|other| !other.is(this)) {
        update(vm, &result, other)?;
    }
    Ok(result)
}

pub fn intersection_method(vm: &Vm, this: &ObjRef, others: &[ObjRef]) -> PyResult {
    let [first, rest @ ..] = others else { return Ok(copy_of(vm, this)) };
    rest.iter().try_fold(intersection(vm, this, first)?, |result, other| intersection(vm, &result, other))
}

pub fn difference_method(vm: &Vm, this: &ObjRef, others: &[ObjRef]) -> PyResult {
    let [first, rest @ ..] = others else { return Ok(copy_of(vm, this)) };
    let result = difference(vm, this, first)?;
    rest.iter().try_for_each(|other| difference_update(vm, &result, other))?;
    Ok(result)
}

pub fn symmetric_difference(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    let result = from_iterable(vm, plain_type(vm, this), other)?;
    symmetric_difference_update(vm, &result, this)?;
    Ok(result)
}

pub fn isdisjoint(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    if this.is(other) {
        return Ok(vm.bool(this.to::<Set>().is_empty()));
    }
    if other.has::<Set>() {
        let (large, small) = larger_first(this, other);
        let mut at = 0;
        while let Some((key, hash)) = next_key(small.to::<Set>(), &mut at) {
            if find(vm, large.to(), &key, hash)? {
                return Ok(vm.bool(false));
            }
        }
        return Ok(vm.bool(true));
    }
    let iterator = vm.iter(other)?;
    while let Some(key) = vm.next(&iterator)? {
        if find(vm, this.to(), &key, vm.hash(&key)?)? {
            return Ok(vm.bool(false));
        }
    }
    Ok(vm.bool(true))
}

pub fn issubset(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    let mine = this.to::<Set>().len();
    if !other.has::<Set>() {
        if other.ty().exact() == Exact::Dict {
            return issubset(vm, this, &from_iterable(vm, &vm.types.set, other)?);
        }
        let common = intersection(vm, this, other)?;
        return Ok(vm.bool(common.to::<Set>().len() == mine));
    }
    Ok(vm.bool(mine <= other.to::<Set>().len() && all_in(vm, this.to(), other.to())?))
}

pub fn issuperset(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    if other.has::<Set>() {
        return issubset(vm, other, this);
    }
    let iterator = vm.iter(other)?;
    while let Some(key) = vm.next(&iterator)? {
        if !find(vm, this.to(), &key, vm.hash(&key)?)? {
            return Ok(vm.bool(false));
        }
    }
    Ok(vm.bool(true))
}

/// `(class, ([keys],), state)`
pub fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let keys = vm.list(vm.collect(this)?);
    let state = vm.call_method_str(this, "__getstate__", &[])?;
    Ok(vm.tuple([this.ty_ref().clone(), vm.tuple([keys]), state]))
}

pub fn size_of(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.int_exact((this.ty().basicsize() + this.to::<Set>().table_size()) as i64))
}

// ---- building

/// The plain type whose kind the object is: set or frozenset.
fn plain_type<'a>(vm: &'a Vm, this: &ObjRef) -> &'a ObjRef {
    if vm.is_instance_of(this, &vm.types.set) { &vm.types.set } else { &vm.types.frozenset }
}

/// A new set of class `class` with the keys of an iterable.
pub fn from_iterable(vm: &Vm, class: &ObjRef, iterable: &ObjRef) -> PyResult {
    let made = Set::new(vm, class).into_obj();
    update(vm, &made, iterable)?;
    Ok(made)
}

/// A plain copy.
fn copy_of(vm: &Vm, this: &ObjRef) -> ObjRef {
    let made = Set::new(vm, plain_type(vm, this));
    made.begin_merge(vm, this.to::<Set>());
    made.into_obj()
}

fn larger_first<'a>(a: &'a ObjRef, b: &'a ObjRef) -> (&'a ObjRef, &'a ObjRef) {
    if b.to::<Set>().len() > a.to::<Set>().len() { (b, a) } else { (a, b) }
}

/// Adds everything of an iterable. Sets and dicts bring their hashes along.
pub fn update(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult<()> {
    let set = this.to::<Set>();
    if other.has::<Set>() {
        return merge(vm, set, other.to::<Set>());
    }
    if other.ty().exact() == Exact::Dict {
        let dict = other.to::<Dict>();
        set.reserve_merge(vm, dict.len());
        return each_key(dict, |key, hash| add_hashed(vm, set, key, hash));
    }
    let iterator = vm.iter(other)?;
    while let Some(key) = vm.next(&iterator)? {
        vm.set_add(this.to(), &key)?;
    }
    Ok(())
}

/// The keys of a dict with their hashes; what is added meanwhile is met as well.
fn each_key(dict: &Ref<Dict>, mut act: impl FnMut(&ObjRef, isize) -> PyResult<()>) -> PyResult<()> {
    let mut at = 0;
    while at < dict.entries_len() {
        if let Some((hash, key, _)) = dict.entry_with_hash(at) {
            act(&key, hash)?;
        }
        at += 1;
    }
    Ok(())
}

fn merge(vm: &Vm, set: &Ref<Set>, other: &Ref<Set>) -> PyResult<()> {
    if set.begin_merge(vm, other) {
        return Ok(());
    }
    let mut at = 0;
    loop {
        at = set.merge_known(vm, other, at);
        let Some((key, hash)) = next_key(other, &mut at) else { return Ok(()) };
        add_hashed(vm, set, &key, hash)?;
    }
}

/// What both have; of two sets, the smaller one is walked over.
pub fn intersection(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    if this.is(other) {
        return Ok(copy_of(vm, this));
    }
    let result = Set::new(vm, plain_type(vm, this));
    if other.has::<Set>() {
        let (large, small) = larger_first(this, other);
        let (large, small) = (large.to::<Set>(), small.to::<Set>());
        let mut at = 0;
        loop {
            at = small.select_known(vm, large, true, &result, at);
            let Some((key, hash)) = next_key(small, &mut at) else { return Ok(result.into_obj()) };
            if find(vm, large, &key, hash)? {
                add_hashed(vm, &result, &key, hash)?;
            }
        }
    }
    let iterator = vm.iter(other)?;
    while let Some(key) = vm.next(&iterator)? {
        let hash = vm.hash(&key)?;
        if find(vm, this.to(), &key, hash)? {
            add_hashed(vm, &result, &key, hash)?;
        }
    }
    Ok(result.into_obj())
}

/// What `this` has and `other` has not.
fn difference(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    let set = this.to::<Set>();
    let size = match (other.payload::<Set>(), other.ty().exact()) {
        (Some(other), _) => Some(other.len()),
        (None, Exact::Dict) => Some(other.to::<Dict>().len()),
        _ => None,
    };
    // Few keys to take out of many: a copy without them is the shorter way.
    if size.is_none_or(|size| set.len() >> 2 > size) {
        let result = copy_of(vm, this);
        difference_update(vm, &result, other)?;
        return Ok(result);
    }
    let result = Set::new(vm, plain_type(vm, this));
    let mut at = 0;
    loop {
        if let Some(other) = other.payload::<Set>() {
            at = set.select_known(vm, other, false, &result, at);
        }
        let Some((key, hash)) = next_key(set, &mut at) else { return Ok(result.into_obj()) };
        let common = match other.payload::<Set>() {
            Some(other) => find(vm, other, &key, hash)?,
            None => dict::find(vm, other.to(), &key, hash)?.is_some(),
        };
        if !common {
            add_hashed(vm, &result, &key, hash)?;
        }
    }
}

/// Takes everything of an iterable out.
pub fn difference_update(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult<()> {
    let set = this.to::<Set>();
    if this.is(other) {
        set.clear_items(vm);
        return Ok(());
    }
    if other.has::<Set>() {
        let mut other = other.clone();
        // Against a much larger set only the common keys count.
        if other.to::<Set>().len() >> 3 > set.len() {
            other = intersection(vm, this, &other)?;
        }
        let mut at = 0;
        while let Some((key, hash)) = next_key(other.to::<Set>(), &mut at) {
            discard_hashed(vm, set, &key, hash)?;
        }
    } else {
        let iterator = vm.iter(other)?;
        while let Some(key) = vm.next(&iterator)? {
            discard_hashed(vm, set, &key, vm.hash(&key)?)?;
        }
    }
    set.sweep(vm);
    Ok(())
}

/// Each key of `other` is taken out if it is there, else added.
pub fn symmetric_difference_update(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult<()> {
    let set = this.to::<Set>();
    if this.is(other) {
        set.clear_items(vm);
        return Ok(());
    }
    let toggle = |key: &ObjRef, hash: isize| {
        if discard_hashed(vm, set, key, hash)? { Ok(()) } else { add_hashed(vm, set, key, hash) }
    };
    if other.ty().exact() == Exact::Dict {
        let dict = other.to::<Dict>();
        return each_key(dict, toggle);
    }
    let other = if other.has::<Set>() { other.clone() } else { from_iterable(vm, plain_type(vm, this), other)? };
    let mut at = 0;
    while let Some((key, hash)) = next_key(other.to::<Set>(), &mut at) {
        toggle(&key, hash)?;
    }
    Ok(())
}
