//! Deadlines as a calendar file, which a person's own calendar reads. Whoever holds it learns which solutions are under
//! examination and until when, and nothing else.

use icalendar::{Calendar, Component, Event};
use serde::Deserialize;

/// A deadline, with its words in the reader's language.
#[derive(Debug, Clone, Deserialize)]
pub struct CalendarEntry {
    /// Which dossier.
    dossier: String,
    /// When, in milliseconds since 1970 UTC.
    at: i64,
    /// One line.
    title: String,
    /// More words.
    text: String,
}

/// The file. The same deadlines give the same names, so that reading a newer file moves an entry instead of doubling it.
pub fn calendar(entries: &[CalendarEntry]) -> String {
    let mut calendar = Calendar::new();
    for entry in entries {
        let Some(at) = utc(entry.at) else { continue };
        let event = Event::new()
            .uid(&format!("{}@sceau", entry.dossier))
            .summary(&entry.title)
            .description(&entry.text)
            .add_property("DTSTAMP", &at)
            .add_property("DTSTART", &at)
            .add_property("DTEND", &at)
            .add_property("TRANSP", "TRANSPARENT")
            .done();
        calendar.push(event);
    }
    calendar.done().to_string()
}

/// `20261206T170000Z`
fn utc(at: i64) -> Option<String> {
    let moment = jiff::Timestamp::from_millisecond(at).ok()?;
    Some(moment.strftime("%Y%m%dT%H%M%SZ").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_reads_the_deadline_to_the_second_and_the_words_whole() {
        let entry = CalendarEntry {
            dossier: "d1".into(),
            at: 1_796_576_400_000,
            title: "Fiches : OncoSuivi, 4 attendues; fin".into(),
            text: "é".repeat(200),
        };
        let file = calendar(std::slice::from_ref(&entry));
        let unfolded = file.replace("\r\n ", "");
        assert!(unfolded.contains("DTSTART:20261206T170000Z\r\n"), "{file}");
        assert!(unfolded.contains("UID:d1@sceau\r\n"));
        assert!(unfolded.contains(r"SUMMARY:Fiches : OncoSuivi\, 4 attendues\; fin"), "{file}");
        assert!(unfolded.contains(&"é".repeat(200)), "{file}");
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "lines are folded as the format asks");
        assert_eq!(file.matches("DTSTAMP").count(), 1);
        assert_eq!(calendar(&[entry]), file, "no clock and no chance of its own");
    }
}
