//! Members are reminded before a deadline, by hand: My desk names who owes what, a draft is read and mended before anything
//! leaves, and the deadline goes into a calendar.

use std::fs;
use std::time::Duration;

use crate::board::Board;
use crate::programs::play;
use crate::seat::{Seat, spot};

const SECRETARIAT: &str = "helene-roy";
const ADDED: &str = "Merci d’avance.";

#[test]
fn the_secretariat_reminds_members_of_a_deadline_that_is_near() {
    play(Duration::from_secs(600), || async {
        let board = Board::of_campaign(&[SECRETARIAT]);
        let _registry = board.registry();
        let seat = Seat::at(&board.desk(SECRETARIAT), &board.folder("home")).await;
        seat.unlock(&board.passphrase(SECRETARIAT)).await;
        let line = seat.see("li[data-testid^=remind-] b").await.text().await.unwrap();
        seat.click("[data-testid^=remind-do-]").await;
        let body = seat.see("[data-testid=letters] textarea").await;
        let letter = body.prop("value").await.unwrap().unwrap();
        let (_, solution) = line.rsplit_once(": ").unwrap();
        assert!(letter.contains(solution), "the letter is about the line's dossier: {line} / {letter}");
        assert!(letter.contains("Paris"), "the hour says whose it is: {letter}");

        // A draft is the secretariat's to change; what is saved is what stands there.
        body.send_keys(ADDED).await.unwrap();
        let files = board.folder("files");
        let (paper, calendar) = (files.join("rappel.pdf"), files.join("echeances.ics"));
        seat.click("[data-testid^=letter-calendar-]").await;
        seat.save_file(&calendar).await;
        let dates = fs::read_to_string(&calendar).unwrap();
        assert!(dates.contains("BEGIN:VEVENT") && dates.contains("DTSTART"), "{dates}");
        seat.click("[data-testid^=letter-pdf-]").await;
        seat.save_file(&paper).await;
        assert!(printed(&paper).contains(ADDED), "{}", printed(&paper));
        seat.press("Escape").await;
        seat.gone(&spot("letters")).await;

        // From the keyboard, for several dossiers at once: a letter for each person, and one calendar.
        seat.click(&spot("nav-dossiers")).await;
        seat.see("[data-row][tabindex='0']").await;
        seat.ask("document.querySelector(\"[data-row][tabindex='0']\").focus()", vec![]).await;
        seat.press("Shift+ArrowDown").await;
        let counted = "return document.querySelectorAll('[data-row]:checked').length";
        assert_eq!(seat.ask(counted, vec![]).await, 2);
        seat.press("Ctrl+a").await;
        let all = "return document.querySelectorAll('[data-row]').length > 2 && \
                   !document.querySelector('[data-row]:not(:checked)')";
        seat.until("every row is chosen", all).await;
        let together = files.join("plusieurs.ics");
        seat.click(&spot("chosen-calendar")).await;
        seat.save_file(&together).await;
        let dates = fs::read_to_string(&together).unwrap();
        assert!(dates.matches("BEGIN:VEVENT").count() > 1, "{dates}");
        seat.click(&spot("chosen-remind")).await;
        seat.see("[data-testid=letters] textarea").await;
        let people = "return document.querySelectorAll('[data-testid=letters] textarea').length";
        assert!(seat.ask(people, vec![]).await.as_u64() > Some(1), "a letter for each person");
        seat.press("Escape").await;
        seat.gone(&spot("letters")).await;
        seat.close().await;
    });
}

/// The words of a PDF, as another program reads them.
fn printed(path: &std::path::Path) -> String {
    let read = std::process::Command::new("pdftotext").arg(path).arg("-").output().unwrap();
    String::from_utf8_lossy(&read.stdout).into_owned()
}
