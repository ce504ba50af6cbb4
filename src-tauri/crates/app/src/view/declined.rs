//! What the letter to the publisher rests on when a dossier was not preselected.

use sceau_certificate::content::Improvement;
use sceau_domain::dossier::{Move, Stage};
use sceau_domain::grid::{MarkKind, shown};
use sceau_domain::id::DossierId;
use sceau_domain::role::Role;
use serde::{Deserialize, Serialize};

use super::motion::{LetterFacts, Point};
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// The mark, its bar, and what would change it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Declined {
    pub letter: LetterFacts,
    pub mark: Option<String>,
    pub bar: Option<String>,
    pub points: Vec<Point>,
}

impl Desk {
    /// The facts of the letter about a dossier that was not preselected; `None` at any other stage, and for whoever does
    /// not write to publishers.
    ///
    /// # Errors
    /// The answers, the grid or the labels are not on this computer.
    pub(crate) fn declined(&self, dossier: DossierId) -> Result<Option<Declined>> {
        let writes = self.board().has_role(self.me()?, Role::Secretariat);
        if !writes || self.stage(dossier)? != Stage::NotPreselected {
            return Ok(None);
        }
        let words = self.step_words(dossier)?.into_iter().rev();
        let words = words.map(|(_, said)| said).find(|said| said.step == Move::Decline.name());
        let read = |text: &String| {
            serde_json::from_str::<Improvement>(text)
                .map(Point::from)
                .map_err(|error| AppError::Input(error.to_string()))
        };
        let points = words.iter().flat_map(|said| &said.improve).map(read).collect::<Result<Vec<_>>>()?;
        let answers = self.answers(dossier)?;
        let (grid, label) = (self.grid(&answers.grid)?, self.label_rule(&answers.label)?);
        let marks = self.marks(dossier)?;
        let mark = label.entry.threshold.as_ref().and_then(|bar| {
            let mark = match bar.mark {
                MarkKind::Declared => marks.declared.ok(),
                MarkKind::Verified => marks.verified.and_then(std::result::Result::ok),
                MarkKind::Board => marks.board.and_then(std::result::Result::ok),
            };
            let exact = mark?.exact?;
            Some(shown(&exact, grid.decimals, std::slice::from_ref(&bar.at_least)))
        });
        let bar = label.entry.threshold.as_ref().map(|bar| shown(&bar.at_least, grid.decimals, &[]));
        Ok(Some(Declined { letter: self.letter_facts(dossier, &points)?, mark, bar, points }))
    }
}
