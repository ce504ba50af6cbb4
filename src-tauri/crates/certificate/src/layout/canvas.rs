//! Pages as values: placed items, each an artifact or part of an element of the document's structure.
//!
//! Lengths are points (1/72 inch); the origin is the lower left corner of the page, as in PDF.

use crate::fonts::Weight;
use crate::texts::Language;

/// Page size: A4.
pub const PAGE: (f32, f32) = (595.276, 841.89);

/// A colour, as red, green and blue bytes (sRGB).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// The one accent.
pub const ACCENT: Colour = Colour(0x27, 0x48, 0x9c);
/// Text.
pub const INK: Colour = Colour(0x1b, 0x1d, 0x24);
/// Quieter text; still 7:1 on white.
pub const QUIET: Colour = Colour(0x4b, 0x4f, 0x5c);
/// Rules.
pub const RULE: Colour = Colour(0xd5, 0xd8, 0xe0);
/// Background of a grey box.
pub const GREY: Colour = Colour(0xf1, 0xf2, 0xf5);
/// Background of the validity band.
pub const TINT: Colour = Colour(0xea, 0xee, 0xf8);
/// Background of the demonstration band.
pub const WARM: Colour = Colour(0xfb, 0xef, 0xd8);
/// Text on the demonstration band.
pub const WARM_INK: Colour = Colour(0x6b, 0x42, 0x05);
/// White.
pub const WHITE: Colour = Colour(0xff, 0xff, 0xff);

/// Role of an element in the document's structure (PDF 1.7 standard structure types).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Root.
    Document,
    /// A part of the document.
    Section,
    /// Title of the document.
    Title,
    /// Heading of a section.
    Heading,
    /// Paragraph.
    Paragraph,
    /// List.
    List,
    /// Item of a list.
    Item,
    /// Bullet of an item.
    Bullet,
    /// Body of an item.
    Body,
    /// Table.
    Table,
    /// Row.
    Row,
    /// Heading cell of a row.
    RowHead,
    /// Cell.
    Cell,
    /// Picture with an alternative text.
    Figure,
    /// Form field.
    Form,
}

impl Role {
    /// The PDF name.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Section => "Sect",
            Self::Title => "H1",
            Self::Heading => "H2",
            Self::Paragraph => "P",
            Self::List => "L",
            Self::Item => "LI",
            Self::Bullet => "Lbl",
            Self::Body => "LBody",
            Self::Table => "Table",
            Self::Row => "TR",
            Self::RowHead => "TH",
            Self::Cell => "TD",
            Self::Figure => "Figure",
            Self::Form => "Form",
        }
    }
}

/// A rectangle: left, bottom, right, top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f32,
    /// Lower edge.
    pub bottom: f32,
    /// Right edge.
    pub right: f32,
    /// Upper edge.
    pub top: f32,
}

/// What an item means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Decoration, page number: left out when the page is read aloud.
    Artifact,
    /// Part of the element with this index.
    Element(usize),
}

/// A thing that is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// One line of text; `x`, `y` is the start of its base line.
    Text {
        /// Left.
        x: f32,
        /// Base line.
        y: f32,
        /// Size.
        size: f32,
        /// Weight.
        weight: Weight,
        /// Colour.
        colour: Colour,
        /// The text; every character is known to the fonts.
        text: String,
    },
    /// Filled rings, even-odd.
    Shape {
        /// Closed rings of straight edges.
        rings: Vec<Vec<(f32, f32)>>,
        /// Fill.
        fill: Colour,
    },
}

/// An item with its meaning.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Meaning.
    pub mark: Mark,
    /// Drawing.
    pub item: Item,
}

/// A child of an element, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Child {
    /// Another element.
    Element(usize),
    /// Marked content: page index and identifier on that page.
    Content {
        /// Page index from 0.
        page: usize,
        /// Marked-content identifier.
        mcid: usize,
    },
}

/// An element of the structure.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// Role.
    pub role: Role,
    /// Parent; none for the document.
    pub parent: Option<usize>,
    /// Language, where it differs from the document's.
    pub language: Option<Language>,
    /// Alternative text of a figure or form field.
    pub alt: Option<String>,
    /// Page and area of a figure or form field.
    pub area: Option<(usize, Area)>,
    /// Children in reading order.
    pub children: Vec<Child>,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// Items in drawing order; the marks of one element that follow each other are one run of content.
    pub items: Vec<Placed>,
    /// The element of each marked-content identifier of this page.
    pub contents: Vec<usize>,
}

/// All pages and their structure.
#[derive(Debug, Clone, PartialEq)]
pub struct Canvas {
    /// Pages.
    pub pages: Vec<Page>,
    /// Elements; the first is the document.
    pub elements: Vec<Element>,
    /// Where the institute's visible signature field lies: page and area.
    pub seal: (usize, Area),
    /// The element of that field.
    pub seal_element: usize,
}

impl Canvas {
    /// An empty document of one page.
    #[must_use]
    pub fn new() -> Self {
        let nowhere = Area { left: 0.0, bottom: 0.0, right: 0.0, top: 0.0 };
        let document = Element {
            role: Role::Document,
            parent: None,
            language: None,
            alt: None,
            area: None,
            children: Vec::new(),
        };
        Self { pages: vec![Page::default()], elements: vec![document], seal: (0, nowhere), seal_element: 0 }
    }

    /// Adds an element under a parent, after the parent's other children.
    pub fn element(&mut self, parent: usize, role: Role) -> usize {
        let index = self.elements.len();
        self.elements.push(Element {
            role,
            parent: Some(parent),
            language: None,
            alt: None,
            area: None,
            children: Vec::new(),
        });
        if let Some(parent) = self.elements.get_mut(parent) {
            parent.children.push(Child::Element(index));
        }
        index
    }

    /// Draws an item on a page. A run of items of one element shares one marked-content identifier.
    pub fn draw(&mut self, page: usize, mark: Mark, item: Item) {
        let Some(target) = self.pages.get_mut(page) else { return };
        if let Mark::Element(element) = mark
            && target.items.last().is_none_or(|last| last.mark != mark)
        {
            let mcid = target.contents.len();
            target.contents.push(element);
            if let Some(element) = self.elements.get_mut(element) {
                element.children.push(Child::Content { page, mcid });
            }
        }
        target.items.push(Placed { mark, item });
    }

    /// Draws a filled rectangle as decoration.
    pub fn fill(&mut self, page: usize, area: Area, fill: Colour) {
        let Area { left, bottom, right, top } = area;
        let rings = vec![vec![(left, bottom), (right, bottom), (right, top), (left, top)]];
        self.draw(page, Mark::Artifact, Item::Shape { rings, fill });
    }
}

impl Default for Canvas {
    fn default() -> Self {
        Self::new()
    }
}
