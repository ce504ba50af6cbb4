//! The life of a published label, as the window shows it and takes steps of it.

use std::str::FromStr;

use sceau_certificate::content::Claim;
use sceau_domain::id::DossierId;
use sceau_domain::label::{Date, Deed, LabelState, PublicReason, Standing};
use sceau_domain::visibility::is_published;
use serde::{Deserialize, Serialize};

use super::Text;
use super::labels::LabelsView;
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::label_life::{LabelAct, ToldMove};
use crate::renewal::opens;

/// A step of a label's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct LabelStep {
    pub on: String,
    pub recorded_on: Option<String>,
    pub what: String,
    pub by: Option<String>,
    pub public: bool,
    pub reason: Option<Text>,
    pub grounds: Option<String>,
    pub until: Option<String>,
    pub successor: Option<String>,
}

/// A day that is coming in a label's life.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct NextDay {
    pub on: String,
    pub what: String,
}

/// What a window knows of a label's life on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct LabelCourse {
    pub since: String,
    pub expiring: bool,
    pub flags: Vec<String>,
    pub steps: Vec<LabelStep>,
    pub next: Vec<NextDay>,
    pub offers: Vec<String>,
}

/// A step that a person is about to record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct LabelMoveForm {
    pub deed: String,
    pub from: Option<String>,
    pub until: Option<String>,
    pub months: Option<u32>,
    pub reason_fr: String,
    pub reason_en: String,
    pub grounds: String,
}

impl LabelMoveForm {
    /// The form as the journey takes it.
    ///
    /// # Errors
    /// A deed that is none, or a day that is missing or none.
    pub fn act(&self) -> Result<LabelAct> {
        let wrong = |what: &str| AppError::Input(what.to_owned());
        let day = |text: &Option<String>, what: &str| {
            let given = text.as_deref().map(str::trim).filter(|text| !text.is_empty());
            given.map(|text| Date::from_str(text).map_err(|_| wrong(what))).transpose()
        };
        let until = day(&self.until, "until")?;
        let needed = || until.ok_or_else(|| wrong("until"));
        let deed = match self.deed.as_str() {
            "extended" => Deed::Extended { evidence_due_on: needed()?, valid_until: None },
            "confirmed" => Deed::Confirmed {
                months: self
                    .months
                    .filter(|months| (1..=36).contains(months))
                    .ok_or_else(|| wrong("months"))?,
            },
            "formal-notice" => Deed::FormalNotice { deadline_on: needed()? },
            other => simple().into_iter().find(|deed| deed.code() == other).ok_or_else(|| wrong("deed"))?,
        };
        let from = day(&self.from, "from")?.filter(|_| deed.ends());
        let en = Some(self.reason_en.clone()).filter(|text| !text.trim().is_empty());
        let public = is_published(deed).then(|| PublicReason { fr: self.reason_fr.clone(), en });
        Ok(LabelAct { deed, from, successor: None, public, grounds: self.grounds.clone() })
    }
}

/// Deeds without terms of their own. What replaces a label is recorded when the new one is issued.
fn simple() -> Vec<Deed> {
    vec![
        Deed::Suspended,
        Deed::Reinstated,
        Deed::NoticeLifted,
        Deed::ChangeNotified,
        Deed::ChangeCleared,
        Deed::EvidenceReceived,
        Deed::Withdrawn,
        Deed::Renounced,
    ]
}

/// Every deed that a window may offer, with terms that only a form fills in.
fn offered(today: Date) -> Vec<Deed> {
    let terms = [
        Deed::FormalNotice { deadline_on: today },
        Deed::Extended { evidence_due_on: today, valid_until: None },
        Deed::Confirmed { months: 1 },
    ];
    simple().into_iter().chain(terms).collect()
}

