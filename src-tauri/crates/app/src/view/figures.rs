//! The figures of a decision as the secretariat sees them before they become public.

use sceau_domain::figures::Figures;
use sceau_domain::publication::Choices;
use serde::{Deserialize, Serialize};

use super::Text;
use super::motion::ChoiceCount;

/// Figures that become public with a label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct FiguresView {
    pub smallest_group: u64,
    pub heads: Option<HeadsView>,
    pub total: Vec<ChoiceCount>,
    pub rows: Vec<CollegesCount>,
    pub codes: Vec<String>,
    pub recusals: u64,
    pub scale: String,
    pub axes: Vec<AxisSpread>,
}

/// Heads of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct HeadsView {
    pub electors: u64,
    pub present: u64,
    pub needed: u64,
    pub voters: u64,
}

/// Ballots of one college, or of several that are counted together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct CollegesCount {
    pub titles: Vec<Text>,
    pub choices: Vec<ChoiceCount>,
}

/// How far marks on an axis lie apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct AxisSpread {
    pub title: Text,
    pub sheets: u64,
    pub low: String,
    pub median: String,
    pub high: String,
}

impl From<&Figures> for FiguresView {
    fn from(figures: &Figures) -> Self {
        let rows = figures.ballots.rows.iter().map(|row| CollegesCount {
            titles: row.colleges.iter().map(|code| Text::from(&figures.college(code))).collect(),
            choices: counts(&row.choices),
        });
        let axes = figures.axes.iter().map(|one| AxisSpread {
            title: Text::from(&one.axis.title),
            sheets: one.sheets,
            low: one.low.clone(),
            median: one.median.clone(),
            high: one.high.clone(),
        });
        Self {
            smallest_group: figures.smallest_group,
            heads: figures.heads.map(|heads| HeadsView {
                electors: heads.electors,
                present: heads.present,
                needed: heads.needed,
                voters: heads.voters,
            }),
            total: figures.ballots.total.as_ref().map(counts).unwrap_or_default(),
            rows: rows.collect(),
            codes: figures.ballots.codes().into_iter().map(str::to_owned).collect(),
            recusals: figures.recusals,
            scale: figures.scale.clone(),
            axes: axes.collect(),
        }
    }
}

fn counts(choices: &Choices) -> Vec<ChoiceCount> {
    choices.iter().map(|(option, n)| ChoiceCount { option: option.clone(), n: *n }).collect()
}
