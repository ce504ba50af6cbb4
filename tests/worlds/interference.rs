//! Nothing hidden shows. Two worlds with the same people, keys, clock and randomness differ in one secret only: marks
//! and reasons of a sealed sheet, ballots, the words of a declared link, drafts and notes. In every phase, every view of
//! every role, every log line, every size on the line and in the registry's database, and every public page must be
//! equal, but for those who may read the secret by then. A leak that is built in on purpose must be found.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::LazyLock;

use crate::compare::{Difference, Seen, Surface, differences};
use crate::story::{Phase, Planted, Secrets, Watch, play};
use crate::views;
use crate::world::{Seat, ground};

/// The world against which each other one is held.
const PLAIN: Secrets = Secrets {
    draft: "Première lecture, rien d’arrêté.",
    note: "À vérifier dans le protocole.",
    strictness: 0,
    reason: "Démontré par un essai comparatif.",
    page: 1,
    again: 2,
    why: "L’annexe C m’a convaincue.",
    conflict: "Lumen Santé: Salariée depuis deux ans.",
    kept_out: "Salariée de l’éditeur du produit.",
    alike: (true, "Le même éditeur, vu sur son site."),
    spared: "1.1",
    harmless: "CHU de Nantes: Collègue d’un auteur.",
    ballots: ["grant", "refuse", "grant"],
};

static PLAINLY: LazyLock<Seen> = LazyLock::new(|| {
    let watch = Watch { phases: Phase::Intake..=Phase::Published, screens: &|_, _| true };
    told("plain", &PLAIN, &watch, Planted::Nothing)
});

fn told(name: &str, secrets: &Secrets, watch: &Watch<'_>, planted: Planted) -> Seen {
    play(&ground().world(name), secrets, watch, planted)
}

/// Plays a world with another secret and holds it against the plain one. Nothing may differ but at the screens of those
/// who `may` see the secret by then, and at one of those it must: otherwise there was no secret. Before the first of
/// these phases nothing of it exists.
fn hidden(
    name: &str,
    other: &Secrets,
    phases: RangeInclusive<Phase>,
    shows: &[(Phase, Seat, &str)],
    may: impl Fn(Phase, Seat) -> bool,
) {
    let wanted = |phase, seat| shows.iter().any(|show| (show.0, show.1) == (phase, seat));
    let screens = |phase, seat| !may(phase, seat) || wanted(phase, seat);
    let seen = told(name, other, &Watch { phases: phases.clone(), screens: &screens }, Planted::Nothing);
    let watched = |(phase, surface): &(Phase, Surface)| {
        let screen = match surface {
            Surface::View(seat, _) => screens(*phase, *seat),
            _ => true,
        };
        phases.contains(phase) && screen
    };
    let plain = PLAINLY.iter().filter(|(at, _)| watched(at)).map(|(at, seen)| (at.clone(), seen.clone()));
    let (known, leaks): (Vec<_>, Vec<_>) =
        differences(&plain.collect(), &seen).into_iter().partition(|one| allowed(one, &may));
    let leaks: Vec<String> = leaks.iter().map(ToString::to_string).collect();
    assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.join("\n"));
    for (phase, seat, view) in shows {
        let at = Surface::View(*seat, (*view).to_owned());
        let differs = known.iter().any(|one| one.phase == *phase && one.surface == at);
        assert!(differs, "{seat:?} should see a difference in {view} at {phase:?}");
    }
}

/// Everybody who may read the dossier once something of it opens: all but the member who was kept out.
fn reads(seat: Seat) -> bool {
    seat != Seat::Recused
}

/// Whether a difference is one that its viewer may see: on a member's own screen, and only if `may` says so.
fn allowed(one: &Difference, may: impl Fn(Phase, Seat) -> bool) -> bool {
    matches!(&one.surface, Surface::View(seat, _) if may(one.phase, *seat))
}

