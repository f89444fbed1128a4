//! A document taken apart: which of its text is program, and what it says that the program prints.
//!
//! Markdown (and any other text) is read as CommonMark: `python` fences are programs, `>>>` lines are
//! transcripts, the fence after a program shows its output, and a comment behind a `print` shows what that
//! line prints. A `.py` file is one program whose expectations are `# expect:` lines and such comments.

use super::comments;
use super::notes::{self, Note};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// One document with its programs in order.
#[derive(Debug)]
pub struct Document {
    pub path: String,
    pub text: String,
    pub blocks: Vec<Block>,
    /// Outputs in front of which no program stands: there is nothing to run.
    pub orphans: Vec<Shown>,
}

/// A program or transcript, and what the document says about it.
#[derive(Debug, Default)]
pub struct Block {
    /// The name that its code and its tracebacks bear.
    pub file: String,
    /// The line of the document, from 1, on which its text starts.
    pub line: usize,
    pub options: Options,
    pub pieces: Vec<Piece>,
    /// Notes of other releases' output, in the document's order.
    pub notes: Vec<Note>,
    /// The picture that follows it, which may show what it prints.
    pub picture: Option<String>,
    /// Where a note of another release may be added: the end of the last fence, or of the file.
    pub end: usize,
}

/// What a fence's words, or a comment before it, ask for.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Options {
    /// The release that the numbers belong to.
    pub profile: Option<String>,
    /// Starts in an interpreter of its own.
    pub fresh: bool,
    /// Why it is not run.
    pub skip: Option<String>,
    /// The exception that ends it.
    pub raises: Option<String>,
    /// The name of the file that it stands for.
    pub title: Option<String>,
}

/// How a piece is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// As a module, in the session's namespace.
    #[default]
    Module,
    /// As at the prompt.
    Single,
    /// As a script: the file itself is run.
    File,
}

/// What is compiled and run as one.
#[derive(Debug, Default)]
pub struct Piece {
    pub mode: Mode,
    pub source: String,
    /// The line of the document, from 1, that is the source's first.
    pub line: usize,
    /// The bytes of the document at which its first line starts and its last one ends.
    pub start: usize,
    pub end: usize,
    pub shown: Vec<Shown>,
}

/// Something that the document says is printed.
#[derive(Debug)]
pub struct Shown {
    pub place: Place,
    pub text: String,
    /// The line of the document, from 1.
    pub line: usize,
    /// The bytes of each of its lines in the document, without what stands in front of it.
    pub spans: Vec<Range<usize>>,
}

/// What a text is said of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// All that the piece prints.
    Output,
    /// Lines that the piece prints among others, in this order.
    Among,
    /// What this line of the source (from 1) prints.
    Line(u32),
}

/// Reads a document.
pub fn read(path: &str, text: String) -> Document {
    let (blocks, orphans) =
        if path.ends_with(".py") { (python_file(path, &text), Vec::new()) } else { Reader::new(path, &text).read() };
    Document { path: path.to_string(), text, blocks, orphans }
}

/// The number of the line, from 1, in which a byte stands.
pub fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

fn python_file(path: &str, text: &str) -> Vec<Block> {
    let mut block = Block { file: path.to_string(), line: 1, end: text.len(), ..Block::default() };
    block.options.fresh = true;
    let mut output = Shown { place: Place::Output, text: String::new(), line: 0, spans: Vec::new() };
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let body = line.trim_end();
        if let Some(expected) = body.strip_prefix("# expect:") {
            let expected = expected.strip_prefix(' ').unwrap_or(expected);
            output.spans.push(at + body.len() - expected.len()..at + body.len());
            output.text += &format!("{expected}\n");
            output.line = if output.line == 0 { number + 1 } else { output.line };
        } else if let Some(words) = body.strip_prefix("# pyglass:") {
            block.options.read(words);
        } else if let Some(note) = notes::of_comment(body, at, number + 1) {
            block.notes.push(note);
        }
        at += line.len();
    }
    let mut piece = Piece { mode: Mode::File, source: text.to_string(), line: 1, end: text.len(), ..Piece::default() };
    let lines = comments::line_spans(text);
    piece.shown = comments::shown(&piece.source, &lines, 1);
    if !output.spans.is_empty() {
        piece.shown.push(output);
    }
    block.pieces.push(piece);
    vec![block]
}

impl Options {
    /// Reads the words of a fence or a comment: `python 3.8`, `fresh`, `raises=KeyError`, `skip="why"`, `title=a.py`.
    pub fn read(&mut self, words: &str) {
        for (key, value) in pairs(words) {
            match key.as_str() {
                "fresh" | "reset" => self.fresh = true,
                "share" => self.fresh = false,
                "skip" => self.skip = Some(if value.is_empty() { "no reason given".into() } else { value }),
                "raises" => self.raises = Some(value),
                "title" | "file" => self.title = Some(value),
                "python" if !value.is_empty() => self.profile = Some(value),
                release if is_release(release) => self.profile = Some(release.to_string()),
                _ => {}
            }
        }
    }
}

