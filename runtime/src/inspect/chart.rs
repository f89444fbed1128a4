//! Tables as pictures: rows of text with coloured marks, for what happens in steps.

use std::fmt::Write as _;

/// Pixels of a row, and of a character of the text.
const ROW: usize = 22;
const CHAR: usize = 8;
const MARGIN: usize = 16;

/// What a cell says beside its text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Text alone.
    Plain,
    /// Small and grey.
    Quiet,
    /// A number in a dark chip.
    Count,
    /// It stays, it rises.
    Good,
    /// It goes, it falls.
    Bad,
}

/// One cell.
pub struct Cell {
    /// What it shows.
    pub text: String,
    /// How.
    pub tone: Tone,
}

impl Cell {
    /// A cell.
    pub fn new(tone: Tone, text: impl Into<String>) -> Cell {
        Cell { text: text.into(), tone }
    }
}

const STYLE: &str = "\
text{font-family:ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:12px;fill:#1f2933}\
.title{font-weight:bold;font-size:14px}.head{fill:#52606d;font-size:11px}.quiet{fill:#7b8794;font-size:11px}\
.line{stroke:#d9e2ec;stroke-width:1}.chip{fill:#243b53}.number{fill:#fff;font-weight:bold;text-anchor:middle}\
.good{fill:#0c6b58}.bad{fill:#ba2525}.goodbox{fill:#e3f8f3}.badbox{fill:#fbe5e5}";

/// A table as an SVG document: its title, the columns' headings, rows, and a line of explanation below.
pub fn table(title: &str, heads: &[&str], rows: &[Vec<Cell>], legend: &str) -> String {
    let characters = |n: usize| {
        let cells = rows.iter().filter_map(|row| row.get(n)).map(|cell| cell.text.chars().count());
        cells.chain([heads[n].chars().count()]).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..heads.len()).map(|n| characters(n) * CHAR + 24).collect();
    let lefts: Vec<usize> = (0..heads.len()).map(|n| MARGIN + widths[..n].iter().sum::<usize>()).collect();
    let wide = [title, legend].map(|text| text.chars().count() * CHAR + CHAR);
    let width = (widths.iter().sum::<usize>()).max(wide[0]).max(wide[1]) + 2 * MARGIN;
    let height = 74 + ROW * rows.len() + 34;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">\n<style>{STYLE}</style>\n<rect width=\"{width}\" height=\"{height}\" \
         fill=\"#fff\"/>\n<text class=\"title\" x=\"{MARGIN}\" y=\"28\">{}</text>\n",
        escaped(title)
    );
    for (n, head) in heads.iter().enumerate() {
        let _ = writeln!(out, "<text class=\"head\" x=\"{}\" y=\"58\">{}</text>", lefts[n], escaped(head));
    }
    for (n, row) in rows.iter().enumerate() {
        let top = 68 + ROW * n;
        let _ = writeln!(out, "<path class=\"line\" d=\"M{MARGIN} {top}H{}\"/>", width - MARGIN);
        row.iter().zip(&lefts).for_each(|(cell, left)| draw(&mut out, cell, *left, top));
    }
    let _ =
        writeln!(out, "<text class=\"quiet\" x=\"{MARGIN}\" y=\"{}\">{}</text>\n</svg>", height - 14, escaped(legend));
    out
}

fn draw(out: &mut String, cell: &Cell, left: usize, top: usize) {
    let (text, wide, base) = (escaped(&cell.text), cell.text.chars().count() * CHAR, top + 15);
    let _ = match cell.tone {
        _ if cell.text.is_empty() => Ok(()),
        Tone::Plain => writeln!(out, "<text x=\"{left}\" y=\"{base}\">{text}</text>"),
        Tone::Quiet => writeln!(out, "<text class=\"quiet\" x=\"{left}\" y=\"{base}\">{text}</text>"),
        Tone::Count => writeln!(
            out,
            "<rect class=\"chip\" x=\"{left}\" y=\"{}\" width=\"{}\" height=\"17\" rx=\"8\"/>\
             <text class=\"number\" x=\"{}\" y=\"{base}\">{text}</text>",
            top + 3,
            wide + 10,
            left + wide / 2 + 5
        ),
        Tone::Good | Tone::Bad => {
            let class = if cell.tone == Tone::Good { "good" } else { "bad" };
            writeln!(
                out,
                "<rect class=\"{class}box\" x=\"{left}\" y=\"{}\" width=\"{}\" height=\"17\" rx=\"4\"/>\
                 <text class=\"{class}\" x=\"{}\" y=\"{base}\">{text}</text>",
                top + 3,
                wide + 10,
                left + 5
            )
        }
    };
}

/// A text inside of a document.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
