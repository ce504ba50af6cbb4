//! What officers owe: their part of the common key, their shares of sealed sheets and ballots. Who else is awaited is
//! said, so that nobody is left guessing; what lies inside the boxes is not.

use sceau_ballot::SealError;
use sceau_domain::action::ActionKind;
use sceau_domain::board::CommitteeState;
use sceau_domain::id::{CommitteeId, DossierId, MemberId, MotionId};
use serde::{Deserialize, Serialize};

use super::motion::Fault;
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// Steps of the key generation, each a word of every officer.
const STEPS: [ActionKind; 4] = [
    ActionKind::CommitteeCommit,
    ActionKind::CommitteePolynomial,
    ActionKind::CommitteeShare,
    ActionKind::CommitteeConfirm,
];

/// Where the officers' key stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each state is")]
pub enum KeyState {
    ToBegin,
    MyTurn,
    Waiting,
    InForce,
}

/// The officers' common key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct KeyView {
    pub committee: Option<String>,
    pub state: KeyState,
    pub step: usize,
    pub steps: usize,
    pub officers: Vec<String>,
    pub awaited: Vec<String>,
    pub needed: usize,
    pub lost: Vec<String>,
}

/// Sheets or ballots that wait for officers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct OpeningView {
    pub kind: String,
    pub object: String,
    pub solution: String,
    pub boxes: usize,
    pub needed: usize,
    pub mine: bool,
    pub published: Vec<String>,
    pub awaited: Vec<String>,
    pub quorum: bool,
}

/// Everything that waits for this officer; nothing for anybody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct OfficerView {
    pub officer: bool,
    pub key: Option<KeyView>,
    pub openings: Vec<OpeningView>,
}

/// What became of a publication: boxes that got no share, by author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct PublishedView {
    pub faults: Vec<Fault>,
    pub officer: OfficerView,
}

/// Reads a committee's id as screens hold it.
///
/// # Errors
/// Not an id of ours.
pub fn committee_id(text: &str) -> Result<CommitteeId> {
    text.parse().map_err(|_| AppError::Unknown("committee"))
}

