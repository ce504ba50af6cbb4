//! How a package is read: within which limits, with which of the institute's own habits, and who is told meanwhile.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::files::Limits;
use super::form::Form;
use super::names::fold;
use super::table::Column;
use crate::references::library::Entry;

/// What reading takes beside the package.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// What a package may weigh.
    pub limits: Limits,
    /// What headers that are not ours mean, by the folded header.
    pub columns: BTreeMap<String, Column>,
    /// Files that take the place of others, by the name inside the package.
    pub replaced: BTreeMap<String, PathBuf>,
    /// Files that a person took out again, by the name inside the package.
    pub taken_out: BTreeSet<String>,
    /// What a person said of the kind of study of a file, by SHA-256; `None`: of no kind.
    pub studies: BTreeMap<[u8; 32], Option<String>>,
    /// References that a person brought on their own.
    pub references: Vec<Entry>,
    /// What somebody filled in where the package brings no description.
    pub form: Option<Form>,
    /// Files in which a person looked and found no data of a patient, by SHA-256.
    pub cleared: Vec<[u8; 32]>,
}

impl Reading {
    /// The column that a header names: by the institute's own habit first, then by ours.
    #[must_use]
    pub fn column(&self, header: &str) -> Option<Column> {
        self.columns.get(&fold(header)).copied().or_else(|| Column::of(header))
    }
}

/// Where reading stands: the file, how many are done, of how many (0 while that is not known).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step {
    /// The file that is read now.
    pub file: String,
    /// Files done.
    pub done: usize,
    /// Of all.
    pub total: usize,
}

/// Who is told where reading stands, and may end it.
pub struct Watch<'w> {
    goes_on: &'w dyn Fn(&Step) -> bool,
    stopped: Cell<bool>,
}

impl<'w> Watch<'w> {
    /// Tells `goes_on` each step; its first `false` ends the reading.
    #[must_use]
    pub fn new(goes_on: &'w dyn Fn(&Step) -> bool) -> Self {
        Self { goes_on, stopped: Cell::new(false) }
    }

    /// Tells of a file; `false`: stop.
    pub(super) fn file(&self, name: &str, done: usize, total: usize) -> bool {
        if !self.stopped.get() && !(self.goes_on)(&Step { file: name.to_owned(), done, total }) {
            self.stopped.set(true);
        }
        !self.stopped.get()
    }

    /// Whether somebody ended the reading.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.stopped.get()
    }
}
