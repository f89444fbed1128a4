//! Links the program at a fixed address: what it knows from the start (tables of methods, of opcodes) needs no relocation
//! then, so that the pages stay shared with the file and start-up does not touch them. What the recorded profile has never
//! seen running lies apart from the rest.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") {
        println!("cargo:rustc-link-arg-bins=-no-pie");
        println!("cargo:rustc-link-arg-bins=-Wl,-z,keep-text-section-prefix");
    }
}
