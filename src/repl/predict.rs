//! Predictions: asks what a line will do before it runs, then shows what it did.

use super::ask::{Class, agrees, verdict};
use crate::job::report;
use frontend::Mode;
use frontend::op::Op;
use runtime::inspect::ledger::ledger;
use runtime::{Exc, PyResult};

/// Rows of a ledger that are shown with an answer.
const ROWS: usize = 12;

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
    /// The value of the statement, which is an expression.
    Worth,
}

impl Question {
    /// Reads `count x`, `size x`, `id x`, `collected` or an expression.
    pub fn read(text: &str) -> Option<Question> {
        let text = text.trim();
        let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let rest = rest.trim().to_string();
        Some(match (word, rest.is_empty()) {
            ("", _) => return None,
            ("collected", true) => Question::Collected,
            ("count", false) => Question::Count(rest),
            ("size", false) => Question::Size(rest),
            ("id", false) => Question::Id(rest),
            _ => Question::Value(text.to_string()),
        })
    }

    fn wording(&self) -> String {
        match self {
            Question::Count(x) => format!("how many counts will {x} have?"),
            Question::Size(x) => format!("what will sys.getsizeof({x}) say?"),
            Question::Id(x) => format!("will {x} be the same object as before?"),
            Question::Collected => "how many objects will the collector find?".into(),
            Question::Value(x) => format!("what will {x} be?"),
            Question::Worth => "what will it be worth?".into(),
        }
    }
}

/// The names that a statement works with, in order.
#[derive(Debug, Default, PartialEq, Eq)]
struct Names {
    read: Vec<String>,
    bound: Vec<String>,
    deleted: Vec<String>,
    /// A constant gets a name.
    constant: bool,
}

/// The names of a statement of the outermost level; None if it does not compile, or only defines or imports.
fn names(line: &str) -> Option<Names> {
    let unit = frontend::compile(line, "<predict>", Mode::Module, Default::default()).ok()?;
    let code = &unit.code;
    let mut names = Names::default();
    for instr in &code.instrs {
        let name = |at: i16| code.names.get(at as u16 as usize).map(|name| name.to_string());
        match instr.op {
            Op::ImportName | Op::LoadBuildClass => return None,
            Op::MakeFunction if !line.contains("lambda") => return None,
            Op::LoadName => names.read.extend(name(instr.b)),
            Op::StoreName => {
                names.bound.extend(name(instr.a));
                names.constant |= instr.b < 0;
            }
            Op::DeleteName => names.deleted.extend(name(instr.a)),
            _ => {}
        }
    }
    Some(names)
}

/// Methods and functions that are called for what they do, not for what they return.
const DOERS: &[&str] = &[
    "append", "add", "extend", "insert", "remove", "discard", "clear", "update", "sort", "reverse", "print", "setattr",
];

/// Words that statements with statements inside begin with.
const COMPOUND: &[&str] = &["for", "while", "if", "with", "try:", "match", "async"];

/// Whether an expression is called for what it does.
fn does_something(line: &str) -> bool {
    let called = line.split('(').next().unwrap_or(line);
    DOERS.contains(&called.rsplit('.').next().unwrap_or(called).trim())
}

