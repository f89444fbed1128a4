//! Making strings.

use std::cell::Cell;
use std::ptr::NonNull;

use super::{ASCII, COMPACT, FIXED, Interned, State, Str, Units, is_exact, wtf8};
use crate::alloc::{Domain, NoMemory};
use crate::heap::Heap;
use crate::object::handle::{ObjRef, Ref};
use crate::object::type_head::{Exact, TypeHead};

/// Bytes per unit for characters up to `max`.
#[inline]
fn kind_for(max: u32) -> usize {
    match max {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 4,
    }
}

/// Room for units that nobody reads before they are written.
struct Room {
    text: Ref<Str>,
    written: usize,
}

impl Room {
    /// Room for `len` ASCII characters in an exact str, which is what most strings are.
    #[inline(always)]
    fn ascii(heap: &Heap, ty: &ObjRef, len: usize) -> Result<Room, NoMemory> {
        let offset = heap.profile().objects.text.ascii;
        if len < isize::MAX as usize / 2
            && let Some(text) =
                heap.alloc_simple(ty, Exact::Str, payload(len, 1, ASCII | COMPACT, offset), len + 1 + offset as usize)
        {
            // SAFETY: I20: the word that may lie between payload and units, and the closing 0.
            unsafe {
                if offset > 40 {
                    text.tail::<u64>().write(0);
                }
                text.as_obj().as_raw().cast::<u8>().add(offset as usize + len).write(0);
            }
            return Ok(Room { text, written: 0 });
        }
        Room::new(heap, ty, len, 0x7f)
    }

    /// Room for `len` characters of strings up to this class.
    #[inline(always)]
    fn of_class(heap: &Heap, ty: &ObjRef, len: usize, class: u32) -> Result<Room, NoMemory> {
        if class < 0x80 { Room::ascii(heap, ty, len) } else { Room::new(heap, ty, len, class) }
    }

    /// Room for `len` characters up to `max`.
    fn new(heap: &Heap, ty: &ObjRef, len: usize, max: u32) -> Result<Room, NoMemory> {
        let kind = kind_for(max);
        let layout = &heap.profile().objects.text;
        let offset = if max < 0x80 { layout.ascii } else { layout.compact };
        let ascii = if max < 0x80 { ASCII } else { 0 };
        let size = len.checked_add(1).and_then(|n| n.checked_mul(kind)).ok_or(NoMemory)?;
        if !is_exact(ty) {
            return Room::apart(heap, ty, len, kind, ascii, size);
        }
        let block = size.checked_add(offset as usize).ok_or(NoMemory)?;
        let text = heap.alloc_unset(ty, payload(len, kind, ascii | COMPACT, offset), len, block)?;
        // SAFETY: I20: the words between payload and units, and the closing 0.
        unsafe {
            text.tail::<u8>().write_bytes(0, offset as usize - 40);
            text.data().add(len * kind).write_bytes(0, kind);
        }
        Ok(Room { text, written: 0 })
    }

    /// An instance of a subclass: the units are in a second block.
    fn apart(heap: &Heap, ty: &ObjRef, len: usize, kind: usize, ascii: u8, size: usize) -> Result<Room, NoMemory> {
        let object = heap.profile().objects.text.object;
        let bytes = TypeHead::of(ty).basicsize().max(object as usize);
        let text = heap.alloc_unset(ty, payload(0, kind, ascii, object - 8), 0, bytes)?;
        // SAFETY: I20, the last word of the str part; no units yet.
        let word = unsafe { text.as_obj().as_raw().byte_add(object as usize - 8).cast::<*mut u8>() };
        // SAFETY: I20, as above; the second block is `size` long.
        unsafe {
            word.write(std::ptr::null_mut());
            let units = heap.alloc_block(size, Domain::Mem)?;
            word.write(units.as_ptr());
            units.add(len * kind).write_bytes(0, kind);
        }
        text.len.set(len);
        heap.track_instance(ty, text.as_obj());
        Ok(Room { text, written: 0 })
    }

    /// A static str, whose block is never given back.
    fn fixed(heap: &Heap, ty: &ObjRef, len: usize, max: u32) -> Room {
        let kind = kind_for(max);
        let layout = &heap.profile().objects.text;
        let (offset, ascii) = if max < 0x80 { (layout.ascii, ASCII) } else { (layout.compact, 0) };
        let size = offset as usize + (len + 1) * kind;
        let text = heap.alloc_static_sized(ty, payload(len, kind, ascii | COMPACT | FIXED, offset), size);
        Room { text, written: 0 }
    }

