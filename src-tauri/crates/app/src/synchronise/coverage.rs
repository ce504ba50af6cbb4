//! In what order I may read: the registry ranks what I still owe, since no laptop is told whose sheets are in.

use std::collections::BTreeMap;
use std::sync::Mutex;

use sceau_domain::assignment::coverage;
use sceau_domain::id::DossierId;
use sceau_sync::client::Client;

use super::{Asker, lock};
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// Setting: the ranks that the registry answered last, a line for each dossier.
const COVERAGE: &str = "coverage";

/// Asks for the ranks where there is something to choose from.
pub(super) async fn exchange(desk: &Mutex<Desk>, client: &Client, asker: &Asker) -> Result<()> {
    let (owed, now) = {
        let desk = lock(desk);
        let now = desk.env.now();
        // My own laptop knows what I owe, though not who else has handed in.
        (desk.member().map_or(0, |me| coverage(desk.board(), me, now).len()), now)
    };
    if owed < 2 {
        return Ok(());
    }
    let answer = client.coverage(&asker.caller(), now).await;
    let answer = answer.map_err(|failure| AppError::Registry(failure.code().to_owned()))?;
    let ranks: Vec<_> = answer.dossiers.iter().map(|line| (DossierId(line.dossier), line.rank)).collect();
    lock(desk).keep_coverage(&ranks)
}

impl Desk {
    pub(crate) fn keep_coverage(&self, ranks: &[(DossierId, u64)]) -> Result<()> {
        let lines: Vec<String> = ranks.iter().map(|(dossier, rank)| format!("{dossier} {rank}")).collect();
        self.store.write(|write| write.put_setting(COVERAGE, &lines.join("\n")))?;
        Ok(())
    }

    /// The ranks as they were told last; nothing before the first exchange.
    pub(crate) fn covered(&self) -> Result<BTreeMap<DossierId, u64>> {
        let kept = self.store.read(|read| read.setting(COVERAGE))?.unwrap_or_default();
        let read = |line: &str| {
            let (dossier, rank) = line.split_once(' ')?;
            Some((dossier.parse().ok()?, rank.parse().ok()?))
        };
        Ok(kept.lines().filter_map(read).collect())
    }
}
