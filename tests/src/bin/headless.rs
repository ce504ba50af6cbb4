//! The whole job without a window, with the real parts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use sceau_store::key::DatabaseKey;
use sceau_tests::board::{Problem, Result};
use sceau_tests::discussion;
use sceau_tests::files::{self, Play};
use sceau_tests::job::{self, Founded};
use sceau_tests::life;
use sceau_tests::machine::{Stopwatch, environment, fill};
use sceau_tests::results::{self, Check};
use sceau_tests::steps::{Step, Steps};
use serde::Serialize;

/// Plays the board's whole job: founding, intake, scoring, opening, vote, certificate, verification.
#[derive(Debug, Parser)]
#[command(name = "headless")]
struct Arguments {
    /// Folder of the repository's data.
    #[arg(long, default_value = "assets")]
    assets: PathBuf,
    /// A dossier: a folder or ZIP in the intake's format. Without it, the first of the demonstration.
    #[arg(long)]
    dossier: Option<PathBuf>,
    /// A grid file.
    #[arg(long)]
    grid: Option<PathBuf>,
    /// A bylaws file.
    #[arg(long)]
    bylaws: Option<PathBuf>,
    /// Where the results are left.
    #[arg(long, default_value = "target/demo")]
    out: PathBuf,
}

/// What `report.json` says.
#[derive(Serialize)]
struct Report {
    format: &'static str,
    steps: Vec<Step>,
    counts: BTreeMap<String, u64>,
    digests: BTreeMap<String, String>,
    marks: BTreeMap<String, Option<String>>,
    outcome: String,
    reasons: Vec<String>,
    verdicts: Vec<Check>,
    planted: Vec<String>,
}

fn main() -> ExitCode {
    // First of all: reqwest panics without a provider. An error means that one is installed already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("headless: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(play(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("FAILED {problem}");
            for code in &problem.codes {
                eprintln!("  {code}");
            }
            ExitCode::from(if problem.codes.is_empty() { 1 } else { 3 })
        }
    }
}

fn word() -> String {
    let mut bytes = [0; 8];
    fill(&mut bytes);
    bytes.iter().fold("semis".to_owned(), |word, byte| format!("{word}{byte:02x}"))
}

