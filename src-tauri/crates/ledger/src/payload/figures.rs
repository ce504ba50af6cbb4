//! The figures that a publication may bring: the last place of its payload, absent where it brings none.

use sceau_domain::figures::{AxisFigures, Figures, Heads, Named};
use sceau_domain::fraction::decimal;
use sceau_domain::grid::Words;
use sceau_domain::publication::{Choices, Publication, PublishedRow};

use crate::encoding::{EncodingError, Reader, Writer};

/// More colleges, choices or axes than any board has.
const MOST: u64 = 64;

pub(super) fn write(figures: &Figures, to: &mut Writer) {
    to.array(7).uint(figures.smallest_group);
    match &figures.heads {
        Some(heads) => {
            let Heads { electors, present, needed, voters } = *heads;
            to.array(4).uint(electors).uint(present).uint(needed).uint(voters);
        }
        None => {
            to.null();
        }
    }
    write_ballots(figures, to);
    to.uint(figures.recusals).array(figures.colleges.len());
    figures.colleges.iter().for_each(|one| write_named(one, to));
    to.text(&figures.scale);
    to.array(figures.axes.len());
    for one in &figures.axes {
        to.array(5);
        write_named(&one.axis, to);
        to.uint(one.sheets).text(&one.low).text(&one.median).text(&one.high);
    }
}

fn write_ballots(figures: &Figures, to: &mut Writer) {
    let Some(total) = &figures.ballots.total else {
        to.null();
        return;
    };
    to.array(2);
    write_choices(total, to);
    to.array(figures.ballots.rows.len());
    for row in &figures.ballots.rows {
        to.array(2).array(row.colleges.len());
        for code in &row.colleges {
            to.text(code);
        }
        write_choices(&row.choices, to);
    }
}

fn write_choices(choices: &Choices, to: &mut Writer) {
    to.array(choices.len());
    for (choice, n) in choices {
        to.array(2).text(choice).uint(*n);
    }
}

fn write_named(named: &Named, to: &mut Writer) {
    to.array(3).text(&named.code).text(&named.title.fr);
    match &named.title.en {
        Some(text) => to.text(text),
        None => to.null(),
    };
}

pub(super) fn read(from: &mut Reader<'_>) -> Result<Figures, EncodingError> {
    from.places(7)?;
    let smallest_group = from.uint()?;
    let heads = from.optional(|from| {
        from.places(4)?;
        let (electors, present) = (from.uint()?, from.uint()?);
        Ok(Heads { electors, present, needed: from.uint()?, voters: from.uint()? })
    })?;
    let ballots = from.optional(|from| {
        from.places(2)?;
        let total = Some(read_choices(from)?);
        Ok(Publication { total, rows: from.list(MOST, read_row)? })
    })?;
    Ok(Figures {
        smallest_group,
        heads,
        ballots: ballots.unwrap_or_default(),
        recusals: from.uint()?,
        colleges: from.list(MOST, read_named)?,
        scale: read_decimal(from)?,
        axes: from.list(MOST, |from| {
            from.places(5)?;
            let (axis, sheets) = (read_named(from)?, from.uint()?);
            let (low, median) = (read_decimal(from)?, read_decimal(from)?);
            Ok(AxisFigures { axis, sheets, low, median, high: read_decimal(from)? })
        })?,
    })
}

fn read_row(from: &mut Reader<'_>) -> Result<PublishedRow, EncodingError> {
    from.places(2)?;
    let colleges = from.list(MOST, |from| from.text().map(str::to_owned))?;
    Ok(PublishedRow { colleges, choices: read_choices(from)? })
}

fn read_choices(from: &mut Reader<'_>) -> Result<Choices, EncodingError> {
    from.list(MOST, |from| {
        from.places(2)?;
        Ok((from.text()?.to_owned(), from.uint()?))
    })
}

fn read_named(from: &mut Reader<'_>) -> Result<Named, EncodingError> {
    from.places(3)?;
    let (code, fr) = (from.text()?.to_owned(), from.text()?.to_owned());
    let en = from.optional(|from| from.text().map(str::to_owned))?;
    Ok(Named { code, title: Words { fr, en } })
}

/// A number as people read it: no words stand in its place.
fn read_decimal(from: &mut Reader<'_>) -> Result<String, EncodingError> {
    let text = from.text()?;
    decimal(text).map(|_| text.to_owned()).ok_or(EncodingError::OutOfRange)
}
