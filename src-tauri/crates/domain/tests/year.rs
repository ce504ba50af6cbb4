//! The year's figures: counted to the dossier, and silent about small groups whatever is subtracted.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test whose own example is wrong must fail")]

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use proptest::prelude::*;
use sceau_domain::bylaws::Method;
use sceau_domain::datum::Datum;
use sceau_domain::dossier::Move;
use sceau_domain::fraction::{Fraction, whole};
use sceau_domain::grid::{Answer, Grid, Sheet};
use sceau_domain::id::MemberId;
use sceau_domain::interests::{Level, Recusal};
use sceau_domain::label::LabelState;
use sceau_domain::year::{
    Cell, DossierFacts, Group, Happened, Head, Held, Marked, Recused, Rejection, Row, Scored, Table, Told,
    YearFigures, alpha, deciding_share, grouped, years,
};

const YEAR: i16 = 2026;

fn step(month: i8, day: i8, step: Move) -> Happened {
    Happened { on: date(YEAR, month, day), step, outcome: None }
}

fn recorded(month: i8, day: i8, outcome: &str) -> Happened {
    Happened { outcome: Some(outcome.to_owned()), ..step(month, day, Move::Record) }
}

fn member(n: u8) -> MemberId {
    MemberId([n; 16])
}

fn members(range: std::ops::Range<u8>) -> BTreeSet<MemberId> {
    range.map(member).collect()
}

/// Received on a day of January, completed in between, decided on 10 May.
fn decided(day: i8, outcome: &str) -> DossierFacts {
    DossierFacts {
        label: "HNEC".into(),
        class: Some("C".into()),
        steps: vec![
            step(1, day, Move::Receive),
            step(1, day + 2, Move::RequestCompletion),
            step(2, day + 2, Move::Complete),
            step(2, day + 3, Move::Admit),
            step(2, day + 3, Move::Preselect),
            step(3, 1, Move::Assign),
            step(3, 2, Move::OpenRound),
            step(4, 1, Move::OpenSheets),
            step(4, 2, Move::Discuss),
            step(5, 1, Move::TableMotion),
            step(5, 1, Move::OpenVote),
            step(5, 8, Move::CloseVote),
            recorded(5, 10, outcome),
        ],
        ..DossierFacts::default()
    }
}

fn table<'a>(figures: &'a YearFigures, code: &str) -> &'a Table {
    figures.tables.iter().find(|table| table.code == code).unwrap_or_else(|| panic!("{code}"))
}

fn row<'a>(table: &'a Table, head: &Head) -> &'a [Cell] {
    &table.rows.iter().find(|row| row.head == *head).unwrap_or_else(|| panic!("{head:?}")).cells
}

fn word(figures: &YearFigures, code: &str, name: &'static str) -> Vec<Cell> {
    row(table(figures, code), &Head::Word(name)).to_vec()
}

fn counts(cells: &[Cell]) -> Vec<u64> {
    cells.iter().map(|cell| if let Cell::Count(n) = cell { *n } else { panic!("{cell:?}") }).collect()
}

fn value(text: &str) -> Cell {
    Cell::Value(text.to_owned())
}