#[test]
fn a_sealed_sheet_shows_to_nobody_before_the_opening_and_then_to_readers_only() {
    let other = Secrets { strictness: 1, reason: "Aucun essai comparatif présenté.", page: 2, ..PLAIN };
    let shows = [(Phase::SheetsIn, Seat::Author, "review_open"), (Phase::Opened, Seat::Peer, "comparison")];
    hidden("marks", &other, Phase::SheetsIn..=Phase::Published, &shows, |phase, seat| {
        seat == Seat::Author || (reads(seat) && phase >= Phase::Opened)
    });
}

#[test]
fn a_second_sheet_shows_to_nobody_while_its_round_is_sealed_and_what_was_open_stays_open() {
    let other = Secrets { again: 3, why: "Le protocole m’a détrompée.", ..PLAIN };
    let shows = [
        (Phase::Rescoring, Seat::Author, "review_open"),
        (Phase::AgainIn, Seat::Author, "review_open"),
        (Phase::Reopened, Seat::Peer, "comparison"),
        (Phase::Reopened, Seat::Chair, "comparison"),
    ];
    hidden("again", &other, Phase::Opened..=Phase::Published, &shows, |phase, seat| {
        (seat == Seat::Author && phase >= Phase::Rescoring) || (reads(seat) && phase >= Phase::Reopened)
    });
}

/// Screens tell how many voted for what, and never who: not even to the voters themselves, after the count. That another
/// count does show is the next test's. What would be if somebody had not voted is for chair and secretariat to ask of a
/// roll call (rules §6.4), and may tell how that person voted where the count was close; here each of the three is needed
/// for the quorum, so that no such answer hangs on a choice.
#[test]
fn two_ballots_that_change_places_show_on_no_screen() {
    let other = Secrets { ballots: ["refuse", "grant", "grant"], ..PLAIN };
    hidden("ballots", &other, Phase::BallotsCast..=Phase::Published, &[], |_, _| false);
}

#[test]
fn how_the_board_decides_shows_to_nobody_before_the_count_and_then_to_readers_only() {
    let other = Secrets { ballots: ["refuse", "refuse", "refuse"], ..PLAIN };
    let shows = [(Phase::Counted, Seat::Chair, "motion")];
    hidden("outcome", &other, Phase::BallotsCast..=Phase::Decided, &shows, |phase, seat| {
        let voted = !matches!(seat, Seat::Recused | Seat::Secretariat);
        voted || (reads(seat) && phase >= Phase::Counted)
    });
}

#[test]
fn the_words_of_a_declared_link_show_only_to_those_who_judge_it_and_to_whoever_declared_it() {
    let other = Secrets {
        conflict: "Optima Vue: Consultante pendant un an.",
        harmless: "CHU de Nancy: Cousin d’un financeur.",
        ..PLAIN
    };
    let shows = [(Phase::Declared, Seat::Chair, "interests_board")];
    hidden("interests", &other, Phase::Declared..=Phase::Published, &shows, |_, seat| {
        matches!(seat, Seat::Recused | Seat::Peer | Seat::Chair | Seat::Secretariat)
    });
}

#[test]
fn why_somebody_is_kept_out_shows_to_those_who_judge_and_to_that_member_alone() {
    let other = Secrets { kept_out: "Conjointe d’un des fondateurs ici.", ..PLAIN };
    let shows =
        [(Phase::Assigned, Seat::Chair, "interests_board"), (Phase::Assigned, Seat::Recused, "dossier_card")];
    hidden("kept-out", &other, Phase::Assigned..=Phase::Published, &shows, |_, seat| {
        matches!(seat, Seat::Recused | Seat::Chair | Seat::Secretariat)
    });
}

#[test]
fn whether_two_names_are_one_shows_to_those_who_judge_and_not_to_whoever_declared() {
    let other = Secrets { alike: (false, "Un homonyme, vu au registre."), ..PLAIN };
    let shows = [(Phase::Assigned, Seat::Chair, "interests_board")];
    hidden("alike", &other, Phase::Assigned..=Phase::Published, &shows, |_, seat| {
        matches!(seat, Seat::Chair | Seat::Secretariat)
    });
}

