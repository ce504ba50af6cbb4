//! Passages of the evidence that a reviewer cites: lines with the place where they stand on the page.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Document, Object};
use sceau_app::desk::Desk;
use sceau_domain::id::DossierId;
use sceau_ledger::payload::sealed::{Anchor, EvidenceItem, Rect};

use crate::board::{During, Problem, Result};

/// Fewest words worth citing.
const WORDS: usize = 6;
/// Sizes of running text, in points: neither headings nor captions are cited.
const BODY: std::ops::Range<f32> = 9.4..11.0;

/// A line of running text.
#[derive(Debug, Clone)]
pub struct Passage {
    /// The criteria that its file supports.
    pub criteria: Vec<String>,
    /// The line, as it would be cited.
    pub anchor: Anchor,
}

/// Every line of running text of a dossier's evidence, in the order of files and pages. Scans have none.
///
/// # Errors
/// The evidence is not on this desk, or is no PDF that can be read.
pub fn passages(desk: &Desk, dossier: DossierId) -> Result<Vec<Passage>> {
    let mut found = Vec::new();
    for item in desk.evidence(dossier).during("evidence")? {
        if item.media == "application/pdf" {
            let bytes = desk.evidence_bytes(dossier, &item.sha256, 0..item.place.size).during("evidence")?;
            found.extend(of_file(&item, &bytes)?);
        }
    }
    Ok(found)
}

fn of_file(item: &EvidenceItem, bytes: &[u8]) -> Result<Vec<Passage>> {
    let lines = lines_of(bytes)?;
    let passage = |(page, rect, [before, quote, after]): (u32, Rect, [String; 3])| Passage {
        criteria: item.criteria.clone(),
        anchor: Anchor {
            id: [0; 16],
            file: item.sha256,
            page: page.into(),
            rects: vec![rect],
            quote,
            before,
            after,
            region: false,
        },
    };
    Ok(lines.into_iter().map(passage).collect())
}

/// Every line of running text: page, place, and the line between the one before and the one after.
///
/// # Errors
/// It is no PDF that can be read.
pub fn lines_of(bytes: &[u8]) -> Result<Vec<(u32, Rect, [String; 3])>> {
    let unread = |cause: lopdf::Error| Problem::new("evidence", cause);
    let pdf = Document::load_mem(bytes).map_err(unread)?;
    let mut found = Vec::new();
    for (number, page) in pdf.get_pages() {
        let lines = lines(&pdf, page).map_err(unread)?;
        for (place, line) in lines.iter().enumerate() {
            if !BODY.contains(&line.size) || line.text.split_whitespace().count() < WORDS {
                continue;
            }
            let beside = |place: Option<usize>| {
                place.and_then(|place| lines.get(place)).map(|line| line.text.clone()).unwrap_or_default()
            };
            let words = [beside(place.checked_sub(1)), line.text.clone(), beside(place.checked_add(1))];
            found.push((number, line.rect(), words));
        }
    }
    Ok(found)
}

/// A line of text on a page.
struct PageLine {
    x: f32,
    y: f32,
    size: f32,
    width: f32,
    text: String,
}

impl PageLine {
    /// In hundredths of a point.
    fn rect(&self) -> Rect {
        let hundredths = |points: f32| (points * 100.0) as i64;
        [
            hundredths(self.x),
            hundredths(self.y - self.size * 0.25),
            hundredths(self.x + self.width),
            hundredths(self.y + self.size * 0.85),
        ]
    }
}

fn lines(pdf: &Document, page: lopdf::ObjectId) -> std::result::Result<Vec<PageLine>, lopdf::Error> {
    let fonts = pdf.get_page_fonts(page)?;
    let mut known = BTreeMap::new();
    for (name, font) in &fonts {
        known.insert(name.clone(), (font.get_font_encoding(pdf)?, widths(pdf, font)));
    }
    let content = Content::decode(&pdf.get_page_content(page))?;
    let (mut face, mut size, mut at) = (Vec::new(), 0.0_f32, (0.0_f32, 0.0_f32));
    let mut lines = Vec::new();
    for operation in &content.operations {
        match (operation.operator.as_str(), operation.operands.as_slice()) {
            ("Tf", [Object::Name(name), points]) => {
                (face, size) = (name.clone(), points.as_float().unwrap_or(0.0));
            }
            ("Tm", [_, _, _, _, x, y]) => {
                at = (x.as_float().unwrap_or(0.0), y.as_float().unwrap_or(0.0));
            }
            ("Tj", [Object::String(bytes, _)]) => {
                let Some((encoding, widths)) = known.get(&face) else { continue };
                let glyphs = bytes.chunks_exact(2).map(|pair| match pair {
                    [high, low] => u16::from_be_bytes([*high, *low]),
                    _ => 0,
                });
                let width: f32 = glyphs.map(|glyph| widths.get(&glyph).copied().unwrap_or(500.0)).sum();
                let text = Document::decode_text(encoding, bytes)?;
                lines.push(PageLine { x: at.0, y: at.1, size, width: width * size / 1000.0, text });
            }
            _ => {}
        }
    }
    Ok(lines)
}

fn whole<'d>(pdf: &'d Document, object: &'d Object) -> Option<&'d Object> {
    pdf.dereference(object).ok().map(|(_, object)| object)
}

/// Widths of glyphs, in thousandths of the size: `c [w w w]` and `first last w` (ISO 32000-2, 9.7.4.3).
fn widths(pdf: &Document, font: &lopdf::Dictionary) -> BTreeMap<u16, f32> {
    let mut widths = BTreeMap::new();
    let descendant = font
        .get(b"DescendantFonts")
        .ok()
        .and_then(|object| whole(pdf, object))
        .and_then(|list| list.as_array().ok());
    let descendant = descendant.and_then(|list| list.first()).and_then(|object| whole(pdf, object));
    let listed = descendant.and_then(|font| font.as_dict().ok()).and_then(|font| font.get(b"W").ok());
    let Some(listed) = listed.and_then(|object| whole(pdf, object)).and_then(|list| list.as_array().ok())
    else {
        return widths;
    };
    let number = |object: &Object| object.as_i64().ok().and_then(|number| u16::try_from(number).ok());
    let mut rest = listed.as_slice();
    loop {
        match rest {
            [first, Object::Array(each), more @ ..] => {
                let first = number(first).unwrap_or(0);
                for (glyph, width) in (first..).zip(each) {
                    widths.insert(glyph, width.as_float().unwrap_or(0.0));
                }
                rest = more;
            }
            [first, last, width, more @ ..] => {
                let width = width.as_float().unwrap_or(0.0);
                for glyph in number(first).unwrap_or(0)..=number(last).unwrap_or(0) {
                    widths.insert(glyph, width);
                }
                rest = more;
            }
            _ => return widths,
        }
    }
}
