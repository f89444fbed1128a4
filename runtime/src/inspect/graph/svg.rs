//! The graph as a picture: boxes with rows, an arrow for each count, dashed ones for references that make none.

use super::layout::{CHAR, HEAD, Item, Layout, MARGIN, Place, ROW, fine_print, layout, row_texts};
use super::{Graph, Node, Target};
use crate::inspect::chart::escaped;
use std::fmt::Write as _;

const STYLE: &str = "\
text{font-family:ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:12px;fill:#1f2933}\
.title{font-weight:bold}.fine{font-size:10px;fill:#52606d}.label{fill:#52606d}.legend{font-size:11px;fill:#52606d}\
.box{fill:#fff;stroke:#486581;stroke-width:1.3}.head{fill:#e6eef5}.garbage .box{stroke:#ba2525;stroke-dasharray:5 3}\
.garbage .head{fill:#fbe5e5}.line{stroke:#bcccdc;stroke-width:.7}.pill{fill:#fff8db;stroke:#cb9d06}\
.count{fill:#243b53}.garbage .count{fill:#ba2525}.number{fill:#fff;font-weight:bold;text-anchor:middle}\
.arrow{fill:none;stroke:#334e68;stroke-width:1.4}.name{fill:none;stroke:#cb9d06;stroke-width:1.4}\
.weak{fill:none;stroke:#7b8794;stroke-width:1.3;stroke-dasharray:5 4}.dot{fill:#334e68}\
.cut{fill:none;stroke:#ba2525;stroke-width:2.2}";

impl Graph {
    /// The graph as an SVG document.
    pub fn svg(&self) -> String {
        let mut layout = layout(self);
        let legend = if self.legend.is_empty() { LEGEND } else { &self.legend };
        layout.width = layout.width.max(legend.chars().count() as f64 * CHAR * 0.92 + 2.0 * MARGIN);
        let (width, height) = (layout.width.ceil(), (layout.height + 18.0).ceil());
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\">\n<style>{STYLE}</style>\n<defs>\n"
        );
        for (id, colour) in
            [("counted", "#334e68"), ("named", "#cb9d06"), ("weakly", "#7b8794"), ("cutting", "#ba2525")]
        {
            let _ = writeln!(
                out,
                "<marker id=\"{id}\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" \
                 orient=\"auto\"><path d=\"M0 0L10 5L0 10z\" fill=\"{colour}\"/></marker>"
            );
        }
        let _ = writeln!(out, "</defs>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>");
        // Arrows run behind boxes, so that what is written stays legible.
        let (arrows, dots) = arrows(self, &layout);
        out += &arrows;
        for place in &layout.places {
            match &place.item {
                Item::Node(at) => draw_node(&mut out, &self.nodes[*at], place),
                Item::Name(name, _) => draw_name(&mut out, name, place),
            }
        }
        out += &dots;
        let _ = writeln!(
            out,
            "<text class=\"legend\" x=\"{MARGIN}\" y=\"{}\">{}</text>\n</svg>",
            height - 10.0,
            escaped(legend)
        );
        out
    }
}

const LEGEND: &str =
    "each solid arrow is one count · dashed: a weak reference, no count · the number in a box is its count";

fn draw_node(out: &mut String, node: &Node, at: &Place) {
    let Place { x, y, width, height, .. } = *at;
    let class = if node.garbage { "garbage" } else { "object" };
    let _ = writeln!(out, "<g class=\"{class}\">");
    let _ = writeln!(
        out,
        "<rect class=\"box\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"5\"/>"
    );
    let head = format!("M{:.1} {:.1}h{:.1}v{:.1}h-{:.1}z", x + 1.0, y + 1.0, width - 2.0, HEAD - 2.0, width - 2.0);
    let _ = writeln!(out, "<path class=\"head\" d=\"{head}\"/>");
    let garbage = if node.garbage { " (garbage)" } else { "" };
    let title = escaped(&node.title) + garbage;
    let _ = writeln!(out, "<text class=\"title\" x=\"{:.1}\" y=\"{:.1}\">{title}</text>", x + 10.0, y + 18.0);
    let _ =
        writeln!(out, "<text class=\"fine\" x=\"{:.1}\" y=\"{:.1}\">{}</text>", x + 10.0, y + 35.0, fine_print(node));
    let count = node.count.to_string();
    let badge = count.len() as f64 * CHAR + 12.0;
    let _ = writeln!(
        out,
        "<rect class=\"count\" x=\"{:.1}\" y=\"{:.1}\" width=\"{badge:.1}\" height=\"18\" rx=\"9\"/>\
         <text class=\"number\" x=\"{:.1}\" y=\"{:.1}\">{count}</text>",
        x + width - badge - 6.0,
        y + 5.0,
        x + width - badge / 2.0 - 6.0,
        y + 18.0
    );
    for (n, text) in row_texts(node).iter().enumerate() {
        let top = y + HEAD + ROW * n as f64;
        let _ = writeln!(out, "<path class=\"line\" d=\"M{x:.1} {top:.1}h{width:.1}\"/>");
        let label = node.rows.get(n).map_or("", |row| row.label.as_str());
        let value = escaped(text.strip_prefix(label).unwrap_or(text)).replace("  ", " ");
        let _ = writeln!(
            out,
            "<text x=\"{:.1}\" y=\"{:.1}\" xml:space=\"preserve\"><tspan class=\"label\">{}</tspan>{value}</text>",
            x + 10.0,
            top + 14.0,
            escaped(label)
        );
    }
    let _ = writeln!(out, "</g>");
}

