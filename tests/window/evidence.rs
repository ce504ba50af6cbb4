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
use crate::evidence_out::exported;
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
    play(Duration::from_secs(900), || async {
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
        let (mut opened, mut refused, mut cited, mut rows) = (0, 0, Vec::new(), Vec::new());
        for (place, file) in package.evidence.iter().enumerate() {
            let begun = Instant::now();
            let found = open(&seat, place).await;
            let work = if found.starts_with("opened") && !found.contains(" 0 letters") {
                Some(use_it(&seat).await)
            } else {
                None
            };
            let used = work.as_deref().unwrap_or_default();
            println!("{:<48} {found}{used} ({:.1?})", file.name, begun.elapsed());
            rows.push(format!("| {} | {found}{used}", file.name));
            cited.push(used.contains("cited"));
            if found.starts_with("opened") { opened += 1 } else { refused += 1 }
        }
        // Opened anew, what was cited stands over the same words.
        for (place, file) in package.evidence.iter().enumerate().filter(|(place, _)| cited[*place]) {
            open(&seat, place).await;
            let found = again(&seat).await;
            assert!(!found.starts_with("lost"), "{}: {found}", file.name);
            rows[place] += &format!(", and its citation {found}");
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
        // What was cited in the window leaves as annotations that others read. The system's own dialog asks for the place, so
        // that the copy is taken from the desk that the window wrote.
        let (desk, copies, mut bad) = (board.open("claire-aubert"), board.folder("copies"), Vec::new());
        let desk = desk.lock().unwrap();
        println!("| file | opened, cited, found | annotated copy |\n| --- | --- | --- |");
        for ((file, row), cited) in package.evidence.iter().zip(rows).zip(cited) {
            let copy = exported(&desk, dossier, &file.bytes, usize::from(cited), &copies);
            println!("{row} | {} |", copy.as_ref().unwrap_or_else(|error| error));
            bad.extend(copy.err().map(|error| format!("{}: {error}", file.name)));
        }
        assert!(bad.is_empty(), "{bad:#?}");
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
    // One exchange carries a part of what is large.
    for _ in 0..200 {
        synchronise(&secretariat).await.unwrap();
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

/// Selects the first words of the file on screen by the keyboard, cites them and finds one of them again.
async fn use_it(seat: &Seat) -> String {
    let before = seat.ask(CITED, vec![]).await.as_u64().unwrap();
    seat.press("F7").await;
    seat.press("ArrowDown").await;
    let begun = Instant::now();
    while !seat.shows("[data-testid=selection-menu]").await {
        if begun.elapsed() > Duration::from_secs(10) {
            return ", no sentence to select".to_owned();
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    seat.press("Ctrl+Shift+c").await;
    let more = format!("return (() => {{ {CITED} }})() > {before}");
    seat.until("the passage is cited", &more).await;
    let word = seat.ask(LAST_QUOTE, vec![]).await;
    let Some(word) = word.as_str().filter(|word| !word.is_empty()) else {
        return ", cited".to_owned();
    };
    seat.press("Ctrl+f").await;
    seat.spot("find").await;
    seat.write(word).await;
    let begun = Instant::now();
    let count = "return document.querySelector('[data-testid=find-count]').innerText.trim()";
    let found = loop {
        let count = seat.ask(count, vec![]).await;
        let count = count.as_str().unwrap_or_default().to_owned();
        if !count.is_empty() && !count.ends_with('…') || begun.elapsed() > Duration::from_secs(10) {
            break count;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    assert!(found.contains(" sur "), "« {word} » was cited, so it is found: {found}");
    seat.press("Escape").await;
    format!(", cited, « {word} » found ({found})")
}

/// Whether the words under the mark of the file's citation are those that were cited.
async fn again(seat: &Seat) -> String {
    let begun = Instant::now();
    loop {
        let found = seat.ask(AGAIN, vec![]).await;
        let found = found.as_str().unwrap_or("lost").to_owned();
        if !found.starts_with("lost") || begun.elapsed() > Duration::from_secs(10) {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

const CITED: &str = "return document.querySelectorAll('[data-testid=proof-item]').length";
/// A word of letters of the passage that was cited last, as the finder's field takes it.
const LAST_QUOTE: &str = "
    const quotes = [...document.querySelectorAll('[data-testid=proof-open] span')]
    const words = quotes.at(-2)?.textContent.match(/[A-Za-z]{3,}/g)
    return words?.at(0) ?? ''";
/// The letters of the page below the citation's mark hold the beginning of its words.
const AGAIN: &str = "
    const page = document.querySelector('.page:has(svg .cited)')
    if (!page) return 'lost: no mark is drawn'
    const boxes = [...page.querySelectorAll('svg .cited')].map((one) => one.getBoundingClientRect())
    const quote = page.querySelector('button.code')?.title.replace(/\\s+/g, '') ?? ''
    const under = [...page.querySelectorAll('.textLayer span')].filter((span) => {
        const { left, right, top, bottom } = span.getBoundingClientRect()
        return boxes.some((box) => {
            const shared = Math.min(bottom, box.bottom) - Math.max(top, box.top)
            return shared > 0.3 * Math.min(bottom - top, box.height) && left < box.right && right > box.left
        })
    })
    const words = under.map((span) => span.textContent).join('').replace(/\\s+/g, '')
    const first = quote.slice(0, 4)
    return words.includes(first) ? 'is where it was' : `lost: « ${first} » is not in « ${words.slice(0, 60)} »`";

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
