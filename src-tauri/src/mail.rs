//! Drafts in the system's mail program. Nothing is ever sent from here: a person reads the draft and sends it.

use sceau_app::view::Problem;

use crate::program::Answer;

/// Longest address that mail programs on every system take.
const LONGEST: usize = 8_000;

/// Opens a draft.
///
/// # Errors
/// `mail-address`: not an address. `mail-too-long`: the draft is to be copied instead. `mail-absent`: there is no mail
/// program.
pub fn open_draft(to: &str, subject: &str, body: &str) -> Answer<()> {
    let address = address(to, subject, body)?;
    tauri_plugin_opener::open_url(address, None::<&str>).map_err(|_| Problem::plain("mail-absent"))
}

/// The draft as an address (RFC 6068).
fn address(to: &str, subject: &str, body: &str) -> Answer<String> {
    let to = to.trim();
    // One mailbox and no header fields: nobody else is written to than the person sees.
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '@' | '.' | '-' | '_' | '+' | '\'');
    if !to.is_empty() && (to.matches('@').count() != 1 || !to.chars().all(plain)) {
        return Err(Problem::plain("mail-address"));
    }
    let lines = body.replace("\r\n", "\n").replace('\n', "\r\n");
    let address = format!("mailto:{}?subject={}&body={}", escaped(to), escaped(subject), escaped(&lines));
    if address.len() > LONGEST { Err(Problem::plain("mail-too-long")) } else { Ok(address) }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'@') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_goes_to_the_one_address_that_was_shown() {
        let found = address("maia@exemple.example", "Pièces", "Bonjour,\nil manque & tout").unwrap();
        assert_eq!(
            found,
            "mailto:maia@exemple.example?subject=Pi%C3%A8ces&body=Bonjour%2C%0D%0Ail%20manque%20%26%20tout"
        );
        for bad in ["a@b.example?bcc=c@d.example", "a@b.example,c@d.example", "personne", "a@b@c"] {
            assert_eq!(address(bad, "", "").unwrap_err().code, "mail-address", "{bad}");
        }
        assert_eq!(address("a@b.example", "", &"é".repeat(4000)).unwrap_err().code, "mail-too-long");
    }
}
