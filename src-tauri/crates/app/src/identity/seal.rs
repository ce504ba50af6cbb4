//! The institute's seal: its key is made on the secretariat's desktop and never leaves it; the officer who holds the
//! authority answers a request with a certificate. Both travel as files: the authority is meant to be off line
//! (protocol §2), and neither holds a secret.

use sceau_certificate::seal::{MemorySigner, Purpose, SealKey, SealProfile, issue_for};
use sceau_domain::moment::DAY;
use sceau_domain::role::Role;
use sceau_ledger::tree::sha256;
use serde::{Deserialize, Serialize};

use super::{SEAL_AUTHORITY, SEAL_AUTHORITY_KEY, SEAL_CERTIFICATE, SEAL_KEY};
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::view::{from_hex_of, hex};

/// Years during which a seal is good.
const SEAL_YEARS: u64 = 4;
const REQUEST: &str = "sceau-seal-request/1";
const ANSWER: &str = "sceau-seal/1";

/// Where the seal of this desk stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each state is")]
pub enum SealState {
    None,
    Asked,
    Here,
}

/// What this person can do about the seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct SealView {
    pub state: SealState,
    pub mine: bool,
    pub authority: bool,
}

/// The request as a file: the public half of the seal's key.
#[derive(Serialize, Deserialize)]
struct Request {
    format: String,
    institute: String,
    key: String,
}

/// The answer as a file: the seal's certificate and that of its authority.
#[derive(Serialize, Deserialize)]
struct Answer {
    format: String,
    institute: String,
    certificate: String,
    authority: String,
}

fn failed(error: sceau_certificate::seal::SealError) -> AppError {
    AppError::Certificate(error.to_string())
}

fn procedure(code: &str) -> AppError {
    AppError::Procedure(code.to_owned())
}

impl Desk {
    /// What this person can do about the seal.
    ///
    /// # Errors
    /// The disk.
    pub fn seal_view(&self) -> Result<SealView> {
        let has = |name: &str| self.store.read(|read| read.secret(name)).map(|found| found.is_some());
        let state = match (has(SEAL_CERTIFICATE)?, has(SEAL_KEY)?) {
            (true, _) => SealState::Here,
            (false, true) => SealState::Asked,
            (false, false) => SealState::None,
        };
        let mine = self.board().has_role(self.me()?, Role::Secretariat);
        Ok(SealView { state, mine, authority: has(SEAL_AUTHORITY_KEY)? })
    }

    /// The request for a seal, as a file for the officer who holds the authority.
    ///
    /// # Errors
    /// The disk.
    pub fn seal_request(&mut self) -> Result<String> {
        let key = hex(&self.request_seal()?);
        let request = Request { format: REQUEST.to_owned(), institute: hex(&self.institute().0), key };
        serde_json::to_string_pretty(&request).map_err(|error| AppError::Input(error.to_string()))
    }

    /// Answers a request, as a file for the secretariat.
    ///
    /// # Errors
    /// `seal.not-a-request`, `seal.other-institute`, or this desk does not hold the authority.
    pub fn seal_answer(&mut self, text: &str) -> Result<String> {
        let unreadable = || procedure("seal.not-a-request");
        let request: Request = serde_json::from_str(text).map_err(|_| unreadable())?;
        if request.format != REQUEST {
            return Err(unreadable());
        }
        self.of_this_institute(&request.institute)?;
        let key = from_hex_of(&request.key).ok_or_else(unreadable)?;
        let (certificate, authority) = self.issue_seal(&key)?;
        let answer = Answer {
            format: ANSWER.to_owned(),
            institute: request.institute,
            certificate: hex(&certificate),
            authority: hex(&authority),
        };
        serde_json::to_string_pretty(&answer).map_err(|error| AppError::Input(error.to_string()))
    }

    /// Takes the answer to this desk's request: only one for its own key, by the authority that the charter names.
    ///
    /// # Errors
    /// `seal.not-an-answer`, `seal.other-institute`, `seal.other-authority`, `seal.other-key`, or the disk.
    pub fn seal_take(&mut self, text: &str) -> Result<SealView> {
        let unreadable = || procedure("seal.not-an-answer");
        let answer: Answer = serde_json::from_str(text).map_err(|_| unreadable())?;
        if answer.format != ANSWER {
            return Err(unreadable());
        }
        self.of_this_institute(&answer.institute)?;
        let certificate = from_hex_of(&answer.certificate).ok_or_else(unreadable)?;
        let authority = from_hex_of(&answer.authority).ok_or_else(unreadable)?;
        if !self.charters.current().seal_ca.contains(&sha256(&authority)) {
            return Err(procedure("seal.other-authority"));
        }
        let key =
            self.store.read(|read| read.secret(SEAL_KEY))?.ok_or_else(|| procedure("seal.other-key"))?;
        let key = SealKey::from_pkcs8(&key).map_err(failed)?;
        MemorySigner::new(key, &certificate, &authority).map_err(|_| procedure("seal.other-key"))?;
        self.take_seal(&certificate, &authority)?;
        self.seal_view()
    }

    fn of_this_institute(&self, named: &str) -> Result<()> {
        if named == hex(&self.institute().0) { Ok(()) } else { Err(procedure("seal.other-institute")) }
    }

    /// The public half of the seal's key, which is made here where there is none yet. The key never leaves this vault.
    ///
    /// # Errors
    /// The disk.
    pub fn request_seal(&mut self) -> Result<Vec<u8>> {
        let made = self.store.read(|read| read.secret(SEAL_KEY))?;
        let key = match made {
            Some(key) => SealKey::from_pkcs8(&key).map_err(failed)?,
            None => {
                let mut seed = [0; 32];
                rand_core::Rng::fill_bytes(&mut self.env.chance(), &mut seed);
                let key = SealKey::from_seed(&seed).map_err(failed)?;
                let kept = key.to_pkcs8().map_err(failed)?;
                self.store.write(|write| write.put_secret(SEAL_KEY, &kept))?;
                key
            }
        };
        key.public_der().map_err(failed)
    }

    /// The officer who holds the authority issues the seal's certificate for a request.
    ///
    /// # Errors
    /// This desk does not hold the authority, or the request is not one.
    pub fn issue_seal(&mut self, request: &[u8]) -> Result<(Vec<u8>, Vec<u8>)> {
        let (key, authority) = self.store.read(|read| {
            Ok::<_, AppError>((read.secret(SEAL_AUTHORITY_KEY)?, read.secret(SEAL_AUTHORITY)?))
        })?;
        let key = SealKey::from_pkcs8(&key.ok_or(AppError::NoKey)?).map_err(failed)?;
        let authority = authority.ok_or(AppError::NoKey)?.to_vec();
        let now = self.env.now();
        let profile = SealProfile {
            purpose: Purpose::Seal,
            name: format!("Cachet de l’{}", self.institute_name()),
            organisation: self.institute_name().to_owned(),
            country: "FR".to_owned(),
            serial: self.env.draw_id(),
            from: now,
            until: now.plus(SEAL_YEARS.saturating_mul(365).saturating_mul(DAY)),
            list_url: Some(format!("{}/ca.crl", self.log().url.trim_end_matches('/'))),
        };
        let certificate = issue_for(&key, &authority, request, &profile).map_err(failed)?;
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
        sceau_certificate::seal::pem(&authority).map_err(failed)
    }
}
