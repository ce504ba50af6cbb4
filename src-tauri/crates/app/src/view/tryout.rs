//! What a file of rules would do, on an example that nobody submitted: computed with the rules by which dossiers are
//! judged, and kept nowhere.

use jiff::civil::Date;
use sceau_domain::action::ActionKind;
use sceau_domain::bylaws::Bylaws;
use sceau_domain::decision::{Example as Vote, Session, decide};
use sceau_domain::fraction::{Fraction, plain};
use sceau_domain::grid::{
    Aggregate, Answer, Axis, Criterion, Entry, Example, Fill, Gate, Grid, HasClass, Kind, LabelRule, Mark,
    MarkKind, shown,
};
use sceau_domain::label::months_after;
use serde::{Deserialize, Serialize};

use super::Text;
use super::founding::format_of;
use super::majority::MajorityView;
use super::motion::ReasonView;
use crate::desk::Desk;
use crate::dossier::{Marks, read_bylaws, read_grid, read_labels, read_orientations};
use crate::error::{AppError, Result};

/// What is supposed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Supposed {
    pub fill: String,
    pub seed: u32,
    pub pass: bool,
    pub class: Option<String>,
    pub axis: Option<String>,
    pub recused: u64,
    pub voting: Option<u64>,
    pub favour: Option<u64>,
    pub abstain: u64,
    pub on: Option<String>,
}

/// What would come of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct TryOut {
    pub grids: Vec<GridTried>,
    pub homeless: Vec<Text>,
    pub vote: Option<VoteTried>,
    pub days: Vec<DayTried>,
    pub shown: Vec<Text>,
}

/// A grid with an example sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct GridTried {
    pub title: Text,
    pub mark: Option<String>,
    pub why: Option<String>,
    pub of: String,
    pub axes: Vec<AxisTried>,
    pub failed: Vec<String>,
    pub rows: Vec<RowTried>,
    pub labels: Vec<LabelTried>,
}

/// An axis's own mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct AxisTried {
    pub title: Text,
    pub mark: Option<String>,
}

/// An answer of the example.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct RowTried {
    pub criterion: String,
    pub title: Text,
    pub answer: Text,
    pub points: Option<String>,
}

/// What the bars of a label say of the example.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct LabelTried {
    pub name: Text,
    pub entry: BarTried,
    pub grant: BarTried,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct BarTried {
    pub at_least: Option<String>,
    pub of: Option<String>,
    pub reached: bool,
    pub code: String,
}

/// A vote that nobody holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct VoteTried {
    pub recused: u64,
    pub voting: u64,
    pub favour: u64,
    pub abstain: u64,
    pub against: u64,
    pub outcome: String,
    pub met: bool,
    pub have: u64,
    pub majority: MajorityView,
    pub reasons: Vec<ReasonView>,
}

/// A day that follows from the rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct DayTried {
    pub code: String,
    pub title: Option<Text>,
    pub day: String,
}

impl Supposed {
    fn fill(&self) -> Fill {
        match self.fill.as_str() {
            "lowest" => Fill::Lowest,
            "highest" => Fill::Highest,
            "drawn" => Fill::Drawn(self.seed.into()),
            _ => Fill::Middle,
        }
    }

    fn class(&self) -> Option<HasClass> {
        self.class.as_deref().and_then(HasClass::read)
    }

    fn on(&self) -> Option<Date> {
        self.on.as_deref().and_then(|day| day.parse().ok())
    }

    fn vote(&self) -> Vote {
        Vote {
            recused: self.recused,
            voting: self.voting.unwrap_or(u64::MAX),
            in_favour: self.favour.unwrap_or(u64::MAX),
            abstaining: self.abstain,
            on: self.on(),
        }
    }
}

