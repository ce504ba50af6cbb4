//! Settings of the device. They lie outside the encrypted database: the lock screen needs them too.

use serde::{Deserialize, Serialize};

/// Language of the screens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// As the system.
    #[default]
    System,
    /// French.
    Fr,
    /// English.
    En,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How much fits on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Density {
    /// For those who work here for hours.
    Dense,
    /// Larger targets.
    Comfortable,
}

/// Code of the patients' college in every set of bylaws that this product brings.
const PATIENTS: &str = "patients";

impl Density {
    /// What the screens start with for a member of a college, until that person chooses: patient associations read
    /// a dossier now and then, the others work here for hours.
    #[must_use]
    pub fn suggested(college: &str) -> Self {
        if college == PATIENTS { Self::Comfortable } else { Self::Dense }
    }
}

/// For whom a guided tour is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Visitor {
    /// Who scores dossiers.
    Reviewer,
    /// Who scores them for a patient association.
    Patient,
    /// Who keeps dossiers and people.
    Secretariat,
    /// Who leads the board.
    Chair,
    /// Who holds a share of the board's key.
    Officer,
}

/// Where a guided tour was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TourPlace {
    /// Whose tour.
    pub who: Visitor,
    /// Its step, from 0.
    pub step: u8,
}

/// Widths of the outer panes of the review desk, in pixels of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panes {
    /// The evidence.
    pub list: u16,
    /// The criterion.
    pub panel: u16,
}

/// How large the window may show everything, per cent.
pub const SIZES: [u16; 11] = [50, 75, 90, 100, 115, 130, 150, 175, 200, 250, 300];

/// Settings of the device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language of the screens.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// `None`: as the person's college suggests.
    pub density: Option<Density>,
    /// Shortcuts of one letter.
    pub letter_keys: bool,
    /// How much larger the window shows everything, per cent: one of [`SIZES`].
    pub text_size: u16,
    /// Minutes without a key or a pointer before the desk locks; 0: never.
    pub idle_minutes: u16,
    /// `None`: the guided tour was neither begun nor declined.
    pub tour: Option<TourPlace>,
    /// `None`: as the screen wants them.
    pub panes: Option<Panes>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::System,
            theme: Theme::System,
            density: None,
            letter_keys: true,
            text_size: 100,
            idle_minutes: 10,
            tour: None,
            panes: None,
        }
    }
}

impl Settings {
    /// Brings values that no screen offers back among those that one does.
    #[must_use]
    pub fn in_range(mut self) -> Self {
        self.text_size = SIZES.into_iter().min_by_key(|size| self.text_size.abs_diff(*size)).unwrap_or(100);
        self.idle_minutes = self.idle_minutes.min(24 * 60);
        // What the splitters of the desk offer.
        self.panes = self
            .panes
            .map(|Panes { list, panel }| Panes { list: list.clamp(180, 360), panel: panel.clamp(320, 560) });
        self
    }
}
