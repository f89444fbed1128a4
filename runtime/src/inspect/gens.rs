//! The collector's generations: how full they are, and what their collections came to.

use super::chart::{Cell, Tone, table};
use super::json::list;
use crate::vm::Vm;
use std::fmt;

/// One generation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generation {
    /// Objects in it.
    pub objects: usize,
    /// What `gc.get_count` says of it, and the threshold that it must pass.
    pub count: usize,
    pub threshold: i64,
    /// Collections of it, and the objects that they freed and could not free.
    pub collections: usize,
    pub collected: usize,
    pub uncollectable: usize,
}

/// All of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generations {
    /// The youngest first.
    pub rows: Vec<Generation>,
    /// Objects that `gc.freeze` has put aside.
    pub frozen: usize,
    /// Whether the collector comes by itself.
    pub enabled: bool,
}

/// Marks of a full bar in the picture.
const BAR: usize = 20;

impl Vm {
    /// The generations as they are.
    pub fn generations(&self) -> Generations {
        let heap = &self.heap;
        let (thresholds, counts) = (heap.thresholds(), heap.gc_counts());
        let ((tracked, frozen), stats) = (heap.tracked_counts(), heap.gc_stats());
        let row = |n: usize| Generation {
            objects: tracked[n],
            count: counts[n],
            threshold: i64::from(thresholds[n]),
            collections: stats[n].collections,
            collected: stats[n].collected,
            uncollectable: stats[n].uncollectable,
        };
        Generations { rows: (0..tracked.len()).map(row).collect(), frozen, enabled: heap.gc_enabled() }
    }
}

impl fmt::Display for Generations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "generation  objects  count  threshold  collections  collected")?;
        for (n, row) in self.rows.iter().enumerate() {
            let Generation { objects, count, threshold, collections, collected, .. } = row;
            writeln!(f, "{n:>10}  {objects:>7}  {count:>5}  {threshold:>9}  {collections:>11}  {collected:>9}")?;
        }
        if self.frozen > 0 {
            writeln!(f, "    frozen  {:>7}", self.frozen)?;
        }
        if !self.enabled {
            writeln!(f, "the collector does not come by itself: gc.enable() lets it")?;
        }
        Ok(())
    }
}

impl Generations {
    /// As JSON.
    pub fn json(&self) -> String {
        let rows = list(self.rows.iter().enumerate(), |(n, row)| {
            let Generation { objects, count, threshold, collections, collected, uncollectable } = row;
            format!(
                "{{\"generation\": {n}, \"objects\": {objects}, \"count\": {count}, \"threshold\": {threshold}, \
                 \"collections\": {collections}, \"collected\": {collected}, \"uncollectable\": {uncollectable}}}"
            )
        });
        format!("{{\"enabled\": {}, \"frozen\": {}, \"generations\": {rows}}}", self.enabled, self.frozen)
    }

    /// As a picture: how far each is from its next collection.
    pub fn svg(&self) -> String {
        let row = |(n, row): (usize, &Generation)| {
            let full = match usize::try_from(row.threshold) {
                Ok(threshold) if threshold > 0 => (row.count * BAR / threshold).min(BAR),
                _ => 0,
            };
            vec![
                Cell::new(Tone::Plain, n.to_string()),
                Cell::new(Tone::Count, row.objects.to_string()),
                Cell::new(Tone::Plain, format!("{} of {}", row.count, row.threshold)),
                Cell::new(Tone::Plain, "■".repeat(full) + &"□".repeat(BAR - full)),
                Cell::new(Tone::Plain, row.collections.to_string()),
                Cell::new(Tone::Plain, row.collected.to_string()),
            ]
        };
        let rows: Vec<Vec<Cell>> = self.rows.iter().enumerate().map(row).collect();
        let heads = ["generation", "objects", "count, threshold", "", "collections", "objects freed"];
        let frozen = if self.frozen > 0 { format!("; {} objects are frozen", self.frozen) } else { String::new() };
        let off = if self.enabled { "" } else { "; the collector does not come by itself" };
        let legend = format!(
            "the youngest is collected when its count passes the threshold, an older one after so many collections of the \
             one before it{frozen}{off}"
        );
        table("the collector's generations", &heads, &rows, &legend)
    }
}
