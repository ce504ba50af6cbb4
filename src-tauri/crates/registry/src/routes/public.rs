//! The public pages: list, a label, verification, and the files behind them.

use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use qrcode::{Color, EcLevel, QrCode};
use sceau_certificate::credential::code_address;
use sceau_protocol::Code;

use super::Request;
use crate::answer::Answer;
use crate::book::Book;
use crate::failure::Failure;
use crate::pages::{
    self, Beside, Html, Lang, Outcome, Page, REGULAR, Row, SEMIBOLD, STYLE, Search, form_field, frame,
};
use crate::publication::{self, Label, day_in_paris, time_in_paris};
use crate::registry::Registry;
use crate::standing::{State, cause};
use crate::verdict;

/// `GET /`: French first.
///
/// # Errors
/// None.
pub fn root(_: &Registry, _: &Request) -> Result<Answer, Failure> {
    Ok(Answer::see("/fr/"))
}

/// `GET /join`: what to do with the invitation whose link led here.
///
/// # Errors
/// The state was lost.
pub fn join(registry: &Registry, _: &Request) -> Result<Answer, Failure> {
    let guard = registry.read()?;
    let title = registry.texts.say(Lang::Fr, "registry-join-title", &[]);
    let page = page_of(Lang::Fr, &title, guard.as_ref(), "");
    Ok(shown(StatusCode::OK, registry, &page, &pages::join(&registry.texts)))
}

/// `GET /{fr,en}/?q=`: the labels, newest first; with `q` those that say every word of it.
///
/// # Errors
/// The state was lost.
pub fn list(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let lang = lang(request)?;
    let today = day_in_paris(registry.now());
    let texts = &registry.texts;
    let guard = registry.read()?;
    let Some(book) = guard.as_ref() else { return Ok(not_founded(registry, lang)) };
    let labels =
        book.labels.iter().rev().filter_map(|(number, published)| Label::read(book, number, published));
    let mut demonstration = false;
    let rows: Vec<Row> = labels
        .map(|label| {
            demonstration |= label.claim.demonstration;
            let state = State::of(texts, lang, &label, today);
            Row {
                number: label.claim.number.clone(),
                solution: label.claim.solution.name.clone(),
                holder: label.claim.holder.clone(),
                label: label.name(lang).to_owned(),
                until: texts.day(lang, state.until),
                tone: state.tone,
                state: state.word,
            }
        })
        .collect();
    let title = texts.say(lang, "registry-list-title", &[]);
    let feed = format!("/{}/feed", lang.code());
    let page = Page {
        lang,
        title: &title,
        institute: Some(institute(book)),
        path: "/",
        feed: Some(&feed),
        demonstration,
    };
    let search = Search::of(&request.parameter("q").unwrap_or_default());
    Ok(shown(StatusCode::OK, registry, &page, &pages::list(texts, lang, &search, &rows)))
}

/// `GET /{fr,en}/labels/{number}?c=`: one label; `c` is the digest in a scanned code.
///
/// # Errors
/// The disk refuses, or the state was lost. A number without label is a page that says so.
pub fn label(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let lang = lang(request)?;
    let number = request.place(1);
    let now = registry.now();
    let texts = &registry.texts;
    let guard = registry.read()?;
    let Some(book) = guard.as_ref() else { return Ok(not_founded(registry, lang)) };
    let Some(label) = publication::find(book, number) else {
        let sentence = texts.say(lang, "registry-verify-not-found", &[("number", number)]);
        let content = pages::not_found(texts, lang, Some(&sentence));
        let page = page_of(lang, &sentence, Some(book), "/verify");
        return Ok(shown(StatusCode::NOT_FOUND, registry, &page, &content));
    };
    let state = State::of(texts, lang, &label, day_in_paris(now));
    let stored = registry.files.document(&label.document)?;
    let stored_verdict = verdict::of_stored(registry, book, lang, &label, &state, stored.as_deref())?;
    let address = code_address(&label.claim, &label.credential);
    let beside = Beside {
        tone: stored_verdict.0,
        trouble: stored_verdict.1,
        time: time_in_paris(now),
        size: stored.map(|bytes| bytes.len()),
        scanned: request.parameter("c").map(|digest| digest == label.credential.digest),
        code: modules(&address),
        address,
    };
    let content = pages::label(texts, lang, &label, &state, &beside);
    let path = format!("/labels/{}", label.claim.number);
    let page = Page {
        lang,
        title: &label.claim.solution.name,
        institute: Some(institute(book)),
        path: &path,
        feed: Some(&format!("/{}{path}/feed", lang.code())),
        demonstration: label.claim.demonstration,
    };
    Ok(shown(StatusCode::OK, registry, &page, &content))
}

