//! The facts behind the year's figures, gathered from what this desk may read; the domain makes figures of them.
//!
//! Steps stand in clear. Sealed content is opened only of dossiers about which something happened in the year.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use sceau_domain::action::{ActionKind, RecusalLevel};
use sceau_domain::board::{DossierState, RoundState, step_of};
use sceau_domain::dossier::Move;
use sceau_domain::grid::{Grid, Mark, MarkError, Sheet};
use sceau_domain::id::{DossierId, MemberId, MotionId, RoundId};
use sceau_domain::interests::Level;
use sceau_domain::label::LabelState;
use sceau_domain::refusal::Refusal;
use sceau_domain::visibility::{may_read_interests, may_see_year};
use sceau_domain::year::{self, DossierFacts, Happened, Held, Marked, Recused, Rejection, Scored, Told};
use sceau_ledger::payload::sealed::Answers;

use crate::desk::{Catalogued, Desk};
use crate::dossier::{Marks, class_of};
use crate::error::{AppError, Result};
use crate::interests::CATEGORIES;

/// Dossiers that this person follows, with what their headers say.
#[derive(Default)]
pub(crate) struct Courses {
    /// Steps by dossier, in the order of the log.
    pub steps: BTreeMap<DossierId, Vec<Happened>>,
    /// When votes were closed.
    closed: BTreeMap<MotionId, Date>,
    /// When the sheets of rounds could be read.
    opened: BTreeMap<RoundId, Date>,
}

/// The facts of a year.
pub(crate) struct YearFacts {
    pub dossiers: Vec<DossierFacts>,
    /// Dossiers of the year whose key is not here.
    pub unread: usize,
}

/// What the holder of a dossier's key reads of it, each sheet once.
struct Content {
    answers: Answers,
    grid: Grid,
    /// By round: those that were opened in the year, and the last one where the year decided.
    sheets: BTreeMap<RoundId, Vec<Sheet>>,
    /// Whether the first decision falls in the year.
    decided: bool,
}

impl Desk {
    /// The steps of every dossier that this person follows, in one walk over the log.
    ///
    /// # Errors
    /// The figures are not this person's to see; or the database cannot be read.
    pub(crate) fn courses(&self) -> Result<Courses> {
        if !may_see_year(self.board(), self.me()?) {
            return Err(Refusal::NotByYou.into());
        }
        let followed: BTreeSet<DossierId> = self.followed()?.into_iter().collect();
        let mut found = Courses::default();
        let mut shares: BTreeMap<RoundId, BTreeSet<MemberId>> = BTreeMap::new();
        for one in &self.state.catalogue {
            let Some((dossier, step)) = self.stepped_on(one, &mut shares) else { continue };
            if !followed.contains(&dossier) {
                continue;
            }
            let on = one.at.day_in_paris();
            let object = |place: usize| one.objects.get(place).copied().unwrap_or_default();
            let outcome = match step {
                Move::Record => readable(self.outcome_on_record(MotionId(object(1))))?.flatten(),
                Move::CloseVote => {
                    found.closed.insert(MotionId(object(0)), on);
                    None
                }
                Move::OpenSheets => {
                    found.opened.insert(RoundId(object(1)), on);
                    None
                }
                _ => None,
            };
            found.steps.entry(dossier).or_default().push(Happened { on, step, outcome });
            // The motion opens its vote by itself.
            if step == Move::TableMotion {
                let opened = Happened { on, step: Move::OpenVote, outcome: None };
                found.steps.entry(dossier).or_default().push(opened);
            }
        }
        Ok(found)
    }

    /// The step of a dossier's life that an act makes.
    fn stepped_on(
        &self,
        one: &Catalogued,
        shares: &mut BTreeMap<RoundId, BTreeSet<MemberId>>,
    ) -> Option<(DossierId, Move)> {
        let object = |place: usize| one.objects.get(place).copied().unwrap_or_default();
        let about = DossierId(object(0));
        Some(match one.kind {
            ActionKind::DossierNew => (about, Move::Receive),
            ActionKind::DossierMove => (about, Move::read(step_of(&object(1))?)?),
            ActionKind::Round => (about, Move::OpenRound),
            ActionKind::SheetShares => {
                let round = RoundId(object(1));
                let state = self.board().dossiers.get(&about)?.rounds.iter().find(|one| one.id == round)?;
                let needed = self.board().committees.get(&state.committee)?.threshold;
                let officers = shares.entry(round).or_default();
                // The share with which there are enough; a second one of the same officer counts for nothing.
                if !officers.insert(one.member) || officers.len() != usize::from(needed) {
                    return None;
                }
                (about, Move::OpenSheets)
            }
            ActionKind::Motion => (DossierId(object(1)), Move::TableMotion),
            ActionKind::Close => (self.board().motions.get(&MotionId(object(0)))?.dossier, Move::CloseVote),
            ActionKind::Decision => (about, Move::Record),
            ActionKind::Publication => (about, Move::Issue),
            _ => return None,
        })
    }

