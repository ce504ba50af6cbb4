//! Laws of marks and votes, for whatever grids, sheets and ballots there may be.
#![expect(clippy::unwrap_used, reason = "a test whose own example is wrong must fail")]

use std::collections::BTreeMap;

use jiff::ToSpan;
use proptest::prelude::*;
use sceau_domain::agreement::{Band, RoundEnd, Stop, stop};
use sceau_domain::bylaws::Bylaws;
use sceau_domain::datum::Datum;
use sceau_domain::decision::{Ballot, Change, Meeting, Roster, Seat, Session, attainable, decide};
use sceau_domain::fraction::{Fraction, decimal, share};
use sceau_domain::grid::{Aggregate, Answer, Answered, Answers, Grid, Sheet, shown, validate};
use sceau_domain::interests::{Level, Recusal, Validity, holds_until, validity};
use sceau_domain::rounds::{MAX_ROUNDS, Outcome, Said, end};

fn json(value: &serde_json::Value) -> Datum {
    serde_json::from_str(&value.to_string()).unwrap()
}

/// A valid grid of seven criteria on two axes, one of them purely penal.
fn grid(method: &str, na: &str) -> Grid {
    let criterion = |n: usize, best: &str, worst: &str, weight: &str| {
        serde_json::json!({
            "code": format!("c{n}"), "axis": if n.is_multiple_of(2) { "A" } else { "B" }, "type": "choice", "na": na,
            "title": { "fr": "Question" }, "weight": weight,
            "options": [ { "code": "0", "points": worst }, { "code": "1", "points": "0" }, { "code": "2", "points": best } ],
        })
    };
    let mut criteria: Vec<_> = (0..6).map(|n| criterion(n, "2.5", "-1", ["1", "0.5", "3"][n % 3])).collect();
    criteria.push(criterion(6, "0", "-2", "1"));
    let written = json(&serde_json::json!({
        "format": "sceau-grid/1", "id": "g", "version": "1", "title": { "fr": "Grille" }, "method": method,
        "axis": [ { "code": "A", "title": { "fr": "A" }, "weight": "2" }, { "code": "B", "title": { "fr": "B" } } ],
        "criterion": criteria,
    }));
    assert_eq!(validate(&written), vec![]);
    Grid::read(&written).unwrap()
}

/// 0–2: that option; 3: n/a; 4: nothing.
fn answer(n: u8) -> Option<Answer> {
    match n {
        4 => None,
        3 => Some(Answer::NotApplicable),
        n => Some(Answer::Text(n.to_string())),
    }
}

fn answers(given: &[u8]) -> Answers {
    let one = |(row, n): (usize, &u8)| {
        (format!("c{row}"), Answered { declared: answer(*n), ..Answered::default() })
    };
    given.iter().enumerate().map(one).collect()
}

fn sheet(reviewer: &str, given: &[u8]) -> Sheet {
    let marks: BTreeMap<String, Answer> =
        given.iter().enumerate().filter_map(|(row, n)| Some((format!("c{row}"), answer(*n)?))).collect();
    Sheet { reviewer: reviewer.into(), marks }
}

proptest! {
    #[test]
    fn a_declaration_holds_for_the_months_of_one_year_from_whatever_day(
        start in 0u32..4_000, after in 0u32..500,
    ) {
        let days = |n: u32| jiff::civil::date(2023, 1, 1).saturating_add(i64::from(n).days());
        let (declared, on) = (days(start), days(start + after));
        let until = holds_until(declared);
        // The day of the same number a year on; only a leap day has none, and ends on the day before it would be.
        prop_assert_eq!((until.year(), until.month()), (declared.year() + 1, declared.month()));
        let leap = declared.month() == 2 && declared.day() == 29;
        prop_assert_eq!(until.day(), if leap { 28 } else { declared.day() });
        prop_assert_eq!(validity(declared, on) == Validity::RunOut, on > until);
        // It is asked for before it runs out, and never for longer than a month.
        if validity(declared, on) == Validity::Ending {
            prop_assert!(on <= until && on.saturating_add(31.days()) >= until);
        }
        prop_assert!(validity(declared, until) == Validity::Ending);
        prop_assert!(validity(declared, on) <= validity(declared, on.saturating_add(1.day())));
    }
}

fn methods() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("pooled"), Just("axes")]
}

