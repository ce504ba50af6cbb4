//! What may be done to a published label: by whom, with which words and days, and from which state.

use sceau_domain::action::Action;
use sceau_domain::board::{Board, Event};
use sceau_domain::label::{Date, Deed, LabelMove, PublicReason};
use sceau_domain::moment::{DAY, Moment};
use sceau_domain::permission::{Act, Missing, Permission, content, may_make, permit};
use sceau_domain::refusal::Refusal;
use sceau_domain::visibility::is_published;

use super::board::{self, DOSSIER, PEOPLE, PHASES, Person};

/// 2026-03-02, 12:00 UTC.
const NOON: Moment = Moment(1_772_452_800_000);

fn published() -> Board {
    board::at(PHASES.iter().find(|phase| phase.name == "labelled").unwrap_or(&PHASES[0]))
}

fn every_deed() -> Vec<Deed> {
    vec![
        Deed::EvidenceReceived,
        Deed::Extended { evidence_due_on: Date::constant(2026, 9, 1), valid_until: None },
        Deed::Confirmed { months: 36 },
        Deed::FormalNotice { deadline_on: Date::constant(2026, 5, 1) },
        Deed::NoticeLifted,
        Deed::Suspended,
        Deed::Reinstated,
        Deed::ChangeNotified,
        Deed::ChangeCleared,
        Deed::Withdrawn,
        Deed::Renounced,
        Deed::Superseded,
    ]
}

fn said(deed: Deed) -> LabelMove {
    let reason = PublicReason { fr: "Défaut d’affichage.".to_owned(), en: None };
    LabelMove {
        number: "2026-001".to_owned(),
        deed,
        from: None,
        successor: matches!(deed, Deed::Superseded).then(|| "2026-002".to_owned()),
        public: is_published(deed).then_some(reason),
    }
}

fn judged(person: &Person, said: &LabelMove, board: &Board, received: Moment) -> Permission {
    let action = Action::LabelMove { dossier: DOSSIER, said: said.clone() };
    let objects = action.objects();
    let act = Act {
        member: person.member,
        device: person.device,
        kind: action.kind().code(),
        objects: &objects,
        seq: 900,
        index: 900,
        received,
    };
    match permit(&act, board) {
        Permission::Allowed => content(&act, &action, board),
        other => other,
    }
}

/// Does it, as the fold would, and answers what was answered.
fn made(person: &Person, deed: Deed, board: &mut Board, received: Moment) -> Permission {
    let answer = judged(person, &said(deed), board, received);
    if answer == Permission::Allowed {
        let action = Action::LabelMove { dossier: DOSSIER, said: said(deed) };
        let (member, device) = (person.member, person.device);
        board.apply(&Event { member, device, seq: 901, index: 901, received, action: &action });
    }
    answer
}

const SECRETARY: &Person = &PEOPLE[0];
const CHAIR: &Person = &PEOPLE[1];
const VICE: &Person = &PEOPLE[2];

#[test]
fn the_chair_decides_about_a_label_and_the_secretariat_records_what_its_holder_did() {
    let board = published();
    for deed in every_deed() {
        let recorded = matches!(
            deed,
            Deed::EvidenceReceived | Deed::ChangeNotified | Deed::Renounced | Deed::Superseded
        );
        for person in &PEOPLE {
            let expected = match person.member.0[0] {
                b'S' => recorded,
                b'C' | b'V' => !recorded,
                _ => false,
            };
            assert_eq!(may_make(&board, person.member, deed), expected, "{}", deed.code());
        }
    }
}

#[test]
fn a_suspension_can_be_lifted_and_nothing_is_done_twice() {
    let (mut board, later) = (published(), NOON.plus(DAY));
    let refused = Permission::Refused(Refusal::LabelState);
    assert_eq!(made(CHAIR, Deed::Reinstated, &mut board, NOON), refused);
    assert_eq!(made(CHAIR, Deed::Suspended, &mut board, NOON), Permission::Allowed);
    assert_eq!(made(VICE, Deed::Suspended, &mut board, later), refused);
    assert_eq!(made(VICE, Deed::Reinstated, &mut board, later), Permission::Allowed);
    assert_eq!(made(CHAIR, Deed::Withdrawn, &mut board, later), Permission::Allowed);
    for deed in every_deed() {
        let person = if may_make(&board, SECRETARY.member, deed) { SECRETARY } else { CHAIR };
        let answer = judged(person, &said(deed), &board, later.plus(DAY));
        let expected = match deed {
            // The label that would replace it is not known here.
            Deed::Superseded => Permission::Undecided(Missing::Object),
            _ => refused,
        };
        assert_eq!(answer, expected, "{} after the end", deed.code());
    }
}

#[test]
fn what_the_public_is_told_has_a_reason_and_what_it_is_not_told_has_none_in_clear() {
    let board = published();
    let malformed = Permission::Refused(Refusal::Malformed);
    for deed in every_deed() {
        let person = if may_make(&board, SECRETARY.member, deed) { SECRETARY } else { CHAIR };
        let words = |fr: &str| Some(PublicReason { fr: fr.to_owned(), en: None });
        if matches!(deed, Deed::Superseded) {
            // The number of the new label says why.
            continue;
        }
        let wrong = if is_published(deed) { None } else { words("Une raison.") };
        let answer = judged(person, &LabelMove { public: wrong, ..said(deed) }, &board, NOON);
        assert_eq!(answer, malformed, "{}", deed.code());
        if is_published(deed) {
            let blank = LabelMove { public: words("  "), ..said(deed) };
            assert_eq!(judged(person, &blank, &board, NOON), malformed);
        }
    }
}

#[test]
fn only_an_end_is_put_off_and_never_by_more_than_six_months() {
    let board = published();
    let on = |month, deed| {
        let from = Some(Date::constant(2026, month, 2));
        judged(CHAIR, &LabelMove { from, ..said(deed) }, &board, NOON)
    };
    assert_eq!(on(9, Deed::Withdrawn), Permission::Allowed);
    assert_eq!(on(10, Deed::Withdrawn), Permission::Refused(Refusal::LabelDates));
    assert_eq!(on(4, Deed::Suspended), Permission::Refused(Refusal::Malformed));
    let notice = |month| Deed::FormalNotice { deadline_on: Date::constant(2026, month, 2) };
    assert_eq!(judged(CHAIR, &said(notice(9)), &board, NOON), Permission::Allowed);
    assert_eq!(judged(CHAIR, &said(notice(10)), &board, NOON), Permission::Refused(Refusal::LabelDates));
}

#[test]
fn another_number_and_a_grant_are_no_steps_of_this_label() {
    let board = published();
    let other = LabelMove { number: "2026-009".to_owned(), ..said(Deed::Suspended) };
    let grant = Deed::Granted { decided_on: Date::constant(2026, 1, 1), months: 600, provisional: None };
    for wrong in
        [other, said(grant), LabelMove { successor: Some("2026-001".to_owned()), ..said(Deed::Superseded) }]
    {
        assert_eq!(judged(SECRETARY, &wrong, &board, NOON), Permission::Refused(Refusal::Malformed));
    }
}

#[test]
fn a_label_is_replaced_by_one_that_has_a_number_and_needs_no_other_reason() {
    let mut board = published();
    let wordless = LabelMove { public: None, ..said(Deed::Superseded) };
    let unknown = judged(SECRETARY, &wordless, &board, NOON);
    assert_eq!(unknown, Permission::Undecided(Missing::Object));
    board.numbers.insert("2026-002".to_owned(), DOSSIER);
    assert_eq!(judged(SECRETARY, &wordless, &board, NOON), Permission::Allowed);
}
