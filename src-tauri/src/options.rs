//! What can be said on the command line. No environment variable opens anything.

use std::path::PathBuf;

use clap::Parser;

/// Sceau: score dossiers offline, sealed until the board opens them.
#[derive(Debug, Clone, Default, Parser)]
#[command(name = "sceau", version)]
pub struct Options {
    /// Folder of the desk; one desk is one folder.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Reads the passphrase of the desk from the first line of standard input.
    #[arg(long)]
    pub unlock_from_stdin: bool,
    /// An invitation or a certificate to open.
    #[arg(value_name = "PATH")]
    pub path: Option<PathBuf>,
}
