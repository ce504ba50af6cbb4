//! Declared links that ask for a decision, and the recusals that stand.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sceau_domain::action::{ActionKind, RecusalLevel};
use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::interests::{Category, Interest as Fact, Proposal, propose};
use sceau_domain::visibility::{may_follow_dossier, may_read_interests};
use sceau_ledger::payload::sealed::{Card, Entity, InterestItem, NameMatch};
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
    pub(super) const fn read(self) -> Option<RecusalLevel> {
        match self {
            Self::None => None,
            Self::Criterion => Some(RecusalLevel::Criterion),
            Self::Discuss => Some(RecusalLevel::Discuss),
            Self::Full => Some(RecusalLevel::Full),
        }
    }

    pub(super) const fn of(level: Option<RecusalLevel>) -> Self {
        match level {
            None => Self::None,
            Some(RecusalLevel::Criterion) => Self::Criterion,
            Some(RecusalLevel::Discuss) => Self::Discuss,
            Some(RecusalLevel::Full) => Self::Full,
        }
    }
}

/// What a person said of a match of names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Ruled {
    pub confirmed: bool,
    pub reason: String,
    pub by: String,
    pub at: u64,
}

/// An entity of the dossier that may be the declared one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct MatchedName {
    pub role: String,
    pub name: String,
    pub identifier: Option<String>,
    pub strong: bool,
    pub ruled: Option<Ruled>,
}

/// A declared link with what the product makes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct DeclaredLink {
    pub interest: Interest,
    pub major: bool,
    pub matches: Vec<MatchedName>,
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
    pub before: Option<Level>,
    pub may_decide: bool,
    pub may_match: bool,
    pub assigned: bool,
}

/// A criterion by its code and words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct NamedCriterion {
    pub code: String,
    pub title: Text,
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
    pub criteria: Vec<NamedCriterion>,
    pub reason: Option<String>,
    pub links: Vec<DeclaredLink>,
    pub at: u64,
    pub by: String,
    pub may_decide: bool,
    pub may_match: bool,
    pub assigned: bool,
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

/// Criteria that a recusal may name, and whether those that are named come to half of the weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct RecusalReach {
    pub criteria: Vec<NamedCriterion>,
    pub proposes_discuss: bool,
}

/// A decision as the form says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Verdict {
    pub level: Level,
    pub reason: String,
    pub criteria: Vec<String>,
}

