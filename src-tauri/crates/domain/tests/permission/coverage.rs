//! What a reviewer is told of the sheets of others before the opening: an order of their own dossiers, a day late.

use sceau_domain::action::{Action, Declaration, RecusalLevel};
use sceau_domain::assignment::coverage;
use sceau_domain::board::Board;
use sceau_domain::id::{DossierId, RoundId};
use sceau_domain::moment::{DAY, Moment};

use crate::board::{COMMITTEE, DEADLINE, DOSSIER, PHASES, ROUND, at, member, then};

const OTHER: DossierId = DossierId([0xd2; 16]);
const TODAY: Moment = Moment(2);
const TOMORROW: Moment = Moment(DAY);

/// R and C review both dossiers.
fn two_rounds() -> Board {
    let mut board = at(PHASES.iter().find(|phase| phase.name == "scoring").unwrap_or(&PHASES[0]));
    then(&mut board, b'S', &Action::DossierNew { dossier: OTHER });
    for letter in *b"RC" {
        let (declaration, details) = (Declaration::Nothing, Default::default());
        then(&mut board, letter, &Action::Interests { dossier: OTHER, declaration, details });
        for dossier in [DOSSIER, OTHER] {
            let member = member(letter);
            then(&mut board, b'S', &Action::Assignment { dossier, member, assigned: true });
        }
    }
    let (deadline, bylaws, round) = (Moment(DEADLINE), [2; 32], RoundId([0xe1; 16]));
    let committee = COMMITTEE;
    let opens = Action::Round { dossier: OTHER, round, deadline, minimum_sheets: 1, committee, bylaws };
    then(&mut board, b'S', &opens);
    board
}

#[test]
fn a_dossier_that_more_have_handed_in_comes_later_from_the_next_day_on() {
    let mut board = two_rounds();
    assert_eq!(coverage(&board, member(b'R'), TODAY), [(DOSSIER, 0), (OTHER, 0)]);
    then(&mut board, b'C', &Action::Sheet { dossier: DOSSIER, round: ROUND, sealed_key: vec![0; 176] });
    assert_eq!(coverage(&board, member(b'R'), TODAY), [(DOSSIER, 0), (OTHER, 0)], "not at what hour");
    assert_eq!(coverage(&board, member(b'R'), TOMORROW), [(DOSSIER, 1), (OTHER, 0)]);
    // What is in is not to be read again, and who reviews nothing is told nothing.
    assert_eq!(coverage(&board, member(b'C'), TOMORROW), [(OTHER, 0)]);
    assert_eq!(coverage(&board, member(b'M'), TOMORROW), []);
    // A sheet that does not count covers nothing.
    let level = Some(RecusalLevel::Discuss);
    then(&mut board, b'C', &Action::Recusal { dossier: DOSSIER, member: member(b'C'), level });
    assert_eq!(coverage(&board, member(b'R'), TOMORROW), [(DOSSIER, 0), (OTHER, 0)]);
    // Once the intake has ended, nothing is left to choose.
    then(&mut board, b'S', &Action::SheetsOpen { dossier: DOSSIER, round: ROUND });
    assert_eq!(coverage(&board, member(b'R'), TOMORROW), [(OTHER, 0)]);
}