    /// The facts of a year.
    ///
    /// # Errors
    /// The database cannot be read.
    pub(crate) fn year_facts(&self, courses: &Courses, year: i16) -> Result<YearFacts> {
        let mut facts = YearFacts { dossiers: Vec::new(), unread: 0 };
        for (dossier, steps) in &courses.steps {
            let Some(card) = self.card_of(*dossier)? else { continue };
            let state = self.dossier(*dossier)?;
            let mut one = DossierFacts {
                label: card.label,
                steps: steps.clone(),
                standing: self.stood(*dossier, state, year)?,
                recusals: self.recused_in(*dossier, state, year)?,
                ..DossierFacts::default()
            };
            if steps.iter().any(|step| step.on.year() == year) {
                let content = readable(self.content(*dossier, state, steps, courses, year))?;
                one.votes = self.held(*dossier, courses)?;
                one.rounds = self.scored(*dossier, state, courses, content.as_ref())?;
                let rejected = steps.iter().any(|one| one.step == Move::Reject && one.on.year() == year);
                one.rejection = rejected.then(Rejection::default);
                if let Some(content) = content {
                    let marks = self.marks_before_board(*dossier, &content.answers, &content.grid)?;
                    one.marks = self.year_marks(*dossier, state, &content, &marks)?;
                    one.rejection = rejected.then(|| Rejection { prerequisites: Some(failed(&marks)) });
                    one.class = content.answers.has_class;
                } else {
                    facts.unread = facts.unread.saturating_add(1);
                }
            }
            facts.dossiers.push(one);
        }
        Ok(facts)
    }

    /// How the label of a dossier stands on the last day of a year, or today if that comes first.
    fn stood(&self, dossier: DossierId, state: &DossierState, year: i16) -> Result<Option<LabelState>> {
        if !state.published {
            return Ok(None);
        }
        let on = Date::new(year, 12, 31).map_or(self.today(), |last| last.min(self.today()));
        Ok(readable(self.label_life(dossier))?.map(|(_, life)| life.on(on).state))
    }

    fn recused_in(&self, dossier: DossierId, state: &DossierState, year: i16) -> Result<Vec<Recused>> {
        let mut recused = Vec::new();
        for (member, level) in &state.recusals {
            let (Some(level), Some(decided)) = (level, self.decision_about(dossier, *member)) else {
                continue;
            };
            let on = decided.at.day_in_paris();
            if on.year() != year {
                continue;
            }
            recused.push(Recused {
                on,
                member: *member,
                level: match level {
                    RecusalLevel::Full => Level::Full,
                    RecusalLevel::Discuss => Level::Discuss,
                    RecusalLevel::Criterion => Level::Criterion,
                },
                category: self.category(dossier, state, *member)?,
            });
        }
        Ok(recused)
    }

    /// The category of what somebody declared, of several the first in the order of the rules.
    fn category(&self, dossier: DossierId, state: &DossierState, member: MemberId) -> Result<Option<String>> {
        if !may_read_interests(self.board(), state, self.me()?, member) {
            return Ok(None);
        }
        let said = readable(self.declared(dossier, member))?.flatten();
        let said = said.map(|said| said.0).unwrap_or_default();
        let first = CATEGORIES.iter().find(|code| said.iter().any(|item| item.category == **code));
        Ok(first.map(|code| (*code).to_owned()))
    }

    fn held(&self, dossier: DossierId, courses: &Courses) -> Result<Vec<Held>> {
        let mut held = Vec::new();
        for (motion, _) in self.board().motions.iter().filter(|(_, state)| state.dossier == dossier) {
            let Some(on) = courses.closed.get(motion).copied() else { continue };
            held.extend(readable(self.vote_held(*motion, on))?);
        }
        Ok(held)
    }

    fn vote_held(&self, motion: MotionId, on: Date) -> Result<Held> {
        let headcount = self.headcount(motion)?;
        Ok(Held {
            on,
            quorum: headcount.quorum.met,
            second: self.first_convocation(motion)?.is_some(),
            majority: self.majority_of(motion)?,
            ballots: headcount.counts.voters,
        })
    }

