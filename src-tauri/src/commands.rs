//! What the window may call: one file per screen, each command a few lines that hand on to the application.

pub mod comparison;
pub mod desk;
pub mod dossier;
pub mod dossiers;
pub mod enrol;
pub mod evidence;
pub mod files;
pub mod forms;
pub mod founding;
pub mod intake;
pub mod judging;
pub mod labels;
pub mod motion;
pub mod officer;
pub mod own;
pub mod people;
pub mod review;
pub mod search;
pub mod session;
pub mod settings;
pub mod speech;
pub mod sync;
pub mod taking;
pub mod versions;
pub mod vote;
pub mod year;

use std::sync::Arc;

use tauri::State;

use crate::program::Program;

/// The running program, as commands receive it.
pub type Running<'r> = State<'r, Arc<Program>>;
