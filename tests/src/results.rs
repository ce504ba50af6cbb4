//! What the job leaves behind, and the checks that a stranger would make of it.

use std::path::{Path, PathBuf};
use std::process::Command;

use aho_corasick::AhoCorasick;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sceau_certificate::verify::Outcome as Verdict;
use sceau_ledger::tree::sha256;
use sceau_registry::pages::{REGULAR, SEMIBOLD, STYLE};
use serde::Serialize;

use crate::board::{Board, Problem, Result};
use crate::machine;

/// How a public page names its style.
const STYLE_LINK: &str = r#"<link rel="stylesheet" href="/style.css">"#;

/// A check and what it found.
#[derive(Debug, Clone, Serialize)]
pub struct Check {
    /// What was checked.
    pub name: String,
    /// `held`, `failed`, or `skipped` where the program is not installed.
    pub verdict: &'static str,
    /// In words.
    pub detail: String,
}

impl Check {
    /// A check that held or failed.
    #[must_use]
    pub fn of(name: &str, held: bool, detail: impl Into<String>) -> Self {
        Self { name: name.to_owned(), verdict: if held { "held" } else { "failed" }, detail: detail.into() }
    }
}

/// The signed certificate.
pub const CERTIFICATE: &str = "certificate.pdf";
/// The same with one byte changed.
pub const ALTERED: &str = "certificate-altered.pdf";
/// The seal authority.
pub const AUTHORITY: &str = "ca.pem";
/// The label's public page.
pub const LABEL: &str = "label.html";
/// The receipt of every desk.
pub const RECEIPTS: &str = "receipts";
/// What happened.
pub const REPORT: &str = "report.json";

/// Takes away what an earlier run left: nobody must take its results for those of a run that failed.
///
/// # Errors
/// The disk.
pub fn clear(out: &Path) -> Result<()> {
    for name in [CERTIFICATE, ALTERED, AUTHORITY, LABEL, REPORT, "ca.crl"] {
        let path = out.join(name);
        if path.exists() {
            std::fs::remove_file(&path).map_err(|cause| Problem::new(name, cause))?;
        }
    }
    let receipts = out.join(RECEIPTS);
    if receipts.exists() {
        std::fs::remove_dir_all(&receipts).map_err(|cause| Problem::new(RECEIPTS, cause))?;
    }
    Ok(())
}

/// Writes a file of the results.
///
/// # Errors
/// The disk.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|cause| Problem::new("results", cause))?;
    }
    std::fs::write(path, bytes).map_err(|cause| Problem::new(&path.display().to_string(), cause))
}

/// The same file with one byte changed, in the description that every reader shows.
#[must_use]
pub fn altered(pdf: &[u8]) -> Vec<u8> {
    let mut bytes = pdf.to_vec();
    let place = bytes.windows(4).position(|window| window == b"<dc:").map_or(bytes.len() / 2, |at| at + 5);
    if let Some(byte) = bytes.get_mut(place) {
        *byte ^= 1;
    }
    bytes
}

/// Our own verdict on the certificate, on the altered file, and under an authority that did not issue it.
///
/// # Errors
/// An anchor cannot be read.
pub fn own_verdicts(pdf: &[u8], authority: &str, stranger: &str) -> Result<Vec<Check>> {
    let judge = |bytes: &[u8], trusted: &str| {
        sceau_app::label::verify_certificate(bytes, trusted.as_bytes(), machine::now(), None)
            .map_err(|cause| Problem::of("verification", &cause))
    };
    let outcome = |verdict: std::result::Result<sceau_certificate::verify::Verdict, _>| match verdict {
        Ok(verdict) => verdict.outcome,
        Err::<_, sceau_certificate::verify::Unreadable>(_) => Verdict::Invalid,
    };
    let good = outcome(judge(pdf, authority)?);
    let changed = outcome(judge(&altered(pdf), authority)?);
    let unknown = outcome(judge(pdf, stranger)?);
    Ok(vec![
        Check::of("certificate is valid", good == Verdict::Valid, format!("{good:?}")),
        Check::of("one changed byte is invalid", changed == Verdict::Invalid, format!("{changed:?}")),
        Check::of(
            "unknown issuer is indeterminate",
            unknown == Verdict::Indeterminate,
            format!("{unknown:?}"),
        ),
    ])
}

/// What a reviewer's desk says, who was handed no authority: the charter names it by its digest. The desk compares
/// itself with the registry first, and keeps that as the window does: only then may it speak of the label's standing.
///
/// # Errors
/// The exchange failed, or the desk cannot be read.
pub async fn desk_verdict(board: &Board, reviewer: &str, pdf: &[u8]) -> Result<Check> {
    let person = board.person(reviewer)?;
    let exchange = person.sync().await?;
    let desk = person.desk();
    desk.keep_receipt(&exchange).map_err(|cause| Problem::of("verification", &cause))?;
    let found = desk.verdict(pdf, CERTIFICATE).map_err(|cause| Problem::of("verification", &cause))?;
    let heard = found.list_read_at.is_some();
    Ok(Check::of(
        "a reviewer's desk calls the certificate valid",
        found.verdict == sceau_app::view::files::Outcome::Valid && heard,
        format!("{:?}, label on record: {heard}", found.verdict),
    ))
}

