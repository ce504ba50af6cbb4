//! Newer versions of files of evidence, which the secretariat files while sheets are being written.

use std::path::Path;

use sceau_app::dossier::NewVersion;
use sceau_domain::id::DossierId;

use crate::board::{During, Person, Problem, Result};
use crate::plan::DossierEntry;

/// Files every update of the plan. Answers how many.
///
/// # Errors
/// The file is not there, or the act is refused.
pub fn file<'p>(
    secretary: &Person,
    demo: &Path,
    hand: impl Iterator<Item = (DossierId, &'p DossierEntry)>,
) -> Result<usize> {
    let mut filed = 0_usize;
    for (dossier, plan) in hand {
        let Some(update) = &plan.update else { continue };
        let mut desk = secretary.desk();
        let items = desk.evidence(dossier).during(&plan.folder)?;
        let old = items.iter().find(|item| item.name == update.replaces);
        let old = old.ok_or_else(|| Problem::new(&plan.folder, "the replaced file is not there"))?;
        let bytes =
            std::fs::read(demo.join(&update.file)).map_err(|cause| Problem::new(&update.file, cause))?;
        let name = update.replaces.clone();
        let new = NewVersion { name, bytes, change: update.what.clone(), cleared: false };
        desk.replace_evidence(dossier, &old.sha256, new).during(&plan.folder)?;
        filed += 1;
    }
    Ok(filed)
}
