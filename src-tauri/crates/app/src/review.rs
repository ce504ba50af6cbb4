//! A reviewer's work on one dossier: the frozen grid, the sheet that is being written, sealing it, taking it back.

mod drafts;
mod leaving;
mod summary;
mod versions;

pub(crate) use summary::{answer_of, count, row_faults};

pub use drafts::{DraftRow, Kept};
pub use summary::SheetSummary;
pub use versions::{Fate, Revisited, Succession};

use sceau_domain::action::ActionKind;
use sceau_domain::datum::Datum;
use sceau_domain::grid::{Grid, HasClass};
use sceau_domain::id::{DossierId, RoundId};
use sceau_domain::moment::Moment;
use sceau_domain::refusal::Refusal;
use sceau_domain::visibility::may_read_dossier;
use sceau_ledger::encoding::Record;
use sceau_ledger::header::EventName;
use sceau_ledger::payload::sealed::{Answers, Examination, Sheet, Why};

use crate::act::SealedAct;
use crate::desk::{Catalogued, Desk};
use crate::error::{AppError, Result};
use crate::rescoring::{differs, unexplained};

/// A dossier's questionnaire with the grid that it was frozen with.
#[derive(Debug, Clone)]
pub struct Questionnaire {
    /// SHA-256 of the grid file.
    pub digest: [u8; 32],
    /// The grid.
    pub grid: Grid,
    /// HAS class of the solution: some criteria apply to some classes only.
    pub class: Option<HasClass>,
    /// What the publisher answered.
    pub answers: Answers,
    /// What the examiner found, as far as it is known.
    pub examination: Examination,
}

/// Where my sheet stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetStanding {
    /// Being written; a sheet submitted earlier and taken back still counts until another replaces it.
    Draft,
    /// Submitted and sealed.
    Sealed {
        /// When: the registry's receipt time, my own clock's until then.
        at: Moment,
        /// Whether the registry holds it.
        received: bool,
    },
    /// Submitted after the deadline: it waits for the chair, and counts only if the chair accepts it.
    Late {
        /// As for a sealed one.
        at: Moment,
        /// Whether the registry holds it.
        received: bool,
    },
    /// The round's sheets are open.
    Opened {
        /// When mine was submitted; `None` if there is none.
        at: Option<Moment>,
        /// Whether the registry holds it.
        received: bool,
    },
}

/// A sheet of mine, as the log knows it.
pub(crate) struct OwnSheet {
    /// The act; `at` is the registry's receipt time, my own clock's until then.
    pub event: Catalogued,
    /// It came after the deadline and waits for the chair.
    pub late: bool,
}

impl Desk {
    /// Whether this member may read a dossier; the reason says on which side of the door the person stands.
    pub(crate) fn may_read(&self, dossier: DossierId) -> Result<()> {
        let me = self.me()?;
        if may_read_dossier(self.board(), me, dossier) {
            return Ok(());
        }
        let state = self.board().dossiers.get(&dossier).ok_or(AppError::Unknown("dossier"))?;
        Err(AppError::Refused(match state.declared.contains_key(&me) {
            _ if state.is_shut_out(me) => Refusal::Recused,
            true => Refusal::DeclarationPending,
            false => Refusal::NotDeclared,
        }))
    }

    /// The questionnaire of a dossier, with its grid.
    ///
    /// # Errors
    /// The dossier may not be read, its key is not here yet, or its grid is not in the log.
    pub fn questionnaire(&self, dossier: DossierId) -> Result<Questionnaire> {
        self.may_read(dossier)?;
        let answers: Answers = self.last(ActionKind::Answers, dossier.0)?.ok_or(AppError::NoKey)?;
        let file = self.board().rules.get(&answers.grid).ok_or(AppError::Unknown("grid"))?;
        let written: Datum =
            toml::from_str(&file.text).map_err(|error| AppError::Input(error.message().to_owned()))?;
        let grid = Grid::read(&written).map_err(|messages| AppError::File {
            file: format!("{} {}", file.id, file.version),
            codes: messages.iter().map(ToString::to_string).collect(),
        })?;
        let mut examination = Examination::default();
        for (_, rows) in self.every::<Examination>(ActionKind::Examination, dossier.0)? {
            examination.0.extend(rows.0);
        }
        let class = answers.has_class.as_deref().and_then(HasClass::read);
        Ok(Questionnaire { digest: answers.grid, grid, class, answers, examination })
    }

