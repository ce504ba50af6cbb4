//! The demonstration board: an institute, a registry and 23 desks. With `--campaign` an institute of some years, the label
//! that it granted then, and the twelve dossiers of the campaign, each as far as its plan says; else the first dossier alone, in scoring, which is what most tests of the
//! window need. Made once; the windows of `cargo xtask start` open on it.
//!
//! Each desk's passphrase is drawn at this set-up and kept in a file that only its owner may read, beside the desks.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use sceau_domain::label::Date;
use sceau_store::folder::Folder;
use sceau_store::key::DatabaseKey;
use sceau_store::unlock::{Cost, Lock};
use sceau_tests::board::{Problem, Result};
use sceau_tests::campaign;
use sceau_tests::cast::Entry;
use sceau_tests::files::Play;
use sceau_tests::job::{self, Founded};
use sceau_tests::machine::{environment, fill};
use sceau_tests::past;
use sceau_tests::steps::Steps;

/// Makes the demonstration board in a folder.
#[derive(Debug, Parser)]
#[command(name = "demonstration")]
struct Arguments {
    /// Folder of the repository's data.
    #[arg(long, default_value = "assets")]
    assets: PathBuf,
    /// Where the board is made; nothing may be there yet.
    #[arg(long, default_value = "target/demo/board")]
    out: PathBuf,
    /// Port of the registry on the loopback; 0 takes a free one.
    #[arg(long, default_value_t = 47320)]
    port: u16,
    /// Plays the whole campaign instead of its first dossier.
    #[arg(long)]
    campaign: bool,
    /// Founds the institute on a day of the past instead, on which its first dossier is taken in and everybody declares.
    #[arg(long, conflicts_with = "campaign")]
    founded: Option<Date>,
}

fn main() -> ExitCode {
    // First of all: reqwest panics without a provider. An error means that one is installed already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let arguments = Arguments::parse();
    let made = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|cause| Problem::new("set-up", cause))
        .and_then(|runtime| runtime.block_on(make(&arguments)));
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("FAILED {problem}");
            ExitCode::FAILURE
        }
    }
}

async fn make(arguments: &Arguments) -> Result<()> {
    let root = &arguments.out;
    private_folder(root)?;
    let secrets = root.join("passphrases");
    private_folder(&secrets)?;
    let assets = &arguments.assets;
    let play = Play {
        assets: assets.clone(),
        dossier: assets.join("demo/dossiers/01-oncosuivi"),
        grid: assets.join("grids/quatre-axes.toml"),
        bylaws: assets.join("bylaws/roll-call.toml"),
        root: root.clone(),
    };
    let mut steps = Steps::default();
    let key_for = |entry: &Entry, folder: &Path| behind_passphrase(&secrets, entry, folder);
    let port = (arguments.port != 0).then_some(arguments.port);
    let when = match arguments.founded {
        Some(day) => Founded::On(day),
        None if arguments.campaign => Founded::AsTold,
        None => Founded::Now,
    };
    let mut stage = job::found_board(&play, &mut steps, &key_for, port, when).await?;
    if arguments.campaign {
        stage = past::play(&play, stage, &mut steps).await?;
        campaign::play(&play, &stage, &mut steps).await?;
    } else if arguments.founded.is_some() {
        stage = past::declared_once(&play, stage, &mut steps).await?;
    } else {
        let (dossier, bylaws) = job::intake(&play, &stage, &mut steps).await?;
        job::assign(&stage, &mut steps, dossier, "démonstration").await?;
        job::open_scoring(&stage, dossier, bylaws).await?;
        stage.board.sync_all().await?;
    }
    for person in stage.board.people {
        let desk = person.desk.into_inner().map_err(|_| Problem::new("set-up", "a desk broke"))?;
        desk.close().map_err(|cause| Problem::of("set-up", &cause))?;
    }
    // Only a board that is whole carries the mark by which the next start knows it.
    let what = if arguments.campaign { "campaign" } else { "first dossier" };
    fs::write(root.join("whole"), what).map_err(|cause| Problem::new("set-up", cause))
}

fn private_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(|cause| Problem::new("set-up", cause))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o700))
            .map_err(|cause| Problem::new("set-up", cause))?;
    }
    Ok(())
}

/// Draws a passphrase for a desk and locks the desk's key behind it.
fn behind_passphrase(secrets: &Path, entry: &Entry, folder: &Path) -> Result<DatabaseKey> {
    let failed = |cause: &dyn std::fmt::Display| Problem::new("passphrase", cause);
    let mut bytes = [0; 16];
    fill(&mut bytes);
    let passphrase = bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    let env = environment();
    let key = DatabaseKey::draw(&mut env.chance());
    let folder = Folder::new(folder);
    folder.make().map_err(|cause| failed(&cause))?;
    Lock::passphrase(&folder, &key, &passphrase, Cost::default(), &mut env.chance())
        .map_err(|cause| failed(&cause))?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(secrets.join(entry.folder())).map_err(|cause| failed(&cause))?;
    file.write_all(passphrase.as_bytes()).map_err(|cause| failed(&cause))?;
    Ok(key)
}
