//! Charters after the first: proposed by one officer, signed by the others, in force once enough have.

use std::collections::BTreeMap;

use sceau_certificate::seal::{Purpose as SealPurpose, SealKey, SealProfile, issue_for};
use sceau_domain::action::{Action, ActionKind, CharterFacts};
use sceau_domain::id::MemberId;
use sceau_domain::moment::DAY;
use sceau_ledger::charter::{Charter, Officer, SignedCharter};
use sceau_ledger::encoding::Record;
use sceau_ledger::sign::{SecretSigner, Signer};
use sceau_ledger::tree::Hash;

use super::{SEAL_AUTHORITY, SEAL_AUTHORITY_KEY, SEAL_CERTIFICATE, SEAL_KEY};
use crate::act::{Body, Intent};
use crate::desk::{Desk, secret};
use crate::error::{AppError, Result};

/// Years during which a seal is good.
const SEAL_YEARS: u64 = 4;

impl Desk {
    /// Charters that the log brought, complete with the signatures gathered for each, by version.
    pub(crate) fn charter_proposals(&self) -> Result<Vec<SignedCharter>> {
        let mut gathered: BTreeMap<(u64, Hash), SignedCharter> = BTreeMap::new();
        for payload in self.clear_payloads(ActionKind::Charter)? {
            let signed = SignedCharter::decode(&payload)?;
            let version = Charter::decode(&signed.record)?.version;
            let known = gathered.entry((version, signed.hash())).or_insert_with(|| signed.clone());
            known.signatures.extend(signed.signatures);
        }
        Ok(gathered.into_values().collect())
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

    /// Signs every proposal that waits for this officer. Answers how many there were.
    ///
    /// # Errors
    /// The disk, or not by this member.
    pub fn sign_charters(&mut self) -> Result<usize> {
        let me = self.me()?;
        let mut signed = 0_usize;
        let key = self.officer_signer()?.public();
        for proposal in self.charter_proposals()? {
            let charter = Charter::decode(&proposal.record)?;
            let next = charter.version == self.board().charter.version.saturating_add(1);
            let mine =
                charter.officers.iter().any(|officer| officer.member == me) || self.board().is_officer(me);
            if next && mine && !proposal.signatures.contains_key(&key) {
                self.sign_charter(proposal)?;
                signed = signed.saturating_add(1);
            }
        }
        Ok(signed)
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

    /// Asks for a seal: makes its key here, on the secretariat's desktop, and answers the key for the officer who
    /// holds the authority. The seal key never leaves this vault.
    ///
    /// # Errors
    /// The disk.
    pub fn request_seal(&mut self) -> Result<Vec<u8>> {
        let refused = |error: sceau_certificate::seal::SealError| AppError::Certificate(error.to_string());
        let mut seed = [0; 32];
        rand_core::Rng::fill_bytes(&mut self.env.chance(), &mut seed);
        let key = SealKey::from_seed(&seed).map_err(refused)?.to_pkcs8().map_err(refused)?;
        self.store.write(|write| write.put_secret(SEAL_KEY, &key))?;
        let key = SealKey::from_pkcs8(&key).map_err(refused)?;
        key.public_der().map_err(refused)
    }

    /// The officer who holds the authority issues the seal's certificate for a request.
    ///
    /// # Errors
    /// This desk does not hold the authority, or the request is not one.
    pub fn issue_seal(&mut self, request: &[u8]) -> Result<(Vec<u8>, Vec<u8>)> {
        let refused = |error: sceau_certificate::seal::SealError| AppError::Certificate(error.to_string());
        let (key, authority) = self.store.read(|read| {
            Ok::<_, AppError>((read.secret(SEAL_AUTHORITY_KEY)?, read.secret(SEAL_AUTHORITY)?))
        })?;
        let key = SealKey::from_pkcs8(&key.ok_or(AppError::NoKey)?).map_err(refused)?;
        let authority = authority.ok_or(AppError::NoKey)?.to_vec();
        let now = self.env.now();
        let profile = SealProfile {
            purpose: SealPurpose::Seal,
            name: format!("Cachet de l’{}", self.institute_name()),
            organisation: self.institute_name().to_owned(),
            country: "FR".to_owned(),
            serial: self.env.draw_id(),
            from: now,
            until: now.plus(SEAL_YEARS.saturating_mul(365).saturating_mul(DAY)),
            list_url: Some(format!("{}/ca.crl", self.log().url.trim_end_matches('/'))),
        };
        let certificate = issue_for(&key, &authority, request, &profile).map_err(refused)?;
        Ok((certificate, authority))
    }

    /// Takes the certificate that the officer issued for this desk's seal key.
    ///
    /// # Errors
    /// The disk.
    pub fn take_seal(&mut self, certificate: &[u8], authority: &[u8]) -> Result<()> {
        self.store.write(|write| {
            write.put_secret(SEAL_CERTIFICATE, certificate)?;
            write.put_secret(SEAL_AUTHORITY, authority)?;
            Ok::<_, AppError>(())
        })
    }

    /// The seal authority's certificate as PEM: what a stranger needs to check a certificate.
    ///
    /// # Errors
    /// This desk has no seal.
    pub fn seal_authority(&self) -> Result<String> {
        let authority = self.store.read(|read| read.secret(SEAL_AUTHORITY))?.ok_or(AppError::NoKey)?;
        sceau_certificate::seal::pem(&authority).map_err(|error| AppError::Certificate(error.to_string()))
    }
}
