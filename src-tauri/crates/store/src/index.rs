//! Texts that can be found, and the index over their words, in the encrypted database and nowhere else.

use rusqlite::{Connection, OptionalExtension, params};
use sceau_domain::id::DossierId;

use crate::access::{Reading, Writing, exactly};
use crate::error::{Result, StoreError};
use crate::words::{FOLDING, parted, spaced, words};

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    /// A page of evidence.
    Page = 0,
    /// A note or a highlight of one's own.
    Note = 1,
    /// The reason of a mark.
    Reason = 2,
    /// A passage that a mark cites.
    Passage = 3,
    /// A criterion in French.
    CriterionFr = 4,
    /// A criterion in English.
    CriterionEn = 5,
}

impl Kind {
    pub(crate) fn read(number: u8) -> Result<Self> {
        [Self::Page, Self::Note, Self::Reason, Self::Passage, Self::CriterionFr, Self::CriterionEn]
            .into_iter()
            .find(|kind| *kind as u8 == number)
            .ok_or_else(|| StoreError::corrupt("kind of a text"))
    }
}

/// A text that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The dossier.
    pub dossier: DossierId,
    /// What it is.
    pub kind: Kind,
    /// The file of evidence that it is of, or that it is about.
    pub root: Option<[u8; 32]>,
    /// The page, from 1.
    pub page: Option<u32>,
    /// Which note, passage or criterion; empty for a page.
    pub key: String,
    /// The text itself.
    pub body: String,
}

/// How far a file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The file.
    pub root: [u8; 32],
    /// The dossier.
    pub dossier: DossierId,
    /// Pages of the file; 0 when it cannot be read.
    pub pages: u32,
    /// Pages that were read, from the first.
    pub done: u32,
    /// Letters and digits on them.
    pub letters: u64,
}

impl Writing<'_> {
    fn put_text(&self, text: &Text) -> Result<()> {
        let Text { dossier, kind, root, page, key, body } = text;
        self.connection
            .prepare_cached(
                "INSERT INTO text (dossier, kind, root, page, key, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![dossier.0, *kind as u8, root, page, key, body])?;
        enter(self.connection, self.connection.last_insert_rowid(), body)
    }

    /// Takes texts out of the index and out of the database.
    fn take_out(&self, which: &str, of: &[&dyn rusqlite::ToSql]) -> Result<()> {
        let mut statement =
            self.connection.prepare_cached(&format!("SELECT id, body FROM text WHERE {which}"))?;
        let mut rows = statement.query(of)?;
        while let Some(row) = rows.next()? {
            leave(self.connection, row.get(0)?, &row.get::<_, String>(1)?)?;
        }
        self.connection.prepare_cached(&format!("DELETE FROM text WHERE {which}"))?.execute(of)?;
        Ok(())
    }

    /// Keeps the text of a page, replacing what was kept for that page.
    pub fn put_page(&self, dossier: DossierId, root: &[u8; 32], page: u32, body: &str) -> Result<()> {
        self.take_out("kind = 0 AND root = ?1 AND page = ?2", &[root, &page])?;
        self.put_text(&Text {
            dossier,
            kind: Kind::Page,
            root: Some(*root),
            page: Some(page),
            key: String::new(),
            body: body.to_owned(),
        })
    }

    /// Keeps how far a file was read.
    pub fn put_progress(&self, of: &Progress) -> Result<()> {
        let letters = crate::access::to_sql(of.letters)?;
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO reading (root, dossier, pages, done, letters) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![of.root, of.dossier.0, of.pages, of.done, letters])?;
        Ok(())
    }

    /// Replaces one's own words about a dossier, and its criteria.
    pub fn put_own_words(&self, dossier: DossierId, texts: &[Text]) -> Result<()> {
        self.take_out("dossier = ?1 AND kind <> 0", &[&dossier.0])?;
        for text in texts {
            self.put_text(text)?;
        }
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO own_words (dossier, stale) VALUES (?1, 0)")?
            .execute([dossier.0])?;
        Ok(())
    }

    /// Forgets every text of a dossier, and that there was one.
    pub(crate) fn erase_texts(&self, dossier: DossierId) -> Result<()> {
        self.take_out("dossier = ?1", &[&dossier.0])?;
        for table in ["reading", "own_words"] {
            self.connection.execute(&format!("DELETE FROM {table} WHERE dossier = ?1"), [dossier.0])?;
        }
        Ok(())
    }
}

impl Reading<'_> {
    /// How far a file was read; `None` before its first page.
    pub fn progress(&self, root: &[u8; 32]) -> Result<Option<Progress>> {
        let found = self
            .connection
            .prepare_cached("SELECT dossier, pages, done, letters FROM reading WHERE root = ?1")?
            .query_row([root], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .optional()?;
        found
            .map(|(dossier, pages, done, letters)| {
                let dossier = DossierId(exactly(&dossier)?);
                Ok(Progress { root: *root, dossier, pages, done, letters: crate::access::from_sql(letters)? })
            })
            .transpose()
    }

    /// The dossiers whose own words are in the index as they stand now.
    pub fn own_words_of(&self) -> Result<Vec<DossierId>> {
        let mut statement =
            self.connection.prepare_cached("SELECT dossier FROM own_words WHERE stale = 0")?;
        let rows = statement.query_map([], |row| row.get::<_, Vec<u8>>(0))?;
        rows.map(|row| Ok(DossierId(exactly(&row?)?))).collect()
    }
}

fn enter(connection: &Connection, id: i64, body: &str) -> Result<()> {
    connection
        .prepare_cached("INSERT INTO word (rowid, folded, parted) VALUES (?1, ?2, ?3)")?
        .execute(params![id, spaced(&words(body)), spaced(&parted(body))])?;
    Ok(())
}

/// The index has no texts of its own: it must be told the very words that went in.
fn leave(connection: &Connection, id: i64, body: &str) -> Result<()> {
    connection
        .prepare_cached("INSERT INTO word (word, rowid, folded, parted) VALUES ('delete', ?1, ?2, ?3)")?
        .execute(params![id, spaced(&words(body)), spaced(&parted(body))])?;
    Ok(())
}

/// Makes the index again when words are folded otherwise than when it was made: what went in must be what comes out.
pub(crate) fn keep_in_step(connection: &mut Connection) -> Result<()> {
    let kept: Option<u32> =
        connection.query_row("SELECT version FROM folding", [], |row| row.get(0)).optional()?;
    if kept == Some(FOLDING) {
        return Ok(());
    }
    let change = connection.transaction()?;
    change.execute("INSERT INTO word (word) VALUES ('delete-all')", [])?;
    {
        let mut statement = change.prepare("SELECT id, body FROM text")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            enter(&change, row.get(0)?, &row.get::<_, String>(1)?)?;
        }
    }
    change.execute("DELETE FROM folding", [])?;
    change.execute("INSERT INTO folding (version) VALUES (?1)", [FOLDING])?;
    change.commit()?;
    Ok(())
}
