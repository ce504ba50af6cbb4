//! The first hour of an institute: one officer, one charter, the founder's own device.

use std::path::Path;

use sceau_certificate::seal::{AuthorityProfile, SealKey, authority};
use sceau_domain::action::{Action, CharterFacts};
use sceau_domain::id::{GroupId, Institute, InviteId, MemberId};
use sceau_domain::moment::{DAY, Moment};
use sceau_domain::role::Role;
use sceau_ledger::charter::{Charter, LogIdentity, Officer, SignedCharter};
use sceau_ledger::device::{DeviceSecrets, JoinRequest, SignedJoin};
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::Profile;
use sceau_ledger::sign::{Purpose, SecretSigner, Signer, sign};
use sceau_ledger::tree::sha256;
use sceau_store::folder::Folder;
use sceau_store::key::DatabaseKey;
use sceau_store::store::Store;
use sceau_sync::client::Client;
use sceau_sync::error::Failure;

use super::{SEAL_AUTHORITY, SEAL_AUTHORITY_KEY};
use crate::act::{Body, Intent};
use crate::desk::{Desk, secret};
use crate::environment::Environment;
use crate::error::{AppError, Result};

/// The registry's card, as `sceau-registry init` prints it.
pub type Card = LogIdentity;

/// What founding asks for.
pub struct Founding {
    /// The institute's name.
    pub institute: String,
    /// The founder, who is chair and the only officer until charter 2.
    pub founder: Profile,
    /// College of the founder's seat.
    pub college: String,
    /// The registry's card.
    pub card: Card,
    /// The registry's one-time token.
    pub token: String,
}

/// Years during which the seal authority is good.
const AUTHORITY_YEARS: u64 = 12;

/// Founds an institute: officer key, seal authority and charter 1 are made here; the registry accepts exactly one.
///
/// # Errors
/// The registry refuses, or the disk.
pub async fn found(env: Environment, folder: &Path, key: &DatabaseKey, founding: &Founding) -> Result<Desk> {
    let place = |_: &Institute| Ok((Folder::new(folder), DatabaseKey::from_bytes(*key.expose())));
    found_in(env, place, founding).await
}

/// As [`found`], where the desk's place depends on the identity of the new institute. The registry is asked first: one
/// that does not answer, or is founded already, leaves nothing on this disk.
///
/// # Errors
/// As [`found`]; [`AppError::FoundingUnsure`] when the registry was asked and nobody can say what it did: the desk is
/// then kept.
pub async fn found_in(
    env: Environment,
    place: impl FnOnce(&Institute) -> Result<(Folder, DatabaseKey)>,
    founding: &Founding,
) -> Result<Desk> {
    let client = Client::new(&founding.card.url).map_err(|failure| registry(&failure))?;
    match client.institute().await {
        Ok(_) => return Err(AppError::Registry("institute.already-founded".to_owned())),
        Err(failure) if failure.code() == "institute.not-founded" => {}
        Err(failure) => return Err(registry(&failure)),
    }
    let mut chance = env.chance();
    let now = env.now();
    let member = MemberId(env.draw_id());
    let secrets = DeviceSecrets::draw(&mut chance);
    let officer = SecretSigner::draw(&mut chance);
    let (authority_key, authority_certificate) = seal_authority(&env, &founding.institute, now)?;
    let charter = Charter {
        version: 1,
        previous: [0; 32],
        name: founding.institute.clone(),
        officers: vec![Officer { member, key: officer.public() }],
        k: 1,
        log: founding.card.clone(),
        seal_ca: vec![sha256(&authority_certificate)],
        minimum_version: 1,
        from: now,
    };
    let mut signed = SignedCharter::draft(&charter);
    signed.sign(&officer);
    let (folder, key) = place(&Institute(signed.hash()))?;
    let store = Store::create(&folder, &key)?;
    Desk::equip(&store, &secrets, std::slice::from_ref(&signed))?;
    store.write(|write| {
        write.put_secret(secret::MEMBER, &member.0)?;
        write.put_secret(secret::OFFICER, &*officer.seed())?;
        write.put_secret(SEAL_AUTHORITY, &authority_certificate)?;
        write.put_secret(SEAL_AUTHORITY_KEY, &authority_key)?;
        Ok::<_, AppError>(())
    })?;
    let mut desk = Desk::open(env, store)?;
    desk.first_batch(member, &signed, &charter, &founding.college)?;
    let batches = desk.store.read(|read| read.unsent())?;
    let request = sceau_protocol::institute::Founding {
        token: founding.token.clone(),
        charter: signed.encode(),
        batches: batches.into_iter().map(|kept| kept.parts.into()).collect(),
    };
    if let Err(failure) = client.found(&request).await {
        founded_after_all(&client, &desk.institute(), &failure).await?;
    }
    desk.new_key(GroupId::of_board(&desk.institute()))?;
    desk.ensure_own_key()?;
    let digest = desk.seal_profile(member, &founding.founder)?;
    desk.act(vec![
        Intent::clear(Action::ProfileSet { member, digest }),
        Intent::clear(Action::OfficerKey { key: officer.public() }),
    ])?;
    Ok(desk)
}

