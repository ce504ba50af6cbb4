//! A small board with every role, founded once, and copied for each world that tells its story: the same people, keys,
//! clock and randomness everywhere, so that only what a secret says can differ.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use sceau_app::desk::Desk;
use sceau_app::dossier::Reception;
use sceau_app::error::AppError;
use sceau_app::intake::{Limits, read};
use sceau_domain::action::ActionKind;
use sceau_domain::id::DossierId;
use sceau_ledger::payload::sealed::Examined;
use sceau_store::folder::Folder;
use sceau_store::key::DatabaseKey;
use sceau_store::store::Store;
use sceau_tests::board::{Board, Person};
use sceau_tests::cast::{Campaign, Entry, Institute, Names, Roster, RoundRules};
use sceau_tests::enrolment::{Computers, enrol_board};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tracing::Dispatch;
use tracing_subscriber::EnvFilter;

use crate::wire::{Clock, Wired, environment, listener, prepare};

/// 22 November 2026, 10:00 UTC.
const START: u64 = 1_795_341_600_000;

/// Every role of the board, and who sits there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seat {
    Chair,
    ViceChair,
    Officer,
    /// The reviewer whose sheet, notes and ballot are the secrets.
    Author,
    /// Another reviewer of the same dossier, whose declared link the chair let stand.
    Peer,
    /// Declared nothing, reviews nothing, votes.
    Unassigned,
    /// Declared a link and was kept out.
    Recused,
    /// Sits for patients and reviews.
    Patient,
    Examiner,
    Secretariat,
}

/// Seat, name, college, roles: in the order of the roster.
const CAST: [(Seat, &str, Option<&str>, &[&str]); 10] = [
    (Seat::Chair, "Camille Aubry", Some("clinicians"), &["reviewer", "chair"]),
    (Seat::ViceChair, "Vincent Dorel", Some("academics"), &["reviewer", "vice-chair"]),
    (Seat::Officer, "Odile Ferrand", Some("institutions"), &["reviewer"]),
    (Seat::Author, "Aline Garnier", Some("clinicians"), &["reviewer"]),
    (Seat::Peer, "Pascal Hubert", Some("academics"), &["reviewer"]),
    (Seat::Unassigned, "Ugo Imbert", Some("clinicians"), &["reviewer"]),
    (Seat::Recused, "Renée Jolivet", Some("clinicians"), &["reviewer"]),
    (Seat::Patient, "Paul Kermarec", Some("patients"), &["reviewer"]),
    (Seat::Examiner, "Estelle Lannes", Some("institutions"), &["reviewer", "examiner"]),
    (Seat::Secretariat, "Sylvie Moreau", None, &["secretariat"]),
];

/// Everything that one vote needs, for nine seats.
const BYLAWS: &str = r#"
format = "sceau-bylaws/1"
id = "essai"
version = "1"
seats = 9
secret = false
method = "ladder"
ladder = ["grant", "grant-with-reservations", "defer", "refuse"]
college = [
  { code = "clinicians", seats = 4 }, { code = "academics", seats = 2 },
  { code = "institutions", seats = 2 }, { code = "patients", seats = 1 } ]
[quorum]
base = "members"
at_least = "3"
present_by = ["ballot"]
[second_convocation]
allowed = false
at_least = "2"
[majority]
rule = "simple"
"#;

impl Seat {
    /// Who sits in no other seat.
    pub fn all() -> impl Iterator<Item = Self> {
        CAST.iter().map(|(seat, ..)| *seat)
    }

    fn name(self) -> &'static str {
        CAST.iter().find(|(seat, ..)| *seat == self).map_or("", |(_, name, ..)| name)
    }
}

fn entry((_, name, college, roles): &(Seat, &str, Option<&str>, &[&str])) -> Entry {
    Entry {
        name: (*name).to_owned(),
        title: None,
        college: college.map(str::to_owned),
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        email: None,
        affiliation: None,
        max_load: None,
    }
}

fn key() -> DatabaseKey {
    DatabaseKey::from_bytes([7; 32])
}

/// What programs of this world wrote to their logs.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A runtime all of whose threads write to these lines: whatever the programs say at any level, without its hour.
fn runtime(lines: &Lines) -> (Runtime, Dispatch) {
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(
            "off,sceau_app=trace,sceau_sync=trace,sceau_store=trace,sceau_ledger=trace,sceau_registry=trace",
        ))
        .without_time()
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let dispatch = Dispatch::new(subscriber);
    let on_each = dispatch.clone();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        // The guard is kept for as long as the thread lives, and goes with it.
        .on_thread_start(move || std::mem::forget(tracing::dispatcher::set_default(&on_each)))
        .build()
        .unwrap();
    (runtime, dispatch)
}

