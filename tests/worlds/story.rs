//! One dossier from intake to its label, the same in every world but for what the secrets say; after each step
//! everything that anybody could see is written down.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::atomic::Ordering;

use sceau_app::desk::Desk;
use sceau_app::error::AppError;
use sceau_app::label::Issue;
use sceau_app::vote::{MotionWords, OpinionWords};
use sceau_certificate::content::{Improvement, Signatory};
use sceau_domain::action::RecusalLevel;
use sceau_domain::id::{DossierId, MemberId, MotionId};
use sceau_domain::moment::{DAY, Moment};
use sceau_ledger::payload::sealed::{Anchor, InterestItem, NameMatch, Note, NoteStyle, SheetRow};
use sceau_tests::reviewing::mark;
use serde_json::{Value, json};

use crate::compare::{Names, Seen, Surface, registry_tables};
use crate::views;
use crate::world::{Seat, World};

/// Steps of the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    Intake,
    Declared,
    Assigned,
    Scoring,
    SheetsIn,
    IntakeClosed,
    Opened,
    Rescoring,
    AgainIn,
    Reopened,
    MotionOpen,
    BallotsCast,
    VoteClosed,
    Counted,
    Decided,
    Published,
}

/// Phases in which evidence is read too: before and after somebody is given its key, and at the end.
const EVIDENCE: [Phase; 3] = [Phase::Declared, Phase::Assigned, Phase::Published];

/// What may differ between two worlds, and nothing else.
#[derive(Debug, Clone)]
pub struct Secrets {
    /// What the author types while scoring, before the sheet is sealed.
    pub draft: &'static str,
    /// A note of the author in the margin of the evidence.
    pub note: &'static str,
    /// How far below the best mark the author's sheet stays.
    pub strictness: usize,
    /// Why, in the author's sheet.
    pub reason: &'static str,
    /// The page that the author cites.
    pub page: u64,
    /// How far below the best mark one mark of the author's stays in the second round.
    pub again: usize,
    /// Why it does.
    pub why: &'static str,
    /// The link for which a member is recused, in the member's words.
    pub conflict: &'static str,
    /// Why that member is kept out.
    pub kept_out: &'static str,
    /// Whether the publisher that the same member declared is the dossier's, and why.
    pub alike: (bool, &'static str),
    /// The criterion that the patient does not mark.
    pub spared: &'static str,
    /// The link that the chair lets stand.
    pub harmless: &'static str,
    /// Ballots of the author, of the member who reviewed nothing, and of everybody else.
    pub ballots: [&'static str; 3],
}

/// A leak built in on purpose, to see that it is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planted {
    Nothing,
    /// The author's first reason shows on a colleague's desk, in the size of a colleague's answer, and in the log.
    Everywhere,
}

/// Where somebody looks.
pub struct Watch<'w> {
    /// In these phases; the story ends with the last of them.
    pub phases: RangeInclusive<Phase>,
    /// At these members' screens.
    pub screens: &'w dyn Fn(Phase, Seat) -> bool,
}

/// Plays the story and answers what could be seen.
pub fn play(world: &World, secrets: &Secrets, watch: &Watch<'_>, planted: Planted) -> Seen {
    let mut story = Story { world, planted, watch, seen: Seen::new() };
    // Answers `None` at the end.
    let _ended = story.tell(secrets);
    story.seen
}

struct Story<'w> {
    world: &'w World,
    planted: Planted,
    watch: &'w Watch<'w>,
    seen: Seen,
}

