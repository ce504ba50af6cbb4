//! A reviewer's own days: declare, read, mark, cite, leave, come back, submit, take back, see what the registry has.

use std::collections::BTreeMap;
use std::path::PathBuf;

use sceau_domain::action::{ActionKind, RecusalLevel};
use sceau_domain::id::DossierId;
use sceau_domain::moment::DAY;
use sceau_domain::refusal::Refusal;
use sceau_ledger::payload::sealed::InterestItem;

use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::dossier::Reception;
use crate::error::AppError;
use crate::intake::{Limits, read};
use crate::review::SheetStanding;
use crate::view::card::CardState;
use crate::view::desk::TaskKind;
use crate::view::receipt::{ReceiptKind, ReceiptState, RowVerdict};
use crate::view::review::{
    Anchor, FilePlace, FileState, Mark, Note, NoteColour, NoteStyle, Passage, Place, ReviewView, Row,
    SheetState,
};

const BYLAWS: &str = include_str!("../../../../../assets/bylaws/roll-call.toml");

pub fn assets() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

/// A dossier that nobody has declared for.
pub fn received(world: &mut World) -> (DossierId, [u8; 32]) {
    let text = |path: &str| std::fs::read_to_string(assets().join(path)).unwrap();
    let desk = &mut world.desks[SECRETARIAT];
    let grid = desk.publish_rules(ActionKind::Grid, &text("grids/quatre-axes.toml")).unwrap();
    desk.publish_rules(ActionKind::Labels, &text("labels/ines.toml")).unwrap();
    let bylaws = desk.publish_rules(ActionKind::Bylaws, BYLAWS).unwrap();
    let package = read(&assets().join("demo/dossiers/01-oncosuivi"), &Limits::default());
    let number = format!("2026-{:03}", desk.board().dossiers.len() + 1);
    let how = Reception { grid, number, label: None, demonstration: true };
    let dossier = desk.receive(&package, &how).unwrap();
    world.exchange();
    (dossier, bylaws)
}

/// Anne and Bruno may score.
pub fn scoring(world: &mut World) -> DossierId {
    scoring_by(world, [ANNE, BRUNO])
}

pub fn scoring_by(world: &mut World, reviewers: [usize; 2]) -> DossierId {
    let (dossier, bylaws) = received(world);
    world.all_declare_nothing(dossier);
    let members = reviewers.map(|place| world.desks[place].me().unwrap());
    world.desks[SECRETARIAT].assign(dossier, &members, 2).unwrap();
    world.exchange();
    world.carry_files(dossier);
    let deadline = world.now().plus(7 * DAY);
    world.desks[SECRETARIAT].open_round(dossier, deadline, 2, bylaws).unwrap();
    world.exchange();
    dossier
}

