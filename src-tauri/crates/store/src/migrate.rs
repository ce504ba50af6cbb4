//! Brings the schema up to date, and politely refuses a database of a newer version.
//!
//! Migrations are append-only: a file that was ever released is never edited. Derived tables do not belong
//! here, they can be dropped and rebuilt.

use std::error::Error;

use refinery::{Migration, Runner};
use rusqlite::{Connection, OptionalExtension};

use crate::error::{Result, StoreError};

const MIGRATIONS: [(&str, &str); 3] = [
    ("V0001__records", include_str!("migrations/V0001__records.sql")),
    ("V0002__desk", include_str!("migrations/V0002__desk.sql")),
    ("V0003__search", include_str!("migrations/V0003__search.sql")),
];

/// Newest version of the schema that this build knows.
pub const KNOWN: u32 = 3;
const _: () = assert!(MIGRATIONS.len() == KNOWN as usize);

/// Version of the schema in the file: 0 before the first migration.
pub(crate) fn version(connection: &Connection) -> Result<u32> {
    let history: Option<String> = connection
        .query_row("SELECT name FROM sqlite_schema WHERE name = 'refinery_schema_history'", [], |row| {
            row.get(0)
        })
        .optional()?;
    if history.is_none() {
        return Ok(0);
    }
    let newest: Option<i64> =
        connection.query_row("SELECT max(version) FROM refinery_schema_history", [], |row| row.get(0))?;
    u32::try_from(newest.unwrap_or(0)).map_err(|_| StoreError::corrupt("version of the schema"))
}

/// Applies what is missing, all of it or nothing. A newer database is left as it was.
pub(crate) fn migrate(connection: &mut Connection) -> Result<()> {
    let found = version(connection)?;
    if found > KNOWN {
        return Err(StoreError::NewerVersion { found, known: KNOWN });
    }
    let migrations = MIGRATIONS
        .iter()
        .map(|(name, sql)| Migration::unapplied(name, sql))
        .collect::<Result<Vec<_>, _>>()
        .map_err(failed)?;
    Runner::new(&migrations).set_grouped(true).run(connection).map_err(failed)?;
    Ok(())
}

/// A full or read-only disk keeps its own name, also when it is a migration that meets it.
fn failed(error: refinery::Error) -> StoreError {
    let mut cause: Option<&(dyn Error + 'static)> = error.source();
    while let Some(now) = cause {
        if let Some(code) = now.downcast_ref::<rusqlite::Error>().and_then(rusqlite::Error::sqlite_error) {
            let same = rusqlite::Error::SqliteFailure(*code, None);
            match StoreError::from(same) {
                StoreError::Database(_) => break,
                named => return named,
            }
        }
        cause = now.source();
    }
    StoreError::Migration(Box::new(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_of_the_version_before_keeps_what_was_written_and_can_be_searched() {
        let mut connection = Connection::open_in_memory().unwrap();
        let before: Vec<Migration> =
            MIGRATIONS[..2].iter().map(|(name, sql)| Migration::unapplied(name, sql).unwrap()).collect();
        Runner::new(&before).set_grouped(true).run(&mut connection).unwrap();
        connection
            .execute_batch(
                "INSERT INTO draft VALUES (zeroblob(16), zeroblob(16), 'row', '2.3', 1, 1, x'00');
                 INSERT INTO file (root, dossier, chunks, manifest) VALUES (zeroblob(32), zeroblob(16), 1, x'00');
                 INSERT INTO page_text (dossier, root, page, text) VALUES (zeroblob(16), zeroblob(32), 1, 'mot');",
            )
            .unwrap();
        assert_eq!(version(&connection).unwrap(), 2);
        migrate(&mut connection).unwrap();
        crate::index::keep_in_step(&mut connection).unwrap();
        assert_eq!(version(&connection).unwrap(), KNOWN);
        let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(count("SELECT count(*) FROM draft"), 1);
        assert_eq!(count("SELECT count(*) FROM file"), 1);
        assert_eq!(count("SELECT count(*) FROM text"), 0, "texts are read again from the evidence");
    }
}
