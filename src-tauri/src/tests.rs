//! The window and the program agree on every name, and the commands answer in a window that has no display.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sceau_app::environment::NoKeyring;
use serde_json::{Value, json};
use tauri::Manager;
use tauri::test::{INVOKE_KEY, get_ipc_response, mock_builder, mock_context, noop_assets};

use crate::home::Home;
use crate::machine;
use crate::program::Program;

include!("command_names.rs");

/// The texts of every file with this ending in a folder of the repository, below the shell's.
fn texts(folder: &str, ending: &str) -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}

/// The commands of the contract with the names of their arguments.
fn contract() -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for text in texts("../ui/src/ipc/contract", ".ts") {
        let Some((_, body)) = text.split_once("Commands {") else { continue };
        let body = body.split_once("\n}").unwrap().0;
        // A long list of arguments stands on lines of its own, without the marks between them.
        let body = body.replace("(a: {\n", "(a: { ").replace("\n  }): Promise<", " }): Promise<");
        let body = body.replace("\n    ", "; ");
        for line in body.lines().map(str::trim).filter(|line| line.contains("): Promise<")) {
            let (name, rest) = line.split_once('(').unwrap();
            let arguments = rest.split_once("): Promise<").unwrap().0;
            let inside = arguments.split_once('{').map_or("", |(_, inside)| inside.trim_end_matches(" }"));
            let names = inside.split(';').filter_map(|one| one.split_once(':'));
            found.insert(name.to_owned(), names.map(|(name, _)| name.trim().to_owned()).collect());
        }
    }
    found.remove("listen");
    found
}

/// The commands of this program with the names of their arguments.
fn commands() -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for text in texts("src/commands", ".rs") {
        for command in text.split("#[tauri::command]").skip(1) {
            let (name, rest) = command.split_once("pub async fn ").unwrap().1.split_once('(').unwrap();
            let name = name.split('<').next().unwrap_or_default();
            let arguments = rest.split_once(") ->").unwrap().0;
            let names = arguments.split(',').filter_map(|one| one.split_once(':'));
            let names = names.map(|(name, _)| name.trim().to_owned());
            found.insert(
                name.to_owned(),
                names.filter(|name| !["program", "app", "window"].contains(&name.as_str())).collect(),
            );
        }
    }
    found
}

#[test]
fn the_window_and_the_program_name_the_same_commands_and_arguments() {
    assert_eq!(commands(), contract());
    let listed: BTreeSet<&str> = COMMANDS.iter().copied().collect();
    assert_eq!(listed, contract().keys().map(String::as_str).collect());
    let handled = include_str!("lib.rs").split_once("generate_handler![").unwrap().1;
    let handled = handled.split_once(']').unwrap().0;
    let handled: BTreeSet<&str> = handled
        .split(',')
        .filter_map(|path| path.trim().rsplit("::").next())
        .filter(|name| !name.is_empty())
        .collect();
    assert_eq!(handled, listed);
}

