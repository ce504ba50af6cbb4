//! Intake as the secretariat sees it: a package that was read, against a grid that is in force, line by line.

use std::collections::BTreeMap;

use sceau_domain::action::ActionKind;
use sceau_domain::moment::Moment;
use serde::{Deserialize, Serialize};

use super::references::{IncomingFile, StudyOffer, evidence, studies};
use super::{Problem, Text, from_hex, hex};
use crate::desk::Desk;
use crate::dossier::Reception;
use crate::error::{AppError, Result};
use crate::intake::table::Column;
use crate::intake::{Asked, Form, Item, Package, Severity, report};
use crate::label::day_in_paris;

/// Setting: what headers of publishers' tables mean to this institute, as JSON.
const COLUMNS: &str = "intake/columns";

/// A package that was read and waits for a decision.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// Name of the folder or file.
    pub name: String,
    /// When it was read.
    pub at: Moment,
    /// What it holds.
    pub package: Package,
}

/// What the secretariat chose so far; absent: what the package asks for, else the only one there is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// SHA-256 of the grid, in hexadecimal digits.
    pub grid: Option<String>,
    /// Code of the label.
    pub label: Option<String>,
}

/// A grid or label to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Offer {
    pub id: String,
    pub title: Text,
    pub version: Option<String>,
}

/// The part of the report in which a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the parts'")]
pub enum Part {
    Description,
    Prerequisites,
    Questionnaire,
    Evidence,
}

/// One line of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Line {
    pub part: Part,
    pub severity: Severity,
    pub code: String,
    pub place: String,
    pub title: Option<Text>,
    pub params: BTreeMap<String, String>,
}

/// A dossier whose declared answers wait for an examiner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ToExamine {
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub left: usize,
}

/// The completeness report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct IntakeView {
    pub name: String,
    pub at: u64,
    pub readable: bool,
    pub solution: String,
    pub version: String,
    pub publisher: String,
    pub contact: Option<String>,
    pub grids: Vec<Offer>,
    pub grid: Option<String>,
    pub labels: Vec<Offer>,
    pub label: Option<String>,
    pub number: String,
    pub questions: usize,
    pub answered: usize,
    pub prerequisites: usize,
    pub met: usize,
    pub files: usize,
    pub pages: u32,
    pub patient: usize,
    pub axes: usize,
    pub lines: Vec<Line>,
    pub missing: usize,
    pub knocked_out: bool,
    pub headers: Vec<String>,
    pub columns: BTreeMap<String, Column>,
    pub evidence: Vec<IncomingFile>,
    pub studies: Vec<StudyOffer>,
    pub form: Option<FormAsked>,
}

/// The form that stands in for a description that the package lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct FormAsked {
    pub key: String,
    pub guessed: Form,
    pub tables: Vec<String>,
    pub filled: bool,
}

impl From<&Asked> for FormAsked {
    fn from(asked: &Asked) -> Self {
        let Asked { key, guessed, tables, filled } = asked.clone();
        Self { key, guessed, tables, filled }
    }
}

/// What became of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Received {
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub preselected: bool,
    pub why: Option<Problem>,
}

impl Desk {
    /// What headers of publishers' tables mean to this institute, as somebody said once at this desk.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn columns(&self) -> Result<BTreeMap<String, Column>> {
        let kept = self.store.read(|read| read.setting(COLUMNS))?;
        Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// Remembers what headers mean; the last word about a header holds.
    ///
    /// # Errors
    /// The disk.
    pub fn keep_columns(&self, said: &BTreeMap<String, Column>) -> Result<()> {
        let mut columns = self.columns()?;
        let folded = said.iter().map(|(header, column)| (crate::intake::names::fold(header), *column));
        columns.extend(folded);
        let text = serde_json::to_string(&columns).map_err(|error| AppError::Input(error.to_string()))?;
        self.store.write(|write| write.put_setting(COLUMNS, &text))?;
        Ok(())
    }

    fn grids_in_force(&self) -> Vec<Offer> {
        let latest = self.board().latest_rules.iter().filter(|((kind, _), _)| *kind == ActionKind::Grid);
        latest
            .filter_map(|(_, digest)| Some((digest, self.grid(digest).ok()?)))
            .map(|(digest, grid)| Offer {
                id: hex(digest),
                title: Text::from(&grid.title),
                version: Some(grid.version),
            })
            .collect()
    }

    fn labels_in_force(&self) -> Vec<Offer> {
        let labels = self.labels().unwrap_or_default();
        let offer = |rule: &sceau_domain::grid::LabelRule| Offer {
            id: rule.code.clone(),
            title: Text::from(&rule.name),
            version: None,
        };
        labels.iter().map(offer).collect()
    }

