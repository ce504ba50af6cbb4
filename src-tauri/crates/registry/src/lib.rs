//! The central server: takes signed batches in, keeps the log, gives each caller what it is entitled to, and shows
//! labels to the public. It is blind: it judges headers and clear acts, and holds no key of a dossier.
//!
//! | I want to | Here |
//! | --- | --- |
//! | see every address and who may call it | [`routes`] |
//! | follow a batch from the wire to the disk | [`ingest`], then [`book`], then [`database`] |
//! | know what a laptop is given | [`feed`] |
//! | know who asks | [`caller`] |
//! | change a public page | [`pages`], with [`publication`] behind it |
//! | start one in a test | [`registry::Registry::init`], [`registry::Registry::open`], [`routes::router`] |

pub mod answer;
pub mod book;
mod boxes;
pub mod caller;
pub mod database;
pub mod failure;
pub mod feed;
pub mod files;
mod founding;
pub mod ingest;
pub mod keys;
pub mod pages;
pub mod publication;
pub mod registry;
pub mod routes;
pub mod serve;
pub mod settings;
pub mod standing;
pub mod throttle;
mod verdict;

pub use registry::{Clock, Registry};
pub use routes::router;
