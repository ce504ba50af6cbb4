//! A certificate that the board's institute could have issued today, sealed with its own key.

use sceau_app::desk::Desk;
use sceau_app::identity::{SEAL_AUTHORITY, SEAL_CERTIFICATE, SEAL_KEY};
use sceau_app::label::day_in_paris;
use sceau_certificate::archive::INSTITUTE_FIELD;
use sceau_certificate::content::{Claim, Frozen, Level, Signatory, Solution, Wording};
use sceau_certificate::draw::PrintPdf;
use sceau_certificate::fonts::Fonts;
use sceau_certificate::render::render;
use sceau_certificate::seal::{
    AuthorityProfile, MemorySigner, Purpose, SealKey, SealProfile, authority, issue,
};
use sceau_certificate::sign::prepare::Stamp;
use sceau_certificate::sign::sign;
use sceau_certificate::texts::Texts;
use sceau_domain::moment::DAY;
use sceau_tests::machine;

/// Signed with the institute's seal, which the secretariat's desk holds.
pub fn certificate(desk: &Desk) -> Vec<u8> {
    let [key, certificate, authority] = [SEAL_KEY, SEAL_CERTIFICATE, SEAL_AUTHORITY]
        .map(|name| desk.store().read(|read| read.secret(name)).unwrap().unwrap());
    let key = SealKey::from_pkcs8(&key).unwrap();
    signed(&MemorySigner::new(key, &certificate, &authority).unwrap())
}

/// The same, signed under an authority that nobody on the board knows.
pub fn of_a_stranger() -> Vec<u8> {
    let key = || {
        let mut seed = [0; 32];
        machine::fill(&mut seed);
        SealKey::from_seed(&seed).unwrap()
    };
    let serial = || {
        let mut serial = [0; 16];
        machine::fill(&mut serial);
        serial
    };
    let (from, until) = (machine::now(), machine::now().plus(900 * DAY));
    let (name, organisation, country) = ("Autorité inconnue", "Institut de démonstration", "FR");
    let (root, seal) = (key(), key());
    let of_root = AuthorityProfile {
        name: name.to_owned(),
        organisation: organisation.to_owned(),
        country: country.to_owned(),
        serial: serial(),
        from,
        until,
    };
    let root_certificate = authority(&root, &of_root).unwrap();
    let of_seal = SealProfile {
        purpose: Purpose::Seal,
        name: "Cachet inconnu".to_owned(),
        organisation: organisation.to_owned(),
        country: country.to_owned(),
        serial: serial(),
        from,
        until,
        list_url: None,
    };
    let certificate = issue(&root, &root_certificate, &seal, &of_seal).unwrap();
    signed(&MemorySigner::new(seal, &certificate, &root_certificate).unwrap())
}

fn signed(signer: &MemorySigner) -> Vec<u8> {
    let claim = claim();
    let unsigned = render(&claim, &Texts::bundled().unwrap(), &Fonts::bundled().unwrap(), &PrintPdf).unwrap();
    let reason = format!("Certificat de label n° {}", claim.number);
    let stamp = Stamp { at: machine::now(), name: claim.institute, reason };
    sign(&unsigned.pdf, INSTITUTE_FIELD, &stamp, signer).unwrap()
}

fn claim() -> Claim {
    let today = day_in_paris(machine::now());
    let frozen = |id: &str, illustrative| Frozen {
        id: id.to_owned(),
        version: "1".to_owned(),
        sha256: "4f1c90ae22d7b358".repeat(4),
        illustrative,
    };
    Claim {
        institute: "Institut de démonstration".into(),
        number: "2026-001".into(),
        label: Wording {
            fr: "Solution à haut niveau d’évaluation clinique".into(),
            en: Some("Solution with a high level of clinical evaluation".into()),
        },
        level: None,
        holder: "Lumen Santé (démonstration)".into(),
        solution: Solution {
            name: "OncoSuivi (démonstration)".into(),
            version: "4.2".into(),
            intended_use: "Suivi à distance des toxicités de la chimiothérapie orale chez l’adulte.".into(),
            has_class: Some("C".into()),
        },
        grid: frozen("quatre-axes", true),
        bylaws: frozen("roll-call", false),
        decided_on: today,
        effective_on: today,
        valid_until: day_in_paris(machine::now().plus(700 * DAY)),
        provisional: None,
        entry_mark: None,
        reasons: vec!["Les preuves cliniques présentées soutiennent l’usage revendiqué.".into()],
        with_reservations: false,
        improvements: Vec::new(),
        signatories: vec![Signatory { name: "Antoine Lefort".into(), role: "Présidence du comité".into() }],
        check_url: "http://127.0.0.1:47320/fr/labels/2026-001".into(),
        seal_level: Level::BaselineB,
        demonstration: true,
    }
}
