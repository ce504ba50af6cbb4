//! Looking for words in everything that this desk may find.

use std::collections::HashSet;

use rusqlite::params;
use sceau_domain::id::DossierId;

use crate::access::{Reading, exactly};
use crate::error::Result;
use crate::index::{Kind, Text};
use crate::query::Query;

/// Beyond so many texts, words tell little and weighing every text would be felt while typing.
const WEIGHED: u32 = 2000;

impl Reading<'_> {
    /// Texts in which every term stands, best first, at most so many. `may` says which dossiers and kinds may be shown:
    /// what may not is passed over as if it were not there.
    ///
    /// Words that stand nearly everywhere are not weighed: then one's own writing comes first, and the texts that were
    /// read last.
    pub fn search(
        &self,
        query: &Query,
        most: usize,
        mut may: impl FnMut(DossierId, Kind) -> bool,
    ) -> Result<Vec<Text>> {
        let mut found = Vec::new();
        if query.is_empty() {
            return Ok(found);
        }
        let expression = query.expression();
        for id in self.best(&expression)? {
            let text = self.text(id, &mut may)?;
            found.extend(text);
            if found.len() >= most {
                break;
            }
        }
        Ok(found)
    }

    /// Texts by their numbers, best first.
    fn best(&self, expression: &str) -> Result<Vec<i64>> {
        let ids = |sql: &str| -> Result<Vec<i64>> {
            let mut statement = self.connection.prepare_cached(sql)?;
            let rows = statement.query_map(params![expression, WEIGHED], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        let some = ids("SELECT rowid FROM word WHERE word MATCH ?1 ORDER BY rowid DESC LIMIT ?2")?;
        if some.len() < WEIGHED as usize {
            return ids("SELECT rowid FROM word WHERE word MATCH ?1 ORDER BY rank LIMIT ?2");
        }
        let own = self.own_texts()?;
        let (mut first, pages): (Vec<i64>, Vec<i64>) = some.into_iter().partition(|id| own.contains(id));
        first.extend(pages);
        Ok(first)
    }

    /// The numbers of one's own words and of the criteria. An index alone answers: to ask each text found what it is would
    /// decipher a page of the database for each.
    fn own_texts(&self) -> Result<HashSet<i64>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT text.id FROM own_words CROSS JOIN text ON text.dossier = own_words.dossier WHERE text.kind > 0",
        )?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn text(&self, id: i64, may: &mut impl FnMut(DossierId, Kind) -> bool) -> Result<Option<Text>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT dossier, kind, root, page, key, body FROM text WHERE id = ?1")?;
        let mut rows = statement.query([id])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let dossier = DossierId(exactly(&row.get::<_, Vec<u8>>(0)?)?);
        let kind = Kind::read(row.get(1)?)?;
        if !may(dossier, kind) {
            return Ok(None);
        }
        let root: Option<Vec<u8>> = row.get(2)?;
        let root = root.map(|root| exactly(&root)).transpose()?;
        Ok(Some(Text { dossier, kind, root, page: row.get(3)?, key: row.get(4)?, body: row.get(5)? }))
    }
}
