//! What happened to labels as an Atom feed (RFC 4287), for whoever would rather be told than look.

use jiff::Timestamp;
use sceau_domain::moment::Moment;

use super::{Html, Lang};

/// A feed of the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Its language.
    pub lang: Lang,
    /// Its address.
    pub address: String,
    /// The page that says the same.
    pub page: String,
    /// Its name.
    pub title: String,
    /// The institute.
    pub author: String,
    /// What happened, the last first.
    pub entries: Vec<Told>,
}

/// Something that happened to a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// An address of its own, which never changes.
    pub id: String,
    /// The label's page.
    pub page: String,
    /// What happened, and to what.
    pub title: String,
    /// Why, or since when.
    pub detail: String,
    /// The language of the detail.
    pub detail_lang: Lang,
    /// When the public was told.
    pub at: Moment,
}

/// The feed as XML. What escapes a text of a page escapes one of XML.
#[must_use]
pub fn feed(feed: &Feed) -> String {
    let mut xml = Html::new();
    xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    xml.attribute("xml:lang", feed.lang.code()).raw(">");
    xml.element("<id>", &feed.address, "</id>").element("<title>", &feed.title, "</title>");
    let updated = feed.entries.iter().map(|one| one.at).max();
    xml.element("<updated>", &when(updated.unwrap_or(Moment(0))), "</updated>");
    xml.element("<author><name>", &feed.author, "</name></author>");
    xml.raw("<link rel=\"self\" type=\"application/atom+xml\"").attribute("href", &feed.address).raw("/>");
    xml.raw("<link rel=\"alternate\" type=\"text/html\"").attribute("href", &feed.page).raw("/>");
    for one in &feed.entries {
        xml.raw("\n<entry>").element("<id>", &one.id, "</id>").element("<title>", &one.title, "</title>");
        xml.element("<updated>", &when(one.at), "</updated>");
        xml.raw("<link rel=\"alternate\" type=\"text/html\"").attribute("href", &one.page).raw("/>");
        xml.raw("<summary").attribute("xml:lang", one.detail_lang.code()).raw(">");
        xml.text(&one.detail).raw("</summary></entry>");
    }
    xml.raw("\n</feed>\n");
    xml.finish()
}

/// RFC 3339, as Atom wants it.
fn when(moment: Moment) -> String {
    let milliseconds = i64::try_from(moment.0).unwrap_or(i64::MAX);
    Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::MAX).to_string()
}
