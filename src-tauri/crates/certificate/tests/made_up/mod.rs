//! Invented people and products that the tests label.
#![expect(dead_code, reason = "each test binary uses a part")]

use jiff::civil::date;
use sceau_certificate::content::*;
use sceau_certificate::draw::PrintPdf;
use sceau_certificate::fonts::Fonts;
use sceau_certificate::render::{Unsigned, render};
use sceau_certificate::texts::Texts;

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
