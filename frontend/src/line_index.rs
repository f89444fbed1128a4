//! From byte offsets to lines and columns.

/// Where the lines of a source start.
#[derive(Debug, Clone)]
pub struct LineIndex<'s> {
    source: &'s str,
    starts: Vec<u32>,
}

/// A place for people and for position tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// 1-based.
    pub line: u32,
    /// 0-based, in UTF-8 bytes: what CPython's trees and position tables hold.
    pub byte: u32,
    /// 0-based, in characters: what error messages count.
    pub column: u32,
}

impl<'s> LineIndex<'s> {
    /// Lines end with `\n`; a lone `\r` and `\r\n` end them too, as Python reads them.
    pub fn new(source: &'s str) -> Self {
        let bytes = source.as_bytes();
        let ends = |&(i, &b): &(usize, &u8)| b == b'\n' || b == b'\r' && bytes.get(i + 1) != Some(&b'\n');
        let starts = bytes.iter().enumerate().filter(ends).map(|(i, _)| i as u32 + 1);
        Self { source, starts: std::iter::once(0).chain(starts).collect() }
    }

    /// The 1-based line of an offset.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|&start| start <= offset) as u32
    }

    pub fn locate(&self, offset: u32) -> Location {
        let line = self.line(offset);
        let start = self.starts[line as usize - 1];
        let before = self.source.get(start as usize..offset as usize).unwrap_or("");
        Location { line, byte: offset - start, column: before.chars().count() as u32 }
    }

    /// The offset at which a 1-based line starts; the end of the source beyond the last.
    pub fn line_start(&self, line: u32) -> u32 {
        self.starts.get(line as usize - 1).copied().unwrap_or(self.source.len() as u32)
    }

    /// The text of a 1-based line without its end; empty beyond the last.
    pub fn line_text(&self, line: u32) -> &'s str {
        let (start, end) = (self.line_start(line), self.line_start(line + 1));
        self.source[start as usize..end as usize].trim_end_matches(['\n', '\r'])
    }

    pub fn line_count(&self) -> u32 {
        self.starts.len() as u32
    }

    pub fn source(&self) -> &'s str {
        self.source
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_become_places() {
        let index = LineIndex::new("a\né = 1\r\nb\rc");
        assert_eq!(index.locate(0), Location { line: 1, byte: 0, column: 0 });
        assert_eq!(index.locate(5), Location { line: 2, byte: 3, column: 2 });
        assert_eq!((index.line_text(2), index.line_text(3), index.line_text(4)), ("é = 1", "b", "c"));
        assert_eq!((index.line(13), index.line_text(9)), (4, ""));
    }
}
