//! Making objects on the machine's hot paths, and small questions that its handlers ask.

use gc::objects::Presize;
use gc::{Dict, Exact, Int, List, NoMemory, ObjRef, Ref, Set, Str, TupleBuilder, TypeFlags};

use crate::error::{PyResult, Raised};
use crate::native::Releases;
use crate::vm::Vm;
use crate::vm::cast::as_type;

impl Vm {
    /// An int that arithmetic made.
    #[inline(always)]
    pub(crate) fn fast_int(&self, value: i64) -> ObjRef {
        if Vm::is_shared_int(value) {
            return self.small_ints[(value + 5) as usize].clone();
        }
        self.new_int(value)
    }

    /// Whether the value has one int object that all share.
    #[inline(always)]
    pub(crate) fn is_shared_int(value: i64) -> bool {
        (value.wrapping_add(5) as u64) < 5 + 257
    }

    /// A new int that is not shared.
    #[inline(always)]
    pub(crate) fn new_int(&self, value: i64) -> ObjRef {
        // SAFETY: M9.
        unsafe { Int::new_exact(&self.heap, &self.types.int, value) }.into_obj()
    }

    /// A new int of less than 60 bits whose block has room for `room` digits at least.
    #[inline(always)]
    pub(crate) fn new_wide_int(&self, value: i64, room: usize) -> ObjRef {
        // SAFETY: M9.
        unsafe { Int::with_room(&self.heap, &self.types.int, value, room) }.into_obj()
    }

    /// A new int whose block has room for `room` digits, at most 64, or as many as are needed.
    #[inline]
    pub(crate) fn new_long_int(&self, negative: bool, magnitude: u128, room: usize) -> ObjRef {
        // SAFETY: M9.
        unsafe { Int::of_magnitude(&self.heap, &self.types.int, negative, magnitude, room) }.into_obj()
    }

    /// A tuple of values that are moved in.
    #[inline(always)]
    pub(crate) fn tuple_from(&self, items: impl ExactSizeIterator<Item = ObjRef>) -> PyResult {
        if items.len() == 0 {
            return Ok(self.empty_tuple.clone());
        }
        let mut builder = self.or_memory_error(TupleBuilder::new(&self.heap, &self.types.tuple, items.len()))?;
        items.for_each(|item| builder.push(item));
        Ok(builder.finish().into_obj())
    }

    /// `a + b` of exact strs.
    pub(crate) fn concat_str(&self, a: &Ref<Str>, b: &Ref<Str>) -> PyResult {
        if a.is_empty() {
            return Ok(b.as_obj().clone());
        }
        if b.is_empty() {
            return Ok(a.as_obj().clone());
        }
        Ok(self.or_memory_error(Str::concat2(&self.heap, &self.types.str, a, b))?.into_obj())
    }

    /// `left + right`, in the block of `left` if nobody else holds it. On an error `left` comes back.
    pub(crate) fn append_str(&self, left: ObjRef, right: &ObjRef) -> Result<ObjRef, (ObjRef, Raised)> {
        let right = right.to::<Str>();
        let left = match left.downcast::<Str>() {
            Ok(left) => left,
            Err(left) => return Err((left, self.system_error("a str was expected"))),
        };
        if left.is_empty() || right.is_empty() {
            let kept = if left.is_empty() { right.as_obj().clone() } else { left.into_obj() };
            return Ok(kept);
        }
        match Str::append_in_place(&self.heap, left, right) {
            Ok(grown) => Ok(grown.into_obj()),
            Err(left) => self.concat_str(&left, right).map_err(|raised| (left.into_obj(), raised)),
        }
    }

    /// `''.join` of strs, for f-strings.
    pub(crate) fn join_strs(&self, parts: &[ObjRef]) -> PyResult {
        Ok(self.or_memory_error(Str::concat(&self.heap, &self.types.str, parts))?.into_obj())
    }

    /// A str that may hold lone surrogates.
    pub(crate) fn wtf8_str(&self, text: &[u8]) -> ObjRef {
        self.made_or(Str::from_wtf8(&self.heap, &self.types.str, text), &self.empty_str)
    }

    /// A list of the parts of something that was split, `limit` times at most: it begins with
    /// room for 12, or for as many as there can be, and grows as by appends.
    pub(crate) fn list_of_parts(&self, parts: impl Iterator<Item = PyResult>, limit: usize) -> PyResult {
        let room = limit.saturating_add(1).min(12);
        let list = List::with_capacity(&self.heap, &self.types.list, room, Presize::Exact);
        let list = self.or_memory_error(list)?;
        for part in parts {
            self.or_memory_error(list.push(&self.heap, part?))?;
        }
        Ok(list.into_obj())
    }

    /// A list made by appends.
    pub(crate) fn list_by_appends(&self, items: Vec<ObjRef>) -> PyResult {
        let list = List::new(&self.heap, &self.types.list);
        self.or_memory_error(push_all(&list, items))?;
        Ok(list.into_obj())
    }

