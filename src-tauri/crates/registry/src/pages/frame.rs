//! What every page shares: head, banner, navigation, main, footer.

use super::icons::Icon;
use super::{Html, Lang, Texts};

/// What the frame needs to know of a page.
#[derive(Debug, Clone)]
pub struct Page<'p> {
    /// Its language.
    pub lang: Lang,
    /// Its title, in the window's bar.
    pub title: &'p str,
    /// The institute's name, once one is founded.
    pub institute: Option<&'p str>,
    /// Its path in the other language, without the language: `/labels/2026-001`; empty: it speaks both.
    pub path: &'p str,
    /// Path of a feed that tells what changes on it.
    pub feed: Option<&'p str>,
    /// Something on it is invented.
    pub demonstration: bool,
}

/// Puts a page's content into the frame.
#[must_use]
pub fn frame(texts: &Texts, page: &Page<'_>, content: &Html) -> String {
    let lang = page.lang;
    let say = |key: &str| texts.say(lang, key, &[]);
    let mut html = Html::new();
    html.raw("<!doctype html>\n<html").attribute("lang", lang.code());
    html.raw("><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>");
    html.text(page.title).raw(" · ").text(&say("registry-title"));
    html.raw("</title><link rel=\"icon\" href=\"data:,\">");
    if let Some(feed) = page.feed {
        html.raw("<link rel=\"alternate\" type=\"application/atom+xml\"").attribute("href", feed).raw(">");
    }
    html.raw("<link rel=\"stylesheet\" href=\"/style.css\">");
    html.raw("</head><body>");
    // On the page of an invitation it would take the code's place in the address.
    if !page.path.is_empty() {
        html.raw("<a class=\"skip\" href=\"#content\">").text(&say("registry-skip")).raw("</a>");
    }
    html.raw("<header class=\"top\"><div class=\"wide\"><a class=\"brand\"");
    html.attribute("href", &format!("/{}/", lang.code())).raw(">");
    Icon::Seal.draw(&mut html);
    html.raw("<span><strong>").text(&say("registry-title")).raw("</strong>");
    if let Some(institute) = page.institute {
        html.element("<span>", institute, "</span>");
    }
    html.raw("</span></a><nav").attribute("aria-label", &say("registry-nav")).raw("><ul>");
    let links = [("/", "registry-nav-labels"), ("/verify", "registry-nav-verify")];
    for (path, key) in links {
        html.raw("<li><a").attribute("href", &format!("/{}{path}", lang.code()));
        let here = page.path == path || (path == "/" && page.path.starts_with("/labels/"));
        if here {
            html.raw(" aria-current=\"page\"");
        }
        html.raw(">").text(&say(key)).raw("</a></li>");
    }
    if !page.path.is_empty() {
        let other = lang.other();
        html.raw("<li><a").attribute("href", &format!("/{}{}", other.code(), page.path));
        html.attribute("hreflang", other.code()).attribute("lang", other.code()).raw(">");
        html.text(&say("registry-other-language")).raw("</a></li>");
    }
    html.raw("</ul></nav></div></header><main id=\"content\" class=\"wide\" tabindex=\"-1\">");
    html.piece(content).raw("</main><footer class=\"bottom\"><div class=\"wide\"><p>");
    if page.demonstration {
        html.text(&say("registry-demonstration-board")).raw(" ");
    }
    html.text(&say("registry-footer")).raw("</p></div></footer></body></html>\n");
    html.finish()
}
