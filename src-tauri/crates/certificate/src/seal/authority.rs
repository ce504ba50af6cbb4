//! Making certificates: the authority's own, and seals under it.

use super::{DOCUMENT_SIGNING, SealError, SealKey};
use core::time::Duration;
use der::asn1::{GeneralizedTime, Ia5String, PrintableStringRef, SetOfVec, UtcTime, Utf8StringRef};
use der::pem::LineEnding;
use der::{Any, DateTime, Decode as _, Encode as _};
use p256::ecdsa::DerSignature;
use sceau_domain::moment::Moment;
use spki::SubjectPublicKeyInfoOwned;
use x509_cert::Certificate;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::builder::{Builder as _, CertificateBuilder, Profile};
use x509_cert::ext::pkix::ExtendedKeyUsage;
use x509_cert::ext::pkix::crl::CrlDistributionPoints;
use x509_cert::ext::pkix::crl::dp::DistributionPoint;
use x509_cert::ext::pkix::name::{DistributionPointName, GeneralName};
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::time::{Time, Validity};

/// How the authority is named, and how long it lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityProfile {
    /// Name of the authority, for instance « Autorité de cachet, Institut … ».
    pub name: String,
    /// Name of the institute.
    pub organisation: String,
    /// Two letters, for instance `FR`.
    pub country: String,
    /// 16 random bytes for the serial number.
    pub serial: [u8; 16],
    /// First moment.
    pub from: Moment,
    /// Last moment.
    pub until: Moment,
}

/// What a certificate under the authority is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The institute's seal: carries the purpose "document signing", without which no verdict accepts a seal.
    Seal,
    /// A signatory's own signature beside the seal.
    Signatory,
}

/// How a seal is named, and how long it lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealProfile {
    /// What it is for.
    pub purpose: Purpose,
    /// Name of the seal, for instance « Cachet de l’Institut … ».
    pub name: String,
    /// Name of the institute.
    pub organisation: String,
    /// Two letters.
    pub country: String,
    /// 16 random bytes for the serial number.
    pub serial: [u8; 16],
    /// First moment.
    pub from: Moment,
    /// Last moment; within the authority's.
    pub until: Moment,
    /// Where the authority's revocation list is published, if anywhere.
    pub list_url: Option<String>,
}

/// Makes the authority's self-signed certificate, DER.
///
/// # Errors
/// When a name or date cannot be written.
pub fn authority(key: &SealKey, profile: &AuthorityProfile) -> Result<Vec<u8>, SealError> {
    let builder = CertificateBuilder::new(
        Profile::Root,
        serial(&profile.serial)?,
        validity(profile.from, profile.until)?,
        name(&profile.name, &profile.organisation, &profile.country)?,
        public(key)?,
        &key.0,
    )?;
    Ok(builder.build::<DerSignature>()?.to_der()?)
}

/// Makes the certificate of a seal or a signatory under the authority, DER.
///
/// # Errors
/// When the authority's certificate cannot be read, or a name or date cannot be written.
pub fn issue(
    authority_key: &SealKey,
    authority: &[u8],
    seal: &SealKey,
    profile: &SealProfile,
) -> Result<Vec<u8>, SealError> {
    issue_for(authority_key, authority, &seal.public_der()?, profile)
}

/// The same for a key that stays elsewhere: `public_key` is its SubjectPublicKeyInfo, DER.
///
/// # Errors
/// When the authority's certificate or the key cannot be read, or a name or date cannot be written.
pub fn issue_for(
    authority_key: &SealKey,
    authority: &[u8],
    public_key: &[u8],
    profile: &SealProfile,
) -> Result<Vec<u8>, SealError> {
    let public_key = SubjectPublicKeyInfoOwned::from_der(public_key).map_err(|_| SealError::Key)?;
    let issuer = Certificate::from_der(authority).map_err(|_| SealError::Certificate)?;
    let mut builder = CertificateBuilder::new(
        Profile::Leaf {
            issuer: issuer.tbs_certificate.subject.clone(),
            enable_key_agreement: false,
            enable_key_encipherment: false,
        },
        serial(&profile.serial)?,
        validity(profile.from, profile.until)?,
        name(&profile.name, &profile.organisation, &profile.country)?,
        public_key,
        &authority_key.0,
    )?;
    if profile.purpose == Purpose::Seal {
        builder.add_extension(&ExtendedKeyUsage(vec![DOCUMENT_SIGNING]))?;
    }
    if let Some(url) = &profile.list_url {
        let location = GeneralName::UniformResourceIdentifier(Ia5String::new(url)?);
        builder.add_extension(&CrlDistributionPoints(vec![DistributionPoint {
            distribution_point: Some(DistributionPointName::FullName(vec![location])),
            reasons: None,
            crl_issuer: None,
        }]))?;
    }
    Ok(builder.build::<DerSignature>()?.to_der()?)
}

/// A certificate as PEM, for `ca.pem`.
///
/// # Errors
/// When the DER is not a certificate.
pub fn pem(certificate: &[u8]) -> Result<String, SealError> {
    Certificate::from_der(certificate).map_err(|_| SealError::Certificate)?;
    der::pem::encode_string("CERTIFICATE", LineEnding::LF, certificate).map_err(|_| SealError::Certificate)
}

fn public(key: &SealKey) -> Result<SubjectPublicKeyInfoOwned, SealError> {
    Ok(SubjectPublicKeyInfoOwned::from_key(key.public())?)
}

/// Positive and at most 16 bytes: the first bit is cleared, the second set.
fn serial(bytes: &[u8; 16]) -> Result<SerialNumber, SealError> {
    let mut bytes = *bytes;
    if let Some(first) = bytes.first_mut() {
        *first = (*first & 0x7f) | 0x40;
    }
    Ok(SerialNumber::new(&bytes)?)
}

pub(super) fn time(moment: Moment) -> Result<Time, SealError> {
    let date = DateTime::from_unix_duration(Duration::from_secs(moment.0 / 1000))?;
    // RFC 5280: two-digit years until 2049.
    Ok(if date.year() < 2050 {
        Time::UtcTime(UtcTime::from_date_time(date)?)
    } else {
        Time::GeneralTime(GeneralizedTime::from_date_time(date))
    })
}

fn validity(from: Moment, until: Moment) -> Result<Validity, SealError> {
    if until <= from {
        return Err(SealError::Write("the validity ends before it begins".into()));
    }
    Ok(Validity { not_before: time(from)?, not_after: time(until)? })
}

/// Country, organisation, common name, in this order. Built from values, not from a string: names may hold commas.
fn name(common: &str, organisation: &str, country: &str) -> Result<Name, SealError> {
    use const_oid::db::rfc4519::{CN, COUNTRY_NAME, ORGANIZATION_NAME};
    let mut sequence = Vec::new();
    let parts = [
        (COUNTRY_NAME, Any::encode_from(&PrintableStringRef::new(country)?)?),
        (ORGANIZATION_NAME, Any::encode_from(&Utf8StringRef::new(organisation)?)?),
        (CN, Any::encode_from(&Utf8StringRef::new(common)?)?),
    ];
    for (oid, value) in parts {
        let set = SetOfVec::try_from(vec![AttributeTypeAndValue { oid, value }])?;
        sequence.push(RelativeDistinguishedName(set));
    }
    Ok(RdnSequence(sequence))
}
