//! Who reviews a dossier, who holds its key, and the opening of a scoring round.

use std::collections::BTreeMap;

use sceau_domain::action::Action;
use sceau_domain::assignment::{Candidate, assign};
use sceau_domain::board::{DossierState, GroupState};
use sceau_domain::dossier::{Fact, Hand, Move, Stage, step};
use sceau_domain::id::{DossierId, GroupId, MemberId, RoundId};
use sceau_domain::moment::Moment;
use sceau_domain::permission::{acting_chair, keeper_of_key, leads_board, may_hold_key};
use sceau_domain::refusal::Refusal;

use crate::act::Intent;
use crate::desk::Desk;
use crate::dossier::{SAME_RAPPORTEURS, count, facts};
use crate::error::{AppError, Result};
use crate::label::day_in_paris;

/// Reviewers that the product proposes; the secretariat edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewerProposal {
    /// In the order of picking.
    pub reviewers: Vec<MemberId>,
    /// `assign.college-short@college` and `assign.too-few`, where people are lacking.
    pub codes: Vec<String>,
}

impl Desk {
    /// Proposes `wanted` reviewers for a dossier, the minima of colleges first.
    ///
    /// # Errors
    /// The dossier is not known.
    pub fn propose_reviewers(
        &self,
        dossier: DossierId,
        wanted: usize,
        minima: &[(String, usize)],
    ) -> Result<ReviewerProposal> {
        let state = self.dossier(dossier)?;
        let board = self.board();
        let (away, limits) = (self.away_today()?, self.max_loads()?);
        let candidate = |member: MemberId| Candidate {
            id: member.to_string(),
            college: board.members.get(&member).and_then(|known| known.college.clone()).unwrap_or_default(),
            load: self.load(member, dossier) as u64,
            max_load: limits.get(&member).copied(),
            recused: state.is_recused(member) || state.recourse.bars_rapporteur(member),
            // Declared and not yet judged is as good as undeclared, since nothing may be read before; so is a
            // declaration whose year is over (rules §3).
            undeclared: !state.may_read(member) || self.ran_out(state, member),
            away: away.contains(&member),
        };
        let roster: Vec<Candidate> = board.seated().map(candidate).collect();
        let proposal = assign(&roster, wanted, minima);
        let reviewers = board.seated().collect::<Vec<_>>();
        let named = |id: &String| reviewers.iter().copied().find(|member| member.to_string() == *id);
        let reviewers = proposal.reviewers.iter().filter_map(named).collect();
        Ok(ReviewerProposal { reviewers, codes: proposal.codes })
    }

    /// The most dossiers at once, of those who have such a number.
    pub(crate) fn max_loads(&self) -> Result<BTreeMap<MemberId, u64>> {
        let mut limits = BTreeMap::new();
        for member in self.board().seated() {
            if let Some(most) = self.profile(member)?.and_then(|profile| profile.max_load) {
                limits.insert(member, most);
            }
        }
        Ok(limits)
    }

    /// Dossiers beside this one that a member has in hand as a reviewer.
    pub(crate) fn load(&self, member: MemberId, beside: DossierId) -> usize {
        let others = self.board().dossiers.iter().filter(|(id, _)| **id != beside);
        others.filter(|(_, other)| in_hand(other, member)).count()
    }

    /// Assigns exactly these reviewers, of which `wanted` are needed, makes the step `assign` if the dossier waits
    /// for it, and gives the dossier's key to everybody who may now hold it.
    ///
    /// # Errors
    /// [`AppError::Procedure`] with the code of the guard that fails: `assign.undeclared`, `assign.recused`,
    /// `assign.too-few`, `second-look.same-rapporteurs`; or an act is refused.
    pub fn assign(&mut self, dossier: DossierId, members: &[MemberId], wanted: usize) -> Result<()> {
        let state = self.dossier(dossier)?;
        let today = day_in_paris(self.env.now());
        let undeclared =
            members.iter().filter(|member| state.declares_before_reviewing(**member, today)).count();
        let recused = members.iter().filter(|member| state.is_recused(**member)).count();
        let same = members.iter().any(|member| state.recourse.bars_rapporteur(*member));
        let facts = facts([
            ("undeclared", count(undeclared)),
            ("recused_assigned", count(recused)),
            ("shortfall", count(wanted.saturating_sub(members.len()))),
            ("same_rapporteurs", Fact::Flag(same)),
        ]);
        let relieved = state.assigned.iter().copied().filter(|member| !members.contains(member));
        let asked = members.iter().copied().filter(|member| !state.assigned.contains(member));
        let act = |member, assigned| Intent::clear(Action::Assignment { dossier, member, assigned });
        let mut acts: Vec<Intent> =
            relieved.map(|member| act(member, false)).chain(asked.map(|member| act(member, true))).collect();
        match self.stage(dossier)? {
            Stage::Preselected | Stage::SecondLook => {
                acts.push(self.stepped(dossier, Move::Assign, &facts)?);
            }
            // Exchanged before scoring begins: as many are needed, and the stage stays.
            Stage::Assigned => {
                step(Some(Stage::Preselected), Move::Assign, Hand::Secretariat, &facts)
                    .map_err(|code| AppError::Procedure(code.to_owned()))?;
            }
            // Reviewers who join or leave later change nothing about the dossier's stage, and are judged alike.
            _ if same => return Err(AppError::Procedure(SAME_RAPPORTEURS.to_owned())),
            _ if undeclared > 0 => return Err(AppError::Procedure("assign.undeclared".to_owned())),
            _ => {}
        }
        if !acts.is_empty() {
            self.act(acts)?;
        }
        self.wrap_missing(GroupId::of_dossier(dossier)).map(drop)
    }