pub fn row(view: &ReviewView, place: usize, version: u64) -> Row {
    let criterion = &view.grid.criteria[place];
    let passage = Passage {
        file: view.files[0].file.clone(),
        page: 1,
        rects: vec![[72.0, 700.5, 300.25, 712.0]],
        quote: "résultat principal".into(),
        before: String::new(),
        after: String::new(),
        region: false,
    };
    Row {
        criterion: criterion.code.clone(),
        version,
        mark: Some(Mark::Option { option: criterion.options[0].code.clone() }),
        reason: "Lu dans l’essai.".into(),
        anchors: vec![Anchor { id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301".into(), passage }],
        why: String::new(),
    }
}

#[test]
fn a_link_is_read_by_the_chair_and_the_secretariat_and_by_nobody_else() {
    let mut world = World::founded();
    let (dossier, _) = received(&mut world);
    assert_eq!(world.desks[ANNE].desk_view().unwrap().tasks[0].kind, TaskKind::Declare);
    let link = InterestItem {
        category: "consultancy".into(),
        entity: "Lumen Santé".into(),
        from: Some("2024".into()),
        to: None,
        paid: "me".into(),
        text: "Deux jours par an.".into(),
        identifier: None,
    };
    world.desks[ANNE].declare(dossier, vec![link.clone()]).unwrap();
    world.exchange();
    let anne = world.desks[ANNE].me().unwrap();
    assert_eq!(world.desks[ANNE].dossier_card(dossier).unwrap().state, CardState::UnderReview);
    for judge in [CHAIR, SECRETARIAT] {
        let declared = world.desks[judge].declared(dossier, anne).unwrap().unwrap();
        assert_eq!(declared.0, std::slice::from_ref(&link));
    }
    assert!(world.desks[BRUNO].declared(dossier, anne).unwrap().is_none());
    world.desks[BRUNO].declare(dossier, Vec::new()).unwrap();
    assert_eq!(world.desks[BRUNO].dossier_card(dossier).unwrap().state, CardState::WaitingKey);
}

#[test]
fn work_is_found_again_where_it_was_left_and_an_overtaken_save_changes_nothing() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let desk = &world.desks[ANNE];
    let view = desk.review_view(dossier).unwrap();
    assert!(view.rows.is_empty() && view.files.iter().all(|file| file.state == FileState::Here));
    let task = desk.desk_view().unwrap().tasks.remove(0);
    assert_eq!((task.kind, task.progress.unwrap().done), (TaskKind::Review, 0));
    desk.review_row(dossier, row(&view, 0, 1)).unwrap();
    let kept = desk.review_row(dossier, Row { reason: "Second jet.".into(), ..row(&view, 0, 2) }).unwrap();
    assert_eq!(kept.version, 2);
    let late = desk.review_row(dossier, Row { reason: "Premier jet.".into(), ..row(&view, 0, 1) }).unwrap();
    assert_eq!(late.version, 2);
    let place = Place {
        criterion: view.grid.criteria[3].code.clone(),
        file: Some(view.files[0].file.clone()),
        page: 2,
        scroll: -0.25,
        zoom: Some(1.5),
        files: BTreeMap::from([(
            view.files[0].file.clone(),
            FilePlace { page: 2, scroll: -0.25, zoom: Some(1.5), rotation: 90, spread: true },
        )]),
        night: true,
    };
    desk.review_place(dossier, &place).unwrap();
    let passage = row(&view, 0, 1).anchors.remove(0).passage;
    let note = Note {
        id: "11111111-2222-4333-8444-555555555555".into(),
        passage,
        version: 1,
        text: "À relire".into(),
        removed: false,
        style: NoteStyle::Underline,
        colour: Some(NoteColour::Against),
    };
    desk.review_note(dossier, note.clone()).unwrap();
    let again = desk.review_view(dossier).unwrap();
    assert_eq!(again.rows, [Row { reason: "Second jet.".into(), ..row(&view, 0, 2) }]);
    assert_eq!((again.notes, again.place), (vec![note.clone()], Some(place.clone())));
    let task = desk.desk_view().unwrap().tasks.remove(0);
    assert_eq!((task.progress.unwrap().done, task.resume), (1, Some(place.criterion)));
    desk.review_note(dossier, Note { version: 2, removed: true, ..note }).unwrap();
    assert!(desk.review_view(dossier).unwrap().notes.is_empty());
    assert!(world.desks[BRUNO].review_view(dossier).unwrap().rows.is_empty());
    assert!(
        world.desks[CHLOE].review_row(dossier, row(&view, 0, 1)).is_ok(),
        "may read, hence may take notes"
    );
}

#[test]
fn my_work_can_be_taken_away_and_holds_nothing_of_a_colleague() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    for (desk, reason) in [(ANNE, "Motif d’Anne."), (BRUNO, "Motif de Bruno.")] {
        let view = world.desks[desk].review_view(dossier).unwrap();
        world.desks[desk].review_row(dossier, Row { reason: reason.into(), ..row(&view, 0, 1) }).unwrap();
        world.desks[desk].submit(dossier).unwrap();
    }
    world.exchange();
    let work = String::from_utf8(world.desks[ANNE].own_work().unwrap().to_json().unwrap()).unwrap();
    assert!(work.contains("Motif d’Anne.") && work.contains("résultat principal"));
    assert!(!work.contains("Bruno"), "{work}");
    let own = world.desks[ANNE].own_data().unwrap();
    let known = own.known;
    assert_eq!((known.declarations, known.links, known.assignments, known.sheets), (1, 0, 1, 1));
    assert!(own.bytes > 0 && known.first_at < known.last_at);
}

