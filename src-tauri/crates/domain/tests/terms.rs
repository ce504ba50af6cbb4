//! Terms that run against a publisher: counted in civil days of Paris, the last day included, at whatever hour and season.
#![expect(clippy::unwrap_used, reason = "a test whose own example is wrong must fail")]

use proptest::prelude::*;
use sceau_domain::appeal::{Ground, last_day};
use sceau_domain::label::Date;
use sceau_domain::moment::{DAY, Moment};

fn at(text: &str) -> Moment {
    let instant: jiff::Timestamp = text.parse().unwrap();
    Moment(u64::try_from(instant.as_millisecond()).unwrap())
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn two_months_end_on_the_day_of_the_same_number_else_on_the_last_of_the_month() {
    for (notified, last) in [
        ("2026-11-22T10:00:00Z", "2027-01-22"),
        ("2026-12-31T12:00:00Z", "2027-02-28"),
        ("2027-12-31T12:00:00Z", "2028-02-29"),
        // Already the next day in Paris.
        ("2026-11-22T23:30:00Z", "2027-01-23"),
        ("2026-07-14T22:30:00Z", "2026-09-15"),
    ] {
        assert_eq!(last_day(at(notified), 2), day(last), "{notified}");
    }
}

#[test]
fn grounds_are_read_by_the_names_that_records_hold() {
    for ground in Ground::ALL {
        assert_eq!(Ground::read(ground.code()), Some(ground));
    }
    assert_eq!(Ground::read("unfair"), None);
}

proptest! {
    #[test]
    fn the_hour_of_a_letter_changes_no_term(days in 0_u64..40_000, hour in 0_u64..86_400, months in 0_u32..37) {
        let noon = Moment(days * DAY + DAY / 2);
        let end = Moment::end_of_day_in_paris(noon.day_in_paris());
        prop_assert_eq!(end.day_in_paris(), noon.day_in_paris());
        prop_assert_eq!(end.plus(1).day_in_paris(), noon.day_in_paris().tomorrow().unwrap());
        let other = Moment(end.0 - (hour * 1000).min(82_000_000));
        prop_assert_eq!(last_day(other, months), last_day(noon, months));
        let last = last_day(noon, months);
        let first = noon.day_in_paris();
        prop_assert!(last.day() == first.day() || last == last.last_of_month() && last.day() < first.day());
        prop_assert!(last_day(noon, months + 1) > last);
    }
}
