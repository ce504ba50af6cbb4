use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use sceau_domain::action::Action;
use sceau_domain::moment::Moment;
use sceau_domain::role::Role;
use sceau_ledger::request::{Asked, Authorization};
use sceau_ledger::tree::sha256;
use sceau_protocol::institute::Card;
use sceau_protocol::sync::{SentBatch, SyncAnswer, SyncRequest};
use sceau_protocol::{encode, path};

use crate::world::{Person, accepted, client, empty, founding, read};

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_sceau-registry"))
}

/// Whoever starts a server must end it, also when an assertion fails.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(dir: &Path) -> (Running, String) {
    let mut child = program()
        .args(["serve", "--dir"])
        .arg(dir)
        .env("RUST_LOG", "warn")
        .stdout(Stdio::piped())
        .spawn()
        .expect("starts");
    let stdout = child.stdout.take().expect("piped");
    let running = Running(child);
    let line = BufReader::new(stdout).lines().next().expect("a line").expect("text");
    (running, format!("http://{}", line.strip_prefix("listening ").expect("its address")))
}

#[expect(clippy::disallowed_methods, reason = "the child process reads the real clock, so its caller must")]
fn now() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    u64::try_from(since.as_millis()).expect("before the end of time")
}

#[tokio::test]
async fn what_was_acknowledged_survives_kill_minus_nine() {
    let home = tempfile::tempdir().expect("a folder");
    let dir = home.path().join("registry");
    let made = program()
        .args(["init", "--origin", "registre.example.org/sceau/1", "--url", "http://127.0.0.1:47320"])
        .args(["--listen", "127.0.0.1:0", "--dir"])
        .arg(&dir)
        .output()
        .expect("runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let text = String::from_utf8(made.stdout).expect("text");
    let line =
        |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).expect("printed").to_owned();
    let (card, token) = (Card::parse(&line("card ")).expect("a card"), line("token "));
    let again =
        program().args(["init", "--origin", "h/sceau/1", "--url", "http://h", "--dir"]).arg(&dir).output();
    assert!(!again.expect("runs").status.success(), "a second init must not replace the keys");

    let (mut running, mut url) = start(&dir);
    let client = client();
    let mut founder = Person::new();
    let (institute, asked) = founding(&mut founder, &card, &token);
    let wrong = sceau_protocol::institute::Founding { token: "0".repeat(32), ..asked.clone() };
    let refused =
        client.post(format!("{url}/v1/institute")).body(encode(&wrong)).send().await.expect("answer");
    assert_eq!(refused.status(), 403);
    let founded =
        client.post(format!("{url}/v1/institute")).body(encode(&asked)).send().await.expect("answer");
    assert_eq!(founded.status(), 200);

    let sync = async |url: &str, person: &Person, batches: Vec<SentBatch>| -> SyncAnswer {
        let body = encode(&SyncRequest { batches, ..empty() });
        let host = "registre.example.org";
        let asked = Asked { institute: &institute, host, method: "POST", path: path::SYNC, body: &body };
        let word = Authorization::make(&asked, person.secrets.id(), Moment(now()), &person.secrets.signer);
        let request = client.post(format!("{url}{}", path::SYNC)).header("authorization", word.to_header());
        let response = request.body(body).send().await.expect("an answer");
        assert_eq!(response.status(), 200);
        read(response).await
    };
    let mut acknowledged = Vec::new();
    for round in 0..5 {
        let member = founder.member;
        let role = Action::Role { member, role: Role::Examiner, granted: round % 2 == 0 };
        let batch = founder.act(institute, vec![role]);
        acknowledged.push(sha256(&batch.record));
        accepted(&sync(&url, &founder, vec![batch]).await);
        running.0.kill().expect("killed");
        running.0.wait().expect("gone");
        (running, url) = start(&dir);
        let after = sync(&url, &founder, Vec::new()).await;
        let kept: Vec<[u8; 32]> = after.contents.iter().map(|content| content.batch).collect();
        assert!(acknowledged.iter().all(|batch| kept.contains(batch)), "round {round}");
        assert_eq!(after.entries.len(), acknowledged.len() + 1);
    }
}
