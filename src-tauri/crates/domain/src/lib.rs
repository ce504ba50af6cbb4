//! The rules of the board: pure, no I/O, no clock, no randomness.
