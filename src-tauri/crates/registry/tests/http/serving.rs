//! Serving beyond this computer: with TLS, for those who trust the certificate's authority and for nobody else.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use reqwest::{Certificate, Client};
use sceau_domain::moment::Moment;
use sceau_registry::Registry;
use sceau_registry::serve::serve;
use sceau_registry::settings::{Settings, Tls};

use crate::world::{START, chance, client};

/// An authority and a certificate for `localhost`, made by a program of others; `false` where there is none.
fn made_by_openssl(folder: &Path) -> bool {
    std::fs::write(folder.join("san"), "subjectAltName=DNS:localhost,IP:127.0.0.1\n").expect("written");
    let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    let run = |arguments: &[&[&str]]| {
        let done = Command::new("openssl").args(arguments.concat()).current_dir(folder).output();
        match done {
            Ok(done) => assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr)),
            Err(_) => return false,
        }
        true
    };
    run(&[
        &["req", "-x509", "-days", "2", "-subj", "/CN=Autorite", "-keyout", "root.key", "-out", "root.pem"],
        &key,
    ]) && run(&[&["req", "-subj", "/CN=localhost", "-keyout", "leaf.key", "-out", "leaf.csr"], &key])
        && run(&[&[
            "x509",
            "-req",
            "-days",
            "2",
            "-in",
            "leaf.csr",
            "-CA",
            "root.pem",
            "-CAkey",
            "root.key",
            "-CAcreateserial",
            "-extfile",
            "san",
            "-out",
            "leaf.pem",
        ]])
}

#[tokio::test]
async fn beyond_this_computer_the_registry_speaks_tls_to_those_who_trust_its_authority() {
    let _ = client();
    let dir = tempfile::tempdir().expect("a folder");
    let place = dir.path().join("registry");
    // Every address of this computer: plain HTTP is refused there.
    let everywhere = SocketAddr::from(([0, 0, 0, 0], 0));
    let plain = Settings::new("localhost/sceau/1", "https://localhost", everywhere).expect("settings");
    assert!(plain.check_listening().is_err());
    let tls = Tls { certificate: "leaf.pem".into(), key: "leaf.key".into() };
    let settings = Settings { tls: Some(tls), ..plain };
    Registry::init(&place, &settings, &mut chance()).expect("prepared");
    if !made_by_openssl(&place) {
        eprintln!("skipped: openssl is not installed, so there is no certificate to serve with");
        return;
    }
    let registry = Registry::open(&place, Arc::new(|| Moment(START))).expect("opens");
    let (tell, told) = tokio::sync::oneshot::channel();
    let folder = place.clone();
    let task = tokio::spawn(async move {
        serve(Arc::new(registry), &folder, move |address| tell.send(address).expect("somebody waits")).await
    });
    let url = |scheme: &str, port: u16| format!("{scheme}://localhost:{port}/healthz");
    let port = told.await.expect("an address").port();

    let root = std::fs::read(place.join("root.pem")).expect("the authority");
    let root = Certificate::from_pem(&root).expect("a certificate");
    let trusting = Client::builder().no_proxy().tls_certs_merge([root]).build().expect("a client");
    let answer = trusting.get(url("https", port)).send().await.expect("an answer");
    assert_eq!((answer.status().as_u16(), answer.version()), (200, reqwest::Version::HTTP_2));
    let stranger = client().get(url("https", port)).send().await;
    assert!(stranger.is_err_and(|error| error.is_connect()), "an unknown authority is not believed");
    let in_plain = client().get(url("http", port)).send().await;
    assert!(in_plain.is_err(), "nothing is said in plain");
    task.abort();
}
