//! What waits for those who lead dossiers, on their own desk, and the counters of the sidebar.

use std::collections::BTreeMap;

use sceau_domain::action::ActionKind;
use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::permission::leads_board;
use sceau_domain::visibility::{may_follow_dossier, may_read_interests};

use super::desk::{Task, TaskKind};
use crate::desk::Desk;
use crate::error::Result;
use crate::steps::StepKind;

impl Desk {
    /// What this person may do now for a dossier that they lead, a task each.
    pub(crate) fn duties(&self, dossier: DossierId, me: MemberId) -> Result<Vec<Task>> {
        let (Some(card), state) = (self.card_of(dossier)?, self.dossier(dossier)?) else {
            return Ok(Vec::new());
        };
        let mut tasks = Vec::new();
        let mut task = |kind, deadline, count| {
            tasks.push(Task {
                kind,
                dossier: dossier.to_string(),
                solution: card.solution.clone(),
                publisher: card.publisher.clone(),
                deadline,
                progress: None,
                resume: None,
                without_evidence: 0,
                motion: None,
                count,
                round: state.round().map_or(0, |round| round.number),
            });
        };
        let to_judge = self
            .to_judge(dossier, state)
            .filter(|of| may_read_interests(self.board(), me, *of))
            .filter(|of| self.permitted(ActionKind::Recusal, &[dossier.0, of.0]).is_ok())
            .count();
        if to_judge > 0 && !state.is_shut_out(me) {
            task(TaskKind::Judge, None, to_judge);
        }
        if !may_follow_dossier(self.board(), me, dossier) {
            return Ok(tasks);
        }
        let mut late = 0_usize;
        for one in self.late().iter().filter(|one| one.dossier == dossier) {
            late = late.saturating_add(usize::from(self.may_accept(one)?.is_none()));
        }
        if late > 0 {
            task(TaskKind::Late, None, late);
        }
        // Reviewers may be exchanged at any time, which is no task: the first step that a stage calls for is.
        let owed = self.next_steps(dossier)?.into_iter().find(|step| step.kind.is_owed());
        if let Some(step) = owed.filter(|step| step.refusal.is_none()) {
            let deadline = state.round().map(|round| round.deadline.0);
            match step.kind {
                StepKind::Preselect => task(TaskKind::Preselect, None, 0),
                StepKind::Assign => task(TaskKind::Assign, None, 0),
                StepKind::OpenRound => task(TaskKind::OpenRound, None, state.assigned.len()),
                StepKind::CloseIntake => {
                    task(TaskKind::CloseIntake, deadline, state.round().map_or(0, |r| r.sheets.len()));
                }
                StepKind::Decline => task(TaskKind::Decline, None, 0),
                StepKind::Notify => task(TaskKind::Notify, None, 0),
                StepKind::Resume => task(TaskKind::Resume, None, 0),
                StepKind::AcceptAppeal => task(TaskKind::Appeal, None, 0),
                StepKind::ReExamine => task(TaskKind::ReExamine, None, 0),
                StepKind::Admit => task(TaskKind::Admit, None, 0),
                StepKind::Lapse => task(TaskKind::Lapse, None, 0),
                StepKind::Close => task(TaskKind::Close, None, 0),
                StepKind::Rescore
                | StepKind::Recall
                | StepKind::ReTable
                | StepKind::WaiveEntry
                | StepKind::ReturnToBoard
                | StepKind::Withdraw
                | StepKind::Appeal
                | StepKind::DismissAppeal => {}
            }
        }
        Ok(tasks)
    }

    /// How much waits behind each item of the sidebar, by the name of its screen; an item of which nothing is to be
    /// counted for this person is absent.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn counters(&self) -> Result<BTreeMap<String, usize>> {
        let me = self.me()?;
        let mut counters = BTreeMap::from([("desk".to_owned(), self.desk_view()?.tasks.len())]);
        if leads_board(self.board(), me) {
            counters.insert("dossiers".to_owned(), self.dossier_rows()?.len());
            counters.insert("interests-board".to_owned(), self.interests_board()?.pending.len());
        }
        Ok(counters)
    }
}
