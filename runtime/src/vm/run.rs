//! `compile`, `exec`, `eval`, and what the command line runs.

use crate::vm::make::has_memory;
use frontend::code::Warning;
use frontend::{CompileOptions, Displays, Mode, Origin, SyntaxError, syntax_error::Kind};
use gc::{Bytes, Dict, ObjRef, Ref};

use crate::error::{Exc, PyResult, Raised};
use crate::native::{Fun, Method, Releases};
use crate::vm::Vm;
use crate::vm::class_build::build_class;
use crate::vm::code_object::CodeObject;
use crate::vm::import::import_function;
use crate::vm::link::Program;

/// The builtin functions that the machine serves.
pub static BUILTINS: &[Method] = &[
    Method::new("__build_class__(func, name, /, *bases, **kwds)", Fun::Raw(build_class)),
    Method::new("__import__(name, globals=None, locals=None, fromlist=(), level=0)", Fun::Bound(import_function))
        .packing(Releases::until(10)),
    Method::new(
        "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
        Fun::Bound(compile),
    ),
    Method::new("eval(source, globals=None, locals=None, /)", Fun::Pos(1, 3, eval)),
    Method::new("exec(source, globals=None, locals=None, /, *, closure=None)", Fun::Bound(exec)),
    Method::new("globals()", Fun::None(globals)),
    Method::new("locals()", Fun::None(locals)),
];

impl Vm {
    /// Compiles a text that may have been a file, and makes it ready to run.
    pub fn compile_from(&self, text: &str, filename: &str, mode: Mode, origin: Origin) -> PyResult<Program> {
        let optimize = self.run.optimize.get();
        self.compile_with(text, filename, mode, CompileOptions { optimize, origin, ..Default::default() })
    }

    /// Compiles a text with other options than the interpreter's.
    pub fn compile_with(&self, text: &str, filename: &str, mode: Mode, options: CompileOptions) -> PyResult<Program> {
        // A tree and its code take many times their text, and are built where running out of memory cannot be told.
        if !has_memory(frontend::memory_to_compile(text)) {
            return Err(self.memory_error());
        }
        let objects = &self.heap.profile().objects;
        let displays = match objects.list.displays {
            gc::objects::Displays::Joined => Displays::Joined,
            gc::objects::Displays::FromStar => Displays::FromStar,
            gc::objects::Displays::Counted => Displays::Counted,
        };
        let options = CompileOptions {
            displays,
            plain_percent: objects.percent_makes_tuple,
            classes_note: objects.classes_note,
            annotations_are_dict: objects.annotations_are_dict,
            ..options
        };
        match frontend::compile(text, filename, mode, options) {
            Ok(unit) => {
                unit.warnings.iter().try_for_each(|warning| self.syntax_warning(warning, text, filename))?;
                Ok(self.link(&unit))
            }
            Err(error) if text.is_empty() => Err(self.nothing_to_compile(&error.message, filename)),
            Err(mut error) => {
                if mode != Mode::Module && !text.ends_with('\n') {
                    end_without_newline(&mut error, text);
                }
                Err(self.compile_error(&error, filename))
            }
        }
    }

    /// An empty text where an expression or a statement must be: CPython places the error on line 0.
    #[cold]
    fn nothing_to_compile(&self, message: &str, filename: &str) -> Raised {
        let (zero, empty) = (self.int(0), self.empty_str.clone());
        let place = vec![self.str(filename), zero.clone(), zero.clone(), empty, zero.clone(), zero];
        self.raise_type(self.exception_type(Exc::SyntaxError), &[self.str(message), self.tuple(place)])
    }

    /// A warning of the compiler: through the `warnings` module once it is there, else as it would print it.
    fn syntax_warning(&self, warning: &Warning, text: &str, filename: &str) -> PyResult<()> {
        let Warning { position, message, deprecated } = warning;
        let line = position.line;
        if let Some(warnings) = self.dict_get_str(&self.modules(), "warnings") {
            let kind = if *deprecated { Exc::DeprecationWarning } else { Exc::SyntaxWarning };
            let category = self.exception_type(kind).clone();
            let args = [self.str(message), category, self.str(filename), self.int(line.into())];
            let outcome = self.call_method_str(&warnings, "warn_explicit", &args).map(drop);
            return outcome.map_err(|raised| self.error_of_warning(raised, warning, text, filename));
        }
        if *deprecated {
            // Nobody has asked to see these.
            return Ok(());
        }
        self.write_stderr(&format!("{filename}:{line}: SyntaxWarning: {message}\n"));
        if !filename.starts_with('<') {
            let source = text.lines().nth(line as usize - 1).unwrap_or("").trim();
            self.write_stderr(&format!("  {source}\n"));
        }
        Ok(())
    }

