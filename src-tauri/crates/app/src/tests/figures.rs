//! What becomes public in numbers with a label: what the secretariat was shown before, and nothing of a board so small
//! that it would tell how somebody voted or marked.

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::figures::Figures;
use sceau_domain::id::DossierId;
use sceau_domain::publication::Publication;
use sceau_ledger::payload::acts;

use super::journey::{labelled, opened, voted};
use super::world::{ANNE, BRUNO, CHLOE, SECRETARIAT, World};
use crate::desk::Desk;
use crate::view::figures::FiguresView;
use crate::view::judging::Level;

/// The figures that stand in the log, where everybody reads them.
fn published(desk: &Desk, dossier: DossierId) -> Figures {
    let event = desk.sealed(ActionKind::Publication, dossier.0).next().unwrap();
    let batch = desk.batch(event).unwrap().unwrap();
    let said = acts(&batch).unwrap().into_iter().find_map(|(_, action)| match action {
        Ok(Action::Publication { figures, .. }) => figures,
        _ => None,
    });
    *said.unwrap()
}

#[test]
fn three_ballots_and_three_sheets_leave_the_outcome_and_the_number_of_recusals() {
    let mut world = World::founded();
    let (dossier, _) = labelled(&mut world);
    let said = published(&world.desks[BRUNO], dossier);
    assert_eq!(published(&world.desks[CHLOE], dossier), said, "who was recused reads what the public reads");
    assert_eq!((said.heads, said.ballots.clone()), (None, Publication::default()));
    assert!(said.axes.is_empty() && said.colleges.is_empty());
    assert_eq!(said.recusals, 1);
    let shown = world.desks[SECRETARIAT].label_draft(dossier).unwrap().figures;
    assert_eq!(shown, FiguresView::from(&said), "what the secretariat is shown is what is published");
    assert_eq!(shown.codes, ["secrecy.total-hidden"]);
}

#[test]
fn who_steps_back_after_the_vote_closed_leaves_every_count_as_it_stands() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let motion = voted(&mut world, dossier);
    let before = world.desks[SECRETARIAT].count(motion).unwrap().decision;
    assert!(before.counts.voters > 0);
    world.desks[ANNE].step_back(dossier, Level::Full, "").unwrap();
    world.exchange();
    let after = world.desks[SECRETARIAT].count(motion).unwrap().decision;
    // One ballot less than everybody saw would be the ballot of whoever left.
    assert_eq!(after, before);
}
