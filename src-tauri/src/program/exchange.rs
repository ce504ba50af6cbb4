//! Staying in touch with the registry: when asked, after each act, every few minutes, later and later when nothing
//! answers.

use std::sync::Arc;
use std::time::Duration;

use sceau_app::error::AppError;
use sceau_app::synchronise::{Exchange, synchronise};
use sceau_app::view::receipt::Receipt;
use sceau_app::view::session::Line;
use sceau_app::view::{Problem, Progress};

use super::{Answer, Program, blocking, locked};
use crate::machine;
use crate::notices::Notice;

/// Between two exchanges when all is well.
const QUIET: Duration = Duration::from_secs(300);
/// Between two questions while the second person is awaited.
const JOINING: Duration = Duration::from_secs(20);
/// The first wait after a failure, doubled for each further one up to [`QUIET`].
const FIRST: Duration = Duration::from_secs(4);

/// Whether an error is silence of the line rather than something that a person must know.
fn is_silence(problem: &Problem) -> bool {
    problem.code.starts_with("sync.")
}

impl Program {
    /// One exchange with the registry, then the receipt: also when the registry cannot be reached.
    pub async fn sync_now(self: &Arc<Self>) -> Answer<Receipt> {
        // What went wrong stands in the receipt.
        let _told = self.exchange().await;
        self.receipt().await
    }

    /// The receipt as it stands.
    pub async fn receipt(self: &Arc<Self>) -> Answer<Receipt> {
        let problem = locked(&self.present).problem.clone();
        self.with_desk(move |desk| desk.receipt(problem.as_deref())).await
    }

    /// One exchange. The desk is locked only to begin and to keep, never while the network is waited for.
    pub async fn exchange(self: &Arc<Self>) -> Answer<()> {
        let Some(desk) = self.held() else { return Err(Problem::plain("not-open")) };
        let _one_at_a_time = self.exchanging.lock().await;
        let waiting = self.network()?.waiting;
        locked(&self.present).line.running = Some(Progress { done: 0, total: waiting });
        self.tell_network();
        let program = Arc::clone(self);
        let outcome: Result<Exchange, AppError> = {
            let desk = Arc::clone(&desk);
            let run = move || {
                // On a thread of its own: keeping a round folds the log, which is work.
                tauri::async_runtime::block_on(async {
                    tokio::select! {
                        done = synchronise(&desk) => Ok(done),
                        () = program.stop.notified() => Ok(Err(AppError::NotOpen)),
                    }
                })
            };
            blocking(run).await?
        };
        locked(&self.present).line.running = None;
        let result = match outcome {
            Ok(exchange) => {
                self.set_line(Line::Online);
                locked(&self.present).problem = None;
                blocking(move || Ok(locked(&desk).keep_receipt(&exchange)?)).await
            }
            Err(AppError::NotOpen) => return Ok(()),
            Err(error) => {
                let problem = Problem::from(&error);
                tracing::info!(code = %problem.code, "the exchange did not end");
                self.set_line(if is_silence(&problem) { Line::Offline } else { Line::Online });
                locked(&self.present).problem = Some(Arc::new(error));
                Err(problem)
            }
        };
        self.tell_network();
        self.tell(Notice::Receipt);
        self.tell(Notice::Desk);
        result
    }

    fn tell_network(&self) {
        if let Ok(network) = self.network() {
            self.tell(Notice::Network { network });
        }
    }

    /// Whether a desk is held that still waits for its second person.
    async fn is_joining(&self) -> bool {
        let Some(desk) = self.held() else { return false };
        blocking(move || Ok(locked(&desk).member().is_none())).await.unwrap_or(false)
    }
}

/// Half of a wait, and a random share of the other half: twenty laptops do not come back at the same second.
fn spread(wait: Duration) -> Duration {
    let mut byte = [0];
    machine::fill(&mut byte);
    let [chance] = byte;
    let half = wait / 2;
    half + half.mul_f64(f64::from(chance) / 255.0)
}

/// Stays in touch for as long as the program runs.
pub async fn keep_in_touch(program: Arc<Program>) {
    let mut failures = 0_u32;
    loop {
        let joining = program.is_joining().await;
        let wait = match failures {
            _ if joining => JOINING,
            0 => QUIET,
            n => spread(FIRST.saturating_mul(1_u32.checked_shl(n.min(8)).unwrap_or(u32::MAX)).min(QUIET)),
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = program.wake.notified() => {}
        }
        if program.held().is_none() {
            continue;
        }
        let done = if program.is_joining().await {
            let asked = program.enrol_check().await.map(|_| ());
            program.tell(Notice::Enrolment);
            asked
        } else {
            program.exchange().await
        };
        failures = if done.is_ok() { 0 } else { failures.saturating_add(1) };
    }
}
