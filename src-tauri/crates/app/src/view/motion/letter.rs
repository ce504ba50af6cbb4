//! What the letter to the publisher says after a decision that grants nothing.

use sceau_domain::id::DossierId;
use serde::{Deserialize, Serialize};

use super::Point;
use crate::desk::Desk;
use crate::dossier::class_of;
use crate::error::Result;
use crate::view::Text;

/// Somewhere to turn to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct OrientationLine {
    pub code: String,
    pub title: Text,
    pub line: Text,
    pub url: String,
}

/// The facts of the letter; its words are the window's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct LetterFacts {
    pub contact: Option<String>,
    pub label: Text,
    pub institute: String,
    pub appeal_months: u32,
    pub appealed: bool,
    pub orientations: Vec<OrientationLine>,
}

impl Desk {
    /// The facts of the letter: whom it goes to, the time to appeal, and every orientation that the points to improve and
    /// the solution's class call for.
    ///
    /// # Errors
    /// The answers, the grid, the labels or the orientation file are not on this computer.
    pub fn letter_facts(&self, dossier: DossierId, improve: &[Point]) -> Result<LetterFacts> {
        let answers = self.answers(dossier)?;
        let (grid, label) = (self.grid(&answers.grid)?, self.label_rule(&answers.label)?);
        let axes: Vec<&str> = improve
            .iter()
            .filter_map(|point| grid.criterion(&point.criterion))
            .map(|criterion| criterion.axis.as_str())
            .collect();
        let known = self.orientations()?;
        let orientations = known.shown(&axes, class_of(&answers)).map(|one| OrientationLine {
            code: one.code.clone(),
            title: Text::from(&one.title),
            line: Text::from(&one.line),
            url: one.url.clone(),
        });
        Ok(LetterFacts {
            orientations: orientations.collect(),
            contact: answers.about.email,
            label: Text::from(&label.name),
            institute: self.institute_name().to_owned(),
            appeal_months: label.appeal_months,
            appealed: self.dossier(dossier)?.recourse.appeals > 0,
        })
    }
}
