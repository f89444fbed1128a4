//! Predictions: asks what a line will do before it runs, then shows what it did.

use super::ask::{Class, agrees, verdict};
use crate::job::report;
use frontend::Mode;
use runtime::inspect::ledger::ledger;
use runtime::{Exc, PyResult};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// The count of a value.
    Count(String),
    /// `sys.getsizeof`.
    Size(String),
    /// Whether the name stands for the same object as before.
    Id(String),
    /// How many objects the collector finds.
    Collected,
    /// The value of an expression.
    Value(String),
}

impl Question {
    /// Reads `count x`, `size x`, `id x`, `collected` or an expression; nothing is read off the line itself.
    pub fn read(text: &str, line: &str) -> Option<Question> {
        let text = text.trim();
        let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let rest = rest.trim().to_string();
        match (word, rest.is_empty()) {
            ("", _) if line.contains("collect(") => Some(Question::Collected),
            ("", _) => first_name(line).map(Question::Count),
            ("collected", true) => Some(Question::Collected),
            ("count", false) => Some(Question::Count(rest)),
            ("size", false) => Some(Question::Size(rest)),
            ("id", false) => Some(Question::Id(rest)),
            _ => Some(Question::Value(text.to_string())),
        }
    }

    fn wording(&self) -> String {
        match self {
            Question::Count(x) => format!("how many counts will {x} have?"),
            Question::Size(x) => format!("what will sys.getsizeof({x}) say?"),
            Question::Id(x) => format!("will {x} be the same object as before?"),
            Question::Collected => "how many objects will the collector find?".into(),
            Question::Value(x) => format!("what will {x} be?"),
        }
    }
}

/// The first name of a line that is no keyword.
fn first_name(line: &str) -> Option<String> {
    let words = line.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    let mut names = words.filter(|word| word.starts_with(|c: char| c.is_alphabetic() || c == '_'));
    names.find(|word| !super::highlight::KEYWORDS.contains(word)).map(str::to_string)
}

impl Class<'_> {
    fn value(&self, text: &str) -> PyResult<gc::ObjRef> {
        self.vm.unrecorded(|| self.vm.run_source(text, "<stdin>", self.main, Mode::Expression))
    }

    /// `id` of a value, if there is one yet.
    fn address(&self, text: &str) -> Option<usize> {
        self.value(text).ok().map(|value| value.addr())
    }

    fn collected(&self) -> usize {
        self.vm.heap.gc_stats().iter().map(|stats| stats.collected + stats.uncollectable).sum()
    }

    /// Asks, runs the line, and shows the answer: right or wrong, None if nobody guessed.
    pub fn predict(
        &self,
        question: &Question,
        line: &str,
        run: impl FnOnce() -> PyResult<()>,
    ) -> PyResult<Option<bool>> {
        self.say(&format!("    {}\n", line.trim()));
        let guess = self.ask(&format!("  {} ", question.wording()));
        if guess.is_none() {
            self.say(&format!("  {}\n", question.wording()));
        }
        let before = match question {
            Question::Id(x) => self.address(x).unwrap_or(0),
            _ => self.collected(),
        };
        run()?;
        let mut shown = String::new();
        let answer = match question {
            Question::Count(x) => {
                let value = self.value(x)?;
                let found = ledger(self.vm, &value, 1, &[]);
                shown = found.to_string();
                found.count.to_string()
            }
            Question::Size(x) => {
                let value = self.value(x)?;
                self.vm.str_of_text(&self.vm.call_method_str(&self.vm.import("sys")?, "getsizeof", &[value])?)?
            }
            Question::Id(x) => (if self.address(x) == Some(before) { "yes" } else { "no" }).into(),
            Question::Collected => (self.collected() - before).to_string(),
            Question::Value(x) => self.vm.repr_text(&self.value(x)?)?,
        };
        self.say(&verdict(guess.as_deref(), &answer));
        self.say(&shown.lines().map(|line| format!("  {line}\n")).collect::<String>());
        Ok(guess.map(|guess| agrees(&guess, &answer)))
    }

    /// Runs a script whose marked lines are asked about; the exit status.
    pub fn predict_script(&self, file: &str) -> i32 {
        let path = std::path::absolute(file).unwrap_or_else(|_| file.into());
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("pyglass: can't open file '{}': {error}", path.display());
                return 2;
            }
        };
        let name = path.to_string_lossy().into_owned();
        self.vm.dict_set_str(self.main, "__file__", &self.vm.str(&name));
        let (mut asked, mut right) = (0, 0);
        for part in parts(&text) {
            let run = || self.vm.run_source(&part.source, &name, self.main, Mode::Module).map(drop);
            let outcome = match &part.question {
                Some(question) => self.predict(question, &part.line, run),
                None => run().map(|()| None),
            };
            match outcome {
                Ok(Some(hit)) => {
                    asked += 1;
                    right += usize::from(hit);
                }
                Ok(None) => {}
                Err(error) if error.matches(self.vm, Exc::SystemExit) => {
                    return crate::job::exit_status(self.vm, &error.0);
                }
                Err(error) => return report(self.vm, error),
            }
        }
        if asked > 0 {
            self.say(&format!("{right} of {asked} right\n"));
        }
        0
    }
}

