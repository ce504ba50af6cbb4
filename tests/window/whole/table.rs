//! The table at which three people sit, each at a window of their own, and the registry between them.

use std::fs;
use std::path::PathBuf;

use sceau_tests::registry_process::{Prepared, RegistryProcess, free_port, prepare};

use crate::hands::Hands;
use crate::lens::settings;
use crate::seat::{Seat, spot};

pub const CHAIR: &str = "Antoine Lefort";
pub const SECRETARIAT: &str = "Hélène Roy";
pub const MEMBER: &str = "Nadia Belkacem";
/// What the board decides about.
pub const SOLUTION: &str = "LombaRythme";

/// Everything lies in one folder that is thrown away.
pub struct Table {
    place: tempfile::TempDir,
    /// What founding takes.
    pub prepared: Prepared,
    registry: Option<RegistryProcess>,
    /// The founder, who leads the board.
    pub chair: Seat,
    /// The secretariat, once it is there.
    pub secretariat: Seat,
    /// A member for a patients' association.
    pub member: Seat,
}

impl Table {
    /// A registry that nobody uses yet, and three programs that were never started before.
    pub async fn bare(language: &str, hands: Hands) -> Self {
        let place = tempfile::tempdir().unwrap();
        let folder = |name: &str| place.path().join(name);
        let prepared = prepare(&folder("registry"), free_port().unwrap()).unwrap();
        let registry = RegistryProcess::start(&folder("registry"), &folder("registry.log")).unwrap();
        let seat = async |name: &str| {
            fs::create_dir_all(folder(name)).unwrap();
            fs::write(folder(name).join("settings.toml"), settings(language, "light")).unwrap();
            Seat::at(&folder(name), &folder(&format!("home-{name}"))).await.with(hands)
        };
        let (chair, secretariat, member) =
            (seat("chair").await, seat("secretariat").await, seat("member").await);
        Self { place, prepared, registry: Some(registry), chair, secretariat, member }
    }

    /// A path in the folder of this test.
    pub fn path(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// Takes the network away from everybody.
    pub fn disconnect(&mut self) {
        self.registry = None;
    }

    /// Brings it back.
    pub fn connect(&mut self) {
        let log = self.path("registry-again.log");
        self.registry = Some(RegistryProcess::start(&self.path("registry"), &log).unwrap());
    }

    /// Where the public asks.
    pub fn public(&self) -> &str {
        &self.registry.as_ref().unwrap().url
    }

    /// Closes the chair's window and starts the program again on the same desk.
    pub async fn restart_chair(self, passphrase: &str) -> Self {
        let Self { place, prepared, registry, chair, secretariat, member } = self;
        let hands = chair.hands;
        chair.close().await;
        let chair = Seat::at(&place.path().join("chair"), &place.path().join("home-chair")).await.with(hands);
        chair.unlock(passphrase).await;
        Self { place, prepared, registry, chair, secretariat, member }
    }

    /// What one of them did reaches the others.
    pub async fn pass(&self, from: &Seat) {
        from.exchange().await;
        for seat in [&self.chair, &self.secretariat, &self.member] {
            seat.exchange().await;
        }
    }

    pub async fn close(self) {
        for seat in [self.chair, self.secretariat, self.member] {
            seat.close().await;
        }
    }
}

/// Goes to a place of the sidebar.
pub async fn go(seat: &Seat, place: &str) {
    seat.click(&spot(&format!("nav-{place}"))).await;
}

/// Goes to the page of the dossier.
pub async fn dossier(seat: &Seat) {
    go(seat, "dossiers").await;
    seat.click("[data-testid^=open-dossier-]").await;
    seat.spot("dossier-title").await;
}
