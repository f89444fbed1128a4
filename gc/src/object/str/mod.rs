//! `str`: an array of 1, 2 or 4 byte units in the object's own block (PEP 393).
//!
//! ```text
//!   | header | len | hash | state | (release's words) | unit 0 | unit 1 | ... | 0 |
//!     16       8     8      8       data offset - 40    1, 2 or 4 bytes each
//! ```
//!
//! The units are the narrowest that hold every character, so equal strings have equal bytes.
//! Instances of subclasses keep the units in a block of their own, whose address is the last
//! word of the str part. A non-ASCII str may carry a cached UTF-8 copy in a further block.

mod build;
pub mod intern;
pub mod wtf8;

use std::borrow::Cow;
use std::cell::Cell;
use std::cmp::Ordering;
use std::ptr::NonNull;

use crate::alloc::{Domain, NoMemory};
use crate::heap::Heap;
use crate::object::anatomy::{Bit, BitSink, Label, Spot, Worth};
use crate::object::field::Field;
use crate::object::handle::{ObjRef, Ref};
use crate::object::header::{HEADER, RawObj};
use crate::object::payload::{Layout, Payload, payload_ptr};
use crate::object::type_head::{Exact, TypeHead};

/// Whether a str is in the table of interned strings.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Interned {
    /// No.
    No,
    /// Yes, until its last owner goes: the table does not count.
    Mortal,
    /// Yes, and the table owns a count.
    Immortal,
}

#[derive(Clone, Copy)]
#[repr(C)]
struct State {
    kind: u8,
    flags: u8,
    /// Offset of the units, or of the pointer to them, from the object pointer.
    data: u8,
    interned: Interned,
    spare: u32,
}

const ASCII: u8 = 1;
/// The units are in the object's block.
const COMPACT: u8 = 2;
/// There is a cached UTF-8 copy.
const UTF8: u8 = 4;
/// The block is static: it cannot be given another size.
const FIXED: u8 = 8;

/// The payload of `str`; the units stand behind it.
#[repr(C)]
pub struct Str {
    len: Cell<usize>,
    hash: Cell<isize>,
    state: Cell<State>,
}

const _: () = assert!(size_of::<Str>() == 24);

