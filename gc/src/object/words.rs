//! Machine words in a block of their own: the numbers by which `itertools` chooses.
//!
//! ```text
//!   | block | len | mark |  16 bytes of the owner  -->  | word 0 | word 1 | ... |
//! ```

use std::cell::Cell;
use std::ptr::NonNull;

use crate::alloc::{Domain, NoMemory};
use crate::heap::Heap;
use crate::object::anatomy::{Bit, BitSink, Label, Spot, Worth};
use crate::object::field::Field;

const WORD: usize = size_of::<usize>();

/// Words of an object that owns them; their number does not change.
#[repr(C)]
pub struct Words {
    block: NonNull<Cell<usize>>,
    len: u32,
    mark: Cell<bool>,
}

impl Words {
    /// A block of these words.
    ///
    /// # Errors
    /// There is no memory for them, or they are more than 2^32.
    pub fn new(heap: &Heap, words: &[usize]) -> Result<Words, NoMemory> {
        let len = u32::try_from(words.len()).map_err(|_| NoMemory)?;
        let block: NonNull<usize> = heap.alloc_block(size_of_val(words), Domain::Mem)?.cast();
        // SAFETY: I20, the block is fresh and as long as the words.
        unsafe { block.copy_from_nonoverlapping(NonNull::from(words).cast(), words.len()) };
        Ok(Words { block: block.cast(), len, mark: Cell::new(false) })
    }

    /// The words.
    pub fn cells(&self) -> &[Cell<usize>] {
        // SAFETY: I20, the block holds `len` words as long as its owner lives.
        unsafe { std::slice::from_raw_parts(self.block.as_ptr(), self.len as usize) }
    }

    /// Bytes of the block.
    pub fn size(&self) -> usize {
        self.len as usize * WORD
    }

    /// A bit for the owner.
    pub fn mark(&self) -> &Cell<bool> {
        &self.mark
    }
}

impl Field for Words {
    const SPOTS: &'static [Spot] = crate::spots!(Words {
        block: "words" Address,
        len: "number of words" Number,
        mark: "mark" Number,
    });
    fn bits(&self, _: &Heap, sink: &mut BitSink<'_>) {
        sink(Bit::Block { what: "words", addr: self.block.addr().get(), size: self.size() });
        for (at, word) in self.cells().iter().enumerate() {
            let (label, worth) = (Label::Nth("word", at), Worth::Number(word.get() as u64));
            sink(Bit::Piece { offset: (at * WORD) as isize, size: WORD, label, worth });
        }
    }
    fn release(&self, heap: &Heap) {
        heap.free_block(self.block.cast(), self.size(), Domain::Mem);
    }
}
