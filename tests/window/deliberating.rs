//! What follows the opening, by hand, in two windows at once: a mark that changes with a line of why, a point that two
//! people talk over and settle, a motion put to the vote, another round of scoring; and a label that is put on notice,
//! suspended and reinstated while the public looks on.

use std::time::Duration;

use crate::board::Board;
use crate::programs::play;
use crate::seat::{PATIENCE, Seat, spot};

const REVIEWER: &str = "nadia-belkacem";
const CHAIR: &str = "antoine-lefort";
const SOLUTION: &str = "AéroPas";
const WHY: &str = "L’analyse de sensibilité change la conclusion.";
const ASKED: &str = "Peut-on se fier à la figure 3 ?";
const ANSWER: &str = "Oui, le tableau en annexe la confirme.";

#[test]
fn a_board_talks_a_dossier_over_and_puts_it_to_the_vote() {
    play(Duration::from_secs(1500), || async {
        let board = Board::of_campaign(&[REVIEWER, CHAIR]);
        let registry = board.registry();
        let reviewer = seated(&board, REVIEWER).await;
        let chair = seated(&board, CHAIR).await;

        // The reviewer changes a mark: not without a reason, and not for the same mark.
        compare(&reviewer).await;
        // How far reviewers agree is there for who asks, each measure with its reading or why there is none.
        reviewer.click("[data-testid=agreement] summary").await;
        let basis = reviewer.spot("agreement-basis").await.text().await.unwrap();
        assert!(basis.chars().any(|one| one.is_ascii_digit()), "{basis}");
        let alpha = reviewer.spot("agreement-alpha-ordinal").await.text().await.unwrap();
        assert!(alpha.contains("0,") || alpha.contains('−'), "a figure: {alpha}");
        let code = to_own_criterion(&reviewer).await;
        reviewer.click(&spot("compare-change")).await;
        reviewer.click(&spot("change-save")).await;
        reviewer.spot("change-problem").await;
        reviewer.ask(ANOTHER, vec![]).await;
        reviewer.fill("change-why", WHY).await;
        reviewer.click(&spot("change-save")).await;
        reviewer.gone(&spot("compare-change-form")).await;
        // … and asks a question.
        reviewer.fill("thread-text", ASKED).await;
        reviewer.press("Ctrl+Enter").await;
        reviewer.spot("thread-word-0").await;

        // The chair is told, sees both, answers, and settles the point.
        compare(&chair).await;
        reviewer.exchange().await;
        chair.exchange().await;
        chair.see(&format!("[data-testid='talk-{code}']")).await;
        to_criterion(&chair, &code).await;
        assert!(chair.spot("thread-word-0").await.text().await.unwrap().contains(ASKED));
        let said = "return document.querySelector('[data-testid=compare]').innerText";
        let text = chair.ask(said, vec![]).await;
        assert!(text.as_str().unwrap().contains(WHY), "the line of why stands beside the mark: {text}");
        chair.click(&spot("thread-reply-0")).await;
        chair.fill("thread-text", ANSWER).await;
        chair.click(&spot("thread-send")).await;
        chair.spot("thread-word-1").await;
        chair.click(&spot("thread-settle")).await;
        chair.spot("thread-word-2").await;

        // It comes to the reviewer while they look at the criterion.
        chair.exchange().await;
        reviewer.exchange().await;
        let came = format!(
            "return document.querySelector('[data-testid=thread-word-1]')?.innerText.includes('{ANSWER}') ?? false"
        );
        reviewer.until("the answer came", &came).await;
        reviewer.spot("thread-word-2").await;

        // The chair puts the dossier to the vote, asked once more before it is done.
        chair.click(&spot("nav-motions")).await;
        chair.see("[data-testid^=motion-table-]").await;
        let table = format!(
            "const row = [...document.querySelectorAll('[data-testid^=tabling-]')].find((one) => one.textContent.includes('{SOLUTION}'));
             const button = row.querySelector('[data-testid^=motion-table-]'); button.scrollIntoView(); button.click(); return true"
        );
        chair.ask(&table, vec![]).await;
        chair.spot("motion-go").await;
        chair.click(&spot("motion-go")).await;
        chair.spot("motion-sure").await;
        chair.click(&spot("motion-go")).await;
        chair.spot("motion-question").await;
        let task = format!(
            "return [...document.querySelectorAll('[data-testid^=task-vote-]')].some((one) => one.textContent.includes('{SOLUTION}'))"
        );
        chair.exchange().await;
        reviewer.exchange().await;
        reviewer.click(&spot("nav-desk")).await;
        reviewer.until("an elector is asked to vote", &task).await;
        reviewer.close().await;
        chair.close().await;
        drop(registry);
    });
}

