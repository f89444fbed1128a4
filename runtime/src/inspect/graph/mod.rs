//! The object graph: what an object reaches, who holds each part of it, and how it looks as text or as a picture.

mod collect;
mod layout;
mod svg;
mod text;

pub use collect::{among, everything, graph};

/// Objects that a graph shows at most.
pub const OBJECTS: usize = 60;
/// Rows that an object shows at most, and holders.
pub const ROWS: usize = 12;

/// Objects and what they hold. Plain data, without handles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Graph {
    /// The objects, those that were asked for first.
    pub nodes: Vec<Node>,
    /// How many objects were asked for.
    pub starts: usize,
    /// References to objects that were left out.
    pub omitted: usize,
    /// References that a picture shows as cuts, by the objects' indices; None: whoever holds it from outside.
    pub cuts: Vec<(Option<usize>, usize)>,
    /// The line below the picture; empty: what the arrows mean.
    pub legend: String,
}

/// One object.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Node {
    /// `list`, `class Node`, `generator numbers`.
    pub title: String,
    /// `id(obj)`.
    pub address: usize,
    /// The count without what the question holds.
    pub count: usize,
    /// The collector's generation, if it looks at the object.
    pub generation: Option<usize>,
    /// Bytes of its blocks.
    pub bytes: usize,
    /// Nothing that runs reaches it: it waits for the collector.
    pub garbage: bool,
    /// What it holds.
    pub rows: Vec<Row>,
    /// Rows that were left out.
    pub more_rows: usize,
    /// Places outside of the graph that hold it: `global a`.
    pub held_by: Vec<String>,
    /// Holders that were left out.
    pub more_holders: usize,
}

/// One thing that an object holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// `[0]`, `'key'`, `.attribute`.
    pub label: String,
    /// What is there.
    pub target: Target,
}

/// What a row leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Something that needs no box of its own: a number, a text, a function.
    Value(String),
    /// A counted reference to an object of the graph, by its index.
    Node(usize),
    /// A reference that makes no count.
    Weak(usize),
}
