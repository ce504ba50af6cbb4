//! Examples tell the truth: what a vote is said to need is what the count asks of it, and an example grid is marked like
//! any other.
#![expect(clippy::unwrap_used, reason = "a test whose own example is wrong must fail")]

use sceau_domain::bylaws::{Base, Bylaws};
use sceau_domain::datum::Datum;
use sceau_domain::decision::{Example, Needed, Session, decide};
use sceau_domain::grid::{Aggregate, Fill, Grid};

fn json(value: &serde_json::Value) -> Datum {
    serde_json::from_str(&value.to_string()).unwrap()
}

fn bylaws(majority: &serde_json::Value) -> Bylaws {
    Bylaws::as_written(&json(&serde_json::json!({
        "format": "sceau-bylaws/1", "id": "b", "version": "1", "seats": 11, "secret": false, "method": "motion",
        "on_not_carried": "refuse", "on_tie": "defer", "on_silence": "defer",
        "college": [ { "code": "a", "seats": 7 }, { "code": "b", "seats": 4 } ],
        "quorum": { "base": "members", "at_least": "6", "present_by": ["ballot"], "empty_college": "fails" },
        "second_convocation": { "allowed": true, "after_days": 8, "at_least": "3", "colleges": "waived" },
        "majority": majority,
        "ties": { "casting_vote": "off" }, "alternates": { "mode": "none" }, "proxies": { "per_holder": 0 },
        "secrecy": { "min_group": 5 },
    })))
    .unwrap()
}

#[test]
fn the_votes_that_are_said_to_be_needed_carry_a_motion_and_one_fewer_does_not() {
    let rules = [
        serde_json::json!({ "rule": "simple", "base": "cast" }),
        serde_json::json!({ "rule": "absolute", "base": "cast" }),
        serde_json::json!({ "rule": "absolute", "base": "seats" }),
        serde_json::json!({ "rule": "qualified", "share": "2/3", "strict": false, "base": "members" }),
        serde_json::json!({ "rule": "qualified", "share": "2/3", "strict": true, "base": "unrecused" }),
        serde_json::json!({ "rule": "for-against", "share": "1/2", "against_below": "1/3", "base": "cast" }),
        serde_json::json!({ "rule": "unanimity", "base": "cast" }),
    ];
    for rule in &rules {
        let bylaws = bylaws(rule);
        for recused in 0..4 {
            let voting = 11 - recused;
            let held = |in_favour: u64| {
                let example = Example { recused, voting, in_favour, ..Example::default() };
                decide(&Session::of_example(&bylaws, &example)).unwrap()
            };
            let needed = Needed::of(&bylaws, &held(0).counts);
            assert_eq!(needed.electors, voting, "{rule}");
            let votes = needed.votes.unwrap();
            assert_eq!(held(votes).outcome, "grant", "{rule}, {recused} recused, {votes} for");
            assert_ne!(held(votes - 1).outcome, "grant", "{rule}, {recused} recused, {votes} for");
            assert_eq!(needed.moves, needed.base == Base::Cast, "{rule}");
        }
    }
}

#[test]
fn a_majority_of_seats_may_be_out_of_reach_and_says_so() {
    let bylaws = bylaws(&serde_json::json!({ "rule": "absolute", "base": "seats" }));
    let example = Example { recused: 6, voting: 5, in_favour: 5, ..Example::default() };
    let decision = decide(&Session::of_example(&bylaws, &example)).unwrap();
    let needed = Needed::of(&bylaws, &decision.counts);
    assert_eq!((needed.electors, needed.of, needed.votes), (5, 11, None));
    assert!(!decision.quorum.met, "six were needed");
}

#[test]
fn a_file_that_names_more_seats_than_there_are_people_is_tried_with_a_thousand() {
    let mut bylaws = bylaws(&serde_json::json!({ "rule": "absolute", "base": "cast" }));
    bylaws.seats = u64::MAX;
    bylaws.colleges[0].seats = u64::MAX;
    let fitted = Example { voting: u64::MAX, in_favour: u64::MAX, ..Example::default() }.fitted(&bylaws);
    assert_eq!((fitted.voting, fitted.in_favour, fitted.abstaining), (1000, 1000, 0));
    assert_eq!(decide(&Session::of_example(&bylaws, &fitted)).unwrap().counts.voters, 1000);
}

#[test]
fn an_example_fills_every_question_that_can_be_chosen_and_is_marked_by_the_grid() {
    let grid = Grid::read(&json(&serde_json::json!({
        "format": "sceau-grid/1", "id": "g", "version": "1", "title": { "fr": "Grille" }, "scale": 20,
        "axis": [ { "code": "A", "title": { "fr": "A" } } ],
        "criterion": [
            { "code": "p", "axis": "A", "type": "yes-no", "title": { "fr": "P" }, "prerequisite": true, "pass": ["yes"],
              "scored": false, "na": "forbidden", "options": [ { "code": "yes" }, { "code": "no" } ] },
            { "code": "c", "axis": "A", "type": "choice", "title": { "fr": "C" },
              "options": [ { "code": "best", "points": "4" }, { "code": "none", "points": "0" }, { "code": "some", "points": "1" } ] },
            { "code": "s", "axis": "A", "type": "scale", "title": { "fr": "S" }, "from": 0, "to": 4 },
            { "code": "n", "axis": "A", "type": "number", "title": { "fr": "N" },
              "bands": [ { "at_least": "0", "points": "0" }, { "at_least": "30", "points": "2" } ] },
            { "code": "t", "axis": "A", "type": "text", "title": { "fr": "T" }, "scored": false },
        ],
    })))
    .unwrap();
    let mark = |fill, pass| {
        let example = grid.example(None, fill, pass);
        assert_eq!(example.rows.len(), 4, "a text is nothing to choose");
        let declared = grid.declared(None, &example.answers()).unwrap();
        let board = grid.board(None, &[example.sheet()], &[], Aggregate::Median).unwrap();
        assert_eq!(declared.exact, board.exact);
        assert_eq!(declared.prerequisites.failed.is_empty(), pass);
        declared.exact.unwrap()
    };
    let whole = |n: u64| sceau_domain::fraction::whole(n);
    assert_eq!(mark(Fill::Highest, true), whole(20));
    assert_eq!(mark(Fill::Lowest, false), whole(0));
    // One of four, two of four, none of two: the lower of two middles.
    assert_eq!(mark(Fill::Middle, true), whole(6));
    assert_eq!(grid.example(None, Fill::Drawn(3), true), grid.example(None, Fill::Drawn(3), true));
    let drawn: std::collections::BTreeSet<String> =
        (0..20).map(|seed| format!("{:?}", grid.example(None, Fill::Drawn(seed), true))).collect();
    assert!(drawn.len() > 5, "other numbers draw other answers");
}