impl Desk {
    /// What happened to a label, what comes next, and what this member may do about it.
    ///
    /// # Errors
    /// As [`Desk::label_life`].
    pub fn label_course(&self, dossier: DossierId) -> Result<LabelCourse> {
        let (claim, life) = self.label_life(dossier)?;
        let today = self.env.now().day_in_paris();
        let standing = life.on(today);
        let moves = self.label_moves(dossier)?;
        let next = coming(&claim, &standing, &moves, today);
        let mut steps = vec![granted(&claim)];
        for told in &moves {
            steps.push(self.step(told)?);
        }
        steps.reverse();
        steps.sort_by(|one, other| other.on.cmp(&one.on));
        let offers = self.label_offers(dossier, &offered(today))?;
        Ok(LabelCourse {
            since: life.since(today).to_string(),
            expiring: expiring(&standing, today),
            flags: standing.flags.iter().map(|flag| flag.replace("label.", "")).collect(),
            steps,
            next,
            offers: offers.into_iter().map(|deed| deed.code().to_owned()).collect(),
        })
    }

    /// Records a step as the form says, and shows the list as it then is.
    ///
    /// # Errors
    /// As [`Desk::move_label`].
    pub fn label_move(&mut self, dossier: DossierId, form: &LabelMoveForm) -> Result<LabelsView> {
        self.move_label(dossier, &form.act()?)?;
        self.labels_view()
    }

    fn step(&self, told: &ToldMove) -> Result<LabelStep> {
        let (event, said) = (told.recorded.event(), &told.recorded.said);
        let until = match said.deed {
            Deed::Extended { evidence_due_on, .. } => Some(evidence_due_on),
            Deed::FormalNotice { deadline_on } => Some(deadline_on),
            _ => None,
        };
        Ok(LabelStep {
            on: event.on.to_string(),
            recorded_on: event.recorded_on.map(|day| day.to_string()),
            what: said.deed.code().to_owned(),
            by: Some(self.name_of(told.recorded.by)?),
            public: is_published(said.deed),
            reason: said.public.as_ref().map(|text| Text { fr: text.fr.clone(), en: text.en.clone() }),
            grounds: told.grounds.clone(),
            until: until.map(|day| day.to_string()),
            successor: said.successor.clone(),
        })
    }
}

fn granted(claim: &Claim) -> LabelStep {
    LabelStep {
        on: claim.effective_on.to_string(),
        recorded_on: None,
        what: "granted".to_owned(),
        by: None,
        public: true,
        reason: None,
        grounds: None,
        until: Some(claim.valid_until.to_string()),
        successor: None,
    }
}

fn runs(standing: &Standing) -> bool {
    standing.stands || standing.state == LabelState::Suspended
}

fn expiring(standing: &Standing, today: Date) -> bool {
    runs(standing) && standing.valid_until.is_some_and(|until| today >= opens(until))
}

/// The days to come, the nearest first.
fn coming(claim: &Claim, standing: &Standing, moves: &[ToldMove], today: Date) -> Vec<NextDay> {
    let mut days: Vec<(Date, &str)> = Vec::new();
    let deeds = || moves.iter().rev().map(|told| told.recorded.said.deed);
    for told in moves {
        let event = told.recorded.event();
        if event.on > today && event.deed.ends() {
            days.push((event.on, event.deed.code()));
        }
    }
    if runs(standing)
        && let Some(until) = standing.valid_until
    {
        days.push((until, "expires"));
        days.push((opens(until), "renewable"));
    }
    if standing.state == LabelState::FormalNotice {
        let deadline = deeds().find_map(|deed| match deed {
            Deed::FormalNotice { deadline_on } => Some(deadline_on),
            _ => None,
        });
        days.extend(deadline.map(|day| (day, "notice-due")));
    }
    if standing.state == LabelState::ActiveProvisional {
        let extended = deeds().find_map(|deed| match deed {
            Deed::Extended { evidence_due_on, .. } => Some(evidence_due_on),
            _ => None,
        });
        let due = extended.or(claim.provisional.as_ref().map(|terms| terms.evidence_by));
        days.extend(due.map(|day| (day, "evidence-due")));
    }
    days.retain(|(day, _)| *day >= today);
    days.sort_unstable();
    days.into_iter().map(|(day, what)| NextDay { on: day.to_string(), what: what.to_owned() }).collect()
}
