//! Full text of evidence, in the encrypted database and nowhere else.

use rusqlite::params;
use sceau_domain::id::DossierId;

use crate::access::{Reading, Writing, exactly};
use crate::error::Result;

/// A page on which the words were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The file.
    pub root: [u8; 32],
    /// The page, from 1.
    pub page: u32,
    /// Some words around, with U+2068 before and U+2069 after each that was looked for.
    pub around: String,
}

impl Writing<'_> {
    /// Keeps the text of a page, as the viewer extracted it, replacing what was kept for that page.
    pub fn put_page_text(&self, dossier: DossierId, root: &[u8; 32], page: u32, text: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO page_text (dossier, root, page, text) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (root, page) DO UPDATE SET text = excluded.text",
            )?
            .execute(params![dossier.0, root, page, text])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// Pages of a dossier's evidence on which all the words stand, best first; accents and case do not
    /// matter, the last word may be unfinished. Whatever a person types is a list of words, never a query.
    pub fn search(&self, dossier: DossierId, words: &str, most: u32) -> Result<Vec<Hit>> {
        let words: Vec<String> = words
            .split(|character: char| !character.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| format!("\"{word}\""))
            .collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT t.root, t.page, snippet(page_search, 0, char(8296), char(8297), '…', 12)
             FROM page_search JOIN page_text t ON t.id = page_search.rowid
             WHERE page_search MATCH ?1 AND t.dossier = ?2 ORDER BY rank, t.id LIMIT ?3",
        )?;
        let rows = statement.query_map(params![words.join(" ") + "*", dossier.0, most], |row| {
            Ok((row.get::<_, Vec<u8>>(0)?, row.get(1)?, row.get(2)?))
        })?;
        rows.map(|row| {
            let (root, page, around) = row?;
            Ok(Hit { root: exactly(&root)?, page, around })
        })
        .collect()
    }
}
