//! The matcher: carries a program out on a text, and goes back where a way fails.
//!
//! What must be tried or undone later lies on a stack of frames, so that no text is too long for the native stack.

use super::program::{Alphabet, Op, Place, Program, Single, fold, is_word};
use runtime::error::PyResult;
use runtime::text::Unit;
use runtime::vm::Vm;

/// No position.
pub const NONE: usize = usize::MAX;

/// What is looked for, and where.
#[derive(Clone, Copy, Debug)]
pub struct Task {
    /// Where the match begins, or may begin at the earliest.
    pub start: usize,
    /// Where the text ends for this search.
    pub end: usize,
    /// The match must reach the end.
    pub whole: bool,
    /// The match may begin later.
    pub search: bool,
    /// A match at `start` must not be empty.
    pub advance: bool,
}

/// Positions of the groups, two each, and the group that was closed last (0: none).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub slots: Vec<usize>,
    pub last: usize,
}

/// What is on the stack.
#[derive(Clone, Copy)]
enum Frame {
    /// Another way.
    Way { pc: usize, at: usize },
    /// As `Way`, one character less each time, down to `least`.
    Fewer { pc: usize, least: usize, at: usize },
    /// One character more.
    More { pc: usize, at: usize, left: u32 },
    /// A loop whose body may come once more.
    Again { pc: usize, at: usize },
    /// A group's position before.
    Slot { slot: u32, last: u32, old: usize },
    /// A loop's state before.
    Loop { id: u32, count: u32, at: usize },
    /// Nothing below belongs to what is tried; `next` is where its failure leads.
    Fence { at: usize, next: usize },
}

struct Matcher<'a, T> {
    vm: &'a Vm,
    program: &'a Program,
    text: &'a [T],
    end: usize,
    task: Task,
    frames: Vec<Frame>,
    /// The places of fences among the frames.
    fences: Vec<usize>,
    slots: Vec<usize>,
    last: usize,
    /// Count and position at the last round, of each loop.
    loops: Vec<(u32, usize)>,
    steps: u32,
}

/// Carries the task out; the search goes from left to right.
pub fn run<T: Unit>(vm: &Vm, program: &Program, text: &[T], task: Task) -> PyResult<Option<Found>> {
    let mut matcher = Matcher {
        vm,
        program,
        text,
        end: task.end,
        task,
        frames: Vec::new(),
        fences: Vec::new(),
        slots: vec![NONE; 2 * (program.groups + 1)],
        last: 0,
        loops: vec![(0, NONE); program.loops],
        steps: 0,
    };
    let mut start = task.start;
    while start <= task.end {
        if task.search
            && let Some(first) = program.first
        {
            match matcher.next_start(first, start) {
                Some(at) => start = at,
                None => return Ok(None),
            }
        }
        if let Some(end) = matcher.from(start)? {
            let (mut slots, last) = (matcher.slots, matcher.last);
            (slots[0], slots[1]) = (start, end);
            return Ok(Some(Found { slots, last }));
        }
        if !task.search {
            break;
        }
        start += 1;
    }
    Ok(None)
}

