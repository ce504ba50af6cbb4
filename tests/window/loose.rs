//! A publisher who sent files and no description: the secretariat fills it in by hand, once, and loses none of it.

use std::fs;
use std::time::Duration;

use crate::board::Board;
use crate::lens::{Lens, settings};
use crate::programs::{play, root};
use crate::seat::{Seat, spot};

const HELENE: &str = "helene-roy";

#[test]
fn files_without_a_description_become_a_dossier_by_a_form_that_forgets_nothing() {
    play(Duration::from_secs(420), || async {
        let mut lens = Lens::new();
        let board = Board::with(&[HELENE]);
        let _registry = board.registry();
        let (desk, home) = (board.desk(HELENE), board.folder("home"));
        fs::write(desk.join("settings.toml"), settings("fr", "light")).unwrap();
        lens.look = "fr-light".to_owned();
        let seat = Seat::at(&desk, &home).await;
        seat.unlock(&board.passphrase(HELENE)).await;
        seat.click(&spot("nav-intake")).await;

        // Files come one after the other, and what they tell is filled in already.
        let sent = root().join("assets/demo/dossiers/12-lombarythme");
        for (button, file) in
            [("intake-files", "reponses.csv"), ("intake-add", "essai.pdf"), ("intake-add", "usage.pdf")]
        {
            seat.click(&spot(button)).await;
            seat.open_file(&sent.join(file)).await;
            let there = format!(
                "return document.querySelector('#describe-answers')?.value === 'reponses.csv' && \
                 ({} || document.querySelector('[data-testid=describe-evidence]')?.innerText.includes('{file}') \
                 === true)",
                file == "reponses.csv"
            );
            seat.until(&format!("{file} is read"), &there).await;
        }

        // Nothing is missing in silence: the report says what, and leads to the field.
        seat.click(&spot("describe-check")).await;
        seat.see("#describe-publisher-name[aria-invalid=true]").await;
        lens.take(&seat, "intake-described-missing").await;
        let accept = seat.spot("intake-accept").await;
        assert_eq!(accept.attr("aria-disabled").await.unwrap().as_deref(), Some("true"));

        // Half of it is typed; the day's end comes between, and the program is closed.
        let half = [("describe-publisher-name", "Lombes Santé (démonstration)")];
        for (field, text) in half {
            clear(&seat, field).await;
            seat.fill(field, text).await;
        }
        seat.click(&spot("nav-desk")).await;
        seat.spot("desk-title").await;
        seat.click(&spot("nav-intake")).await;
        let kept = "return document.querySelector('#describe-publisher-name')?.value === \
                    'Lombes Santé (démonstration)'";
        seat.until("what was typed is still there", kept).await;

        for (field, text) in [
            ("describe-solution-name", "LombaRythme (démonstration)"),
            ("describe-solution-version", "1.4"),
            ("describe-publisher-contact-email", "contact@lombes-sante.example"),
            ("describe-solution-summary-fr", "Programme d’exercices pour la lombalgie chronique."),
            ("describe-solution-intended_use-fr", "Adultes suivis pour une lombalgie chronique."),
        ] {
            let field = field.replace('_', "-");
            clear(&seat, &field).await;
            seat.fill(&field, text).await;
        }
        for (field, value) in [("describe-solution-has-class", "B"), ("describe-label", "")] {
            let choose = "const field = document.getElementById(arguments[0]);
                const wanted = arguments[1] || [...field.options].find((one) => one.value)?.value;
                field.value = wanted; field.dispatchEvent(new Event('change', { bubbles: true }))";
            seat.ask(choose, vec![field.into(), value.into()]).await;
        }
        // The description is the publisher's to send back next time.
        let saved = board.folder("saved").join("dossier.toml");
        seat.click(&spot("describe-save")).await;
        seat.save_file(&saved).await;
        let saved: toml::Table = toml::from_str(&fs::read_to_string(&saved).unwrap()).unwrap();
        assert_eq!(saved["publisher"]["name"].as_str(), Some("Lombes Santé (démonstration)"));
        assert_eq!(saved["evidence"].as_array().unwrap().len(), 2);

        seat.click(&spot("describe-check")).await;
        let complete = "return document.querySelector('[data-testid=intake-accept]')\
                        ?.getAttribute('aria-disabled') === 'false'";
        seat.until("nothing is missing any more", complete).await;
        lens.take(&seat, "intake-described").await;
        seat.click(&spot("intake-accept")).await;
        seat.click(&spot("accept-do")).await;
        seat.spot("accepted").await;
        assert!(seat.text().await.contains("LombaRythme (démonstration)"));
        seat.click(&spot("nav-dossiers")).await;
        seat.spot("dossiers-title").await;
        let listed = "return document.querySelector('main').innerText.includes('LombaRythme')";
        seat.until("the dossier is in the list", listed).await;
        seat.close().await;
        lens.verdict();
    });
}

#[test]
fn cells_of_a_spreadsheet_are_pasted_into_the_window_as_the_answers() {
    play(Duration::from_secs(240), || async {
        let board = Board::with(&[HELENE]);
        let _registry = board.registry();
        let (desk, home) = (board.desk(HELENE), board.folder("home"));
        fs::write(desk.join("settings.toml"), settings("fr", "light")).unwrap();
        let seat = Seat::at(&desk, &home).await;
        seat.unlock(&board.passphrase(HELENE)).await;
        seat.click(&spot("nav-intake")).await;
        seat.click(&spot("intake-files")).await;
        seat.open_file(&root().join("assets/demo/dossiers/12-lombarythme/essai.pdf")).await;

        // The letter is a text field: a table is copied out of it, as out of a spreadsheet.
        seat.spot("letter-body").await;
        let table = "const field = document.querySelector('[data-testid=letter-body]'); field.focus(); \
                     field.value = 'code\\tréponse\\n1.1\\t4\\n1.2\\t4\\n'; field.select()";
        seat.ask(table, vec![]).await;
        seat.press("Ctrl+c").await;
        seat.ask("document.querySelector('h1').focus()", vec![]).await;
        seat.press("Ctrl+v").await;
        let read = "return document.querySelector('.counts')?.innerText.startsWith('2 ') === true";
        seat.until("the pasted answers are read", read).await;
        assert!(seat.text().await.contains("reponses-collees.tsv"), "{}", seat.text().await);
        seat.close().await;
    });
}

/// Takes away what the files told, as somebody who knows better does.
async fn clear(seat: &Seat, field: &str) {
    seat.spot(field).await.clear().await.unwrap();
}
