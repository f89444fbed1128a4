//! `posix`: what `os` is made of. (In work by its own author, with `errno`: leave to them.)
