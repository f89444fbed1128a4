//! Attributes of instances: the class's shared keys on one side, the instance's values or dict
//! on the other.
//!
//! The runtime looks names up in the class first; what is left to do for an instance is here,
//! as far as it needs no Python. Where a dict takes part the caller goes on with the dict, by
//! the protocol of dicts.

use super::Dict;
use super::keys::Keys;
use super::shared::{SharedKeys, empty_values};
use crate::alloc::NoMemory;
use crate::heap::Heap;
use crate::object::dict::as_text;
use crate::object::field::Slot;
use crate::object::handle::{ObjRef, Ref};
use crate::object::header::HEADER;
use crate::object::instance::{Storage, alloc_embedded, storage_of};
use crate::object::str::Str;
use crate::object::tuple::may_be_tracked;
use crate::object::type_head::{Bare, TypeFlags, TypeHead};
use crate::object::values::Values;
use crate::profile::objects::InstanceStorage;

/// What an instance has under a name.
pub enum Attribute {
    /// This value.
    Value(ObjRef),
    /// Nothing.
    None,
    /// Whatever its dict has.
    InDict(ObjRef),
}

/// How an attribute was stored.
pub enum Stored {
    /// In the values; this is the old value.
    Done(Option<ObjRef>),
    /// Not yet: the caller stores it in this dict.
    InDict(ObjRef),
}

impl SharedKeys {
    /// A new instance of a class without payload, with room for its attributes where the release
    /// has it: `object.__new__`.
    pub fn new_instance(&self, heap: &Heap, ty: &ObjRef) -> Result<ObjRef, NoMemory> {
        let head = TypeHead::of(ty);
        let plain = || heap.alloc(ty, Bare {}).into_obj();
        if !head.has(TypeFlags::MANAGED_DICT) || !self.is_some() {
            return Ok(plain());
        }
        match heap.profile().objects.instance {
            InstanceStorage::SplitDict => Ok(plain()),
            InstanceStorage::ValuesBlock => {
                let obj = plain();
                storage_of(&obj).alloc_values(heap, self.capacity_for_instance())?;
                Ok(obj)
            }
            InstanceStorage::InlineValues if head.basicsize() == HEADER => {
                // The block is measured before this instance takes its spare name away.
                let room = self.capacity();
                alloc_embedded(heap, ty, room, self.capacity_for_instance())
            }
            InstanceStorage::InlineValues => Ok(plain()),
        }
    }

    /// What an instance has under a name whose hash is computed.
    #[inline]
    pub fn attribute(&self, obj: &ObjRef, name: &Ref<Str>) -> Attribute {
        let storage = storage_of(obj);
        if storage.has_values() {
            let value = self.index_of(name).and_then(|index| storage.value(index));
            return value.map_or(Attribute::None, Attribute::Value);
        }
        storage.dict().map_or(Attribute::None, Attribute::InDict)
    }

    /// Stores an attribute under a name whose hash is computed. A dict is made if the values
    /// cannot take the name.
    #[inline]
    pub fn store(
        &self,
        heap: &Heap,
        dict_type: &ObjRef,
        obj: &ObjRef,
        name: &ObjRef,
        value: &ObjRef,
    ) -> Result<Stored, NoMemory> {
        let storage = storage_of(obj);
        if storage.has_values()
            && let Some(index) = as_text(name).and_then(|name| self.index_for(name))
            && storage.has_room(index)
        {
            return Ok(Stored::Done(storage.replace_value(index, Some(value.clone()))));
        }
        Ok(Stored::InDict(self.make_dict(heap, dict_type, obj, &storage)?))
    }

    /// Deletes an attribute from the values and returns its value; None if there are no values
    /// or the name is not among them (the caller looks into the dict, if there is one).
    pub fn delete(&self, obj: &ObjRef, name: &Ref<Str>) -> Option<ObjRef> {
        let storage = storage_of(obj);
        if !storage.has_values() {
            return None;
        }
        let index = self.index_of(name).filter(|&index| storage.value(index).is_some())?;
        storage.replace_value(index, None)
    }

