//! A label from its sealed certificate to what a stranger reads: pages and verdicts, over a registry whose book
//! holds one publication.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::civil::date;
use rand_core::UnwrapErr;
use sceau_certificate::content::{
    Claim, EntryMark, Frozen, Improvement, Level, Signatory, Solution, Wording,
};
use sceau_certificate::draw::PrintPdf;
use sceau_certificate::fonts::Fonts;
use sceau_certificate::render::render;
use sceau_certificate::seal::{
    AuthorityProfile, MemorySigner, Purpose, SealKey, SealProfile, authority, issue,
};
use sceau_certificate::sign::prepare::Stamp;
use sceau_certificate::{archive, credential, sign, texts};
use sceau_domain::action::Action;
use sceau_domain::board::Event;
use sceau_domain::id::{DeviceId, DossierId, MemberId};
use sceau_domain::label::{Date, Deed, LabelMove, PublicReason};
use sceau_domain::moment::{DAY, Moment};
use sceau_ledger::charter::{Charter, CharterChain, Officer, SignedCharter};
use sceau_ledger::sign::{SecretSigner, Signer as _};
use sceau_ledger::tree::sha256;
use tempfile::TempDir;

use crate::book::{Book, Published};
use crate::registry::Registry;
use crate::routes::{Request, public};
use crate::settings::Settings;

mod opinion;

/// 22 November 2026, 13:02 in Paris.
const NOON: Moment = Moment(1_795_348_920_000);
const DOSSIER: DossierId = DossierId([2; 16]);
const YEARS: u64 = 365 * DAY;

fn claim() -> Claim {
    let frozen = |id: &str| Frozen {
        id: id.to_owned(),
        version: "1".to_owned(),
        sha256: "4f".repeat(32),
        illustrative: id == "quatre-axes",
    };
    Claim {
        institute: "Institut de démonstration".to_owned(),
        number: "2026-001".to_owned(),
        label: Wording {
            fr: "Solution à haut niveau d’évaluation clinique".to_owned(),
            en: Some("Solution with a high level of clinical evaluation".to_owned()),
        },
        level: None,
        holder: "Arcadie Santé".to_owned(),
        solution: Solution {
            name: "RénalInfo <b>".to_owned(),
            version: "3.4".to_owned(),
            intended_use: "Suivi à domicile de la maladie rénale chronique".to_owned(),
            has_class: Some("C".to_owned()),
        },
        grid: frozen("quatre-axes"),
        bylaws: frozen("roll-call"),
        decided_on: date(2026, 11, 20),
        effective_on: date(2026, 11, 21),
        valid_until: date(2028, 11, 20),
        provisional: None,
        entry_mark: Some(EntryMark { at_least: "14".to_owned(), scale: "20".to_owned() }),
        reasons: vec![
            "Essai comparatif, 418 patients, critère clinique".to_owned(),
            "Information claire, relue par des patients".to_owned(),
        ],
        with_reservations: false,
        improvements: vec![Improvement {
            criterion: "4.3".to_owned(),
            observation: "Accès pour les personnes malvoyantes".to_owned(),
            change: "un audit d’accessibilité".to_owned(),
            by: Some(date(2027, 6, 30)),
        }],
        signatories: vec![Signatory { name: "Dr Claire Aubert".to_owned(), role: "Présidente".to_owned() }],
        check_url: "https://registre.example/fr/labels/2026-001".to_owned(),
        seal_level: Level::BaselineB,
        demonstration: true,
    }
}

struct Sealed {
    authority: Vec<u8>,
    pdf: Vec<u8>,
    facts: String,
}