/// Founded once, for every world.
pub fn ground() -> &'static Founded {
    static GROUND: LazyLock<(TempDir, Founded)> = LazyLock::new(|| {
        // The HTTP client wants a provider of TLS before it is made, also where no line is encrypted.
        let _installed = rustls::crypto::ring::default_provider().install_default();
        // Ten encrypted databases in each world wait for the disk at every act, unless the disk is memory.
        let memory = Path::new("/dev/shm");
        let place = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        let place = place.unwrap();
        let founded = Founded::make(place.path());
        (place, founded)
    });
    &GROUND.1
}

/// A founded board with one dossier in hand, closed on the disk.
pub struct Founded {
    root: PathBuf,
    people: Vec<(Entry, sceau_domain::id::MemberId)>,
    pub dossier: DossierId,
    pub bylaws: [u8; 32],
}

impl Founded {
    /// Founds the board below a folder, and receives and examines a dossier of the demonstration.
    fn make(root: &Path) -> Self {
        let lines = Lines::default();
        let (runtime, dispatch) = runtime(&lines);
        let _says = tracing::dispatcher::set_default(&dispatch);
        let place = root.join("founded");
        let clock: Clock = Arc::new(AtomicU64::new(START));
        let (board, dossier, bylaws) = runtime.block_on(async {
            let listener = listener();
            let prepared = prepare(&place.join("registry"), &listener, &clock);
            let _wired = Wired::start(&place.join("registry"), listener, &clock);
            let roster = Roster { member: CAST.iter().map(entry).collect() };
            let campaign = Campaign {
                institute: Institute { name: Names { fr: "Institut d’essai".to_owned() }, founded: None },
                bylaws: String::new(),
                secretariat: Seat::Secretariat.name().to_owned(),
                reviewer: Seat::Author.name().to_owned(),
                officers: CAST.iter().take(3).map(|(_, name, ..)| (*name).to_owned()).collect(),
                threshold: 2,
                round: RoundRules { minimum_sheets: 2, deadline_days: 7, assigned: 3 },
                dossier: Vec::new(),
            };
            let computers = Computers {
                key_for: &|_, _| Ok(key()),
                environment_for: &|entry: &Entry| environment(&clock, &entry.name),
            };
            let board = enrol_board(&place, &roster, &campaign, &prepared, &computers).await.unwrap();
            seal(&board);
            let (dossier, bylaws) = receive(&board);
            board.sync_all().await.unwrap();
            board.sync_all().await.unwrap();
            (board, dossier, bylaws)
        });
        let mut people = Vec::new();
        for person in board.people {
            let desk = person.desk.into_inner().unwrap_or_else(PoisonError::into_inner);
            desk.close().unwrap();
            people.push((person.entry, person.member));
        }
        Self { root: place, people, dossier, bylaws }
    }

    /// A world of its own that begins here.
    pub fn world(&self, name: &str) -> World {
        let place = &self.root.with_file_name(name);
        copy(&self.root, place);
        let lines = Lines::default();
        let (runtime, dispatch) = runtime(&lines);
        let clock: Clock = Arc::new(AtomicU64::new(START + 3_600_000));
        let says = tracing::dispatcher::set_default(&dispatch);
        let wired = {
            let _inside = runtime.enter();
            Wired::start(&place.join("registry"), listener(), &clock)
        };
        let mut board = Board::default();
        for (entry, member) in &self.people {
            let folder = sceau_tests::board::desk_folder(place, entry);
            let store = Store::open(&Folder::new(&folder), &key()).unwrap();
            // The charter names the address at which the board was founded: another one serves this copy of it.
            let address = format!("http://127.0.0.1:{}", wired.port);
            store.write(|write| write.put_setting("registry-address", &address)).unwrap();
            let seeded = environment(&clock, &format!("{}, afterwards", entry.name));
            let desk = Mutex::new(Desk::open(seeded, store).unwrap());
            let (entry, member) = (entry.clone(), *member);
            board.people.push(Person { entry, member, folder, key: key(), desk });
        }
        drop(says);
        let root = place.clone();
        World {
            root,
            board,
            wired,
            clock,
            lines,
            runtime,
            dispatch,
            dossier: self.dossier,
            bylaws: self.bylaws,
        }
    }
}

/// One world: ten desks and a registry.
pub struct World {
    /// Where its desks and its registry lie.
    pub root: PathBuf,
    pub board: Board,
    pub wired: Wired,
    pub clock: Clock,
    lines: Lines,
    runtime: Runtime,
    dispatch: Dispatch,
    pub dossier: DossierId,
    pub bylaws: [u8; 32],
}

