//! Long work on evidence, in steps between which the window is answered.

use std::sync::Arc;
use std::time::{Duration, Instant};

use sceau_app::view::dossier_id;

use super::{Answer, Program};

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
}
