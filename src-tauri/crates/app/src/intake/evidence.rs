//! Evidence: PDFs and images, judged by their content and never by their name.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::description::{Described, Listed};
use super::files::{Limits, Stored};
use super::item::{Item, Severity};
use super::libraries::{self, Libraries};
use super::reading::{Reading, Watch};
use super::{names, pdf};

/// What a file of evidence is, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Media {
    /// A PDF.
    Pdf,
    /// A PNG image.
    Png,
    /// A JPEG image.
    Jpeg,
    /// A bibliographic reference alone.
    Reference,
}

impl Media {
    /// The media type, for storage and for the web view.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Reference => crate::references::MEDIA,
        }
    }
}

/// A file of evidence that may be read.
#[derive(Debug, Clone)]
pub struct EvidenceFile {
    /// Name inside the package.
    pub name: String,
    /// Title for the reviewers: as described, else the file's name.
    pub title: String,
    /// What it is, in the publisher's words.
    pub kind: Option<String>,
    /// PDF or image.
    pub media: Media,
    /// The bytes, unchanged.
    pub bytes: Arc<[u8]>,
    /// SHA-256 of the bytes.
    pub sha256: [u8; 32],
    /// Pages of a PDF, where they could be counted; 1 for an image.
    pub pages: Option<u32>,
    /// Criteria that it supports, as described.
    pub criteria: Vec<String>,
    /// The bibliographic reference, as one item of CSL-JSON.
    pub reference: Option<String>,
    /// Code of the kind of study; the grid has a word for it.
    pub study: Option<String>,
}

/// Gathers the evidence: first as listed, then every other PDF and image of the package.
pub fn read(
    stored: &[Stored],
    described: &Described,
    spoken_for: &[&str],
    reading: &Reading,
    watch: &Watch<'_>,
    items: &mut Vec<Item>,
) -> Vec<EvidenceFile> {
    let limits = &reading.limits;
    let mut evidence: Vec<EvidenceFile> = Vec::new();
    let mut taken: Vec<&str> = spoken_for.to_vec();
    let mut libraries = Libraries::read(stored, &taken, items);
    taken.extend(libraries.names());
    for listed in &described.evidence {
        let reference = libraries.take(listed, items);
        if listed.file.is_empty() {
            evidence.extend(reference.map(|entry| libraries::alone(&entry, Some(listed))));
            continue;
        }
        let wanted = names::safe(&listed.file).ok();
        // Listed, and taken out by a person: that is said where it was done.
        if wanted.as_ref().is_some_and(|name| reading.taken_out.contains(name)) {
            continue;
        }
        let Some(file) = stored.iter().find(|file| Some(&file.name) == wanted.as_ref()) else {
            items.push(Item::new("intake.evidence-absent", Severity::Missing, &*listed.file));
            continue;
        };
        if taken.contains(&file.name.as_str()) {
            continue;
        }
        taken.push(&file.name);
        if !watch.file(&file.name, evidence.len(), stored.len()) {
            break;
        }
        // Another file was asked for: the announced digest is of the one that it replaces.
        if !reading.replaced.contains_key(&file.name) {
            check_digest(file, listed, items);
        }
        let found = judge(file, Some(listed), limits, items);
        evidence
            .extend(found.map(|file| EvidenceFile { reference: reference.map(|entry| entry.item), ..file }));
    }
    evidence.extend(libraries.rest().map(|entry| libraries::alone(&entry, None)));
    for entry in &reading.references {
        if !libraries::is_known(entry, &evidence) {
            evidence.push(libraries::alone(entry, None));
        }
    }
    for file in stored.iter().filter(|file| !taken.contains(&file.name.as_str())) {
        // A second description was already spoken of.
        if file.name == "dossier.json" {
            continue;
        }
        if media(&file.bytes).is_none() && !looks_like_evidence(&file.name) {
            items.push(Item::new("intake.file-left-out", Severity::Notice, &*file.name));
            continue;
        }
        if !watch.file(&file.name, evidence.len(), stored.len()) {
            break;
        }
        let unlisted = Item::new("intake.evidence-unlisted", Severity::Notice, &*file.name);
        if let Some(found) = judge(file, None, limits, items) {
            // Without a description every file is unlisted, and saying so of each would drown the rest.
            if described.file_name.is_some() {
                items.push(unlisted);
            }
            evidence.push(found);
        }
    }
    for file in &mut evidence {
        if let Some(said) = reading.studies.get(&file.sha256) {
            file.study.clone_from(said);
        }
    }
    if evidence.is_empty() {
        items.push(Item::new("intake.evidence-none", Severity::Missing, ""));
    }
    say_twins(&evidence, items);
    for file in evidence.iter().filter(|file| file.media == Media::Pdf) {
        if !watch.file(&file.name, evidence.len(), stored.len()) {
            break;
        }
        say_patient(file, reading, items);
    }
    evidence
}

