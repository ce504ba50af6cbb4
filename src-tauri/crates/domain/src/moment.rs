//! Instants as plain values, handed in. Nothing here reads a clock.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01 00:00 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment(pub u64);

impl Moment {
    /// This moment and `milliseconds` more, at most the last one that can be written.
    #[must_use]
    pub const fn plus(self, milliseconds: u64) -> Self {
        Self(self.0.saturating_add(milliseconds))
    }

    /// The civil day in Europe/Paris. The rule of 1996 is written out here and not looked up: the fold of a log must
    /// give the same day on every machine, whatever zones its system knows.
    #[must_use]
    pub fn day_in_paris(self) -> Date {
        let milliseconds = i64::try_from(self.0).unwrap_or(i64::MAX);
        let instant = Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::MAX);
        paris().to_datetime(instant).date()
    }

    /// The last millisecond of a civil day in Europe/Paris.
    #[must_use]
    pub fn end_of_day_in_paris(day: Date) -> Self {
        let midnight = day.saturating_add(1.day()).to_datetime(Time::midnight());
        let instant = paris().to_timestamp(midnight).map_or(i64::MAX, Timestamp::as_millisecond);
        Self(u64::try_from(instant).unwrap_or(0).saturating_sub(1))
    }

    /// Milliseconds between the two, whichever comes first.
    #[must_use]
    pub const fn distance(self, other: Self) -> u64 {
        self.0.abs_diff(other.0)
    }
}

fn paris() -> TimeZone {
    // The text is a constant that a test reads; without it the day would at worst be two hours off.
    TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(TimeZone::UTC)
}

/// One day, in milliseconds.
pub const DAY: u64 = 86_400_000;
/// One minute, in milliseconds.
pub const MINUTE: u64 = 60_000;
