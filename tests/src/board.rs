//! A board of people, each with an encrypted desk of their own.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use sceau_app::desk::Desk;
use sceau_app::error::AppError;
use sceau_app::synchronise::{Exchange, synchronise};
use sceau_domain::id::MemberId;
use sceau_store::key::DatabaseKey;

use crate::cast::Entry;

/// What went wrong, and in which step.
#[derive(Debug, thiserror::Error)]
#[error("{step}: {cause}")]
pub struct Problem {
    /// In which step.
    pub step: String,
    /// What.
    pub cause: String,
    /// Codes of the rules, when a file was refused.
    pub codes: Vec<String>,
}

impl Problem {
    /// A problem of a step.
    pub fn new(step: &str, cause: impl std::fmt::Display) -> Self {
        Self { step: step.to_owned(), cause: cause.to_string(), codes: Vec::new() }
    }

    /// The same step, said of an error of the product.
    pub fn of(step: &str, cause: &AppError) -> Self {
        let codes = match cause {
            AppError::File { codes, .. } => codes.clone(),
            AppError::Procedure(code) => vec![code.clone()],
            _ => Vec::new(),
        };
        Self { step: step.to_owned(), cause: format!("{cause} [{}]", cause.code().0), codes }
    }
}

/// Short form.
pub type Result<T> = std::result::Result<T, Problem>;

/// Says in which step an error of the product happened.
pub trait During<T> {
    /// Names the step.
    ///
    /// # Errors
    /// The same error, with its step.
    fn during(self, step: &str) -> Result<T>;
}

impl<T> During<T> for std::result::Result<T, AppError> {
    fn during(self, step: &str) -> Result<T> {
        self.map_err(|cause| Problem::of(step, &cause))
    }
}

/// A person at a desk.
pub struct Person {
    /// Who.
    pub entry: Entry,
    /// Their identifier, once the roster has one.
    pub member: MemberId,
    /// Where the desk lies.
    pub folder: PathBuf,
    /// The key of its database.
    pub key: DatabaseKey,
    /// The desk.
    pub desk: Mutex<Desk>,
}

impl Person {
    /// The desk, for one act.
    pub fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One exchange with the registry.
    ///
    /// # Errors
    /// No network, or a registry that does not keep its word.
    pub async fn sync(&self) -> Result<Exchange> {
        let exchange = synchronise(&self.desk).await.during(&format!("sync of {}", self.entry.name))?;
        if let Some((_, code)) = exchange.refused.first() {
            return Err(Problem::new(&format!("sync of {}", self.entry.name), format!("refused: {code}")));
        }
        Ok(exchange)
    }
}

/// The people of a board.
#[derive(Default)]
pub struct Board {
    /// In the order of the roster; the secretariat last.
    pub people: Vec<Person>,
}

impl Board {
    /// A person by name.
    ///
    /// # Errors
    /// Nobody has this name.
    pub fn person(&self, name: &str) -> Result<&Person> {
        let found = self.people.iter().find(|person| person.entry.name == name);
        found.ok_or_else(|| Problem::new("cast", format!("nobody is called {name}")))
    }

    /// Everybody exchanges with the registry once.
    ///
    /// # Errors
    /// The first that fails.
    pub async fn sync_all(&self) -> Result<()> {
        for person in &self.people {
            person.sync().await?;
        }
        Ok(())
    }
}

/// Where a person's desk lies below a folder.
#[must_use]
pub fn desk_folder(root: &Path, entry: &Entry) -> PathBuf {
    root.join("desks").join(entry.folder())
}