fn is_release(word: &str) -> bool {
    gc::HeapProfile::of(word).is_some()
}

/// `key`, `key=value` and `key="a value"`, separated by blanks or commas.
fn pairs(words: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut rest = words.trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c == ',' || c.is_whitespace()).unwrap_or(rest.len());
        let key = rest[..end].to_string();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let (body, closing) = match after.strip_prefix('"') {
                Some(quoted) => (quoted, quoted.find('"').unwrap_or(quoted.len())),
                None => (after, after.find(|c: char| c == ',' || c.is_whitespace()).unwrap_or(after.len())),
            };
            value = body[..closing].to_string();
            rest = body[closing..].trim_start_matches('"');
        }
        out.push((key, value));
        rest = rest.trim_start_matches(|c: char| c == ',' || c.is_whitespace());
    }
    out
}

/// A code block as CommonMark has it.
struct Fence {
    info: String,
    /// The bytes of each line, without what stands in front of it.
    lines: Vec<Range<usize>>,
    /// The byte at which its first line stands, or would stand.
    start: usize,
    end: usize,
}

/// Goes through the code blocks of a document.
struct Reader<'t> {
    path: &'t str,
    text: &'t str,
    blocks: Vec<Block>,
    /// What comments asked for: of the whole document, and of the next fence.
    defaults: Options,
    next: Option<Options>,
    orphans: Vec<Shown>,
    /// The last block is a program whose output may follow.
    awaits_output: bool,
}

