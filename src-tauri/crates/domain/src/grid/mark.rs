//! The three marks, never confused: declared by the publisher, verified by an examiner, given by the board.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::answer::{Answer, Worth};
use super::formula::Known;
use super::{Criterion, Grid, HasClass};
use crate::fraction::{Fraction, whole};
use crate::interests::{Recusal, may_mark};
use crate::message::Message;

/// What the examiner said of a declared answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The declared answer stands.
    Confirmed,
    /// The examiner's answer replaces it.
    Corrected,
    /// The answer with the fewest points replaces it; a prerequisite fails.
    Refuted,
}

impl Status {
    /// Reads `confirmed`, `corrected` or `refuted`.
    pub fn read(text: &str) -> Option<Self> {
        match text {
            "confirmed" => Some(Self::Confirmed),
            "corrected" => Some(Self::Corrected),
            "refuted" => Some(Self::Refuted),
            _ => None,
        }
    }
}

/// A publisher's answer and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// What the publisher declared.
    pub declared: Option<Answer>,
    /// What the examiner said.
    pub status: Option<Status>,
    /// The examiner's own answer, where the declared one was corrected.
    pub verified: Option<Answer>,
}

/// The answers of a dossier by criterion.
pub type Answers = BTreeMap<String, Answered>;

/// A submitted sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Whose.
    pub reviewer: String,
    /// Marks by criterion.
    pub marks: BTreeMap<String, Answer>,
}

/// How the board's marks of one criterion become one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aggregate {
    /// The median; of an even number, the midpoint.
    #[default]
    Median,
    /// The mean.
    Mean,
}

/// Prerequisites that stand in the way, in grid order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prerequisites {
    /// Answered, and not with an answer that passes.
    pub failed: Vec<String>,
    /// Not answered yet.
    pub pending: Vec<String>,
}

/// A mark with all that a screen must say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The mark, as soon as nothing is missing.
    pub exact: Option<Fraction>,
    /// The mark if every missing answer earned the fewest points; none if the mark is undefined.
    pub low: Option<Fraction>,
    /// The mark if every missing answer earned the most points.
    pub high: Option<Fraction>,
    /// Share of the attainable points that the answers speak of, 0 to 1; none where nothing is attainable.
    pub coverage: Option<Fraction>,
    /// Criteria without an answer, in grid order.
    pub missing: Vec<String>,
    /// `axis.left-out@A`, `axis.penalty-pooled@A`, then `mark.undefined` or `mark.low-coverage`.
    pub flags: Vec<String>,
    /// Each axis's own mark, in grid order: shown, never used.
    pub axes: Vec<(String, Option<Fraction>)>,
    /// Prerequisites; always empty for the board's mark, which does not judge them.
    pub prerequisites: Prerequisites,
}

/// Why there is no mark at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MarkError {
    /// The grid depends on the HAS class and the dossier has none.
    #[error("mark.class-missing")]
    ClassMissing,
    /// Wrong answers, as `code@criterion` in grid order, each once.
    #[error("mark.bad-answer")]
    BadAnswer(Vec<Message>),
}

impl MarkError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::ClassMissing => "mark.class-missing",
            Self::BadAnswer(_) => "mark.bad-answer",
        }
    }
}

/// An answer after examination.
enum Examined<'a> {
    Missing,
    Answer(&'a Answer),
    Refuted,
}

impl Answered {
    fn as_declared(&self) -> Examined<'_> {
        self.declared.as_ref().map_or(Examined::Missing, Examined::Answer)
    }

    fn as_verified(&self) -> Examined<'_> {
        match self.status {
            Some(Status::Confirmed) => self.as_declared(),
            Some(Status::Corrected) => self.verified.as_ref().map_or(Examined::Missing, Examined::Answer),
            Some(Status::Refuted) => Examined::Refuted,
            None => Examined::Missing,
        }
    }
}

impl Grid {
    /// The publisher's own mark.
    pub fn declared(&self, class: Option<HasClass>, answers: &Answers) -> Result<Mark, MarkError> {
        self.of_answers(class, answers, Answered::as_declared)
    }

    /// The mark after examination.
    pub fn verified(&self, class: Option<HasClass>, answers: &Answers) -> Result<Mark, MarkError> {
        self.of_answers(class, answers, Answered::as_verified)
    }