proptest! {
    #[test]
    fn the_bounds_contain_the_mark_once_it_is_complete(
        method in methods(),
        given in prop::collection::vec(0u8..5, 7),
        rest in prop::collection::vec(0u8..3, 7),
    ) {
        let grid = grid(method, "exclude");
        let before = grid.declared(None, &answers(&given)).unwrap();
        let complete: Vec<u8> = given.iter().zip(&rest).map(|(g, r)| if *g == 4 { *r } else { *g }).collect();
        let after = grid.declared(None, &answers(&complete)).unwrap();
        // Without a denominator there is no number at all.
        prop_assert_eq!(before.low.is_none(), after.exact.is_none());
        if let (Some(low), Some(high), Some(exact)) = (before.low, before.high, after.exact) {
            prop_assert!(low <= exact && exact <= high, "{low} <= {exact} <= {high}");
        }
    }

    #[test]
    fn a_better_answer_never_lowers_a_mark(
        method in methods(),
        given in prop::collection::vec(0u8..3, 7),
        at in 0usize..7,
    ) {
        let grid = grid(method, "zero");
        let mut better = given.clone();
        better[at] = (better[at] + 1).min(2);
        let mark = |given: &[u8]| grid.declared(None, &answers(given)).unwrap().exact.unwrap();
        prop_assert!(mark(&better) >= mark(&given));
    }

    #[test]
    fn a_recused_sheet_leaves_the_board_s_mark_alone(
        sheets in prop::collection::vec(prop::collection::vec(0u8..5, 7), 1..5),
        other in prop::collection::vec(0u8..5, 7),
        full in any::<bool>(),
        mean in any::<bool>(),
    ) {
        let grid = grid("pooled", "forbidden");
        let level = if full { Level::Full } else { Level::Discuss };
        let recusals = [Recusal { elector: "r".into(), level, criteria: vec![] }];
        let aggregate = if mean { Aggregate::Mean } else { Aggregate::Median };
        let mut all: Vec<Sheet> = sheets.iter().enumerate().map(|(n, s)| sheet(&n.to_string(), s)).collect();
        let without = grid.board(None, &all, &recusals, aggregate);
        all.insert(0, sheet("r", &other));
        prop_assert_eq!(without, grid.board(None, &all, &recusals, aggregate));
    }

    #[test]
    fn a_shown_mark_stands_on_the_same_side_of_every_threshold(
        above in 0i64..20_000_000, below in 1i64..3_000_000, bars in prop::collection::vec(0u32..2_000, 0..4),
    ) {
        let exact = Fraction::new(above.into(), below.into());
        let bars: Vec<Fraction> = bars.iter().map(|b| Fraction::new((*b).into(), 100.into())).collect();
        let text = shown(&exact, 1, &bars);
        match text.strip_prefix(['<', '>']) {
            Some(bar) => {
                let bar = share(bar).unwrap();
                prop_assert!(bars.contains(&bar));
                prop_assert_eq!(text.starts_with('<'), exact < bar);
            }
            None => {
                let value = decimal(&text).unwrap();
                for bar in &bars {
                    prop_assert_eq!(value.cmp(bar), exact.cmp(bar), "{} shown as {}", exact, text);
                }
            }
        }
    }
}

/// Two colleges of four, a ladder at two thirds, everybody's ballot makes them present.
fn session(ballots: &[(usize, usize)], recused: &[usize]) -> Session {
    let bylaws = Bylaws::as_written(&json(&serde_json::json!({
        "format": "sceau-bylaws/1", "id": "b", "version": "1", "seats": 8, "secret": true, "method": "ladder",
        "ladder": ["grant", "grant-with-reservations", "defer", "refuse"],
        "college": [ { "code": "x", "seats": 4 }, { "code": "y", "seats": 4 } ],
        "quorum": { "at_least": "3", "colleges": { "y": "1" } },
        "majority": { "rule": "qualified", "share": "2/3" },
    })))
    .unwrap();
    let college = |n: usize| if n < 4 { "x" } else { "y" };
    let seat = |n: usize| Seat { id: n.to_string(), college: college(n).into(), role: None };
    let ballot = |(elector, choice): &(usize, usize)| Ballot {
        elector: elector.to_string(),
        choice: CHOICES[*choice].into(),
        received_at: None,
        cast_by: None,
        late_accepted: false,
        safety: false,
    };
    Session {
        bylaws,
        roster: Roster { members: (0..8).map(seat).collect(), alternates: vec![] },
        option: None,
        recusals: recused
            .iter()
            .map(|n| Recusal { elector: n.to_string(), level: Level::Full, criteria: vec![] })
            .collect(),
        meeting: Meeting::default(),
        closes_at: None,
        proxies: vec![],
        positions: vec![],
        ballots: ballots.iter().map(ballot).collect(),
    }
}