    /// Appends characters that are known to fit the width.
    ///
    /// # Panics
    /// If there are more than there is room for: an internal error.
    #[inline]
    fn write(&mut self, units: Units<'_>) {
        let len = units.len();
        assert!(self.written + len <= self.text.len());
        // SAFETY: I20, there is room for `len` more units of `kind` bytes.
        unsafe {
            let at = self.text.data().add(self.written * self.text.kind());
            match (units, self.text.kind()) {
                (Units::U1(u), 1) => copy_short(u, at),
                (Units::U2(u), 2) => at.cast::<u16>().copy_from_nonoverlapping(u.as_ptr(), len),
                (Units::U4(u), 4) => at.cast::<u32>().copy_from_nonoverlapping(u.as_ptr(), len),
                (Units::U1(u), 2) => (0..len).for_each(|i| at.cast::<u16>().add(i).write(u[i] as u16)),
                (Units::U1(u), _) => (0..len).for_each(|i| at.cast::<u32>().add(i).write(u[i] as u32)),
                (Units::U2(u), 1) => (0..len).for_each(|i| at.add(i).write(u[i] as u8)),
                (Units::U2(u), _) => (0..len).for_each(|i| at.cast::<u32>().add(i).write(u[i] as u32)),
                (Units::U4(u), 1) => (0..len).for_each(|i| at.add(i).write(u[i] as u8)),
                (Units::U4(u), _) => (0..len).for_each(|i| at.cast::<u16>().add(i).write(u[i] as u16)),
            }
        }
        self.written += len;
    }

    /// Appends units of one byte to a str of such units.
    ///
    /// # Panics
    /// If there is no room for them: an internal error.
    #[inline(always)]
    fn write_bytes(&mut self, bytes: &[u8]) {
        assert!(bytes.len() <= self.text.len() - self.written && self.text.kind() == 1);
        // SAFETY: I20, there is room for as many bytes.
        unsafe { copy_short(bytes, self.text.data().add(self.written)) };
        self.written += bytes.len();
    }

    /// Appends one character that is known to fit the width.
    #[inline]
    fn push(&mut self, c: u32) {
        self.write(Units::U4(&[c]));
    }

    /// The str.
    ///
    /// # Panics
    /// If characters are missing: an internal error.
    #[inline]
    fn finish(self) -> Ref<Str> {
        assert!(self.written == self.text.len());
        self.text
    }
}

/// Copies units of one byte; for a few of them a call of `memcpy` costs more than the copy.
///
/// # Safety
/// There is room for them at `at`.
#[inline(always)]
unsafe fn copy_short(units: &[u8], at: *mut u8) {
    let (from, len) = (units.as_ptr(), units.len());
    // SAFETY: I20 by the caller; both halves lie inside, and may overlap each other.
    unsafe {
        match len {
            8..=16 => {
                let (head, tail) =
                    (from.cast::<u64>().read_unaligned(), from.add(len - 8).cast::<u64>().read_unaligned());
                at.cast::<u64>().write_unaligned(head);
                at.add(len - 8).cast::<u64>().write_unaligned(tail);
            }
            4..8 => {
                let (head, tail) =
                    (from.cast::<u32>().read_unaligned(), from.add(len - 4).cast::<u32>().read_unaligned());
                at.cast::<u32>().write_unaligned(head);
                at.add(len - 4).cast::<u32>().write_unaligned(tail);
            }
            1 => at.write(from.read()),
            _ => at.copy_from_nonoverlapping(from, len),
        }
    }
}

#[inline(always)]
fn payload(len: usize, kind: usize, flags: u8, data: u8) -> Str {
    let state = State { kind: kind as u8, flags, data, interned: Interned::No, spare: 0 };
    Str { len: Cell::new(len), hash: Cell::new(-1), state: Cell::new(state) }
}

impl Str {
    /// A new str.
    #[inline]
    pub fn from_str(heap: &Heap, ty: &ObjRef, text: &str) -> Result<Ref<Str>, NoMemory> {
        if text.is_ascii() {
            return Str::from_latin1(heap, ty, text.as_bytes());
        }
        Str::from_chars(heap, ty, text.chars().map(u32::from))
    }

    /// A new str from generalised UTF-8.
    pub fn from_wtf8(heap: &Heap, ty: &ObjRef, text: &[u8]) -> Result<Ref<Str>, NoMemory> {
        if text.is_ascii() {
            return Str::from_latin1(heap, ty, text);
        }
        Str::from_chars(heap, ty, wtf8::decode(text))
    }

    /// A new str from bytes that are characters below U+0100.
    pub fn from_latin1(heap: &Heap, ty: &ObjRef, text: &[u8]) -> Result<Ref<Str>, NoMemory> {
        Str::from_units(heap, ty, Units::U1(text))
    }

