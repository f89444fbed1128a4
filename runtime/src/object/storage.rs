//! Where instances keep their attributes: values of the class's shared keys, or a dict.

use crate::error::PyResult;
use crate::object::{Type, type_of};
use crate::vm::Vm;
use gc::objects::InstanceStorage;
use gc::{Attribute, Dict, ObjRef, Ref, Storage, Stored, Str, TypeFlags, payload_dict, storage_of};

/// Gives a new class the key table that its instances share.
pub fn new_shared_keys(vm: &Vm, ty: &Type) -> PyResult<()> {
    let managed = ty.head.has(TypeFlags::MANAGED_DICT);
    // Up to 3.10 every class that gives its instances a dict has a table for them.
    let split = vm.heap.profile().objects.instance == InstanceStorage::SplitDict;
    let offset = ty.head.dict_offset();
    let word = offset >= (gc::HEADER + ty.head.layout().size) as i32 || (split && offset != 0);
    if managed || word { vm.or_memory_error(ty.shared.make(&vm.heap)) } else { Ok(()) }
}

/// The name as an exact str with its hash computed.
#[inline]
fn plain_name<'a>(vm: &Vm, name: &'a ObjRef) -> Option<&'a Ref<Str>> {
    if !name.ty_ref().is(&vm.types.str) {
        return None;
    }
    let text = name.to::<Str>();
    vm.str_hash(text);
    Some(text)
}

impl Vm {
    /// Whether instances of the object's type have a `__dict__`.
    #[inline]
    pub fn has_dict(&self, obj: &ObjRef) -> bool {
        let head = obj.ty();
        head.has(TypeFlags::MANAGED_DICT) || head.dict_offset() != 0
    }

    /// The attribute in the instance's values or dict.
    #[inline]
    pub fn instance_get(&self, obj: &ObjRef, name: &ObjRef) -> PyResult<Option<ObjRef>> {
        if let Some(slot) = payload_dict(obj) {
            return match slot.get() {
                Some(dict) => self.dict_get(dict.to::<Dict>(), name),
                None => Ok(None),
            };
        }
        let Some(text) = plain_name(self, name) else {
            return match self.instance_dict(obj)? {
                Some(dict) => self.dict_get(dict.to::<Dict>(), name),
                None => Ok(None),
            };
        };
        match type_of(obj).shared.attribute(obj, text) {
            Attribute::Value(value) => Ok(Some(value)),
            Attribute::None => Ok(None),
            Attribute::InDict(dict) => self.dict_get(dict.to::<Dict>(), name),
        }
    }

    /// Stores into (or with None deletes from) the instance's values or dict; false: there was
    /// nothing to delete. The object's class must give its instances a dict.
    pub fn instance_set(&self, obj: &ObjRef, name: &ObjRef, value: Option<&ObjRef>) -> PyResult<bool> {
        match value {
            Some(value) => self.instance_store(obj, name, value).map(|()| true),
            None => self.instance_delete(obj, name),
        }
    }

    fn instance_store(&self, obj: &ObjRef, name: &ObjRef, value: &ObjRef) -> PyResult<()> {
        if let Some(slot) = payload_dict(obj) {
            let dict = self.payload_dict_of(obj, slot)?;
            return self.dict_set(dict.to::<Dict>(), name, value);
        }
        plain_name(self, name);
        let shared = &type_of(obj).shared;
        let dict = match self.or_memory_error(shared.store(&self.heap, &self.types.dict, obj, name, value))? {
            Stored::Done(old) => {
                drop(old);
                return Ok(());
            }
            Stored::InDict(dict) => dict,
        };
        let dict = dict.to::<Dict>();
        let shares = shared.is_table_of(dict);
        self.dict_set(dict, name, value)?;
        if shares && matches!(storage_of(obj), Storage::Word(_)) {
            self.or_memory_error(shared.follow(&self.heap, dict))?;
        }
        Ok(())
    }

    fn instance_delete(&self, obj: &ObjRef, name: &ObjRef) -> PyResult<bool> {
        if let Some(slot) = payload_dict(obj) {
            return match slot.get() {
                Some(dict) => self.dict_del(dict.to::<Dict>(), name),
                None => Ok(false),
            };
        }
        let shared = &type_of(obj).shared;
        let storage = storage_of(obj);
        if storage.has_values()
            && let Some(text) = plain_name(self, name)
        {
            let old = shared.delete(obj, text);
            return Ok(old.is_some());
        }
        let Some(dict) = storage.dict() else { return Ok(false) };
        let removed = self.dict_del(dict.to::<Dict>(), name)?;
        if removed && matches!(storage, Storage::Word(_)) {
            shared.give_up(&self.heap);
        }
        Ok(removed)
    }

    fn payload_dict_of(&self, obj: &ObjRef, slot: &gc::Slot) -> PyResult<ObjRef> {
        if let Some(dict) = slot.get() {
            return Ok(dict);
        }
        let dict = self.or_memory_error(type_of(obj).shared.new_dict(&self.heap, &self.types.dict))?;
        slot.set(dict.clone().into_obj());
        Ok(dict.into_obj())
    }

    /// The instance's `__dict__`, made if there is none yet; None for objects without.
    pub fn instance_dict(&self, obj: &ObjRef) -> PyResult<Option<ObjRef>> {
        if let Some(slot) = payload_dict(obj) {
            return self.payload_dict_of(obj, slot).map(Some);
        }
        self.or_memory_error(type_of(obj).shared.dict_of(&self.heap, &self.types.dict, obj))
    }

    /// `obj.__dict__ = dict`.
    pub(crate) fn replace_instance_dict(&self, obj: &ObjRef, dict: &ObjRef) -> PyResult<()> {
        if let Some(slot) = payload_dict(obj) {
            slot.set(dict.clone());
            return Ok(());
        }
        // Values inside the instance are given up, others die with the dict that takes them over.
        let values = storage_of(obj).take_embedded();
        let old = if storage_of(obj).has_values() { self.instance_dict(obj)? } else { None };
        let former = storage_of(obj).replace_dict(Some(dict.clone()));
        drop((values, former, old));
        Ok(())
    }
}
