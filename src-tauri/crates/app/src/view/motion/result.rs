//! What a count gives, with its reasons, and the decision on record.

use std::collections::BTreeMap;

use sceau_certificate::content::Improvement;
use sceau_domain::id::MotionId;
use sceau_domain::visibility::may_follow_dossier;
use serde::{Deserialize, Serialize};

use super::LetterFacts;
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// A reason of the rules with what its sentence needs; people and colleges by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ReasonView {
    pub code: String,
    pub params: BTreeMap<String, String>,
}

/// Something sealed that is not in order, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Fault {
    pub name: String,
    pub code: String,
}

/// Votes by option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ChoiceCount {
    pub option: String,
    pub n: u64,
}

/// What the count gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ResultView {
    pub outcome: String,
    pub choices: Vec<ChoiceCount>,
    pub reasons: Vec<ReasonView>,
    pub unreadable: Vec<Fault>,
    pub faults: Vec<Fault>,
}

/// A point to improve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Point {
    pub criterion: String,
    pub observation: String,
    pub change: String,
    pub by: Option<String>,
}

/// The decision on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct DecisionView {
    pub outcome: String,
    pub reasons: Vec<String>,
    pub improve: Vec<Point>,
    pub letter: Option<LetterFacts>,
}

impl Desk {
    pub(super) fn result_view(&self, motion: MotionId) -> Result<ResultView> {
        let counted = self.count(motion)?;
        let mut reasons = Vec::new();
        for reason in &counted.decision.reasons {
            let mut params = BTreeMap::new();
            for (name, value) in &reason.params {
                let said = match *name {
                    "who" | "alternate" | "member" => match value.parse() {
                        Ok(member) => self.name_of(member)?,
                        Err(_) => value.clone(),
                    },
                    _ => value.clone(),
                };
                params.insert((*name).to_owned(), said);
            }
            reasons.push(ReasonView { code: reason.code.clone(), params });
        }
        let mut unreadable = Vec::new();
        for (member, why) in &counted.unreadable {
            unreadable.push(Fault { name: self.name_of(*member)?, code: why.code().to_owned() });
        }
        let mut faults: Vec<Fault> = Vec::new();
        for fault in &counted.faults {
            let one = Fault { name: self.name_of(fault.officer)?, code: "share-not-proven".to_owned() };
            if !faults.contains(&one) {
                faults.push(one);
            }
        }
        let choices = counted.decision.counts.choices.clone().unwrap_or_default();
        Ok(ResultView {
            outcome: counted.decision.outcome,
            choices: choices.into_iter().map(|(option, n)| ChoiceCount { option, n }).collect(),
            reasons,
            unreadable,
            faults,
        })
    }

    pub(super) fn decision_view(&self, motion: MotionId) -> Result<Option<DecisionView>> {
        let Some(outcome) = self.outcome_on_record(motion)? else { return Ok(None) };
        let dossier = self.motion(motion)?.dossier;
        let opinion = self.opinion(dossier)?;
        let (reasons, improve) =
            opinion.map_or_else(Default::default, |words| (words.reasons, words.improve));
        let improve: Vec<Point> = improve.into_iter().map(Point::from).collect();
        // A label comes with its certificate; whoever gets none gets a letter.
        let follows = may_follow_dossier(self.board(), self.me()?, dossier);
        let owed = follows && matches!(outcome.as_str(), "refuse" | "defer");
        let letter = if owed { Some(self.letter_facts(dossier, &improve)?) } else { None };
        Ok(Some(DecisionView { outcome, reasons, improve, letter }))
    }
}

impl From<Improvement> for Point {
    fn from(from: Improvement) -> Self {
        Self {
            criterion: from.criterion,
            observation: from.observation,
            change: from.change,
            by: from.by.map(|day| day.to_string()),
        }
    }
}

impl TryFrom<Point> for Improvement {
    type Error = AppError;

    fn try_from(from: Point) -> Result<Self> {
        let by = from.by.filter(|day| !day.is_empty()).map(|day| day.parse()).transpose();
        Ok(Self {
            criterion: from.criterion,
            observation: from.observation,
            change: from.change,
            by: by.map_err(|_| AppError::Input("by".to_owned()))?,
        })
    }
}
