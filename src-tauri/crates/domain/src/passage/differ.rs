//! What differs between two passages, word by word.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use similar::{Algorithm, ChangeTag, capture_diff_slices};

/// Words that stand in both passages, in the old one only, or in the new one only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Kept(String),
    /// In the old one only.
    Gone(String),
    /// In the new one only.
    Come(String),
}

/// The pieces of two passages, in reading order.
#[must_use]
pub fn differences(old: &str, new: &str) -> Vec<Piece> {
    let old: Vec<&str> = old.split_whitespace().collect();
    let new: Vec<&str> = new.split_whitespace().collect();
    let mut runs: Vec<(ChangeTag, Vec<&str>)> = Vec::new();
    for change in
        capture_diff_slices(Algorithm::Myers, &old, &new).iter().flat_map(|op| op.iter_changes(&old, &new))
    {
        match runs.last_mut() {
            Some((tag, words)) if *tag == change.tag() => words.push(change.value()),
            _ => runs.push((change.tag(), vec![change.value()])),
        }
    }
    let piece = |(tag, words): (ChangeTag, Vec<&str>)| match tag {
        ChangeTag::Equal => Piece::Kept(words.join(" ")),
        ChangeTag::Delete => Piece::Gone(words.join(" ")),
        ChangeTag::Insert => Piece::Come(words.join(" ")),
    };
    runs.into_iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_number_stands_alone() {
        let pieces = differences("chez 412 patients suivis", "chez 371 patients suivis");
        assert_eq!(
            pieces,
            [
                Piece::Kept("chez".into()),
                Piece::Gone("412".into()),
                Piece::Come("371".into()),
                Piece::Kept("patients suivis".into()),
            ]
        );
    }
}
