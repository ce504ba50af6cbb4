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
use crate::lines::{line_at, lined};

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
    /// [`AppError::File`] with every `code@place`, and `#line` where it is known, that the rules have to say; or the act is refused.
    pub fn publish_rules(&mut self, kind: ActionKind, text: &str) -> Result<[u8; 32]> {
        if text.len() > LONGEST {
            return Err(AppError::Input("a file of rules holds at most 512 KiB".to_owned()));
        }
        let written = parse(kind, text)?;
        let version = || written.text("version").unwrap_or("1").to_owned();
        let named = match kind {
            ActionKind::Grid => Grid::read(&written).map(|grid| (grid.id, grid.version)),
            ActionKind::Bylaws => {
                Bylaws::read(&written).map(|imported| (imported.bylaws.id, imported.bylaws.version))
            }
            ActionKind::Labels => Labels::read(&written).map(|_| (LABELS.to_owned(), version())),
            ActionKind::Orientation => {
                Orientations::read(&written).map(|_| (ORIENTATION.to_owned(), version()))
            }
            _ => return Err(AppError::Unknown("file of rules")),
        };
        let (id, version) = named.map_err(|said| refused(kind, text, &said))?;
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
        read_grid(&self.rules_file(ActionKind::Grid, digest)?.text)
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
        read_bylaws(&self.rules_file(ActionKind::Bylaws, digest)?.text)
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
/// [`AppError::File`] with every `code@place`, and `#line` where it is known, that the rules have to say.
pub fn read_grid(text: &str) -> Result<Grid> {
    Grid::read(&parse(ActionKind::Grid, text)?).map_err(|said| refused(ActionKind::Grid, text, &said))
}

/// Reads a bylaws file without publishing it.
///
/// # Errors
/// As [`read_grid`].
pub fn read_bylaws(text: &str) -> Result<Bylaws> {
    let imported = Bylaws::read(&parse(ActionKind::Bylaws, text)?);
    Ok(imported.map_err(|said| refused(ActionKind::Bylaws, text, &said))?.bylaws)
}

/// Reads a labels file without publishing it.
///
/// # Errors
/// As [`read_grid`].
pub fn read_labels(text: &str) -> Result<Labels> {
    Labels::read(&parse(ActionKind::Labels, text)?).map_err(|said| refused(ActionKind::Labels, text, &said))
}

/// Reads an orientation file without publishing it.
///
/// # Errors
/// As [`read_grid`].
pub fn read_orientations(text: &str) -> Result<Orientations> {
    let kind = ActionKind::Orientation;
    Orientations::read(&parse(kind, text)?).map_err(|said| refused(kind, text, &said))
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
            Err(error) => line_at(text, error.span().map_or(0, |span| span.start)),
        }
    };
    let file = place(kind);
    // The rules never saw it: reading stopped at that line.
    Err(AppError::File { file: file.to_owned(), codes: vec![format!("rules.syntax@{file}#{line}")] })
}

fn refused(kind: ActionKind, text: &str, said: &[Message]) -> AppError {
    AppError::File { file: place(kind).to_owned(), codes: lined(text, said) }
}
