//! `x?` and `x??`: what an object is, how it is called, what is written about it.

use super::Desk;
use super::names::one_line;
use frontend::Mode;
use frontend::code::flags;
use gc::{Dict, ObjRef, Tuple, TypeFlags};
use runtime::PyResult;
use runtime::vm::code_object::CodeObject;
use runtime::vm::function::Function;

/// The expression that a line asks about, and whether it asks twice. A line of Python never ends so: neither outside of
/// strings and comments, nor, where it is an expression without its question marks, inside of them.
pub fn asked(line: &str) -> Option<(&str, bool)> {
    let line = line.trim();
    let (text, twice) = match line.strip_suffix("??") {
        Some(text) => (text, true),
        None => (line.strip_suffix('?')?, false),
    };
    let text = text.trim_end();
    let plain = !text.is_empty() && !text.contains(['#', '?', '\\']);
    (plain && frontend::compile(text, "<stdin>", Mode::Expression, Default::default()).is_ok()).then_some((text, twice))
}

/// Answers.
pub fn answer(desk: &Desk<'_>, text: &str, twice: bool) -> PyResult<String> {
    let vm = desk.vm;
    let obj = desk.value(text)?;
    let (count, bytes) = (obj.refcount() - 1, desk.size_of(&obj)?);
    let mut out = String::new();
    let mut row = |title: &str, value: &str| {
        let text = format!("{:<11}{}", format!("{title}:"), value.replace('\n', "\n           "));
        text.lines().for_each(|line| out += &format!("{}\n", line.trim_end()));
    };
    row("Type", &vm.type_name(&obj));
    row("Value", &one_line(&desk.shown(&obj)?, 60));
    let holders = if count == 0 { "nobody else holds it".into() } else { format!("count {count}") };
    row("Memory", &format!("{bytes} bytes at {:#x}, {holders}", obj.addr()));
    if let Some(signature) = signature(desk, &obj)? {
        row("Signature", &one_line(&format!("{text}{signature}"), 100));
    }
    if let Some(file) = file(desk, &obj)? {
        row("File", &file);
    }
    match desk.attribute(&obj, "__doc__")?.filter(|doc| vm.is_str(doc)) {
        Some(doc) => row("Docstring", &unindented(&vm.lossy(&doc))),
        None => row("Docstring", "none"),
    }
    if twice {
        match source(desk, &obj) {
            Some(source) => row("Source", &format!("\n{source}")),
            None => row("Source", "not there: built in, or not typed here nor read from a file"),
        }
    }
    Ok(out)
}

/// The Python function behind something callable, and whether its first parameter is taken.
fn function_of(desk: &Desk<'_>, obj: &ObjRef) -> PyResult<Option<(ObjRef, bool)>> {
    if obj.has::<Function>() {
        return Ok(Some((obj.clone(), false)));
    }
    let name = if obj.ty().has(TypeFlags::TYPE) { "__init__" } else { "__func__" };
    let inner = desk.attribute(obj, name)?;
    Ok(inner.filter(|inner| inner.has::<Function>()).map(|inner| (inner, true)))
}

fn signature(desk: &Desk<'_>, obj: &ObjRef) -> PyResult<Option<String>> {
    let vm = desk.vm;
    if let Some((function, bound)) = function_of(desk, obj)? {
        return written_signature(desk, &function, bound).map(Some);
    }
    let text = desk.attribute(obj, "__text_signature__")?;
    let bound = ["builtin_function_or_method", "method-wrapper"].contains(&&*vm.type_name(obj));
    Ok(text.filter(|text| vm.is_str(text)).map(|text| without_mark(&vm.lossy(&text), bound)))
}

/// A signature as builtin types write it, `($self, x, /)`, without the mark; and without that parameter where it is taken.
fn without_mark(text: &str, bound: bool) -> String {
    match text.strip_prefix("($") {
        Some(rest) if bound => {
            let first = rest.find([',', ')']).unwrap_or(0);
            let rest = rest[first..].trim_start_matches(", ");
            // The slash that only that parameter stood before goes with it.
            let rest = rest.strip_prefix("/)").map_or(rest, |_| ")");
            format!("({}", rest.strip_prefix("/, ").unwrap_or(rest))
        }
        Some(rest) => format!("({rest}"),
        None => text.into(),
    }
}

