//! What is published of a decision in numbers: the board as a whole, and nobody in particular.
#![expect(clippy::unwrap_used, reason = "a test whose own example is wrong must fail")]

use proptest::prelude::*;
use sceau_domain::bylaws::Bylaws;
use sceau_domain::datum::Datum;
use sceau_domain::decision::{Ballot, Decision, Meeting, Roster, Seat, Session, decide};
use sceau_domain::figures::{Figures, Known, Named};
use sceau_domain::grid::{Answer, Grid, Sheet, Words};
use sceau_domain::interests::{Level, Recusal};
use sceau_domain::publication::Choices;

const COLLEGES: [(&str, usize); 3] = [("clinicians", 8), ("academics", 4), ("patients", 3)];
const CHOICES: [&str; 3] = ["grant", "refuse", "abstain"];

fn json(value: &serde_json::Value) -> Datum {
    serde_json::from_str(&value.to_string()).unwrap()
}

fn bylaws() -> Bylaws {
    let colleges: Vec<_> =
        COLLEGES.iter().map(|(code, seats)| serde_json::json!({ "code": code, "seats": seats })).collect();
    Bylaws::as_written(&json(&serde_json::json!({
        "format": "sceau-bylaws/1", "id": "b", "version": "1", "seats": 15, "secret": false, "method": "ladder",
        "ladder": ["grant", "refuse"], "college": colleges,
        "quorum": { "at_least": "1", "present_by": ["ballot"] }, "majority": { "rule": "simple" },
    })))
    .unwrap()
}

/// Everybody's choice, by the order of the roster: a number of [`CHOICES`], or no ballot.
fn decided(choices: &[Option<usize>]) -> Decision {
    let seats = COLLEGES.iter().flat_map(|(code, seats)| std::iter::repeat_n(*code, *seats)).enumerate();
    let seat = |(n, code): (usize, &str)| Seat { id: n.to_string(), college: code.into(), role: None };
    let ballot = |(n, choice): (usize, &Option<usize>)| {
        Some(Ballot {
            elector: n.to_string(),
            choice: CHOICES[(*choice)?].into(),
            received_at: None,
            cast_by: None,
            late_accepted: false,
            safety: false,
        })
    };
    decide(&Session {
        bylaws: bylaws(),
        roster: Roster { members: seats.map(seat).collect(), alternates: vec![] },
        option: None,
        recusals: vec![],
        meeting: Meeting::default(),
        closes_at: None,
        proxies: vec![],
        positions: vec![],
        ballots: choices.iter().enumerate().filter_map(ballot).collect(),
    })
    .unwrap()
}

/// Two axes; a reviewer's mark on each is five times the answer, out of 20.
fn grid() -> Grid {
    let criterion = |code: &str, axis: &str| serde_json::json!({ "code": code, "axis": axis, "type": "scale", "from": 0, "to": 4, "title": { "fr": "Question" } });
    Grid::read(&json(&serde_json::json!({
        "format": "sceau-grid/1", "id": "g", "version": "1", "title": { "fr": "Grille" },
        "axis": [ { "code": "A", "title": { "fr": "Preuves", "en": "Evidence" } }, { "code": "B", "title": { "fr": "Accès" } } ],
        "criterion": [criterion("a1", "A"), criterion("a2", "A"), criterion("b1", "B")],
    })))
    .unwrap()
}

fn sheet(n: usize, marks: &[(&str, u64)]) -> Sheet {
    let marks = marks.iter().map(|(code, mark)| ((*code).into(), Answer::Text(mark.to_string()))).collect();
    Sheet { reviewer: n.to_string(), marks }
}

fn figures(decision: &Decision, sheets: &[Sheet], recusals: &[Recusal]) -> Figures {
    let colleges: Vec<Named> = COLLEGES
        .iter()
        .map(|(code, _)| Named { code: (*code).into(), title: Words { fr: (*code).into(), en: None } })
        .collect();
    Figures::of(&Known {
        decision,
        recusals,
        colleges: &colleges,
        smallest_group: 5,
        grid: &grid(),
        class: None,
        sheets,
    })
}

fn ballots(choices: &Choices) -> u64 {
    choices.iter().map(|(_, n)| n).sum()
}

#[test]
fn a_small_college_is_counted_with_others_and_too_few_ballots_not_at_all() {
    let mut all: Vec<Option<usize>> = vec![Some(0); 15];
    (all[0], all[9], all[14]) = (Some(1), Some(1), Some(2));
    let said = figures(&decided(&all), &[], &[]);
    let rows: Vec<_> =
        said.ballots.rows.iter().map(|row| (row.colleges.join("+"), ballots(&row.choices))).collect();
    assert_eq!(rows, [("clinicians".into(), 8), ("academics+patients".into(), 7)]);
    assert_eq!(said.ballots.codes(), ["secrecy.pooled"]);
    let heads = said.heads.unwrap();
    assert_eq!((heads.electors, heads.present, heads.needed, heads.voters), (15, 15, 1, 15));

    let few = figures(&decided(&all[..4]), &[], &[]);
    assert_eq!((few.heads, few.ballots.total, few.colleges), (None, None, vec![]));
}

