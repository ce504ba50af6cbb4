//! Invented people and products that the tests label.

use jiff::civil::date;
use sceau_certificate::content::*;
use sceau_certificate::draw::PrintPdf;
use sceau_certificate::fonts::Fonts;
use sceau_certificate::render::{Unsigned, render};
use sceau_certificate::seal::*;
use sceau_certificate::sign::prepare::Stamp;
use sceau_certificate::texts::Texts;
use sceau_domain::moment::Moment;

/// A label in ordinary circumstances: two pages.
pub fn claim() -> Claim {
    Claim {
        institute: "Institut de démonstration".into(),
        number: "2026-001".into(),
        label: Wording {
            fr: "Solution à haut niveau d’évaluation clinique".into(),
            en: Some("Solution with a high level of clinical evaluation".into()),
        },
        level: None,
        holder: "Arcadie Santé".into(),
        solution: Solution {
            name: "RénalInfo".into(),
            version: "3.4".into(),
            intended_use:
                "Suivi à domicile de la maladie rénale chronique de l’adulte : recueil des symptômes, \
                           des constantes et des résultats de biologie, et information de l’équipe soignante."
                    .into(),
            has_class: Some("C".into()),
        },
        grid: Frozen {
            id: "quatre-axes".into(),
            version: "1".into(),
            sha256: "4f1c90ae22d7".repeat(6).chars().take(64).collect(),
            illustrative: true,
        },
        bylaws: Frozen {
            id: "roll-call".into(),
            version: "1".into(),
            sha256: "0a9b3c7d5e1f2468".repeat(4),
            illustrative: false,
        },
        decided_on: date(2026, 11, 20),
        effective_on: date(2026, 12, 1),
        valid_until: date(2029, 11, 30),
        provisional: None,
        entry_mark: Some(EntryMark { at_least: "14".into(), scale: "20".into() }),
        reasons: vec![
            "Essai comparatif publié, 418 patients, critère de jugement clinique.".into(),
            "Données suivies à douze mois dans la vie réelle, avec peu de perdus de vue.".into(),
            "Information claire, relue par des patients et disponible en français facile à lire.".into(),
            "Quorum atteint : 17 présents, 12 requis. Label accordé.".into(),
        ],
        with_reservations: false,
        improvements: vec![
            Improvement {
                criterion: "4.3".into(),
                observation: "Les écrans ne sont pas utilisables par les personnes malvoyantes.".into(),
                change: "un audit d’accessibilité et la correction des défauts majeurs".into(),
                by: Some(date(2027, 6, 30)),
            },
            Improvement {
                criterion: "1.2".into(),
                observation: "Peu de résultats chez les plus de 80 ans.".into(),
                change: "une analyse de ce groupe d’âge dans l’étude en cours".into(),
                by: None,
            },
        ],
        signatories: vec![
            Signatory { name: "Dr Claire Aubert".into(), role: "Présidente du comité".into() },
            Signatory {
                name: "Pr Łukasz Nowak".into(),
                role: "Vice-président, collège des universitaires".into(),
            },
            Signatory { name: "Hélène Roy".into(), role: "Secrétariat".into() },
        ],
        check_url: "https://registre.example/fr/labels/2026-001".into(),
        seal_level: Level::BaselineB,
        demonstration: true,
    }
}

/// The certificate of a claim, unsigned.
pub fn unsigned(claim: &Claim) -> Unsigned {
    render(claim, &Texts::bundled().unwrap(), &Fonts::bundled().unwrap(), &PrintPdf).unwrap()
}

/// 21 November 2026, 10:00 UTC.
pub const SIGNED: Moment = Moment(1_795_255_200_000);
/// 22 November 2026, 10:00 UTC.
pub const NOW: Moment = SIGNED.plus(86_400_000);
/// A year, in milliseconds.
pub const YEAR: u64 = 31_557_600_000;

/// An institute's authority and its seal.
pub struct Institute {
    pub authority: Vec<u8>,
    pub authority_key: SealKey,
    pub signer: MemorySigner,
}

/// An institute whose keys come from one byte.
pub fn institute(seed: u8) -> Institute {
    let authority_key = SealKey::from_seed(&[seed; 32]).unwrap();
    let start = Moment(SIGNED.0 - YEAR);
    let authority = authority(
        &authority_key,
        &AuthorityProfile {
            name: "Autorité de cachet".into(),
            organisation: "Institut de démonstration".into(),
            country: "FR".into(),
            serial: [seed; 16],
            from: start,
            until: start.plus(20 * YEAR),
        },
    )
    .unwrap();
    let signer = seal(
        &authority_key,
        &authority,
        seed.wrapping_add(1),
        "Cachet de l’Institut de démonstration",
        Purpose::Seal,
    );
    Institute { authority, authority_key, signer }
}

/// A seal, or a signatory's certificate, under an authority; lasts ten years.
pub fn seal(
    authority_key: &SealKey,
    authority: &[u8],
    seed: u8,
    name: &str,
    purpose: Purpose,
) -> MemorySigner {
    let key = SealKey::from_seed(&[seed; 32]).unwrap();
    let start = Moment(SIGNED.0 - YEAR / 2);
    let certificate = issue(
        authority_key,
        authority,
        &key,
        &SealProfile {
            purpose,
            name: name.into(),
            organisation: "Institut de démonstration".into(),
            country: "FR".into(),
            serial: [seed; 16],
            from: start,
            until: start.plus(10 * YEAR),
            list_url: Some("https://registre.example/ca.crl".into()),
        },
    )
    .unwrap();
    MemorySigner::new(key, &certificate, authority).unwrap()
}

/// What the seal says.
pub fn stamp() -> Stamp {
    Stamp {
        at: SIGNED,
        name: "Institut de démonstration".into(),
        reason: "Certificat de label n° 2026-001".into(),
    }
}

/// The certificate of a claim, sealed by an institute.
pub fn sealed(claim: &Claim, institute: &Institute) -> Vec<u8> {
    let pdf = unsigned(claim).pdf;
    sceau_certificate::sign::sign(
        &pdf,
        sceau_certificate::archive::INSTITUTE_FIELD,
        &stamp(),
        &institute.signer,
    )
    .unwrap()
}
