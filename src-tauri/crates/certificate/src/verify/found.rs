//! Finding signatures and the attached credential in the bytes of a file.

use crate::sign::prepare::{ROOM, increment};
use crate::sign::revision::{self, find};
use core::ops::Range;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use sceau_domain::moment::Moment;

/// Most signatures of one file.
const MOST: usize = 32;
/// Largest credential.
const LARGEST_CREDENTIAL: usize = 1 << 20;
/// Length of a byte range as it is written, brackets and padding included.
const RANGE: usize = crate::sign::prepare::RANGE.len();

/// A signature as it lies in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The room of the container, angle brackets included.
    pub(super) hole: Range<usize>,
    /// Where the revision ends that it covers.
    pub(super) end: usize,
    /// Start of its dictionary.
    start: usize,
}

/// All signatures of our form, in file order.
pub(super) fn signatures(pdf: &[u8]) -> Vec<Found> {
    let mut all = Vec::new();
    let (mut from, mut tried) = (0, 0);
    while let Some(at) = find(pdf, b"/ByteRange[0 ", from) {
        from = at + 1;
        let Some((hole, end)) = range(pdf, at) else { continue };
        // A file made to keep the reader busy has thousands of these.
        tried += 1;
        if tried > MOST {
            break;
        }
        if let Some(start) = dictionary(pdf, at) {
            all.push(Found { hole, end, start });
        }
    }
    all
}

/// The room and the end of a byte range at `at`, if it has its one spelling and the room follows directly.
fn range(pdf: &[u8], at: usize) -> Option<(Range<usize>, usize)> {
    let open = at + "/ByteRange".len();
    let written = core::str::from_utf8(pdf.get(open..open + RANGE)?).ok()?;
    let mut numbers = written.strip_prefix("[0 ")?.split(']').next()?.split(' ').map(str::parse::<usize>);
    let (first, second, third) = (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
    let expected = format!("{:<RANGE$}", format!("[0 {first} {second} {third}]"));
    let end = second.checked_add(third)?;
    let holds = written == expected
        && first == open + RANGE + "/Contents".len()
        && second == first + ROOM * 2 + 2
        && end <= pdf.len()
        && pdf.get(open + RANGE..first)? == b"/Contents"
        && pdf.get(first) == Some(&b'<')
        && pdf.get(second.checked_sub(1)?) == Some(&b'>');
    holds.then_some((first..second, end))
}

/// Where the signature's dictionary begins: at most two texts and a date before its byte range. The permission's own
/// dictionary (`/Type/SigRef`) lies inside and is not meant.
fn dictionary(pdf: &[u8], at: usize) -> Option<usize> {
    let window = at.saturating_sub(16_384);
    let head = b"<</Type/Sig/";
    let start = pdf.get(window..at)?.windows(head.len()).rposition(|piece| piece == head)?;
    Some(start + window)
}

impl Found {
    /// The container's bytes: lower-case hexadecimal digits only, since that is how they are written.
    pub(super) fn container(&self, pdf: &[u8]) -> Option<Vec<u8>> {
        let digits = pdf.get(self.hole.start + 1..self.hole.end - 1)?;
        let value = |digit: u8| match digit {
            b'0'..=b'9' => Some(digit - b'0'),
            b'a'..=b'f' => Some(digit - b'a' + 10),
            _ => None,
        };
        digits
            .chunks(2)
            .map(|pair| match pair {
                [high, low] => Some(value(*high)? << 4 | value(*low)?),
                _ => None,
            })
            .collect()
    }

    /// The stated time of signing.
    pub(super) fn stated(&self, pdf: &[u8]) -> Option<Moment> {
        let dictionary = pdf.get(self.start..self.hole.start)?;
        let at = find(dictionary, b"/M(D:", 0)? + 5;
        let digits = core::str::from_utf8(dictionary.get(at..at + 14)?).ok()?;
        if dictionary.get(at + 14..at + 21)? != b"+00'00'" {
            return None;
        }
        let time = DateTime::strptime("%Y%m%d%H%M%S", digits).ok()?;
        let stamp = time.to_zoned(TimeZone::UTC).ok()?.timestamp();
        u64::try_from(stamp.as_millisecond()).ok().map(Moment)
    }

    /// Is the increment from `before` to the end of this signature's revision what signing an existing field makes, and
    /// nothing else? It is made anew from its parts and compared byte by byte.
    pub(super) fn only_signs(&self, pdf: &[u8], before: usize) -> bool {
        let again = || {
            let old = pdf.get(..before)?;
            let tail = revision::tail(old)?;
            let rest = pdf.get(before..self.hole.start)?;
            let length = rest.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
            let field: u32 = core::str::from_utf8(rest.get(..length)?).ok()?.parse().ok()?;
            let body = tail.object(old, field)?;
            let empty_field =
                body.starts_with(b"<</Type/Annot/Subtype/Widget/FT/Sig") && find(body, b"/V ", 0).is_none();
            if !empty_field {
                return None;
            }
            let dictionary = pdf.get(self.start..self.hole.end + 2)?;
            let objects = increment(old, &tail, field, body, false, dictionary)?;
            Some(revision::append(old, &tail, &objects))
        };
        again().is_some_and(|made| pdf.get(..self.end) == Some(&made[..]))
    }
}

/// The attached credential. There must be exactly one.
pub(super) fn credential(pdf: &[u8]) -> Option<&[u8]> {
    let head = b"/Type/EmbeddedFile/Subtype/application#2Fjson";
    let at = find(pdf, head, 0)?;
    if find(pdf, head, at + 1).is_some() {
        return None;
    }
    let window = pdf.get(at..pdf.len().min(at + 1024))?;
    let body = find(window, b"stream\n", 0)?;
    let key = find(window.get(..body)?, b"/Length ", 0)? + 8;
    let digits = window.get(key..body)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let length: usize = core::str::from_utf8(window.get(key..key + digits)?).ok()?.parse().ok()?;
    if length > LARGEST_CREDENTIAL {
        return None;
    }
    let start = at + body + 7;
    let bytes = pdf.get(start..start + length)?;
    let rest = pdf.get(start + length..)?;
    (rest.starts_with(b"endstream") || rest.starts_with(b"\nendstream")).then_some(bytes)
}
