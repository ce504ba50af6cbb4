//! The first hour of an institute: what is done, what is to be done, until no person alone can open everything.

use std::collections::BTreeMap;

use sceau_domain::action::ActionKind;
use sceau_domain::id::MemberId;
use sceau_domain::permission::roles_left;
use sceau_ledger::charter::Charter;
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::Profile;
use sceau_protocol::institute::Card;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::identity::Founding;
use crate::identity::defaults::BUNDLED;

/// Officers that a charter needs before scoring can begin, and how many of them open together.
const OFFICERS: usize = 3;
const THRESHOLD: u8 = 2;

/// What founding asks for, as the form says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct FoundingForm {
    pub card: String,
    pub token: String,
    pub institute: String,
    pub name: String,
    pub title: Option<String>,
    pub college: String,
}

impl FoundingForm {
    /// Reads the form.
    ///
    /// # Errors
    /// `card-unreadable`, or `input` with the field that is empty.
    pub fn read(&self) -> Result<Founding> {
        for (field, text) in [
            ("token", &self.token),
            ("institute", &self.institute),
            ("name", &self.name),
            ("college", &self.college),
        ] {
            if text.trim().is_empty() {
                return Err(AppError::Input(field.to_owned()));
            }
        }
        let card = Card::parse(&self.card).map_err(|_| AppError::CardUnreadable)?;
        let title = self.title.as_ref().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(Founding {
            institute: self.institute.trim().to_owned(),
            founder: Profile { name: self.name.trim().to_owned(), title, ..Profile::default() },
            college: self.college.trim().to_owned(),
            card: card.identity(),
            token: self.token.split_whitespace().collect(),
        })
    }
}

/// A file of rules that comes with the product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct BundledRules {
    pub name: String,
    pub kind: String,
    pub published: bool,
}

/// A file of rules in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct RulesInForce {
    pub kind: String,
    pub id: String,
    pub version: String,
}

/// Somebody who may become an officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Candidate {
    pub member: String,
    pub name: String,
    pub enrolled: bool,
    pub key: bool,
    pub officer: bool,
}

/// A charter that gathers signatures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct CharterProposal {
    pub version: u64,
    pub officers: Vec<String>,
    pub threshold: u64,
    pub signed: Vec<String>,
    pub awaited: Vec<String>,
    pub mine: bool,
}

/// The checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct FoundingView {
    pub institute: String,
    pub charter: u64,
    pub officers: Vec<String>,
    pub threshold: u8,
    pub single_officer: bool,
    pub enrolled: usize,
    pub may_propose: bool,
    pub may_publish: bool,
    pub my_key: bool,
    pub key_elsewhere: bool,
    pub to_replace: Vec<String>,
    pub without_chair: usize,
    pub roles_left: Vec<String>,
    pub wanted_officers: usize,
    pub candidates: Vec<Candidate>,
    pub proposal: Option<CharterProposal>,
    pub bundled: Vec<BundledRules>,
    pub rules: Vec<RulesInForce>,
    pub unconfirmed: usize,
}

/// The kind of rules of a name.
///
/// # Errors
/// None has this name.
pub fn rules_kind(name: &str) -> Result<ActionKind> {
    match name {
        "grid" => Ok(ActionKind::Grid),
        "bylaws" => Ok(ActionKind::Bylaws),
        "labels" => Ok(ActionKind::Labels),
        "orientation" => Ok(ActionKind::Orientation),
        _ => Err(AppError::Unknown("file of rules")),
    }
}

pub(super) fn kind_name(kind: ActionKind) -> &'static str {
    match kind {
        ActionKind::Grid => "grid",
        ActionKind::Bylaws => "bylaws",
        ActionKind::Orientation => "orientation",
        _ => "labels",
    }
}

impl Desk {
    /// The checklist of the first hour, which stays the place of charters and rules afterwards.
    ///
    /// # Errors
    /// The database cannot be read, or the desk is nobody's yet.
    pub fn founding_view(&self) -> Result<FoundingView> {
        let me = self.me()?;
        let board = self.board();
        let people = self.people_view()?;
        let names = |members: &mut dyn Iterator<Item = MemberId>| -> Result<Vec<String>> {
            members.map(|member| self.name_of(member)).collect()
        };
        let mut candidates = Vec::new();
        for member in &board.roster {
            candidates.push(Candidate {
                member: member.to_string(),
                name: self.name_of(*member)?,
                enrolled: board.has_computer(*member),
                key: board.charter.officer_keys.contains_key(member),
                officer: board.is_officer(*member),
            });
        }
        let published = |text: &str| {
            let digest = sceau_ledger::tree::sha256(text.as_bytes());
            board.rules.contains_key(&digest)
        };
        let (own, shown) = (self.own_officer_key()?, board.charter.officer_keys.get(&me));
        let rules = board.latest_rules.iter().filter_map(|((kind, id), digest)| {
            let version = board.rules.get(digest)?.version.clone();
            Some(RulesInForce { kind: kind_name(*kind).to_owned(), id: id.clone(), version })
        });
        // Whoever is invited again comes back: their roles are not in the way.
        let back: Vec<&str> =
            people.members.iter().filter(|one| one.invited_until.is_some()).map(|one| &*one.member).collect();
        let mut left = roles_left(board);
        left.retain(|member| board.is_officer(me) && !back.contains(&&*member.to_string()));
        Ok(FoundingView {
            institute: self.institute_name().to_owned(),
            charter: board.charter.version,
            officers: names(&mut board.charter.officers.keys().copied())?,
            threshold: board.charter.threshold,
            single_officer: people.single_officer,
            enrolled: candidates.iter().filter(|one| one.enrolled).count(),
            may_propose: board.is_officer(me),
            may_publish: people.may.keep,
            my_key: shown.is_some() && own.as_ref() == shown,
            key_elsewhere: shown.is_some() && own.as_ref() != shown,
            to_replace: names(&mut board.officers_to_replace().into_iter())?,
            without_chair: if board.is_officer(me) { self.without_chair()? } else { 0 },
            roles_left: names(&mut left.into_iter())?,
            wanted_officers: OFFICERS,
            proposal: self.proposal(me)?,
            candidates,
            bundled: BUNDLED
                .iter()
                .map(|one| BundledRules {
                    name: one.name.to_owned(),
                    kind: kind_name(one.kind).to_owned(),
                    published: published(one.text),
                })
                .collect(),
            rules: rules.collect(),
            unconfirmed: people.unconfirmed,
        })
    }

