//! The discussions of each criterion and of its passages as the window shows them: who speaks is told as the columns tell it.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::moment::Moment;
use sceau_ledger::payload::sealed::Said;
use sceau_ledger::tree::sha256;
use serde::{Deserialize, Serialize};

use super::{Column, ComparisonView, Names};
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::thread::{MessageDraft, Topic, Word, is_settled};
use crate::view::review::{Mark, Saved};
use crate::view::{from_hex, uuid};

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Speaker {
    pub mine: bool,
    pub column: Option<usize>,
    pub place: Option<usize>,
    pub name: Option<String>,
}

/// What was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum WordKind {
    Message,
    Settled,
    Reopened,
}

/// One word of a discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ThreadWord {
    pub what: WordKind,
    pub by: Speaker,
    pub at: u64,
    pub received: bool,
    pub id: Option<String>,
    pub text: String,
    pub reply_to: Option<String>,
    pub about: Option<String>,
}

/// A message that is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct TypedMessage {
    pub version: u64,
    pub text: String,
    pub reply_to: Option<String>,
}

/// The discussion of one passage: which of the words are about it they say themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct TopicView {
    pub about: String,
    pub settled: bool,
    pub unread: usize,
    pub draft: Option<TypedMessage>,
}

/// The discussion of a criterion, with those of the passages cited for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ThreadView {
    pub words: Vec<ThreadWord>,
    pub settled: bool,
    pub unread: usize,
    pub draft: Option<TypedMessage>,
    pub topics: Vec<TopicView>,
}

impl Desk {
    /// The discussions of a dossier by criterion, with the message that is being typed about each.
    pub(super) fn thread_views(
        &self,
        dossier: DossierId,
        columns: &[(MemberId, Column)],
        names: &Names,
    ) -> Result<BTreeMap<String, ThreadView>> {
        let mut views: BTreeMap<String, ThreadView> = BTreeMap::new();
        let mut topics: BTreeMap<Topic, TopicView> = BTreeMap::new();
        for (topic, draft) in self.message_drafts(dossier)? {
            let draft = TypedMessage {
                version: draft.version,
                text: draft.text,
                reply_to: draft.reply_to.as_ref().map(uuid),
            };
            match topic.passage {
                Some(_) => topics.entry(topic).or_default().draft = Some(draft),
                None => views.entry(topic.criterion).or_default().draft = Some(draft),
            }
        }
        let speakers = self.speakers(dossier, columns, names)?;
        for (criterion, words) in self.threads(dossier)? {
            let unread = self.unread_of(dossier, &criterion, &words)?;
            let passages: BTreeSet<[u8; 16]> = words.iter().filter_map(|word| word.about).collect();
            for passage in passages {
                let topic = topics.entry(Topic::passage(&criterion, passage)).or_default();
                topic.settled = is_settled(&words, Some(passage));
                topic.unread = unread.iter().filter(|about| **about == Some(passage)).count();
            }
            let view = views.entry(criterion).or_default();
            view.settled = is_settled(&words, None);
            view.unread = unread.len();
            view.words = words.into_iter().map(|word| shown(word, &speakers)).collect();
        }
        for (topic, mut shown) in topics {
            let Some(passage) = topic.passage else { continue };
            shown.about = uuid(&passage);
            views.entry(topic.criterion).or_default().topics.push(shown);
        }
        Ok(views)
    }

    /// Messages of others that were not read here yet, in all discussions of a dossier.
    pub(super) fn unread(&self, dossier: DossierId) -> Result<usize> {
        let threads = self.threads(dossier)?;
        let each = threads.iter().map(|(criterion, words)| self.unread_of(dossier, criterion, words));
        each.map(|unread| unread.map(|unread| unread.len())).sum()
    }

    /// What each message is about that was not read yet. Whoever reads the discussion of a criterion reads what was said
    /// about its passages there too; whoever reads that of a passage, nothing else.
    fn unread_of(
        &self,
        dossier: DossierId,
        criterion: &str,
        words: &[Word],
    ) -> Result<Vec<Option<[u8; 16]>>> {
        let me = self.me()?;
        let mut seen = BTreeMap::from([(None, self.seen_until(dossier, &Topic::criterion(criterion))?)]);
        for passage in words.iter().filter_map(|word| word.about) {
            if let Entry::Vacant(place) = seen.entry(Some(passage)) {
                place.insert(self.seen_until(dossier, &Topic::passage(criterion, passage))?);
            }
        }
        let read = |word: &Word| {
            let until = [None, word.about].map(|about| seen.get(&about).copied().flatten());
            until.into_iter().flatten().any(|until| word.at <= until)
        };
        let new = words.iter().filter(|word| word.author != me && word.id().is_some() && !read(word));
        Ok(new.map(|word| word.about).collect())
    }

