//! When to try again after a failure: a value, not a sleep.

use core::time::Duration;

/// The delay after the first failure.
const FIRST: Duration = Duration::from_secs(2);
/// The longest delay.
const LONGEST: Duration = Duration::from_secs(300);

/// How many attempts have failed in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Backoff {
    failures: u32,
}

impl Backoff {
    /// One more failure.
    #[must_use]
    pub const fn failed(self) -> Self {
        Self { failures: self.failures.saturating_add(1) }
    }

    /// Failures in a row.
    #[must_use]
    pub const fn failures(self) -> u32 {
        self.failures
    }

    /// How long to wait before the next attempt: 2 s, doubled for each failure, at most 5 minutes. `chance` (any
    /// random number) takes off up to half of it, so that twenty laptops do not come back at the same second.
    #[must_use]
    pub fn delay(self, chance: u32) -> Duration {
        let Some(doublings) = self.failures.checked_sub(1) else { return Duration::ZERO };
        let full =
            FIRST.saturating_mul(1_u32.checked_shl(doublings.min(16)).unwrap_or(u32::MAX)).min(LONGEST);
        let half = full / 2;
        half + half.mul_f64(f64::from(chance) / f64::from(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_five_minutes_and_start_again_after_a_success() {
        let mut backoff = Backoff::default();
        assert_eq!(backoff.delay(7), Duration::ZERO);
        let mut last = Duration::ZERO;
        for _ in 0..40 {
            backoff = backoff.failed();
            let (short, long) = (backoff.delay(0), backoff.delay(u32::MAX));
            assert!(short >= last / 2 && long <= LONGEST && short * 2 >= long);
            last = long;
        }
        assert_eq!(last, LONGEST);
        assert_eq!(Backoff::default().failed().delay(u32::MAX), FIRST);
    }
}
