//! What the fold remembers of decisions against a dossier, for the publisher's appeal.

use alloc::collections::BTreeSet;

use super::{Board, DossierState, Event};
use crate::dossier::{Move, Stage};
use crate::id::{DossierId, MemberId};
use crate::moment::Moment;

/// The last decision against a dossier, and what came of the appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recourse {
    /// When it was recorded that the publisher knows: the term of an appeal runs from that day.
    pub notified: Option<Moment>,
    /// Who put the last motion, closed its vote or put its decision on record; who declared the dossier inadmissible
    /// or not preselected.
    pub presided: BTreeSet<MemberId>,
    /// Who examined answers so far.
    pub examiners: BTreeSet<MemberId>,
    /// Appeals so far.
    pub appeals: u32,
    /// At which stage the last appeal found the dossier.
    pub against: Option<Stage>,
    /// Who answered it, and whether it was accepted.
    pub answered: Option<(MemberId, bool)>,
    /// Who looked first, once an appeal is accepted: the rapporteurs of a refusal, else the examiners.
    looked_first: BTreeSet<MemberId>,
}

impl Recourse {
    /// Nothing has been decided yet.
    pub(super) const fn none() -> Self {
        Self {
            notified: None,
            presided: BTreeSet::new(),
            examiners: BTreeSet::new(),
            appeals: 0,
            against: None,
            answered: None,
            looked_first: BTreeSet::new(),
        }
    }

    /// Whether a member was a rapporteur of the decision that was appealed: the second look is for others.
    #[must_use]
    pub fn bars_rapporteur(&self, member: MemberId) -> bool {
        self.against == Some(Stage::Refused) && self.looked_first.contains(&member)
    }

    /// Whether a member examined the dossier before its appeal: it is examined again by others.
    #[must_use]
    pub fn bars_examiner(&self, member: MemberId) -> bool {
        self.against != Some(Stage::Refused) && self.looked_first.contains(&member)
    }

    /// Who looked first, once an appeal is accepted, in the order of their identifiers.
    pub fn looked_first(&self) -> impl Iterator<Item = MemberId> {
        self.looked_first.iter().copied()
    }
}

impl Board {
    /// Takes a step of a dossier's life, and remembers what it means for an appeal.
    pub(super) fn take_step(&mut self, dossier: DossierId, step: &str, event: &Event<'_>) {
        let from = self.dossiers.get(&dossier).map(|state| state.stage);
        self.advance(dossier, step);
        let state = self.dossiers.get_mut(&dossier).filter(|state| Some(state.stage) != from);
        if let (Some(state), Some(from)) = (state, from) {
            state.stepped(from, step, event);
        }
    }

    /// Remembers who examined a dossier.
    pub(super) fn examined(&mut self, dossier: DossierId, member: MemberId) {
        if let Some(state) = self.dossiers.get_mut(&dossier) {
            state.recourse.examiners.insert(member);
        }
    }
}

impl DossierState {
    /// Remembers a step that led the dossier from a stage to the one where it is now.
    fn stepped(&mut self, from: Stage, step: &str, event: &Event<'_>) {
        match Move::read(step) {
            Some(Move::Notify) => self.recourse.notified = Some(event.received),
            Some(Move::Decline | Move::Reject) => {
                self.recourse.notified = Some(event.received);
                self.recourse.presided = BTreeSet::from([event.member]);
            }
            Some(Move::Appeal) => {
                self.recourse.appeals = self.recourse.appeals.saturating_add(1);
                self.recourse.against = Some(from);
                self.recourse.answered = None;
            }
            Some(Move::DismissAppeal) => self.recourse.answered = Some((event.member, false)),
            Some(Move::AcceptAppeal) => {
                self.recourse.answered = Some((event.member, true));
                self.recourse.looked_first = if self.recourse.against == Some(Stage::Refused) {
                    let mut looked: BTreeSet<MemberId> =
                        self.scoring().flat_map(|round| round.sheets.keys().copied()).collect();
                    // They are rapporteurs no longer: others are asked.
                    looked.append(&mut self.assigned);
                    looked
                } else {
                    self.recourse.examiners.clone()
                };
            }
            _ => {}
        }
    }
}
