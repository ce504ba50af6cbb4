//! The figures of a decision that become public with its label: gathered here, judged by the domain.

use sceau_domain::figures::{Figures, Known, Named};
use sceau_domain::grid::{Sheet as Marked, Words};
use sceau_domain::id::DossierId;
use sceau_domain::refusal::Refusal;

use crate::desk::Desk;
use crate::dossier::class_of;
use crate::error::{AppError, Result};
use crate::opening::{Unreadable, marked};

impl Desk {
    /// What of the decision on record may be published, as of today.
    ///
    /// # Errors
    /// Nothing was decided, or this desk does not hold the dossier's key.
    pub fn figures(&self, dossier: DossierId) -> Result<Figures> {
        let (motion, _) = self.decision_of(dossier)?;
        let terms = &self.motion(motion)?.terms;
        let bylaws = self.bylaws(&terms.bylaws)?;
        let titled = |code: &String| {
            let title = self.college_title(code);
            Named { code: code.clone(), title: Words { fr: title.fr, en: title.en } }
        };
        let colleges: Vec<Named> = bylaws.voting_colleges().map(|college| titled(&college.code)).collect();
        let grid = self.grid_of(dossier)?;
        Ok(Figures::of(&Known {
            decision: &self.count(motion)?.decision,
            recusals: &self.recusals_before_closing(motion)?,
            colleges: &colleges,
            smallest_group: terms.smallest_group.into(),
            class: class_of(&self.answers(dossier)?),
            sheets: &self.last_marks(dossier)?,
            grid: &grid,
        }))
    }

    /// The sheets behind the board's mark, as their reviewers last left them.
    fn last_marks(&self, dossier: DossierId) -> Result<Vec<Marked>> {
        let Some(round) = self.board().opened_round(self.dossier(dossier)?) else { return Ok(Vec::new()) };
        let sheets = self.sheets_since(dossier, round, &self.grid_of(dossier)?)?;
        let mut marks = Vec::new();
        for (member, sheet) in sheets {
            match sheet {
                Ok(sheet) => marks.push(marked(member, &sheet)),
                // Not this sheet's fault: figures without it would be others, and are published once.
                Err(Unreadable::Shares { .. }) => return Err(Refusal::NotOpenYet.into()),
                Err(Unreadable::NotHere) => return Err(AppError::NoKey),
                Err(_) => {}
            }
        }
        Ok(marks)
    }
}
