//! Asks somebody at the prompt.

use gc::{Dict, Ref};
use nix::sys::termios::{LocalFlags, SetArg, SpecialCharacterIndices, Termios, tcgetattr, tcsetattr};
use runtime::vm::Vm;
use runtime::{Exc, PyResult};
use std::io::{self, BufRead, IsTerminal, Write};

/// Whether somebody sits there: input and output are a terminal.
pub fn at_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    On,
    Back,
    Quit,
}

/// Waits for one key at the terminal; None at the end of input.
pub fn key() -> Option<Key> {
    let stdin = io::stdin();
    let before = tcgetattr(&stdin).ok()?;
    let mut single = before.clone();
    // Ctrl-C is a key like others here: it ends the reading.
    single.local_flags.remove(LocalFlags::ICANON | LocalFlags::ECHO | LocalFlags::ISIG);
    tcsetattr(&stdin, SetArg::TCSANOW, &single).ok()?;
    let key = {
        let mut input = stdin.lock();
        let typed = input.fill_buf().map(<[u8]>::to_vec).unwrap_or_default();
        let (key, taken) = first_key(&typed);
        input.consume(taken);
        meaning(key)
    };
    tcsetattr(&stdin, SetArg::TCSANOW, &before).ok()?;
    key
}

/// The bytes of the first of the keys that were typed, and how many are done with: an Enter behind a letter belongs to it.
fn first_key(typed: &[u8]) -> (&[u8], usize) {
    match typed {
        [27, ..] | [] => (typed, typed.len()),
        [b'\n' | b'\r', ..] => (&typed[..1], 1),
        [_, b'\n' | b'\r', ..] => (&typed[..1], 2),
        _ => (&typed[..1], 1),
    }
}

/// What the bytes of a key ask for; an arrow is three.
fn meaning(typed: &[u8]) -> Option<Key> {
    Some(match typed {
        [] => return None,
        [b'q' | b'Q' | 3 | 4 | 27] => Key::Quit,
        [b'p' | b'P' | b'b' | 8 | 127] | [27, b'[', b'A' | b'D'] | [27, b'[', b'5', b'~'] => Key::Back,
        _ => Key::On,
    })
}

/// Shows a prompt and reads a line; None at the end of input. Ctrl-C at the terminal is an error of kind `Interrupted`.
pub fn ask(prompt: &str) -> io::Result<Option<String>> {
    // In a pipe stdout holds what the program prints and nothing else.
    if io::stdout().is_terminal() {
        print!("{prompt}");
        drop(io::stdout().flush());
    } else {
        eprint!("{prompt}");
    }
    let mut line = Vec::new();
    let before = tcgetattr(io::stdin());
    match before {
        Ok(before) => line_of_terminal(&before, &mut line)?,
        Err(_) => drop(io::stdin().lock().read_until(b'\n', &mut line)),
    }
    Ok(if line.is_empty() { None } else { Some(String::from_utf8_lossy(&line).trim().to_string()) })
}

/// Reads a line that Ctrl-C ends as well: a signal alone would let the system read on.
fn line_of_terminal(before: &Termios, line: &mut Vec<u8>) -> io::Result<()> {
    let mut asking = before.clone();
    asking.local_flags.remove(LocalFlags::ISIG);
    asking.control_chars[SpecialCharacterIndices::VEOL as usize] = CTRL_C;
    tcsetattr(io::stdin(), SetArg::TCSANOW, &asking)?;
    {
        let mut input = io::stdin().lock();
        line.extend_from_slice(input.fill_buf().unwrap_or_default());
        input.consume(line.len());
    }
    tcsetattr(io::stdin(), SetArg::TCSANOW, before)?;
    match line.contains(&CTRL_C) {
        true => Err(io::ErrorKind::Interrupted.into()),
        false => Ok(()),
    }
}

const CTRL_C: u8 = 3;

/// Whether a guess says the same as the answer: spaces, quotes and the words for True and False do not matter.
pub fn agrees(guess: &str, answer: &str) -> bool {
    let plain = |text: &str| {
        let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '"' && *c != '\'').collect();
        match text.to_lowercase().as_str() {
            "yes" | "y" | "true" => "true".to_string(),
            "no" | "n" | "false" => "false".to_string(),
            other => other.to_string(),
        }
    };
    plain(guess) == plain(answer)
}

/// Right or wrong, in words; nothing if nobody guessed.
pub fn verdict(guess: Option<&str>, answer: &str) -> String {
    match guess {
        None => format!("  the answer: {answer}\n"),
        Some("") => format!("  it is {answer}\n"),
        Some(guess) if agrees(guess, answer) => format!("  right: {answer}\n"),
        Some(_) => format!("  not quite: it is {answer}\n"),
    }
}

/// What a lesson or a prediction works on.
pub struct Class<'a> {
    pub vm: &'a Vm,
    pub main: &'a Ref<Dict>,
    /// Somebody is there to be asked.
    pub attended: bool,
}

impl Class<'_> {
    /// Shows a text behind what the program has printed.
    pub fn say(&self, text: &str) {
        drop(self.vm.unrecorded(|| stdlib::glass::print(self.vm, text)));
    }

    /// Waits at a terminal until a key is pressed; false if the reader wants to stop.
    pub fn pause(&self) -> bool {
        if !self.attended || !at_terminal() {
            return true;
        }
        print!("  (any key goes on, q ends) ");
        drop(io::stdout().flush());
        let key = key();
        // The question goes, so that the text stays whole.
        print!("\r\x1b[K");
        drop(io::stdout().flush());
        !matches!(key, None | Some(Key::Quit))
    }

    /// Asks, if somebody is there. Ctrl-C while somebody thinks raises KeyboardInterrupt.
    pub fn ask(&self, prompt: &str) -> PyResult<Option<String>> {
        if !self.attended {
            return Ok(None);
        }
        let answer = ask(prompt);
        if self.vm.take_interrupt() || answer.is_err() {
            println!();
            return Err(self.vm.raise_new_empty(Exc::KeyboardInterrupt));
        }
        Ok(answer.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_meanings() {
        assert_eq!((meaning(b"n"), meaning(b"\n"), meaning(b"\x1b[C")), (Some(Key::On), Some(Key::On), Some(Key::On)));
        assert_eq!(
            (meaning(b"p"), meaning(b"\x1b[D"), meaning(b"\x7f")),
            (Some(Key::Back), Some(Key::Back), Some(Key::Back))
        );
        assert_eq!((meaning(b"q"), meaning(b"\x1b"), meaning(b"")), (Some(Key::Quit), Some(Key::Quit), None));
    }

    #[test]
    fn keys_typed_at_once_are_taken_one_by_one() {
        let keys = |typed| {
            let (key, taken) = first_key(typed);
            (meaning(key), taken)
        };
        assert_eq!(
            (keys(b"p\n"), keys(b"pn"), keys(b"\nq")),
            ((Some(Key::Back), 2), (Some(Key::Back), 1), (Some(Key::On), 1))
        );
        assert_eq!((keys(b"\x1b[D"), keys(b"")), ((Some(Key::Back), 3), (None, 0)));
    }

    #[test]
    fn guesses_are_read_kindly() {
        assert!(agrees("yes", "True") && agrees(" ['a','b'] ", "['a', 'b']") && agrees("3", "3"));
        assert!(!agrees("2", "3") && !agrees("no", "True"));
        assert_eq!(verdict(Some("2"), "3"), "  not quite: it is 3\n");
    }
}