impl Class<'_> {
    /// What is asked about a statement when nobody says; None if there is nothing to ask.
    pub fn question_about(&self, line: &str) -> Option<Question> {
        let names = names(line)?;
        let expression = frontend::compile(line.trim(), "<predict>", Mode::Expression, Default::default()).is_ok();
        if line.contains("collect(") {
            return Some(Question::Collected);
        }
        if expression && !does_something(line) {
            return Some(Question::Worth);
        }
        let counted = |name: &&String| self.vm.dict_get_str(self.main, name).is_some_and(|x| self.vm.has_own_count(&x));
        let gone = |name: &&String| !names.deleted.contains(name);
        let mut read = names.read.iter().filter(gone).filter(counted);
        // What is passed comes last, what is stored first.
        let of_interest = if expression { read.next_back() } else { read.next() };
        let there = |name: &String| self.vm.dict_get_str(self.main, name).is_some();
        match (of_interest, names.bound.first(), names.deleted.first()) {
            (Some(x), _, _) if names.bound.contains(x) => Some(Question::Id(x.clone())),
            (Some(x), _, _) => Some(Question::Count(x.clone())),
            (None, Some(x), _) if there(x) => Some(Question::Id(x.clone())),
            // What a loop or a condition comes to is not seen at a glance.
            (None, _, _) if COMPOUND.contains(&line.split_whitespace().next().unwrap_or_default()) => None,
            // Constants are shared, and their counts tell little.
            (None, Some(x), _) if names.constant => Some(Question::Size(x.clone())),
            (None, Some(x), _) => Some(Question::Count(x.clone())),
            (None, None, Some(x)) => self.other_name(x).map(Question::Count),
            (None, None, None) => None,
        }
    }

    /// Another name for what a name stands for.
    fn other_name(&self, name: &str) -> Option<String> {
        let value = self.vm.dict_get_str(self.main, name)?;
        let same = self.main.items().into_iter().filter(|(_, other)| other.is(&value));
        same.filter_map(|(key, _)| runtime::inspect::text(&key)).find(|other| other != name)
    }

    /// Whether the line stops at a name that is not there: then there is nothing to ask.
    fn stops_at_a_name(&self, line: &str) -> bool {
        let Some(names) = names(line) else { return false };
        // What one line binds and reads stands in either order.
        names.read.iter().any(|name| !names.bound.contains(name) && !self.is_defined(name))
    }

    /// What a question asks about, if that is a name that neither is there nor will be.
    fn asks_of_nothing<'a>(&self, question: &'a Question, line: &str) -> Option<&'a str> {
        let (Question::Count(x) | Question::Size(x) | Question::Id(x) | Question::Value(x)) = question else {
            return None;
        };
        // Functions that are called bind what they like.
        let (false, Some(asked), Some(names)) = (line.contains('('), names(x), names(line)) else { return None };
        let there = |name: &String| asked.bound.contains(name) || names.bound.contains(name) || self.is_defined(name);
        (!asked.read.iter().all(there)).then_some(x)
    }

    fn is_defined(&self, name: &str) -> bool {
        let builtins = self.vm.import("builtins").ok();
        let builtin = || builtins.is_some_and(|module| self.vm.get_attr_str(&module, name).is_ok());
        self.vm.dict_get_str(self.main, name).is_some() || builtin()
    }

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
        if self.stops_at_a_name(line) {
            return run().map(|()| None);
        }
        if let Some(unknown) = self.asks_of_nothing(question, line) {
            // The NameError, before the line has changed anything.
            self.value(unknown)?;
        }
        self.say(&format!("    {}\n", line.trim()));
        let guess = self.ask(&format!("  {} ", question.wording()))?;
        if guess.is_none() {
            self.say(&format!("  {}\n", question.wording()));
        }
        let before = match question {
            Question::Id(x) => self.address(x).unwrap_or(0),
            _ => self.collected(),
        };
        let worth = match question {
            Question::Worth => Some(self.vm.run_source(line.trim(), "<stdin>", self.main, Mode::Expression)?),
            _ => {
                run()?;
                None
            }
        };
        let mut shown = String::new();
        let answer = match question {
            Question::Count(x) => {
                let value = self.value(x)?;
                let found = ledger(self.vm, &value, 1, &[]);
                // Of what every program shares the holders are no news.
                shown = found.brief(if self.vm.heap.is_static(&value) { 3 } else { ROWS });
                found.count.to_string()
            }
            Question::Size(x) => {
                let value = self.value(x)?;
                self.vm.str_of_text(&self.vm.call_method_str(&self.vm.import("sys")?, "getsizeof", &[value])?)?
            }
            Question::Id(x) => (if self.address(x) == Some(before) { "yes" } else { "no" }).into(),
            Question::Collected => (self.collected() - before).to_string(),
            Question::Value(x) => self.vm.repr_text(&self.value(x)?)?,
            Question::Worth => self.vm.repr_text(&worth.unwrap_or_else(|| self.vm.none()))?,
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
                eprintln!("pyglass: can't open file '{}': {}", path.display(), crate::files::reason(&error));
                return 2;
            }
        };
        let name = path.to_string_lossy().into_owned();
        self.vm.dict_set_str(self.main, "__file__", &self.vm.str(&name));
        let (mut asked, mut right) = (0, 0);
        for part in parts(&text) {
            let run = || self.vm.run_source(&part.source, &name, self.main, Mode::Module).map(drop);
            let asked_for = part.question.as_ref();
            let outcome =
                match asked_for.and_then(|text| Question::read(text).or_else(|| self.question_about(&part.line))) {
                    Some(question) => self.predict(&question, &part.line, run),
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
    /// The words behind the mark, perhaps none.
    question: Option<String>,
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
                let question = rest.trim_start_matches(':').trim().to_string();
                found.push(part(n, &format!("{line}\n"), code, Some(question)));
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
        assert_eq!(Question::read(" count a.b"), Some(Question::Count("a.b".into())));
        assert_eq!(Question::read("len(x)"), Some(Question::Value("len(x)".into())));
        assert_eq!((Question::read(" collected "), Question::read("")), (Some(Question::Collected), None));
    }

    #[test]
    fn the_names_of_a_statement() {
        let found = names("b.x = a[0]").expect("it compiles");
        assert_eq!((found.read, found.bound), (vec!["a".to_string(), "b".into()], vec![]));
        let found = names("del a").expect("it compiles");
        assert_eq!((found.bound, found.deleted), (vec![], vec!["a".to_string()]));
        assert_eq!(
            (names("import gc"), names("def f(): pass"), names("class C: pass"), names("x =")),
            (None, None, None, None)
        );
        assert!(does_something("shelf.append(a)") && does_something("print(x)") && !does_something("len(x)"));
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
