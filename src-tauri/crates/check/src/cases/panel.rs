//! Kinds `agreement`, `statistics`, `publication` and `assignment`.

use sceau_domain::agreement::{self, FEWEST_MARKS};
use sceau_domain::assignment::{Candidate, assign};
use sceau_domain::datum::Datum;
use sceau_domain::fraction::{Fraction, fixed};
use sceau_domain::publication::{self, Choices};
use sceau_domain::statistics::{Matrix, Measure, statistic};
use serde_json::{Map, Value, json};

use super::{Answer, exact, text};

pub(crate) fn agreement(input: &Datum) -> Answer {
    let levels: Vec<Fraction> = input.list("levels").iter().map(exact).collect::<Result<_, _>>()?;
    let given = input.list("points").iter().filter(|p| **p != Datum::Null);
    let points: Vec<Fraction> = given.map(exact).collect::<Result<_, _>>()?;
    let min_raters = input.integer("min_raters").and_then(|n| usize::try_from(n).ok());
    let agreement = agreement::agreement(&levels, &points, min_raters.unwrap_or(FEWEST_MARKS))
        .map_err(|error| error.to_string())?;
    let mut answer = json!({ "n": agreement.n, "band": agreement.band.code() });
    if let (Some(f), Some(answer)) = (&agreement.figures, answer.as_object_mut()) {
        let figures = json!({
            "median": f.median.to_string(), "p30": f.p30.to_string(), "p70": f.p70.to_string(),
            "ipr": f.ipr.to_string(), "ipras": f.ipras.to_string(), "di": f.di.to_string(),
            "low": f.low, "middle": f.middle, "high": f.high, "by": f.by.name(),
            "share": f.share.to_string(), "class": f.class.name(), "discuss": f.discuss,
        });
        answer.extend(figures.as_object().cloned().unwrap_or_default());
    }
    Ok(answer)
}

pub(crate) fn statistics(input: &Datum) -> Answer {
    let measure = Measure::read(text(input, "measure")?).ok_or("an unknown measure")?;
    let matrix: Matrix = input
        .list("matrix")
        .iter()
        .map(|row| {
            let row = row.as_list().ok_or("a row of the matrix is a list")?;
            row.iter().map(|v| if *v == Datum::Null { Ok(None) } else { exact(v).map(Some) }).collect()
        })
        .collect::<Result<_, String>>()?;
    let categories: Option<Vec<Fraction>> = input
        .get("categories")
        .map(|list| list.as_list().unwrap_or_default().iter().map(exact).collect::<Result<_, _>>())
        .transpose()?;
    Ok(match statistic(measure, &matrix, categories.as_deref()) {
        Ok(value) => json!({ "value": fixed(&value, 6), "why": null }),
        Err(why) => json!({ "value": null, "why": why.code() }),
    })
}

pub(crate) fn publication(input: &Datum) -> Answer {
    let mut colleges: Vec<(String, Choices)> = Vec::new();
    for (code, choices) in input.get("colleges").and_then(Datum::as_table).unwrap_or_default() {
        colleges.push((code.clone(), read_choices(choices)?));
    }
    let min_group = input.integer("min_group").and_then(|n| u64::try_from(n).ok()).unwrap_or(5);
    let published = publication::publication(&colleges, min_group);
    let rows: Vec<Value> = published
        .rows
        .iter()
        .map(|row| json!({ "colleges": row.colleges, "choices": choices(&row.choices) }))
        .collect();
    Ok(json!({ "rows": rows, "total": published.total.as_ref().map(choices), "codes": published.codes() }))
}

fn read_choices(table: &Datum) -> Result<Choices, String> {
    let rows = table.as_table().ok_or("choices are a table")?;
    rows.iter()
        .map(|(choice, n)| {
            let n = n.as_integer().and_then(|n| u64::try_from(n).ok()).ok_or("a choice has a number")?;
            Ok((choice.clone(), n))
        })
        .collect()
}

fn choices(choices: &Choices) -> Map<String, Value> {
    choices.iter().map(|(choice, n)| (choice.clone(), json!(n))).collect()
}

pub(crate) fn assignment(input: &Datum) -> Answer {
    let count = |value: &Datum| value.as_integer().and_then(|n| u64::try_from(n).ok());
    let roster: Vec<Candidate> = input
        .list("reviewers")
        .iter()
        .map(|line| {
            Ok(Candidate {
                id: text(line, "id")?.into(),
                college: line.text("college").unwrap_or_default().into(),
                load: line.get("load").and_then(count).unwrap_or_default(),
                max_load: line.get("max_load").and_then(count),
                recused: line.flag_or("recused", false),
                undeclared: line.flag_or("undeclared", false),
                away: line.flag_or("away", false),
            })
        })
        .collect::<Result<_, String>>()?;
    let size = |value: &Datum| count(value).and_then(|n| usize::try_from(n).ok());
    let minima: Vec<(String, usize)> = input
        .get("colleges")
        .and_then(Datum::as_table)
        .unwrap_or_default()
        .iter()
        .map(|(college, n)| (college.clone(), size(n).unwrap_or_default()))
        .collect();
    let n = input.get("n").and_then(size).unwrap_or(4);
    let proposal = assign(&roster, n, &minima);
    Ok(json!({ "reviewers": proposal.reviewers, "codes": proposal.codes }))
}
