//! Binding the arguments of a call to the parameters of a Python function, with CPython's messages.

use frontend::code::{Code, flags};
use gc::{Dict, ObjRef, Tuple};
use smallvec::SmallVec;

use crate::error::{PyResult, Raised};
use crate::vm::Vm;
use crate::vm::frame::Reg;
use crate::vm::function::Function;
use crate::vm::link::Linked;

/// Arguments as a call gives them: positional values, then those with names.
pub(crate) struct Given<'a> {
    pub values: SmallVec<[ObjRef; 8]>,
    pub names: &'a [ObjRef],
}

/// Values by parameter register.
pub(crate) type Bound = SmallVec<[Reg; 8]>;

struct Binder<'a> {
    vm: &'a Vm,
    function: &'a Function,
    linked: &'a Linked,
    code: &'a Code,
    bound: Bound,
}

/// Distributes arguments over parameters, in CPython's order of checks.
pub(crate) fn bind(vm: &Vm, function: &Function, linked: &Linked, given: Given<'_>) -> PyResult<Bound> {
    let code = &*linked.source;
    let total = (code.arg_count + code.kwonly_count) as usize;
    let stars = code.has(flags::VARARGS) as usize + code.has(flags::VARKEYWORDS) as usize;
    let bound = (0..total + stars).map(|_| None).collect();
    let mut binder = Binder { vm, function, linked, code, bound };
    if code.has(flags::VARKEYWORDS) {
        binder.bound[total + stars - 1] = Some(vm.dict().into_obj());
    }
    let positional = given.values.len() - given.names.len();
    let mut values = given.values.into_iter();
    let fitting = positional.min(code.arg_count as usize);
    for x in 0..fitting {
        binder.bound[x] = values.next();
    }
    let extra: Vec<ObjRef> = values.by_ref().take(positional - fitting).collect();
    let surplus = extra.len();
    if code.has(flags::VARARGS) {
        binder.bound[total] = Some(vm.tuple(extra));
    }
    binder.keywords(given.names, values)?;
    if surplus > 0 && !code.has(flags::VARARGS) {
        return Err(binder.too_many(positional));
    }
    binder.defaults(positional)?;
    binder.keyword_defaults()?;
    Ok(binder.bound)
}

impl Binder<'_> {
    fn total(&self) -> usize {
        (self.code.arg_count + self.code.kwonly_count) as usize
    }

    fn param(&self, x: usize) -> String {
        self.vm.lossy(&self.linked.register_names[x])
    }

    fn error(&self, text: std::fmt::Arguments<'_>) -> Raised {
        self.vm.type_error(format!("{}() {text}", self.vm.slot_text(&self.function.qualname)))
    }

    fn keywords(&mut self, names: &[ObjRef], values: impl Iterator<Item = ObjRef>) -> PyResult<()> {
        if names.is_empty() {
            return Ok(());
        }
        let rest = self.bound.last().filter(|_| self.code.has(flags::VARKEYWORDS));
        let rest = rest.and_then(|rest| rest.as_ref()?.cast_ref::<Dict>()).cloned();
        for (name, value) in names.iter().zip(values) {
            if !self.vm.is_str(name) {
                return Err(self.error(format_args!("keywords must be strings")));
            }
            match self.find(name)? {
                Some(x) if self.bound[x].is_some() => {
                    let shown = self.vm.lossy(name);
                    return Err(self.error(format_args!("got multiple values for argument '{shown}'")));
                }
                Some(x) => self.bound[x] = Some(value),
                None => match &rest {
                    Some(rest) => self.vm.dict_set(rest, name, &value)?,
                    None => return Err(self.unexpected(name, names)),
                },
            }
        }
        Ok(())
    }

    /// The parameter that a keyword names: by identity first, as names are interned.
    fn find(&self, name: &ObjRef) -> PyResult<Option<usize>> {
        let range = self.code.posonly_count as usize..self.total();
        let params = &self.linked.register_names[range.clone()];
        let found = params.iter().position(|p| p.is(name));
        let found = match found {
            Some(x) => Some(x),
            None => params.iter().position(|p| self.vm.same_str(p, name)),
        };
        Ok(found.map(|x| x + range.start))
    }

    #[cold]
    fn unexpected(&self, name: &ObjRef, names: &[ObjRef]) -> Raised {
        let posonly = &self.linked.register_names[..self.code.posonly_count as usize];
        let wrong: Vec<String> = posonly
            .iter()
            .filter(|p| names.iter().any(|n| self.vm.is_str(n) && self.vm.same_str(p, n)))
            .map(|p| self.vm.lossy(p))
            .collect();
        if !wrong.is_empty() {
            let list = wrong.join(", ");
            return self
                .error(format_args!("got some positional-only arguments passed as keyword arguments: '{list}'"));
        }
        self.error(format_args!("got an unexpected keyword argument '{}'", self.vm.lossy(name)))
    }

    #[cold]
    fn too_many(&self, given: usize) -> Raised {
        let wanted = self.code.arg_count as usize;
        let by_default = self.function.defaults.get().map_or(0, |d| d.to::<Tuple>().len());
        let s = |n: usize| if n == 1 { "" } else { "s" };
        let (takes, plural) = if by_default > 0 {
            (format!("from {} to {wanted}", wanted - by_default), "s")
        } else {
            (wanted.to_string(), s(wanted))
        };
        let kwonly = self.bound[wanted..self.total()].iter().filter(|v| v.is_some()).count();
        let also = if kwonly > 0 {
            format!(" positional argument{} (and {kwonly} keyword-only argument{})", s(given), s(kwonly))
        } else {
            String::new()
        };
        let verb = if given == 1 && kwonly == 0 { "was" } else { "were" };
        self.error(format_args!("takes {takes} positional argument{plural} but {given}{also} {verb} given"))
    }

    fn defaults(&mut self, given: usize) -> PyResult<()> {
        let wanted = self.code.arg_count as usize;
        if given >= wanted {
            return Ok(());
        }
        let defaults = self.function.defaults.get();
        let items = defaults.as_ref().map_or(&[][..], |d| d.to::<Tuple>().items());
        let first = wanted - items.len().min(wanted);
        let missing: Vec<usize> = (given..first).filter(|x| self.bound[*x].is_none()).collect();
        if !missing.is_empty() {
            return Err(self.missing("positional", &missing));
        }
        for x in first.max(given)..wanted {
            if self.bound[x].is_none() {
                self.bound[x] = Some(items[x - first].clone());
            }
        }
        Ok(())
    }

    fn keyword_defaults(&mut self) -> PyResult<()> {
        let mut missing = Vec::new();
        let defaults = self.function.kwdefaults.get();
        for x in self.code.arg_count as usize..self.total() {
            if self.bound[x].is_some() {
                continue;
            }
            let name = &self.linked.register_names[x];
            match defaults.as_ref().map(|d| self.vm.dict_get(d.to::<Dict>(), name)).transpose()?.flatten() {
                Some(value) => self.bound[x] = Some(value),
                None => missing.push(x),
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(self.missing("keyword-only", &missing)) }
    }

    #[cold]
    fn missing(&self, kind: &str, which: &[usize]) -> Raised {
        let names: Vec<String> = which.iter().map(|x| format!("'{}'", self.param(*x))).collect();
        let list = match names.as_slice() {
            [one] => one.clone(),
            [a, b] => format!("{a} and {b}"),
            [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
            [] => String::new(),
        };
        let (n, s) = (which.len(), if which.len() == 1 { "" } else { "s" });
        self.error(format_args!("missing {n} required {kind} argument{s}: {list}"))
    }
}