/// The units of a str.
#[derive(Clone, Copy, Debug)]
pub enum Units<'a> {
    /// All characters below U+0100.
    U1(&'a [u8]),
    /// All below U+10000.
    U2(&'a [u16]),
    /// Any.
    U4(&'a [u32]),
}

impl Field for Str {
    const SPOTS: &'static [Spot] = crate::spots!(Str { len: "length" Number, hash: "hash" Signed });
}

/// State, release's words, units; and the blocks of units that are apart and of the UTF-8 copy.
unsafe fn bits(obj: RawObj, heap: &Heap, sink: &mut BitSink<'_>) {
    // SAFETY: I1, only called for objects whose type names this layout.
    let text: &Ref<Str> = unsafe { ObjRef::borrow_raw(&obj).cast_unchecked() };
    let state = text.state.get();
    let words = [
        format!("{} byte{} a character", state.kind, if state.kind == 1 { "" } else { "s" }),
        if text.is_ascii() { "ascii".into() } else { String::new() },
        if text.flag(COMPACT) { "compact".into() } else { String::new() },
        if state.interned == Interned::No { String::new() } else { "interned".into() },
    ];
    let words = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ");
    let at = HEADER + std::mem::offset_of!(Str, state);
    sink(Bit::Piece { offset: at as isize, size: 8, label: Label::Name("state"), worth: Worth::Text(&words) });
    let shown: String = text.code_points().take(64).map(|c| char::from_u32(c).unwrap_or('\u{fffd}')).collect();
    let units = (text.len() + 1) * text.kind();
    let label = Label::Name("characters and a closing 0");
    let copy = heap.profile().objects.text.utf8 as usize;
    let start = state.data as usize;
    if start >= copy + 8 {
        let len = text.utf8_len(heap).unwrap_or(0);
        // SAFETY: I20, the flag says that the words are filled.
        let addr = if text.flag(UTF8) { unsafe { utf8_words(obj, heap).read()[1].addr() } } else { 0 };
        let mut tell = |offset: usize, name, worth| {
            sink(Bit::Piece { offset: offset as isize, size: 8, label: Label::Name(name), worth });
        };
        tell(copy - 8, "length in utf-8", Worth::Number(len as u64));
        tell(copy, "utf-8 copy", Worth::Address(addr));
    }
    if text.flag(COMPACT) {
        sink(Bit::Piece { offset: start as isize, size: units, label, worth: Worth::Text(&shown) });
    } else {
        let name = Label::Name("characters");
        sink(Bit::Piece { offset: start as isize, size: 8, label: name, worth: Worth::Address(text.data().addr()) });
        sink(Bit::Block { what: "characters", addr: text.data().addr(), size: units });
        sink(Bit::Piece { offset: 0, size: units, label, worth: Worth::Text(&shown) });
    }
    if let Some(len) = text.utf8_len(heap) {
        // SAFETY: I20, the flag says that the words are filled.
        let addr = unsafe { utf8_words(obj, heap).read()[1].addr() };
        sink(Bit::Block { what: "utf-8 copy", addr, size: len + 1 });
        sink(Bit::Piece { offset: 0, size: len + 1, label: Label::Name("utf-8 copy"), worth: Worth::Text(&shown) });
    }
}

/// Most strings have nothing but their block.
unsafe fn release(obj: RawObj, heap: &Heap) {
    // SAFETY: I4, called once for a dead object whose type names this layout.
    unsafe {
        if !is_bare(obj) {
            release_with_care(obj, heap);
        }
    }
}

/// Whether a str has nothing but its block, and nobody to tell of its death.
///
/// # Safety
/// `obj` carries a `Str`.
#[inline(always)]
pub(crate) unsafe fn is_bare(obj: RawObj) -> bool {
    // SAFETY: I1 by the caller.
    let state = unsafe { payload_ptr::<Str>(obj).as_ref() }.state.get();
    state.interned == Interned::No && state.flags & (UTF8 | COMPACT) == COMPACT
}

#[cold]
unsafe fn release_with_care(obj: RawObj, heap: &Heap) {
    // SAFETY: I4; I20 for the words that point at further blocks.
    unsafe {
        let text = payload_ptr::<Str>(obj).as_ref();
        let state = text.state.get();
        if state.interned == Interned::Mortal {
            heap.interned.forget(obj, text.hash.get());
        }
        if state.flags & UTF8 != 0 {
            let word = utf8_words(obj, heap);
            let [len, addr] = word.read();
            if let Some(block) = NonNull::new(addr.cast::<u8>()) {
                heap.free_block(block, len.addr() + 1, Domain::Mem);
            }
        }
        if state.flags & COMPACT == 0 {
            let block = obj.byte_add(state.data as usize).cast::<*mut u8>().read();
            if let Some(block) = NonNull::new(block) {
                heap.free_block(block, (text.len() + 1) * state.kind as usize, Domain::Mem);
            }
        }
    }
}

/// The two words with length and address of the UTF-8 copy.
unsafe fn utf8_words(obj: RawObj, heap: &Heap) -> NonNull<[*mut u8; 2]> {
    let offset = heap.profile().objects.text.utf8 as usize;
    // SAFETY: I20, a str that may carry a copy has these words before its units.
    unsafe { obj.byte_add(offset - 8).cast() }
}

// SAFETY: I1, the static is made for this type.
unsafe impl Payload for Str {
    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = {
            let mut layout = Layout::of::<Str>("Str", false);
            layout.bits = bits;
            layout.release = release;
            layout
        };
        &LAYOUT
    }
}

impl Str {
    /// Number of code points.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len.get()
    }

    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes per unit: 1, 2 or 4.
    #[inline(always)]
    pub fn kind(&self) -> usize {
        self.state.get().kind as usize
    }

    /// Whether all characters are below U+0080.
    #[inline(always)]
    pub fn is_ascii(&self) -> bool {
        self.state.get().flags & ASCII != 0
    }

    /// The hash if it was computed, -1 otherwise.
    #[inline(always)]
    pub fn hash_cached(&self) -> isize {
        self.hash.get()
    }

    /// Remembers the hash.
    #[inline(always)]
    pub fn set_hash(&self, hash: isize) {
        self.hash.set(hash);
    }

    /// Whether and how the str is interned.
    #[inline(always)]
    pub fn interned(&self) -> Interned {
        self.state.get().interned
    }

    #[inline(always)]
    fn flag(&self, flag: u8) -> bool {
        self.state.get().flags & flag != 0
    }
}

