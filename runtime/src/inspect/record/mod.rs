//! The recorder: what became of the objects, event by event, as plain data in a bounded ring.
//!
//! While it is on, the watched loop tells it each instruction (`follow`), and the heap tells it births and deaths. Counts
//! are compared from outside: recording takes no count and allocates nothing in the observed heap. Numbers, texts and
//! other objects that hold nothing are met when the program puts them somewhere: under a name, into a container.

mod follow;
mod holders;
mod lines;
mod reasons;
mod report;

pub(crate) use follow::{UnderWay, after, before};
pub use report::Timeline;

use crate::vm::Vm;
use follow::Here;
use gc::{Collection, Heap, ObjRef, Witness};
use lines::Lines;
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet, VecDeque};
use std::rc::Rc;

/// The form of the written record; a reader that knows another number does not know this one. New keys need no new number.
///
/// A record is lines of JSON: one about the record (`format`, `python`, `events`, `dropped`, `limit`), then one an event,
/// oldest first, with `step`, `file`, `line` and `event`. `step` counts the lines that have begun, so that a reader can go
/// through a run line by line. Events of an object name it by `object`, a number that is never used twice, beside `id`, `type`
/// and, of numbers and texts, `value`; further keys are the fields of [`What`]. examples/timeline.md lists them all.
pub const FORMAT: u32 = 1;
/// Events that are kept: the latest.
pub const EVENTS: usize = 200_000;
/// Objects whose counts are followed at a time; births and deaths of others are recorded as well.
pub const FOLLOWED: usize = 2048;
/// Numbers and texts among them that were not asked for.
const PLAIN: usize = 512;
/// Different texts (types, values, reasons) that a record has at a time; beyond that, reasons name no places.
const TEXTS: usize = 1 << 16;

/// Something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// The number of the line's turn: each time a line of the program begins, one more.
    pub step: u64,
    /// The file, as a number of [`Recorder::name`].
    pub file: u32,
    /// The line.
    pub line: u32,
    /// What.
    pub what: What,
}

/// An object that something happened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thing {
    /// Its number, never used twice.
    pub object: u64,
    /// The address that `id` shows.
    pub addr: usize,
    /// The name of its type, as a number of [`Recorder::name`].
    pub kind: u32,
    /// The value of a number or a text as Python writes it, likewise; 0 for what has none.
    pub value: u32,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// An object was made.
    Born { thing: Thing, bytes: usize },
    /// A number or text that was there before is met for the first time.
    Met { thing: Thing, count: isize },
    /// An object died.
    Died { thing: Thing, reason: u32 },
    /// A count changed.
    Count { thing: Thing, from: isize, to: isize, reason: u32 },
    /// `__del__` is about to run.
    Finalizer { thing: Thing },
    /// The callback of a weak reference is about to be called with it.
    Callback { thing: Thing },
    /// A collection is done.
    Collection { generation: usize, collected: usize, uncollectable: usize },
}

impl What {
    /// The object that it happened to.
    pub fn thing(&self) -> Option<Thing> {
        match *self {
            What::Born { thing, .. }
            | What::Met { thing, .. }
            | What::Died { thing, .. }
            | What::Count { thing, .. }
            | What::Finalizer { thing }
            | What::Callback { thing } => Some(thing),
            What::Collection { .. } => None,
        }
    }
}

/// Texts by number; 0 is the empty one.
struct Names {
    list: Vec<Rc<str>>,
    numbers: HashMap<Rc<str>, u32>,
    /// Numbers of texts that went: they are given again.
    free: Vec<u32>,
    /// How many events had been dropped when texts were cleared away last.
    cleared_at: u64,
}

impl Default for Names {
    fn default() -> Names {
        Names { list: vec!["".into()], numbers: HashMap::from([("".into(), 0)]), free: Vec::new(), cleared_at: 0 }
    }
}

