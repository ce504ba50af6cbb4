//! My desk: what I owe by deadline, what I handed in, what changed since I was last here.

use std::collections::BTreeMap;

use sceau_domain::action::ActionKind;
use sceau_domain::board::DossierState;
use sceau_domain::dossier::Stage;
use sceau_domain::id::{DeviceId, DossierId, GroupId, MemberId, MotionId};
use sceau_domain::moment::Moment;
use sceau_domain::visibility::{may_follow_dossier, may_read_dossier};
use serde::{Deserialize, Serialize};

use super::Progress;
use super::card::CardState;
use crate::desk::{Catalogued, Desk};
use crate::error::{AppError, Result};
use crate::review::SheetStanding;

/// Changes listed at most.
const MOST_CHANGES: usize = 20;
/// Setting: when this desk was opened last.
const VISIT: &str = "visit/last";
/// Setting: when it was opened the time before.
const VISIT_BEFORE: &str = "visit/before";

/// What a task asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TaskKind {
    /// Interests first.
    Declare,
    /// A declaration ends, or its year is over.
    Renew,
    /// Declared, the key has not come.
    WaitKey,
    /// Score it.
    Review,
    /// Cast a ballot.
    Vote,
    /// Declared links of others ask for a decision.
    Judge,
    /// The entry mark is reached.
    Preselect,
    /// Reviewers are to be named.
    Assign,
    /// Reviewers are named; scoring may begin.
    OpenRound,
    /// The intake of sheets may end.
    CloseIntake,
    /// What came late waits for the chair.
    Late,
    /// The entry mark is not reached.
    Decline,
    /// The publisher is to be told of a refusal.
    Notify,
    /// What a deferred decision waits for has come.
    Resume,
    /// An appeal waits for its answer.
    Appeal,
    /// A dossier is to be examined again.
    ReExamine,
    /// A dossier that is examined again may go on.
    Admit,
    /// What a deferral waited for has not come in time.
    Lapse,
    /// The time to appeal is over.
    Close,
    /// Sheets are open and nothing stands in the way of a vote.
    Table,
    /// A vote may be closed.
    CloseVote,
    /// A vote was closed without its quorum.
    NoQuorum,
    /// The result of a vote is to be put on record.
    Record,
    /// A label was granted, and waits for its certificate.
    Issue,
    /// Declared answers wait for an examiner.
    Examine,
}

/// Something that I owe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Task {
    pub kind: TaskKind,
    pub dossier: String,
    pub solution: String,
    pub publisher: String,
    pub deadline: Option<u64>,
    pub progress: Option<Progress>,
    pub resume: Option<String>,
    pub without_evidence: usize,
    pub motion: Option<String>,
    pub count: usize,
    pub round: u32,
}

/// A sheet that I handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Submitted {
    pub dossier: String,
    pub solution: String,
    pub sealed_at: u64,
    pub opens_at: Option<u64>,
    pub opened: bool,
    pub late: bool,
    pub received: bool,
    pub round: u32,
}

/// A dossier and the name of its solution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct DossierName {
    pub dossier: String,
    pub solution: String,
}

/// Something that happened since I was last here; the screens have a sentence `change-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Change {
    pub at: u64,
    pub code: String,
    pub params: BTreeMap<String, String>,
    pub dossier: Option<String>,
    pub solution: Option<String>,
    pub motion: Option<String>,
}

/// My desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct DeskView {
    pub now: u64,
    pub tasks: Vec<Task>,
    pub submitted: Vec<Submitted>,
    pub recused: Vec<DossierName>,
    pub next: Vec<DossierName>,
    pub since: Option<u64>,
    pub changes: Vec<Change>,
}

impl Desk {
    /// Notes that somebody has just opened this desk: changes are listed since the time before.
    ///
    /// # Errors
    /// The disk.
    pub fn begin_visit(&self) -> Result<()> {
        let now = self.env.now().0.to_string();
        let last = self.store.read(|read| read.setting(VISIT))?;
        self.store.write(|write| {
            if let Some(last) = last {
                write.put_setting(VISIT_BEFORE, &last)?;
            }
            write.put_setting(VISIT, &now)?;
            Ok(())
        })
    }