impl Story<'_> {
    fn tell(&mut self, secrets: &Secrets) -> Option<()> {
        let (world, dossier) = (self.world, self.world.dossier);
        self.look(Phase::Intake)?;

        for seat in Seat::all().filter(|seat| *seat != Seat::Secretariat) {
            let links = match seat {
                Seat::Recused => {
                    let publisher = world.at(seat).desk().card(dossier).unwrap().publisher;
                    vec![link("employment", secrets.conflict), link("speaking", &publisher)]
                }
                Seat::Peer => vec![link("other", secrets.harmless)],
                _ => Vec::new(),
            };
            world.act(seat, |desk| desk.declare(dossier, links));
        }
        self.look(Phase::Declared)?;

        let member = |seat: Seat| world.at(seat).member;
        let (confirmed, reason) = secrets.alike;
        world.act(Seat::Secretariat, |desk| {
            match_word(desk, dossier, member(Seat::Recused), confirmed, reason)
        });
        world.act(Seat::Chair, |desk| {
            desk.recuse(dossier, member(Seat::Recused), Some(RecusalLevel::Full), secrets.kept_out)
        });
        world.act(Seat::Chair, |desk| desk.recuse(dossier, member(Seat::Peer), None, "Sans rapport."));
        let spared = [secrets.spared.to_owned()];
        world.act(Seat::Chair, |desk| {
            desk.recuse_from(dossier, member(Seat::Patient), &spared, "A connu l’équipe.")
        });
        world.exchange();
        let reviewers = [Seat::Author, Seat::Peer, Seat::Patient];
        world.act(Seat::Secretariat, |desk| desk.assign(dossier, &reviewers.map(member), reviewers.len()));
        self.look(Phase::Assigned)?;

        let deadline = Moment(world.clock.load(Ordering::Relaxed)).plus(7 * DAY);
        world.act(Seat::Chair, |desk| desk.open_round(dossier, deadline, 2, world.bylaws).map(drop));
        world.act(Seat::Author, |desk| {
            write(desk, dossier, 1, 0, secrets.draft, 1);
            note(desk, dossier, secrets.note);
            Ok(())
        });
        world.act(Seat::Peer, |desk| {
            write(desk, dossier, 1, 0, "Encore à relire.", 1);
            Ok(())
        });
        self.look(Phase::Scoring)?;

        world.act(Seat::Author, |desk| {
            write(desk, dossier, 2, secrets.strictness, secrets.reason, secrets.page);
            desk.submit(dossier)
        });
        world.act(Seat::Peer, |desk| {
            write(desk, dossier, 2, 1, "Vu dans le dossier.", 1);
            desk.submit(dossier)
        });
        self.look(Phase::SheetsIn)?;

        world.act(Seat::Patient, |desk| {
            write(desk, dossier, 1, 0, "Clair pour un patient.", 1);
            desk.submit(dossier)
        });
        world.exchange();
        world.act(Seat::Secretariat, |desk| desk.close_intake(dossier));
        self.look(Phase::IntakeClosed)?;

        for officer in [Seat::ViceChair, Seat::Officer] {
            let faults = world.act(officer, |desk| desk.publish_sheet_shares(dossier));
            assert!(faults.is_empty(), "{faults:?}");
        }
        self.look(Phase::Opened)?;
        self.score_again(secrets)?;
        self.vote(secrets)
    }

    /// The second independent round: everybody starts from their own sheet, and the author changes one mark.
    fn score_again(&mut self, secrets: &Secrets) -> Option<()> {
        let (world, dossier) = (self.world, self.world.dossier);
        let deadline = Moment(world.clock.load(Ordering::Relaxed)).plus(7 * DAY);
        world.act(Seat::Chair, |desk| desk.rescore(dossier, deadline).map(drop));
        world.exchange();
        world.act(Seat::Author, |desk| {
            change(desk, dossier, secrets.again, secrets.why);
            Ok(())
        });
        self.look(Phase::Rescoring)?;

        for reviewer in [Seat::Author, Seat::Peer, Seat::Patient] {
            world.act(reviewer, |desk| desk.submit(dossier));
        }
        self.look(Phase::AgainIn)?;

        world.act(Seat::Secretariat, |desk| desk.close_intake(dossier));
        world.exchange();
        for officer in [Seat::ViceChair, Seat::Officer] {
            let faults = world.act(officer, |desk| desk.publish_sheet_shares(dossier));
            assert!(faults.is_empty(), "{faults:?}");
        }
        self.look(Phase::Reopened)
    }

    fn vote(&mut self, secrets: &Secrets) -> Option<()> {
        let (world, dossier) = (self.world, self.world.dossier);
        let words = MotionWords { fr: "Accorder le label ?".into(), en: "Grant the label?".into() };
        let deadline = Moment(world.clock.load(Ordering::Relaxed)).plus(DAY);
        let motion: MotionId = world.act(Seat::Chair, |desk| desk.table_motion(dossier, &words, deadline));
        self.look(Phase::MotionOpen)?;

        let [author, unassigned, others] = secrets.ballots;
        // The one that is replaced is as secret as the one that counts.
        world.act(Seat::Author, |desk| desk.cast(motion, unassigned, false).map(drop));
        for seat in Seat::all().filter(|seat| !matches!(seat, Seat::Recused | Seat::Secretariat)) {
            let choice = match seat {
                Seat::Author => author,
                Seat::Unassigned => unassigned,
                _ => others,
            };
            world.act(seat, |desk| desk.cast(motion, choice, false).map(drop));
        }
        self.look(Phase::BallotsCast)?;

        world.act(Seat::Chair, |desk| {
            // Whoever was kept out is an elector whose ballot never comes: the deadline decides.
            world.clock.fetch_add(2 * DAY, Ordering::Relaxed);
            desk.close_vote(motion)
        });
        self.look(Phase::VoteClosed)?;

        for officer in [Seat::ViceChair, Seat::Officer] {
            let faults = world.act(officer, |desk| desk.publish_ballot_shares(motion));
            assert!(faults.is_empty(), "{faults:?}");
        }
        self.look(Phase::Counted)?;

        world.act(Seat::Chair, |desk| {
            let outcome = desk.count(motion)?.decision.outcome;
            let point = Improvement {
                criterion: "4.1".into(),
                observation: "Écrans difficiles à lire.".into(),
                change: "un audit d’accessibilité".into(),
                by: None,
            };
            let opinion = OpinionWords { reasons: vec!["Preuves publiées.".into()], improve: vec![point] };
            desk.record_decision(motion, &outcome, &opinion).map(drop)
        });
        self.look(Phase::Decided)?;

        world.act(Seat::Secretariat, |desk| {
            let name = desk.name_of(world.at(Seat::Chair).member)?;
            let how = Issue {
                number: desk.next_label_number(),
                effective_on: sceau_app::label::day_in_paris(Moment(world.clock.load(Ordering::Relaxed))),
                provisional: false,
                signatories: vec![Signatory { name, role: "Présidence du comité".into() }],
                agreement_signed: true,
            };
            desk.issue(dossier, &how).map(drop)
        });
        self.look(Phase::Published)
    }

    /// Everybody exchanges and, if this phase was asked for, looks at everything. `None`: the story ends here.
    fn look(&mut self, phase: Phase) -> Option<()> {
        let world = self.world;
        let hint = self.hint(phase);
        world.wired.give_away(&world.at(Seat::Unassigned).desk().device().to_string(), hint.len());
        world.exchange();
        if !self.watch.phases.contains(&phase) {
            world.wired.overheard();
            world.said();
            return Some(());
        }
        let names = Names::of(&world.wired.registry);
        let mut put = |surface: Surface, value: Value| {
            self.seen.insert((phase, surface), names.hide_in(value));
        };
        let mut shown: BTreeMap<Seat, BTreeMap<String, Value>> = BTreeMap::new();
        world.speaking(|| {
            if !hint.is_empty() {
                tracing::info!(target: "sceau_app::review", hint, "planted");
            }
            for (seat, person) in world.seats() {
                // Asked at every desk in every world: the registry hears of it.
                let waiting = world.wait_for(views::waiting(&person.desk));
                if (self.watch.screens)(phase, seat) {
                    let mut views = views::of_desk(&person.desk(), EVIDENCE.contains(&phase));
                    views.insert("people_waiting".to_owned(), waiting);
                    shown.insert(seat, views);
                }
            }
        });
        if !hint.is_empty()
            && let Some(view) = shown.get_mut(&Seat::Unassigned).and_then(|views| views.get_mut("desk"))
        {
            view["hint"] = json!(hint);
        }
        for (seat, views) in shown {
            for (name, view) in views {
                put(Surface::View(seat, name), view);
            }
        }
        put(Surface::Registry, registry_tables(&world.wired.registry));
        put(Surface::Public, world.public_pages());
        let messages = world.wired.overheard();
        put(
            Surface::Wire,
            messages.iter().map(|one| json!([one.device, one.asked, one.sent, one.answered])).collect(),
        );
        put(Surface::Log, world.said().into());
        (phase < *self.watch.phases.end()).then_some(())
    }

    /// What a faulty product would give away: the reason that stands in the author's sealed sheet.
    fn hint(&self, phase: Phase) -> String {
        if self.planted == Planted::Nothing || phase < Phase::SheetsIn {
            return String::new();
        }
        let author = self.world.at(Seat::Author);
        let sheet = author.desk().submitted_sheet(self.world.dossier).unwrap();
        sheet.map(|sheet| sheet.rows.iter().map(|row| row.reason.as_str()).collect()).unwrap_or_default()
    }
}

