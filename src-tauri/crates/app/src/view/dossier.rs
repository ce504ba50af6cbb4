//! The page of a dossier for those who lead it: its journey so far, and the steps that come next.

use std::collections::BTreeSet;

use sceau_domain::action::{ActionKind, Declaration, RecusalLevel};
use sceau_domain::board::{DossierState, step_of};
use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::moment::Moment;
use sceau_domain::refusal::Refusal;
use sceau_domain::visibility::{Seen, Visibility, may_follow_dossier, visible};
use serde::{Deserialize, Serialize};

use super::declined::Declined;
use super::dossiers::Line;
use super::owed::Debt;
use super::presiding::StandIn;
use super::recourse::Recourse;
use super::rounds::RoundView;
use super::{Problem, Text, from_hex, hex};
use crate::desk::{Catalogued, Desk};
use crate::error::{AppError, Result};
use crate::steps::StepKind;

/// Fewest sheets that a round asks for where nothing else was agreed (rules §5).
const MINIMUM_SHEETS: u16 = 3;

/// Something that was done; the screens have a sentence `passed-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Passed {
    pub code: String,
    pub at: u64,
    pub by: Option<String>,
    pub about: Option<String>,
    pub n: usize,
    pub reason: Option<String>,
}

/// A step that may come next, with the reason that stands against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Step {
    pub kind: StepKind,
    pub problem: Option<Problem>,
}

/// What became of a member's declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each is")]
pub enum Declared {
    Awaited,
    Nothing,
    ToJudge,
    Cleared,
    Criterion,
    Discuss,
    Full,
}

/// A member as the page of a dossier shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct DossierMember {
    pub member: String,
    pub name: String,
    pub college: Text,
    pub declared: Declared,
    pub renew: bool,
    pub assigned: bool,
    pub debt: Debt,
}

/// A sheet or a ballot that came late and waits for the chair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct LateView {
    pub device: String,
    pub seq: u64,
    pub ballot: bool,
    pub name: String,
    pub received: u64,
    pub problem: Option<Problem>,
}

/// Published bylaws under which a round may be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct RoundBylaws {
    pub digest: String,
    pub id: String,
    pub version: String,
    pub secret: bool,
    pub suggested: bool,
}

/// What the dossier is judged with, as far as this person may read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Frame {
    pub grid: String,
    pub grid_version: String,
    pub label: Text,
    pub gate: String,
    pub unexamined: usize,
}

/// The page of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct DossierPage {
    pub now: u64,
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub version: String,
    pub publisher: String,
    pub demonstration: bool,
    pub renews: Option<String>,
    pub stage: String,
    pub line: Line,
    pub journey: Vec<Passed>,
    pub steps: Vec<Step>,
    pub frame: Option<Frame>,
    pub members: Vec<DossierMember>,
    pub round: Option<RoundView>,
    pub late: Vec<LateView>,
    pub bylaws: Vec<RoundBylaws>,
    pub minimum_sheets: u16,
    pub declined: Option<Declined>,
    pub recourse: Option<Recourse>,
    pub stand_in: Option<StandIn>,
}

impl Desk {
    /// The page of a dossier.
    ///
    /// # Errors
    /// This person does not lead the dossier, or its card is not here.
    pub fn dossier_page(&self, dossier: DossierId) -> Result<DossierPage> {
        if !may_follow_dossier(self.board(), self.me()?, dossier) {
            return Err(Refusal::NotByYou.into());
        }
        let card = self.card_of(dossier)?.ok_or(AppError::NoKey)?;
        let state = self.dossier(dossier)?;
        let steps = self.next_steps(dossier)?.into_iter();
        let steps =
            steps.map(|step| Step { kind: step.kind, problem: step.refusal.as_ref().map(Problem::from) });
        Ok(DossierPage {
            now: self.env.now().0,
            dossier: dossier.to_string(),
            number: card.number,
            solution: card.solution,
            version: card.version,
            publisher: card.publisher,
            demonstration: card.demonstration,
            renews: self.renews(dossier)?,
            stage: self.stage(dossier)?.name().to_owned(),
            line: self.line(dossier)?,
            journey: self.journey(dossier)?,
            steps: steps.collect(),
            frame: self.frame(dossier)?,
            members: self.members_of(dossier, state)?,
            round: self.round_view(dossier, state)?,
            late: self.late_view(dossier)?,
            bylaws: self.bylaws_choices(&card.label),
            minimum_sheets: MINIMUM_SHEETS,
            declined: self.declined(dossier)?,
            recourse: self.recourse(dossier)?,
            stand_in: self.stand_in(dossier)?,
        })
    }

