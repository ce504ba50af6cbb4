//! A newer version of a file comes in while a sheet is being written: both stay readable, and each passage is told
//! what became of it.

use std::path::PathBuf;

use sceau_domain::action::ActionKind;
use sceau_domain::id::DossierId;
use sceau_domain::moment::DAY;
use sceau_domain::refusal::Refusal;
use sceau_ledger::payload::sealed::{Anchor, EvidenceItem, Mark, Note, NoteStyle, SheetRow};

use sceau_store::index::Progress;

use super::world::{ANNE, BRUNO, SECRETARIAT, World};
use crate::dossier::{NewVersion, Reception};
use crate::error::AppError;
use crate::intake::{Limits, read};
use crate::view::versions::{FateKind, Piece};

const BYLAWS: &str = include_str!("../../../../../assets/bylaws/roll-call.toml");
const OLD: [&str; 3] = [
    "PeauRepère, rapport de validation, version 1.\nSur 1 208 lésions de quatre centres, PeauRepère oriente vers le \
     dermatologue 149 des 164 lésions\nmalignes (sensibilité 90,9 %) et rassure pour 857 des 1 044 lésions bénignes.",
    "Les centres ont été choisis avant la mise au point. La lecture a été faite en aveugle par deux dermatologues, et \
     les désaccords ont été tranchés par un troisième lecteur expérimenté.",
    "Les photographies floues ont été écartées avant la lecture ; leur nombre n’a pas été relevé par les centres.",
];
const NEW: [&str; 3] = [
    "PeauRepère, rapport de validation, version 2.\nSur 1 167 lésions de quatre centres, PeauRepère oriente vers le \
     derma-\ntologue 139 des 155 lésions malignes (sensibilité 89,7 %) et rassure pour 829 des 1 012 lésions bénignes.",
    "Les centres ont été choisis avant la mise au point. La lecture a été faite en aveu-\ngle par deux dermatologues, \
     et les désaccords ont été tranchés par un troisième lecteur expérimenté.",
    "Ce qui change : quarante et une lésions, dont neuf malignes, ont été retirées de l’analyse.",
];

fn assets() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

fn update() -> Vec<u8> {
    std::fs::read(assets().join("demo/updates/10-peaurepere/validation.pdf")).unwrap()
}

fn scoring(world: &mut World) -> DossierId {
    let text = |path: &str| std::fs::read_to_string(assets().join(path)).unwrap();
    let desk = &mut world.desks[SECRETARIAT];
    let grid = desk.publish_rules(ActionKind::Grid, &text("grids/quatre-axes.toml")).unwrap();
    desk.publish_rules(ActionKind::Labels, &text("labels/ines.toml")).unwrap();
    let bylaws = desk.publish_rules(ActionKind::Bylaws, BYLAWS).unwrap();
    let package = read(&assets().join("demo/dossiers/10-peaurepere"), &Limits::default());
    let how = Reception { grid, number: "2026-001".into(), label: None, demonstration: true };
    let dossier = desk.receive(&package, &how).unwrap();
    world.exchange();
    world.all_declare_nothing(dossier);
    let members: Vec<_> = world.desks.iter().map(|desk| desk.me().unwrap()).collect();
    world.desks[SECRETARIAT].assign(dossier, &[members[ANNE], members[BRUNO]], 2).unwrap();
    world.exchange();
    let deadline = world.now().plus(7 * DAY);
    world.desks[SECRETARIAT].open_round(dossier, deadline, 2, bylaws).unwrap();
    world.exchange();
    dossier
}

fn validation(world: &World, dossier: DossierId) -> EvidenceItem {
    let items = world.desks[SECRETARIAT].evidence(dossier).unwrap();
    items.into_iter().find(|item| item.name == "validation.pdf").unwrap()
}

fn filed(world: &mut World, dossier: DossierId) -> EvidenceItem {
    let old = validation(world, dossier);
    let new = NewVersion {
        name: "validation.pdf".into(),
        bytes: update(),
        change: "41 lésions retirées.".into(),
        cleared: false,
    };
    let new = world.desks[SECRETARIAT].replace_evidence(dossier, &old.sha256, new).unwrap();
    world.exchange();
    world.carry_files(dossier);
    new
}

