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

/// A few words that make up a key; each is rotated in and spread.
#[derive(Default)]
pub struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32((*byte).into()));
    }
    fn write_u32(&mut self, word: u32) {
        self.0 = (self.0.rotate_left(23) ^ u64::from(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    fn write_usize(&mut self, word: usize) {
        self.write_u32(word as u32);
    }
}

pub type BySmallKey<K, T> = HashMap<K, T, BuildHasherDefault<WordHasher>>;

pub type ByAddress<T> = HashMap<usize, T, BuildHasherDefault<AddressHasher>>;

/// Traces that share a stretch of addresses, by block: 64 of 16 bytes.
type Page = [Option<Trace>; SLOTS];
const SLOTS: usize = 64;
/// log2 of the bytes of addresses that a page stands for.
const STRETCH: u32 = 10;
/// Pages whose numbers are remembered.
const REMEMBERED: usize = 256;

/// Blocks lie close together, so their traces do: in pages, found by the upper part of the address.
#[derive(Default)]
pub struct Table {
    /// In boxes: growing moves no page.
    #[allow(clippy::vec_box)]
    pages: Vec<Box<Page>>,
    numbers: ByAddress<u32>,
    /// Upper part and number of the pages used last, each where its upper part says.
    remembered: Vec<(usize, u32)>,
}

fn place(addr: usize) -> (usize, usize) {
    (addr >> STRETCH, (addr >> 4) % SLOTS)
}

impl Table {
    fn page(&mut self, upper: usize) -> Option<usize> {
        let at = upper % REMEMBERED;
        if let Some((known, number)) = self.remembered.get(at)
            && *known == upper
        {
            return Some(*number as usize);
        }
        let number = *self.numbers.get(&(upper << 4))?;
        self.remember(upper, number);
        Some(number as usize)
    }

    fn remember(&mut self, upper: usize, number: u32) {
        if self.remembered.is_empty() {
            self.remembered = vec![(usize::MAX, 0); REMEMBERED];
        }
        self.remembered[upper % REMEMBERED] = (upper, number);
    }

    pub fn insert(&mut self, addr: usize, trace: Trace) -> Option<Trace> {
        let (upper, slot) = place(addr);
        let number = self.page(upper).unwrap_or_else(|| {
            let number = self.pages.len();
            self.pages.push(Box::new([None; SLOTS]));
            self.numbers.insert(upper << 4, number as u32);
            self.remember(upper, number as u32);
            number
        });
        self.pages[number][slot].replace(trace)
    }

    pub fn remove(&mut self, addr: usize) -> Option<Trace> {
        let (upper, slot) = place(addr);
        let number = self.page(upper)?;
        self.pages[number][slot].take()
    }

    pub fn get(&self, addr: usize) -> Option<Trace> {
        let (upper, slot) = place(addr);
        let number = *self.numbers.get(&(upper << 4))?;
        self.pages[number as usize][slot]
    }

    pub fn set_site(&mut self, addr: usize, site: SiteId) {
        let (upper, slot) = place(addr);
        if let Some(number) = self.page(upper)
            && let Some(trace) = &mut self.pages[number][slot]
        {
            trace.site = site;
        }
    }

    pub fn clear(&mut self) {
        *self = Table::default();
    }

    /// All traces by address, so that the same run gives the same order.
    pub fn sorted(&self) -> Vec<(usize, Trace)> {
        let mut pages: Vec<_> = self.numbers.iter().map(|(upper, number)| (*upper >> 4, *number)).collect();
        pages.sort_unstable();
        let traces = pages.into_iter().flat_map(|(upper, number)| {
            let page = self.pages[number as usize].iter().enumerate();
            page.filter_map(move |(slot, trace)| Some(((upper << STRETCH) + (slot << 4), (*trace)?)))
        });
        traces.collect()
    }

    pub fn own_size(&self) -> usize {
        self.pages.len() * (size_of::<Page>() + 32)
    }
}
