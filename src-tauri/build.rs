//! Names our commands to Tauri, so that the window may call those and no others, and keeps the database's SQLite to
//! ourselves.

include!("src/command_names.rs");

fn main() {
    let system = std::env::var("CARGO_CFG_TARGET_OS");
    if system.as_deref() == Ok("linux") {
        // Otherwise the web view's libraries bind to the SQLCipher inside this program instead of the system's SQLite.
        println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
    println!("cargo:rerun-if-changed=src/command_names.rs");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}