impl Desk {
    /// Tries the institute's own file of rules on an example. Nothing is published, and nothing of the example is kept.
    ///
    /// # Errors
    /// Every message of the rules with its place, as when it is published.
    pub fn rules_try_out(&self, text: &str, supposed: &Supposed) -> Result<TryOut> {
        let mut out = TryOut::default();
        match format_of(text)? {
            ActionKind::Grid => {
                let grid = read_grid(text)?;
                let labels = self.labels().unwrap_or_default();
                let its = labels.iter().filter(|label| label.grid == grid.id);
                out.grids.push(grid_tried(&grid, its, supposed));
            }
            ActionKind::Labels => {
                let labels = read_labels(text)?.labels;
                out.days = labels.iter().flat_map(|label| days_of(label, supposed.on())).collect();
                self.labels_tried(&labels, supposed, &mut out)?;
            }
            ActionKind::Orientation => {
                let axes: Vec<&str> = supposed.axis.iter().map(String::as_str).collect();
                let known = read_orientations(text)?;
                out.shown = known.shown(&axes, supposed.class()).map(|one| Text::from(&one.title)).collect();
            }
            _ => {
                let bylaws = read_bylaws(text)?;
                let vote = supposed.vote().fitted(&bylaws);
                let second = bylaws.second_convocation.as_ref();
                let again = vote.on.and_then(|on| second?.earliest(on));
                out.days = again.map(|day| day_tried("second", None, day)).into_iter().collect();
                out.vote = Some(vote_tried(&bylaws, &vote)?);
            }
        }
        Ok(out)
    }

    /// The labels of a file under the grids that are in force; those whose grid is not are named.
    fn labels_tried(&self, labels: &[LabelRule], supposed: &Supposed, out: &mut TryOut) -> Result<()> {
        let mut names: Vec<&str> = labels.iter().map(|label| label.grid.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            let its = labels.iter().filter(|label| label.grid == name);
            match self.board().latest_rules.get(&(ActionKind::Grid, name.to_owned())) {
                Some(digest) => out.grids.push(grid_tried(&self.grid(digest)?, its, supposed)),
                None => out.homeless.extend(its.map(|label| Text::from(&label.name))),
            }
        }
        Ok(())
    }
}

/// Fills a sheet in and says what the three marks, the same here, reach.
fn grid_tried<'l>(
    grid: &Grid,
    labels: impl Iterator<Item = &'l LabelRule>,
    supposed: &Supposed,
) -> GridTried {
    let class = supposed.class();
    let example = grid.example(class, supposed.fill(), supposed.pass);
    let answers = example.answers();
    let marks = Marks {
        declared: grid.declared(class, &answers),
        verified: Some(grid.verified(class, &answers)),
        board: Some(grid.board(class, &[example.sheet()], &[], Aggregate::Median)),
        unexamined: Vec::new(),
    };
    let labels: Vec<&LabelRule> = labels.collect();
    let bars = labels.iter().flat_map(|label| [&label.entry, &label.grant]);
    let bars: Vec<_> =
        bars.filter_map(|bar| bar.threshold.as_ref()).map(|threshold| threshold.at_least.clone()).collect();
    let mark: Option<&Mark> = marks.declared.as_ref().ok();
    let exact = mark.and_then(|mark| mark.exact.as_ref());
    let undefined =
        || mark.and_then(|mark| mark.flags.iter().find(|flag| flag.starts_with("mark.")).cloned());
    GridTried {
        title: Text::from(&grid.title),
        mark: exact.map(|exact| shown(exact, grid.decimals, &bars)),
        why: marks.declared.as_ref().err().map(|error| error.code().to_owned()).or_else(undefined),
        of: plain(&grid.scale),
        axes: mark.map(|mark| axes_of(grid, mark)).unwrap_or_default(),
        failed: mark.map(|mark| mark.prerequisites.failed.clone()).unwrap_or_default(),
        rows: rows_of(grid, &example),
        labels: labels
            .iter()
            .map(|label| LabelTried {
                name: Text::from(&label.name),
                entry: bar_tried(&label.entry, &marks),
                grant: bar_tried(&label.grant, &marks),
            })
            .collect(),
    }
}

