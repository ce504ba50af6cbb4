//! Who acts as chair of a dossier, whoever is kept out of it and whatever computers are gone: one person or nobody, and
//! nobody else takes a step that is the chair's.

use sceau_domain::action::{Action, ActionKind, Declaration, RecusalLevel};
use sceau_domain::board::Board;
use sceau_domain::id::{DeviceId, GroupId, MemberId};
use sceau_domain::moment::Moment;
use sceau_domain::permission::{
    Act, Permission, acting_chair, judge_of_links, keeper_of_key, may_hold_key, may_preside, permit,
    stands_in,
};
use sceau_domain::refusal::Refusal;
use sceau_domain::role::Role;
use sceau_domain::visibility::{may_follow_dossier, may_read_dossier, may_read_interests};

use crate::board::{self, DOSSIER, PHASES, at, member, then};

/// C is chair; V and J are vice-chairs, in the order of the roster.
const SUCCESSION: [u8; 3] = *b"CVJ";

fn phase(name: &str) -> Board {
    let mut board = at(PHASES.iter().find(|phase| phase.name == name).unwrap_or(&PHASES[0]));
    then(&mut board, b'O', &Action::Role { member: member(b'J'), role: Role::ViceChair, granted: true });
    board
}

fn keep_out(board: &mut Board, letter: u8, level: Option<RecusalLevel>) {
    then(board, letter, &Action::Recusal { dossier: DOSSIER, member: member(letter), level });
}

fn acting(board: &Board) -> Option<MemberId> {
    acting_chair(board, &board.dossiers[&DOSSIER])
}

fn answer(board: &Board, by: u8, kind: ActionKind, objects: &[[u8; 16]]) -> Permission {
    let (member, device) = (member(by), DeviceId([by; 16]));
    let received = Moment(board::DEADLINE + 1);
    permit(&Act { member, device, kind: kind.code(), objects, seq: 900, index: 900, received }, board)
}

fn step(board: &Board, by: u8, step: &str) -> Permission {
    answer(board, by, ActionKind::DossierMove, &[DOSSIER.0, sceau_domain::board::step_object(step)])
}

#[test]
fn the_first_who_is_free_acts_as_chair_and_the_others_are_told_why_they_do_not() {
    // Every way in which chair and vice-chairs may be kept out, or have no computer left.
    let ways = [None, Some(RecusalLevel::Criterion), Some(RecusalLevel::Discuss), Some(RecusalLevel::Full)];
    for case in 0..5_usize.pow(3) {
        let mut board = phase("opened");
        let mut free = Vec::new();
        for (place, letter) in (0..).zip(SUCCESSION) {
            match ways.get(case / 5_usize.pow(place) % 5) {
                Some(level) => {
                    keep_out(&mut board, letter, *level);
                    if !matches!(level, Some(RecusalLevel::Discuss | RecusalLevel::Full)) {
                        free.push(letter);
                    }
                }
                None => then(&mut board, b'O', &Action::DeviceRevoke { device: DeviceId([letter; 16]) }),
            }
        }
        let expected = free.first().map(|letter| member(*letter));
        assert_eq!(acting(&board), expected, "case {case}");
        let dossier = &board.dossiers[&DOSSIER];
        for letter in *b"SCVJORMEX" {
            let mine = expected == Some(member(letter));
            let why = may_preside(&board, dossier, member(letter));
            assert_eq!(why.is_ok(), mine, "case {case}");
            assert_eq!(stands_in(&board, dossier, member(letter)), mine && letter != b'C', "case {case}");
            // The registry answers like the laptop, whoever asks from a computer that is in force.
            if board.has_computer(member(letter)) {
                let rescore = step(&board, letter, "rescore");
                assert_eq!(rescore == Permission::Allowed, mine, "case {case}: {rescore:?}");
                if let (Err(why), true) = (why, letter != b'S') {
                    assert_eq!(rescore, Permission::Refused(why), "case {case}");
                }
            }
            // About a member's links somebody else decides: the same person, or the next one about that person.
            let judge = judge_of_links(&board, dossier, member(letter));
            let others = free.iter().map(|one| member(*one)).find(|one| *one != member(letter));
            assert_eq!(judge, others, "case {case}");
        }
    }
}

