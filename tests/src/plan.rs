//! The board's plan of the campaign: how far each dossier is played, by whom, with which marks and ballots.

use std::collections::BTreeMap;

use sceau_certificate::content::Improvement;
use sceau_domain::grid::{Choice, Criterion, Kind};
use sceau_domain::label::Date;
use sceau_ledger::payload::sealed::Mark;
use sceau_ledger::tree::sha256;
use serde::Deserialize;

/// How far the set-up plays a dossier, in the order of a dossier's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reached {
    /// Reception is refused: a prerequisite fails.
    Inadmissible,
    /// Reception is refused: something is missing.
    Incomplete,
    /// Admitted, under the entry bar.
    Admissible,
    /// Admitted, at the bar or above; members declare.
    Preselected,
    /// Reviewers are named and hold the key.
    Assigned,
    /// The round is open.
    Scoring,
    /// Sheets are open.
    Opened,
    /// A motion is on the table and ballots come in.
    Voting,
    /// The label is public.
    Labelled,
}

/// A dossier of the campaign.
#[derive(Debug, Clone, Deserialize)]
pub struct DossierEntry {
    /// Folder below the campaign file.
    pub folder: String,
    /// Code of the label asked for.
    pub label: String,
    /// Id of the grid.
    pub grid: String,
    /// How far the set-up plays it.
    pub stage: Reached,
    /// Why it is in the campaign.
    #[serde(default)]
    pub why: String,
    /// Days from the set-up to the round's deadline; the campaign's own number without it.
    pub deadline_days: Option<u64>,
    /// Reviewers by name.
    #[serde(default)]
    pub assigned: Vec<String>,
    /// Members who have not declared yet.
    #[serde(default)]
    pub undeclared: Vec<String>,
    /// Members who declared, where not everybody was asked.
    #[serde(default)]
    pub declaring: Vec<String>,
    /// Links that members declare, and what the chair decides.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Answers that the examiner does not simply confirm.
    #[serde(default)]
    pub examined: Vec<Finding>,
    /// Sheets that are in.
    #[serde(default)]
    pub sheets: Vec<SheetRule>,
    /// What is said once the sheets are open, in this order.
    #[serde(default)]
    pub discussion: Vec<Word>,
    /// The vote.
    pub vote: Option<VotePlan>,
    /// A newer version of a file, filed while sheets are being written.
    pub update: Option<Update>,
    /// What happened before this campaign, day by day.
    #[serde(default)]
    pub history: Vec<Past>,
    /// The dossier to which that happened: the one whose label is renewed in this one.
    pub before: Option<Box<DossierEntry>>,
}

impl DossierEntry {
    /// Whether the plan has a member declare their links with this dossier.
    #[must_use]
    pub fn declares(&self, name: &str) -> bool {
        let among = |names: &[String]| names.iter().any(|one| one == name);
        !among(&self.undeclared) && (self.declaring.is_empty() || among(&self.declaring))
    }
}

/// A link that a member declares.
#[derive(Debug, Clone, Deserialize)]
pub struct Link {
    /// Who.
    pub member: String,
    /// Code of the category.
    pub category: String,
    /// With whom.
    pub entity: String,
    /// Since.
    pub from: String,
    /// Until; absent while it lasts.
    pub to: Option<String>,
    /// `no`, `me` or `institution`.
    pub paid: String,
    /// In words.
    pub text: String,
    /// What the chair decides.
    #[serde(default)]
    pub decision: Decision,
    /// Why; needed with every decision.
    #[serde(default)]
    pub why: String,
}

/// What the chair decides about a link.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// Nothing yet.
    #[default]
    Pending,
    /// It stands without consequence.
    None,
    /// Attends without voting.
    Discuss,
    /// Kept out.
    Full,
}

/// An answer that the examiner corrects or refutes.
#[derive(Debug, Clone, Deserialize)]
pub struct Finding {
    /// Code of the criterion.
    pub criterion: String,
    /// `corrected` or `refuted`.
    pub status: String,
    /// The answer that holds, where it is corrected.
    pub value: Option<String>,
    /// Why.
    pub why: String,
    /// Words of the line of evidence on which it rests.
    pub words: Vec<String>,
}

/// How a reviewer marks.
#[derive(Debug, Clone, Deserialize)]
pub struct SheetRule {
    /// Who.
    pub member: String,
    /// Levels above or below the declared answer.
    #[serde(default)]
    pub leaning: i64,
    /// Marks of their own, by criterion.
    #[serde(default)]
    pub marks: BTreeMap<String, String>,
}

/// A message about a criterion, or a changed mark with the line that says why.
#[derive(Debug, Clone, Deserialize)]
pub struct Word {
    /// Who.
    pub member: String,
    /// About which criterion.
    pub criterion: String,
    /// In words.
    pub text: String,
    /// It answers the last message about the criterion.
    #[serde(default)]
    pub answers: bool,
    /// The new mark.
    pub mark: Option<String>,
}

