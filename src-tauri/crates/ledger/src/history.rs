//! The previous key of a group, sealed under the next one: one wrap of the newest key gives the whole history.

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use sceau_domain::id::{GroupId, Institute};
use zeroize::Zeroizing;

use crate::group::{GroupKey, derive};

/// The cipher for one step of history; its key is used for exactly one message, hence the zero nonce.
fn cipher(newer: &GroupKey, institute: &Institute, group: GroupId, epoch: u64) -> ChaCha20Poly1305 {
    let info = [&b"sceau/1 key history\0"[..], &group.0, &epoch.to_be_bytes()].concat();
    let key = derive(newer.expose(), &institute.0, &info);
    ChaCha20Poly1305::new(&Key::from(*key))
}

/// Seals the key of the epoch before `epoch` under the key of `epoch`. `None` only if the cipher fails, which
/// 32 bytes cannot make it do.
#[must_use]
pub fn seal_previous(
    newer: &GroupKey,
    older: &GroupKey,
    institute: &Institute,
    group: GroupId,
    epoch: u64,
) -> Option<Vec<u8>> {
    cipher(newer, institute, group, epoch).encrypt(&Nonce::default(), older.expose().as_slice()).ok()
}

/// Opens what [`seal_previous`] made; `None` for another key, group or epoch.
#[must_use]
pub fn open_previous(
    newer: &GroupKey,
    sealed: &[u8],
    institute: &Institute,
    group: GroupId,
    epoch: u64,
) -> Option<GroupKey> {
    let plain =
        Zeroizing::new(cipher(newer, institute, group, epoch).decrypt(&Nonce::default(), sealed).ok()?);
    Some(GroupKey::from_bytes(plain.as_slice().try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_reviewer_reads_the_past_with_the_newest_key_alone() {
        let (old, new) = (GroupKey::from_bytes([1; 32]), GroupKey::from_bytes([2; 32]));
        let (institute, group) = (Institute([3; 32]), GroupId([4; 16]));
        let sealed = seal_previous(&new, &old, &institute, group, 2).unwrap();
        let opened = open_previous(&new, &sealed, &institute, group, 2).unwrap();
        assert_eq!(opened.expose(), old.expose());
        assert!(open_previous(&new, &sealed, &institute, group, 3).is_none());
        assert!(open_previous(&old, &sealed, &institute, group, 2).is_none());
    }
}
