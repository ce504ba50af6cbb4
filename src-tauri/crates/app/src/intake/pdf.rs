//! A PDF before anybody opens it: is it one, is it locked, how many pages, does it bring scripts or attachments.
//!
//! The parser runs on a thread of its own, with a limit on time and on what a stream may inflate to, and its panics
//! are caught: a file that defeats it is still judged by its header and its trailers. What a reviewer sees is drawn
//! elsewhere (PDF.js in the web view); nothing here runs anything.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc;
use std::time::Duration;

use lopdf::{Dictionary, Document, LoadOptions, Object};

use super::files::{Limits, Stored};
use super::item::{Item, Severity};
use super::patient::{self, Sign};

/// What was learnt of a PDF that may be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Examined {
    /// Number of pages, where the structure could be read.
    pub pages: Option<u32>,
}

/// Bytes that one stream may inflate to while the structure is read.
const STREAM: usize = 64 << 20;
/// Stack of the parsing thread: nested objects cost stack.
const STACK: usize = 32 << 20;

/// What the parser says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parsed {
    Read(Structure),
    Locked,
    Failed,
    TooSlow,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Structure {
    pages: u32,
    restricted: bool,
    script: bool,
    attachment: bool,
    font: bool,
}

/// Judges one PDF. `None`: it is refused, and `items` says why.
pub fn examine(file: &Stored, limits: &Limits, items: &mut Vec<Item>) -> Option<Examined> {
    let mut say = |code, severity| items.push(Item::new(code, severity, &*file.name));
    if !has(&file.bytes, b" obj") {
        say("intake.pdf-broken", Severity::Wrong);
        return None;
    }
    let parsed = parse_within(&file.bytes, limits.pdf_time);
    let encrypted = names_encryption(&file.bytes);
    match parsed {
        Parsed::Locked => {
            say("intake.pdf-password", Severity::Wrong);
            None
        }
        Parsed::Failed | Parsed::TooSlow if encrypted => {
            say("intake.pdf-password", Severity::Wrong);
            None
        }
        Parsed::TooSlow => {
            say("intake.pdf-slow", Severity::Notice);
            say_scripts(has_script(&file.bytes), &mut say);
            Some(Examined::default())
        }
        Parsed::Failed => {
            say("intake.pdf-unusual", Severity::Notice);
            say_scripts(has_script(&file.bytes), &mut say);
            Some(Examined::default())
        }
        Parsed::Read(found) => {
            if found.restricted {
                say("intake.pdf-restricted", Severity::Notice);
            }
            say_scripts(found.script || has_script(&file.bytes), &mut say);
            if found.attachment {
                say("intake.pdf-attachment", Severity::Notice);
            }
            if found.pages == 0 {
                say("intake.pdf-unusual", Severity::Notice);
            } else if !found.font {
                say("intake.pdf-no-text", Severity::Notice);
            }
            Some(Examined { pages: (found.pages > 0).then_some(found.pages) })
        }
    }
}

fn say_scripts(script: bool, say: &mut impl FnMut(&'static str, Severity)) {
    if script {
        say("intake.pdf-script", Severity::Notice);
    }
}

/// Parses on a thread that is left behind when it takes too long: it holds a copy of the bytes, and no lock.
fn parse_within(bytes: &Arc<[u8]>, limit: Duration) -> Parsed {
    let (send, receive) = mpsc::channel();
    let bytes = Arc::clone(bytes);
    let spawned =
        std::thread::Builder::new().name("intake-pdf".to_owned()).stack_size(STACK).spawn(move || {
            let parsed = catch_unwind(AssertUnwindSafe(|| parse(&bytes))).unwrap_or(Parsed::Failed);
            // Nobody listens any more once the limit has passed.
            let _ = send.send(parsed);
        });
    if spawned.is_err() {
        return Parsed::Failed;
    }
    match receive.recv_timeout(limit) {
        Ok(parsed) => parsed,
        Err(mpsc::RecvTimeoutError::Timeout) => Parsed::TooSlow,
        Err(mpsc::RecvTimeoutError::Disconnected) => Parsed::Failed,
    }
}

/// The first page with a sign of a patient in its text, as far as the text could be read in the given time. Pages are
/// read on a thread of their own, like the structure: a page that defeats the parser is passed over.
#[must_use]
pub fn find_patient(bytes: &Arc<[u8]>, limit: Duration) -> Option<(u32, Sign)> {
    let (send, receive) = mpsc::channel();
    let bytes = Arc::clone(bytes);
    let search = move || {
        let found = catch_unwind(AssertUnwindSafe(|| {
            let options = LoadOptions { max_decompressed_size: Some(STREAM), ..LoadOptions::default() };
            let document = Document::load_mem_with_options(&bytes, options).ok()?;
            let mut pages = document.get_pages().into_keys();
            pages.find_map(|page| {
                let text = document.extract_text(&[page]).ok()?;
                patient::sign(&text).map(|sign| (page, sign))
            })
        }));
        // Nobody listens any more once the limit has passed.
        let _ = send.send(found.unwrap_or(None));
    };
    std::thread::Builder::new().name("intake-text".to_owned()).stack_size(STACK).spawn(search).ok()?;
    receive.recv_timeout(limit).ok().flatten()
}

fn parse(bytes: &[u8]) -> Parsed {
    let options = LoadOptions { max_decompressed_size: Some(STREAM), ..LoadOptions::default() };
    let document = match Document::load_mem_with_options(bytes, options) {
        Ok(document) => document,
        Err(lopdf::Error::InvalidPassword) => return Parsed::Locked,
        Err(_) => return Parsed::Failed,
    };
    if document.is_encrypted() && !document.was_encrypted() {
        return Parsed::Locked;
    }
    let mut found = Structure { restricted: document.was_encrypted(), ..Structure::default() };
    found.pages = u32::try_from(document.get_pages().len()).unwrap_or(u32::MAX);
    for object in document.objects.values() {
        look(object, &mut found, 0);
    }
    Parsed::Read(found)
}

fn look(object: &Object, found: &mut Structure, depth: usize) {
    match object {
        Object::Dictionary(dictionary) => look_in(dictionary, found, depth),
        Object::Stream(stream) => look_in(&stream.dict, found, depth),
        Object::Array(list) if depth < 16 => list.iter().for_each(|object| look(object, found, depth + 1)),
        _ => {}
    }
}

fn look_in(dictionary: &Dictionary, found: &mut Structure, depth: usize) {
    let is = |key: &[u8], name: &[u8]| dictionary.get(key).and_then(Object::as_name).is_ok_and(|n| n == name);
    found.script |= is(b"S", b"JavaScript") || is(b"S", b"Launch") || dictionary.has(b"JS");
    found.attachment |= is(b"Type", b"EmbeddedFile") || dictionary.has(b"EmbeddedFiles");
    found.font |= is(b"Type", b"Font");
    if depth < 16 {
        dictionary.iter().for_each(|(_, object)| look(object, found, depth + 1));
    }
}

fn has(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

/// Whether a trailer, or the dictionary of a cross-reference stream, names `/Encrypt`: both are always in plain.
fn names_encryption(bytes: &[u8]) -> bool {
    bytes
        .windows(9)
        .any(|w| w.starts_with(b"/Encrypt") && w.last().is_some_and(|c| !c.is_ascii_alphanumeric()))
}

fn has_script(bytes: &[u8]) -> bool {
    has(bytes, b"/JavaScript") || has(bytes, b"/Launch")
}