    /// Filters may turn a warning into an error: then it is a SyntaxError of this place.
    fn error_of_warning(&self, raised: Raised, warning: &Warning, text: &str, filename: &str) -> Raised {
        if !raised.matches(self, Exc::SyntaxWarning) && !raised.matches(self, Exc::DeprecationWarning) {
            return raised;
        }
        let at = warning.position;
        let line = text.lines().nth(at.line as usize - 1).filter(|_| !filename.starts_with('<'));
        let error = SyntaxError {
            kind: Kind::SyntaxError,
            message: warning.message.clone(),
            start_line: at.line,
            start_col: at.column as i32 + 1,
            end_line: at.end_line,
            end_col: at.end_column as i32 + 1,
            text: line.map(|line| if text.ends_with('\n') { format!("{line}\n") } else { line.to_owned() }),
            incomplete: false,
        };
        self.compile_error(&error, filename)
    }

    /// The exception for a text that does not compile.
    pub fn compile_error(&self, error: &SyntaxError, filename: &str) -> Raised {
        let kind = match error.kind {
            Kind::SyntaxError => Exc::SyntaxError,
            Kind::IndentationError => Exc::IndentationError,
            Kind::TabError => Exc::TabError,
            Kind::RecursionError => return self.recursion_error(error.message.clone()),
            Kind::MemoryError => return self.raise_new(Exc::MemoryError, error.message.clone()),
        };
        if error.start_line == 0 {
            // About the whole source: without a place, not even the file.
            return self.raise_new(kind, error.message.clone());
        }
        let number = |n: i64| self.int(n);
        let text = error.text.as_ref().map_or_else(|| self.none(), |text| self.str(text));
        let place = vec![
            self.str(filename),
            number(error.start_line.into()),
            number(error.start_col.into()),
            text,
            number(error.end_line.into()),
            number(error.end_col.into()),
        ];
        self.raise_type(self.exception_type(kind), &[self.str(&error.message), self.tuple(place)])
    }

    /// Bytes that are no source: the encoding's own errors lie before the first line.
    pub fn source_error(&self, error: &SyntaxError, filename: &str) -> Raised {
        if error.start_line > 0 || error.message.contains("null bytes") {
            return self.compile_error(error, filename);
        }
        let place = vec![self.str(filename), self.int(0), self.int(-1), self.none()];
        self.raise_type(self.exception_type(Exc::SyntaxError), &[self.str(&error.message), self.tuple(place)])
    }

    /// Compiles and runs a text in a namespace that is globals and locals; its tree lives until the end.
    pub fn run_source(&self, text: &str, filename: &str, globals: &Ref<Dict>, mode: Mode) -> PyResult {
        let program = self.compile_from(text, filename, mode, Origin::Text)?;
        self.run_program(program, globals, None)
    }

    /// Runs a code object; without `locals` the globals are the namespace.
    pub fn eval_code(&self, code: &Ref<CodeObject>, globals: &Ref<Dict>, locals: Option<&ObjRef>) -> PyResult {
        self.ensure_builtins(globals)?;
        let function = self.function(code.clone(), globals.as_obj())?;
        self.run_function(function, locals.unwrap_or(globals.as_obj()))
    }

    fn ensure_builtins(&self, globals: &Ref<Dict>) -> PyResult<()> {
        if self.dict_get(globals, &self.names.__builtins__)?.is_none() {
            let builtins = self.builtins_dict();
            self.dict_set(globals, &self.names.__builtins__, builtins.as_obj())?;
        }
        Ok(())
    }

    /// The globals of the running code; those of `__main__` if none runs.
    pub fn current_globals(&self) -> Option<Ref<Dict>> {
        let top = self.run.top();
        if top.is_base() { None } else { Some(top.globals().clone()) }
    }