impl<T: Unit> Matcher<'_, T> {
    /// The next place where the first character fits.
    fn next_start(&self, first: Single, from: usize) -> Option<usize> {
        let text = &self.text[from..self.end];
        let at = match first {
            Single::Char(c) => T::from_char(c).and_then(|unit| T::find(text, &[unit])),
            what => text.iter().position(|unit| self.fits(what, (*unit).into())),
        };
        at.map(|at| from + at)
    }

    #[inline]
    fn fits(&self, what: Single, c: u32) -> bool {
        match what {
            Single::Char(wanted) => c == wanted,
            Single::Folded(wanted, alphabet) => c == wanted || fold(c, alphabet) == wanted,
            Single::Any => c != 0x0a,
            Single::All => true,
            Single::Set(number) => self.program.sets[number].has(c),
        }
    }

    #[inline]
    fn fits_at(&self, what: Single, at: usize) -> bool {
        at < self.end && self.fits(what, self.text[at].into())
    }

    /// How many characters from here on fit, at most `max`.
    fn count(&self, what: Single, at: usize, max: u32) -> usize {
        let most = (self.end - at).min(max as usize);
        let text = &self.text[at..at + most];
        match what {
            Single::All => most,
            Single::Any => T::from_char(0x0a).and_then(|feed| T::find(text, &[feed])).unwrap_or(most),
            what => text.iter().position(|unit| !self.fits(what, (*unit).into())).unwrap_or(most),
        }
    }

    fn place(&self, place: Place, at: usize) -> bool {
        let feed = |at: usize| self.text[at].into() == 0x0a;
        let word = |at: usize, alphabet: Alphabet| is_word(self.text[at].into(), alphabet);
        let boundary = |alphabet| (at > 0 && word(at - 1, alphabet)) != (at < self.end && word(at, alphabet));
        match place {
            Place::TextStart => at == 0,
            Place::LineStart => at == 0 || feed(at - 1),
            Place::End => at == self.end || (at + 1 == self.end && feed(at)),
            Place::LineEnd => at == self.end || feed(at),
            Place::TextEnd => at == self.end,
            Place::Boundary(alphabet) => self.end > 0 && boundary(alphabet),
            Place::NoBoundary(alphabet) => self.end > 0 && !boundary(alphabet),
        }
    }

    fn save(&mut self, slot: usize, at: usize) -> PyResult<()> {
        let old = Frame::Slot { slot: slot as u32, last: self.last as u32, old: self.slots[slot] };
        self.vm.push(&mut self.frames, old)?;
        self.slots[slot] = at;
        if slot % 2 == 1 {
            self.last = slot / 2;
        }
        Ok(())
    }

    fn set_loop(&mut self, id: usize, state: (u32, usize)) -> PyResult<()> {
        let (count, at) = self.loops[id];
        self.vm.push(&mut self.frames, Frame::Loop { id: id as u32, count, at })?;
        self.loops[id] = state;
        Ok(())
    }

    fn fence(&mut self, at: usize, next: usize) -> PyResult<()> {
        self.vm.push(&mut self.fences, self.frames.len())?;
        self.vm.push(&mut self.frames, Frame::Fence { at, next })
    }

    /// Forgets all other ways since the last fence; what must be undone stays. Answers the position at the fence.
    fn commit(&mut self) -> usize {
        let Some(place) = self.fences.pop() else { return 0 };
        let at = if let Frame::Fence { at, .. } = self.frames[place] { at } else { 0 };
        let mut kept = place;
        for i in place + 1..self.frames.len() {
            if matches!(self.frames[i], Frame::Slot { .. } | Frame::Loop { .. }) {
                self.frames[kept] = self.frames[i];
                kept += 1;
            }
        }
        self.frames.truncate(kept);
        at
    }

    /// Undoes everything since the last fence, the fence included.
    fn undo(&mut self) {
        let Some(place) = self.fences.pop() else { return };
        while self.frames.len() > place {
            match self.frames.pop() {
                Some(Frame::Slot { slot, last, old }) => self.restore_slot(slot, last, old),
                Some(Frame::Loop { id, count, at }) => self.loops[id as usize] = (count, at),
                _ => {}
            }
        }
    }

    fn restore_slot(&mut self, slot: u32, last: u32, old: usize) {
        self.slots[slot as usize] = old;
        self.last = last as usize;
    }

    /// The next way that is left: where to go on.
    fn fail(&mut self) -> PyResult<Option<(usize, usize)>> {
        while let Some(frame) = self.frames.pop() {
            match frame {
                Frame::Way { pc, at } => return Ok(Some((pc, at))),
                Frame::Fewer { pc, least, at } => {
                    if let Some(at) = self.shorter(pc, least, at) {
                        if at > least {
                            self.frames.push(Frame::Fewer { pc, least, at: at - 1 });
                        }
                        return Ok(Some((pc, at)));
                    }
                }
                Frame::More { pc, at, left } => {
                    let (Op::Few { what, .. } | Op::Many { what, .. }) = self.program.ops[pc] else { continue };
                    if left > 0 && self.fits_at(what, at) {
                        self.frames.push(Frame::More { pc, at: at + 1, left: left - 1 });
                        return Ok(Some((pc + 1, at + 1)));
                    }
                }
                Frame::Again { pc, at } => {
                    if let Op::LoopNext { id, .. } = self.program.ops[pc] {
                        let (count, _) = self.loops[id];
                        self.set_loop(id, (count + 1, at))?;
                        return Ok(Some((pc + 1, at)));
                    }
                }
                Frame::Slot { slot, last, old } => self.restore_slot(slot, last, old),
                Frame::Loop { id, count, at } => self.loops[id as usize] = (count, at),
                Frame::Fence { at, next } => {
                    self.fences.pop();
                    if next != NONE {
                        return Ok(Some((next, at)));
                    }
                }
            }
        }
        Ok(None)
    }

    /// The longest way not longer than `at` that the next instruction may like.
    fn shorter(&self, pc: usize, least: usize, at: usize) -> Option<usize> {
        let Op::One(what @ Single::Char(_)) = self.program.ops[pc] else { return Some(at) };
        (least..=at).rev().find(|at| self.fits_at(what, *at))
    }

    fn look(&mut self, back: usize, at: usize, next: usize) -> PyResult<Option<usize>> {
        let Some(from) = at.checked_sub(back) else { return Ok(None) };
        self.fence(at, next)?;
        Ok(Some(from))
    }

    /// Whether the text of a group stands here; the end of it.
    fn reference(&self, group: usize, fold_as: Option<Alphabet>, at: usize) -> Option<usize> {
        let (from, to) = (self.slots[2 * group], self.slots[2 * group + 1]);
        if from == NONE || to == NONE || to < from || self.end - at < to - from {
            return None;
        }
        let same = |i: usize| {
            let (a, b): (u32, u32) = (self.text[from + i].into(), self.text[at + i].into());
            a == b || fold_as.is_some_and(|alphabet| fold(a, alphabet) == fold(b, alphabet))
        };
        (0..to - from).all(same).then_some(at + to - from)
    }

    /// Many of one character; where to go on.
    fn many(&mut self, pc: usize, at: usize) -> PyResult<Option<usize>> {
        match self.program.ops[pc] {
            Op::Many { what, min, max } => {
                let (least, most) = (at + min as usize, at + self.count(what, at, max));
                if most < least {
                    return Ok(None);
                }
                if most > least {
                    self.vm.push(&mut self.frames, Frame::Fewer { pc: pc + 1, least, at: most - 1 })?;
                }
                Ok(Some(most))
            }
            Op::Most { what, min, max } => {
                let count = self.count(what, at, max);
                Ok((count >= min as usize).then_some(at + count))
            }
            Op::Few { what, min, max } => {
                if self.count(what, at, min) < min as usize {
                    return Ok(None);
                }
                let at = at + min as usize;
                self.vm.push(&mut self.frames, Frame::More { pc, at, left: max.saturating_sub(min) })?;
                Ok(Some(at))
            }
            _ => Ok(Some(at)),
        }
    }

    /// Whether a loop's body comes (once more), and where to go on.
    fn next_round(&mut self, pc: usize, at: usize) -> PyResult<usize> {
        let Op::LoopNext { id, min, max, lazy, exit } = self.program.ops[pc] else { return Ok(pc + 1) };
        let (count, before) = self.loops[id];
        if count < min {
            self.set_loop(id, (count + 1, before))?;
            return Ok(pc + 1);
        }
        // A round that matched nothing would go on for ever.
        if count >= max || at == before {
            return Ok(exit);
        }
        if lazy {
            self.vm.push(&mut self.frames, Frame::Again { pc, at })?;
            return Ok(exit);
        }
        self.vm.push(&mut self.frames, Frame::Way { pc: exit, at })?;
        self.set_loop(id, (count + 1, at))?;
        Ok(pc + 1)
    }

    /// A match that begins here: its end.
    fn from(&mut self, start: usize) -> PyResult<Option<usize>> {
        self.frames.clear();
        self.fences.clear();
        let (mut pc, mut at) = (0, start);
        loop {
            self.steps = self.steps.wrapping_add(1);
            if self.steps & 0xfff == 0 {
                self.vm.safepoint()?;
            }
            let next = match self.program.ops[pc] {
                Op::One(what) => self.fits_at(what, at).then_some((pc + 1, at + 1)),
                Op::Many { .. } | Op::Few { .. } | Op::Most { .. } => self.many(pc, at)?.map(|at| (pc + 1, at)),
                Op::At(place) => self.place(place, at).then_some((pc + 1, at)),
                Op::Save(slot) => {
                    self.save(slot, at)?;
                    Some((pc + 1, at))
                }
                Op::Split(first, second) => {
                    self.vm.push(&mut self.frames, Frame::Way { pc: second, at })?;
                    Some((first, at))
                }
                Op::Jump(to) => Some((to, at)),
                Op::LoopStart(id) => {
                    self.set_loop(id, (0, NONE))?;
                    Some((pc + 1, at))
                }
                Op::LoopNext { .. } => Some((self.next_round(pc, at)?, at)),
                Op::Fence => {
                    self.fence(at, NONE)?;
                    Some((pc + 1, at))
                }
                Op::Commit => {
                    self.commit();
                    Some((pc + 1, at))
                }
                Op::Look { back } => self.look(back, at, NONE)?.map(|at| (pc + 1, at)),
                Op::LookEnd => Some((pc + 1, self.commit())),
                Op::NotLook { back, next } => {
                    Some(self.look(back, at, next)?.map_or((next, at), |from| (pc + 1, from)))
                }
                Op::NotLookEnd => {
                    self.undo();
                    None
                }
                Op::Reference { group, fold } => self.reference(group, fold, at).map(|at| (pc + 1, at)),
                Op::IfGroup { group, otherwise } => {
                    let known = self.slots.get(2 * group + 1).is_some_and(|end| *end != NONE);
                    Some((if known { pc + 1 } else { otherwise }, at))
                }
                Op::Done => {
                    let refused = (self.task.whole && at != self.end)
                        || (self.task.advance && start == self.task.start && at == start);
                    if !refused {
                        return Ok(Some(at));
                    }
                    None
                }
            };
            match next {
                Some(next) => (pc, at) = next,
                None => match self.fail()? {
                    Some(next) => (pc, at) = next,
                    None => return Ok(None),
                },
            }
        }
    }
}
