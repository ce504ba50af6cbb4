//! Everything that a desk can show its member, as the window would receive it.

use std::collections::BTreeMap;
use std::sync::Mutex;

use sceau_app::desk::Desk;
use sceau_app::paper::Tongue;
use sceau_app::view::Problem;
use sceau_app::view::motion::Asked;
use sceau_app::view::owed::ReminderScope;
use sceau_app::view::taking::Taken;
use sceau_domain::id::DossierId;
use sceau_ledger::tree::sha256;
use sceau_protocol::path::hex;
use serde::Serialize;
use serde_json::{Value, json};

/// Commands that show something; each is asked here under its own name.
pub const SHOWING: &[&str] = &[
    "session",
    "desk",
    "dossier_card",
    "words_aside_save",
    "dossiers",
    "reminders",
    "counters",
    "dossier_page",
    "candidates",
    "interests_board",
    "recusal_reach",
    "review_open",
    "review_summary",
    "review_versions",
    "take_out",
    "reference_text",
    "evidence_versions",
    "evidence_open",
    "evidence_range",
    "search",
    "texts",
    "sync_receipt",
    "receipts",
    "labels",
    "label_draft",
    "label_preview",
    "label_certificate",
    "label_save",
    "seal",
    "own_data",
    "own_export",
    "my_passages",
    "own_work",
    "votes",
    "vote",
    "motions",
    "motion",
    "motion_what_if",
    "vote_reach",
    "officer",
    "comparisons",
    "comparison",
    "to_examine",
    "examination",
    "people",
    "people_waiting",
    "founding",
    "year_figures",
];

/// Commands that show nothing of the board's work: they act (and answer with one of the views above), speak of this
/// computer alone, or of a file that a person brings.
pub const NOT_SHOWING: &[&str] = &[
    "unlock",
    "passphrase_change",
    "recovery_draw",
    "recovery_keep",
    "recovery_open",
    "paper_save",
    "table_save",
    "lock",
    "enrol_status",
    "enrol_begin",
    "enrol_keys",
    "enrol_check",
    "enrol_cancel",
    "declare_interests",
    "step_back",
    "form_kept",
    "form_keep",
    "words_aside_forget",
    "save_calendar",
    "preselect",
    "take_step",
    "assign",
    "open_round",
    "rescore",
    "close_intake",
    "decide_interests",
    "judge_match",
    "review_save_row",
    "review_save_note",
    "review_place",
    "review_submit",
    "review_take_back",
    "evidence_refetch",
    "evidence_replace",
    "evidence_compare",
    "texts_keep",
    "sync_now",
    "settings_get",
    "settings_set",
    "open_with_dialog",
    "opened_at_start",
    "verify_certificate",
    "label_issue",
    "vote_cast",
    "motion_table",
    "motion_close",
    "motion_record",
    "committee_step",
    "sheets_publish",
    "ballots_publish",
    "speech_say",
    "speech_stop",
    "link_open",
    "open_mail",
    "intake",
    "intake_read",
    "intake_add",
    "intake_paste",
    "intake_paste_table",
    "intake_describe",
    "intake_description_save",
    "intake_choose",
    "intake_columns",
    "intake_replace",
    "intake_take_out",
    "intake_cleared",
    "intake_study",
    "intake_references",
    "intake_references_take",
    "intake_limits",
    "intake_limits_set",
    "intake_cancel",
    "intake_accept",
    "examine",
    "people_add",
    "people_roles",
    "people_invite",
    "people_type",
    "people_countersign",
    "people_revoke",
    "roster_preview",
    "roster_import",
    "found_institute",
    "founding_key",
    "founding_propose",
    "founding_sign",
    "accept_late",
    "compare_revise",
    "thread_post",
    "thread_settle",
    "thread_draft",
    "thread_seen",
    "label_move",
    "seal_request",
    "seal_answer",
    "seal_take",
    "rules_bundled",
    "rules_own",
    "rules_try",
    "rules_try_out",
    "people_replace",
    "people_seat",
    "people_away",
];

/// What a command answers: the view, or the code with which it is refused.
fn shown<T: Serialize, E: Into<Problem>>(answer: Result<T, E>) -> Value {
    match answer {
        Ok(view) => serde_json::to_value(view).unwrap(),
        Err(error) => json!({ "refused": error.into() }),
    }
}

fn bytes<E: Into<Problem>>(answer: Result<Vec<u8>, E>) -> Value {
    shown(answer.map(|bytes| json!({ "bytes": bytes.len(), "sha256": hex(&sha256(&bytes)) })))
}

