//! Real evidence in the real window: every file opens, or is refused with a reason; none runs anything.

use std::time::{Duration, Instant};

use sceau_app::desk::Desk;
use sceau_app::dossier::Reception;
use sceau_app::intake::{self, Limits, Package};
use sceau_app::synchronise::synchronise;
use sceau_domain::action::ActionKind;
use sceau_domain::id::DossierId;
use sceau_domain::moment::DAY;
use sceau_tests::machine;
use serde_json::Value;

use crate::board::Board;
use crate::programs::{play, root};
use crate::seat::Seat;

/// A page that is not drawn after this is stopped with the button that the window shows.
const LONG: Duration = Duration::from_secs(30);
/// No file may keep a person waiting longer.
const LONGEST: Duration = Duration::from_secs(60);

#[test]
fn every_file_of_evidence_opens_in_the_window_or_is_refused_with_a_reason_and_none_runs_anything() {
    let folder = root().join("../shared/evidence");
    if !folder.is_dir() {
        println!("skipped: the folder of real evidence is absent");
        return;
    }
    play(Duration::from_secs(600), || async {
        let limits = Limits { pdf_time: Duration::from_secs(8), ..Limits::default() };
        let real = intake::read(&folder, &limits);
        let mut package = intake::read(&root().join("assets/demo/dossiers/01-oncosuivi"), &limits);
        let own = package.evidence.len();
        for item in real.items.iter().filter(|item| item.code.starts_with("intake.pdf")) {
            println!("{:<48} at intake: {}", item.place, item.code);
        }
        package.evidence.extend(real.evidence);
        let total = package.evidence.len();
        assert!(total > own + 20, "most of the files are taken: {}", total - own);
        let board = Board::with(&["helene-roy", "antoine-lefort", "claire-aubert"]);
        let registry = board.registry();
        let dossier = bring(&board, &package).await;
        let seat = Seat::at(&board.desk("claire-aubert"), &board.folder("home")).await;
        seat.unlock(&board.passphrase("claire-aubert")).await;
        seat.ask(WATCH, vec![]).await;
        seat.spot(&format!("open-{dossier}")).await.click().await.unwrap();
        seat.spot("review-desk").await;
        seat.see("[data-testid^=file-]").await;
        let (mut opened, mut refused) = (0, 0);
        for (place, file) in package.evidence.iter().enumerate() {
            let begun = Instant::now();
            let found = open(&seat, place).await;
            println!("{:<48} {found} ({:.1?})", file.name, begun.elapsed());
            if found.starts_with("opened") { opened += 1 } else { refused += 1 }
        }
        println!("{total} files: {opened} opened, {refused} refused with a reason");
        assert!(opened > refused, "what a reviewer can use is shown");
        let ran = seat.ask("return window.ran", vec![]).await;
        assert_eq!(ran, serde_json::json!([]), "nothing in a file runs");
        assert!(seat.window.get_alert_text().await.is_err(), "no file talks to the reader");
        // The window still does what it is asked.
        seat.press("Ctrl+1").await;
        seat.spot("desk-title").await;
        seat.close().await;
        drop(registry);
    });
}

/// The secretariat takes the package in and assigns it to one reviewer, whose laptop then has every file.
pub async fn bring(board: &Board, package: &Package) -> DossierId {
    let [secretariat, chair, reviewer] =
        ["helene-roy", "antoine-lefort", "claire-aubert"].map(|name| board.open(name));
    synchronise(&secretariat).await.unwrap();
    let (dossier, bylaws) = {
        let mut desk = secretariat.lock().unwrap();
        let rules = |desk: &Desk, of: ActionKind| {
            let found = desk.board().latest_rules.iter().find(|((kind, _), _)| *kind == of);
            *found.unwrap().1
        };
        let grid = rules(&desk, ActionKind::Grid);
        let how = Reception { grid, number: "2026-900".to_owned(), label: None, demonstration: true };
        (desk.receive(package, &how).unwrap(), rules(&desk, ActionKind::Bylaws))
    };
    synchronise(&secretariat).await.unwrap();
    synchronise(&reviewer).await.unwrap();
    let me = {
        let mut desk = reviewer.lock().unwrap();
        desk.declare(dossier, Vec::new()).unwrap();
        desk.member().unwrap()
    };
    synchronise(&reviewer).await.unwrap();
    synchronise(&secretariat).await.unwrap();
    secretariat.lock().unwrap().assign(dossier, &[me], 1).unwrap();
    synchronise(&secretariat).await.unwrap();
    synchronise(&chair).await.unwrap();
    chair.lock().unwrap().open_round(dossier, machine::now().plus(DAY), 1, bylaws).unwrap();
    synchronise(&chair).await.unwrap();
    for _ in 0..200 {
        synchronise(&reviewer).await.unwrap();
        let desk = reviewer.lock().unwrap();
        let here = desk.evidence(dossier).unwrap();
        if here.len() == package.evidence.len() && here.iter().all(|one| desk.evidence_is_whole(one).unwrap())
        {
            break;
        }
    }
    dossier
}

/// Opens the file at a place of the list and waits until it shows, or says why not.
async fn open(seat: &Seat, place: usize) -> String {
    let script = format!("document.querySelectorAll('[data-testid^=file-]')[{place}].click()");
    seat.ask(&script, vec![]).await;
    let begun = Instant::now();
    loop {
        let state = seat.ask(STATE, vec![place.into()]).await;
        if let Value::String(state) = state {
            return state;
        }
        if begun.elapsed() > LONG && seat.shows("[data-testid=page-stop]").await {
            // The window offers this by itself after ten seconds; whoever reads has waited longer here.
            seat.see("[data-testid=page-stop]").await.click().await.unwrap();
            return format!("stopped: its first page is not drawn within {LONG:?}");
        }
        assert!(begun.elapsed() < LONGEST, "neither opened nor refused: {}", seat.text().await);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// What became of the file that was asked for last; nothing while that is open.
const STATE: &str = "
    const files = [...document.querySelectorAll('[data-testid^=file-]')]
    if (files[arguments[0]].getAttribute('aria-current') !== 'true') return null
    const card = document.querySelector('[data-testid=evidence-state] [data-testid=error-card]')
    if (card) return `refused: ${card.querySelector('.title').innerText}`
    const image = document.querySelector('[data-testid=evidence-image]')
    if (image?.complete && image.naturalWidth) return `opened: an image of ${image.naturalWidth} × ${image.naturalHeight}`
    const page = document.querySelector('.page[data-state]')
    if (!page) return null
    const problem = page.querySelector('[data-testid=page-problem]')
    if (problem) return `refused: ${problem.innerText}`
    if (page.dataset.state !== 'drawn') return null
    const pages = document.querySelector('[data-testid=page-count]').innerText.replace(/[^0-9]/g, '')
    const canvas = page.querySelector('canvas')
    const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
    const ink = data.some((value, at) => at % 4 !== 3 && value < 250)
    const letters = page.querySelector('.textLayer').textContent.trim().length
    return `opened: ${pages} pages, ${canvas.width} × ${canvas.height} ${ink ? 'painted' : 'left white'}, ${letters} letters on the page shown`";

/// Writes down whatever a file might try: dialogs, printing, other windows, what the page's policy stopped.
const WATCH: &str = "
    window.ran = []
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
        window[name] = () => { window.ran.push(name) }
    addEventListener('securitypolicyviolation', (event) => window.ran.push(`policy: ${event.violatedDirective}`))";
