//! The only way anything is ever changed: permit → build → sign → verify → append and fold.

use sceau_ballot::KeySet;
use sceau_ballot::{Label, SealedBox};
use sceau_domain::action::{Action, ActionKind};
use sceau_domain::id::{DossierId, GroupId, MotionId, RoundId};
use sceau_domain::permission::{Act, Missing, Permission, content, permit};
use sceau_ledger::build::{BatchBuilder, Door, Draft};
use sceau_ledger::group::SheetKey;
use sceau_ledger::header::EventName;
use sceau_ledger::payload;
use sceau_ledger::replay::Replay;
use sceau_ledger::verify::VerifiedBatch;

use crate::desk::Desk;
use crate::error::{AppError, Result};

/// Where an act's payload goes.
pub(crate) enum Body {
    /// In clear, as the action says it.
    Clear,
    /// In clear, in bytes that somebody signed elsewhere: a charter, a device's request.
    Signed(Vec<u8>),
    /// Under the newest key of a group.
    Group(GroupId, Vec<u8>),
}

/// An act about to be written.
pub(crate) struct Intent {
    pub action: Action,
    pub body: Body,
}

impl Intent {
    /// An act whose payload travels in clear.
    pub fn clear(action: Action) -> Self {
        Self { action, body: Body::Clear }
    }

    /// An act whose content is for the holders of a group's key.
    pub fn group(action: Action, group: GroupId, content: Vec<u8>) -> Self {
        Self { action, body: Body::Group(group, content) }
    }
}

/// An act sealed to the committee.
pub(crate) enum SealedAct {
    /// A score sheet.
    Sheet(DossierId, RoundId),
    /// A choice in a roll call about a dossier.
    Ballot(MotionId, DossierId),
}

impl Desk {
    /// Does these acts in one batch, in their order, all or none.
    pub(crate) fn act(&mut self, intents: Vec<Intent>) -> Result<Vec<EventName>> {
        let now = self.env.now();
        let mut trial = self.state.replay.clone();
        let mut builder = self.builder()?;
        let mut names = Vec::with_capacity(intents.len());
        for intent in intents {
            self.allow(&mut trial, &intent.action, builder.next_seq())?;
            let (door, payload) = match intent.body {
                Body::Clear => (Door::clear(), payload::encode(&intent.action)),
                Body::Signed(bytes) => (Door::clear(), bytes),
                Body::Group(group, content) => {
                    let (name, key) = self.newest_key(group)?;
                    let door = Door::group(name, key.class());
                    // A refusal must not weigh otherwise than a label.
                    let weighs = matches!(intent.action.kind(), ActionKind::Tally | ActionKind::Opinion);
                    (if weighs { door.in_steps() } else { door }, content)
                }
            };
            let draft = Draft {
                at: now,
                kind: intent.action.kind().code(),
                version: payload::VERSION,
                objects: intent.action.objects(),
                payload,
            };
            names.push(builder.push(draft, &door)?);
        }
        self.write(builder)?;
        Ok(names)
    }

