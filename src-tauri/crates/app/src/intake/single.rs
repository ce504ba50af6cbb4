//! One file of evidence brought on its own, judged as those of a package are.

use sha2::{Digest, Sha256};

use super::evidence::{self, EvidenceFile};
use super::files::Stored;
use super::item::{Item, Severity};
use super::names;
use super::reading::Reading;

/// Judges a file that takes the place of another of a dossier.
///
/// # Errors
/// Every item that stands against it.
pub fn judge(name: &str, bytes: Vec<u8>, reading: &Reading) -> Result<EvidenceFile, Vec<Item>> {
    let refused = |code| vec![Item::new(code, Severity::Wrong, name)];
    let name = names::safe(name).map_err(|_| refused("intake.name-unsafe"))?;
    if bytes.len() as u64 > reading.limits.file_bytes {
        return Err(vec![super::files::too_large(&name, bytes.len() as u64, &reading.limits)]);
    }
    let sha256 = Sha256::digest(&bytes).into();
    let stored = Stored { name, bytes: bytes.into(), sha256 };
    let mut items = Vec::new();
    let found = evidence::judge_one(&stored, reading, &mut items);
    items.retain(Item::blocks);
    found.filter(|_| items.is_empty()).ok_or(items)
}
