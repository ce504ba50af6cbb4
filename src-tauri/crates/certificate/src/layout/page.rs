//! The composition of a certificate, from top to bottom.

use super::canvas::{
    ACCENT, Area, Canvas, GREY, INK, Item, Mark, QUIET, RULE, Role, TINT, WARM, WARM_INK, WHITE,
};
use super::flow::{BODY, Flow, MARGIN, MEASURE, SMALL, STRONG, Style};
use super::{emblem, ending, facts};
use crate::content::Claim;
use crate::content_check::required;
use crate::credential::{Credential, code_address};
use crate::fonts::{FontError, Fonts, Weight};
use crate::texts::{Language, TextError, Texts, day};

const FR: Language = Language::French;
/// Most pages of a certificate.
pub const MOST_PAGES: usize = 4;
/// Side of the two-dimensional code: 34 mm.
const CODE: f32 = 96.0;

/// Why a claim cannot be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// A character that cannot be drawn.
    #[error(transparent)]
    Font(#[from] FontError),
    /// A fixed text is missing.
    #[error(transparent)]
    Text(#[from] TextError),
    /// More text than four pages hold.
    #[error("the certificate would have {0} pages; four is the most")]
    TooManyPages(usize),
    /// The address is too long for a two-dimensional code.
    #[error("the address of the label does not fit a two-dimensional code")]
    Code,
}

/// Sets a claim on one to four pages.
///
/// # Errors
/// See [`LayoutError`].
pub fn compose(
    claim: &Claim,
    credential: &Credential,
    texts: &Texts,
    fonts: &Fonts,
) -> Result<Canvas, LayoutError> {
    for (field, text) in required(claim) {
        fonts.knows(&field, text)?;
    }
    if let Some(english) = claim.level.as_ref().and_then(|level| level.en.as_ref()) {
        fonts.knows("level.en", english)?;
    }
    let mut flow = Flow::new(fonts);
    let address = code_address(claim, credential);
    head(&mut flow, claim, texts)?;
    title(&mut flow, claim, texts, &address)?;
    why(&mut flow, claim, texts)?;
    let rows = facts::rows(claim, texts)?;
    // The table is read as a whole: it moves to the next page rather than break, unless it is longer than a page.
    flow.room((facts::height(&flow, &rows) + 30.0).min(560.0));
    let part = section(&mut flow, None);
    flow.heading(part, &texts.say(FR, "facts", &[])?);
    facts::table(&mut flow, part, &rows);
    flow.skip(16.0);
    names_and_seal(&mut flow, claim, texts)?;
    ending::check(&mut flow, claim, texts)?;
    ending::summary(&mut flow, claim, texts)?;
    ending::foot(&mut flow, claim, credential, texts)?;
    let pages = flow.canvas.pages.len();
    if pages > MOST_PAGES { Err(LayoutError::TooManyPages(pages)) } else { Ok(flow.canvas) }
}

pub(super) fn section(flow: &mut Flow<'_>, language: Option<Language>) -> usize {
    let part = flow.canvas.element(0, Role::Section);
    if let Some(element) = flow.canvas.elements.get_mut(part) {
        element.language = language;
    }
    part
}

fn figure(flow: &mut Flow<'_>, parent: usize, alt: String, area: Area) -> usize {
    let page = flow.page;
    let index = flow.canvas.element(parent, Role::Figure);
    if let Some(element) = flow.canvas.elements.get_mut(index) {
        element.alt = Some(alt);
        element.area = Some((page, area));
    }
    index
}

/// Emblem, institute, number.
fn head(flow: &mut Flow<'_>, claim: &Claim, texts: &Texts) -> Result<(), LayoutError> {
    let radius = 17.0;
    let centre = (MARGIN + radius, flow.y - radius);
    let area = Area {
        left: MARGIN,
        bottom: centre.1 - radius,
        right: MARGIN + 2.0 * radius,
        top: centre.1 + radius,
    };
    let picture = figure(flow, 0, texts.say(FR, "mark_alt", &[])?, area);
    for (rings, fill) in [
        (emblem::disc(centre, radius), ACCENT),
        (emblem::ring(centre, radius), WHITE),
        (emblem::tick(centre, radius * 1.1), WHITE),
    ] {
        flow.canvas.draw(0, Mark::Element(picture), Item::Shape { rings, fill });
    }
    let top = flow.y;
    let number = texts.say(FR, "number", &[("number", &claim.number)])?;
    let style = Style { colour: ACCENT, size: 11.5, leading: 18.0, ..STRONG };
    let width = flow.fonts.width(style.weight, style.size, &number);
    let left = MARGIN + 2.0 * radius + 12.0;
    let institute = flow.canvas.element(0, Role::Paragraph);
    flow.text(
        Mark::Element(institute),
        Style { size: 13.0, leading: 18.0, ..STRONG },
        left,
        MEASURE - 46.0 - width - 16.0,
        &claim.institute,
    );
    let kind = flow.canvas.element(0, Role::Paragraph);
    flow.text(
        Mark::Element(kind),
        Style { size: 10.0, ..SMALL },
        left,
        220.0,
        &texts.say(FR, "document", &[])?,
    );
    let below = flow.y;
    flow.y = top;
    let rank = flow.canvas.element(0, Role::Paragraph);
    flow.text(Mark::Element(rank), style, MARGIN + MEASURE - width, width + 1.0, &number);
    flow.y = below.min(top - 2.0 * radius) - 12.0;
    let (y, page) = (flow.y, flow.page);
    flow.canvas.fill(page, Area { left: MARGIN, bottom: y - 1.6, right: MARGIN + MEASURE, top: y }, ACCENT);
    flow.skip(1.6);
    if claim.demonstration {
        flow.skip(10.0);
        let note = flow.canvas.element(0, Role::Paragraph);
        let style = Style { colour: WARM_INK, size: 9.5, leading: 13.0, ..STRONG };
        flow.boxed(WARM, None, &[(note, style, &texts.say(FR, "demonstration", &[])?)]);
    }
    Ok(())
}

/// Label, solution, holder, validity; the two-dimensional code beside them.
fn title(flow: &mut Flow<'_>, claim: &Claim, texts: &Texts, address: &str) -> Result<(), LayoutError> {
    flow.skip(22.0);
    let top = flow.y;
    let width = MEASURE - CODE - 26.0;
    let heading = flow.canvas.element(0, Role::Title);
    let big = Style { size: 23.0, leading: 28.0, weight: Weight::SemiBold, colour: INK };
    flow.text(Mark::Element(heading), big, MARGIN, width, &claim.label.fr);
    flow.skip(8.0);
    let awarded = flow.canvas.element(0, Role::Paragraph);
    let quiet = Style { colour: QUIET, size: 10.5, ..BODY };
    flow.text(Mark::Element(awarded), quiet, MARGIN, width, &texts.say(FR, "awarded", &[])?);
    let solution = flow.canvas.element(0, Role::Paragraph);
    let name = Style { size: 18.0, leading: 24.0, weight: Weight::SemiBold, colour: ACCENT };
    flow.text(Mark::Element(solution), name, MARGIN, width, &claim.solution.name);
    let whose = flow.canvas.element(0, Role::Paragraph);
    let line = format!(
        "{}, {}",
        texts.say(FR, "version", &[("version", &claim.solution.version)])?,
        texts.say(FR, "by", &[("holder", &claim.holder)])?
    );
    flow.text(Mark::Element(whose), Style { size: 11.0, leading: 16.0, ..BODY }, MARGIN, width, &line);

    let left = MARGIN + MEASURE - CODE;
    let area = Area { left, bottom: top - 4.0 - CODE, right: left + CODE, top: top - 4.0 };
    let picture = figure(flow, 0, texts.say(FR, "code_alt", &[("url", &claim.check_url)])?, area);
    let rings = emblem::code(address, area).ok_or(LayoutError::Code)?;
    flow.canvas.draw(flow.page, Mark::Element(picture), Item::Shape { rings, fill: INK });
    let caption = texts.say(FR, "check", &[])?;
    let size = SMALL.size;
    let x = left + (CODE - flow.fonts.width(SMALL.weight, size, &caption)) / 2.0;
    let text = flow.canvas.element(0, Role::Paragraph);
    let below = flow.y;
    flow.y = area.bottom - 3.0;
    flow.text(Mark::Element(text), SMALL, x, CODE + 40.0, &caption);
    flow.y = below.min(flow.y) - 12.0;

    let until = day(FR, claim.valid_until);
    let values =
        [("from", &*day(FR, claim.effective_on)), ("until", &until), ("version", &claim.solution.version)];
    let band = flow.canvas.element(0, Role::Paragraph);
    let mut parts =
        vec![(band, Style { size: 11.0, leading: 16.0, ..STRONG }, texts.say(FR, "valid", &values)?)];
    if let Some(provisional) = &claim.provisional {
        let sentence = texts.say(FR, "provisional", &[("date", &day(FR, provisional.evidence_by))])?;
        parts.push((flow.canvas.element(0, Role::Paragraph), BODY, sentence));
    }
    let parts: Vec<_> =
        parts.iter().map(|(element, style, text)| (*element, *style, text.as_str())).collect();
    flow.boxed(TINT, Some(ACCENT), &parts);
    flow.skip(18.0);
    Ok(())
}

/// Reasons, what remains to improve, what the label is not.
fn why(flow: &mut Flow<'_>, claim: &Claim, texts: &Texts) -> Result<(), LayoutError> {
    let part = section(flow, None);
    flow.heading(part, &texts.say(FR, "reasons", &[])?);
    let list = flow.canvas.element(part, Role::List);
    for reason in &claim.reasons {
        flow.bullet(list, &[(BODY, reason)]);
    }
    flow.skip(12.0);
    if !claim.improvements.is_empty() {
        let part = section(flow, None);
        let key = if claim.with_reservations { "reservations" } else { "improvements" };
        flow.heading(part, &texts.say(FR, key, &[])?);
        let list = flow.canvas.element(part, Role::List);
        for point in &claim.improvements {
            let what = format!("{}. {}", point.criterion, point.observation);
            let mut more = texts.say(FR, "would_change", &[("change", &point.change)])?;
            if let Some(by) = point.by {
                if !more.ends_with(['.', '!', '?', '…']) {
                    more.push('.');
                }
                more.push(' ');
                more.push_str(&texts.say(FR, "by_when", &[("date", &day(FR, by))])?);
            }
            flow.bullet(list, &[(BODY, &what), (SMALL, &more)]);
        }
        flow.skip(12.0);
    }
    let part = section(flow, None);
    let (heading, statement) = (texts.say(FR, "is_not", &[])?, texts.say(FR, "statement", &[])?);
    let title = flow.canvas.element(part, Role::Heading);
    let text = flow.canvas.element(part, Role::Paragraph);
    flow.boxed(
        GREY,
        None,
        &[(title, Style { size: 11.0, leading: 17.0, ..STRONG }, &heading), (text, BODY, &statement)],
    );
    flow.skip(20.0);
    Ok(())
}

/// Who signs, and the field of the institute's seal, side by side.
fn names_and_seal(flow: &mut Flow<'_>, claim: &Claim, texts: &Texts) -> Result<(), LayoutError> {
    let column = MEASURE / 2.0 - 10.0;
    let seal_text = texts.say(FR, "seal_level", &[("level", claim.seal_level.name())])?;
    let seal_height = 24.0 + 18.0 + 15.0 + flow.height(SMALL, column - 28.0, &seal_text);
    let rows = u16::try_from(claim.signatories.len()).unwrap_or(u16::MAX);
    // A long list of names may run over a page; the seal and the first names stay together.
    flow.room(seal_height.max(f32::from(rows.min(6)) * 33.0) + 30.0);
    let part = section(flow, None);
    flow.heading(part, &texts.say(FR, "signatories", &[])?);
    let (top, page) = (flow.y, flow.page);

    let area = Area { left: MARGIN + column + 20.0, bottom: top - seal_height, right: MARGIN + MEASURE, top };
    frame(flow, area);
    flow.y = top - 12.0;
    let title = flow.canvas.element(part, Role::Paragraph);
    let inset = area.left + 14.0;
    let strong = Style { colour: ACCENT, size: 11.0, leading: 18.0, ..STRONG };
    flow.text(Mark::Element(title), strong, inset, column - 28.0, &texts.say(FR, "seal", &[])?);
    let by = flow.canvas.element(part, Role::Paragraph);
    let one_line = flow.fonts.lines(BODY.weight, BODY.size, column - 28.0, &claim.institute);
    let shown = one_line.first().cloned().unwrap_or_default();
    flow.text(Mark::Element(by), BODY, inset, column - 28.0, &shown);
    let how = flow.canvas.element(part, Role::Paragraph);
    flow.text(Mark::Element(how), SMALL, inset, column - 28.0, &seal_text);
    let field = flow.canvas.element(part, Role::Form);
    if let Some(element) = flow.canvas.elements.get_mut(field) {
        element.alt = Some(texts.say(FR, "seal_alt", &[])?);
        element.area = Some((page, area));
    }
    flow.canvas.seal = (page, area);
    flow.canvas.seal_element = field;

    flow.y = top;
    for person in &claim.signatories {
        flow.room(33.0);
        let name = flow.canvas.element(part, Role::Paragraph);
        flow.text(Mark::Element(name), STRONG, MARGIN, column, &person.name);
        let role = flow.canvas.element(part, Role::Paragraph);
        flow.text(Mark::Element(role), SMALL, MARGIN, column, &person.role);
        flow.skip(6.0);
    }
    if flow.page == page {
        flow.y = flow.y.min(area.bottom);
    }
    flow.skip(16.0);
    Ok(())
}

fn frame(flow: &mut Flow<'_>, area: Area) {
    let Area { left, bottom, right, top } = area;
    let page = flow.page;
    let line = 0.8;
    for side in [
        Area { left, bottom, right, top: bottom + line },
        Area { left, bottom: top - line, right, top },
        Area { left, bottom, right: left + line, top },
        Area { left: right - line, bottom, right, top },
    ] {
        flow.canvas.fill(page, side, RULE);
    }
}
