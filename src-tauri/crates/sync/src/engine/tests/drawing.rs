//! `src-tauri/docs/states/synchronisation.md` shows what the engine does, no arrow more and none less.

use std::collections::BTreeSet;

use super::*;

type Arrows = BTreeSet<(String, String, String)>;

/// The name of a state. Without a wildcard: a new one must be drawn.
fn name(engine: &Engine) -> String {
    match engine.state {
        State::Asking(_) => "asking",
        State::Holding(_) => "holding",
        State::Finished => "finished",
        State::Stopped(_) => "stopped",
    }
    .to_owned()
}

/// An engine with an answer that holds already in hand; it has one batch more to send than fits if `more`.
fn begun(more: bool) -> (Engine, SyncAnswer) {
    let heavy = |number| BatchParts { parcels: BTreeMap::from([(0, vec![1; PUSH])]), ..plain(9, number) };
    let unsent = if more { vec![heavy(0), heavy(1)] } else { vec![plain(9, 0)] };
    let engine = Engine::new(nothing_known(), unsent, Vec::new(), None);
    let answer = Registry::default().answer(&request_of(&engine), NOW);
    (engine, answer)
}

/// Brings an engine to a state on the way that the arrows themselves show.
fn brought_to(state: &str, more: bool) -> (Engine, SyncAnswer) {
    let (mut engine, answer) = begun(more);
    match state {
        "asking" => {}
        "stopped" => engine.receive(Reply::Failed(Failure::Unreachable), NOW),
        _ => engine.receive(reply(answer.clone()), NOW),
    }
    if state == "finished" {
        engine.kept(Vec::new(), None).unwrap();
    }
    assert_eq!(name(&engine), state);
    (engine, answer)
}

#[test]
fn the_drawing_of_a_synchronisation_shows_every_change_and_no_other() {
    let mut seen = Arrows::new();
    let mut note = |from: &str, engine: &Engine, label: &str| {
        if name(engine) != from {
            seen.insert((from.to_owned(), name(engine), label.to_owned()));
        }
    };
    for more in [false, true] {
        note("[*]", &begun(more).0, "begin");
        // With more to send the engine asks again before it has finished.
        for from in ["asking", "holding", "finished", "stopped"] {
            if more && from == "finished" {
                continue;
            }
            let (mut engine, answer) = brought_to(from, more);
            engine.receive(reply(answer), NOW);
            note(from, &engine, "an answer that holds");
            let (mut engine, mut answer) = brought_to(from, more);
            answer.checkpoint.clear();
            engine.receive(reply(answer), NOW);
            note(from, &engine, "an answer that does not hold");
            let (mut engine, _) = brought_to(from, more);
            engine.receive(Reply::Failed(Failure::Unreachable), NOW);
            note(from, &engine, "no answer");
            let (mut engine, _) = brought_to(from, more);
            engine.kept(Vec::new(), None);
            note(
                from,
                &engine,
                if more { "stored and more is to come" } else { "stored and nothing is left" },
            );
        }
    }
    assert_eq!(seen, crate::drawn("synchronisation.md"));
}