fn registry(failure: &Failure) -> AppError {
    AppError::Registry(failure.code().to_owned())
}

/// The answer may have been lost on its way while the institute was founded: the registry is asked what it knows.
async fn founded_after_all(client: &Client, institute: &Institute, failure: &Failure) -> Result<()> {
    if failure.code().starts_with("institute.") {
        return Err(registry(failure));
    }
    match client.institute().await {
        Ok(answer) => {
            let first = answer.charters.first().and_then(|bytes| SignedCharter::decode(bytes).ok());
            let ours = first.is_some_and(|charter| Institute(charter.hash()) == *institute);
            if ours { Ok(()) } else { Err(registry(failure)) }
        }
        Err(silence) if silence.code() == "institute.not-founded" => Err(registry(failure)),
        Err(_) => Err(AppError::FoundingUnsure),
    }
}

fn seal_authority(env: &Environment, institute: &str, now: Moment) -> Result<(Vec<u8>, Vec<u8>)> {
    let refused = |error: sceau_certificate::seal::SealError| AppError::Certificate(error.to_string());
    let mut seed = [0; 32];
    rand_core::Rng::fill_bytes(&mut env.chance(), &mut seed);
    let key = SealKey::from_seed(&seed).map_err(refused)?;
    let profile = AuthorityProfile {
        name: format!("Autorité de cachet, {institute}"),
        organisation: institute.to_owned(),
        country: "FR".to_owned(),
        serial: env.draw_id(),
        from: now,
        until: now.plus(AUTHORITY_YEARS.saturating_mul(365).saturating_mul(DAY)),
    };
    let certificate = authority(&key, &profile).map_err(refused)?;
    Ok((key.to_pkcs8().map_err(refused)?, certificate))
}

impl Desk {
    /// Charter, own place, own chair, own device: the log's first batch, vouched for by charter 1.
    fn first_batch(
        &mut self,
        member: MemberId,
        signed: &SignedCharter,
        charter: &Charter,
        college: &str,
    ) -> Result<()> {
        let keys = self.secrets.keys();
        let request =
            JoinRequest { institute: Institute(signed.hash()), invite: InviteId([0; 16]), keys }.encode();
        let join = SignedJoin {
            signature: sign(&self.secrets.signer, Purpose::Join, &request),
            request,
            code: [0; 32],
        };
        let facts = CharterFacts {
            digest: signed.hash(),
            previous: charter.previous,
            version: charter.version,
            name: charter.name.clone(),
            officers: charter.officers.iter().map(|officer| (officer.member, officer.key)).collect(),
            threshold: 1,
            signers: signed.signatures.keys().copied().collect(),
        };
        self.act(vec![
            Intent { action: Action::Charter(facts), body: Body::Signed(signed.encode()) },
            Intent::clear(Action::Member { member, college: Some(college.to_owned()) }),
            Intent::clear(Action::Role { member, role: Role::Chair, granted: true }),
            Intent {
                action: Action::DeviceAdd {
                    member,
                    device: self.device(),
                    signing: keys.sign,
                    receiving: keys.receive,
                    invite: None,
                },
                body: Body::Signed(join.encode()),
            },
        ])?;
        Ok(())
    }
}