    /// The board's mark from the submitted sheets. Sheets of people recused `full` or `discuss` are left
    /// out, and the named criteria of people recused `criterion`.
    pub fn board(
        &self,
        class: Option<HasClass>,
        sheets: &[Sheet],
        recusals: &[Recusal],
        aggregate: Aggregate,
    ) -> Result<Mark, MarkError> {
        self.class_known(class)?;
        let (mut known, mut wrong) = (Vec::new(), Vec::new());
        for criterion in self.counted(class) {
            let (mut points, mut not_applicable) = (Vec::new(), 0_usize);
            for sheet in sheets.iter().filter(|s| may_mark(recusals, &s.reviewer, &criterion.code)) {
                match sheet.marks.get(&criterion.code) {
                    None => {}
                    // A reviewer may find that a criterion does not apply, whatever the form allowed.
                    Some(Answer::NotApplicable) => not_applicable += 1,
                    Some(answer) => match criterion.worth(answer) {
                        Ok(Worth::Points(p)) => points.push(p),
                        Ok(Worth::NotApplicable) => not_applicable += 1,
                        Err(fault) => note(&mut wrong, Message::new(fault.code(), criterion.code.as_str())),
                    },
                }
            }
            let this = if not_applicable > points.len() {
                Known::NotApplicable
            } else {
                self::aggregate(points, aggregate).map_or(Known::Missing, Known::Points)
            };
            known.push((criterion, this));
        }
        if wrong.is_empty() { Ok(self.mark(&known)) } else { Err(MarkError::BadAnswer(wrong)) }
    }

    /// The own marks that each sheet gives an axis, axis by axis in grid order, lowest first: what the medians that are
    /// published are made of. Criteria that their reviewer may not mark are left out; a sheet on which something of an
    /// axis is missing says nothing of that axis.
    #[must_use]
    pub fn axis_marks(
        &self,
        class: Option<HasClass>,
        sheets: &[Sheet],
        recusals: &[Recusal],
    ) -> Vec<Vec<Fraction>> {
        let mut marks: Vec<Vec<Fraction>> = self.axes.iter().map(|_| Vec::new()).collect();
        for sheet in sheets {
            let mine = self.counted(class).filter(|c| may_mark(recusals, &sheet.reviewer, &c.code));
            let known: Vec<(&Criterion, Known)> =
                mine.map(|criterion| (criterion, said_of(criterion, sheet))).collect();
            for (axis, (_, own)) in marks.iter_mut().zip(self.mark(&known).axes) {
                axis.extend(own);
            }
        }
        marks.iter_mut().for_each(|axis| axis.sort());
        marks
    }

    fn of_answers(
        &self,
        class: Option<HasClass>,
        answers: &Answers,
        read: fn(&Answered) -> Examined<'_>,
    ) -> Result<Mark, MarkError> {
        self.class_known(class)?;
        let examined = |c: &Criterion| answers.get(&c.code).map_or(Examined::Missing, read);
        let (mut known, mut wrong) = (Vec::new(), Vec::new());
        for criterion in self.counted(class) {
            let this = match examined(criterion) {
                Examined::Missing => Known::Missing,
                Examined::Refuted => Known::Points(criterion.lowest()),
                Examined::Answer(answer) => match criterion.worth(answer) {
                    Ok(Worth::Points(points)) => Known::Points(points),
                    Ok(Worth::NotApplicable) => Known::NotApplicable,
                    Err(fault) => {
                        note(&mut wrong, Message::new(fault.code(), criterion.code.as_str()));
                        continue;
                    }
                },
            };
            known.push((criterion, this));
        }
        if !wrong.is_empty() {
            return Err(MarkError::BadAnswer(wrong));
        }
        let mut mark = self.mark(&known);
        for criterion in self.applicable(class).filter(|c| c.is_prerequisite()) {
            match examined(criterion) {
                Examined::Missing => mark.prerequisites.pending.push(criterion.code.clone()),
                Examined::Answer(answer) if criterion.passes(answer) => {}
                Examined::Answer(_) | Examined::Refuted => {
                    mark.prerequisites.failed.push(criterion.code.clone());
                }
            }
        }
        Ok(mark)
    }

    fn class_known(&self, class: Option<HasClass>) -> Result<(), MarkError> {
        if self.needs_class() && class.is_none() { Err(MarkError::ClassMissing) } else { Ok(()) }
    }
}

/// What one sheet says of a criterion; a wrong answer says nothing.
fn said_of(criterion: &Criterion, sheet: &Sheet) -> Known {
    match sheet.marks.get(&criterion.code).map(|answer| (answer, criterion.worth(answer))) {
        Some((Answer::NotApplicable, _) | (_, Ok(Worth::NotApplicable))) => Known::NotApplicable,
        Some((_, Ok(Worth::Points(points)))) => Known::Points(points),
        Some((_, Err(_))) | None => Known::Missing,
    }
}

fn note(wrong: &mut Vec<Message>, message: Message) {
    if !wrong.contains(&message) {
        wrong.push(message);
    }
}

/// The board's points from those of the sheets; none without any.
fn aggregate(mut points: Vec<Fraction>, how: Aggregate) -> Option<Fraction> {
    if points.is_empty() {
        return None;
    }
    let n = points.len();
    match how {
        Aggregate::Mean => Some(points.into_iter().sum::<Fraction>() / whole(n)),
        Aggregate::Median => {
            points.sort();
            let (below, above) = (points.get((n - 1) / 2)?, points.get(n / 2)?);
            Some((below + above) / whole(2))
        }
    }
}
