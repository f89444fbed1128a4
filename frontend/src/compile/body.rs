//! The code object under construction: instructions, registers, labels, and what is known at the current point.

use super::Res;
use super::assemble::position;
use super::blocks::Frame;
use super::function::Inner;
use super::marks::Mark;
use super::pool::Pool;
use super::unbound::unbound;
use crate::ast::{Span, Stmt};
use crate::code::{ConstRef, RELEASES, Warning};
use crate::fold::{Folded, Literal};
use crate::op::Op;
use crate::symbols::{BlockId, Scope, Symbols, flag};
use crate::syntax_error::Failure;
use crate::{LineIndex, symbols};
use bumpalo::Bump;
use smallvec::SmallVec;
use std::collections::HashMap;
use std::rc::Rc;

/// What all code objects of a source share.
pub(super) struct UnitCx<'a> {
    pub arena: &'a Bump,
    pub symbols: Symbols<'a>,
    pub folded: Folded,
    pub pool: Pool,
    pub lines: LineIndex<'a>,
    pub filename: Rc<str>,
    pub texts: HashMap<&'a str, Rc<str>>,
    pub warnings: Vec<Warning>,
    pub optimize: u8,
    pub displays: super::Displays,
    pub plain_percent: bool,
    pub annotations_are_dict: bool,
    /// For each class around, if classes note them: the attributes that its methods give to `self`.
    pub self_attributes: Option<Vec<Vec<&'a str>>>,
    pub interactive: bool,
    pub future_annotations: bool,
    /// The line of the last future statement.
    pub future_line: u32,
    /// `co_flags` of the future statements.
    pub future_flags: u32,
}

/// An operand before registers are final.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arg {
    /// A plain number: a count, an index of a name, or nothing.
    Num(i32),
    Local(u16),
    Cell(u16),
    Free(u16),
    Temp(u16),
    Const(u32),
    /// A constant behind all others, of `LoadConst`.
    Far(u32),
}

/// How many constants operands name; those after them are loaded.
const NEAR: usize = 30_000;
/// More temporaries than a code object may have.
const TOO_MANY: usize = 60_000;

/// No operand.
pub(super) const NONE: Arg = Arg::Num(0);

/// Where the value of an expression is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Want {
    /// Anywhere: a local or a constant may be named instead of copied.
    Any,
    /// In the next temporary.
    Push,
    /// In this local.
    Into(Arg),
}

/// A place in the code, known or not yet known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Label(pub usize);

/// An instruction before labels are numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ins {
    pub op: Op,
    pub d: u8,
    pub a: Arg,
    pub b: Arg,
    pub c: Arg,
    pub label: Option<Label>,
    pub span: Span,
    pub handler: Option<usize>,
    /// Index into `Body::booked`.
    pub booked: Option<u32>,
}

/// A place without a line: it takes that of the instruction before.
pub(super) const NOWHERE: Span = Span { start: u32::MAX, end: u32::MAX };

/// A set of locals.
pub(super) type Bits = SmallVec<[u64; 2]>;

#[derive(Debug, Default)]
pub(super) struct LabelState {
    /// Index of the instruction that follows.
    pub at: Option<usize>,
    /// Locals bound on every way here; `None` while there is no way.
    pub bound: Option<Bits>,
}

/// What catches an exception.
#[derive(Clone, Copy, Debug)]
pub(super) struct HandlerState {
    pub target: Label,
    /// The temporary that receives the exception.
    pub depth: u16,
    pub lasti: bool,
}

/// What sort of code object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyKind {
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Comprehension,
}

/// The code object under construction.
pub(super) struct Body<'u, 'a> {
    pub cx: &'u mut UnitCx<'a>,
    pub block: BlockId,
    pub kind: BodyKind,
    pub name: Rc<str>,
    pub qualname: Rc<str>,
    pub first_line: u32,
    /// The class whose private names are mangled.
    pub class: Option<&'a str>,
    /// 1 for the outermost code object of the source.
    pub level: u32,
    pub docstring: Option<u32>,