#[test]
fn the_criteria_that_somebody_does_not_mark_show_to_them_and_to_those_who_judge() {
    let other = Secrets { spared: "1.2", ..PLAIN };
    let shows =
        [(Phase::Assigned, Seat::Chair, "interests_board"), (Phase::Assigned, Seat::Patient, "review_open")];
    hidden("spared", &other, Phase::Assigned..=Phase::IntakeClosed, &shows, |_, seat| {
        matches!(seat, Seat::Patient | Seat::Chair | Seat::Secretariat)
    });
}

#[test]
fn drafts_and_notes_show_to_their_author_alone_and_leave_no_trace_elsewhere() {
    let other = Secrets {
        draft: "Un tout autre avis, écrit plus longuement et jamais rendu.",
        note: "Douteux.",
        ..PLAIN
    };
    let shows = [(Phase::Scoring, Seat::Author, "review_open")];
    hidden("drafts", &other, Phase::Scoring..=Phase::Published, &shows, |_, seat| seat == Seat::Author);
}

#[test]
fn texts_of_another_length_weigh_the_same_within_a_step_of_the_padding() {
    let other = Secrets {
        reason: "Démontré par un essai comparatif publié l’an dernier.",
        page: 12,
        conflict: "Lumen Santé: Salariée depuis deux ans et demi, à mi-temps.",
        harmless: "CHU: Collègue.",
        ballots: ["grant-with-reservations", "defer", "grant"],
        ..PLAIN
    };
    let shows = [(Phase::SheetsIn, Seat::Author, "review_open")];
    hidden("lengths", &other, Phase::Declared..=Phase::VoteClosed, &shows, |phase, seat| {
        let declared = matches!(seat, Seat::Recused | Seat::Peer | Seat::Chair | Seat::Secretariat);
        declared
            || (seat == Seat::Author && phase >= Phase::SheetsIn)
            || (seat == Seat::Unassigned && phase >= Phase::BallotsCast)
            || (reads(seat) && phase >= Phase::Opened)
    });
}

#[test]
fn a_leak_that_is_built_in_is_found_on_the_screen_on_the_line_and_in_the_log() {
    let other = Secrets { reason: "Aucun essai comparatif présenté.", ..PLAIN };
    let watch = Watch { phases: Phase::SheetsIn..=Phase::SheetsIn, screens: &|_, _| true };
    let one = told("leaking", &PLAIN, &watch, Planted::Everywhere);
    let two = told("leaking-other", &other, &watch, Planted::Everywhere);
    let found = differences(&one, &two);
    let leak = |one: &&Difference| !allowed(one, |_, seat| seat == Seat::Author);
    let leaks: BTreeSet<&Surface> = found.iter().filter(leak).map(|one| &one.surface).collect();
    let screen = Surface::View(Seat::Unassigned, "desk".to_owned());
    assert_eq!(leaks, BTreeSet::from([&screen, &Surface::Wire, &Surface::Log]));
}

#[test]
fn every_command_of_the_window_is_looked_at_or_shows_nothing() {
    let names =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("src-tauri/src/command_names.rs");
    let text = std::fs::read_to_string(names).unwrap();
    let commands: BTreeSet<&str> = text.split('"').skip(1).step_by(2).collect();
    let known: BTreeSet<&str> = views::SHOWING.iter().chain(views::NOT_SHOWING).copied().collect();
    assert_eq!(commands, known, "say in views.rs what a new command shows");
    let at_the_end = |name: &&&str| {
        let key = (Phase::Published, Surface::View(Seat::Chair, (**name).to_owned()));
        !PLAINLY.contains_key(&key)
    };
    let unseen: Vec<_> = views::SHOWING.iter().filter(at_the_end).collect();
    assert!(unseen.is_empty(), "{unseen:?}");
}
