//! Checks of finished code.
