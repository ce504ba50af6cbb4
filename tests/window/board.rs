//! The demonstration board, made once by its own set-up program; every test works on a copy.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use sceau_app::desk::Desk;
use sceau_domain::moment::{DAY, Moment};
use sceau_store::folder::Folder;
use sceau_store::store::Store;
use sceau_store::unlock::Lock;
use sceau_tests::machine;
use sceau_tests::registry_process::RegistryProcess;

use crate::programs::{program, root, target};

/// A copy of the board: a registry that does not run yet, and desks behind their passphrases.
pub struct Board {
    place: tempfile::TempDir,
}

impl Board {
    /// Copies the registry and the desks of some people.
    pub fn with(people: &[&str]) -> Self {
        Self::copied(&small(), people)
    }

    /// The same of the whole campaign: twelve dossiers, each as far as its plan says.
    pub fn of_campaign(people: &[&str]) -> Self {
        Self::copied(&campaign(), people)
    }

    /// A board of thirteen months ago: its first dossier was taken in then, everybody declared, and nothing happened since.
    pub fn of_last_year(people: &[&str]) -> Self {
        Self::copied(&last_year(), people)
    }

    fn copied(made: &Path, people: &[&str]) -> Self {
        let place = tempfile::tempdir().unwrap();
        for part in ["registry", "passphrases"] {
            copy(&made.join(part), &place.path().join(part));
        }
        for person in people {
            copy(&made.join("desks").join(person), &place.path().join("desks").join(person));
        }
        Self { place }
    }

    /// Folder of a person's desk.
    pub fn desk(&self, person: &str) -> PathBuf {
        self.place.path().join("desks").join(person)
    }

    /// What opens it.
    pub fn passphrase(&self, person: &str) -> String {
        fs::read_to_string(self.place.path().join("passphrases").join(person)).unwrap()
    }

    /// Starts the registry; it runs until the value is dropped.
    pub fn registry(&self) -> RegistryProcess {
        RegistryProcess::start(&self.place.path().join("registry"), &self.place.path().join("registry.log"))
            .unwrap()
    }

    /// Opens a desk without a window.
    pub fn open(&self, person: &str) -> Mutex<Desk> {
        let folder = Folder::new(self.desk(person));
        let key = Lock::read(&folder).unwrap().unwrap().open(&self.passphrase(person)).unwrap();
        Mutex::new(Desk::open(machine::environment(), Store::open(&folder, &key).unwrap()).unwrap())
    }

    /// A folder of this test's own.
    pub fn folder(&self, name: &str) -> PathBuf {
        let folder = self.place.path().join(name);
        fs::create_dir_all(&folder).unwrap();
        folder
    }
}

fn small() -> PathBuf {
    made("window-board", &[])
}

fn campaign() -> PathBuf {
    made("window-campaign", &["--campaign"])
}

/// Older than the year for which a declaration holds. Needed by one test, and made when that one runs.
fn last_year() -> PathBuf {
    let day = Moment(machine::now().0.saturating_sub(400 * DAY)).day_in_paris();
    made("window-last-year", &["--founded", &day.to_string()])
}

/// Makes the boards that all tests have copies of, where they are not there yet.
pub fn make() {
    small();
    campaign();
}

/// The board that all copies come from. It is made again when a program that made it was built anew.
fn made(name: &str, how: &[&str]) -> PathBuf {
    let board = target().join(name);
    let age = |path: &Path| fs::metadata(path).and_then(|found| found.modified()).ok();
    let made = age(&board.join("whole"));
    let fresh = ["demonstration", "sceau-registry"].iter().all(|name| age(&program(name)) < made);
    if made.is_none() || !fresh {
        if board.exists() {
            fs::remove_dir_all(&board).unwrap();
        }
        let output = Command::new(program("demonstration"))
            .arg("--assets")
            .arg(root().join("assets"))
            .arg("--out")
            .arg(&board)
            .args(["--port", "0"])
            .args(how)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    board
}

/// Copies a folder whole.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).unwrap();
        }
    }
}
