//! The system's file dialogs, which are no part of the page: answered with the keyboard, as a person who knows the path.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::seat::{PATIENCE, Seat};

impl Seat {
    /// Waits for the dialog that asks which file to open, and names one.
    pub async fn open_file(&self, path: &Path) {
        self.answer(path).await;
    }

    /// Waits for the dialog that asks where to save, and names a path that does not exist yet.
    pub async fn save_file(&self, path: &Path) {
        assert!(!path.exists(), "{} would be replaced", path.display());
        self.answer(path).await;
        let begun = Instant::now();
        while !path.exists() {
            assert!(begun.elapsed() < PATIENCE, "nothing was saved at {}", path.display());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn answer(&self, path: &Path) {
        let dialog = self.dialog().await;
        // There is no window manager: nobody else gives the dialog the keyboard.
        self.xdotool(&["windowfocus", "--sync", &dialog]);
        self.xdotool(&["key", "ctrl+l"]);
        tokio::time::sleep(Duration::from_millis(300)).await;
        // Whatever stands there gives way to the path.
        self.xdotool(&["key", "ctrl+a"]);
        self.xdotool(&["type", "--delay", "8", path.to_str().unwrap()]);
        // What the dialog proposes to complete has time to come, and is not what Enter takes.
        tokio::time::sleep(Duration::from_millis(500)).await;
        self.xdotool(&["key", "Return"]);
        let begun = Instant::now();
        while self.dialogs().contains(&dialog) {
            assert!(begun.elapsed() < PATIENCE, "the dialog does not take {}", path.display());
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Number of the window that asks.
    async fn dialog(&self) -> String {
        let begun = Instant::now();
        loop {
            if let Some(found) = self.dialogs().into_iter().next() {
                return found;
            }
            assert!(begun.elapsed() < PATIENCE, "no dialog asks for a file: {}", self.text().await);
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    fn dialogs(&self) -> Vec<String> {
        let shown = self.xdotool(&["search", "--onlyvisible", "--name", "."]);
        let ours = |one: &&str| self.xdotool(&["getwindowname", one]) != "Sceau";
        shown.lines().filter(ours).map(str::to_owned).collect()
    }

    fn xdotool(&self, arguments: &[&str]) -> String {
        let output = Command::new("xdotool").env("DISPLAY", self.display()).args(arguments).output().unwrap();
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }
}
