//! Where the first start stands.

use sceau_domain::action::ActionKind;
use sceau_ledger::invitation::Invitation;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::Result;
use crate::identity::{Joining, Progress};

/// The step that a person is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// An invitation is awaited.
    Invitation,
    /// The invitation was read; keys are to be made.
    Keys,
    /// Twenty digits are to be read aloud.
    Digits,
    /// The secretariat typed them; the second person is awaited.
    Confirmation,
    /// The desk is open.
    Done,
}

/// Somebody confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Confirmation {
    pub name: Option<String>,
    pub at: u64,
}

/// Where the first start stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Enrolment {
    pub step: Step,
    pub institute: Option<String>,
    pub registry: Option<String>,
    pub expires_at: Option<u64>,
    pub keyring: bool,
    pub digits: Option<Vec<String>>,
    pub phone: Option<String>,
    pub typed_by: Option<Confirmation>,
    pub countersigned_by: Option<Confirmation>,
    pub request_sent: bool,
}

impl Enrolment {
    /// Nothing was done yet.
    #[must_use]
    pub const fn start(keyring: bool) -> Self {
        Self {
            step: Step::Invitation,
            institute: None,
            registry: None,
            expires_at: None,
            keyring,
            digits: None,
            phone: None,
            typed_by: None,
            countersigned_by: None,
            request_sent: false,
        }
    }
}

/// Whether a text is an invitation, whole.
#[must_use]
pub fn is_invitation(text: &str) -> bool {
    Invitation::parse(text.trim()).is_ok()
}

/// Setting: since when the second person is awaited.
const ADDED_AT: &str = "join/added-at";

impl Enrolment {
    /// An invitation was read; nothing is on this disk yet.
    #[must_use]
    pub fn invited(joining: &Joining, keyring: bool) -> Self {
        Self {
            step: Step::Keys,
            institute: Some(joining.name.clone()),
            registry: Some(joining.invitation.url.clone()),
            expires_at: Some(joining.invitation.expires.0),
            ..Self::start(keyring)
        }
    }
}

impl Desk {
    /// The first start of a desk whose keys are made; `progress` is what the registry said last, if it was asked.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn enrolment(&self, progress: Option<Progress>, keyring: bool) -> Result<Enrolment> {
        let added = self.store.read(|read| read.setting(ADDED_AT))?.and_then(|text| text.parse().ok());
        let step = match progress {
            _ if self.member().is_some() => Step::Done,
            Some(Progress::Added | Progress::InForce) => Step::Confirmation,
            _ if added.is_some() => Step::Confirmation,
            _ => Step::Digits,
        };
        let invitation = self.join_invitation()?;
        let digits = self.join_request()?.map(|request| request.digits().to_string());
        Ok(Enrolment {
            step,
            institute: Some(self.institute_name().to_owned()),
            registry: Some(self.log().url.clone()),
            expires_at: invitation.map(|invitation| invitation.expires.0),
            keyring,
            digits: digits.map(|digits| digits.split_whitespace().map(str::to_owned).collect()),
            phone: None,
            typed_by: match self.confirmed(ActionKind::DeviceAdd)? {
                Some(known) => Some(known),
                // Before the log is here nobody's name can be read.
                None => added.map(|at| Confirmation { name: None, at }),
            },
            countersigned_by: self.confirmed(ActionKind::DeviceCountersign)?,
            request_sent: added.is_some() || progress.is_some_and(|step| step != Progress::NotSent),
        })
    }

    /// Who vouched for this laptop in the log, and when.
    fn confirmed(&self, kind: ActionKind) -> Result<Option<Confirmation>> {
        let device = self.device().0;
        let found = self.state.catalogue.iter().find(|one| one.kind == kind && one.objects.contains(&device));
        found.map(|one| Ok(Confirmation { name: Some(self.name_of(one.member)?), at: one.at.0 })).transpose()
    }

    /// Notes that the secretariat has typed the digits.
    ///
    /// # Errors
    /// The disk.
    pub fn note_added(&self) -> Result<()> {
        if self.store.read(|read| read.setting(ADDED_AT))?.is_none() {
            let now = self.env.now().0.to_string();
            self.store.write(|write| write.put_setting(ADDED_AT, &now))?;
        }
        Ok(())
    }
}
