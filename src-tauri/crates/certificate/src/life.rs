//! How a label stands on a day: what its certificate prints, and what has been done to it since.

use jiff::civil::Date;
use sceau_domain::label::{
    self, Deed, EvidenceDue, LabelEvent, LabelState, RecordedMove, Standing, months_after,
};

use crate::content::Claim;
use crate::verify::LabelStanding;

/// Longest validity that is looked for, in months.
const LONGEST: u32 = 600;

/// A label's life: the grant that its certificate prints, then the moves of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Life {
    events: Vec<LabelEvent>,
    /// The last day that the certificate prints, where it is no whole number of months from its effect.
    printed: Date,
}

impl Life {
    /// The life of the label of a certificate.
    #[must_use]
    pub fn new(claim: &Claim, moves: &[RecordedMove]) -> Self {
        let events = std::iter::once(grant(claim)).chain(moves.iter().map(RecordedMove::event)).collect();
        Self { events, printed: claim.valid_until }
    }

    /// How the label stands on a day. The last day is the one that the certificate prints until a move sets another.
    #[must_use]
    pub fn on(&self, today: Date) -> Standing {
        let unknown = Standing {
            state: LabelState::None,
            stands: false,
            public: LabelState::None,
            valid_until: None,
            flags: Vec::new(),
        };
        let mut standing = label::state(&self.events, today, None, false).unwrap_or(unknown);
        if standing.valid_until == self.granted_until() {
            standing.valid_until = standing.valid_until.map(|until| until.min(self.printed));
            let runs = standing.stands || standing.state == LabelState::Suspended;
            if runs && today > self.printed {
                (standing.state, standing.public, standing.stands) =
                    (LabelState::Expired, LabelState::Expired, false);
                standing.flags.clear();
            }
        }
        standing
    }

    /// The first day of the state that the public is shown.
    #[must_use]
    pub fn since(&self, today: Date) -> Date {
        let since = label::since(&self.events, today, false);
        match self.on(today) {
            Standing { state: LabelState::Expired, valid_until: Some(until), .. } => {
                until.tomorrow().unwrap_or(until)
            }
            _ => since,
        }
    }

    /// Whether a deed would still change something if it took effect on a day.
    #[must_use]
    pub fn admits(&self, deed: Deed, on: Date) -> bool {
        let standing = self.on(on);
        standing.state != LabelState::Expired && label::possible(&self.events, deed, on)
    }

    /// What a verdict says of the label on a day.
    #[must_use]
    pub fn verdict(&self, today: Date) -> LabelStanding {
        let since = self.since(today);
        match self.on(today).state {
            LabelState::Active
            | LabelState::ActiveProvisional
            | LabelState::FormalNotice
            | LabelState::NotYetEffective => LabelStanding::InForce,
            LabelState::Suspended => LabelStanding::Suspended(since),
            LabelState::Superseded => LabelStanding::Superseded(since),
            LabelState::Withdrawn | LabelState::Renounced | LabelState::Lapsed | LabelState::Expired => {
                LabelStanding::Ended(since)
            }
            LabelState::None => LabelStanding::Unheard,
        }
    }

    /// Until when the grant alone would run, in whole months.
    fn granted_until(&self) -> Option<Date> {
        self.events.iter().find_map(|event| match event.deed {
            Deed::Granted { months, .. } => Some(months_after(event.on, months)),
            _ => None,
        })
    }
}

fn grant(claim: &Claim) -> LabelEvent {
    // The rules count months from the effect: the fewest that reach the last day.
    let short = |months: &u32| months_after(claim.effective_on, *months) < claim.valid_until;
    let months = (0..LONGEST).take_while(short).count();
    let provisional = claim.provisional.as_ref().map(|due| EvidenceDue::On(due.evidence_by));
    LabelEvent {
        deed: Deed::Granted {
            decided_on: claim.decided_on,
            months: u32::try_from(months).unwrap_or(LONGEST),
            provisional,
        },
        on: claim.effective_on,
        recorded_on: None,
    }
}
