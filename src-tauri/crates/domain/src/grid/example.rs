//! Answers that nobody gave, so that a grid can be tried before anybody is judged by it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::answer::{Answer, Worth};
use super::mark::{Answered, Answers, Sheet, Status};
use super::{Criterion, Grid, HasClass, Kind};
use crate::fraction::{Fraction, plain};

/// Which of the possible answers is given everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The one with the fewest points.
    Lowest,
    /// The one in the middle; of two, the lower.
    Middle,
    /// The one with the most points.
    Highest,
    /// Any, drawn from this number: the same number draws the same answers.
    Drawn(u64),
}

/// Levels beyond which a scale is only tried at its ends and in its middle.
const LEVELS: i64 = 200;

/// An example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Each answer with what it is worth, in grid order; nothing where the criterion counts nothing.
    pub rows: Vec<(String, Answer, Option<Fraction>)>,
}

impl Example {
    /// The same answers as declared and confirmed by an examiner.
    #[must_use]
    pub fn answers(&self) -> Answers {
        let row = |answer: &Answer| Answered {
            declared: Some(answer.clone()),
            status: Some(Status::Confirmed),
            verified: None,
        };
        self.rows.iter().map(|(code, answer, _)| (code.clone(), row(answer))).collect()
    }

    /// The same answers as the sheet of one reviewer.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let marks = self.rows.iter().map(|(code, answer, _)| (code.clone(), answer.clone())).collect();
        Sheet { reviewer: "example".to_string(), marks }
    }
}

impl Grid {
    /// Fills in every criterion that applies and can be answered by choosing. `pass`: prerequisites are answered so that
    /// they pass, whatever the others are given.
    #[must_use]
    pub fn example(&self, class: Option<HasClass>, fill: Fill, pass: bool) -> Example {
        let mut drawn = match fill {
            Fill::Drawn(seed) => seed,
            _ => 0,
        };
        let rows = self.applicable(class).filter_map(|criterion| {
            drawn = next(drawn);
            let mut possible = criterion.possible();
            if criterion.is_prerequisite() {
                possible.retain(|(answer, _)| criterion.passes(answer) == pass);
            }
            let last = possible.len().checked_sub(1)?;
            let at = match fill {
                Fill::Lowest => 0,
                Fill::Middle => last / 2,
                Fill::Highest => last,
                // The high half of the number: its low bits are the weak ones.
                Fill::Drawn(_) => usize::try_from(drawn >> 32).unwrap_or_default() % possible.len(),
            };
            let (answer, points) = possible.into_iter().nth(at)?;
            Some((criterion.code.clone(), answer, points))
        });
        Example { rows: rows.collect() }
    }
}

impl Criterion {
    /// Every answer that can be chosen, the fewest points first.
    fn possible(&self) -> Vec<(Answer, Option<Fraction>)> {
        let text = |code: &String| Answer::Text(code.clone());
        let answers: Vec<Answer> = match &self.kind {
            Kind::YesNo(options) | Kind::Choice(options) => options.iter().map(|o| text(&o.code)).collect(),
            Kind::Scale { from, to, .. } => {
                let middle = from.midpoint(*to);
                if to.saturating_sub(*from) > LEVELS {
                    [*from, middle, *to].map(Answer::Integer).into()
                } else {
                    (*from..=*to).map(Answer::Integer).collect()
                }
            }
            Kind::Number(bands) => bands.iter().map(|band| Answer::Text(plain(&band.at_least))).collect(),
            Kind::Text | Kind::Date | Kind::File => Vec::new(),
        };
        let worth = |answer: &Answer| match self.worth(answer) {
            Ok(Worth::Points(points)) if self.scored => Some(points),
            _ => None,
        };
        let mut possible: Vec<_> = answers.into_iter().map(|answer| (worth(&answer), answer)).collect();
        possible.sort_by(|a, b| a.0.cmp(&b.0));
        possible.into_iter().map(|(points, answer)| (answer, points)).collect()
    }
}

/// The next number of a sequence that looks drawn (SplitMix64): nothing secret depends on it.
const fn next(state: u64) -> u64 {
    let mut z = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