    /// What I owe and what changed.
    ///
    /// # Errors
    /// The database cannot be read, or the desk is nobody's yet.
    pub fn desk_view(&self) -> Result<DeskView> {
        let me = self.me()?;
        let mut view = DeskView {
            now: self.env.now().0,
            tasks: Vec::new(),
            submitted: Vec::new(),
            recused: Vec::new(),
            next: Vec::new(),
            since: None,
            changes: Vec::new(),
        };
        let mut numbers: Vec<(String, DossierId)> = Vec::new();
        for dossier in self.board().dossiers.keys() {
            if let Some(card) = self.card_of(*dossier)? {
                numbers.push((card.number, *dossier));
            }
        }
        numbers.sort();
        for (_, dossier) in numbers {
            self.place_dossier(dossier, me, &mut view)?;
            view.tasks.extend(self.duties(dossier, me)?);
        }
        self.place_votes(&mut view)?;
        view.tasks.extend(self.examinations()?);
        // Stable: dossiers with the same deadline stay in the order of their numbers.
        view.tasks.sort_by_key(|task| task.deadline.unwrap_or(u64::MAX));
        view.next = self.next_to_read(&view.tasks)?;
        let before = self.store.read(|read| read.setting(VISIT_BEFORE))?;
        view.since = before.and_then(|text| text.parse().ok());
        view.changes = self.changes(me, Moment(view.since.unwrap_or(0)))?;
        Ok(view)
    }

    fn place_dossier(&self, dossier: DossierId, me: MemberId, view: &mut DeskView) -> Result<()> {
        let (Some(state), Some(card)) = (self.board().dossiers.get(&dossier), self.card_of(dossier)?) else {
            return Ok(());
        };
        let id = dossier.to_string();
        let door = self.card_state(dossier)?;
        if door == CardState::Recused {
            view.recused.push(DossierName { dossier: id, solution: card.solution });
            return Ok(());
        }
        view.tasks.extend(self.renewal_task(dossier, state, &card, me));
        let deadline = state.round().map(|round| round.deadline.0);
        let round = state.round().map_or(0, |round| round.number);
        let (opened, late, sealed_at, received) = match self.sheet_standing(dossier)? {
            SheetStanding::Opened { at, received } => (true, false, at, received),
            SheetStanding::Sealed { at, received } => (false, false, Some(at), received),
            SheetStanding::Late { at, received } => (false, true, Some(at), received),
            SheetStanding::Draft => (false, false, None, false),
        };
        if let Some(sealed_at) = sealed_at {
            view.submitted.push(Submitted {
                dossier: id,
                solution: card.solution,
                sealed_at: sealed_at.0,
                opens_at: deadline,
                opened,
                late,
                received,
                round,
            });
            return Ok(());
        }
        let Some(kind) = self.owed(dossier, state, door, me) else { return Ok(()) };
        // Once sheets are open, what is awaited is the vote.
        let deadline = match state.stage {
            Stage::Opened | Stage::Discussion | Stage::Ready => None,
            Stage::Voting => self.last_motion(dossier).map(|(_, motion)| motion.terms.deadline.0),
            _ => deadline,
        };
        let mut task = Task {
            kind,
            dossier: id,
            solution: card.solution,
            publisher: card.publisher,
            deadline,
            progress: None,
            resume: None,
            without_evidence: 0,
            motion: None,
            count: 0,
            round,
        };
        if kind == TaskKind::Review {
            match self.questionnaire(dossier) {
                Ok(questionnaire) => {
                    let rows = self.rows_to_mark(dossier, &questionnaire)?;
                    let summary = crate::review::count(&questionnaire, &rows);
                    task.progress = Some(Progress { done: summary.marked(), total: summary.total });
                    task.without_evidence = summary.without_evidence.len();
                    task.resume = self.last_place(dossier)?.map(|place| place.criterion);
                }
                // The key is here, the content still on its way: one dossier must not hide the others.
                Err(AppError::NoKey | AppError::Unknown(_)) => task.kind = TaskKind::WaitKey,
                Err(error) => return Err(error),
            }
        }
        view.tasks.push(task);
        Ok(())
    }

    /// Open votes in which my ballot is missing.
    fn place_votes(&self, view: &mut DeskView) -> Result<()> {
        for line in self.votes_view()?.open {
            let card = self.card_of(super::dossier_id(&line.dossier)?)?;
            if line.ballot.is_none() {
                view.tasks.push(Task {
                    kind: TaskKind::Vote,
                    dossier: line.dossier,
                    solution: line.solution,
                    publisher: card.map(|card| card.publisher).unwrap_or_default(),
                    deadline: Some(line.deadline),
                    progress: None,
                    resume: None,
                    without_evidence: 0,
                    motion: Some(line.motion),
                    count: 0,
                    round: 0,
                });
            }
        }
        Ok(())
    }

    /// What I owe a dossier, if anything.
    fn owed(
        &self,
        dossier: DossierId,
        state: &DossierState,
        door: CardState,
        me: MemberId,
    ) -> Option<TaskKind> {
        let declares = self.is_to_declare(dossier, state, me);
        let open_round = state.round().is_some_and(|round| round.closed_at.is_none());
        let assigned = state.assigned.contains(&me) && !state.is_recused(me);
        match door {
            CardState::ToDeclare => declares.then_some(TaskKind::Declare),
            CardState::UnderReview => declares.then_some(TaskKind::WaitKey),
            CardState::WaitingKey => assigned.then_some(TaskKind::WaitKey),
            CardState::Open => (assigned && open_round).then_some(TaskKind::Review),
            CardState::Recused => None,
        }
    }

