//! Encodings of one byte a character, as tables: for sources here, for texts at run time in the runtime's codecs.

mod tables;

pub use tables::CODE_PAGES;

/// An encoding of one byte a character.
#[derive(Debug, PartialEq, Eq)]
pub struct CodePage {
    /// As CPython's `codecs.lookup(…).name`.
    pub name: &'static str,
    aliases: &'static [&'static str],
    /// The characters of all bytes, or of 0x80 to 0xff where the others are ASCII; [`UNDEFINED`] where there is none.
    chars: &'static str,
}

/// Stands for a byte that means no character.
pub const UNDEFINED: char = '\u{fffe}';

impl CodePage {
    /// Finds a code page by one of its names: lower case, with underscores (CPython's `encodings.aliases`).
    pub fn named(name: &str) -> Option<&'static CodePage> {
        CODE_PAGES.iter().find(|page| page.aliases.contains(&name))
    }

    /// The characters of the 256 bytes.
    pub fn table(&self) -> Vec<char> {
        let mut table: Vec<char> = self.chars.chars().collect();
        if table.len() == 0x80 {
            table.splice(0..0, (0..0x80u8).map(char::from));
        }
        table
    }

    /// The bytes of the characters.
    pub fn bytes(&self) -> PageBytes {
        let (mut ascii, mut others) = ([None; 0x80], Vec::with_capacity(0x80));
        // Where two bytes mean one character, the upper one is written.
        for (byte, c) in self.table().into_iter().enumerate().filter(|&(_, c)| c != UNDEFINED) {
            match ascii.get_mut(c as usize) {
                Some(place) => *place = Some(byte as u8),
                None => others.push((c, byte as u8)),
            }
        }
        others.sort_unstable();
        PageBytes { ascii, others }
    }

    /// Whether the lower half is ASCII.
    pub fn is_ascii_below(&self) -> bool {
        self.chars.chars().nth(0x80).is_none()
    }
}

/// The way back: which byte means a character.
pub struct PageBytes {
    ascii: [Option<u8>; 0x80],
    /// By character and byte.
    others: Vec<(char, u8)>,
}

impl PageBytes {
    /// The byte of a character.
    pub fn of(&self, c: char) -> Option<u8> {
        if let Some(byte) = self.ascii.get(c as usize) {
            return *byte;
        }
        let after = self.others.partition_point(|&(known, _)| known <= c);
        self.others[..after].last().filter(|&&(known, _)| known == c).map(|&(_, byte)| byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_all_bytes_and_reads_what_it_writes() {
        for page in CODE_PAGES {
            let (table, bytes) = (page.table(), page.bytes());
            assert_eq!(table.len(), 0x100, "{}", page.name);
            for &c in table.iter().filter(|&&c| c != UNDEFINED) {
                assert_eq!(bytes.of(c).map(|byte| table[usize::from(byte)]), Some(c), "{}", page.name);
            }
        }
    }
}
