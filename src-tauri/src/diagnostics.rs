//! Diagnostics: what happened, by identifiers and codes, never by content. A file a day, a fortnight of them.

use std::path::Path;

use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{Builder, Rotation};
use tracing_subscriber::EnvFilter;

use crate::home::make_private;

/// Days of diagnostics that are kept.
const DAYS: usize = 14;

/// Starts writing to a folder. A folder that cannot be written stops nobody from working.
pub fn start(folder: &Path) -> Option<WorkerGuard> {
    make_private(folder).ok()?;
    let files = Builder::new()
        .rotation(Rotation::DAILY)
        .filename_prefix("sceau")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder)
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(files);
    // Other people's crates may quote addresses and file names: only their warnings are kept.
    let filter = EnvFilter::new("warn,sceau_desktop=info,sceau_app=info,sceau_store=info,sceau_sync=info");
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(writer);
    subscriber.try_init().ok()?;
    Some(guard)
}
