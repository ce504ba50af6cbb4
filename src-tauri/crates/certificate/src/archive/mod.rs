//! The layer that makes drawn pages an archival (PDF/A-3a), accessible (PDF/UA-1), signable document.
//!
//! Everything comes from the claim: no date of the day, no random identifier. All signature fields exist from the start,
//! since a field added after the first signature would count as a change.

mod colour;
mod metadata;
mod structure;

use crate::content::Claim;
use crate::credential::Credential;
use crate::layout::canvas::{Area, Canvas};
use crate::texts::{Language, TextError, Texts};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use sha2_10::{Digest as _, Sha256};

/// Name of the institute's signature field.
pub const INSTITUTE_FIELD: &str = "institut";

/// Name of a signatory's field; `index` counts from 0 in the order of the claim.
#[must_use]
pub fn signatory_field(index: usize) -> String {
    format!("signataire-{}", index.saturating_add(1))
}

/// Why the layer could not be put on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// The drawn document lacks something that every document has.
    #[error("the drawn document is not as expected: {0}")]
    Document(String),
    /// A fixed text is missing.
    #[error(transparent)]
    Text(#[from] TextError),
}

impl From<lopdf::Error> for ArchiveError {
    fn from(error: lopdf::Error) -> Self {
        Self::Document(error.to_string())
    }
}

/// Puts the layer on and writes the file.
///
/// # Errors
/// See [`ArchiveError`].
pub fn archive(
    mut document: Document,
    canvas: &Canvas,
    claim: &Claim,
    credential: &Credential,
    texts: &Texts,
) -> Result<Vec<u8>, ArchiveError> {
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    if pages.len() != canvas.pages.len() {
        return Err(ArchiveError::Document("pages were lost".into()));
    }
    let values = [
        ("number", claim.number.as_str()),
        ("solution", &claim.solution.name),
        ("version", &claim.solution.version),
    ];
    let title = texts.say(Language::French, "title", &values)?;
    let intent = colour::intent(&mut document);
    let xmp = metadata::packet(claim, &title);
    let xmp = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp.into_bytes());
    let xmp = document.add_object(xmp.with_compression(false));
    let (file, names) = attachment(&mut document, claim, credential, texts)?;
    let (form, seal) = fields(&mut document, canvas, claim, texts, &pages)?;
    let tree = structure::tree(&mut document, canvas, &pages, Some(seal))?;

    let catalog = document.catalog_mut()?;
    catalog.set("OutputIntents", vec![intent.into()]);
    catalog.set("Metadata", Object::Reference(xmp));
    catalog.set("AF", vec![Object::Reference(file)]);
    catalog.set("Names", dictionary! { "EmbeddedFiles" => names });
    catalog.set("AcroForm", Object::Reference(form));
    catalog.set("StructTreeRoot", Object::Reference(tree));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Lang", Object::string_literal(Language::French.tag()));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });

    written(document, credential.digest.as_bytes())
}

/// Puts structure, title and language on the pages of a plain document, which nobody signs, and writes the file.
///
/// # Errors
/// See [`ArchiveError`].
pub(crate) fn plain(
    mut document: Document,
    canvas: &Canvas,
    title: &str,
    language: Language,
) -> Result<Vec<u8>, ArchiveError> {
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let intent = colour::intent(&mut document);
    let xmp = metadata::plain(title, language);
    let xmp = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp.into_bytes());
    let xmp = document.add_object(xmp.with_compression(false));
    for (index, id) in pages.iter().enumerate() {
        let page = document.get_object_mut(*id)?.as_dict_mut()?;
        page.remove(b"Annots");
        page.set("StructParents", i64::try_from(index).unwrap_or(i64::MAX));
        page.set("Tabs", "S");
    }
    let tree = structure::tree(&mut document, canvas, &pages, None)?;
    let catalog = document.catalog_mut()?;
    catalog.set("OutputIntents", vec![intent.into()]);
    catalog.set("Metadata", Object::Reference(xmp));
    catalog.set("StructTreeRoot", Object::Reference(tree));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Lang", Object::string_literal(language.tag()));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    written(document, title.as_bytes())
}

/// The file, with an identifier that follows from what it says.
fn written(mut document: Document, says: &[u8]) -> Result<Vec<u8>, ArchiveError> {
    "1.7".clone_into(&mut document.version);
    document.trailer.remove(b"Info");
    let id = Sha256::digest(says);
    let id = Object::String(id.iter().take(16).copied().collect(), lopdf::StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    document.prune_objects();
    compress(&mut document);
    document.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
    let mut out = Vec::new();
    document.save_to(&mut out).map_err(|error| ArchiveError::Document(error.to_string()))?;
    out.push(b'\n');
    Ok(out)
}

/// A text string in UTF-16, in hexadecimal digits: whatever people typed cannot look like a piece of the file.
pub(crate) fn text_string(text: &str) -> Object {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, lopdf::StringFormat::Hexadecimal)
}

