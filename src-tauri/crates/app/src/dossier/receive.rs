//! A publisher's package becomes a dossier: judged whole, then sealed, then admitted.

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::dossier::{Facts, Hand, Move, Stage, step};
use sceau_domain::grid::{Answer as Given, Grid};
use sceau_domain::id::{DossierId, GroupId};
use sceau_domain::refusal::Refusal;
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::{About, Answer, Answers, Beside, Card, Entity, EvidenceItem};

use super::{count, facts};
use crate::act::Intent;
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::intake::answers::evidence_of;
use crate::intake::{CompletenessReport, Package, report};

/// Manifests that go into one batch.
const MANIFESTS: usize = 256;

/// What the secretariat decides when it takes a package in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reception {
    /// SHA-256 of the published grid that the dossier is frozen with. The secretariat's choice wins over the
    /// publisher's.
    pub grid: [u8; 32],
    /// Number of the dossier, `YYYY-NNN`; not the label's.
    pub number: String,
    /// Code of the label asked for; `None`: the publisher's own wish.
    pub label: Option<String>,
    /// Everything about it is invented.
    pub demonstration: bool,
}

impl Desk {
    /// Takes a package in: the dossier is born, its key made, its evidence sealed into the files of this desk, and
    /// the steps `admit` and `preselect` made. Nothing is written while anything is missing.
    ///
    /// # Errors
    /// [`AppError::File`] with the procedure's code and every item that is missing or wrong;
    /// [`AppError::Procedure`] `renewal.too-early` for a label that has more than six months to run;
    /// [`AppError::Procedure`] `entry.not-reached`, after the admission, which stands: a dossier under the bar is
    /// admissible.
    pub fn receive(&mut self, package: &Package, how: &Reception) -> Result<DossierId> {
        let grid = self.grid(&how.grid)?;
        let label = how.label.as_ref().or(package.label.as_ref()).ok_or(AppError::Unknown("label"))?;
        self.label_rule(label)?;
        let found = report(package, &grid);
        let known = self.board().rules.contains_key(&how.grid);
        let facts = admission(&found, known);
        admissible(&found, &facts)?;
        self.number_is_free(&how.number)?;
        let renewed = package.renews.as_deref().map(str::trim).filter(|number| !number.is_empty());
        renewed.map_or(Ok(()), |number| self.may_renew(number))?;
        let dossier = DossierId(self.env.draw_id());
        let card = card(package, how, label);
        let answers = answers(package, &found, &grid, how.grid, label);
        let mut manifests = Vec::with_capacity(package.evidence.len());
        self.act(vec![Intent::clear(Action::DossierNew { dossier })])?;
        self.new_key(GroupId::of_dossier(dossier))?;
        for (number, file) in (1..).zip(&package.evidence) {
            let place = self.seal_file(&file.bytes)?;
            // Only what the frozen grid has a word for: readers find the word there.
            let study = file.study.clone().filter(|code| grid.study(code).is_some());
            let item = EvidenceItem {
                place: place.place.clone(),
                sha256: file.sha256,
                media: file.media.mime().to_owned(),
                name: file.name.clone(),
                title: file.title.clone(),
                kind: file.kind.clone().unwrap_or_default(),
                number,
                criteria: file.criteria.clone(),
                beside: Beside { reference: file.reference.clone(), study, ..Beside::default() },
            };
            self.keep_file(dossier, &item, place)?;
            manifests.push(item);
        }
        let group = GroupId::of_dossier(dossier);
        let sealed = |kind| Action::Sealed { kind, objects: vec![dossier.0] };
        for some in manifests.chunks(MANIFESTS) {
            let acts =
                some.iter().map(|item| Intent::group(sealed(ActionKind::Evidence), group, item.encode()));
            self.act(acts.collect())?;
        }
        let board = GroupId::of_board(&self.institute());
        let admitted = self.stepped(dossier, Move::Admit, &facts)?;
        let mut acts = vec![Intent::group(sealed(ActionKind::DossierCard), board, card.encode())];
        acts.extend(renewed.map(|number| self.renewal_intent(dossier, number)));
        acts.push(Intent::group(sealed(ActionKind::Answers), group, answers.encode()));
        acts.push(admitted);
        self.act(acts)?;
        self.preselect(dossier)?;
        Ok(dossier)
    }

    /// Makes the step `preselect`: the entry mark is reached.
    ///
    /// # Errors
    /// [`AppError::Procedure`] with the code of the guard that fails.
    pub fn preselect(&mut self, dossier: DossierId) -> Result<()> {
        let act = self.preselection(dossier)?;
        self.act(vec![act]).map(drop)
    }

    /// The step `preselect`, judged and not yet made.
    pub(crate) fn preselection(&self, dossier: DossierId) -> Result<Intent> {
        let gate = self.entry_gate(dossier)?;
        let facts = facts([("gate", sceau_domain::dossier::Fact::Code(gate.to_owned()))]);
        self.stepped(dossier, Move::Preselect, &facts)
    }

