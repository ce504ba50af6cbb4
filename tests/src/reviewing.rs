//! A reviewer's work without a window: every criterion marked with a reason, passages of the evidence cited.

use sceau_app::desk::Desk;
use sceau_domain::grid::{Criterion, Kind};
use sceau_domain::id::DossierId;
use sceau_ledger::payload::sealed::{Anchor, EvidenceItem, Mark, Note, NoteStyle, Rect, SheetRow};

use crate::board::{During, Result};
use crate::machine;
use crate::quoting::lines_of;

/// What a reviewer left behind.
#[derive(Debug, Clone, Default)]
pub struct Review {
    /// Criteria marked.
    pub marked: usize,
    /// Passages cited.
    pub cited: usize,
    /// Strings that only this reviewer and, later, the board may read.
    pub plants: Vec<String>,
}

fn word() -> String {
    let mut bytes = [0; 8];
    machine::fill(&mut bytes);
    bytes.iter().fold("semis".to_owned(), |word, byte| format!("{word}{byte:02x}"))
}

fn id() -> [u8; 16] {
    let mut bytes = [0; 16];
    machine::fill(&mut bytes);
    bytes
}

/// Marks every criterion that applies; `strictness` 0 gives the best option, 1 the one below where there is one.
///
/// # Errors
/// The dossier or its evidence cannot be read, or the disk.
pub fn review(desk: &Desk, dossier: DossierId, strictness: usize) -> Result<Review> {
    let grid = desk.grid_of(dossier).during("review")?;
    let passages = passages(desk, dossier)?;
    let mut review = Review::default();
    let mut cited = passages.iter().cycle();
    for criterion in &grid.criteria {
        let Some(mark) = mark(criterion, strictness) else { continue };
        let plant = word();
        let anchors: Vec<Anchor> = cited.next().cloned().into_iter().collect();
        review.cited += anchors.len();
        review.marked += 1;
        let anchors = anchors.into_iter().map(|anchor| Anchor { id: id(), ..anchor }).collect();
        let reason = format!("Motif rédigé hors ligne, {plant}.");
        review.plants.push(plant);
        let row = SheetRow { criterion: criterion.code.clone(), mark: Some(mark), reason, anchors };
        desk.save_row(dossier, 1, &row).during("autosave")?;
    }
    let plant = word();
    if let Some(passage) = passages.first() {
        let passage = Anchor { id: id(), ..passage.clone() };
        let note = Note {
            passage,
            version: 1,
            text: format!("À relire : {plant}"),
            removed: false,
            style: NoteStyle::Highlight,
            colour: None,
        };
        desk.save_note(dossier, &note).during("autosave")?;
        review.plants.push(plant);
    }
    Ok(review)
}

/// A mark for a criterion, `strictness` options below the best; `None` for what is not marked.
#[must_use]
pub fn mark(criterion: &Criterion, strictness: usize) -> Option<Mark> {
    match &criterion.kind {
        Kind::YesNo(choices) | Kind::Choice(choices) => {
            let mut choices: Vec<_> = choices.iter().collect();
            choices.sort_by(|a, b| b.points.cmp(&a.points));
            let chosen =
                choices.get(strictness.min(choices.len().saturating_sub(2))).or_else(|| choices.first())?;
            Some(Mark::Option(chosen.code.clone()))
        }
        Kind::Scale { from, to, .. } => {
            let strictness = i64::try_from(strictness).unwrap_or(0);
            Some(Mark::Option((to - strictness).max(*from).to_string()))
        }
        Kind::Number(_) => Some(Mark::Value("100".to_owned())),
        _ => None,
    }
}

/// Passages of every file, in the order of the files.
fn passages(desk: &Desk, dossier: DossierId) -> Result<Vec<Anchor>> {
    let mut passages = Vec::new();
    for item in desk.evidence(dossier).during("evidence")? {
        let bytes = desk.evidence_bytes(dossier, &item.sha256, 0..item.place.size).during("evidence")?;
        passages.extend(of_file(&item, &bytes));
    }
    Ok(passages)
}

/// Lines where our own reading of the page finds them, else the words of each page, else a region: scans, pictures and
/// files that only a viewer can mend have no text to quote.
fn of_file(item: &EvidenceItem, bytes: &[u8]) -> Vec<Anchor> {
    let pdf = item.media == "application/pdf";
    let mut found = if pdf { lines(item, bytes) } else { Vec::new() };
    if pdf && found.is_empty() {
        found = pages(item, bytes);
    }
    if found.is_empty() {
        found.push(Anchor {
            region: true,
            quote: format!("Région de la pièce {}", item.number),
            ..anchor(item, 1, [5_000, 5_000, 30_000, 30_000])
        });
    }
    found
}

fn anchor(item: &EvidenceItem, page: u64, rect: Rect) -> Anchor {
    Anchor {
        id: [0; 16],
        file: item.sha256,
        page,
        rects: vec![rect],
        quote: String::new(),
        before: String::new(),
        after: String::new(),
        region: false,
    }
}

fn lines(item: &EvidenceItem, bytes: &[u8]) -> Vec<Anchor> {
    let lines = lines_of(bytes).unwrap_or_default().into_iter();
    let cited = lines.map(|(page, rect, [before, quote, after])| Anchor {
        quote,
        before,
        after,
        ..anchor(item, page.into(), rect)
    });
    cited.collect()
}

fn pages(item: &EvidenceItem, bytes: &[u8]) -> Vec<Anchor> {
    let Ok(pdf) = lopdf::Document::load_mem(bytes) else { return Vec::new() };
    let mut found = Vec::new();
    for page in pdf.get_pages().into_keys() {
        let text = pdf.extract_text(&[page]).unwrap_or_default();
        let folded = text.split_whitespace().collect::<Vec<_>>();
        if folded.len() < 12 {
            continue;
        }
        let words =
            |from: usize, to: usize| folded.get(from..to.min(folded.len())).unwrap_or_default().join(" ");
        found.push(Anchor {
            quote: words(3, 9),
            before: words(0, 3),
            after: words(9, 12),
            ..anchor(item, page.into(), [5_000, 5_000, 55_000, 79_000])
        });
    }
    found
}
