//! The package that the secretariat has in hand: read away from the threads that answer the window, shown until it is
//! accepted or put away, forgotten when the desk locks.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sceau_app::dossier::Reception;
use sceau_app::error::AppError;
use sceau_app::intake::brought::references;
use sceau_app::intake::pieces::{self, PASTED, Piece};
use sceau_app::intake::table::Column;
use sceau_app::intake::{Form, Reading, Step, Watch, read_with};
use sceau_app::paper::Tongue;
use sceau_app::references::library::Entry;
use sceau_app::view::intake::{Choice, Incoming, IntakeView, Received};
use sceau_app::view::limits::{IntakeLimits, LimitsView};
use sceau_app::view::references::ReferencesView;
use sceau_app::view::{Problem, bytes_of};
use serde::Serialize;

use super::{Answer, Program, blocking, locked};
use crate::notices::Notice;

/// What is in hand.
#[derive(Default)]
pub struct InHand {
    pieces: Vec<Piece>,
    /// By what a form about this package is found again; files that are added later do not change it.
    key: Option<String>,
    reading: Reading,
    choice: Choice,
    step: Option<Step>,
    stop: Arc<AtomicBool>,
    incoming: Option<Arc<Incoming>>,
    /// References as they were shown last: what was not shown is not taken.
    shown: Vec<Entry>,
}

/// What the window is shown of it.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum IntakeState {
    /// Nothing is in hand.
    Empty,
    /// A package is being read.
    Reading {
        /// Name of the folder or file.
        name: String,
        /// The file that is read now.
        file: String,
        /// Files done.
        done: usize,
        /// Of all; 0 while it is not known.
        total: usize,
    },
    /// It was read.
    Read {
        /// The report.
        report: Box<IntakeView>,
    },
}

impl Program {
    /// Takes a package that was brought in hand and reads it.
    pub async fn intake_read(self: &Arc<Self>, token: &str) -> Answer<IntakeState> {
        let paths = self.brought.paths(token)?;
        self.intake_take(true, paths.into_iter().map(Piece::Path).collect()).await
    }

    /// Adds what was brought to the package in hand; where there is none, it is one.
    pub async fn intake_add(self: &Arc<Self>, token: &str) -> Answer<IntakeState> {
        let paths = self.brought.paths(token)?;
        self.intake_take(false, paths.into_iter().map(Piece::Path).collect()).await
    }

    /// Adds a file that was pasted.
    pub async fn intake_paste(self: &Arc<Self>, name: String, bytes: Vec<u8>) -> Answer<IntakeState> {
        // The name of the pasted table is its own.
        let name = if name == PASTED { format!("1-{name}") } else { name };
        self.intake_take(false, vec![Piece::Bytes { name, bytes: bytes.into() }]).await
    }

    /// Adds a table of answers that was pasted; it takes the place of one that is there.
    pub async fn intake_paste_table(self: &Arc<Self>, text: &str) -> Answer<IntakeState> {
        self.intake_take(false, vec![Piece::table(text)]).await
    }

    /// What was filled in where the package brings no description; it is read with it.
    pub async fn intake_describe(self: &Arc<Self>, form: Form) -> Answer<IntakeState> {
        {
            let mut hand = locked(&self.in_hand);
            if hand.pieces.is_empty() {
                return Err(Problem::plain("no-package"));
            }
            hand.reading.form = Some(form);
            // The label is the form's to say now.
            hand.choice.label = None;
        }
        self.read_again();
        self.intake().await
    }

    async fn intake_take(self: &Arc<Self>, anew: bool, new: Vec<Piece>) -> Answer<IntakeState> {
        let (columns, limits) = self
            .with_desk(|desk| Ok::<_, AppError>((desk.columns()?, desk.intake_limits()?.limits())))
            .await?;
        {
            let mut hand = locked(&self.in_hand);
            if anew || hand.pieces.is_empty() {
                hand.stop.store(true, Ordering::Relaxed);
                *hand = InHand {
                    reading: Reading { columns, limits, ..Reading::default() },
                    ..InHand::default()
                };
            }
            for piece in new {
                // Who brings a file again wants it in.
                hand.reading.taken_out.remove(&piece.name());
                pieces::add(&mut hand.pieces, piece);
            }
        }
        self.read_again();
        self.intake().await
    }