/// `GET /{fr,en}/labels/{number}/opinion`: the board's reasoned opinion on it.
///
/// # Errors
/// There is no such label, or the state was lost.
pub fn opinion(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let lang = lang(request)?;
    let (now, texts) = (registry.now(), &registry.texts);
    registry.with_book(|book| {
        let label = publication::find(book, request.place(1)).ok_or(Code::NotFound)?;
        let state = State::of(texts, lang, &label, day_in_paris(now));
        let title =
            texts.say(lang, "registry-opinion-title", &[("solution", label.claim.solution.name.as_str())]);
        let page = Page {
            lang,
            title: &title,
            institute: Some(institute(book)),
            path: &format!("/labels/{}/opinion", label.claim.number),
            feed: None,
            demonstration: label.claim.demonstration,
        };
        Ok(shown(StatusCode::OK, registry, &page, &pages::opinion(texts, lang, &label, &state)))
    })
}

/// `GET /{fr,en}/verify?n=`: the two forms, and the verdict on a number.
///
/// # Errors
/// The disk refuses, or the state was lost.
pub fn verify(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let lang = lang(request)?;
    let typed = form_field(request.query.as_bytes(), "n").unwrap_or_default();
    let guard = registry.read()?;
    let Some(book) = guard.as_ref() else { return Ok(not_founded(registry, lang)) };
    let number: String = typed.chars().filter(|c| !c.is_whitespace()).map(plain_hyphen).collect();
    let outcome = if number.is_empty() {
        Outcome::Nothing
    } else if !publication::is_number(&number) {
        Outcome::Sentence(registry.texts.say(lang, "registry-verify-no-number", &[]))
    } else {
        verdict::of_number(registry, book, lang, &number)?
    };
    Ok(verification(registry, book, lang, &number, &outcome))
}

/// `POST /{fr,en}/verify`: the verdict on a file, which is not kept.
///
/// # Errors
/// The disk refuses, or the state was lost.
pub fn verify_file(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let lang = lang(request)?;
    let guard = registry.read()?;
    let Some(book) = guard.as_ref() else { return Ok(not_founded(registry, lang)) };
    let outcome = match pages::uploaded(&request.kind, &request.body, "file") {
        Some(file) => verdict::of_file(registry, book, lang, file)?,
        None => Outcome::Sentence(registry.texts.say(lang, "registry-verify-no-file", &[])),
    };
    Ok(verification(registry, book, lang, "", &outcome))
}

/// `GET /labels/{number}.json`: the label for programs: the certificate's own credential, its digest, the state.
///
/// # Errors
/// There is no such label.
pub fn label_json(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let number = request.place(0).strip_suffix(".json").ok_or(Code::NotFound)?;
    let now = registry.now();
    registry.with_book(|book| {
        let label = publication::find(book, number).ok_or(Code::NotFound)?;
        let (life, today) = (label.life(), day_in_paris(now));
        let standing = life.on(today);
        let cause = cause(&label, standing.public, today);
        let claim: serde_json::Value =
            serde_json::from_slice(&label.credential.bytes).map_err(|_| Code::Broken)?;
        let json = serde_json::json!({
            "format": "sceau-label/1",
            "number": label.claim.number,
            "state": standing.public.code(),
            "stands": standing.stands,
            "since": life.since(today).to_string(),
            "reason": cause.and_then(|one| one.said.public.as_ref()).map(reason),
            "successor": cause.and_then(|one| one.said.successor.as_ref()),
            "valid_until": standing.valid_until.map(|day| day.to_string()),
            "life": label.told().map(|one| serde_json::json!({
                "on": one.event().on.to_string(),
                "deed": one.said.deed.code(),
                "reason": one.said.public.as_ref().map(reason),
                "successor": one.said.successor,
            })).collect::<Vec<_>>(),
            "asked_at": now.0,
            "certificate": {
                "sha256": sceau_protocol::path::hex(&label.document),
                "address": format!("{}/labels/{}/certificate.pdf", registry.settings.url, label.claim.number),
            },
            "opinion": {
                "address": format!("{}/fr/labels/{}/opinion", registry.settings.url, label.claim.number),
                "outcome": label.outcome(),
                "figures": label.figures.as_ref().map(publication::figures_json),
            },
            "credential": { "sha256": label.credential.digest, "claim": claim },
        });
        Ok(Answer::public("application/json", json.to_string().into_bytes()))
    })
}

fn reason(said: &sceau_domain::label::PublicReason) -> serde_json::Value {
    serde_json::json!({ "fr": said.fr, "en": said.en })
}

/// `GET /labels/{number}/certificate.pdf`: the signed certificate, as it was signed.
///
/// # Errors
/// There is no such label, or its certificate is not here yet.
pub fn certificate(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let number = request.place(0);
    registry.with_book(|book| {
        let label = publication::find(book, number).ok_or(Code::NotFound)?;
        let pdf = registry.files.document(&label.document)?.ok_or(Code::NotFound)?;
        Ok(Answer::public("application/pdf", pdf).named(format!("label-{number}.pdf")))
    })
}

/// `GET /ca.pem`: the institute's seal authorities, as its charters name them.
///
/// # Errors
/// None is here yet.
pub fn seal_authority(registry: &Registry, _: &Request) -> Result<Answer, Failure> {
    registry.with_book(|book| {
        let certificates = publication::authorities(registry, book)?;
        if certificates.is_empty() {
            return Err(Code::NotFound.into());
        }
        let pem: String = certificates.iter().map(|der| pem(der)).collect();
        Ok(Answer::public("application/x-pem-file", pem.into_bytes()).named("ca.pem".to_owned()))
    })
}

