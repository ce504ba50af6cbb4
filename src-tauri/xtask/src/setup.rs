//! Installs what a fresh Debian 12 machine with Rust and Node lacks: says what, asks once when a person is at
//! the terminal, skips what is there.

use std::fs;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::Outcome;
use crate::programs::{answer, has, step};

/// What the machine is to be made ready for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Building and running.
    Start,
    /// Every test as well.
    Test,
}

/// To build the desktop and its encrypted database.
const TO_BUILD: [&str; 5] = ["build-essential", "pkg-config", "perl", "libssl-dev", "libwebkit2gtk-4.1-dev"];
/// To drive a window without a display, with a keyring, to hear what a screen reader is told, to look at pages in a second
/// browser, and to check our documents with programs of others.
const TO_TEST: [&str; 22] = [
    "at-spi2-core",
    "chromium",
    "xvfb",
    "xauth",
    "webkit2gtk-driver",
    "dbus",
    "dbus-x11",
    "gnome-keyring",
    "libsecret-tools",
    "imagemagick",
    "x11-utils",
    "xdotool",
    "fonts-dejavu-core",
    "openssl",
    "poppler-utils",
    "qpdf",
    "python3-venv",
    "espeak-ng",
    "pulseaudio",
    "pulseaudio-utils",
    "speech-dispatcher",
    "speech-dispatcher-espeak-ng",
];
/// The strictest independent judge of PDF signatures, in the versions that were tried.
const PYTHON: [&str; 2] = ["pyHanko==0.38.*", "pyhanko-cli==0.6.*"];

/// Makes the machine ready. Does nothing, and says nothing, where nothing is missing.
pub fn run(root: &Path, purpose: For) -> Outcome {
    let packages = missing_packages(purpose);
    let node = !has("npm");
    let modules = !node_is_fresh(root);
    let python = purpose == For::Test && !python_is_fresh(root);
    if node {
        return Err("Node is missing: install Node 20 or later, with npm, then try again".into());
    }
    if packages.is_empty() && !modules && !python {
        return Ok(());
    }
    println!("Missing here:");
    if !packages.is_empty() {
        println!("  Debian packages: {}", packages.join(" "));
    }
    if modules {
        println!("  the screens' npm packages, into ui/node_modules");
    }
    if python {
        println!("  {}, into target/tools/python", PYTHON.join(" and "));
    }
    agree()?;
    if !packages.is_empty() {
        install_packages(&packages)?;
    }
    if modules {
        install_node(root)?;
    }
    if python {
        install_python(root)?;
    }
    Ok(())
}

/// Where programs of the test tools lie: to be put before the search path.
pub fn tools(root: &Path) -> PathBuf {
    python_folder(root).join("bin")
}

/// Asks once at a terminal. Without one there is nobody to ask: as in a build machine, it just goes on.
fn agree() -> Outcome {
    if !std::io::stdin().is_terminal() {
        return Ok(());
    }
    print!("Install it now? [Y/n] ");
    std::io::stdout().flush().map_err(|error| error.to_string())?;
    let mut typed = String::new();
    std::io::stdin().read_line(&mut typed).map_err(|error| error.to_string())?;
    match typed.trim().to_lowercase().as_str() {
        "" | "y" | "yes" | "o" | "oui" => Ok(()),
        _ => Err("Nothing was installed.".into()),
    }
}

fn missing_packages(purpose: For) -> Vec<&'static str> {
    if !has("dpkg-query") {
        println!("This is not Debian: see to {} yourself.", TO_BUILD.join(", "));
        return Vec::new();
    }
    let mut wanted = TO_BUILD.to_vec();
    if purpose == For::Test {
        wanted.extend(TO_TEST);
    }
    wanted.retain(|package| {
        let status = answer(Command::new("dpkg-query").args(["-W", "-f=${db:Status-Status}", package]));
        status.as_deref() != Some("installed")
    });
    wanted
}

fn install_packages(packages: &[&str]) -> Outcome {
    let install = ["install", "-y", "--no-install-recommends"];
    let root = answer(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let allowed = root || (has("sudo") && std::io::stdin().is_terminal());
    if !allowed {
        return Err(format!("Run as root: apt-get {} {}", install.join(" "), packages.join(" ")));
    }
    let apt = || {
        let mut command = Command::new(if root { "env" } else { "sudo" });
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    };
    step("apt-get update", apt().args(["update", "-q"]))?;
    step("apt-get install", apt().args(install).arg("-q").args(packages))
}

/// Whether what npm noted after its last installation is what the lock file asks for. Packages for other
/// systems are optional there and absent here.
fn node_is_fresh(root: &Path) -> bool {
    let read = |path: &str| -> Option<Value> {
        serde_json::from_str(&fs::read_to_string(root.join("ui").join(path)).ok()?).ok()
    };
    if !root.join("ui/package.json").exists() {
        return true;
    }
    let (Some(asked), Some(there)) = (read("package-lock.json"), read("node_modules/.package-lock.json"))
    else {
        return false;
    };
    same_modules(&asked, &there)
}

fn same_modules(asked: &Value, there: &Value) -> bool {
    let packages =
        |lock: &Value| lock.get("packages").and_then(Value::as_object).cloned().unwrap_or_default();
    let there = packages(there);
    packages(asked).iter().filter(|(name, _)| !name.is_empty()).all(|(name, package)| match there.get(name) {
        Some(found) => found.get("version") == package.get("version"),
        None => ["optional", "devOptional"].iter().any(|word| package.get(word) == Some(&Value::Bool(true))),
    })
}

fn install_node(root: &Path) -> Outcome {
    let mut npm = Command::new("npm");
    // Not `npm ci`: it refuses a lock file that was written on another system, where the optional packages of this one
    // are not listed. Versions are exact, and the lock file is not rewritten.
    step(
        "npm install",
        npm.args(["install", "--no-save", "--no-audit", "--no-fund"]).current_dir(root.join("ui")),
    )
}

fn python_folder(root: &Path) -> PathBuf {
    root.join("target/tools/python")
}

fn python_is_fresh(root: &Path) -> bool {
    let installed = fs::read_to_string(python_folder(root).join("installed")).ok();
    installed == Some(PYTHON.join("\n")) && tools(root).join("pyhanko").exists()
}

fn install_python(root: &Path) -> Outcome {
    let folder = python_folder(root);
    step("python3 -m venv", Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    step(
        "pip install",
        Command::new(folder.join("bin/pip"))
            .args(["install", "--quiet", "--disable-pip-version-check"])
            .args(PYTHON),
    )?;
    fs::write(folder.join("installed"), PYTHON.join("\n")).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn modules_are_installed_again_only_when_the_lock_file_moved_on() {
        let asked = json!({ "packages": {
            "": { "version": "0.1.0" },
            "node_modules/a": { "version": "1.0.0" },
            "node_modules/for-windows": { "version": "1.0.0", "optional": true },
        }});
        let there = |version: &str| json!({ "packages": { "node_modules/a": { "version": version } } });
        assert!(same_modules(&asked, &there("1.0.0")));
        assert!(!same_modules(&asked, &there("0.9.0")));
        assert!(!same_modules(&asked, &json!({ "packages": {} })));
    }
}
