//! A `sceau-registry` child process on the loopback, as a founder would start it; while a past is played, the same
//! server inside this process.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use sceau_protocol::institute::Card;

use crate::board::{Problem, Result};
use crate::registry_inside::RegistryInside;
use crate::timeline::Timeline;

/// A registry that runs until this value is dropped.
pub struct RegistryProcess {
    /// Held so that it ends with this value.
    _runs: Runs,
    /// Its address.
    pub url: String,
    /// Its folder.
    pub folder: PathBuf,
}

enum Runs {
    Program(#[expect(dead_code, reason = "held, and ended when it is dropped")] Program),
    Inside(#[expect(dead_code, reason = "held, and ended when it is dropped")] RegistryInside),
}

/// The child process.
struct Program(Child);

/// What founding an institute on it takes.
pub struct Prepared {
    /// The registry's card.
    pub card: Card,
    /// The one-time founding token.
    pub token: String,
}

/// The program beside this one.
fn program() -> Result<PathBuf> {
    let here = std::env::current_exe().map_err(|cause| Problem::new("registry", cause))?;
    let mut folder = here.parent().map(Path::to_path_buf).unwrap_or_default();
    if folder.ends_with("deps") {
        folder.pop();
    }
    let program = folder.join(format!("sceau-registry{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        Ok(program)
    } else {
        Err(Problem::new("registry", format!("{} was not built", program.display())))
    }
}

/// A port of the loopback on which nobody listens.
///
/// # Errors
/// The system has none.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|cause| Problem::new("registry", cause))?;
    Ok(listener.local_addr().map_err(|cause| Problem::new("registry", cause))?.port())
}

/// Makes the folder of a registry.
///
/// # Errors
/// The program refuses, or its answer cannot be read.
pub fn prepare(folder: &Path, port: u16) -> Result<Prepared> {
    let output = Command::new(program()?)
        .args(["init", "--dir"])
        .arg(folder)
        .args(["--origin", "registre.demonstration.example/sceau/1"])
        .args(["--url", &format!("http://127.0.0.1:{port}")])
        .args(["--listen", &format!("127.0.0.1:{port}")])
        .output()
        .map_err(|cause| Problem::new("registry", cause))?;
    if !output.status.success() {
        return Err(Problem::new("registry", String::from_utf8_lossy(&output.stderr)));
    }
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line =
        |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(str::trim).map(str::to_owned);
    let (Some(card), Some(token)) = (line("card "), line("token ")) else {
        return Err(Problem::new("registry", "its card cannot be read"));
    };
    Ok(Prepared { card: Card::parse(&card).map_err(|cause| Problem::new("registry", cause))?, token })
}

impl RegistryProcess {
    /// Starts the registry of a folder and waits until it listens.
    ///
    /// # Errors
    /// It does not start.
    pub fn start(folder: &Path, log: &Path) -> Result<Self> {
        let log = std::fs::File::create(log).map_err(|cause| Problem::new("registry", cause))?;
        let mut child = Command::new(program()?)
            .args(["serve", "--dir"])
            .arg(folder)
            .env("RUST_LOG", "info")
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .map_err(|cause| Problem::new("registry", cause))?;
        let mut line = String::new();
        if let Some(stdout) = child.stdout.take() {
            BufReader::new(stdout).read_line(&mut line).map_err(|cause| Problem::new("registry", cause))?;
        }
        let address = line.trim().strip_prefix("listening ").map(str::to_owned);
        match address {
            Some(address) => Ok(Self {
                _runs: Runs::Program(Program(child)),
                url: format!("http://{address}"),
                folder: folder.to_path_buf(),
            }),
            None => {
                let _ = child.kill();
                Err(Problem::new("registry", "it did not start; its log says why"))
            }
        }
    }

    /// Serves the registry of a folder inside this process, on a clock that is moved.
    ///
    /// # Errors
    /// It does not start.
    pub fn inside(folder: &Path, clock: &Timeline) -> Result<Self> {
        let inside = RegistryInside::start(folder, clock)?;
        let url = inside.url.clone();
        Ok(Self { _runs: Runs::Inside(inside), url, folder: folder.to_path_buf() })
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It keeps nothing that is not on the disk: an abrupt end is an end that it must bear anyway.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