    /// The next charter, while it gathers signatures.
    fn proposal(&self, me: MemberId) -> Result<Option<CharterProposal>> {
        let (board, own) = (self.board(), self.own_officer_key()?);
        let Some(signed) = self.next_charter()? else { return Ok(None) };
        let charter = Charter::decode(&signed.record)?;
        // Who stays an officer with a new key can no longer sign with the old one.
        let today = board.charter.officers.iter().map(|(member, key)| (*member, *key));
        let keys: BTreeMap<MemberId, [u8; 32]> =
            today.chain(charter.officers.iter().map(|officer| (officer.member, officer.key))).collect();
        let (mut done, mut awaited) = (Vec::new(), Vec::new());
        for (member, key) in &keys {
            let list = if signed.signatures.contains_key(key) { &mut done } else { &mut awaited };
            list.push(self.name_of(*member)?);
        }
        let mine = keys
            .get(&me)
            .is_some_and(|key| own.as_ref() == Some(key) && !signed.signatures.contains_key(key));
        Ok(Some(CharterProposal {
            version: charter.version,
            officers: charter
                .officers
                .iter()
                .map(|officer| self.name_of(officer.member))
                .collect::<Result<_>>()?,
            threshold: charter.k,
            signed: done,
            awaited,
            mine,
        }))
    }

    /// Proposes the next charter with these officers, two of whom act together.
    ///
    /// # Errors
    /// Fewer than three, one twice, or as [`Desk::propose_charter`].
    pub fn founding_propose(&mut self, members: &[MemberId]) -> Result<FoundingView> {
        let distinct: std::collections::BTreeSet<&MemberId> = members.iter().collect();
        if distinct.len() != members.len() || members.len() < OFFICERS {
            return Err(AppError::Input("officers".to_owned()));
        }
        self.propose_charter(members, THRESHOLD)?;
        self.founding_view()
    }

    /// Shows my key for a coming charter.
    ///
    /// # Errors
    /// As [`Desk::show_officer_key`].
    pub fn founding_key(&mut self) -> Result<FoundingView> {
        self.show_officer_key()?;
        self.founding_view()
    }

    /// Signs the charter that waits for me.
    ///
    /// # Errors
    /// As [`Desk::sign_next_charter`].
    pub fn founding_sign(&mut self) -> Result<FoundingView> {
        self.sign_next_charter()?;
        self.founding_view()
    }

    /// Publishes a file of rules that comes with the product.
    ///
    /// # Errors
    /// None has this name, or as [`Desk::publish_rules`].
    pub fn rules_bundled(&mut self, name: &str) -> Result<FoundingView> {
        let found = BUNDLED.iter().find(|one| one.name == name).ok_or(AppError::Unknown("file of rules"))?;
        self.publish_rules(found.kind, found.text)?;
        self.founding_view()
    }

    /// Publishes the institute's own file of rules; its format says what it is.
    ///
    /// # Errors
    /// As [`Desk::publish_rules`]: every message of the rules with its place.
    pub fn rules_own(&mut self, text: &str) -> Result<FoundingView> {
        self.publish_rules(format_of(text)?, text)?;
        self.founding_view()
    }
}

/// What a file of rules says that it is.
pub(super) fn format_of(text: &str) -> Result<ActionKind> {
    let named = [
        ("sceau-grid/1", ActionKind::Grid),
        ("sceau-bylaws/1", ActionKind::Bylaws),
        ("sceau-labels/1", ActionKind::Labels),
        ("sceau-orientation/1", ActionKind::Orientation),
    ];
    let line = text.lines().find(|line| line.trim_start().trim_start_matches('"').starts_with("format"));
    let found = line.and_then(|line| named.into_iter().find(|(name, _)| line.contains(name)));
    let refused = || AppError::File { file: "rules".to_owned(), codes: vec!["rules.format@1".to_owned()] };
    found.map(|(_, kind)| kind).ok_or_else(refused)
}
