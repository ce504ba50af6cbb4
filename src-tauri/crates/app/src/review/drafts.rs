//! What somebody is typing: rows, notes, places, messages and forms, one durable statement each, in the encrypted
//! database alone.

use sceau_domain::board::RoundState;
use sceau_domain::id::DossierId;
use sceau_domain::moment::Moment;
use sceau_domain::refusal::Refusal;
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::{Note, Notes, Sheet, SheetRow, Why};
use sceau_ledger::tree::sha256;
use sceau_store::drafts::Draft;

use super::SheetStanding;
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::thread::Topic;

const ROW: &str = "row";
const NOTE: &str = "note";
const PLACE: &str = "place";
const TAKEN_BACK: &str = "taken-back";
const MESSAGE: &str = "message";
const SEEN: &str = "seen";
const FORM: &str = "form";
/// Where forms lie that are about no dossier yet.
const NO_DOSSIER: DossierId = DossierId([0; 16]);
/// The longest form, in bytes: more than anybody types.
const MAX_FORM: usize = 1 << 20;

/// A row of the sheet that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// Grows with each edit.
    pub version: u64,
    /// When it was written to the disk.
    pub updated: Moment,
    /// What is said of one criterion.
    pub row: SheetRow,
    /// Why the mark differs from that of the round before; empty: nothing was said.
    pub why: String,
}

/// The answer to a save: what the disk holds now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// When the version on the disk was written.
    pub at: Moment,
    /// Which version that is: a save that was overtaken is answered with the newer one.
    pub version: u64,
}

/// A draft keeps its id for ever: one per dossier, kind and thing.
fn row_id(dossier: DossierId, kind: &str, key: &[u8]) -> [u8; 16] {
    let digest = sha256(&[&dossier.0[..], kind.as_bytes(), &[0], key].concat());
    let mut id = [0; 16];
    id.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    id
}

/// The key of a row. A later round has its own, so that nothing of the one before is lost.
fn row_key(round: Option<&RoundState>, criterion: &str) -> String {
    format!("{}{criterion}", row_prefix(round))
}

fn row_prefix(round: Option<&RoundState>) -> String {
    round.filter(|round| round.number > 1).map(|round| format!("{}\n", round.id)).unwrap_or_default()
}

/// Whether a draft is a row of this round.
fn is_row_of(draft: &Draft, round: Option<&RoundState>) -> bool {
    let prefix = row_prefix(round);
    let mine = if prefix.is_empty() { !draft.key.contains('\n') } else { draft.key.starts_with(&prefix) };
    draft.kind == ROW && mine
}

/// A row that comes from the round before: nobody has touched it in this one.
fn carried(row: SheetRow) -> DraftRow {
    DraftRow { version: 0, updated: Moment(0), row, why: String::new() }
}

impl Desk {
    /// Keeps a row. What was saved last wins, whichever order the saves arrive in.
    ///
    /// # Errors
    /// The dossier may not be read, the sheet is sealed, or the disk.
    pub fn save_row(&self, dossier: DossierId, version: u64, row: &SheetRow) -> Result<Kept> {
        self.save_row_because(dossier, version, row, "")
    }

    /// As [`Desk::save_row`], with the line that says why the mark differs from that of the round before.
    ///
    /// # Errors
    /// As [`Desk::save_row`].
    pub fn save_row_because(
        &self,
        dossier: DossierId,
        version: u64,
        row: &SheetRow,
        why: &str,
    ) -> Result<Kept> {
        self.may_write(dossier)?;
        let line = || Why { criterion: row.criterion.clone(), line: why.to_owned() };
        let whys = (!why.is_empty()).then(line).into_iter().collect();
        let key = row_key(self.dossier(dossier)?.round(), &row.criterion);
        // The frozen form of sheets, so that a draft reads as long as a sheet does.
        let body = Sheet { grid: [0; 32], rows: vec![row.clone()], whys }.encode();
        self.keep(dossier, ROW, &key, version, body)
    }

    /// Keeps a highlight or a note.
    ///
    /// # Errors
    /// As [`Desk::save_row`].
    pub fn save_note(&self, dossier: DossierId, note: &Note) -> Result<Kept> {
        self.may_read(dossier)?;
        let key: String = note.passage.id.iter().map(|byte| format!("{byte:02x}")).collect();
        self.keep(dossier, NOTE, &key, note.version, Notes(vec![note.clone()]).encode())
    }

