//! Labels where somebody else reads them: feeds of what happens to them, and a frame for a site.

use axum::http::StatusCode;
use sceau_protocol::Code;

use super::Request;
use super::public::{institute, lang, shown};
use crate::answer::Answer;
use crate::book::Book;
use crate::failure::Failure;
use crate::pages::{self, Feed, Lang, Page, Told};
use crate::publication::{self, Label, day_in_paris, time_in_paris};
use crate::registry::Registry;
use crate::standing::State;

/// Most entries of a feed: who asks once a month misses nothing of a busy year.
const ENTRIES: usize = 200;

/// `GET /{fr,en}/feed`: what happens to any label.
///
/// # Errors
/// No institute is founded yet.
pub fn feed(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let lang = lang(request)?;
    registry.with_book(|book| {
        let labels = book.labels.iter().filter_map(|(number, label)| Label::read(book, number, label));
        let title = registry.texts.say(lang, "registry-list-title", &[]);
        Ok(answered(registry, book, lang, &labels.collect::<Vec<_>>(), title, ""))
    })
}

/// `GET /{fr,en}/labels/{number}/feed`: what happens to one.
///
/// # Errors
/// There is no such label.
pub fn label_feed(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let lang = lang(request)?;
    registry.with_book(|book| {
        let label = publication::find(book, request.place(1)).ok_or(Code::NotFound)?;
        let title = pages::titled(&registry.texts, lang, &label);
        let path = format!("labels/{}/", label.claim.number);
        Ok(answered(registry, book, lang, &[label], title, &path))
    })
}

/// `GET /{fr,en}/labels/{number}/block`: the label in a frame of another site.
///
/// # Errors
/// There is no such label.
pub fn block(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let lang = lang(request)?;
    let now = registry.now();
    registry.with_book(|book| {
        let label = publication::find(book, request.place(1)).ok_or(Code::NotFound)?;
        let state = State::of(&registry.texts, lang, &label, day_in_paris(now));
        let page = page_of(registry, lang, &label.claim.number);
        let block = pages::block(&registry.texts, lang, &label, &state, &time_in_paris(now), &page);
        Ok(Answer::html(StatusCode::OK, block).framed())
    })
}

/// `GET /{fr,en}/labels/{number}/embed`: how to put that frame on a site.
///
/// # Errors
/// There is no such label.
pub fn embed(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let lang = lang(request)?;
    registry.with_book(|book| {
        let label = publication::find(book, request.place(1)).ok_or(Code::NotFound)?;
        let title = registry.texts.say(lang, "registry-embed-title", &[]);
        let page = Page {
            lang,
            title: &title,
            institute: Some(institute(book)),
            path: &format!("/labels/{}/embed", label.claim.number),
            feed: None,
            demonstration: label.claim.demonstration,
        };
        let content = pages::embed(&registry.texts, lang, &label, &registry.settings.url);
        Ok(shown(StatusCode::OK, registry, &page, &content))
    })
}

fn page_of(registry: &Registry, lang: Lang, number: &str) -> String {
    format!("{}/{}/labels/{number}", registry.settings.url, lang.code())
}

/// The feed of some labels; `path`: where under the language it lies.
fn answered(
    registry: &Registry,
    book: &Book,
    lang: Lang,
    labels: &[Label],
    title: String,
    path: &str,
) -> Answer {
    let mut entries: Vec<Told> = labels.iter().flat_map(|label| told(registry, lang, label)).collect();
    entries.sort_by_key(|one| std::cmp::Reverse(one.at));
    entries.truncate(ENTRIES);
    let root = format!("{}/{}/", registry.settings.url, lang.code());
    let feed = Feed {
        lang,
        address: format!("{root}{path}feed"),
        page: format!("{root}{}", path.trim_end_matches('/')),
        title,
        author: institute(book).to_owned(),
        entries,
    };
    Answer::public("application/atom+xml; charset=utf-8", pages::feed(&feed).into_bytes())
}

/// What the public was told of a label. The day of its decision and the day from which it holds are on its page, and are
/// no news beside its publication.
fn told(registry: &Registry, lang: Lang, label: &Label) -> Vec<Told> {
    let state = State::of(&registry.texts, lang, label, day_in_paris(registry.now()));
    let page = page_of(registry, lang, &label.claim.number);
    let name = pages::titled(&registry.texts, lang, label);
    let lines = state.life.into_iter().filter(|line| !matches!(line.code.as_str(), "decided" | "effective"));
    lines
        .map(|line| Told {
            id: format!("{page}#{}-{}-{}", line.on, line.code, line.told.0),
            page: page.clone(),
            title: registry.texts.say(lang, "registry-feed-entry", &[("label", &name), ("word", &line.word)]),
            detail: line.detail.text,
            detail_lang: line.detail.lang,
            at: line.told,
        })
        .collect()
}
