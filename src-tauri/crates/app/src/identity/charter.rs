//! Charters after the first: proposed by one officer, signed by the others, in force once enough have.

use sceau_domain::action::{Action, ActionKind, CharterFacts};
use sceau_domain::id::MemberId;
use sceau_ledger::charter::{Charter, Officer, SignedCharter};
use sceau_ledger::encoding::Record;
use sceau_ledger::sign::{SecretSigner, Signer};

use crate::act::{Body, Intent};
use crate::desk::{Desk, secret};
use crate::error::{AppError, Result};

impl Desk {
    /// Charters that the log brought, complete with the signatures gathered for each, in the order in which they were
    /// proposed.
    pub(crate) fn charter_proposals(&self) -> Result<Vec<SignedCharter>> {
        let mut gathered: Vec<SignedCharter> = Vec::new();
        for payload in self.clear_payloads(ActionKind::Charter)? {
            let signed = SignedCharter::decode(&payload)?;
            match gathered.iter_mut().find(|known| known.hash() == signed.hash()) {
                Some(known) => known.signatures.extend(signed.signatures),
                None => gathered.push(signed),
            }
        }
        Ok(gathered)
    }

    /// The charter that would follow the one in force: of several, the one that was proposed last.
    pub(crate) fn next_charter(&self) -> Result<Option<SignedCharter>> {
        let next = self.board().charter.version.saturating_add(1);
        for proposal in self.charter_proposals()?.into_iter().rev() {
            if Charter::decode(&proposal.record)?.version == next {
                return Ok(Some(proposal));
            }
        }
        Ok(None)
    }

    /// Shows the key with which this member would sign charters, making it if there is none.
    ///
    /// # Errors
    /// The disk.
    pub fn show_officer_key(&mut self) -> Result<()> {
        if self.store.read(|read| read.secret(secret::OFFICER))?.is_none() {
            let officer = SecretSigner::draw(&mut self.env.chance());
            self.store.write(|write| write.put_secret(secret::OFFICER, &*officer.seed()))?;
        }
        let key = self.officer_signer()?.public();
        self.act(vec![Intent::clear(Action::OfficerKey { key })]).map(|_| ())
    }

    /// Public half of the key with which this computer would sign charters; `None` where none was made.
    ///
    /// # Errors
    /// The disk.
    pub(crate) fn own_officer_key(&self) -> Result<Option<[u8; 32]>> {
        let made = self.store.read(|read| read.secret(secret::OFFICER))?.is_some();
        Ok(if made { Some(self.officer_signer()?.public()) } else { None })
    }

    fn officer_signer(&self) -> Result<SecretSigner> {
        let seed = self.store.read(|read| read.secret(secret::OFFICER))?.ok_or(AppError::NoKey)?;
        Ok(SecretSigner::from_seed(seed.as_slice().try_into().map_err(|_| AppError::NoKey)?))
    }

    /// Proposes the next charter with these officers, all of whom have shown their keys.
    ///
    /// # Errors
    /// A key is missing, or not by this member.
    pub fn propose_charter(&mut self, officers: &[MemberId], threshold: u8) -> Result<()> {
        let keys = &self.board().charter.officer_keys;
        let officers = officers
            .iter()
            .map(|member| keys.get(member).map(|key| Officer { member: *member, key: *key }))
            .collect::<Option<Vec<_>>>()
            .ok_or(AppError::Unknown("officer key"))?;
        let current = self.charters.current().clone();
        let charter = Charter {
            version: current.version.saturating_add(1),
            previous: self.charters.current_hash(),
            officers,
            k: threshold.into(),
            from: self.env.now(),
            ..current
        };
        self.sign_charter(SignedCharter::draft(&charter))
    }

    /// Signs the charter that would follow the one in force, if it waits for this officer: the one that is shown and no
    /// other. Answers whether it was signed.
    ///
    /// # Errors
    /// The disk, or not by this member.
    pub fn sign_next_charter(&mut self) -> Result<bool> {
        let (me, key) = (self.me()?, self.officer_signer()?.public());
        let Some(proposal) = self.next_charter()? else { return Ok(false) };
        let charter = Charter::decode(&proposal.record)?;
        let mine = charter.officers.iter().any(|officer| officer.member == me) || self.board().is_officer(me);
        if !mine || proposal.signatures.contains_key(&key) {
            return Ok(false);
        }
        self.sign_charter(proposal)?;
        Ok(true)
    }

    fn sign_charter(&mut self, mut proposal: SignedCharter) -> Result<()> {
        proposal.sign(&self.officer_signer()?);
        let charter = Charter::decode(&proposal.record)?;
        let facts = CharterFacts {
            digest: proposal.hash(),
            previous: charter.previous,
            version: charter.version,
            name: charter.name,
            officers: charter.officers.iter().map(|officer| (officer.member, officer.key)).collect(),
            threshold: u8::try_from(charter.k).map_err(|_| AppError::Unknown("threshold"))?,
            signers: proposal.signatures.keys().copied().collect(),
        };
        self.act(vec![Intent { action: Action::Charter(facts), body: Body::Signed(proposal.encode()) }])
            .map(|_| ())
    }
}
