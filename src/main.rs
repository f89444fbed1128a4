//! The pyglass command.
fn main() {}
