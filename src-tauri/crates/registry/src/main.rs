//! `sceau-registry`: makes the folder of a registry, and serves it.

use std::io::IsTerminal as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Parser, Subcommand};
use sceau_domain::moment::Moment;
use sceau_registry::serve::serve;
use sceau_registry::settings::Settings;
use sceau_registry::{Clock, Registry};
use tracing_subscriber::EnvFilter;

/// The central registry of an institute's board.
#[derive(Debug, Parser)]
#[command(name = "sceau-registry", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Makes the folder of a new registry: keys, settings, an empty log. Prints its card and a founding token.
    Init {
        /// The folder, which is made.
        #[arg(long)]
        dir: PathBuf,
        /// Origin of the log: <host>/sceau/<epoch>.
        #[arg(long)]
        origin: String,
        /// Address under which laptops reach the registry.
        #[arg(long)]
        url: String,
        /// Where to listen; off this computer only after TLS was added to sceau.toml.
        #[arg(long, default_value = "127.0.0.1:47320")]
        listen: SocketAddr,
    },
    /// Serves the registry of a folder until it is asked to stop.
    Serve {
        /// The folder.
        #[arg(long)]
        dir: PathBuf,
    },
}

fn main() -> ExitCode {
    // First of all: reqwest and rustls panic without a provider, and ring is the only one in this program. An error
    // means that one is installed already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_env_filter(EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info")))
        .init();
    let done = match Arguments::parse().command {
        Command::Init { dir, origin, url, listen } => init(&dir, &origin, &url, listen),
        Command::Serve { dir } => run(&dir),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sceau-registry: {error}");
            ExitCode::FAILURE
        }
    }
}

fn init(dir: &Path, origin: &str, url: &str, listen: SocketAddr) -> Result<(), Box<dyn std::error::Error>> {
    let settings = Settings::new(origin, url, listen)?;
    let mut rng = rand_core::UnwrapErr(getrandom::SysRng);
    let prepared = Registry::init(dir, &settings, &mut rng)?;
    println!("card {}", prepared.card);
    println!("token {}", prepared.token);
    Ok(())
}

fn run(dir: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let registry = Arc::new(Registry::open(dir, system_clock())?);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve(registry, dir, |address| {
        // For whoever started the program and waits for it.
        println!("listening {address}");
    }))?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the one place where this program reads the clock")]
fn system_clock() -> Clock {
    Arc::new(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Moment(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
    })
}
