//! A new laptop joins: invitation, keys, twenty digits, two confirmations. What was reached survives a restart.

use std::path::Path;
use std::sync::Mutex;

use sceau_domain::moment::{DAY, Moment};
use sceau_ledger::charter::{CharterChain, SignedCharter};
use sceau_ledger::device::{DeviceSecrets, SignedJoin};
use sceau_ledger::encoding::Record;
use sceau_ledger::invitation::Invitation;
use sceau_protocol::join::{Join, JoinStep};
use sceau_store::folder::Folder;
use sceau_store::key::DatabaseKey;
use sceau_store::store::Store;
use sceau_sync::client::Client;
use sceau_sync::error::Failure;

use crate::desk::Desk;
use crate::environment::Environment;
use crate::error::{AppError, Result};
use crate::synchronise::{lock, synchronise};

/// Vault name of the request that was sent.
const REQUEST: &str = "join/request";
/// Vault name of the invitation in use.
const INVITATION: &str = "join/invitation";

/// How far a joining laptop is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// The registry has not received the request yet.
    NotSent,
    /// The secretariat has yet to type the digits.
    Waiting,
    /// The second person has yet to confirm.
    Added,
    /// Done: the desk may be opened.
    InForce,
}

/// An invitation that was read and whose institute was checked.
pub struct Joining {
    /// What the member was given.
    pub invitation: Invitation,
    /// The institute's charters, which end in the invitation's identity.
    pub charters: Vec<SignedCharter>,
    /// The institute's name.
    pub name: String,
}

fn failed(failure: &Failure) -> AppError {
    match failure.code() {
        "invite.used" | "invite.expired" | "invite.unknown" => AppError::InvitationSpent,
        code => AppError::Registry(code.to_owned()),
    }
}

impl Joining {
    /// Reads a pasted code and asks the registry for the charters, which must end in the invitation's institute.
    /// Nothing is kept on this disk.
    ///
    /// # Errors
    /// The code cannot be read or has expired, the registry does not answer, or is another institute's; the clock
    /// is off by more than a day.
    pub async fn begin(code: &str, now: Moment) -> Result<Self> {
        let invitation = Invitation::parse(code)?;
        let client = Client::new(&invitation.url).map_err(|failure| failed(&failure))?;
        let answer = client.institute().await.map_err(|failure| failed(&failure))?;
        let there = Moment(answer.time);
        if there.distance(now) > DAY {
            return Err(AppError::Clock { hours: there.distance(now) / (DAY / 24) });
        }
        if there > invitation.expires {
            return Err(AppError::InvitationSpent);
        }
        let charters = answer
            .charters
            .iter()
            .map(|bytes| SignedCharter::decode(bytes))
            .collect::<Result<Vec<_>, _>>()?;
        let chain = CharterChain::walk(charters.clone(), &invitation.institute)
            .map_err(|_| AppError::WrongInstitute)?;
        let name = chain.current().name.clone();
        Ok(Self { invitation, charters, name })
    }

    /// Makes the keys and a desk that knows nothing yet but its institute.
    ///
    /// # Errors
    /// The disk, or a desk is there already.
    pub fn make_desk(&self, env: Environment, folder: &Path, key: &DatabaseKey) -> Result<Desk> {
        let secrets = DeviceSecrets::draw(&mut env.chance());
        let store = Store::create(&Folder::new(folder), key)?;
        Desk::equip(&store, &secrets, &self.charters)?;
        let join = SignedJoin::make(
            self.invitation.institute,
            &self.invitation.secret,
            &secrets.keys(),
            &secrets.signer,
        );
        store.write(|write| {
            write.put_secret(REQUEST, &join.encode())?;
            write.put_secret(INVITATION, self.invitation.to_text().as_bytes())?;
            Ok::<_, AppError>(())
        })?;
        Desk::open(env, store)
    }
}

impl Desk {
    /// The request of this laptop while it joins.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn join_request(&self) -> Result<Option<SignedJoin>> {
        let bytes = self.store.read(|read| read.secret(REQUEST))?;
        bytes.map(|bytes| SignedJoin::decode(&bytes).map_err(AppError::from)).transpose()
    }

    /// The invitation of this laptop while it joins.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn join_invitation(&self) -> Result<Option<Invitation>> {
        let text = self.store.read(|read| read.secret(INVITATION))?;
        let text = text.map(|bytes| String::from_utf8(bytes.to_vec()).unwrap_or_default());
        text.map(|text| Invitation::parse(&text).map_err(AppError::from)).transpose()
    }

    /// Sends the request if need be and asks how far it is. Once in force, the log is fetched and the desk knows whose
    /// it is.
    ///
    /// # Errors
    /// No network, or the invitation is spent.
    pub async fn join_progress(desk: &Mutex<Self>) -> Result<Progress> {
        let (request, invitation, client) = {
            let desk = lock(desk);
            if desk.member().is_some() {
                return Ok(Progress::InForce);
            }
            let request = desk.join_request()?.ok_or(AppError::NotOpen)?;
            (request, desk.join_invitation()?.ok_or(AppError::NotOpen)?, desk.client()?)
        };
        let invite = invitation.secret.id();
        let join = Join { request: request.request, signature: request.signature, mac: request.code };
        client.join(&invite.0, &join).await.map_err(|failure| failed(&failure))?;
        let state = client.join_state(&invite.0).await.map_err(|failure| failed(&failure))?;
        match state.step {
            JoinStep::Open => Ok(Progress::NotSent),
            JoinStep::Waiting => Ok(Progress::Waiting),
            JoinStep::Added => Ok(Progress::Added),
            JoinStep::InForce => {
                synchronise(desk).await?;
                let mut desk = lock(desk);
                desk.ensure_own_key()?;
                desk.store.write(|write| {
                    write.forget_secret(REQUEST)?;
                    write.forget_secret(INVITATION)?;
                    Ok::<_, AppError>(())
                })?;
                Ok(Progress::InForce)
            }
        }
    }
}