/// The vote about a dossier.
#[derive(Debug, Clone, Deserialize)]
pub struct VotePlan {
    /// Days from the set-up to the end of the vote.
    pub days: u64,
    /// What is asked.
    pub question: Question,
    /// What members choose, in the order of the roster, over and over.
    pub choices: Vec<String>,
    /// How many ballots come in; absent: everybody's who may vote.
    pub ballots: Option<usize>,
    /// Reasons of the opinion.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// What the opinion wants improved.
    #[serde(default)]
    pub improve: Vec<Improvement>,
}

/// A question in two languages.
#[derive(Debug, Clone, Deserialize)]
pub struct Question {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

/// A newer version of a file of evidence.
#[derive(Debug, Clone, Deserialize)]
pub struct Update {
    /// The file that it replaces.
    pub replaces: String,
    /// Where it lies, below the campaign file.
    pub file: String,
    /// Days from the set-up to its arrival.
    pub day: i64,
    /// What changed, in the publisher's words.
    pub what: String,
}

/// Something that happened before the campaign.
#[derive(Debug, Clone, Deserialize)]
pub struct Past {
    /// The day.
    pub on: Date,
    /// What.
    pub event: PastEvent,
    /// Public number of the label.
    pub number: String,
    /// In words.
    pub text: String,
}

/// What happens to a dossier and to its label, in the order in which it can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PastEvent {
    /// The package came in.
    Received,
    /// Reviewers declared, were named, and the round opened.
    Scoring,
    /// The sheets were in, and were opened.
    Opened,
    /// The motion was put, and ballots came in.
    Voting,
    /// The vote was closed and counted.
    Decided,
    /// The label was issued and made public.
    Granted,
    /// The holder notified a change.
    ChangeNotified,
    /// The change was found to leave the label as it is.
    ChangeCleared,
    /// Nobody's act: from this day on a renewal may be asked for.
    RenewalOpen,
}

impl SheetRule {
    /// The mark of a criterion: the reviewer's own, else the declared answer moved by the leaning, and now and then
    /// a level less, always the same for the same reviewer and criterion. Without an answer, or where it was
    /// « sans objet », not applicable.
    #[must_use]
    pub fn mark(&self, criterion: &Criterion, declared: &str) -> Option<Mark> {
        if let Some(own) = self.marks.get(&criterion.code) {
            return Some(Mark::Option(own.clone()));
        }
        match &criterion.kind {
            Kind::YesNo(choices) | Kind::Choice(choices) => Some(self.choice(criterion, choices, declared)),
            Kind::Scale { from, to, .. } => Some(match declared.parse::<i64>() {
                Ok(level) => {
                    Mark::Option((level + self.shift(&criterion.code)).clamp(*from, *to).to_string())
                }
                Err(_) => Mark::NotApplicable,
            }),
            Kind::Number(_) => Some(Mark::Value(declared.to_owned())),
            Kind::Text | Kind::Date | Kind::File => None,
        }
    }

    /// Opinions move along the scale of points; facts (two options, or none that counts) stay as they were declared.
    fn choice(&self, criterion: &Criterion, choices: &[Choice], declared: &str) -> Mark {
        if !choices.iter().any(|choice| choice.code == declared) {
            return Mark::NotApplicable;
        }
        if !criterion.scored || choices.len() < 3 {
            return Mark::Option(declared.to_owned());
        }
        let mut ranked: Vec<&Choice> = choices.iter().collect();
        ranked.sort_by(|a, b| a.points.cmp(&b.points));
        let place = ranked.iter().position(|choice| choice.code == declared).unwrap_or(0);
        let last = i64::try_from(ranked.len()).unwrap_or(1) - 1;
        let moved = (i64::try_from(place).unwrap_or(0) + self.shift(&criterion.code)).clamp(0, last);
        let chosen = usize::try_from(moved).ok().and_then(|place| ranked.get(place));
        Mark::Option(chosen.map_or(declared, |choice| choice.code.as_str()).to_owned())
    }

    fn shift(&self, criterion: &str) -> i64 {
        let [first, ..] = sha256(format!("{} {criterion}", self.member).as_bytes());
        self.leaning - i64::from(first % 4 == 0) + i64::from(first % 7 == 1)
    }
}

/// What reviewers write beside their marks, `sceau-remarks/1`.
#[derive(Debug, Clone, Deserialize)]
pub struct Remarks {
    /// By criterion.
    pub remark: BTreeMap<String, Remark>,
}

/// What is written about one criterion.
#[derive(Debug, Clone, Deserialize)]
pub struct Remark {
    /// Words of the passage that is cited.
    pub words: Vec<String>,
    /// Beside a good mark.
    pub good: String,
    /// Beside another.
    pub doubt: String,
}
