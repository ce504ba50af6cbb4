//! The outcome on record, sealed until a label makes it public.

use alloc::string::String;

use sha2::{Digest, Sha256};

use crate::id::{Institute, MotionId};

/// An outcome and the random bytes that hide it in its commitment.
///
/// A decision states the commitment in clear, so that the outcome cannot be changed afterwards and nobody reads it;
/// outcome and opening stand in the tally, under the dossier's key. A certificate shows both to everybody: only then,
/// and only for a label, does the registry learn what was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedOutcome {
    /// Name of the outcome in rules §6.2.
    pub outcome: String,
    /// 32 random bytes, drawn with the decision.
    pub opening: [u8; 32],
}

impl SealedOutcome {
    /// `SHA-256("sceau/1 decision" ‖ 0 ‖ institute ‖ motion ‖ opening ‖ outcome)`.
    #[must_use]
    pub fn commitment(&self, institute: &Institute, motion: MotionId) -> [u8; 32] {
        Sha256::new()
            .chain_update(b"sceau/1 decision\0")
            .chain_update(institute.0)
            .chain_update(motion.0)
            .chain_update(self.opening)
            .chain_update(self.outcome.as_bytes())
            .finalize()
            .into()
    }

    /// Whether it is in favour, with or without reservations.
    #[must_use]
    pub fn grants(&self) -> bool {
        matches!(self.outcome.as_str(), "grant" | "grant-with-reservations")
    }
}
