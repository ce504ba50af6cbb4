//! Grids: what is asked, what an answer is worth, and the marks that follow.
//!
//! A grid is a data file (`sceau-grid/1`). It is validated with every message at once, frozen by hash when
//! a dossier is admitted, and never changed afterwards: a new wording is a new version.

mod answer;
mod example;
mod formula;
mod gate;
mod labels;
mod mark;
mod read;
mod reference;
mod validate;

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

pub use answer::{Answer, AnswerFault, Worth};
pub use example::{Example, Fill};
pub use gate::{Gate, MarkKind, Threshold, gate, shown};
pub use labels::{Entry, LabelRule, Labels, ProvisionalRule};
pub use mark::{Aggregate, Answered, Answers, Mark, MarkError, Prerequisites, Sheet, Status};
pub(crate) use read::words;
pub use reference::{Band as ReferenceBand, Reference, own_dossiers, reference};
pub use validate::validate;

use crate::fraction::Fraction;

/// A text in French, which is compulsory, and in English, which falls back to French.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// French.
    pub fr: String,
    /// English, where it was given.
    pub en: Option<String>,
}

/// HAS functional class of a digital solution, from A (support) to D (autonomous).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the letters are the names that HAS gives")]
pub enum HasClass {
    A,
    B,
    C,
    D,
}

impl HasClass {
    /// Reads `A`, `B`, `C` or `D`.
    pub fn read(text: &str) -> Option<Self> {
        match text {
            "A" => Some(Self::A),
            "B" => Some(Self::B),
            "C" => Some(Self::C),
            "D" => Some(Self::D),
            _ => None,
        }
    }
}

/// Colours of highlights that a grid may name: what a passage says of the solution.
pub const COLOURS: [&str; 4] = ["for", "against", "unclear", "method"];

/// Most kinds of study that a grid names: more is no list that anybody chooses from.
pub const MOST_STUDIES: usize = 40;

/// A kind of study that an item of evidence may be: a randomised trial, real-life data …
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Study {
    /// Stable code, which is what a package and a record hold.
    pub code: String,
    /// Words for the screen.
    pub title: Words,
}

/// How points become a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// All points over all attainable points.
    Pooled,
    /// Weighted mean of the axes' shares.
    Axes,
}

/// What "not applicable" means for a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotApplicable {
    /// A wrong answer.
    Forbidden,
    /// Leaves both sums.
    Exclude,
    /// Counts no points and keeps the maximum.
    Zero,
}

/// One of the answers that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Stable code, which is what a file of answers holds.
    pub code: String,
    /// Words for the screen, where the grid gives them.
    pub title: Option<Words>,
    /// Points; none in an informative criterion.
    pub points: Option<Fraction>,
}

/// A step of a `number` criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The step counts from this value on.
    pub at_least: Fraction,
    /// What it is worth.
    pub points: Fraction,
}

/// The kind of answer that a criterion asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    YesNo(Vec<Choice>),
    /// One of several options.
    Choice(Vec<Choice>),
    /// A whole number between two bounds, both included.
    Scale {
        /// Lowest level.
        from: i64,
        /// Highest level.
        to: i64,
        /// Points of each level; without them, a level is worth itself.
        points: Option<Vec<Fraction>>,
    },
    /// A decimal number, worth what its band says; no bands in an informative criterion.
    Number(Vec<Band>),
    /// Free text, never scored.
    Text,
    /// A date, never scored.
    Date,
    /// A file, never scored.
    File,
}

/// Does a criterion want a passage of the evidence?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceWish {
    /// An answer without evidence is incomplete.
    Required,
    /// Evidence is asked for.
    Asked,
    /// No evidence is expected.
    None,
}

/// A group of criteria.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// Unique among the axes.
    pub code: String,
    /// Weight above zero, used by [`Method::Axes`] only.
    pub weight: Fraction,
    /// Title.
    pub title: Words,
}