#[test]
fn a_vice_chair_leads_a_dossier_whose_chair_is_kept_out_and_nobody_else_does() {
    use ActionKind as K;
    let steps = [
        ("opened", K::Motion, board::objects(K::Motion)),
        ("opened", K::DossierMove, board::objects(K::DossierMove)),
        ("opened", K::StepWords, vec![DOSSIER.0]),
        ("all-in", K::SheetsOpen, board::objects(K::SheetsOpen)),
        ("vote-due", K::Close, board::objects(K::Close)),
        ("vote-due", K::LateAccept, board::objects(K::LateAccept)),
        ("shared", K::Tally, board::objects(K::Tally)),
        ("shared", K::Opinion, vec![DOSSIER.0]),
        ("shared", K::Decision, board::objects(K::Decision)),
        ("opened", K::Recusal, vec![DOSSIER.0, member(b'R').0]),
        ("opened", K::NameMatch, vec![DOSSIER.0, member(b'R').0]),
    ];
    for (name, kind, objects) in steps {
        let mut board = phase(name);
        let ask = |board: &Board, by: u8| answer(board, by, kind, &objects);
        assert_eq!(ask(&board, b'C'), Permission::Allowed, "{kind:?}");
        assert_ne!(ask(&board, b'V'), Permission::Allowed, "{kind:?}: the chair acts");
        keep_out(&mut board, b'C', Some(RecusalLevel::Full));
        assert_eq!(ask(&board, b'V'), Permission::Allowed, "{kind:?}");
        for letter in *b"CJ" {
            assert!(matches!(ask(&board, letter), Permission::Refused(_)), "{kind:?} {}", char::from(letter));
        }
        // What the secretariat leads anyway goes on, and what it never could stays refused.
        let secretariat = ask(&phase(name), b'S');
        assert_eq!(ask(&board, b'S'), secretariat, "{kind:?}");
    }
}

#[test]
fn who_comes_to_act_as_chair_sees_the_dossier_and_reads_it_once_declared() {
    let mut board = phase("opened");
    let group = GroupId::of_dossier(DOSSIER);
    let (vice, jury) = (member(b'V'), member(b'J'));
    assert!(!may_follow_dossier(&board, vice, DOSSIER), "the chair acts");
    keep_out(&mut board, b'C', Some(RecusalLevel::Full));
    assert!(may_follow_dossier(&board, vice, DOSSIER));
    assert!(!may_follow_dossier(&board, jury, DOSSIER) && !may_follow_dossier(&board, member(b'C'), DOSSIER));
    assert!(may_read_dossier(&board, vice, DOSSIER), "V has declared");
    assert!(may_read_interests(&board, &board.dossiers[&DOSSIER], vice, member(b'R')));
    assert!(may_hold_key(&board, group, DeviceId([b'V'; 16])));
    assert!(!may_hold_key(&board, group, DeviceId([b'C'; 16])));
    // Without a secretariat's computer, theirs is the one that makes the next key.
    let wraps = [b'V', b'J'].map(|letter| (DeviceId([letter; 16]), vec![0; 80])).into();
    then(&mut board, b'S', &Action::KeyWrap { group, epoch: 0, wraps });
    assert_eq!(keeper_of_key(&board, group), Some(DeviceId([b'V'; 16])));

    // The next one in turn declares before reading, like everybody who holds no key by office.
    keep_out(&mut board, b'V', Some(RecusalLevel::Discuss));
    assert_eq!(acting(&board), Some(jury));
    assert!(may_follow_dossier(&board, jury, DOSSIER) && !may_read_dossier(&board, jury, DOSSIER));
    let declaration = Declaration::Nothing;
    then(&mut board, b'J', &Action::Interests { dossier: DOSSIER, declaration, details: Default::default() });
    assert!(may_read_dossier(&board, jury, DOSSIER));
}

#[test]
fn once_everybody_is_kept_out_nobody_acts_until_an_officer_names_a_vice_chair() {
    let mut board = phase("shared");
    for letter in SUCCESSION {
        keep_out(&mut board, letter, Some(RecusalLevel::Full));
    }
    assert_eq!(acting(&board), None);
    let decision = board::objects(ActionKind::Decision);
    for letter in SUCCESSION {
        let refused = answer(&board, letter, ActionKind::Decision, &decision);
        assert_eq!(refused, Permission::Refused(Refusal::Recused));
    }
    then(&mut board, b'O', &Action::Role { member: member(b'R'), role: Role::ViceChair, granted: true });
    assert_eq!(answer(&board, b'R', ActionKind::Decision, &decision), Permission::Allowed);
}
