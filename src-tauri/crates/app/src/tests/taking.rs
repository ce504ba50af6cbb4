//! What a reviewer takes away of their own work on the evidence, asked of the desk: nothing of a colleague's is in it.

use lopdf::{Document, Object};

use super::reviewer::{row, scoring};
use super::world::{ANNE, BRUNO, CHAIR, World};
use crate::error::AppError;
use crate::paper::Tongue;
use crate::view::review::{Anchor, Note, NoteColour, NoteStyle, ReviewView, Row};
use crate::view::taking::{Taken, TakenFile};
use sceau_domain::action::RecusalLevel;
use sceau_domain::id::DossierId;

const WORK: [Taken; 4] = [Taken::Annotated, Taken::Xfdf, Taken::Markdown, Taken::Csv];

fn text(taken: TakenFile) -> String {
    String::from_utf8(taken.bytes).unwrap()
}

/// A criterion with its passage and a note on the first file.
fn mark(world: &World, desk: usize, dossier: DossierId, quote: &str) -> ReviewView {
    let desk = &world.desks[desk];
    let view = desk.review_view(dossier).unwrap();
    let Row { mut anchors, .. } = row(&view, 0, 1);
    let mut anchor = anchors.remove(0);
    anchor.passage.quote = quote.to_owned();
    let passage = anchor.passage.clone();
    desk.review_row(dossier, Row { anchors: vec![anchor], ..row(&view, 0, 1) }).unwrap();
    let note = Note {
        id: "11111111-2222-4333-8444-555555555555".into(),
        passage,
        version: 1,
        text: format!("À relire : {quote}"),
        removed: false,
        style: NoteStyle::Underline,
        colour: Some(NoteColour::Against),
    };
    desk.review_note(dossier, note).unwrap();
    view
}

/// Kind and words of every annotation that was added to a file.
fn annotations(pdf: &[u8]) -> Vec<(String, String)> {
    let document = Document::load_mem(pdf).unwrap();
    let of = |object: &Object| {
        let found = object.as_dict().ok()?;
        let kind = found.get(b"Subtype").and_then(Object::as_name).ok()?;
        let words = lopdf::decode_text_string(found.get(b"Contents").ok()?).ok()?;
        Some((String::from_utf8_lossy(kind).into_owned(), words))
    };
    document.objects.values().filter_map(of).collect()
}

#[test]
fn what_i_cited_and_noted_leaves_as_a_copy_as_marks_alone_and_as_lists() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let view = mark(&world, ANNE, dossier, "critère d’Anne");
    mark(&world, BRUNO, dossier, "secret de Bruno");
    let desk = &world.desks[ANNE];
    let file = view.files[0].file.clone();
    let take = |what, file: Option<&str>, tongue| {
        let outgoing = desk.take_out(dossier, what, file, tongue)?;
        outgoing.finish(|dossier, file, range| desk.evidence_bytes(dossier, file, range))
    };
    let out = |what| take(what, Some(&file), Tongue::Fr).unwrap();

    let item = desk.evidence(dossier).unwrap().remove(0);
    let plain = desk.evidence_bytes(dossier, &item.sha256, 0..item.place.size).unwrap();
    let copy = out(Taken::Annotated);
    assert!(copy.bytes.starts_with(&plain), "what was there is untouched, a seal stays what it was");
    let (before, after) = (annotations(&plain).len(), annotations(&copy.bytes));
    assert_eq!(after.len(), before + 2, "{after:?}");
    let code = &view.grid.criteria[0].code;
    for found in [
        ("Highlight".to_owned(), format!("Critère {code} : critère d’Anne")),
        ("Underline".to_owned(), "À relire : critère d’Anne".to_owned()),
    ] {
        assert!(after.contains(&found), "{found:?} in {after:?}");
    }
    assert!(copy.name.ends_with("annoté.pdf") && copy.kind == ("PDF", "pdf"), "{}", copy.name);
    let english = take(Taken::Annotated, Some(&file), Tongue::En).unwrap();
    assert!(english.name.ends_with("annotated.pdf"), "{}", english.name);
    assert!(annotations(&english.bytes).iter().any(|(_, words)| words.starts_with("Criterion ")));

    let marks = text(out(Taken::Xfdf));
    assert!(marks.contains("<highlight ") && marks.contains("<underline ") && marks.contains(&item.name));
    let markdown = text(out(Taken::Markdown));
    assert!(markdown.contains(code) && markdown.contains("Lu dans l’essai."), "{markdown}");
    let list = text(out(Taken::Csv));
    let mut rows = csv::Reader::from_reader(list.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!((rows.len(), &rows[0][0], &rows[0][4]), (1, code.as_str(), "critère d’Anne"));
    for what in WORK {
        let bytes = out(what).bytes;
        let words =
            [String::from_utf8_lossy(&bytes).into_owned(), format!("{:?}", annotations_of(what, &bytes))];
        assert!(words.iter().all(|words| !words.contains("Bruno")), "{what:?} holds nothing of a colleague");
    }
}

fn annotations_of(what: Taken, bytes: &[u8]) -> Vec<(String, String)> {
    if what == Taken::Annotated { annotations(bytes) } else { Vec::new() }
}

#[test]
fn what_cannot_be_annotated_is_refused_with_a_reason_and_who_is_kept_out_takes_nothing() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let broken = world.lay_evidence(dossier, b"%PDF-1.7 and nothing more", None);
    let view = mark(&world, ANNE, dossier, "critère d’Anne");
    let file = view.files[0].file.clone();
    let take = |world: &World, what, file: Option<&str>| {
        let desk = &world.desks[ANNE];
        let outgoing = desk.take_out(dossier, what, file, Tongue::Fr)?;
        let taken = outgoing.finish(|dossier, file, range| desk.evidence_bytes(dossier, file, range));
        taken.map(|taken| taken.bytes.len())
    };
    for what in [Taken::Annotated, Taken::Xfdf] {
        for nowhere in [None, Some("not a digest"), Some(&*"0".repeat(64))] {
            let refused = take(&world, what, nowhere);
            assert!(matches!(refused, Err(AppError::Unknown("file"))), "{refused:?}");
        }
        assert_eq!(take(&world, what, Some(&broken)).unwrap_err().code().0, "annotate-unreadable");
    }
    // A passage on a page that the file does not have is named, not moved to another.
    let desk = &world.desks[ANNE];
    let mut far = row(&view, 1, 1);
    far.anchors = vec![Anchor { id: "22222222-2222-4333-8444-555555555555".into(), ..far.anchors.remove(0) }];
    far.anchors[0].passage.page = 9_999;
    desk.review_row(dossier, far).unwrap();
    assert_eq!(take(&world, Taken::Annotated, Some(&file)).unwrap_err().code().0, "annotate-page");
    assert!(take(&world, Taken::Csv, None).is_ok());

    let anne = desk.me().unwrap();
    world.desks[CHAIR]
        .recuse(dossier, anne, Some(RecusalLevel::Full), "Lien direct avec l’éditeur.")
        .unwrap();
    world.exchange();
    for what in WORK {
        assert!(take(&world, what, Some(&file)).is_err(), "{what:?}");
    }
}
