use proptest::prelude::*;
use sceau_domain::action::{Action, ActionKind};
use sceau_domain::id::{DossierId, Institute, MemberId};
use sceau_domain::moment::Moment;

use super::sealed::{Anchor, Mark, Note, NoteColour, NoteStyle, Notes, Sheet, SheetRow, Why};
use super::{VERSION, decode, encode};
use crate::encoding::Record;
use crate::header::Header;

fn header_of(action: &Action) -> Header {
    let kind = action.kind().code();
    Header { seq: 0, at: Moment(0), kind, version: VERSION, objects: action.objects(), parcel: 0, item: 0 }
}

fn anchor() -> impl Strategy<Value = Anchor> {
    (any::<[u8; 16]>(), any::<[u8; 32]>(), 1_u64..500, any::<[i64; 4]>(), "[a-zé ]{0,40}", any::<bool>())
        .prop_map(|(id, file, page, rect, quote, region)| Anchor {
            id,
            file,
            page,
            rects: vec![rect],
            quote,
            before: String::new(),
            after: "après".to_owned(),
            region,
        })
}

fn mark() -> impl Strategy<Value = Option<Mark>> {
    prop_oneof![
        Just(None),
        "[a-z]{1,8}".prop_map(|code| Some(Mark::Option(code))),
        "[0-9]{1,4}".prop_map(|value| Some(Mark::Value(value))),
        Just(Some(Mark::NotApplicable)),
    ]
}

fn note_style() -> impl Strategy<Value = NoteStyle> {
    prop_oneof![Just(NoteStyle::Highlight), Just(NoteStyle::Underline), Just(NoteStyle::Bookmark)]
}

fn note_colour() -> impl Strategy<Value = Option<NoteColour>> {
    proptest::option::of(prop_oneof![
        Just(NoteColour::For),
        Just(NoteColour::Against),
        Just(NoteColour::Unclear),
        Just(NoteColour::Method)
    ])
}

proptest! {
    #[test]
    fn a_sheet_reads_back_as_it_was_written(
        rows in proptest::collection::vec(("[0-9.]{1,4}", mark(), "[a-zé’ ]{0,80}", proptest::collection::vec(anchor(), 0..3)), 0..6),
        whys in proptest::collection::vec(("[0-9.]{1,4}", "[a-zé’ ]{0,80}"), 0..3),
    ) {
        let rows = rows.into_iter().map(|(criterion, mark, reason, anchors)| SheetRow { criterion, mark, reason, anchors });
        let whys = whys.into_iter().map(|(criterion, line)| Why { criterion, line });
        let sheet = Sheet { grid: [7; 32], rows: rows.collect(), whys: whys.collect() };
        prop_assert_eq!(Sheet::decode(&sheet.encode()), Ok(sheet));
    }

    #[test]
    fn notes_read_back_as_they_were_written(passage in anchor(), version in any::<u32>(), text in ".{0,50}", removed in any::<bool>(), style in note_style(), colour in note_colour()) {
        use unicode_normalization::UnicodeNormalization;
        let text: String = text.nfc().collect();
        let notes = Notes(vec![Note { passage, version: version.into(), text, removed, style, colour }]);
        prop_assert_eq!(Notes::decode(&notes.encode()), Ok(notes));
    }
}

#[test]
fn a_payload_about_another_dossier_than_its_header_is_refused() {
    let action =
        Action::Assignment { dossier: DossierId([1; 16]), member: MemberId([2; 16]), assigned: true };
    let header = header_of(&action);
    assert_eq!(decode(&header, &encode(&action), &Institute([0; 32])), Ok(action));
    let short = Header { objects: vec![[1; 16]], ..header };
    assert!(decode(&short, &[0x81, 0xf5], &Institute([0; 32])).is_err());
}

#[test]
fn a_kind_of_tomorrow_is_told_apart_from_a_broken_one() {
    let header =
        Header { seq: 0, at: Moment(0), kind: 9_999, version: 1, objects: vec![], parcel: 0, item: 0 };
    assert_eq!(decode(&header, &[0x80], &Institute([0; 32])), Err(super::PayloadError::Newer));
    assert!(ActionKind::from_code(9_999).is_none());
}
