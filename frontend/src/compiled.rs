//! A compiled source as bytes, and back: modules that are part of a binary need not be compiled when they are imported.

use std::rc::Rc;

use crate::code::{Code, ConstRef, Unit};

/// The bytes are those of no compiled source of this version.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotCompiled;

impl Unit {
    /// The unit without the name of its file. Only the same version of this crate reads it back.
    ///
    /// # Errors
    /// None that a unit of the compiler leads to.
    pub fn to_bytes(&self) -> Result<Vec<u8>, NotCompiled> {
        postcard::to_stdvec(self).map_err(|_| NotCompiled)
    }

    /// What `to_bytes` wrote, as compiled from a file of that name.
    ///
    /// # Errors
    /// The bytes are something else.
    pub fn from_bytes(bytes: &[u8], filename: &str) -> Result<Unit, NotCompiled> {
        let mut unit: Unit = postcard::from_bytes(bytes).map_err(|_| NotCompiled)?;
        name_file(&mut unit.code, &Rc::from(filename));
        Ok(unit)
    }
}

/// Gives the name of the file to code and what is nested in it. Code that was just read has one owner.
fn name_file(code: &mut Rc<Code>, filename: &Rc<str>) {
    let Some(code) = Rc::get_mut(code) else { return };
    code.filename = filename.clone();
    for entry in &mut code.consts {
        if let ConstRef::Code(inner) = entry {
            name_file(inner, filename);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::code::Unit;
    use crate::{CompileOptions, Mode, compile};

    #[test]
    fn a_unit_survives_as_bytes() {
        let source = "def f(a, *, b=(1, 'x', 2.5, b'y', 1j, 10**30)):\n    try:\n        return lambda: {a in {1, 2}}\n    \
                      finally:\n        print('\\ud800')\n";
        let unit = compile(source, "a.py", Mode::Module, CompileOptions::default()).expect("it is good");
        let again = Unit::from_bytes(&unit.to_bytes().expect("it can be written"), "a.py").expect("it can be read");
        assert_eq!(format!("{again:?}"), format!("{unit:?}"));
        assert!(Unit::from_bytes(b"\xff\xff", "a.py").is_err());
    }
}