    /// Globals and locals for `exec` and `eval`.
    fn scopes(&self, what: &str, globals: Option<&ObjRef>, locals: Option<&ObjRef>) -> PyResult<(Ref<Dict>, ObjRef)> {
        let globals = globals.filter(|g| !g.is(&self.none));
        let locals = locals.filter(|l| !l.is(&self.none));
        let real = match globals {
            Some(given) => match given.cast_ref::<Dict>() {
                Some(dict) => dict.clone(),
                None => return Err(self.bad_globals(what, given)),
            },
            None => self.current_globals().ok_or_else(|| self.system_error("globals and locals cannot be NULL"))?,
        };
        if let Some(locals) = locals {
            if !locals.has::<Dict>() && !self.is_mapping(locals) {
                let kind = self.type_name(locals);
                return Err(match what {
                    "exec" => self.type_error(format!("locals must be a mapping or None, not {kind}")),
                    _ => self.type_error("locals must be a mapping"),
                });
            }
            return Ok((real, locals.clone()));
        }
        let locals = match globals {
            Some(globals) => globals.clone(),
            None => self.frame_locals(self.run.top())?,
        };
        Ok((real, locals))
    }

    #[cold]
    fn bad_globals(&self, what: &str, given: &ObjRef) -> Raised {
        if what == "exec" {
            return self.type_error(format!("exec() globals must be a dict, not {}", self.type_name(given)));
        }
        let text = if self.is_mapping(given) {
            "globals must be a real dict; try eval(expr, {}, mapping)"
        } else {
            "globals must be a dict"
        };
        self.type_error(text)
    }
}

/// The text of a source argument.
fn source_text(vm: &Vm, value: &ObjRef, wrong: &str, filename: &str) -> PyResult<String> {
    if vm.is_str(value) {
        let text = vm.str_text(value)?.into_owned();
        // An error without a place, not even the file.
        if text.contains('\0') {
            return Err(vm.raise_new(Exc::SyntaxError, "source code string cannot contain null bytes".into()));
        }
        return Ok(text);
    }
    let bytes = match value.payload::<Bytes>() {
        Some(bytes) => Some(bytes.data().to_vec()),
        None => vm.buffer_bytes(value),
    };
    match bytes {
        Some(bytes) => frontend::decode_bytes(&bytes).map_err(|error| vm.source_error(&error, filename)),
        None => Err(vm.type_error(wrong)),
    }
}