    /// The completeness report of a package under what was chosen.
    ///
    /// # Errors
    /// The database cannot be read, or the grid chosen is not one of those in force.
    pub fn intake_view(&self, incoming: &Incoming, choice: &Choice) -> Result<IntakeView> {
        let package = &incoming.package;
        let (grids, labels) = (self.grids_in_force(), self.labels_in_force());
        let label = choice.label.clone().or_else(|| package.label.clone());
        let label = label.filter(|code| labels.iter().any(|offer| offer.id == *code));
        let digest = self.grid_for(package, choice, label.as_deref(), &grids)?;
        let mut view = IntakeView {
            name: incoming.name.clone(),
            at: incoming.at.0,
            readable: package.is_readable(),
            solution: package.solution.name.clone(),
            version: package.solution.version.clone(),
            publisher: package.publisher.name.clone(),
            contact: package.publisher.contact.email.clone(),
            grid: digest.as_ref().map(|digest| hex(digest)),
            grids,
            label,
            labels,
            number: self.next_dossier_number(day_in_paris(incoming.at).year())?,
            questions: 0,
            answered: 0,
            prerequisites: 0,
            met: 0,
            files: package.evidence.len(),
            pages: package.evidence.iter().filter_map(|file| file.pages).sum(),
            patient: package.items.iter().filter(|item| is_patient(item)).count(),
            axes: 0,
            lines: Vec::new(),
            missing: 0,
            knocked_out: false,
            headers: package.headers.clone(),
            columns: self.columns()?,
            evidence: evidence(&package.evidence),
            studies: Vec::new(),
            form: package.asked.as_ref().map(FormAsked::from),
        };
        let Some(digest) = digest else {
            view.lines = package.items.iter().map(|item| line(item, None)).collect();
            view.missing = package.items.iter().filter(|item| item.blocks()).count();
            return Ok(view);
        };
        let grid = self.grid(&digest)?;
        let found = report(package, &grid);
        view.studies = studies(&grid);
        view.axes = grid.axes.iter().filter(|axis| axis.code != "P").count();
        view.questions = found.questions;
        view.answered = found.answered;
        view.prerequisites = found.prerequisites;
        let not_met = found.knock_outs_failed.len().saturating_add(found.knock_outs_pending.len());
        view.met = found.prerequisites.saturating_sub(not_met);
        view.missing = found.missing_items();
        view.knocked_out = !found.knock_outs_failed.is_empty();
        view.lines = found.items.iter().map(|item| line(item, Some(&grid))).collect();
        Ok(view)
    }

    /// The grid of a package: chosen, else the publisher's, else the label's, else the only one.
    fn grid_for(
        &self,
        package: &Package,
        choice: &Choice,
        label: Option<&str>,
        grids: &[Offer],
    ) -> Result<Option<[u8; 32]>> {
        if let Some(chosen) = &choice.grid {
            let known = grids.iter().any(|offer| offer.id == *chosen);
            let digest = from_hex(chosen).filter(|_| known).ok_or(AppError::Unknown("grid"))?;
            return Ok(Some(digest));
        }
        let named = |id: &str| self.board().latest_rules.get(&(ActionKind::Grid, id.to_owned())).copied();
        let asked = package.grid.as_ref().and_then(|grid| named(&grid.id));
        let of_label =
            || label.and_then(|code| self.label_rule(code).ok()).and_then(|rule| named(&rule.grid));
        let only = || grids.first().filter(|_| grids.len() == 1).and_then(|offer| from_hex(&offer.id));
        Ok(asked.or_else(of_label).or_else(only))
    }

    /// Takes a package in. An entry mark under the bar is no failure: the dossier is admitted and stays so.
    ///
    /// # Errors
    /// As [`Desk::receive`].
    pub fn accept(&mut self, incoming: &Incoming, how: &Reception) -> Result<Received> {
        let before: Vec<_> = self.board().dossiers.keys().copied().collect();
        let answer = |dossier: String, preselected, why| Received {
            dossier,
            number: how.number.clone(),
            solution: incoming.package.solution.name.clone(),
            preselected,
            why,
        };
        match self.receive(&incoming.package, how) {
            Ok(dossier) => Ok(answer(dossier.to_string(), true, None)),
            Err(error) => {
                let born = self.board().dossiers.iter().find(|(id, _)| !before.contains(id));
                let admitted =
                    born.filter(|(_, state)| state.stage == sceau_domain::dossier::Stage::Admissible);
                match admitted {
                    Some((dossier, _)) => Ok(answer(dossier.to_string(), false, Some(Problem::from(&error)))),
                    None => Err(error),
                }
            }
        }
    }
}

fn is_patient(item: &Item) -> bool {
    matches!(item.code, "intake.patient" | "intake.patient-page")
}

fn line(item: &Item, grid: Option<&sceau_domain::grid::Grid>) -> Line {
    let criterion = grid.and_then(|grid| grid.criterion(&item.place));
    let of = |prefix: &str| item.code.strip_prefix("intake.").is_some_and(|code| code.starts_with(prefix));
    let part = match criterion {
        Some(criterion) if criterion.is_prerequisite() => Part::Prerequisites,
        Some(_) => Part::Questionnaire,
        None if of("answer") || item.code == "intake.evidence-asked" => Part::Questionnaire,
        None if of("other-grid") || of("class-missing") => Part::Questionnaire,
        None if of("description") || of("has-class") || of("package") => Part::Description,
        None => Part::Evidence,
    };
    let own = item.params.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    Line {
        part,
        severity: item.severity,
        code: item.code.to_owned(),
        place: item.place.clone(),
        title: criterion.map(|criterion| Text::from(&criterion.title)),
        params: own.collect(),
    }
}
