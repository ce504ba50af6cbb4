//! `sceau-check`: recompute and verify from files alone.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The arguments cannot be understood (`EX_USAGE` of sysexits.h). Never 2, which is a verdict.
const USAGE: u8 = 64;

/// Recomputes and verifies from files alone. Exit: 64 when the arguments cannot be understood; else as each command says.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs worked cases of the rules. Exit: 0 none failed, 1 some failed, 2 the file cannot be read, 64 wrong arguments.
    Cases {
        /// A file of the format sceau-cases/1.
        file: PathBuf,
    },
    /// Judges a certificate. Exit: 0 valid, 1 invalid, 2 indeterminate, 3 unreadable, 64 wrong arguments.
    Certificate(sceau_check::certificate::Arguments),
}

fn main() -> ExitCode {
    match Arguments::try_parse() {
        Ok(Arguments { command: Command::Cases { file } }) => cases(&file),
        Ok(Arguments { command: Command::Certificate(arguments) }) => certificate(&arguments),
        Err(instead) => {
            // A closed pipe is no reason to answer otherwise. Help and version were asked for and are no error.
            let _ = instead.print();
            if instead.use_stderr() { ExitCode::from(USAGE) } else { ExitCode::SUCCESS }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the program's edge: the clock is read here and handed in")]
fn certificate(arguments: &sceau_check::certificate::Arguments) -> ExitCode {
    let answer = sceau_check::certificate::run(arguments, jiff::Timestamp::now());
    print!("{}", answer.text);
    ExitCode::from(answer.exit)
}

fn cases(file: &std::path::Path) -> ExitCode {
    let report = match std::fs::read_to_string(file)
        .map_err(|error| error.to_string())
        .and_then(|text| sceau_check::cases::run(&text).map_err(|error| error.to_string()))
    {
        Ok(report) => report,
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            return ExitCode::from(2);
        }
    };
    for failure in &report.failures {
        println!("{failure}");
    }
    println!("{} passed, {} failed", report.passed, report.failed);
    if report.failed == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) }
}
