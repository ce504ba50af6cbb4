//! A copy of a PDF with my marks as standard annotations. What is there is not touched: the annotations are appended,
//! as the format foresees, so that a seal in the file stays what it was.

mod mark;
#[cfg(test)]
mod tests;
mod xfdf;

use std::collections::BTreeMap;
use std::time::Duration;

use lopdf::{
    Dictionary, Document, IncrementalDocument, LoadOptions, Object, ObjectId, dictionary, text_string,
};

use crate::guarded::{Failed, within};

pub use mark::{Colour, Kind, Mark};
pub use xfdf::xfdf;

/// Bytes that one stream may inflate to.
const STREAM: usize = 64 << 20;
/// Time for one file.
const LIMIT: Duration = Duration::from_secs(30);
/// Levels of the tree of pages that are looked at for a rotation.
const DEPTH: usize = 64;
/// Printed with the page.
const PRINT: i64 = 4;
/// A note's sign keeps its size and stays upright.
const SIGN: i64 = 4 | 8 | 16;

/// Why a file takes no annotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Untouchable {
    /// It is encrypted: whoever did so decides what is added.
    #[error("the file is encrypted")]
    Locked,
    /// Its structure cannot be read, or not be continued.
    #[error("the file cannot be read")]
    Unreadable,
    /// Reading it takes too long.
    #[error("the file takes too long to read")]
    Slow,
    /// A mark stands on a page that the file does not have.
    #[error("there is no page {0}")]
    Page(u32),
}

/// The copy with its annotations.
///
/// # Errors
/// [`Untouchable`]; nothing is repaired or guessed.
pub fn annotate(pdf: Vec<u8>, marks: Vec<Mark>) -> Result<Vec<u8>, Untouchable> {
    guard(move || append(pdf, &marks))
}

/// The rotation of each page, in quarter turns, as XFDF and annotations need it.
///
/// # Errors
/// As [`annotate`].
pub fn turns(pdf: Vec<u8>) -> Result<Vec<u8>, Untouchable> {
    guard(move || {
        let document = open(&pdf)?;
        Ok(document.get_pages().values().map(|page| turn(&document, *page)).collect())
    })
}

fn guard<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Untouchable> + Send + 'static,
) -> Result<T, Untouchable> {
    within(LIMIT, work).map_err(|failed| match failed {
        Failed::Slow => Untouchable::Slow,
        Failed::Stumbled => Untouchable::Unreadable,
    })?
}

fn open(pdf: &[u8]) -> Result<Document, Untouchable> {
    let options = LoadOptions { max_decompressed_size: Some(STREAM), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(pdf, options).map_err(|error| match error {
        lopdf::Error::InvalidPassword => Untouchable::Locked,
        _ => Untouchable::Unreadable,
    })?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(Untouchable::Locked);
    }
    Ok(document)
}

fn append(pdf: Vec<u8>, marks: &[Mark]) -> Result<Vec<u8>, Untouchable> {
    let document = open(&pdf)?;
    let pages = document.get_pages();
    let mut wanted: BTreeMap<u32, Vec<&Mark>> = BTreeMap::new();
    for mark in marks {
        wanted.entry(mark.page).or_default().push(mark);
    }
    let mut copy = IncrementalDocument::create_from(pdf, document);
    for (number, marks) in wanted {
        let page = *pages.get(&number).ok_or(Untouchable::Page(number))?;
        add(&mut copy, page, &marks).map_err(|_| Untouchable::Unreadable)?;
    }
    let mut bytes = Vec::new();
    copy.save_to(&mut bytes).map_err(|_| Untouchable::Unreadable)?;
    // What was written is read again: a file that we could not continue is refused, not handed over.
    let again = Document::load_mem(&bytes).map_err(|_| Untouchable::Unreadable)?;
    if again.get_pages().len() == pages.len() { Ok(bytes) } else { Err(Untouchable::Unreadable) }
}

fn add(copy: &mut IncrementalDocument, page: ObjectId, marks: &[&Mark]) -> lopdf::Result<()> {
    let before = copy.get_prev_documents();
    let turn = turn(before, page);
    let mut annotations = match before.get_dictionary(page)?.get(b"Annots") {
        Ok(found) => before.dereference(found)?.1.as_array()?.clone(),
        Err(_) => Vec::new(),
    };
    copy.opt_clone_object_to_new_document(page)?;
    for mark in marks {
        let look = mark.look().map(|look| {
            let form = dictionary! {
                "Type" => "XObject",
                "Subtype" => "Form",
                "BBox" => Object::Array(mark.bounds().map(number).to_vec()),
                "Resources" => dictionary! { "ExtGState" => dictionary! { "G" => dictionary! { "BM" => "Multiply" } } },
            };
            copy.new_document.add_object(lopdf::Stream::new(form, look.into_bytes()))
        });
        let mut annotation = annotation(mark, page, turn);
        if let Some(look) = look {
            annotation.set("AP", dictionary! { "N" => Object::Reference(look) });
        }
        annotations.push(Object::Reference(copy.new_document.add_object(annotation)));
    }
    copy.new_document.get_dictionary_mut(page)?.set("Annots", Object::Array(annotations));
    Ok(())
}

fn annotation(mark: &Mark, page: ObjectId, turn: u8) -> Dictionary {
    let flags = if mark.kind == Kind::Text { SIGN } else { PRINT };
    let mut dictionary = dictionary! {
        "Type" => "Annot",
        "Subtype" => mark.kind.name(),
        "Rect" => Object::Array(mark.bounds().map(number).to_vec()),
        "P" => Object::Reference(page),
        "NM" => text_string(&mark.id),
        "M" => text_string(&mark.written),
        "T" => text_string(&mark.author),
        "Subj" => text_string(&mark.subject),
        "Contents" => text_string(&mark.contents),
        "C" => Object::Array(mark.colour.shares().map(Object::Real).to_vec()),
        "F" => flags,
    };
    match mark.kind {
        Kind::Highlight | Kind::Underline => {
            dictionary.set("QuadPoints", Object::Array(mark.quads(turn).into_iter().map(number).collect()));
        }
        Kind::Square => dictionary.set("BS", dictionary! { "W" => 1.5_f32 }),
        Kind::Text => dictionary.set("Name", "Note"),
    }
    dictionary
}

/// A rotation is inherited down the tree of pages.
fn turn(document: &Document, page: ObjectId) -> u8 {
    let mut at = page;
    for _ in 0..DEPTH {
        let Ok(node) = document.get_dictionary(at) else { return 0 };
        if let Ok(found) = node.get(b"Rotate").and_then(|found| document.dereference(found)) {
            let degrees = found.1.as_i64().unwrap_or(0);
            return u8::try_from(degrees.rem_euclid(360) / 90).unwrap_or(0);
        }
        match node.get(b"Parent").and_then(Object::as_reference) {
            Ok(parent) => at = parent,
            Err(_) => return 0,
        }
    }
    0
}

/// Hundredths of a point as points.
fn number(hundredths: i64) -> Object {
    #[expect(clippy::cast_precision_loss, reason = "no page has a place beyond 2^24 hundredths")]
    let points = hundredths as f32 / 100.0;
    Object::Real(points)
}
