//! Certificates: who signed whom, for what, and from when to when. P-256 with SHA-256 only.

use crate::seal::DOCUMENT_SIGNING;
use const_oid::ObjectIdentifier;
use const_oid::db::rfc4519::{CN, ORGANIZATION_NAME};
use const_oid::db::rfc5912::ECDSA_WITH_SHA_256;
use der::asn1::{PrintableStringRef, Utf8StringRef};
use der::{Decode as _, Encode as _};
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{DerSignature, VerifyingKey};
use sceau_domain::moment::Moment;
use sha2_10::{Digest as _, Sha256};
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage};
use x509_cert::time::Time;

/// A certificate with its bytes and its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Signed {
    pub(super) der: Vec<u8>,
    certificate: Certificate,
    key: VerifyingKey,
}

impl Signed {
    /// Reads DER; none if it is no certificate with a P-256 key.
    pub(super) fn read(der: &[u8]) -> Option<Self> {
        let certificate = Certificate::from_der(der).ok()?;
        let info = certificate.tbs_certificate.subject_public_key_info.to_der().ok()?;
        let key = <VerifyingKey as spki::DecodePublicKey>::from_public_key_der(&info).ok()?;
        Some(Self { der: der.to_vec(), certificate, key })
    }

    /// Is this certificate signed by that key, and does it name that issuer?
    pub(super) fn issued_by(&self, issuer: &Self) -> bool {
        let tbs = &self.certificate.tbs_certificate;
        let named = tbs.issuer == issuer.certificate.tbs_certificate.subject
            && tbs.signature == self.certificate.signature_algorithm
            && tbs.signature.oid == ECDSA_WITH_SHA_256;
        let (Ok(bytes), Some(signature)) = (tbs.to_der(), self.certificate.signature.as_bytes()) else {
            return false;
        };
        named && issuer.is_authority() && issuer.signed(&bytes, signature)
    }

    /// Does this key's signature over a message hold?
    pub(super) fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        DerSignature::from_bytes(signature)
            .is_ok_and(|signature| self.key.verify(message, &signature).is_ok())
    }

    /// The same key and name, whatever the dates.
    pub(super) fn same_authority(&self, other: &Self) -> bool {
        self.key == other.key
            && self.certificate.tbs_certificate.subject == other.certificate.tbs_certificate.subject
    }

    pub(super) fn is_authority(&self) -> bool {
        is_authority(&self.certificate)
    }

    /// May it sign documents as the institute's seal?
    pub(super) fn is_seal(&self) -> bool {
        self.may_sign()
            && self
                .certificate
                .tbs_certificate
                .get::<ExtendedKeyUsage>()
                .ok()
                .flatten()
                .is_some_and(|(_, purposes)| purposes.0.contains(&DOCUMENT_SIGNING))
    }

    /// May it sign at all, and is it no authority?
    pub(super) fn may_sign(&self) -> bool {
        let usage = self.certificate.tbs_certificate.get::<KeyUsage>();
        !self.is_authority()
            && usage
                .ok()
                .flatten()
                .is_some_and(|(_, usage)| usage.digital_signature() || usage.non_repudiation())
    }

    /// First and last moment.
    pub(super) fn validity(&self) -> (Moment, Moment) {
        let moment = |time: &Time| {
            let milliseconds = time.to_unix_duration().as_millis();
            Moment(u64::try_from(milliseconds).unwrap_or(u64::MAX))
        };
        let validity = &self.certificate.tbs_certificate.validity;
        (moment(&validity.not_before), moment(&validity.not_after))
    }

    /// SHA-256 of the certificate.
    pub(super) fn fingerprint(&self) -> String {
        crate::credential::hex(&Sha256::digest(&self.der))
    }

    pub(super) fn name(&self) -> String {
        self.part(CN)
    }

    pub(super) fn organisation(&self) -> String {
        self.part(ORGANIZATION_NAME)
    }

    /// Name of the issuer, for a sentence.
    pub(super) fn issuer(&self) -> String {
        part(&self.certificate.tbs_certificate.issuer, CN)
    }

    fn part(&self, oid: ObjectIdentifier) -> String {
        part(&self.certificate.tbs_certificate.subject, oid)
    }
}

/// Is this the certificate of an authority, whatever its key?
pub(super) fn is_authority(certificate: &Certificate) -> bool {
    let tbs = &certificate.tbs_certificate;
    let authority =
        tbs.get::<BasicConstraints>().ok().flatten().is_some_and(|(_, constraints)| constraints.ca);
    let may_sign = match tbs.get::<KeyUsage>() {
        Ok(Some((_, usage))) => usage.key_cert_sign(),
        Ok(None) => true,
        Err(_) => false,
    };
    authority && may_sign
}

/// A part of a name, at most 200 characters, without control characters: it is shown to people.
fn part(name: &x509_cert::name::Name, oid: ObjectIdentifier) -> String {
    let found = name.0.iter().flat_map(|set| set.0.iter()).find(|part| part.oid == oid);
    let text = found.and_then(|part| {
        let utf8 = part.value.decode_as::<Utf8StringRef<'_>>().map(|text| text.as_str().to_owned());
        utf8.or_else(|_| {
            part.value.decode_as::<PrintableStringRef<'_>>().map(|text| text.as_str().to_owned())
        })
        .ok()
    });
    text.unwrap_or_default().chars().filter(|c| !c.is_control()).take(200).collect()
}
