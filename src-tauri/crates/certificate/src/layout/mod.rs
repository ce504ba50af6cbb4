//! A claim, or a plain text, set on pages: what stands where, and what each piece means. Knows nothing of PDF operators.

pub mod canvas;
pub mod emblem;
mod ending;
mod facts;
mod flow;
mod page;
mod plain;

pub use page::{LayoutError, compose};
pub(crate) use plain::set;
