//! The dossier's life.

mod stage;

pub use stage::Stage;
