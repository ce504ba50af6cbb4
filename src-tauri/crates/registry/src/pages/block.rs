//! A label in a frame of somebody else's page, and the page that hands it out.

use super::icons::Icon;
use super::{Html, Lang, Texts, Tone};
use crate::publication::Label;
use crate::standing::State;

/// CSS pixels of the frame: enough for a long name and the longest state.
const WIDTH: &str = "360";
const HEIGHT: &str = "264";

/// The whole document that stands in the frame. It is asked for each time it is shown, so that a label that is suspended
/// says so wherever it stands.
#[must_use]
pub fn block(texts: &Texts, lang: Lang, label: &Label, state: &State, time: &str, page: &str) -> String {
    let mut html = Html::new();
    html.raw("<!doctype html>\n<html").attribute("lang", lang.code());
    html.raw("><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>");
    html.text(&titled(texts, lang, label));
    html.raw(
        "</title><link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"/style.css\"></head>",
    );
    html.raw("<body class=\"block\"><main><h1 class=\"meta\">");
    Icon::Seal.draw(&mut html);
    html.raw("<span>").text(&titled(texts, lang, label)).raw("</span></h1><p><strong>");
    html.text(label.name(lang)).raw("</strong></p><p><b");
    let class = match state.tone {
        Tone::Good => "ok",
        Tone::Unknown => "warn",
        Tone::Bad => "danger",
    };
    html.attribute("class", class).raw(">").text(&state.word).raw("</b> ").text(&state.sentence);
    html.raw("</p><p class=\"meta\">").text(&texts.say(lang, "registry-check-state-read", &[("time", time)]));
    html.raw(" · <a target=\"_blank\" rel=\"noopener\"").attribute("href", page).raw(">");
    html.text(&texts.say(lang, "registry-verify-label", &[])).raw("</a></p></main></body></html>");
    html.finish()
}

/// How to put it there: what it looks like, and the words to copy.
#[must_use]
pub fn embed(texts: &Texts, lang: Lang, label: &Label, url: &str) -> Html {
    let say = |key: &str| texts.say(lang, key, &[]);
    let path = format!("/{}/labels/{}/block", lang.code(), label.claim.number);
    let mut html = Html::new();
    html.element("<h1>", &say("registry-embed-title"), "</h1>");
    html.element("<p class=\"lead\">", &say("registry-embed-lead"), "</p><div class=\"embed\">");
    html.piece(&framed(texts, lang, label, &path));
    html.raw("<p><label for=\"snippet\">").text(&say("registry-embed-copy"));
    html.raw("</label><textarea id=\"snippet\" readonly rows=\"4\" spellcheck=\"false\">");
    html.text(&framed(texts, lang, label, &format!("{url}{path}")).finish())
        .raw("</textarea></p></div><p><a");
    html.attribute("href", &format!("/{}/labels/{}", lang.code(), label.claim.number)).raw(">");
    html.text(&texts.say(lang, "registry-verify-page", &[("number", &label.claim.number)]));
    html.raw("</a></p>");
    html
}

fn framed(texts: &Texts, lang: Lang, label: &Label, address: &str) -> Html {
    let mut html = Html::new();
    html.raw("<iframe").attribute("src", address).attribute("title", &titled(texts, lang, label));
    html.attribute("width", WIDTH).attribute("height", HEIGHT);
    html.raw(" loading=\"lazy\"></iframe>");
    html
}

/// How a label is called where nothing stands around it; an invented one says so.
#[must_use]
pub fn titled(texts: &Texts, lang: Lang, label: &Label) -> String {
    let number = texts.say(lang, "registry-label-number", &[("number", &label.claim.number)]);
    let invented = label.claim.demonstration.then(|| texts.say(lang, "registry-demonstration", &[]));
    [Some(number), Some(label.claim.solution.name.clone()), invented]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}
