//! The end of a PDF of ours, and increments to it: classic cross-reference tables, one object per line of the table.
//!
//! Reads only what this program writes. Every read is bounded, nothing is trusted: a file that is not of this form gives `None`.

use std::collections::BTreeMap;

/// Most objects that a certificate may have.
const MOST_OBJECTS: u32 = 20_000;
/// Most revisions that a certificate may have.
const MOST_REVISIONS: usize = 64;

/// What the last trailer says, and where the objects are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tail {
    /// Offset of the last cross-reference table.
    pub start: usize,
    /// Number of objects, one more than the greatest number.
    pub size: u32,
    /// Number of the catalog.
    pub root: u32,
    /// The `/ID` array as it is written, brackets included.
    pub id: Vec<u8>,
    /// Offsets of objects by number, the newest of each.
    pub offsets: BTreeMap<u32, usize>,
}

/// Position of the first `needle` at or after `from`.
pub(crate) fn find(bytes: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(needle.len()).position(|window| window == needle).map(|at| at + from)
}

fn digits(bytes: &[u8]) -> Option<usize> {
    if bytes.is_empty() || bytes.len() > 10 || !bytes.iter().all(u8::is_ascii_digit) {
        return None;
    }
    core::str::from_utf8(bytes).ok()?.parse().ok()
}

/// The number that stands right after `key` in a dictionary.
fn after(dictionary: &[u8], key: &[u8]) -> Option<usize> {
    let start = find(dictionary, key, 0)? + key.len();
    let rest = dictionary.get(start..)?;
    let rest = rest.strip_prefix(b" ").unwrap_or(rest);
    let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    digits(rest.get(..length)?)
}

/// Reads the end of a file.
#[must_use]
pub fn tail(pdf: &[u8]) -> Option<Tail> {
    let end = pdf.strip_suffix(b"\n").unwrap_or(pdf).strip_suffix(b"\n%%EOF")?;
    let line = end.iter().rposition(|byte| *byte == b'\n')? + 1;
    let start = digits(end.get(line..)?)?;
    if !end.get(..line)?.ends_with(b"startxref\n") {
        return None;
    }
    let mut offsets = BTreeMap::new();
    let mut last: Option<(u32, u32, Vec<u8>)> = None;
    let mut next = Some(start);
    for _ in 0..MOST_REVISIONS {
        let Some(table) = next else { break };
        let trailer = table_at(pdf, table, &mut offsets)?;
        let close = find(trailer, b"startxref", 0)?;
        let dictionary = trailer.get(..close)?;
        let previous = after(dictionary, b"/Prev");
        // An older table lies before a newer one, so the walk ends.
        if previous.is_some_and(|previous| previous >= table) {
            return None;
        }
        if last.is_none() {
            let open = find(dictionary, b"/ID", 0)? + 3;
            let shut = find(dictionary, b"]", open)?;
            let size = u32::try_from(after(dictionary, b"/Size")?).ok()?;
            let root = u32::try_from(after(dictionary, b"/Root")?).ok()?;
            last = Some((size, root, dictionary.get(open..=shut)?.trim_ascii().to_vec()));
        }
        next = previous;
    }
    let (size, root, id) = last?;
    if size > MOST_OBJECTS {
        return None;
    }
    Some(Tail { start, size, root, id, offsets })
}

/// Reads one table, keeps the offsets that no newer table gave, returns what follows the word `trailer`.
fn table_at<'a>(pdf: &'a [u8], at: usize, offsets: &mut BTreeMap<u32, usize>) -> Option<&'a [u8]> {
    let mut rest = pdf.get(at..)?.strip_prefix(b"xref\n")?;
    let mut seen = 0_u32;
    loop {
        if let Some(trailer) = rest.strip_prefix(b"trailer") {
            return Some(trailer);
        }
        let line_end = rest.iter().take(24).position(|byte| *byte == b'\n')?;
        let line = rest.get(..line_end)?;
        let gap = line.iter().position(|byte| *byte == b' ')?;
        let first = u32::try_from(digits(line.get(..gap)?)?).ok()?;
        let count = u32::try_from(digits(line.get(gap + 1..)?.trim_ascii_end())?).ok()?;
        seen = seen.checked_add(count)?;
        if seen > MOST_OBJECTS {
            return None;
        }
        rest = rest.get(line_end + 1..)?;
        for number in 0..count {
            let entry = rest.get(..20)?;
            if entry.get(17) == Some(&b'n') {
                let offset = digits(entry.get(..10)?)?;
                offsets.entry(first.checked_add(number)?).or_insert(offset);
            }
            rest = rest.get(20..)?;
        }
    }
}

impl Tail {
    /// The body of an object without streams: what stands between `N 0 obj` and `endobj`.
    #[must_use]
    pub fn object<'a>(&self, pdf: &'a [u8], number: u32) -> Option<&'a [u8]> {
        let at = *self.offsets.get(&number)?;
        let head = format!("{number} 0 obj\n");
        let body = pdf.get(at..)?.strip_prefix(head.as_bytes())?;
        let end = find(body, b"endobj", 0)?;
        Some(body.get(..end)?.trim_ascii_end())
    }

    /// The signature field of a name: its number and body.
    #[must_use]
    pub fn field<'a>(&self, pdf: &'a [u8], name: &str) -> Option<(u32, &'a [u8])> {
        let title = format!("/T({name})");
        self.offsets.keys().find_map(|number| {
            let body = self.object(pdf, *number)?;
            let own = body.starts_with(b"<</Type/Annot/Subtype/Widget/FT/Sig")
                && find(body, title.as_bytes(), 0).is_some();
            own.then_some((*number, body))
        })
    }
}

/// Appends objects, a table and a trailer. `objects` are bodies in any order of their numbers.
#[must_use]
pub fn append(pdf: &[u8], tail: &Tail, objects: &BTreeMap<u32, Vec<u8>>) -> Vec<u8> {
    let mut out = pdf.to_vec();
    if !out.ends_with(b"\n") {
        out.push(b'\n');
    }
    let mut places = Vec::new();
    for (number, body) in objects {
        places.push((*number, out.len()));
        out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        out.extend_from_slice(body);
        out.extend_from_slice(b"\nendobj\n");
    }
    let table = out.len();
    out.extend_from_slice(b"xref\n");
    for (number, offset) in &places {
        out.extend_from_slice(format!("{number} 1\n{offset:010} 00000 n \n").as_bytes());
    }
    let greatest = objects.keys().next_back().map_or(0, |number| number.saturating_add(1));
    let size = tail.size.max(greatest);
    out.extend_from_slice(format!("trailer\n<</Size {size}/Root {} 0 R/ID", tail.root).as_bytes());
    out.extend_from_slice(&tail.id);
    out.extend_from_slice(format!("/Prev {}>>\nstartxref\n{table}\n%%EOF\n", tail.start).as_bytes());
    out
}
