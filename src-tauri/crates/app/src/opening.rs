//! The opening of sheets: the intake ends, officers publish their shares, and whoever holds the dossier's key reads.
//!
//! Every box and every share is checked where it is used. A bad one is named, never passed over.

use std::collections::BTreeMap;

use sceau_ballot::{KeySet, Label, SealError, SealedBox};
use sceau_domain::action::{Action, KeyShare};
use sceau_domain::board::{CommitteeState, RoundState};
use sceau_domain::dossier::{Fact, Move};
use sceau_domain::grid::{Aggregate, Answer as Given, Grid, HasClass, Mark, MarkError, Sheet as Marked};
use sceau_domain::id::{CommitteeId, DeviceId, DossierId, MemberId};
use sceau_domain::refusal::Refusal;
use sceau_ledger::encoding::Record;
use sceau_ledger::group::SheetKey;
use sceau_ledger::payload::sealed::{Mark as Written, Sheet};

use crate::act::Intent;
use crate::desk::{Catalogued, Desk};
use crate::dossier::{count, facts};
use crate::error::{AppError, Result};

/// Why a sealed sheet or choice cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The box was altered, belongs elsewhere, or holds rubbish.
    #[error("the box: {0}")]
    Box(SealError),
    /// Too few officers published a share that is proven.
    #[error("{have} shares in order, {needed} needed")]
    Shares {
        /// Shares in order.
        have: usize,
        /// Shares needed.
        needed: usize,
    },
    /// The sealed parcel or the dossier's key is not on this laptop.
    #[error("not on this laptop")]
    NotHere,
    /// It opens, and is not what its kind says.
    #[error("its author sealed something else")]
    Content,
    /// A sheet for another grid than the dossier's.
    #[error("it answers another grid")]
    OtherGrid,
}

impl Unreadable {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Box(_) => "unreadable-box",
            Self::Shares { .. } => "unreadable-shares",
            Self::NotHere => "unreadable-not-here",
            Self::Content => "unreadable-content",
            Self::OtherGrid => "unreadable-other-grid",
        }
    }
}

/// A published share that is not in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShareFault {
    /// Who published it.
    pub officer: MemberId,
    /// Whose sealed act it claims to open.
    pub author: MemberId,
    /// What is wrong.
    pub error: SealError,
}

/// A sealed act: by whom, where in which series, and the box with its key.
#[derive(Clone, Copy)]
pub(crate) struct SealedOne<'a> {
    pub author: MemberId,
    pub device: DeviceId,
    pub seq: u64,
    pub sealed_key: &'a [u8],
}

impl SealedOne<'_> {
    fn shared_by(&self, share: &KeyShare) -> bool {
        (share.member, share.device, share.seq) == (self.author, self.device, self.seq)
    }
}

/// The committee and what its officers published.
pub(crate) struct Published<'a> {
    pub keys: &'a KeySet,
    pub committee: &'a CommitteeState,
    pub shares: &'a BTreeMap<MemberId, Vec<KeyShare>>,
}

impl Published<'_> {
    /// The key in a box, if enough shares of distinct officers are in order, and every share that is not.
    pub(crate) fn unseal(
        &self,
        one: SealedOne<'_>,
        label: &Label,
    ) -> (Result<SheetKey, Unreadable>, Vec<ShareFault>) {
        let checked = SealedBox::from_bytes(one.sealed_key).and_then(|sealed| sealed.check(self.keys, label));
        let checked = match checked {
            Ok(checked) => checked,
            Err(error) => return (Err(Unreadable::Box(error)), Vec::new()),
        };
        let (mut good, mut faults) = (Vec::new(), Vec::new());
        for (officer, published) in self.shares {
            let Some(share) = published.iter().find(|share| one.shared_by(share)) else { continue };
            let place = self.committee.officers.iter().position(|known| known == officer);
            let index = place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX);
            match checked.verify_share(index, &share.share) {
                Ok(share) => good.push(share),
                Err(error) => faults.push(ShareFault { officer: *officer, author: one.author, error }),
            }
        }
        let opened = match checked.open(&good) {
            Ok(key) => Ok(SheetKey::from_bytes(*key)),
            Err(SealError::TooFewShares { have, needed }) => Err(Unreadable::Shares { have, needed }),
            Err(error) => Err(Unreadable::Box(error)),
        };
        (opened, faults)
    }
}

/// Boxes that are not in order, by their author.
type Faulty = Vec<(MemberId, SealError)>;

impl Desk {
    /// Ends the intake of sheets: every assigned one is in, or the deadline has passed with enough of them.
    ///
    /// # Errors
    /// [`Refusal::SheetsMissing`], or another reason of the rules.
    pub fn close_intake(&mut self, dossier: DossierId) -> Result<()> {
        let round = self.round_of(dossier)?.id;
        self.act(vec![Intent::clear(Action::SheetsOpen { dossier, round })]).map(drop)
    }