    /// What happened since a moment, the newest first. Nothing of a dossier from which I am shut out but that I am.
    fn changes(&self, me: MemberId, since: Moment) -> Result<Vec<Change>> {
        let mut found: Vec<Change> = Vec::new();
        for one in self.state.catalogue.iter().rev().filter(|one| one.at > since && one.member != me) {
            let Some((code, dossier)) = self.change(one, me) else { continue };
            let id = dossier.map(|dossier| dossier.to_string());
            let known = found.iter_mut().find(|change| change.code == code && change.dossier == id);
            if let Some(known) = known {
                // Six files that arrive together are one line.
                if let Some(count) = known.params.get_mut("count") {
                    *count = count.parse::<u64>().unwrap_or(1).saturating_add(1).to_string();
                }
                continue;
            }
            let solution = match dossier {
                Some(dossier) => match self.card_of(dossier)? {
                    Some(card) => Some(card.solution),
                    None => continue,
                },
                None => None,
            };
            let params = match code {
                "evidence" => Some(("count".to_owned(), "1".to_owned())),
                "device" | "device-confirmed" => Some(("by".to_owned(), self.name_of(one.member)?)),
                _ => None,
            };
            found.push(Change {
                at: one.at.0,
                code: code.to_owned(),
                params: params.into_iter().collect(),
                dossier: id,
                solution,
                motion: self.motion_of(one, me).map(|motion| motion.to_string()),
            });
            if found.len() > MOST_CHANGES {
                break;
            }
        }
        found.truncate(MOST_CHANGES);
        Ok(found)
    }

    /// The vote that an event is about, if I may open it: an open one as its elector or leader, a closed one as a reader.
    fn motion_of(&self, one: &Catalogued, me: MemberId) -> Option<MotionId> {
        let motion = match one.kind {
            ActionKind::Motion | ActionKind::Close => one.objects.first(),
            ActionKind::Decision => one.objects.get(1),
            _ => None,
        };
        let motion = MotionId(*motion?);
        let state = self.board().motions.get(&motion)?;
        let opens = self.votes_in(state, me)
            || state.closed_at.is_some()
            || may_follow_dossier(self.board(), me, state.dossier);
        opens.then_some(motion)
    }

    /// The sentence that an event is worth to me, and its dossier.
    fn change(&self, one: &Catalogued, me: MemberId) -> Option<(&'static str, Option<DossierId>)> {
        let object = |place: usize| one.objects.get(place).copied().unwrap_or_default();
        let dossier = match one.kind {
            ActionKind::Motion => DossierId(object(1)),
            ActionKind::Close => self.board().motions.get(&MotionId(object(0)))?.dossier,
            _ => DossierId(object(0)),
        };
        let state = self.board().dossiers.get(&dossier);
        let shut_out = state.is_some_and(|state| state.is_shut_out(me));
        if shut_out {
            return (one.kind == ActionKind::Recusal && object(1) == me.0)
                .then_some(("recused", Some(dossier)));
        }
        let reads = may_read_dossier(self.board(), me, dossier);
        let code = match one.kind {
            ActionKind::DossierCard => "card",
            // Whoever was kept out acted as chair: now it is my turn.
            ActionKind::Recusal if self.came_to_preside(dossier, MemberId(object(1)), me) => "presides",
            ActionKind::Assignment if object(1) == me.0 && state?.assigned.contains(&me) => "assigned",
            ActionKind::Evidence if reads => "evidence",
            ActionKind::KeyWrap if reads && self.holds_key(GroupId(object(0))) => "key",
            ActionKind::SheetsOpen if reads => "opened",
            ActionKind::Round
                if reads && state?.rounds.iter().any(|round| round.id.0 == object(1) && round.number > 1) =>
            {
                "rescore"
            }
            // Whoever is shut out by now takes no part in the debate.
            ActionKind::Thread if reads && !state?.is_shut_out(one.member) => "discussion",
            ActionKind::Motion if reads => "motion",
            ActionKind::Close if reads => "vote-closed",
            ActionKind::Decision if reads => "decision",
            ActionKind::Publication => "label",
            ActionKind::LabelMove => "label-life",
            ActionKind::DeviceAdd if object(0) == me.0 => return Some(("device", None)),
            ActionKind::DeviceCountersign
                if self.board().devices.get(&DeviceId(object(0))).is_some_and(|state| state.member == me) =>
            {
                return Some(("device-confirmed", None));
            }
            _ => return None,
        };
        Some((code, Some(dossier)))
    }
}
