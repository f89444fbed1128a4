//! The order in which `list.sort` and `sorted` put their items: a stable merge sort over runs.
//!
//! The list is cut into ascending runs (descending ones are turned around, short ones are completed by
//! binary insertion), and neighbouring runs are merged in the order of the powersort policy, galloping
//! where one run keeps winning. A `__lt__` written in Python therefore sees CPython's calls in CPython's order.
//!
//! What moves is numbers (positions in the list), never objects: when a comparison fails halfway,
//! the numbers are still a permutation and the list loses nothing.

use std::ops::Range;

/// Wins in a row that start galloping; merges adapt the threshold from here.
const MIN_GALLOP: usize = 7;

/// Sorts `order` so that no item is less than its predecessor, asking only `less(later, earlier)` questions.
pub fn merge_sort<E>(order: &mut [u32], less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<(), E> {
    let len = order.len();
    if len < 2 {
        return Ok(());
    }
    let min_run = min_run(len);
    let mut sorter = Sorter { order, less, runs: Vec::new(), gallop: MIN_GALLOP, source: Vec::new() };
    let mut start = 0;
    while start < len {
        let mut end = sorter.take_run(start)?;
        if end - start < min_run {
            let wanted = len.min(start + min_run);
            sorter.insert_sorted(start, end, wanted)?;
            end = wanted;
        }
        sorter.push_run(start..end)?;
        start = end;
    }
    sorter.collapse()
}

/// A length between 32 and 64 such that `len` divides into about a power of two of runs.
fn min_run(mut len: usize) -> usize {
    let mut odd = 0;
    while len >= 64 {
        odd |= len & 1;
        len >>= 1;
    }
    len + odd
}

/// A sorted stretch that waits for its neighbour.
struct Run {
    span: Range<usize>,
    /// Depth of the boundary behind this run in the perfectly balanced merge tree.
    power: u32,
}

struct Sorter<'a, L> {
    order: &'a mut [u32],
    less: &'a mut L,
    runs: Vec<Run>,
    /// Wins in a row needed to start galloping.
    gallop: usize,
    /// The two runs of the current merge, copied out.
    source: Vec<u32>,
}

