//! The scoring round on the page of a dossier: how far it is, and what the stop rule says of it.

use sceau_domain::agreement::{RoundEnd, Stop};
use sceau_domain::board::DossierState;
use sceau_domain::id::DossierId;
use sceau_domain::moment::Moment;
use sceau_domain::rounds::MAX_ROUNDS;
use serde::{Deserialize, Serialize};

use super::dossier::DossierPage;
use crate::desk::Desk;
use crate::error::Result;
use crate::rescoring::Proposal;

/// The round on which the dossier stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct RoundView {
    pub deadline: u64,
    pub minimum_sheets: u16,
    pub received: usize,
    pub reviewers: usize,
    pub closed: bool,
    pub shares: usize,
    pub threshold: usize,
    pub number: u32,
    pub most: u32,
    pub stop: Option<StopView>,
}

/// What the stop rule says of the round that was opened last; the screens have a sentence for each `code`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct StopView {
    pub code: String,
    pub to_discuss: usize,
    pub bands_changed: usize,
    pub marks_changed: usize,
    pub marks: usize,
}

impl From<Proposal> for StopView {
    fn from(proposal: Proposal) -> Self {
        let code = match proposal.stop {
            Some(Stop::NothingToDiscuss) => "nothing-to-discuss",
            Some(Stop::LastRound) => "last-round",
            Some(Stop::Stable) => "stable",
            None if proposal.end.measured == 0 => "unmeasured",
            None => "go-on",
        };
        let RoundEnd { to_discuss, bands_changed, marks_changed, marks, .. } = proposal.end;
        Self { code: code.to_owned(), to_discuss, bands_changed, marks_changed, marks }
    }
}

impl Desk {
    pub(super) fn round_view(&self, dossier: DossierId, state: &DossierState) -> Result<Option<RoundView>> {
        let Some(round) = state.round() else { return Ok(None) };
        let threshold = self.board().committees.get(&round.committee).map_or(0, |run| run.threshold);
        Ok(Some(RoundView {
            deadline: round.deadline.0,
            minimum_sheets: round.minimum_sheets,
            received: state.assigned.iter().filter(|member| round.sheets.contains_key(member)).count(),
            reviewers: state.assigned.len(),
            closed: round.closed_at.is_some(),
            shares: round.shares.len(),
            threshold: usize::from(threshold),
            number: round.number,
            most: MAX_ROUNDS,
            stop: self.stop_proposal(dossier)?.map(StopView::from),
        }))
    }

    /// Begins another independent round as the form says it.
    ///
    /// # Errors
    /// As [`Desk::rescore`].
    pub fn rescore_view(&mut self, dossier: DossierId, deadline: u64) -> Result<DossierPage> {
        self.rescore(dossier, Moment(deadline))?;
        self.dossier_page(dossier)
    }
}
