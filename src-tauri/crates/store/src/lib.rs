//! The encrypted database on a laptop.
