//! The year's figures, as those who lead the board read them, and nobody else.

use sceau_domain::action::RecusalLevel;
use sceau_domain::refusal::Refusal;
use sceau_domain::role::Role;

use super::journey::{in_scoring, labelled, opened, submit, voted};
use super::voting::like_the_contract;
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::error::AppError;
use crate::view::year::{YearCell, YearHead, YearTable, YearView};
use crate::vote::OpinionWords;

fn year(world: &World, place: usize) -> YearView {
    world.desks[place].year_view(None).unwrap()
}

fn table<'a>(view: &'a YearView, code: &str) -> &'a YearTable {
    view.tables.iter().find(|table| table.code == code).unwrap_or_else(|| panic!("{code}"))
}

/// The last figure of a row: that of the whole year.
fn last(view: &YearView, code: &str, word: &str) -> YearCell {
    let head = YearHead::Word { code: word.to_owned() };
    let row = table(view, code).rows.iter().find(|row| row.head == head).unwrap_or_else(|| panic!("{word}"));
    row.cells.last().unwrap().clone()
}

const fn share(n: u64, of: u64) -> YearCell {
    YearCell::Share { n, of, percent: None }
}

#[test]
fn the_year_counts_what_the_board_did_and_says_nothing_of_three_people() {
    let mut world = World::founded();
    labelled(&mut world);
    let view = year(&world, SECRETARIAT);
    like_the_contract("YearView", &view);
    like_the_contract("YearTable", &view.tables[0]);
    like_the_contract("YearRow", &view.tables[0].rows[0]);
    like_the_contract("YearReference", &view.reference);
    let today = world.now().day_in_paris();
    assert_eq!((view.year, view.running, view.decisions, view.unread), (today.year(), true, 1, 0));
    assert_eq!(view.years, [today.year()]);
    assert_eq!(last(&view, "happened-quarter", "received"), YearCell::Count { n: 1 });
    assert_eq!(last(&view, "happened-quarter", "preselected"), YearCell::Count { n: 1 });
    assert_eq!(last(&view, "first-quarter", "grant"), share(1, 1));
    assert_eq!(last(&view, "open", "open"), YearCell::Count { n: 0 });
    assert_eq!(last(&view, "votes", "no-quorum"), share(0, 1));
    let stands = &table(&view, "standing").rows[0];
    assert_eq!(stands.head, YearHead::Standing { code: "active".to_owned() });
    let durations = table(&view, "durations");
    assert!(durations.rows.iter().any(|row| row.head == YearHead::Stage { code: "scoring".to_owned() }));
    let once = &table(&view, "rounds").rows[0];
    assert_eq!((&once.head, &once.cells[0]), (&YearHead::Number { n: 1 }, &share(1, 1)));
}

#[test]
fn three_voters_two_sheets_and_one_recusal_stay_between_them() {
    let mut world = World::founded();
    labelled(&mut world);
    let view = year(&world, SECRETARIAT);
    assert_eq!(last(&view, "votes", "majority"), YearCell::Withheld);
    assert_eq!(last(&view, "sheets", "sheets"), YearCell::Withheld);
    assert_eq!(last(&view, "recusals-category", "all"), YearCell::Withheld);
    assert_eq!(last(&view, "marks", "board"), YearCell::Withheld);
    assert!(matches!(last(&view, "marks", "declared"), YearCell::Value { .. }));
    let grid = table(&view, "marks").grid.as_ref().unwrap();
    assert!(grid.illustrative && !grid.title.fr.is_empty());
    assert_eq!(year(&world, CHAIR), view, "the chair reads the same");
    for place in [ANNE, BRUNO, CHLOE] {
        let refused = world.desks[place].year_view(None);
        assert!(matches!(refused, Err(AppError::Refused(Refusal::NotByYou))), "{place}");
    }
}

#[test]
fn sealed_sheets_and_a_vote_without_a_decision_move_no_figure() {
    let mut world = World::founded();
    let (dossier, _, round) = in_scoring(&mut world);
    let before = year(&world, SECRETARIAT);
    submit(&mut world, ANNE, dossier, round);
    world.exchange();
    assert_eq!(year(&world, SECRETARIAT), before, "when somebody submits says who hesitates");
    assert_eq!(last(&before, "open", "open"), YearCell::Count { n: 1 });
    assert_eq!(before.decisions, 0);

    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let motion = voted(&mut world, dossier);
    let tallied = year(&world, SECRETARIAT);
    assert_eq!(tallied.decisions, 0);
    assert_eq!(
        last(&tallied, "votes", "majority"),
        YearCell::None,
        "nothing is decided before it is on record"
    );
    let opinion = OpinionWords { reasons: vec!["Essai comparatif publié.".into()], improve: Vec::new() };
    world.desks[CHAIR].record_decision(motion, "grant", &opinion).unwrap();
    world.exchange();
    assert_eq!(last(&year(&world, SECRETARIAT), "votes", "majority"), YearCell::Withheld);
}

#[test]
fn a_dossier_leaves_the_figures_of_a_chair_who_stepped_back_and_whoever_acts_instead_has_it() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let (chair, anne) = (world.desks[CHAIR].me().unwrap(), world.desks[ANNE].me().unwrap());
    assert_eq!(last(&year(&world, CHAIR), "open", "open"), YearCell::Count { n: 1 });
    world.desks[CHAIR].recuse(dossier, chair, Some(RecusalLevel::Full), "").unwrap();
    world.exchange();
    let left = year(&world, CHAIR);
    assert_eq!((last(&left, "open", "open"), left.unread), (YearCell::Count { n: 0 }, 0), "no trace of it");
    assert!(left.tables.iter().all(|table| !table.code.starts_with("recusals")));
    world.desks[BRUNO].set_roles(&[(anne, Role::ViceChair, true)]).unwrap();
    world.exchange();
    assert_eq!(last(&year(&world, ANNE), "open", "open"), YearCell::Count { n: 1 });
}
