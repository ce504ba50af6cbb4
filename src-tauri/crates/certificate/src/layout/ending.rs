//! The end of a certificate: how to check it, the summary in English, the foot of every page.

use super::canvas::{ACCENT, Area, INK, Item, Mark, PAGE, QUIET, RULE};
use super::flow::{BODY, Flow, MARGIN, MEASURE, SMALL, STRONG, Style};
use super::page::{LayoutError, section};
use crate::content::Claim;
use crate::credential::Credential;
use crate::fonts::Weight;
use crate::texts::{Language, Texts, day};

const FR: Language = Language::French;
const EN: Language = Language::English;

/// How to check, with the address in letters.
pub(super) fn check(flow: &mut Flow<'_>, claim: &Claim, texts: &Texts) -> Result<(), LayoutError> {
    let part = section(flow, None);
    flow.heading(part, &texts.say(FR, "check", &[])?);
    flow.paragraph(part, BODY, &texts.say(FR, "check_how", &[])?);
    flow.paragraph(part, Style { colour: ACCENT, ..STRONG }, &claim.check_url);
    flow.skip(16.0);
    Ok(())
}

/// The summary in English.
pub(super) fn summary(flow: &mut Flow<'_>, claim: &Claim, texts: &Texts) -> Result<(), LayoutError> {
    let mut sentences = Vec::new();
    if claim.demonstration {
        sentences.push(texts.say(EN, "demonstration", &[])?);
    }
    let values = [
        ("label", claim.label.english()),
        ("solution", &claim.solution.name),
        ("version", &claim.solution.version),
        ("holder", &claim.holder),
    ];
    sentences.push(texts.say(EN, "awarded", &values)?);
    let dates = [
        ("from", &*day(EN, claim.effective_on)),
        ("until", &day(EN, claim.valid_until)),
        ("decided", &day(EN, claim.decided_on)),
    ];
    let mut life = texts.say(EN, "valid", &dates)?;
    if let Some(provisional) = &claim.provisional {
        life.push(' ');
        life.push_str(&texts.say(EN, "provisional", &[("date", &day(EN, provisional.evidence_by))])?);
    }
    if let Some(mark) = &claim.entry_mark {
        life.push(' ');
        life.push_str(&texts.say(EN, "mark", &[("at_least", &mark.at_least), ("scale", &mark.scale)])?);
    }
    sentences.push(life);
    sentences.push(texts.say(EN, "statement", &[])?);
    sentences.push(texts.say(EN, "check", &[("url", &claim.check_url)])?);
    let height: f32 = sentences.iter().map(|text| flow.height(SMALL, MEASURE, text) + 3.0).sum();
    flow.room(height + 34.0);
    let part = section(flow, Some(EN));
    flow.heading(part, &texts.say(EN, "document", &[])?);
    for sentence in &sentences {
        flow.paragraph(part, Style { colour: INK, ..SMALL }, sentence);
        flow.skip(3.0);
    }
    Ok(())
}

/// Number, digest and page at the foot of every page, as decoration: the same facts stand in the text.
pub(super) fn foot(
    flow: &mut Flow<'_>,
    claim: &Claim,
    credential: &Credential,
    texts: &Texts,
) -> Result<(), LayoutError> {
    let pages = flow.canvas.pages.len();
    let mut first =
        format!("{}, {}", texts.say(FR, "number", &[("number", &claim.number)])?, claim.institute);
    if claim.demonstration {
        first.push_str(" · ");
        first.push_str(&texts.say(FR, "demonstration_short", &[])?);
    }
    let first =
        flow.fonts.lines(SMALL.weight, 8.0, MEASURE - 90.0, &first).into_iter().next().unwrap_or_default();
    let second = texts.say(FR, "credential", &[("digest", &credential.digest)])?;
    for page in 0..pages {
        let (number, count) = ((page + 1).to_string(), pages.to_string());
        let place = texts.say(FR, "page", &[("page", &number), ("pages", &count)])?;
        let right = MARGIN + MEASURE - flow.fonts.width(SMALL.weight, 8.0, &place);
        let line = Area { left: MARGIN, bottom: 55.0, right: MARGIN + MEASURE, top: 55.6 };
        flow.canvas.fill(page, line, RULE);
        for (x, y, text) in [(MARGIN, 42.0, &first), (MARGIN, 31.0, &second), (right, 42.0, &place)] {
            let item =
                Item::Text { x, y, size: 8.0, weight: Weight::Regular, colour: QUIET, text: text.clone() };
            flow.canvas.draw(page, Mark::Artifact, item);
        }
        if page > 0 {
            let top = PAGE.1 - 48.0;
            let item = Item::Text {
                x: MARGIN,
                y: top,
                size: 9.0,
                weight: Weight::SemiBold,
                colour: ACCENT,
                text: claim.label.fr.clone(),
            };
            flow.canvas.draw(page, Mark::Artifact, item);
            let rule = Area { left: MARGIN, bottom: top - 10.0, right: MARGIN + MEASURE, top: top - 9.2 };
            flow.canvas.fill(page, rule, ACCENT);
        }
    }
    Ok(())
}
