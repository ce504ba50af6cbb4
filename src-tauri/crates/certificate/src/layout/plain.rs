//! A plain text set on pages: title, headings, paragraphs, lists, one code in large letters.

use super::canvas::{Area, Canvas, GREY, Item, Mark, QUIET, RULE, Role};
use super::flow::{BODY, Flow, HEADING, MARGIN, MEASURE, SMALL, STRONG, Style};
use crate::fonts::{FontError, Fonts, Weight};
use crate::paper::{Block, Paper};

const TITLE: Style = Style { size: 18.0, leading: 24.0, ..HEADING };
const CODE: Style = Style { size: 15.0, leading: 26.0, ..STRONG };

/// Sets a paper.
///
/// # Errors
/// A character that the fonts cannot draw.
pub fn set(paper: &Paper, fonts: &Fonts) -> Result<Canvas, FontError> {
    fonts.knows("title", &paper.title)?;
    for line in paper.blocks.iter().flat_map(|block| block.text().lines()) {
        fonts.knows("text", line)?;
    }
    let mut flow = Flow::new(fonts);
    let title = flow.canvas.element(0, Role::Title);
    flow.text(Mark::Element(title), TITLE, MARGIN, MEASURE, &paper.title);
    flow.skip(14.0);
    let mut list = None;
    for block in &paper.blocks {
        if let Block::Item { text } = block {
            let list = *list.get_or_insert_with(|| flow.canvas.element(0, Role::List));
            let lines: Vec<_> = text.lines().map(|line| (BODY, line)).collect();
            flow.bullet(list, &lines);
            continue;
        }
        if list.take().is_some() {
            flow.skip(6.0);
        }
        match block {
            Block::Heading { text } => {
                flow.skip(10.0);
                flow.heading(0, text);
            }
            Block::Code { text } => {
                let element = flow.canvas.element(0, Role::Paragraph);
                flow.boxed(GREY, None, &[(element, CODE, text)]);
                flow.skip(12.0);
            }
            Block::Paragraph { text } | Block::Item { text } => {
                let element = flow.canvas.element(0, Role::Paragraph);
                for line in text.lines() {
                    flow.text(Mark::Element(element), BODY, MARGIN, MEASURE, line);
                }
                flow.skip(8.0);
            }
        }
    }
    foot(&mut flow, &paper.title);
    Ok(flow.canvas)
}

/// Title and page at the foot of every page, as decoration.
fn foot(flow: &mut Flow<'_>, title: &str) {
    let pages = flow.canvas.pages.len();
    let title = flow.fonts.lines(SMALL.weight, 8.0, MEASURE - 60.0, title).into_iter().next();
    for page in 0..pages {
        let line = Area { left: MARGIN, bottom: 55.0, right: MARGIN + MEASURE, top: 55.6 };
        flow.canvas.fill(page, line, RULE);
        let place = format!("{}/{pages}", page + 1);
        let right = MARGIN + MEASURE - flow.fonts.width(SMALL.weight, 8.0, &place);
        for (x, text) in [(MARGIN, title.clone().unwrap_or_default()), (right, place)] {
            let item = Item::Text { x, y: 42.0, size: 8.0, weight: Weight::Regular, colour: QUIET, text };
            flow.canvas.draw(page, Mark::Artifact, item);
        }
    }
}
