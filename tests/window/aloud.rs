//! Reading aloud, heard: the system's own speech service with a real voice, into a sound card that only records.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::board::Board;
use crate::programs::{Process, on_path, play};
use crate::scoring::open_dossier;
use crate::seat::{PATIENCE, Seat, spot};

const REVIEWER: &str = "claire-aubert";
/// Samples a second of what is recorded.
const RATE: usize = 22_050;
/// Loudness (root mean square of a sample) above which somebody speaks, and below which nobody does.
const SPEAKS: f64 = 300.0;
const SILENT: f64 = 20.0;

/// What is missing for a voice, if anything is.
fn mute() -> Option<&'static str> {
    let programs = ["pulseaudio", "parec", "speech-dispatcher", "espeak-ng"];
    programs.into_iter().find(|name| !on_path(name))
}

/// A voice and an ear, of one session.
struct Voice {
    runtime: PathBuf,
    home: PathBuf,
    _speech: Process,
    _sound: Process,
}

impl Voice {
    /// Starts both in the folders that a [`Seat`] with this home will have; `None` where a sound service does not run.
    async fn start(home: &Path) -> Option<Self> {
        let runtime = home.join("runtime");
        fs::create_dir_all(&runtime).unwrap();
        fs::set_permissions(&runtime, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
        let log = |name: &str| fs::File::create(home.join(name)).unwrap();
        let of_session = |program: &str| {
            let mut command = Command::new(program);
            command.env("HOME", home).env("XDG_RUNTIME_DIR", &runtime).env_remove("PULSE_SERVER");
            command.stdin(Stdio::null()).stdout(Stdio::null());
            command
        };
        let sound = of_session("pulseaudio")
            .args(["-n", "--daemonize=no", "--exit-idle-time=-1"])
            .args(["-L", "module-null-sink sink_name=ear", "-L", "module-native-protocol-unix"])
            .stderr(log("sound.log"))
            .spawn()
            .unwrap();
        let sound = Process(sound);
        if !appeared(&runtime.join("pulse/native")).await {
            return None;
        }
        let speech = of_session("speech-dispatcher")
            .args(["--run-single", "--timeout", "0", "--log-dir"])
            .arg(home)
            .stderr(log("speech.log"))
            .spawn()
            .unwrap();
        let speech = Process(speech);
        assert!(appeared(&runtime.join("speech-dispatcher/speechd.sock")).await, "no speech service");
        Some(Self { runtime, home: home.to_path_buf(), _speech: speech, _sound: sound })
    }

    /// Listens for some seconds; the loudness of each half of a second.
    async fn hear(&self, seconds: usize) -> Vec<f64> {
        let mut ear = Command::new("parec")
            .args(["--device=ear.monitor", "--raw", "--format=s16le", "--channels=1"])
            .arg(format!("--rate={RATE}"))
            .env("HOME", &self.home)
            .env("XDG_RUNTIME_DIR", &self.runtime)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut out = ear.stdout.take().unwrap();
        let ear = Process(ear);
        let heard = tokio::task::spawn_blocking(move || {
            let mut bytes = vec![0; RATE * 2 * seconds];
            out.read_exact(&mut bytes).map(|()| bytes)
        });
        let bytes = tokio::time::timeout(PATIENCE, heard).await.expect("sound comes").unwrap().unwrap();
        drop(ear);
        bytes.chunks_exact(RATE).map(loudness).collect()
    }
}

/// Waits for a service to open its socket.
async fn appeared(path: &Path) -> bool {
    let begun = Instant::now();
    while !path.exists() && begun.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    path.exists()
}

fn loudness(bytes: &[u8]) -> f64 {
    let samples = bytes.chunks_exact(2).map(|two| f64::from(i16::from_le_bytes([two[0], two[1]])));
    let (count, sum) = samples.fold((0.0, 0.0), |(count, sum), one| (count + 1.0, sum + one * one));
    (sum / count).sqrt()
}

#[test]
fn evidence_is_read_aloud_sentence_by_sentence_until_it_is_stopped() {
    if let Some(missing) = mute() {
        println!("skipped: {missing} is missing");
        return;
    }
    play(Duration::from_secs(420), || async {
        let board = Board::with(&[REVIEWER]);
        let home = board.folder("home");
        let Some(voice) = Voice::start(&home).await else {
            println!("skipped: no sound service runs here");
            return;
        };
        let seat = Seat::at(&board.desk(REVIEWER), &home).await;
        seat.unlock(&board.passphrase(REVIEWER)).await;
        open_dossier(&seat).await;
        seat.see("[data-testid=text-1] span").await;
        assert!(voice.hear(1).await.iter().all(|one| *one < SILENT), "nobody speaks unasked");

        seat.click(&spot("tool-aloud")).await;
        seat.see("[data-testid=tool-aloud][aria-pressed=true]").await;
        seat.until("the sentence that is read is marked", "return document.getSelection().toString() !== ''")
            .await;
        let first = seat.ask(MARKED, vec![]).await;
        let heard = voice.hear(6).await;
        assert!(heard.iter().filter(|one| **one > SPEAKS).count() >= 4, "a voice is heard: {heard:?}");
        let on = format!("return document.getSelection().toString() !== {first}");
        seat.until("the next sentence is marked when its turn comes", &on).await;

        seat.click(&spot("tool-aloud")).await;
        seat.see("[data-testid=tool-aloud][aria-pressed=false]").await;
        let heard = voice.hear(5).await;
        assert!(
            heard.iter().skip(4).all(|one| *one < SILENT),
            "the voice stops when it is told to: {heard:?}"
        );
        seat.close().await;
    });
}

/// What is marked, as a string of the page's language.
const MARKED: &str = "return document.getSelection().toString()";
