//! What an uncaught exception prints, as the interpreter itself does it (not the module `traceback`).

mod carets;
mod frames;
mod message;
mod printer;
mod source;
mod suggestions;

use crate::vm::Vm;
pub use carets::columns;
pub use frontend::anchors::anchors;
use gc::ObjRef;
pub use message::type_text;
use printer::Printer;

impl Vm {
    /// The text that an uncaught exception prints: traceback, message, notes, and those of the
    /// exceptions that it is linked to.
    pub fn format_exception(&self, exc: &ObjRef) -> String {
        let mut printer = Printer::new(self);
        printer.exception_with_links(exc);
        printer.finish()
    }

    /// Prints an uncaught exception to `sys.stderr`.
    pub fn print_exception(&self, exc: &ObjRef) {
        let text = self.format_exception(exc);
        self.write_stderr(&text);
    }

    /// The lines of a traceback, with the header line, without the exception.
    pub fn format_traceback(&self, traceback: &ObjRef) -> String {
        let mut printer = Printer::new(self);
        printer.traceback(traceback, "Traceback (most recent call last):");
        printer.finish()
    }

    /// `ValueError: text`, as the last line of a traceback says it.
    pub fn format_exception_line(&self, exc: &ObjRef) -> String {
        message::line(self, exc)
    }

    /// Writes to `sys.stderr`, or straight to the process's stderr while there is none.
    pub fn write_stderr(&self, text: &str) {
        let stream = self.sys_attr(&self.names.stderr).filter(|stream| !stream.is(&self.none));
        let Some(stream) = stream else {
            // At the end, when the stream has gone, nobody is told.
            if !self.finalized.get() {
                eprint!("{text}");
            }
            return;
        };
        let text = self.str(text);
        // Nothing can be done about an error while reporting an error.
        if self.call_method(&stream, &self.names.write, std::slice::from_ref(&text)).is_ok() {
            drop(self.call_method(&stream, &self.names.flush, &[]));
        }
    }
}
