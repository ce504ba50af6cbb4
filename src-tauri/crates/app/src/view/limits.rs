//! What a package may weigh at this desk: a setting of whoever takes dossiers in, within what the records can hold.

use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::intake::Limits;

/// Setting: the limits of intake, as JSON.
const LIMITS: &str = "intake/limits";
/// A megabyte as limits count it.
const MEGABYTE: u64 = 1 << 20;

/// Limits of intake that can be set, in megabytes and files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct IntakeLimits {
    pub file: u64,
    pub package: u64,
    pub count: u64,
}

/// The least that a limit may be.
pub const LEAST: IntakeLimits = IntakeLimits { file: 1, package: 1, count: 1 };

/// The most: no sealed file of a dossier is larger than the records allow, and a package is held in memory while it is
/// in hand.
pub const MOST: IntakeLimits =
    IntakeLimits { file: sceau_ledger::file::MAX_FILE / MEGABYTE, package: 2048, count: 4000 };

/// The limits in force, with what they may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct LimitsView {
    pub now: IntakeLimits,
    pub usual: IntakeLimits,
    pub least: IntakeLimits,
    pub most: IntakeLimits,
}

impl Default for IntakeLimits {
    fn default() -> Self {
        let usual = Limits::default();
        Self {
            file: usual.file_bytes / MEGABYTE,
            package: usual.total_bytes / MEGABYTE,
            count: u64::try_from(usual.files).unwrap_or(MOST.count),
        }
    }
}

impl IntakeLimits {
    /// The limits as reading takes them.
    #[must_use]
    pub fn limits(self) -> Limits {
        Limits {
            files: usize::try_from(self.count).unwrap_or(usize::MAX),
            file_bytes: self.file.saturating_mul(MEGABYTE),
            total_bytes: self.package.saturating_mul(MEGABYTE),
            ..Limits::default()
        }
    }

    fn fits(self) -> bool {
        (LEAST.file..=MOST.file).contains(&self.file)
            && (LEAST.package..=MOST.package).contains(&self.package)
            && (LEAST.count..=MOST.count).contains(&self.count)
            && self.file <= self.package
    }
}

impl Desk {
    /// The limits in force at this desk.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn intake_limits(&self) -> Result<IntakeLimits> {
        let kept = self.store.read(|read| read.setting(LIMITS))?;
        let kept: Option<IntakeLimits> = kept.and_then(|text| serde_json::from_str(&text).ok());
        // What another version of the program kept and this one does not take is as good as nothing.
        Ok(kept.filter(|limits| limits.fits()).unwrap_or_default())
    }

    /// The limits in force, with what they may be.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn intake_limits_view(&self) -> Result<LimitsView> {
        Ok(LimitsView {
            now: self.intake_limits()?,
            usual: IntakeLimits::default(),
            least: LEAST,
            most: MOST,
        })
    }

    /// Sets the limits of this desk.
    ///
    /// # Errors
    /// [`AppError::Limits`] for what they may not be; the disk.
    pub fn keep_intake_limits(&self, limits: IntakeLimits) -> Result<LimitsView> {
        if !limits.fits() {
            return Err(AppError::Limits { file: MOST.file, package: MOST.package, count: MOST.count });
        }
        let text = serde_json::to_string(&limits).map_err(|error| AppError::Input(error.to_string()))?;
        self.store.write(|write| write.put_setting(LIMITS, &text))?;
        self.intake_limits_view()
    }
}