impl<E, L: FnMut(u32, u32) -> Result<bool, E>> Sorter<'_, L> {
    /// The end of the run that starts at `start`; a strictly descending one is turned around.
    fn take_run(&mut self, start: usize) -> Result<usize, E> {
        let len = self.order.len();
        if start + 1 == len {
            return Ok(len);
        }
        let descending = (self.less)(self.order[start + 1], self.order[start])?;
        let mut end = start + 2;
        while end < len && (self.less)(self.order[end], self.order[end - 1])? == descending {
            end += 1;
        }
        if descending {
            self.order[start..end].reverse();
        }
        Ok(end)
    }

    /// Completes the sorted stretch `start..sorted` up to `end` by binary insertion.
    fn insert_sorted(&mut self, start: usize, sorted: usize, end: usize) -> Result<(), E> {
        for at in sorted..end {
            let pivot = self.order[at];
            let (mut left, mut right) = (start, at);
            while left < right {
                let middle = left + (right - left) / 2;
                if (self.less)(pivot, self.order[middle])? {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            self.order.copy_within(left..at, left + 1);
            self.order[left] = pivot;
        }
        Ok(())
    }

    /// Merges what the policy wants merged before a new run joins the stack.
    fn push_run(&mut self, span: Range<usize>) -> Result<(), E> {
        if let Some(last) = self.runs.last() {
            let power = power(last.span.start, last.span.len(), span.len(), self.order.len());
            while self.runs.len() > 1 && self.runs[self.runs.len() - 2].power > power {
                self.merge_at(self.runs.len() - 2)?;
            }
            if let Some(last) = self.runs.last_mut() {
                last.power = power;
            }
        }
        self.runs.push(Run { span, power: 0 });
        Ok(())
    }

    /// Merges until one run is left.
    fn collapse(&mut self) -> Result<(), E> {
        while self.runs.len() > 1 {
            let mut at = self.runs.len() - 2;
            if at > 0 && self.runs[at - 1].span.len() < self.runs[at + 1].span.len() {
                at -= 1;
            }
            self.merge_at(at)?;
        }
        Ok(())
    }

    /// Merges runs `at` and `at + 1`, leaving alone what is in place already.
    fn merge_at(&mut self, at: usize) -> Result<(), E> {
        let mut b = self.runs.remove(at + 1).span;
        let mut a = self.runs[at].span.clone();
        self.runs[at].span.end = b.end;
        a.start += gallop_right(self.order[b.start], &self.order[a.clone()], 0, self.less)?;
        if a.is_empty() {
            return Ok(());
        }
        b.end = b.start + gallop_left(self.order[a.end - 1], &self.order[b.clone()], b.len() - 1, self.less)?;
        if b.is_empty() {
            return Ok(());
        }
        self.source.clear();
        self.source.extend_from_slice(&self.order[a.start..b.end]);
        let merge = Merge {
            from_end: a.len() > b.len(),
            source: &self.source,
            out: &mut self.order[a.start..b.end],
            a: 0..a.len(),
            b: a.len()..a.len() + b.len(),
        };
        merge.run(&mut self.gallop, self.less)
    }
}

/// Depth at which the boundary between two neighbouring runs lies in the balanced tree over `len` items:
/// the first binary digit in which the midpoints of the runs, as fractions of the list, differ.
fn power(start: usize, len_a: usize, len_b: usize, len: usize) -> u32 {
    let (mut a, mut b) = (2 * start + len_a, 2 * start + 2 * len_a + len_b);
    let mut depth = 0;
    loop {
        depth += 1;
        if a >= len {
            a -= len;
            b -= len;
        } else if b >= len {
            return depth;
        }
        a <<= 1;
        b <<= 1;
    }
}

/// How many items of `run` are less than `key`.
fn gallop_left<E>(
    key: u32,
    run: &[u32],
    hint: usize,
    less: &mut impl FnMut(u32, u32) -> Result<bool, E>,
) -> Result<usize, E> {
    gallop(run.len(), hint, |i| less(run[i], key))
}

/// How many items of `run` are not greater than `key`.
fn gallop_right<E>(
    key: u32,
    run: &[u32],
    hint: usize,
    less: &mut impl FnMut(u32, u32) -> Result<bool, E>,
) -> Result<usize, E> {
    gallop(run.len(), hint, |i| Ok(!less(key, run[i])?))
}

/// The number of leading positions that are `before` the wanted one: steps of 1, 3, 7, 15... from the hint,
/// then a binary search in the last step.
fn gallop<E>(len: usize, hint: usize, mut before: impl FnMut(usize) -> Result<bool, E>) -> Result<usize, E> {
    let (mut last, mut step) = (0, 1);
    // The answer lies in low..=high.
    let (mut low, mut high);
    if before(hint)? {
        let limit = len - hint;
        while step < limit && before(hint + step)? {
            last = step;
            step = 2 * step + 1;
        }
        low = hint + last + 1;
        high = hint + step.min(limit);
    } else {
        let limit = hint + 1;
        while step < limit && !before(hint - step)? {
            last = step;
            step = 2 * step + 1;
        }
        low = limit - step.min(limit);
        high = hint - last;
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle)? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(high)
}

/// How a merge goes on after a step.
#[derive(PartialEq)]
enum Step {
    More,
    /// One run is used up.
    Done,
    /// One item of the shorter run is left, and it belongs behind the whole rest.
    OneLeft,
}

/// One merge of two neighbouring runs: forwards if the left one is shorter, else from the end backwards.
/// The heads of the runs are their first or their last items accordingly.
struct Merge<'a> {
    source: &'a [u32],
    out: &'a mut [u32],
    a: Range<usize>,
    b: Range<usize>,
    from_end: bool,
}