/// Keeps the text as the window would have extracted it; the file has four pages and perhaps a fifth.
fn put_text(world: &World, dossier: DossierId, item: &EvidenceItem, pages: &[&str]) {
    let bytes = world.desks[ANNE].evidence_bytes(dossier, &item.sha256, 0..item.place.size).unwrap();
    let all = lopdf::Document::load_mem(&bytes).unwrap().get_pages().len();
    let texts = pages.iter().copied().chain(std::iter::repeat("")).take(all);
    world.desks[ANNE]
        .store
        .write(|write| {
            for (page, text) in (1..).zip(texts) {
                write.put_page(dossier, &item.place.root, page, text)?;
            }
            let pages = u32::try_from(all).unwrap();
            write.put_progress(&Progress { root: item.place.root, dossier, pages, done: pages, letters: 9 })
        })
        .unwrap();
}

fn anchor(id: u8, item: &EvidenceItem, page: usize, quote: &str) -> Anchor {
    let text = OLD[page - 1].replace('\n', " ");
    let at = text.find(quote).unwrap();
    let before: Vec<char> = text[..at].chars().collect();
    Anchor {
        id: [id; 16],
        file: item.sha256,
        page: page as u64,
        rects: vec![[7200, 70000, 30000, 71200]],
        quote: quote.into(),
        before: before[before.len().saturating_sub(32)..].iter().collect(),
        after: text[at + quote.len()..].chars().take(32).collect(),
        region: false,
    }
}

fn row(criterion: &str, anchor: Anchor) -> SheetRow {
    SheetRow {
        criterion: criterion.into(),
        mark: Some(Mark::Option("3".into())),
        reason: "Lu.".into(),
        anchors: vec![anchor],
    }
}

#[test]
fn each_passage_is_told_what_became_of_it_and_both_versions_stay_readable() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    world.carry_files(dossier);
    let old = validation(&world, dossier);
    let desk = &world.desks[ANNE];
    let (kept, changed, gone) = (
        anchor(1, &old, 2, "La lecture a été faite en aveugle par deux dermatologues"),
        anchor(2, &old, 1, "149 des 164 lésions malignes (sensibilité 90,9 %)"),
        anchor(3, &old, 3, "leur nombre n’a pas été relevé par les centres"),
    );
    desk.save_row(dossier, 1, &row("1.1", kept.clone())).unwrap();
    desk.save_row(dossier, 1, &row("1.2", changed)).unwrap();
    desk.save_row(dossier, 1, &row("1.3", gone)).unwrap();
    let drawn = Anchor { id: [4; 16], region: true, quote: "La courbe".into(), ..kept.clone() };
    let note = Note {
        passage: drawn,
        version: 1,
        text: "À revoir.".into(),
        removed: false,
        style: NoteStyle::default(),
        colour: None,
    };
    desk.save_note(dossier, &note).unwrap();
    for (id, page) in [(5, 2), (6, 1)] {
        let bookmark = Note {
            passage: Anchor {
                id: [id; 16],
                file: old.sha256,
                page,
                rects: Vec::new(),
                quote: String::new(),
                before: String::new(),
                after: String::new(),
                region: false,
            },
            text: String::new(),
            style: NoteStyle::Bookmark,
            ..note.clone()
        };
        desk.save_note(dossier, &bookmark).unwrap();
    }
    assert!(desk.review_versions(dossier).unwrap().is_empty());

    let new = filed(&mut world, dossier);
    let desk = &world.desks[ANNE];
    assert_eq!((new.number, new.title.clone()), (old.number, old.title.clone()));
    let view = desk.review_view(dossier).unwrap();
    let versions: Vec<_> = view.files.iter().filter(|file| file.number == old.number).collect();
    assert_eq!(versions.iter().map(|file| file.version).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(versions[1].replaced_by, Some(versions[0].file.clone()));
    for file in &versions {
        assert!(desk.evidence_open(dossier, &file.file).unwrap().bytes > 0);
    }

    // Until both texts are read nothing is known, and nothing is said to have stayed.
    let unread = desk.review_versions(dossier).unwrap();
    assert!(unread[0].passages.iter().all(|one| matches!(one.fate, FateKind::Unread)));
    assert_eq!(desk.review_summary(dossier).unwrap().to_confirm, ["1.1", "1.2", "1.3"]);
    put_text(&world, dossier, &old, &OLD);
    put_text(&world, dossier, &new, &NEW);

    let desk = &world.desks[ANNE];
    let found = desk.review_versions(dossier).unwrap();
    assert_eq!((found.len(), found[0].change.as_deref()), (1, Some("41 lésions retirées.")));
    let fates: Vec<_> = found[0].passages.iter().map(|one| (one.criterion.as_deref(), one.fate)).collect();
    assert_eq!(
        fates,
        [
            (Some("1.1"), FateKind::Same),
            (Some("1.2"), FateKind::Changed),
            (Some("1.3"), FateKind::Lost),
            (None, FateKind::Region),
            (None, FateKind::Same),
            (None, FateKind::Region),
        ]
    );
    // A region is looked at where it was drawn; a page whose words are others may still be the one that was marked.
    let places = found[0].passages[3..].iter().map(|one| one.now.as_ref().map(|now| now.page));
    assert_eq!(places.collect::<Vec<_>>(), [Some(2), Some(2), Some(1)]);
    let changed = &found[0].passages[1];
    assert_eq!(changed.now.as_ref().unwrap().quote, "139 des 155 lésions malignes (sensibilité 89,7 %)");
    assert!(changed.pieces.contains(&Piece::Gone { text: "149".into() }), "{:?}", changed.pieces);
    assert!(changed.pieces.contains(&Piece::Come { text: "139".into() }), "{:?}", changed.pieces);
    let summary = desk.review_summary(dossier).unwrap();
    assert_eq!(summary.to_confirm, ["1.2", "1.3"]);

    // Confirmed with the new words, the passage rests on the new version; taken away, it rests on nothing.
    let spot = changed.now.clone().unwrap();
    let confirmed = Anchor {
        file: new.sha256,
        page: spot.page.into(),
        quote: spot.quote,
        before: spot.before,
        after: spot.after,
        ..anchor(2, &old, 1, "149 des 164 lésions malignes (sensibilité 90,9 %)")
    };
    desk.save_row(dossier, 2, &row("1.2", confirmed)).unwrap();
    desk.save_row(dossier, 2, &SheetRow { anchors: Vec::new(), ..row("1.3", kept) }).unwrap();
    assert!(desk.review_summary(dossier).unwrap().to_confirm.is_empty());
}

