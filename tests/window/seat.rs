//! A person at the window: sees what is shown, types, presses keys.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use sceau_tests::registry_process::free_port;
use serde_json::{Value, json};

use crate::hands::Hands;
use crate::hearing::Bus;
use crate::programs::{Display, Process, program};

/// How long something may take to show.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A window on a desk. Everything that it may write outside the desk lies in a folder of its own.
pub struct Seat {
    /// The window.
    pub window: Client,
    driver: Process,
    display: Display,
    /// The session bus, where a person listens.
    pub bus: Option<Bus>,
    /// Home folder, temporary folder and all that the system names for a program.
    pub home: PathBuf,
    /// With what the person uses the window.
    pub hands: Hands,
}

impl Seat {
    /// Starts the program on the folder of a desk. `home` is the throw-away home.
    pub async fn at(desk: &Path, home: &Path) -> Self {
        Self::with_file(desk, home, None).await
    }

    /// The same, with a file on the command line.
    pub async fn with_file(desk: &Path, home: &Path, file: Option<&Path>) -> Self {
        let mut arguments = vec!["--data", desk.to_str().unwrap()];
        arguments.extend(file.map(|file| file.to_str().unwrap()));
        Self::started(home, &arguments, false).await
    }

    /// The same, for somebody who listens: what the window tells a screen reader can be asked for.
    pub async fn heard(desk: &Path, home: &Path, file: Option<&Path>) -> Self {
        let mut arguments = vec!["--data", desk.to_str().unwrap()];
        arguments.extend(file.map(|file| file.to_str().unwrap()));
        Self::started(home, &arguments, true).await
    }