impl Names {
    fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let text: Rc<str> = text.into();
        let number = self.free.pop().unwrap_or_else(|| {
            self.list.push("".into());
            self.list.len() as u32 - 1
        });
        self.list[number as usize] = text.clone();
        self.numbers.insert(text, number);
        number
    }

    /// Texts that are in use.
    fn len(&self) -> usize {
        self.list.len() - self.free.len()
    }

    /// Lets go of all texts but these.
    fn keep(&mut self, used: &HashSet<u32>) {
        for (number, text) in self.list.iter_mut().enumerate().skip(1) {
            let number = number as u32;
            if !used.contains(&number) && self.numbers.get(text) == Some(&number) {
                self.numbers.remove(text);
                *text = "".into();
                self.free.push(number);
            }
        }
    }
}

/// The latest events.
#[derive(Default)]
struct Ring {
    events: VecDeque<Event>,
    /// Events that had to make room.
    dropped: u64,
}

/// Which changes are told line by line.
#[derive(Default)]
pub enum Watch {
    /// None.
    #[default]
    Off,
    /// All.
    All,
    /// Counts of these objects only, by address, with the words that the program has for them.
    These(HashMap<usize, String>),
}

/// Where they are told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// In [`Recorder::take_told`].
    Gathered,
    /// On standard error, at once.
    Stderr,
}

/// See the module's text.
pub struct Recorder {
    ring: RefCell<Ring>,
    names: RefCell<Names>,
    known: RefCell<HashMap<usize, Thing>>,
    next_object: Cell<u64>,
    here: RefCell<Here>,
    /// Events are written down. Off, only a watch needs them, line by line.
    keeps: Cell<bool>,
    watch: RefCell<Watch>,
    telling: Cell<Telling>,
    told: RefCell<String>,
    /// Events of the step under way.
    step_events: RefCell<Vec<Event>>,
    lines: Rc<RefCell<Lines>>,
    /// A collection is under way.
    collecting: Cell<bool>,
}

impl Recorder {
    fn new(lines: Rc<RefCell<Lines>>) -> Recorder {
        Recorder {
            ring: RefCell::default(),
            names: RefCell::default(),
            known: RefCell::default(),
            next_object: Cell::new(1),
            here: RefCell::default(),
            keeps: Cell::new(false),
            watch: RefCell::default(),
            telling: Cell::new(Telling::Gathered),
            told: RefCell::default(),
            step_events: RefCell::default(),
            lines,
            collecting: Cell::new(false),
        }
    }

    fn push(&self, what: What) {
        let (step, file, line) = self.here.borrow().place();
        self.push_at(Event { step, file, line, what });
    }

    fn push_at(&self, event: Event) {
        if self.keeps.get() {
            let mut ring = self.ring.borrow_mut();
            if ring.events.len() >= EVENTS {
                ring.events.pop_front();
                ring.dropped += 1;
            }
            ring.events.push_back(event);
        }
        // A step that makes more than this says enough.
        let mut events = self.step_events.borrow_mut();
        if !matches!(*self.watch.borrow(), Watch::Off) && events.len() < 4096 {
            events.push(event);
        }
    }

    fn number(&self, text: &str) -> u32 {
        self.names.borrow_mut().number(text)
    }

    /// The number of a text that may be one of very many; None when there are too many already.
    fn number_of_many(&self, text: &str) -> Option<u32> {
        if self.names.borrow().len() >= TEXTS {
            self.clear_texts();
        }
        let mut names = self.names.borrow_mut();
        (names.len() < TEXTS || names.numbers.contains_key(text)).then(|| names.number(text))
    }

