//! The graph as a tree of lines: each object where it is met first, a number where it is met again.

use super::{Graph, Node, Target};
use std::fmt::{self, Write as _};

/// Holders outside of the graph that are named; pictures and JSON name more.
const HOLDERS: usize = 6;

impl fmt::Display for Graph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut writer = Writer { graph: self, numbers: vec![None; self.nodes.len()], next: 1, out: String::new() };
        for at in 0..self.nodes.len() {
            if writer.numbers[at].is_none() && !self.is_below_another(at) {
                writer.node(at, "", "");
            }
        }
        // Rings have no top: whatever is left begins one.
        for at in 0..self.nodes.len() {
            if writer.numbers[at].is_none() {
                writer.node(at, "", "");
            }
        }
        f.write_str(&writer.out)?;
        match self.omitted {
            0 => Ok(()),
            n => writeln!(f, "and {n} more references to objects that are not shown"),
        }
    }
}

impl Graph {
    /// Whether the object is better shown below another one: it was not asked for, and something holds it.
    fn is_below_another(&self, at: usize) -> bool {
        at >= self.starts && self.nodes.iter().any(|node| node.rows.iter().any(|row| row.target == Target::Node(at)))
    }
}

struct Writer<'a> {
    graph: &'a Graph,
    /// The number under which an object was shown.
    numbers: Vec<Option<usize>>,
    next: usize,
    out: String,
}

impl Writer<'_> {
    /// Writes an object behind `lead`; what belongs to it stands behind `indent`.
    fn node(&mut self, at: usize, lead: &str, indent: &str) {
        let node = &self.graph.nodes[at];
        let number = self.next;
        self.next += 1;
        self.numbers[at] = Some(number);
        let _ = writeln!(self.out, "{lead}#{number} {} {:#x}   {}", node.title, node.address, facts(node));
        let last = node.rows.len() + node.more_rows.min(1);
        if !node.held_by.is_empty() {
            let shown = node.held_by.len().min(HOLDERS);
            let more = match node.more_holders + node.held_by.len() - shown {
                0 => String::new(),
                n => format!(" and {n} more"),
            };
            let bar = if last > 0 { "│" } else { " " };
            let _ = writeln!(self.out, "{indent}{bar}  held by {}{more}", node.held_by[..shown].join(", "));
        }
        for (n, row) in node.rows.iter().enumerate() {
            let (branch, under) = if n + 1 == last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            let label = if row.label.is_empty() { String::new() } else { format!("{} ", row.label) };
            match &row.target {
                Target::Value(text) => {
                    let _ = writeln!(self.out, "{indent}{branch}{label}{text}");
                }
                Target::Node(to) | Target::Weak(to) => {
                    let arrow = if matches!(row.target, Target::Node(_)) { "──▶" } else { "╌╌▷" };
                    let lead = format!("{indent}{branch}{label}{arrow} ");
                    match self.numbers[*to] {
                        Some(known) => {
                            let _ = writeln!(self.out, "{lead}#{known} {}", self.graph.nodes[*to].title);
                        }
                        None => self.node(*to, &lead, &format!("{indent}{under}")),
                    }
                }
            }
        }
        if node.more_rows > 0 {
            let _ = writeln!(self.out, "{indent}└─ and {} more", node.more_rows);
        }
    }
}

/// Count, generation and size of an object, in words.
pub fn facts(node: &Node) -> String {
    let generation = node.generation.map_or(String::new(), |n| format!(", generation {n}"));
    let garbage = if node.garbage { ", garbage" } else { "" };
    format!("count {}{generation}, {} bytes{garbage}", node.count, node.bytes)
}
