//! `cargo xtask test`: everything that must hold, in the order in which a failure is cheapest to learn.

use std::path::Path;
use std::process::Command;

use crate::programs::{path_with, step, target};
use crate::{Outcome, setup, sheet, start, tidy};

/// Sets up what is missing, then runs every check. Stops at the first that fails.
pub fn run(root: &Path) -> Outcome {
    setup::run(root, setup::For::Test)?;
    let tools = path_with(&setup::tools(root));
    let run = |name: &str, program: &str, arguments: &[&str], folder: &Path| {
        let mut command = Command::new(program);
        step(name, command.args(arguments).current_dir(folder).env("PATH", &tools))
    };
    let cargo = |name: &str, arguments: &[&str]| run(name, env!("CARGO"), arguments, root);
    cargo("format", &["fmt", "--all", "--check"])?;
    println!("── tidy");
    tidy::run(root)?;
    let ui = root.join("ui");
    if ui.join("package.json").exists() {
        for script in ["check", "lint", "test"] {
            run(&format!("screens: {script}"), "npm", &["run", "--silent", script], &ui)?;
        }
    }
    start::build_screens(root)?;
    // The same features everywhere, so that nothing is built twice.
    let embedded = ["--features", "sceau-desktop/custom-protocol"];
    let with = |words: &[&'static str], more: &[&'static str]| [words, &embedded, more].concat();
    let lints = with(&["clippy", "--locked", "--workspace", "--all-targets"], &["--", "-D", "warnings"]);
    cargo("lints", &lints)?;
    // With the tests, since theirs are the features: programs alone would be built with others, and everything twice.
    cargo("programs", &with(&["build", "--locked", "--workspace", "--all-targets"], &[]))?;
    // What a test skipped, and the figures that it prints, are to be read where it passed too.
    let tested = cargo("tests", &with(&["test", "--locked", "--workspace"], &["--", "--show-output"]))
        .and_then(|()| keyring(root, &embedded));
    // Pictures are wanted most where something failed.
    sheet::run(root)?;
    tested
}

/// The way of the key through a real keyring, in a session of its own: the other tests run without one.
fn keyring(root: &Path, embedded: &[&str; 2]) -> Outcome {
    if !cfg!(target_os = "linux") {
        println!("SKIPPED keyring: the session's own is not touched");
        return Ok(());
    }
    let data = target(root).join("tmp/keyring");
    std::fs::create_dir_all(&data).map_err(|error| format!("{}: {error}", data.display()))?;
    let inside =
        "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$@\"";
    let mut command = Command::new("dbus-run-session");
    command.args(["--", "sh", "-c", inside, "sh", env!("CARGO"), "test", "--locked", "--workspace"]);
    command.args(embedded).args(["--lib", "real_keyring"]).current_dir(root);
    step("keyring", command.env("XDG_DATA_HOME", data).env("SCEAU_KEYRING", "1"))
}

/// Every screen and state on invented data in a second browser: languages, themes, sizes, forced colours. Apart from the
/// tests: more than seven hundred pictures take about half an hour on two cores.
pub fn look(root: &Path) -> Outcome {
    setup::run(root, setup::For::Test)?;
    let out = target(root).join("look");
    let mut command = Command::new("npm");
    command.args(["run", "--silent", "look", "--", "--out"]).arg(out).current_dir(root.join("ui"));
    step("screens: look", &mut command)
}
