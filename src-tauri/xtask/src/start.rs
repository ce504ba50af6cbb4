//! `cargo xtask start`: from a fresh machine to an open desk, or to the whole job played without a window.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Instant;

use crate::programs::{path_with, step, target, youngest};
use crate::{Outcome, codegen, setup};

/// How long a registry that cannot serve takes to give up.
const SETTLING: std::time::Duration = std::time::Duration::from_millis(400);

/// What was asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wish {
    headless: bool,
    people: Vec<String>,
    /// Passed on to the headless job as they are.
    job: Vec<String>,
}

const USAGE: &str = "\
cargo xtask start [--as ROLE-OR-NAME]…   open a desk of the demonstration board (default: a reviewer)
cargo xtask start --headless [--dossier PATH] [--grid FILE] [--bylaws FILE] [--out DIR]";

fn read(options: &[&str]) -> Result<Wish, String> {
    let mut wish = Wish::default();
    let mut words = options.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().map(|value| (*value).to_owned()).ok_or_else(|| USAGE.to_owned());
        match *word {
            "--headless" => wish.headless = true,
            "--as" => wish.people.push(value()?),
            "--dossier" | "--grid" | "--bylaws" | "--out" => {
                let value = value()?;
                wish.job.extend([(*word).to_owned(), value]);
            }
            _ => return Err(USAGE.to_owned()),
        }
    }
    if wish.people.is_empty() {
        wish.people.push("reviewer".to_owned());
    }
    Ok(wish)
}

/// Sets up what is missing, builds, and plays. The exit code of the headless job is passed on.
pub fn run(root: &Path, options: &[&str]) -> ExitCode {
    let outcome = read(options).and_then(|wish| {
        let begun = Instant::now();
        let seen = std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some();
        if !wish.headless && !seen && cfg!(target_os = "linux") {
            println!("No display here: the same job is played without a window.");
        }
        let windows = !wish.headless && (seen || !cfg!(target_os = "linux"));
        setup::run(root, setup::For::Start)?;
        codegen::write(root)?;
        build(root, windows)?;
        println!("── ready after {:.0} s", begun.elapsed().as_secs_f64());
        if windows { desks(root, &wish).map(|()| ExitCode::SUCCESS) } else { headless(root, &wish) }
    });
    outcome.unwrap_or_else(|message| {
        eprintln!("{message}");
        ExitCode::FAILURE
    })
}

/// Builds the programs, with the window or without.
pub fn build(root: &Path, windows: bool) -> Outcome {
    let mut cargo = Command::new(env!("CARGO"));
    // The whole workspace at once: choosing packages one by one would unite other features and build twice.
    cargo.current_dir(root).args(["build", "--locked", "--workspace", "--bins"]);
    if windows {
        build_screens(root)?;
        cargo.args(["--features", "sceau-desktop/custom-protocol"]);
    } else {
        cargo.args(["--exclude", "sceau-desktop"]);
    }
    step("build", &mut cargo)
}

/// Builds the screens, again only when one of their sources is younger than what was built.
pub fn build_screens(root: &Path) -> Outcome {
    let ui = root.join("ui");
    let built = youngest(&ui.join("dist"));
    let sources =
        ["src", "index.html", "package-lock.json", "vite.config.ts", "scripts"].map(|name| ui.join(name));
    let texts = root.join("assets/locales/generated");
    if built.is_some() && sources.iter().chain([&texts]).all(|source| youngest(source) <= built) {
        return Ok(());
    }
    step("screens", Command::new("npm").args(["run", "--silent", "build"]).current_dir(ui))
}

/// Where a program lies once it is built.
pub fn built(root: &Path, program: &str) -> PathBuf {
    target(root).join("debug").join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
}

fn headless(root: &Path, wish: &Wish) -> Result<ExitCode, String> {
    // It runs at the root of the repository; whoever asked may stand elsewhere.
    let given = wish.job.iter().map(|word| match word.strip_prefix("--") {
        Some(_) => PathBuf::from(word),
        None => std::path::absolute(word).unwrap_or_else(|_| PathBuf::from(word)),
    });
    let status = Command::new(built(root, "headless"))
        .args(given)
        .current_dir(root)
        .env("PATH", path_with(&setup::tools(root)))
        .status()
        .map_err(|error| format!("the headless job does not start: {error}"))?;
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Ok(ExitCode::from(code))
}

