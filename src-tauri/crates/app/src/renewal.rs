//! Renewals: a new dossier about a label that ends. It never extends the old label by itself; the new label, once issued,
//! replaces it.

use std::collections::BTreeMap;

use jiff::ToSpan;
use sceau_domain::action::{Action, ActionKind};
use sceau_domain::id::{DossierId, GroupId};
use sceau_domain::label::{Date, Deed, LabelState};
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::Renewal;

use crate::act::Intent;
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::label_life::LabelAct;

/// A renewal may be asked for from this many months before the label's last day (rules §2.1).
pub const OPEN_MONTHS: i64 = 6;

impl Desk {
    /// Public number of the label that a dossier renews, where this desk can read it.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn renews(&self, dossier: DossierId) -> Result<Option<String>> {
        let known: Option<Renewal> = self.last(ActionKind::Renewal, dossier.0)?;
        Ok(known.map(|renewal| renewal.0))
    }

    /// Dossiers that ask for a renewal, by the number of the label.
    ///
    /// # Errors
    /// A record that cannot be read.
    pub fn renewals(&self) -> Result<BTreeMap<String, DossierId>> {
        let mut found = BTreeMap::new();
        for dossier in self.board().dossiers.keys() {
            found.extend(self.renews(*dossier)?.map(|number| (number, *dossier)));
        }
        Ok(found)
    }

    /// Whether a renewal of this label may be asked for now. A label that this board never published is the publisher's
    /// word, and is kept as such.
    pub(crate) fn may_renew(&self, number: &str) -> Result<()> {
        let Some(dossier) = self.dossier_of_label(number) else { return Ok(()) };
        let today = self.env.now().day_in_paris();
        let standing = self.label_life(dossier)?.1.on(today);
        let runs = standing.stands || standing.state == LabelState::Suspended;
        match standing.valid_until {
            Some(until) if runs && today < opens(until) => {
                Err(AppError::Procedure("renewal.too-early".to_owned()))
            }
            _ => Ok(()),
        }
    }

    /// The link of a dossier to the label that it renews, for everybody on the board.
    pub(crate) fn renewal_intent(&self, dossier: DossierId, number: &str) -> Intent {
        let action = Action::Sealed { kind: ActionKind::Renewal, objects: vec![dossier.0] };
        let board = GroupId::of_board(&self.institute());
        Intent::group(action, board, Renewal(number.to_owned()).encode())
    }

    /// Once a renewal's label is issued, the old one is replaced on the day the new one takes effect.
    pub(crate) fn replace_renewed(&mut self, dossier: DossierId, number: &str, on: Date) -> Result<()> {
        let Some(old) = self.renews(dossier)?.and_then(|old| self.dossier_of_label(&old)) else {
            return Ok(());
        };
        let today = self.env.now().day_in_paris();
        // A label that has ended meanwhile is not replaced, and one whose dossier is not ours to read stays as it is.
        if self.label_offers(old, &[Deed::Superseded])?.is_empty() {
            return Ok(());
        }
        let act = LabelAct {
            deed: Deed::Superseded,
            from: Some(on).filter(|on| *on > today),
            successor: Some(number.to_owned()),
            public: None,
            grounds: number.to_owned(),
        };
        self.move_label(old, &act)
    }
}

/// First day on which a renewal may be asked for.
#[must_use]
pub fn opens(until: Date) -> Date {
    until.saturating_sub(OPEN_MONTHS.months())
}
