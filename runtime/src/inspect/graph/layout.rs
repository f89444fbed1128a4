//! Where the boxes of a picture stand: columns by distance from the names, in each an order that keeps the arrows short.

use super::{Graph, Node, Target};

/// Width of a character, in pixels.
pub const CHAR: f64 = 7.3;
/// Height of a box's head, and of a row.
pub const HEAD: f64 = 44.0;
pub const ROW: f64 = 20.0;
const PILL: f64 = 24.0;
const GAP: f64 = 22.0;
const COLUMN_GAP: f64 = 90.0;
pub const MARGIN: f64 = 24.0;

/// What a box stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// An object, by its index.
    Node(usize),
    /// A holder outside of the graph, and the object that it holds.
    Name(String, usize),
}

/// A box.
#[derive(Debug, Clone)]
pub struct Place {
    pub item: Item,
    pub column: usize,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Place {
    fn centre(&self) -> f64 {
        self.y + self.height / 2.0
    }
}

/// A picture's boxes and its size. The first boxes are the objects, in their order.
#[derive(Debug)]
pub struct Layout {
    pub places: Vec<Place>,
    pub width: f64,
    pub height: f64,
}

/// The rows of a box as they are written.
pub fn row_texts(node: &Node) -> Vec<String> {
    let text = |row: &super::Row| match &row.target {
        Target::Value(value) if row.label.is_empty() => value.clone(),
        Target::Value(value) => format!("{}  {value}", row.label),
        _ => row.label.clone(),
    };
    let mut rows: Vec<String> = node.rows.iter().map(text).collect();
    if node.more_rows > 0 {
        rows.push(format!("and {} more", node.more_rows));
    }
    rows
}

/// The second line of a box's head.
pub fn fine_print(node: &Node) -> String {
    let generation = node.generation.map_or("not tracked".to_string(), |n| format!("generation {n}"));
    format!("{:#x} · {generation} · {} bytes", node.address, node.bytes)
}

fn width_of(text: &str) -> f64 {
    text.chars().count() as f64 * CHAR
}

/// Lays out a graph.
pub fn layout(graph: &Graph) -> Layout {
    let columns = columns(graph);
    let mut places = Vec::new();
    for (at, node) in graph.nodes.iter().enumerate() {
        let rows = row_texts(node);
        let widest = rows.iter().map(|row| width_of(row) + 30.0).fold(0.0, f64::max);
        let head = (width_of(&node.title) + 56.0).max(width_of(&fine_print(node)) * 0.82 + 20.0);
        let (width, height) = (widest.max(head), HEAD + ROW * rows.len() as f64);
        places.push(Place { item: Item::Node(at), column: columns[at], x: 0.0, y: 0.0, width, height });
    }
    for (at, node) in graph.nodes.iter().enumerate() {
        let mut names = node.held_by.clone();
        if node.more_holders > 0 {
            names.push(format!("and {} more", node.more_holders));
        }
        for name in names {
            let width = width_of(&name) + 24.0;
            let item = Item::Name(name, at);
            places.push(Place { item, column: columns[at] - 1, x: 0.0, y: 0.0, width, height: PILL });
        }
    }
    arrange(graph, places)
}

/// The column of each object: behind all that hold it, as far as there is no ring. Column 0 is for names.
fn columns(graph: &Graph) -> Vec<usize> {
    let mut walk = Walk { graph, state: vec![State::New; graph.nodes.len()], backwards: Vec::new(), done: Vec::new() };
    (0..graph.nodes.len()).for_each(|at| walk.visit(at));
    let mut column = vec![1; graph.nodes.len()];
    for at in walk.done.iter().rev() {
        for to in targets(graph, *at).filter(|to| !walk.backwards.contains(&(*at, *to))) {
            column[to] = column[to].max(column[*at] + 1);
        }
    }
    column
}

fn targets(graph: &Graph, at: usize) -> impl Iterator<Item = usize> {
    graph.nodes[at].rows.iter().filter_map(|row| match row.target {
        Target::Node(to) | Target::Weak(to) => Some(to),
        Target::Value(_) => None,
    })
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Open,
    Done,
}

/// A search in depth: what leads back to something that is still open closes a ring.
struct Walk<'a> {
    graph: &'a Graph,
    state: Vec<State>,
    backwards: Vec<(usize, usize)>,
    done: Vec<usize>,
}

impl Walk<'_> {
    fn visit(&mut self, at: usize) {
        if self.state[at] != State::New {
            return;
        }
        self.state[at] = State::Open;
        for to in targets(self.graph, at) {
            if self.state[to] == State::Open {
                self.backwards.push((at, to));
            }
            self.visit(to);
        }
        self.state[at] = State::Done;
        self.done.push(at);
    }
}

