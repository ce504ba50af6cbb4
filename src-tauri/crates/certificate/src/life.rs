//! What a certificate's own dates say of its label on a day, by the rules of a label's life.

use jiff::civil::Date;
use sceau_domain::label::{Deed, EvidenceDue, LabelEvent, LabelState, Standing, months_after, state};

use crate::content::Claim;

/// Longest validity that is looked for, in months.
const LONGEST: u32 = 600;

/// The standing of a label on a day, as its certificate was granted. The last day is the one that the certificate
/// prints, also where that is not a whole number of months from its effect.
#[must_use]
pub fn standing(claim: &Claim, today: Date) -> Standing {
    let unknown = Standing {
        state: LabelState::None,
        stands: false,
        public: LabelState::None,
        valid_until: None,
        flags: Vec::new(),
    };
    let mut standing = state(&[grant(claim)], today, None, false).unwrap_or(unknown);
    let last = claim.valid_until;
    standing.valid_until = standing.valid_until.map(|until| until.min(last));
    if standing.stands && today > last {
        (standing.state, standing.public, standing.stands) =
            (LabelState::Expired, LabelState::Expired, false);
    }
    standing
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