impl Desk {
    /// What this officer owes.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn officer_view(&self) -> Result<OfficerView> {
        let me = self.me()?;
        let board = self.board();
        let mut view = OfficerView { officer: board.is_officer(me), key: None, openings: Vec::new() };
        if view.officer {
            view.key = Some(self.key_view(me)?);
        }
        for (dossier, state) in &board.dossiers {
            let Some(round) = state.round().filter(|round| round.closed_at.is_some()) else { continue };
            let boxes = round.sheets.keys().filter(|author| !state.is_recused(**author)).count();
            let shared = round.shares.keys().copied().collect::<Vec<_>>();
            let found = self.opening_view(me, round.committee, &shared, *dossier)?;
            view.openings.extend(found.map(|one| OpeningView { boxes, ..one }));
        }
        for (motion, state) in &board.motions {
            if state.closed_at.is_none() {
                continue;
            }
            let shared = state.shares.keys().copied().collect::<Vec<_>>();
            let quorum = self.headcount(*motion).is_ok_and(|counted| counted.quorum.met);
            let Some(found) = self.opening_view(me, state.terms.committee, &shared, state.dossier)? else {
                continue;
            };
            let boxes = self.counting(*motion)?.len();
            let object = motion.to_string();
            view.openings.push(OpeningView { kind: "ballots".to_owned(), object, boxes, quorum, ..found });
        }
        Ok(view)
    }

    /// An opening that this officer takes part in, while somebody's share is still needed.
    fn opening_view(
        &self,
        me: MemberId,
        committee: CommitteeId,
        shared: &[MemberId],
        dossier: DossierId,
    ) -> Result<Option<OpeningView>> {
        let state = self.committee(committee)?;
        let needed = usize::from(state.threshold);
        // Whose share went with a computer has nothing to give, and is not waited for.
        let lost = self.board().shares_lost(state);
        if !state.officers.contains(&me) || lost.contains(&me) || shared.len() >= needed {
            return Ok(None);
        }
        let Some(card) = self.card_of(dossier)? else { return Ok(None) };
        let (mut published, mut awaited) = (Vec::new(), Vec::new());
        for officer in state.officers.iter().filter(|one| shared.contains(one) || !lost.contains(one)) {
            let list = if shared.contains(officer) { &mut published } else { &mut awaited };
            if *officer != me {
                list.push(self.name_of(*officer)?);
            }
        }
        Ok(Some(OpeningView {
            kind: "sheets".to_owned(),
            object: dossier.to_string(),
            solution: card.solution,
            boxes: 0,
            needed,
            mine: shared.contains(&me),
            published,
            awaited,
            quorum: true,
        }))
    }

    /// The run of the key generation that counts: the one in force for the officers of today, else the furthest. One whose
    /// share went with a computer is made again, as soon as all officers of today have a computer.
    fn key_view(&self, me: MemberId) -> Result<KeyView> {
        let charter = &self.board().charter;
        let names = |members: Vec<MemberId>| {
            members.into_iter().map(|one| self.name_of(one)).collect::<Result<Vec<_>>>()
        };
        let today: Vec<MemberId> = charter.officers.keys().copied().collect();
        let of_today =
            |state: &CommitteeState| state.officers == today && state.threshold == charter.threshold;
        let committees = &self.board().committees;
        let again = today.iter().all(|officer| self.board().has_computer(*officer));
        let broken = |state: &CommitteeState| again && !self.board().shares_lost(state).is_empty();
        let in_force = self.board().committee_in_force().filter(|(_, state)| broken(state));
        let lost = names(in_force.map_or_else(Vec::new, |(_, state)| self.board().shares_lost(state)))?;
        let run = committees
            .iter()
            .filter(|(_, state)| of_today(state) && !broken(state))
            .max_by_key(|(_, state)| (state.in_force_since.is_some(), state.messages.len()));
        let Some((committee, state)) = run else {
            return Ok(KeyView {
                committee: None,
                state: KeyState::ToBegin,
                step: 0,
                steps: STEPS.len(),
                officers: names(today)?,
                awaited: Vec::new(),
                needed: usize::from(charter.threshold),
                lost,
            });
        };
        let said = |step: &ActionKind, officer: MemberId| state.messages.contains_key(&(*step, officer));
        let done = STEPS.iter().filter(|step| said(step, me)).count();
        let everybody = |step: &ActionKind| state.officers.iter().all(|officer| said(step, *officer));
        // The first word waits for nobody, each further one for everybody's word before.
        let turn = match (STEPS.get(done), done.checked_sub(1).and_then(|before| STEPS.get(before))) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(_), Some(before)) => everybody(before),
        };
        let behind = done.checked_sub(1).and_then(|before| STEPS.get(before));
        let awaited = state
            .officers
            .iter()
            .copied()
            .filter(|officer| *officer != me && behind.is_some_and(|step| !said(step, *officer)))
            .collect();
        Ok(KeyView {
            committee: Some(committee.to_string()),
            state: match (state.in_force_since, turn) {
                (Some(_), _) => KeyState::InForce,
                (None, true) => KeyState::MyTurn,
                (None, false) => KeyState::Waiting,
            },
            step: done,
            steps: STEPS.len(),
            officers: names(state.officers.clone())?,
            awaited: names(awaited)?,
            needed: usize::from(state.threshold),
            lost,
        })
    }

    /// Begins the key, or takes every step of it that this officer can take now.
    ///
    /// # Errors
    /// As [`Desk::begin_committee`] and [`Desk::advance_committee`].
    pub fn committee_step(&mut self, committee: Option<CommitteeId>) -> Result<OfficerView> {
        let committee = match committee {
            Some(committee) => committee,
            None => self.begin_committee()?,
        };
        self.advance_committee(committee)?;
        self.officer_view()
    }

    /// Publishes this officer's shares of a dossier's sheets.
    ///
    /// # Errors
    /// As [`Desk::publish_sheet_shares`].
    pub fn sheets_publish(&mut self, dossier: DossierId) -> Result<PublishedView> {
        let faults = self.publish_sheet_shares(dossier)?;
        self.published(faults)
    }

    /// Publishes this officer's shares of a vote's ballots.
    ///
    /// # Errors
    /// As [`Desk::publish_ballot_shares`].
    pub fn ballots_publish(&mut self, motion: MotionId) -> Result<PublishedView> {
        let faults = self.publish_ballot_shares(motion)?;
        self.published(faults)
    }

    fn published(&self, faults: Vec<(MemberId, SealError)>) -> Result<PublishedView> {
        let named = faults
            .into_iter()
            .map(|(author, _)| Ok(Fault { name: self.name_of(author)?, code: "box-not-proven".to_owned() }));
        Ok(PublishedView { faults: named.collect::<Result<_>>()?, officer: self.officer_view()? })
    }
}
