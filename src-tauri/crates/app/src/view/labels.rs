//! Labels: those to issue, those in public, and the form of a certificate.

use std::str::FromStr;

use jiff::civil::Date;
use sceau_certificate::content::{Improvement, Signatory};
use sceau_domain::dossier::Stage;
use sceau_domain::id::DossierId;
use sceau_domain::permission::{acting_chair, stands_in};
use sceau_domain::role::Role;
use serde::{Deserialize, Serialize};

use super::figures::FiguresView;
use super::label_life::LabelCourse;
use super::motion::LetterFacts;
use super::{Problem, Text};
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::label::{Issue, day_in_paris};

/// Labels to issue and labels in public.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct LabelsView {
    pub to_issue: Vec<ToIssue>,
    pub issued: Vec<IssuedLabel>,
}

/// A granted dossier without a label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ToIssue {
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub version: String,
    pub publisher: String,
    pub decided_on: String,
    pub outcome: String,
    pub label: Text,
    pub refusal: Option<Problem>,
}

/// A label in public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct IssuedLabel {
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub version: String,
    pub publisher: String,
    pub label: Text,
    pub state: String,
    pub effective_on: String,
    pub valid_until: String,
    pub url: String,
    pub here: bool,
    pub renewal: Option<Renewing>,
    pub letter: Option<LetterFacts>,
    #[serde(flatten)]
    pub course: LabelCourse,
}

/// The dossier in which a label's renewal is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Renewing {
    pub dossier: String,
    pub number: String,
}

/// What the secretariat decides about a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct LabelForm {
    pub number: String,
    pub effective_on: String,
    pub provisional: bool,
    pub signatories: Vec<Signatory>,
    pub agreement_signed: bool,
}

/// Terms of a provisional label, in months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ProvisionalTerms {
    pub months: u32,
    pub evidence_months: u32,
}

/// What a certificate would say, and what may still be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct LabelDraft {
    pub form: LabelForm,
    pub earliest_on: String,
    pub months: u32,
    pub provisional: Option<ProvisionalTerms>,
    pub reasons: Vec<String>,
    pub improve: Vec<Improvement>,
    pub figures: FiguresView,
}

impl LabelForm {
    /// The form as the journey takes it.
    ///
    /// # Errors
    /// A day that is none, or nobody who signs.
    pub fn decided(&self) -> Result<Issue> {
        let wrong = |what: &str| AppError::Input(what.to_owned());
        let signatories: Vec<Signatory> =
            self.signatories.iter().filter(|one| !one.name.trim().is_empty()).cloned().collect();
        if signatories.is_empty() {
            return Err(wrong("signatories"));
        }
        Ok(Issue {
            number: self.number.trim().to_owned(),
            effective_on: Date::from_str(&self.effective_on).map_err(|_| wrong("effective_on"))?,
            provisional: self.provisional,
            signatories,
            agreement_signed: self.agreement_signed,
        })
    }
}