/// A word about a match as the form says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct MatchWord {
    pub entity: String,
    pub entity_identifier: Option<String>,
    pub role: String,
    pub name: String,
    pub identifier: Option<String>,
    pub confirmed: bool,
    pub reason: String,
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
            let to_judge: Vec<MemberId> = self.to_judge(*dossier, state).collect();
            for member in to_judge.iter().filter(|of| may_read_interests(self.board(), state, me, **of)) {
                let college = titles.get(member).cloned().unwrap_or_default();
                view.pending.push(self.judgement(*dossier, &card, *member, college)?);
            }
            if !may_follow_dossier(self.board(), me, *dossier) {
                continue;
            }
            for (member, level) in state.recusals.iter().filter(|(of, _)| !to_judge.contains(of)) {
                let decided = self.decided_about(*dossier, &card, *member, *level)?;
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
        let links = self.links(dossier, member, card)?;
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
            before: self.dossier(dossier)?.recusals.get(&member).map(|level| Level::of(*level)),
            may_match: self.permitted(ActionKind::NameMatch, &[dossier.0, member.0]).is_ok(),
            may_decide: self.permitted(ActionKind::Recusal, &[dossier.0, member.0]).is_ok(),
            assigned: self.dossier(dossier)?.assigned.contains(&member),
        })
    }

    /// What a member declared last, with the proposals of the rules; `None`: not sealed to this computer.
    fn links(&self, dossier: DossierId, member: MemberId, card: &Card) -> Result<Option<Vec<DeclaredLink>>> {
        if !may_read_interests(self.board(), self.dossier(dossier)?, self.me()?, member) {
            return Ok(None);
        }
        let today = day_in_paris(self.env.now());
        let Some(items) = self.declared(dossier, member)? else { return Ok(None) };
        let mut links = Vec::with_capacity(items.0.len());
        for item in items.0 {
            let mut matches = Vec::new();
            for alike in self.alike(dossier, member, card, &item)? {
                let ruled = match alike.ruling {
                    None => None,
                    Some(said) => Some(Ruled {
                        confirmed: said.confirmed,
                        reason: said.reason,
                        by: self.name_of(said.by)?,
                        at: said.at.0,
                    }),
                };
                let Entity { role, name, identifier } = alike.entity;
                matches.push(MatchedName { role, name, identifier, strong: alike.strong, ruled });
            }
            links.push(DeclaredLink { major: is_major(&item, today), matches, interest: item.into() });
        }
        Ok(Some(links))
    }

    fn decided_about(
        &self,
        dossier: DossierId,
        card: &Card,
        member: MemberId,
        level: Option<RecusalLevel>,
    ) -> Result<Option<Decided>> {
        let Some(last) = self.decision_about(dossier, member) else { return Ok(None) };
        let objects = [dossier.0, member.0];
        Ok(Some(Decided {
            dossier: dossier.to_string(),
            solution: card.solution.clone(),
            member: member.to_string(),
            name: self.name_of(member)?,
            level: Level::of(level),
            criteria: self.worded(dossier, self.named_criteria(dossier, member)?),
            reason: self.reason_of_decision(dossier, member)?,
            links: self.links(dossier, member, card)?.unwrap_or_default(),
            at: last.at.0,
            by: self.name_of(last.member)?,
            may_decide: self.permitted(ActionKind::Recusal, &objects).is_ok(),
            may_match: self.permitted(ActionKind::NameMatch, &objects).is_ok(),
            assigned: self.dossier(dossier)?.assigned.contains(&member),
        }))
    }

    /// Criteria with their words, in grid order; a code that the grid does not know is left out.
    pub(crate) fn worded(&self, dossier: DossierId, codes: Vec<String>) -> Vec<NamedCriterion> {
        let Ok(asked) = self.questionnaire(dossier) else { return Vec::new() };
        let named = asked.grid.applicable(asked.class).filter(|one| codes.contains(&one.code));
        named.map(named_criterion).collect()
    }

    /// The criteria that a recusal may name, and whether those named here come to half of the weight.
    ///
    /// # Errors
    /// This desk cannot read the dossier, or does not lead it.
    pub fn recusal_reach(&self, dossier: DossierId, criteria: &[String]) -> Result<RecusalReach> {
        if !may_follow_dossier(self.board(), self.me()?, dossier) {
            return Err(sceau_domain::refusal::Refusal::NotByYou.into());
        }
        let asked = self.questionnaire(dossier)?;
        Ok(RecusalReach {
            criteria: asked.grid.applicable(asked.class).map(named_criterion).collect(),
            proposes_discuss: self.proposes_discuss(dossier, criteria)?,
        })
    }

    /// Decides about a member's links as the form says it, and answers the board as it stands then.
    ///
    /// # Errors
    /// As [`Desk::recuse`].
    pub fn decide_interests(
        &mut self,
        dossier: DossierId,
        member: &str,
        said: &Verdict,
    ) -> Result<InterestsBoard> {
        let member = member_id(member)?;
        match said.level {
            Level::Criterion => self.recuse_from(dossier, member, &said.criteria, &said.reason)?,
            level => self.recuse(dossier, member, level.read(), &said.reason)?,
        }
        self.interests_board()
    }

    /// Confirms or clears a match of names as the form says it, and answers the board as it stands then.
    ///
    /// # Errors
    /// As [`Desk::rule_match`].
    pub fn judge_match(
        &mut self,
        dossier: DossierId,
        member: &str,
        said: MatchWord,
    ) -> Result<InterestsBoard> {
        let word = NameMatch {
            declared: (said.entity, said.entity_identifier),
            entity: (said.role, said.name, said.identifier),
            confirmed: said.confirmed,
            reason: said.reason,
        };
        self.rule_match(dossier, member_id(member)?, word)?;
        self.interests_board()
    }
}

pub(in crate::view) fn member_id(text: &str) -> Result<MemberId> {
    text.parse().map_err(|_| AppError::Unknown("member"))
}

fn named_criterion(criterion: &sceau_domain::grid::Criterion) -> NamedCriterion {
    NamedCriterion { code: criterion.code.clone(), title: Text::from(&criterion.title) }
}

/// Whether the rules propose a full recusal for a link.
fn is_major(item: &InterestItem, today: Date) -> bool {
    let fact = Fact {
        category: category(&item.category),
        until: item.to.as_deref().and_then(last_day),
        // Forms do not say these two: the chair sees the words and decides.
        leads_evidence: false,
        in_charge: false,
    };
    propose(&fact, today) == Proposal::Full
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