#[test]
fn a_sheet_is_sealed_can_be_taken_back_until_the_opening_and_the_last_one_counts() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let view = world.desks[ANNE].review_view(dossier).unwrap();
    world.desks[ANNE].review_row(dossier, row(&view, 0, 1)).unwrap();
    let summary = world.desks[ANNE].review_summary(dossier).unwrap();
    assert_eq!((summary.marked, summary.refusal), (1, None));
    assert_eq!(summary.unmarked.len(), view.grid.criteria.len() - 1);
    let sheet = world.desks[ANNE].review_submit(dossier).unwrap();
    assert_eq!((sheet.state, sheet.received, sheet.may_take_back), (SheetState::Sealed, false, true));
    assert!(world.desks[ANNE].review_row(dossier, row(&view, 1, 1)).is_err());
    world.exchange();
    let submitted = world.desks[ANNE].desk_view().unwrap().submitted.remove(0);
    assert!(submitted.received && !submitted.opened);
    assert_eq!(world.desks[ANNE].submitted_sheet(dossier).unwrap().unwrap().rows.len(), 1);

    let sheet = world.desks[ANNE].review_take_back(dossier).unwrap();
    assert_eq!(sheet.state, SheetState::Draft);
    assert!(world.desks[ANNE].own_sheet(dossier).unwrap().is_some(), "the submitted one keeps counting");
    world.desks[ANNE].review_row(dossier, row(&view, 1, 1)).unwrap();
    world.desks[ANNE].review_submit(dossier).unwrap();
    world.desks[BRUNO].review_submit(dossier).unwrap();
    world.exchange();
    assert_eq!(world.desks[ANNE].submitted_sheet(dossier).unwrap().unwrap().rows.len(), 2);
    world.desks[SECRETARIAT].close_intake(dossier).unwrap();
    world.exchange();
    assert!(matches!(world.desks[ANNE].sheet_standing(dossier).unwrap(), SheetStanding::Opened { .. }));
    let refused = world.desks[ANNE].review_take_back(dossier);
    assert!(matches!(refused, Err(AppError::Refused(Refusal::AlreadyOpen))));
}

#[test]
fn a_mark_that_the_grid_does_not_know_is_named_before_anything_is_signed() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let view = world.desks[ANNE].review_view(dossier).unwrap();
    let wrong = Row { mark: Some(Mark::Option { option: "mystery".into() }), ..row(&view, 0, 1) };
    let code = format!("answer.unknown-option@{}", wrong.criterion);
    world.desks[ANNE].review_row(dossier, wrong).unwrap();
    let summary = world.desks[ANNE].review_summary(dossier).unwrap();
    assert_eq!(summary.refusal.unwrap().params["codes"], code);
    let refused = world.desks[ANNE].review_submit(dossier);
    assert!(matches!(refused, Err(AppError::File { codes, .. }) if codes == [code]));
    assert_eq!(world.desks[ANNE].waiting().unwrap(), 0);
}

#[test]
fn the_receipt_says_to_send_until_the_registry_has_it() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let view = world.desks[ANNE].review_view(dossier).unwrap();
    world.desks[ANNE].review_row(dossier, row(&view, 0, 1)).unwrap();
    let never = world.desks[ANNE].receipt(None).unwrap();
    assert_eq!((never.state, never.compared_at), (ReceiptState::Never, None));
    world.desks[ANNE].keep_receipt(&crate::synchronise::Exchange::default()).unwrap();
    world.desks[ANNE].review_submit(dossier).unwrap();
    let receipt = world.desks[ANNE].receipt(None).unwrap();
    let sheets = receipt.rows.iter().find(|row| row.what == ReceiptKind::Sheets).unwrap();
    assert_eq!((receipt.state, receipt.waiting), (ReceiptState::Waiting, 1));
    assert_eq!((sheets.here, sheets.there, sheets.verdict), (1, Some(0), RowVerdict::ToSend));
    world.exchange();
    world.desks[ANNE].keep_receipt(&crate::synchronise::Exchange::default()).unwrap();
    let receipt = world.desks[ANNE].receipt(None).unwrap();
    assert_eq!((receipt.state, receipt.waiting), (ReceiptState::Identical, 0));
    let marks = receipt.rows.iter().find(|row| row.what == ReceiptKind::Marks).unwrap();
    assert_eq!((marks.here, marks.there, marks.verdict), (1, Some(1), RowVerdict::Identical));
    assert_eq!(world.desks[ANNE].past_receipts().unwrap().len(), 2);
}

#[test]
fn evidence_is_handed_over_in_pieces_that_are_checked_and_compared_whole_afterwards() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let desk = &world.desks[ANNE];
    let file = desk.review_view(dossier).unwrap().files.remove(0);
    let opened = desk.evidence_open(dossier, &file.file).unwrap();
    assert_eq!((opened.bytes, opened.media.as_str()), (file.bytes, "application/pdf"));
    let piece = desk.evidence_piece(dossier, &file.file, 0..5).unwrap();
    assert_eq!(piece, b"%PDF-");
    assert!(desk.evidence_piece(dossier, &file.file, 0..u64::MAX).unwrap().len() <= 1 << 20);
    assert_eq!(desk.evidence_open(dossier, "00").unwrap_err().code, "unknown");
    let mut check = desk.compare_whole(dossier, &file.file).unwrap();
    assert!(check.is_some());
    while let Some(now) = check {
        check = now.step(desk).unwrap();
    }
    assert!(desk.compare_whole(dossier, &file.file).unwrap().is_none(), "once is enough");
}