    fn frame(&self, dossier: DossierId) -> Result<Option<Frame>> {
        let answers = match self.answers(dossier) {
            Ok(answers) => answers,
            // The key is not here, or not for this person: the page goes without.
            Err(AppError::NoKey | AppError::Unknown(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
        let (grid, rule) = (self.grid(&answers.grid)?, self.label_rule(&answers.label)?);
        let marks = self.marks(dossier)?;
        Ok(Some(Frame {
            grid: grid.id,
            grid_version: grid.version,
            label: Text::from(&rule.name),
            gate: marks.gate(&rule.entry).code().to_owned(),
            unexamined: marks.unexamined.len(),
        }))
    }

    fn members_of(&self, dossier: DossierId, state: &DossierState) -> Result<Vec<DossierMember>> {
        let mut members = Vec::new();
        for (member, _, college) in self.seated_by_college() {
            members.push(DossierMember {
                member: member.to_string(),
                name: self.name_of(member)?,
                college,
                declared: declared(state, member),
                renew: self.awaits_renewal(dossier, state, member),
                assigned: state.assigned.contains(&member),
                debt: self.debt(dossier, state, member),
            });
        }
        Ok(members)
    }

    fn late_view(&self, dossier: DossierId) -> Result<Vec<LateView>> {
        let mut waiting = Vec::new();
        for one in self.late().into_iter().filter(|one| one.dossier == dossier) {
            waiting.push(LateView {
                device: one.name.device.to_string(),
                seq: one.name.seq,
                ballot: one.kind == ActionKind::Ballot,
                name: self.name_of(one.member)?,
                received: one.received.0,
                problem: self.may_accept(&one)?.as_ref().map(Problem::from),
            });
        }
        Ok(waiting)
    }

    fn bylaws_choices(&self, label: &str) -> Vec<RoundBylaws> {
        let wanted = self.label_rule(label).map(|rule| rule.bylaws).unwrap_or_default();
        let latest = self.board().latest_rules.iter().filter(|((kind, _), _)| *kind == ActionKind::Bylaws);
        let mut choices: Vec<RoundBylaws> = latest
            .filter_map(|(_, digest)| {
                let rules = self.bylaws(digest).ok()?;
                let suggested = rules.id == wanted && !rules.secret;
                let digest = hex(digest);
                Some(RoundBylaws {
                    digest,
                    id: rules.id,
                    version: rules.version,
                    secret: rules.secret,
                    suggested,
                })
            })
            .collect();
        // Secret votes do not exist yet: where the label's own bylaws ask for one, the first that do not are proposed.
        if !choices.iter().any(|choice| choice.suggested)
            && let Some(first) = choices.iter_mut().find(|choice| !choice.secret)
        {
            first.suggested = true;
        }
        choices
    }

    /// What was done about a dossier, oldest first, as far as this person may see it.
    fn journey(&self, dossier: DossierId) -> Result<Vec<Passed>> {
        let me = self.me()?;
        let mut passed: Vec<Passed> = Vec::new();
        let words = self.step_words(dossier)?;
        let mut declarers = BTreeSet::new();
        for one in &self.state.catalogue {
            let seen = Seen { author: one.member, kind: one.kind.code(), objects: &one.objects };
            if visible(self.board(), me, &seen) == Visibility::Entry {
                continue;
            }
            let Some((code, about)) = self.passed(one, dossier) else { continue };
            // Twenty-two declarations are one line, which counts them and shows the last.
            let gathered = matches!(code, "interests" | "evidence" | "examination" | "assigned");
            // A declaration that was renewed is still that of one person.
            let further = code != "interests" || declarers.insert(one.member);
            let known = passed.iter_mut().find(|known| gathered && known.code == code);
            if let Some(known) = known {
                if further {
                    known.n = known.n.saturating_add(1);
                    known.at = one.at.0;
                }
                continue;
            }
            let by = if gathered { None } else { Some(self.name_of(one.member)?) };
            let about = about.map(|member| self.name_of(member)).transpose()?;
            // The words stand in the batch of their step.
            let reason = words
                .iter()
                .find(|(event, said)| event.at == one.at && event.member == one.member && said.step == code)
                .map(|(_, said)| said.reason.clone())
                .filter(|reason| !reason.is_empty());
            passed.push(Passed { code: code.to_owned(), at: one.at.0, by, about, n: 1, reason });
        }
        passed.sort_by_key(|one| one.at);
        Ok(passed)
    }

    /// The sentence that an event is worth on the page of a dossier, and whom it concerns.
    fn passed(&self, one: &Catalogued, dossier: DossierId) -> Option<(&'static str, Option<MemberId>)> {
        let object = |place: usize| one.objects.get(place).copied().unwrap_or_default();
        let of_motion = |place: usize| {
            let known = self.board().motions.iter().find(|(id, _)| id.0 == object(place));
            known.map(|(_, motion)| motion.dossier.0)
        };
        let about = match one.kind {
            ActionKind::Motion => object(1),
            ActionKind::Close | ActionKind::BallotShares => of_motion(0)?,
            _ => object(0),
        };
        if about != dossier.0 {
            return None;
        }
        let code = match one.kind {
            ActionKind::DossierNew => "receive",
            ActionKind::DossierMove => step_of(&object(1))?,
            ActionKind::Evidence => "evidence",
            ActionKind::Examination => "examination",
            ActionKind::Interests => "interests",
            ActionKind::Assignment => "assigned",
            ActionKind::Recusal => return Some(("recusal", Some(MemberId(object(1))))),
            // Another one stands beside the step that begins it.
            ActionKind::Round if self.begins_scoring(dossier, object(1)) => "open-round",
            ActionKind::SheetsOpen => "close-intake",
            ActionKind::SheetShares => "sheet-shares",
            ActionKind::Motion => "motion",
            ActionKind::Close => "close-vote",
            ActionKind::BallotShares => "ballot-shares",
            ActionKind::Decision => "decision",
            ActionKind::Certificate => "certificate",
            ActionKind::Publication => "publication",
            ActionKind::LabelMove => "label-life",
            _ => return None,
        };
        Some((code, None))
    }

    fn begins_scoring(&self, dossier: DossierId, round: [u8; 16]) -> bool {
        let rounds = self.dossier(dossier).map(|state| state.rounds.as_slice()).unwrap_or_default();
        rounds.iter().all(|known| known.id.0 != round || known.number == 1)
    }

    /// Makes the step `preselect`.
    ///
    /// # Errors
    /// As [`Desk::preselect`].
    pub fn preselect_view(&mut self, dossier: DossierId) -> Result<DossierPage> {
        self.preselect(dossier)?;
        self.dossier_page(dossier)
    }

    /// Ends the intake of sheets.
    ///
    /// # Errors
    /// As [`Desk::close_intake`].
    pub fn close_intake_view(&mut self, dossier: DossierId) -> Result<DossierPage> {
        self.close_intake(dossier)?;
        self.dossier_page(dossier)
    }

    /// Accepts a late sheet or ballot, with the chair's reason.
    ///
    /// # Errors
    /// As [`Desk::accept_late`].
    pub fn accept_late_view(
        &mut self,
        dossier: DossierId,
        device: &str,
        seq: u64,
        reason: &str,
    ) -> Result<DossierPage> {
        let device = device.parse().map_err(|_| AppError::Unknown("device"))?;
        self.accept_late(device, seq, reason)?;
        self.dossier_page(dossier)
    }

    /// Opens a round as the form says it.
    ///
    /// # Errors
    /// As [`Desk::open_round`].
    pub fn open_round_view(
        &mut self,
        dossier: DossierId,
        deadline: u64,
        minimum: u16,
        bylaws: &str,
    ) -> Result<DossierPage> {
        let bylaws = from_hex(bylaws).ok_or(AppError::Unknown("bylaws"))?;
        if deadline <= self.env.now().0 {
            return Err(AppError::Procedure("round.deadline-passed".to_owned()));
        }
        self.open_round(dossier, Moment(deadline), minimum, bylaws)?;
        self.dossier_page(dossier)
    }
}

fn declared(state: &DossierState, member: MemberId) -> Declared {
    match (state.declared.get(&member), state.recusals.get(&member)) {
        (_, Some(Some(RecusalLevel::Full))) => Declared::Full,
        (_, Some(Some(RecusalLevel::Discuss))) => Declared::Discuss,
        (_, Some(Some(RecusalLevel::Criterion))) => Declared::Criterion,
        (None, _) => Declared::Awaited,
        (Some(Declaration::Nothing), _) => Declared::Nothing,
        (Some(Declaration::Something), None) => Declared::ToJudge,
        (Some(Declaration::Something), Some(None)) => Declared::Cleared,
    }
}
