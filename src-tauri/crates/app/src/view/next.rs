//! What to read next: where fewest sheets are in first. The order is shown, never why.

use sceau_domain::assignment::{Waiting, next_least_covered};

use super::desk::{DossierName, Task, TaskKind};
use crate::desk::Desk;
use crate::error::Result;

impl Desk {
    /// My open reviews in the order that serves the board best; nothing where there is no choice, or while the registry
    /// has not been asked.
    pub(crate) fn next_to_read(&self, tasks: &[Task]) -> Result<Vec<DossierName>> {
        let ranks = self.covered()?;
        let mut waiting = Vec::new();
        for task in tasks.iter().filter(|task| task.kind == TaskKind::Review) {
            let dossier = super::dossier_id(&task.dossier)?;
            if let (Some(rank), Some(card)) = (ranks.get(&dossier), self.card_of(dossier)?) {
                let deadline = task.deadline.unwrap_or(u64::MAX);
                waiting.push(Waiting { submitted: *rank, deadline, number: card.number, dossier });
            }
        }
        if waiting.len() < 2 {
            return Ok(Vec::new());
        }
        next_least_covered(&mut waiting);
        let named = |one: Waiting| {
            let id = one.dossier.to_string();
            let task = tasks.iter().find(|task| task.dossier == id)?;
            Some(DossierName { dossier: id, solution: task.solution.clone() })
        };
        Ok(waiting.into_iter().filter_map(named).collect())
    }
}
