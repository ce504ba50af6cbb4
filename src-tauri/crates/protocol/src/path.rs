//! Where each thing is asked for. Identifiers stand in hexadecimal, lower case.

/// The one request of a sync.
pub const SYNC: &str = "/v1/sync";
/// Charters and checkpoint; founding.
pub const INSTITUTE: &str = "/v1/institute";
/// Join requests, for the secretariat.
pub const JOINS: &str = "/v1/joins";
/// In what order the caller may read.
pub const COVERAGE: &str = "/v1/coverage";
/// Parcels by hash.
pub const PARCELS: &str = "/v1/parcels";
/// Digests of all profiles.
pub const PROFILES: &str = "/v1/profiles";
/// The latest checkpoint, as text.
pub const LOG_CHECKPOINT: &str = "/v1/log/checkpoint";
/// Consistency proof between two sizes.
pub const LOG_CONSISTENCY: &str = "/v1/log/consistency";
/// Entries for outsiders.
pub const LOG_ENTRIES: &str = "/v1/log/entries";

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    bytes.iter().flat_map(|b| [DIGITS[usize::from(b >> 4)], DIGITS[usize::from(b & 15)]]).collect()
}

/// Reads exactly `N` bytes of lower-case hexadecimal; `None` for anything else.
#[must_use]
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != N.checked_mul(2)? {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let [high, low] = pair else { return None };
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

fn digit(c: u8) -> Option<u8> {
    match c {
        b'0'..=b'9' => Some(c - b'0'),
        b'a'..=b'f' => Some(c - b'a' + 10),
        _ => None,
    }
}

/// A join request, by its invitation.
#[must_use]
pub fn join(invite: &[u8; 16]) -> String {
    format!("{JOINS}/{}", hex(invite))
}

/// The leaves of a file.
#[must_use]
pub fn leaves(root: &[u8; 32]) -> String {
    format!("/v1/files/{}/leaves", hex(root))
}

/// One chunk of a file.
#[must_use]
pub fn chunk(root: &[u8; 32], index: u32) -> String {
    format!("/v1/files/{}/{index}", hex(root))
}

/// The chunks of a file that the registry lacks.
#[must_use]
pub fn missing(root: &[u8; 32]) -> String {
    format!("/v1/files/{}/missing", hex(root))
}

/// A member's sealed profile.
#[must_use]
pub fn profile(member: &[u8; 16]) -> String {
    format!("{PROFILES}/{}", hex(member))
}

/// A public document, by its SHA-256.
#[must_use]
pub fn document(sha256: &[u8; 32]) -> String {
    format!("/v1/documents/{}", hex(sha256))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_reads_back_and_a_wrong_one_does_not() {
        let id = [0xa1; 16];
        assert_eq!(from_hex::<16>(&hex(&id)), Some(id));
        for wrong in ["", "a1", &"A1".repeat(16), &"g0".repeat(16), &"a1".repeat(17)] {
            assert_eq!(from_hex::<16>(wrong), None);
        }
    }
}