/// Every view of a desk, by the name of its command; of evidence only if asked, since it is hashed from end to end.
pub fn of_desk(desk: &Desk, evidence: bool) -> BTreeMap<String, Value> {
    let mut views = BTreeMap::new();
    let mut put = |name: &str, view: Value| {
        assert!(SHOWING.contains(&name), "{name} is no command that shows something");
        views.insert(name.to_owned(), view);
    };
    let open = desk
        .open_desk()
        .map(|open| json!([open.institute, open.person, open.demo, open.single_officer, open.cipher]));
    put("session", shown(open));
    put("desk", shown(desk.desk_view()));
    put("dossiers", shown(desk.dossiers_view()));
    let scopes = [ReminderScope::Soon, ReminderScope::Declare, ReminderScope::Due];
    put("reminders", scopes.map(|scope| shown(desk.reminders(scope, None))).into());
    put("counters", shown(desk.counters()));
    put("interests_board", shown(desk.interests_board()));
    put("sync_receipt", receipt(shown(desk.receipt(None))));
    put("receipts", shown(desk.past_receipts()));
    put("labels", shown(desk.labels_view()));
    put("seal", shown(desk.seal_view()));
    put("own_data", own_data(shown(desk.own_data())));
    let exported = desk.own_work().and_then(|work| work.to_json());
    put("own_export", shown(exported.map(|json| serde_json::from_slice::<Value>(&json).unwrap())));
    put("own_work", shown(desk.own_work()));
    put("my_passages", shown(desk.my_passages()));
    put("votes", shown(desk.votes_view()));
    put("motions", shown(desk.motions_view()));
    put("officer", shown(desk.officer_view()));
    put("comparisons", shown(desk.comparisons_view()));
    put("to_examine", shown(desk.to_examine()));
    put("people", shown(desk.people_view()));
    put("founding", shown(desk.founding_view()));
    put("year_figures", shown(desk.year_view(None)));
    put("texts", shown(desk.texts_view()));
    // Words that stand in criteria, reasons, notes and passages of every world.
    put("search", ["essai", "de", "patients"].map(|word| shown(desk.search_view(word, "fr"))).into());
    for dossier in desk.board().dossiers.keys().copied() {
        of_dossier(desk, dossier, &mut put);
        if evidence {
            of_evidence(desk, dossier, &mut put);
        }
    }
    for motion in desk.board().motions.keys().copied() {
        put("vote", shown(desk.vote_view(motion)));
        put("motion", shown(desk.motion_view(motion)));
        // About everybody, by place: what is asked of one may say something of another.
        let all = desk.board().roster.iter().map(ToString::to_string);
        let asked = [Asked::Recused, Asked::Absent];
        let answers = all.flat_map(|who| asked.map(|apart| shown(desk.motion_what_if(motion, &who, apart))));
        put("motion_what_if", answers.collect());
    }
    views
}

fn of_dossier(desk: &Desk, dossier: DossierId, put: &mut impl FnMut(&str, Value)) {
    put("dossier_card", shown(desk.dossier_card(dossier)));
    put("words_aside_save", shown(desk.words_aside(dossier)));
    put("dossier_page", shown(desk.dossier_page(dossier)));
    put("recusal_reach", shown(desk.recusal_reach(dossier, &[])));
    let reach = desk.board().roster.iter().map(|who| shown(desk.vote_reach(dossier, &who.to_string())));
    put("vote_reach", reach.collect());
    put("candidates", shown(desk.candidates(dossier, 3)));
    put("review_open", shown(desk.review_view(dossier)));
    put("review_summary", shown(desk.review_summary(dossier)));
    let list = desk.take_out(dossier, Taken::Csv, None, Tongue::Fr);
    let list = list.and_then(|list| list.finish(|_, _, _| Ok(Vec::new())));
    put("take_out", bytes(list.map(|file| file.bytes)));
    put("review_versions", shown(desk.review_versions(dossier)));
    put("evidence_versions", shown(desk.evidence_versions(dossier)));
    put("comparison", shown(desk.comparison_view(dossier)));
    put("examination", shown(desk.examination_view(dossier)));
    put("label_draft", shown(desk.label_draft(dossier)));
    put("label_certificate", bytes(desk.certificate(dossier)));
    put("label_save", shown(desk.certificate_file(dossier).map(|(name, pdf)| (name, hex(&sha256(&pdf))))));
    let preview = desk.label_draft(dossier).and_then(|mut draft| {
        draft.form.agreement_signed = true;
        desk.preview(dossier, &draft.form.decided()?)
    });
    put("label_preview", bytes(preview));
}

fn of_evidence(desk: &Desk, dossier: DossierId, put: &mut impl FnMut(&str, Value)) {
    let files = desk.evidence(dossier).unwrap_or_default();
    // The shortest file stands for the others: each is hashed from end to end.
    let file = files.iter().min_by_key(|item| item.place.size).map(|item| hex(&item.sha256));
    let file = file.unwrap_or_else(|| hex(&[0; 32]));
    put("evidence_open", shown(desk.evidence_open(dossier, &file)));
    put("reference_text", shown(desk.reference_text(dossier, &file, 1, Tongue::Fr)));
    put("evidence_range", bytes(desk.evidence_piece(dossier, &file, 0..64)));
}

/// The view that needs the registry.
pub async fn waiting(desk: &Mutex<Desk>) -> Value {
    shown(Desk::people_waiting(desk).await)
}

/// A digest over the names of one's own batches: every batch quotes the log that its author had seen, so that each
/// name depends on all ciphertext before it. What is kept is whether both sides are said to be equal.
fn receipt(mut view: Value) -> Value {
    for row in view.get_mut("rows").and_then(Value::as_array_mut).into_iter().flatten() {
        let same = row.get("digest_here") == row.get("digest_there");
        if let Some(row) = row.as_object_mut() {
            row.insert("digest_here".to_owned(), json!({ "same": same }));
            row.remove("digest_there");
        }
    }
    view
}

/// Each world has a folder of its own. The database finds batches by the hash of their ciphertext: how full its pages
/// are follows from such hashes, and its size on the disk with it.
fn own_data(mut view: Value) -> Value {
    if let Some(view) = view.as_object_mut() {
        view.remove("folder");
        view.remove("bytes");
    }
    view
}
