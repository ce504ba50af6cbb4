//! Answers in a spreadsheet (XLSX). The file is hostile like the rest: what it inflates to is measured before the reader
//! sees it, and the reader runs on a thread of its own whose panics are caught.

use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc;

use calamine::{Data, Reader, Xlsx};
use zip::ZipArchive;

use super::files::Stored;
use super::names;
use super::reading::Reading;
use super::table::{self, BadTable, Cells, Table};

/// Bytes to which a whole spreadsheet may inflate.
const INFLATED: u64 = 64 << 20;
/// Parts that a spreadsheet may have.
const PARTS: usize = 1_000;

/// Whether a file is a spreadsheet, by name and first bytes.
#[must_use]
pub fn is_one(file: &Stored) -> bool {
    names::ends(&file.name, "xlsx") && file.bytes.starts_with(b"PK")
}

/// Reads the first sheet that has a line; `None`: the file cannot be read as a spreadsheet. Inside: what is wrong with
/// its table.
pub fn read(file: &Stored, reading: &Reading) -> Option<Result<Table, BadTable>> {
    if !inflates_modestly(&file.bytes) {
        return None;
    }
    let (send, receive) = mpsc::channel();
    let bytes = Arc::clone(&file.bytes);
    let most = reading.limits.rows.saturating_add(2);
    let work = move || {
        let found = catch_unwind(AssertUnwindSafe(|| lines(&bytes, most))).ok().flatten();
        // Nobody listens any more once the limit has passed.
        let _ = send.send(found);
    };
    std::thread::Builder::new().name("intake-sheet".to_owned()).spawn(work).ok()?;
    let lines = receive.recv_timeout(reading.limits.pdf_time).ok().flatten()?;
    Some(table::take(lines.into_iter(), reading))
}

fn lines(bytes: &[u8], most: usize) -> Option<Vec<Cells>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).ok()?;
    let names = book.sheet_names();
    names.iter().find_map(|name| {
        let range = book.worksheet_range(name).ok()?;
        let first = range.start().map_or(0, |(row, _)| u64::from(row));
        let rows = (first.saturating_add(1)..).zip(range.rows()).take(most);
        let lines: Vec<Cells> = rows.map(|(line, row)| (line, row.iter().map(cell).collect())).collect();
        lines.iter().any(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).then_some(lines)
    })
}

/// A cell as a person reads it: 3 and not 3.0, and a code such as 2.10 only where it was written as text.
fn cell(data: &Data) -> String {
    match data {
        Data::Bool(true) => "yes".to_owned(),
        Data::Bool(false) => "no".to_owned(),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Error(_) => String::new(),
        other => other.to_string().trim().to_owned(),
    }
}

/// Inflates every part once, up to the limit, and keeps nothing: sizes in the directory may lie.
fn inflates_modestly(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    if archive.len() > PARTS {
        return false;
    }
    let mut left = INFLATED;
    for index in 0..archive.len() {
        let Ok(part) = archive.by_index(index) else { return false };
        let Ok(size) = std::io::copy(&mut part.take(left.saturating_add(1)), &mut std::io::sink()) else {
            return false;
        };
        match left.checked_sub(size) {
            Some(rest) => left = rest,
            None => return false,
        }
    }
    true
}
