//! The same annotations beside the file: XFDF (ISO 19444-1), which other programs lay over their own copy.

use super::mark::{Kind, Mark, points};

/// The annotations of a file, by the turns of its pages as [`turns`](super::turns) tells them.
#[must_use]
pub fn xfdf(file: &str, marks: &[Mark], turns: &[u8]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xfdf xmlns=\"http://ns.adobe.com/xfdf/\" \
         xml:space=\"preserve\">\n<annots>\n",
    );
    for mark in marks {
        let page = usize::try_from(mark.page).unwrap_or(0).saturating_sub(1);
        let places = |values: &[i64]| values.iter().map(|value| points(*value)).collect::<Vec<_>>().join(",");
        let [red, green, blue] = mark.colour.bytes();
        out.push_str(&format!(
            "<{} page=\"{page}\" rect=\"{}\"",
            mark.kind.element(),
            places(&mark.bounds()),
        ));
        if matches!(mark.kind, Kind::Highlight | Kind::Underline) {
            let quads = mark.quads(turns.get(page).copied().unwrap_or(0));
            out.push_str(&format!(" coords=\"{}\"", places(&quads)));
        }
        out.push_str(&format!(
            " color=\"#{red:02X}{green:02X}{blue:02X}\" flags=\"print\" name=\"{}\" date=\"{}\" title=\"{}\" \
             subject=\"{}\">\n<contents>{}</contents>\n</{}>\n",
            escaped(&mark.id),
            escaped(&mark.written),
            escaped(&mark.author),
            escaped(&mark.subject),
            escaped(&mark.contents),
            mark.kind.element(),
        ));
    }
    out.push_str(&format!("</annots>\n<f href=\"{}\"/>\n</xfdf>\n", escaped(file)));
    out
}

/// Text inside XML: its signs are spelled out, and what XML cannot say at all is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\u{fffe}' | '\u{ffff}' => {}
            other if other.is_control() && (other as u32) < 0x20 => {}
            other => out.push(other),
        }
    }
    out
}
