//! Profiles beside the log: names, sealed under the board's key, erasable.

use std::sync::Mutex;

use sceau_domain::id::{DeviceId, GroupId, MemberId};
use sceau_ledger::batch::KeyName;
use sceau_ledger::encoding::Record;
use sceau_ledger::parcel::{self, Padding, ParcelPlace};
use sceau_ledger::payload::sealed::Profile;
use sceau_ledger::tree::sha256;
use sceau_store::desk::Profile as Kept;
use sceau_sync::client::Client;

use super::{Asker, lock};
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// Prefix of the vault names of sealed profiles that the registry has not received.
const OUTGOING: &str = "profile-out/";

/// Where a profile's seal says it is: no parcel of a batch ever stands there.
fn place(desk: &Desk, member: MemberId) -> ParcelPlace {
    ParcelPlace { institute: desk.institute(), device: DeviceId(member.0), number: u64::MAX, index: u8::MAX }
}

impl Desk {
    /// Seals a profile under the board's key and keeps it for the next exchange; answers the digest for the log.
    pub(crate) fn seal_profile(&mut self, member: MemberId, profile: &Profile) -> Result<[u8; 32]> {
        let (name, key) = self.newest_key(GroupId::of_board(&self.institute()))?;
        let plain = profile.encode();
        let sealed = parcel::seal(
            std::slice::from_ref(&plain),
            &key.class(),
            &place(self, member),
            Padding::Padme,
            &mut self.env.chance(),
        )?;
        let blob = [&name.0[..], &sealed].concat();
        let digest = sha256(&blob);
        self.store.write(|write| {
            write.put_secret(&format!("{OUTGOING}{member}"), &blob)?;
            write.put_profile(member, &Kept { sealed: digest, plain: plain.clone() })?;
            Ok::<_, AppError>(())
        })?;
        Ok(digest)
    }

    fn open_profile(&self, member: MemberId, blob: &[u8]) -> Result<Option<Kept>> {
        let Some((name, sealed)) = blob.split_first_chunk::<8>() else { return Ok(None) };
        let Some(key) = self.key_named(KeyName(*name))? else { return Ok(None) };
        let mut opened = parcel::open(sealed, &key.class(), &place(self, member))?;
        Ok(opened.pop().map(|plain| Kept { sealed: sha256(blob), plain }))
    }

    /// Who a member is, as far as this laptop may know.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn profile(&self, member: MemberId) -> Result<Option<Profile>> {
        let kept = self.store.read(|read| read.profile(member))?;
        kept.map(|kept| Profile::decode(&kept.plain).map_err(AppError::from)).transpose()
    }

    /// A member's name for screens and documents; the identifier while the profile is not here.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn name_of(&self, member: MemberId) -> Result<String> {
        let profile = self.profile(member)?;
        Ok(profile.map_or_else(
            || member.to_string(),
            |profile| match profile.title {
                Some(title) => format!("{title} {}", profile.name),
                None => profile.name,
            },
        ))
    }
}

/// Sends own profiles, fetches those that the log announces and this laptop lacks, forgets those that were erased.
pub(super) async fn exchange(desk: &Mutex<Desk>, client: &Client, asker: &Asker) -> Result<()> {
    let failed = |failure: sceau_sync::error::Failure| AppError::Registry(failure.code().to_owned());
    let (outgoing, now) = {
        let desk = lock(desk);
        let names = desk.store.read(|read| read.secrets())?;
        (names.into_iter().filter(|name| name.starts_with(OUTGOING)).collect::<Vec<_>>(), desk.env.now())
    };
    for name in outgoing {
        let Some(member) = name.strip_prefix(OUTGOING).and_then(|id| id.parse::<MemberId>().ok()) else {
            continue;
        };
        let Some(blob) = lock(desk).store.read(|read| read.secret(&name))? else { continue };
        client.put_profile(&asker.caller(), member, blob.to_vec(), now).await.map_err(failed)?;
        lock(desk).store.write(|write| write.forget_secret(&name))?;
    }
    let holds = {
        let desk = lock(desk);
        desk.holds_key(GroupId::of_board(&desk.institute()))
    };
    if !holds {
        return Ok(());
    }
    let there = client.profiles(&asker.caller(), now).await.map_err(failed)?;
    let known = lock(desk).store.read(|read| read.profiles())?;
    for line in &there.blobs {
        let member = MemberId(line.member);
        if known.get(&member).is_some_and(|kept| kept.sealed == line.sha256) {
            continue;
        }
        let blob = client.profile(&asker.caller(), member, now).await.map_err(failed)?;
        let desk = lock(desk);
        // Only what the log announced is believed.
        let announced = desk.board().members.get(&member).and_then(|state| state.profile);
        if announced == Some(sha256(&blob))
            && let Some(kept) = desk.open_profile(member, &blob)?
        {
            desk.store.write(|write| write.put_profile(member, &kept))?;
        }
    }
    let erased = known.keys().filter(|member| !there.blobs.iter().any(|line| line.member == member.0));
    for member in erased {
        lock(desk).store.write(|write| write.forget_profile(*member))?;
    }
    Ok(())
}
