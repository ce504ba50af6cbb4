//! The public pages: server-rendered, no script, one stylesheet. Every word that comes from data passes
//! [`Html::text`] or [`Html::attribute`], and markup can only be written as a literal, so nothing of a dossier can
//! become markup.

mod block;
mod feed;
mod form;
mod frame;
mod html;
mod icons;
mod join;
mod label;
mod list;
mod opinion;
mod texts;
mod verdict;

pub use block::{block, embed, titled};
pub use feed::{Feed, Told, feed};
pub use form::{field as form_field, uploaded};
pub use frame::{Page, frame};
pub use html::Html;
pub use join::join;
pub use label::{Beside, label};
pub use list::{Row, Search, list, not_found};
pub use opinion::opinion;
pub use texts::{Lang, Texts, TextsError};
pub use verdict::{Check, Outcome, Tone, Verdict, verify};

/// The stylesheet.
pub const STYLE: &[u8] = include_bytes!("../../../../assets/verify/style.css");
/// Atkinson Hyperlegible Next, 400 (OFL 1.1, licence beside the file).
pub const REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
/// Atkinson Hyperlegible Next, 650.
pub const SEMIBOLD: &[u8] = include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf");
