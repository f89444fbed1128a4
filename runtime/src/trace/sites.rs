//! The places in the program that allocate, each kept once.

use super::table::{ByAddress, BySmallKey};
use crate::vm::Vm;
use std::collections::HashMap;
use std::rc::Rc;

/// The number of a site.
pub type SiteId = u32;
type FileId = u32;

/// The frames of an allocation, innermost first.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Site {
    pub frames: Vec<(Rc<str>, u32)>,
    /// How many frames there were, stored or not.
    pub total: usize,
}

/// Frames, most recent first, and how many there were in all.
type Frames = (Box<[(FileId, u32)]>, u32);

/// All sites seen.
#[derive(Default)]
pub struct Sites {
    /// File names by the address of their text; `kept` keeps the address theirs.
    files: ByAddress<FileId>,
    kept: Vec<Rc<str>>,
    texts: Vec<Rc<str>>,
    by_text: HashMap<Rc<str>, FileId>,
    /// Sites of one frame, where no more are asked for.
    single: BySmallKey<(FileId, u32, u32), SiteId>,
    /// Sites of several frames; in front of them stands how many there were in all.
    several: BySmallKey<Box<[(FileId, u32)]>, SiteId>,
    sites: Vec<Frames>,
    /// Answers of a while ago, each where its file and line say: most allocations come from a few lines.
    recent: Vec<Option<Recent>>,
    /// The frames of the allocation that is being looked at.
    walked: Vec<(FileId, u32)>,
}

/// Places for answers of a while ago: a power of two.
const RECENT: usize = 256;

/// An answer: the address of the file's name, the line, how many frames there were, the site.
#[derive(Clone, Copy)]
struct Recent(usize, u32, u32, SiteId);

impl Sites {
    /// The site of what is running now, with at most `limit` frames.
    pub fn of_running(&mut self, vm: &Vm, limit: usize) -> SiteId {
        if limit == 1 { self.innermost(vm) } else { self.stack(vm, limit) }
    }

    fn innermost(&mut self, vm: &Vm) -> SiteId {
        let column = vm.heap.profile().column;
        // A call that makes its cells does not count yet.
        let mut frames = vm.run.frames().take(2).enumerate();
        let Some((begun, frame, line)) = frames.find_map(|(n, f)| Some((n, f, f.booked_line(column)?))) else {
            return self.unknown();
        };
        let source = &frame.linked().source;
        let total = (vm.run.frame_count() - begun).min(u16::MAX.into()) as u32;
        let name = source.filename.as_ptr().addr();
        let at = (line as usize ^ (name >> 4) ^ (total as usize) << 4) % RECENT;
        match self.recent.get(at) {
            Some(Some(Recent(a, b, c, site))) if (*a, *b, *c) == (name, line, total) => return *site,
            Some(_) => {}
            None => self.recent = vec![None; RECENT],
        }
        let file = self.file(&source.filename);
        let site = match self.single.get(&(file, line, total)) {
            Some(site) => *site,
            None => {
                let site = self.push(Box::new([(file, line)]), total);
                self.single.insert((file, line, total), site);
                site
            }
        };
        self.recent[at] = Some(Recent(name, line, total, site));
        site
    }

    fn stack(&mut self, vm: &Vm, limit: usize) -> SiteId {
        let mut frames = std::mem::take(&mut self.walked);
        frames.clear();
        frames.push((0, 0));
        let mut total = 0;
        let column = vm.heap.profile().column;
        for frame in vm.run.frames() {
            let Some(line) = frame.booked_line(column) else { continue };
            total += 1;
            if frames.len() <= limit {
                frames.push((self.file(&frame.linked().source.filename), line));
            }
        }
        let total = total.min(u16::MAX.into());
        frames[0].0 = total;
        let site = match self.several.get(&*frames) {
            Some(site) => *site,
            None if frames.len() == 1 => self.unknown(),
            None => {
                let site = self.push(frames[1..].into(), total);
                self.several.insert((&*frames).into(), site);
                site
            }
        };
        self.walked = frames;
        site
    }

    /// No Python code is running.
    fn unknown(&mut self) -> SiteId {
        let file = match self.by_text.get("<unknown>") {
            Some(file) => *file,
            None => self.file(&Rc::from("<unknown>")),
        };
        match self.single.get(&(file, 0, 1)) {
            Some(site) => *site,
            None => {
                let site = self.push(Box::new([(file, 0)]), 1);
                self.single.insert((file, 0, 1), site);
                site
            }
        }
    }

    fn push(&mut self, frames: Box<[(FileId, u32)]>, total: u32) -> SiteId {
        self.sites.push((frames, total));
        (self.sites.len() - 1) as SiteId
    }

    fn file(&mut self, name: &Rc<str>) -> FileId {
        let address = name.as_ptr().addr();
        if let Some(file) = self.files.get(&address) {
            return *file;
        }
        let file = match self.by_text.get(name) {
            Some(file) => *file,
            None => {
                let file = self.texts.len() as FileId;
                self.texts.push(name.clone());
                self.by_text.insert(name.clone(), file);
                file
            }
        };
        self.kept.push(name.clone());
        self.files.insert(address, file);
        file
    }

    /// A site by its number.
    pub fn get(&self, site: SiteId) -> Site {
        let (frames, total) = &self.sites[site as usize];
        let frames = frames.iter().map(|(file, line)| (self.texts[*file as usize].clone(), *line)).collect();
        Site { frames, total: *total as usize }
    }

    pub fn clear(&mut self) {
        *self = Sites::default();
    }

    pub fn own_size(&self) -> usize {
        let frames: usize = self.sites.iter().map(|(frames, _)| size_of_val(&**frames)).sum();
        frames + self.sites.capacity() * size_of::<(Box<[(FileId, u32)]>, u32)>() + self.kept.len() * 64
    }
}