    async fn started(home: &Path, arguments: &[&str], heard: bool) -> Self {
        fs::create_dir_all(home).unwrap();
        let display = Display::start(&home.join("display.log"));
        let port = free_port().unwrap();
        let mut driver = Command::new("WebKitWebDriver");
        driver
            .arg(format!("--port={port}"))
            .env("DISPLAY", &display.name)
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("HOME", home)
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(home.join("driver.log")).unwrap());
        for (name, folder) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_RUNTIME_DIR", "runtime"),
            ("TMPDIR", "tmp"),
        ] {
            let folder = home.join(folder);
            fs::create_dir_all(&folder).unwrap();
            #[cfg(unix)]
            fs::set_permissions(&folder, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
            driver.env(name, folder);
        }
        let bus = heard.then(|| Bus::start(home, &display.name));
        match &bus {
            Some(bus) => driver.env("DBUS_SESSION_BUS_ADDRESS", &bus.address),
            // Without a bus there is no keyring: the passphrase is asked for, as on such a machine.
            None => driver.env("DBUS_SESSION_BUS_ADDRESS", "disabled:").env("NO_AT_BRIDGE", "1"),
        };
        let driver = Process(driver.spawn().unwrap());
        let mut wishes = Capabilities::new();
        let browser = json!({ "binary": program("sceau"), "args": arguments });
        wishes.insert("webkitgtk:browserOptions".into(), browser);
        let url = format!("http://127.0.0.1:{port}");
        let begun = Instant::now();
        let window = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(wishes.clone()).connect(&url).await {
                Ok(window) => break window,
                Err(error) if begun.elapsed() > PATIENCE => panic!("no window: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        };
        Self { window, driver, display, bus, home: home.to_path_buf(), hands: Hands::default() }
    }

    /// Name of the display that the window is on.
    pub fn display(&self) -> &str {
        &self.display.name
    }

    /// Number of the program's process: the driver's child.
    pub fn process(&self) -> u32 {
        let parent = format!(" {} ", self.driver.0.id());
        let processes = fs::read_dir("/proc").unwrap().flatten();
        processes
            .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
            .find(|id| {
                // "42 (name) S 41 …": the fourth field is the parent.
                let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
                let rest = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
                rest.get(2..).is_some_and(|rest| rest.starts_with(&parent))
            })
            .expect("the program runs")
    }

    /// Ends the program as a power cut would.
    pub fn kill(self) {
        let id = self.process().to_string();
        assert!(Command::new("kill").args(["-9", &id]).status().unwrap().success());
    }

    /// Closes the window and waits until the program has ended by itself.
    pub async fn close(self) {
        let id = self.process();
        let _ = self.window.close_window().await;
        let begun = Instant::now();
        let runs = || {
            let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
            let leads = stat.rsplit_once(')').is_some_and(|(_, rest)| !rest.starts_with(" Z"));
            // The first thread may be gone while others still hold the desk's lock.
            leads || fs::read_dir(format!("/proc/{id}/task")).is_ok_and(|threads| threads.count() > 1)
        };
        while runs() {
            assert!(begun.elapsed() < PATIENCE, "the program did not end with its window");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits for what a selector names.
    pub async fn see(&self, selector: &str) -> Element {
        match self.window.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await {
            Ok(element) => element,
            Err(error) => panic!("{selector} is not shown ({error}); instead: {}", self.text().await),
        }
    }

    /// Waits for what a test identifier names.
    pub async fn spot(&self, id: &str) -> Element {
        self.see(&spot(id)).await
    }

    /// Whether something is shown now.
    pub async fn shows(&self, selector: &str) -> bool {
        // Asked of the page itself: the driver names elements one by one, and one of them may go meanwhile.
        let shown = "return document.querySelector(arguments[0]) !== null";
        self.ask(shown, vec![selector.into()]).await == true
    }

    /// Waits until something is no longer shown.
    pub async fn gone(&self, selector: &str) {
        let begun = Instant::now();
        while self.shows(selector).await {
            assert!(begun.elapsed() < PATIENCE, "{selector} is still shown: {}", self.text().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Everything that can be read in the window.
    pub async fn text(&self) -> String {
        let text = self.ask("return document.body.innerText", vec![]).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Runs a script in the page.
    pub async fn ask(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.window.execute(script, arguments).await.unwrap_or_else(|error| panic!("{error:?}: {script}"))
    }

    /// Waits until a script answers `true`.
    pub async fn until(&self, what: &str, script: &str) {
        let begun = Instant::now();
        while self.ask(script, vec![]).await != Value::Bool(true) {
            assert!(begun.elapsed() < PATIENCE, "never so: {what}; shown: {}", self.text().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until what a test identifier names has stopped moving, as a person does who aims at it.
    pub async fn still(&self, id: &str) {
        self.spot(id).await;
        let place =
            "const at = document.querySelector(arguments[0])?.getBoundingClientRect(); return [at?.x, at?.y]";
        let mut before = self.ask(place, vec![spot(id).into()]).await;
        let begun = Instant::now();
        loop {
            tokio::time::sleep(Duration::from_millis(300)).await;
            let now = self.ask(place, vec![spot(id).into()]).await;
            if now == before {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{id} does not stand still");
            before = now;
        }
    }

    /// Picks the day that comes after so many others.
    pub async fn pick_day(&self, selector: &str, days: u32) {
        self.see(selector).await;
        self.ask(PICK_DAY, vec![selector.into(), days.into()]).await;
    }

    /// One exchange with the registry, as the button of the receipt does it.
    pub async fn exchange(&self) {
        self.press("Ctrl+Shift+s").await;
        self.click(&spot("sync-now")).await;
        // Two frames later the button is no longer busy, whatever was being exchanged before.
        self.see("[data-testid=sync-now][aria-disabled=false]").await;
        self.see("[data-testid=receipt-head].ok").await;
        self.press("Escape").await;
        self.gone(&spot("receipt")).await;
    }

    /// Presses keys together: `Ctrl+Shift+P`, `Alt+ArrowDown`, `F7`, `a`.
    pub async fn press(&self, keys: &str) {
        let keys: Vec<char> = keys.split('+').map(key).collect();
        let mut actions = KeyActions::new("keyboard".into());
        for value in &keys {
            actions = actions.then(KeyAction::Down { value: *value });
        }
        for value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *value });
        }
        self.window.perform_actions(actions).await.unwrap();
    }

    /// Walks with Tab until a script says that the focus is there.
    pub async fn walk(&self, what: &str, there: &str) {
        for _ in 0..160 {
            if self.ask(there, vec![]).await == true {
                return;
            }
            self.press("Tab").await;
        }
        panic!("Tab never comes to {what}; shown: {}", self.text().await);
    }

    /// Walks with Tab to what a test identifier names.
    pub async fn walk_to(&self, id: &str) {
        self.spot(id).await;
        let there = format!("return document.activeElement?.dataset.testid === '{id}'");
        self.walk(id, &there).await;
    }

    /// Types a text where the focus is, key by key.
    pub async fn write(&self, text: &str) {
        let mut actions = KeyActions::new("keyboard".into());
        for value in text.chars() {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.window.perform_actions(actions).await.unwrap();
    }

    /// Types the passphrase of a locked desk and waits for My desk.
    pub async fn unlock(&self, passphrase: &str) {
        self.enter(passphrase).await;
        self.spot("desk-title").await;
    }

    /// Types the passphrase of a locked desk.
    pub async fn enter(&self, passphrase: &str) {
        self.spot("passphrase").await;
        self.until("the passphrase has the focus", "return document.activeElement?.id === 'passphrase'")
            .await;
        self.write(passphrase).await;
        self.press("Enter").await;
    }
}

/// Selector of a test identifier.
pub fn spot(id: &str) -> String {
    format!("[data-testid=\"{id}\"]")
}

fn key(name: &str) -> char {
    match name {
        "Ctrl" => Key::Control.into(),
        "Alt" => Key::Alt.into(),
        "Shift" => Key::Shift.into(),
        "Enter" => Key::Enter.into(),
        "Escape" => Key::Escape.into(),
        "Tab" => Key::Tab.into(),
        "Backspace" => Key::Backspace.into(),
        "Space" => ' ',
        "ArrowDown" => Key::Down.into(),
        "ArrowUp" => Key::Up.into(),
        "ArrowLeft" => Key::Left.into(),
        "ArrowRight" => Key::Right.into(),
        "Home" => Key::Home.into(),
        "End" => Key::End.into(),
        "F1" => Key::F1.into(),
        "F6" => Key::F6.into(),
        "F7" => Key::F7.into(),
        other => {
            let mut letters = other.chars();
            let letter = letters.next().expect("a key");
            assert!(letters.next().is_none(), "unknown key {other}");
            letter
        }
    }
}

/// What a person picks in the calendar of the field.
const PICK_DAY: &str = "
    const field = document.querySelector(arguments[0])
    field.value = new Date(Date.now() + arguments[1] * 86400000).toISOString().slice(0, 10)
    field.dispatchEvent(new Event('input', { bubbles: true }))";
