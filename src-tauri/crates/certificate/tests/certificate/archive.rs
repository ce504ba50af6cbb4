//! What an archive and a screen reader need: the invariants of PDF/A-3a and PDF/UA-1 that can be seen from outside.

use crate::made_up::{claim, unsigned};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

fn open() -> Document {
    Document::load_mem(&unsigned(&claim()).pdf).unwrap()
}

#[test]
fn the_file_says_what_it_is_and_carries_the_credential() {
    let made = unsigned(&claim());
    let document = open();
    assert_eq!(document.version, "1.7");
    assert!(document.trailer.has(b"ID") && !document.trailer.has(b"Info"));
    let catalog = document.catalog().unwrap();
    for key in ["OutputIntents", "Metadata", "AF", "Names", "AcroForm", "StructTreeRoot", "MarkInfo", "Lang"]
    {
        assert!(catalog.has(key.as_bytes()), "{key}");
    }
    let packet = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
    let packet = document.get_object(packet).unwrap().as_stream().unwrap();
    assert!(!packet.dict.has(b"Filter"), "the metadata must be readable as they stand");
    let packet = String::from_utf8(packet.content.clone()).unwrap();
    for part in ["<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "RénalInfo"] {
        assert!(packet.contains(part), "{part}");
    }
    let json = made.credential.bytes.as_slice();
    assert!(made.pdf.windows(json.len()).any(|piece| piece == json));
    assert_eq!(sceau_certificate::credential::read(json).unwrap(), claim());
}

#[test]
fn every_drawing_is_decoration_or_part_of_the_structure() {
    let document = open();
    for (index, (_, page)) in document.get_pages().into_iter().enumerate() {
        let dictionary = document.get_dictionary(page).unwrap();
        assert_eq!(
            dictionary.get(b"StructParents").unwrap().as_i64().unwrap(),
            i64::try_from(index).unwrap()
        );
        assert_eq!(dictionary.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
        let content = Content::decode(&document.get_page_content(page)).unwrap();
        let mut depth = 0;
        for operation in content.operations {
            match operation.operator.as_str() {
                "BMC" | "BDC" => depth += 1,
                "EMC" => depth -= 1,
                "Tj" | "TJ" | "f" | "f*" | "S" => assert_eq!(depth, 1, "{operation:?}"),
                _ => {}
            }
            assert!((0..=1).contains(&depth));
        }
        assert_eq!(depth, 0);
    }
}

fn element<'a>(document: &'a Document, object: &Object) -> Option<(ObjectId, &'a Dictionary)> {
    let id = object.as_reference().ok()?;
    Some((id, document.get_dictionary(id).ok()?))
}

#[test]
fn the_structure_reaches_every_piece_in_reading_order() {
    let document = open();
    let catalog = document.catalog().unwrap();
    let (_, root) = element(&document, catalog.get(b"StructTreeRoot").unwrap()).unwrap();
    let mut waiting: Vec<Object> = root.get(b"K").unwrap().as_array().unwrap().clone();
    let (mut pieces, mut headings, mut pictures, mut fields) = (0, Vec::new(), 0, 0);
    while let Some(next) = waiting.pop() {
        if let Object::Dictionary(leaf) = &next {
            match leaf.get(b"Type").unwrap().as_name().unwrap() {
                b"MCR" => pieces += 1,
                b"OBJR" => fields += 1,
                other => panic!("{other:?}"),
            }
            continue;
        }
        let (_, dictionary) = element(&document, &next).unwrap();
        let role = String::from_utf8(dictionary.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
        match role.as_str() {
            "H1" | "H2" => headings.push(role),
            "Figure" => {
                pictures += 1;
                assert!(dictionary.has(b"Alt") && dictionary.has(b"A"));
            }
            "Form" => assert!(dictionary.has(b"Alt")),
            _ => {}
        }
        let kids = dictionary.get(b"K").unwrap().as_array().unwrap();
        waiting.extend(kids.iter().rev().cloned());
    }
    assert_eq!((pictures, fields), (2, 1));
    assert_eq!(headings.iter().filter(|role| *role == "H1").count(), 1);
    assert_eq!(headings.first().map(String::as_str), Some("H1"), "no level is skipped");
    let (_, parents) = element(&document, root.get(b"ParentTree").unwrap()).unwrap();
    let listed: usize = parents
        .get(b"Nums")
        .unwrap()
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|entry| entry.as_array().ok())
        .map(Vec::len)
        .sum();
    assert_eq!(pieces, listed, "every piece has its element, and every element finds its pieces");
}
