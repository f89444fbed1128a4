//! Types, builtins and the machine.
