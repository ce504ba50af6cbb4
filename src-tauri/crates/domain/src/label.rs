//! The life of a label by civil date (Europe/Paris; the edge computes the day).
//!
//! Three dates: decision, effect, record. The earliest end wins for ever. States are drawn in
//! `src-tauri/docs/states/label.md`.

mod moves;

use alloc::string::String;
use alloc::vec::Vec;

pub use moves::{LabelMove, PublicReason, RecordedMove, possible, since};

use jiff::ToSpan;
/// A civil day.
pub use jiff::civil::Date;

/// A formal notice and a deferred withdrawal may reach this many months ahead, no further.
const FURTHEST_MONTHS: u32 = 6;

/// When the evidence of a provisional label is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceDue {
    /// This many months after the effect.
    Months(u32),
    /// On this day, itself included.
    On(Date),
}

/// What happens to a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The label is granted.
    Granted {
        /// Day of the decision.
        decided_on: Date,
        /// Validity in months from the effect.
        months: u32,
        /// Present for a provisional label.
        provisional: Option<EvidenceDue>,
    },
    /// The evidence of a provisional label came in.
    EvidenceReceived,
    /// More time for the evidence of a provisional label.
    Extended {
        /// New day on which the evidence is due.
        evidence_due_on: Date,
        /// New last day, if it moves.
        valid_until: Option<Date>,
    },
    /// A provisional label becomes definitive.
    Confirmed {
        /// Validity in months from the confirmation.
        months: u32,
    },
    /// The holder is put on notice.
    FormalNotice {
        /// Last day to answer.
        deadline_on: Date,
    },
    /// The notice is lifted.
    NoticeLifted,
    /// Suspended.
    Suspended,
    /// Reinstated after a suspension.
    Reinstated,
    /// The holder notified a change of the solution.
    ChangeNotified,
    /// The change was examined and cleared.
    ChangeCleared,
    /// Withdrawn by the institute.
    Withdrawn,
    /// Given up by the holder.
    Renounced,
    /// Replaced by a newer label.
    Superseded,
}

impl Deed {
    /// The day on which a deed of this day makes evidence due.
    fn evidence_due(self, on: Date) -> Option<Date> {
        match self {
            Self::Granted { provisional: Some(EvidenceDue::Months(months)), .. } => {
                Some(months_after(on, months))
            }
            Self::Granted { provisional: Some(EvidenceDue::On(day)), .. } => Some(day),
            Self::Extended { evidence_due_on, .. } => Some(evidence_due_on),
            _ => None,
        }
    }
}

/// One event of a label's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelEvent {
    /// What.
    pub deed: Deed,
    /// From when it has effect.
    pub on: Date,
    /// When it was recorded; by default the day of its effect.
    pub recorded_on: Option<Date>,
}

/// State of a label on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LabelState {
    /// No label under this number on that day.
    None,
    /// Decided, not in effect yet.
    NotYetEffective,
    /// In effect.
    Active,
    /// In effect until evidence comes.
    ActiveProvisional,
    /// In effect, the holder is on notice.
    FormalNotice,
    /// Not to be relied on for now.
    Suspended,
    /// Ended by the institute.
    Withdrawn,
    /// Ended by the holder.
    Renounced,
    /// Replaced.
    Superseded,
    /// Provisional, evidence not received in time.
    Lapsed,
    /// Past its last day.
    Expired,
}

impl LabelState {
    /// Every state, in the order of the declaration.
    pub const ALL: [Self; 11] = [
        Self::None,
        Self::NotYetEffective,
        Self::Active,
        Self::ActiveProvisional,
        Self::FormalNotice,
        Self::Suspended,
        Self::Withdrawn,
        Self::Renounced,
        Self::Superseded,
        Self::Lapsed,
        Self::Expired,
    ];

    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::NotYetEffective => "not-yet-effective",
            Self::Active => "active",
            Self::ActiveProvisional => "active-provisional",
            Self::FormalNotice => "formal-notice",
            Self::Suspended => "suspended",
            Self::Withdrawn => "withdrawn",
            Self::Renounced => "renounced",
            Self::Superseded => "superseded",
            Self::Lapsed => "lapsed",
            Self::Expired => "expired",
        }
    }

    /// May the holder rely on the label?
    pub fn stands(self) -> bool {
        matches!(self, Self::Active | Self::ActiveProvisional | Self::FormalNotice)
    }
}

