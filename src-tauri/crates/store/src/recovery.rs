//! The code of a recovery sheet: 128 bits as 42 digits, to be read from paper and typed on any keyboard.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// Digits of the largest number of 128 bits.
const NUMBER: usize = 39;
/// Digits of the remainder by [`PRIME`], which finds any one wrong digit and any two neighbours that changed places.
const REMAINDER: usize = 3;
const PRIME: u128 = 997;
/// Digits between two spaces.
const GROUP: usize = 6;

/// A code. Wiped when dropped, never printed by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<u128>);

impl RecoveryCode {
    /// Draws a new one.
    pub fn draw(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0; 16]);
        rng.fill_bytes(bytes.as_mut());
        Self(Zeroizing::new(u128::from_be_bytes(*bytes)))
    }

    /// All 42 digits, without spaces.
    pub(crate) fn digits(&self) -> Zeroizing<String> {
        let number = *self.0;
        Zeroizing::new(format!("{number:0NUMBER$}{:0REMAINDER$}", number % PRIME))
    }

    /// Seven groups of six digits.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(NUMBER + REMAINDER + 6));
        for (place, digit) in self.digits().chars().enumerate() {
            if place > 0 && place % GROUP == 0 {
                text.push(' ');
            }
            text.push(digit);
        }
        text
    }

    /// What a person typed, in any grouping; `None` for a slip of the finger or of the eye.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let typed: Zeroizing<String> =
            Zeroizing::new(text.chars().filter(|c| !c.is_whitespace() && *c != '-' && *c != '.').collect());
        if typed.len() != NUMBER + REMAINDER || !typed.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let (number, remainder) = typed.split_at(NUMBER);
        let number: u128 = number.parse().ok()?;
        (number % PRIME == remainder.parse().ok()?).then(|| Self(Zeroizing::new(number)))
    }
}

impl core::fmt::Debug for RecoveryCode {
    fn fmt(&self, to: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        to.write_str("RecoveryCode(…)")
    }
}
