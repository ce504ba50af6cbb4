//! Files of rules: published once they are faultless, found again by what a dossier was frozen with.

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::board::RulesFile;
use sceau_domain::bylaws::Bylaws;
use sceau_domain::datum::Datum;
use sceau_domain::grid::{Grid, LabelRule, Labels};
use sceau_domain::id::DossierId;
use sceau_domain::message::Message;
use sceau_domain::orientation::Orientations;
use sceau_ledger::tree::sha256;

use crate::act::Intent;
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::identity::defaults::SHIPPED_ORIENTATION;

/// The `id` under which the labels file stands: there is one.
const LABELS: &str = "labels";
/// The `id` under which the orientation file stands: there is one.
const ORIENTATION: &str = "orientation";
/// A file of rules, at most: it travels inside one batch.
const LONGEST: usize = 512 << 10;

impl Desk {
    /// Publishes a grid, bylaws, the labels or the orientation file, and answers its SHA-256, by which dossiers and rounds freeze it.
    /// The file in force is not published twice.
    ///
    /// # Errors
    /// [`AppError::File`] with every `code@place` that the rules have to say; or the act is refused.
    pub fn publish_rules(&mut self, kind: ActionKind, text: &str) -> Result<[u8; 32]> {
        if text.len() > LONGEST {
            return Err(AppError::Input("a file of rules holds at most 512 KiB".to_owned()));
        }
        let written = parse(kind, text)?;
        let version = || written.text("version").unwrap_or("1").to_owned();
        let (id, version) = match kind {
            ActionKind::Grid => named(Grid::read(&written), kind, |grid| (grid.id, grid.version))?,
            ActionKind::Bylaws => {
                named(Bylaws::read(&written), kind, |imported| (imported.bylaws.id, imported.bylaws.version))?
            }
            ActionKind::Labels => named(Labels::read(&written), kind, |_| (LABELS.to_owned(), version()))?,
            ActionKind::Orientation => {
                named(Orientations::read(&written), kind, |_| (ORIENTATION.to_owned(), version()))?
            }
            _ => return Err(AppError::Unknown("file of rules")),
        };
        let digest = sha256(text.as_bytes());
        if self.board().latest_rules.get(&(kind, id.clone())) != Some(&digest) {
            let text = text.to_owned();
            self.act(vec![Intent::clear(Action::RulesFile { kind, id, version, digest, text })])?;
        }
        Ok(digest)
    }

    /// A published file by its SHA-256.
    pub(crate) fn rules_file(&self, kind: ActionKind, digest: &[u8; 32]) -> Result<&RulesFile> {
        let file = self.board().rules.get(digest).filter(|file| file.kind == kind);
        // The digest is what was frozen: a file that does not have it is another one.
        file.filter(|file| sha256(file.text.as_bytes()) == *digest).ok_or(AppError::Unknown(place(kind)))
    }

    /// A published grid.
    ///
    /// # Errors
    /// No grid of this SHA-256 was published, or it has faults.
    pub fn grid(&self, digest: &[u8; 32]) -> Result<Grid> {
        let written = parse(ActionKind::Grid, &self.rules_file(ActionKind::Grid, digest)?.text)?;
        Grid::read(&written).map_err(|said| refused(ActionKind::Grid, &said))
    }

    /// The grid that a dossier was frozen with.
    ///
    /// # Errors
    /// The dossier's key or the grid is not on this laptop.
    pub fn grid_of(&self, dossier: DossierId) -> Result<Grid> {
        self.grid(&self.answers(dossier)?.grid)
    }

    /// Published bylaws.
    ///
    /// # Errors
    /// No bylaws of this SHA-256 were published, or they have faults.
    pub fn bylaws(&self, digest: &[u8; 32]) -> Result<Bylaws> {
        let written = self.bylaws_as_written(digest)?;
        let imported = Bylaws::read(&written).map_err(|said| refused(ActionKind::Bylaws, &said))?;
        Ok(imported.bylaws)
    }

    pub(crate) fn bylaws_as_written(&self, digest: &[u8; 32]) -> Result<Datum> {
        parse(ActionKind::Bylaws, &self.rules_file(ActionKind::Bylaws, digest)?.text)
    }

