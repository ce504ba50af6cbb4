//! A cursor that goes down the pages: paragraphs, headings, lists, rows, boxes.

use super::canvas::{ACCENT, Area, Canvas, Colour, INK, Item, Mark, PAGE, QUIET, RULE, Role};
use crate::fonts::{Fonts, Weight};

/// Left and right margin.
pub(super) const MARGIN: f32 = 62.0;
/// Width of the text.
pub(super) const MEASURE: f32 = PAGE.0 - 2.0 * MARGIN;
/// Lowest base line of the text; the footer lies below.
const FLOOR: f32 = 74.0;
/// Where text begins on later pages.
const CEILING: f32 = PAGE.1 - 84.0;

/// How a paragraph looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) leading: f32,
    pub(super) weight: Weight,
    pub(super) colour: Colour,
}

pub(super) const BODY: Style = Style { size: 10.0, leading: 14.5, weight: Weight::Regular, colour: INK };
pub(super) const STRONG: Style = Style { weight: Weight::SemiBold, ..BODY };
pub(super) const SMALL: Style = Style { size: 8.5, leading: 12.0, weight: Weight::Regular, colour: QUIET };
pub(super) const HEADING: Style =
    Style { size: 12.5, leading: 17.0, weight: Weight::SemiBold, colour: ACCENT };

pub(super) struct Flow<'a> {
    pub(super) canvas: Canvas,
    pub(super) fonts: &'a Fonts,
    pub(super) page: usize,
    /// Top of what comes next.
    pub(super) y: f32,
}

impl<'a> Flow<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        Self { canvas: Canvas::new(), fonts, page: 0, y: PAGE.1 - 56.0 }
    }

    /// Goes to a new page unless `height` fits above the footer.
    pub(super) fn room(&mut self, height: f32) {
        if self.y - height < FLOOR {
            self.canvas.pages.push(super::canvas::Page::default());
            self.page = self.canvas.pages.len() - 1;
            self.y = CEILING;
        }
    }

    pub(super) fn skip(&mut self, height: f32) {
        self.y -= height;
    }

    /// Height of a text in a column.
    pub(super) fn height(&self, style: Style, width: f32, text: &str) -> f32 {
        let lines = self.fonts.lines(style.weight, style.size, width, text).len();
        u16::try_from(lines).map_or(f32::INFINITY, f32::from) * style.leading
    }

    /// Sets a text in a column at `x`, going down from the cursor, breaking pages between lines.
    pub(super) fn text(&mut self, mark: Mark, style: Style, x: f32, width: f32, text: &str) {
        let lines = self.fonts.lines(style.weight, style.size, width, text);
        let count = lines.len();
        for (i, mut line) in lines.into_iter().enumerate() {
            self.room(style.leading);
            // The space at the end of a line keeps the words apart for those who hear or copy the text.
            if i + 1 < count {
                line.push(' ');
            }
            let y = self.y - style.leading * 0.5 - style.size * 0.34;
            let Style { size, weight, colour, .. } = style;
            self.canvas.draw(self.page, mark, Item::Text { x, y, size, weight, colour, text: line });
            self.y -= style.leading;
        }
    }

    /// A paragraph under `parent`.
    pub(super) fn paragraph(&mut self, parent: usize, style: Style, text: &str) -> usize {
        let element = self.canvas.element(parent, Role::Paragraph);
        self.text(Mark::Element(element), style, MARGIN, MEASURE, text);
        element
    }

    /// The heading of a section, kept together with what follows it.
    pub(super) fn heading(&mut self, parent: usize, text: &str) {
        self.room(HEADING.leading + 3.0 * BODY.leading);
        let element = self.canvas.element(parent, Role::Heading);
        self.text(Mark::Element(element), HEADING, MARGIN, MEASURE, text);
        self.skip(4.0);
    }

    /// A list item: bullet and one or more paragraphs of decreasing weight.
    pub(super) fn bullet(&mut self, list: usize, texts: &[(Style, &str)]) {
        let indent = 14.0;
        let height: f32 =
            texts.iter().take(1).map(|(style, text)| self.height(*style, MEASURE - indent, text)).sum();
        self.room(height.min(4.0 * BODY.leading));
        let item = self.canvas.element(list, Role::Item);
        let label = self.canvas.element(item, Role::Bullet);
        let top = self.y;
        self.text(Mark::Element(label), Style { colour: ACCENT, ..STRONG }, MARGIN + 1.0, indent, "•");
        self.y = top;
        let body = self.canvas.element(item, Role::Body);
        for (style, text) in texts {
            let paragraph = self.canvas.element(body, Role::Paragraph);
            self.text(Mark::Element(paragraph), *style, MARGIN + indent, MEASURE - indent, text);
        }
        self.skip(2.5);
    }

    /// A thin rule over the whole measure, at the cursor.
    pub(super) fn rule(&mut self) {
        let (y, page) = (self.y, self.page);
        self.canvas.fill(
            page,
            Area { left: MARGIN, bottom: y - 0.3, right: MARGIN + MEASURE, top: y + 0.3 },
            RULE,
        );
    }

    /// A filled box from the cursor downwards with texts in it, kept on one page.
    pub(super) fn boxed(&mut self, fill: Colour, edge: Option<Colour>, parts: &[(usize, Style, &str)]) {
        let pad = 11.0;
        let inner = MEASURE - 2.0 * pad - 4.0;
        let height: f32 = parts.iter().map(|(_, style, text)| self.height(*style, inner, text)).sum();
        self.room(height + 2.0 * pad);
        let (top, bottom) = (self.y, self.y - height - 2.0 * pad);
        let page = self.page;
        self.canvas.fill(page, Area { left: MARGIN, bottom, right: MARGIN + MEASURE, top }, fill);
        if let Some(edge) = edge {
            self.canvas.fill(page, Area { left: MARGIN, bottom, right: MARGIN + 3.0, top }, edge);
        }
        self.skip(pad);
        for (element, style, text) in parts {
            self.text(Mark::Element(*element), *style, MARGIN + pad + 4.0, inner, text);
        }
        self.y = bottom;
    }
}