    /// Reads what is in hand on a thread of its own; a reading that runs is ended first.
    fn read_again(self: &Arc<Self>) {
        let program = Arc::clone(self);
        let (pieces, reading, stop) = {
            let mut hand = locked(&self.in_hand);
            hand.stop.store(true, Ordering::Relaxed);
            hand.stop = Arc::new(AtomicBool::new(false));
            if hand.pieces.is_empty() {
                return;
            }
            hand.step = Some(Step::default());
            (hand.pieces.clone(), hand.reading.clone(), Arc::clone(&hand.stop))
        };
        tauri::async_runtime::spawn_blocking(move || {
            let tell = |step: &Step| {
                let goes_on = !stop.load(Ordering::Relaxed);
                if goes_on {
                    locked(&program.in_hand).step = Some(step.clone());
                    program.tell(Notice::Intake);
                }
                goes_on
            };
            let package = read_with(&pieces, &reading, &Watch::new(&tell));
            {
                let mut hand = locked(&program.in_hand);
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                hand.step = None;
                let (name, at) = (pieces::name(&pieces), program.env.now());
                if let Some(asked) = package.as_ref().and_then(|package| package.asked.as_ref()) {
                    hand.key.get_or_insert_with(|| asked.key.clone());
                }
                hand.incoming = package.map(|package| Arc::new(Incoming { name, at, package }));
            }
            program.tell(Notice::Intake);
        });
    }

    /// What is in hand, as the window is shown it.
    pub async fn intake(self: &Arc<Self>) -> Answer<IntakeState> {
        let (incoming, choice, key) = {
            let hand = locked(&self.in_hand);
            if let Some(step) = &hand.step {
                let Step { file, done, total } = step.clone();
                return Ok(IntakeState::Reading { name: pieces::name(&hand.pieces), file, done, total });
            }
            (hand.incoming.clone(), hand.choice.clone(), hand.key.clone())
        };
        let Some(incoming) = incoming else { return Ok(IntakeState::Empty) };
        let mut report = self.with_desk(move |desk| desk.intake_view(&incoming, &choice)).await?;
        if let (Some(form), Some(key)) = (&mut report.form, key) {
            form.key = key;
        }
        Ok(IntakeState::Read { report: Box::new(report) })
    }

    /// Another grid or label.
    pub async fn intake_choose(self: &Arc<Self>, choice: Choice) -> Answer<IntakeState> {
        locked(&self.in_hand).choice = choice;
        self.intake().await
    }

    /// What the headers of the table of answers mean, for this package and the next ones.
    pub async fn intake_columns(self: &Arc<Self>, columns: BTreeMap<String, Column>) -> Answer<IntakeState> {
        let kept = self.with_desk(move |desk| {
            desk.keep_columns(&columns)?;
            desk.columns()
        });
        locked(&self.in_hand).reading.columns = kept.await?;
        self.read_again();
        self.intake().await
    }

    /// Another file in the place of one of the package.
    pub async fn intake_replace(self: &Arc<Self>, place: String, token: &str) -> Answer<IntakeState> {
        let (_, path) = self.brought.path(token)?;
        locked(&self.in_hand).reading.replaced.insert(place, path);
        self.read_again();
        self.intake().await
    }

    /// Takes a file out of the package in hand, or puts it back.
    pub async fn intake_take_out(self: &Arc<Self>, place: String, out: bool) -> Answer<IntakeState> {
        {
            let mut hand = locked(&self.in_hand);
            let taken_out = &mut hand.reading.taken_out;
            let _ = if out { taken_out.insert(place) } else { taken_out.remove(&place) };
        }
        self.read_again();
        self.intake().await
    }