    fn majority_of(&self, motion: MotionId) -> Result<Option<(u64, u64)>> {
        if self.outcome_on_record(motion)?.is_none() {
            return Ok(None);
        }
        let Some(tally) = self.tally(motion)? else { return Ok(None) };
        let terms = self.board().motions.get(&motion).map(|state| state.terms.bylaws);
        let bylaws = self.bylaws(&terms.ok_or(AppError::Unknown("motion"))?)?;
        let reasons: Vec<Told> =
            tally.reasons.iter().filter_map(|reason| serde_json::from_str(reason).ok()).collect();
        Ok(year::deciding_share(bylaws.method, &tally.outcome, &reasons))
    }

    /// What the holder of its key reads of a dossier.
    fn content(
        &self,
        dossier: DossierId,
        state: &DossierState,
        steps: &[Happened],
        courses: &Courses,
        year: i16,
    ) -> Result<Content> {
        self.may_read(dossier)?;
        let answers = self.answers(dossier)?;
        let grid = self.grid(&answers.grid)?;
        let decided = year::first_decision(steps).is_some_and(|on| on.year() == year);
        let last = self.board().opened_round(state).map(|round| round.id);
        let mut sheets = BTreeMap::new();
        for round in &state.rounds {
            let in_year = courses.opened.get(&round.id).is_some_and(|on| on.year() == year);
            if in_year || (decided && last == Some(round.id)) {
                sheets.insert(round.id, self.marks_since(dossier, round, &grid)?);
            }
        }
        Ok(Content { answers, grid, sheets, decided })
    }

    fn scored(
        &self,
        dossier: DossierId,
        state: &DossierState,
        courses: &Courses,
        content: Option<&Content>,
    ) -> Result<Vec<Scored>> {
        let recusals = self.recusals(dossier)?;
        let opened = state.rounds.iter().filter_map(|round| Some((round, *courses.opened.get(&round.id)?)));
        let college =
            |member: &MemberId| self.board().members.get(member).and_then(|known| known.college.clone());
        let scored = opened.map(|(round, on)| Scored {
            on,
            sheets: counting(state, round).map(|member| (member, college(&member))).collect(),
            alpha: content.and_then(|known| {
                year::alpha(&known.grid, class_of(&known.answers), known.sheets.get(&round.id)?, &recusals)
            }),
        });
        Ok(scored.collect())
    }

    /// The marks of a dossier that was decided about in the year; none of another.
    fn year_marks(
        &self,
        dossier: DossierId,
        state: &DossierState,
        content: &Content,
        before_board: &Marks,
    ) -> Result<Option<Marked>> {
        if !content.decided {
            return Ok(None);
        }
        let (grid, class) = (&content.grid, class_of(&content.answers));
        let opened = self.board().opened_round(state);
        let board = match opened.and_then(|round| Some((round, content.sheets.get(&round.id)?))) {
            Some((round, sheets)) => Some(self.board_mark_from(dossier, round, grid, class, sheets)?),
            None => None,
        };
        let exact = |mark: Option<&Result<Mark, MarkError>>| mark?.as_ref().ok()?.exact.clone();
        Ok(Some(Marked {
            grid: grid_name(&grid.id, &grid.version),
            scale: grid.scale.clone(),
            declared: exact(Some(&before_board.declared)),
            verified: exact(before_board.verified.as_ref()),
            board: exact(board.as_ref()),
            reviewers: opened.into_iter().flat_map(|round| counting(state, round)).collect(),
        }))
    }
}

/// What can be read; of what cannot, nothing: nobody's rubbish may keep the others from their figures.
fn readable<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Err(error @ AppError::Store(_)) => Err(error),
        found => Ok(found.ok()),
    }
}

/// Prerequisites that the answers fail, as they stand now.
fn failed(marks: &Marks) -> Vec<String> {
    let mark = marks.verified.as_ref().unwrap_or(&marks.declared).as_ref();
    mark.map(|mark| mark.prerequisites.failed.clone()).unwrap_or_default()
}

/// Whose sheets of a round count.
fn counting<'a>(state: &'a DossierState, round: &'a RoundState) -> impl Iterator<Item = MemberId> + 'a {
    round.sheets.keys().copied().filter(|member| !state.is_recused(*member))
}

/// How figures name a grid.
pub(crate) fn grid_name(id: &str, version: &str) -> String {
    format!("{id} {version}")
}
