//! `_io`: files, text and memory streams. (In work by its own author: leave to them.)