/// The boxes that each box is joined to.
fn neighbours(graph: &Graph, places: &[Place]) -> Vec<Vec<usize>> {
    let mut joined = vec![Vec::new(); places.len()];
    let mut join = |a: usize, b: usize| {
        joined[a].push(b);
        joined[b].push(a);
    };
    for (at, place) in places.iter().enumerate() {
        match &place.item {
            Item::Name(_, to) => join(at, *to),
            Item::Node(node) => graph.nodes[*node].rows.iter().for_each(|row| match row.target {
                Target::Node(to) | Target::Weak(to) if to != *node => join(at, to),
                _ => {}
            }),
        }
    }
    joined
}

fn arrange(graph: &Graph, mut places: Vec<Place>) -> Layout {
    let joined = neighbours(graph, &places);
    let count = places.iter().map(|place| place.column + 1).max().unwrap_or(0);
    let mut columns: Vec<Vec<usize>> =
        (0..count).map(|n| (0..places.len()).filter(|at| places[*at].column == n).collect()).collect();
    columns.iter().for_each(|column| stack(&mut places, column));
    for sweep in 0..8 {
        let order: Vec<usize> = if sweep % 2 == 0 { (0..count).collect() } else { (0..count).rev().collect() };
        for n in order {
            let wanted = |at: usize, places: &[Place]| match joined[at].len() {
                0 => places[at].centre(),
                len => joined[at].iter().map(|other| places[*other].centre()).sum::<f64>() / len as f64,
            };
            let mut column: Vec<(f64, usize)> = columns[n].iter().map(|at| (wanted(*at, &places), *at)).collect();
            column.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            settle(&mut places, &column);
            columns[n] = column.into_iter().map(|(_, at)| at).collect();
        }
    }
    let mut x = MARGIN;
    for column in &columns {
        let width = column.iter().map(|at| places[*at].width).fold(0.0, f64::max);
        for at in column {
            // Names lean on what they name.
            let slack = if matches!(places[*at].item, Item::Name(..)) { width - places[*at].width } else { 0.0 };
            places[*at].x = x + slack;
        }
        x += if column.is_empty() { 0.0 } else { width + COLUMN_GAP };
    }
    let top = places.iter().map(|place| place.y).fold(f64::INFINITY, f64::min);
    places.iter_mut().for_each(|place| place.y += MARGIN - top);
    let height = places.iter().map(|place| place.y + place.height).fold(0.0, f64::max) + MARGIN;
    let width = places.iter().map(|place| place.x + place.width).fold(0.0, f64::max) + MARGIN;
    // Arrows that go round the right side need room.
    Layout { places, width: width + 44.0, height }
}

fn stack(places: &mut [Place], column: &[usize]) {
    let mut y = 0.0;
    for at in column {
        places[*at].y = y;
        y += places[*at].height + GAP;
    }
}

/// Puts the boxes of a column near the heights they want, in this order, without overlap.
fn settle(places: &mut [Place], column: &[(f64, usize)]) {
    let mut floor = f64::NEG_INFINITY;
    let mut off = 0.0;
    for (wanted, at) in column {
        let y = (wanted - places[*at].height / 2.0).max(floor);
        off += y + places[*at].height / 2.0 - wanted;
        places[*at].y = y;
        floor = y + places[*at].height + GAP;
    }
    let shift = off / column.len().max(1) as f64;
    column.iter().for_each(|(_, at)| places[*at].y -= shift);
}

#[cfg(test)]
mod tests {
    use super::super::Row;
    use super::*;

    fn node(rows: &[Target]) -> Node {
        let rows = rows.iter().map(|target| Row { label: "x".into(), target: target.clone() }).collect();
        Node { title: "T".into(), rows, held_by: vec!["global a".into()], ..Node::default() }
    }

    #[test]
    fn boxes_never_overlap() {
        let targets = |n: usize| [Target::Node((n * 7 + 3) % 20), Target::Node((n * 3 + 1) % 20), Target::Weak(n / 2)];
        let nodes: Vec<Node> = (0..20).map(|n| node(&targets(n))).collect();
        let places = layout(&Graph { nodes, starts: 2, ..Graph::default() }).places;
        assert_eq!(places.len(), 40);
        for (n, a) in places.iter().enumerate() {
            for b in &places[n + 1..] {
                let apart =
                    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
                assert!(apart, "{a:?} {b:?}");
            }
        }
    }
}
