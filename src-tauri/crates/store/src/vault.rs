//! Secrets: device and officer keys, committee state, the seal key, and the keys of groups.
//!
//! They rest inside the encrypted database and are wiped from memory when the caller lets go of them.

use rusqlite::{OptionalExtension, params};
use sceau_domain::id::GroupId;
use sceau_ledger::group::GroupKey;
use zeroize::Zeroizing;

use crate::access::{Reading, Writing, exactly, from_sql, to_sql};
use crate::error::{Result, StoreError};

impl Reading<'_> {
    /// A secret by its name.
    pub fn secret(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>> {
        Ok(self
            .connection
            .prepare_cached("SELECT bytes FROM secret WHERE name = ?1")?
            .query_row([name], |row| row.get(0))
            .optional()?
            .map(Zeroizing::new))
    }

    /// Names of all secrets, in alphabetical order.
    pub fn secrets(&self) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached("SELECT name FROM secret ORDER BY name")?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The key of a group at an epoch.
    pub fn group_key(&self, group: GroupId, epoch: u64) -> Result<Option<GroupKey>> {
        let key: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT key FROM group_key WHERE group_id = ?1 AND epoch = ?2")?
            .query_row(params![group.0, to_sql(epoch)?], |row| row.get(0))
            .optional()?;
        key.map(|key| exactly(&Zeroizing::new(key)).map(GroupKey::from_bytes)).transpose()
    }

    /// All keys of a group that this desk holds, the oldest epoch first.
    pub fn group_keys(&self, group: GroupId) -> Result<Vec<(u64, GroupKey)>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT epoch, key FROM group_key WHERE group_id = ?1 ORDER BY epoch")?;
        let rows = statement.query_map([group.0], |row| {
            Ok((row.get::<_, i64>(0)?, Zeroizing::new(row.get::<_, Vec<u8>>(1)?)))
        })?;
        rows.map(|row| {
            let (epoch, key) = row?;
            Ok((from_sql(epoch)?, GroupKey::from_bytes(exactly(&key)?)))
        })
        .collect()
    }

    /// The groups of which this desk holds a key.
    pub fn groups(&self) -> Result<Vec<GroupId>> {
        let mut statement =
            self.connection.prepare_cached("SELECT DISTINCT group_id FROM group_key ORDER BY group_id")?;
        let rows = statement.query_map([], |row| row.get::<_, Vec<u8>>(0))?;
        rows.map(|row| Ok(GroupId(exactly(&row?)?))).collect()
    }
}

impl Writing<'_> {
    /// Keeps a secret, replacing one of the same name (the state of a committee grows step by step).
    pub fn put_secret(&self, name: &str, bytes: &[u8]) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO secret (name, bytes) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes",
            )?
            .execute(params![name, bytes])?;
        Ok(())
    }

    /// Forgets a secret. Whether there was one.
    pub fn forget_secret(&self, name: &str) -> Result<bool> {
        Ok(self.connection.prepare_cached("DELETE FROM secret WHERE name = ?1")?.execute([name])? > 0)
    }

    /// Keeps the key of a group. A second, different key for the same epoch is refused: one of the two would
    /// make records unreadable.
    pub fn put_group_key(&self, group: GroupId, epoch: u64, key: &GroupKey) -> Result<()> {
        if let Some(kept) = self.group_key(group, epoch)? {
            let same = kept.expose() == key.expose();
            return if same { Ok(()) } else { Err(StoreError::Conflict { what: "key of a group" }) };
        }
        self.connection
            .prepare_cached("INSERT INTO group_key (group_id, epoch, key) VALUES (?1, ?2, ?3)")?
            .execute(params![group.0, to_sql(epoch)?, key.expose()])?;
        Ok(())
    }
}