fn link(category: &str, words: &str) -> InterestItem {
    let (entity, text) = words.split_once(": ").unwrap_or((words, ""));
    InterestItem {
        category: category.to_owned(),
        entity: entity.to_owned(),
        from: Some("2024".to_owned()),
        to: None,
        paid: "me".to_owned(),
        text: text.to_owned(),
        identifier: None,
    }
}

/// Says of the publisher that a member declared whether it is the dossier's.
fn match_word(
    desk: &mut Desk,
    dossier: DossierId,
    member: MemberId,
    confirmed: bool,
    reason: &str,
) -> Result<(), AppError> {
    let card = desk.card(dossier)?;
    let links = desk.declared(dossier, member)?.unwrap().0;
    let publisher = links.iter().find(|link| link.category == "speaking").unwrap();
    let alike = desk.alike(dossier, member, &card, publisher)?.remove(0).entity;
    let said = NameMatch {
        declared: (publisher.entity.clone(), publisher.identifier.clone()),
        entity: (alike.role, alike.name, alike.identifier),
        confirmed,
        reason: reason.to_owned(),
    };
    desk.rule_match(dossier, member, said)
}

fn passage(desk: &Desk, dossier: DossierId, page: u64, quote: &str) -> Anchor {
    let file = desk.evidence(dossier).unwrap().first().unwrap().sha256;
    Anchor {
        id: [3; 16],
        file,
        page,
        rects: vec![[5_000, 5_000, 55_000, 79_000]],
        quote: quote.to_owned(),
        before: String::new(),
        after: String::new(),
        region: false,
    }
}

