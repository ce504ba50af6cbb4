//! Agreeing with the registry: push what is unsent, pull what is missing, and believe nothing that was not checked.
//!
//! [`engine`] is the protocol as a machine without input or output: it says what to ask and what to keep, and names
//! every misdeed of the other side; [`transfer`] does the same for evidence files, chunk by chunk. [`client`] is the
//! half that speaks HTTP. Neither knows the database: the application drives the one with the other, and stores what
//! it is told to keep. Left out on purpose: who may do or see what (the rules say), and the signatures of other
//! members' batches, which are checked where their devices are known.

pub mod backoff;
pub mod client;
pub mod engine;
pub mod error;
pub mod transfer;

pub use backoff::Backoff;
pub use client::{Caller, Client};
pub use engine::{Acknowledged, Arrived, Disputed, Engine, Known, RefusedBatch, Reply, Round, Step, Summary};
pub use error::{CODES, Failure, Misdeed, SyncError};

/// The arrows of a drawing in `src-tauri/docs/states`: from, to, label. Names in drawings use `_` for `-`.
#[cfg(test)]
fn drawn(file: &str) -> std::collections::BTreeSet<(String, String, String)> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/states").join(file);
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let arrow = |line: &str| {
        let (from, rest) = line.trim().split_once(" --> ")?;
        let (to, label) = rest.split_once(": ")?;
        Some((from.replace('_', "-"), to.replace('_', "-"), label.to_owned()))
    };
    text.lines().filter_map(arrow).collect()
}