    /// A new str of ASCII characters.
    ///
    /// # Panics
    /// If there are others: an internal error.
    pub fn from_ascii(heap: &Heap, ty: &ObjRef, text: &[u8]) -> Result<Ref<Str>, NoMemory> {
        assert!(text.is_ascii(), "internal error: not ASCII");
        Str::from_latin1(heap, ty, text)
    }

    /// A new str of bytes that the caller knows to be ASCII.
    #[inline]
    pub fn from_known_ascii(heap: &Heap, ty: &ObjRef, text: &[u8]) -> Result<Ref<Str>, NoMemory> {
        debug_assert!(text.is_ascii());
        let room = Room::ascii(heap, ty, text.len())?;
        // SAFETY: I20, there is room for as many bytes.
        unsafe { copy_short(text, room.text.data()) };
        Ok(room.text)
    }

    /// A new str of bytes that the caller knows to be ASCII.
    ///
    /// # Panics
    /// If there are fewer than the iterator says: an internal error.
    #[inline]
    pub fn from_ascii_bytes(
        heap: &Heap,
        ty: &ObjRef,
        bytes: impl ExactSizeIterator<Item = u8>,
    ) -> Result<Ref<Str>, NoMemory> {
        let count = bytes.len();
        let mut room = Room::ascii(heap, ty, count)?;
        let mut written = 0;
        // SAFETY: I20, there is room for as many bytes.
        unsafe {
            let at = room.text.data();
            bytes.take(count).for_each(|byte| {
                at.add(written).write(byte & 0x7f);
                written += 1;
            });
        }
        assert!(written == count);
        room.written = count;
        Ok(room.finish())
    }

    /// A new str from code points; they are not checked, so surrogates are welcome.
    pub fn from_code_points(heap: &Heap, ty: &ObjRef, text: &[u32]) -> Result<Ref<Str>, NoMemory> {
        Str::from_units(heap, ty, Units::U4(text))
    }

    /// A new str from units, which need not be the narrowest.
    pub fn from_units(heap: &Heap, ty: &ObjRef, units: Units<'_>) -> Result<Ref<Str>, NoMemory> {
        if let Units::U1(bytes) = units
            && bytes.is_ascii()
        {
            return Str::from_known_ascii(heap, ty, bytes);
        }
        let mut room = Room::new(heap, ty, units.len(), units.width())?;
        room.write(units);
        Ok(room.finish())
    }

    /// A new str from an iterator of code points, which is walked twice.
    pub fn from_chars(
        heap: &Heap,
        ty: &ObjRef,
        chars: impl Iterator<Item = u32> + Clone,
    ) -> Result<Ref<Str>, NoMemory> {
        let (len, max) = chars.clone().fold((0, 0), |(n, max), c| (n + 1, c.max(max)));
        let mut room = Room::new(heap, ty, len, max)?;
        chars.for_each(|c| room.push(c.min(max)));
        Ok(room.finish())
    }

    /// A static str: the empty one, those of one character.
    pub fn new_static(heap: &Heap, ty: &ObjRef, text: &str) -> Ref<Str> {
        let max = text.chars().max().map_or(0, u32::from);
        let mut room = Room::fixed(heap, ty, text.chars().count(), max);
        text.chars().for_each(|c| room.push(c.into()));
        let made = room.finish();
        if heap.profile().objects.static_utf8 {
            made.carry_utf8(heap);
        }
        made
    }

    /// A new str that joins others.
    ///
    /// # Panics
    /// If one is no str: an internal error.
    pub fn concat(heap: &Heap, ty: &ObjRef, parts: &[ObjRef]) -> Result<Ref<Str>, NoMemory> {
        let mut len = 0_usize;
        let mut max = 0;
        for part in parts {
            let part = part.to::<Str>();
            len = len.checked_add(part.len()).ok_or(NoMemory)?;
            max = max.max(part.class());
        }
        let mut room = Room::of_class(heap, ty, len, max)?;
        if max < 0x80 {
            parts.iter().for_each(|part| room.write_bytes(part.to::<Str>().unit_bytes()));
        } else {
            parts.iter().for_each(|part| room.write(part.to::<Str>().units()));
        }
        Ok(room.finish())
    }

