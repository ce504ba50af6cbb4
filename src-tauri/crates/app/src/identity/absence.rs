//! Absences: until which day a member is away. It stands in the profile, sealed for the board, beside the log.

use std::collections::BTreeSet;

use jiff::civil::Date;
use sceau_domain::action::Action;
use sceau_domain::id::MemberId;
use sceau_ledger::payload::sealed::Profile;

use crate::act::Intent;
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::label::day_in_paris;

impl Desk {
    /// The last day of a member's absence, from today on. `None`: they are there, as far as this laptop knows.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn away_until(&self, member: MemberId) -> Result<Option<Date>> {
        let said = self.profile(member)?.and_then(|profile| profile.away_until);
        let today = day_in_paris(self.env.now());
        Ok(said.and_then(|day| day.parse::<Date>().ok()).filter(|day| *day >= today))
    }

    /// Everybody who is away today.
    pub(crate) fn away_today(&self) -> Result<BTreeSet<MemberId>> {
        let mut away = BTreeSet::new();
        for member in &self.board().roster {
            if self.away_until(*member)?.is_some() {
                away.insert(*member);
            }
        }
        Ok(away)
    }

    /// Notes an absence, or its end, in the member's profile.
    ///
    /// # Errors
    /// The profile is not on this laptop, or not by this member.
    pub fn set_away(&mut self, member: MemberId, until: Option<Date>) -> Result<()> {
        let profile = self.profile(member)?.ok_or(AppError::Unknown("member"))?;
        let profile = Profile { away_until: until.map(|day| day.to_string()), ..profile };
        let digest = self.seal_profile(member, &profile)?;
        self.act(vec![Intent::clear(Action::ProfileSet { member, digest })]).map(drop)
    }
}
