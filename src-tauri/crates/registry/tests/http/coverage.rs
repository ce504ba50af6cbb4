//! In what order a reviewer may read: their own dossiers, by rank, as things stood the day before.

use sceau_domain::action::Action;
use sceau_domain::id::{DossierId, RoundId};
use sceau_domain::moment::{DAY, Moment};
use sceau_protocol::coverage::Coverage;
use sceau_protocol::{decode, path};

use crate::refusing::{board, committee, dossier};
use crate::world::{Person, World, accepted, draw};

async fn ranks(world: &World, who: &Person) -> Vec<(DossierId, u64)> {
    let answer = world.get(path::COVERAGE, Some(who)).await.bytes().await.expect("a body");
    let coverage: Coverage = decode(&answer).expect("the ranks");
    coverage.dossiers.into_iter().map(|line| (DossierId(line.dossier), line.rank)).collect()
}

#[tokio::test]
async fn a_reviewer_is_ranked_the_dossiers_that_wait_for_their_own_sheet_and_no_others() {
    let (mut world, mut anne, mut bruno) = board().await;
    let mut dossiers = Vec::new();
    for _ in 0..2 {
        dossiers.push(dossier(&mut world, &mut anne, &mut bruno).await);
    }
    assert!(ranks(&world, &anne).await.is_empty(), "before a round begins nothing is to be marked");
    let committee = committee(&mut world, &mut anne, &mut bruno).await;
    let deadline = Moment(world.now() + DAY);
    for dossier in dossiers.clone() {
        let round = RoundId(draw());
        let opens = Action::Round { dossier, round, deadline, minimum_sheets: 1, committee, bylaws: [2; 32] };
        let batch = world.founder.act(world.institute, vec![opens]);
        accepted(&world.sync(&world.founder, vec![batch]).await);
    }
    dossiers.sort();
    let equal: Vec<_> = dossiers.into_iter().map(|dossier| (dossier, 0)).collect();
    assert_eq!(ranks(&world, &anne).await, equal);
    for other in [&bruno, &world.founder] {
        assert!(ranks(&world, other).await.is_empty(), "of what others review nothing is told");
    }
}
