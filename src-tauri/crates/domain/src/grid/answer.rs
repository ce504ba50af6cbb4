//! One answer to one criterion: what it is worth, or what is wrong with it.

use alloc::string::String;

use super::{Criterion, Kind, NotApplicable};
use crate::datum::Datum;
use crate::fraction::{Fraction, decimal, whole};

/// An answer as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "n/a": does not apply.
    NotApplicable,
    /// An option's code, or a decimal number.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Something that is no answer at all, such as a float or a list.
    Malformed,
}

impl Answer {
    /// Reads an answer of a data file; none where nothing was answered.
    pub fn read(written: &Datum) -> Option<Self> {
        match written {
            Datum::Null => None,
            Datum::Text(text) if text == "n/a" => Some(Self::NotApplicable),
            Datum::Text(text) => Some(Self::Text(text.clone())),
            Datum::Integer(n) => Some(Self::Integer(*n)),
            _ => Some(Self::Malformed),
        }
    }

    fn number(&self) -> Option<Fraction> {
        match self {
            Self::Integer(n) => Some(whole(*n)),
            Self::Text(text) => decimal(text),
            Self::NotApplicable | Self::Malformed => None,
        }
    }
}

/// What an answer is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Worth {
    /// Points, before the weight.
    Points(Fraction),
    /// Does not apply.
    NotApplicable,
}

/// Why an answer is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnswerFault {
    /// No option has this code.
    UnknownOption,
    /// No whole number within the bounds, or below the first band.
    OutOfRange,
    /// Not a decimal number.
    NotANumber,
    /// "n/a" where the grid forbids it.
    NaForbidden,
}

impl AnswerFault {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownOption => "answer.unknown-option",
            Self::OutOfRange => "answer.out-of-range",
            Self::NotANumber => "answer.not-a-number",
            Self::NaForbidden => "answer.na-forbidden",
        }
    }
}

impl Criterion {
    /// What an answer to this scored criterion is worth.
    pub fn worth(&self, answer: &Answer) -> Result<Worth, AnswerFault> {
        if *answer == Answer::NotApplicable {
            return match self.na {
                NotApplicable::Forbidden => Err(AnswerFault::NaForbidden),
                NotApplicable::Exclude | NotApplicable::Zero => Ok(Worth::NotApplicable),
            };
        }
        self.points_of(answer).map(Worth::Points)
    }

    fn points_of(&self, answer: &Answer) -> Result<Fraction, AnswerFault> {
        match &self.kind {
            Kind::YesNo(options) | Kind::Choice(options) => {
                let Answer::Text(code) = answer else { return Err(AnswerFault::UnknownOption) };
                let option = options.iter().find(|o| o.code == *code).ok_or(AnswerFault::UnknownOption)?;
                Ok(option.points.clone().unwrap_or_default())
            }
            Kind::Scale { from, to, points } => {
                let level = answer.number().filter(Fraction::is_integer).ok_or(AnswerFault::OutOfRange)?;
                if level < whole(*from) || level > whole(*to) {
                    return Err(AnswerFault::OutOfRange);
                }
                let row = i64::try_from(level.to_integer()).ok().and_then(|l| l.checked_sub(*from));
                match (points, row.and_then(|r| usize::try_from(r).ok())) {
                    (Some(points), Some(row)) => points.get(row).cloned().ok_or(AnswerFault::OutOfRange),
                    _ => Ok(level),
                }
            }
            Kind::Number(bands) => {
                let value = answer.number().ok_or(AnswerFault::NotANumber)?;
                let reached = bands.iter().rev().find(|b| b.at_least <= value);
                reached.map(|b| b.points.clone()).ok_or(AnswerFault::OutOfRange)
            }
            Kind::Text | Kind::Date | Kind::File => Err(AnswerFault::UnknownOption),
        }
    }

    /// Does an answer pass this prerequisite? A wrong answer does not.
    pub fn passes(&self, answer: &Answer) -> bool {
        match answer {
            Answer::NotApplicable => self.na != NotApplicable::Forbidden,
            Answer::Text(code) => self.pass.iter().flatten().any(|p| p == code),
            Answer::Integer(_) | Answer::Malformed => false,
        }
    }
}