    /// Keeps the keys of groups with those who may hold them: a new key where a holder may no longer, by one computer only,
    /// wraps where somebody entitled lacks one. For whoever looks after them; nothing happens elsewhere. Answers how many
    /// groups changed.
    ///
    /// # Errors
    /// An act is refused, or the disk.
    pub fn tend_keys(&mut self) -> Result<usize> {
        let mut groups = Vec::new();
        if leads_board(self.board(), self.me()?) {
            groups.push(GroupId::of_board(&self.institute()));
        }
        for dossier in self.board().dossiers.keys() {
            if self.keeps_key(*dossier)? {
                groups.push(GroupId::of_dossier(*dossier));
            }
        }
        groups.retain(|group| self.holds_key(*group));
        let mut changed = 0;
        for group in groups {
            if self.is_stale(group) && keeper_of_key(self.board(), group) == Some(self.device()) {
                self.new_key(group)?;
                changed += 1;
            } else if self.wrap_missing(group)? {
                changed += 1;
            }
        }
        Ok(changed)
    }

    /// Whether this desk looks after the key of a dossier: its owner looks after all of them, or acts as chair of this one.
    pub(crate) fn keeps_key(&self, dossier: DossierId) -> Result<bool> {
        let (board, me, state) = (self.board(), self.me()?, self.dossier(dossier)?);
        // Whoever has just stepped back must not know the next one.
        Ok(!state.is_shut_out(me) && (leads_board(board, me) || acting_chair(board, state) == Some(me)))
    }

    /// Whether a device holds the newest key of a group and may no longer.
    pub(crate) fn is_stale(&self, group: GroupId) -> bool {
        let newest = |state: &GroupState| state.wraps.get(&state.epoch()).cloned().unwrap_or_default();
        let holders = self.board().groups.get(&group).map(newest).unwrap_or_default();
        holders.keys().any(|device| !may_hold_key(self.board(), group, *device))
    }

    /// Opens a scoring round: deadline, smallest number of sheets, committee and bylaws are fixed from here on.
    ///
    /// # Errors
    /// [`AppError::Procedure`] `round.rules-not-frozen` or another code of the step; no committee is in force; the
    /// charter has one officer; [`Refusal::SecretVote`] or [`Refusal::MeetingNeeded`] under bylaws under which nobody could vote
    /// afterwards.
    pub fn open_round(
        &mut self,
        dossier: DossierId,
        deadline: Moment,
        minimum_sheets: u16,
        bylaws: [u8; 32],
    ) -> Result<RoundId> {
        let frozen = self.bylaws(&bylaws).is_ok() && self.grid_of(dossier).is_ok();
        self.judge_step(dossier, Move::OpenRound, &facts([("rules_frozen", Fact::Flag(frozen))]))?;
        self.bylaws(&bylaws)?.may_be_voted()?;
        let (committee, _) =
            self.board().committee_in_force().ok_or(AppError::Refused(Refusal::CommitteeNotInForce))?;
        let round = RoundId(self.env.draw_id());
        self.act(vec![Intent::clear(Action::Round {
            dossier,
            round,
            deadline,
            minimum_sheets,
            committee,
            bylaws,
        })])?;
        Ok(round)
    }
}

/// Whether a dossier is among those that a reviewer still has to read.
fn in_hand(dossier: &DossierState, member: MemberId) -> bool {
    let open =
        dossier.round().is_none_or(|round| round.closed_at.is_none() && !round.sheets.contains_key(&member));
    open && dossier.assigned.contains(&member)
}