    /// The label of a code, as the labels file in force describes it.
    ///
    /// # Errors
    /// No labels file, or no such label.
    pub fn label_rule(&self, code: &str) -> Result<LabelRule> {
        let known = self.labels()?;
        known.into_iter().find(|rule| rule.code == code).ok_or(AppError::Unknown("label"))
    }

    /// Every label of the labels file in force.
    ///
    /// # Errors
    /// No labels file.
    pub fn labels(&self) -> Result<Vec<LabelRule>> {
        let latest = self.board().latest_rules.get(&(ActionKind::Labels, LABELS.to_owned()));
        let digest = latest.ok_or(AppError::Unknown(LABELS))?;
        Ok(read_labels(&self.rules_file(ActionKind::Labels, digest)?.text)?.labels)
    }

    /// The orientation file in force; the one that comes with the product until the institute publishes its own.
    ///
    /// # Errors
    /// The published file has faults.
    pub fn orientations(&self) -> Result<Orientations> {
        let kind = ActionKind::Orientation;
        match self.board().latest_rules.get(&(kind, ORIENTATION.to_owned())) {
            Some(digest) => read_orientations(&self.rules_file(kind, digest)?.text),
            None => read_orientations(SHIPPED_ORIENTATION),
        }
    }
}

/// Reads a grid file without publishing it.
///
/// # Errors
/// [`AppError::File`] with every `code@place` that the rules have to say.
pub fn read_grid(text: &str) -> Result<Grid> {
    Grid::read(&parse(ActionKind::Grid, text)?).map_err(|said| refused(ActionKind::Grid, &said))
}

/// Reads a bylaws file without publishing it.
///
/// # Errors
/// As [`read_grid`].
pub fn read_bylaws(text: &str) -> Result<Bylaws> {
    let imported = Bylaws::read(&parse(ActionKind::Bylaws, text)?);
    Ok(imported.map_err(|said| refused(ActionKind::Bylaws, &said))?.bylaws)
}

/// Reads a labels file without publishing it.
///
/// # Errors
/// As [`read_grid`].
pub fn read_labels(text: &str) -> Result<Labels> {
    Labels::read(&parse(ActionKind::Labels, text)?).map_err(|said| refused(ActionKind::Labels, &said))
}

/// Reads an orientation file without publishing it.
///
/// # Errors
/// As [`read_grid`].
pub fn read_orientations(text: &str) -> Result<Orientations> {
    let kind = ActionKind::Orientation;
    Orientations::read(&parse(kind, text)?).map_err(|said| refused(kind, &said))
}

const fn place(kind: ActionKind) -> &'static str {
    match kind {
        ActionKind::Grid => "grid",
        ActionKind::Bylaws => "bylaws",
        ActionKind::Orientation => ORIENTATION,
        _ => LABELS,
    }
}

/// TOML, or the JSON of the same keys.
fn parse(kind: ActionKind, text: &str) -> Result<Datum> {
    let json = text.trim_start().starts_with('{');
    let line = if json {
        match serde_json::from_str::<Datum>(text) {
            Ok(written) => return Ok(written),
            Err(error) => error.line(),
        }
    } else {
        match toml::from_str::<Datum>(text) {
            Ok(written) => return Ok(written),
            Err(error) => {
                let start = error.span().map_or(0, |span| span.start);
                1 + text.bytes().take(start).filter(|byte| *byte == b'\n').count()
            }
        }
    };
    // Not even a file of this format: the rules' first code, with the line at which reading stopped.
    Err(AppError::File {
        file: place(kind).to_owned(),
        codes: vec![format!("{}.format@{line}", place(kind))],
    })
}

fn refused(kind: ActionKind, said: &[Message]) -> AppError {
    AppError::File { file: place(kind).to_owned(), codes: said.iter().map(ToString::to_string).collect() }
}

fn named<T>(
    read: Result<T, Vec<Message>>,
    kind: ActionKind,
    name: impl FnOnce(T) -> (String, String),
) -> Result<(String, String)> {
    read.map(name).map_err(|said| refused(kind, &said))
}