impl Merge<'_> {
    fn run<E>(mut self, gallop: &mut usize, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<(), E> {
        let result = self.merge(gallop, less);
        // What is left of both runs fills the gap: also after a failed comparison nothing is lost.
        let one_left = matches!(result, Ok(Step::OneLeft));
        let (first, second) = if one_left { (self.b, self.a) } else { (self.a, self.b) };
        let start = if self.from_end { 0 } else { self.out.len() - first.len() - second.len() };
        let (middle, end) = (start + first.len(), start + first.len() + second.len());
        self.out[start..middle].copy_from_slice(&self.source[first]);
        self.out[middle..end].copy_from_slice(&self.source[second]);
        result.map(|_| ())
    }

    fn merge<E>(&mut self, gallop: &mut usize, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<Step, E> {
        let mut step = if self.from_end { self.take_a(1) } else { self.take_b(1) };
        let mut threshold = *gallop;
        while step == Step::More {
            step = self.one_by_one(threshold, less)?;
            threshold += 1;
            while step == Step::More {
                threshold -= usize::from(threshold > 1);
                *gallop = threshold;
                let long;
                (step, long) = self.gallop_once(less)?;
                if !long && step == Step::More {
                    break;
                }
            }
            if step == Step::More {
                threshold += 1;
                *gallop = threshold;
            }
        }
        Ok(step)
    }

    /// Takes single items until one run has won `threshold` times in a row.
    fn one_by_one<E>(
        &mut self,
        threshold: usize,
        less: &mut impl FnMut(u32, u32) -> Result<bool, E>,
    ) -> Result<Step, E> {
        let (mut wins, mut winner) = (0, None);
        loop {
            let b_less = less(self.head_b(), self.head_a())?;
            let take_b = b_less != self.from_end;
            let step = if take_b { self.take_b(1) } else { self.take_a(1) };
            wins = if winner == Some(take_b) { wins + 1 } else { 1 };
            winner = Some(take_b);
            if step != Step::More || wins >= threshold {
                return Ok(step);
            }
        }
    }

    /// Takes a stretch of each run; the flag says whether one of them was long enough to go on so.
    fn gallop_once<E>(&mut self, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<(Step, bool), E> {
        let run = &self.source[self.a.clone()];
        let hint = if self.from_end { run.len() - 1 } else { 0 };
        let split = gallop_right(self.head_b(), run, hint, less)?;
        let from_a = if self.from_end { run.len() - split } else { split };
        if from_a > 0 {
            let step = self.take_a(from_a);
            if step != Step::More {
                return Ok((step, true));
            }
        }
        let step = self.take_b(1);
        if step != Step::More {
            return Ok((step, true));
        }
        let run = &self.source[self.b.clone()];
        let hint = if self.from_end { run.len() - 1 } else { 0 };
        let split = gallop_left(self.head_a(), run, hint, less)?;
        let from_b = if self.from_end { run.len() - split } else { split };
        if from_b > 0 {
            let step = self.take_b(from_b);
            if step != Step::More {
                return Ok((step, true));
            }
        }
        let step = self.take_a(1);
        Ok((step, from_a >= MIN_GALLOP || from_b >= MIN_GALLOP))
    }

    fn head_a(&self) -> u32 {
        self.source[if self.from_end { self.a.end - 1 } else { self.a.start }]
    }

    fn head_b(&self) -> u32 {
        self.source[if self.from_end { self.b.end - 1 } else { self.b.start }]
    }

    fn take_a(&mut self, count: usize) -> Step {
        self.a = self.write(self.a.clone(), count);
        self.step()
    }

    fn take_b(&mut self, count: usize) -> Step {
        self.b = self.write(self.b.clone(), count);
        self.step()
    }

    /// Moves `count` items from the head of `run` to the output and answers the rest of the run.
    fn write(&mut self, run: Range<usize>, count: usize) -> Range<usize> {
        let left = self.a.len() + self.b.len();
        if self.from_end {
            let middle = run.end - count;
            self.out[left - count..left].copy_from_slice(&self.source[middle..run.end]);
            run.start..middle
        } else {
            let (middle, at) = (run.start + count, self.out.len() - left);
            self.out[at..at + count].copy_from_slice(&self.source[run.start..middle]);
            middle..run.end
        }
    }

    fn step(&self) -> Step {
        let shorter = if self.from_end { &self.b } else { &self.a };
        if self.a.is_empty() || self.b.is_empty() {
            Step::Done
        } else if shorter.len() == 1 {
            Step::OneLeft
        } else {
            Step::More
        }
    }
}
