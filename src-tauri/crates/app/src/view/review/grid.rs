//! The grid as the criterion panel shows it, with what the publisher declared.

use sceau_domain::grid as rules;
use sceau_domain::grid::{EvidenceWish, Kind, NotApplicable};
use sceau_ledger::payload::sealed::{Answer, Examined};
use serde::{Deserialize, Serialize};

use super::Anchor;
use crate::review::Questionnaire;
use crate::view::Text;

/// The grid of a dossier: those criteria that apply to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Grid {
    pub id: String,
    pub version: String,
    pub title: Text,
    pub illustrative: bool,
    pub axes: Vec<Axis>,
    pub criteria: Vec<Criterion>,
    pub colours: Vec<Colour>,
}

/// A colour of highlights and what it says; without a title the window has its own word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Colour {
    pub code: String,
    pub title: Option<Text>,
}

/// A group of criteria.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Axis {
    pub code: String,
    pub title: Text,
}

/// The kind of answer that a criterion asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the rules'")]
pub enum AnswerKind {
    YesNo,
    Choice,
    Scale,
    Number,
    Text,
    Date,
    File,
}

/// What "not applicable" means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the rules'")]
pub enum Na {
    Forbidden,
    Exclude,
    Zero,
}

/// Whether a passage is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the rules'")]
pub enum Evidence {
    Required,
    Asked,
    None,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Criterion {
    pub code: String,
    pub axis: String,
    pub answer: AnswerKind,
    pub question: Text,
    pub plain: Option<Text>,
    pub help: Option<Text>,
    pub options: Vec<GradeOption>,
    pub na: Na,
    pub evidence: Evidence,
    pub prerequisite: bool,
    pub informative: bool,
    pub declared: Option<Declared>,
}

/// An answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct GradeOption {
    pub code: String,
    pub title: Option<Text>,
    pub anchor: Option<Text>,
}

/// What the examiner found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the rules'")]
pub enum DeclaredStatus {
    Declared,
    Confirmed,
    Corrected,
    Refuted,
}

/// What the publisher declared, and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Declared {
    pub answer: Text,
    pub comment: Option<String>,
    pub status: DeclaredStatus,
    pub corrected: Option<Text>,
    pub why: String,
    pub anchors: Vec<Anchor>,
}

impl Colour {
    /// All colours, in order, with the names that a grid gives them.
    #[must_use]
    pub fn all_of(grid: &rules::Grid) -> Vec<Self> {
        let named =
            |code: &&str| Self { code: (*code).to_owned(), title: grid.colours.get(*code).map(Text::from) };
        rules::COLOURS.iter().map(named).collect()
    }
}

impl Grid {
    /// The criteria of a dossier.
    #[must_use]
    pub fn of(questionnaire: &Questionnaire) -> Self {
        let grid = &questionnaire.grid;
        let axis = |axis: &rules::Axis| Axis { code: axis.code.clone(), title: Text::from(&axis.title) };
        let criteria = grid.applicable(questionnaire.class).map(|criterion| {
            let answered = questionnaire.answers.answers.iter().find(|one| one.criterion == criterion.code);
            // A later row about the same criterion replaces the earlier.
            let examined = questionnaire.examination.0.iter().rfind(|one| one.criterion == criterion.code);
            Criterion::of(criterion, answered.map(|answer| declared(criterion, answer, examined)))
        });
        Self {
            id: grid.id.clone(),
            version: grid.version.clone(),
            title: Text::from(&grid.title),
            illustrative: grid.illustrative,
            axes: grid.axes.iter().map(axis).collect(),
            colours: Colour::all_of(grid),
            criteria: criteria.collect(),
        }
    }
}

impl Criterion {
    pub(in crate::view) fn of(criterion: &rules::Criterion, declared: Option<Declared>) -> Self {
        let words = |words: &Option<rules::Words>| words.as_ref().map(Text::from);
        Self {
            code: criterion.code.clone(),
            axis: criterion.axis.clone(),
            answer: match criterion.kind {
                Kind::YesNo(_) => AnswerKind::YesNo,
                Kind::Choice(_) => AnswerKind::Choice,
                Kind::Scale { .. } => AnswerKind::Scale,
                Kind::Number(_) => AnswerKind::Number,
                Kind::Text => AnswerKind::Text,
                Kind::Date => AnswerKind::Date,
                Kind::File => AnswerKind::File,
            },
            question: Text::from(&criterion.title),
            plain: words(&criterion.plain),
            help: words(&criterion.help),
            options: options(criterion),
            na: match criterion.na {
                NotApplicable::Forbidden => Na::Forbidden,
                NotApplicable::Exclude => Na::Exclude,
                NotApplicable::Zero => Na::Zero,
            },
            evidence: match criterion.evidence {
                Some(EvidenceWish::Required) => Evidence::Required,
                Some(EvidenceWish::Asked) => Evidence::Asked,
                Some(EvidenceWish::None) | None => Evidence::None,
            },
            prerequisite: criterion.is_prerequisite(),
            informative: !criterion.scored && !criterion.is_prerequisite(),
            declared,
        }
    }
}

fn options(criterion: &rules::Criterion) -> Vec<GradeOption> {
    let anchor = |code: &str| criterion.anchors.get(code).map(Text::from);
    match &criterion.kind {
        Kind::Scale { from, to, .. } => (*from..=*to)
            .enumerate()
            .map(|(place, level)| (level.to_string(), criterion.level_words.get(place).map(Text::from)))
            .map(|(code, title)| GradeOption { anchor: anchor(&code), title, code })
            .collect(),
        _ => criterion
            .options()
            .iter()
            .map(|option| GradeOption {
                code: option.code.clone(),
                title: option.title.as_ref().map(Text::from),
                anchor: anchor(&option.code),
            })
            .collect(),
    }
}

/// An answer in words: the option's title where it has one.
fn in_words(criterion: &rules::Criterion, answer: &str) -> Text {
    let title =
        criterion.options().iter().find(|option| option.code == answer).and_then(|one| one.title.as_ref());
    match title {
        Some(title) => Text::from(title),
        None if answer == "n/a" => Text { fr: "sans objet".into(), en: Some("not applicable".into()) },
        None => Text::plain(answer),
    }
}

fn declared(criterion: &rules::Criterion, answer: &Answer, examined: Option<&Examined>) -> Declared {
    let status = match examined.map(|one| one.status.as_str()) {
        Some("confirmed") => DeclaredStatus::Confirmed,
        Some("corrected") => DeclaredStatus::Corrected,
        Some("refuted") => DeclaredStatus::Refuted,
        _ => DeclaredStatus::Declared,
    };
    let corrected = examined.and_then(|one| one.value.as_deref()).map(|value| in_words(criterion, value));
    Declared {
        answer: in_words(criterion, &answer.answer),
        comment: answer.comment.clone(),
        status,
        corrected: corrected.filter(|_| status == DeclaredStatus::Corrected),
        why: examined.map(|one| one.why.clone()).unwrap_or_default(),
        anchors: examined
            .map(|one| one.anchors.iter().cloned().map(Anchor::from).collect())
            .unwrap_or_default(),
    }
}
