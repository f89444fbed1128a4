//! The source lines that a traceback shows.

use crate::vm::Vm;
use std::collections::HashMap;
use std::path::Path;

/// Files read so far; None for those that cannot be read.
#[derive(Default)]
pub struct Sources {
    files: HashMap<String, Option<Vec<String>>>,
}

impl Sources {
    /// Line `number` (from 1) of a file, without its line end.
    pub fn line(&mut self, vm: &Vm, filename: &str, number: i64) -> Option<&str> {
        if !self.files.contains_key(filename) {
            self.files.insert(filename.to_owned(), read(vm, filename));
        }
        let lines = self.files.get(filename)?.as_ref()?;
        lines.get(usize::try_from(number).ok()?.checked_sub(1)?).map(String::as_str)
    }
}

fn read(vm: &Vm, filename: &str) -> Option<Vec<String>> {
    // `<string>`, `<stdin>`, `<frozen …>` are no files.
    if filename.starts_with('<') && filename.ends_with('>') {
        return None;
    }
    if let Some(text) = vm.library_source(filename) {
        return Some(text.lines().map(str::to_owned).collect());
    }
    let bytes = std::fs::read(filename).ok().or_else(|| read_on_path(vm, filename))?;
    let text = frontend::decode_bytes(&bytes).ok()?;
    Some(text.lines().map(str::to_owned).collect())
}

/// A relative name may mean a file beside some entry of `sys.path`.
fn read_on_path(vm: &Vm, filename: &str) -> Option<Vec<u8>> {
    let tail = Path::new(filename).file_name()?;
    let path = vm.sys_attr(&vm.names.path)?;
    let entries = vm.collect(&path).ok()?;
    entries.iter().filter(|e| vm.is_str(e)).find_map(|e| std::fs::read(Path::new(&vm.lossy(e)).join(tail)).ok())
}
