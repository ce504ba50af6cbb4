//! What waits for those who lead dossiers, on their own desk, and the counters of the sidebar.

use std::collections::BTreeMap;

use sceau_domain::action::ActionKind;
use sceau_domain::dossier::Stage;
use sceau_domain::id::{DossierId, MemberId, MotionId};
use sceau_domain::permission::leads_board;
use sceau_domain::role::Role;
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
            .filter(|of| may_read_interests(self.board(), state, me, *of))
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
        if let Some((kind, motion)) = self.vote_duty(dossier)? {
            let deadline = self.last_motion(dossier).map(|(_, motion)| motion.terms.deadline.0);
            task(kind, deadline.filter(|_| kind == TaskKind::CloseVote), 0);
            if let Some(last) = tasks.last_mut() {
                last.motion = motion.map(|motion| motion.to_string());
            }
        } else if self.owes_certificate(dossier, me)? {
            task(TaskKind::Issue, None, 0);
        }
        Ok(tasks)
    }

    /// What a dossier whose sheets are open, or its vote, asks of whoever sits here.
    fn vote_duty(&self, dossier: DossierId) -> Result<Option<(TaskKind, Option<MotionId>)>> {
        let last = self.last_motion(dossier).map(|(motion, _)| motion);
        Ok(match (self.stage(dossier)?, last) {
            (Stage::Opened | Stage::Discussion | Stage::Ready, _) => {
                // Who may is asked first: the marks are long to compute.
                let may = self.tabling_refusal(dossier)?.is_none();
                let free = may && self.tabling(dossier)?.is_some_and(|row| row.obstacle.is_none());
                free.then_some((TaskKind::Table, None))
            }
            (Stage::Voting, Some(motion)) if self.may_close(motion)? => Some((TaskKind::CloseVote, last)),
            (Stage::Tallied, Some(_)) if self.lacked_quorum(dossier)? => {
                let again = |kind| matches!(kind, StepKind::Recall | StepKind::ReTable);
                let steps = self.next_steps(dossier)?;
                let may = steps.iter().any(|step| again(step.kind) && step.refusal.is_none());
                may.then_some((TaskKind::NoQuorum, last))
            }
            (Stage::Tallied, Some(motion)) if self.may_record(motion)? => Some((TaskKind::Record, last)),
            _ => None,
        })
    }

    /// Whether whoever sits here is to issue the certificate of a dossier, and nothing stands against it but their own
    /// word that the agreement is signed.
    fn owes_certificate(&self, dossier: DossierId, me: MemberId) -> Result<bool> {
        let granted = self.stage(dossier)? == Stage::Granted && !self.dossier(dossier)?.published;
        if !granted || !self.board().has_role(me, Role::Secretariat) {
            return Ok(false);
        }
        Ok(self.to_issue(dossier)?.is_some_and(|waiting| waiting.refusal.is_none()))
    }

    /// Declared answers that wait for this examiner, a task for each dossier. The secretariat examines where nobody is
    /// named for it.
    pub(crate) fn examinations(&self) -> Result<Vec<Task>> {
        let mut tasks = Vec::new();
        if !self.examines()? {
            return Ok(tasks);
        }
        for one in self.to_examine()? {
            let dossier = super::dossier_id(&one.dossier)?;
            if self.permitted(ActionKind::Examination, &[dossier.0]).is_err() {
                continue;
            }
            tasks.push(Task {
                kind: TaskKind::Examine,
                dossier: one.dossier,
                solution: one.solution,
                publisher: self.card_of(dossier)?.map(|card| card.publisher).unwrap_or_default(),
                deadline: None,
                progress: None,
                resume: None,
                without_evidence: 0,
                motion: None,
                count: one.left,
                round: 0,
            });
        }
        Ok(tasks)
    }

    /// Whether answers wait for whoever sits here.
    fn examines(&self) -> Result<bool> {
        let (me, board) = (self.me()?, self.board());
        let named = board.members.keys().any(|member| board.has_role(*member, Role::Examiner));
        Ok(board.has_role(me, if named { Role::Examiner } else { Role::Secretariat }))
    }

    /// How much waits behind each item of the sidebar, by the name of its screen; an item of which nothing is to be
    /// counted for this person is absent.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn counters(&self) -> Result<BTreeMap<String, usize>> {
        let me = self.me()?;
        let tasks = self.desk_view()?.tasks;
        let of = |kinds: &[TaskKind]| tasks.iter().filter(|task| kinds.contains(&task.kind)).count();
        let mut counters = BTreeMap::from([("desk".to_owned(), tasks.len())]);
        if self.examines()? {
            counters.insert("intake".to_owned(), of(&[TaskKind::Examine]));
        }
        if self.board().has_role(me, Role::Secretariat) {
            counters.insert("labels".to_owned(), of(&[TaskKind::Issue]));
        }
        // A vice-chair who acts as chair of a dossier has these places for as long.
        let (leads, followed) = (leads_board(self.board(), me), self.followed()?);
        if leads || !followed.is_empty() {
            counters.insert("dossiers".to_owned(), followed.len());
            let votes = [TaskKind::Table, TaskKind::CloseVote, TaskKind::NoQuorum, TaskKind::Record];
            counters.insert("motions".to_owned(), of(&votes));
        }
        if leads || self.board().has_role(me, Role::ViceChair) {
            counters.insert("interests-board".to_owned(), self.interests_board()?.pending.len());
        }
        Ok(counters)
    }
}
