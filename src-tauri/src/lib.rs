//! The desktop shell: a window, and behind it the application. Nothing is decided here.
//!
//! | what | where |
//! | --- | --- |
//! | what the window may call | [`commands`] |
//! | which desk is open, first start, exchanges | `program` |
//! | clock, randomness, keyring | `machine`, `keychain` |
//! | folders, settings, diagnostics | `home`, `diagnostics` |
//! | files that a person brings | `brought` |
//! | deadlines for the person's own calendar | `calendar` |

mod brought;
mod calendar;
pub mod commands;
mod diagnostics;
mod home;
mod keychain;
mod link;
mod machine;
mod mail;
mod notices;
mod options;
mod program;
mod speech;
#[cfg(test)]
mod tests;

use std::io::BufRead;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use tauri::{AppHandle, DragDropEvent, Emitter, Manager, Runtime, Window, WindowEvent};
use zeroize::Zeroizing;

use crate::home::Home;
use crate::notices::Notice;
use crate::options::Options;
use crate::program::Program;

/// Starts the program and stays until its window is closed.
#[must_use]
pub fn run() -> ExitCode {
    // One provider for TLS in the whole program, before the first client is made. A second call changes nothing.
    let _first = rustls::crypto::ring::default_provider().install_default();
    let options = Options::parse();
    let home = Home::find(options.data.clone());
    let _writing = diagnostics::start(&home.log());
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "started");
    let built = builder(tauri::Builder::default())
        .setup(move |app| {
            start(app.handle(), home, &options);
            Ok(())
        })
        .build(context());
    match built {
        Ok(app) => {
            app.run(|app, event| {
                if let tauri::RunEvent::Exit = event {
                    finish(app);
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("sceau: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What `tauri.conf.json` says. Its window forgets everything (`incognito`); a window that forgets cannot be driven
/// by WebDriver, so where Tauri is told to let itself be driven (tests) it is an ordinary one.
fn context() -> tauri::Context {
    let mut context = tauri::generate_context!();
    if std::env::var("TAURI_WEBVIEW_AUTOMATION").as_deref() == Ok("true") {
        for window in &mut context.config_mut().app.windows {
            window.incognito = false;
        }
    }
    context
}

/// The commands and the plug-ins of the window, on any runtime.
pub(crate) fn builder<R: Runtime>(builder: tauri::Builder<R>) -> tauri::Builder<R> {
    builder.plugin(tauri_plugin_dialog::init()).on_window_event(dropped).invoke_handler(
        tauri::generate_handler![
            commands::session::session,
            commands::session::unlock,
            commands::session::passphrase_change,
            commands::session::recovery_draw,
            commands::session::recovery_keep,
            commands::session::recovery_open,
            commands::session::lock,
            commands::enrol::enrol_status,
            commands::enrol::enrol_begin,
            commands::enrol::enrol_keys,
            commands::enrol::enrol_check,
            commands::enrol::enrol_cancel,
            commands::desk::desk,
            commands::desk::dossier_card,
            commands::desk::declare_interests,
            commands::desk::step_back,
            commands::forms::form_kept,
            commands::forms::form_keep,
            commands::desk::words_aside_save,
            commands::desk::words_aside_forget,
            commands::dossiers::dossiers,
            commands::dossiers::reminders,
            commands::dossiers::save_calendar,
            commands::dossiers::counters,
            commands::dossier::dossier_page,
            commands::dossier::preselect,
            commands::dossier::take_step,
            commands::dossier::candidates,
            commands::dossier::assign,
            commands::dossier::open_round,
            commands::dossier::rescore,
            commands::dossier::close_intake,
            commands::dossier::accept_late,
            commands::judging::interests_board,
            commands::judging::decide_interests,
            commands::judging::recusal_reach,
            commands::judging::judge_match,
            commands::review::review_open,
            commands::review::review_save_row,
            commands::review::review_save_note,
            commands::review::review_place,
            commands::review::review_summary,
            commands::review::review_submit,
            commands::review::review_take_back,
            commands::evidence::evidence_open,
            commands::evidence::evidence_range,
            commands::evidence::evidence_compare,
            commands::evidence::evidence_refetch,
            commands::taking::take_out,
            commands::taking::reference_text,
            commands::versions::review_versions,
            commands::versions::evidence_versions,
            commands::versions::evidence_replace,
            commands::search::search,
            commands::search::texts,
            commands::search::texts_keep,
            commands::sync::sync_now,
            commands::sync::sync_receipt,
            commands::sync::receipts,
            commands::settings::settings_get,
            commands::settings::settings_set,
            commands::files::open_with_dialog,
            commands::files::opened_at_start,
            commands::files::verify_certificate,
            commands::labels::labels,
            commands::labels::label_draft,
            commands::labels::label_preview,
            commands::labels::label_issue,
            commands::labels::label_move,
            commands::labels::label_certificate,
            commands::labels::label_save,
            commands::labels::seal,
            commands::labels::seal_request,
            commands::labels::seal_answer,
            commands::labels::seal_take,
            commands::own::own_data,
            commands::own::own_export,
            commands::own::my_passages,
            commands::own::own_work,
            commands::vote::votes,
            commands::vote::vote,
            commands::vote::vote_cast,
            commands::motion::motions,
            commands::motion::motion,
            commands::motion::motion_table,
            commands::motion::motion_close,
            commands::motion::motion_what_if,
            commands::motion::vote_reach,
            commands::motion::motion_record,
            commands::officer::officer,
            commands::officer::committee_step,
            commands::officer::sheets_publish,
            commands::officer::ballots_publish,
            commands::comparison::comparisons,
            commands::comparison::comparison,
            commands::comparison::compare_revise,
            commands::comparison::thread_post,
            commands::comparison::thread_settle,
            commands::comparison::thread_draft,
            commands::comparison::thread_seen,
            commands::speech::speech_say,
            commands::speech::speech_stop,
            commands::files::link_open,
            commands::files::open_mail,
            commands::files::paper_save,
            commands::year::year_figures,
            commands::year::table_save,
            commands::intake::intake,
            commands::intake::intake_read,
            commands::intake::intake_add,
            commands::intake::intake_paste,
            commands::intake::intake_paste_table,
            commands::intake::intake_describe,
            commands::intake::intake_description_save,
            commands::intake::intake_choose,
            commands::intake::intake_columns,
            commands::intake::intake_replace,
            commands::intake::intake_take_out,
            commands::intake::intake_cleared,
            commands::intake::intake_study,
            commands::intake::intake_references,
            commands::intake::intake_references_take,
            commands::intake::intake_limits,
            commands::intake::intake_limits_set,
            commands::intake::intake_cancel,
            commands::intake::intake_accept,
            commands::intake::to_examine,
            commands::intake::examination,
            commands::intake::examine,
            commands::people::people,
            commands::people::people_add,
            commands::people::people_roles,
            commands::people::people_invite,
            commands::people::people_waiting,
            commands::people::people_type,
            commands::people::people_countersign,
            commands::people::people_revoke,
            commands::people::people_replace,
            commands::people::people_seat,
            commands::people::people_away,
            commands::people::roster_preview,
            commands::people::roster_import,
            commands::founding::found_institute,
            commands::founding::founding,
            commands::founding::founding_key,
            commands::founding::founding_propose,
            commands::founding::founding_sign,
            commands::founding::rules_bundled,
            commands::founding::rules_own,
            commands::founding::rules_try,
            commands::founding::rules_try_out,
        ],
    )
}

/// Makes the program, opens what may be opened without a person, and stays in touch from then on.
fn start<R: Runtime>(app: &AppHandle<R>, home: Home, options: &Options) {
    let window = app.clone();
    let tell = Box::new(move |notice: Notice| {
        if let Err(error) = window.emit(notices::EVENT, notice) {
            tracing::warn!(%error, "the window was not told");
        }
    });
    let env = machine::environment(Arc::new(keychain::Keychain));
    let program = Arc::new(Program::new(home, env, tell));
    let opened =
        if options.unlock_from_stdin { program.unlock_now(&first_line()) } else { program.open_by_keyring() };
    if let Err(problem) = opened {
        // The screen asks for what is missing; whoever started this from a script reads why.
        tracing::warn!(code = %problem.code, "the desk stays locked");
        eprintln!("sceau: {}", problem.code);
    }
    if let Some(brought) = options.path.as_ref().and_then(|path| program.brought.take(path).ok()) {
        program.brought.keep_for_start(brought);
    }
    app.manage(Arc::clone(&program));
    program.push();
    tauri::async_runtime::spawn(program::keep_in_touch(program));
}

/// The first line of standard input, without its end.
fn first_line() -> Zeroizing<String> {
    let mut line = Zeroizing::new(String::new());
    if std::io::stdin().lock().read_line(&mut line).is_err() {
        tracing::warn!("standard input cannot be read");
    }
    Zeroizing::new(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// What is dropped takes the same road as what is chosen.
fn dropped<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event else { return };
    let program = window.state::<Arc<Program>>();
    if let Ok(opened) = program.brought.take_all(paths) {
        program.tell(Notice::Opened { opened });
    }
}

/// Sends what waits, then shuts the database before the program ends, so that its write-ahead file is folded in.
fn finish<R: Runtime>(app: &AppHandle<R>) {
    if let Some(program) = app.try_state::<Arc<Program>>() {
        let program = Arc::clone(&program);
        let ended = tauri::async_runtime::block_on(async {
            program.send_off().await;
            program.close().await
        });
        if ended.is_err() {
            tracing::warn!("the desk was not closed in order");
        }
    }
}