    /// A new str of strs with `separator` between them.
    ///
    /// # Panics
    /// If one is no str: an internal error.
    pub fn join(heap: &Heap, ty: &ObjRef, separator: &Ref<Str>, parts: &[ObjRef]) -> Result<Ref<Str>, NoMemory> {
        let mut len = separator.len().checked_mul(parts.len().saturating_sub(1)).ok_or(NoMemory)?;
        let mut max = if len > 0 { separator.class() } else { 0 };
        for part in parts {
            let part = part.to::<Str>();
            len = len.checked_add(part.len()).ok_or(NoMemory)?;
            // An empty str is narrow, whatever its class.
            max = max.max(part.class());
        }
        let mut room = Room::of_class(heap, ty, len, max)?;
        for (at, part) in parts.iter().enumerate() {
            let (part, between) = (part.to::<Str>(), at > 0);
            if max < 0x80 {
                room.write_bytes(if between { separator.unit_bytes() } else { &[] });
                room.write_bytes(part.unit_bytes());
                continue;
            }
            if between {
                room.write(separator.units());
            }
            room.write(part.units());
        }
        Ok(room.finish())
    }

    /// A new str of `left` and `right`.
    #[inline]
    pub fn concat2(heap: &Heap, ty: &ObjRef, left: &Ref<Str>, right: &Ref<Str>) -> Result<Ref<Str>, NoMemory> {
        let len = left.len().checked_add(right.len()).ok_or(NoMemory)?;
        let mut room = Room::of_class(heap, ty, len, left.class().max(right.class()))?;
        room.write(left.units());
        room.write(right.units());
        Ok(room.finish())
    }

    /// A new str of `text` repeated.
    pub fn repeat(heap: &Heap, ty: &ObjRef, text: &Ref<Str>, count: usize) -> Result<Ref<Str>, NoMemory> {
        let len = text.len().checked_mul(count).ok_or(NoMemory)?;
        let mut room = Room::new(heap, ty, len, if len == 0 { 0 } else { text.class() })?;
        if len > 0 {
            (0..count).for_each(|_| room.write(text.units()));
        }
        Ok(room.finish())
    }

    /// `left += right` in place: only for an exact str that has one owner, no hash and is not
    /// interned, if the characters of `right` fit its width. The block gets the exact new size.
    /// Otherwise `left` comes back as it was.
    pub fn append_in_place(heap: &Heap, left: Ref<Str>, right: &Ref<Str>) -> Result<Ref<Str>, Ref<Str>> {
        let may = left.refcount() == 1
            && left.hash_cached() == -1
            && left.interned() == Interned::No
            && left.flag(COMPACT)
            && !left.flag(FIXED | super::UTF8)
            && left.as_obj().ty().exact() == crate::Exact::Str
            && right.class() <= left.class();
        let (kind, len) = (left.kind(), left.len() + right.len());
        if !may || len > isize::MAX as usize / 8 {
            return Err(left);
        }
        let offset = left.state.get().data as usize;
        let (old_size, size) = (offset + (left.len() + 1) * kind, offset + (len + 1) * kind);
        let old_len = left.len();
        // An exact str has nothing in front of its header.
        let obj = left.into_obj().into_raw();
        let block: NonNull<u8> = obj.cast();
        let Ok(moved) = heap.realloc_block(block, old_size, size, Domain::Obj) else {
            // SAFETY: I4, the count taken out above.
            return Err(unsafe { Ref::from_raw(obj) });
        };
        // SAFETY: I1, I4: the one owner's object, perhaps at a new place, with its old bytes.
        let text: Ref<Str> = unsafe { Ref::from_raw(moved.cast()) };
        if heap.is_tracing() && moved.cast() != obj {
            heap.tell_died(obj);
            heap.watchlist.note_fresh(moved.addr().get());
        }
        text.len.set(len);
        let mut room = Room { text, written: old_len };
        room.write(right.units());
        // SAFETY: I20, the last unit of the block.
        unsafe { room.text.data().add(len * kind).write_bytes(0, kind) };
        Ok(room.finish())
    }
}

impl Ref<Str> {
    /// A character that stands for the width class.
    #[inline(always)]
    fn class(&self) -> u32 {
        match self.kind() {
            1 if self.is_ascii() => 0x7f,
            1 => 0xff,
            2 => 0xffff,
            _ => 0x10ffff,
        }
    }

    /// A new str of the characters `start..end` (clipped).
    pub fn substring(&self, heap: &Heap, ty: &ObjRef, start: usize, end: usize) -> Result<Ref<Str>, NoMemory> {
        let end = end.min(self.len());
        let start = start.min(end);
        let part = match self.units() {
            Units::U1(u) => Units::U1(&u[start..end]),
            Units::U2(u) => Units::U2(&u[start..end]),
            Units::U4(u) => Units::U4(&u[start..end]),
        };
        if let (true, Units::U1(units)) = (self.is_ascii(), part) {
            return Str::from_known_ascii(heap, ty, units);
        }
        Str::from_units(heap, ty, part)
    }
}