    /// The sheet of the present round that I submitted last: that it is in, not what it says.
    pub(crate) fn own_sheet(&self, dossier: DossierId) -> Result<Option<OwnSheet>> {
        let me = self.me()?;
        let state = self.board().dossiers.get(&dossier).ok_or(AppError::Unknown("dossier"))?;
        let Some(round) = state.round() else { return Ok(None) };
        let late = self.own_late(ActionKind::Sheet, dossier.0)?;
        let late = late.into_iter().filter(|one| one.header.objects.get(1) == Some(&round.id.0));
        let late = late.map(|one| OwnSheet { event: Catalogued::of(one, ActionKind::Sheet), late: true });
        let counted = round.sheets.get(&me).map(|sheet| EventName { device: sheet.device, seq: sheet.seq });
        let counted = self.sealed(ActionKind::Sheet, dossier.0).find(|one| Some(one.name) == counted);
        let counted = counted.map(|event| OwnSheet { event: event.clone(), late: false });
        Ok(late.chain(counted).max_by_key(|sheet| (sheet.event.at, sheet.event.name.seq)))
    }

    /// Where my sheet stands.
    ///
    /// # Errors
    /// The dossier is not known, or the disk.
    pub fn sheet_standing(&self, dossier: DossierId) -> Result<SheetStanding> {
        let state = self.board().dossiers.get(&dossier).ok_or(AppError::Unknown("dossier"))?;
        let opened = state.round().is_some_and(|round| round.closed_at.is_some());
        let own = self.own_sheet(dossier)?;
        let received = match &own {
            Some(sheet) => self.has_arrived(&sheet.event)?,
            None => false,
        };
        Ok(match own {
            _ if opened => SheetStanding::Opened { at: own.map(|sheet| sheet.event.at), received },
            None => SheetStanding::Draft,
            Some(sheet) if self.taken_back(dossier)? == Some(sheet.event.name.seq) => SheetStanding::Draft,
            Some(sheet) if sheet.late => SheetStanding::Late { at: sheet.event.at, received },
            Some(sheet) => SheetStanding::Sealed { at: sheet.event.at, received },
        })
    }

    /// Seals the rows as they are stored and submits them for the present round. Returns once the signed act is on
    /// this disk.
    ///
    /// # Errors
    /// A mark that the grid does not know, the rules say no, or the committee's key is not in force.
    pub fn submit(&mut self, dossier: DossierId) -> Result<()> {
        let questionnaire = self.questionnaire(dossier)?;
        let rows = self.rows_to_mark(dossier, &questionnaire)?;
        let (former, mut whys) = (self.former_sheet(dossier)?, self.whys(dossier)?);
        let mut faults = summary::faults(&questionnaire, &rows);
        faults.extend(unexplained(former.as_ref(), &rows, &whys));
        if !faults.is_empty() {
            return Err(AppError::File { file: questionnaire.grid.title.fr, codes: faults });
        }
        let (round, committee) = self.present_round(dossier)?;
        let keys = self.committee_keys(committee)?;
        // A line about a mark that is again what it was says nothing.
        let changed = |why: &Why| {
            let row = rows.iter().find(|row| row.criterion == why.criterion);
            row.zip(former.as_ref()).is_some_and(|(row, former)| differs(former, row))
        };
        whys.retain(changed);
        let sheet = Sheet {
            whys,
            grid: questionnaire.digest,
            rows: rows.into_iter().filter(|row| !summary::is_blank(row)).collect(),
        };
        self.act_sealed(&SealedAct::Sheet(dossier, round), &keys, sheet.encode())?;
        Ok(())
    }

    /// The round that takes sheets now, and the committee to which they are sealed.
    fn present_round(&self, dossier: DossierId) -> Result<(RoundId, sceau_domain::id::CommitteeId)> {
        let state = self.board().dossiers.get(&dossier).ok_or(AppError::Unknown("dossier"))?;
        let round = state.round().ok_or(AppError::Refused(Refusal::WrongStage))?;
        Ok((round.id, round.committee))
    }

    /// Makes the submitted sheet a draft again, on this computer. The last submitted sheet keeps counting until
    /// another one replaces it: a reviewer whose laptop is lost in between has not lost the sheet.
    ///
    /// # Errors
    /// The sheets are open already, or there is none.
    pub fn take_back(&mut self, dossier: DossierId) -> Result<()> {
        match self.sheet_standing(dossier)? {
            SheetStanding::Sealed { .. } | SheetStanding::Late { .. } => {
                let seq = self
                    .own_sheet(dossier)?
                    .map(|sheet| sheet.event.name.seq)
                    .ok_or(AppError::Unknown("sheet"))?;
                self.keep_taken_back(dossier, seq)
            }
            SheetStanding::Opened { .. } => Err(AppError::Refused(Refusal::AlreadyOpen)),
            SheetStanding::Draft => Ok(()),
        }
    }

    /// My submitted sheet, opened with the copy of its key that is sealed to me alone.
    ///
    /// # Errors
    /// The disk, or a sheet that does not read.
    pub fn submitted_sheet(&self, dossier: DossierId) -> Result<Option<Sheet>> {
        let Some(sheet) = self.own_sheet(dossier)? else { return Ok(None) };
        let Some(key) = self.own_copy(&sheet.event)? else { return Ok(None) };
        self.open_sealed(&sheet.event, &key)?
            .map(|bytes| Sheet::decode(&bytes).map_err(AppError::from))
            .transpose()
    }
}