    /// The next free number of a dossier in a year: one more than the greatest that this desk knows.
    ///
    /// # Errors
    /// A card that cannot be read.
    pub fn next_dossier_number(&self, year: i16) -> Result<String> {
        let mut greatest = 0;
        for number in self.dossier_numbers()? {
            if let Some((of, rank)) = number.split_once('-')
                && of.parse() == Ok(year)
            {
                greatest = greatest.max(rank.parse::<u32>().unwrap_or(0));
            }
        }
        Ok(format!("{year:04}-{:03}", greatest.saturating_add(1)))
    }

    fn number_is_free(&self, number: &str) -> Result<()> {
        if number.trim().is_empty() {
            return Err(AppError::Input("number".to_owned()));
        }
        let taken = self.dossier_numbers()?.iter().any(|known| known == number);
        if taken { Err(Refusal::NumberTaken.into()) } else { Ok(()) }
    }

    fn dossier_numbers(&self) -> Result<Vec<String>> {
        let mut numbers = Vec::new();
        for dossier in self.board().dossiers.keys() {
            let card: Option<Card> = self.last(ActionKind::DossierCard, dossier.0)?;
            numbers.extend(card.map(|card| card.number));
        }
        Ok(numbers)
    }
}

/// Whether a package could be admitted under a grid, before anything is stored.
///
/// # Errors
/// [`AppError::File`] with the procedure's code and every item that is missing or wrong.
pub fn judge_package(package: &Package, grid: &Grid) -> Result<()> {
    let found = report(package, grid);
    admissible(&found, &admission(&found, true))
}

fn admission(found: &CompletenessReport, grid_frozen: bool) -> Facts {
    facts([
        ("missing_items", count(found.missing_items())),
        ("grid_frozen", sceau_domain::dossier::Fact::Flag(grid_frozen)),
        ("knock_outs_failed", count(found.knock_outs_failed.len())),
    ])
}

/// Whether the dossier could be admitted at once; asked before it exists, hence from the stage where it will be.
fn admissible(found: &CompletenessReport, facts: &Facts) -> Result<()> {
    let Err(code) = step(Some(Stage::Received), Move::Admit, Hand::Secretariat, facts) else { return Ok(()) };
    let items = found.items.iter().filter(|item| item.blocks());
    let codes = items.map(|item| format!("{}@{}", item.code, item.place));
    Err(AppError::File {
        file: "dossier".to_owned(),
        codes: std::iter::once(format!("{code}@dossier")).chain(codes).collect(),
    })
}

fn card(package: &Package, how: &Reception, label: &str) -> Card {
    let (solution, publisher) = (&package.solution, &package.publisher);
    let own = Entity {
        role: "publisher".to_owned(),
        name: publisher.name.clone(),
        identifier: publisher.siren.clone(),
    };
    let group = publisher.group.iter().map(|name| Entity {
        role: "group".to_owned(),
        name: name.clone(),
        identifier: None,
    });
    let others = package.entities.iter().map(|entity| Entity {
        role: entity.role.clone(),
        name: entity.name.clone(),
        identifier: entity.siren.clone().or_else(|| entity.orcid.clone()),
    });
    Card {
        number: how.number.clone(),
        solution: solution.name.clone(),
        version: solution.version.clone(),
        publisher: publisher.name.clone(),
        summary: (solution.summary.fr.clone().unwrap_or_default(), solution.summary.en.clone()),
        plain: solution.plain.fr.clone(),
        label: label.to_owned(),
        entities: std::iter::once(own).chain(group).chain(others).collect(),
        demonstration: how.demonstration,
    }
}

/// The answers that were understood, in the grid's terms and order, with the publisher's words beside them.
fn answers(
    package: &Package,
    found: &CompletenessReport,
    grid: &Grid,
    digest: [u8; 32],
    label: &str,
) -> Answers {
    let understood = grid.criteria.iter().filter_map(|criterion| {
        let given = found.declared.get(&criterion.code)?.declared.as_ref()?;
        let words = package.answers.iter().find(|answer| answer.code == criterion.code);
        let named = words.map(|words| words.evidence.as_slice()).unwrap_or_default();
        Some(Answer {
            criterion: criterion.code.clone(),
            answer: written(given),
            comment: words.map(|words| words.comment.clone()).filter(|comment| !comment.is_empty()),
            evidence: named
                .iter()
                .filter_map(|name| evidence_of(name, &package.evidence))
                .map(|file| file.name.clone())
                .collect(),
        })
    });
    let intended = &package.solution.intended_use;
    Answers {
        grid: digest,
        has_class: package.solution.has_class.clone(),
        intended_use: intended.fr.clone().or_else(|| intended.en.clone()).unwrap_or_default(),
        label: label.to_owned(),
        about: about(package),
        answers: understood.collect(),
    }
}

fn about(package: &Package) -> About {
    let (solution, publisher) = (&package.solution, &package.publisher);
    About {
        contact: publisher.contact.name.clone(),
        email: publisher.contact.email.clone(),
        phone: publisher.contact.phone.clone(),
        country: publisher.country.clone(),
        md_class: solution.md_class.clone(),
        url: solution.url.clone(),
        languages: solution.languages.clone(),
        intended_use_en: solution.intended_use.en.clone(),
    }
}

fn written(answer: &Given) -> String {
    match answer {
        Given::NotApplicable => "n/a".to_owned(),
        Given::Text(text) => text.clone(),
        Given::Integer(n) => n.to_string(),
        Given::Malformed => String::new(),
    }
}
