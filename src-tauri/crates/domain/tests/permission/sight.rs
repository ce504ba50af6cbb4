//! Who sees what of a discussion, from the first sheet to the label.

use sceau_domain::action::ActionKind;
use sceau_domain::visibility::{Seen, Visibility, visible};

use super::board::{self, PEOPLE, PHASES};

#[test]
fn a_discussion_is_seen_by_readers_of_the_dossier_once_the_intake_has_ended_and_by_nobody_else() {
    let open = PHASES.iter().position(|phase| phase.name == "closed").unwrap_or_default();
    for kind in [ActionKind::Thread, ActionKind::Revision] {
        let objects = board::objects(kind);
        for (place, phase) in PHASES.iter().enumerate() {
            let board = board::at(phase);
            let act = Seen { author: board::member(b'R'), kind: kind.code(), objects: &objects };
            let sight = |letter: u8| visible(&board, board::member(letter), &act);
            assert_eq!(sight(b'R'), Visibility::Everything, "one's own words");
            // The secretariat, the chair, officers and reviewers read the dossier.
            for letter in *b"SCVO" {
                let expected = if place >= open { Visibility::Everything } else { Visibility::Entry };
                assert_eq!(sight(letter), expected, "{kind} {} {}", phase.name, char::from(letter));
            }
            // Who has not declared, who waits for the chair and who is shut out learn not even that somebody spoke.
            for letter in *b"EMJX" {
                assert_eq!(sight(letter), Visibility::Entry, "{kind} {} {}", phase.name, char::from(letter));
            }
        }
    }
    assert_eq!(PEOPLE.len(), 11, "somebody new is not in this test");
}
