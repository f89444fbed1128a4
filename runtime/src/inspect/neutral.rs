//! Looking must not change what is looked at: under `-X lookcheck` every look is measured.

use crate::vm::Vm;
use std::cell::Cell;

/// Whether looks are measured.
#[derive(Default)]
struct Checked(Cell<bool>);

impl crate::vm::Keeps for Checked {}

impl Vm {
    /// From now on looks are measured.
    pub fn check_looks(&self) {
        self.state::<Checked>().0.set(true);
    }

    /// Runs a look at the heap. If looks are measured, every byte of the arenas, every list of the collector and every
    /// figure of the allocator must be afterwards what they were before; stderr hears if they are not.
    pub fn look<R>(&self, name: &str, body: impl FnOnce() -> R) -> R {
        if !self.state::<Checked>().0.get() {
            return body();
        }
        let before = self.heap.fingerprint();
        let result = body();
        if self.heap.fingerprint() != before {
            eprintln!("lookcheck: {name} has changed the heap");
        }
        result
    }
}

#[cfg(test)]
mod tests {
    use crate::vm::Vm;
    use crate::vm::boot::Config;

    #[test]
    fn a_count_and_a_block_show_in_the_fingerprint() {
        let vm = Vm::new(Config::default());
        let list = vm.list(vec![vm.none()]);
        let before = vm.heap.fingerprint();
        assert_eq!(before, vm.heap.fingerprint());
        let held = list.clone();
        assert_ne!(before, vm.heap.fingerprint(), "a count");
        drop(held);
        assert_eq!(before, vm.heap.fingerprint());
        drop(vm.str("a text that is made and dies at once"));
        assert_ne!(before, vm.heap.fingerprint(), "a block that was used");
    }
}
