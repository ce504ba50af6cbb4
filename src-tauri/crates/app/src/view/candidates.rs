//! Who could review a dossier, and whom the product proposes.

use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::visibility::may_follow_dossier;
use serde::{Deserialize, Serialize};

use super::Text;
use super::judging::member_id;
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// Somebody who could review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Candidate {
    pub member: String,
    pub name: String,
    pub college: String,
    pub college_title: Text,
    pub load: usize,
    pub max_load: Option<u64>,
    pub free: bool,
    pub expired: bool,
    pub away_until: Option<String>,
    pub proposed: bool,
    pub assigned: bool,
}

/// Who could review, and whom the product proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Candidates {
    pub wanted: usize,
    pub candidates: Vec<Candidate>,
    pub short: Vec<Text>,
    pub too_few: bool,
}

impl Desk {
    /// Who could review a dossier: the seated members with their load, and the product's proposal of so many.
    ///
    /// # Errors
    /// This person does not lead the dossier.
    pub fn candidates(&self, dossier: DossierId, wanted: usize) -> Result<Candidates> {
        if !may_follow_dossier(self.board(), self.me()?, dossier) {
            return Err(sceau_domain::refusal::Refusal::NotByYou.into());
        }
        let state = self.dossier(dossier)?;
        let seats = self.seated_by_college();
        // At least one of those who treat and one of those who are treated (rules §4), where the board has them.
        let minima: Vec<(String, usize)> = ["clinicians", "patients"]
            .into_iter()
            .filter(|code| seats.iter().any(|(_, college, _)| college == code))
            .map(|code| (code.to_owned(), 1))
            .collect();
        let limits = self.max_loads()?;
        let proposal = self.propose_reviewers(dossier, wanted, &minima)?;
        let mut candidates = Vec::with_capacity(seats.len());
        for (member, college, college_title) in &seats {
            candidates.push(Candidate {
                member: member.to_string(),
                name: self.name_of(*member)?,
                college: college.clone(),
                college_title: college_title.clone(),
                load: self.load(*member, dossier),
                max_load: limits.get(member).copied(),
                free: state.may_read(*member)
                    && !state.is_recused(*member)
                    && !state.recourse.bars_rapporteur(*member)
                    && (state.assigned.contains(member) || !self.ran_out(state, *member)),
                expired: self.ran_out(state, *member),
                away_until: self.away_until(*member)?.map(|day| day.to_string()),
                proposed: proposal.reviewers.contains(member),
                assigned: state.assigned.contains(member),
            });
        }
        let short = proposal.codes.iter().filter_map(|code| code.strip_prefix("assign.college-short@"));
        let title =
            |code: &str| seats.iter().find(|(_, college, _)| college == code).map(|seat| seat.2.clone());
        Ok(Candidates {
            wanted,
            candidates,
            short: short.filter_map(title).collect(),
            too_few: proposal.codes.iter().any(|code| code == "assign.too-few"),
        })
    }

    /// Assigns exactly these reviewers.
    ///
    /// # Errors
    /// As [`Desk::assign`].
    pub fn assign_view(
        &mut self,
        dossier: DossierId,
        members: &[String],
    ) -> Result<super::dossier::DossierPage> {
        let members: Vec<MemberId> = members.iter().map(|id| member_id(id)).collect::<Result<_>>()?;
        if members.is_empty() {
            return Err(AppError::Procedure("assign.too-few".to_owned()));
        }
        self.assign(dossier, &members, members.len())?;
        self.dossier_page(dossier)
    }
}