    /// Lets go of texts that no event speaks of any more; seldom, since it looks at all events.
    fn clear_texts(&self) {
        let ring = self.ring.borrow();
        if ring.dropped < self.names.borrow().cleared_at + EVENTS as u64 / 4 {
            return;
        }
        let mut used = HashSet::from([0]);
        for event in ring.events.iter().chain(self.step_events.borrow().iter()) {
            used.insert(event.file);
            used.extend(event.what.thing().into_iter().flat_map(|thing| [thing.kind, thing.value]));
            if let What::Died { reason, .. } | What::Count { reason, .. } = event.what {
                used.insert(reason);
            }
        }
        used.extend(self.known.borrow().values().flat_map(|thing| [thing.kind, thing.value]));
        used.extend(self.here.borrow().files());
        let mut names = self.names.borrow_mut();
        names.cleared_at = ring.dropped;
        names.keep(&used);
    }

    fn name(&self, number: u32) -> Rc<str> {
        self.names.borrow().list.get(number as usize).cloned().unwrap_or_default()
    }

    fn known(&self, heap: &Heap, addr: usize, ty: &ObjRef) -> Thing {
        if let Some(known) = self.known.borrow().get(&addr) {
            return *known;
        }
        let kind = self.number(&(heap.hooks().type_name)(heap, ty));
        let thing = Thing { object: self.next_object.get(), addr, kind, value: 0 };
        self.next_object.set(thing.object + 1);
        self.known.borrow_mut().insert(addr, thing);
        thing
    }

    /// As `known`, for an object that is all there: what it is worth is noted.
    fn known_object(&self, vm: &Vm, obj: &ObjRef) -> Thing {
        let thing = self.known(&vm.heap, obj.addr(), obj.ty_ref());
        if thing.value > 0 || obj.ty().is_gc() || obj.ty().is_heap_type() {
            return thing;
        }
        let value = self.number_of_many(&crate::inspect::titles::brief(vm, obj)).unwrap_or(0);
        let thing = Thing { value, ..thing };
        self.known.borrow_mut().insert(obj.addr(), thing);
        thing
    }

    /// What a watch has gathered since it was taken last.
    pub fn take_told(&self) -> String {
        std::mem::take(&mut *self.told.borrow_mut())
    }
}

impl Witness for Recorder {
    fn born(&self, heap: &Heap, addr: usize, ty: &ObjRef, bytes: usize) -> bool {
        self.known.borrow_mut().remove(&addr);
        // What the machine makes for itself between two lines of the program is not the program's.
        if !self.here.borrow().is_somewhere() {
            return false;
        }
        let thing = self.known(heap, addr, ty);
        self.push(What::Born { thing, bytes });
        true
    }

    fn died(&self, _: &Heap, addr: usize) {
        let Some(thing) = self.known.borrow_mut().remove(&addr) else { return };
        if self.here.borrow().is_somewhere() {
            let reason = match self.collecting.get() {
                true => self.number("freed by the collector"),
                false => self.number(&self.here.borrow().reason(false)),
            };
            self.push(What::Died { thing, reason });
        }
    }
}

impl Vm {
    /// The recorder, if it is on.
    pub fn recorder(&self) -> Option<Rc<Recorder>> {
        self.run.recorder.borrow().clone()
    }

    /// Turns the recorder on; `names`: objects that are there already and shall be followed.
    pub fn start_recording(&self, names: Option<&gc::Ref<gc::Dict>>) -> Rc<Recorder> {
        let recorder = self.recorder().unwrap_or_else(|| {
            let recorder = Rc::new(Recorder::new(self.state::<lines::Shared>().0.clone()));
            self.heap.observe(recorder.clone(), FOLLOWED);
            *self.run.recorder.borrow_mut() = Some(recorder.clone());
            recorder
        });
        recorder.keeps.set(true);
        if let Some(names) = names {
            self.heap.each_edge(names.as_obj(), &mut |_, obj| {
                let counts = obj.ty().is_gc() || follow::is_worth_following(self, obj);
                if counts && self.heap.watch(obj, 0) {
                    recorder.known_object(self, obj);
                }
            });
        }
        self.watchers_changed();
        recorder
    }

    /// Whether events are written down.
    pub fn is_recording(&self) -> bool {
        self.recorder().is_some_and(|recorder| recorder.keeps.get())
    }