    /// How each member is told: by column, or, without one, by a place in an order that is drawn once for each dossier.
    fn speakers(
        &self,
        dossier: DossierId,
        columns: &[(MemberId, Column)],
        names: &Names,
    ) -> Result<BTreeMap<MemberId, Speaker>> {
        let me = self.me()?;
        let column = |member: &MemberId| columns.iter().position(|(who, _)| who == member);
        let mut others: Vec<MemberId> =
            self.board().roster.iter().copied().filter(|member| column(member).is_none()).collect();
        others.sort_by_key(|member| sha256(&[&dossier.0[..], &member.0].concat()));
        let mut speakers = BTreeMap::new();
        for member in &self.board().roster {
            let place = others.iter().position(|other| other == member).map(|place| place + 1);
            let name = match names {
                Names::Shown => Some(self.name_of(*member)?),
                Names::Hidden => None,
            };
            speakers.insert(*member, Speaker { mine: *member == me, column: column(member), place, name });
        }
        Ok(speakers)
    }

    /// Changes my mark and shows the comparison again.
    ///
    /// # Errors
    /// As [`Desk::revise`].
    pub fn compare_revise(
        &mut self,
        dossier: DossierId,
        criterion: &str,
        mark: Mark,
        why: &str,
    ) -> Result<ComparisonView> {
        self.revise(dossier, criterion, mark.record(), why)?;
        self.comparison_view(dossier)
    }

    /// Posts a message and shows the comparison again.
    ///
    /// # Errors
    /// As [`Desk::post`].
    pub fn thread_post(
        &mut self,
        dossier: DossierId,
        topic: &TopicAsked,
        text: &str,
        reply_to: Option<&str>,
    ) -> Result<ComparisonView> {
        self.post(dossier, &topic.read()?, text, reply_to.map(message_id).transpose()?)?;
        self.comparison_view(dossier)
    }

    /// Says that a point is settled, or open again, and shows the comparison again.
    ///
    /// # Errors
    /// As [`Desk::settle`].
    pub fn thread_settle(
        &mut self,
        dossier: DossierId,
        topic: &TopicAsked,
        settled: bool,
    ) -> Result<ComparisonView> {
        self.settle(dossier, &topic.read()?, settled)?;
        self.comparison_view(dossier)
    }

    /// Keeps a message as it is being typed.
    ///
    /// # Errors
    /// As [`Desk::save_message`].
    pub fn thread_draft(&self, dossier: DossierId, topic: &TopicAsked, typed: TypedMessage) -> Result<Saved> {
        let reply_to = typed.reply_to.as_deref().map(message_id).transpose()?;
        let draft = MessageDraft { version: typed.version, text: typed.text, reply_to };
        Ok(self.save_message(dossier, &topic.read()?, &draft)?.into())
    }

    /// Remembers that a discussion was read up to a moment.
    ///
    /// # Errors
    /// As [`Desk::mark_seen`].
    pub fn thread_seen(&self, dossier: DossierId, topic: &TopicAsked, until: u64) -> Result<()> {
        self.mark_seen(dossier, &topic.read()?, Moment(until))
    }
}

/// The discussion that the window speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct TopicAsked {
    pub criterion: String,
    pub about: Option<String>,
}

impl TopicAsked {
    fn read(&self) -> Result<Topic> {
        let passage = self.about.as_deref().map(|id| from_hex(id).ok_or(AppError::Unknown("passage")));
        Ok(Topic { criterion: self.criterion.clone(), passage: passage.transpose()? })
    }
}

impl From<&str> for TopicAsked {
    fn from(criterion: &str) -> Self {
        Self { criterion: criterion.to_owned(), about: None }
    }
}

fn message_id(text: &str) -> Result<[u8; 16]> {
    from_hex(text).ok_or(AppError::Unknown("message"))
}

fn shown(word: Word, speakers: &BTreeMap<MemberId, Speaker>) -> ThreadWord {
    let nobody = Speaker { mine: false, column: None, place: None, name: None };
    let by = speakers.get(&word.author).cloned().unwrap_or(nobody);
    let (what, id, text, reply_to) = match word.said {
        Said::Message(message) => {
            (WordKind::Message, Some(uuid(&message.id)), message.text, message.reply_to.as_ref().map(uuid))
        }
        Said::Settled(true) => (WordKind::Settled, None, String::new(), None),
        Said::Settled(false) => (WordKind::Reopened, None, String::new(), None),
    };
    let about = word.about.as_ref().map(uuid);
    ThreadWord { what, by, at: word.at.0, received: word.received, id, text, reply_to, about }
}