fn number(length: f32) -> Object {
    Object::Real((length * 100.0).round() / 100.0)
}

fn rectangle(area: Area) -> Object {
    Object::Array(vec![number(area.left), number(area.bottom), number(area.right), number(area.top)])
}

/// Compressed with one fixed implementation, whatever the rest of the program links: the same claim must give the
/// same bytes in every build.
fn compress(document: &mut Document) {
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.allows_compression
            && !stream.dict.has(b"Filter")
        {
            let packed = miniz_oxide::deflate::compress_to_vec_zlib(&stream.content, 9);
            stream.set_content(packed);
            stream.dict.set("Filter", "FlateDecode");
        }
    }
}

/// The credential as an attached file; it stays uncompressed, so that a verdict can read it without a PDF engine.
fn attachment(
    document: &mut Document,
    claim: &Claim,
    credential: &Credential,
    texts: &Texts,
) -> Result<(ObjectId, Object), ArchiveError> {
    let size = i64::try_from(credential.bytes.len()).unwrap_or(i64::MAX);
    let date = Object::string_literal(metadata::pdf_date(claim.decided_on));
    let stream = Stream::new(
        dictionary! {
            "Type" => "EmbeddedFile",
            "Subtype" => "application/json",
            "Params" => dictionary! { "ModDate" => date, "Size" => size },
        },
        credential.bytes.clone(),
    );
    let stream = document.add_object(stream.with_compression(false));
    let name = format!("label-{}.json", claim.number);
    let file = document.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(name.as_str()),
        "UF" => Object::string_literal(name.as_str()),
        "Desc" => text_string(&texts.say(Language::French, "attachment", &[])?),
        "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => Object::Reference(stream), "UF" => Object::Reference(stream) },
    });
    let names = dictionary! { "Names" => vec![Object::string_literal(name), Object::Reference(file)] };
    let names = document.add_object(names);
    Ok((file, Object::Reference(names)))
}

/// The form with all signature fields. The institute's is visible and part of the structure; it is signed first. The
/// signatories' are of size zero and outside the structure: a field inside it that is signed later makes strict
/// validators speak of a suspicious change.
fn fields(
    document: &mut Document,
    canvas: &Canvas,
    claim: &Claim,
    texts: &Texts,
    pages: &[ObjectId],
) -> Result<(ObjectId, ObjectId), ArchiveError> {
    let (page_index, area) = canvas.seal;
    let page = *pages.get(page_index).ok_or_else(|| ArchiveError::Document("no page for the seal".into()))?;
    let first = *pages.first().ok_or_else(|| ArchiveError::Document("no page".into()))?;
    let face = Stream::new(
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => vec![0.into(), 0.into(), number(area.right - area.left), number(area.top - area.bottom)],
            "Resources" => Dictionary::new(),
        },
        Vec::new(),
    );
    let face = document.add_object(face.with_compression(false));
    let alt = texts.say(Language::French, "seal_alt", &[])?;
    let mut seal = widget(INSTITUTE_FIELD, &alt, page, rectangle(area));
    seal.set("AP", dictionary! { "N" => Object::Reference(face) });
    // After the marked content of all pages, whose keys in the parent tree are the page numbers.
    seal.set("StructParent", i64::try_from(pages.len()).unwrap_or(i64::MAX));
    let seal = document.add_object(seal);
    let mut all = vec![Object::Reference(seal)];
    let zero = Object::Array(vec![0.into(), 0.into(), 0.into(), 0.into()]);
    for (index, person) in claim.signatories.iter().enumerate() {
        let label = format!("{}, {}", person.name, person.role);
        let field = widget(&signatory_field(index), &label, first, zero.clone());
        all.push(Object::Reference(document.add_object(field)));
    }
    for (index, id) in pages.iter().enumerate() {
        let mut own = Vec::new();
        if index == page_index {
            own.extend(all.first().cloned());
        }
        if index == 0 {
            own.extend(all.iter().skip(1).cloned());
        }
        let page = document.get_object_mut(*id)?.as_dict_mut()?;
        if own.is_empty() {
            page.remove(b"Annots");
        } else {
            page.set("Annots", own);
        }
        page.set("StructParents", i64::try_from(index).unwrap_or(i64::MAX));
        page.set("Tabs", "S");
    }
    let form = document.add_object(dictionary! { "Fields" => all, "SigFlags" => 3 });
    Ok((form, seal))
}

fn widget(name: &str, label: &str, page: ObjectId, rect: Object) -> Dictionary {
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => Object::string_literal(name),
        "TU" => text_string(label),
        "Contents" => text_string(label),
        "F" => 132,
        "P" => Object::Reference(page),
        "Rect" => rect,
    }
}