/// One question of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Unique, never reused in a later version.
    pub code: String,
    /// Code of its axis.
    pub axis: String,
    /// The question.
    pub title: Words,
    /// Weight above zero.
    pub weight: Fraction,
    /// HAS classes to which it applies; none: all.
    pub classes: Option<Vec<HasClass>>,
    /// What "not applicable" means here.
    pub na: NotApplicable,
    /// Does it count in the mark? An informative criterion is shown and never counted.
    pub scored: bool,
    /// The answer that it asks for.
    pub kind: Kind,
    /// The answers that pass, where the criterion is a prerequisite (knock-out).
    pub pass: Option<Vec<String>>,
    /// Help for whoever answers.
    pub help: Option<Words>,
    /// One line in plain language.
    pub plain: Option<Words>,
    /// A text for each level, by option code or level.
    pub anchors: BTreeMap<String, Words>,
    /// The word of each level of a scale, lowest first; empty where the grid has none for as many levels.
    pub level_words: Vec<Words>,
    /// Evidence wanted.
    pub evidence: Option<EvidenceWish>,
    /// `essential` or `recommended`.
    pub requirement: Option<String>,
    /// Where the question comes from.
    pub source: Option<String>,
}

/// A valid grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Stable identifier.
    pub id: String,
    /// Version; any edit makes a new one.
    pub version: String,
    /// Shown as illustrative wherever a mark appears.
    pub illustrative: bool,
    /// Title.
    pub title: Words,
    /// The mark is out of this.
    pub scale: Fraction,
    /// Decimals shown at least.
    pub decimals: u32,
    /// Formula.
    pub method: Method,
    /// Below this share of attainable points no gate is passed.
    pub min_coverage: Fraction,
    /// Axes in file order.
    pub axes: Vec<Axis>,
    /// Names of highlight colours, by code; a colour that is not named here keeps the window's word.
    pub colours: BTreeMap<String, Words>,
    /// The kinds of study that evidence may be, in file order; none: the grid does not ask.
    pub studies: Vec<Study>,
    /// Criteria in file order.
    pub criteria: Vec<Criterion>,
}

impl Grid {
    /// The criterion of a code.
    pub fn criterion(&self, code: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|c| c.code == code)
    }

    /// The kind of study of a code.
    pub fn study(&self, code: &str) -> Option<&Study> {
        self.studies.iter().find(|study| study.code == code)
    }

    /// Does any criterion depend on the HAS class? Then a dossier without one has no mark.
    pub fn needs_class(&self) -> bool {
        self.criteria.iter().any(|c| c.classes.is_some())
    }

    /// The criteria that apply to a class, in file order.
    pub fn applicable(&self, class: Option<HasClass>) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter().filter(move |c| c.applies_to(class))
    }
}

impl Criterion {
    /// Does it apply to a solution of this class?
    pub fn applies_to(&self, class: Option<HasClass>) -> bool {
        match (&self.classes, class) {
            (None, _) => true,
            (Some(classes), Some(class)) => classes.contains(&class),
            (Some(_), None) => false,
        }
    }

    /// Is it a prerequisite (knock-out)?
    pub fn is_prerequisite(&self) -> bool {
        self.pass.is_some()
    }

    /// The options, for kinds that have them.
    pub fn options(&self) -> &[Choice] {
        match &self.kind {
            Kind::YesNo(options) | Kind::Choice(options) => options,
            _ => &[],
        }
    }

    /// The points of each possible answer in file order; empty where nothing is scored.
    pub fn levels(&self) -> Vec<Fraction> {
        if !self.scored {
            return Vec::new();
        }
        match &self.kind {
            Kind::YesNo(options) | Kind::Choice(options) => {
                options.iter().filter_map(|o| o.points.clone()).collect()
            }
            Kind::Scale { points: Some(points), .. } => points.clone(),
            Kind::Scale { from, to, points: None } => (*from..=*to).map(crate::fraction::whole).collect(),
            Kind::Number(bands) => bands.iter().map(|b| b.points.clone()).collect(),
            Kind::Text | Kind::Date | Kind::File => Vec::new(),
        }
    }

    /// Highest points, the criterion's share in the denominator.
    pub fn highest(&self) -> Fraction {
        self.levels().into_iter().max().unwrap_or_default()
    }

    /// Lowest points.
    pub fn lowest(&self) -> Fraction {
        self.levels().into_iter().min().unwrap_or_default()
    }
}