/// The claim, sealed by an institute whose keys come from one byte.
fn sealed(seed: u8, claim: &Claim) -> Sealed {
    let (organisation, country) = (claim.institute.clone(), "FR".to_owned());
    let (from, until) = (Moment(NOON.0 - YEARS), NOON.plus(9 * YEARS));
    let key = SealKey::from_seed(&[seed; 32]).expect("a key");
    let profile = AuthorityProfile {
        name: "Autorité".to_owned(),
        organisation: organisation.clone(),
        country: country.clone(),
        serial: [seed; 16],
        from,
        until,
    };
    let authority = authority(&key, &profile).expect("an authority");
    let seal = SealKey::from_seed(&[seed + 1; 32]).expect("a key");
    let profile = SealProfile {
        purpose: Purpose::Seal,
        name: "Cachet".to_owned(),
        organisation,
        country,
        serial: [seed + 1; 16],
        from,
        until,
        list_url: None,
    };
    let certificate = issue(&key, &authority, &seal, &profile).expect("a seal");
    let signer = MemorySigner::new(seal, &certificate, &authority).expect("a signer");
    let unsigned =
        render(claim, &texts::Texts::bundled().expect("texts"), &Fonts::bundled().expect("fonts"), &PrintPdf)
            .expect("a certificate");
    let stamp = Stamp {
        at: Moment(NOON.0 - DAY),
        name: claim.institute.clone(),
        reason: "Certificat de label n° 2026-001".to_owned(),
    };
    let pdf = sign::sign(&unsigned.pdf, archive::INSTITUTE_FIELD, &stamp, &signer).expect("signed");
    let facts = credential::write(claim).expect("a credential").bytes;
    Sealed { authority, pdf, facts: String::from_utf8(facts).expect("JSON") }
}

struct Shown {
    registry: Registry,
    clock: Arc<AtomicU64>,
    sealed: Sealed,
    _home: TempDir,
}

fn shown() -> Shown {
    let home = tempfile::tempdir().expect("a folder");
    let dir = home.path().join("registry");
    let loopback = SocketAddr::from(([127, 0, 0, 1], 0));
    let settings = Settings::new("registre.example/sceau/1", "https://registre.example", loopback);
    Registry::init(&dir, &settings.expect("settings"), &mut UnwrapErr(getrandom::SysRng)).expect("made");
    let clock = Arc::new(AtomicU64::new(NOON.0));
    let ticking = Arc::clone(&clock);
    let registry =
        Registry::open(&dir, Arc::new(move || Moment(ticking.load(Ordering::SeqCst)))).expect("opens");
    let sealed = sealed(1, &claim());
    let officer = SecretSigner::from_seed(&[9; 32]);
    let mut charter = SignedCharter::draft(&Charter {
        version: 1,
        previous: [0; 32],
        name: "Institut de démonstration".to_owned(),
        officers: vec![Officer { member: MemberId([1; 16]), key: officer.public() }],
        k: 1,
        log: registry.keys.card(&registry.settings).identity(),
        seal_ca: vec![sha256(&sealed.authority)],
        minimum_version: 1,
        from: NOON,
    });
    charter.sign(&officer);
    let mut book = Book::new(CharterChain::found(charter).expect("founded"));
    let document = sha256(&sealed.pdf);
    let facts = sealed.facts.clone();
    let published = Published { dossier: DOSSIER, document, facts, figures: None, received: NOON };
    book.labels.insert("2026-001".to_owned(), published);
    *registry.write().expect("a book") = Some(book);
    registry.files.put_document(&document, &sealed.pdf).expect("kept");
    registry.files.put_document(&sha256(&sealed.authority), &sealed.authority).expect("kept");
    Shown { registry, clock, sealed, _home: home }
}

type Handler = fn(&Registry, &Request) -> Result<crate::answer::Answer, crate::failure::Failure>;

impl Shown {
    fn ask(&self, handler: Handler, places: &[&str], query: &str, body: Vec<u8>) -> String {
        let request = Request {
            caller: None,
            places: places.iter().map(|place| (*place).to_owned()).collect(),
            query: query.to_owned(),
            body,
            kind: "application/pdf".to_owned(),
            address: IpAddr::V4(Ipv4Addr::LOCALHOST),
        };
        String::from_utf8(handler(&self.registry, &request).expect("a page").body).expect("text")
    }

    fn page(&self, lang: &str) -> String {
        self.ask(public::label, &[lang, "2026-001"], "", Vec::new())
    }

