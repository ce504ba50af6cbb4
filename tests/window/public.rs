//! What the public sees of the registry, in a real browser without a desk: the labels, a label in force and one that has
//! expired, every verdict, every refusal; with scripts and without, on a telephone and at a desk. `ui/scripts/public.mjs`
//! looks; this file brings the registry and says what is to be visited.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use sceau_domain::moment::{DAY, Moment};
use sceau_registry::Registry;
use sceau_registry::serve::serve;
use sceau_tests::machine;
use sceau_tests::registry_process::{free_port, prepare};
use sceau_tests::results::altered;
use serde_json::{Value, json};

use crate::board::{Board, copy};
use crate::label::of_a_stranger;
use crate::programs::{on_path, play, root, target};

#[test]
fn the_public_pages_are_whole_without_scripts_on_a_telephone_and_at_a_desk() {
    play(Duration::from_secs(900), || async {
        let chromium = std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
        let looks = root().join("ui/node_modules/playwright-core").is_dir();
        if !on_path("node") || !looks || !Path::new(&chromium).exists() {
            println!("skipped: node, playwright-core (npm ci in ui/) or {chromium} is missing");
            return;
        }
        let board = Board::of_campaign(&[]);
        let here = board.folder("registry");
        let (later, bare) = (board.folder("registry-later"), board.folder("registry-bare"));
        copy(&here, &later);
        prepare(&bare.join("new"), free_port().unwrap()).unwrap();
        let now = listening(&here, 0).await;
        // Every label of the campaign has ended by then, and so has the seal's certificate.
        let years = listening(&later, 5 * 365).await;
        let nobody = listening(&bare.join("new"), 0).await;
        let number = first_number(&now).await;
        let files = files(&board, &now, &number).await;
        let visits: Vec<Value> = [
            labels(&now, &number),
            shared(&now, &years, &number),
            verdicts(&now, &number, &files),
            ended(&years, &nobody, &number),
        ]
        .concat();
        let list = board.folder("visits").join("visits.json");
        fs::write(&list, serde_json::to_vec(&visits).unwrap()).unwrap();
        let mut look = Command::new("node");
        look.arg("scripts/public.mjs").arg(&list).arg("--out").arg(target().join("screenshots"));
        look.current_dir(root().join("ui"));
        let looked = tokio::task::spawn_blocking(move || look.output()).await.unwrap().unwrap();
        let said = String::from_utf8_lossy(&looked.stdout).into_owned();
        println!("{said}");
        let complaint = String::from_utf8_lossy(&looked.stderr).into_owned();
        assert!(looked.status.success(), "{said}{complaint}");
    });
}

/// Starts the registry of a folder on a free port, with a clock that is some days ahead; answers its address.
async fn listening(folder: &Path, days: u64) -> String {
    let clock = Arc::new(move || Moment(machine::now().0 + days * DAY));
    let mut registry = Registry::open(folder, clock).unwrap();
    registry.settings.listen = SocketAddr::from(([127, 0, 0, 1], 0));
    let (told, told_to) = tokio::sync::oneshot::channel();
    let folder = folder.to_path_buf();
    tokio::spawn(async move {
        let ready = |address| told.send(address).unwrap();
        serve(Arc::new(registry), &folder, ready).await.unwrap();
    });
    format!("http://{}", told_to.await.unwrap())
}

/// The number of the label that stands first on the list.
async fn first_number(url: &str) -> String {
    let list = reqwest::get(format!("{url}/fr/")).await.unwrap().text().await.unwrap();
    let (_, rest) = list.split_once("/labels/").expect("the campaign has a published label");
    rest.chars().take_while(|c| c.is_ascii_digit() || *c == '-').collect()
}

/// What people hand in: a name and a file.
async fn files(board: &Board, url: &str, number: &str) -> Vec<(&'static str, PathBuf)> {
    let address = format!("{url}/labels/{number}/certificate.pdf");
    let genuine = reqwest::get(address).await.unwrap().bytes().await.unwrap().to_vec();
    let folder = board.folder("handed-in");
    let unsigned = root().join("assets/demo/dossiers/01-oncosuivi/essai.pdf");
    let large = [b"%PDF-1.7\n".to_vec(), vec![b' '; 17 << 20]].concat();
    let made = [
        ("valid", genuine.clone()),
        ("altered", altered(&genuine)),
        ("stranger", of_a_stranger()),
        ("unsigned", fs::read(unsigned).unwrap()),
        ("no-pdf", b"Ceci est une lettre.".to_vec()),
        ("too-large", large),
    ];
    made.map(|(name, bytes)| {
        let file = folder.join(format!("{name}.pdf"));
        fs::write(&file, bytes).unwrap();
        (name, file)
    })
    .to_vec()
}

