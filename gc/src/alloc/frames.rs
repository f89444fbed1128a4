//! Blocks of frames: up to 3.10 each running call has one. A code object keeps the block of its last call for the next
//! one, more wait in a free list.

use std::cell::{Cell, RefCell};
use std::ptr::NonNull;

use crate::alloc::{Domain, NoMemory};
use crate::heap::Heap;
use crate::object::field::Field;
use crate::object::handle::{ObjRef, Ref};
use crate::object::header::{GC_HEAD, HEADER};
use crate::object::payload::Payload;

/// How the frames of a release are stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FramePolicy {
    /// Bytes of a block without locals and stack.
    pub block: usize,
    /// How many blocks the free list keeps.
    pub kept: usize,
}

/// The block of a call that is under way, or that waits for one. Its first word is its size.
pub struct FrameBlock(NonNull<u8>);

impl FrameBlock {
    fn new(block: NonNull<u8>, size: usize) -> FrameBlock {
        // SAFETY: I10, the block is at least a word long and nobody else has it.
        unsafe { block.cast().write(size) };
        FrameBlock(block)
    }

    fn size(&self) -> usize {
        // SAFETY: I10, written when the block was made.
        unsafe { self.0.cast().read() }
    }

    /// Its bytes.
    pub fn bytes(&self) -> usize {
        self.size()
    }

    fn addr(&self) -> usize {
        self.0.addr().get()
    }

    /// What the owner can use: where it starts, and its bytes.
    pub fn room(&self) -> (NonNull<u8>, usize) {
        // SAFETY: I10, the block is longer than its first word.
        (unsafe { self.0.add(size_of::<usize>()) }, self.size() - size_of::<usize>())
    }
}

/// The block that a code object keeps.
#[derive(Default)]
pub struct SpareFrame(Cell<Option<FrameBlock>>);

impl Field for SpareFrame {
    fn release(&self, heap: &Heap) {
        if let Some(block) = self.0.take() {
            heap.free_frame(block);
        }
    }
}

/// Finds the block that a code object keeps.
pub type SpareOf = fn(&ObjRef) -> &SpareFrame;

/// The free list, and what a frame object that is dying has said of its block.
#[derive(Default)]
pub(crate) struct FrameBlocks {
    free: RefCell<Vec<FrameBlock>>,
    /// Its bytes, the code that may keep it, and where.
    owed: Cell<Option<(usize, ObjRef, SpareOf)>>,
}

impl Heap {
    /// The block for a call with so many locals and stack places; None: the release has no such blocks, or there is no
    /// memory, which the call itself does not need.
    pub fn take_frame(&self, spare: &SpareFrame, slots: usize) -> Option<FrameBlock> {
        let size = self.profile().frames?.block + 8 * slots;
        let waiting = spare.0.take().or_else(|| self.frames.free.borrow_mut().pop());
        let Some(block) = waiting else {
            let block = self.alloc_block(size, Domain::Obj).ok()?;
            // A collection waits for the next allocation: the call is not yet on the stack.
            self.gc.count_one();
            return Some(FrameBlock::new(block, size));
        };
        if block.size() < size {
            return Some(self.grow_frame(block, size).unwrap_or_else(|block| block));
        }
        if self.is_tracing() {
            self.tell_reuse(block.addr());
        }
        Some(block)
    }

    /// The block, with room for so many bytes that its owner wants to use. There is less memory than that: an error, and
    /// the block is gone.
    pub fn widen_frame(&self, block: FrameBlock, room: usize) -> Result<FrameBlock, NoMemory> {
        if block.room().1 >= room {
            return Ok(block);
        }
        self.grow_frame(block, room + size_of::<usize>()).map_err(|block| {
            self.free_frame(block);
            NoMemory
        })
    }

    fn grow_frame(&self, block: FrameBlock, size: usize) -> Result<FrameBlock, FrameBlock> {
        match self.realloc_block(block.0, block.size(), size, Domain::Obj) {
            Ok(moved) => Ok(FrameBlock::new(moved, size)),
            Err(_) => Err(block),
        }
    }

    /// The call is over: its code keeps the block, or the free list does.
    pub fn give_frame(&self, spare: &SpareFrame, block: FrameBlock) {
        let Some(kept) = spare.0.take() else { return spare.0.set(Some(block)) };
        spare.0.set(Some(kept));
        let mut free = self.frames.free.borrow_mut();
        if free.len() < self.profile().frames.map_or(0, |policy| policy.kept) {
            free.push(block);
        } else {
            drop(free);
            self.free_frame(block);
        }
    }

    fn free_frame(&self, block: FrameBlock) {
        self.gc.uncount();
        self.free_block(block.0, block.size(), Domain::Obj);
    }

    /// A frame object in the block of its call, not tracked; the block was counted when the call began.
    pub fn object_in_frame<T: Payload>(&self, ty: &ObjRef, value: T, block: FrameBlock) -> Ref<T> {
        let (place, size) = (block.0, block.size());
        assert!(size >= GC_HEAD + HEADER + size_of::<T>(), "internal error: the payload does not fit");
        self.object_in_block(ty, value, place, size)
    }

    /// Says what becomes of the block of the frame object that is dying, as its payload's last deed.
    pub fn owe_frame(&self, bytes: usize, code: ObjRef, spare: SpareOf) {
        self.frames.owed.set(Some((bytes, code, spare)));
    }

    /// A frame object is dead. Whether its block goes on as the block of a call.
    pub(crate) fn frame_died(&self, block: NonNull<u8>) -> bool {
        let Some((size, code, spare)) = self.frames.owed.take() else { return false };
        self.give_frame(spare(&code), FrameBlock::new(block, size));
        true
    }

    /// Leaves blocks with so many places in the free list, the first to be used first.
    pub(crate) fn set_frames(&self, places: &[usize]) {
        let Some(policy) = self.profile().frames else { return };
        self.clear_frames();
        for slots in places.iter().rev() {
            let size = policy.block + 8 * slots;
            let Ok(block) = self.alloc_block(size, Domain::Obj) else { return };
            self.gc.count_one();
            self.frames.free.borrow_mut().push(FrameBlock::new(block, size));
        }
    }

    /// Frees what waits in the free list.
    pub(crate) fn clear_frames(&self) {
        loop {
            let Some(block) = self.frames.free.borrow_mut().pop() else { return };
            self.free_frame(block);
        }
    }

    /// Calls `look` with the address of each block in the free list.
    pub(crate) fn each_parked_frame(&self, look: impl FnMut(usize)) {
        self.frames.free.borrow().iter().map(FrameBlock::addr).for_each(look);
    }

    /// Blocks in the free list.
    pub fn parked_frames(&self) -> usize {
        self.frames.free.borrow().len()
    }
}
