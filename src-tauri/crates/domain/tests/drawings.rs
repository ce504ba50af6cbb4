//! The drawings of three lives say what the code does, no arrow more and none less.
#![expect(clippy::unwrap_used, reason = "a test whose own example is wrong must fail")]

use std::collections::BTreeSet;
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use sceau_domain::action::Action;
use sceau_domain::board::{Board, Event};
use sceau_domain::dossier;
use sceau_domain::id::{DeviceId, Institute, MemberId};
use sceau_domain::label::{Deed, EvidenceDue, LabelEvent, LabelState, possible, since, state};
use sceau_domain::moment::Moment;

type Arrows = BTreeSet<(String, String, String)>;

/// The arrows of a Mermaid state diagram: from, to, label. Names in drawings use `_` for `-`.
fn drawn(file: &str) -> Arrows {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/states").join(file);
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .filter_map(|line| {
            let (from, rest) = line.trim().split_once(" --> ")?;
            let (to, label) = rest.split_once(": ").unwrap_or((rest, ""));
            Some((from.replace('_', "-"), to.replace('_', "-"), label.to_string()))
        })
        .collect()
}

#[test]
fn the_drawing_of_a_dossier_shows_every_move_and_no_other() {
    let edges: Arrows = dossier::edges()
        .into_iter()
        .map(|e| {
            let from = e.from.map_or("[*]".to_string(), |s| s.name().to_string());
            (from, e.to.name().to_string(), e.step.name().to_string())
        })
        .collect();
    assert_eq!(edges, drawn("dossier.md"));
}

/// Every change of state from one day to the next that short lives of a label can show.
fn observed() -> BTreeSet<(String, String)> {
    let day = |n: i64| date(2026, 3, 1).checked_add(n.days()).unwrap();
    let deeds = |on: Date| {
        vec![
            Deed::EvidenceReceived,
            Deed::Extended { evidence_due_on: day(12), valid_until: None },
            Deed::Confirmed { months: 1 },
            Deed::FormalNotice { deadline_on: on.checked_add(2.days()).unwrap() },
            Deed::NoticeLifted,
            Deed::Suspended,
            Deed::Reinstated,
            Deed::ChangeNotified,
            Deed::Withdrawn,
            Deed::Renounced,
            Deed::Superseded,
        ]
    };
    let moments: Vec<LabelEvent> = [2, 5, 7]
        .into_iter()
        .flat_map(|n| {
            deeds(day(n)).into_iter().map(move |deed| LabelEvent { deed, on: day(n), recorded_on: None })
        })
        .collect();
    let mut seen = BTreeSet::new();
    for provisional in [None, Some(EvidenceDue::On(day(9)))] {
        let granted = Deed::Granted { decided_on: day(1), months: 1, provisional };
        for a in &moments {
            for b in &moments {
                let grant = LabelEvent { deed: granted, on: day(4), recorded_on: None };
                let last = LabelEvent { deed: Deed::Reinstated, on: day(8), recorded_on: None };
                for events in [[grant, *a, *b].as_slice(), &[grant, *a, *b, last]] {
                    let states: Vec<LabelState> =
                        (0..42).map(|n| state(events, day(n), None, false).unwrap().state).collect();
                    for pair in states.windows(2).filter(|pair| pair[0] != pair[1]) {
                        seen.insert((pair[0].code().to_string(), pair[1].code().to_string()));
                    }
                }
            }
        }
    }
    seen
}

#[test]
fn the_drawing_of_a_label_shows_every_change_that_its_life_can_take() {
    let drawn: BTreeSet<(String, String)> = drawn("label.md")
        .into_iter()
        .filter(|(from, ..)| from != "[*]")
        .map(|(from, to, _)| (from, to))
        .collect();
    assert_eq!(observed(), drawn);
}

