//! The field in which somebody writes keeps the focus, whatever arrives meanwhile.

use std::time::Duration;

use crate::board::Board;
use crate::programs::play;
use crate::scoring::{FOCUS_IN_REASON, open_dossier};
use crate::seat::Seat;

#[test]
fn what_is_typed_while_the_evidence_is_still_opening_stands_in_the_field_letter_for_letter() {
    play(Duration::from_secs(240), || async {
        let board = Board::with(&["claire-aubert"]);
        let registry = board.registry();
        let seat = Seat::at(&board.desk("claire-aubert"), &board.folder("home")).await;
        seat.unlock(&board.passphrase("claire-aubert")).await;
        seat.ask(WATCH, vec![]).await;
        open_dossier(&seat).await;
        seat.press("Ctrl+Shift+p").await;
        seat.until("the reason has the focus", FOCUS_IN_REASON).await;
        let text = "les patients comprennent ce qui est mesure et pourquoi cela compte pour eux ".repeat(3);
        for letter in text.chars() {
            seat.write(&letter.to_string()).await;
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let found = seat.ask("return document.querySelector('[data-testid=reason]').value", vec![]).await;
        let moves = seat.ask("return window.moves.join('\\n')", vec![]).await;
        assert_eq!(found, text, "the focus went:\n{}", moves.as_str().unwrap());
        seat.close().await;
        drop(registry);
    });
}

/// Writes down every move of the focus.
const WATCH: &str = "
    window.moves = []
    const name = (one) => one?.dataset?.testid ?? one?.tagName ?? String(one)
    const note = (what) => window.moves.push(`${Math.round(performance.now())} ${what}`)
    for (const kind of ['focusin', 'focusout'])
        document.addEventListener(kind, (event) => note(`${kind} ${name(event.target)} ${name(event.relatedTarget)}`), true)
    addEventListener('blur', (event) => note(`blur ${name(event.target)} ${document.hasFocus()}`), true)
    const focus = HTMLElement.prototype.focus
    HTMLElement.prototype.focus = function (...rest) {
        note(`focus() ${name(this)} ${new Error().stack}`)
        return focus.apply(this, rest)
    }
    addEventListener('keydown', (event) => note(`key ${event.key} ${name(event.target)} ${document.activeElement?.tagName}`), true)";