    /// The dict of an instance: `__dict__`. It is made if need be, and takes over the values.
    /// None if the class has no place for a dict.
    pub fn dict_of(&self, heap: &Heap, dict_type: &ObjRef, obj: &ObjRef) -> Result<Option<ObjRef>, NoMemory> {
        match storage_of(obj) {
            Storage::None => Ok(None),
            storage => self.make_dict(heap, dict_type, obj, &storage).map(Some),
        }
    }

    /// A new empty dict for an instance, which shares the table if there is one.
    pub fn new_dict(&self, heap: &Heap, dict_type: &ObjRef) -> Result<Ref<Dict>, NoMemory> {
        let dict = Dict::new(heap, dict_type);
        if let Some(keys) = self.0.get() {
            self.hand_over(heap, keys, &dict, &Storage::None)?;
        }
        Ok(dict)
    }

    fn make_dict(
        &self,
        heap: &Heap,
        dict_type: &ObjRef,
        obj: &ObjRef,
        storage: &Storage<'_>,
    ) -> Result<ObjRef, NoMemory> {
        if let Some(dict) = storage.dict() {
            return Ok(dict);
        }
        let dict = Dict::new(heap, dict_type);
        // Making the object may have run a collection, and with it anything.
        if let Some(dict) = storage.dict() {
            return Ok(dict);
        }
        if let Some(keys) = self.0.get() {
            self.hand_over(heap, keys, &dict, storage)?;
        }
        drop(storage.replace_dict(Some(dict.clone().into_obj())));
        debug_assert!(storage_of(obj).has_dict());
        Ok(dict.into_obj())
    }

    /// Makes the dict share the table and take the values, or new ones if there are none.
    fn hand_over(&self, heap: &Heap, keys: Keys, dict: &Ref<Dict>, storage: &Storage<'_>) -> Result<(), NoMemory> {
        let values = match storage.take_values() {
            Some(values) => values.as_ptr(),
            None if keys.is_narrow() => Values::alloc(heap, keys.entries() + keys.usable())?.as_ptr(),
            None => empty_values(heap, keys)?,
        };
        keys.add_owner();
        dict.put_table(keys);
        dict.values.set(values);
        if let Some(values) = dict.ordered_values() {
            dict.used.set(values.used());
            let tracks = |n| values.slot(values.order(n)).peek(|v| v.is_some_and(may_be_tracked));
            if (0..values.used()).any(tracks) {
                heap.track(dict.as_obj());
            }
        }
        Ok(())
    }
}

impl Dict {
    /// The values, if they stand inside an instance.
    pub(crate) fn embedded(&self) -> Option<Values> {
        self.ordered_values().filter(|values| values.is_embedded())
    }
}

impl Ref<Dict> {
    /// The dict no longer belongs to the instance inside which its values stand: it gets a
    /// block of its own for them. If there is no memory it ends up empty.
    pub fn leave_instance(&self, heap: &Heap) {
        let Some(from) = self.embedded() else { return };
        let Ok(to) = Values::alloc(heap, from.capacity()) else { return self.drop_table(heap) };
        for n in 0..from.used() {
            let entry = from.order(n);
            to.slot(entry).set(from.slot(entry).take());
            to.note_set(entry);
        }
        from.forget_order();
        self.values.set(to.as_ptr());
    }

    /// The instance inside which the values stand dies together with its dict.
    pub(crate) fn drop_embedded(&self, heap: &Heap) {
        if self.embedded().is_some() {
            self.drop_table(heap);
        }
    }
}

impl Storage<'_> {
    /// Whether the values have a place `index`.
    fn has_room(&self, index: usize) -> bool {
        // SAFETY: I13, not used further.
        unsafe { self.values() }.is_some_and(|values| index < values.capacity())
    }
}

const _: () = assert!(size_of::<Slot>() == 8);
