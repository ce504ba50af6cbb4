//! Declaring links with a dossier: the act that comes before reading it.
//!
//! Everybody learns *that* a member declared and whether there is something to judge. What was declared is sealed to
//! the devices of those who judge it (the chair and the secretariat, and whoever acts for the chair) and to the
//! member's own, who may have to add to it.

use std::collections::BTreeMap;

use sceau_domain::action::{Action, ActionKind, Declaration};
use sceau_domain::id::{DeviceId, DossierId, MemberId};
use sceau_ledger::bundle::{Bundle, Recipient};
use sceau_ledger::encoding::Record;
use sceau_ledger::payload;
use sceau_ledger::payload::sealed::{InterestItem, Interests};

use crate::act::Intent;
use crate::desk::{Catalogued, Desk};
use crate::error::{AppError, Result};

/// Codes of the categories of rules §3, as forms and records spell them.
pub const CATEGORIES: [&str; 12] = [
    "employment",
    "consultancy",
    "study",
    "speaking",
    "grant",
    "holdings",
    "patent",
    "design",
    "competitor",
    "family",
    "position",
    "other",
];

impl Desk {
    /// Declares links with a dossier; an empty list says that there are none, which is an act too.
    ///
    /// # Errors
    /// An item that is not understood, nobody who could judge it, or the rules say no.
    pub fn declare(&mut self, dossier: DossierId, items: Vec<InterestItem>) -> Result<()> {
        for item in &items {
            check(item)?;
        }
        let declaration = if items.is_empty() { Declaration::Nothing } else { Declaration::Something };
        let mut details = BTreeMap::new();
        if !items.is_empty() {
            let me = self.me()?;
            let mut knowing = self.judging(dossier, me);
            if knowing.is_empty() {
                return Err(AppError::Unknown("chair"));
            }
            knowing.extend(self.devices_of(me));
            details = self.seal_to(&knowing, &Interests(items).encode())?;
        }
        self.act(vec![Intent::clear(Action::Interests { dossier, declaration, details })])?;
        Ok(())
    }

    /// What a member declared for a dossier last, as far as it was sealed to this device. `None`: not to this one.
    ///
    /// # Errors
    /// The database cannot be read, or what was sealed to this device does not open.
    pub fn declared(&self, dossier: DossierId, member: MemberId) -> Result<Option<Interests>> {
        let last =
            self.sealed(ActionKind::Interests, dossier.0).filter(|one| one.member == member).last().cloned();
        let Some(one) = last else { return Ok(None) };
        let content = self.sealed_to_me(&one)?;
        content.map(|bytes| Ok(Interests::decode(&bytes)?)).transpose()
    }

    /// Seals words to each of these devices.
    ///
    /// # Errors
    /// None of them can receive.
    pub(crate) fn seal_to(
        &self,
        devices: &[(DeviceId, [u8; 32])],
        content: &[u8],
    ) -> Result<BTreeMap<DeviceId, Vec<u8>>> {
        let mut sealed = BTreeMap::new();
        for (device, receiving) in devices {
            let recipient = Recipient::Device(*device);
            let bundle =
                Bundle::seal(content, self.institute(), recipient, receiving, &mut self.env.chance());
            // A device whose key cannot receive is left out; the others still judge.
            if let Ok(bundle) = bundle {
                sealed.insert(*device, bundle.encode());
            }
        }
        if sealed.is_empty() { Err(AppError::Unknown("chair")) } else { Ok(sealed) }
    }

    /// What an act holds that was sealed to this device. `None`: nothing.
    pub(crate) fn sealed_to_me(&self, one: &Catalogued) -> Result<Option<Vec<u8>>> {
        let Some(kept) = self.store.read(|read| read.batch(&one.batch))? else { return Ok(None) };
        let Some(batch) = self.state.replay.verify(kept.parts) else { return Ok(None) };
        let batch = batch?;
        let acts = payload::acts(&batch).unwrap_or_default();
        let act = acts.into_iter().find(|(event, _)| event.name == one.name);
        let Some((_, Ok(Action::Interests { details, .. } | Action::LinkWords { details, .. }))) = act else {
            return Ok(None);
        };
        let Some(sealed) = details.get(&self.device()) else { return Ok(None) };
        let recipient = Recipient::Device(self.device());
        let content = Bundle::decode(sealed)?
            .open(&self.institute(), &recipient, &self.secrets.receive)
            .map_err(|_| AppError::NoKey)?;
        Ok(Some(content))
    }
}

/// What a form must have said of one link.
fn check(item: &InterestItem) -> Result<()> {
    let known = CATEGORIES.contains(&item.category.as_str());
    let paid = matches!(item.paid.as_str(), "no" | "me" | "institution");
    let named = !item.entity.trim().is_empty();
    let identified = item.identifier.as_ref().is_none_or(|text| !text.trim().is_empty() && text.len() <= 64);
    let dated = [&item.from, &item.to].into_iter().flatten().all(|date| is_year_or_month(date));
    if known && paid && named && identified && dated {
        return Ok(());
    }
    Err(AppError::Input(item.category.clone()))
}

/// `YYYY` or `YYYY-MM`.
fn is_year_or_month(text: &str) -> bool {
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once('-') {
        None => digits(text, 4),
        Some((year, month)) => digits(year, 4) && digits(month, 2) && matches!(month.parse(), Ok(1_u8..=12)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(category: &str, from: Option<&str>) -> InterestItem {
        InterestItem {
            category: category.into(),
            entity: "Lumen Santé".into(),
            from: from.map(str::to_owned),
            to: None,
            paid: "me".into(),
            text: String::new(),
            identifier: None,
        }
    }

    #[test]
    fn a_declaration_is_refused_before_it_is_signed_when_the_form_was_not_understood() {
        assert!(check(&item("employment", Some("2024-09"))).is_ok());
        assert!(check(&item("employment", Some("2024"))).is_ok());
        assert!(check(&item("bribe", None)).is_err());
        for wrong in ["2024-13", "2024-9", "09/2024", "", "2024-"] {
            assert!(check(&item("employment", Some(wrong))).is_err(), "{wrong}");
        }
        assert!(check(&InterestItem { entity: "  ".into(), ..item("study", None) }).is_err());
    }
}