#[test]
fn the_window_may_call_our_commands_and_hear_notices_and_nothing_else() {
    let capability: Value = serde_json::from_str(include_str!("../capabilities/main.json")).unwrap();
    let granted: BTreeSet<&str> =
        capability["permissions"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    let ours: BTreeSet<String> =
        COMMANDS.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    let others: Vec<&&str> = granted.iter().filter(|name| !ours.contains(**name)).collect();
    assert_eq!(others, [&"core:event:allow-listen", &"core:event:allow-unlisten"]);
    assert_eq!(granted.len(), ours.len() + 2);
}

#[test]
fn the_window_runs_nothing_that_did_not_come_with_it() {
    let settings: Value = serde_json::from_str(include_str!("../tauri.conf.json")).unwrap();
    let policy = settings["app"]["security"]["csp"].as_str().unwrap();
    for part in ["default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'"] {
        assert!(policy.split("; ").any(|one| one == part), "{part}");
    }
    assert!(!policy.contains("unsafe-eval") && !policy.contains("https:") && !policy.contains('*'));
    let inline: Vec<&str> = policy.split("; ").filter(|part| part.contains("unsafe-inline")).collect();
    assert_eq!(inline, ["style-src-attr 'unsafe-inline'"]);
    assert_eq!(settings["app"]["security"]["freezePrototype"], true);
    assert_eq!(settings["app"]["windows"][0]["incognito"], true);
}

/// A window without a display on a folder without a desk.
fn window(folder: &std::path::Path) -> tauri::WebviewWindow<tauri::test::MockRuntime> {
    let app = crate::builder(mock_builder()).build(mock_context(noop_assets())).unwrap();
    let home = Home::find(Some(folder.to_path_buf()));
    let env = machine::environment(Arc::new(NoKeyring));
    app.manage(Arc::new(Program::new(home, env, Box::new(|_| {}))));
    tauri::WebviewWindowBuilder::new(&app, "main", tauri::WebviewUrl::default()).build().unwrap()
}

fn call(
    window: &tauri::WebviewWindow<tauri::test::MockRuntime>,
    command: &str,
    arguments: Value,
) -> Result<Value, Value> {
    let request = tauri::webview::InvokeRequest {
        cmd: command.to_owned(),
        callback: tauri::ipc::CallbackFn(0),
        error: tauri::ipc::CallbackFn(1),
        url: "tauri://localhost".parse().unwrap(),
        body: tauri::ipc::InvokeBody::Json(arguments),
        headers: tauri::http::HeaderMap::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|answer| answer.deserialize().unwrap())
}

#[test]
fn a_fresh_computer_shows_the_first_start_and_keeps_nothing_of_a_wrong_code() {
    let place = tempfile::tempdir().unwrap();
    let window = window(place.path());
    let session = call(&window, "session", json!({})).unwrap();
    assert_eq!(session["state"], "first-start");
    assert_eq!((&session["keyring"], &session["cipher"]), (&json!(false), &Value::Null));
    let enrolment = call(&window, "enrol_status", json!({})).unwrap();
    assert_eq!(enrolment["step"], "invitation");
    let refused = call(&window, "enrol_begin", json!({ "code": "not an invitation", "token": null }));
    assert_eq!(refused.unwrap_err()["code"], "invitation-none");
    let refused = call(&window, "desk", json!({}));
    assert_eq!(refused.unwrap_err()["code"], "not-open");
    let kept = std::fs::read_dir(place.path()).unwrap().count();
    assert_eq!(kept, 0);
}

#[test]
fn settings_are_kept_before_any_desk_is_open() {
    let place = tempfile::tempdir().unwrap();
    let window = window(place.path());
    let mut settings = call(&window, "settings_get", json!({})).unwrap();
    settings["theme"] = json!("dark");
    settings["text_size"] = json!(131);
    let kept = call(&window, "settings_set", json!({ "settings": settings })).unwrap();
    assert_eq!((&kept["theme"], &kept["text_size"]), (&json!("dark"), &json!(130)));
    assert_eq!(call(&window, "settings_get", json!({})).unwrap(), kept);
}

/// The keys of each view, as this program writes them, are those of the contract.
#[test]
fn the_views_have_the_fields_of_the_contract() {
    use sceau_app::view::enrolment::Enrolment;
    use sceau_app::view::session::Network;
    use sceau_app::view::settings::Settings;
    let written = [
        ("Settings", serde_json::to_value(Settings::default()).unwrap()),
        ("Network", serde_json::to_value(Network::default()).unwrap()),
        ("Enrolment", serde_json::to_value(Enrolment::start(false)).unwrap()),
    ];
    let contract = texts("../ui/src/ipc/contract", ".ts").concat();
    for (name, value) in written {
        let body = contract.split_once(&format!("export interface {name} {{")).unwrap().1;
        let body = body.split_once("\n}").unwrap().0;
        let fields = body.lines().map(str::trim).filter(|line| !line.starts_with(['*', '/']));
        let fields: BTreeSet<&str> =
            fields.filter_map(|line| line.split_once(':')).map(|(name, _)| name).collect();
        let keys: BTreeSet<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, fields, "{name}");
    }
}