    /// Keeps where the person is, in whatever form the screen writes it.
    ///
    /// # Errors
    /// The disk.
    pub fn save_place(&self, dossier: DossierId, place: &str) -> Result<()> {
        self.keep(dossier, PLACE, "", 0, place.as_bytes().to_vec())?;
        Ok(())
    }

    /// Where the person was.
    ///
    /// # Errors
    /// The disk.
    pub fn place(&self, dossier: DossierId) -> Result<Option<String>> {
        let kept = self.store.read(|read| read.draft(&row_id(dossier, PLACE, b"")))?;
        Ok(kept.and_then(|draft| String::from_utf8(draft.body).ok()))
    }

    /// Every row of the present round that was touched. A later round starts from my sheet of the round before; without
    /// one, from what I had written for it.
    ///
    /// # Errors
    /// The disk, a draft that does not read, or a sheet of the round before that cannot be opened.
    pub fn rows(&self, dossier: DossierId) -> Result<Vec<DraftRow>> {
        self.rows_in_round(dossier, self.dossier(dossier)?.round())
    }

    fn rows_in_round(&self, dossier: DossierId, round: Option<&RoundState>) -> Result<Vec<DraftRow>> {
        let state = self.dossier(dossier)?;
        let mut rows = match round.and_then(|round| state.round_before(round)) {
            None => Vec::new(),
            Some(before) => match self.own_opened(dossier, before)? {
                Some(sheet) => sheet.rows.into_iter().map(carried).collect(),
                None => self
                    .rows_in_round(dossier, Some(before))?
                    .into_iter()
                    .map(|one| carried(one.row))
                    .collect(),
            },
        };
        for kept in self.kept_rows(dossier, |draft| is_row_of(draft, round))? {
            match rows.iter_mut().find(|known| known.row.criterion == kept.row.criterion) {
                Some(known) => *known = kept,
                None => rows.push(kept),
            }
        }
        Ok(rows)
    }

    /// Rows that were written on this laptop.
    fn kept_rows(&self, dossier: DossierId, wanted: impl Fn(&Draft) -> bool) -> Result<Vec<DraftRow>> {
        let mut rows = Vec::new();
        for draft in self.drafts(dossier, ROW)?.into_iter().filter(|draft| wanted(draft)) {
            let Sheet { rows: kept, whys, .. } = Sheet::decode(&draft.body)?;
            let why = whys.into_iter().next().map(|why| why.line).unwrap_or_default();
            for row in kept {
                let (version, updated) = (draft.version, draft.updated);
                rows.push(DraftRow { version, updated, row, why: why.clone() });
            }
        }
        Ok(rows)
    }

    /// Every row that was written on this laptop, whatever the round.
    pub(super) fn rows_of_all_rounds(&self, dossier: DossierId) -> Result<Vec<DraftRow>> {
        self.kept_rows(dossier, |_| true)
    }

    /// Highlights and notes, those that were removed left out.
    ///
    /// # Errors
    /// The disk, or a draft that does not read.
    pub fn notes(&self, dossier: DossierId) -> Result<Vec<Note>> {
        let mut notes = Vec::new();
        for draft in self.drafts(dossier, NOTE)? {
            notes.extend(Notes::decode(&draft.body)?.0.into_iter().filter(|note| !note.removed));
        }
        Ok(notes)
    }

    /// When a row or a note was last written.
    ///
    /// # Errors
    /// The disk.
    pub fn saved_at(&self, dossier: DossierId) -> Result<Option<Moment>> {
        let drafts = self.store.read(|read| read.drafts(dossier))?;
        let round = self.dossier(dossier)?.round();
        let counts = |one: &&Draft| is_row_of(one, round) || one.kind == NOTE;
        Ok(drafts.iter().filter(counts).map(|one| one.updated).max())
    }

    /// The position of the sheet that was taken back last, on the device's series.
    pub(super) fn taken_back(&self, dossier: DossierId) -> Result<Option<u64>> {
        let kept = self.store.read(|read| read.draft(&row_id(dossier, TAKEN_BACK, b"")))?;
        Ok(kept.and_then(|draft| draft.body.try_into().ok()).map(u64::from_be_bytes))
    }

