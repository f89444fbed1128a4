//! The instruments' mechanism: what can be seen of the objects from outside the observed heap.
//!
//! Everything here reads: no block of the heap is allocated, no `id` moves, and the counts are the same afterwards.
//! The answers are plain data without handles; their wording as text is one `Display` each.

pub mod balance;
mod chart;
pub mod gens;
pub mod graph;
pub mod heap;
pub mod json;
pub mod layout;
pub mod leaks;
pub mod ledger;
mod net;
mod neutral;
mod pictures;
mod places;
pub mod record;
mod reports;
pub mod steps;
mod steps_picture;
mod titles;
mod twin;
pub mod why;

pub use titles::text;