/// The parameters of a function, with the values of their defaults.
fn written_signature(desk: &Desk<'_>, function: &ObjRef, bound: bool) -> PyResult<String> {
    let this = function.to::<Function>();
    let Some(code) = this.code.get() else { return Ok("()".into()) };
    let code = code.to::<CodeObject>().source().clone();
    let defaults: Vec<ObjRef> =
        this.defaults.get().map_or_else(Vec::new, |defaults| defaults.to::<Tuple>().items().to_vec());
    let positional = code.arg_count as usize;
    let mut words = Vec::new();
    let mut put = |name: &str, default: Option<ObjRef>| -> PyResult<()> {
        words.push(match default {
            Some(value) => format!("{name}={}", one_line(&desk.shown(&value)?, 20)),
            None => name.to_string(),
        });
        Ok(())
    };
    for (n, name) in code.varnames[..positional].iter().enumerate().skip(usize::from(bound)) {
        put(name, (n + defaults.len()).checked_sub(positional).and_then(|at| defaults.get(at).cloned()))?;
        if n + 1 == code.posonly_count as usize {
            put("/", None)?;
        }
    }
    let keyword_only = code.kwonly_count as usize;
    let mut rest = positional + keyword_only;
    if code.flags & flags::VARARGS != 0 {
        put(&format!("*{}", code.varnames[rest]), None)?;
        rest += 1;
    } else if keyword_only > 0 {
        put("*", None)?;
    }
    for name in &code.varnames[positional..positional + keyword_only] {
        let default = this.kwdefaults.get().and_then(|dict| desk.vm.dict_get_str(dict.cast_ref::<Dict>()?, name));
        put(name, default)?;
    }
    if code.flags & flags::VARKEYWORDS != 0 {
        put(&format!("**{}", code.varnames[rest]), None)?;
    }
    Ok(format!("({})", words.join(", ")))
}

fn file(desk: &Desk<'_>, obj: &ObjRef) -> PyResult<Option<String>> {
    if let Some((function, _)) = function_of(desk, obj)? {
        let Some(code) = function.to::<Function>().code.get() else { return Ok(None) };
        let source = code.to::<CodeObject>().source().clone();
        return Ok(Some(format!("{}, line {}", source.filename, source.first_line)));
    }
    let file = desk.attribute(obj, "__file__")?;
    Ok(file.filter(|file| desk.vm.is_str(file)).map(|file| desk.vm.lossy(&file)))
}

/// A docstring without the indentation that its lines share, and without the signature that builtin types write first.
fn unindented(doc: &str) -> String {
    let doc = doc.split_once(")\n--\n\n").map_or(doc, |(_, text)| text);
    let rest: Vec<&str> = doc.trim_end().lines().collect();
    let indent = |line: &&str| line.len() - line.trim_start().len();
    let least = rest.iter().skip(1).filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
    let lines = rest.iter().enumerate().map(|(n, line)| match n {
        0 => line.trim_start(),
        _ => line.get(least..).unwrap_or("").trim_end(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The text of a function or class: from its file, or from what was typed.
fn source(desk: &Desk<'_>, obj: &ObjRef) -> Option<String> {
    let vm = desk.vm;
    if !obj.has::<Function>() && !obj.ty().has(TypeFlags::TYPE) {
        return None;
    }
    let name = vm.lossy(&vm.get_attr_str(obj, "__name__").ok()?);
    let begins = |text: &str| {
        ["def", "async def", "class"].iter().any(|word| {
            let rest = text.strip_prefix(word).map(str::trim_start).and_then(|rest| rest.strip_prefix(&name));
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        })
    };
    let typed = desk.session.typed.borrow();
    let by_hand = typed.iter().rev().find(|text| text.lines().any(begins));
    match file(desk, obj).ok()? {
        Some(place) if !place.starts_with('<') => {
            let inspect = vm.import("inspect").ok()?;
            let text = vm.call_method_str(&inspect, "getsource", std::slice::from_ref(obj)).ok()?;
            Some(vm.lossy(&text).trim_end().to_string())
        }
        _ => by_hand.cloned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_questions_are_answered() {
        assert_eq!(asked("x?"), Some(("x", false)));
        assert_eq!(asked("  a.b[1]?? "), Some(("a.b[1]", true)));
        for python in ["x", "# why?", "x  # why?", "'who?'", "\"\"\"what?", "x = 'a?", "?", "if x?", "x = y?", "x ???"]
        {
            assert_eq!(asked(python), None, "{python}");
        }
    }

    #[test]
    fn signatures_lose_their_mark() {
        for (text, bound, bare) in [
            ("($module, obj, /)", true, "(obj, /)"),
            ("($self, /)", true, "()"),
            ("($type, iterable, value=None, /)", true, "(iterable, value=None, /)"),
            ("($module, /, *args, sep=' ')", true, "(*args, sep=' ')"),
            ("($self, object, /)", false, "(self, object, /)"),
            ("(x)", true, "(x)"),
        ] {
            assert_eq!(without_mark(text, bound), bare);
        }
    }

    #[test]
    fn docstrings_lose_their_indentation() {
        assert_eq!(unindented("One.\n\n    Two.\n      Three.\n    "), "One.\n\nTwo.\n  Three.");
        assert_eq!(unindented("list(iterable=(), /)\n--\n\nA sequence."), "A sequence.");
    }
}
