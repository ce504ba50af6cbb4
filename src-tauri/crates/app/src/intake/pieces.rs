//! What a package is made of: one folder or ZIP, or files that a person dropped, chose or pasted one beside another.

use std::path::PathBuf;
use std::sync::Arc;

use super::names;

/// The name under which a table of answers lies that was pasted as text.
pub const PASTED: &str = "reponses-collees.tsv";

/// Endings of files that are parts of a package, and none themselves.
const LOOSE: [&str; 10] = ["pdf", "png", "jpg", "jpeg", "csv", "tsv", "xlsx", "json", "bib", "ris"];

/// One of the things that make a package.
#[derive(Debug, Clone)]
pub enum Piece {
    /// A folder, a ZIP or a file on the disk.
    Path(PathBuf),
    /// A file that was pasted: it lies on no disk.
    Bytes {
        /// Its name.
        name: String,
        /// What it holds.
        bytes: Arc<[u8]>,
    },
}

impl Piece {
    /// A table of answers, as a spreadsheet puts it on the clipboard.
    #[must_use]
    pub fn table(text: &str) -> Self {
        Self::Bytes { name: PASTED.to_owned(), bytes: text.as_bytes().into() }
    }

    /// How people call it.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Path(path) => {
                path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
            }
            Self::Bytes { name, .. } => name.clone(),
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Path(a), Self::Path(b)) => a == b,
            (Self::Bytes { bytes: a, .. }, Self::Bytes { bytes: b, .. }) => a == b,
            _ => false,
        }
    }
}

/// Whether a file is a part of a package by its ending.
#[must_use]
pub fn is_loose(name: &str) -> bool {
    LOOSE.iter().any(|ending| names::ends(name, ending)) || name == "dossier.toml"
}

/// Whether a piece is a folder or a ZIP. What is brought alone and is no part of a package by its ending is read as one.
#[must_use]
pub fn is_whole(piece: &Piece, pieces: &[Piece]) -> bool {
    let Piece::Path(path) = piece else { return false };
    let name = piece.name();
    path.is_dir() || names::ends(&name, "zip") || (pieces.len() == 1 && !is_loose(&name))
}

/// The folder or ZIP that is the package, beside which files may lie that were added to it; none where there are several.
#[must_use]
pub fn whole(pieces: &[Piece]) -> Option<&Piece> {
    let mut wholes = pieces.iter().filter(|piece| is_whole(piece, pieces));
    wholes.next().filter(|_| wholes.next().is_none())
}

/// How people call a package of these pieces.
#[must_use]
pub fn name(pieces: &[Piece]) -> String {
    let first: Vec<String> = pieces.iter().take(2).map(Piece::name).collect();
    let more = if pieces.len() > 2 { "…" } else { "" };
    format!("{}{more}", first.join(", "))
}

/// Adds what a person brings to what is there already. The same thing twice is one; a pasted table takes the place of the
/// one before, and another file of the same name, as pasted pictures have, gets a number.
pub fn add(pieces: &mut Vec<Piece>, new: Piece) {
    if pieces.iter().any(|known| known.is_same(&new)) {
        return;
    }
    let Piece::Bytes { name, bytes } = new else { return pieces.push(new) };
    if name == PASTED {
        pieces.retain(|known| known.name() != PASTED);
        return pieces.push(Piece::Bytes { name, bytes });
    }
    let taken = |name: &str| pieces.iter().any(|known| known.name().eq_ignore_ascii_case(name));
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let numbered = (2_usize..).map(|n| format!("{stem}-{n}.{ending}"));
    let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken(name));
    pieces.push(Piece::Bytes { name: free.unwrap_or_else(|| name.clone()), bytes });
}
