//! Compiles the library's modules: importing one needs no parser.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use frontend::{CompileOptions, Mode, compile};

fn main() -> io::Result<()> {
    let sources = Path::new("src/py");
    println!("cargo::rerun-if-changed={}", sources.display());
    let target = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?).join("py");
    compile_folder(sources, &target)
}

/// Writes `x.py.unit` for each `x.py` of the folder and those in it.
fn compile_folder(sources: &Path, target: &Path) -> io::Result<()> {
    fs::create_dir_all(target)?;
    for entry in fs::read_dir(sources)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if path.is_dir() {
            compile_folder(&path, &target.join(name))?;
        } else if name.ends_with(".py") {
            let bytes =
                compile_file(&path).map_err(|error| io::Error::other(format!("{}: {error}", path.display())))?;
            fs::write(target.join(format!("{name}.unit")), bytes)?;
        }
    }
    Ok(())
}

fn compile_file(path: &Path) -> Result<Vec<u8>, String> {
    let source = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let options = CompileOptions { origin: frontend::Origin::File, ..CompileOptions::default() };
    let unit = compile(&source, "", Mode::Module, options).map_err(|error| error.report(""))?;
    unit.to_bytes().map_err(|_| "cannot be written".to_owned())
}
