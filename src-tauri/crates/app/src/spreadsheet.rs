//! Tables for a spreadsheet.

use crate::error::{AppError, Result};

/// Rows as CSV.
///
/// # Errors
/// The rows cannot be written.
pub fn csv(rows: &[Vec<String>]) -> Result<Vec<u8>> {
    // Spreadsheets take a file for UTF-8 only when it begins so. Tables of one file differ in width.
    let mut out = csv::WriterBuilder::new().flexible(true).from_writer("\u{feff}".as_bytes().to_vec());
    let failed = |error: &dyn std::fmt::Display| AppError::Input(error.to_string());
    for row in rows {
        let cells = row.iter().map(|cell| if is_number(cell) { cell.clone() } else { inert(cell) });
        out.write_record(cells).map_err(|error| failed(&error))?;
    }
    out.into_inner().map_err(|error| failed(&error))
}

/// A negative number begins like a formula and is none.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    digits.starts_with(|c: char| c.is_ascii_digit()) && digits.chars().all(figure)
}

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn inert(cell: &str) -> String {
    let first = cell.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{feff}']).chars().next();
    let formula = first.is_some_and(|first| "=+-@\t\r\n＝＋－＠".contains(first));
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_figures_opens_as_numbers_and_never_as_a_formula() {
        let rows = [vec!["Écart".to_owned(), "-1,5".to_owned(), "=1+1".to_owned()], vec!["-1+2".to_owned()]];
        let bytes = csv(&rows).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), "\u{feff}Écart,\"-1,5\",'=1+1\n'-1+2\n");
        for cell in ["\t=1", " +1", "\u{a0}-1", "＝1"] {
            assert!(inert(cell).starts_with('\''), "{cell:?}");
        }
        assert_eq!(inert("2.3"), "2.3");
    }
}