/// `GET /ca.crl`: the newest revocation list of the seal authority that the charter in force names, DER.
///
/// # Errors
/// None is here yet.
pub fn revocation_list(registry: &Registry, _: &Request) -> Result<Answer, Failure> {
    registry.with_book(|book| {
        for authority in book.charters().current().seal_ca.iter().rev() {
            if let Some(list) = registry.files.last_list(authority)? {
                return Ok(Answer::public("application/pkix-crl", list).named("ca.crl".to_owned()));
            }
        }
        Err(Code::NotFound.into())
    })
}

/// `GET /style.css`.
///
/// # Errors
/// None.
pub fn style(_: &Registry, _: &Request) -> Result<Answer, Failure> {
    Ok(Answer::asset("text/css; charset=utf-8", STYLE))
}

/// `GET /fonts/{file}`: the two bundled faces.
///
/// # Errors
/// There is no such face.
pub fn font(_: &Registry, request: &Request) -> Result<Answer, Failure> {
    match request.place(0) {
        "regular.ttf" => Ok(Answer::asset("font/ttf", REGULAR)),
        "semibold.ttf" => Ok(Answer::asset("font/ttf", SEMIBOLD)),
        _ => Err(Code::NotFound.into()),
    }
}

/// The page for an address at which there is nothing, in the language that the address begins with.
pub(super) fn not_found(registry: &Registry, path: &str) -> Answer {
    let lang = path.split('/').nth(1).and_then(Lang::of).unwrap_or(Lang::Fr);
    let title = registry.texts.say(lang, "registry-missing-title", &[]);
    let content = pages::not_found(&registry.texts, lang, None);
    shown(StatusCode::NOT_FOUND, registry, &page_of(lang, &title, None, "/"), &content)
}

/// The page that says why a page could not be shown, in the language that the address begins with.
pub(super) fn refused(registry: &Registry, path: &str, code: Code) -> Answer {
    let texts = &registry.texts;
    let lang = path.split('/').nth(1).and_then(Lang::of).unwrap_or(Lang::Fr);
    let status = StatusCode::from_u16(code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let key = match code {
        Code::NotFound => return not_found(registry, path),
        Code::TooLarge => "registry-verify-too-large",
        Code::TooOften => "registry-verify-too-often",
        _ => "registry-refused",
    };
    let sentence = texts.say(lang, key, &[]);
    let content = pages::verify(texts, lang, "", &Outcome::Sentence(sentence));
    let title = texts.say(lang, "registry-verify-title", &[]);
    shown(status, registry, &page_of(lang, &title, None, "/verify"), &content)
}

fn not_founded(registry: &Registry, lang: Lang) -> Answer {
    let sentence = registry.texts.say(lang, "registry-not-founded", &[]);
    let mut content = Html::new();
    content.element("<h1>", &sentence, "</h1>");
    shown(StatusCode::NOT_FOUND, registry, &page_of(lang, &sentence, None, "/"), &content)
}

fn page_of<'p>(lang: Lang, title: &'p str, book: Option<&'p Book>, path: &'p str) -> Page<'p> {
    Page { lang, title, institute: book.map(institute), path, feed: None, demonstration: false }
}

fn verification(registry: &Registry, book: &Book, lang: Lang, typed: &str, outcome: &Outcome) -> Answer {
    let title = registry.texts.say(lang, "registry-verify-title", &[]);
    let page = page_of(lang, &title, Some(book), "/verify");
    shown(StatusCode::OK, registry, &page, &pages::verify(&registry.texts, lang, typed, outcome))
}

pub(super) fn shown(status: StatusCode, registry: &Registry, page: &Page<'_>, content: &Html) -> Answer {
    Answer::html(status, frame(&registry.texts, page, content))
}

pub(super) fn institute(book: &Book) -> &str {
    &book.charters().current().name
}

pub(super) fn lang(request: &Request) -> Result<Lang, Failure> {
    Ok(Lang::of(request.place(0)).ok_or(Code::NotFound)?)
}

/// A number copied from a page or a PDF may come with another hyphen.
const fn plain_hyphen(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}

fn modules(address: &str) -> Vec<Vec<bool>> {
    let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::M) else { return Vec::new() };
    let width = code.width().max(1);
    code.to_colors().chunks(width).map(|row| row.iter().map(|cell| *cell == Color::Dark).collect()).collect()
}

fn pem(der: &[u8]) -> String {
    let encoded = STANDARD.encode(der);
    let mut pem = "-----BEGIN CERTIFICATE-----\n".to_owned();
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        let (line, more) = rest.split_at(rest.len().min(64));
        pem.push_str(line);
        pem.push('\n');
        rest = more;
    }
    pem.push_str("-----END CERTIFICATE-----\n");
    pem
}
