//! What an examiner found, wrote and cited is taken back and given again by keys until it is recorded; a field whose words
//! are none of that keeps the undo that every field has.

use std::fs;
use std::time::Duration;

use serde_json::Value;

use crate::board::Board;
use crate::lens::{Lens, settings};
use crate::programs::play;
use crate::seat::{Seat, spot};

const EXAMINER: &str = "helene-roy";
const WHY: &str = "La pièce dit autre chose, page 2.";
const SOUGHT: &str = "placebo";

#[test]
fn an_examiner_takes_back_findings_reasons_and_passages_until_they_are_recorded() {
    play(Duration::from_secs(420), || async {
        let mut lens = Lens::new();
        lens.look = "fr-light".to_owned();
        let board = Board::of_campaign(&[EXAMINER]);
        let _registry = board.registry();
        let desk = board.desk(EXAMINER);
        fs::write(desk.join("settings.toml"), settings("fr", "light")).unwrap();
        let seat = Seat::at(&desk, &board.folder("home")).await;
        seat.unlock(&board.passphrase(EXAMINER)).await;
        seat.click("[data-testid^=task-examine-] button").await;
        let answer = Answer::first(&seat).await;
        answer.stands("", "", 0).await;

        // A finding, why, a sentence of the evidence, which is then taken out.
        seat.click(&spot(&format!("refuted-{}", answer.code))).await;
        let why = format!("why-{}", answer.code);
        seat.click(&spot(&why)).await;
        seat.write(WHY).await;
        answer.stands("refuted", WHY, 0).await;
        seat.click(&spot(&format!("read-{}", answer.code))).await;
        answer.cite().await;
        answer.stands("refuted", WHY, 1).await;
        seat.click(&spot(&format!("passage-{}-remove", answer.code))).await;
        answer.stands("refuted", WHY, 0).await;

        // Step by step back to an answer that nobody touched, each step told; then there is nothing left.
        let passage = format!("Annulé : passage du critère {}", answer.code);
        let finding = format!("Annulé : réponse {}", answer.code);
        let steps = [
            (passage.as_str(), "refuted", WHY, 1),
            (passage.as_str(), "refuted", WHY, 0),
            (finding.as_str(), "refuted", "", 0),
            (finding.as_str(), "", "", 0),
            ("Rien à annuler", "", "", 0),
        ];
        for (told, status, why, passages) in steps {
            seat.press("Ctrl+z").await;
            answer.stands(status, why, passages).await;
            toast(&seat, told).await;
        }
        lens.take(&seat, "examination-taken-back").await;
        // And forth again.
        for (status, why, passages) in [("refuted", "", 0), ("refuted", WHY, 0), ("refuted", WHY, 1)] {
            seat.press("Ctrl+Shift+z").await;
            answer.stands(status, why, passages).await;
        }

        // In the field of the reason the keys are the same: what was done last goes first, not a letter.
        seat.click(&spot(&why)).await;
        seat.press("Ctrl+z").await;
        answer.stands("refuted", WHY, 0).await;
        seat.press("Ctrl+Shift+z").await;
        answer.stands("refuted", WHY, 1).await;

        // What is sought in the evidence is in no finding: there the keys take back what was typed, and nothing else.
        seat.press("Ctrl+f").await;
        seat.until("the field of the search has the focus", IN_FIND).await;
        seat.write(SOUGHT).await;
        seat.press("Ctrl+z").await;
        let shorter = format!("return document.querySelector('[data-testid=find]').value !== '{SOUGHT}'");
        seat.until("the field takes back its own words", &shorter).await;
        answer.stands("refuted", WHY, 1).await;
        seat.press("Escape").await;
        seat.gone(&spot("find-bar")).await;

        // Recorded is recorded.
        let before = seat.spot("examination-title").await.text().await.unwrap();
        seat.click(&spot("examine-record")).await;
        let counted = format!(
            "return document.querySelector('[data-testid=examination-title]').innerText !== {}",
            Value::from(before)
        );
        seat.until("the answer is recorded", &counted).await;
        seat.press("Ctrl+z").await;
        toast(&seat, "Rien à annuler").await;
        answer.stands("refuted", WHY, 1).await;
        seat.close().await;
        lens.verdict();
    });
}

/// A declared answer on the screen of the examination.
struct Answer<'s> {
    seat: &'s Seat,
    code: String,
}

impl<'s> Answer<'s> {
    async fn first(seat: &'s Seat) -> Self {
        seat.see("[data-testid^=refuted-]").await;
        let code = "return document.querySelector('[data-testid^=refuted-]').dataset.testid.slice('refuted-'.length)";
        Self { seat, code: seat.ask(code, vec![]).await.as_str().unwrap().to_owned() }
    }

    /// Waits until it stands so: the finding, why, and on how many passages it rests.
    async fn stands(&self, status: &str, why: &str, passages: usize) {
        let code = &self.code;
        let wanted = Value::from(format!("{status}/{why}/{passages}"));
        let stands = format!(
            "const row = document.querySelector('[data-testid=\"row-{code}\"]')
             const found = [row.querySelector('input[type=radio]:checked')?.value ?? '',
                row.querySelector('[data-testid=\"why-{code}\"]')?.value ?? '',
                row.querySelectorAll('[data-testid=\"passage-{code}-item\"]').length].join('/')
             return found === {wanted}"
        );
        self.seat.until(&format!("the answer stands so: {wanted}"), &stands).await;
    }

    /// The first sentence of the evidence that is open beside the answers.
    async fn cite(&self) {
        let words = "return (document.querySelector('.textLayer')?.innerText.trim().length ?? 0) > 40";
        self.seat.until("the page has its words", words).await;
        self.seat.ask("document.querySelector('[data-testid=pdf-text]').focus()", vec![]).await;
        self.seat.press("ArrowDown").await;
        self.seat.click(&spot("selection-cite")).await;
    }
}

async fn toast(seat: &Seat, words: &str) {
    // A space before a colon is one that does not break.
    let told = format!(
        "return document.querySelector('[data-testid=toast]')?.innerText.replace(/\\s/g, ' ').includes('{words}') ?? false"
    );
    seat.until(&format!("it is told: {words}"), &told).await;
}

const IN_FIND: &str = "return document.activeElement?.dataset.testid === 'find'";
