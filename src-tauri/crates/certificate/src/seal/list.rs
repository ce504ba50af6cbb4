//! The authority's revocation list (CRL): which seals are no longer to be believed.

use super::authority::time;
use super::{SealError, SealKey};
use const_oid::AssociatedOid as _;
use const_oid::db::rfc5912::ECDSA_WITH_SHA_256;
use der::asn1::{BitString, OctetString, Uint};
use der::{Decode as _, Encode as _};
use p256::ecdsa::DerSignature;
use sceau_domain::moment::Moment;
use signature::Signer as _;
use spki::AlgorithmIdentifierOwned;
use x509_cert::crl::{CertificateList, RevokedCert, TbsCertList};
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::{AuthorityKeyIdentifier, CrlNumber, SubjectKeyIdentifier};
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