fn compile(vm: &Vm, _module: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let [Some(text), Some(filename), Some(mode), ..] = args else {
        return Err(vm.type_error("compile() missing required argument 'source' (pos 1)"));
    };
    let filename = file_name(vm, filename)?;
    let (flags, options) = compile_options(vm, args)?;
    let mode = match vm.expect_str(mode, "compile() argument 'mode'")?.as_ref() {
        "exec" => Mode::Module,
        "eval" => Mode::Expression,
        "single" => Mode::Interactive,
        _ => return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    if text.has::<CodeObject>() {
        return Err(vm.type_error("compile() arg 1 must be a string, bytes or AST object"));
    }
    if flags & ONLY_AST != 0 {
        return Err(vm.not_implemented_error("compile() cannot make syntax tree objects"));
    }
    let text = source_text(vm, text, "compile() arg 1 must be a string, bytes or AST object", &filename)?;
    Ok(vm.compile_with(&text, &filename, mode, options)?.code.into_obj())
}

/// Flags of `compile()` (CPython's compile.h): what the `__future__` statements set, and what only `compile()` knows.
pub const FUTURE_ANNOTATIONS: u32 = 0x100_0000;
const FUTURE: i64 = 0x1fe_0000;
const ONLY_AST: i64 = 0x400;
const KNOWN_FLAGS: i64 = FUTURE | 0x10 | 0x200 | ONLY_AST | 0x1000 | 0x2000 | 0x4000;

/// The flags and what follows from `flags`, `dont_inherit` and `optimize`.
fn compile_options(vm: &Vm, args: &[Option<ObjRef>]) -> PyResult<(i64, CompileOptions)> {
    let number = |at: usize, default: i64| args.get(at).and_then(Option::as_ref).map_or(Ok(default), |n| vm.to_i64(n));
    let (flags, optimize) = (number(3, 0)?, number(5, -1)?);
    if flags & !KNOWN_FLAGS != 0 {
        return Err(vm.value_error("compile(): unrecognised flags"));
    }
    if !(-1..=2).contains(&optimize) {
        return Err(vm.value_error("compile(): invalid optimize value"));
    }
    let alone = args.get(4).and_then(Option::as_ref).map_or(Ok(false), |flag| vm.truth(flag))?;
    let inherited = if alone { 0 } else { i64::from(vm.run.top().linked().source.flags) };
    let optimize = if optimize < 0 { vm.run.optimize.get() } else { optimize as _ };
    let future_annotations = (flags | inherited) & i64::from(FUTURE_ANNOTATIONS) != 0;
    Ok((flags, CompileOptions { optimize, future_annotations, origin: Origin::Text, ..Default::default() }))
}

/// An expression or a statement at the prompt gets no newline of its own: the error does not show one, and where the
/// text ends too early it has no column.
fn end_without_newline(error: &mut SyntaxError, text: &str) {
    let last = text.lines().count() as u32;
    let Some(line) = error.text.as_mut().filter(|_| error.start_line == last) else { return };
    if line.ends_with('\n') {
        line.pop();
    }
    let before = line.chars().nth((error.start_col - 1).max(0) as usize);
    if error.message == "invalid syntax" && before.is_none_or(|c| c == '#') {
        (error.start_col, error.end_col) = (0, 0);
    }
}

/// The file name of a code object: a str, bytes or path-like object.
fn file_name(vm: &Vm, value: &ObjRef) -> PyResult<String> {
    let plain = match vm.call_special_opt(value, &vm.names.__fspath__, &[])? {
        Some(path) => path,
        None => value.clone(),
    };
    if let Some(bytes) = plain.payload::<Bytes>() {
        return Ok(String::from_utf8_lossy(bytes.data()).into_owned());
    }
    if vm.is_str(&plain) {
        return Ok(vm.lossy(&plain));
    }
    let kind = vm.type_name(value);
    Err(vm.type_error(format!("expected str, bytes or os.PathLike object, not {kind}")))
}

fn eval(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (globals, locals) = vm.scopes("eval", args.get(1), args.get(2))?;
    let code = match args[0].cast_ref::<CodeObject>() {
        Some(code) => {
            if !code.source().freevars.is_empty() {
                return Err(vm.type_error("code object passed to eval() may not contain free variables"));
            }
            code.clone()
        }
        None => {
            let text = source_text(vm, &args[0], "eval() arg 1 must be a string, bytes or code object", "<string>")?;
            let text = text.trim_start_matches([' ', '\t']);
            let program = vm.compile_from(text, "<string>", Mode::Expression, Origin::Text)?;
            return vm.run_program(program, &globals, Some(&locals));
        }
    };
    vm.eval_code(&code, &globals, Some(&locals))
}

fn exec(vm: &Vm, _module: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let given = |n: usize| args.get(n).and_then(|a| a.as_ref());
    let Some(text) = given(0) else { return Err(vm.type_error("exec expected at least 1 argument, got 0")) };
    let (globals, locals) = vm.scopes("exec", given(1), given(2))?;
    let closure = given(3).filter(|c| !c.is(&vm.none));
    let Some(code) = text.cast_ref::<CodeObject>() else {
        if closure.is_some() {
            return Err(vm.type_error("closure can only be used when source is a code object"));
        }
        let text = source_text(vm, text, "exec() arg 1 must be a string, bytes or code object", "<string>")?;
        let program = vm.compile_from(&text, "<string>", Mode::Module, Origin::Text)?;
        vm.run_program(program, &globals, Some(&locals))?;
        return Ok(vm.none());
    };
    let free = code.source().freevars.len();
    if closure.is_none() && free > 0 {
        return Err(vm.type_error("code object passed to exec() may not contain free variables"));
    }
    if closure.is_some() && free == 0 {
        return Err(vm.type_error("cannot use a closure with this code object"));
    }
    vm.ensure_builtins(&globals)?;
    let function = vm.function(code.clone(), globals.as_obj())?;
    if let Some(closure) = closure {
        let fits = closure.payload::<gc::Tuple>().is_some_and(|cells| {
            cells.len() == free && cells.items().iter().all(|c| c.has::<crate::vm::cell::CellObject>())
        });
        if !fits {
            return Err(vm.type_error(format!("code object requires a closure of exactly length {free}")));
        }
        function.closure.set(closure.clone());
    }
    vm.run_in_namespace(&function, Some(&locals))?;
    Ok(vm.none())
}

fn globals(vm: &Vm, _module: &ObjRef) -> PyResult {
    Ok(vm.current_globals().map_or_else(|| vm.none(), |g| g.into_obj()))
}

fn locals(vm: &Vm, _module: &ObjRef) -> PyResult {
    vm.frame_locals(vm.run.top())
}