    /// Publishes this officer's shares of the sheets that count. Each box is first checked against its label: one
    /// that is not in order gets no share, and is answered with its author.
    ///
    /// # Errors
    /// The intake has not ended, or this desk is no officer's.
    pub fn publish_sheet_shares(&mut self, dossier: DossierId) -> Result<Vec<(MemberId, SealError)>> {
        let state = self.dossier(dossier)?;
        let round = self.round_of(dossier)?;
        let committee = self.committee(round.committee)?;
        if round.closed_at.is_none() {
            return Err(Refusal::NotOpenYet.into());
        }
        if round.shares.contains_key(&self.me()?) {
            return Err(Refusal::AlreadyThere.into());
        }
        // Who publishes after the others no longer moves the dossier.
        if round.shares.len() < usize::from(committee.threshold) {
            let facts =
                facts([("officers", count(committee.officers.len())), ("sheets_ready", Fact::Flag(true))]);
            self.judge_step(dossier, Move::OpenSheets, &facts)?;
        }
        let sealed = boxes_of(round).filter(|one| !state.is_recused(one.author));
        let institute = self.institute();
        let label = |one: &SealedOne<'_>| Label::sheet(&institute.0, &dossier.0, &one.author.0, one.seq);
        let (shares, faults) = self.shares_of(round.committee, sealed, label)?;
        let round = round.id;
        self.act(vec![Intent::clear(Action::SheetShares { dossier, round, shares })])?;
        Ok(faults)
    }

    /// The sheets that count of the round that is talked about, in the order of their authors' identifiers: what each
    /// says, or why it cannot be read.
    ///
    /// # Errors
    /// The intake has not ended, or the committee's messages do not give its key.
    pub fn opened_sheets(&self, dossier: DossierId) -> Result<Vec<(MemberId, Result<Sheet, Unreadable>)>> {
        self.sheets_of(dossier, self.debated_round(dossier)?)
    }

    /// Shares of the round that is talked about that are not in order, by officer.
    ///
    /// # Errors
    /// As [`Desk::opened_sheets`].
    pub fn sheet_share_faults(&self, dossier: DossierId) -> Result<Vec<ShareFault>> {
        Ok(self.opening(dossier, self.debated_round(dossier)?, |_| true)?.1)
    }

    /// As [`Desk::opened_sheets`], of any round of the dossier.
    pub(crate) fn sheets_of(
        &self,
        dossier: DossierId,
        round: &RoundState,
    ) -> Result<Vec<(MemberId, Result<Sheet, Unreadable>)>> {
        Ok(self.opening(dossier, round, |_| true)?.0)
    }

    /// What one reviewer's opened sheet of a round says, if it counts and can be read.
    pub(crate) fn sheet_of(
        &self,
        dossier: DossierId,
        round: &RoundState,
        member: MemberId,
    ) -> Result<Option<Sheet>> {
        let (sheets, _) = self.opening(dossier, round, |author| author == member)?;
        Ok(sheets.into_iter().find_map(|(_, sheet)| sheet.ok()))
    }

    #[expect(clippy::type_complexity, reason = "the two halves are handed out one by one right above")]
    fn opening(
        &self,
        dossier: DossierId,
        round: &RoundState,
        wanted: impl Fn(MemberId) -> bool,
    ) -> Result<(Vec<(MemberId, Result<Sheet, Unreadable>)>, Vec<ShareFault>)> {
        let state = self.dossier(dossier)?;
        if round.closed_at.is_none() {
            return Err(Refusal::NotOpenYet.into());
        }
        let keys = self.committee_keys(round.committee)?;
        let published =
            Published { keys: &keys, committee: self.committee(round.committee)?, shares: &round.shares };
        let grid = self.answers(dossier)?.grid;
        let (mut sheets, mut faults) = (Vec::new(), Vec::new());
        let counts = |one: &SealedOne<'_>| !state.is_recused(one.author) && wanted(one.author);
        for one in boxes_of(round).filter(counts) {
            let label = Label::sheet(&self.institute().0, &dossier.0, &one.author.0, one.seq);
            let (key, more) = published.unseal(one, &label);
            faults.extend(more);
            let sheet = match key {
                Ok(key) => self.sealed_content::<Sheet>(one, &key)?,
                Err(why) => Err(why),
            };
            sheets.push((one.author, sheet.and_then(|sheet| of_grid(sheet, &grid))));
        }
        Ok((sheets, faults))
    }

    /// The board's mark from the sheets that can be read, as their reviewers have changed them since: those of the last
    /// round that is open; `None` until enough officers have published.
    pub(crate) fn board_mark(
        &self,
        dossier: DossierId,
        grid: &Grid,
        class: Option<HasClass>,
    ) -> Result<Option<Result<Mark, MarkError>>> {
        match self.board().opened_round(self.dossier(dossier)?) {
            Some(round) => self.board_mark_of(dossier, round, grid, class).map(Some),
            None => Ok(None),
        }
    }

