//! Iteration.

use crate::error::{Exc, PyResult, Raised};
use crate::object::type_of;
use crate::vm::{Vm, ops_iter};
use gc::{List, ObjRef, Tuple, TypeFlags};

impl Vm {
    /// `iter(obj)`.
    pub fn iter(&self, obj: &ObjRef) -> PyResult {
        match self.iter_opt(obj)? {
            Some(iterator) => Ok(iterator),
            None => Err(self.type_error(format!("'{}' object is not iterable", self.type_name(obj)))),
        }
    }

    /// `iter(obj)`, or None if the object is not iterable.
    pub fn iter_opt(&self, obj: &ObjRef) -> PyResult<Option<ObjRef>> {
        let ty = type_of(obj);
        if let Some(iter) = ty.slots.iter.get() {
            let iterator = iter(self, obj)?;
            if type_of(&iterator).slots.next.get().is_none() {
                let kind = self.type_name(&iterator);
                return Err(self.type_error(format!("iter() returned non-iterator of type '{kind}'")));
            }
            return Ok(Some(iterator));
        }
        if ty.slots.get_item.get().is_some() && !ty.head.has(TypeFlags::DICT) {
            return self.sequence_iterator(obj).map(Some);
        }
        Ok(None)
    }

    /// The next item, None at the end.
    #[inline]
    pub fn next(&self, iterator: &ObjRef) -> PyResult<Option<ObjRef>> {
        self.safepoint()?;
        if let Some(list) = ops_iter::step_of_list(iterator) {
            return Ok(list.step());
        }
        self.next_native(iterator)
    }

    /// As [`Vm::next`] where a list iterator is not to be expected and the caller looks for Ctrl-C.
    #[inline(always)]
    pub(crate) fn next_native(&self, iterator: &ObjRef) -> PyResult<Option<ObjRef>> {
        let Some(next) = type_of(iterator).slots.next.get() else { return Err(self.not_iterator(iterator)) };
        match next(self, iterator) {
            Err(raised) => self.end_or_error(raised),
            item => item,
        }
    }

    #[cold]
    fn not_iterator(&self, obj: &ObjRef) -> Raised {
        self.type_error(format!("'{}' object is not an iterator", self.type_name(obj)))
    }

    /// A StopIteration, from whatever the iterator calls, is the end.
    #[cold]
    fn end_or_error(&self, raised: Raised) -> PyResult<Option<ObjRef>> {
        if raised.matches(self, Exc::StopIteration) { Ok(None) } else { Err(raised) }
    }

    /// As [`Vm::next`], but a StopIteration that carries a value may come out as an error.
    #[inline]
    pub fn next_or_raise(&self, iterator: &ObjRef) -> PyResult<Option<ObjRef>> {
        self.safepoint()?;
        match type_of(iterator).slots.next.get() {
            Some(next) => next(self, iterator),
            None => Err(self.not_iterator(iterator)),
        }
    }

    /// All items of an iterable.
    pub fn collect(&self, iterable: &ObjRef) -> PyResult<Vec<ObjRef>> {
        if iterable.ty_ref().is(&self.types.tuple) {
            return Ok(iterable.to::<Tuple>().items().to_vec());
        }
        if iterable.ty_ref().is(&self.types.list) {
            let list = iterable.to::<List>();
            return Ok((0..list.len()).map_while(|i| list.get(i)).collect());
        }
        let iterator = self.iter(iterable)?;
        let mut items = Vec::new();
        while let Some(item) = self.next(&iterator)? {
            self.push(&mut items, item)?;
        }
        Ok(items)
    }

    /// `operator.length_hint(obj, default)`.
    pub fn length_hint(&self, obj: &ObjRef, default: usize) -> PyResult<usize> {
        if let Some(len) = type_of(obj).slots.len.get() {
            match len(self, obj) {
                Ok(n) => return Ok(n),
                Err(raised) if raised.matches(self, Exc::TypeError) => {}
                Err(raised) => return Err(raised),
            }
        }
        let Some(method) = self.lookup_special(obj, &self.names.__length_hint__)? else { return Ok(default) };
        let hint = match self.call(&method, &[]) {
            Ok(hint) => hint,
            Err(raised) if raised.matches(self, Exc::TypeError) => return Ok(default),
            Err(raised) => return Err(raised),
        };
        if hint.is(&self.not_implemented) {
            return Ok(default);
        }
        if !self.is_int(&hint) {
            let kind = self.type_name(&hint);
            return Err(self.type_error(format!("__length_hint__ must be an integer, not {kind}")));
        }
        match self.to_index(&hint)? {
            n if n < 0 => Err(self.value_error("__length_hint__() should return >= 0")),
            n => Ok(n as usize),
        }
    }
}
