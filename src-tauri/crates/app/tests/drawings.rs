//! The drawings of what has no table of transitions name every state of the code, and no other; and every drawing is
//! compared with the code by some test.
#![expect(clippy::unwrap_used, reason = "a test whose own example is wrong must fail")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use sceau_app::identity::Progress;
use sceau_app::view::people::DeviceStanding;
use sceau_app::view::review::SheetState;
use sceau_app::view::session::SessionState;
use sceau_app::view::vote::VoteState;
use sceau_domain::permission::Missing;
use sceau_domain::refusal::Refusal;
use sceau_ledger::payload::PayloadError;
use sceau_ledger::replay::Standing;
use sceau_protocol::join::JoinStep;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/states")
}

/// The arrows of a drawing: from and to, `[*]` for the beginning. Names in drawings use `_` for `-`.
fn arrows(file: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(folder().join(file)).unwrap();
    let arrow = |line: &str| {
        let (from, rest) = line.trim().split_once(" --> ")?;
        let (to, label) = rest.split_once(": ")?;
        assert!(!label.is_empty(), "{file}: {line}");
        Some((from.replace('_', "-"), to.replace('_', "-")))
    };
    text.lines().filter_map(arrow).collect()
}

/// `InForce` as `in-force`.
fn kebab(variant: &str) -> String {
    let mut name = String::new();
    for letter in variant.chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

/// The names of all states of an enum. The match has no wildcard: a state that the code gains must be named here, and
/// then drawn.
macro_rules! states {
    ($kind:ident: $($state:ident $(($value:expr))?),+) => {{
        let name = |state: &$kind| match state {
            $($kind::$state { .. } => kebab(stringify!($state))),+
        };
        [$($kind::$state $(($value))?),+].iter().map(name).collect::<BTreeSet<String>>()
    }};
}

/// Compares a drawing's states with the code's, and that each can be reached from the beginning.
fn compare(file: &str, states: &BTreeSet<String>) {
    let arrows = arrows(file);
    let drawn: BTreeSet<String> =
        arrows.iter().flat_map(|(from, to)| [from, to]).filter(|name| *name != "[*]").cloned().collect();
    assert_eq!(&drawn, states, "{file}");
    let mut reached = BTreeSet::from(["[*]".to_owned()]);
    while let Some((_, to)) = arrows.iter().find(|(from, to)| reached.contains(from) && !reached.contains(to))
    {
        reached.insert(to.clone());
    }
    reached.remove("[*]");
    assert_eq!(&reached, states, "{file}: every state can be reached");
}

#[test]
fn the_drawings_name_every_state_of_the_code_and_no_other() {
    compare("vote.md", &states!(VoteState: Open, Due, Closed, Counted, Decided));
    compare("sheet.md", &states!(SheetState: Draft, Sealed, Late, Opened));
    compare("device.md", &states!(DeviceStanding: Waiting, Active, Revoked));
    compare("session.md", &states!(SessionState: FirstStart, Locked, Open));
    compare("join.md", &states!(JoinStep: Open, Waiting, Added, InForce));
    compare(
        "event.md",
        &states!(Standing: InForce, Undecided(Missing::Object), Refused(Refusal::WrongStage),
            Unreadable(PayloadError::Newer), OutOfSeries),
    );
}

#[test]
fn the_laptop_follows_a_join_by_the_registrys_names() {
    let mut told = states!(Progress: NotSent, Waiting, Added, InForce);
    assert!(told.remove("not-sent") && told.insert("open".to_owned()));
    compare("join.md", &told);
}

#[test]
fn what_is_judged_once_for_all_and_what_is_revoked_stays_so() {
    for (file, ends) in [
        ("event.md", &["in-force", "refused", "unreadable", "out-of-series"][..]),
        ("device.md", &["revoked"]),
        ("vote.md", &["decided"]),
    ] {
        for (from, to) in arrows(file) {
            assert!(!ends.contains(&from.as_str()), "{file}: {from} --> {to}");
        }
    }
}

#[test]
fn no_drawing_is_without_its_test() {
    let compared = [
        // In the rules' tests, arrow by arrow.
        "dossier.md",
        "label.md",
        "device.md",
        // In the synchronisation's, arrow by arrow.
        "synchronisation.md",
        "upload.md",
        "download.md",
        // Here, state by state.
        "event.md",
        "join.md",
        "session.md",
        "sheet.md",
        "vote.md",
    ];
    let drawn: BTreeSet<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(drawn, compared.map(str::to_owned).into());
}