/// A part of a script: lines without a question, or one line with its own.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    /// With as many empty lines in front that its lines keep their numbers.
    source: String,
    line: String,
    question: Option<Question>,
}

/// Cuts a script at its marked lines: statements of one line that are not indented and end in `# predict`.
fn parts(text: &str) -> Vec<Part> {
    let mut found = Vec::new();
    let (mut waiting, mut first) = (String::new(), 0);
    let part = |first: usize, source: &str, line: &str, question| Part {
        source: "\n".repeat(first) + source,
        line: line.to_string(),
        question,
    };
    for (n, line) in text.lines().enumerate() {
        let mark = line.rsplit_once("# predict").filter(|(code, rest)| {
            let plain = rest.is_empty() || rest.starts_with([':', ' ']);
            let whole = !code.starts_with(char::is_whitespace) && !code.trim().is_empty();
            plain && whole && frontend::compile(code, "<script>", Mode::Module, Default::default()).is_ok()
        });
        // In the middle of a longer statement a mark is a comment like any other.
        let alone = waiting.trim().is_empty()
            || frontend::compile(&waiting, "<script>", Mode::Module, Default::default()).is_ok();
        match mark.filter(|_| alone) {
            Some((code, rest)) => {
                if !waiting.trim().is_empty() {
                    found.push(part(first, &waiting, "", None));
                }
                let question = Question::read(rest.trim_start_matches(':'), code);
                found.push(part(n, &format!("{line}\n"), code, question));
                (waiting, first) = (String::new(), n + 1);
            }
            None => waiting += &format!("{line}\n"),
        }
    }
    if !waiting.trim().is_empty() {
        found.push(part(first, &waiting, "", None));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_read() {
        let count = |name: &str| Some(Question::Count(name.into()));
        assert_eq!(Question::read("", "b = a"), count("b"));
        assert_eq!(Question::read("", "del shelf[0]"), count("shelf"));
        assert_eq!(Question::read("", "gc.collect()"), Some(Question::Collected));
        assert_eq!(Question::read(" count a.b", "x = 1"), count("a.b"));
        assert_eq!(Question::read("len(x)", ""), Some(Question::Value("len(x)".into())));
    }

    #[test]
    fn scripts_are_cut_at_their_marks() {
        let text = "a = []\nb = a  # predict: count a\nx = '''\nc = 1 # predict\n'''\ndef f():\n    y = 1 # predict\nd = 2  # predict\n";
        let parts = parts(text);
        let lines: Vec<&str> = parts.iter().map(|part| part.line.trim()).collect();
        assert_eq!(lines, ["", "b = a", "", "d = 2"]);
        assert_eq!(parts[1].source, "\nb = a  # predict: count a\n");
        assert!(parts[2].source.starts_with("\n\nx = '''"));
    }
}
