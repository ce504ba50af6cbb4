//! Declared answers under the examiner's eye: what was declared, what was found, and why.

use sceau_domain::dossier::Stage;
use sceau_domain::grid::Kind;
use sceau_domain::id::DossierId;
use sceau_domain::role::Role;
use sceau_ledger::payload::sealed::{EvidenceItem, Examined};
use serde::{Deserialize, Serialize};

use super::intake::ToExamine;
use super::review::{Anchor, EvidenceFile};
use super::{Text, hex};
use crate::desk::Desk;
use crate::error::Result;

/// An answer that a criterion may have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Possible {
    pub code: String,
    pub title: Text,
}

/// One declared answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ToJudge {
    pub criterion: String,
    pub title: Text,
    pub prerequisite: bool,
    pub declared: Text,
    pub comment: Option<String>,
    pub evidence: Vec<String>,
    pub files: Vec<String>,
    pub possible: Vec<Possible>,
    pub status: Option<String>,
    pub value: Option<String>,
    pub corrected: Option<Text>,
    pub why: String,
    pub anchors: Vec<Anchor>,
}

/// The examination of a dossier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ExaminationView {
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub publisher: String,
    pub rows: Vec<ToJudge>,
    pub files: Vec<EvidenceFile>,
    pub left: usize,
    pub may: bool,
}

/// What the examiner found about one answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Judged {
    pub criterion: String,
    pub status: String,
    pub value: Option<String>,
    pub why: String,
    pub anchors: Vec<Anchor>,
}

/// Whether answers can still be examined.
pub(super) fn early(stage: Stage) -> bool {
    use Stage as S;
    matches!(stage, S::Admissible | S::Preselected | S::Assigned | S::Scoring | S::Opened | S::Discussion)
}

impl Desk {
    /// The examination of a dossier.
    ///
    /// # Errors
    /// The dossier's key or grid is not on this laptop.
    pub fn examination_view(&self, dossier: DossierId) -> Result<ExaminationView> {
        let card = self.card(dossier)?;
        let answers = self.answers(dossier)?;
        let grid = self.grid(&answers.grid)?;
        let examined = self.examination(dossier)?;
        let items = self.evidence(dossier)?;
        let named = |item: &EvidenceItem| hex(&item.sha256);
        let mut rows = Vec::new();
        for answer in &answers.answers {
            let Some(criterion) = grid.criterion(&answer.criterion) else { continue };
            let possible: Vec<Possible> = match &criterion.kind {
                Kind::Scale { from, to, .. } => (*from..=*to)
                    .map(|level| level.to_string())
                    .map(|code| {
                        let words = criterion.anchors.get(&code);
                        Possible { title: words.map_or_else(|| Text::plain(&code), Text::from), code }
                    })
                    .collect(),
                _ => criterion
                    .options()
                    .iter()
                    .map(|option| Possible {
                        code: option.code.clone(),
                        title: option.title.as_ref().map_or_else(|| Text::plain(&option.code), Text::from),
                    })
                    .collect(),
            };
            let found = examined.get(&answer.criterion);
            let in_words = |value: &String| {
                let known = possible.iter().find(|one| one.code == *value);
                known.map_or_else(|| Text::plain(value), |one| one.title.clone())
            };
            let corrected = found.and_then(|row| row.value.as_ref()).map(in_words);
            rows.push(ToJudge {
                criterion: answer.criterion.clone(),
                title: Text::from(&criterion.title),
                prerequisite: criterion.is_prerequisite(),
                declared: in_words(&answer.answer),
                comment: answer.comment.clone(),
                evidence: answer.evidence.clone(),
                files: items.iter().filter(|item| answer.evidence.contains(&item.name)).map(named).collect(),
                corrected,
                possible,
                status: found.map(|row| row.status.clone()),
                value: found.and_then(|row| row.value.clone()),
                why: found.map(|row| row.why.clone()).unwrap_or_default(),
                anchors: found
                    .map(|row| row.anchors.iter().cloned().map(Anchor::from).collect())
                    .unwrap_or_default(),
            });
        }
        let me = self.me()?;
        let board = self.board();
        Ok(ExaminationView {
            dossier: dossier.to_string(),
            number: card.number,
            solution: card.solution,
            publisher: card.publisher,
            left: rows.iter().filter(|row| row.status.is_none()).count(),
            rows,
            files: self.evidence_files(dossier, &grid)?,
            may: board.has_role(me, Role::Secretariat) || board.has_role(me, Role::Examiner),
        })
    }

    /// Records what was found, and answers the examination as it stands.
    ///
    /// # Errors
    /// As [`Desk::examine`].
    pub fn examine_view(&mut self, dossier: DossierId, rows: Vec<Judged>) -> Result<ExaminationView> {
        let rows = rows.into_iter().map(|row| {
            let anchors = row.anchors.into_iter().map(Anchor::record).collect::<Result<_>>()?;
            let Judged { criterion, status, value, why, .. } = row;
            Ok(Examined { criterion, status, value, why, anchors })
        });
        let rows = rows.collect::<Result<_>>()?;
        self.examine(dossier, rows)?;
        self.examination_view(dossier)
    }

    /// Dossiers that this desk reads and whose declared answers wait for an examiner.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn to_examine(&self) -> Result<Vec<ToExamine>> {
        let me = self.me()?;
        let mut found = Vec::new();
        for (dossier, state) in &self.board().dossiers {
            if !early(state.stage) || !sceau_domain::visibility::may_read_dossier(self.board(), me, *dossier)
            {
                continue;
            }
            // Content still on its way must not hide the other dossiers.
            let Ok(view) = self.examination_view(*dossier) else { continue };
            if view.left > 0 {
                found.push(ToExamine {
                    dossier: view.dossier,
                    number: view.number,
                    solution: view.solution,
                    left: view.left,
                });
            }
        }
        found.sort_by(|one, other| one.number.cmp(&other.number));
        Ok(found)
    }
}
