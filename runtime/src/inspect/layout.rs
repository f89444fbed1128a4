//! How an object lies in memory: its blocks and their fields, and the same beside other releases.

use super::json::{list, quoted};
use super::titles::{brief, member_name, plain};
use super::twin;
use crate::object::type_of;
use crate::vm::Vm;
use gc::{Bit, BlockPlace, Exact, Label, ObjRef, Str, TypeFlags, Worth};
use std::fmt::{self, Write as _};

/// One field of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// From the object pointer in the object's own block, from the block's start in others.
    pub offset: isize,
    /// Bytes.
    pub size: usize,
    /// Its name.
    pub name: String,
    /// What is there, in words.
    pub value: String,
}

/// One block of memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// `object`, `items`, `key table`…
    pub what: String,
    /// Where it starts.
    pub addr: usize,
    /// The bytes that the object asked for.
    pub size: usize,
    /// Where it comes from.
    pub place: BlockPlace,
    /// Its fields by offset, without gaps.
    pub pieces: Vec<Piece>,
}

/// All blocks of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// `list 0x7f…`.
    pub object: String,
    /// The release whose memory model it follows.
    pub release: String,
    /// The object's own block first.
    pub blocks: Vec<Block>,
}

/// The layout of `obj`; `asking` of its counts belong to the question.
pub fn layout(vm: &Vm, obj: &ObjRef, asking: i64) -> Layout {
    let front = if vm.heap.is_collectable(obj) { obj.ty().front() } else { 0 };
    let mut blocks = vec![block(vm, "object", obj.addr() - front, 0)];
    vm.heap.each_bit(obj, &mut |bit| match bit {
        Bit::Block { what, addr, size } => blocks.push(block(vm, what, addr, size)),
        Bit::Piece { offset, size, label, worth } => {
            let own_count = blocks.len() == 1 && offset == 0;
            let worth = match worth {
                Worth::Signed(count) if own_count => Worth::Signed(count - asking),
                worth => worth,
            };
            let shown = match worth {
                // Immortal objects are counted from so high that nobody can count.
                Worth::Signed(count) if own_count && count >= 1 << 59 => "immortal".into(),
                worth => value(vm, worth),
            };
            let piece = Piece { offset, size, name: name(vm, obj, label), value: shown };
            blocks.last_mut().expect("the object's own is there").pieces.push(piece);
        }
    });
    let end = blocks[0].pieces.iter().map(|p| p.offset + p.size as isize).max().unwrap_or(0) as usize;
    let fixed = matches!(obj.ty().exact(), Exact::Int | Exact::Bool) || obj.has::<Str>();
    let size = if fixed { end } else { end.max(vm.object_size(obj)) };
    blocks[0].size = front + size;
    for (n, block) in blocks.iter_mut().enumerate() {
        let start = if n == 0 { -(front as isize) } else { 0 };
        fill_gaps(block, start);
    }
    // Where an instance keeps its attributes in a dict, that is part of what it takes.
    if let Some(dict) = gc::storage_of(obj).dict() {
        let behind = layout(vm, &dict, 1).blocks.into_iter();
        let named = |what: String| if what == "object" { "__dict__".into() } else { format!("{what} of __dict__") };
        blocks.extend(behind.map(|block| Block { what: named(block.what.clone()), ..block }));
    }
    Layout { object: plain(vm, obj), release: vm.heap.profile().release.to_string(), blocks }
}

fn block(vm: &Vm, what: &str, addr: usize, size: usize) -> Block {
    Block { what: what.to_string(), addr, size, place: vm.heap.place_of_block(addr), pieces: Vec::new() }
}

/// Sorts the pieces and says where there is nothing between them.
fn fill_gaps(block: &mut Block, start: isize) {
    block.pieces.sort_by_key(|piece| piece.offset);
    let (mut at, mut filled) = (start, Vec::new());
    let rest = |at: isize, to: isize, filled: &mut Vec<Piece>| {
        if to > at {
            filled.push(Piece { offset: at, size: (to - at) as usize, name: "not used".into(), value: String::new() });
        }
    };
    for piece in block.pieces.drain(..) {
        rest(at, piece.offset, &mut filled);
        at = at.max(piece.offset + piece.size as isize);
        filled.push(piece);
    }
    rest(at, start + block.size as isize, &mut filled);
    block.pieces = filled;
}

