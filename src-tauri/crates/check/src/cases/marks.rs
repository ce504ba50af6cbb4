//! Kinds `grid-check` and `mark`.

use sceau_domain::datum::Datum;
use sceau_domain::fraction::Fraction;
use sceau_domain::grid::{
    Aggregate, Answer as Given, Answered, Answers, Grid, HasClass, Mark, MarkError, MarkKind, Reference,
    Sheet, Status, Threshold, gate, reference, shown, validate,
};
use serde_json::{Map, Value, json};

use super::fixtures::Fixtures;
use super::{Answer, exact, text};

pub(crate) fn grid_check(input: &Datum, fixtures: &Fixtures<'_>) -> Answer {
    let grid = fixtures.resolve("grids", input.get("grid"))?;
    let errors: Vec<String> = validate(&grid).iter().map(ToString::to_string).collect();
    Ok(json!({ "errors": errors }))
}

pub(crate) fn mark(input: &Datum, fixtures: &Fixtures<'_>) -> Answer {
    // A case may use a grid that nobody could publish, to show one rule alone.
    let grid = Grid::as_written(&fixtures.resolve("grids", input.get("grid"))?);
    let class = input.text("has_class").and_then(HasClass::read);
    let answers = input.get("answers").and_then(Datum::as_table);
    let sheets = input.get("sheets").and_then(Datum::as_list);
    let thresholds = thresholds(input)?;
    let reference = input.get("reference").map(read_reference).transpose()?;

    let mut marks: Vec<(MarkKind, &str, Result<Mark, MarkError>)> = Vec::new();
    if let Some(rows) = answers {
        let answers: Answers = rows.iter().map(|(code, line)| (code.clone(), answered(line))).collect();
        marks.push((MarkKind::Declared, "declared", grid.declared(class, &answers)));
        if rows.iter().any(|(_, line)| line.get("status").is_some()) {
            marks.push((MarkKind::Verified, "verified", grid.verified(class, &answers)));
        }
    }
    if let Some(sheets) = sheets {
        let sheets: Vec<Sheet> = sheets.iter().map(sheet).collect();
        let recusals = super::decision::recusals(input.list("recusals"))?;
        let aggregate = match input.text("aggregate") {
            Some("mean") => Aggregate::Mean,
            _ => Aggregate::Median,
        };
        marks.push((MarkKind::Board, "board", grid.board(class, &sheets, &recusals, aggregate)));
    }

    let bars: Vec<Fraction> = thresholds.iter().map(|t| t.at_least.clone()).collect();
    let mut answer = Map::new();
    for (kind, name, mark) in &marks {
        answer.insert((*name).into(), one_mark(&grid, *kind, mark, &bars, reference.as_ref()));
    }
    let gates: Vec<&str> = thresholds
        .iter()
        .map(|t| {
            let mark = marks.iter().find(|(kind, _, _)| *kind == t.mark).map(|(_, _, mark)| mark);
            gate(mark, &t.at_least).code()
        })
        .collect();
    answer.insert("gates".into(), json!(gates));
    Ok(Value::Object(answer))
}

fn one_mark(
    grid: &Grid,
    kind: MarkKind,
    mark: &Result<Mark, MarkError>,
    bars: &[Fraction],
    known: Option<&Reference>,
) -> Value {
    let mark = match mark {
        Ok(mark) => mark,
        Err(error) => {
            let mut answer = json!({ "error": error.code() });
            if let (MarkError::BadAnswer(said), Some(answer)) = (error, answer.as_object_mut()) {
                let said: Vec<String> = said.iter().map(ToString::to_string).collect();
                answer.insert("errors".into(), json!(said));
            }
            return answer;
        }
    };
    let written = |value: &Option<Fraction>| value.as_ref().map(ToString::to_string);
    let axes: Map<String, Value> =
        mark.axes.iter().map(|(code, own)| (code.clone(), json!(written(own)))).collect();
    json!({
        "exact": written(&mark.exact),
        "low": written(&mark.low),
        "high": written(&mark.high),
        "coverage": written(&mark.coverage),
        "display": mark.exact.as_ref().map(|exact| shown(exact, grid.decimals, bars)),
        "missing": mark.missing,
        "flags": mark.flags,
        "axes": axes,
        "prerequisites": { "failed": mark.prerequisites.failed, "pending": mark.prerequisites.pending },
        "reference": reference(grid, kind, mark, known).code(),
    })
}

fn thresholds(input: &Datum) -> Result<Vec<Threshold>, String> {
    input
        .list("thresholds")
        .iter()
        .map(|line| {
            let mark = MarkKind::read(text(line, "mark")?).ok_or("a threshold of an unknown mark")?;
            let at_least = exact(line.get("at_least").ok_or("a threshold without a number")?)?;
            Ok(Threshold { mark, at_least })
        })
        .collect()
}

fn read_reference(line: &Datum) -> Result<Reference, String> {
    let number = |key: &str| exact(line.get(key).ok_or_else(|| format!("reference.{key} is missing"))?);
    let mark = line.text("mark").unwrap_or("declared");
    Ok(Reference {
        grid: text(line, "grid")?.into(),
        mark: MarkKind::read(mark).ok_or("a reference of an unknown mark")?,
        n: line.integer("n").and_then(|n| u32::try_from(n).ok()).unwrap_or_default(),
        median: number("median")?,
        q3: number("q3")?,
    })
}

fn answered(line: &Datum) -> Answered {
    Answered {
        declared: line.get("declared").and_then(Given::read),
        status: line.text("status").and_then(Status::read),
        verified: line.get("verified").and_then(Given::read),
    }
}

fn sheet(line: &Datum) -> Sheet {
    let marks = line.get("marks").and_then(Datum::as_table).unwrap_or_default();
    Sheet {
        reviewer: line.text("reviewer").unwrap_or_default().into(),
        marks: marks.iter().filter_map(|(code, answer)| Some((code.clone(), Given::read(answer)?))).collect(),
    }
}
