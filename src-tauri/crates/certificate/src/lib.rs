//! From a claim to a signed PDF, and from a PDF to a verdict.
//!
//! | step | module |
//! | --- | --- |
//! | what is asserted | [`content`] |
//! | is it complete and allowed? | [`content_check`] |
//! | the machine-readable form and its digest | [`credential`] |
//! | fixed texts, fonts, lines, pages | [`texts`], [`fonts`], [`layout`] |
//! | drawing, then the archival layer | [`draw`], [`archive`] |
//! | the institute's X.509 certificates | [`seal`] |
//! | signature: prepare, digest, CMS, embed | [`sign`] |
//! | verdict | [`verify`] |
//! | letters and sheets that nobody signs | [`paper`] |
//!
//! Pure: no file, clock, socket or randomness of its own. The same claim gives the same bytes before signing.

pub mod archive;
pub mod content;
pub mod content_check;
pub mod credential;
pub mod draw;
pub mod fonts;
pub mod layout;
pub mod life;
pub mod paper;
pub mod render;
pub mod seal;
pub mod sign;
pub mod texts;
pub mod verify;
