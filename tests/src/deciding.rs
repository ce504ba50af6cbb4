//! Votes of the campaign, from the motion to the label: the same steps for the dossiers of today and of earlier years.

use sceau_app::error::AppError;
use sceau_app::label::{Issue, day_in_paris};
use sceau_app::vote::{MotionWords, OpinionWords};
use sceau_certificate::content::Signatory;
use sceau_domain::id::MotionId;
use sceau_domain::moment::DAY;

use crate::board::{During, Problem, Result};
use crate::campaign::{InHand, chair, from, officers, secretary};
use crate::job::Stage;
use crate::plan::{Reached, VotePlan};

/// The chair puts the motions of the plan.
pub(crate) async fn table<'h>(
    stage: &Stage,
    hand: &'h [InHand<'_>],
) -> Result<(Vec<(MotionId, &'h VotePlan)>, String)> {
    let chair = chair(stage)?;
    chair.sync().await?;
    let mut motions = Vec::new();
    for one in from(hand, Reached::Voting) {
        let vote = one.plan.vote.as_ref().ok_or_else(|| Problem::new(&one.plan.folder, "has no vote"))?;
        let words = MotionWords { fr: vote.question.fr.clone(), en: vote.question.en.clone() };
        let deadline = stage.clock.now().plus(vote.days.saturating_mul(DAY));
        let motion = chair.desk().table_motion(one.dossier, &words, deadline).during(&one.plan.folder)?;
        motions.push((motion, vote));
    }
    chair.sync().await?;
    let words = format!("{} motions", motions.len());
    Ok((motions, words))
}

/// Everybody who may vote does, until the plan has enough ballots.
pub(crate) async fn cast(
    stage: &Stage,
    hand: &[InHand<'_>],
    motions: &[(MotionId, &VotePlan)],
) -> Result<((), String)> {
    let mut cast = vec![0_usize; motions.len()];
    if from(hand, Reached::Voting).next().is_none() {
        return Ok(((), "no vote".to_owned()));
    }
    for person in stage.board.people.iter().filter(|person| person.entry.college.is_some()) {
        let enough = |vote: &VotePlan, done: usize| vote.ballots.is_some_and(|most| done >= most);
        if motions.iter().zip(&cast).all(|((_, vote), done)| enough(vote, *done)) {
            break;
        }
        // Who declared nothing holds no key, and cannot vote.
        if !from(hand, Reached::Voting).any(|one| one.plan.declares(&person.entry.name)) {
            continue;
        }
        person.sync().await?;
        for ((motion, vote), done) in motions.iter().zip(&mut cast) {
            if enough(vote, *done) {
                continue;
            }
            let choice =
                vote.choices.get(*done % vote.choices.len().max(1)).map_or("abstain", String::as_str);
            let answer = person.desk().cast(*motion, choice, false);
            match answer {
                Ok(_) => *done += 1,
                // Recused: not asked, and refused if tried.
                Err(AppError::Refused(_)) => {}
                Err(other) => return Err(Problem::of("ballot", &other)),
            }
        }
        person.sync().await?;
    }
    Ok(((), format!("{cast:?} ballots")))
}

/// Votes of dossiers that get their label are counted, and the labels issued.
pub(crate) async fn decide(
    stage: &Stage,
    hand: &[InHand<'_>],
    motions: &[(MotionId, &VotePlan)],
) -> Result<((), String)> {
    let done: Vec<(&InHand<'_>, (MotionId, &VotePlan))> = from(hand, Reached::Voting)
        .zip(motions.iter().copied())
        .filter(|(one, _)| one.plan.stage >= Reached::Labelled)
        .collect();
    count(stage, &done).await?;
    let mut numbers = Vec::new();
    for (one, _) in &done {
        numbers.push(issue(stage, one, None).await?);
    }
    Ok(((), format!("labels {}", numbers.join(", "))))
}

/// Votes are closed, officers open the choices together, what the count gives is recorded.
pub(crate) async fn count(stage: &Stage, done: &[(&InHand<'_>, (MotionId, &VotePlan))]) -> Result<()> {
    let chair = chair(stage)?;
    chair.sync().await?;
    for (one, (motion, _)) in done {
        chair.desk().close_vote(*motion).during(&one.plan.folder)?;
    }
    chair.sync().await?;
    for officer in officers(stage) {
        let officer = officer?;
        officer.sync().await?;
        for (one, (motion, _)) in done {
            officer.desk().publish_ballot_shares(*motion).during(&one.plan.folder)?;
        }
        officer.sync().await?;
    }
    chair.sync().await?;
    for (one, (motion, vote)) in done {
        let mut desk = chair.desk();
        let outcome = desk.count(*motion).during(&one.plan.folder)?.decision.outcome;
        let opinion = OpinionWords { reasons: vote.reasons.clone(), improve: vote.improve.clone() };
        desk.record_decision(*motion, &outcome, &opinion).during(&one.plan.folder)?;
    }
    chair.sync().await.map(drop)
}

/// The secretariat issues a label from today on, under the next free number unless another one is asked for.
pub(crate) async fn issue(stage: &Stage, one: &InHand<'_>, number: Option<&str>) -> Result<String> {
    let (chair, secretary) = (chair(stage)?, secretary(stage)?);
    secretary.sync().await?;
    let number = {
        let mut desk = secretary.desk();
        let number = number.map_or_else(|| desk.next_label_number(), str::to_owned);
        let name = desk.name_of(chair.member).during("certificate")?;
        let how = Issue {
            number: number.clone(),
            effective_on: day_in_paris(stage.clock.now()),
            provisional: false,
            signatories: vec![Signatory { name, role: "Présidence du comité".to_owned() }],
            agreement_signed: true,
        };
        desk.issue(one.dossier, &how).during(&one.plan.folder)?;
        number
    };
    secretary.sync().await?;
    Ok(number)
}