impl Ref<Str> {
    /// The first unit.
    #[inline(always)]
    fn data(&self) -> *mut u8 {
        let state = self.state.get();
        // SAFETY: I20, the offset is inside the block; a str that is not compact has a pointer there.
        unsafe {
            let at = self.as_obj().as_raw().as_ptr().byte_add(state.data as usize);
            if state.flags & COMPACT != 0 { at.cast() } else { at.cast::<*mut u8>().read() }
        }
    }

    /// The units.
    #[inline(always)]
    pub fn units(&self) -> Units<'_> {
        let (data, len) = (self.data(), self.len());
        // SAFETY: I20, there are `len` units of `kind` bytes; they are aligned as the offset is.
        unsafe {
            match self.kind() {
                1 => Units::U1(std::slice::from_raw_parts(data, len)),
                2 => Units::U2(std::slice::from_raw_parts(data.cast(), len)),
                _ => Units::U4(std::slice::from_raw_parts(data.cast(), len)),
            }
        }
    }

    /// The units as bytes: what equality and hash look at.
    #[inline(always)]
    pub fn unit_bytes(&self) -> &[u8] {
        // SAFETY: I20.
        unsafe { std::slice::from_raw_parts(self.data(), self.len() * self.kind()) }
    }

    /// The bytes of an ASCII str.
    #[inline(always)]
    pub fn ascii_bytes(&self) -> Option<&[u8]> {
        self.is_ascii().then(|| self.unit_bytes())
    }

    /// The text of an ASCII str, lent.
    #[inline(always)]
    pub fn ascii(&self) -> Option<&str> {
        // SAFETY: I20, the ASCII flag is only set after looking at the units.
        self.is_ascii().then(|| unsafe { std::str::from_utf8_unchecked(self.unit_bytes()) })
    }

    /// The code point at `i`.
    ///
    /// # Panics
    /// If there is none: an internal error.
    #[inline(always)]
    pub fn char_at(&self, i: usize) -> u32 {
        match self.units() {
            Units::U1(units) => units[i] as u32,
            Units::U2(units) => units[i] as u32,
            Units::U4(units) => units[i],
        }
    }

    /// The code points.
    pub fn code_points(&self) -> CodePoints<'_> {
        CodePoints { units: self.units(), at: 0 }
    }

    /// The text, unless there are surrogates in it.
    pub fn as_str(&self) -> Option<Cow<'_, str>> {
        if let Some(text) = self.ascii() {
            return Some(Cow::Borrowed(text));
        }
        self.code_points().map(char::from_u32).collect::<Option<String>>().map(Cow::Owned)
    }

    /// The text, with U+FFFD for surrogates.
    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        match self.ascii() {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(self.code_points().map(|c| char::from_u32(c).unwrap_or('\u{fffd}')).collect()),
        }
    }

    /// The text in generalised UTF-8, in which surrogates are three bytes like other characters.
    pub fn to_wtf8(&self) -> Cow<'_, [u8]> {
        match self.ascii_bytes() {
            Some(bytes) => Cow::Borrowed(bytes),
            None => {
                let mut bytes = Vec::with_capacity(self.len() * 2);
                self.code_points().for_each(|c| wtf8::push(&mut bytes, c));
                Cow::Owned(bytes)
            }
        }
    }

    /// Whether both have the same characters.
    #[inline]
    pub fn same_text(&self, other: &Ref<Str>) -> bool {
        self.as_obj().is(other.as_obj())
            || (self.len() == other.len() && self.kind() == other.kind() && self.unit_bytes() == other.unit_bytes())
    }

    /// Whether the characters are those of `text`.
    pub fn is_text(&self, text: &str) -> bool {
        match self.ascii_bytes() {
            Some(bytes) => bytes == text.as_bytes(),
            None => self.code_points().eq(text.chars().map(u32::from)),
        }
    }

    /// Order by code points.
    pub fn compare(&self, other: &Ref<Str>) -> Ordering {
        match (self.units(), other.units()) {
            (Units::U1(a), Units::U1(b)) => a.cmp(b),
            (Units::U2(a), Units::U2(b)) => a.cmp(b),
            (Units::U4(a), Units::U4(b)) => a.cmp(b),
            _ => self.code_points().cmp(other.code_points()),
        }
    }

    /// Bytes that `getsizeof` reports, from the header on.
    pub fn size_in_bytes(&self, heap: &Heap) -> usize {
        let text = &heap.profile().objects.text;
        let units = (self.len() + 1) * self.kind();
        let base = match (self.flag(COMPACT), self.is_ascii()) {
            (false, _) => text.object,
            (true, true) => text.ascii,
            (true, false) => text.compact,
        };
        base as usize + units + self.utf8_len(heap).map_or(0, |len| len + 1)
    }

    /// Bytes of the cached UTF-8 copy.
    fn utf8_len(&self, heap: &Heap) -> Option<usize> {
        // SAFETY: I20, the flag says that the words are filled.
        self.flag(UTF8).then(|| unsafe { utf8_words(self.as_obj().as_raw(), heap).read()[0].addr() })
    }

    /// Makes the UTF-8 copy that CPython keeps when native code asks for the text. ASCII needs
    /// none; text with surrogates has none.
    pub fn cache_utf8(&self, heap: &Heap) -> Result<(), NoMemory> {
        if self.is_ascii() || self.flag(UTF8) {
            return Ok(());
        }
        let Some(text) = self.as_str() else { return Ok(()) };
        let block = heap.alloc_block(text.len() + 1, Domain::Mem)?;
        self.attach_utf8(heap, &text, block);
        Ok(())
    }

    /// Gives a static str its UTF-8 copy, static as well.
    pub(super) fn carry_utf8(&self, heap: &Heap) {
        if let Some(text) = self.as_str().filter(|_| !self.is_ascii())
            && let Some(room) = heap.static_room(text.len() + 1)
        {
            self.attach_utf8(heap, &text, room);
        }
    }

    fn attach_utf8(&self, heap: &Heap, text: &str, block: NonNull<u8>) {
        let len = std::ptr::without_provenance_mut(text.len());
        // SAFETY: I20, the block is one byte longer than the text; the words are before the units.
        unsafe {
            block.copy_from_nonoverlapping(NonNull::from(text.as_bytes()).cast(), text.len());
            block.add(text.len()).write(0);
            utf8_words(self.as_obj().as_raw(), heap).write([len, block.as_ptr()]);
        }
        let state = self.state.get();
        self.state.set(State { flags: state.flags | UTF8, ..state });
    }
}