    pub(super) fn keep_taken_back(&self, dossier: DossierId, seq: u64) -> Result<()> {
        self.keep(dossier, TAKEN_BACK, "", 0, seq.to_be_bytes().to_vec())?;
        Ok(())
    }

    /// Keeps the message that is being typed about something.
    pub(crate) fn keep_message(
        &self,
        dossier: DossierId,
        topic: &Topic,
        version: u64,
        body: Vec<u8>,
    ) -> Result<Kept> {
        self.keep(dossier, MESSAGE, &topic.key(), version, body)
    }

    /// Every message that is being typed about a dossier.
    pub(crate) fn kept_messages(&self, dossier: DossierId) -> Result<Vec<Draft>> {
        self.drafts(dossier, MESSAGE)
    }

    /// Keeps a form as the screen writes it, until its act is made; `form` names it among those of the dossier, or among
    /// those that are about none yet. Nothing of the dossier is read for it, so whoever judges without its key may fill
    /// one in.
    ///
    /// # Errors
    /// The dossier is not known, the form is longer than anybody types, or the disk.
    pub fn keep_form(
        &self,
        dossier: Option<DossierId>,
        form: &str,
        version: u64,
        text: &str,
    ) -> Result<Kept> {
        dossier.map(|dossier| self.dossier(dossier)).transpose()?;
        if text.len() > MAX_FORM {
            return Err(AppError::Input(form.to_owned()));
        }
        self.keep(dossier.unwrap_or(NO_DOSSIER), FORM, form, version, text.as_bytes().to_vec())
    }

    /// What was typed into a form, with its version; empty once its act is made.
    ///
    /// # Errors
    /// The disk.
    pub fn kept_form(&self, dossier: Option<DossierId>, form: &str) -> Result<Option<(u64, String)>> {
        let kept = self
            .store
            .read(|read| read.draft(&row_id(dossier.unwrap_or(NO_DOSSIER), FORM, form.as_bytes())))?;
        Ok(kept.and_then(|draft| Some((draft.version, String::from_utf8(draft.body).ok()?))))
    }

    /// Keeps until when a discussion was read here. It never goes back.
    ///
    /// # Errors
    /// The dossier may not be read, or the disk.
    pub fn mark_seen(&self, dossier: DossierId, topic: &Topic, until: Moment) -> Result<()> {
        self.may_read(dossier)?;
        self.keep(dossier, SEEN, &topic.key(), until.0, Vec::new())?;
        Ok(())
    }

    /// Until when a discussion was read here.
    pub(crate) fn seen_until(&self, dossier: DossierId, topic: &Topic) -> Result<Option<Moment>> {
        let kept = self.store.read(|read| read.draft(&row_id(dossier, SEEN, topic.key().as_bytes())))?;
        Ok(kept.map(|draft| Moment(draft.version)))
    }

    fn may_write(&self, dossier: DossierId) -> Result<()> {
        self.may_read(dossier)?;
        match self.sheet_standing(dossier)? {
            SheetStanding::Draft => Ok(()),
            SheetStanding::Sealed { .. } | SheetStanding::Late { .. } => {
                Err(AppError::Refused(Refusal::AlreadyThere))
            }
            SheetStanding::Opened { .. } => Err(AppError::Refused(Refusal::AlreadyOpen)),
        }
    }

    fn drafts(&self, dossier: DossierId, kind: &str) -> Result<Vec<Draft>> {
        let mut drafts = self.store.read(|read| read.drafts(dossier))?;
        drafts.retain(|draft| draft.kind == kind);
        Ok(drafts)
    }

    fn keep(&self, dossier: DossierId, kind: &str, key: &str, version: u64, body: Vec<u8>) -> Result<Kept> {
        let updated = self.env.now();
        let row = row_id(dossier, kind, key.as_bytes());
        let draft =
            Draft { row, dossier, kind: kind.to_owned(), key: key.to_owned(), version, updated, body };
        if self.store.write(|write| write.save_draft(&draft))? {
            return Ok(Kept { at: updated, version });
        }
        let newer = self.store.read(|read| read.draft(&row))?.ok_or(AppError::Unknown("draft"))?;
        Ok(Kept { at: newer.updated, version: newer.version })
    }
}
