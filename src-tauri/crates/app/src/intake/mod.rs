//! Intake: reads a publisher's package (a folder or a ZIP) and says what is missing, all at once.
//!
//! Everything here treats the package as hostile: names, sizes, encodings and PDFs are judged before they are used,
//! nothing is written anywhere, no reader may panic or hang, and each fault becomes an [`Item`] with a code that the
//! locale files turn into a sentence. `assets/demo/dossiers` shows the format.
//!
//! [`read`] needs no grid; [`report`](crate::intake::report::report) then compares the package with one.

pub mod answers;
pub mod brought;
mod changed;
pub mod description;
pub mod encoding;
pub mod evidence;
pub mod files;
pub mod form;
mod guess;
pub mod item;
mod json;
mod libraries;
pub mod meaning;
pub mod names;
mod part;
pub mod patient;
pub mod pdf;
pub mod pieces;
pub mod reading;
pub mod report;
pub mod sheet;
pub mod single;
pub mod table;

use std::path::Path;

pub use answers::Answer;
pub use description::{Contact, Entity, GridChoice, Publisher, Solution, Words};
pub use evidence::{EvidenceFile, Media};
pub use files::Limits;
pub use form::{Asked, Form};
pub use item::{Item, Severity};
pub use pieces::Piece;
pub use reading::{Reading, Step, Watch};
pub use report::{CompletenessReport, report};

use files::Stored;

/// A publisher's package as it was read: whatever could be read, and every fault beside it.
#[derive(Debug, Clone, Default)]
pub struct Package {
    /// The solution as described by its publisher.
    pub solution: Solution,
    /// Who publishes it.
    pub publisher: Publisher,
    /// The code of the label applied for, if named.
    pub label: Option<String>,
    /// The grid that the publisher answered; the secretariat's choice wins.
    pub grid: Option<GridChoice>,
    /// Answers in the order of the file, at most one for each code.
    pub answers: Vec<Answer>,
    /// Evidence that may be read, in the order of the description, then by name.
    pub evidence: Vec<EvidenceFile>,
    /// Organisations and persons with whom interests are matched.
    pub entities: Vec<Entity>,
    /// The label number that this dossier renews.
    pub renews: Option<String>,
    /// What was found on the way: faults, notices. Empty when all is well.
    pub items: Vec<Item>,
    /// The headers of the table of answers, where it is one: a person may have to say what they mean.
    pub headers: Vec<String>,
    /// Where it brings no description: what a form is to be shown with.
    pub asked: Option<Asked>,
}

impl Package {
    /// Says of which kind of study an item of evidence is, by its SHA-256.
    pub fn classify(&mut self, file: &[u8; 32], study: Option<&str>) {
        for one in self.evidence.iter_mut().filter(|one| one.sha256 == *file) {
            one.study = study.map(str::to_owned);
        }
    }

    /// Whether the package could be opened at all: `false` when nothing in it can be judged.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        !self.items.iter().any(|item| item.code.starts_with("intake.package-"))
    }
}

/// Reads the package at `path`, a folder or a ZIP. Never fails: what cannot be read is an item of the result.
#[must_use]
pub fn read(path: &Path, limits: &Limits) -> Package {
    let reading = Reading { limits: limits.clone(), ..Reading::default() };
    read_with(&[Piece::Path(path.to_path_buf())], &reading, &Watch::new(&|_| true)).unwrap_or_default()
}

/// Reads the package that `pieces` make while somebody watches; `None`: they ended it.
#[must_use]
pub fn read_with(pieces: &[Piece], reading: &Reading, watch: &Watch<'_>) -> Option<Package> {
    let mut package = Package::default();
    let mut stored = files::open(pieces, &reading.limits, watch, &mut package.items);
    changed::take_out(&mut stored, reading, &mut package.items);
    changed::replace(&mut stored, reading, &mut package.items);
    if package.is_readable() {
        let whole = pieces::whole(pieces).map(Piece::name);
        judge(whole.as_deref(), &stored, reading, watch, &mut package);
    }
    (!watch.is_stopped()).then_some(package)
}

/// Fills `package` from the files of one package; `whole`: the name of the folder or ZIP that it is.
fn judge(
    whole: Option<&str>,
    stored: &[Stored],
    reading: &Reading,
    watch: &Watch<'_>,
    package: &mut Package,
) {
    let items = &mut package.items;
    let described = description::read(stored, reading, items);
    let found = answers::read(stored, &described, reading, items);
    let answers = found.answers;
    let named = [&described.file_name, &found.file, &found.instead];
    let spoken_for: Vec<&str> = named.into_iter().filter_map(|name| name.as_deref()).collect();
    let evidence = evidence::read(stored, &described, &spoken_for, reading, watch, items);
    answers::check_evidence(&answers, &evidence, items);
    patient::warn(stored, &answers, items);
    if !description::is_there(stored) {
        let asked = guess::asked(whole, stored, &evidence, &answers, found.file.as_deref());
        package.asked = Some(Asked { filled: reading.form.is_some(), ..asked });
    }
    package.headers = found.headers;
    package.solution = described.solution;
    package.publisher = described.publisher;
    package.label = described.label;
    package.grid = described.grid;
    package.entities = described.entities;
    package.renews = described.renews;
    package.answers = answers;
    package.evidence = evidence;
}

#[cfg(test)]
mod tests;
