//! Certificates from the outside: what a holder sees, what a stranger can check, what a forger cannot do.

mod archive;
mod made_up;
mod outside;
mod page;
mod signing;
mod verdict;