/// From most to least favourable, then those that are neither.
const CHOICES: [&str; 6] = ["grant", "grant-with-reservations", "defer", "refuse", "abstain", "blank"];

/// One ballot each of some electors.
fn ballots() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec(prop::option::of(0usize..6), 8)
        .prop_map(|all| all.into_iter().enumerate().filter_map(|(e, c)| Some((e, c?))).collect())
}

proptest! {
    #[test]
    fn the_order_of_different_electors_ballots_changes_nothing(all in ballots(), seed in any::<u64>()) {
        let mut shuffled = all.clone();
        shuffled.sort_by_key(|(elector, _)| (*elector as u64 + 1).wrapping_mul(seed | 1));
        prop_assert_eq!(decide(&session(&all, &[])), decide(&session(&shuffled, &[])));
    }

    #[test]
    fn a_more_favourable_ballot_never_makes_a_ladder_less_favourable(
        all in ballots(), at in any::<prop::sample::Index>(), to in 0usize..4,
    ) {
        prop_assume!(!all.is_empty());
        let row = at.index(all.len());
        // Abstentions and blanks aside, and only upwards.
        prop_assume!(all[row].1 < 4 && to < all[row].1);
        let mut better = all.clone();
        better[row].1 = to;
        let rank = |ballots: &[(usize, usize)]| {
            let outcome = decide(&session(ballots, &[])).unwrap().outcome;
            CHOICES.iter().position(|c| *c == outcome)
        };
        let (before, after) = (rank(&all), rank(&better));
        prop_assert_eq!(before.is_some(), after.is_some());
        prop_assert!(after <= before);
    }

    #[test]
    fn relabelling_electors_within_a_college_changes_no_outcome(all in ballots(), turn in 0usize..4) {
        let turned: Vec<_> = all.iter().map(|(e, c)| (e / 4 * 4 + (e + turn) % 4, *c)).collect();
        let (one, other) = (decide(&session(&all, &[])).unwrap(), decide(&session(&turned, &[])).unwrap());
        prop_assert_eq!((one.outcome, one.quorum), (other.outcome, other.quorum));
    }

    #[test]
    fn a_recused_person_s_ballot_and_presence_change_nothing(all in ballots(), who in 0usize..8) {
        let with = session(&all, &[who]);
        let mut without = with.clone();
        without.ballots.retain(|b| b.elector != who.to_string());
        let mut there = with.clone();
        there.meeting.attending.insert(who.to_string());
        let of = |s: &Session| { let d = decide(s).unwrap(); (d.outcome, d.quorum) };
        prop_assert_eq!(of(&with), of(&without));
        prop_assert_eq!(of(&with), of(&there));
    }

    #[test]
    fn how_many_could_vote_says_nothing_of_who_has(one in ballots(), other in ballots(), who in 0usize..8) {
        let reach = |all: &[(usize, usize)]| {
            let recuse = vec![Recusal { elector: who.to_string(), level: Level::Full, criteria: vec![] }];
            attainable(&session(all, &[7]), &Change { recuse, ..Change::default() }).unwrap()
        };
        prop_assert_eq!(reach(&one), reach(&other));
    }

    #[test]
    fn one_more_recusal_takes_one_head_and_never_brings_a_quorum_nearer(
        recused in prop::collection::btree_set(0usize..8, 0..8), who in 0usize..8,
    ) {
        let before: Vec<usize> = recused.iter().copied().collect();
        let session = session(&[], &before);
        let level = Level::Discuss;
        let recuse = vec![Recusal { elector: who.to_string(), level, criteria: vec![] }];
        let now = attainable(&session, &Change::default()).unwrap();
        let then = attainable(&session, &Change { recuse, ..Change::default() }).unwrap();
        prop_assert_eq!(now.possible, 8 - recused.len() as u64);
        prop_assert_eq!(then.possible, now.possible - u64::from(!recused.contains(&who)));
        prop_assert!(now.met || !then.met);
        // Three heads and one of the second college: what the bylaws of this session ask for.
        let of_y = (4..8).filter(|n| *n != who && !recused.contains(n)).count();
        prop_assert_eq!(then.met, then.possible >= 3 && of_y > 0);
    }

    #[test]
    fn every_ballot_received_is_counted_superseded_or_set_aside(
        all in prop::collection::vec((0usize..10, 0usize..6), 0..20), who in 0usize..8,
    ) {
        let counts = decide(&session(&all, &[who])).unwrap().counts;
        prop_assert_eq!(counts.received, counts.voters + counts.superseded + counts.set_aside);
    }
}