impl World {
    /// Who sits in a seat.
    pub fn at(&self, seat: Seat) -> &Person {
        self.board.person(seat.name()).unwrap()
    }

    /// Everybody by seat.
    pub fn seats(&self) -> BTreeMap<Seat, &Person> {
        Seat::all().map(|seat| (seat, self.at(seat))).collect()
    }

    /// Does something at a desk, and sends it.
    pub fn act<T>(&self, seat: Seat, act: impl FnOnce(&mut Desk) -> Result<T, AppError>) -> T {
        self.speaking(|| {
            let person = self.at(seat);
            let done = act(&mut person.desk()).unwrap_or_else(|error| panic!("{seat:?}: {error}"));
            self.runtime.block_on(person.sync()).unwrap();
            self.clock.fetch_add(60_000, std::sync::atomic::Ordering::Relaxed);
            done
        })
    }

    /// Everybody exchanges with the registry.
    pub fn exchange(&self) {
        self.exchange_but(&[]);
    }

    /// Everybody but some exchanges with the registry.
    pub fn exchange_but(&self, absent: &[Seat]) {
        self.speaking(|| {
            for (seat, person) in self.seats() {
                if !absent.contains(&seat) {
                    let exchange = self.runtime.block_on(person.sync()).unwrap();
                    person.desk().keep_receipt(&exchange).unwrap();
                }
            }
            self.clock.fetch_add(60_000, std::sync::atomic::Ordering::Relaxed);
        });
    }

    /// One exchange that may fail.
    pub fn try_sync(&self, seat: Seat) -> sceau_tests::board::Result<()> {
        self.runtime.block_on(self.at(seat).sync()).map(drop)
    }

    /// Runs something whose log lines belong to this world.
    pub fn speaking<T>(&self, work: impl FnOnce() -> T) -> T {
        let _says = tracing::dispatcher::set_default(&self.dispatch);
        work()
    }

    /// Waits for something that needs the registry.
    pub fn wait_for<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// What anybody can fetch about a label, and about one that does not exist.
    pub fn public_pages(&self) -> serde_json::Value {
        let label = ["/fr/labels/2026-001", "/fr/labels/2026-001/opinion", "/labels/2026-001.json"];
        let pages = ["/fr/", "/en/", "/fr/verify"].into_iter().chain(label);
        self.wait_for(async {
            let mut answers = Vec::new();
            for page in pages {
                let at = format!("http://127.0.0.1:{}{page}", self.wired.port);
                let answer = reqwest::get(at).await.unwrap();
                answers.push(serde_json::json!([
                    page,
                    answer.status().as_u16(),
                    answer.text().await.unwrap()
                ]));
            }
            answers.into()
        })
    }

    /// What was logged since the last time, by desks and registry.
    pub fn said(&self) -> Vec<String> {
        let said = std::mem::take(&mut *self.lines.0.lock().unwrap_or_else(PoisonError::into_inner));
        String::from_utf8_lossy(&said).lines().map(str::to_owned).collect()
    }
}

fn seal(board: &Board) {
    let at = |seat: Seat| board.person(seat.name()).unwrap();
    let request = at(Seat::Secretariat).desk().request_seal().unwrap();
    let (certificate, authority) = at(Seat::Chair).desk().issue_seal(&request).unwrap();
    at(Seat::Secretariat).desk().take_seal(&certificate, &authority).unwrap();
}

fn receive(board: &Board) -> (DossierId, [u8; 32]) {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("assets");
    let text = |path: &str| std::fs::read_to_string(assets.join(path)).unwrap();
    let mut desk = board.person(Seat::Secretariat.name()).unwrap().desk();
    let grid = desk.publish_rules(ActionKind::Grid, &text("grids/quatre-axes.toml")).unwrap();
    desk.publish_rules(ActionKind::Labels, &text("labels/ines.toml")).unwrap();
    let bylaws = desk.publish_rules(ActionKind::Bylaws, BYLAWS).unwrap();
    let package = read(&assets.join("demo/dossiers/01-oncosuivi"), &Limits::default());
    let how = Reception { grid, number: "2026-001".into(), label: None, demonstration: true };
    let dossier = desk.receive(&package, &how).unwrap();
    let answers = desk.answers(dossier).unwrap().answers;
    let confirmed = answers.into_iter().map(|answer| Examined {
        criterion: answer.criterion,
        status: "confirmed".into(),
        value: None,
        why: String::new(),
        anchors: Vec::new(),
    });
    desk.examine(dossier, confirmed.collect()).unwrap();
    (dossier, bylaws)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