    /// The clock moves on, then the log says this of the label.
    fn told(&self, days: u64, deed: Deed, fr: &str, change: impl Fn(&mut LabelMove)) {
        let received = Moment(self.clock.fetch_add(days * DAY, Ordering::SeqCst) + days * DAY);
        let public = Some(fr).filter(|text| !text.is_empty());
        let mut said = LabelMove {
            number: "2026-001".to_owned(),
            deed,
            from: None,
            successor: None,
            public: public.map(|fr| PublicReason { fr: fr.to_owned(), en: None }),
        };
        change(&mut said);
        let mut book = self.registry.write().expect("a book");
        let board = book.as_mut().expect("founded").board_mut();
        for action in [Action::DossierNew { dossier: DOSSIER }, Action::LabelMove { dossier: DOSSIER, said }]
        {
            let (member, device) = (MemberId([1; 16]), DeviceId([1; 16]));
            board.apply(&Event { member, device, seq: 0, index: 0, received, action: &action });
        }
    }

    fn verdict(&self, file: &[u8]) -> String {
        self.ask(public::verify_file, &["fr"], "", file.to_vec())
    }
}

#[track_caller]
fn says(page: &str, words: &[&str]) {
    for word in words {
        assert!(page.contains(word), "the page does not say {word:?}:\n{page}");
    }
}

#[test]
fn a_label_in_force_shows_its_state_its_reasons_and_its_certificate() {
    let shown = shown();
    let page = shown.ask(public::label, &["fr", "2026-001"], "", Vec::new());
    says(
        &page,
        &["En vigueur", "20 novembre 2028", "RénalInfo &lt;b&gt;", "Essai comparatif, 418 patients", "13:02"],
    );
    says(&page, &["Valide", "certificate.pdf", "role=\"img\"", "2026-001.json", "aria-current=\"page\""]);
    let english = shown.ask(public::label, &["en", "2026-001"], "", Vec::new());
    says(&english, &["In force", "20 November 2028", "high level of clinical evaluation", "Valid"]);
    let digest = credential::write(&claim()).expect("a credential").digest;
    let scanned = shown.ask(public::label, &["fr", "2026-001"], &format!("c={digest}"), Vec::new());
    says(&scanned, &["bien celui de ce certificat"]);
    let other = shown.ask(public::label, &["fr", "2026-001"], "c=00", Vec::new());
    says(&other, &["pas celui de ce certificat"]);
    says(&shown.ask(public::list, &["fr"], "", Vec::new()), &["2026-001", "Un label publié", "En vigueur"]);
    let json = shown.ask(public::label_json, &["2026-001.json"], "", Vec::new());
    says(&json, &["\"state\":\"active\"", &digest]);
    says(&shown.ask(public::seal_authority, &[], "", Vec::new()), &["BEGIN CERTIFICATE"]);
}

#[test]
fn after_its_last_day_the_label_is_expired_everywhere() {
    let shown = shown();
    // 20 November 2028, 23:59 in Paris is still the last day; one minute later it is not.
    let last = Moment(1_858_373_940_000);
    shown.clock.store(last.0, Ordering::SeqCst);
    says(&shown.ask(public::label, &["fr", "2026-001"], "", Vec::new()), &["En vigueur"]);
    shown.clock.store(last.0 + 60_000, Ordering::SeqCst);
    let page = shown.ask(public::label, &["fr", "2026-001"], "", Vec::new());
    says(&page, &["Expiré", "Certificat (label expiré)", "Non valide"]);
    says(&shown.ask(public::verify, &["fr"], "n=2026-001", Vec::new()), &["Non valide", "en vigueur"]);
    says(&shown.verdict(&shown.sealed.pdf), &["Non valide"]);
}

#[test]
fn a_stranger_learns_whether_a_file_is_genuine_changed_or_of_an_unknown_issuer() {
    let shown = shown();
    let good = shown.verdict(&shown.sealed.pdf);
    says(&good, &["<h2>Valide</h2>", "RénalInfo &lt;b&gt;", "C’est le fichier que le registre publie"]);
    assert!(!good.contains(">verify-"), "a bare message key:\n{good}");
    let mut changed = shown.sealed.pdf.clone();
    let middle = changed.len() / 3;
    changed[middle] ^= 1;
    says(&shown.verdict(&changed), &["<h2>Non valide</h2>"]);
    let foreign = sealed(40, &claim());
    says(&shown.verdict(&foreign.pdf), &["<h2>Indéterminé</h2>"]);
    says(&shown.ask(public::verify, &["fr"], "n=2026%E2%80%91001", Vec::new()), &["<h2>Valide</h2>"]);
    says(&shown.ask(public::verify, &["en"], "n=+2026-001", Vec::new()), &["<h2>Valid</h2>"]);
    says(
        &shown.ask(public::verify, &["en"], "n=2026-999", Vec::new()),
        &["No label has the number 2026-999"],
    );
}