    pub code: Vec<Ins>,
    /// Offsets at whose lines some releases place an instruction.
    pub booked: Vec<[Option<u32>; RELEASES]>,
    pub marks: Vec<Mark>,
    pub labels: Vec<LabelState>,
    pub handlers: Vec<HandlerState>,
    /// The innermost handler at the current point.
    pub handler: Option<usize>,
    pub reachable: bool,
    /// The place that new instructions come from.
    pub span: Span,
    /// Loops, `try`, `with` around the current point.
    pub frames: Vec<Frame<'a>>,

    pub locals: Vec<&'a str>,
    /// The locals in the order in which CPython would number them.
    pub varnames: Vec<u16>,
    in_varnames: Bits,
    local_index: HashMap<&'a str, u16>,
    pub cells: Vec<&'a str>,
    pub frees: Vec<&'a str>,
    pub names: Vec<Rc<str>>,
    name_index: HashMap<&'a str, u16>,
    pub consts: Vec<ConstRef>,
    const_index: HashMap<u32, u32>,
    /// Constants beyond the reach of an operand, numbered behind all others: entries of the unit.
    pub far_consts: Vec<u32>,
    far_index: HashMap<u32, u32>,
    pub inners: HashMap<BlockId, Inner<'a>>,
    /// Locals that are certainly bound.
    pub bound: Bits,
    /// Whether there are locals that something unbinds.
    unbinds: bool,

    /// Number of the next free temporary, and the most there were.
    pub top: u16,
    pub max_top: u16,
    /// The stack that CPython's code would have here, and its most (`co_stacksize`).
    depth: i32,
    max_depth: i32,
    /// How much deeper the stack of CPython up to 3.10 is here, and its most: there are no nulls below callees, and a
    /// handled exception takes six places, then three.
    pub blocks_extra: i32,
    max_by_blocks: i32,
}

impl<'u, 'a> Body<'u, 'a> {
    pub fn new(cx: &'u mut UnitCx<'a>, block: BlockId, kind: BodyKind, name: &'a str) -> Self {
        let name = cx.text(name);
        let (symbols, table) = (&cx.symbols, &cx.symbols.blocks[block]);
        let params = table.params.clone();
        let with = |wanted: &dyn Fn(symbols::Symbol) -> bool| {
            let chosen = table.names.list.iter().filter(|(_, symbol)| wanted(*symbol));
            let mut names: Vec<&'a str> = chosen.map(|(name, _)| *name).collect();
            names.sort_unstable();
            names
        };
        let mut cells = with(&|symbol| symbol.scope == Some(Scope::Cell));
        cells.sort_by_key(|name| params.iter().position(|param| param == name).unwrap_or(params.len()));
        if symbols.blocks[block].needs_class_cell {
            cells.insert(0, "__class__");
        }
        let frees = with(&|symbol| symbol.scope == Some(Scope::Free) || symbol.flags & flag::FREE_CLASS != 0);
        let unbinds = table.names.list.iter().any(|(_, symbol)| symbol.flags & flag::DELETED != 0);
        let mut body = Body {
            cx,
            block,
            kind,
            qualname: name.clone(),
            name,
            first_line: 1,
            class: None,
            level: 1,
            docstring: None,
            code: vec![],
            booked: vec![],
            marks: vec![],
            labels: vec![],
            handlers: vec![],
            handler: None,
            reachable: true,
            span: NOWHERE,
            frames: vec![],
            locals: vec![],
            varnames: vec![],
            in_varnames: Bits::new(),
            local_index: HashMap::new(),
            cells,
            frees,
            names: vec![],
            name_index: HashMap::new(),
            consts: vec![],
            const_index: HashMap::new(),
            far_consts: vec![],
            far_index: HashMap::new(),
            inners: HashMap::new(),
            bound: Bits::new(),
            unbinds,
            top: 0,
            max_top: 0,
            depth: 0,
            max_depth: 0,
            blocks_extra: 0,
            max_by_blocks: 0,
        };
        for param in params {
            let at = body.local(param);
            body.bind(at);
        }
        body
    }

    // ---- instructions

    pub fn emit(&mut self, op: Op, d: u8, a: Arg, b: Arg, c: Arg) {
        self.emit_labelled(op, d, a, b, c, None);
    }

