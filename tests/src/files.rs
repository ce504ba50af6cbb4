//! What is played: the package and the board's files, judged before anybody is asked to do anything.

use std::path::{Path, PathBuf};

use sceau_app::dossier::{judge_package, read_bylaws, read_grid, read_labels};
use sceau_app::intake::{self, Limits};

use crate::board::{During, Problem, Result};

/// What is played.
pub struct Play {
    /// Folder of the repository's data.
    pub assets: PathBuf,
    /// The dossier's package.
    pub dossier: PathBuf,
    /// The grid file.
    pub grid: PathBuf,
    /// The bylaws file.
    pub bylaws: PathBuf,
    /// Everything goes below this folder.
    pub root: PathBuf,
}

/// The labels file of the board, below the repository's data.
pub(crate) const LABELS: &str = "labels/ines.toml";

/// The text of a file of the board.
///
/// # Errors
/// It cannot be read, with a code of its own: whoever named it hears which.
pub(crate) fn text_of(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|cause| Problem {
        codes: vec![format!("file-unreadable@{}", path.display())],
        ..Problem::new(&path.display().to_string(), cause)
    })
}

/// Judges package, grid and bylaws before anybody is asked to do anything.
///
/// # Errors
/// One of them is refused, with the rules' codes.
pub fn judge_files(play: &Play) -> Result<()> {
    let grid = read_grid(&text_of(&play.grid)?).during("grid")?;
    let bylaws = read_bylaws(&text_of(&play.bylaws)?).during("bylaws")?;
    bylaws.may_be_voted().map_err(|why| Problem {
        codes: vec![why.code().to_owned()],
        ..Problem::new("bylaws", "no vote can be held under them")
    })?;
    let package = intake::read(&play.dossier, &Limits::default());
    judge_package(&package, &grid).during("intake")?;
    let labels = read_labels(&text_of(&play.assets.join(LABELS))?).during("labels")?;
    let wanted = package.label.unwrap_or_default();
    if labels.label(&wanted).is_some() {
        return Ok(());
    }
    let code = format!("label-unknown@{}", if wanted.is_empty() { "label" } else { &wanted });
    Err(Problem {
        codes: vec![code],
        ..Problem::new("intake", "the label asked for is none of the labels file's")
    })
}