impl<'t> Reader<'t> {
    fn new(path: &'t str, text: &'t str) -> Reader<'t> {
        Reader {
            path,
            text,
            blocks: Vec::new(),
            defaults: Options::default(),
            next: None,
            orphans: Vec::new(),
            awaits_output: false,
        }
    }

    fn read(mut self) -> (Vec<Block>, Vec<Shown>) {
        let mut fence: Option<Fence> = None;
        let text = with_fences_in_sight(self.text);
        for (event, range) in Parser::new(&text).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(kind)) => fence = Some(self.open(kind, range)),
                Event::Text(_) if fence.is_some() => {
                    let fence = fence.as_mut().expect("asked in the guard");
                    let mut range = range;
                    // A text may begin with the end of a line whose `\r` belongs to the one before.
                    if self.text[range.clone()].starts_with('\n') && self.text[..range.start].ends_with('\r') {
                        let end = range.start - 1;
                        if fence.lines.last().is_none_or(|line| line.end != end || line.start == line.end) {
                            fence.lines.push(end..end);
                        }
                        range.start += 1;
                        if range.is_empty() {
                            continue;
                        }
                    }
                    fence.lines.extend(comments::line_spans(&self.text[range.clone()]).into_iter().map(|line| {
                        let end = line.end - usize::from(self.text[range.clone()][line.clone()].ends_with('\r'));
                        line.start + range.start..end + range.start
                    }));
                }
                Event::End(TagEnd::CodeBlock) => {
                    if let Some(fence) = fence.take() {
                        self.fence(fence);
                    }
                }
                Event::Start(Tag::Heading { .. }) => self.awaits_output = false,
                Event::Start(Tag::HtmlBlock) => self.html(range),
                Event::Start(Tag::Image { dest_url, .. }) if self.awaits_output => {
                    if let Some(block) = self.blocks.last_mut().filter(|block| block.picture.is_none()) {
                        block.picture = Some(dest_url.into_string());
                    }
                }
                _ => {}
            }
        }
        (self.blocks, self.orphans)
    }

    fn open(&self, kind: CodeBlockKind<'_>, range: Range<usize>) -> Fence {
        let (info, start) = match kind {
            CodeBlockKind::Fenced(info) => {
                let first = self.text[range.clone()].find('\n').map_or(range.end, |n| range.start + n + 1);
                (info.to_string(), first)
            }
            CodeBlockKind::Indented => ("indented".into(), range.start),
        };
        Fence { info, lines: Vec::new(), start, end: range.end }
    }

    fn fence(&mut self, fence: Fence) {
        let (language, words) = fence.info.split_once([' ', ',', '{']).unwrap_or((&fence.info, ""));
        let language = language.trim().to_ascii_lowercase();
        let source: String = fence.lines.iter().map(|line| format!("{}\n", &self.text[line.clone()])).collect();
        let prompts = source.lines().find(|l| !l.trim().is_empty()).is_some_and(|l| l.starts_with(">>>"));
        let python = matches!(language.as_str(), "python" | "py" | "python3" | "py3" | "pycon" | "pytb");
        let plain =
            matches!(language.as_str(), "" | "text" | "txt" | "output" | "out" | "console" | "stdout" | "plain");
        if prompts && (python || plain || language == "indented") {
            self.transcript(&fence, words);
        } else if python {
            self.program(&fence, words, source);
        } else if plain && self.awaits_output {
            self.output(&fence, source);
        } else if language.is_empty() && is_program(&source) {
            self.program(&fence, words, source);
        } else if plain && !(source.contains(['=', '(']) && compiles(&source)) {
            let shown = self.shown(&fence, source);
            self.orphans.push(shown);
        }
    }

    /// A new block with the options in force.
    fn block(&mut self, fence: &Fence, words: &str) -> Block {
        let mut options = self.next.take().unwrap_or_else(|| self.defaults.clone());
        options.read(words);
        let stem = std::path::Path::new(self.path).file_name().map_or_else(String::new, |n| n.to_string_lossy().into());
        let line = line_of(self.text, fence.lines.first().map_or(fence.start.min(self.text.len()), |l| l.start));
        let file = options.title.clone().unwrap_or_else(|| format!("{stem}:{line}"));
        Block { file, line, options, end: fence.end, ..Block::default() }
    }

    fn program(&mut self, fence: &Fence, words: &str, source: String) {
        let mut block = self.block(fence, words);
        let shown = comments::shown(&source, &fence.lines, block.line);
        let end = fence.lines.last().map_or(fence.start, |line| line.end);
        let (start, line) = (fence.start, block.line);
        block.pieces.push(Piece { mode: Mode::Module, source, line, start, end, shown });
        self.blocks.push(block);
        self.awaits_output = true;
    }

    fn shown(&self, fence: &Fence, text: String) -> Shown {
        let line = line_of(self.text, fence.start.min(self.text.len()));
        let spans = if fence.lines.is_empty() {
            std::iter::once(fence.start..fence.start).collect()
        } else {
            fence.lines.clone()
        };
        Shown { place: Place::Output, text, line, spans }
    }

    fn output(&mut self, fence: &Fence, text: String) {
        let shown = self.shown(fence, text);
        if let Some(block) = self.blocks.last_mut()
            && let Some(piece) = block.pieces.last_mut()
        {
            block.end = fence.end;
            if block.options.title.is_none()
                && let Some(name) = shown.text.lines().find_map(file_of_line)
            {
                block.file = name.to_string();
            }
            piece.shown.push(shown);
        }
        self.awaits_output = false;
    }

    fn transcript(&mut self, fence: &Fence, words: &str) {
        let mut block = self.block(fence, words);
        block.file = "<stdin>".into();
        for line in &fence.lines {
            let text = &self.text[line.clone()];
            let number = line_of(self.text, line.start);
            let prompt = |mark: &str| text.strip_prefix(mark).filter(|rest| rest.is_empty() || rest.starts_with(' '));
            if let Some(code) = prompt(">>>") {
                let source = format!("{}\n", code.strip_prefix(' ').unwrap_or(code));
                let (start, end) = (line.start, line.end);
                block.pieces.push(Piece { mode: Mode::Single, source, line: number, start, end, shown: Vec::new() });
            } else if let Some(piece) = block.pieces.last_mut() {
                match prompt("...") {
                    Some(code) if piece.shown.is_empty() => {
                        piece.source += &format!("{}\n", code.strip_prefix(' ').unwrap_or(code));
                        piece.end = line.end;
                    }
                    _ => add_line(piece, text, number, line),
                }
            }
        }
        for piece in &mut block.pieces {
            trim_blank_end(piece);
            if piece.shown.is_empty() {
                // Says nothing: then it prints nothing.
                let shown = Shown { place: Place::Output, text: String::new(), line: piece.line, spans: Vec::new() };
                piece.shown.push(shown);
            }
        }
        self.blocks.push(block);
        self.awaits_output = false;
    }

    /// Comments of HTML: options and notes.
    fn html(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while let Some(open) = self.text[at..range.end].find("<!--") {
            let start = at + open;
            let end = self.text[start..range.end].find("-->").map_or(range.end, |n| start + n + 3);
            let body = self.text[start + 4..end].trim_end_matches("-->");
            if let Some(words) = body.trim().strip_prefix("pyglass-document:") {
                self.defaults.read(words);
            } else if let Some(words) = body.trim().strip_prefix("pyglass:") {
                let mut options = self.next.take().unwrap_or_else(|| self.defaults.clone());
                options.read(words);
                self.next = Some(options);
            } else if let Some(note) = notes::of_html(body, start..end, line_of(self.text, start))
                && let Some(block) = self.blocks.last_mut()
            {
                block.end = end;
                block.notes.push(note);
            }
            at = end;
        }
    }
}

