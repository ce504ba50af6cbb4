//! What the campaign tells of earlier years, lived: on each day of a history the same acts as in any other year, by the
//! same desks, to the registry's own library on the same clock. Then everybody comes back to the present, and the
//! registry's program takes the folder over.

use sceau_app::label_life::LabelAct;
use sceau_app::renewal::opens;
use sceau_domain::id::{DossierId, MotionId};
use sceau_domain::label::Deed;

use crate::board::{During, Person, Problem, Result};
use crate::campaign::{self, InHand, Rules, chair, secretary};
use crate::deciding;
use crate::files::Play;
use crate::job::{self, Stage};
use crate::machine;
use crate::plan::{DossierEntry, Past, PastEvent, Remarks, VotePlan};
use crate::registry_process::RegistryProcess;
use crate::steps::Steps;

/// A dossier of earlier years, as far as its history was lived.
struct Lived<'p> {
    plan: &'p DossierEntry,
    rules: Option<Rules>,
    hand: Vec<InHand<'p>>,
    motions: Vec<(MotionId, &'p VotePlan)>,
}

/// Lives every history of the campaign as far as this computer's day; answers the same stage in the present, before the
/// registry's program.
///
/// # Errors
/// The day and the step that failed, or a history that goes backwards.
pub async fn play(play: &Play, mut stage: Stage, steps: &mut Steps) -> Result<Stage> {
    let remarks: Remarks = crate::cast::read(&play.assets.join("demo/remarks.toml"))?;
    let campaign = stage.campaign.clone();
    let today = machine::now().day_in_paris();
    for entry in &campaign.dossier {
        let Some(plan) = entry.before.as_deref() else { continue };
        let mut lived = Lived { plan, rules: None, hand: Vec::new(), motions: Vec::new() };
        for past in entry.history.iter().take_while(|past| past.on <= today) {
            stage.clock.go_to(past.on)?;
            let day = async { lived.day(play, &stage, past, &remarks).await.map(|words| ((), words)) };
            steps.take(&format!("{} {:?}", past.on, past.event), day).await?;
        }
    }
    // What rests on a day that is still to come is not in hand yet: its package waits at the door.
    stage.campaign.dossier.retain(|entry| entry.history.iter().all(|past| past.on <= today));
    come_back(play, stage)
}

/// On the day on which a board of the past stands, its first dossier is taken in and everybody declares what links them
/// with it; then nothing happens until today.
///
/// # Errors
/// The step that failed.
pub async fn declared_once(play: &Play, stage: Stage, steps: &mut Steps) -> Result<Stage> {
    let (dossier, _) = job::intake(play, &stage, steps).await?;
    let plan = stage.campaign.dossier.first().cloned();
    let plan = plan.ok_or_else(|| Problem::new("campaign", "it has no dossier"))?;
    let hand = [InHand { dossier, plan: &plan }];
    steps.take("declarations", campaign::declare_all(&stage, &hand)).await?;
    let stage = come_back(play, stage)?;
    stage.board.sync_all().await?;
    Ok(stage)
}

/// Everybody comes back to the present, and the registry's program takes the folder over.
fn come_back(play: &Play, mut stage: Stage) -> Result<Stage> {
    let folder = stage.registry.folder.clone();
    drop(stage.registry);
    stage.clock.come_back();
    stage.registry = RegistryProcess::start(&folder, &play.root.join("registry.log"))?;
    // A seal is good for four years: labels of today are sealed under a certificate of today.
    job::seal(&stage.board, &stage.campaign)?;
    Ok(stage)
}

impl<'p> Lived<'p> {
    async fn day(&mut self, play: &Play, stage: &Stage, past: &Past, remarks: &Remarks) -> Result<String> {
        match past.event {
            PastEvent::Received => {
                let secretary = secretary(stage)?;
                self.receive(play, &secretary.entry.name, stage)?;
                secretary.sync().await?;
                Ok(format!("{} taken in", self.plan.folder))
            }
            PastEvent::Scoring => {
                let rules = self.rules.ok_or_else(|| early(past))?;
                let ((), declared) = campaign::declare_all(stage, &self.hand).await?;
                let ((), opened) = campaign::open_rounds(stage, &self.hand, rules.bylaws).await?;
                Ok(format!("{declared}, {opened}"))
            }
            PastEvent::Opened => {
                let ((), sheets) = campaign::score(stage, &self.hand, remarks).await?;
                let ((), opened) = campaign::open(stage, &self.hand).await?;
                Ok(format!("{sheets}, {opened}"))
            }
            PastEvent::Voting => {
                let plan = self.plan;
                let (motion, _) = deciding::table(stage, &self.hand).await?;
                let vote = plan.vote.as_ref().ok_or_else(|| early(past))?;
                self.motions = motion.into_iter().map(|(motion, _)| (motion, vote)).collect();
                let ((), cast) = deciding::cast(stage, &self.hand, &self.motions).await?;
                Ok(cast)
            }
            PastEvent::Decided => {
                let pairs: Vec<_> = self.hand.iter().zip(self.motions.iter().copied()).collect();
                deciding::count(stage, &pairs).await?;
                Ok(past.text.clone())
            }
            PastEvent::Granted => {
                let one = self.hand.first().ok_or_else(|| early(past))?;
                deciding::issue(stage, one, Some(&past.number)).await
            }
            PastEvent::ChangeNotified => self.record(secretary(stage)?, Deed::ChangeNotified, past).await,
            PastEvent::ChangeCleared => self.record(chair(stage)?, Deed::ChangeCleared, past).await,
            PastEvent::RenewalOpen => self.renewable(secretary(stage)?, past),
        }
    }

    fn receive(&mut self, play: &Play, secretary: &str, stage: &Stage) -> Result<()> {
        let mut desk = stage.board.person(secretary)?.desk();
        let rules = campaign::publish(&mut desk, play)?;
        let answer = campaign::receive(&mut desk, play, (self.plan, rules, stage.clock.now()))?;
        let one = InHand { dossier: answer.during(&self.plan.folder)?, plan: self.plan };
        campaign::examine(&mut desk, &one)?;
        self.rules = Some(rules);
        self.hand.push(one);
        Ok(())
    }

    /// A step of the label's life of which the public is not told; the words are for the board's file.
    async fn record(&self, person: &Person, deed: Deed, past: &Past) -> Result<String> {
        let act = LabelAct { deed, from: None, successor: None, public: None, grounds: past.text.clone() };
        person.sync().await?;
        person.desk().move_label(self.dossier(past)?, &act).during(deed.code())?;
        person.sync().await?;
        Ok(past.text.clone())
    }

    /// Nobody opens a renewal: the day follows from the label's last one, and the plan must have told it right.
    fn renewable(&self, person: &Person, past: &Past) -> Result<String> {
        let (claim, _) = person.desk().label_life(self.dossier(past)?).during("renewal")?;
        match opens(claim.valid_until) {
            day if day == past.on => Ok(past.text.clone()),
            day => Err(Problem::new("renewal", format!("may be asked for from {day}, not from {}", past.on))),
        }
    }

    fn dossier(&self, past: &Past) -> Result<DossierId> {
        self.hand.first().map(|one| one.dossier).ok_or_else(|| early(past))
    }
}

fn early(past: &Past) -> Problem {
    Problem::new("history", format!("{:?} on {} comes before what it needs", past.event, past.on))
}