fn name(vm: &Vm, obj: &ObjRef, label: Label<'_>) -> String {
    match label {
        Label::Name(name) => {
            name.replace('_', " ").replace("  dict  ", "__dict__").replace("  weakref  ", "__weakref__")
        }
        Label::Nth(what, n) => format!("{what} [{n}]"),
        Label::Value(key) => format!("value of {}", brief(vm, key)),
        Label::Attribute(n) => {
            match obj.ty().has(TypeFlags::MANAGED_DICT).then(|| type_of(obj).shared.name(n)).flatten() {
                Some(name) => format!("attribute {}", brief(vm, &name).trim_matches('\'')),
                None => format!("value [{n}]"),
            }
        }
        Label::Member(offset) => format!("slot {}", member_name(obj, offset)),
    }
}

fn value(vm: &Vm, worth: Worth<'_>) -> String {
    match worth {
        Worth::Silent => String::new(),
        Worth::Number(n) if n > 1 << 40 => format!("{n:#x}"),
        Worth::Number(n) => n.to_string(),
        Worth::Signed(n) => n.to_string(),
        Worth::Address(0) => "nothing".into(),
        Worth::Address(addr) => format!("-> {addr:#x}"),
        Worth::Object(obj) => brief(vm, obj),
        Worth::Weak(obj) => format!("{} (not counted)", brief(vm, obj)),
        Worth::Real(value) => format!("{value:?}"),
        Worth::Text(text) if text.chars().count() > 48 => text.chars().take(47).collect::<String>() + "…",
        Worth::Text(text) => text.to_string(),
    }
}

/// So many fields of a block are shown at its beginning and at its end.
const FIRST: usize = 60;
const LAST: usize = 3;

impl Layout {
    /// Bytes of all blocks that are the object's alone, as they were asked for.
    pub fn size(&self) -> usize {
        self.blocks.iter().filter(|block| !block.what.starts_with(Bit::SHARED)).map(|block| block.size).sum()
    }

    /// The same with the middle of long blocks as one field: a table of thousands of lines is not read.
    fn brief(&self) -> Layout {
        let cut = |block: &Block| {
            let mut block = block.clone();
            let end = block.pieces.len().saturating_sub(LAST);
            if end > FIRST + 1 {
                let more: Vec<Piece> = block.pieces.drain(FIRST..end).collect();
                let (offset, size) = (more[0].offset, more.iter().map(|piece| piece.size).sum());
                let name = format!("… {} more", more.len());
                block.pieces.insert(FIRST, Piece { offset, size, name, value: String::new() });
            }
            block
        };
        Layout {
            object: self.object.clone(),
            release: self.release.clone(),
            blocks: self.blocks.iter().map(cut).collect(),
        }
    }

    /// As JSON.
    pub fn json(&self) -> String {
        let piece = |p: &Piece| {
            let (name, value) = (quoted(&p.name), quoted(&p.value));
            format!("{{\"offset\": {}, \"size\": {}, \"name\": {name}, \"value\": {value}}}", p.offset, p.size)
        };
        let block = |b: &Block| {
            let (what, pieces) = (quoted(&b.what), list(&b.pieces, piece));
            format!("{{\"block\": {what}, \"address\": {}, \"size\": {}, \"fields\": {pieces}}}", b.addr, b.size)
        };
        let (object, release) = (quoted(&self.object), quoted(&self.release));
        format!("{{\"object\": {object}, \"release\": {release}, \"blocks\": {}}}", list(&self.blocks, block))
    }
}

fn place(block: &Block) -> String {
    match block.place {
        BlockPlace::Pool { size, arena, pool } => format!("in pool {pool} of arena {arena}, of blocks of {size}"),
        BlockPlace::Medium { .. } | BlockPlace::System => "from the system, being over 512".into(),
        BlockPlace::Static => "in static memory, never given back".into(),
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own = self.blocks.iter().filter(|block| !block.what.starts_with(Bit::SHARED)).count();
        let blocks = match own {
            1 => "1 block".to_string(),
            n => format!("{n} blocks"),
        };
        writeln!(f, "{}: {} bytes in {blocks} ({})", self.object, self.size(), self.release)?;
        let blocks = self.brief().blocks;
        let width = blocks.iter().flat_map(|b| &b.pieces).map(|p| p.name.chars().count()).max().unwrap_or(0);
        for block in &blocks {
            writeln!(f, "{}: {} bytes, {}, at {:#x}", block.what, block.size, place(block), block.addr)?;
            for piece in &block.pieces {
                let line = format!("  {:>4} {:>4}  {:<width$}  {}", piece.offset, piece.size, piece.name, piece.value);
                writeln!(f, "{}", line.trim_end())?;
            }
        }
        Ok(())
    }
}

/// The layout of an object beside that of equal ones under other releases.
pub struct Comparison {
    /// The object itself.
    pub here: Layout,
    /// Equal objects, made anew; or why there is none.
    pub others: Vec<(String, Result<Layout, String>)>,
    /// Whether an object made anew under the release in force has the same blocks: its way of being made is known.
    pub faithful: bool,
}