/// Writes every row of a sheet at this desk.
fn write(desk: &Desk, dossier: DossierId, version: u64, strictness: usize, reason: &str, page: u64) {
    for criterion in &desk.grid_of(dossier).unwrap().criteria {
        let Some(mark) = mark(criterion, strictness) else { continue };
        let reason = format!("{reason} ({})", criterion.code);
        let anchors = vec![passage(desk, dossier, page, &reason)];
        let row = SheetRow { criterion: criterion.code.clone(), mark: Some(mark), reason, anchors };
        desk.save_row(dossier, version, &row).unwrap();
    }
}

/// Changes the mark for which there are most answers, and says why.
fn change(desk: &Desk, dossier: DossierId, strictness: usize, why: &str) {
    let grid = desk.grid_of(dossier).unwrap();
    let scored = grid.criteria.iter().filter(|criterion| criterion.scored);
    let criterion = scored.max_by_key(|criterion| criterion.levels().len()).unwrap();
    let rows = desk.rows(dossier).unwrap();
    let draft = rows.into_iter().find(|draft| draft.row.criterion == criterion.code).unwrap();
    let row = SheetRow { mark: mark(criterion, strictness), ..draft.row };
    desk.save_row_because(dossier, draft.version + 1, &row, why).unwrap();
}

fn note(desk: &Desk, dossier: DossierId, text: &str) {
    let passage = passage(desk, dossier, 1, "Une phrase du dossier");
    let note = Note {
        passage,
        version: 1,
        text: text.to_owned(),
        removed: false,
        style: NoteStyle::Highlight,
        colour: None,
    };
    desk.save_note(dossier, &note).unwrap();
}
