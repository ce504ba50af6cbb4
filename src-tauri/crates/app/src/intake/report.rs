//! The completeness report: a package against a grid, item by item, before anything is stored.
//!
//! It says what is there and what is not; it judges nothing. Marks come from the grid's own rules
//! ([`sceau_domain::grid`]), to which the answers are handed in the grid's terms.

use sceau_domain::grid::{
    Answer, Answered, Answers, Criterion, EvidenceWish, Grid, HasClass, NotApplicable, Worth,
};

use super::answers::evidence_of;
use super::item::{Item, Severity};
use super::meaning::{self, Meaning};
use super::{EvidenceFile, Package};
use crate::wording::{Unfit, printable};

/// What a package holds and lacks under one grid.
#[derive(Debug, Clone, Default)]
pub struct CompletenessReport {
    /// Prerequisites, then the questionnaire, then what was found while reading, then the evidence.
    pub items: Vec<Item>,
    /// The declared answers in the grid's terms, ready for [`Grid::declared`]. Wrong ones are kept as written: the
    /// mark then says so, as the rules ask.
    pub declared: Answers,
    /// HAS class, if it is one.
    pub has_class: Option<HasClass>,
    /// Prerequisites answered with an answer that does not pass, in grid order.
    pub knock_outs_failed: Vec<String>,
    /// Prerequisites without an answer, or without the evidence that they require, in grid order.
    pub knock_outs_pending: Vec<String>,
    /// Prerequisites that apply.
    pub prerequisites: usize,
    /// Questions that apply, prerequisites aside.
    pub questions: usize,
    /// Questions with an answer that fits.
    pub answered: usize,
    /// Files of evidence that may be read.
    pub files: usize,
    /// Their pages, as far as they could be counted.
    pub pages: u32,
}

impl CompletenessReport {
    /// How many items keep the dossier from being admitted. A failed prerequisite is not among them: nothing is
    /// missing then, the dossier is inadmissible.
    #[must_use]
    pub fn missing_items(&self) -> usize {
        self.items.iter().filter(|item| item.blocks() && item.code != "intake.prerequisite-failed").count()
    }
}

/// Compares `package` with `grid`.
#[must_use]
pub fn report(package: &Package, grid: &Grid) -> CompletenessReport {
    let has_class = package.solution.has_class.as_deref().and_then(HasClass::read);
    let mut report = CompletenessReport {
        has_class,
        files: package.evidence.len(),
        pages: package.evidence.iter().filter_map(|file| file.pages).sum(),
        ..CompletenessReport::default()
    };
    let mut questionnaire = Vec::new();
    let mut unsupported = Vec::new();
    for criterion in grid.applicable(has_class) {
        let found = judge(criterion, package, &mut report.declared);
        if criterion.is_prerequisite() {
            report.prerequisites += 1;
            prerequisite(criterion, &found, &mut report);
        } else {
            report.questions += 1;
            report.answered += usize::from(matches!(found.answer, Given::Fits(_)));
            question(criterion, &found, &mut questionnaire);
        }
        if found.wants_asked_evidence {
            unsupported.push(criterion.code.clone());
        }
    }
    strangers(package, grid, has_class, &mut questionnaire);
    if report.answered == report.questions {
        let fine = Item::new("intake.answers-fine", Severity::Fine, "").with("n", report.questions);
        questionnaire.push(fine);
    }
    if !unsupported.is_empty() {
        let item = Item::new("intake.evidence-asked", Severity::Notice, "").with("n", unsupported.len());
        questionnaire.push(item.with("codes", unsupported.join(", ")));
    }
    report.items.append(&mut questionnaire);
    report.items.extend(package.items.iter().cloned());
    report.items.extend(unprintable(package));
    if report.files > 0 {
        let fine = Item::new("intake.evidence-fine", Severity::Fine, "").with("n", report.files);
        report.items.push(fine.with("pages", report.pages));
    }
    report
}