    fn emit_labelled(&mut self, op: Op, d: u8, a: Arg, b: Arg, c: Arg, label: Option<Label>) {
        if self.reachable {
            self.code.push(Ins { op, d, a, b, c, label, span: self.span, handler: self.handler, booked: None });
        }
    }

    /// These releases (counted from 3.8) place the instruction just emitted at the line of this offset.
    pub fn book(&mut self, releases: impl IntoIterator<Item = usize>, offset: u32) {
        if let Some(ins) = self.code.last_mut().filter(|_| self.reachable) {
            let row = *ins.booked.get_or_insert_with(|| {
                self.booked.push([None; RELEASES]);
                self.booked.len() as u32 - 1
            });
            releases.into_iter().for_each(|release| self.booked[row as usize][release] = Some(offset));
        }
    }

    /// More operands for the instruction just emitted.
    pub fn extra(&mut self, a: u32) {
        self.emit(Op::Extra, 0, Arg::Num(a as i32), NONE, NONE);
    }

    /// A jump with its condition in `a` (and `b` for a fused comparison).
    pub fn jump_with(&mut self, op: Op, d: u8, a: Arg, b: Arg, to: Label) {
        self.note_jump(to);
        self.emit_labelled(op, d, a, b, NONE, Some(to));
    }

    pub fn jump(&mut self, to: Label) {
        self.jump_with(Op::Jump, 0, NONE, NONE, to);
        self.reachable = false;
    }

    /// Returns, raises: what follows is not reached.
    pub fn emit_end(&mut self, op: Op, d: u8, a: Arg, b: Arg) {
        self.emit(op, d, a, b, NONE);
        self.reachable = false;
    }

    /// Emits as artificial code, without a line of its own.
    pub fn quietly<T>(&mut self, emit: impl FnOnce(&mut Self) -> T) -> T {
        self.at(NOWHERE, emit)
    }