/// The code points of a str.
#[derive(Clone)]
pub struct CodePoints<'a> {
    units: Units<'a>,
    at: usize,
}

impl Iterator for CodePoints<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let i = self.at;
        self.at += 1;
        match self.units {
            Units::U1(units) => units.get(i).map(|&c| c as u32),
            Units::U2(units) => units.get(i).map(|&c| c as u32),
            Units::U4(units) => units.get(i).copied(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.units.len().saturating_sub(self.at);
        (len, Some(len))
    }
}

impl ExactSizeIterator for CodePoints<'_> {}

impl Units<'_> {
    /// Number of units.
    pub fn len(&self) -> usize {
        match self {
            Units::U1(units) => units.len(),
            Units::U2(units) => units.len(),
            Units::U4(units) => units.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A character that is at least as large as the largest one, in the same width class.
    fn width(&self) -> u32 {
        match self {
            Units::U1(units) if units.is_ascii() => 0x7f,
            Units::U1(_) => 0xff,
            Units::U2(units) => units.iter().fold(0, |all, &c| all | c as u32),
            Units::U4(units) => units.iter().fold(0, |all, &c| all.max(c)),
        }
    }
}

/// A str that owns its units in the object's block: an exact str.
fn is_exact(ty: &ObjRef) -> bool {
    let head = TypeHead::of(ty);
    !head.is_heap_type() && (head.exact() == Exact::Str || head.exact() == Exact::Other)
}

const _: () = assert!(HEADER + size_of::<Str>() == 40);
