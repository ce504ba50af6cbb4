//! Who may do what, when: every kind × everybody × every phase, against a table that a person can read and a board can
//! decide to change. `table.txt` says what its letters mean.

#![expect(clippy::panic, clippy::indexing_slicing, reason = "test code stops at the first surprise")]

mod appeals;
mod board;
mod content;
mod coverage;
mod labels;
mod presiding;
mod rounds;
mod sight;

use std::collections::BTreeMap;

use board::{PEOPLE, PHASES, Person, Phase};
use sceau_domain::action::ActionKind;
use sceau_domain::board::Board;
use sceau_domain::moment::Moment;
use sceau_domain::permission::{Act, Missing, Permission, permit};
use sceau_domain::refusal::Refusal;

const TABLE: &str = include_str!("table.txt");

/// One letter an answer, as the head of the table explains.
fn letter(answer: Permission) -> char {
    match answer {
        Permission::Allowed => '+',
        Permission::Refused(refusal) => match refusal {
            Refusal::NotByYou => '.',
            Refusal::DeviceNotActive => '!',
            Refusal::NotDeclared => 'd',
            Refusal::DeclarationPending => 'j',
            Refusal::Recused => 'r',
            Refusal::NotAssigned => 'a',
            Refusal::NoSheet => 'f',
            Refusal::WrongStage => 't',
            Refusal::NotOpenYet => 'o',
            Refusal::AlreadyOpen => 'O',
            Refusal::SheetsMissing => 's',
            Refusal::NotAnElector => 'e',
            Refusal::VoteClosed => 'C',
            Refusal::VoteStillOpen => 'v',
            Refusal::OneOfficer => '1',
            Refusal::AlreadyThere => '=',
            Refusal::NoDecision => 'n',
            Refusal::SamePerson => '2',
            Refusal::AnotherPresides => 'p',
            other => panic!("no letter for {other:?}"),
        },
        Permission::Undecided(missing) => match missing {
            Missing::Object => '?',
            Missing::Acceptance => 'L',
            Missing::Countersignature => 'W',
            Missing::Confirmation => 'X',
            Missing::Device => 'U',
            Missing::Version => 'V',
        },
    }
}

fn answers(kind: ActionKind, phase: &Phase, board: &Board) -> String {
    let answer = |person: &Person| {
        let objects = board::objects(kind);
        let act = Act {
            member: person.member,
            device: person.device,
            kind: kind.code(),
            objects: &objects,
            seq: 900,
            index: 900,
            received: Moment(phase.now),
        };
        letter(permit(&act, board))
    };
    PEOPLE.iter().map(answer).collect()
}

/// The table: answers by kind and phase; a row for `any` phase stands for those that have no row of their own.
fn table() -> BTreeMap<(String, String), String> {
    TABLE
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| {
            let mut words = line.split_whitespace();
            let mut word = || words.next().unwrap_or_else(|| panic!("{line}")).to_owned();
            ((word(), word()), word())
        })
        .collect()
}

#[test]
fn everybody_may_do_what_the_table_says_and_nothing_else() {
    let mut table = table();
    let mut used = Vec::new();
    let mut wrong = Vec::new();
    for phase in PHASES {
        let board = board::at(phase);
        for kind in ActionKind::ALL {
            let own = (kind.to_string(), phase.name.to_owned());
            let any = (kind.to_string(), "any".to_owned());
            let place = if table.contains_key(&own) { own } else { any };
            let found = answers(*kind, phase, &board);
            if table.get(&place) != Some(&found) {
                wrong.push(format!("{kind:<4} {:<10} {found}  {kind:?}", phase.name));
            }
            used.push(place);
        }
    }
    assert!(wrong.is_empty(), "the rules answer otherwise:\n{}", wrong.join("\n"));
    used.iter().for_each(|place| drop(table.remove(place)));
    assert!(table.is_empty(), "rows for nothing: {table:?}");
}

#[test]
fn before_the_first_device_only_what_founds_the_institute_is_possible() {
    let board = board::chartered();
    let possible: Vec<String> = ActionKind::ALL
        .iter()
        .filter(|kind| {
            let founder = &PEOPLE[3];
            let objects = board::objects_of_self(**kind, founder);
            let act = Act {
                member: founder.member,
                device: founder.device,
                kind: kind.code(),
                objects: &objects,
                seq: 0,
                index: 0,
                received: Moment(0),
            };
            permit(&act, &board) == Permission::Allowed
        })
        .map(|kind| format!("{kind:?}"))
        .collect();
    assert_eq!(possible, ["Member", "Role", "DeviceAdd"]);
}
