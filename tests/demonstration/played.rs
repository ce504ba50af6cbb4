//! The campaign as it is set up: dossiers stand where the plan wants them, and what it tells of earlier years happened, on
//! those days, for the public, for the secretariat and for whoever checks the certificate.

use std::path::{Path, PathBuf};
use std::process::Command;

use jiff::civil::Date;
use sceau_app::desk::Desk;
use sceau_app::label::day_in_paris;
use sceau_app::view::labels::IssuedLabel;
use sceau_store::folder::Folder;
use sceau_store::store::Store;
use sceau_store::unlock::Lock;
use sceau_tests::machine;
use sceau_tests::registry_process::RegistryProcess;

use crate::{assets, below};

/// The label in renewal.
const NUMBER: &str = "2023-004";

#[test]
fn the_campaign_plays_to_the_stages_of_its_plan_with_the_real_parts() {
    let programs = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().to_path_buf();
    if !["sceau-registry", "sceau-check"].iter().all(|name| programs.join(name).is_file()) {
        return println!("skipped: build the programs first (cargo build --workspace --bins)");
    }
    let place = tempfile::tempdir().unwrap();
    let board = place.path().join("board");
    let output = Command::new(env!("CARGO_BIN_EXE_demonstration"))
        .args(["--campaign", "--port", "0", "--assets"])
        .arg(assets())
        .arg("--out")
        .arg(&board)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    print!("{said}");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("9 dossiers stand where the plan wants them"), "{said}");
    assert_eq!(below(&board.join("desks"), "pdf").len(), 2, "two certificates were sealed");

    let today = day_in_paris(machine::now());
    the_secretariat_sees_the_life_of_the_label(&desk(&board, "helene-roy"), today);
    // The HTTP client wants a provider of TLS before it is made, also where no line is encrypted.
    let _installed = rustls::crypto::ring::default_provider().install_default();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let registry = RegistryProcess::start(&board.join("registry"), &board.join("registry.log")).unwrap();
    runtime.block_on(the_public_reads_it(&registry.url, today));
    runtime.block_on(a_stranger_checks_it(&registry.url, &programs, place.path(), today));
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Until when it runs: the demonstration may be set up in any year.
fn runs(today: Date) -> bool {
    today <= day("2026-12-22")
}

fn desk(board: &Path, person: &str) -> Desk {
    let folder = Folder::new(board.join("desks").join(person));
    let passphrase = std::fs::read_to_string(board.join("passphrases").join(person)).unwrap();
    let key = Lock::read(&folder).unwrap().unwrap().open(&passphrase).unwrap();
    Desk::open(machine::environment(), Store::open(&folder, &key).unwrap()).unwrap()
}

fn the_secretariat_sees_the_life_of_the_label(desk: &Desk, today: Date) {
    let view = desk.labels_view().unwrap();
    assert!(view.to_issue.is_empty());
    let numbers: Vec<&str> = view.issued.iter().map(|label| label.number.as_str()).collect();
    assert_eq!(numbers.len(), 2, "{numbers:?}");
    assert_eq!(numbers[1], NUMBER);
    let label: &IssuedLabel = &view.issued[1];
    assert_eq!((label.effective_on.as_str(), label.valid_until.as_str()), ("2023-12-22", "2026-12-22"));
    assert_eq!(label.version, "5.0");
    assert!(label.here, "the certificate is kept by the desk that sealed it");
    let told: Vec<_> = label
        .course
        .steps
        .iter()
        .map(|step| (step.on.as_str(), step.what.as_str(), step.by.as_deref(), step.grounds.as_deref()))
        .collect();
    let (notified, cleared) = (
        "Version 6.0 : alerte sur les mots, astreinte de nuit.",
        "Le changement ne remet pas le label en cause.",
    );
    assert_eq!(
        told,
        [
            ("2025-05-06", "change-cleared", Some("Pr Antoine Lefort"), Some(cleared)),
            ("2025-03-10", "change-notified", Some("Mme Hélène Roy"), Some(notified)),
            ("2023-12-22", "granted", None, None),
        ]
    );
    assert_eq!(label.course.expiring, runs(today), "the renewal is open until the label ends");
    assert_eq!(label.state, if runs(today) { "active" } else { "expired" });
    assert!(label.course.flags.iter().all(|flag| !flag.contains("change")), "{:?}", label.course.flags);

    // The dossier of today names the label, and the label the dossier.
    let renewing = desk.renewals().unwrap();
    let dossier = renewing[NUMBER];
    assert_eq!(desk.renews(dossier).unwrap().as_deref(), Some(NUMBER));
    assert_eq!(label.renewal.as_ref().unwrap().dossier, dossier.to_string());
    assert_eq!(desk.card(dossier).unwrap().version, "6.2");

    // The days are those of the registry's receipts: nobody wrote them into a payload.
    let (claim, _) = desk.label_life(desk.dossier_of_label(NUMBER).unwrap()).unwrap();
    assert_eq!(claim.decided_on, day("2023-12-14"));
    let moves = desk.label_moves(desk.dossier_of_label(NUMBER).unwrap()).unwrap();
    let received: Vec<Date> = moves.iter().map(|told| told.recorded.received.day_in_paris()).collect();
    assert_eq!(received, [day("2025-03-10"), day("2025-05-06")]);
}

