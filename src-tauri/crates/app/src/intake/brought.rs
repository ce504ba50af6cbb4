//! A library of references that a person brings to the package in hand: what would be taken, and what is left out.

use super::evidence::EvidenceFile;
use super::libraries;
use crate::references::library::{self, BadLibrary, Left, LeftOut, Library};

/// Reads a library beside the evidence that is there already.
///
/// # Errors
/// [`BadLibrary`]: nothing of it can be read.
pub fn references(name: &str, bytes: &[u8], evidence: &[EvidenceFile]) -> Result<Library, BadLibrary> {
    let mut library = library::read(name, bytes)?;
    let (known, new): (Vec<_>, Vec<_>) =
        library.entries.into_iter().partition(|entry| libraries::is_known(entry, evidence));
    library.left.extend(known.into_iter().map(|entry| Left { place: entry.key, why: LeftOut::Known }));
    library.entries = new;
    Ok(library)
}
