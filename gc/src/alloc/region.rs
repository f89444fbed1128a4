//! The address range of a heap: reserved once, at a fixed place, so that the same program
//! sees the same addresses in every run.
//!
//! ```text
//!   base                                      base + len / 2               base + len
//!   | static objects | arena 0 | arena 1 | ... | medium arena 0 | 1 | ...            |
//! ```

use std::ptr::NonNull;

/// Where the first heap of a process is mapped; further heaps take the next free stride.
#[cfg(not(miri))]
const FIXED_BASE: usize = 0x2000_0000_0000;
#[cfg(not(miri))]
const STRIDE: usize = 64 << 30;
#[cfg(not(miri))]
const PLACES: usize = 256;

/// Bytes for static objects: types, singletons, small ints. Carved upwards, never given back.
pub(crate) const STATIC_BYTES: usize = if cfg!(miri) { 1 << 20 } else { 16 << 20 };

/// A reserved range of addresses.
pub(crate) struct Region {
    base: NonNull<u8>,
    len: usize,
}

/// A part of a region. Its owner keeps the region.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    pub(crate) base: NonNull<u8>,
    pub(crate) len: usize,
}

impl Part {
    /// Asks for pages at once, which is cheaper than one fault per page.
    pub(crate) fn commit(self, offset: usize, len: usize) {
        debug_assert!(offset + len <= self.len);
        #[cfg(all(target_os = "linux", not(miri)))]
        // SAFETY: I9, inside the region; a kernel that cannot do it does nothing.
        unsafe {
            libc::madvise(self.base.as_ptr().add(offset).cast(), len, libc::MADV_POPULATE_WRITE);
        }
    }

    /// Gives pages back to the system; the addresses stay reserved.
    pub(crate) fn decommit(self, offset: usize, len: usize) {
        debug_assert!(offset + len <= self.len);
        #[cfg(all(unix, not(miri)))]
        // SAFETY: I9, inside the region, and no block is there.
        unsafe {
            libc::madvise(self.base.as_ptr().add(offset).cast(), len, libc::MADV_DONTNEED);
        }
    }

    /// Whether an address lies in the part.
    #[inline(always)]
    pub(crate) fn has(self, block: NonNull<u8>) -> bool {
        block.addr().get().wrapping_sub(self.base.addr().get()) < self.len
    }
}

impl Region {
    /// Static objects, small blocks, medium blocks.
    pub(crate) fn parts(&self) -> [Part; 3] {
        let half = self.len / 2;
        let part = |from: usize, to: usize| {
            // SAFETY: I9, from < len.
            Part { base: unsafe { self.base.add(from) }, len: to - from }
        };
        [part(0, STATIC_BYTES), part(STATIC_BYTES, half), part(half, self.len)]
    }

    /// The largest range the system grants. `None` if it grants none at all.
    #[cfg(all(unix, not(miri)))]
    pub(crate) fn reserve() -> Option<Region> {
        let sizes = [64usize << 30, 16 << 30, 4 << 30, 1 << 30, 256 << 20, 128 << 20, 64 << 20];
        let share = address_space() / 4;
        sizes.into_iter().filter(|&size| size <= share).find_map(Region::reserve_at_fixed_place)
    }

    #[cfg(all(unix, not(miri)))]
    fn reserve_at_fixed_place(len: usize) -> Option<Region> {
        for place in 0..PLACES {
            let hint = FIXED_BASE + place * STRIDE;
            match map(hint, len) {
                Mapped::At(base) => return Some(Region { base, len }),
                Mapped::Taken => {}
                Mapped::Refused => return None,
            }
        }
        None
    }

    /// Without mmap the range is one plain allocation.
    #[cfg(any(miri, not(unix)))]
    pub(crate) fn reserve() -> Option<Region> {
        let len = 4 << 20;
        let layout = std::alloc::Layout::from_size_align(len, 1 << 20).ok()?;
        // SAFETY: I9, the size is not 0.
        let base = NonNull::new(unsafe { std::alloc::alloc_zeroed(layout) })?;
        Some(Region { base, len })
    }
}

/// Takes the pages of the program's own file out of this process's memory: with what starting needs, the system maps
/// the neighbourhood, some megabytes that most programs never look at. What still runs is mapped again when it does.
pub(crate) fn unmap_code() {
    #[cfg(all(target_os = "linux", not(miri)))]
    {
        unsafe extern "C" {
            // Where the linker put the program's constants and code, of which nothing can have been written to.
            static __executable_start: u8;
            static etext: u8;
        }
        let (start, end) = (&raw const __executable_start, &raw const etext);
        let len = (end.addr() - start.addr()) & !(PAGE - 1);
        // SAFETY: I9, the pages are those of the file, which the system reads anew.
        unsafe { libc::madvise(start.cast_mut().cast(), len, libc::MADV_DONTNEED) };
    }
}

