//! What a screen reader is told: the tree of roles and names that the window gives to the accessibility bus (AT-SPI), read
//! as a screen reader reads it.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use zbus::Connection;
use zbus::zvariant::{OwnedObjectPath, OwnedValue};

use crate::programs::Process;
use crate::seat::PATIENCE;

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
const TEXT: &str = "org.a11y.atspi.Text";
/// Where Debian describes the service that brings the accessibility bus.
const SERVICE: &str = "/usr/share/dbus-1/services/org.a11y.Bus.service";

/// The numbers that AT-SPI gives to the roles which a page has.
const ROLES: [(u32, &str); 48] = [
    (2, "alert"),
    (7, "check box"),
    (10, "column header"),
    (11, "combo box"),
    (14, "desktop frame"),
    (16, "dialog"),
    (20, "filler"),
    (23, "frame"),
    (27, "image"),
    (28, "internal frame"),
    (29, "label"),
    (31, "list"),
    (32, "list item"),
    (33, "menu"),
    (35, "menu item"),
    (37, "page tab"),
    (38, "page tab list"),
    (39, "panel"),
    (40, "password text"),
    (42, "progress bar"),
    (43, "button"),
    (44, "radio button"),
    (47, "row header"),
    (49, "scroll pane"),
    (50, "separator"),
    (51, "slider"),
    (54, "status bar"),
    (55, "table"),
    (56, "table cell"),
    (61, "text"),
    (62, "toggle button"),
    (71, "header"),
    (72, "footer"),
    (73, "paragraph"),
    (75, "application"),
    (79, "entry"),
    (83, "heading"),
    (85, "section"),
    (86, "redundant object"),
    (87, "form"),
    (88, "link"),
    (90, "table row"),
    (95, "document web"),
    (98, "list box"),
    (99, "grouping"),
    (101, "notification"),
    (110, "landmark"),
    (116, "static"),
];

/// What is missing for hearing, if anything is.
pub fn deaf() -> Option<&'static str> {
    (!Path::new(SERVICE).exists()).then_some("at-spi2-core")
}

/// A session bus on which nothing but accessibility can be started: no keyring, no portal.
pub struct Bus {
    _daemon: Process,
    /// As `DBUS_SESSION_BUS_ADDRESS` names it.
    pub address: String,
}

impl Bus {
    /// Starts one whose services see a display and a throw-away home.
    pub fn start(home: &Path, display: &str) -> Self {
        let services = home.join("services");
        fs::create_dir_all(&services).unwrap();
        fs::copy(SERVICE, services.join("org.a11y.Bus.service")).unwrap();
        let configuration = home.join("bus.conf");
        let text = format!(
            "<busconfig><type>session</type><listen>unix:dir={}</listen><servicedir>{}</servicedir>\
             <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
             <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>",
            home.join("runtime").display(),
            services.display(),
        );
        fs::write(&configuration, text).unwrap();
        let mut daemon = Command::new("dbus-daemon")
            .arg("--config-file")
            .arg(&configuration)
            .args(["--nofork", "--print-address"])
            .env("DISPLAY", display)
            .env("HOME", home)
            .env("XDG_RUNTIME_DIR", home.join("runtime"))
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(fs::File::create(home.join("bus.log")).unwrap())
            .spawn()
            .unwrap();
        let stdout = daemon.stdout.take().unwrap();
        let daemon = Process(daemon);
        let mut address = String::new();
        BufReader::new(stdout).read_line(&mut address).unwrap();
        assert!(!address.trim().is_empty(), "no session bus");
        Self { _daemon: daemon, address: address.trim().to_owned() }
    }

    /// Says that somebody listens, as a screen reader does when it starts, and answers the accessibility bus.
    pub async fn listen(&self) -> Listener {
        let session =
            zbus::connection::Builder::address(self.address.as_str()).unwrap().build().await.unwrap();
        let place = Some("org.a11y.Bus");
        for property in ["IsEnabled", "ScreenReaderEnabled"] {
            let set = ("org.a11y.Status", property, zbus::zvariant::Value::from(true));
            let properties = Some("org.freedesktop.DBus.Properties");
            session.call_method(place, "/org/a11y/bus", properties, "Set", &set).await.unwrap();
        }
        let answer = session
            .call_method(place, "/org/a11y/bus", Some("org.a11y.Bus"), "GetAddress", &())
            .await
            .unwrap();
        let address: String = answer.body().deserialize().unwrap();
        let bus = zbus::connection::Builder::address(address.as_str()).unwrap().build().await.unwrap();
        Listener { bus, _session: session }
    }
}

/// One thing on the accessibility bus: who tells of it, and where it is.
type Thing = (String, OwnedObjectPath);

/// A listener on the accessibility bus.
pub struct Listener {
    bus: Connection,
    _session: Connection,
}

