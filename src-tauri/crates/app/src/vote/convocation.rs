//! A closed vote that is held again: before fewer people, as the second convocation of the same (rules §6.2), or as a new
//! first one.

use sceau_domain::action::ActionKind;
use sceau_domain::board::{MotionState, step_object};
use sceau_domain::decision::{Meeting, NO_QUORUM};
use sceau_domain::dossier::{Fact, Facts, Move};
use sceau_domain::id::{DossierId, MotionId};
use sceau_domain::interests::Recusal;
use sceau_domain::moment::Moment;

use crate::desk::{Catalogued, Desk};
use crate::dossier::facts;
use crate::error::Result;

/// What the second convocation of a dossier that was called back asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Recalled {
    /// A vote that closes before falls back on the ordinary quorum.
    pub closes_from: Moment,
}

impl Desk {
    /// The last motion about a dossier: the one that is open, else the one that was closed last.
    pub(crate) fn last_motion(&self, dossier: DossierId) -> Option<(MotionId, &MotionState)> {
        let about = self.board().motions.iter().filter(|(_, motion)| motion.dossier == dossier);
        about
            .max_by_key(|(_, motion)| (motion.closed_at.is_none(), motion.closed_at, motion.terms.deadline))
            .map(|(id, motion)| (*id, motion))
    }

    /// Whether the last vote about a dossier was closed without its quorum.
    pub(crate) fn lacked_quorum(&self, dossier: DossierId) -> Result<bool> {
        match self.last_motion(dossier).filter(|(_, motion)| motion.closed_at.is_some()) {
            Some((motion, _)) => Ok(!self.headcount(motion)?.quorum.met),
            None => Ok(false),
        }
    }

    /// The steps that a closed vote without a decision leaves to whoever presides: a second convocation where there was
    /// no quorum and the bylaws provide for one; a new vote where there was none, or somebody was recused since.
    pub(crate) fn votes_again(&self, dossier: DossierId) -> Result<(bool, bool)> {
        let Some((motion, state)) = self.last_motion(dossier).filter(|(_, state)| state.closed_at.is_some())
        else {
            return Ok((false, false));
        };
        let without = !self.headcount(motion)?.quorum.met;
        let provided = self.bylaws(&state.terms.bylaws)?.second_convocation.is_some();
        let second = without && provided && self.first_convocation(motion)?.is_none();
        Ok((second, without || self.recused_since(motion)?))
    }

    /// What the guards of [`Move::Recall`] and [`Move::ReTable`] ask for (rules §2.1).
    pub(crate) fn convocation_facts(&self, dossier: DossierId, step: Move, reasoned: bool) -> Result<Facts> {
        let (second, anew) = self.votes_again(dossier)?;
        if step == Move::ReTable {
            // A vote with a quorum is not held again because its result displeases.
            return Ok(facts([("reason", Fact::Flag(reasoned && anew))]));
        }
        let outcome = if self.lacked_quorum(dossier)? { NO_QUORUM } else { "" };
        Ok(facts([("outcome", Fact::Code(outcome.to_owned())), ("second_allowed", Fact::Flag(second))]))
    }

    /// The meeting that a vote by correspondence stands for: it is held on the day on which the vote closes.
    pub(super) fn meeting(&self, motion: MotionId) -> Result<Meeting> {
        let terms = &self.motion(motion)?.terms;
        let on = Some(terms.deadline.day_in_paris());
        let Some(first) = self.first_convocation(motion)? else {
            return Ok(Meeting { on, ..Meeting::default() });
        };
        let before = &self.motion(first)?.terms;
        Ok(Meeting {
            convocation: 2,
            first_on: Some(before.deadline.day_in_paris()),
            on,
            // The same choice, under the same rules.
            same_agenda: before.options == terms.options && before.bylaws == terms.bylaws,
            ..Meeting::default()
        })
    }

    /// The vote without a quorum that a motion repeats as its second convocation; `None` for a first one.
    pub(crate) fn first_convocation(&self, motion: MotionId) -> Result<Option<MotionId>> {
        let dossier = self.motion(motion)?.dossier;
        let put = |one: &Catalogued| one.kind == ActionKind::Motion && one.objects.first() == Some(&motion.0);
        let Some(place) = self.state.catalogue.iter().position(put) else { return Ok(None) };
        self.recalled_before(dossier, self.state.catalogue.get(..place).unwrap_or_default())
    }

    /// What the next vote about a dossier repeats, if it was called back.
    pub(crate) fn recalled(&self, dossier: DossierId) -> Result<Option<Recalled>> {
        let Some(first) = self.recalled_before(dossier, &self.state.catalogue)? else { return Ok(None) };
        let terms = &self.motion(first)?.terms;
        let Some(second) = self.bylaws(&terms.bylaws)?.second_convocation else { return Ok(None) };
        // The rules count days of the calendar: the last of them counts from its first moment.
        let wait = jiff::Span::new().try_days(second.after_days.saturating_sub(1)).unwrap_or_default();
        let before = terms.deadline.day_in_paris().saturating_add(wait);
        Ok(Some(Recalled { closes_from: Moment::end_of_day_in_paris(before).plus(1) }))
    }

    /// The vote that was called back last and not put again since, in what happened until a moment.
    fn recalled_before(&self, dossier: DossierId, until: &[Catalogued]) -> Result<Option<MotionId>> {
        let mut recalled = false;
        for one in until.iter().rev() {
            match one.kind {
                ActionKind::DossierMove if one.objects.first() == Some(&dossier.0) => {
                    if !recalled && one.objects.get(1) != Some(&step_object(Move::Recall.name())) {
                        return Ok(None);
                    }
                    recalled = true;
                }
                ActionKind::Motion if one.objects.get(1) == Some(&dossier.0) => {
                    let named = one.objects.first().map(|id| MotionId(*id)).filter(|_| recalled);
                    let Some(first) = named else { return Ok(None) };
                    // Headers do not show whether there was a quorum, nor that it was a first convocation.
                    let holds =
                        !self.headcount(first)?.quorum.met && self.first_convocation(first)?.is_none();
                    return Ok(holds.then_some(first));
                }
                _ => {}
            }
        }
        Ok(None)
    }

    /// Whether somebody whose ballot would not count was recused after a vote had closed.
    fn recused_since(&self, motion: MotionId) -> Result<bool> {
        let before = self.recusals_before_closing(motion)?;
        let all = self.recusals(self.motion(motion)?.dossier)?;
        let since = |one: &Recusal| {
            one.level.takes_vote() && !before.iter().any(|known| known.elector == one.elector)
        };
        Ok(all.iter().any(since))
    }
}