fn draw_name(out: &mut String, name: &str, at: &Place) {
    let Place { x, y, width, height, .. } = *at;
    let _ = writeln!(
        out,
        "<rect class=\"pill\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"12\"/>\
         <text x=\"{:.1}\" y=\"{:.1}\">{}</text>",
        x + 12.0,
        y + 16.0,
        escaped(name)
    );
}

/// An arrow that is still to be drawn: from this height of a box to another box.
struct Arrow {
    from: usize,
    height: f64,
    to: usize,
    class: &'static str,
    marker: &'static str,
}

/// The arrows, and the dots in the boxes where they begin.
fn arrows(graph: &Graph, layout: &Layout) -> (String, String) {
    let mut all = Vec::new();
    for (from, place) in layout.places.iter().enumerate() {
        match &place.item {
            Item::Name(_, to) => {
                let height = place.y + place.height / 2.0;
                let (class, marker) =
                    if graph.cuts.contains(&(None, *to)) { ("cut", "cutting") } else { ("name", "named") };
                all.push(Arrow { from, height, to: *to, class, marker });
            }
            Item::Node(node) => {
                for (n, row) in graph.nodes[*node].rows.iter().enumerate() {
                    let (to, class, marker) = match row.target {
                        Target::Node(to) if graph.cuts.contains(&(Some(*node), to)) => (to, "cut", "cutting"),
                        Target::Node(to) => (to, "arrow", "counted"),
                        Target::Weak(to) => (to, "weak", "weakly"),
                        Target::Value(_) => continue,
                    };
                    let height = place.y + HEAD + ROW * (n as f64 + 0.5);
                    all.push(Arrow { from, height, to, class, marker });
                }
            }
        }
    }
    all.sort_by(|a, b| a.to.cmp(&b.to).then(a.height.total_cmp(&b.height)));
    let (mut out, mut dots) = (String::new(), String::new());
    for (n, arrow) in all.iter().enumerate() {
        let target = &layout.places[arrow.to];
        let side = |a: &Arrow| layout.places[a.from].column < target.column;
        let together: Vec<usize> =
            (0..all.len()).filter(|m| all[*m].to == arrow.to && side(&all[*m]) == side(arrow)).collect();
        let nth = together.iter().position(|m| *m == n).unwrap_or(0) as f64;
        let end = target.y + HEAD * (nth + 1.0) / (together.len() as f64 + 1.0);
        let from = &layout.places[arrow.from];
        let (begin, path) = path(from, target, arrow.height, end);
        let _ = writeln!(out, "<path class=\"{}\" d=\"{path}\" marker-end=\"url(#{})\"/>", arrow.class, arrow.marker);
        if matches!(from.item, Item::Node(_)) {
            let (y, inside) = (arrow.height, if begin > from.x { begin - 9.0 } else { begin + 5.0 });
            let _ = writeln!(dots, "<path class=\"{}\" d=\"M{inside:.1} {y:.1}H{begin:.1}\"/>", arrow.class);
            let _ = writeln!(dots, "<circle class=\"dot\" cx=\"{inside:.1}\" cy=\"{y:.1}\" r=\"2.8\"/>");
        }
    }
    (out, dots)
}

/// Where an arrow leaves its box, and its way to the other box.
fn path(from: &Place, to: &Place, start: f64, end: f64) -> (f64, String) {
    let (left, right, far) = (from.x, from.x + from.width, to.x + to.width);
    let (x, bend, back, x2) = if from.column < to.column {
        let bend = ((to.x - right) / 2.0).max(30.0);
        (right, right + bend, to.x - bend, to.x)
    } else if from.column == to.column {
        let bulge = right.max(far) + 36.0;
        (right, bulge, bulge, far)
    } else {
        let bend = ((left - far) / 2.0).max(30.0);
        (left, left - bend, far + bend, far)
    };
    (x, format!("M{x:.1} {start:.1}C{bend:.1} {start:.1} {back:.1} {end:.1} {x2:.1} {end:.1}"))
}