impl Listener {
    /// What is said of the page, a line for each thing, indented under what it lies in; asked until it rests.
    pub async fn page(&self) -> String {
        let begun = Instant::now();
        let mut before = String::new();
        loop {
            let mut lines = Vec::new();
            if let Some(page) = self.document().await {
                self.tell(&page, 0, &mut lines).await;
            }
            let now = lines.join("\n");
            if !now.is_empty() && now == before {
                return now + "\n";
            }
            assert!(begun.elapsed() < PATIENCE, "the page never rests:\n{before}\n---\n{now}");
            before = now;
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
    }

    /// The page in the window: the first thing that is a document of the web.
    async fn document(&self) -> Option<Thing> {
        let root = ("org.a11y.atspi.Registry".to_owned(), path("/org/a11y/atspi/accessible/root"));
        let mut waiting = vec![root];
        while let Some(thing) = waiting.pop() {
            if self.role(&thing).await.starts_with("document web") {
                return Some(thing);
            }
            waiting.extend(self.children(&thing).await);
        }
        None
    }

    async fn tell(&self, thing: &Thing, depth: usize, lines: &mut Vec<String>) {
        let role = self.role(thing).await;
        let children = self.children(thing).await;
        let name = match self.name(thing).await {
            name if name.is_empty() && children.is_empty() => self.text(thing).await,
            name => name,
        };
        // What has neither a meaning nor a name is passed over by a screen reader; what lies in it is not.
        let empty = matches!(role.as_str(), "section" | "panel" | "filler" | "generic" | "redundant object");
        let said = !(empty && name.is_empty());
        if said {
            let state = self.state(thing).await;
            let name = one_line(&name);
            lines.push(format!("{}{role} « {name} »{state}", "  ".repeat(depth)));
            // A page of evidence has a name, and words that are read line by line.
            let words = match children[..] {
                [] => one_line(&self.text(thing).await.replace(EMBEDDED, " ")),
                _ => String::new(),
            };
            if !words.is_empty() && !name.contains(&words) {
                lines.push(format!("{}text « {words} »", "  ".repeat(depth + 1)));
            }
        }
        for child in children {
            Box::pin(self.tell(&child, depth + usize::from(said), lines)).await;
        }
    }

    async fn call<B>(&self, thing: &Thing, interface: &str, method: &str, body: &B) -> Option<zbus::Message>
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
    {
        let (who, place) = thing;
        let asked = self.bus.call_method(Some(who.as_str()), place, Some(interface), method, body);
        // What has gone since it was named has nothing to say.
        tokio::time::timeout(Duration::from_secs(5), asked).await.ok()?.ok()
    }

    async fn children(&self, thing: &Thing) -> Vec<Thing> {
        let answer = self.call(thing, ACCESSIBLE, "GetChildren", &()).await;
        let mut children: Vec<Thing> =
            answer.and_then(|answer| answer.body().deserialize().ok()).unwrap_or_default();
        // The page is told by a process of its own; the window's process names it only when asked for one by one.
        if children.is_empty() {
            let value = self.property(thing, "ChildCount").await;
            for index in 0..value.and_then(|value| i32::try_from(value).ok()).unwrap_or(0) {
                let answer = self.call(thing, ACCESSIBLE, "GetChildAtIndex", &index).await;
                children.extend(answer.and_then(|answer| answer.body().deserialize::<Thing>().ok()));
            }
        }
        children
    }

    async fn property(&self, thing: &Thing, name: &str) -> Option<OwnedValue> {
        let answer = self.call(thing, "org.freedesktop.DBus.Properties", "Get", &(ACCESSIBLE, name)).await;
        answer.and_then(|answer| answer.body().deserialize().ok())
    }

    /// By its number: the page's own process leaves the name of a role empty.
    async fn role(&self, thing: &Thing) -> String {
        let answer = self.call(thing, ACCESSIBLE, "GetRole", &()).await;
        let number: Option<u32> = answer.and_then(|answer| answer.body().deserialize().ok());
        let named = number.and_then(|number| ROLES.iter().find(|(one, _)| *one == number));
        match (named, number) {
            (Some((_, name)), _) => (*name).to_owned(),
            (None, Some(number)) => format!("role {number}"),
            (None, None) => String::new(),
        }
    }

    async fn name(&self, thing: &Thing) -> String {
        let value = self.property(thing, "Name").await;
        value.and_then(|value| String::try_from(value).ok()).unwrap_or_default()
    }

    async fn text(&self, thing: &Thing) -> String {
        let answer = self.call(thing, TEXT, "GetText", &(0_i32, -1_i32)).await;
        answer.and_then(|answer| answer.body().deserialize().ok()).unwrap_or_default()
    }

    /// What is true of a thing beyond its name, as far as a listener would hear it.
    async fn state(&self, thing: &Thing) -> String {
        let answer = self.call(thing, ACCESSIBLE, "GetState", &()).await;
        let words: Vec<u32> = answer.and_then(|answer| answer.body().deserialize().ok()).unwrap_or_default();
        let has = |bit: usize| words.get(bit / 32).is_some_and(|word| (word >> (bit % 32)) & 1 == 1);
        let answer = self.call(thing, ACCESSIBLE, "GetAttributes", &()).await;
        let attributes: HashMap<String, String> =
            answer.and_then(|answer| answer.body().deserialize().ok()).unwrap_or_default();
        // Numbers of AT-SPI's states.
        let states = [(4, "checked"), (10, "expanded"), (23, "selected"), (33, "required"), (36, "invalid")];
        let mut said: Vec<String> =
            states.iter().filter(|(bit, _)| has(*bit)).map(|(_, word)| (*word).to_owned()).collect();
        for name in ["current", "level"] {
            said.extend(attributes.get(name).map(|value| format!("{name}={value}")));
        }
        if said.is_empty() { String::new() } else { format!(" [{}]", said.join(", ")) }
    }
}

/// Stands in a text for a thing that lies in it and is told by itself.
const EMBEDDED: char = '\u{fffc}';

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn path(text: &str) -> OwnedObjectPath {
    OwnedObjectPath::try_from(text).unwrap()
}
