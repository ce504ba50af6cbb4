//! How long the program takes to show something, and how much memory it holds, with the whole campaign on the desk. Run by
//! `cargo xtask bench desk`, in the build that ships.

use std::fs;
use std::time::{Duration, Instant};

use sceau_tests::machine;

use crate::board::Board;
use crate::programs::play;
use crate::seat::Seat;

const REVIEWER: &str = "claire-aubert";
const TIMES: usize = 5;

#[test]
#[ignore = "a measurement: cargo xtask bench desk"]
fn first_paint_first_list_and_memory_with_the_campaign() {
    play(Duration::from_secs(900), || async {
        let board = Board::of_campaign(&[REVIEWER]);
        let (mut paint, mut list, mut memory) = (Vec::new(), Vec::new(), Vec::new());
        for round in 0..TIMES {
            let seat = Seat::at(&board.desk(REVIEWER), &board.folder(&format!("home-{round}"))).await;
            let process = seat.process();
            seat.spot("passphrase").await;
            // Told a moment after the page can be read.
            seat.until("the first paint is known", TOLD).await;
            paint.push(seat.ask(PAINTED, vec![]).await.as_f64().unwrap() - started(process));
            seat.ask(WATCH, vec![]).await;
            seat.enter(&board.passphrase(REVIEWER)).await;
            seat.see("[data-testid^=task-]").await;
            list.push(seat.ask("return window.listed - window.entered", vec![]).await.as_f64().unwrap());
            // What opening the desk needed for a moment is given back by then.
            tokio::time::sleep(Duration::from_secs(2)).await;
            memory.push(held(process));
            seat.close().await;
        }
        let profile = if cfg!(debug_assertions) { "debug" } else { "release" };
        println!("{TIMES} starts, {profile} build, {}", computer());
        println!("first paint after the start of the process: {}", told(&mut paint, "ms"));
        println!("first list after the passphrase: {}", told(&mut list, "ms"));
        println!("resident memory, all processes of the window: {}", told(&mut memory, "MiB"));
        let begun = Instant::now();
        drop(board);
        println!("({} ms to put the board away)", begun.elapsed().as_millis());
    });
}

const TOLD: &str = "return performance.getEntriesByName('first-contentful-paint').length > 0";

/// When the page first showed something, in milliseconds of the wall clock.
const PAINTED: &str = "
    const [painted] = performance.getEntriesByName('first-contentful-paint')
    return performance.timeOrigin + painted.startTime";

/// Notes when the passphrase is sent and when the first task stands in the page.
const WATCH: &str = "
    addEventListener('keydown', (event) => { if (event.key === 'Enter') window.entered = performance.now() }, true)
    new MutationObserver(() => {
        if (!window.listed && document.querySelector('[data-testid^=task-]')) window.listed = performance.now()
    }).observe(document.body, { childList: true, subtree: true })";

/// When a process began, in milliseconds of the wall clock.
fn started(process: u32) -> f64 {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let (_, rest) = stat.rsplit_once(')').unwrap();
    // The 22nd field, in hundredths of a second since the machine started; the third follows the name.
    let ticks: f64 = rest.split_whitespace().nth(19).unwrap().parse().unwrap();
    let uptime = fs::read_to_string("/proc/uptime").unwrap();
    let uptime: f64 = uptime.split_whitespace().next().unwrap().parse().unwrap();
    let now = Duration::from_millis(machine::now().0).as_secs_f64();
    (now - uptime + ticks / 100.0) * 1000.0
}

/// MiB that a process and its children hold; what they share is counted once, in parts.
pub fn held(process: u32) -> f64 {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let own = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    let own: f64 = own.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0.0);
    let tasks = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let children = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    let children: f64 = children
        .flat_map(|line| line.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<u32>>())
        .map(held)
        .sum();
    own / 1024.0 + children
}

pub fn told(values: &mut [f64], unit: &str) -> String {
    values.sort_by(f64::total_cmp);
    let middle = values[values.len() / 2];
    format!("{middle:.0} {unit} (from {:.0} to {:.0})", values[0], values[values.len() - 1])
}

/// The machine in a line.
pub fn computer() -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let about = read("/proc/cpuinfo");
    let model = about.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("unknown");
    let memory = read("/proc/meminfo");
    let kib: f64 = memory
        .lines()
        .find_map(|line| line.strip_prefix("MemTotal:")?.split_whitespace().next()?.parse().ok())
        .unwrap_or(0.0);
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let load = read("/proc/loadavg");
    let load = load.split_whitespace().next().unwrap_or("?");
    format!(
        "{cores} cores ({}), {:.0} GiB, load {load}",
        model.trim_start_matches([' ', '\t', ':']),
        kib / 1024.0 / 1024.0
    )
}
