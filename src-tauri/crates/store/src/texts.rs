//! The text of whole files, page by page, as it was extracted for the search.

use crate::access::Reading;
use crate::error::Result;

impl Reading<'_> {
    /// The pages of a file whose text is known, in their order, with their numbers from 1.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn page_texts(&self, root: &[u8; 32]) -> Result<Vec<(u32, String)>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT page, body FROM text WHERE kind = 0 AND root = ?1 ORDER BY page")?;
        let rows = statement.query_map([root], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.map(|row| Ok(row?)).collect()
    }
}
