//! The board's discussion: what readers of a dossier say to each other about a criterion once its sheets are open.

use std::collections::{BTreeMap, BTreeSet};

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::discussion;
use sceau_domain::id::{DossierId, GroupId, MemberId};
use sceau_domain::moment::Moment;
use sceau_ledger::encoding::Record;
use sceau_ledger::header::EventName;
use sceau_ledger::payload::sealed::{Message, Said, Thread};

use crate::act::Intent;
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::review::Kept;

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub author: MemberId,
    pub at: Moment,
    /// Whether the registry holds it.
    pub received: bool,
    pub said: Said,
}

/// A message that somebody is typing. It stays on this laptop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageDraft {
    /// Grows with each edit.
    pub version: u64,
    /// The words so far; none once the message was sent.
    pub text: String,
    /// The message that it answers.
    pub reply_to: Option<[u8; 16]>,
}

impl Desk {
    /// Says something about a criterion to the other readers of the dossier. What was typed for it is no draft any more.
    ///
    /// # Errors
    /// A reason of the rules: nothing is open yet, or the vote has closed; a code of [`discussion::message`]; a criterion
    /// or an earlier message that is not known.
    pub fn post(
        &mut self,
        dossier: DossierId,
        criterion: &str,
        text: &str,
        reply_to: Option<[u8; 16]>,
    ) -> Result<EventName> {
        self.permitted_thread(dossier)?;
        discussion::message(text).map_err(|code| AppError::Procedure(code.to_owned()))?;
        let earlier = self.threads(dossier)?.remove(criterion).unwrap_or_default();
        let known = |id: &[u8; 16]| earlier.iter().any(|word| word.id() == Some(id));
        if reply_to.is_some_and(|id| !known(&id)) {
            return Err(AppError::Unknown("message"));
        }
        let message = Message { id: self.env.draw_id(), text: text.trim().to_owned(), reply_to };
        let name = self.say_about(dossier, criterion, Said::Message(message))?;
        if let Some(draft) = self.message_drafts(dossier)?.remove(criterion) {
            // Emptied rather than forgotten: a save that is still on its way must not bring it back.
            let sent = MessageDraft {
                version: draft.version.saturating_add(1),
                text: String::new(),
                reply_to: None,
            };
            self.save_message(dossier, criterion, &sent)?;
        }
        Ok(name)
    }

    /// Says that a point is settled, or open again.
    ///
    /// # Errors
    /// As [`Desk::post`].
    pub fn settle(&mut self, dossier: DossierId, criterion: &str, settled: bool) -> Result<EventName> {
        self.permitted_thread(dossier)?;
        self.say_about(dossier, criterion, Said::Settled(settled))
    }

    fn say_about(&mut self, dossier: DossierId, criterion: &str, said: Said) -> Result<EventName> {
        if self.grid_of(dossier)?.criterion(criterion).is_none() {
            return Err(AppError::Unknown("criterion"));
        }
        let round = self.round_of(dossier)?.id;
        let action = Action::Sealed { kind: ActionKind::Thread, objects: vec![dossier.0, round.0] };
        let content = Thread { criterion: criterion.to_owned(), said }.encode();
        let names = self.act(vec![Intent::group(action, GroupId::of_dossier(dossier), content)])?;
        names.into_iter().next().ok_or(AppError::Unknown("act"))
    }

    /// Whether I may say something about a dossier now.
    pub(crate) fn permitted_thread(&self, dossier: DossierId) -> Result<()> {
        let round = self.round_of(dossier)?.id;
        self.permitted(ActionKind::Thread, &[dossier.0, round.0])
    }

    /// Everything that was said about a dossier, by criterion, in the order of the log. Whoever is shut out by now takes
    /// no part in the debate (rules §3).
    pub(crate) fn threads(&self, dossier: DossierId) -> Result<BTreeMap<String, Vec<Word>>> {
        let state = self.dossier(dossier)?;
        let (found, _) = self.every_readable::<Thread>(ActionKind::Thread, dossier.0)?;
        let mut threads: BTreeMap<String, Vec<Word>> = BTreeMap::new();
        let mut ids = BTreeSet::new();
        for (event, Thread { criterion, said }) in found {
            let sound = match &said {
                // An id that is there already is no other message's.
                Said::Message(message) => {
                    discussion::message(&message.text).is_ok() && ids.insert(message.id)
                }
                Said::Settled(_) => true,
            };
            if sound && !state.is_shut_out(event.member) {
                let word =
                    Word { author: event.member, at: event.at, received: self.has_arrived(&event)?, said };
                threads.entry(criterion).or_default().push(word);
            }
        }
        Ok(threads)
    }

    /// Keeps a message that is being typed. What was saved last wins, whichever order the saves arrive in.
    ///
    /// # Errors
    /// The dossier may not be read, or the disk.
    pub fn save_message(&self, dossier: DossierId, criterion: &str, draft: &MessageDraft) -> Result<Kept> {
        self.may_read(dossier)?;
        let message = Message { id: [0; 16], text: draft.text.clone(), reply_to: draft.reply_to };
        // The frozen form, so that a draft reads as long as a message does.
        let body = Thread { criterion: criterion.to_owned(), said: Said::Message(message) }.encode();
        self.keep_message(dossier, criterion, draft.version, body)
    }

    /// The messages that are being typed about a dossier, by criterion; emptied ones included.
    ///
    /// # Errors
    /// The disk, or a draft that does not read.
    pub fn message_drafts(&self, dossier: DossierId) -> Result<BTreeMap<String, MessageDraft>> {
        let mut drafts = BTreeMap::new();
        for kept in self.kept_messages(dossier)? {
            let Thread { criterion, said } = Thread::decode(&kept.body)?;
            if let Said::Message(message) = said {
                let (version, text, reply_to) = (kept.version, message.text, message.reply_to);
                drafts.insert(criterion, MessageDraft { version, text, reply_to });
            }
        }
        Ok(drafts)
    }
}

impl Word {
    /// The id of a message.
    pub fn id(&self) -> Option<&[u8; 16]> {
        match &self.said {
            Said::Message(message) => Some(&message.id),
            Said::Settled(_) => None,
        }
    }
}

/// Whether the last word on it is that a point is settled. A message after it leaves it so: people thank each other.
pub(crate) fn is_settled(words: &[Word]) -> bool {
    let last = words.iter().rev().find_map(|word| match word.said {
        Said::Settled(settled) => Some(settled),
        Said::Message(_) => None,
    });
    last == Some(true)
}
