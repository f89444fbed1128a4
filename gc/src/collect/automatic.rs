//! When collections run: thresholds, counts, the 25 % rule, and the settings of `gc`.

use crate::collect::{CollectMode, GENERATIONS, GenerationStats};
use crate::heap::Heap;
use crate::hooks::{Collection, Phase};
use crate::profile::{Trigger, Waiting};

impl Heap {
    /// An allocation found that a collection is due.
    #[cold]
    #[inline(never)]
    pub(crate) fn automatic_collection(&self) {
        if self.gc.collecting.get() {
            return;
        }
        match self.profile().trigger {
            Trigger::Allocation => self.collect_due(),
            Trigger::Safepoint => {
                self.gc.due.set(true);
                (self.hooks().collection_due)(self);
            }
        }
    }

    /// Collects the oldest generation whose count is above its threshold. The oldest one waits
    /// until enough survivors have come in, so that full collections stay in proportion.
    fn collect_due(&self) {
        let due = |g: &usize| {
            let generation = &self.gc.generations[*g];
            generation.count.get() as i64 > i64::from(generation.threshold.get())
                && (*g < GENERATIONS - 1 || self.gc.long_lived_pending.get() >= self.gc.long_lived_total.get() / 4)
        };
        if let Some(generation) = (0..GENERATIONS).rev().find(due) {
            self.collect_with_callbacks(generation);
        }
    }

    fn collect_with_callbacks(&self, generation: usize) -> Collection {
        self.gc.collecting.set(true);
        let hooks = self.hooks();
        let none = Collection { generation, ..Collection::default() };
        (hooks.gc_callback)(self, Phase::Start, &none);
        let done = self.collect_now(generation);
        (hooks.gc_callback)(self, Phase::Stop, &done);
        self.gc.collecting.set(false);
        done
    }

    /// A full collection at the end of a program, which `gc.callbacks` are not told of.
    pub fn collect_quietly(&self) -> Collection {
        if self.gc.collecting.replace(true) {
            return Collection::default();
        }
        let done = self.collect_now(GENERATIONS - 1);
        self.gc.collecting.set(false);
        done
    }

    /// `gc.collect(generation)`. Nothing happens inside another collection.
    ///
    /// # Panics
    /// If there is no such generation: the caller reports that before.
    pub fn collect(&self, generation: usize) -> Collection {
        assert!(generation < GENERATIONS);
        if self.gc.collecting.get() {
            return Collection { generation, ..Collection::default() };
        }
        self.collect_with_callbacks(generation)
    }

    /// Whether no collection begins while `count` more objects are made.
    #[inline]
    pub fn has_quiet(&self, count: usize) -> bool {
        self.gc.generations[0].count.get() + count <= self.gc.trip.get()
    }

    /// A place at which the machine can collect. Call it often; it is one test.
    #[inline(always)]
    pub fn safepoint(&self) {
        if self.gc.due.get() {
            self.collect_at_safepoint();
        }
    }

    /// Whether `safepoint` would do something.
    #[inline(always)]
    pub fn safepoint_due(&self) -> bool {
        self.gc.due.get()
    }

    #[cold]
    #[inline(never)]
    fn collect_at_safepoint(&self) {
        if self.gc.collecting.get() {
            return;
        }
        if self.gc.mode.get() == CollectMode::Everywhere {
            self.collect_with_callbacks(GENERATIONS - 1);
        } else {
            self.gc.due.set(false);
            if self.gc.enabled.get() {
                self.collect_due();
            }
        }
    }

    /// At the end of the heap: collects all garbage there is, also what is frozen. Nothing is saved any more.
    pub fn collect_the_rest(&self) {
        self.gc.debug.set(0);
        self.unfreeze();
        while self.collect_quietly().collected > 0 {}
    }

    /// When collections run by themselves.
    pub fn collect_mode(&self) -> CollectMode {
        self.gc.mode.get()
    }

    /// Says when collections run by themselves.
    pub fn set_collect_mode(&self, mode: CollectMode) {
        self.gc.mode.set(mode);
        self.gc.due.set(mode == CollectMode::Everywhere);
        (self.hooks().collection_due)(self);
        self.gc.set_trip();
    }

    /// `gc.isenabled()`.
    pub fn gc_enabled(&self) -> bool {
        self.gc.enabled.get()
    }

    /// `gc.enable()`, `gc.disable()`.
    pub fn set_gc_enabled(&self, on: bool) {
        self.gc.enabled.set(on);
        self.gc.set_trip();
    }

    /// Whether a collection is running.
    pub fn is_collecting(&self) -> bool {
        self.gc.collecting.get()
    }

    /// `gc.get_threshold()`.
    pub fn thresholds(&self) -> [i32; GENERATIONS] {
        std::array::from_fn(|i| self.gc.generations[i].threshold.get())
    }

    /// `gc.set_threshold()`.
    pub fn set_thresholds(&self, thresholds: [i32; GENERATIONS]) {
        for (generation, threshold) in self.gc.generations.iter().zip(thresholds) {
            generation.threshold.set(threshold);
        }
        self.gc.set_trip();
    }

    /// `gc.get_count()`.
    pub fn gc_counts(&self) -> [usize; GENERATIONS] {
        std::array::from_fn(|i| self.gc.generations[i].count.get())
    }

    /// No collection looks at what is made from now on until the program begins: all of that stays.
    pub fn begin_start_up(&self) {
        self.set_gc_enabled(false);
    }

    /// What was made so far is the older half of the heap, and the collector has counted what it has in CPython when
    /// a program starts.
    pub fn begin_program(&self) {
        let [young, middle, _] = &self.gc.generations;
        middle.list.merge(&young.list);
        self.freeze_first(&middle.list, self.profile().frozen);
        self.gc.beyond.set(self.profile().survivors.saturating_sub(middle.list.len()));
        let counted = self.profile().waiting.counted;
        self.set_counted(counted);
        young.stats.set(GenerationStats { collections: counted[1], ..GenerationStats::default() });
        self.set_gc_enabled(true);
        self.expect_last_words(false);
    }

    /// Brings counts and free lists to where they are in CPython when something has been imported, without the garbage
    /// that our import has made.
    pub fn settle(&self, waiting: &Waiting) {
        if self.gc_enabled() {
            self.collect_quietly();
        }
        self.set_free_lists(waiting);
        self.set_counted(waiting.counted);
    }

    fn set_counted(&self, [made, collections]: [usize; 2]) {
        let [young, middle, _] = &self.gc.generations;
        young.count.set(made);
        middle.count.set(collections);
    }

    /// `gc.get_stats()`.
    pub fn gc_stats(&self) -> [GenerationStats; GENERATIONS] {
        std::array::from_fn(|i| self.gc.generations[i].stats.get())
    }

    /// `gc.get_debug()`.
    pub fn gc_debug(&self) -> u32 {
        self.gc.debug.get()
    }

    /// `gc.set_debug()`.
    pub fn set_gc_debug(&self, flags: u32) {
        self.gc.debug.set(flags);
    }

    /// Survivors of middle collections that wait for a full one, and the survivors of the
    /// last full one: a full collection is due when the first reaches a quarter of the second.
    pub fn long_lived(&self) -> (usize, usize) {
        (self.gc.long_lived_pending.get(), self.gc.long_lived_total.get())
    }
}
