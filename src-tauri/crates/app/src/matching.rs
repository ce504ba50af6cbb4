//! Names that are written alike: a declared entity and one of the dossier's. The machine proposes, a person confirms or
//! clears with a reason, and the word holds until either text changes (rules §3).

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::interests::{Entity, Match, compare};
use sceau_domain::moment::Moment;
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::{Card, Entity as Listed, InterestItem, NameMatch};

use crate::act::Intent;
use crate::desk::{Catalogued, Desk};
use crate::error::{AppError, Result};
use crate::recusal::fits;

/// What a person said of a match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// The same, else two that are only called alike.
    pub confirmed: bool,
    /// Why.
    pub reason: String,
    /// Who said it.
    pub by: MemberId,
    /// When.
    pub at: Moment,
}

/// An entity of the dossier that may be the declared one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The dossier's entity.
    pub entity: Listed,
    /// An identifier is the same, not only the name.
    pub strong: bool,
    /// What a person said of exactly these texts.
    pub ruling: Option<Ruling>,
}

impl Desk {
    /// The entities of a dossier that may be the one of a declared link, with what was said of each.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn alike(
        &self,
        dossier: DossierId,
        member: MemberId,
        card: &Card,
        item: &InterestItem,
    ) -> Result<Vec<Alike>> {
        let mut found: Vec<Alike> = entities(card)
            .into_iter()
            .filter_map(|entity| {
                let how = compare(&declared(item), &listed(&entity))?;
                Some(Alike { entity, strong: how == Match::PossibleStrong, ruling: None })
            })
            .collect();
        if found.is_empty() {
            return Ok(found);
        }
        for (one, said) in self.name_matches(dossier, member)? {
            let of =
                |alike: &&mut Alike| said.declared == texts(item) && said.entity == spelled(&alike.entity);
            for alike in found.iter_mut().filter(of) {
                alike.ruling = Some(Ruling {
                    confirmed: said.confirmed,
                    reason: said.reason.clone(),
                    by: one.member,
                    at: one.at,
                });
            }
        }
        Ok(found)
    }

    /// Confirms or clears a match; a later word about the same texts replaces an earlier one.
    ///
    /// # Errors
    /// There is no such match now, it has no reason (`match.no-reason`), or the rules say no.
    pub fn rule_match(&mut self, dossier: DossierId, member: MemberId, said: NameMatch) -> Result<()> {
        let objects = [dossier.0, member.0];
        self.permitted(ActionKind::NameMatch, &objects)?;
        let reason = said.reason.trim().to_owned();
        if reason.is_empty() {
            return Err(AppError::Procedure("match.no-reason".to_owned()));
        }
        fits(&reason)?;
        let card = self.card_of(dossier)?.ok_or(AppError::NoKey)?;
        let links = self.declared(dossier, member)?.ok_or(AppError::NoKey)?;
        let of_link = |item: &&InterestItem| texts(item) == said.declared;
        let item = links.0.iter().find(of_link).ok_or(AppError::Unknown("match"))?;
        let known = self.alike(dossier, member, &card, item)?;
        if !known.iter().any(|alike| spelled(&alike.entity) == said.entity) {
            return Err(AppError::Unknown("match"));
        }
        let content = NameMatch { reason, ..said }.encode();
        let details = self.seal_to(&self.judging(dossier, member), &content)?;
        let kind = ActionKind::NameMatch;
        self.act(vec![Intent::clear(Action::LinkWords { kind, dossier, member, details })]).map(drop)
    }

    /// What was said of matches about a member, the oldest first, as far as it was sealed to this device.
    fn name_matches(&self, dossier: DossierId, member: MemberId) -> Result<Vec<(Catalogued, NameMatch)>> {
        let about = |one: &&Catalogued| one.objects.get(1) == Some(&member.0);
        let said: Vec<Catalogued> =
            self.sealed(ActionKind::NameMatch, dossier.0).filter(about).cloned().collect();
        let mut read = Vec::with_capacity(said.len());
        for one in said {
            if let Some(bytes) = self.sealed_to_me(&one)? {
                read.push((one, NameMatch::decode(&bytes)?));
            }
        }
        Ok(read)
    }
}

/// Entities of a dossier: those on its card, and the publisher, who need not be listed.
fn entities(card: &Card) -> Vec<Listed> {
    let mut all = card.entities.clone();
    if !all.iter().any(|known| known.role == "publisher") {
        let publisher = card.publisher.clone();
        all.insert(0, Listed { role: "publisher".to_owned(), name: publisher, identifier: None });
    }
    all
}

fn declared(item: &InterestItem) -> Entity {
    Entity { name: item.entity.clone(), identifiers: item.identifier.iter().cloned().collect() }
}

fn listed(entity: &Listed) -> Entity {
    Entity { name: entity.name.clone(), identifiers: entity.identifier.iter().cloned().collect() }
}

fn texts(item: &InterestItem) -> (String, Option<String>) {
    (item.entity.clone(), item.identifier.clone())
}

fn spelled(entity: &Listed) -> (String, String, Option<String>) {
    (entity.role.clone(), entity.name.clone(), entity.identifier.clone())
}