#[test]
fn a_version_comes_once_while_sheets_are_sealed_and_from_the_secretariat_alone() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let old = validation(&world, dossier);
    let named = |bytes: Vec<u8>, name: &str| NewVersion { name: name.into(), bytes, ..NewVersion::default() };
    let desk = &mut world.desks[SECRETARIAT];
    let refused = desk.replace_evidence(dossier, &old.sha256, named(b"MZ\x90".to_vec(), "validation.pdf"));
    assert!(
        matches!(refused, Err(AppError::File { codes, .. }) if codes == ["intake.pdf-not@validation.pdf"])
    );
    let unknown = desk.replace_evidence(dossier, &[9; 32], named(update(), "validation.pdf"));
    assert!(matches!(unknown, Err(AppError::Unknown("file"))));
    let same = desk.evidence_bytes(dossier, &old.sha256, 0..old.place.size).unwrap();
    let twice = desk.replace_evidence(dossier, &old.sha256, named(same, "validation.pdf"));
    assert!(matches!(twice, Err(AppError::Refused(Refusal::AlreadyThere))));
    let other = world.desks[ANNE].replace_evidence(dossier, &old.sha256, named(update(), "validation.pdf"));
    assert!(matches!(other, Err(AppError::Refused(Refusal::NotByYou))), "{other:?}");
    assert_eq!(world.desks[ANNE].evidence(dossier).unwrap().len(), 4);
    filed(&mut world, dossier);
    let desk = &mut world.desks[SECRETARIAT];
    let again = desk.replace_evidence(dossier, &old.sha256, named(update(), "validation.pdf"));
    assert!(matches!(again, Err(AppError::Refused(Refusal::AlreadyThere))));
    let view = desk.evidence_versions(dossier).unwrap();
    assert!(view.open && view.files.iter().filter(|file| !file.newest).count() == 1);
    for reviewer in [ANNE, BRUNO] {
        world.desks[reviewer].submit(dossier).unwrap();
    }
    world.exchange();
    world.desks[SECRETARIAT].close_intake(dossier).unwrap();
    let late = world.desks[SECRETARIAT].replace_evidence(dossier, &old.sha256, named(update(), "v.pdf"));
    assert!(matches!(late, Err(AppError::Refused(Refusal::WrongStage))), "{late:?}");
    assert!(!world.desks[SECRETARIAT].evidence_versions(dossier).unwrap().open);
}
