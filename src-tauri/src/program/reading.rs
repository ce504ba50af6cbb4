//! Long work on evidence, in steps between which the window is answered.

use std::sync::Arc;

use sceau_app::view::dossier_id;

use super::{Answer, Program};

impl Program {
    /// Compares a whole file with the digest in its manifest.
    pub async fn compare_evidence(self: &Arc<Self>, dossier: &str, file: String) -> Answer<()> {
        let dossier = dossier_id(dossier)?;
        let mut check = self.with_desk(move |desk| desk.compare_whole(dossier, &file)).await?;
        while let Some(now) = check {
            check = self.with_desk(move |desk| now.step(desk)).await?;
        }
        Ok(())
    }
}