/// Judges one file that no description lists.
pub fn judge_one(file: &Stored, reading: &Reading, items: &mut Vec<Item>) -> Option<EvidenceFile> {
    let found = judge(file, None, &reading.limits, items)?;
    if found.media == Media::Pdf {
        say_patient(&found, reading, items);
    }
    Some(found)
}

fn judge(
    file: &Stored,
    listed: Option<&Listed>,
    limits: &Limits,
    items: &mut Vec<Item>,
) -> Option<EvidenceFile> {
    if file.bytes.is_empty() {
        items.push(Item::new("intake.file-empty", Severity::Wrong, &*file.name));
        return None;
    }
    let Some(media) = media(&file.bytes) else {
        let code = if names::ends(&file.name, "pdf") { "intake.pdf-not" } else { "intake.file-kind" };
        items.push(Item::new(code, Severity::Wrong, &*file.name));
        return None;
    };
    let pages = match media {
        Media::Pdf => pdf::examine(file, limits, items)?.pages,
        Media::Png | Media::Jpeg | Media::Reference => Some(1),
    };
    let title = listed.and_then(|listed| listed.title.clone());
    Some(EvidenceFile {
        name: file.name.clone(),
        title: title.unwrap_or_else(|| names::stem(&file.name).replace(['_', '-'], " ")),
        kind: listed.and_then(|listed| listed.kind.clone()),
        media,
        bytes: Arc::clone(&file.bytes),
        sha256: file.sha256,
        pages,
        criteria: listed.map(|listed| listed.criteria.clone()).unwrap_or_default(),
        reference: None,
        study: listed.and_then(|listed| listed.study.clone()),
    })
}

/// Says on which page a sign of a patient stands, and which sign; the sign itself is not repeated.
fn say_patient(file: &EvidenceFile, reading: &Reading, items: &mut Vec<Item>) {
    let Some((page, sign)) = pdf::find_patient(&file.bytes, reading.limits.pdf_time) else { return };
    let cleared = reading.cleared.contains(&file.sha256);
    let (code, severity) = if cleared {
        ("intake.patient-cleared", Severity::Notice)
    } else {
        ("intake.patient-page", Severity::Wrong)
    };
    items.push(Item::new(code, severity, &*file.name).with("page", page).with("sign", sign.code()));
}

/// The kind by content. A PDF's mark may follow up to 1024 bytes of something else, as readers allow.
fn media(bytes: &[u8]) -> Option<Media> {
    let head = bytes.get(..bytes.len().min(1024))?;
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(Media::Png)
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        Some(Media::Jpeg)
    } else if head.windows(5).any(|window| window == b"%PDF-") {
        Some(Media::Pdf)
    } else {
        None
    }
}

fn looks_like_evidence(name: &str) -> bool {
    ["pdf", "png", "jpg", "jpeg", "docx", "doc", "odt", "xlsx", "pptx", "tif", "tiff"]
        .iter()
        .any(|ending| names::ends(name, ending))
}

fn check_digest(file: &Stored, listed: &Listed, items: &mut Vec<Item>) {
    let Some(announced) = &listed.sha256 else { return };
    if !hex(&file.sha256).eq_ignore_ascii_case(announced.trim()) {
        items.push(Item::new("intake.evidence-digest", Severity::Wrong, &*file.name));
    }
}

/// Lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn say_twins(evidence: &[EvidenceFile], items: &mut Vec<Item>) {
    let mut seen: BTreeMap<[u8; 32], &str> = BTreeMap::new();
    for file in evidence {
        if let Some(first) = seen.insert(file.sha256, &file.name) {
            items.push(Item::new("intake.evidence-same", Severity::Notice, &*file.name).with("other", first));
        }
    }
}
