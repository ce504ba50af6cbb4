//! Canvas to PDF pages, with printpdf. Another engine can take its place behind [`Drawer`].

use crate::fonts::{Fonts, Weight};
use crate::layout::canvas::{Canvas, Colour, Item, Mark, PAGE, Page};
use printpdf::{
    Color, DictItem, FontId, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions,
    Point, Polygon, PolygonRing, Pt, Rgb, TextItem, TextMatrix, WindingOrder,
};
use std::collections::BTreeMap;

/// Draws a canvas: pages, fonts and marked content; the archival layer is put over it afterwards.
pub trait Drawer {
    /// The document, whose pages stand in the canvas's order.
    ///
    /// # Errors
    /// When the engine could not draw everything.
    fn draw(&self, canvas: &Canvas, fonts: &Fonts) -> Result<lopdf::Document, DrawError>;
}

/// Why pages could not be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DrawError {
    /// The engine complained; nothing may be missing on a certificate, so any complaint is an error.
    #[error("the page could not be drawn: {0}")]
    Engine(String),
}

/// The drawer that ships.
#[derive(Debug, Clone, Copy, Default)]
pub struct PrintPdf;

fn font_id(weight: Weight) -> FontId {
    // Names of our own: the engine's are random, and the same claim must give the same bytes.
    FontId(match weight {
        Weight::Regular => "Regular".into(),
        Weight::SemiBold => "SemiBold".into(),
    })
}

impl Drawer for PrintPdf {
    fn draw(&self, canvas: &Canvas, fonts: &Fonts) -> Result<lopdf::Document, DrawError> {
        let mut document = PdfDocument::new("");
        for weight in [Weight::Regular, Weight::SemiBold] {
            let font = PdfFont::new(fonts.face(weight).clone());
            document.resources.fonts.map.insert(font_id(weight), font);
        }
        document.pages = canvas.pages.iter().map(|page| draw_page(page, canvas)).collect();
        let mut warnings = Vec::new();
        let options =
            PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
        let drawn = document.to_lopdf_document(&options, &mut warnings);
        match warnings.first() {
            Some(warning) => Err(DrawError::Engine(format!("{warning:?}"))),
            None => Ok(drawn),
        }
    }
}

fn draw_page(page: &Page, canvas: &Canvas) -> PdfPage {
    let mut ops = Vec::new();
    let mut open: Option<Mark> = None;
    let mut mcid = 0_i64;
    for placed in &page.items {
        if open != Some(placed.mark) {
            if open.is_some() {
                ops.push(Op::EndMarkedContent);
            }
            match placed.mark {
                Mark::Artifact => ops.push(Op::BeginMarkedContent { tag: "Artifact".into() }),
                Mark::Element(element) => {
                    let role = canvas.elements.get(element).map_or("Span", |element| element.role.tag());
                    let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(mcid))]);
                    ops.push(Op::BeginMarkedContentWithProperties {
                        tag: role.into(),
                        properties: DictItem::Dict { map },
                    });
                    mcid += 1;
                }
            }
            open = Some(placed.mark);
        }
        draw_item(&placed.item, &mut ops);
    }
    if open.is_some() {
        ops.push(Op::EndMarkedContent);
    }
    let (width, height) = (Pt(PAGE.0), Pt(PAGE.1));
    PdfPage::new(width.into(), height.into(), ops)
}

fn draw_item(item: &Item, ops: &mut Vec<Op>) {
    match item {
        Item::Text { x, y, size, weight, colour, text } => {
            ops.push(Op::StartTextSection);
            ops.push(Op::SetFillColor { col: paint(*colour) });
            ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(*weight)), size: Pt(*size) });
            ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(*x), Pt(*y)) });
            ops.push(Op::ShowText { items: vec![TextItem::Text(text.clone())] });
            ops.push(Op::EndTextSection);
        }
        Item::Shape { rings, fill } => {
            let rings = rings
                .iter()
                .map(|ring| PolygonRing {
                    points: ring
                        .iter()
                        .map(|(x, y)| printpdf::LinePoint {
                            p: Point { x: Pt(round(*x)), y: Pt(round(*y)) },
                            bezier: false,
                        })
                        .collect(),
                })
                .collect();
            ops.push(Op::SetFillColor { col: paint(*fill) });
            ops.push(Op::DrawPolygon {
                polygon: Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::EvenOdd },
            });
        }
    }
}

/// A thousandth of a point is finer than any printer and keeps the file small.
fn round(length: f32) -> f32 {
    (length * 1000.0).round() / 1000.0
}

fn paint(Colour(r, g, b): Colour) -> Color {
    let part = |byte: u8| (f32::from(byte) / 255.0 * 10_000.0).round() / 10_000.0;
    Color::Rgb(Rgb { r: part(r), g: part(g), b: part(b), icc_profile: None })
}
