//! A mark of mine as programs that read PDF understand it.

/// What kind of annotation a mark becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words over which colour lies.
    Highlight,
    /// Words with a line below.
    Underline,
    /// A region of the page.
    Square,
    /// A sign in the margin: the place on the page is not known.
    Text,
}

impl Kind {
    /// Its name in PDF.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Highlight => "Highlight",
            Self::Underline => "Underline",
            Self::Square => "Square",
            Self::Text => "Text",
        }
    }

    /// Its name in XFDF.
    #[must_use]
    pub const fn element(self) -> &'static str {
        match self {
            Self::Highlight => "highlight",
            Self::Underline => "underline",
            Self::Square => "square",
            Self::Text => "text",
        }
    }
}

/// Colours that stay apart on paper and for whoever sees fewer of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// A passage on which a mark rests.
    Cited,
    /// A note or a highlight.
    Noted,
    /// For the solution.
    For,
    /// Against it.
    Against,
    /// Not clear.
    Unclear,
    /// About the method.
    Method,
}

impl Colour {
    /// Red, green, blue.
    #[must_use]
    pub const fn bytes(self) -> [u8; 3] {
        match self {
            Self::Cited => [0xb4, 0xc6, 0xfc],
            Self::Noted => [0xff, 0xe8, 0x8a],
            Self::For => [0xb5, 0xe3, 0xc3],
            Self::Against => [0xf7, 0xbf, 0xb4],
            Self::Unclear => [0xf2, 0xd5, 0x9b],
            Self::Method => [0xd9, 0xc8, 0xf0],
        }
    }

    pub(super) fn shares(self) -> [f32; 3] {
        self.bytes().map(|byte| f32::from(byte) / 255.0)
    }
}

/// A mark of mine on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its name in the file, the same in every copy.
    pub id: String,
    /// From 1.
    pub page: u32,
    /// What it becomes.
    pub kind: Kind,
    /// Left, bottom, right, top before rotation, in hundredths of a point.
    pub rects: Vec<[i64; 4]>,
    /// Its colour.
    pub colour: Colour,
    /// Whose it is.
    pub author: String,
    /// The criterion, or what kind of remark it is.
    pub subject: String,
    /// The note, with the criterion before it.
    pub contents: String,
    /// When it was written, as PDF writes moments.
    pub written: String,
}

impl Mark {
    /// The rectangle around everything.
    pub(super) fn bounds(&self) -> [i64; 4] {
        let whole = self
            .rects
            .iter()
            .copied()
            .reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]);
        match (self.kind, whole) {
            // A sign beside the words, or in the corner when no place is known.
            (Kind::Text, Some([left, _, _, top])) => [left - 2200, top - 2000, left - 200, top],
            (_, Some(whole)) => whole,
            (_, None) => [1800, 1800, 3800, 3800],
        }
    }

    /// Upper left, upper right, lower left, lower right of each rectangle as it is read: the order that readers of PDF
    /// follow. On a turned page "up" is another side of the page's own space.
    pub(super) fn quads(&self, turn: u8) -> Vec<i64> {
        let corners = |[left, bottom, right, top]: [i64; 4]| match turn {
            1 => [left, bottom, left, top, right, bottom, right, top],
            2 => [right, bottom, left, bottom, right, top, left, top],
            3 => [right, top, right, bottom, left, top, left, bottom],
            _ => [left, top, right, top, left, bottom, right, bottom],
        };
        self.rects.iter().copied().flat_map(corners).collect()
    }

    /// How it looks, for programs that draw what they are given; a sign and a line below words are theirs to draw.
    pub(super) fn look(&self) -> Option<String> {
        use std::fmt::Write as _;
        let [red, green, blue] = self.colour.shares();
        let mut drawn = match self.kind {
            Kind::Highlight => format!("/G gs {red:.3} {green:.3} {blue:.3} rg\n"),
            Kind::Square => format!("{:.3} {:.3} {:.3} RG 1.5 w\n", red * 0.6, green * 0.6, blue * 0.6),
            Kind::Underline | Kind::Text => return None,
        };
        for [left, bottom, right, top] in &self.rects {
            let inset = if self.kind == Kind::Square { 75 } else { 0 };
            let (width, height) = (right - left - 2 * inset, top - bottom - 2 * inset);
            let corner = (points(left + inset), points(bottom + inset));
            let _ = write!(drawn, "{} {} {} {} re ", corner.0, corner.1, points(width), points(height));
        }
        drawn.push_str(if self.kind == Kind::Square { "S" } else { "f" });
        Some(drawn)
    }
}

/// Hundredths of a point as points, exactly.
pub(super) fn points(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100)
}
