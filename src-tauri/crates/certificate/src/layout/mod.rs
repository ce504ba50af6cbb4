//! A claim set on pages: what stands where, and what each piece means. Knows nothing of PDF operators.

pub mod canvas;
pub mod emblem;
mod ending;
mod facts;
mod flow;
mod page;

pub use page::{LayoutError, compose};