    /// A frozenset constant; constants are hashable. CPython's compiler makes it twice, the second
    /// time in the order of the first, which shows in the order of `{1, 2, 3}`.
    pub(crate) fn frozen_constant(&self, items: &[ObjRef]) -> ObjRef {
        let first = self.frozen_set_of(items);
        self.frozen_set_of(&first.items()).into_obj()
    }

    fn frozen_set_of(&self, items: &[ObjRef]) -> Ref<Set> {
        let set = Set::new(&self.heap, &self.types.frozenset);
        for item in items {
            if self.set_add(&set, item).is_err() {
                break;
            }
        }
        set
    }

    /// The dict of a display with `count` items.
    pub(crate) fn dict_sized(&self, count: usize) -> PyResult<Ref<Dict>> {
        let policy = self.heap.profile().objects.dict;
        if count > 5 && count < policy.literal_by_insert {
            return self.or_memory_error(Dict::with_capacity(&self.heap, &self.types.dict, count, true));
        }
        Ok(self.dict())
    }

    /// Something with `__getitem__`.
    pub(crate) fn is_mapping(&self, obj: &ObjRef) -> bool {
        crate::object::type_of(obj).slots.get_item.get().is_some()
    }

    /// Whether two str objects have the same text.
    pub(crate) fn same_str(&self, a: &ObjRef, b: &ObjRef) -> bool {
        match (a.cast_ref::<Str>(), b.cast_ref::<Str>()) {
            (Some(a), Some(b)) => a.same_text(b),
            _ => false,
        }
    }

    /// How errors about a call name the callee: `module.qualname()`.
    pub(crate) fn function_str(&self, callee: &ObjRef) -> PyResult<String> {
        let name = self.get_attr_opt(callee, &self.names.__qualname__)?.filter(|n| self.is_str(n));
        let Some(name) = name else { return self.str_of_text(callee) };
        let module = self.get_attr_opt(callee, &self.names.__module__)?.filter(|m| self.is_str(m));
        Ok(match module {
            Some(module) if !self.str_is(&module, "builtins") => {
                format!("{}.{}()", self.lossy(&module), self.lossy(&name))
            }
            _ => format!("{}()", self.lossy(&name)),
        })
    }

    /// `f(**a, **b)`: merges `source` into the keywords of a call; each key must be new.
    pub(crate) fn merge_keywords(&self, target: &Ref<Dict>, source: &ObjRef, callee: &ObjRef) -> PyResult<()> {
        let keys = match source.cast_ref::<Dict>() {
            Some(dict) => dict.keys(),
            None => match self.get_attr_opt(source, &self.names.keys)? {
                Some(keys) => self.collect(&self.call(&keys, &[])?)?,
                None => return Err(self.not_a_mapping(source, callee)),
            },
        };
        for key in keys {
            if self.dict_get(target, &key)?.is_some() {
                return Err(self.twice(&key, callee));
            }
            let value = self.get_item(source, &key)?;
            self.dict_set(target, &key, &value)?;
        }
        Ok(())
    }

    #[cold]
    fn not_a_mapping(&self, source: &ObjRef, callee: &ObjRef) -> Raised {
        let kind = self.type_name(source);
        match self.function_str(callee) {
            Ok(name) => self.type_error(format!("{name} argument after ** must be a mapping, not {kind}")),
            Err(raised) => raised,
        }
    }

    #[cold]
    fn twice(&self, key: &ObjRef, callee: &ObjRef) -> Raised {
        let name = match self.function_str(callee) {
            Ok(name) => name,
            Err(raised) => return raised,
        };
        if !self.is_str(key) && !Releases::since(9).have(self) {
            return self.type_error("keywords must be strings");
        }
        let key = match self.str_of_text(key) {
            Ok(key) => key,
            Err(raised) => return raised,
        };
        self.type_error(format!("{name} got multiple values for keyword argument '{key}'"))
    }

    /// The object is not iterable at all (as opposed to failing in `__iter__`).
    pub(crate) fn is_not_iterable(&self, obj: &ObjRef) -> bool {
        let slots = &crate::object::type_of(obj).slots;
        slots.iter.get().is_none() && slots.get_item.get().is_none()
    }
}

/// Instances that need no `__new__` of their own.
impl Vm {
    /// The `__init__` of a class, if it is a Python function and nothing else happens when an
    /// instance is made.
    pub(crate) fn plain_init(&self, class: &ObjRef) -> Option<ObjRef> {
        let slots = &as_type(class).slots;
        let (new, plain) = (slots.new.get()?, as_type(&self.types.object).slots.new.get()?);
        if !std::ptr::fn_addr_eq(new, plain) || as_type(class).head.has(TypeFlags::ABSTRACT) {
            return None;
        }
        self.type_lookup(class, &self.names.__init__).filter(|init| init.ty().exact() == Exact::Function)
    }
}

/// Appends item by item.
fn push_all(list: &Ref<List>, items: impl IntoIterator<Item = ObjRef>) -> Result<(), NoMemory> {
    let heap = list.as_obj().heap();
    items.into_iter().try_for_each(|item| list.push(heap, item))
}