#[test]
fn rates_are_of_first_decisions_in_the_year_and_what_is_open_stands_apart() {
    let mut dossiers: Vec<DossierFacts> = (1..=8).map(|day| decided(day, "grant")).collect();
    // Deferred, taken up again and granted: decided once.
    let mut again = decided(9, "defer");
    again.steps.extend([step(6, 1, Move::Resume)]);
    dossiers.push(again);
    // Decided the year before, appealed in this one.
    let mut earlier = decided(1, "refuse");
    earlier.steps.iter_mut().for_each(|one| one.on = date(YEAR - 1, one.on.month(), one.on.day()));
    earlier.steps.extend([
        step(1, 3, Move::Notify),
        step(2, 4, Move::Appeal),
        step(3, 5, Move::DismissAppeal),
    ]);
    dossiers.push(earlier);
    dossiers.push(DossierFacts {
        label: "FPC".into(),
        steps: vec![step(11, 2, Move::Receive)],
        ..DossierFacts::default()
    });
    dossiers.push(DossierFacts {
        label: "FPC".into(),
        steps: vec![step(11, 2, Move::Receive), step(11, 9, Move::Withdraw)],
        ..DossierFacts::default()
    });
    let figures = YearFigures::of(YEAR, &dossiers, 5);
    assert_eq!(figures.decisions, 9);
    let share = |n, of| Cell::Share { n, of, percent: None };
    let second = word(&figures, "first-quarter", "grant");
    assert_eq!(
        second,
        [Cell::None, share(8, 9), Cell::None, Cell::None, share(8, 9)],
        "nine are no percentage"
    );
    assert_eq!(word(&figures, "first-label", "defer"), [share(1, 9), share(1, 9)]);
    assert_eq!(counts(&word(&figures, "happened-quarter", "received")), [9, 0, 0, 2, 11]);
    assert_eq!(counts(&word(&figures, "happened-label", "withdrawn")), [1, 0, 1], "FPC, HNEC, all");
    assert_eq!(counts(&word(&figures, "happened-class", "received")), [2, 9, 11], "without a class, C, all");
    assert_eq!(counts(&word(&figures, "happened-quarter", "appeal")), [1, 0, 0, 0, 1]);
    assert_eq!(counts(&word(&figures, "happened-quarter", "appeal-dismissed")), [1, 0, 0, 0, 1]);
    assert_eq!(counts(&word(&figures, "open", "open")), [1]);
    assert_eq!(counts(&word(&figures, "open", "ended")), [1]);

    dossiers.push(decided(10, "grant"));
    let ten = YearFigures::of(YEAR, &dossiers, 5);
    let granted = word(&ten, "first-quarter", "grant").pop().unwrap();
    assert_eq!(granted, Cell::Share { n: 9, of: 10, percent: Some("90".into()) });
    assert_eq!(years(dossiers.iter().flat_map(|one| &one.steps)), [YEAR, YEAR - 1]);
}

#[test]
fn a_step_that_leads_nowhere_is_none_and_an_unreadable_decision_decides_nothing() {
    let mut unreadable = decided(1, "grant");
    unreadable.steps.last_mut().unwrap().outcome = None;
    let mut lost = decided(2, "grant");
    lost.steps.push(step(7, 1, Move::Admit));
    let figures = YearFigures::of(YEAR, &[unreadable, lost], 5);
    assert_eq!(figures.decisions, 1);
    assert_eq!(counts(&word(&figures, "open", "open")), [1]);
}

#[test]
fn the_clock_stops_while_something_is_missing() {
    let dossiers: Vec<DossierFacts> = [1, 5, 9, 13].map(|day| decided(day, "refuse")).into();
    let figures = YearFigures::of(YEAR, &dossiers, 5);
    // Two days before the request and one after what was missing came, each time.
    assert_eq!(
        row(table(&figures, "durations"), &Head::Stage("received")),
        [Cell::Count(4), value("3"), value("3"), value("3")],
        "thirty-one days of waiting for the publisher are not counted"
    );
    assert_eq!(row(table(&figures, "durations"), &Head::Stage("voting"))[2], value("7"));
    // 129, 125, 121 and 117 days from door to decision, less 31.
    let whole_way = word(&figures, "durations", "whole-way");
    assert_eq!(whole_way, [Cell::Count(4), value("89"), value("92"), value("95")]);
    assert!(table(&figures, "durations").rows.iter().all(|row| row.head != Head::Stage("incomplete")));
}

fn marked(declared: i64, verified: i64, board: i64, reviewers: BTreeSet<MemberId>) -> DossierFacts {
    let mark = |n: i64| Some(whole(n));
    DossierFacts {
        marks: Some(Marked {
            grid: "exemple 1".into(),
            scale: whole(20),
            declared: mark(declared),
            verified: mark(verified),
            board: mark(board),
            reviewers,
        }),
        ..decided(1, "grant")
    }
}