/// Makes the demonstration board once, starts its registry, opens a window for each person.
fn desks(root: &Path, wish: &Wish) -> Outcome {
    let board = root.join("target/demo/board");
    // An earlier set-up may have made a smaller board.
    if std::fs::read(board.join("whole")).ok().as_deref() != Some(b"campaign") {
        if board.exists() {
            std::fs::remove_dir_all(&board).map_err(|error| format!("{}: {error}", board.display()))?;
        }
        let mut command = Command::new(built(root, "demonstration"));
        step("demonstration board", command.current_dir(root).args(["--campaign", "--out"]).arg(&board))?;
    }
    let _registry = registry(root, &board)?;
    let mut windows = Vec::new();
    for person in &wish.people {
        windows.push(open(root, &board, person)?);
    }
    for mut window in windows {
        let _ = window.0.wait();
    }
    Ok(())
}

/// Starts the registry of the board, and goes on once it stands: an address that is taken is said, not met offline.
fn registry(root: &Path, board: &Path) -> Result<Running, String> {
    let log = board.join("registry.log");
    let said = std::fs::File::create(&log).map_err(|error| format!("{}: {error}", log.display()))?;
    let mut registry = Running(
        Command::new(built(root, "sceau-registry"))
            .args(["serve", "--dir"])
            .arg(board.join("registry"))
            .stdout(Stdio::null())
            .stderr(said)
            .spawn()
            .map_err(|error| format!("the registry does not start: {error}"))?,
    );
    std::thread::sleep(SETTLING);
    match registry.0.try_wait() {
        Ok(None) => Ok(registry),
        _ => {
            let why = std::fs::read_to_string(&log).unwrap_or_default();
            Err(format!(
                "the registry does not stay up. Is its address taken by another copy?\n{}",
                why.trim()
            ))
        }
    }
}

fn open(root: &Path, board: &Path, person: &str) -> Result<Running, String> {
    let folder = desk_of(board, person)?;
    let name = folder.file_name().map(std::ffi::OsStr::to_os_string).unwrap_or_default();
    let secret = board.join("passphrases").join(&name);
    let passphrase = std::fs::read(&secret).map_err(|error| format!("{}: {error}", secret.display()))?;
    println!("── opening the desk of {}", name.to_string_lossy());
    let mut window = Command::new(built(root, "sceau"))
        .arg("--data")
        .arg(&folder)
        .arg("--unlock-from-stdin")
        .stdin(Stdio::piped())
        .spawn()
        .map_err(|error| format!("the window does not open: {error}"))?;
    if let Some(mut stdin) = window.stdin.take() {
        stdin
            .write_all(&passphrase)
            .and_then(|()| stdin.write_all(b"\n"))
            .map_err(|error| error.to_string())?;
    }
    Ok(Running(window))
}

/// A role of the demonstration, or the beginning of a name.
fn desk_of(board: &Path, person: &str) -> Result<PathBuf, String> {
    let wanted = match person {
        "reviewer" => "claire",
        "secretariat" => "helene",
        "chair" => "antoine",
        "vice-chair" => "paul",
        "officer" => "beatrice",
        other => other,
    };
    let mut desks: Vec<PathBuf> = std::fs::read_dir(board.join("desks"))
        .map_err(|error| error.to_string())?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    desks.sort();
    let fits = |path: &PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&wanted.to_lowercase()))
    };
    desks
        .into_iter()
        .find(fits)
        .ok_or_else(|| format!("nobody on the demonstration board is called {person}"))
}

/// A program that ends with this one.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reviewer_opens_unless_somebody_else_is_asked_for() {
        assert_eq!(read(&[]).unwrap().people, ["reviewer"]);
        assert_eq!(read(&["--as", "claire", "--as", "helene"]).unwrap().people, ["claire", "helene"]);
    }

    #[test]
    fn the_headless_job_gets_its_own_options_and_nothing_else() {
        let wish = read(&["--headless", "--dossier", "x.zip", "--out", "y"]).unwrap();
        assert!(wish.headless);
        assert_eq!(wish.job, ["--dossier", "x.zip", "--out", "y"]);
        assert!(read(&["--dossier"]).is_err());
        assert!(read(&["--tomorrow"]).is_err());
    }
}