    /// A person looked at a file and found no data of a patient in it.
    pub async fn intake_cleared(self: &Arc<Self>, place: &str) -> Answer<IntakeState> {
        {
            let mut hand = locked(&self.in_hand);
            let found = hand.incoming.as_ref().and_then(|incoming| {
                incoming.package.evidence.iter().find(|file| file.name == place).map(|file| file.sha256)
            });
            hand.reading.cleared.extend(found);
        }
        self.read_again();
        self.intake().await
    }

    /// The kind of study of an item of evidence, as somebody says it; `None`: of none.
    pub async fn intake_study(self: &Arc<Self>, file: &str, study: Option<String>) -> Answer<IntakeState> {
        let digest = bytes_of(file).ok_or(Problem::with("unknown", "what", "file"))?;
        {
            let mut hand = locked(&self.in_hand);
            if let Some(incoming) = &mut hand.incoming {
                Arc::make_mut(incoming).package.classify(&digest, study.as_deref());
            }
            hand.reading.studies.insert(digest, study);
        }
        self.intake().await
    }

    /// Reads references that were brought, beside the package in hand; nothing is taken yet.
    pub async fn intake_references(self: &Arc<Self>, token: &str, tongue: Tongue) -> Answer<ReferencesView> {
        let incoming = locked(&self.in_hand).incoming.clone().ok_or(Problem::plain("no-package"))?;
        let (name, bytes) = self.brought.read(token)?;
        let program = Arc::clone(self);
        blocking(move || {
            let found = references(&name, &bytes, &incoming.package.evidence).map_err(AppError::from)?;
            let view = ReferencesView::of(name, &found, tongue);
            locked(&program.in_hand).shown = found.entries;
            Ok(view)
        })
        .await
    }

    /// Takes the references that were shown into the package in hand.
    pub async fn intake_references_take(self: &Arc<Self>) -> Answer<IntakeState> {
        {
            let mut hand = locked(&self.in_hand);
            let shown = std::mem::take(&mut hand.shown);
            hand.reading.references.extend(shown);
        }
        self.read_again();
        self.intake().await
    }

    /// Sets the limits of intake; a package in hand is read again under them.
    pub async fn set_intake_limits(self: &Arc<Self>, limits: IntakeLimits) -> Answer<LimitsView> {
        let view = self.with_desk(move |desk| desk.keep_intake_limits(limits)).await?;
        locked(&self.in_hand).reading.limits = view.now.limits();
        self.read_again();
        Ok(view)
    }

    /// Name and bytes of a file of evidence that was brought, within the limit of this desk.
    pub async fn evidence_brought(self: &Arc<Self>, token: String) -> Answer<(String, Vec<u8>)> {
        let limit = self.with_desk(|desk| desk.intake_limits()).await?.file;
        let program = Arc::clone(self);
        blocking(move || Ok(program.brought.evidence(&token, limit)?)).await
    }

    /// Puts the package away; nothing of it is kept.
    pub async fn intake_cancel(self: &Arc<Self>) -> Answer<IntakeState> {
        self.put_away();
        self.intake().await
    }

    /// Forgets what is in hand.
    pub(super) fn put_away(&self) {
        let mut hand = locked(&self.in_hand);
        hand.stop.store(true, Ordering::Relaxed);
        *hand = InHand::default();
    }

    /// Takes the package in.
    pub async fn intake_accept(
        self: &Arc<Self>,
        grid: &str,
        label: String,
        number: String,
        demonstration: bool,
    ) -> Answer<Received> {
        let incoming = locked(&self.in_hand).incoming.clone().ok_or(Problem::plain("not-open"))?;
        let grid = bytes_of(grid).ok_or(Problem::with("unknown", "what", "grid"))?;
        let how = Reception { grid, number, label: Some(label), demonstration };
        let received = self.with_desk(move |desk| desk.accept(&incoming, &how)).await?;
        self.put_away();
        self.push();
        self.tell(Notice::Desk);
        Ok(received)
    }
}