#[test]
fn an_axis_shows_its_quartiles_from_five_sheets_on_whoever_was_kept_from_one_of_its_criteria() {
    let decision = decided(&[Some(0); 15]);
    let sheets: Vec<Sheet> = [0, 1, 2, 3, 4]
        .iter()
        .map(|mark| sheet(*mark, &[("a1", *mark as u64), ("a2", *mark as u64), ("b1", 2)]))
        .collect();
    assert_eq!(figures(&decision, &sheets[..4], &[]).axes, []);
    let of = |recusals: &[Recusal]| figures(&decision, &sheets, recusals).axes;
    let all = of(&[]);
    // Those of the other axis are of one mind: their quartiles would tell what nearly each of them wrote.
    let [one] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!(
        (one.low.as_str(), one.median.as_str(), one.high.as_str(), one.sheets),
        ("5.0", "10.0", "15.0", 5)
    );
    assert_eq!(one.axis.title.en.as_deref(), Some("Evidence"));

    let spared = [Recusal { elector: "4".into(), level: Level::Criterion, criteria: vec!["a2".into()] }];
    assert_eq!(of(&spared), all, "nor does the number of sheets say on which axis somebody was recused");
    let counted = figures(&decision, &sheets, &spared).recusals;
    assert_eq!(counted, 1);
    let out = [Recusal { elector: "4".into(), level: Level::Full, criteria: vec![] }];
    assert_eq!(of(&out), [], "a recused reviewer's sheet is none of five");
}

#[test]
fn figures_that_do_not_add_up_or_tell_of_a_few_are_unsound_whoever_made_them() {
    let mut all: Vec<Option<usize>> = vec![Some(0); 15];
    (all[0], all[9], all[14]) = (Some(1), Some(1), Some(2));
    let sheets: Vec<Sheet> =
        (0..5).map(|mark| sheet(mark, &[("a1", mark as u64), ("a2", mark as u64)])).collect();
    let right = figures(&decided(&all), &sheets, &[]);
    assert!(right.are_sound());
    type Wrong = fn(&mut Figures);
    let wrongs: [(&str, Wrong); 7] = [
        ("a group of one", |said| said.smallest_group = 1),
        ("a ballot more than voters", |said| said.ballots.total.as_mut().unwrap()[0].1 += 1),
        ("rows beside the total", |said| said.ballots.rows[0].choices[0].1 += 1),
        ("heads without a total", |said| said.ballots = sceau_domain::publication::Publication::default()),
        ("an axis of one sheet", |said| said.axes[0].sheets = 1),
        ("quartiles upside down", |said| said.axes[0].low = "19".into()),
        ("all of one mind", |said| {
            let median = said.axes[0].median.clone();
            (said.axes[0].low, said.axes[0].high) = (median.clone(), median);
        }),
    ];
    for (what, wrong) in wrongs {
        let mut said = right.clone();
        wrong(&mut said);
        assert!(!said.are_sound(), "{what}");
    }
}

proptest! {
    #[test]
    fn no_subtraction_gives_the_ballots_of_a_few_or_what_all_of_a_group_said(
        all in prop::collection::vec(prop::option::of(0_usize..3), 15),
    ) {
        let said = figures(&decided(&all), &[], &[]);
        prop_assert!(said.are_sound(), "{said:?}");
        let said = said.ballots;
        let Some(total) = &said.total else {
            prop_assert!(said.rows.is_empty() && all.iter().flatten().count() < 5);
            return Ok(());
        };
        prop_assert!(ballots(total) >= 5);
        for row in &said.rows {
            prop_assert!(ballots(&row.choices) >= 5 && row.choices.iter().filter(|(_, n)| *n > 0).count() >= 2);
            let rest: Vec<u64> = total
                .iter()
                .map(|(choice, n)| n - row.choices.iter().find(|(known, _)| known == choice).map_or(0, |(_, n)| *n))
                .collect();
            let left: u64 = rest.iter().sum();
            prop_assert!(left == 0 || (left >= 5 && rest.iter().filter(|n| **n > 0).count() >= 2));
        }
        let shown: u64 = said.rows.iter().map(|row| ballots(&row.choices)).sum();
        prop_assert!(said.rows.is_empty() || shown == ballots(total));
    }
}