/// What a certificate of this solution could not carry: found out now, not when the label is to be issued.
fn unprintable(package: &Package) -> Vec<Item> {
    let (solution, publisher) = (&package.solution, &package.publisher);
    let intended = solution.intended_use.fr.as_ref().or(solution.intended_use.en.as_ref());
    let fields = [
        ("solution.name", Some(&solution.name)),
        ("solution.version", Some(&solution.version)),
        ("publisher.name", Some(&publisher.name)),
        ("solution.intended_use", intended),
    ];
    let judged = fields.into_iter().filter_map(|(place, text)| {
        Some(match printable(text?, false).err()? {
            Unfit::Character(character) => {
                Item::new("intake.description-character", Severity::Wrong, place).with("character", character)
            }
            Unfit::Length(limit) => {
                Item::new("intake.description-length", Severity::Wrong, place).with("limit", limit)
            }
            Unfit::Phrase(_) => return None,
        })
    });
    judged.collect()
}

/// What was answered to one criterion.
enum Given {
    Nothing,
    Fits(Answer),
    /// What was written, and why the grid cannot take it.
    Not(String, &'static str),
}

/// One criterion with its answer and its evidence.
struct Found {
    answer: Given,
    written: String,
    line: u64,
    lacks_required_evidence: bool,
    wants_asked_evidence: bool,
}

fn judge(criterion: &Criterion, package: &Package, declared: &mut Answers) -> Found {
    let given = package.answers.iter().find(|answer| answer.code == criterion.code);
    let written = given.map_or_else(String::new, |given| given.answer.clone());
    let answer = match meaning::of(&written, criterion, &package.evidence) {
        Meaning::Open => Given::Nothing,
        Meaning::Wrong => Given::Not(written.clone(), "intake.answer-type"),
        Meaning::Answer(Answer::NotApplicable) if criterion.na == NotApplicable::Forbidden => {
            Given::Not(written.clone(), "intake.answer-na")
        }
        Meaning::Answer(answer) => match criterion.scored.then(|| criterion.worth(&answer)) {
            Some(Err(_)) => Given::Not(written.clone(), "intake.answer-type"),
            _ => Given::Fits(answer),
        },
    };
    let kept = match &answer {
        Given::Nothing => None,
        Given::Fits(answer) => Some(answer.clone()),
        Given::Not(_, "intake.answer-na") => Some(Answer::NotApplicable),
        Given::Not(written, _) => Some(Answer::Text(written.clone())),
    };
    if kept.is_some() {
        declared.insert(criterion.code.clone(), Answered { declared: kept, ..Answered::default() });
    }
    let supported = is_supported(criterion, given.map(|given| given.evidence.as_slice()), &package.evidence);
    let claims = matches!(&answer, Given::Fits(answer) if is_claim(criterion, answer));
    Found {
        answer,
        written,
        line: given.map_or(0, |given| given.line),
        lacks_required_evidence: claims && !supported && criterion.evidence == Some(EvidenceWish::Required),
        wants_asked_evidence: claims && !supported && criterion.evidence == Some(EvidenceWish::Asked),
    }
}

/// Whether an answer claims something that evidence could show: not « sans objet », not the answer with the fewest
/// points, and not an answer that fails a prerequisite.
fn is_claim(criterion: &Criterion, answer: &Answer) -> bool {
    if *answer == Answer::NotApplicable {
        return false;
    }
    if criterion.is_prerequisite() {
        return criterion.passes(answer);
    }
    !criterion.scored || criterion.worth(answer) != Ok(Worth::Points(criterion.lowest()))
}

fn is_supported(criterion: &Criterion, named: Option<&[String]>, evidence: &[EvidenceFile]) -> bool {
    evidence.iter().any(|file| file.criteria.contains(&criterion.code))
        || named.unwrap_or_default().iter().any(|name| evidence_of(name, evidence).is_some())
}

fn prerequisite(criterion: &Criterion, found: &Found, report: &mut CompletenessReport) {
    let code = criterion.code.as_str();
    let item = |name, severity| described(name, severity, criterion, found);
    match &found.answer {
        Given::Nothing => {
            report.knock_outs_pending.push(code.to_owned());
            report.items.push(item("intake.prerequisite-pending", Severity::Missing));
        }
        Given::Fits(answer) if criterion.passes(answer) && found.lacks_required_evidence => {
            report.knock_outs_pending.push(code.to_owned());
            report.items.push(item("intake.evidence-required", Severity::Missing));
        }
        Given::Fits(answer) if criterion.passes(answer) => {
            report.items.push(item("intake.prerequisite-met", Severity::Fine));
        }
        // A wrong answer to a prerequisite fails it (rules §1.3).
        Given::Fits(_) | Given::Not(..) => {
            report.knock_outs_failed.push(code.to_owned());
            report.items.push(item("intake.prerequisite-failed", Severity::Wrong));
        }
    }
}

fn question(criterion: &Criterion, found: &Found, items: &mut Vec<Item>) {
    let item = |name, severity| described(name, severity, criterion, found);
    match &found.answer {
        Given::Nothing => {
            // What is neither scored nor essential may stay open.
            let needed = criterion.scored || criterion.requirement.as_deref() == Some("essential");
            let severity = if needed { Severity::Missing } else { Severity::Notice };
            items.push(item("intake.answer-missing", severity));
        }
        Given::Not(_, why) => items.push(item(why, Severity::Wrong)),
        Given::Fits(_) if found.lacks_required_evidence => {
            items.push(item("intake.evidence-required", Severity::Missing));
        }
        Given::Fits(_) => {}
    }
}

fn described(name: &'static str, severity: Severity, criterion: &Criterion, found: &Found) -> Item {
    let title = &criterion.title;
    Item::new(name, severity, &*criterion.code)
        .with("title", &title.fr)
        .with("title-en", title.en.as_ref().unwrap_or(&title.fr))
        .with("answer", &found.written)
        .with("line", found.line)
}

/// Answers and evidence that speak of criteria the grid does not have, or of another grid.
fn strangers(package: &Package, grid: &Grid, class: Option<HasClass>, items: &mut Vec<Item>) {
    if let Some(choice) = &package.grid
        && (choice.id != grid.id || choice.version.as_ref().is_some_and(|version| *version != grid.version))
    {
        let item = Item::new("intake.other-grid", Severity::Notice, "grid").with("found", &choice.id);
        items.push(item.with("used", &grid.id));
    }
    if class.is_none() && grid.needs_class() {
        items.push(Item::new("intake.class-missing", Severity::Missing, "solution.has_class"));
    }
    for answer in &package.answers {
        let item = |code, severity| Item::new(code, severity, &*answer.code).with("line", answer.line);
        match grid.criterion(&answer.code) {
            None => items.push(item("intake.answer-unknown", Severity::Wrong)),
            Some(criterion) if !criterion.applies_to(class) && !answer.answer.is_empty() => {
                items.push(item("intake.answer-other-class", Severity::Notice));
            }
            Some(_) => {}
        }
    }
    for file in &package.evidence {
        for code in file.criteria.iter().filter(|code| grid.criterion(code).is_none()) {
            let item = Item::new("intake.evidence-criterion", Severity::Notice, &*file.name);
            items.push(item.with("criterion", code));
        }
        items.extend(file.study.as_deref().and_then(|code| strange_study(&file.name, code, grid)));
    }
}

/// A kind of study that the grid does not name.
fn strange_study(name: &str, code: &str, grid: &Grid) -> Option<Item> {
    if grid.study(code).is_some() {
        return None;
    }
    // Nothing can be chosen where the grid names nothing: the word is left out, and the dossier waits for nobody.
    let (said, severity) = if grid.studies.is_empty() {
        ("intake.evidence-study-unasked", Severity::Notice)
    } else {
        ("intake.evidence-study", Severity::Wrong)
    };
    let known: Vec<&str> = grid.studies.iter().map(|study| study.code.as_str()).collect();
    Some(Item::new(said, severity, name).with("study", code).with("known", known.join(", ")))
}
