//! Who sees what of a discussion, from the first sheet to the label.

use sceau_domain::action::{ActionKind, VoteMode};
use sceau_domain::decision::WhatIfScope;
use sceau_domain::id::MemberId;
use sceau_domain::visibility::{Seen, Visibility, visible, what_may_be_asked};

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

#[test]
fn that_a_name_was_compared_is_known_to_those_who_judge_and_to_nobody_else() {
    for phase in PHASES.iter().skip(1) {
        let board = board::at(phase);
        let sight = |viewer: u8, author: u8, about: MemberId| {
            let objects = [board::DOSSIER.0, about.0];
            let act =
                Seen { author: board::member(author), kind: ActionKind::NameMatch.code(), objects: &objects };
            visible(&board, board::member(viewer), &act)
        };
        for letter in *b"SC" {
            assert_eq!(sight(letter, b'S', board::member(b'J')), Visibility::Everything);
        }
        // Nobody else learns that there was a name to compare, least of all the one whose link it is.
        for letter in *b"VOERMJX" {
            assert_eq!(sight(letter, b'S', board::member(b'J')), Visibility::Entry, "{}", char::from(letter));
        }
        // About the chair a vice-chair judges, and the chair does not.
        assert_eq!(sight(b'V', b'S', board::member(b'C')), Visibility::Everything);
        assert_eq!(sight(b'C', b'S', board::member(b'C')), Visibility::Entry);
    }
}

#[test]
fn outcomes_that_did_not_come_about_are_for_those_who_lead_once_a_roll_call_is_open() {
    let mut asked = 0;
    for phase in PHASES {
        let board = board::at(phase);
        for motion in board.motions.values() {
            asked += 1;
            let mut secret = motion.clone();
            secret.terms.mode = VoteMode::Secret;
            for letter in *b"SCVORX" {
                let who = board::member(letter);
                let scope = |of, opened| what_may_be_asked(&board, who, of, opened);
                // Whoever is shut out asks nothing; before the opening heads are counted for everybody alike.
                let heads = (letter != b'X').then_some(WhatIfScope::Headcounts);
                let leads = matches!(letter, b'S' | b'C');
                let outcomes = if leads { Some(WhatIfScope::Outcomes) } else { heads };
                assert_eq!(scope(motion, false), heads, "{} {}", phase.name, char::from(letter));
                assert_eq!(scope(motion, true), outcomes, "{} {}", phase.name, char::from(letter));
                assert_eq!(scope(&secret, true), heads, "{} {}", phase.name, char::from(letter));
            }
        }
    }
    assert!(asked > 0, "no phase has a vote");
}