fn visit(name: &str, url: String, text: &str, status: u16) -> Value {
    json!({ "name": name, "url": url, "text": text, "status": status })
}

/// The list, a label, and addresses at which there is none.
fn labels(url: &str, number: &str) -> Vec<Value> {
    let digest = "0".repeat(64);
    vec![
        visit("list-fr", format!("{url}/fr/"), number, 200),
        visit("list-en", format!("{url}/en/"), number, 200),
        visit("label-fr", format!("{url}/fr/labels/{number}"), "En vigueur", 200),
        visit("label-en", format!("{url}/en/labels/{number}"), "In force", 200),
        visit("opinion-fr", format!("{url}/fr/labels/{number}/opinion"), "Ce qui reste confidentiel", 200),
        visit("opinion-en", format!("{url}/en/labels/{number}/opinion"), "What stays confidential", 200),
        visit("join", format!("{url}/join#sceau1:abc"), "Ce registre ne reçoit pas le code", 200),
        visit("label-other-code", format!("{url}/fr/labels/{number}?c={digest}"), number, 200),
        visit("list-search", format!("{url}/fr/?q={number}"), "Un label trouvé", 200),
        visit("list-search-none", format!("{url}/fr/?q=%3Cscript%3E"), "Aucun label ne correspond", 200),
        visit("label-unknown", format!("{url}/fr/labels/2025-301"), "2025-301", 404),
        visit("nothing-here", format!("{url}/en/nothing"), "", 404),
    ]
}

/// What others take over: a frame for their site, and feeds. The label's own page stands in nobody's frame.
fn shared(url: &str, years: &str, number: &str) -> Vec<Value> {
    let label = format!("{url}/fr/labels/{number}");
    vec![
        visit("embed", format!("{label}/embed"), "À copier", 200),
        visit("embed-en", format!("{url}/en/labels/{number}/embed"), "To be copied", 200),
        visit("block", format!("{label}/block"), "En vigueur", 200),
        json!({ "frame": format!("{label}/block"), "text": "En vigueur" }),
        json!({ "frame": format!("{years}/fr/labels/{number}/block"), "text": "Expiré" }),
        json!({ "frame": label, "text": null }),
        json!({ "feed": format!("{url}/fr/feed"), "text": number }),
        json!({ "feed": format!("{label}/feed"), "text": "Publié" }),
        json!({ "feed": format!("{years}/en/labels/{number}/feed"), "text": "Expired" }),
    ]
}

/// The page of verification: empty, asked about numbers, and given each file.
fn verdicts(url: &str, number: &str, files: &[(&str, PathBuf)]) -> Vec<Value> {
    let asked = |n: &str| format!("{url}/fr/verify?n={n}");
    let mut visits = vec![
        visit("verify", format!("{url}/fr/verify"), "PDF", 200),
        visit("verify-en", format!("{url}/en/verify"), "PDF", 200),
        visit("verify-number", asked(number), "Valide", 200),
        visit("verify-number-unknown", asked("2025-301"), "Aucun label", 200),
        visit("verify-number-wrong", asked("bonjour"), "pas un numéro", 200),
    ];
    for (name, file) in files {
        let text = match *name {
            "valid" => "Valide",
            "altered" => "Non valide",
            "stranger" => "Indéterminé",
            "no-pdf" => "pas un PDF lisible",
            "too-large" => "trop grand",
            _ => "",
        };
        let status = if *name == "too-large" { 413 } else { 200 };
        let mut given = visit(&format!("verify-{name}"), format!("{url}/fr/verify"), text, status);
        given["upload"] = json!(file);
        visits.push(given);
    }
    visits
}

/// The same label years later, and a registry on which nobody has founded anything.
fn ended(years: &str, nobody: &str, number: &str) -> Vec<Value> {
    vec![
        visit("label-expired", format!("{years}/fr/labels/{number}"), "Non valide aujourd", 200),
        visit("opinion-expired", format!("{years}/fr/labels/{number}/opinion"), "Expiré", 200),
        visit("label-expired-en", format!("{years}/en/labels/{number}"), "Expired", 200),
        visit("list-expired", format!("{years}/fr/"), "Expiré", 200),
        visit("verify-expired", format!("{years}/fr/verify?n={number}"), "", 200),
        visit("not-founded", format!("{nobody}/fr/"), "", 404),
    ]
}
