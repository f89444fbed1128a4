//! Asks somebody at the prompt.

use gc::{Dict, Ref};
use runtime::vm::Vm;
use std::io::{BufRead, IsTerminal, Write};

/// Shows a prompt and reads a line; None at the end of input.
pub fn ask(prompt: &str) -> Option<String> {
    // In a pipe stdout holds what the program prints and nothing else.
    if std::io::stdout().is_terminal() {
        print!("{prompt}");
        drop(std::io::stdout().flush());
    } else {
        eprint!("{prompt}");
    }
    let mut line = Vec::new();
    match std::io::stdin().lock().read_until(b'\n', &mut line) {
        Ok(0) | Err(_) => None,
        Ok(_) => Some(String::from_utf8_lossy(&line).trim().to_string()),
    }
}

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

    /// Asks, if somebody is there.
    pub fn ask(&self, prompt: &str) -> Option<String> {
        if self.attended { ask(prompt) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_are_read_kindly() {
        assert!(agrees("yes", "True") && agrees(" ['a','b'] ", "['a', 'b']") && agrees("3", "3"));
        assert!(!agrees("2", "3") && !agrees("no", "True"));
        assert_eq!(verdict(Some("2"), "3"), "  not quite: it is 3\n");
    }
}