/// Bytes of a page of the system, or a multiple.
#[cfg(all(target_os = "linux", not(miri)))]
const PAGE: usize = 1 << 16;

/// Bytes of address space that this process may have (`ulimit -v`); `usize::MAX` without a limit.
pub fn address_space() -> usize {
    #[cfg(all(unix, not(miri)))]
    // SAFETY: I9, the system writes into `limit` only.
    return resource_limit(|limit| unsafe { libc::getrlimit(libc::RLIMIT_AS, limit) });
    #[cfg(not(all(unix, not(miri))))]
    usize::MAX
}

/// Bytes of the first thread's stack (`ulimit -s`); `usize::MAX` without a limit.
pub fn stack_limit() -> usize {
    #[cfg(all(unix, not(miri)))]
    // SAFETY: I9, the system writes into `limit` only.
    return resource_limit(|limit| unsafe { libc::getrlimit(libc::RLIMIT_STACK, limit) });
    #[cfg(not(all(unix, not(miri))))]
    usize::MAX
}

#[cfg(all(unix, not(miri)))]
fn resource_limit(ask: impl FnOnce(*mut libc::rlimit) -> libc::c_int) -> usize {
    let mut limit = libc::rlimit { rlim_cur: libc::RLIM_INFINITY, rlim_max: libc::RLIM_INFINITY };
    let known = ask(&raw mut limit) == 0 && limit.rlim_cur != libc::RLIM_INFINITY;
    if known { usize::try_from(limit.rlim_cur).unwrap_or(usize::MAX) } else { usize::MAX }
}

/// Whether the system would map that many bytes of memory now.
pub fn can_map(len: usize) -> bool {
    #[cfg(all(unix, not(miri)))]
    {
        let (protection, flags) = (libc::PROT_READ | libc::PROT_WRITE, libc::MAP_PRIVATE | libc::MAP_ANONYMOUS);
        // SAFETY: I9, a fresh mapping that replaces nothing and is taken back at once.
        unsafe {
            let got = libc::mmap(std::ptr::null_mut(), len, protection, flags, -1, 0);
            got != libc::MAP_FAILED && libc::munmap(got, len) == 0
        }
    }
    #[cfg(not(all(unix, not(miri))))]
    {
        len <= isize::MAX as usize
    }
}

impl Drop for Region {
    fn drop(&mut self) {
        // SAFETY: I7, I9: the heap is gone, so nobody looks into the region any more.
        #[cfg(all(unix, not(miri)))]
        unsafe {
            libc::munmap(self.base.as_ptr().cast(), self.len);
        }
        #[cfg(any(miri, not(unix)))]
        // SAFETY: I7, I9: as above; the layout is that of `reserve`.
        unsafe {
            let layout = std::alloc::Layout::from_size_align_unchecked(self.len, 1 << 20);
            std::alloc::dealloc(self.base.as_ptr(), layout);
        }
    }
}

#[cfg(all(unix, not(miri)))]
enum Mapped {
    At(NonNull<u8>),
    /// Something else lies there.
    Taken,
    /// No range of that length is to be had.
    Refused,
}

#[cfg(all(unix, not(miri)))]
fn map(hint: usize, len: usize) -> Mapped {
    #[cfg(target_os = "linux")]
    let fixed = libc::MAP_FIXED_NOREPLACE;
    #[cfg(not(target_os = "linux"))]
    let fixed = 0;
    let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE | fixed;
    let hint_ptr = std::ptr::without_provenance_mut(hint);
    let protection = libc::PROT_READ | libc::PROT_WRITE;
    // SAFETY: I9, a fresh mapping that replaces nothing.
    let got = unsafe { libc::mmap(hint_ptr, len, protection, flags, -1, 0) };
    if got == libc::MAP_FAILED {
        let taken = std::io::Error::last_os_error().raw_os_error() == Some(libc::EEXIST);
        return if taken { Mapped::Taken } else { Mapped::Refused };
    }
    // A kernel that does not know the flag takes the address as a hint only.
    if got.addr() != hint {
        // SAFETY: I9, the mapping just made.
        unsafe { libc::munmap(got, len) };
        return Mapped::Taken;
    }
    NonNull::new(got.cast()).map_or(Mapped::Refused, Mapped::At)
}