    /// Emits as code of this place.
    pub fn at<T>(&mut self, span: Span, emit: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.span, span);
        let result = emit(self);
        self.span = before;
        result
    }

    pub fn line(&self, offset: u32) -> u32 {
        self.cx.lines.line(offset)
    }

    // ---- labels

    pub fn label(&mut self) -> Label {
        self.labels.push(LabelState::default());
        Label(self.labels.len() - 1)
    }

    fn note_jump(&mut self, to: Label) {
        if !self.reachable {
            return;
        }
        let state = &mut self.labels[to.0];
        match &mut state.bound {
            Some(bound) => intersect(bound, &self.bound),
            None => state.bound = Some(self.bound.clone()),
        }
    }

    /// The label stands here; code goes on if anything came here.
    pub fn place(&mut self, label: Label) {
        self.settle_marks();
        let state = &mut self.labels[label.0];
        state.at = Some(self.code.len());
        if let Some(bound) = &state.bound {
            if self.reachable {
                intersect(&mut self.bound, bound);
            } else {
                self.bound = bound.clone();
            }
            self.reachable = true;
        }
    }

    /// A label that is jumped to from below: what the code in between may unbind counts as unbound.
    pub fn place_loop(&mut self, label: Label, between: &[&'a [Stmt<'a>]]) {
        self.settle_marks();
        self.bound = self.bound_after(between);
        if self.reachable {
            self.labels[label.0].bound = Some(self.bound.clone());
        }
        self.labels[label.0].at = Some(self.code.len());
    }

    /// The locals that stay bound however much of the code is run.
    fn bound_after(&self, code: &[&'a [Stmt<'a>]]) -> Bits {
        let mut bound = self.bound.clone();
        if self.unbinds {
            let mut names = vec![];
            code.iter().for_each(|body| unbound(body, &mut names));
            for name in names {
                if let Some(&at) = self.local_index.get(self.mangle(name)) {
                    clear(&mut bound, at);
                }
            }
        }
        bound
    }

    /// A name that may be unbound on the way to a label.
    pub fn unbound_at(&mut self, label: Label, name: &'a str) {
        let local = self.local_index.get(self.mangle(name)).copied();
        if let (Some(at), Some(bound)) = (local, &mut self.labels[label.0].bound) {
            clear(bound, at);
        }
    }

    // ---- handlers

    /// Opens a region protected by a handler: the exception arrives in temporary `depth`. Statements in the region
    /// are `code`. Returns the handler outside.
    pub fn protect(&mut self, target: Label, depth: u16, lasti: bool, code: &[&'a [Stmt<'a>]]) -> Option<usize> {
        if self.reachable {
            let bound = self.bound_after(code);
            match &mut self.labels[target.0].bound {
                Some(known) => intersect(known, &bound),
                none => *none = Some(bound),
            }
        }
        self.max_top = self.max_top.max(depth + 1);
        self.handlers.push(HandlerState { target, depth, lasti });
        self.handler.replace(self.handlers.len() - 1)
    }

    // ---- temporaries

    pub fn push(&mut self) -> Arg {
        self.push_many(1)
    }

    /// Several consecutive ones; returns the first. Where there are too many for a code object the number stands still,
    /// and the code object is refused when it is assembled.
    pub fn push_many(&mut self, count: usize) -> Arg {
        let first = self.top;
        self.top = (usize::from(first) + count).min(TOO_MANY) as u16;
        self.max_top = self.max_top.max(self.top);
        Arg::Temp(first)
    }

    /// The register for a result, after the operands above `mark` are consumed.
    pub fn settle(&mut self, mark: u16, want: Want) -> Arg {
        self.top = mark;
        match want {
            Want::Any | Want::Push => self.push(),
            Want::Into(register) => register,
        }
    }

    /// Brings a value that needs no work to where it is wanted.
    pub fn deliver(&mut self, value: Arg, mark: u16, want: Want) -> Arg {
        match want {
            Want::Any => {
                self.mark();
                value
            }
            Want::Push | Want::Into(_) => {
                let to = self.settle(mark, want);
                if to != value {
                    self.emit(Op::Move, 0, to, value, NONE);
                }
                to
            }
        }
    }

    /// Drops a value that nobody wants, if it is a temporary.
    pub fn discard(&mut self, value: Arg) {
        if let Arg::Temp(_) = value {
            self.emit(Op::Drop, 0, value, NONE, NONE);
        }
    }

    // ---- CPython's stack

    pub fn stack(&mut self, effect: i32) {
        self.depth += effect;
        if self.reachable {
            self.max_depth = self.max_depth.max(self.depth);
            self.max_by_blocks = self.max_by_blocks.max(self.depth + self.blocks_extra);
        }
    }

    /// A null is pushed below a callee, which CPython up to 3.10 does not do.
    pub fn stack_null(&mut self) {
        self.blocks_extra -= 1;
        self.stack(1);
    }

    /// For a moment CPython up to 3.10 has so many more places in use.
    pub fn stack_by_blocks(&mut self, more: i32) {
        if self.reachable {
            self.max_by_blocks = self.max_by_blocks.max(self.depth + self.blocks_extra + more);
        }
    }

    /// The most places that CPython up to 3.10 uses.
    pub fn stack_size_by_blocks(&self) -> i32 {
        self.max_by_blocks
    }

    pub fn stack_depth(&self) -> i32 {
        self.depth
    }

    pub fn set_stack(&mut self, depth: i32) {
        self.depth = depth;
        self.stack(0);
    }

    pub fn stack_size(&self) -> i32 {
        self.max_depth
    }

    // ---- names, locals, constants

    /// The index of a name among those that are looked up by name.
    pub fn name_arg(&mut self, name: &'a str) -> Arg {
        let name = self.mangle(name);
        if let Some(&at) = self.name_index.get(name) {
            return Arg::Num(at.into());
        }
        let at = self.names.len() as u16;
        let text = self.cx.text(name);
        self.names.push(text);
        self.name_index.insert(name, at);
        Arg::Num(at.into())
    }

    pub fn mangle(&self, name: &'a str) -> &'a str {
        symbols::mangle(self.cx.arena, self.class, name)
    }

    /// The number of a local; `co_varnames` lists them as they appear.
    pub fn local(&mut self, name: &'a str) -> u16 {
        let at = self.future_local(name);
        self.appears(at);
        at
    }

    fn appears(&mut self, local: u16) {
        if !contains(&self.in_varnames, local) {
            insert(&mut self.in_varnames, local);
            self.varnames.push(local);
        }
    }

    /// The number of a local that will be stored to after what stands before it.
    pub fn future_local(&mut self, name: &'a str) -> u16 {
        if let Some(&at) = self.local_index.get(name) {
            return at;
        }
        let at = self.locals.len() as u16;
        self.locals.push(name);
        self.local_index.insert(name, at);
        at
    }

    pub fn is_bound(&self, local: u16) -> bool {
        contains(&self.bound, local)
    }

    pub fn bind(&mut self, local: u16) {
        self.appears(local);
        insert(&mut self.bound, local);
    }

    pub fn unbind(&mut self, local: u16) {
        clear(&mut self.bound, local);
    }

    /// Index into `Code::consts` of a constant.
    pub fn const_index(&mut self, literal: &Literal) -> u32 {
        // The one that the compiler itself uses stays within reach of an operand.
        if self.consts.len() == NEAR && !matches!(literal, Literal::None) {
            self.const_index(&Literal::None);
        }
        let entry = self.cx.pool.intern(literal);
        *self.const_index.entry(entry).or_insert_with(|| {
            self.consts.push(ConstRef::Unit(entry));
            self.consts.len() as u32 - 1
        })
    }

    /// An entry for a constant that stands in the source.
    pub fn written_index(&mut self, literal: &Literal) -> u32 {
        self.cx.pool.written(literal);
        self.const_index(literal)
    }

    /// The operand of a constant that stands in the source.
    pub fn written(&mut self, literal: &Literal, want: Want) -> Arg {
        self.cx.pool.written(literal);
        self.constant(literal, want)
    }

    pub fn none(&mut self) -> Arg {
        Arg::Const(self.const_index(&Literal::None))
    }

    /// A constant as an operand: named, or loaded if it is out of reach.
    pub fn constant(&mut self, literal: &Literal, want: Want) -> Arg {
        let mark = self.top;
        let entry = self.cx.pool.intern(literal);
        let known = self.const_index.get(&entry).copied().filter(|&index| index <= i16::MAX as u32);
        if known.is_some() || self.consts.len() < NEAR {
            let index = known.unwrap_or_else(|| self.const_index(literal));
            return self.deliver(Arg::Const(index), mark, want);
        }
        let far = *self.far_index.entry(entry).or_insert_with(|| {
            self.far_consts.push(entry);
            self.far_consts.len() as u32 - 1
        });
        let to = self.settle(mark, want);
        self.emit(Op::LoadConst, 0, to, Arg::Far(far), NONE);
        to
    }

    pub fn fail<T>(&self, message: impl Into<String>) -> Res<T> {
        Err(Failure::span(self.span, message))
    }

    pub fn warn(&mut self, span: Span, message: &str) {
        let warning = Warning { position: position(span, &self.cx.lines), message: message.into(), deprecated: false };
        // Code that is compiled twice warns once.
        if !self.cx.warnings.contains(&warning) {
            self.cx.warnings.push(warning);
        }
    }
}

impl<'a> UnitCx<'a> {
    /// The shared text of a name.
    pub fn text(&mut self, name: &'a str) -> Rc<str> {
        self.texts.entry(name).or_insert_with(|| Rc::from(name)).clone()
    }
}

fn intersect(bits: &mut Bits, with: &Bits) {
    bits.truncate(with.len());
    bits.iter_mut().zip(with).for_each(|(word, other)| *word &= other);
}

fn contains(bits: &Bits, local: u16) -> bool {
    bits.get(usize::from(local) / 64).is_some_and(|word| word >> (local % 64) & 1 != 0)
}

fn insert(bits: &mut Bits, local: u16) {
    let word = usize::from(local) / 64;
    if bits.len() <= word {
        bits.resize(word + 1, 0);
    }
    bits[word] |= 1 << (local % 64);
}

fn clear(bits: &mut Bits, local: u16) {
    if let Some(word) = bits.get_mut(usize::from(local) / 64) {
        *word &= !(1 << (local % 64));
    }
}
