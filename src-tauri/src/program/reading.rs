//! Long work on evidence, in steps between which the window is answered.

use std::sync::Arc;
use std::time::{Duration, Instant};

use sceau_app::desk::Desk;
use sceau_app::error::AppError;
use sceau_app::paper::Tongue;
use sceau_app::view::taking::{Taken, TakenFile};
use sceau_app::view::{Problem, dossier_id};

use super::{Answer, Program, blocking, locked};

/// The longest rest between two steps.
const REST: Duration = Duration::from_millis(500);

impl Program {
    /// Compares a whole file with the digest in its manifest.
    pub async fn compare_evidence(self: &Arc<Self>, dossier: &str, file: String) -> Answer<()> {
        let dossier = dossier_id(dossier)?;
        let mut check = self.with_desk(move |desk| desk.compare_whole(dossier, &file)).await?;
        while let Some(now) = check {
            let begun = Instant::now();
            check = self.with_desk(move |desk| now.step(desk)).await?;
            // A lock that is let go of and taken at once is not passed on: whoever reads would wait for the end of the file.
            tokio::time::sleep(begun.elapsed().min(REST)).await;
        }
        Ok(())
    }

    /// Makes what a person takes away; whoever types meanwhile is written between two pieces of the file.
    pub async fn take_out(
        self: &Arc<Self>,
        dossier: &str,
        what: Taken,
        file: Option<String>,
        tongue: Tongue,
    ) -> Answer<TakenFile> {
        let dossier = dossier_id(dossier)?;
        let gather = move |desk: &mut Desk| desk.take_out(dossier, what, file.as_deref(), tongue);
        let outgoing = self.with_desk(gather).await?;
        let program = Arc::clone(self);
        blocking(move || {
            let made = outgoing.finish(|dossier, file, range| {
                let begun = Instant::now();
                // Whoever locks the desk meanwhile ends this.
                let desk = program.held().ok_or(AppError::Unknown("desk"))?;
                let bytes = locked(&desk).evidence_bytes(dossier, file, range);
                drop(desk);
                std::thread::sleep(begun.elapsed().min(REST));
                bytes
            })?;
            program.held().ok_or(Problem::plain("not-open"))?;
            Ok(made)
        })
        .await
    }
}
