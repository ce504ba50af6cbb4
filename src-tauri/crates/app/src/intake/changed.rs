//! What a person changed in a package that was read: files taken out of it, and files put in the place of others.

use sha2::{Digest, Sha256};

use super::files::{Stored, too_large};
use super::item::{Item, Severity};
use super::reading::Reading;

/// Leaves out the files that a person took out, and says so of each: they can be put back.
pub fn take_out(stored: &mut Vec<Stored>, reading: &Reading, items: &mut Vec<Item>) {
    stored.retain(|file| {
        let out = reading.taken_out.contains(&file.name);
        if out {
            items.push(Item::new("intake.taken-out", Severity::Notice, &*file.name));
        }
        !out
    });
}

/// Puts files that a person brought in the place of others; the digest is of what was brought.
pub fn replace(stored: &mut [Stored], reading: &Reading, items: &mut Vec<Item>) {
    for file in stored {
        let Some(path) = reading.replaced.get(&file.name) else { continue };
        match std::fs::metadata(path) {
            Ok(data) if data.len() > reading.limits.file_bytes => {
                items.push(too_large(&file.name, data.len(), &reading.limits));
                continue;
            }
            _ => {}
        }
        match std::fs::read(path) {
            Ok(bytes) => {
                file.sha256 = Sha256::digest(&bytes).into();
                file.bytes = bytes.into();
            }
            Err(_) => items.push(Item::new("intake.file-unreadable", Severity::Wrong, &*file.name)),
        }
    }
}
