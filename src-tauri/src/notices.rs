//! What the window is told without having asked: what to read again, nothing of the content itself.

use sceau_app::view::files::Opened;
use sceau_app::view::session::Network;
use serde::Serialize;

/// Name of the Tauri event.
pub const EVENT: &str = "notice";

/// What to read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Notice {
    /// Who is here, or whether the desk is open.
    Session,
    /// The line to the registry.
    Network { network: Network },
    /// The first start.
    Enrolment,
    /// My desk.
    Desk,
    /// One dossier's review desk.
    Review { dossier: String },
    /// The receipt.
    Receipt,
    /// A package that is read or was read.
    Intake,
    /// Members, computers, charters, rules.
    People,
    /// A file was brought.
    Opened { opened: Opened },
}