    /// Stops writing down; what there is is gone. A watch goes on.
    pub fn end_record(&self) {
        let Some(recorder) = self.recorder() else { return };
        if matches!(*recorder.watch.borrow(), Watch::Off) {
            return self.stop_recording();
        }
        recorder.keeps.set(false);
        *recorder.ring.borrow_mut() = Ring::default();
    }

    /// Turns the recorder off.
    fn stop_recording(&self) {
        self.heap.stop_observing();
        let recorder = self.run.recorder.borrow_mut().take();
        self.watchers_changed();
        drop(recorder);
    }

    /// Tells line by line what changes. With `Watch::Off` it ends, and the recorder with it if nothing else needs it.
    pub fn watch(&self, watch: Watch, telling: Telling) {
        if matches!(watch, Watch::Off) {
            let Some(recorder) = self.recorder() else { return };
            *recorder.watch.borrow_mut() = Watch::Off;
            if !recorder.keeps.get() {
                self.stop_recording();
            }
            return;
        }
        let kept = self.recorder().is_some_and(|recorder| recorder.keeps.get());
        let recorder = self.start_recording(None);
        recorder.keeps.set(kept);
        recorder.telling.set(telling);
        *recorder.watch.borrow_mut() = watch;
    }

    /// Adds an object to those whose counts are told; `asking` of its counts belong to the question. False: too many
    /// objects are followed already, or it is one that is never counted.
    pub fn watch_also(&self, obj: &ObjRef, asking: isize, words: &str, telling: Telling) -> bool {
        let mut these = match self.recorder().map(|recorder| std::mem::take(&mut *recorder.watch.borrow_mut())) {
            Some(Watch::These(these)) => these,
            _ => HashMap::new(),
        };
        these.insert(obj.addr(), words.to_string());
        self.watch(Watch::These(these), telling);
        let Some(recorder) = self.recorder() else { return false };
        recorder.known_object(self, obj);
        self.heap.watch(obj, asking) || self.heap.watched(obj.addr()).is_some()
    }

    /// A statement of the prompt is done: what its last line did is told.
    pub fn end_of_statement(&self) {
        if let Some(recorder) = self.recorder() {
            follow::settle(self, &recorder, true);
            recorder.here.borrow_mut().leave();
        }
    }

    /// The program is done; what dies from now on dies with it.
    pub fn end_of_program(&self) {
        if let Some(recorder) = self.recorder() {
            follow::settle(self, &recorder, true);
            recorder.here.borrow_mut().end();
        }
    }

    /// Runs something that is not the program's: it is not recorded.
    pub fn unrecorded<T>(&self, work: impl FnOnce() -> T) -> T {
        let recorder = self.run.recorder.borrow_mut().take();
        self.watchers_changed();
        let result = work();
        if recorder.is_some() {
            *self.run.recorder.borrow_mut() = recorder;
            self.watchers_changed();
        }
        result
    }

    pub(crate) fn record_finalizer(&self, obj: &ObjRef) {
        if let Some(recorder) = self.recorder() {
            let thing = recorder.known(&self.heap, obj.addr(), obj.ty_ref());
            recorder.push(What::Finalizer { thing });
        }
    }

    pub(crate) fn record_callback(&self, reference: &ObjRef) {
        if let Some(recorder) = self.recorder() {
            let thing = recorder.known(&self.heap, reference.addr(), reference.ty_ref());
            recorder.push(What::Callback { thing });
        }
    }

    /// A collection begins, or (with its figures) is done.
    pub(crate) fn record_collection(&self, done: Option<&Collection>) {
        if let Some(recorder) = self.recorder() {
            recorder.collecting.set(done.is_none());
            let Some(figures) = done else { return };
            let Collection { generation, collected, uncollectable, .. } = *figures;
            recorder.push(What::Collection { generation, collected, uncollectable });
        }
    }
}
