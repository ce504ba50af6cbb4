//! The encrypted database on a laptop. It keeps what it is handed and returns what it kept; it does not
//! judge.
//!
//! ```text
//! DIR/desk.db      SQLCipher; its key lies in the system's keyring or behind a passphrase
//! DIR/salt.toml    which of the two, and the sealed key, once more for a recovery sheet
//! DIR/checkpoint   the last verified checkpoint, a second time
//! DIR/files/       evidence in sealed chunks: <root>/<index>
//! DIR/log/         diagnostics of the application
//! DIR/lock         held by the one running copy
//! ```
//!
//! Everything is read through [`Store::read`] and changed through [`Store::write`]; a change is one
//! transaction, on the disk when the call returns. All calls block: keep them off the thread that draws.
//!
//! | what | where |
//! | --- | --- |
//! | found, open, close, examine | [`store`] |
//! | key in the keyring, behind a passphrase, on a recovery sheet | [`unlock`], [`key`], [`recovery`] |
//! | verified batches, the log, what is unsent or withheld | [`log`], [`outbox`], [`parcels`] |
//! | the chain of each device, forks | [`series`] |
//! | counts and digest for the receipt of a sync | [`tally`] |
//! | last verified checkpoint | [`checkpoint`] |
//! | device keys, group keys | [`vault`] |
//! | keystrokes | [`drafts`] |
//! | evidence | [`files`] |
//! | what can be found: texts, folded words, what was typed | [`index`], [`words`], [`query`], [`search`] |
//! | the text of a whole file | [`texts`] |
//! | settings, receipts, profiles | [`desk`] |
//! | forgetting a dossier | [`recusal`] |

pub mod access;
pub mod backup;
pub mod checkpoint;
mod connection;
pub mod desk;
pub mod drafts;
pub mod error;
pub mod files;
pub mod folder;
pub mod index;
pub mod key;
pub mod log;
pub mod migrate;
pub mod outbox;
pub mod parcels;
pub mod query;
pub mod recovery;
pub mod recusal;
pub mod search;
pub mod series;
pub mod store;
pub mod tally;
pub mod texts;
pub mod unlock;
pub mod vault;
pub mod words;

pub use access::{Reading, Writing};
pub use checkpoint::{Checkpoint, Standing};
pub use error::StoreError;
pub use folder::Folder;
pub use key::DatabaseKey;
pub use recovery::RecoveryCode;
pub use store::Store;
pub use unlock::{Cost, Keeping, Lock};