/// A round: for each criterion its band and what each of four reviewers gave (as [`answer`] reads it).
fn outcome(rows: &[(usize, Vec<u8>)]) -> Outcome<usize> {
    const BANDS: [Band; 4] = [Band::Disagreement, Band::None, Band::Majority, Band::Strong];
    let said = |(band, given): &(usize, Vec<u8>)| Said {
        band: BANDS[*band],
        discuss: matches!(BANDS[*band], Band::Disagreement | Band::None),
        marks: given.iter().enumerate().filter_map(|(who, n)| Some((who, answer(*n)?))).collect(),
    };
    rows.iter().enumerate().map(|(place, row)| (format!("c{place}"), said(row))).collect()
}

fn scored() -> impl Strategy<Value = Vec<(usize, Vec<u8>)>> {
    prop::collection::vec((0usize..4, prop::collection::vec(0u8..5, 4)), 5)
}

proptest! {
    #[test]
    fn scoring_stops_for_the_first_reason_that_is_true_and_never_goes_past_the_last_round(
        measured in 0usize..3, to_discuss in 0usize..3, round in 1u32..6, bands_changed in 0usize..2,
        marks_changed in 0usize..30, marks in 0usize..200,
    ) {
        let max_rounds = MAX_ROUNDS;
        let end = RoundEnd { measured, to_discuss, round, max_rounds, bands_changed, marks_changed, marks };
        let stable = round > 1 && bands_changed == 0 && marks_changed * 10 < marks;
        let wanted = match (measured, to_discuss, round) {
            (1.., 0, _) => Some(Stop::NothingToDiscuss),
            (_, _, MAX_ROUNDS..) => Some(Stop::LastRound),
            _ if stable => Some(Stop::Stable),
            _ => None,
        };
        prop_assert_eq!(stop(&end), wanted);
        prop_assert!(round < MAX_ROUNDS || stop(&end).is_some());
    }

    #[test]
    fn a_round_that_says_what_the_one_before_said_changed_nothing(rows in scored()) {
        let round = outcome(&rows);
        let found = end(2, Some(&round), &round);
        prop_assert_eq!((found.bands_changed, found.marks_changed), (0, 0));
        prop_assert_eq!(found.marks, round.values().map(|said| said.marks.len()).sum::<usize>());
    }

    #[test]
    fn every_mark_is_counted_once_and_a_change_looks_the_same_from_both_sides(before in scored(), now in scored()) {
        let (then, said) = (outcome(&before), outcome(&now));
        let (there, back) = (end(2, Some(&then), &said), end(2, Some(&said), &then));
        prop_assert_eq!(
            (there.bands_changed, there.marks_changed, there.marks),
            (back.bands_changed, back.marks_changed, back.marks)
        );
        let (mut changed, mut all) = (0, 0);
        for ((_, first), (_, second)) in before.iter().zip(&now) {
            for (one, other) in first.iter().zip(second).filter(|(one, other)| (**one, **other) != (4, 4)) {
                all += 1;
                changed += usize::from(one != other);
            }
        }
        prop_assert_eq!((there.marks_changed, there.marks), (changed, all));
    }

    #[test]
    fn one_more_changed_mark_never_makes_a_round_stable(
        rows in scored(), at in 0usize..5, who in 0usize..4, to in 0u8..5,
    ) {
        let then = outcome(&rows);
        let mut changed = rows.clone();
        changed[at].1[who] = to;
        let found = end(2, Some(&then), &outcome(&changed));
        let moved = usize::from(rows[at].1[who] != to);
        prop_assert_eq!(found.marks_changed, moved);
        if moved == 1 && found.marks <= 10 {
            prop_assert_ne!(stop(&found), Some(Stop::Stable));
        }
    }
}
