//! What a browser's form sends: fields in the address, a file in a body of parts.

/// A field of `application/x-www-form-urlencoded`, decoded.
#[must_use]
pub fn field(form: &[u8], name: &str) -> Option<String> {
    form.split(|byte| *byte == b'&').find_map(|pair| {
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let (key, value) = (halves.next()?, halves.next().unwrap_or_default());
        (decode(key)? == name).then(|| decode(value)).flatten()
    })
}

fn decode(text: &[u8]) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.iter();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let digits = [*rest.next()?, *rest.next()?];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
            }
            byte => bytes.push(*byte),
        }
    }
    String::from_utf8(bytes).ok()
}

/// The file of an upload: the body itself, or the part called `name` of `multipart/form-data` (RFC 7578). `None`
/// when there is none, or an empty one: a form that was sent without choosing a file.
#[must_use]
pub fn uploaded<'b>(kind: &str, body: &'b [u8], name: &str) -> Option<&'b [u8]> {
    let file = if kind.starts_with("multipart/form-data") { part(kind, body, name)? } else { body };
    (!file.is_empty()).then_some(file)
}

fn part<'b>(kind: &str, body: &'b [u8], name: &str) -> Option<&'b [u8]> {
    let boundary = kind.split(';').find_map(|word| word.trim().strip_prefix("boundary="))?;
    let boundary = boundary.trim_matches('"');
    if boundary.is_empty() || boundary.len() > 70 {
        return None;
    }
    let opening = format!("--{boundary}\r\n");
    let closing = format!("\r\n--{boundary}");
    let mut rest = body.get(find(body, opening.as_bytes())?.saturating_add(opening.len())..)?;
    loop {
        let head_end = find(rest, b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(rest.get(..head_end)?).into_owned();
        let content = rest.get(head_end.saturating_add(4)..)?;
        let end = find(content, closing.as_bytes())?;
        if head.contains(&format!("name=\"{name}\"")) {
            return content.get(..end);
        }
        rest = content.get(end.saturating_add(closing.len())..)?.strip_prefix(b"\r\n")?;
    }
}

fn find(within: &[u8], what: &[u8]) -> Option<usize> {
    within.windows(what.len()).position(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_typed_with_spaces_and_accents_is_read() {
        assert_eq!(field(b"a=1&n=+2026-001%20", "n").as_deref(), Some(" 2026-001 "));
        assert_eq!(field(b"n=%C3%A9", "n").as_deref(), Some("é"));
        for broken in [&b"n=%C3"[..], b"n=%zz", b"n=%", b"m=1", b""] {
            assert_eq!(field(broken, "n"), None);
        }
    }

    #[test]
    fn a_file_is_found_among_the_parts_and_garbage_is_not_one() {
        let kind = "multipart/form-data; boundary=xyz";
        let body = b"--xyz\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n1\r\n--xyz\r\n\
            Content-Disposition: form-data; name=\"file\"; filename=\"c.pdf\"\r\n\r\n%PDF-\r\n1\r\n--xyz--\r\n";
        assert_eq!(uploaded(kind, body, "file"), Some(&b"%PDF-\r\n1"[..]));
        assert_eq!(uploaded(kind, body, "other"), None);
        assert_eq!(uploaded("application/pdf", b"%PDF-", "file"), Some(&b"%PDF-"[..]));
        assert_eq!(uploaded("application/pdf", b"", "file"), None);
        for cut in 0..body.len() - 12 {
            let _ = uploaded(kind, &body[..cut], "file");
        }
    }
}
