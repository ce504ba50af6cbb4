//! Who may sign, where and when.

use crate::made_up::{Institute, claim, institute, seal, sealed, stamp, unsigned};
use sceau_certificate::archive::{INSTITUTE_FIELD, signatory_field};
use sceau_certificate::seal::{
    MemorySigner, Purpose, Revoked, SealError, SealKey, pem, read_list, revocation_list,
};
use sceau_certificate::sign::prepare::{PrepareError, Stamp, prepare};
use sceau_certificate::sign::{SignError, Signer as _, cms, sign};

/// A signatory with a certificate under the institute's authority.
pub fn signatory(institute: &Institute) -> MemorySigner {
    seal(&institute.authority_key, &institute.authority, 77, "Dr Claire Aubert", Purpose::Signatory)
}

#[test]
fn a_field_is_signed_once_and_the_seal_comes_first() {
    let institute = institute(7);
    let person = signatory(&institute);
    let blank = unsigned(&claim()).pdf;
    let early = sign(&blank, &signatory_field(0), &stamp(), &person).unwrap_err();
    assert_eq!(early, SignError::Prepare(PrepareError::SealFirst));
    let pdf = sealed(&claim(), &institute);
    let twice = sign(&pdf, INSTITUTE_FIELD, &stamp(), &institute.signer).unwrap_err();
    assert_eq!(twice, SignError::Prepare(PrepareError::AlreadySigned(INSTITUTE_FIELD.into())));
    let both = sign(&pdf, &signatory_field(0), &stamp(), &person).unwrap();
    assert!(both.starts_with(&pdf), "an increment moves no byte");
    let again = sign(&both, &signatory_field(0), &stamp(), &person).unwrap_err();
    assert_eq!(again, SignError::Prepare(PrepareError::AlreadySigned(signatory_field(0))));
    let missing = sign(&both, &signatory_field(9), &stamp(), &person).unwrap_err();
    assert_eq!(missing, SignError::Prepare(PrepareError::NoField("signataire-10".into())));
}

#[test]
fn the_phases_can_be_kept_apart() {
    let institute = institute(7);
    let prepared = prepare(&unsigned(&claim()).pdf, INSTITUTE_FIELD, &stamp()).unwrap();
    let attributes = cms::attributes(&prepared.digest(), institute.signer.certificate()).unwrap();
    let signature = institute.signer.sign(&attributes.to_be_signed).unwrap();
    let container =
        cms::assemble(&attributes, &signature, institute.signer.certificate(), institute.signer.authority())
            .unwrap();
    assert!(container.len() < 2500);
    assert_eq!(prepared.clone().embed(&vec![0; 7000]).unwrap_err(), PrepareError::TooLarge(7000));
    assert_eq!(prepared.embed(&container).unwrap(), sealed(&claim(), &institute), "signing is deterministic");
}

#[test]
fn other_files_are_not_signed() {
    for bytes in [&b""[..], b"%PDF-1.7", b"%PDF-1.7\nstartxref\n9999999999\n%%EOF", b"\nstartxref\n0\n%%EOF"]
    {
        assert_eq!(prepare(bytes, INSTITUTE_FIELD, &stamp()).unwrap_err(), PrepareError::NotOurs);
    }
    let late = Stamp { at: sceau_domain::moment::Moment(u64::MAX), ..stamp() };
    let pdf = unsigned(&claim()).pdf;
    assert_eq!(prepare(&pdf, INSTITUTE_FIELD, &late).unwrap_err(), PrepareError::Time);
}

#[test]
fn keys_survive_the_keyring_and_belong_to_their_certificate() {
    let institute = institute(7);
    let key = SealKey::from_seed(&[8; 32]).unwrap();
    let back = SealKey::from_pkcs8(&key.to_pkcs8().unwrap()).unwrap();
    MemorySigner::new(back, institute.signer.certificate(), &institute.authority).unwrap();
    let other = SealKey::from_seed(&[9; 32]).unwrap();
    let wrong = MemorySigner::new(other, institute.signer.certificate(), &institute.authority).unwrap_err();
    assert_eq!(wrong, SealError::Mismatch);
    assert_eq!(SealKey::from_pkcs8(b"no key").unwrap_err(), SealError::Key);
    assert_eq!(format!("{key:?}"), "SealKey(…)", "a key never reaches a log");
}

#[test]
fn openssl_reads_the_authority_the_seal_and_the_revocation_list() {
    let institute = institute(7);
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    std::fs::write(at("ca.pem"), pem(&institute.authority).unwrap()).unwrap();
    std::fs::write(at("seal.pem"), pem(institute.signer.certificate()).unwrap()).unwrap();
    let (from, next) = (crate::made_up::SIGNED, crate::made_up::SIGNED.plus(crate::made_up::YEAR));
    let revoked = [Revoked { certificate: institute.signer.certificate().to_vec(), since: from }];
    let list =
        revocation_list(&institute.authority_key, &institute.authority, &revoked, 3, from, next).unwrap();
    let read = read_list(&list, &institute.authority).unwrap();
    assert_eq!((read.number, read.from, read.next, read.revoked.len()), (3, from, next, 1));
    let stranger = crate::made_up::institute(9);
    assert_eq!(read_list(&list, &stranger.authority), None, "another authority has not signed it");
    for at in 0..list.len() {
        let mut changed = list.clone();
        changed[at] ^= 1;
        assert_eq!(read_list(&changed, &institute.authority), None, "byte {at}");
    }
    std::fs::write(at("ca.crl"), list).unwrap();
    let run = |arguments: &[&str]| std::process::Command::new("openssl").args(arguments).output();
    let Ok(verdict) = run(&["verify", "-CAfile", &at("ca.pem"), &at("seal.pem")]) else {
        println!("SKIPPED: openssl is not installed");
        return;
    };
    assert!(verdict.status.success(), "{verdict:?}");
    let list =
        run(&["crl", "-inform", "DER", "-in", &at("ca.crl"), "-CAfile", &at("ca.pem"), "-noout", "-text"])
            .unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&list.stdout), String::from_utf8_lossy(&list.stderr));
    assert!(said.contains("verify OK") && said.contains("Serial Number"), "{said}");
}
