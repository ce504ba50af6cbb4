//! Typed identifiers. A `DossierId` is never a `RoundId`, although both are sixteen random bytes.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The text is not the hexadecimal form of an identifier of this length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier in hexadecimal digits")]
pub struct NotAnId;

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit.wrapping_sub(b'0')),
        b'a'..=b'f' => Some(digit.wrapping_sub(b'a').wrapping_add(10)),
        _ => None,
    }
}

/// Reads exactly `N` bytes of lower-case hexadecimal digits.
fn from_hex<const N: usize>(text: &str) -> Result<[u8; N], NotAnId> {
    let digits = text.as_bytes();
    if digits.len() != N.saturating_mul(2) {
        return Err(NotAnId);
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let [high, low] = pair else { return Err(NotAnId) };
        *byte = (nibble(*high).ok_or(NotAnId)? << 4) | nibble(*low).ok_or(NotAnId)?;
    }
    Ok(bytes)
}

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident, $length:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $length]);

        impl $name {
            /// The identifier that these bytes are.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }

            /// The bytes, as they stand in records.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; $length] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                from_hex(text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = alloc::string::String::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

identifier!(/// The identity of an institute: SHA-256 of its first charter.
    Institute, 32);
identifier!(/// A member of the board or of the secretariat. Random; names live elsewhere and can be erased.
    MemberId, 16);
identifier!(/// A device of a member, named by a hash of its two public keys.
    DeviceId, 16);
identifier!(/// A dossier of a solution.
    DossierId, 16);
identifier!(/// A scoring round of a dossier.
    RoundId, 16);
identifier!(/// A motion put to the vote.
    MotionId, 16);
identifier!(/// A key group: a dossier's, the board's or a member's own devices.
    GroupId, 16);
identifier!(/// A run of the officers' key generation.
    CommitteeId, 16);
identifier!(/// A one-time invitation, named by a hash of its secret.
    InviteId, 16);

impl GroupId {
    /// The group of those who may read a dossier.
    #[must_use]
    pub const fn of_dossier(dossier: DossierId) -> Self {
        Self(dossier.0)
    }

    /// The group of a member's own devices.
    #[must_use]
    pub const fn of_member(member: MemberId) -> Self {
        Self(member.0)
    }

    /// The group of all seated members and the secretariat: the first half of the institute's identity,
    /// which no random identifier can be expected to meet.
    #[must_use]
    pub fn of_board(institute: &Institute) -> Self {
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(institute.0).for_each(|(to, from)| *to = from);
        Self(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn an_identifier_reads_back_what_it_prints() {
        let id = MemberId([0xa1; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("zz".parse::<MemberId>(), Err(NotAnId));
        assert_eq!("A1".repeat(16).parse::<MemberId>(), Err(NotAnId));
    }
}
