//! What may still be done to a published label, and how it stands in the log.
//!
//! Days of a move follow from its receipt: a laptop's clock decides nothing. Only an end may be put off to a later day;
//! everything else takes effect on the day on which it is recorded.

use alloc::string::String;
use alloc::vec::Vec;

use jiff::civil::Date;

use super::{Deed, LabelEvent, LabelState, Life, state};
use crate::id::MemberId;
use crate::moment::Moment;

/// Why something was done to a label, for everybody to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicReason {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: Option<String>,
}

/// A step of a published label's life, as its author records it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelMove {
    /// Public number of the label.
    pub number: String,
    /// What.
    pub deed: Deed,
    /// First day of an end that is put off; everything else takes effect when it is recorded.
    pub from: Option<Date>,
    /// Number of the label that replaces this one.
    pub successor: Option<String>,
    /// Why, where the public is told of it at all.
    pub public: Option<PublicReason>,
}

impl LabelMove {
    /// The move as an event of the label's life, for the day on which the registry received it.
    #[must_use]
    pub fn event(&self, recorded_on: Date) -> LabelEvent {
        let on = self.from.map_or(recorded_on, |from| from.max(recorded_on));
        LabelEvent { deed: self.deed, on, recorded_on: Some(recorded_on) }
    }

    /// Whether each part belongs to its deed: only an end is put off, only a replacement names its successor, and
    /// nobody can grant a label in this way.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        let replaced = matches!(self.deed, Deed::Superseded);
        let names_another = self.successor.as_ref().is_some_and(|other| *other != self.number);
        !matches!(self.deed, Deed::Granted { .. })
            && (self.from.is_none() || self.deed.ends())
            && (if replaced { names_another } else { self.successor.is_none() })
    }
}

/// A move in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedMove {
    /// What was recorded.
    pub said: LabelMove,
    /// By whom.
    pub by: MemberId,
    /// When the registry received it; the author's claim until then.
    pub received: Moment,
}

impl RecordedMove {
    /// The move as an event of the label's life.
    #[must_use]
    pub fn event(&self) -> LabelEvent {
        self.said.event(self.received.day_in_paris())
    }
}

impl Deed {
    /// The stable name of the deed, as the rules and the screens call it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Granted { .. } => "granted",
            Self::EvidenceReceived => "evidence-received",
            Self::Extended { .. } => "extended",
            Self::Confirmed { .. } => "confirmed",
            Self::FormalNotice { .. } => "formal-notice",
            Self::NoticeLifted => "notice-lifted",
            Self::Suspended => "suspended",
            Self::Reinstated => "reinstated",
            Self::ChangeNotified => "change-notified",
            Self::ChangeCleared => "change-cleared",
            Self::Withdrawn => "withdrawn",
            Self::Renounced => "renounced",
            Self::Superseded => "superseded",
        }
    }

    /// Whether the label ends with it, for ever.
    #[must_use]
    pub const fn ends(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Renounced | Self::Superseded)
    }
}

/// Whether a deed would still change something if it took effect on a day, after these events. Without a grant among
/// them only what the moves themselves show is looked at.
#[must_use]
pub fn possible(events: &[LabelEvent], deed: Deed, on: Date) -> bool {
    let mut known: Vec<&LabelEvent> = events.iter().collect();
    known.sort_by_key(|event| event.on);
    let mut life = match Life::granted(&known, on) {
        Some(life) => {
            let now = state(events, on, None, true).map_or(LabelState::None, |standing| standing.state);
            // Before its first day a label can only end.
            if !now.stands()
                && now != LabelState::Suspended
                && !(now == LabelState::NotYetEffective && deed.ends())
            {
                return false;
            }
            life
        }
        None => Life::unbounded(),
    };
    if known.iter().any(|event| event.deed.ends() && event.on <= on) {
        return false;
    }
    known.iter().filter(|event| event.on <= on).for_each(|event| life.tell(event));
    life.awaits(deed)
}

/// The first day of the state that the public is shown on a day: of a suspended label, the day of its suspension.
#[must_use]
pub fn since(events: &[LabelEvent], on: Date, publish_formal_notice: bool) -> Date {
    let shown = |day| state(events, day, None, publish_formal_notice).map(|standing| standing.public);
    let now = shown(on);
    let mut turns: Vec<Date> = events.iter().map(|event| event.on).collect();
    for event in events {
        // What ends of itself ends the day after a last day, which only an answer about a day tells.
        if let Ok(standing) = state(events, event.on, None, publish_formal_notice) {
            turns.extend(standing.valid_until.and_then(|until| until.tomorrow().ok()));
        }
        if let Some(due) = event.deed.evidence_due(event.on) {
            turns.extend(due.tomorrow().ok());
        }
    }
    turns.retain(|day| *day <= on);
    turns.sort_unstable();
    let changed = |day: &&Date| day.yesterday().is_ok_and(|before| shown(before) != now);
    turns.iter().rev().find(changed).copied().unwrap_or(on)
}