#[test]
fn marks_are_spread_over_the_scale_and_the_boards_is_not_told_of_four_reviewers() {
    let few = [marked(14, 12, 13, members(0..4)), marked(20, 18, 16, members(0..4))];
    let figures = YearFigures::of(YEAR, &few, 1);
    assert_eq!(figures.smallest_group, 5, "whatever bylaws say");
    let quartiles = |name| word(&figures, "marks", name);
    assert_eq!(quartiles("declared"), [Cell::Count(2), value("15.5"), value("17.0"), value("18.5")]);
    assert_eq!(quartiles("difference"), [Cell::Count(2), value("-2.0"), value("-2.0"), value("-2.0")]);
    assert_eq!(quartiles("board"), vec![Cell::Withheld; 4]);
    let top = row(table(&figures, "bands"), &Head::Band("18".into(), "20".into()));
    assert_eq!(
        top,
        [Cell::Count(1), Cell::Count(1), Cell::Withheld],
        "the end of the scale is in its last band"
    );
    // Six people stand behind these three: two marks would still be those of four, and of two.
    let split = [few[0].clone(), marked(20, 18, 16, members(4..6))];
    assert_eq!(word(&YearFigures::of(YEAR, &split, 5), "marks", "board"), vec![Cell::Withheld; 4]);
    let enough = [few[0].clone(), marked(20, 18, 16, members(0..5)), marked(10, 9, 11, members(2..8))];
    let told = YearFigures::of(YEAR, &enough, 5);
    assert_eq!(word(&told, "marks", "board"), [Cell::Count(2), value("12.3"), value("13.5"), value("14.8")]);
    let bands = ["10", "12", "16"].map(|from| {
        let head = table(&told, "bands")
            .rows
            .iter()
            .find(|row| matches!(&row.head, Head::Band(at, _) if at == from));
        head.unwrap().cells[2].clone()
    });
    assert_eq!(bands, [Cell::Count(1), Cell::Count(0), Cell::Count(1)]);
}

#[test]
fn prerequisites_are_told_where_they_can_be_read() {
    let rejected = |prerequisites: Option<&[&str]>| DossierFacts {
        steps: vec![step(1, 2, Move::Receive), step(1, 9, Move::Reject)],
        rejection: Some(Rejection {
            prerequisites: prerequisites.map(|codes| codes.iter().map(|code| (*code).to_owned()).collect()),
        }),
        ..DossierFacts::default()
    };
    let dossiers =
        [rejected(Some(&["4.1"])), rejected(Some(&["4.1", "4.2"])), rejected(Some(&[])), rejected(None)];
    let figures = YearFigures::of(YEAR, &dossiers, 5);
    let of = |head: Head| counts(row(table(&figures, "prerequisites"), &head));
    assert_eq!(of(Head::Criterion("4.1".into())), [2]);
    assert_eq!(of(Head::Criterion("4.2".into())), [1]);
    assert_eq!((of(Head::Word("other-reason")), of(Head::Word("unreadable"))), (vec![1], vec![1]));
}

#[test]
fn votes_are_counted_and_a_vote_of_four_has_no_majority_to_tell() {
    let held = |month, quorum, second, majority, ballots| Held {
        on: date(YEAR, month, 8),
        quorum,
        second,
        majority,
        ballots,
    };
    let one = DossierFacts {
        votes: vec![
            held(2, false, false, None, 4),
            held(3, true, true, Some((9, 12)), 14),
            held(5, true, false, Some((4, 4)), 4),
        ],
        ..decided(1, "grant")
    };
    let figures = YearFigures::of(YEAR, &[one], 5);
    assert_eq!(counts(&word(&figures, "votes", "closed")), [2, 1, 0, 0, 3]);
    let share = |n, of| Cell::Share { n, of, percent: None };
    assert_eq!(word(&figures, "votes", "no-quorum")[..2], [share(1, 2), share(0, 1)]);
    assert_eq!(word(&figures, "votes", "second")[4], share(1, 3));
    let percent = Cell::Percent("75".into());
    let majority = [percent.clone(), Cell::Withheld, Cell::None, Cell::None, percent];
    assert_eq!(word(&figures, "votes", "majority"), majority);
}

