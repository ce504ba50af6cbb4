//! After the opening: reviewers talk about a criterion and change a mark, through the registry. Who reads the dossier hears
//! it, whoever is kept out does not even learn that somebody spoke.

use sceau_app::desk::Desk;
use sceau_app::view::comparison::{CompareCriterion, OpenedSheets};
use sceau_app::view::review::Mark;
use sceau_domain::action::ActionKind;
use sceau_domain::id::DossierId;
use sceau_ledger::encoding::Record;
use sceau_ledger::header::Header;

use crate::board::{During, Person, Problem, Result};
use crate::job::{Stage, recused};
use crate::plan::{DossierEntry, Word};
use crate::steps::Steps;

fn opened(desk: &Desk, dossier: DossierId) -> Result<OpenedSheets> {
    let view = desk.comparison_view(dossier).during("comparison")?;
    view.opened.ok_or_else(|| Problem::new("comparison", "the sheets are not open"))
}

fn criterion(opened: OpenedSheets, code: &str) -> Result<CompareCriterion> {
    let found = opened.criteria.into_iter().find(|one| one.code == code);
    found.ok_or_else(|| Problem::new("comparison", format!("criterion {code} is not compared")))
}

/// Headers of words and changed marks on a desk.
fn heard(desk: &Desk) -> Result<usize> {
    let kept = desk.store().read(|read| read.batches(0, 100_000));
    let kept = kept.map_err(|cause| Problem::new("discussion", cause))?;
    let headers = kept.iter().filter_map(|kept| kept.parts.headers.as_ref()).flatten();
    let kinds = headers.filter_map(|bytes| Header::decode(bytes).ok()).map(|header| header.kind);
    let ours = [ActionKind::Thread.code(), ActionKind::Revision.code()];
    Ok(kinds.filter(|kind| ours.contains(kind)).count())
}

/// Two reviewers talk and one changes a mark; everybody else's desk is looked at.
///
/// # Errors
/// The step that failed, or a desk that knows more or less than it may.
pub async fn talk(
    stage: &Stage,
    steps: &mut Steps,
    dossier: DossierId,
    reviewers: &[String],
    plant: &str,
) -> Result<()> {
    steps
        .take("7 discussion", async {
            let [one, other] = reviewers
                .get(..2)
                .and_then(|two| <&[String; 2]>::try_from(two).ok())
                .ok_or_else(|| Problem::new("discussion", "two reviewers are needed"))?;
            let (one, other) = (stage.board.person(one)?, stage.board.person(other)?);
            let code = change(one, dossier)?;
            let text = format!("L’annexe dit le contraire, {plant}.");
            one.desk().thread_post(dossier, &code.as_str().into(), &text, None).during("discussion")?;
            one.sync().await?;
            other.sync().await?;
            answer(other, dossier, &code, "Je ne l’avais pas lue ainsi.")?;
            other.sync().await?;
            stage.board.sync_all().await?;
            let mut marks = Vec::new();
            for name in [&one.entry.name, &other.entry.name, &stage.campaign.secretariat] {
                let desk = stage.board.person(name)?.desk();
                let sheets = opened(&desk, dossier)?;
                marks.push(sheets.board_mark.clone());
                let seen = criterion(sheets, &code)?;
                let changed = seen.cells.iter().filter(|cell| cell.changed).count();
                if (seen.thread.words.len(), changed) != (2, 1) {
                    let why = format!("{name} sees {} words, {changed} changes", seen.thread.words.len());
                    return Err(Problem::new("discussion", why));
                }
            }
            if marks.windows(2).any(|pair| pair.first() != pair.last()) {
                return Err(Problem::new("discussion", "the board's mark differs between desks"));
            }
            let out = recused(stage, reviewers)?.desk();
            if heard(&out)? > 0 || out.comparison_view(dossier).is_ok() {
                return Err(Problem::new("discussion", "the recused member's desk hears the others talk"));
            }
            let within = heard(&other.desk())?;
            Ok(((), format!("{within} words and changes heard, none by the recused member")))
        })
        .await
}

/// Changes a mark of this reviewer to another option of its criterion. Answers which.
fn change(person: &Person, dossier: DossierId) -> Result<String> {
    let mut desk = person.desk();
    for one in opened(&desk, dossier)?.criteria {
        let Some(Mark::Option { option: mine }) = one.mine else { continue };
        let options = one.form.map(|form| form.options).unwrap_or_default();
        let Some(another) = options.into_iter().find(|option| option.code != mine) else { continue };
        let mark = Mark::Option { option: another.code };
        let why = "Relu avec les remarques des autres.";
        desk.compare_revise(dossier, &one.code, mark, why).during("changed mark")?;
        return Ok(one.code);
    }
    Err(Problem::new("changed mark", "no criterion has two options"))
}

/// Answers the last message about a criterion.
fn answer(person: &Person, dossier: DossierId, code: &str, text: &str) -> Result<()> {
    let mut desk = person.desk();
    let words = criterion(opened(&desk, dossier)?, code)?.thread.words;
    let last = words.iter().rev().find_map(|word| word.id.clone());
    let last = last.ok_or_else(|| Problem::new("discussion", "there is no message to answer"))?;
    desk.thread_post(dossier, &code.into(), text, Some(&last)).during("discussion").map(drop)
}

/// Says what the plan of a dossier has its members say, in that order. Answers how many words.
///
/// # Errors
/// An act that the rules refuse, or no network.
pub async fn play(stage: &Stage, dossier: DossierId, plan: &DossierEntry) -> Result<usize> {
    for word in &plan.discussion {
        let person = stage.board.person(&word.member)?;
        person.sync().await?;
        say(person, dossier, word)?;
        person.sync().await?;
    }
    Ok(plan.discussion.len())
}

fn say(person: &Person, dossier: DossierId, word: &Word) -> Result<()> {
    if let Some(option) = word.mark.clone() {
        let mark = Mark::Option { option };
        let mut desk = person.desk();
        return desk
            .compare_revise(dossier, &word.criterion, mark, &word.text)
            .during(&word.member)
            .map(drop);
    }
    if word.answers {
        return answer(person, dossier, &word.criterion, &word.text);
    }
    person
        .desk()
        .thread_post(dossier, &word.criterion.as_str().into(), &word.text, None)
        .during(&word.member)
        .map(drop)
}
