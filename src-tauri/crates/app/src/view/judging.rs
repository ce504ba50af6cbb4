//! Declared links that ask for a decision, the recusals that stand, and the proposal of reviewers.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sceau_domain::action::{ActionKind, Declaration, RecusalLevel};
use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::interests::{Category, Entity, Interest as Fact, Match, Proposal, compare, propose};
use sceau_domain::visibility::{may_follow_dossier, may_read_interests};
use sceau_ledger::payload::sealed::{Card, InterestItem};
use serde::{Deserialize, Serialize};

use super::Text;
use super::card::Interest;
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::label::day_in_paris;

/// How far a recusal goes, as the window writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each is")]
pub enum Level {
    None,
    Criterion,
    Discuss,
    Full,
}

impl Level {
    const fn read(self) -> Option<RecusalLevel> {
        match self {
            Self::None => None,
            Self::Criterion => Some(RecusalLevel::Criterion),
            Self::Discuss => Some(RecusalLevel::Discuss),
            Self::Full => Some(RecusalLevel::Full),
        }
    }

    const fn of(level: Option<RecusalLevel>) -> Self {
        match level {
            None => Self::None,
            Some(RecusalLevel::Criterion) => Self::Criterion,
            Some(RecusalLevel::Discuss) => Self::Discuss,
            Some(RecusalLevel::Full) => Self::Full,
        }
    }
}

/// A declared link with what the product makes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct DeclaredLink {
    pub interest: Interest,
    pub major: bool,
    pub same_as: Option<String>,
}

/// A declaration that asks for a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Judgement {
    pub dossier: String,
    pub solution: String,
    pub publisher: String,
    pub member: String,
    pub name: String,
    pub college: Text,
    pub declared_at: Option<u64>,
    pub links: Option<Vec<DeclaredLink>>,
    pub proposed: Level,
    pub may_decide: bool,
    pub assigned: bool,
}

/// What was decided about a member's links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Decided {
    pub dossier: String,
    pub solution: String,
    pub member: String,
    pub name: String,
    pub level: Level,
    pub at: u64,
    pub by: String,
    pub may_decide: bool,
}

/// The board of interests.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct InterestsBoard {
    pub now: u64,
    pub pending: Vec<Judgement>,
    pub recusals: Vec<Decided>,
    pub cleared: Vec<Decided>,
}

