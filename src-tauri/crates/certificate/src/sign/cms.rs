//! The signature container: CMS `SignedData`, detached, one signer, CAdES attributes as PAdES B-B asks.
//!
//! Signed attributes: content type, message digest, and the signer's certificate by its SHA-256
//! (signing-certificate-v2), so that no other certificate of the same key can be put in its place. No signing-time
//! attribute: in PAdES the stated time stands in the PDF.

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5911::{ID_CONTENT_TYPE, ID_DATA, ID_MESSAGE_DIGEST, ID_SIGNED_DATA};
use const_oid::db::rfc5912::{ECDSA_WITH_SHA_256, ID_SHA_256};
use der::asn1::{Any, OctetString, SetOfVec};
use der::{Decode as _, Encode as _};
use sha2_10::{Digest as _, Sha256};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;
use x509_cert::attr::{Attribute, Attributes};

/// signing-certificate-v2 (RFC 5035).
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// Why a container could not be made or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the signature container: {0}")]
pub struct CmsError(String);

impl From<der::Error> for CmsError {
    fn from(error: der::Error) -> Self {
        Self(error.to_string())
    }
}

/// The signed attributes, and their bytes as they are signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToSign {
    /// DER of the attributes as a `SET OF`; this is what the key signs.
    pub to_be_signed: Vec<u8>,
    attributes: Attributes,
}

/// Makes the attributes for a digest of a file and a signer's certificate (DER).
///
/// # Errors
/// When the certificate cannot be read.
pub fn attributes(digest: &[u8; 32], certificate: &[u8]) -> Result<ToSign, CmsError> {
    Certificate::from_der(certificate)?;
    let mut attributes = SetOfVec::new();
    attributes.insert(attribute(ID_CONTENT_TYPE, Any::encode_from(&ID_DATA)?)?)?;
    attributes
        .insert(attribute(ID_MESSAGE_DIGEST, Any::encode_from(&OctetString::new(digest.as_slice())?)?)?)?;
    // SigningCertificateV2 ::= SEQ { SEQ { SEQ { OCTET STRING } } }; SHA-256 is the default algorithm and left out.
    let hash = OctetString::new(&Sha256::digest(certificate)[..])?;
    let certs: Vec<Vec<Vec<OctetString>>> = vec![vec![vec![hash]]];
    attributes.insert(attribute(SIGNING_CERTIFICATE_V2, Any::encode_from(&certs)?)?)?;
    Ok(ToSign { to_be_signed: attributes.to_der()?, attributes })
}

fn attribute(oid: ObjectIdentifier, value: Any) -> Result<Attribute, CmsError> {
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![value])? })
}

/// Puts attributes, signature (DER) and certificates (DER) together.
///
/// # Errors
/// When a certificate cannot be read or a part cannot be written.
pub fn assemble(
    to_sign: &ToSign,
    signature: &[u8],
    certificate: &[u8],
    authority: &[u8],
) -> Result<Vec<u8>, CmsError> {
    let leaf = Certificate::from_der(certificate)?;
    let issuer = Certificate::from_der(authority)?;
    let sha256 = AlgorithmIdentifierOwned { oid: ID_SHA_256, parameters: None };
    let info = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: leaf.tbs_certificate.issuer.clone(),
            serial_number: leaf.tbs_certificate.serial_number.clone(),
        }),
        digest_alg: sha256.clone(),
        signed_attrs: Some(to_sign.attributes.clone()),
        signature_algorithm: AlgorithmIdentifierOwned { oid: ECDSA_WITH_SHA_256, parameters: None },
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    };
    let data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![sha256])?,
        encap_content_info: EncapsulatedContentInfo { econtent_type: ID_DATA, econtent: None },
        certificates: Some(CertificateSet(SetOfVec::try_from(vec![
            CertificateChoices::Certificate(leaf),
            CertificateChoices::Certificate(issuer),
        ])?)),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from(vec![info])?),
    };
    let content = ContentInfo { content_type: ID_SIGNED_DATA, content: Any::encode_from(&data)? };
    Ok(content.to_der()?)
}

/// What a container holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Container {
    /// The signer's certificate, DER.
    pub certificate: Vec<u8>,
    /// The other certificate, DER.
    pub authority: Vec<u8>,
    /// The signature, DER.
    pub signature: Vec<u8>,
    /// What was signed.
    pub to_be_signed: Vec<u8>,
    /// The digest of the file that was signed.
    pub digest: [u8; 32],
    /// Length of the container in bytes.
    pub length: usize,
}

/// Reads the container at the start of `bytes`. It is put together again from its parts and must come out the same: a
/// container has one spelling, so that no byte of it can be changed unseen. `None` if it does not.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Container> {
    let mut reader = der::SliceReader::new(bytes).ok()?;
    let content = ContentInfo::decode(&mut reader).ok()?;
    let data = content.content.decode_as::<SignedData>().ok()?;
    let info = data.signer_infos.0.get(0)?;
    let SignerIdentifier::IssuerAndSerialNumber(sid) = &info.sid else { return None };
    let (mut certificate, mut authority) = (None, None);
    for choice in data.certificates.as_ref()?.0.iter() {
        let CertificateChoices::Certificate(cert) = choice else { return None };
        let tbs = &cert.tbs_certificate;
        let der = cert.to_der().ok()?;
        if tbs.issuer == sid.issuer && tbs.serial_number == sid.serial_number && tbs.issuer != tbs.subject {
            certificate = Some(der);
        } else {
            authority = Some(der);
        }
    }
    let (certificate, authority) = (certificate?, authority?);
    let stated = info.signed_attrs.as_ref()?.iter().find(|attribute| attribute.oid == ID_MESSAGE_DIGEST)?;
    let digest = stated.values.get(0)?.decode_as::<OctetString>().ok()?;
    let digest: [u8; 32] = digest.as_bytes().try_into().ok()?;
    let to_sign = attributes(&digest, &certificate).ok()?;
    let signature = info.signature.as_bytes().to_vec();
    let again = assemble(&to_sign, &signature, &certificate, &authority).ok()?;
    if !bytes.starts_with(&again) {
        return None;
    }
    Some(Container {
        certificate,
        authority,
        signature,
        to_be_signed: to_sign.to_be_signed,
        digest,
        length: again.len(),
    })
}
