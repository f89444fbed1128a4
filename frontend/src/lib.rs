//! Text to `Code`: tokens, syntax tree, symbols, register code. Pure; never allocates a Python object.