async fn play(arguments: &Arguments) -> Result<()> {
    let watch = Stopwatch::start();
    let since = sceau_tests::machine::since();
    let out = &arguments.out;
    let root = out.join("headless");
    if root.exists() {
        std::fs::remove_dir_all(&root).map_err(|cause| Problem::new("set-up", cause))?;
    }
    std::fs::create_dir_all(&root).map_err(|cause| Problem::new("set-up", cause))?;
    results::clear(out)?;
    let assets = arguments.assets.clone();
    let or = |given: &Option<PathBuf>, own: &str| given.clone().unwrap_or_else(|| assets.join(own));
    let play = Play {
        dossier: or(&arguments.dossier, "demo/dossiers/01-oncosuivi"),
        grid: or(&arguments.grid, "grids/quatre-axes.toml"),
        bylaws: or(&arguments.bylaws, "bylaws/roll-call.toml"),
        root: root.clone(),
        assets,
    };
    files::judge_files(&play)?;
    let mut steps = Steps::default();
    let draw = |_: &sceau_tests::cast::Entry, _: &Path| Ok(DatabaseKey::draw(&mut environment().chance()));
    let stage = job::found_board(&play, &mut steps, &draw, None, Founded::Now).await?;
    let (dossier, bylaws) = job::intake(&play, &stage, &mut steps).await?;
    let (interest, motion) = (word(), word());
    let reviewers = job::assign(&stage, &mut steps, dossier, &interest).await?;
    let (stage, reviews) = job::score(stage, &mut steps, dossier, bylaws, &reviewers).await?;
    let marks = job::open(&stage, &mut steps, dossier).await?;
    let spoken = word();
    discussion::talk(&stage, &mut steps, dossier, &reviewers, &spoken).await?;
    let (outcome, reasons) = job::vote(&stage, &mut steps, dossier, &motion).await?;
    let (number, pdf, authority) = job::issue(&stage, &mut steps, dossier).await?;
    results::write(&out.join(results::CERTIFICATE), &pdf)?;
    results::write(&out.join(results::ALTERED), &results::altered(&pdf))?;
    results::write(&out.join(results::AUTHORITY), authority.as_bytes())?;
    let mut planted: Vec<String> = reviews.iter().flat_map(|review| review.plants.clone()).collect();
    planted.extend([interest, motion, spoken]);
    let mut counts = BTreeMap::new();
    let verdicts = steps
        .take("10 verification", async {
            let label = results::page(&format!("{}/fr/labels/{number}", stage.registry.url)).await?;
            results::write(&out.join(results::LABEL), results::standing_alone(&label)?.as_bytes())?;
            let mut checks = results::own_verdicts(&pdf, &authority, &stranger()?)?;
            checks.push(results::same_page(&label, &number));
            checks.extend(results::outside_verdicts(out));
            checks.push(results::receipts(&stage.board, &out.join(results::RECEIPTS)).await?);
            let first = reviewers.first().map_or("", String::as_str);
            let own = reviews.first().map(|review| review.plants.clone()).unwrap_or_default();
            checks.push(results::desk_verdict(&stage.board, first, &pdf).await?);
            checks.push(results::found_in_export(&stage.board, first, &own, out)?);
            let temporary = std::env::temp_dir();
            checks.push(results::nowhere_in_plain(&planted, &[&root, &temporary], since)?);
            let held = checks.iter().filter(|check| check.verdict == "held").count();
            let skipped = checks.iter().filter(|check| check.verdict == "skipped").count();
            let words = format!("{held} checks held, {skipped} skipped, of {}", checks.len());
            Ok((checks, words))
        })
        .await?;
    let mut verdicts = verdicts;
    verdicts.extend(life::play(&stage, &mut steps, dossier, &number, out).await?);
    counts.insert("people".to_owned(), stage.board.people.len() as u64);
    counts.insert("sheets".to_owned(), reviews.len() as u64);
    counts.insert("marks".to_owned(), reviews.iter().map(|review| review.marked as u64).sum());
    counts.insert("passages".to_owned(), reviews.iter().map(|review| review.cited as u64).sum());
    let digests = BTreeMap::from([("certificate.pdf".to_owned(), results::digest(&pdf))]);
    let report = Report {
        format: "sceau-report/1",
        steps: steps.0,
        counts,
        digests,
        marks: marks.into_iter().collect(),
        outcome,
        reasons,
        verdicts: verdicts.clone(),
        planted,
    };
    let text = serde_json::to_string_pretty(&report).map_err(|cause| Problem::new("report", cause))?;
    results::write(&out.join(results::REPORT), text.as_bytes())?;
    println!("{:>8} ms  in all; see {}", watch.elapsed().as_millis(), out.join(results::REPORT).display());
    match verdicts.iter().find(|check| check.verdict == "failed") {
        Some(check) => Err(Problem::new(&check.name, &check.detail)),
        None => Ok(()),
    }
}

/// An authority of the same name that did not issue anything here.
fn stranger() -> Result<String> {
    use sceau_certificate::seal::{AuthorityProfile, SealKey, authority, pem};
    let failed = |cause: sceau_certificate::seal::SealError| Problem::new("stranger", cause);
    let (mut seed, mut serial) = ([0; 32], [0; 16]);
    fill(&mut seed);
    fill(&mut serial);
    let now = sceau_tests::machine::now();
    let profile = AuthorityProfile {
        name: "Autorité de cachet, un autre institut".to_owned(),
        organisation: "Un autre institut".to_owned(),
        country: "FR".to_owned(),
        serial,
        from: now,
        until: now.plus(86_400_000_000),
    };
    let key = SealKey::from_seed(&seed).map_err(failed)?;
    pem(&authority(&key, &profile).map_err(failed)?).map_err(failed)
}