/// The text without the tags that keep fences in the line below them from being fences: in CommonMark a block of HTML
/// goes on to the next empty line, but who writes so means a fence. Every byte stays where it is.
fn with_fences_in_sight(text: &str) -> String {
    let mut out = text.as_bytes().to_vec();
    for (at, _) in text.match_indices("\n```").chain(text.match_indices("\n~~~")) {
        let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
        let line = &text[start..at];
        if line.starts_with('<') && !line.starts_with("<!") {
            out[start] = b' ';
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_string())
}

/// One more line of what an example prints.
fn add_line(piece: &mut Piece, text: &str, number: usize, span: &Range<usize>) {
    if piece.shown.is_empty() {
        piece.shown.push(Shown { place: Place::Output, text: String::new(), line: number, spans: Vec::new() });
    }
    let shown = &mut piece.shown[0];
    shown.text += &format!("{text}\n");
    shown.spans.push(span.clone());
}

/// Blank lines between an example and the next prompt are no output.
fn trim_blank_end(piece: &mut Piece) {
    let Some(shown) = piece.shown.first_mut() else { return };
    while shown.text.ends_with("\n\n") || shown.text == "\n" {
        shown.text.pop();
        shown.spans.pop();
    }
    if shown.spans.is_empty() {
        piece.shown.clear();
    }
}

/// The file of a line such as `./test.py:13: size=…`: then the program is that file.
fn file_of_line(line: &str) -> Option<&str> {
    let (file, rest) = line.split_once(".py:")?;
    let named = !file.contains([' ', '"']) && rest.starts_with(|c: char| c.is_ascii_digit());
    named.then(|| &line[..file.len() + 3])
}

/// Whether a fence without a language is a program: it compiles, and does more than name values.
fn is_program(source: &str) -> bool {
    let does = |line: &str| {
        line.starts_with("import ") || line.starts_with("from ") || line.starts_with("def ") || line.contains("print(")
    };
    source.lines().any(does) && compiles(source)
}

fn compiles(source: &str) -> bool {
    frontend::compile(source, "<fence>", frontend::Mode::Module, frontend::CompileOptions::default()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_and_its_output() {
        let text =
            "# T\n\n- list\n\n  ```python 3.8 raises=KeyError\n  print(1)\n  ```\n\n  prints\n\n  ```\n  1\n  ```\n";
        let read = read("t.md", text.into());
        let block = &read.blocks[0];
        assert_eq!(block.options.profile.as_deref(), Some("3.8"));
        assert_eq!(block.options.raises.as_deref(), Some("KeyError"));
        assert_eq!((block.line, block.pieces[0].source.as_str()), (6, "print(1)\n"));
        assert_eq!(block.pieces[0].shown[0].text, "1\n");
        assert_eq!(&text[block.pieces[0].shown[0].spans[0].clone()], "1");
    }

    #[test]
    fn a_fence_below_a_tag_is_a_fence() {
        let read = read(
            "t.md",
            "<p>So:</p>\n```python\nprint(1)\n```\n<b>Out:</b>\n\n![](a.png)\n\n```\nx = 2\n```\n\n```\n7 of 9\n```\n"
                .into(),
        );
        assert_eq!((read.blocks[0].line, read.blocks[0].picture.as_deref()), (3, Some("a.png")));
        assert_eq!(read.blocks[0].pieces[0].shown[0].text, "x = 2\n");
        assert_eq!((read.blocks.len(), read.orphans.len()), (1, 1));
        assert_eq!(read.orphans[0].text, "7 of 9\n");
    }

    #[test]
    fn a_transcript_is_taken_line_by_line() {
        let read =
            read("t.md", "```pycon\n>>> for i in 1, 2:\n...     i\n...\n1\n2\n>>> x = 3\n\n>>> x\n3\n```\n".into());
        let pieces = &read.blocks[0].pieces;
        assert_eq!(pieces.len(), 3);
        assert_eq!(pieces[0].source, "for i in 1, 2:\n    i\n\n");
        assert_eq!(pieces[0].shown[0].text, "1\n2\n");
        assert_eq!(pieces[1].shown[0].text, "");
        assert_eq!((pieces[2].shown[0].text.as_str(), pieces[2].line), ("3\n", 9));
    }

    #[test]
    fn words_of_a_fence() {
        let mut options = Options::default();
        options.read("3.12, fresh skip=\"needs a network\" title=a.py");
        assert_eq!(options.profile.as_deref(), Some("3.12"));
        assert_eq!(options.skip.as_deref(), Some("needs a network"));
        assert_eq!((options.fresh, options.title.as_deref()), (true, Some("a.py")));
    }
}
