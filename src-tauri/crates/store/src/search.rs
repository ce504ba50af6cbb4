//! Looking for words in everything that this desk may find.

use sceau_domain::id::DossierId;

use crate::access::{Reading, exactly};
use crate::error::Result;
use crate::index::{Kind, Text};
use crate::query::Query;

impl Reading<'_> {
    /// Texts in which every term stands, best first, at most so many. `may` says which dossiers and kinds may be shown:
    /// what may not is passed over as if it were not there.
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
        let mut statement = self.connection.prepare_cached(
            "SELECT t.dossier, t.kind, t.root, t.page, t.key, t.body
             FROM word JOIN text t ON t.id = word.rowid WHERE word MATCH ?1 ORDER BY word.rank",
        )?;
        let mut rows = statement.query([query.expression()])?;
        while let Some(row) = rows.next()? {
            let dossier = DossierId(exactly(&row.get::<_, Vec<u8>>(0)?)?);
            let kind = Kind::read(row.get(1)?)?;
            if !may(dossier, kind) {
                continue;
            }
            let root: Option<Vec<u8>> = row.get(2)?;
            let root = root.map(|root| exactly(&root)).transpose()?;
            let (page, key, body) = (row.get(3)?, row.get(4)?, row.get(5)?);
            found.push(Text { dossier, kind, root, page, key, body });
            if found.len() >= most {
                break;
            }
        }
        Ok(found)
    }
}
