//! Everything that may answer where a registry should: each is told apart, none is believed, none makes a panic.

use std::collections::BTreeMap;

use sceau_domain::moment::DAY;
use sceau_ledger::device::DeviceKeys;
use sceau_ledger::request::{Asked, Authorization};
use sceau_ledger::sign::{SecretSigner, Signer as _};
use sceau_protocol::{Code, PROBLEM, Problem};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;

const INSTITUTE: Institute = Institute([7; 32]);
const HOST: &str = "registry.example.org";
const NOW: Moment = Moment(1_795_305_600_000);

fn keys() -> DeviceKeys {
    DeviceKeys { sign: signer().public(), receive: [5; 32] }
}

fn signer() -> SecretSigner {
    SecretSigner::from_seed(&[1; 32])
}

/// What the other side got: request line, headers, body.
struct Got {
    line: String,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

async fn read_request(socket: &mut tokio::net::TcpStream) -> Got {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at;
        }
        assert!(socket.read_buf(&mut bytes).await.unwrap() > 0);
    };
    let text = String::from_utf8(bytes[..head].to_vec()).unwrap();
    let mut lines = text.split("\r\n");
    let line = lines.next().unwrap().to_owned();
    let headers: BTreeMap<_, _> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let length = headers.get("content-length").map_or(0, |length| length.parse().unwrap());
    let mut body = bytes[head + 4..].to_vec();
    while body.len() < length {
        assert!(socket.read_buf(&mut body).await.unwrap() > 0);
    }
    Got { line, headers, body }
}