    /// As [`Desk::board_mark`], of a round whose sheets are open.
    pub(crate) fn board_mark_of(
        &self,
        dossier: DossierId,
        round: &RoundState,
        grid: &Grid,
        class: Option<HasClass>,
    ) -> Result<Result<Mark, MarkError>> {
        let sheets = self.marks_since(dossier, round, grid)?;
        self.board_mark_from(dossier, round, grid, class, &sheets)
    }

    /// As [`Desk::board_mark_of`], from sheets that were read already.
    pub(crate) fn board_mark_from(
        &self,
        dossier: DossierId,
        round: &RoundState,
        grid: &Grid,
        class: Option<HasClass>,
        sheets: &[Marked],
    ) -> Result<Result<Mark, MarkError>> {
        let mean = self.bylaws_as_written(&round.bylaws)?.text("aggregate") == Some("mean");
        let aggregate = if mean { Aggregate::Mean } else { Aggregate::Median };
        Ok(grid.board(class, sheets, &self.recusals(dossier)?, aggregate))
    }

    /// The sheets of a round that can be read, as their reviewers have changed them since.
    pub(crate) fn marks_since(
        &self,
        dossier: DossierId,
        round: &RoundState,
        grid: &Grid,
    ) -> Result<Vec<Marked>> {
        let read = self.sheets_since(dossier, round, grid)?;
        Ok(read.into_iter().filter_map(|(member, sheet)| Some(marked(member, &sheet.ok()?))).collect())
    }

    /// The content of a sealed act, opened with its own key.
    pub(crate) fn sealed_content<T: Record>(
        &self,
        one: SealedOne<'_>,
        key: &SheetKey,
    ) -> Result<Result<T, Unreadable>> {
        let place = |event: &&Catalogued| event.name.device == one.device && event.name.seq == one.seq;
        let Some(event) = self.state.catalogue.iter().find(place) else {
            return Ok(Err(Unreadable::NotHere));
        };
        match self.open_sealed(event, key) {
            Ok(Some(bytes)) => Ok(T::decode(&bytes).map_err(|_| Unreadable::Content)),
            Ok(None) => Ok(Err(Unreadable::NotHere)),
            Err(AppError::Store(error)) => Err(error.into()),
            // The key is the committee's word, so what does not open with it was sealed wrongly.
            Err(_) => Ok(Err(Unreadable::Content)),
        }
    }

    /// This officer's shares of sealed keys, and the boxes that are not in order.
    pub(crate) fn shares_of<'a>(
        &self,
        committee: CommitteeId,
        sealed: impl Iterator<Item = SealedOne<'a>>,
        label: impl Fn(&SealedOne<'a>) -> Label,
    ) -> Result<(Vec<KeyShare>, Faulty)> {
        let keys = self.committee_keys(committee)?;
        let officer = self.officer_share(committee)?;
        let (mut shares, mut faults) = (Vec::new(), Vec::new());
        for one in sealed {
            let checked =
                SealedBox::from_bytes(one.sealed_key).and_then(|sealed| sealed.check(&keys, &label(&one)));
            match checked {
                Ok(checked) => {
                    let share = checked.share(&officer, &mut self.env.chance())?.to_vec();
                    shares.push(KeyShare { member: one.author, device: one.device, seq: one.seq, share });
                }
                Err(error) => faults.push((one.author, error)),
            }
        }
        Ok((shares, faults))
    }

    pub(crate) fn committee(&self, committee: CommitteeId) -> Result<&CommitteeState> {
        self.board().committees.get(&committee).ok_or(AppError::Unknown("committee"))
    }

    /// The round whose sheets are read and talked about: the last one that is open, else the first one.
    pub(crate) fn debated_round(&self, dossier: DossierId) -> Result<&RoundState> {
        let state = self.dossier(dossier)?;
        let opened = self.board().opened_round(state);
        opened.or_else(|| state.scoring().last()).ok_or(AppError::Unknown("round"))
    }

    pub(crate) fn round_of(&self, dossier: DossierId) -> Result<&RoundState> {
        self.dossier(dossier)?.round().ok_or(AppError::Unknown("round"))
    }
}

fn boxes_of(round: &RoundState) -> impl Iterator<Item = SealedOne<'_>> {
    round.sheets.iter().map(|(author, sheet)| SealedOne {
        author: *author,
        device: sheet.device,
        seq: sheet.seq,
        sealed_key: &sheet.sealed_key,
    })
}

fn of_grid(sheet: Sheet, grid: &[u8; 32]) -> Result<Sheet, Unreadable> {
    if sheet.grid == *grid { Ok(sheet) } else { Err(Unreadable::OtherGrid) }
}

/// A sheet in the grid's terms.
pub(crate) fn marked(reviewer: MemberId, sheet: &Sheet) -> Marked {
    let given = |mark: &Written| match mark {
        Written::Option(text) | Written::Value(text) => Given::Text(text.clone()),
        Written::NotApplicable => Given::NotApplicable,
    };
    let marks = sheet.rows.iter().filter_map(|row| Some((row.criterion.clone(), given(row.mark.as_ref()?))));
    Marked { reviewer: reviewer.to_string(), marks: marks.collect() }
}