/// What is true of a label on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The state.
    pub state: LabelState,
    /// May the holder rely on it?
    pub stands: bool,
    /// The state that the public is shown.
    pub public: LabelState,
    /// Last day of validity in force on that day; none where there is no label.
    pub valid_until: Option<Date>,
    /// `label.…`, sorted; only while the label is in effect.
    pub flags: Vec<&'static str>,
}

/// Something took effect before it was recorded, or a grant before its decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("label.backdated")]
pub struct Backdated;

/// The day a number of months later: the same day number, else the last day of the month.
pub fn months_after(day: Date, months: u32) -> Date {
    day.saturating_add(i64::from(months).months())
}

/// The state of a label on a day, from the events that were recorded by `known_on` (all, if none).
pub fn state(
    events: &[LabelEvent],
    on: Date,
    known_on: Option<Date>,
    publish_formal_notice: bool,
) -> Result<Standing, Backdated> {
    if events.iter().any(backdated) {
        return Err(Backdated);
    }
    let mut known: Vec<&LabelEvent> =
        events.iter().filter(|e| known_on.is_none_or(|k| e.recorded_on.unwrap_or(e.on) <= k)).collect();
    known.sort_by_key(|e| e.on);
    let none = Standing {
        state: LabelState::None,
        stands: false,
        public: LabelState::None,
        valid_until: None,
        flags: Vec::new(),
    };
    let Some(life) = Life::granted(&known, on) else { return Ok(none) };
    Ok(life.lived(&known, on, publish_formal_notice))
}

/// May this event be recorded with these dates? The codes: `label.backdated`, `label.notice-too-long`,
/// `label.withdrawal-too-far`.
pub fn refused(event: &LabelEvent) -> Option<&'static str> {
    if backdated(event) {
        return Some("label.backdated");
    }
    match event.deed {
        Deed::FormalNotice { deadline_on } if deadline_on > months_after(event.on, FURTHEST_MONTHS) => {
            Some("label.notice-too-long")
        }
        Deed::Withdrawn if event.recorded_on.is_some_and(|r| event.on > months_after(r, FURTHEST_MONTHS)) => {
            Some("label.withdrawal-too-far")
        }
        _ => None,
    }
}

fn backdated(event: &LabelEvent) -> bool {
    let before_decision = matches!(event.deed, Deed::Granted { decided_on, .. } if event.on < decided_on);
    before_decision || event.recorded_on.is_some_and(|recorded| event.on < recorded)
}

/// A label while its events are told in the order of their effect.
struct Life {
    effect: Date,
    valid_until: Date,
    /// Day the evidence is due, while the label is provisional.
    due: Option<Date>,
    evidence_in: bool,
    suspended: bool,
    notice_until: Option<Date>,
    change_open: bool,
}

impl Life {
    /// The first grant whose decision has been taken by that day.
    fn granted(known: &[&LabelEvent], on: Date) -> Option<Self> {
        known.iter().find_map(|e| match e.deed {
            Deed::Granted { decided_on, months, provisional } if decided_on <= on => Some(Self {
                effect: e.on,
                valid_until: months_after(e.on, months),
                due: provisional.map(|due| match due {
                    EvidenceDue::Months(months) => months_after(e.on, months),
                    EvidenceDue::On(day) => day,
                }),
                evidence_in: false,
                suspended: false,
                notice_until: None,
                change_open: false,
            }),
            _ => None,
        })
    }

    /// A life of which only the moves are known.
    const fn unbounded() -> Self {
        Self {
            effect: Date::MIN,
            valid_until: Date::MAX,
            due: Some(Date::MAX),
            evidence_in: false,
            suspended: false,
            notice_until: None,
            change_open: false,
        }
    }

    /// Whether a deed would change this life.
    const fn awaits(&self, deed: Deed) -> bool {
        match deed {
            Deed::Granted { .. } => false,
            Deed::EvidenceReceived => self.due.is_some() && !self.evidence_in,
            Deed::Extended { .. } | Deed::Confirmed { .. } => self.due.is_some(),
            Deed::FormalNotice { .. } => self.notice_until.is_none(),
            Deed::NoticeLifted => self.notice_until.is_some(),
            Deed::Suspended => !self.suspended,
            Deed::Reinstated => self.suspended,
            Deed::ChangeNotified => !self.change_open,
            Deed::ChangeCleared => self.change_open,
            Deed::Withdrawn | Deed::Renounced | Deed::Superseded => true,
        }
    }