/// Whether all releases are known.
///
/// # Errors
/// One is not; the text says which there are.
pub fn known(releases: &[String]) -> Result<(), String> {
    releases.iter().try_for_each(|release| gc::HeapProfile::parse(release).map(drop))
}

/// Lays `obj` out beside equal objects under other releases, which are [`known`].
pub fn compare(vm: &Vm, obj: &ObjRef, asking: i64, releases: &[String]) -> Comparison {
    let here = layout(vm, obj, asking);
    let (others, faithful) = match twin::Recipe::of(vm, obj) {
        Err(why) => (releases.iter().map(|release| (release.clone(), Err(why.clone()))).collect(), false),
        Ok(recipe) => {
            let way = recipe.way_to(&here);
            let made = |release: &String| (release.clone(), recipe.make(way.unwrap_or(0), release));
            (releases.iter().map(made).collect(), way.is_some())
        }
    };
    Comparison { here, others, faithful }
}

impl Comparison {
    /// As JSON.
    pub fn json(&self) -> String {
        let other = |(release, made): &(String, Result<Layout, String>)| match made {
            Ok(layout) => layout.json(),
            Err(why) => format!("{{\"release\": {}, \"missing\": {}}}", quoted(release), quoted(why)),
        };
        let others = list(&self.others, other);
        format!("{{\"here\": {}, \"faithful\": {}, \"others\": {others}}}", self.here.json(), self.faithful)
    }

    /// The rows: block and field, in the order of the first layout that has them.
    fn rows(layouts: &[&Layout]) -> Vec<(String, Option<String>)> {
        let mut rows: Vec<(String, Option<String>)> = Vec::new();
        for layout in layouts {
            let mut after = 0;
            let keys = layout.blocks.iter().flat_map(|block| {
                let fields = block.pieces.iter().filter(|p| p.name != "not used").map(|p| Some(p.name.clone()));
                std::iter::once(None).chain(fields).map(|field| (block.what.clone(), field))
            });
            for key in keys {
                match rows.iter().position(|row| *row == key) {
                    Some(at) => after = at + 1,
                    None => {
                        rows.insert(after, key);
                        after += 1;
                    }
                }
            }
        }
        rows
    }
}

/// The release, and which one is the object itself.
fn heading((n, layout): (usize, &&Layout)) -> String {
    if n == 0 { format!("{} (here)", layout.release) } else { layout.release.clone() }
}

/// Offset and size of a field, or the bytes of a block.
fn cell(layout: &Layout, row: &(String, Option<String>)) -> String {
    let Some(block) = layout.blocks.iter().find(|block| block.what == row.0) else { return "-".into() };
    match &row.1 {
        None => format!("{} bytes", block.size),
        Some(field) => match block.pieces.iter().find(|piece| piece.name == *field) {
            Some(piece) => format!("{} +{}", piece.offset, piece.size),
            None => "-".into(),
        },
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let made = self.others.iter().filter_map(|(_, made)| made.as_ref().ok());
        let layouts: Vec<&Layout> = std::iter::once(&self.here).chain(made).collect();
        writeln!(f, "{}: where each field lies (offset +size)", self.here.object)?;
        let brief: Vec<Layout> = layouts.iter().map(|layout| layout.brief()).collect();
        let brief: Vec<&Layout> = brief.iter().collect();
        let rows = Comparison::rows(&brief);
        let width = rows.iter().map(|(block, field)| field.as_ref().unwrap_or(block).chars().count() + 2).max();
        let width = width.unwrap_or(0).max("its own blocks".len());
        let line = |f: &mut fmt::Formatter<'_>, title: &str, cells: Vec<String>| {
            let mut text = format!("{title:<width$}");
            for cell in cells {
                write!(text, "  {cell:<12}")?;
            }
            writeln!(f, "{}", text.trim_end())
        };
        line(f, "", layouts.iter().enumerate().map(heading).collect())?;
        for row in &rows {
            let title = row.1.as_ref().map_or(row.0.clone(), |field| format!("  {field}"));
            line(f, &title, brief.iter().map(|layout| cell(layout, row)).collect())?;
        }
        line(f, "its own blocks", layouts.iter().map(|layout| format!("{} bytes", layout.size())).collect())?;
        for (release, made) in &self.others {
            if let Err(why) = made {
                writeln!(f, "{release}: not shown, {why}")?;
            }
        }
        if layouts.len() > 1 {
            let how = if self.faithful {
                "in the same way"
            } else {
                "in the shortest way: this one got its blocks otherwise"
            };
            writeln!(f, "the others are equal objects, made anew {how}")?;
        }
        Ok(())
    }
}
