//! What these tests start: programs built beside them, and what the system brings.

use std::fs::File;
use std::future::Future;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::board::make;

/// A child that does not outlive the test.
pub struct Process(pub Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The folder of built programs: the one above this test's own.
fn built() -> PathBuf {
    std::env::current_exe().unwrap().ancestors().nth(2).unwrap().to_path_buf()
}

/// A program built by this workspace.
pub fn program(name: &str) -> PathBuf {
    built().join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The folder in which cargo builds everything: pictures and the board of the tests lie below it.
pub fn target() -> PathBuf {
    built().parent().unwrap().to_path_buf()
}

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Whether a program of this name can be started.
pub fn on_path(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// What is missing for a window, if anything is.
fn missing() -> Option<String> {
    let system = ["Xvfb", "WebKitWebDriver"].into_iter().find(|name| !on_path(name)).map(str::to_owned);
    let ours = ["sceau", "demonstration", "sceau-registry"].into_iter().find(|name| !program(name).is_file());
    system.or_else(|| {
        ours.map(|name| {
            format!("{name} (cargo build --workspace --bins --features sceau-desktop/custom-protocol)")
        })
    })
}

/// One window at a time: the desks of the board all know one registry at one address.
static TURN: Mutex<()> = Mutex::new(());

/// How long the board may take that every test has a copy of.
const FOUNDING: Duration = Duration::from_secs(900);

/// Plays a test within a time limit; skips it with a line where a window cannot be had.
pub fn play<F: Future<Output = ()>>(limit: Duration, test: impl FnOnce() -> F) {
    if let Some(missing) = missing() {
        println!("skipped: {missing} is missing");
        return;
    }
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let _installed = rustls::crypto::ring::default_provider().install_default();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    // Once for all tests, and no part of what one of them may take.
    let board =
        runtime.block_on(async { tokio::time::timeout(FOUNDING, tokio::task::spawn_blocking(make)).await });
    board.unwrap_or_else(|_| panic!("no board within {FOUNDING:?}")).unwrap();
    let done = runtime.block_on(async { tokio::time::timeout(limit, test()).await });
    runtime.shutdown_background();
    assert!(done.is_ok(), "not done within {limit:?}");
}

/// A display on a number that nobody uses.
pub struct Display {
    _server: Process,
    /// As `DISPLAY` names it.
    pub name: String,
}

impl Display {
    /// Starts one of 1280 by 900 pixels.
    pub fn start(log: &Path) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(log).unwrap())
            .spawn()
            .unwrap();
        let stdout = server.stdout.take().unwrap();
        let server = Process(server);
        let mut number = String::new();
        BufReader::new(stdout).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xvfb found no free number");
        Self { _server: server, name: format!(":{}", number.trim()) }
    }
}
