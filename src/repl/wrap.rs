//! Texts in lines that fit a terminal.

/// Appends the words of `text` behind what stands in the last line of `out`; lines that follow begin with `indent` spaces
/// and have at most `width` characters.
pub fn wrap(out: &mut String, text: &str, indent: usize, width: usize) {
    let mut used = out.rsplit('\n').next().map_or(0, |line| line.chars().count());
    let mut first = used == 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if !first && used + 1 + length > width {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            used = indent;
        } else if !first {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += length;
        first = false;
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_end_between_words() {
        let mut out = String::new();
        wrap(&mut out, "one two\nthree four", 2, 9);
        assert_eq!(out, "one two\n  three\n  four\n");
        let mut out = String::from("%x");
        wrap(&mut out, "does it", 3, 6);
        assert_eq!(out, "%x\n   does\n   it\n");
    }
}
