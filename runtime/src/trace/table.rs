//! The table of traces: block address to size and site.

use super::Trace;
use super::sites::SiteId;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Addresses are multiples of 16 and close to each other: one multiplication spreads them.
#[derive(Default)]
pub struct AddressHasher(u64);

impl Hasher for AddressHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) | u64::from(*byte);
        }
    }
    fn write_usize(&mut self, addr: usize) {
        self.0 = (addr as u64 >> 4).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

pub type ByAddress<T> = HashMap<usize, T, BuildHasherDefault<AddressHasher>>;

#[derive(Default)]
pub struct Table(ByAddress<Trace>);

impl Table {
    pub fn insert(&mut self, addr: usize, trace: Trace) -> Option<Trace> {
        self.0.insert(addr, trace)
    }

    pub fn remove(&mut self, addr: usize) -> Option<Trace> {
        self.0.remove(&addr)
    }

    pub fn get(&self, addr: usize) -> Option<Trace> {
        self.0.get(&addr).copied()
    }

    pub fn set_site(&mut self, addr: usize, site: SiteId) {
        if let Some(trace) = self.0.get_mut(&addr) {
            trace.site = site;
        }
    }

    pub fn clear(&mut self) {
        self.0 = ByAddress::default();
    }

    /// All traces by address, so that the same run gives the same order.
    pub fn sorted(&self) -> Vec<(usize, Trace)> {
        let mut all: Vec<_> = self.0.iter().map(|(addr, trace)| (*addr, *trace)).collect();
        all.sort_unstable_by_key(|(addr, _)| *addr);
        all
    }

    pub fn own_size(&self) -> usize {
        self.0.capacity() * (size_of::<usize>() + size_of::<Trace>() + 1)
    }
}