/// Somebody who could review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Candidate {
    pub member: String,
    pub name: String,
    pub college: String,
    pub college_title: Text,
    pub load: usize,
    pub free: bool,
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
    /// Declarations to judge, and what was decided, for those who may know it.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn interests_board(&self) -> Result<InterestsBoard> {
        let me = self.me()?;
        let mut view = InterestsBoard { now: self.env.now().0, ..InterestsBoard::default() };
        let titles: BTreeMap<MemberId, Text> =
            self.seated_by_college().into_iter().map(|(member, _, title)| (member, title)).collect();
        for (dossier, state) in &self.board().dossiers {
            let Some(card) = self.card_of(*dossier)? else { continue };
            if state.is_shut_out(me) {
                continue;
            }
            for member in self.to_judge(state).filter(|of| may_read_interests(self.board(), me, *of)) {
                let college = titles.get(&member).cloned().unwrap_or_default();
                view.pending.push(self.judgement(*dossier, &card, member, college)?);
            }
            if !may_follow_dossier(self.board(), me, *dossier) {
                continue;
            }
            for (member, level) in &state.recusals {
                let decided = self.decided_about(*dossier, &card, *member, Level::of(*level))?;
                if level.is_some() { &mut view.recusals } else { &mut view.cleared }.extend(decided);
            }
        }
        view.pending.sort_by_key(|one| one.declared_at);
        view.recusals.sort_by_key(|one| std::cmp::Reverse(one.at));
        view.cleared.sort_by_key(|one| std::cmp::Reverse(one.at));
        Ok(view)
    }

    fn judgement(
        &self,
        dossier: DossierId,
        card: &Card,
        member: MemberId,
        college: Text,
    ) -> Result<Judgement> {
        let declared =
            self.sealed(ActionKind::Interests, dossier.0).filter(|one| one.member == member).last();
        let today = day_in_paris(self.env.now());
        let links: Option<Vec<DeclaredLink>> = self
            .declared(dossier, member)?
            .map(|items| items.0.into_iter().map(|item| link(item, card, today)).collect());
        let major = links.as_ref().is_some_and(|links| links.iter().any(|link| link.major));
        Ok(Judgement {
            dossier: dossier.to_string(),
            solution: card.solution.clone(),
            publisher: card.publisher.clone(),
            member: member.to_string(),
            name: self.name_of(member)?,
            college,
            declared_at: declared.map(|one| one.at.0),
            links,
            proposed: if major { Level::Full } else { Level::None },
            may_decide: self.permitted(ActionKind::Recusal, &[dossier.0, member.0]).is_ok(),
            assigned: self.dossier(dossier)?.assigned.contains(&member),
        })
    }

    fn decided_about(
        &self,
        dossier: DossierId,
        card: &Card,
        member: MemberId,
        level: Level,
    ) -> Result<Option<Decided>> {
        let last =
            self.sealed(ActionKind::Recusal, dossier.0).filter(|one| one.objects.get(1) == Some(&member.0));
        let Some(last) = last.last() else { return Ok(None) };
        Ok(Some(Decided {
            dossier: dossier.to_string(),
            solution: card.solution.clone(),
            member: member.to_string(),
            name: self.name_of(member)?,
            level,
            at: last.at.0,
            by: self.name_of(last.member)?,
            may_decide: self.permitted(ActionKind::Recusal, &[dossier.0, member.0]).is_ok(),
        }))
    }

    /// Decides about a member's links as the form says it, and answers the board as it stands then.
    ///
    /// # Errors
    /// As [`Desk::recuse`].
    pub fn decide_interests(
        &mut self,
        dossier: DossierId,
        member: &str,
        level: Level,
    ) -> Result<InterestsBoard> {
        self.recuse(dossier, member_id(member)?, level.read())?;
        self.interests_board()
    }

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
        let proposal = self.propose_reviewers(dossier, wanted, &minima)?;
        let mut candidates = Vec::with_capacity(seats.len());
        for (member, college, college_title) in &seats {
            candidates.push(Candidate {
                member: member.to_string(),
                name: self.name_of(*member)?,
                college: college.clone(),
                college_title: college_title.clone(),
                load: self.load(*member),
                free: state.may_read(*member) && !state.is_recused(*member),
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

fn member_id(text: &str) -> Result<MemberId> {
    text.parse().map_err(|_| AppError::Unknown("member"))
}

/// What the rules propose about a link, and whom of the dossier it names.
fn link(item: InterestItem, card: &Card, today: Date) -> DeclaredLink {
    let fact = Fact {
        category: category(&item.category),
        until: item.to.as_deref().and_then(last_day),
        // Forms do not say these two: the chair sees the words and decides.
        leads_evidence: false,
        in_charge: false,
    };
    let declared = Entity { name: item.entity.clone(), identifiers: Vec::new() };
    let named = |known: &&sceau_ledger::payload::sealed::Entity| {
        let entity =
            Entity { name: known.name.clone(), identifiers: known.identifier.iter().cloned().collect() };
        matches!(compare(&declared, &entity), Some(Match::Possible | Match::PossibleStrong))
    };
    let same_as = card.entities.iter().find(named).map(|known| known.role.clone());
    DeclaredLink {
        major: propose(&fact, today) == Proposal::Full,
        same_as,
        interest: Interest {
            category: item.category,
            entity: item.entity,
            from: item.from,
            to: item.to,
            paid: item.paid,
            text: item.text,
        },
    }
}

fn category(code: &str) -> Category {
    match code {
        "employment" => Category::Employment,
        "consultancy" => Category::Consultancy,
        "study" => Category::Study,
        "speaking" => Category::Speaking,
        "grant" => Category::Grant,
        "holdings" => Category::Holdings,
        "patent" => Category::Patent,
        "design" => Category::ProductDesign,
        "competitor" => Category::Competitor,
        "family" => Category::ClosePerson,
        "position" => Category::PublicPosition,
        _ => Category::Other,
    }
}

/// The last day of a `YYYY` or `YYYY-MM`.
fn last_day(text: &str) -> Option<Date> {
    let (year, month) = match text.split_once('-') {
        Some((year, month)) => (year.parse().ok()?, month.parse().ok()?),
        None => (text.parse().ok()?, 12),
    };
    Some(Date::new(year, month, 1).ok()?.last_of_month())
}

/// Whether a member declared a link that nobody has judged.
pub(crate) fn waits(state: &sceau_domain::board::DossierState, member: MemberId) -> bool {
    state.declared.get(&member) == Some(&Declaration::Something) && !state.recusals.contains_key(&member)
}
