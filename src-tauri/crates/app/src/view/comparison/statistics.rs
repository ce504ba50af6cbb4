//! Agreement over all criteria at once: the appendix of the opinion, never a gate.

use sceau_domain::fraction::Fraction;
use sceau_domain::grid::shown;
use sceau_domain::statistics::{Matrix, Measure, Reading, statistic};
use serde::{Deserialize, Serialize};

/// One measure: its value, or why it has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Figure {
    pub measure: String,
    pub value: Option<String>,
    pub why_not: Option<String>,
    pub reading: Option<String>,
}

/// How far the reviewers agree, over the criteria that have marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Statistics {
    pub marks: usize,
    pub reviewers: usize,
    pub criteria: usize,
    pub figures: Vec<Figure>,
}

/// Which measures the appendix names, and whether the words of the rules are about them.
const MEASURES: [(Measure, &str, bool); 3] = [
    (Measure::AlphaOrdinal, "alpha-ordinal", true),
    (Measure::Ac2Quadratic, "ac2-quadratic", false),
    (Measure::IccSingle, "icc2-1", false),
];

impl Statistics {
    /// From marks on the scale 1–9: a row for each criterion, a column for each reviewer. Criteria and reviewers without any
    /// mark are left out.
    pub(super) fn of(rows: &[Vec<Option<Fraction>>]) -> Self {
        let rows: Vec<&Vec<Option<Fraction>>> =
            rows.iter().filter(|row| row.iter().any(Option::is_some)).collect();
        let width = rows.iter().map(|row| row.len()).max().unwrap_or_default();
        let of_reviewer =
            |column: usize| rows.iter().map(|row| row.get(column).cloned().flatten()).collect::<Vec<_>>();
        let matrix: Matrix =
            (0..width).map(of_reviewer).filter(|marks| marks.iter().any(Option::is_some)).collect();
        let figure = |(measure, name, worded): (Measure, &str, bool)| {
            let found = statistic(measure, &matrix, None);
            Figure {
                measure: name.to_owned(),
                // On the side of each bound on which it stands: 0.798 is not shown as 0.80.
                value: found.as_ref().ok().map(|value| shown(value, 2, &Reading::bounds())),
                why_not: found.as_ref().err().map(|why| why.code().to_owned()),
                reading: found
                    .as_ref()
                    .ok()
                    .filter(|_| worded)
                    .map(|value| Reading::of(value).code().to_owned()),
            }
        };
        Self {
            marks: matrix.iter().flatten().flatten().count(),
            reviewers: matrix.len(),
            criteria: rows.len(),
            figures: MEASURES.map(figure).into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use sceau_domain::fraction::whole;

    use super::*;

    fn row(marks: &[u64]) -> Vec<Option<Fraction>> {
        marks.iter().map(|mark| (*mark > 0).then(|| whole(*mark))).collect()
    }

    fn named<'a>(statistics: &'a Statistics, measure: &str) -> &'a Figure {
        statistics.figures.iter().find(|figure| figure.measure == measure).unwrap()
    }

    #[test]
    fn reviewers_of_one_mind_are_reliable_and_a_gap_is_said_and_not_filled() {
        let alike = Statistics::of(&[row(&[1, 1, 1]), row(&[9, 9, 9]), row(&[5, 5, 5])]);
        assert_eq!((alike.marks, alike.reviewers, alike.criteria), (9, 3, 3));
        let alpha = named(&alike, "alpha-ordinal");
        assert_eq!(
            (alpha.value.as_deref(), alpha.reading.as_deref()),
            (Some("1.00"), Some("reading.reliable"))
        );
        assert_eq!(named(&alike, "icc2-1").value.as_deref(), Some("1.00"));
        // A mark that is missing takes the one measure away that needs all of them, with the reason.
        let gap = Statistics::of(&[row(&[1, 1, 0]), row(&[9, 9, 9]), row(&[0, 0, 0])]);
        assert_eq!((gap.marks, gap.reviewers, gap.criteria), (5, 3, 2));
        assert!(named(&gap, "alpha-ordinal").value.is_some());
        let icc = named(&gap, "icc2-1");
        assert_eq!((icc.value.as_deref(), icc.why_not.as_deref()), (None, Some("statistic.incomplete")));
    }

    #[test]
    fn chance_is_not_called_agreement() {
        let torn = Statistics::of(&[row(&[1, 9, 1, 9]), row(&[9, 1, 9, 1]), row(&[1, 9, 9, 1])]);
        assert_eq!(named(&torn, "alpha-ordinal").reading.as_deref(), Some("reading.low"));
        let alone = Statistics::of(&[row(&[4])]);
        assert_eq!(named(&alone, "alpha-ordinal").why_not.as_deref(), Some("statistic.no-pair"));
    }
}