#[test]
fn whatever_the_drawing_calls_a_deed_can_be_done_and_from_an_end_nothing_can() {
    let day = |n: i64| date(2026, 3, 1).checked_add(n.days()).unwrap();
    let event = |deed, on| LabelEvent { deed, on, recorded_on: None };
    let notice = Deed::FormalNotice { deadline_on: day(20) };
    let lives = [
        (false, vec![]),
        (true, vec![]),
        (false, vec![notice]),
        (true, vec![notice]),
        (false, vec![Deed::Suspended]),
        (true, vec![Deed::Suspended]),
        (false, vec![notice, Deed::Suspended]),
        (false, vec![Deed::Withdrawn]),
        (false, vec![Deed::Renounced]),
        (false, vec![Deed::Superseded]),
    ];
    let deeds = [
        Deed::Confirmed { months: 1 },
        notice,
        Deed::NoticeLifted,
        Deed::Suspended,
        Deed::Reinstated,
        Deed::Withdrawn,
        Deed::Renounced,
        Deed::Superseded,
    ];
    let mut tried = BTreeSet::new();
    for (provisional, before) in &lives {
        let due = provisional.then(|| EvidenceDue::On(day(25)));
        let granted = Deed::Granted { decided_on: day(0), months: 1, provisional: due };
        let mut events = vec![event(granted, day(1))];
        events.extend(before.iter().map(|deed| event(*deed, day(2))));
        let from = state(&events, day(3), None, false).unwrap().state;
        for deed in deeds {
            let mut after = events.clone();
            after.push(event(deed, day(3)));
            let to = state(&after, day(3), None, false).unwrap().state;
            let changes = from != to;
            let offered = possible(&events, deed, day(3));
            // Behind a suspension a notice may come and go unseen, and a provisional label be confirmed.
            assert!(offered || !changes, "{} would turn {} into {}", deed.code(), from.code(), to.code());
            assert!(offered <= (from.stands() || from == LabelState::Suspended), "{}", deed.code());
            if changes {
                tried.insert((from.code().to_string(), to.code().to_string(), deed.code().to_string()));
            }
        }
    }
    let drawn: Arrows = drawn("label.md");
    for arrow in &tried {
        assert!(drawn.contains(arrow), "{arrow:?} is not drawn");
    }
    let acts = deeds.map(Deed::code);
    let done = |(from, _, label): &&(String, String, String)| {
        from != "none" && from != "not-yet-effective" && acts.contains(&label.as_str())
    };
    assert_eq!(drawn.iter().filter(done).collect::<BTreeSet<_>>(), tried.iter().collect());
}

#[test]
fn the_public_is_told_since_when_a_label_is_what_it_is() {
    let granted = Deed::Granted { decided_on: date(2026, 3, 1), months: 12, provisional: None };
    let event = |deed, on| LabelEvent { deed, on, recorded_on: None };
    let events = [
        event(granted, date(2026, 3, 2)),
        event(Deed::FormalNotice { deadline_on: date(2026, 5, 1) }, date(2026, 4, 1)),
        event(Deed::Suspended, date(2026, 5, 10)),
        event(Deed::Reinstated, date(2026, 6, 1)),
    ];
    let told = |on| (state(&events, on, None, false).unwrap().public.code(), since(&events, on, false));
    assert_eq!(told(date(2026, 4, 20)), ("active", date(2026, 3, 2)));
    assert_eq!(told(date(2026, 5, 31)), ("suspended", date(2026, 5, 10)));
    assert_eq!(told(date(2026, 7, 1)), ("active", date(2026, 6, 1)));
    assert_eq!(told(date(2028, 1, 1)), ("expired", date(2027, 3, 3)));
    assert!(!possible(&events, Deed::Suspended, date(2028, 1, 1)), "an expired label is not suspended");
    assert!(possible(&events[..1], Deed::Withdrawn, date(2026, 3, 2)));
}

#[test]
fn an_ended_label_never_comes_back() {
    for (from, to) in observed() {
        let ends = ["withdrawn", "renounced", "superseded", "lapsed", "expired"];
        assert!(!ends.contains(&from.as_str()), "{from} --> {to}");
    }
}

/// What a computer is to a board, as the people's screen names it.
fn computer(board: &Board, device: DeviceId) -> &'static str {
    match board.devices.get(&device).map(|state| (state.active_from, state.revoked_from)) {
        None => "[*]",
        Some((_, Some(_))) => "revoked",
        Some((Some(_), None)) => "active",
        Some((None, None)) => "waiting",
    }
}

#[test]
fn the_drawing_of_a_computer_shows_every_change_and_no_other() {
    let (keeper, member, device) = (MemberId([1; 16]), MemberId([2; 16]), DeviceId([3; 16]));
    let add = Action::DeviceAdd { member, device, signing: [4; 32], receiving: [5; 32], invite: None };
    let acts = [
        ("added", &add),
        ("countersigned", &Action::DeviceCountersign { device }),
        ("revoked", &Action::DeviceRevoke { device }),
    ];
    let mut seen = Arrows::new();
    for (officers, author) in [(1, keeper), (3, keeper), (3, member)] {
        // A computer is added once, and then everything may come in every order.
        for after in (0..27).map(|n| [n / 9, n / 3 % 3, n % 3]) {
            let mut board = Board::new(Institute([7; 32]));
            board.charter.officers = (0..officers).map(|n| (MemberId([10 + n; 16]), [0; 32])).collect();
            let later = after.iter().filter(|n| **n != 0);
            for (index, (label, action)) in (0..).zip([0].iter().chain(later).map(|n| acts[*n])) {
                let from = computer(&board, device);
                board.apply(&Event {
                    member: author,
                    device,
                    seq: index,
                    index,
                    received: Moment(0),
                    action,
                });
                let to = computer(&board, device);
                if from != to {
                    seen.insert((from.into(), to.into(), label.into()));
                }
            }
        }
    }
    assert_eq!(seen, drawn("device.md"));
}
