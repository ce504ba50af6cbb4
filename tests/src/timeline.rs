//! The clock of desks and registry while a campaign is played: the system's, or the same one set back to a day in the
//! past and moved on from there. Only this harness has it; neither the desktop nor the registry's program can be told
//! what time it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::civil::{Date, time};
use jiff::tz::TimeZone;
use sceau_app::environment::{Environment, NoKeyring};
use sceau_domain::moment::Moment;

use crate::board::{Problem, Result};
use crate::machine;

/// A clock that everybody on a stage reads.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// How far behind the system's clock it stands, in milliseconds.
    behind: Arc<AtomicU64>,
}

impl Timeline {
    /// What it says now. It runs on like any clock.
    #[must_use]
    pub fn now(&self) -> Moment {
        Moment(machine::now().0.saturating_sub(self.behind.load(Ordering::Relaxed)))
    }

    /// Goes on to ten o'clock in Paris on a day.
    ///
    /// # Errors
    /// The day lies ahead of the system's clock, or before what this clock said already: an institute lives forwards.
    pub fn go_to(&self, day: Date) -> Result<()> {
        if self.now().day_in_paris() == day {
            return Ok(());
        }
        let zone = TimeZone::get("Europe/Paris").map_err(|cause| Problem::new("clock", cause))?;
        let ten = day.to_datetime(time(10, 0, 0, 0)).to_zoned(zone);
        let ten = ten.map_err(|cause| Problem::new("clock", cause))?.timestamp().as_millisecond();
        let ten = u64::try_from(ten).map_err(|cause| Problem::new("clock", cause))?;
        let (real, before) = (machine::now().0, self.now().0);
        let fresh = self.behind.load(Ordering::Relaxed) == 0;
        match real.checked_sub(ten) {
            Some(behind) if fresh || ten >= before => {
                self.behind.store(behind, Ordering::Relaxed);
                Ok(())
            }
            Some(_) => Err(Problem::new("clock", format!("{day} is over already"))),
            None => Err(Problem::new("clock", format!("{day} lies ahead of this computer's clock"))),
        }
    }

    /// Comes back to the system's clock.
    pub fn come_back(&self) {
        self.behind.store(0, Ordering::Relaxed);
    }

    /// This clock and the system's randomness, without a keyring.
    #[must_use]
    pub fn environment(&self) -> Environment {
        let clock = self.clone();
        Environment::new(move || clock.now(), machine::fill, Arc::new(NoKeyring))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_forwards_from_the_past_to_the_present_and_never_back() {
        let clock = Timeline::default();
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert!(clock.go_to(day("9990-01-01")).is_err());
        clock.go_to(day("2023-09-18")).unwrap();
        assert_eq!(clock.now().day_in_paris(), day("2023-09-18"));
        clock.go_to(day("2024-03-31")).unwrap();
        assert_eq!(clock.now().day_in_paris(), day("2024-03-31"));
        assert!(clock.go_to(day("2024-03-30")).is_err());
        clock.come_back();
        assert!(clock.now().distance(machine::now()) < 60_000);
    }
}
