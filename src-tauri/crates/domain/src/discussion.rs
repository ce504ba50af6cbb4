//! What must be said when a mark changes, and how much one message may hold (rules §5).

/// Characters of the line that says why a mark changed, at least.
pub const SHORTEST_WHY: usize = 10;
/// Characters of that line, at most.
pub const LONGEST_WHY: usize = 280;
/// Characters of a message, at most.
pub const LONGEST_MESSAGE: usize = 4_000;

/// Whether a line says why a mark changed. What stands around it counts for nothing.
///
/// # Errors
/// `revision.why-short` or `revision.why-long`.
pub fn why(line: &str) -> Result<(), &'static str> {
    match line.trim().chars().count() {
        n if n < SHORTEST_WHY => Err("revision.why-short"),
        n if n > LONGEST_WHY => Err("revision.why-long"),
        _ => Ok(()),
    }
}

/// Whether a message says something, and not too much for one.
///
/// # Errors
/// `message.empty` or `message.too-long`.
pub fn message(text: &str) -> Result<(), &'static str> {
    match text.trim().chars().count() {
        0 => Err("message.empty"),
        n if n > LONGEST_MESSAGE => Err("message.too-long"),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_mark_says_why_in_ten_to_two_hundred_and_eighty_characters() {
        let of = |n: usize| why(&"é".repeat(n));
        assert_eq!(
            (of(9), of(10), of(280), of(281)),
            (Err("revision.why-short"), Ok(()), Ok(()), Err("revision.why-long"))
        );
        assert_eq!(why("     a     b     "), Err("revision.why-short"), "space around it is no reason");
    }

    #[test]
    fn a_message_says_something_and_has_an_end() {
        assert_eq!(message(" \n "), Err("message.empty"));
        assert_eq!(message(&"a".repeat(LONGEST_MESSAGE)), Ok(()));
        assert_eq!(message(&"a".repeat(LONGEST_MESSAGE + 1)), Err("message.too-long"));
    }
}
