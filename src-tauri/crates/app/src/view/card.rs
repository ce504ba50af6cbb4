//! The card of a dossier: what is known before declaring, and what became of the declaration.

use sceau_domain::action::{ActionKind, Declaration, RecusalLevel};
use sceau_domain::id::{DossierId, GroupId};
use sceau_ledger::payload::sealed::InterestItem;
use serde::{Deserialize, Serialize};

use super::Text;
use super::declaring::Renewal;
use super::judging::{Level, NamedCriterion};
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// An entity with which a member may have a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Entity {
    pub role: String,
    pub name: String,
}

/// How far the door is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CardState {
    /// Nothing was declared yet.
    ToDeclare,
    /// A link was declared; the chair decides.
    UnderReview,
    /// May be read once the key arrives.
    WaitingKey,
    /// May be read.
    Open,
    /// The door is closed.
    Recused,
}

/// The card of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct DossierCard {
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub version: String,
    pub publisher: String,
    pub summary: Option<Text>,
    pub entities: Vec<Entity>,
    pub deadline: Option<u64>,
    pub state: CardState,
    pub assigned: bool,
    pub declared_at: Option<u64>,
    pub words_aside: bool,
    pub renews: Option<String>,
    pub decided: Option<OwnDecision>,
    pub links: Option<Vec<Interest>>,
    pub renewal: Option<Renewal>,
    pub step_back: Vec<Level>,
}

/// What was decided about my links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct OwnDecision {
    pub level: Level,
    pub reason: Option<String>,
    pub criteria: Vec<NamedCriterion>,
    pub at: u64,
}

impl Desk {
    /// How far a dossier's door is open to me.
    pub(crate) fn card_state(&self, dossier: DossierId) -> Result<CardState> {
        let me = self.me()?;
        let state = self.board().dossiers.get(&dossier).ok_or(AppError::Unknown("dossier"))?;
        Ok(match state.declared.get(&me) {
            _ if state.is_shut_out(me) => CardState::Recused,
            None => CardState::ToDeclare,
            Some(Declaration::Something) if !state.may_read(me) => CardState::UnderReview,
            Some(_) if self.holds_key(GroupId::of_dossier(dossier)) => CardState::Open,
            Some(_) => CardState::WaitingKey,
        })
    }

    /// The card of a dossier, for the screen on which interests are declared.
    ///
    /// # Errors
    /// The dossier or its card is not here.
    pub fn dossier_card(&self, dossier: DossierId) -> Result<DossierCard> {
        let me = self.me()?;
        let state = self.board().dossiers.get(&dossier).ok_or(AppError::Unknown("dossier"))?;
        let card = self.card_of(dossier)?.ok_or(AppError::NoKey)?;
        let entity = |role: &str, name: &str| Entity { role: role.to_owned(), name: name.to_owned() };
        let mut entities: Vec<Entity> =
            card.entities.iter().map(|known| entity(&known.role, &known.name)).collect();
        if !entities.iter().any(|known| known.role == "publisher") {
            entities.insert(0, entity("publisher", &card.publisher));
        }
        let declared = self.sealed(ActionKind::Interests, dossier.0).filter(|one| one.member == me).last();
        let (fr, en) = card.summary;
        let links = self.declared(dossier, me)?;
        Ok(DossierCard {
            dossier: dossier.to_string(),
            number: card.number,
            solution: card.solution,
            version: card.version,
            publisher: card.publisher,
            summary: (!fr.is_empty()).then_some(Text { fr, en }),
            entities,
            deadline: state.round().map(|round| round.deadline.0),
            state: self.card_state(dossier)?,
            assigned: state.assigned.contains(&me),
            declared_at: declared.map(|one| one.at.0),
            words_aside: self.words_aside(dossier)?.is_some(),
            renews: self.renews(dossier)?,
            decided: self.own_decision(dossier)?,
            renewal: self.renewal_of_mine(dossier, state, links.is_some())?,
            links: links.map(|said| said.0.into_iter().map(Interest::from).collect()),
            step_back: [RecusalLevel::Discuss, RecusalLevel::Full]
                .into_iter()
                .filter(|level| state.may_step_back(me, Some(*level)))
                .map(|level| Level::of(Some(level)))
                .collect(),
        })
    }

    /// Steps back from a dossier as the form says it, and answers the card.
    ///
    /// # Errors
    /// As [`Desk::recuse`]; the way back is not one's own (`refusal-not-by-you`).
    pub fn step_back(&mut self, dossier: DossierId, level: Level, reason: &str) -> Result<DossierCard> {
        let me = self.me()?;
        self.recuse(dossier, me, level.read(), reason)?;
        self.dossier_card(dossier)
    }

    /// What was decided about my links, if anything was.
    fn own_decision(&self, dossier: DossierId) -> Result<Option<OwnDecision>> {
        let me = self.me()?;
        let state = self.board().dossiers.get(&dossier).ok_or(AppError::Unknown("dossier"))?;
        let (Some(level), Some(one)) = (state.recusals.get(&me), self.decision_about(dossier, me)) else {
            return Ok(None);
        };
        Ok(Some(OwnDecision {
            level: Level::of(*level),
            reason: self.reason_of_decision(dossier, me)?,
            criteria: self.worded(dossier, self.named_criteria(dossier, me)?),
            at: one.at.0,
        }))
    }
}

/// A link as the form says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Interest {
    pub category: String,
    pub entity: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub paid: String,
    pub text: String,
    #[serde(default)]
    pub identifier: Option<String>,
}

impl From<InterestItem> for Interest {
    fn from(item: InterestItem) -> Self {
        let InterestItem { category, entity, from, to, paid, text, identifier } = item;
        Self { category, entity, from, to, paid, text, identifier }
    }
}

impl Desk {
    /// Declares links as the form says them, and answers the card.
    ///
    /// # Errors
    /// As [`Desk::declare`].
    pub fn declare_view(&mut self, dossier: DossierId, interests: Vec<Interest>) -> Result<DossierCard> {
        let items = interests.into_iter().map(|one| InterestItem {
            category: one.category,
            entity: one.entity,
            from: one.from,
            to: one.to,
            paid: one.paid,
            text: one.text,
            identifier: one.identifier,
        });
        self.declare(dossier, items.collect())?;
        self.dossier_card(dossier)
    }
}
