//! What the product can do: the API for the shell, the headless job and the tests.
//!
//! Everything that changes anything goes through [`act`]; everything impure comes from an
//! [`environment::Environment`].

mod act;
pub mod annotated;
pub mod citations;
pub mod committee;
pub mod comparison;
mod content;
pub mod desk;
pub mod disk;
pub mod dossier;
pub mod environment;
pub mod error;
mod figures;
mod guarded;
pub mod identity;
pub mod intake;
pub mod interests;
mod keys;
pub mod label;
pub mod label_life;
pub mod late;
mod lines;
pub mod matching;
pub mod opening;
pub mod paper;
pub mod recusal;
pub mod references;
pub mod renewal;
pub mod rescoring;
pub mod review;
pub mod revision;
pub mod round;
pub mod spreadsheet;
pub mod steps;
pub mod synchronise;
pub mod thread;
pub mod view;
pub mod vote;
pub mod wording;
mod year;

#[cfg(test)]
mod tests;