impl Desk {
    /// Labels to issue, for the secretariat, and labels in public, for everybody.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn labels_view(&self) -> Result<LabelsView> {
        let mut view = LabelsView::default();
        let issues = self.board().has_role(self.me()?, Role::Secretariat);
        for (dossier, state) in &self.board().dossiers {
            if issues && !state.published && self.stage(*dossier)? == Stage::Granted {
                view.to_issue.extend(self.to_issue(*dossier)?);
            }
        }
        view.to_issue.sort_by(|one, other| one.number.cmp(&other.number));
        let today = day_in_paris(self.env.now());
        let renewals = self.renewals()?;
        let published = self.board().dossiers.iter().filter(|(_, state)| state.published);
        for dossier in published.map(|(dossier, _)| *dossier) {
            // A label whose facts cannot be read here has no page either.
            let Some(claim) = self.published_claim(dossier)? else { continue };
            let standing = self.label_life(dossier)?.1.on(today);
            view.issued.push(IssuedLabel {
                dossier: dossier.to_string(),
                state: standing.public.code().to_owned(),
                valid_until: standing.valid_until.unwrap_or(claim.valid_until).to_string(),
                effective_on: claim.effective_on.to_string(),
                here: self.certificate(dossier).is_ok(),
                course: self.label_course(dossier)?,
                // Whoever cannot read the answers knows nobody to write to.
                letter: if issues { self.letter_facts(dossier, &[]).ok() } else { None },
                renewal: match renewals.get(&claim.number) {
                    Some(renewing) => self
                        .card_of(*renewing)?
                        .map(|card| Renewing { dossier: renewing.to_string(), number: card.number }),
                    None => None,
                },
                url: claim.check_url,
                number: claim.number,
                solution: claim.solution.name,
                version: claim.solution.version,
                publisher: claim.holder,
                label: Text { fr: claim.label.fr, en: claim.label.en },
            });
        }
        view.issued.sort_by(|one, other| other.number.cmp(&one.number));
        Ok(view)
    }

    pub(crate) fn to_issue(&self, dossier: DossierId) -> Result<Option<ToIssue>> {
        let Some(card) = self.card_of(dossier)? else { return Ok(None) };
        let rule = self.label_rule(&self.answers(dossier)?.label)?;
        let (_, decided) = self.decision_of(dossier)?;
        Ok(Some(ToIssue {
            dossier: dossier.to_string(),
            number: card.number,
            solution: card.solution,
            version: card.version,
            publisher: card.publisher,
            decided_on: day_in_paris(decided).to_string(),
            outcome: self.decided(dossier)?.map(|decided| decided.outcome).unwrap_or_default(),
            label: Text { fr: rule.name.fr.clone(), en: rule.name.en.clone() },
            refusal: self.judge_issue(dossier, true).err().map(Problem::from),
        }))
    }

    /// What a certificate would say if it were issued now.
    ///
    /// # Errors
    /// The dossier is not decided, or its key is not here.
    pub fn label_draft(&self, dossier: DossierId) -> Result<LabelDraft> {
        let rule = self.label_rule(&self.answers(dossier)?.label)?;
        let (_, decided) = self.decision_of(dossier)?;
        let earliest = day_in_paris(decided);
        let opinion = self.opinion(dossier)?;
        let (reasons, improve) = opinion.map(|words| (words.reasons, words.improve)).unwrap_or_default();
        let mut signatories = Vec::new();
        if let Some(member) = acting_chair(self.board(), self.dossier(dossier)?) {
            // The window fills in how the role is printed, in the language of certificates.
            let instead = stands_in(self.board(), self.dossier(dossier)?, member);
            let role = if instead { "vice-chair" } else { "chair" };
            signatories.push(Signatory { name: self.name_of(member)?, role: role.to_owned() });
        }
        Ok(LabelDraft {
            form: LabelForm {
                number: self.next_label_number(),
                effective_on: earliest.max(day_in_paris(self.env.now())).to_string(),
                provisional: false,
                signatories,
                agreement_signed: false,
            },
            earliest_on: earliest.to_string(),
            months: rule.validity_months,
            provisional: rule.provisional.map(|terms| ProvisionalTerms {
                months: terms.months,
                evidence_months: terms.evidence_months,
            }),
            reasons,
            improve,
            figures: FiguresView::from(&self.figures(dossier)?),
        })
    }

    /// Issues a label as the form says, and shows the list as it then is.
    ///
    /// # Errors
    /// As [`Desk::issue`].
    pub fn label_issue(&mut self, dossier: DossierId, form: &LabelForm) -> Result<LabelsView> {
        self.issue(dossier, &form.decided()?)?;
        self.labels_view()
    }

    /// The signed certificate with the name that its file should bear.
    ///
    /// # Errors
    /// As [`Desk::certificate`].
    pub fn certificate_file(&self, dossier: DossierId) -> Result<(String, Vec<u8>)> {
        let pdf = self.certificate(dossier)?;
        let number = self.dossier(dossier)?.certificate.as_ref().map_or("", |(number, _)| number);
        Ok((format!("certificat-{number}.pdf"), pdf))
    }
}