async fn get(address: &str) -> Vec<u8> {
    sceau_tests::results::bytes(address).await.unwrap()
}

async fn text(address: &str) -> String {
    String::from_utf8(get(address).await).unwrap()
}

/// Day and word of each line of the label's life, as the page has them.
fn life(page: &str) -> Vec<(String, String)> {
    let lines = page.split("<time datetime=\"").skip(1);
    let line = |line: &str| {
        let word = line.split_once("<b>").unwrap().1.split_once("</b>").unwrap().0;
        (line.split_once('"').unwrap().0.to_owned(), word.to_owned())
    };
    lines.map(line).collect()
}

/// What a holder notifies, and what follows from it while the label stands, is not for the public (rules §2.2).
async fn the_public_reads_it(url: &str, today: Date) {
    for (lang, [published, effective, decided, ended]) in [
        ("fr", ["Publié", "Prend effet", "Décidé", "Arrivé à échéance"]),
        ("en", ["Published", "Takes effect", "Decided", "Expired"]),
    ] {
        let page = text(&format!("{url}/{lang}/labels/{NUMBER}")).await;
        let mut told = life(&page);
        if !runs(today) {
            assert_eq!(told.remove(0), ("2026-12-23".to_owned(), ended.to_owned()));
        }
        let expected = [("2023-12-22", published), ("2023-12-22", effective), ("2023-12-14", decided)];
        assert_eq!(told, expected.map(|(day, word)| (day.to_owned(), word.to_owned())));
        for secret in ["alerte sur les mots", "remet pas le label en cause", "10 mars 2025"] {
            assert!(!page.contains(secret), "{lang}: {secret}");
        }
        assert!(text(&format!("{url}/{lang}/")).await.contains(&format!("/{lang}/labels/{NUMBER}")));
    }
    let data: serde_json::Value =
        serde_json::from_slice(&get(&format!("{url}/labels/{NUMBER}.json")).await).unwrap();
    assert_eq!(data["stands"], runs(today));
    assert_eq!(data["credential"]["claim"]["improvements"].as_array().unwrap().len(), 2);
}

async fn a_stranger_checks_it(url: &str, programs: &Path, out: &Path, today: Date) {
    let verdict = if runs(today) { "<h2>Valide</h2>" } else { "<h2>Non valide</h2>" };
    let page = text(&format!("{url}/fr/verify?n={NUMBER}")).await;
    assert!(page.contains(verdict), "{page}");
    let pdf = get(&format!("{url}/labels/{NUMBER}/certificate.pdf")).await;
    let handed_in = handed_in(url, &pdf).await;
    assert!(handed_in.contains(verdict), "{handed_in}");
    let (file, trusted): (PathBuf, PathBuf) = (out.join("certificate.pdf"), out.join("ca.pem"));
    std::fs::write(&file, &pdf).unwrap();
    std::fs::write(&trusted, get(&format!("{url}/ca.pem")).await).unwrap();
    let checked = Command::new(programs.join("sceau-check"))
        .arg("certificate")
        .arg(&file)
        .arg("--trust")
        .arg(&trusted)
        .args(["--lang", "fr"])
        .output()
        .unwrap();
    // Days are written with spaces that do not break.
    let said = String::from_utf8_lossy(&checked.stdout).replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(checked.status.code(), Some(if runs(today) { 0 } else { 1 }), "{said}");
    assert!(said.contains("Signé le 22 décembre 2023"), "{said}");
}

/// The verdict of the registry's page on a file, as a browser would send it.
async fn handed_in(url: &str, pdf: &[u8]) -> String {
    let head = b"--frontiere\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.pdf\"\r\n\
        Content-Type: application/pdf\r\n\r\n";
    let body = [head.as_slice(), pdf, b"\r\n--frontiere--\r\n"].concat();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let asked = client
        .post(format!("{url}/fr/verify"))
        .header("Content-Type", "multipart/form-data; boundary=frontiere")
        .body(body);
    asked.send().await.unwrap().text().await.unwrap()
}
