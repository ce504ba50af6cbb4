//! A step of a published label's life.

use sceau_domain::label::{Date, Deed, LabelMove, PublicReason, day, written};

use crate::encoding::{EncodingError, Reader, Writer};

/// What a deed says besides its number: two days and a count of months, each where the deed has one.
#[derive(Default)]
struct Terms {
    until: Option<Date>,
    last: Option<Date>,
    months: u32,
}

pub(super) fn write(said: &LabelMove, to: &mut Writer) {
    let (code, terms) = coded(said.deed);
    to.array(8).text(&said.number).uint(code);
    for day in [said.from, terms.until, terms.last] {
        write_day(day, to);
    }
    to.uint(terms.months.into());
    match &said.successor {
        Some(number) => to.text(number),
        None => to.null(),
    };
    match &said.public {
        Some(reason) => {
            to.array(2).text(&reason.fr);
            match &reason.en {
                Some(text) => to.text(text),
                None => to.null(),
            };
        }
        None => {
            to.null();
        }
    }
}

pub(super) fn read(from: &mut Reader<'_>) -> Result<LabelMove, EncodingError> {
    from.places(8)?;
    let number = from.text()?.to_owned();
    let code = from.uint()?;
    let put_off = read_day(from)?;
    let terms = Terms { until: read_day(from)?, last: read_day(from)?, months: from.fit()? };
    let deed = decoded(code, &terms).ok_or(EncodingError::OutOfRange)?;
    let successor = from.optional(|from| from.text().map(str::to_owned))?;
    let public = from.optional(|from| {
        from.places(2)?;
        let fr = from.text()?.to_owned();
        Ok(PublicReason { fr, en: from.optional(|from| from.text().map(str::to_owned))? })
    })?;
    Ok(LabelMove { number, deed, from: put_off, successor, public })
}

/// A grant is never recorded in this way: nobody reads its number.
fn coded(deed: Deed) -> (u64, Terms) {
    let none = Terms::default();
    match deed {
        Deed::Granted { .. } => (0, none),
        Deed::EvidenceReceived => (1, none),
        Deed::Extended { evidence_due_on, valid_until } => {
            (2, Terms { until: Some(evidence_due_on), last: valid_until, months: 0 })
        }
        Deed::Confirmed { months } => (3, Terms { months, ..none }),
        Deed::FormalNotice { deadline_on } => (4, Terms { until: Some(deadline_on), ..none }),
        Deed::NoticeLifted => (5, none),
        Deed::Suspended => (6, none),
        Deed::Reinstated => (7, none),
        Deed::ChangeNotified => (8, none),
        Deed::ChangeCleared => (9, none),
        Deed::Withdrawn => (10, none),
        Deed::Renounced => (11, none),
        Deed::Superseded => (12, none),
    }
}

/// Terms that the deed does not have are lost here, and the door, which writes it again, finds other bytes.
fn decoded(code: u64, terms: &Terms) -> Option<Deed> {
    Some(match code {
        1 => Deed::EvidenceReceived,
        2 => Deed::Extended { evidence_due_on: terms.until?, valid_until: terms.last },
        3 => Deed::Confirmed { months: terms.months },
        4 => Deed::FormalNotice { deadline_on: terms.until? },
        5 => Deed::NoticeLifted,
        6 => Deed::Suspended,
        7 => Deed::Reinstated,
        8 => Deed::ChangeNotified,
        9 => Deed::ChangeCleared,
        10 => Deed::Withdrawn,
        11 => Deed::Renounced,
        12 => Deed::Superseded,
        _ => return None,
    })
}

fn write_day(day: Option<Date>, to: &mut Writer) {
    match day {
        Some(day) => to.text(&written(day)),
        None => to.null(),
    };
}

fn read_day(from: &mut Reader<'_>) -> Result<Option<Date>, EncodingError> {
    from.optional(|from| day(from.text()?).ok_or(EncodingError::OutOfRange))
}