/// What independent programs say: pyHanko, pdfsig, qpdf, and our own open checker as a program.
#[must_use]
pub fn outside_verdicts(out: &Path) -> Vec<Check> {
    let path = |name: &str| out.join(name).display().to_string();
    let (good, bad, ca) = (path(CERTIFICATE), path(ALTERED), path(AUTHORITY));
    let hanko = |file: &str| {
        [
            "sign",
            "validate",
            "--trust-replace",
            "--trust",
            &ca,
            "--no-revocation-check",
            "--pretty-print",
            file,
        ]
        .map(str::to_owned)
        .to_vec()
    };
    let sceau =
        |file: &str| vec!["certificate".to_owned(), file.to_owned(), "--trust".to_owned(), ca.clone()];
    let mut checks = Vec::new();
    let mut run = |name: &str, program: &str, arguments: Vec<String>, accept: &dyn Fn(i32, &str) -> bool| {
        let Some(program) = find(program) else {
            checks.push(Check {
                name: name.to_owned(),
                verdict: "skipped",
                detail: format!("{program} is not here"),
            });
            return;
        };
        match Command::new(program).args(arguments).output() {
            Err(cause) => checks.push(Check::of(name, false, cause.to_string())),
            Ok(output) => {
                let text = [output.stdout, output.stderr].concat();
                let text = String::from_utf8_lossy(&text).into_owned();
                let code = output.status.code().unwrap_or(-1);
                let detail = format!("exit {code}: {}", text.lines().last().unwrap_or_default().trim());
                checks.push(Check::of(name, accept(code, &text), detail));
            }
        }
    };
    run("pyHanko accepts the certificate", "pyhanko", hanko(&good), &|code, _| code == 0);
    run("pyHanko refuses the altered file", "pyhanko", hanko(&bad), &|code, _| code != 0);
    run("pdfsig accepts the certificate", "pdfsig", vec![good.clone()], &|_, text| {
        text.contains("Signature is Valid")
    });
    run("pdfsig refuses the altered file", "pdfsig", vec![bad.clone()], &|_, text| {
        text.contains("Digest Mismatch")
    });
    run("qpdf finds the certificate clean", "qpdf", vec!["--check".to_owned(), good.clone()], &|code, _| {
        code == 0
    });
    run("sceau-check says valid", "sceau-check", sceau(&good), &|code, _| code == 0);
    run("sceau-check says invalid", "sceau-check", sceau(&bad), &|code, _| code == 1);
    checks
}

/// A program beside this one, in the tools that the set-up made, or on the path.
fn find(program: &str) -> Option<PathBuf> {
    let beside = std::env::current_exe().ok()?.parent()?.join(program);
    let tools = std::env::var_os("SCEAU_TOOLS").map(|tools| PathBuf::from(tools).join("bin").join(program));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).map(|folder| folder.join(program));
    let made = PathBuf::from("target/tools/python/bin").join(program);
    [Some(beside), tools, Some(made)]
        .into_iter()
        .flatten()
        .chain(on_path)
        .find(|candidate| candidate.is_file())
}

/// Asks the registry's public page, as a stranger's browser does.
///
/// # Errors
/// It does not answer.
pub async fn page(url: &str) -> Result<String> {
    let bytes = bytes(url).await?;
    String::from_utf8(bytes).map_err(|cause| Problem::new("public page", cause))
}

/// What the registry answers anybody at an address, as it is.
///
/// # Errors
/// It does not answer, or not with 200.
pub async fn bytes(url: &str) -> Result<Vec<u8>> {
    let answer = reqwest::Client::builder()
        .no_proxy()
        .build()
        .map_err(|cause| Problem::new("public page", cause))?
        .get(url)
        .send()
        .await
        .map_err(|cause| Problem::new("public page", cause))?;
    let status = answer.status();
    let body = answer.bytes().await.map_err(|cause| Problem::new("public page", cause))?;
    if status.is_success() {
        Ok(body.to_vec())
    } else {
        Err(Problem::new("public page", format!("{status} for {url}")))
    }
}

