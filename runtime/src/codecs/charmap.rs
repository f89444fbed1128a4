//! One byte per character: ASCII, Latin-1, and the code pages as tables of their upper halves.

use super::Problem;
use crate::text::{TextBuf, char_at, units_len};
use gc::Units;

/// A code page: ASCII below, its own characters above.
#[derive(Debug, PartialEq, Eq)]
pub struct Charmap {
    pub name: &'static str,
    aliases: &'static [&'static str],
    /// The characters of 0x80 to 0xff; U+FFFE where there is none.
    upper: &'static str,
}

const UNDEFINED: char = '\u{fffe}';
const REASON: &str = "character maps to <undefined>";

/// Finds a code page by its normalised name.
pub fn named(name: &str) -> Option<&'static Charmap> {
    CHARMAPS.iter().find(|map| map.aliases.contains(&name))
}

impl Charmap {
    pub fn decode(&self, bytes: &[u8], at: &mut usize, out: &mut TextBuf) -> Option<Problem> {
        let upper: Vec<char> = self.upper.chars().collect();
        while let Some(&byte) = bytes.get(*at) {
            let c = if byte < 0x80 { char::from(byte) } else { upper[usize::from(byte) - 0x80] };
            if c == UNDEFINED {
                return Some(Problem { encoding: "charmap", start: *at, end: *at + 1, reason: REASON });
            }
            out.push_char(c);
            *at += 1;
        }
        None
    }

    fn byte_of(&self, code: u32) -> Option<u8> {
        if code < 0x80 {
            return Some(code as u8);
        }
        let c = char::from_u32(code).filter(|c| *c != UNDEFINED)?;
        self.upper.chars().position(|u| u == c).map(|n| (n + 0x80) as u8)
    }

    pub fn encode(&self, text: Units<'_>, at: &mut usize, out: &mut Vec<u8>) -> Option<Problem> {
        encode_by(text, at, out, ("charmap", REASON), |c| self.byte_of(c))
    }
}

pub fn decode_ascii(bytes: &[u8], at: &mut usize, out: &mut TextBuf) -> Option<Problem> {
    let rest = &bytes[*at..];
    let plain = rest.iter().position(|b| !b.is_ascii()).unwrap_or(rest.len());
    out.push_latin1(&rest[..plain]);
    *at += plain;
    (*at < bytes.len()).then(|| Problem {
        encoding: "ascii",
        start: *at,
        end: *at + 1,
        reason: "ordinal not in range(128)",
    })
}

/// ASCII (`limit` 0x80) and Latin-1 (`limit` 0x100).
pub fn encode_narrow(text: Units<'_>, at: &mut usize, out: &mut Vec<u8>, limit: u32) -> Option<Problem> {
    if let Units::U1(latin) = text
        && (limit == 0x100 || latin[*at..].is_ascii())
    {
        out.extend_from_slice(&latin[*at..]);
        *at = latin.len();
        return None;
    }
    let words =
        if limit == 0x80 { ("ascii", "ordinal not in range(128)") } else { ("latin-1", "ordinal not in range(256)") };
    encode_by(text, at, out, words, |c| (c < limit).then_some(c as u8))
}

/// Encodes up to the next run of characters without a code.
fn encode_by(
    text: Units<'_>,
    at: &mut usize,
    out: &mut Vec<u8>,
    words: (&'static str, &'static str),
    code: impl Fn(u32) -> Option<u8>,
) -> Option<Problem> {
    let len = units_len(text);
    while *at < len {
        let Some(byte) = code(char_at(text, *at)) else {
            let end = (*at..len).find(|i| code(char_at(text, *i)).is_some()).unwrap_or(len);
            return Some(Problem { encoding: words.0, start: *at, end, reason: words.1 });
        };
        out.push(byte);
        *at += 1;
    }
    None
}

static CHARMAPS: &[Charmap] = &[
    Charmap {
        name: "cp1252",
        aliases: &["cp1252", "windows_1252", "1252"],
        upper: "€\u{fffe}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffe}Ž\u{fffe}\u{fffe}‘’“”•–—˜™š›œ\u{fffe}žŸ\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    },
    Charmap {
        name: "cp1250",
        aliases: &["cp1250", "windows_1250", "1250"],
        upper: "€\u{fffe}‚\u{fffe}„…†‡\u{fffe}‰Š‹ŚŤŽŹ\u{fffe}‘’“”•–—\u{fffe}™š›śťžź\u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    },
    Charmap {
        name: "cp1251",
        aliases: &["cp1251", "windows_1251", "1251"],
        upper: "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{fffe}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
    },
    Charmap {
        name: "cp437",
        aliases: &["cp437", "437", "ibm437"],
        upper: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
    },
    Charmap {
        name: "cp850",
        aliases: &["cp850", "850", "ibm850"],
        upper: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
    },
    Charmap {
        name: "iso8859-2",
        aliases: &["iso8859_2", "iso_8859_2", "latin2", "latin_2", "l2"],
        upper: "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    },
    Charmap {
        name: "iso8859-15",
        aliases: &["iso8859_15", "iso_8859_15", "latin_9", "latin9", "l9"],
        upper: "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\u{a0}¡¢£€¥Š§š©ª«¬\u{ad}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    },
    Charmap {
        name: "koi8-r",
        aliases: &["koi8_r", "cskoi8r"],
        upper: "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{a0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
    },
    Charmap {
        name: "mac-roman",
        aliases: &["mac_roman", "macroman", "macintosh"],
        upper: "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
    },
];