#[test]
fn a_second_round_starts_from_the_own_sheet_and_asks_why_a_mark_changed() {
    play(Duration::from_secs(1500), || async {
        let board = Board::of_campaign(&[REVIEWER, CHAIR]);
        let registry = board.registry();
        let chair = seated(&board, CHAIR).await;
        chair.click(&spot("nav-dossiers")).await;
        chair.see("[data-testid^=open-dossier-]").await;
        let page = format!(
            "const rows = [...document.querySelectorAll('[data-testid^=dossier-]')]
             const row = rows.find((one) => one.textContent.includes('{SOLUTION}') && one.querySelector('[data-testid^=open-dossier-]'))
             row.querySelector('[data-testid^=open-dossier-]').click(); return true"
        );
        chair.ask(&page, vec![]).await;
        let rule = chair.spot("rescore-stop").await.text().await.unwrap();
        assert!(rule.contains("à discuter"), "{rule}");
        chair.click(&spot("rescore-open")).await;
        chair.click(&spot("rescore-confirm-go")).await;
        chair.gone(&spot("section-rescore")).await;
        chair.exchange().await;
        chair.close().await;

        // The reviewer's own sheet lies there as it was; a changed mark says why before the sheet can be sealed.
        let reviewer = seated(&board, REVIEWER).await;
        reviewer.exchange().await;
        let open = format!(
            "const task = [...document.querySelectorAll('[data-testid^=task-review-]')].find((one) => one.textContent.includes('{SOLUTION}'))
             task?.querySelector('button, a').click(); return task !== undefined"
        );
        reviewer.until("the second round waits on the desk", &open).await;
        reviewer.spot("former").await;
        reviewer.ask(OTHER_MARK, vec![]).await;
        reviewer.spot("why").await;
        reviewer.click(&spot("submit")).await;
        reviewer.see("[data-testid=submit-go][aria-disabled=true]").await;
        reviewer.press("Escape").await;
        reviewer.gone("dialog[open]").await;
        reviewer.fill("why", WHY).await;
        reviewer.click(&spot("submit")).await;
        reviewer.see("[data-testid=submit-go][aria-disabled=false]").await;
        reviewer.click(&spot("submit-go")).await;
        reviewer.spot("banner-sealed").await;
        // What was opened before can still be read, and says that a round is being scored.
        compare(&reviewer).await;
        reviewer.spot("compare-round-sealed").await;
        reviewer.close().await;
        drop(registry);
    });
}

