//! Bytes of a text file to text, whatever program wrote it.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Decoded text and the name of the encoding it was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// Its encoding, by the name that the Encoding Standard gives it.
    pub encoding: &'static str,
}

/// Decodes `bytes`: a byte-order mark decides, else UTF-16 shows by its zeros, else valid UTF-8, else windows-1252
/// (which holds Latin-1). Every byte string is some windows-1252 text, hence this never fails.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => guess(bytes),
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name() }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes);
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = sample.len() / 2;
    if half > 1 && zeros(1) * 10 > half * 6 {
        UTF_16LE
    } else if half > 1 && zeros(0) * 10 > half * 6 {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}