#[test]
fn a_suspended_label_says_so_with_its_day_and_its_reason_until_it_is_lifted() {
    let shown = shown();
    shown.told(3, Deed::Suspended, "Défaut d’affichage <signalé>.", |_| {});
    let page = shown.page("fr");
    says(&page, &["Suspendu</strong> depuis le 25 novembre 2026", "ne pas s’en prévaloir", "band warn-soft"]);
    says(
        &page,
        &["Motif", "Défaut d’affichage &lt;signalé&gt;.", "Certificat (label suspendu)", "Non valide"],
    );
    let english = shown.page("en");
    says(&english, &["Suspended</strong> since 25 November 2026", "<span lang=\"fr\">Défaut d’affichage"]);
    says(&shown.ask(public::list, &["fr"], "", Vec::new()), &["<b class=\"warn\">Suspendu</b>"]);
    let verdict = shown.verdict(&shown.sealed.pdf);
    says(&verdict, &["<h2>Non valide</h2>", "Label suspendu depuis le 25 novembre 2026", "label suspendu"]);
    let number = shown.ask(public::verify, &["en"], "n=2026-001", Vec::new());
    says(&number, &["<h2>Not valid</h2>", "label suspended, not to be relied on"]);
    let json: serde_json::Value =
        serde_json::from_str(&shown.ask(public::label_json, &["2026-001.json"], "", Vec::new()))
            .expect("JSON");
    assert_eq!((json["state"].as_str(), json["since"].as_str()), (Some("suspended"), Some("2026-11-25")));
    assert_eq!(json["reason"]["fr"], "Défaut d’affichage <signalé>.");
    assert_eq!(json["life"][0]["deed"], "suspended");

    shown.told(50, Deed::Reinstated, "Correctif 3.4.1 vérifié.", |_| {});
    let page = shown.page("fr");
    says(&page, &["En vigueur</strong>", "Suspension levée", "Correctif 3.4.1 vérifié.", "14 janvier 2027"]);
    let [lifted, suspended] = ["Suspension levée", "Défaut d’affichage"].map(|word| page.find(word));
    assert!(lifted < suspended, "the newest comes first");
    says(&shown.verdict(&shown.sealed.pdf), &["<h2>Valide</h2>"]);
}

#[test]
fn an_end_is_announced_then_told_and_what_is_not_the_public_s_is_never_told() {
    let shown = shown();
    let deadline_on = Date::constant(2027, 1, 31);
    shown.told(1, Deed::FormalNotice { deadline_on }, "", |_| {});
    let silent = shown.page("fr");
    says(&silent, &["En vigueur</strong>"]);
    let json = shown.ask(public::label_json, &["2026-001.json"], "", Vec::new());
    assert!(!silent.contains("demeure") && !json.contains("notice"), "{json}");

    let from = Date::constant(2026, 12, 24);
    shown.told(1, Deed::Withdrawn, "Convention rompue.", |said| said.from = Some(from));
    says(
        &shown.page("fr"),
        &["En vigueur</strong>", "Fin annoncée", "24 décembre 2026", "Convention rompue."],
    );
    says(&shown.verdict(&shown.sealed.pdf), &["<h2>Valide</h2>"]);
    shown.clock.fetch_add(40 * DAY, Ordering::SeqCst);
    let page = shown.page("fr");
    says(&page, &["Retiré</strong> le 24 décembre 2026", "ne plus s’en prévaloir", "band danger-soft"]);
    says(&shown.verdict(&shown.sealed.pdf), &["<h2>Non valide</h2>", "24 décembre 2026"]);
}

#[test]
fn a_replaced_label_names_the_one_that_replaces_it() {
    let shown = shown();
    shown.told(2, Deed::Superseded, "Renouvellement.", |said| said.successor = Some("2026-014".to_owned()));
    says(&shown.page("fr"), &["Remplacé</strong> par le label n°\u{a0}2026-014 depuis le 24 novembre 2026"]);
    let json = shown.ask(public::label_json, &["2026-001.json"], "", Vec::new());
    says(&json, &["\"successor\":\"2026-014\"", "\"state\":\"superseded\""]);
}