#[test]
fn a_label_is_put_on_notice_suspended_and_reinstated_before_the_eyes_of_the_public() {
    play(Duration::from_secs(1500), || async {
        let board = Board::of_campaign(&[CHAIR]);
        let registry = board.registry();
        let chair = seated(&board, CHAIR).await;
        chair.click(&spot("nav-labels")).await;
        chair.spot("labels-table").await;
        chair.click(&spot("label-life-open")).await;
        let url = chair.ask(ADDRESS, vec![]).await.as_str().unwrap().to_owned();

        // A notice is the holder's and the board's business: the public is told of none.
        chair.click(&spot("label-do-formal-notice")).await;
        chair.click(&spot("label-move-go")).await;
        chair.see("#move-grounds[aria-invalid=true]").await;
        chair
            .see("#move-grounds")
            .await
            .send_keys("Le changement de version n’a pas été notifié.")
            .await
            .unwrap();
        chair.pick_day("#move-until", 30).await;
        chair.click(&spot("label-move-go")).await;
        chair.spot("label-steps").await;
        assert!(chair.shows(&spot("label-do-notice-lifted")).await, "{}", chair.text().await);
        public(&url, "En vigueur").await;

        // A suspension is, with its reason.
        chair.click(&spot("label-do-suspended")).await;
        chair.see("#move-reason").await.send_keys("Données de sécurité attendues.").await.unwrap();
        chair.click(&spot("label-move-go")).await;
        chair.spot("label-do-reinstated").await;
        public(&url, "Suspendu").await;
        public(&url, "Données de sécurité attendues.").await;

        // Lifted again, from the keyboard alone.
        chair.ask("document.querySelector('[data-testid=label-do-reinstated]').focus()", vec![]).await;
        chair.press("Enter").await;
        chair.see("#move-reason").await.send_keys("Données reçues et jugées suffisantes.").await.unwrap();
        chair.ask("document.querySelector('[data-testid=label-move-go]').focus()", vec![]).await;
        chair.press("Enter").await;
        chair.spot("label-do-suspended").await;
        public(&url, "Suspension levée").await;
        chair.close().await;
        drop(registry);
    });
}

async fn seated(board: &Board, person: &str) -> Seat {
    let seat = Seat::at(&board.desk(person), &board.folder(&format!("home-{person}"))).await;
    seat.unlock(&board.passphrase(person)).await;
    seat
}

/// The opened sheets of the dossier that divides the board.
async fn compare(seat: &Seat) {
    seat.click(&spot("nav-comparisons")).await;
    seat.see("[data-testid^=compare-open-]").await;
    let open = format!(
        "[...document.querySelectorAll('[data-testid^=comparison-]')]
            .find((line) => line.textContent.includes('{SOLUTION}')).querySelector('button').click()"
    );
    seat.ask(&open, vec![]).await;
    seat.spot("heat-map").await;
}

async fn to_criterion(seat: &Seat, code: &str) {
    seat.ask(
        "document.querySelector(arguments[0]).click()",
        vec![format!("[data-testid='row-{code}'] th").into()],
    )
    .await;
    seat.spot("thread").await;
}

/// The first criterion on which this reviewer's mark may be changed.
async fn to_own_criterion(seat: &Seat) -> String {
    let codes = "return [...document.querySelectorAll('[data-testid^=row-]')].map((row) => row.dataset.testid.slice(4))";
    let codes = seat.ask(codes, vec![]).await;
    for code in codes.as_array().unwrap() {
        let code = code.as_str().unwrap();
        to_criterion(seat, code).await;
        if seat.shows(&spot("compare-change")).await {
            return code.to_owned();
        }
    }
    panic!("no mark may be changed: {}", seat.text().await);
}

/// Waits until the public page says so.
async fn public(url: &str, words: &str) {
    let begun = std::time::Instant::now();
    loop {
        let page = reqwest::get(url).await.unwrap().text().await.unwrap();
        if page.contains(words) {
            return;
        }
        assert!(begun.elapsed() < PATIENCE, "the public is not told {words}: {page}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Picks a mark that is not the present one.
const ANOTHER: &str = "[...document.querySelectorAll('[data-testid=compare-change-form] input[type=radio]')].find((one) => !one.checked).click()";
const OTHER_MARK: &str = "document.querySelector('[role=radio][aria-checked=false]').click()";
const ADDRESS: &str =
    "return document.querySelector('[data-testid=label-life]').innerText.match(/https?:\\/\\/\\S+/)[0]";