#[test]
fn the_share_of_what_was_decided_is_of_the_last_question_and_of_nothing_that_ballots_did_not_decide() {
    let told = |code: &str, option: &str, sides: [u64; 2]| Told {
        code: code.to_owned(),
        params: [
            ("option", option.to_owned()),
            ("for", sides[0].to_string()),
            ("against", sides[1].to_string()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into(),
    };
    let missed = told("majority.not-reached", "grant", [4, 9]);
    let rung = told("majority.reached", "grant-conditional", [10, 3]);
    let ladder = [missed.clone(), rung.clone()];
    assert_eq!(deciding_share(Method::Ladder, "grant-conditional", &ladder), Some((10, 13)));
    // No rung was carried: the ballots against the last question decided.
    assert_eq!(deciding_share(Method::Ladder, "refuse", std::slice::from_ref(&missed)), Some((9, 13)));
    // Colleges, a veto or a tie decided otherwise.
    assert_eq!(deciding_share(Method::Motion, "refuse", std::slice::from_ref(&rung)), None);
    assert_eq!(deciding_share(Method::Motion, "defer", &[told("majority.tie", "grant", [5, 5])]), None);
    // Of several options none was carried: the ballots for the others are no majority for anything.
    assert_eq!(deciding_share(Method::Plurality, "defer", &[missed]), None);
    assert_eq!(deciding_share(Method::Motion, "grant", &[]), None);
}

fn scored(month: i8, people: BTreeSet<MemberId>, alpha: Option<Fraction>) -> Scored {
    let college = |who: &MemberId| Some(if who.0[0] < 6 { "clinicians" } else { "patients" }.to_owned());
    Scored {
        on: date(YEAR, month, 1),
        sheets: people.into_iter().map(|who| (who, college(&who))).collect::<BTreeMap<_, _>>(),
        alpha,
    }
}

fn with_rounds(rounds: Vec<Scored>) -> DossierFacts {
    DossierFacts { rounds, ..decided(1, "grant") }
}

/// Two criteria from 0 to 4.
fn grid() -> Grid {
    let criterion = |code: &str| serde_json::json!({ "code": code, "axis": "A", "type": "scale", "from": 0, "to": 4, "title": { "fr": "Question" } });
    let text = serde_json::json!({
        "format": "sceau-grid/1", "id": "g", "version": "1", "title": { "fr": "Grille" },
        "axis": [{ "code": "A", "title": { "fr": "Preuves" } }],
        "criterion": [criterion("a1"), criterion("a2")],
    });
    Grid::read(&serde_json::from_str::<Datum>(&text.to_string()).unwrap()).unwrap()
}

#[test]
fn agreement_is_measured_on_the_marks_that_count_and_is_none_where_it_has_none() {
    let sheet = |who: &str, first: u8, second: u8| Sheet {
        reviewer: who.into(),
        marks: [("a1", first), ("a2", second)]
            .map(|(code, mark)| (code.to_owned(), Answer::Text(mark.to_string())))
            .into(),
    };
    let alike = [sheet("1", 0, 4), sheet("2", 0, 4)];
    assert_eq!(alpha(&grid(), None, &alike, &[]), Some(whole(1)));
    let torn = [sheet("1", 0, 4), sheet("2", 0, 4), sheet("3", 4, 0)];
    assert!(alpha(&grid(), None, &torn, &[]).unwrap() < whole(0));
    // Whoever was recused since is heard no more.
    let out = Recusal { elector: "3".into(), level: Level::Full, criteria: vec![] };
    assert_eq!(alpha(&grid(), None, &torn, &[out]), Some(whole(1)));
    assert_eq!(alpha(&grid(), None, &alike[..1], &[]), None, "one sheet agrees with nobody");
}

#[test]
fn agreement_of_a_small_quarter_is_not_given_back_by_the_year() {
    let half = || Some(whole(1) / whole(2));
    let dossiers = [
        with_rounds(vec![scored(2, members(0..3), half())]),
        with_rounds(vec![scored(5, members(0..8), half())]),
    ];
    let figures = YearFigures::of(YEAR, &dossiers, 5);
    let alpha = word(&figures, "agreement", "alpha");
    assert_eq!(alpha, [Cell::Withheld, value("0.50"), Cell::None, Cell::None, Cell::Withheld]);
    assert_eq!(counts(&word(&figures, "agreement", "rounds")), [1, 1, 0, 0, 2]);
    let colleges = table(&figures, "sheets-college");
    let told: Vec<(Head, Vec<Cell>)> =
        colleges.rows.iter().map(|row| (row.head.clone(), row.cells.clone())).collect();
    assert_eq!(told, [(Head::Word("all"), vec![Cell::Count(11)])], "two patients hide their clinicians too");
    assert_eq!(
        word(&figures, "sheets", "sheets"),
        [Cell::Count(2), value("4.3"), value("5.5"), value("6.8")]
    );
    let rounds = row(table(&figures, "rounds"), &Head::Number(1));
    assert_eq!(rounds, [Cell::Share { n: 2, of: 2, percent: None }]);
}

#[test]
fn recusals_are_told_by_category_and_by_level_only_of_enough_people() {
    let recused = |who: u8, level, category: Option<&str>| Recused {
        on: date(YEAR, 3, 3),
        member: member(who),
        level,
        category: category.map(str::to_owned),
    };
    let mut recusals: Vec<Recused> = (0..6).map(|who| recused(who, Level::Full, Some("study"))).collect();
    recusals.extend((3..8).map(|who| recused(who, Level::Discuss, None)));
    let one = |recusals| DossierFacts { recusals, ..decided(1, "grant") };
    let figures = YearFigures::of(YEAR, &[one(recusals.clone())], 5);
    let category = table(&figures, "recusals-category");
    assert_eq!(counts(row(category, &Head::Category("study".into()))), [6]);
    assert_eq!(counts(row(category, &Head::Word("undeclared"))), [5]);
    assert_eq!(counts(&word(&figures, "recusals-level", "all")), [11]);
    // Four of them are nobody's business.
    let figures = YearFigures::of(YEAR, &[one(recusals[..4].to_vec())], 5);
    assert_eq!(word(&figures, "recusals-level", "all"), [Cell::Withheld]);
    assert_eq!(table(&figures, "recusals-level").rows.len(), 1, "not even which levels there were");
}

#[test]
fn labels_in_force_stand_by_state_and_an_empty_year_has_no_decision() {
    let labelled = |label: &str, standing| DossierFacts {
        label: label.into(),
        standing: Some(standing),
        ..decided(1, "grant")
    };
    let dossiers = [
        labelled("HNEC", LabelState::Active),
        labelled("FPC", LabelState::Suspended),
        labelled("HNEC", LabelState::Active),
        labelled("HNEC", LabelState::Expired),
    ];
    let figures = YearFigures::of(YEAR, &dossiers, 5);
    assert_eq!(counts(row(table(&figures, "standing"), &Head::Standing("active"))), [0, 2, 2]);
    assert_eq!(counts(row(table(&figures, "standing"), &Head::Standing("suspended"))), [1, 0, 1]);
    assert_eq!(table(&figures, "standing").rows.len(), 2, "a label that has ended is in force no more");
    let empty = YearFigures::of(YEAR + 1, &[decided(1, "grant")], 5);
    assert_eq!(empty.decisions, 0);
    assert!(empty.tables.iter().all(|table| table.code != "durations"));
}

/// Any day of the year as far as a quarter is concerned.
fn day(month: i8) -> Date {
    date(YEAR, month, 15)
}

fn of_people() -> impl Strategy<Value = Vec<BTreeSet<u8>>> {
    prop::collection::vec(prop::collection::btree_set(0_u8..14, 0..9), 0..6)
}

proptest! {
    /// Nothing that is shown speaks of fewer people than the floor, and neither does what is left of the total once
    /// every row that stands alone is taken from it.
    #[test]
    fn no_row_and_no_remainder_speaks_of_few(groups in of_people(), floor in 1_u64..8) {
        let heads: Vec<Group> = groups.iter().enumerate().map(|(at, people)| Group {
            head: Head::Number(at as u64),
            n: people.len() as u64,
            people: people.iter().map(|who| member(*who)).collect(),
        }).collect();
        let rows: Vec<Row> = grouped(heads, floor);
        let named: Vec<usize> = rows.iter().filter_map(|row| match row.head {
            Head::Number(at) => usize::try_from(at).ok(),
            _ => None,
        }).collect();
        for at in &named {
            prop_assert!(groups[*at].len() as u64 >= floor);
        }
        let rest: BTreeSet<u8> = groups.iter().enumerate()
            .filter(|(at, _)| !named.contains(at)).flat_map(|(_, people)| people.iter().copied()).collect();
        let all: BTreeSet<u8> = groups.iter().flatten().copied().collect();
        let total = rows.iter().find(|row| row.head == Head::Word("all"));
        match total.map(|row| &row.cells[0]) {
            None => prop_assert!(all.is_empty()),
            Some(Cell::Withheld) => prop_assert!((all.len() as u64) < floor && rows.len() == 1),
            Some(Cell::Count(n)) => {
                prop_assert_eq!(*n, groups.iter().map(|people| people.len() as u64).sum::<u64>());
                prop_assert!(rest.is_empty() || rest.len() as u64 >= floor);
                let said: u64 = rows.iter().filter(|row| row.head != Head::Word("all"))
                    .map(|row| if let Cell::Count(n) = row.cells[0] { n } else { 0 }).sum();
                prop_assert!(rows.len() == 1 || said == *n, "rows add up to their total");
            }
            Some(other) => prop_assert!(false, "{other:?}"),
        }
    }

    /// A quarter of few has no agreement, and the year has none where it would give that back.
    #[test]
    fn no_agreement_speaks_of_few(
        rounds in prop::collection::vec((0_i8..4, prop::collection::btree_set(0_u8..14, 1..9), 0_i64..9), 1..6),
    ) {
        let rounds: Vec<(i8, BTreeSet<u8>, i64)> = rounds;
        let facts: Vec<DossierFacts> = rounds.iter().map(|(quarter, people, tenths)| with_rounds(vec![Scored {
            on: day(quarter * 3 + 1),
            sheets: people.iter().map(|who| (member(*who), None)).collect(),
            alpha: Some(whole(*tenths) / whole(10)),
        }])).collect();
        let cells = word(&YearFigures::of(YEAR, &facts, 5), "agreement", "alpha");
        let mut withheld = BTreeSet::new();
        for quarter in 0..4_i8 {
            let people: BTreeSet<u8> =
                rounds.iter().filter(|(at, ..)| *at == quarter).flat_map(|(_, people, _)| people.clone()).collect();
            let cell = &cells[usize::try_from(quarter).unwrap()];
            prop_assert_eq!(matches!(cell, Cell::Value(_)), people.len() >= 5);
            if people.len() < 5 {
                withheld.extend(people);
            }
        }
        if matches!(cells[4], Cell::Value(_)) {
            prop_assert!(withheld.is_empty() || withheld.len() >= 5);
        }
    }
}