#[test]
fn a_large_file_opens_by_its_head_a_range_opens_its_own_pieces_and_altered_ones_are_never_shown() {
    const PIECE: u64 = 256 << 10;
    let mut world = World::founded();
    let plain: Vec<u8> = b"%PDF-1.7\n"
        .iter()
        .copied()
        .chain((0_u32..).map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[3]))
        .take(9 << 20)
        .collect();
    let dossier = scoring(&mut world);
    let file = world.lay_evidence(dossier, &plain, None);
    let desk = &world.desks[ANNE];
    let before = desk.deciphered();
    let opened = desk.evidence_open(dossier, &file).unwrap();
    assert_eq!(opened.bytes, plain.len() as u64);
    assert_eq!(desk.deciphered() - before, PIECE, "the head alone");
    let far = 5 * PIECE - 10..5 * PIECE + 10;
    let read = desk.evidence_piece(dossier, &file, far.clone()).unwrap();
    assert_eq!(read, plain[usize::try_from(far.start).unwrap()..usize::try_from(far.end).unwrap()]);
    assert_eq!(desk.deciphered() - before, 3 * PIECE, "and the two pieces that hold the range");
    println!(
        "{} kB deciphered to open {} kB and read a range",
        (desk.deciphered() - before) >> 10,
        plain.len() >> 10
    );
    // A piece far from the first page is altered: the head still opens, that piece is never handed over, and the
    // comparison of the whole says so too.
    let item =
        desk.evidence(dossier).unwrap().into_iter().find(|item| item.place.size == opened.bytes).unwrap();
    let name = crate::intake::evidence::hex(&item.place.root);
    let path = desk.store().folder().files().join(name).join("20");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[100] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert!(desk.evidence_open(dossier, &file).is_ok());
    let range = 20 * PIECE..20 * PIECE + 10;
    assert_eq!(desk.evidence_piece(dossier, &file, range.clone()).unwrap_err().code, "evidence-altered");
    assert_eq!(desk.evidence_piece(dossier, &file, range).unwrap_err().code, "evidence-absent");
    assert_eq!(desk.evidence_open(dossier, &file).unwrap_err().code, "evidence-absent");
}

#[test]
fn a_manifest_that_contradicts_its_own_file_is_found_by_the_comparison() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let file = world.lay_evidence(dossier, b"%PDF-1.7 that is another file", Some([7; 32]));
    let desk = &world.desks[ANNE];
    assert!(desk.evidence_open(dossier, &file).is_ok());
    let check = desk.compare_whole(dossier, &file).unwrap().unwrap();
    assert_eq!(check.step(desk).err().unwrap().code, "evidence-altered");
}

#[test]
fn what_a_recused_reviewer_had_written_may_be_taken_along_once_and_nothing_else_stays() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let anne = world.desks[ANNE].me().unwrap();
    let view = world.desks[ANNE].review_view(dossier).unwrap();
    let written = row(&view, 0, 1);
    let note = Note {
        id: "3f2504e0-4f89-41d3-9a0c-0305e82c3302".into(),
        version: 1,
        passage: written.anchors[0].passage.clone(),
        text: "À relire.".into(),
        removed: false,
        style: NoteStyle::Underline,
        colour: Some(NoteColour::Against),
    };
    world.desks[ANNE].review_row(dossier, written).unwrap();
    world.desks[ANNE].review_note(dossier, note).unwrap();
    assert_eq!(world.desks[ANNE].words_aside(dossier).unwrap(), None, "the door is open");
    world.desks[CHAIR]
        .recuse(dossier, anne, Some(RecusalLevel::Full), "Lien direct avec l’éditeur.")
        .unwrap();
    world.exchange();
    let kept = world.desks[ANNE].words_aside(dossier).unwrap().unwrap();
    let own = format!("{}\nLu dans l’essai.\n\np. 1\nÀ relire.\n", view.grid.criteria[0].code);
    assert_eq!(kept, own, "their own words, and none of the evidence");
    assert!(world.desks[ANNE].dossier_card(dossier).unwrap().words_aside);
    assert!(world.desks[ANNE].rows(dossier).unwrap().is_empty(), "the drafts are gone");
    world.desks[ANNE].forget_words_aside(dossier).unwrap();
    assert!(!world.desks[ANNE].dossier_card(dossier).unwrap().words_aside, "offered once");
    assert_eq!(world.desks[BRUNO].words_aside(dossier).unwrap(), None, "nobody else is concerned");
}