fn answer(status: &str, media: &str, more: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {media}\r\ncontent-length: {}\r\nconnection: close\r\n{more}\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// A listener that gives these answers, one for each connection, and then what it was asked.
async fn other_side(answers: Vec<Vec<u8>>) -> (Client, tokio::task::JoinHandle<Vec<Got>>) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = Client::new(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    let task = tokio::spawn(async move {
        let mut got = Vec::new();
        for bytes in answers {
            let (mut socket, _) = listener.accept().await.unwrap();
            got.push(read_request(&mut socket).await);
            socket.write_all(&bytes).await.unwrap();
            let _ = socket.shutdown().await;
        }
        got
    });
    (client, task)
}

async fn leaves_from(bytes: Vec<u8>) -> Result<Leaves, Failure> {
    let (client, task) = other_side(vec![bytes]).await;
    let signer = signer();
    let caller = Caller { institute: &INSTITUTE, host: HOST, device: keys().id(), signer: &signer };
    let result = client.leaves(&caller, &[8; 32], NOW).await;
    task.await.unwrap();
    result
}

fn sample() -> Leaves {
    Leaves { dossier: [1; 16], leaves: vec![[2; 32], [3; 32]] }
}

/// A zstd frame of raw or repeated blocks, by hand (RFC 8878): enough to be read, nothing compressed.
fn zstd(blocks: &[(&[u8], Option<u32>)]) -> Vec<u8> {
    let mut bytes = vec![0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58];
    for (place, (data, repeated)) in blocks.iter().enumerate() {
        let last = u32::from(place + 1 == blocks.len());
        let (kind, size) = repeated.map_or((0, u32::try_from(data.len()).unwrap()), |times| (1, times));
        bytes.extend_from_slice(&(last | kind << 1 | size << 3).to_le_bytes()[..3]);
        bytes.extend_from_slice(data);
    }
    bytes
}

#[tokio::test]
async fn a_right_answer_is_read_plain_or_compressed() {
    let body = encode(&sample());
    assert_eq!(leaves_from(answer("200 OK", CBOR, "", &body)).await, Ok(sample()));
    let compressed = answer("200 OK", CBOR, "content-encoding: zstd\r\n", &zstd(&[(&body, None)]));
    assert_eq!(leaves_from(compressed).await, Ok(sample()));
}

#[tokio::test]
async fn what_is_not_a_registry_is_told_apart() {
    let page = b"<!doctype html><title>Wi-Fi</title>";
    let wifi = leaves_from(answer("200 OK", "text/html; charset=utf-8", "", page)).await;
    assert_eq!(wifi, Err(Failure::NotTheRegistry { status: 200 }));
    let broken = leaves_from(answer("500 Internal Server Error", "text/html", "", page)).await;
    assert_eq!(broken, Err(Failure::NotTheRegistry { status: 500 }));
    let untrue = leaves_from(answer("502 Bad Gateway", PROBLEM, "", page)).await;
    assert_eq!(untrue, Err(Failure::NotTheRegistry { status: 502 }));
    let slow = leaves_from(answer("408 Request Timeout", "text/plain", "", b"")).await;
    assert_eq!(slow, Err(Failure::TimedOut));
    let away = leaves_from(answer("302 Found", CBOR, "location: http://elsewhere/\r\n", b"")).await;
    assert_eq!(away, Err(Failure::Redirected));
    for garbage in [&b"\xff\xff\xff"[..], b"", &encode(&sample())[..40]] {
        assert_eq!(leaves_from(answer("200 OK", CBOR, "", garbage)).await, Err(Failure::Unreadable));
    }
}

#[tokio::test]
async fn half_an_answer_is_called_so() {
    let whole = answer("200 OK", CBOR, "", &encode(&sample()));
    let cut = whole[..whole.len() - 7].to_vec();
    assert_eq!(leaves_from(cut).await, Err(Failure::Truncated));
    let squeezed = zstd(&[(&encode(&sample()), None)]);
    let cut = answer("200 OK", CBOR, "content-encoding: zstd\r\n", &squeezed[..squeezed.len() - 7]);
    assert_eq!(leaves_from(cut).await, Err(Failure::Truncated));
    assert_eq!(leaves_from(Vec::new()).await, Err(Failure::Unreachable));
}

#[tokio::test]
async fn more_than_there_can_be_is_not_taken_in() {
    let large = answer("200 OK", CBOR, "", &vec![0; limits::LEAVES + 1]);
    assert_eq!(leaves_from(large).await, Err(Failure::TooLarge));
    // A few bytes that unfold to 12 MiB.
    let bomb = zstd(&[(&b"\0"[..], Some(1 << 17)); 100]);
    let bomb = answer("200 OK", CBOR, "content-encoding: zstd\r\n", &bomb);
    assert_eq!(leaves_from(bomb).await, Err(Failure::TooLarge));
}

#[tokio::test]
async fn the_registrys_own_reasons_are_passed_on() {
    let storage = Problem::new(Code::Storage, NOW.0).to_json();
    let full = leaves_from(answer("507 Insufficient Storage", PROBLEM, "", storage.as_bytes())).await;
    assert_eq!(full, Err(Failure::Refused(Code::Storage)));
    let newer = Problem { code: "moon.full".to_owned(), ..Problem::new(Code::Storage, NOW.0) }.to_json();
    let newer = leaves_from(answer("400 Bad Request", PROBLEM, "", newer.as_bytes())).await;
    assert_eq!(newer, Err(Failure::RefusedOtherwise("moon.full".to_owned())));
}

#[tokio::test]
async fn the_registry_can_check_who_asked_for_what() {
    let missing = encode(&Missing { count: 2, indexes: vec![1] });
    let answers = vec![answer("204 No Content", CBOR, "", b""), answer("200 OK", CBOR, "", &missing)];
    let (client, task) = other_side(answers).await;
    let signer = signer();
    let caller = Caller { institute: &INSTITUTE, host: HOST, device: keys().id(), signer: &signer };
    client.put_chunk(&caller, &[8; 32], 1, vec![6; 1000], NOW).await.unwrap();
    assert_eq!(client.missing(&caller, &[8; 32], NOW).await.unwrap().indexes, [1]);
    let got = task.await.unwrap();
    for (got, (method, path)) in
        got.iter().zip([("PUT", path::chunk(&[8; 32], 1)), ("GET", path::missing(&[8; 32]))])
    {
        assert_eq!(got.line, format!("{method} {path} HTTP/1.1"));
        let asked = Asked { institute: &INSTITUTE, host: HOST, method, path: &path, body: &got.body };
        let authorization = Authorization::parse(&got.headers["authorization"]).unwrap();
        authorization.verify(&asked, &keys(), NOW).unwrap();
    }
    assert_eq!(got[0].body, [6; 1000]);
}

#[tokio::test]
async fn a_clock_a_year_off_costs_one_repetition() {
    let here = NOW.plus(365 * DAY);
    let clock = Problem::new(Code::Clock, NOW.0).to_json();
    let refusal = answer("401 Unauthorized", PROBLEM, "", clock.as_bytes());
    let good = answer("200 OK", CBOR, "", &encode(&sample()));
    let signer = signer();
    let caller = Caller { institute: &INSTITUTE, host: HOST, device: keys().id(), signer: &signer };

    let (client, task) = other_side(vec![refusal.clone(), good]).await;
    assert_eq!(client.leaves(&caller, &[8; 32], here).await, Ok(sample()));
    let times: Vec<_> = task
        .await
        .unwrap()
        .iter()
        .map(|got| Authorization::parse(&got.headers["authorization"]).unwrap().at)
        .collect();
    assert_eq!(times, [here, NOW]);

    let (client, task) = other_side(vec![refusal.clone(), refusal]).await;
    let refused = client.leaves(&caller, &[8; 32], here).await;
    assert_eq!(refused, Err(Failure::Clock { registry: NOW }));
    task.await.unwrap();
}

#[tokio::test]
async fn silence_and_absence_are_not_waited_for() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let client = Client { patience: Duration::from_millis(50), ..Client::new(&address).unwrap() };
    assert_eq!(client.institute().await, Err(Failure::TimedOut));
    drop(listener);
    assert_eq!(Client::new(&address).unwrap().institute().await, Err(Failure::Unreachable));
}

#[test]
fn plain_http_never_leaves_this_computer() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    for address in
        ["http://registry.example.org", "http://10.0.0.1:80", "ftp://localhost", "registry", "", "https://"]
    {
        assert_eq!(Client::new(address).unwrap_err(), Failure::Address, "{address}");
    }
    assert_eq!(Client::new("https://name:word@registry.example.org").unwrap_err(), Failure::Address);
    for address in
        ["https://registry.example.org", "http://127.0.0.1:47320", "http://localhost/", "http://[::1]:1"]
    {
        assert!(Client::new(address).is_ok(), "{address}");
    }
}