/// The planted words are in no file below these folders that was written since the job began: not in the registry,
/// its log, the desks with their write-ahead files, nor the temporary folder.
///
/// # Errors
/// A folder cannot be read.
pub fn nowhere_in_plain(plants: &[String], folders: &[&Path], since: std::time::SystemTime) -> Result<Check> {
    let words = AhoCorasick::new(plants).map_err(|cause| Problem::new("search", cause))?;
    let mut files = 0_usize;
    let mut found = Vec::new();
    for folder in folders {
        for path in files_below(folder)? {
            let fresh =
                std::fs::metadata(&path).and_then(|about| about.modified()).is_ok_and(|at| at >= since);
            let Some(bytes) = fresh.then(|| std::fs::read(&path).ok()).flatten() else { continue };
            files = files.saturating_add(1);
            if words.is_match(&bytes) {
                found.push(path.display().to_string());
            }
        }
    }
    let detail =
        if found.is_empty() { format!("{} words, {files} files", plants.len()) } else { found.join("; ") };
    Ok(Check::of("confidential words are nowhere in plain", found.is_empty(), detail))
}

/// The planted words of a reviewer are found in a decrypted export of the store: the search above can find.
///
/// # Errors
/// The export cannot be made.
pub fn found_in_export(board: &Board, reviewer: &str, plants: &[String], scratch: &Path) -> Result<Check> {
    let person = board.person(reviewer)?;
    let export = scratch.join("export.db");
    let _ = std::fs::remove_file(&export);
    person.desk().store().export_decrypted_to(&export).map_err(|cause| Problem::new("export", cause))?;
    let bytes = std::fs::read(&export).map_err(|cause| Problem::new("export", cause))?;
    std::fs::remove_file(&export).map_err(|cause| Problem::new("export", cause))?;
    let words = AhoCorasick::new(plants).map_err(|cause| Problem::new("export", cause))?;
    let found: std::collections::BTreeSet<_> = words.find_iter(&bytes).map(|hit| hit.pattern()).collect();
    let missing = plants.len().saturating_sub(found.len());
    Ok(Check::of(
        "a reviewer's words are in the decrypted export",
        missing == 0 && !plants.is_empty(),
        format!("{} of {} found", plants.len().saturating_sub(missing), plants.len()),
    ))
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(below) = folders.pop() {
        let entries = match std::fs::read_dir(&below) {
            // Other programs clean up their temporary folders while this one looks.
            Err(cause) if below != folder && cause.kind() == std::io::ErrorKind::NotFound => continue,
            found => found.map_err(|cause| Problem::new("search", cause))?,
        };
        for entry in entries.flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                Ok(kind) if kind.is_file() => files.push(entry.path()),
                _ => {}
            }
        }
    }
    Ok(files)
}

/// SHA-256 in hexadecimal digits.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    sha256(bytes).iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// The public page shows the label and its state.
#[must_use]
pub fn same_page(label: &str, number: &str) -> Check {
    let shows = label.contains(number) && label.contains("<h1");
    Check::of("the public page shows the label", shows, format!("{} bytes", label.len()))
}

/// A copy of a public page that shows the same when it is opened from a folder: what it asks the registry for (style
/// and fonts) is put into it. Nothing else of the page is touched.
///
/// # Errors
/// The page or its style asks for something else.
pub fn standing_alone(page: &str) -> Result<String> {
    let failed = |cause: &str| Problem::new("public page", cause);
    let mut style = core::str::from_utf8(STYLE).map_err(|_| failed("its style is no text"))?.to_owned();
    for (address, font) in [("/fonts/regular.ttf", REGULAR), ("/fonts/semibold.ttf", SEMIBOLD)] {
        style = style.replace(address, &format!("data:font/ttf;base64,{}", STANDARD.encode(font)));
    }
    let (before, after) = page.split_once(STYLE_LINK).ok_or_else(|| failed("it names no style"))?;
    if style.contains("url(\"/") || style.contains("</") || after.contains("<link") {
        return Err(failed("it needs more than its style and two fonts"));
    }
    Ok(format!("{before}<style>\n{style}</style>{after}"))
}

/// A receipt for each desk: both sides hold the same log.
///
/// # Errors
/// No network, or the disk.
pub async fn receipts(board: &Board, folder: &Path) -> Result<Check> {
    let mut roots = std::collections::BTreeSet::new();
    let mut last = (0, String::new());
    for person in &board.people {
        let exchange = person.sync().await?;
        let root = exchange.summary.root.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        let receipt = serde_json::json!({
            "name": person.entry.name,
            "entries": exchange.summary.size,
            "root": root,
            "waiting": person.desk().store().read(|read| read.unsent()).map(|unsent| unsent.len()).unwrap_or_default(),
        });
        let text = serde_json::to_string_pretty(&receipt).map_err(|cause| Problem::new("receipt", cause))?;
        write(&folder.join(format!("{}.json", person.entry.folder())), text.as_bytes())?;
        last = (exchange.summary.size, root.clone());
        roots.insert((exchange.summary.size, root));
    }
    Ok(Check::of(
        "every desk holds the same log",
        roots.len() == 1,
        format!("{} entries, root {}", last.0, last.1),
    ))
}
