//! The board's discussion: what readers of a dossier say to each other about a criterion, or a passage cited for it,
//! once its sheets are open.

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
use crate::view::hex;

/// What a discussion is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Topic {
    /// Code of a criterion.
    pub criterion: String,
    /// The id of a passage that somebody cited for it; `None`: the criterion itself.
    pub passage: Option<[u8; 16]>,
}

impl Topic {
    /// A criterion itself.
    #[must_use]
    pub fn criterion(code: &str) -> Self {
        Self { criterion: code.to_owned(), passage: None }
    }

    /// A passage that somebody cited for a criterion.
    #[must_use]
    pub fn passage(code: &str, id: [u8; 16]) -> Self {
        Self { criterion: code.to_owned(), passage: Some(id) }
    }

    /// What drafts about it are kept under. That of a criterion is its code, as it was before passages had discussions.
    pub(crate) fn key(&self) -> String {
        let passage = self.passage.map(|id| format!("\n{}", hex(&id)));
        format!("{}{}", self.criterion, passage.unwrap_or_default())
    }
}

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub author: MemberId,
    pub at: Moment,
    /// Whether the registry holds it.
    pub received: bool,
    /// The passage that it is about, if not the criterion itself.
    pub about: Option<[u8; 16]>,
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
    /// Says something to the other readers of the dossier. What was typed for it is no draft any more. An answer is about
    /// what the message that it answers is about.
    ///
    /// # Errors
    /// A reason of the rules: nothing is open yet, or the vote has closed; a code of [`discussion::message`]; a criterion,
    /// a passage or an earlier message that is not known.
    pub fn post(
        &mut self,
        dossier: DossierId,
        topic: &Topic,
        text: &str,
        reply_to: Option<[u8; 16]>,
    ) -> Result<EventName> {
        self.permitted_thread(dossier)?;
        discussion::message(text).map_err(|code| AppError::Procedure(code.to_owned()))?;
        let mut about = topic.clone();
        if let Some(id) = reply_to {
            let earlier = self.threads(dossier)?.remove(&topic.criterion).unwrap_or_default();
            let answered = earlier.iter().find(|word| word.id() == Some(&id));
            let answered = answered.filter(|word| topic.passage.is_none() || word.about == topic.passage);
            about.passage = answered.ok_or(AppError::Unknown("message"))?.about;
        }
        let message = Message { id: self.env.draw_id(), text: text.trim().to_owned(), reply_to };
        let name = self.say_about(dossier, &about, Said::Message(message))?;
        if let Some(draft) = self.message_drafts(dossier)?.remove(topic) {
            // Emptied rather than forgotten: a save that is still on its way must not bring it back.
            let sent = MessageDraft {
                version: draft.version.saturating_add(1),
                text: String::new(),
                reply_to: None,
            };
            self.save_message(dossier, topic, &sent)?;
        }
        Ok(name)
    }

    /// Says that a point is settled, or open again.
    ///
    /// # Errors
    /// As [`Desk::post`].
    pub fn settle(&mut self, dossier: DossierId, topic: &Topic, settled: bool) -> Result<EventName> {
        self.permitted_thread(dossier)?;
        self.say_about(dossier, topic, Said::Settled(settled))
    }

    fn say_about(&mut self, dossier: DossierId, topic: &Topic, said: Said) -> Result<EventName> {
        let Topic { criterion, passage: about } = topic.clone();
        if self.grid_of(dossier)?.criterion(&criterion).is_none() {
            return Err(AppError::Unknown("criterion"));
        }
        if about.is_some() && !self.is_talked_about(dossier, topic)? {
            return Err(AppError::Unknown("passage"));
        }
        let round = self.debated_round(dossier)?.id;
        let action = Action::Sealed { kind: ActionKind::Thread, objects: vec![dossier.0, round.0] };
        let content = Thread { criterion, said, about }.encode();
        let names = self.act(vec![Intent::group(action, GroupId::of_dossier(dossier), content)])?;
        names.into_iter().next().ok_or(AppError::Unknown("act"))
    }

    /// Whether an opened sheet cites a passage for its criterion, or somebody spoke of it while one did.
    fn is_talked_about(&self, dossier: DossierId, topic: &Topic) -> Result<bool> {
        let grid = self.grid_of(dossier)?;
        let sheets = self.sheets_now(dossier, &grid)?;
        let rows = sheets.iter().filter_map(|(_, sheet)| sheet.as_ref().ok()).flat_map(|sheet| &sheet.rows);
        let mut cited = rows.filter(|row| row.criterion == topic.criterion).flat_map(|row| &row.anchors);
        if cited.any(|anchor| Some(anchor.id) == topic.passage) {
            return Ok(true);
        }
        let words = self.threads(dossier)?.remove(&topic.criterion).unwrap_or_default();
        Ok(words.iter().any(|word| word.about == topic.passage))
    }

    /// Whether I may say something about a dossier now.
    pub(crate) fn permitted_thread(&self, dossier: DossierId) -> Result<()> {
        let round = self.debated_round(dossier)?.id;
        self.permitted(ActionKind::Thread, &[dossier.0, round.0])
    }

    /// Everything that was said about a dossier, by criterion, in the order of the log. Whoever is shut out by now takes
    /// no part in the debate (rules §3).
    pub(crate) fn threads(&self, dossier: DossierId) -> Result<BTreeMap<String, Vec<Word>>> {
        let state = self.dossier(dossier)?;
        let (found, _) = self.every_readable::<Thread>(ActionKind::Thread, dossier.0)?;
        let mut threads: BTreeMap<String, Vec<Word>> = BTreeMap::new();
        let mut ids = BTreeSet::new();
        for (event, Thread { criterion, said, about }) in found {
            let sound = match &said {
                // An id that is there already is no other message's.
                Said::Message(message) => {
                    discussion::message(&message.text).is_ok() && ids.insert(message.id)
                }
                Said::Settled(_) => true,
            };
            if sound && !state.is_shut_out(event.member) {
                let received = self.has_arrived(&event)?;
                let word = Word { author: event.member, at: event.at, received, about, said };
                threads.entry(criterion).or_default().push(word);
            }
        }
        Ok(threads)
    }

    /// Keeps a message that is being typed. What was saved last wins, whichever order the saves arrive in.
    ///
    /// # Errors
    /// The dossier may not be read, or the disk.
    pub fn save_message(&self, dossier: DossierId, topic: &Topic, draft: &MessageDraft) -> Result<Kept> {
        self.may_read(dossier)?;
        let message = Message { id: [0; 16], text: draft.text.clone(), reply_to: draft.reply_to };
        let Topic { criterion, passage: about } = topic.clone();
        // The frozen form, so that a draft reads as long as a message does.
        let body = Thread { criterion, said: Said::Message(message), about }.encode();
        self.keep_message(dossier, topic, draft.version, body)
    }

    /// The messages that are being typed about a dossier; emptied ones included.
    ///
    /// # Errors
    /// The disk, or a draft that does not read.
    pub fn message_drafts(&self, dossier: DossierId) -> Result<BTreeMap<Topic, MessageDraft>> {
        let mut drafts = BTreeMap::new();
        for kept in self.kept_messages(dossier)? {
            let Thread { criterion, said, about } = Thread::decode(&kept.body)?;
            if let Said::Message(message) = said {
                let (version, text, reply_to) = (kept.version, message.text, message.reply_to);
                let topic = Topic { criterion, passage: about };
                drafts.insert(topic, MessageDraft { version, text, reply_to });
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

/// Whether the last word on a criterion, or on a passage, is that it is settled. A message after it leaves it so: people
/// thank each other.
pub(crate) fn is_settled(words: &[Word], about: Option<[u8; 16]>) -> bool {
    let last = words.iter().filter(|word| word.about == about).rev().find_map(|word| match word.said {
        Said::Settled(settled) => Some(settled),
        Said::Message(_) => None,
    });
    last == Some(true)
}
