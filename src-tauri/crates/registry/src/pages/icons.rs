//! The few pictures of the pages, after Lucide (ISC licence): lines only, in the colour of the text around them.

use super::Html;

/// A picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// The registry's emblem.
    Seal,
    /// In force.
    BadgeCheck,
    /// Right.
    Check,
    /// Valid.
    CircleCheck,
    /// Invalid, ended.
    CircleX,
    /// Not known.
    CircleQuestion,
    /// Suspended.
    CirclePause,
    /// To fetch.
    Download,
    /// A file to be checked.
    FileCheck,
}

impl Icon {
    const fn lines(self) -> &'static str {
        match self {
            Self::Seal | Self::BadgeCheck => {
                "<path d=\"M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z\"/><path d=\"m9 12 2 2 4-4\"/>"
            }
            Self::Check => "<path d=\"M20 6 9 17l-5-5\"/>",
            Self::CircleCheck => "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"m9 12 2 2 4-4\"/>",
            Self::CircleX => {
                "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"m15 9-6 6\"/><path d=\"m9 9 6 6\"/>"
            }
            Self::CircleQuestion => {
                "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3\"/><path d=\"M12 17h.01\"/>"
            }
            Self::CirclePause => {
                "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"M10 15V9\"/><path d=\"M14 15V9\"/>"
            }
            Self::Download => {
                "<path d=\"M12 15V3\"/><path d=\"M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4\"/><path d=\"m7 10 5 5 5-5\"/>"
            }
            Self::FileCheck => {
                "<path d=\"M15 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7Z\"/><path d=\"M14 2v5h6\"/><path d=\"m9 15 2 2 4-4\"/>"
            }
        }
    }

    const fn opening(self) -> &'static str {
        match self {
            Self::Seal => {
                "<svg width=\"30\" height=\"30\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\">"
            }
            Self::Check | Self::Download | Self::FileCheck => {
                "<svg width=\"18\" height=\"18\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\">"
            }
            _ => {
                "<svg width=\"26\" height=\"26\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\">"
            }
        }
    }

    /// Draws it; words beside it say the same.
    pub fn draw(self, to: &mut Html) {
        to.raw(self.opening()).raw(self.lines()).raw("</svg>");
    }
}
