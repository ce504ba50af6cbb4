//! The authority's revocation list (CRL): which seals are no longer to be believed.

use super::authority::time;
use super::{SealError, SealKey};
use const_oid::AssociatedOid as _;
use const_oid::db::rfc5912::ECDSA_WITH_SHA_256;
use der::asn1::{BitString, OctetString, Uint};
use der::{Decode as _, Encode as _};
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{DerSignature, VerifyingKey};
use sceau_domain::moment::Moment;
use signature::Signer as _;
use spki::AlgorithmIdentifierOwned;
use x509_cert::crl::{CertificateList, RevokedCert, TbsCertList};
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::{AuthorityKeyIdentifier, CrlNumber, SubjectKeyIdentifier};
use x509_cert::time::Time;
use x509_cert::{Certificate, Version};

/// A revoked seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked {
    /// The seal's certificate, DER.
    pub certificate: Vec<u8>,
    /// Since when.
    pub since: Moment,
}

/// Makes a signed list, DER. `number` grows with every list.
///
/// # Errors
/// When a certificate cannot be read or the list cannot be written.
pub fn revocation_list(
    key: &SealKey,
    authority: &[u8],
    revoked: &[Revoked],
    number: u64,
    from: Moment,
    next: Moment,
) -> Result<Vec<u8>, SealError> {
    let issuer = Certificate::from_der(authority).map_err(|_| SealError::Certificate)?;
    let mut entries = Vec::new();
    for seal in revoked {
        let read = Certificate::from_der(&seal.certificate).map_err(|_| SealError::Certificate)?;
        entries.push(RevokedCert {
            serial_number: read.tbs_certificate.serial_number,
            revocation_date: time(seal.since)?,
            crl_entry_extensions: None,
        });
    }
    let identifier = issuer
        .tbs_certificate
        .get::<SubjectKeyIdentifier>()?
        .map(|(_, identifier)| identifier.0)
        .ok_or(SealError::Certificate)?;
    let same = AuthorityKeyIdentifier { key_identifier: Some(identifier), ..Default::default() };
    let count = CrlNumber(Uint::new(&number.to_be_bytes())?);
    let algorithm = AlgorithmIdentifierOwned { oid: ECDSA_WITH_SHA_256, parameters: None };
    let list = TbsCertList {
        version: Version::V2,
        signature: algorithm.clone(),
        issuer: issuer.tbs_certificate.subject.clone(),
        this_update: time(from)?,
        next_update: Some(time(next)?),
        revoked_certificates: if entries.is_empty() { None } else { Some(entries) },
        crl_extensions: Some(vec![
            Extension {
                extn_id: AuthorityKeyIdentifier::OID,
                critical: false,
                extn_value: OctetString::new(same.to_der()?)?,
            },
            Extension {
                extn_id: CrlNumber::OID,
                critical: false,
                extn_value: OctetString::new(count.to_der()?)?,
            },
        ]),
    };
    let signed: DerSignature =
        key.0.try_sign(&list.to_der()?).map_err(|error| SealError::Write(error.to_string()))?;
    let list = CertificateList {
        tbs_cert_list: list,
        signature_algorithm: algorithm,
        signature: BitString::from_bytes(signed.as_bytes())?,
    };
    Ok(list.to_der()?)
}

/// What a list says, for whoever serves it or reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFacts {
    /// Grows with every list.
    pub number: u64,
    /// When it was made.
    pub from: Moment,
    /// When the next one is due at the latest.
    pub next: Moment,
    /// Serial numbers of the seals that are not to be believed, as DER has them.
    pub revoked: Vec<Vec<u8>>,
}

/// Reads a list and checks that this authority signed it; none of anything else.
#[must_use]
pub fn read_list(list: &[u8], authority: &[u8]) -> Option<ListFacts> {
    let issuer = Certificate::from_der(authority).ok()?.tbs_certificate;
    let read = CertificateList::from_der(list).ok()?;
    let said = &read.tbs_cert_list;
    let key = issuer.subject_public_key_info.to_der().ok()?;
    let key = <VerifyingKey as spki::DecodePublicKey>::from_public_key_der(&key).ok()?;
    let signature = DerSignature::from_bytes(read.signature.as_bytes()?).ok()?;
    let named = said.issuer == issuer.subject
        && said.signature == read.signature_algorithm
        && said.signature.oid == ECDSA_WITH_SHA_256;
    if !named || key.verify(&said.to_der().ok()?, &signature).is_err() {
        return None;
    }
    let moment = |time: &Time| Moment(u64::try_from(time.to_unix_duration().as_millis()).unwrap_or(u64::MAX));
    let number = said.crl_extensions.iter().flatten().find(|one| one.extn_id == CrlNumber::OID)?;
    let number = CrlNumber::from_der(number.extn_value.as_bytes()).ok()?;
    let digits = number.0.as_bytes();
    let place = 8_usize.checked_sub(digits.len())?;
    let mut bytes = [0; 8];
    bytes.get_mut(place..)?.copy_from_slice(digits);
    let revoked = said.revoked_certificates.iter().flatten();
    Some(ListFacts {
        number: u64::from_be_bytes(bytes),
        from: moment(&said.this_update),
        next: moment(said.next_update.as_ref()?),
        revoked: revoked.map(|one| one.serial_number.as_bytes().to_vec()).collect(),
    })
}