    /// The first day on which the label has ended of itself, and how.
    fn natural_end(&self) -> (Date, LabelState) {
        let after = |day: Date| day.tomorrow().unwrap_or(Date::MAX);
        let expiry = (after(self.valid_until), LabelState::Expired);
        match self.due.filter(|_| !self.evidence_in) {
            Some(due) if after(due) <= expiry.0 => (after(due), LabelState::Lapsed),
            _ => expiry,
        }
    }

    fn lived(mut self, known: &[&LabelEvent], on: Date, publish_formal_notice: bool) -> Standing {
        // Of several ends on one day the order of the states decides.
        let ended = known.iter().filter(|e| e.on <= on).filter_map(|e| Some((e.on, end(e.deed)?))).min();
        for event in known.iter().filter(|e| e.on <= on) {
            let over = ended.is_some_and(|(day, _)| day <= event.on) || self.natural_end().0 <= event.on;
            if !over {
                self.tell(event);
            }
        }
        let natural = Some(self.natural_end()).filter(|(day, _)| *day <= on);
        let state = match ended.into_iter().chain(natural).min() {
            Some((_, state)) => state,
            None if on < self.effect => LabelState::NotYetEffective,
            None if self.suspended => LabelState::Suspended,
            None if self.notice_until.is_some() => LabelState::FormalNotice,
            None => self.active(),
        };
        let hidden = state == LabelState::FormalNotice && !publish_formal_notice;
        Standing {
            state,
            stands: state.stands(),
            public: if hidden { self.active() } else { state },
            valid_until: Some(self.valid_until),
            flags: if state.stands() || state == LabelState::Suspended { self.flags(on) } else { Vec::new() },
        }
    }

    fn tell(&mut self, event: &LabelEvent) {
        match event.deed {
            Deed::EvidenceReceived => {
                // The label has not lapsed, so this is in time.
                self.evidence_in |= self.due.is_some_and(|due| event.on <= due);
            }
            Deed::Extended { evidence_due_on, valid_until } => {
                // An extension that comes too late for the evidence changes nothing, nor does one of a
                // definitive label; and none ever shortens anything.
                if let Some(due) = self.due.filter(|due| event.on <= *due) {
                    self.due = Some(due.max(evidence_due_on));
                    self.valid_until = self.valid_until.max(valid_until.unwrap_or(self.valid_until));
                }
            }
            Deed::Confirmed { months } => {
                if self.due.take().is_some() {
                    self.valid_until = months_after(event.on, months);
                }
            }
            Deed::FormalNotice { deadline_on } => self.notice_until = Some(deadline_on),
            Deed::NoticeLifted => self.notice_until = None,
            Deed::Suspended => self.suspended = true,
            Deed::Reinstated => self.suspended = false,
            Deed::ChangeNotified => self.change_open = true,
            Deed::ChangeCleared => self.change_open = false,
            Deed::Granted { .. } | Deed::Withdrawn | Deed::Renounced | Deed::Superseded => {}
        }
    }

    fn active(&self) -> LabelState {
        if self.due.is_some() { LabelState::ActiveProvisional } else { LabelState::Active }
    }

    fn flags(&self, on: Date) -> Vec<&'static str> {
        let mut flags = Vec::new();
        if self.change_open {
            flags.push("label.change-under-review");
        }
        if self.due.is_some() && self.evidence_in {
            flags.push("label.evidence-under-review");
        }
        if self.notice_until.is_some_and(|deadline| on > deadline) {
            flags.push("label.notice-overdue");
        }
        flags
    }
}

fn end(deed: Deed) -> Option<LabelState> {
    match deed {
        Deed::Withdrawn => Some(LabelState::Withdrawn),
        Deed::Renounced => Some(LabelState::Renounced),
        Deed::Superseded => Some(LabelState::Superseded),
        _ => None,
    }
}

/// Reads a civil day, `2026-03-02`.
pub fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// Writes a civil day.
pub fn written(day: Date) -> String {
    alloc::format!("{day}")
}
