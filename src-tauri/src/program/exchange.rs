//! Staying in touch with the registry: when asked, after each act, often while others write too, every few minutes in
//! quiet times, later and later when nothing answers, and once more before the program ends.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use sceau_app::desk::Desk;
use sceau_app::error::AppError;
use sceau_app::synchronise::{Exchange, synchronise};
use sceau_app::view::receipt::Receipt;
use sceau_app::view::session::{Line, OpenDesk};
use sceau_app::view::{Problem, Progress};

use super::{Answer, Program, blocking, locked};
use crate::machine;
use crate::notices::Notice;

/// Between two exchanges in quiet times.
const QUIET: Duration = Duration::from_secs(300);
/// The wait after an exchange that brought or took something: whoever discusses is answered. Doubled for each one that
/// did not, up to [`QUIET`].
const LIVELY: Duration = Duration::from_secs(15);
/// The longest that the program stays for what is still to be sent when its window is closed.
const PARTING: Duration = Duration::from_secs(5);
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

    /// Sends what still waits before the program ends: an act and the closing of the window are often a second apart.
    /// Where the registry did not answer last, nothing is tried: it is all kept for the next start.
    pub async fn send_off(self: &Arc<Self>) {
        let sends = self.network().is_ok_and(|line| line.waiting > 0 && line.state != Line::Offline);
        if sends && !self.is_joining().await && tokio::time::timeout(PARTING, self.exchange()).await.is_err()
        {
            tracing::info!("what was written last is sent at the next start");
        }
    }

    /// One exchange; answers how many entries came or were acknowledged. The desk is locked only to begin and to keep,
    /// never while the network is waited for.
    pub async fn exchange(self: &Arc<Self>) -> Answer<u64> {
        let Some(desk) = self.held() else { return Err(Problem::plain("not-open")) };
        let _one_at_a_time = self.exchanging.lock().await;
        let before = Self::who(&desk).await?;
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
                let carried = exchange.summary.arrived.saturating_add(exchange.summary.acknowledged);
                // A role that was given or taken back changes which screens there are.
                if Self::who(&desk).await? != before {
                    self.tell(Notice::Session);
                }
                let kept = blocking(move || Ok(locked(&desk).keep_receipt(&exchange)?)).await;
                kept.map(|()| carried)
            }
            Err(AppError::NotOpen) => return Ok(0),
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

    /// Who sits here and as what, as the window was told.
    async fn who(desk: &Arc<Mutex<Desk>>) -> Answer<OpenDesk> {
        let desk = Arc::clone(desk);
        blocking(move || Ok(locked(&desk).open_desk()?)).await
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

/// A first wait, doubled so many times, at most [`QUIET`].
fn doubled(first: Duration, times: u32) -> Duration {
    first.saturating_mul(2_u32.saturating_pow(times)).min(QUIET)
}

/// Stays in touch for as long as the program runs.
pub async fn keep_in_touch(program: Arc<Program>) {
    // In a row: exchanges that failed, and exchanges that carried nothing.
    let (mut failures, mut calm) = (0_u32, 0_u32);
    loop {
        let joining = program.is_joining().await;
        let wait = match failures {
            _ if joining => JOINING,
            0 => spread(doubled(LIVELY, calm)),
            n => spread(doubled(FIRST, n)),
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = program.wake.notified() => {}
        }
        if program.held().is_none() {
            continue;
        }
        let done = if program.is_joining().await {
            let asked = program.enrol_check().await.map(|_| 0);
            program.tell(Notice::Enrolment);
            asked
        } else {
            program.exchange().await
        };
        (failures, calm) = match done {
            Ok(0) => (0, calm.saturating_add(1)),
            Ok(_) => (0, 0),
            Err(_) => (failures.saturating_add(1), calm),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_discussion_is_followed_closely_and_a_quiet_board_is_left_alone() {
        assert_eq!(doubled(LIVELY, 0), LIVELY);
        assert_eq!(doubled(LIVELY, 2), LIVELY * 4);
        assert_eq!([5, 31, 32, u32::MAX].map(|times| doubled(LIVELY, times)), [QUIET; 4]);
        for wait in [LIVELY, QUIET] {
            let spread = spread(wait);
            assert!(spread >= wait / 2 && spread <= wait);
        }
    }
}