/// Each axis's own mark: shown, never used.
fn axes_of(grid: &Grid, mark: &Mark) -> Vec<AxisTried> {
    let own = |(axis, (_, mark)): (&Axis, &(String, Option<Fraction>))| AxisTried {
        title: Text::from(&axis.title),
        mark: mark.as_ref().map(|mark| shown(mark, grid.decimals, &[])),
    };
    grid.axes.iter().zip(&mark.axes).map(own).collect()
}

fn bar_tried(bar: &Entry, marks: &Marks) -> BarTried {
    let gate = marks.gate(bar);
    let of = |kind| match kind {
        MarkKind::Declared => "declared",
        MarkKind::Verified => "verified",
        MarkKind::Board => "board",
    };
    BarTried {
        at_least: bar.threshold.as_ref().map(|threshold| plain(&threshold.at_least)),
        of: bar.threshold.as_ref().map(|threshold| of(threshold.mark).to_owned()),
        reached: gate == Gate::Reached,
        code: gate.code().to_owned(),
    }
}

fn rows_of(grid: &Grid, example: &Example) -> Vec<RowTried> {
    let row = |(code, answer, points): &(String, Answer, Option<_>)| {
        let criterion = grid.criterion(code)?;
        Some(RowTried {
            criterion: code.clone(),
            title: Text::from(&criterion.title),
            answer: words_of(criterion, answer),
            points: points.as_ref().map(plain),
        })
    };
    example.rows.iter().filter_map(row).collect()
}

/// An answer as the screens say it: an option's or a level's own word where the grid has one.
fn words_of(criterion: &Criterion, answer: &Answer) -> Text {
    match answer {
        Answer::Text(code) => {
            let option = criterion.options().iter().find(|option| option.code == *code);
            let title = option.and_then(|option| option.title.as_ref());
            title.map_or_else(|| Text::plain(code.clone()), Text::from)
        }
        Answer::Integer(level) => {
            let from = if let Kind::Scale { from, .. } = &criterion.kind { *from } else { 0 };
            let at = level.checked_sub(from).and_then(|at| usize::try_from(at).ok());
            let word = at.and_then(|at| criterion.level_words.get(at));
            word.map_or_else(|| Text::plain(level.to_string()), Text::from)
        }
        Answer::NotApplicable | Answer::Malformed => Text::plain(""),
    }
}

/// Holds the vote that an example, fitted to these bylaws, describes.
fn vote_tried(bylaws: &Bylaws, vote: &Vote) -> Result<VoteTried> {
    let session = Session::of_example(bylaws, vote);
    let decision = decide(&session).map_err(|error| AppError::Input(error.to_string()))?;
    let majority = MajorityView::of(bylaws, &decision);
    let reasons = decision.reasons.iter().map(|reason| ReasonView {
        code: reason.code.clone(),
        params: reason.params.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
    });
    Ok(VoteTried {
        recused: vote.recused,
        voting: vote.voting,
        favour: vote.in_favour,
        abstain: vote.abstaining,
        against: vote.voting - vote.in_favour - vote.abstaining,
        reasons: reasons.collect(),
        met: decision.quorum.met,
        have: decision.quorum.have,
        majority,
        outcome: decision.outcome,
    })
}

/// The days that follow if a label is granted, or refused, on a day.
fn days_of(label: &LabelRule, on: Option<Date>) -> Vec<DayTried> {
    let Some(on) = on else { return Vec::new() };
    let provisional = label.provisional.as_ref();
    let terms = [
        ("until", Some(label.validity_months)),
        ("appeal", Some(label.appeal_months)),
        ("evidence", provisional.map(|rule| rule.evidence_months)),
        ("provisional", provisional.map(|rule| rule.months)),
    ];
    let day = |(code, months): (&str, Option<u32>)| {
        Some(day_tried(code, Some(Text::from(&label.name)), months_after(on, months?)))
    };
    terms.into_iter().filter_map(day).collect()
}

fn day_tried(code: &str, title: Option<Text>, day: Date) -> DayTried {
    DayTried { code: code.to_owned(), title, day: day.to_string() }
}