    /// Seals one act to the committee: the content under a fresh key, the key in a box beside it, the author's
    /// own copy of the key under the member's own group. Alone in its batch.
    pub(crate) fn act_sealed(
        &mut self,
        act: &SealedAct,
        committee: &KeySet,
        content: Vec<u8>,
    ) -> Result<EventName> {
        let me = self.me()?;
        let institute = self.institute();
        let mut builder = self.builder()?;
        let seq = builder.next_seq();
        let mut chance = self.env.chance();
        let key = SheetKey::draw(&mut chance);
        let (label, dossier) = match act {
            SealedAct::Sheet(dossier, _) => (Label::sheet(&institute.0, &dossier.0, &me.0, seq), *dossier),
            SealedAct::Ballot(motion, dossier) => {
                (Label::roll_call(&institute.0, &motion.0, &me.0, seq), *dossier)
            }
        };
        let sealed_key = SealedBox::seal(committee, &label, key.expose(), &mut chance)?.as_bytes().to_vec();
        let action = match act {
            SealedAct::Sheet(dossier, round) => {
                Action::Sheet { dossier: *dossier, round: *round, sealed_key }
            }
            SealedAct::Ballot(motion, _) => Action::Ballot { motion: *motion, sealed_key },
        };
        match self.weigh(&mut self.state.replay.clone(), &action, seq)? {
            // A late one may be sent: it waits for the chair's word.
            Permission::Allowed | Permission::Undecided(Missing::Acceptance) => {}
            Permission::Refused(reason) => return Err(AppError::Refused(reason)),
            Permission::Undecided(missing) => return Err(AppError::Undecided(missing)),
        }
        let (name, dossier_key) = self.newest_key(GroupId::of_dossier(dossier))?;
        builder.beside(payload::encode(&action), &Door::clear())?;
        let (own_name, own) = self.newest_key(GroupId::of_member(me))?;
        builder.beside(key.expose().to_vec(), &Door::own(own_name, own.class()))?;
        let draft = Draft {
            at: self.env.now(),
            kind: action.kind().code(),
            version: payload::VERSION,
            objects: action.objects(),
            payload: content,
        };
        let class = dossier_key.sealed_class(&key, &institute);
        let door = match act {
            SealedAct::Sheet(..) => Door::sealed(name, class),
            SealedAct::Ballot(..) => Door::choice(name, class),
        };
        let event = builder.push(draft, &door)?;
        self.write(builder)?;
        Ok(event)
    }

    /// Does an act whose clear payload everybody folds and whose words are for the holders of a group's key: the header
    /// points at the words, the clear payload lies beside. Alone in its batch.
    pub(crate) fn act_beside(
        &mut self,
        action: &Action,
        group: GroupId,
        words: Vec<u8>,
    ) -> Result<EventName> {
        let mut builder = self.builder()?;
        self.allow(&mut self.state.replay.clone(), action, builder.next_seq())?;
        let (name, key) = self.newest_key(group)?;
        builder.beside(payload::encode(action), &Door::clear())?;
        let draft = Draft {
            at: self.env.now(),
            kind: action.kind().code(),
            version: payload::VERSION,
            objects: action.objects(),
            payload: words,
        };
        let event = builder.push(draft, &Door::group(name, key.class()))?;
        self.write(builder)?;
        Ok(event)
    }

    pub(crate) fn builder(&self) -> Result<BatchBuilder> {
        let member = match self.member() {
            Some(member) => member,
            // Before the first act of a founder, the vault alone knows.
            None => self.own_member_id()?,
        };
        Ok(BatchBuilder::new(self.institute(), member, self.device(), self.head()?, self.seen()?))
    }

    /// Judges an act as every other laptop and the registry will, and folds it into a trial state so that the
    /// next act of the same batch is judged after it.
    fn allow(&self, trial: &mut Replay, action: &Action, seq: u64) -> Result<()> {
        match self.weigh(trial, action, seq)? {
            Permission::Allowed => Ok(()),
            Permission::Refused(reason) => Err(AppError::Refused(reason)),
            Permission::Undecided(missing) => Err(AppError::Undecided(missing)),
        }
    }

    fn weigh(&self, trial: &mut Replay, action: &Action, seq: u64) -> Result<Permission> {
        let objects = action.objects();
        let member = self.member().map_or_else(|| self.own_member_id(), Ok)?;
        let now = self.env.now();
        let act = Act {
            member,
            device: self.device(),
            kind: action.kind().code(),
            objects: &objects,
            seq,
            index: u64::MAX,
            received: now,
        };
        let answer = match permit(&act, &trial.board) {
            Permission::Allowed => content(&act, action, &trial.board),
            other => other,
        };
        if answer == Permission::Allowed {
            trial.board.apply(&sceau_domain::board::Event {
                member,
                device: self.device(),
                seq,
                index: u64::MAX,
                received: now,
                action,
            });
        }
        Ok(answer)
    }

    pub(crate) fn write(&mut self, builder: BatchBuilder) -> Result<()> {
        let (parts, _) = builder.close(&self.secrets.signer, &mut self.env.chance())?;
        let batch = VerifiedBatch::verify(parts, &self.secrets.keys(), &self.institute())?;
        self.store.write(|write| write.append_own(&batch))?;
        self.rebuild()
    }
}
