//! Small things that belong to one desk: settings, past receipts, and who people are.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, params};
use sceau_domain::id::MemberId;
use sceau_domain::moment::Moment;

use crate::access::{Reading, Writing, exactly, from_sql, to_sql};
use crate::error::Result;

/// What both sides agreed on at the end of a sync.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Number of the receipt on this desk, from 1.
    pub id: u64,
    /// When the sync ended.
    pub at: Moment,
    /// The receipt, in whatever form the caller writes it.
    pub body: Vec<u8>,
}

/// The profile of a member, as it came and as it reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// SHA-256 of the sealed profile: tells whether the registry has a newer one.
    pub sealed: [u8; 32],
    /// The opened profile. Empty once it was erased.
    pub plain: Vec<u8>,
}

impl Reading<'_> {
    /// A setting of this desk.
    pub fn setting(&self, name: &str) -> Result<Option<String>> {
        Ok(self
            .connection
            .prepare_cached("SELECT value FROM setting WHERE name = ?1")?
            .query_row([name], |row| row.get(0))
            .optional()?)
    }

    /// All settings.
    pub fn settings(&self) -> Result<BTreeMap<String, String>> {
        let mut statement = self.connection.prepare_cached("SELECT name, value FROM setting")?;
        Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }

    /// The latest receipts, the newest first.
    pub fn receipts(&self, most: u32) -> Result<Vec<Receipt>> {
        let mut statement =
            self.connection.prepare_cached("SELECT id, at, body FROM receipt ORDER BY id DESC LIMIT ?1")?;
        let rows = statement.query_map([most], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        rows.map(|row| {
            let (id, at, body) = row?;
            Ok(Receipt { id: from_sql(id)?, at: Moment(from_sql(at)?), body })
        })
        .collect()
    }

    /// The profile of a member.
    pub fn profile(&self, member: MemberId) -> Result<Option<Profile>> {
        let row: Option<(Vec<u8>, Vec<u8>)> = self
            .connection
            .prepare_cached("SELECT sealed, plain FROM profile WHERE member = ?1")?
            .query_row([member.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        row.map(|(sealed, plain)| Ok(Profile { sealed: exactly(&sealed)?, plain })).transpose()
    }

    /// All profiles, by member.
    pub fn profiles(&self) -> Result<BTreeMap<MemberId, Profile>> {
        let mut statement = self.connection.prepare_cached("SELECT member, sealed, plain FROM profile")?;
        let rows = statement.query_map([], |row| {
            Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?, row.get::<_, Vec<u8>>(2)?))
        })?;
        rows.map(|row| {
            let (member, sealed, plain) = row?;
            Ok((MemberId(exactly(&member)?), Profile { sealed: exactly(&sealed)?, plain }))
        })
        .collect()
    }
}

impl Writing<'_> {
    /// Sets a setting.
    pub fn put_setting(&self, name: &str, value: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO setting (name, value) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            )?
            .execute([name, value])?;
        Ok(())
    }

    /// Keeps a receipt and gives it its number.
    pub fn add_receipt(&self, at: Moment, body: &[u8]) -> Result<u64> {
        self.connection
            .prepare_cached("INSERT INTO receipt (at, body) VALUES (?1, ?2)")?
            .execute(params![to_sql(at.0)?, body])?;
        from_sql(self.connection.last_insert_rowid())
    }

    /// Keeps a member's profile, replacing the one before.
    pub fn put_profile(&self, member: MemberId, profile: &Profile) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO profile (member, sealed, plain) VALUES (?1, ?2, ?3)
                 ON CONFLICT (member) DO UPDATE SET sealed = excluded.sealed, plain = excluded.plain",
            )?
            .execute(params![member.0, profile.sealed, profile.plain])?;
        Ok(())
    }

    /// Forgets a member's profile. Whether there was one.
    pub fn forget_profile(&self, member: MemberId) -> Result<bool> {
        Ok(self.connection.prepare_cached("DELETE FROM profile WHERE member = ?1")?.execute([member.0])? > 0)
    }
}
