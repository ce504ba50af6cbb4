//! A label's page: its state first, then why, what remains, what it is not, its life, and how to check it.

use sceau_certificate::content::Improvement;

use super::icons::Icon;
use super::opinion::in_short;
use super::{Html, Lang, Texts, Tone};
use crate::publication::Label;
use crate::standing::{LifeLine, State, Words};

/// What the page says besides the label itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Whether the stored certificate verifies now.
    pub tone: Tone,
    /// In a sentence, when it does not.
    pub trouble: Option<String>,
    /// The time of that, `14:02`.
    pub time: String,
    /// Bytes of the certificate; `None` while it is not here.
    pub size: Option<usize>,
    /// The code that was scanned: whether it is this certificate's.
    pub scanned: Option<bool>,
    /// The 2-D code's dark modules, row by row.
    pub code: Vec<Vec<bool>>,
    /// The address in the code.
    pub address: String,
}

/// The page's content.
#[must_use]
pub fn label(texts: &Texts, lang: Lang, label: &Label, state: &State, beside: &Beside) -> Html {
    let mut html = Html::new();
    html.raw("<div class=\"columns\"><article>");
    heading(texts, lang, label, None, &mut html);
    band(texts, lang, label, state, &mut html);
    reasons(texts, lang, label, |_, _| {}, &mut html);
    html.raw("<p class=\"note\"><strong>").text(&texts.say(lang, "registry-label-is-not", &[]));
    html.raw("</strong> ").text(&texts.say(lang, "registry-label-is-not-text", &[])).raw("</p>");
    life(texts, lang, &state.life, &mut html);
    html.raw("</article><div class=\"side\">");
    code(texts, lang, label, beside, &mut html);
    checking(texts, lang, label, state, beside, &mut html);
    facts(texts, lang, label, &mut html);
    html.raw("</div></div>");
    html
}

/// Number, name, use and holder; with a title where the page is about something of the label.
pub(super) fn heading(texts: &Texts, lang: Lang, label: &Label, title: Option<&str>, html: &mut Html) {
    let claim = &label.claim;
    html.raw("<p class=\"meta\">").text(&texts.say(
        lang,
        "registry-label-number",
        &[("number", &claim.number)],
    ));
    if claim.demonstration {
        html.raw(" · ").text(&texts.say(lang, "registry-demonstration", &[]));
    }
    html.raw("</p>");
    match title {
        None => html.element("<h1>", &claim.solution.name, "</h1>"),
        Some(title) => {
            let name = [("solution", claim.solution.name.as_str())];
            html.element("<h1>", &texts.say(lang, title, &name), "</h1>")
        }
    };
    let by = [("use", claim.solution.intended_use.trim_end_matches('.')), ("holder", claim.holder.as_str())];
    html.element("<p class=\"lead\">", &texts.say(lang, "registry-label-by", &by), "</p>");
}

pub(super) fn band(texts: &Texts, lang: Lang, label: &Label, state: &State, html: &mut Html) {
    let (class, icon) = match state.tone {
        Tone::Good => ("band ok-soft", Icon::BadgeCheck),
        Tone::Unknown => ("band warn-soft", Icon::CirclePause),
        Tone::Bad => ("band danger-soft", Icon::CircleX),
    };
    html.raw("<div").attribute("class", class).raw(">");
    icon.draw(html);
    html.raw("<div><p><strong>").text(&state.word).raw("</strong> ").text(&state.sentence).raw("</p><p>");
    if let Some(reason) = &state.reason {
        html.text(&texts.say(lang, "registry-label-reason", &[])).raw(" ");
        words(lang, reason, html);
        html.raw("</p><p>");
    }
    let decided = texts.day(lang, label.claim.decided_on);
    let name = label.name(lang);
    html.text(&texts.say(lang, "registry-label-decided", &[("label", name), ("date", &decided)]));
    html.raw("</p></div></div>");
}

/// Why, and what remains to improve; `more` is said of a point after its day. The board writes in French.
pub(super) fn reasons(
    texts: &Texts,
    lang: Lang,
    label: &Label,
    more: impl Fn(&Improvement, &mut Html),
    html: &mut Html,
) {
    let claim = &label.claim;
    html.raw("<div class=\"pair\"><section>");
    html.element("<h2>", &texts.say(lang, "registry-label-why", &[]), "</h2><ul>");
    for reason in &claim.reasons {
        html.raw("<li");
        in_french(lang, html);
        html.raw(">").text(reason).raw("</li>");
    }
    html.raw("</ul></section><section>");
    let key = if claim.with_reservations { "registry-label-reservations" } else { "registry-label-improve" };
    html.element("<h2>", &texts.say(lang, key, &[]), "</h2>");
    if claim.improvements.is_empty() {
        html.element("<p>", &texts.say(lang, "registry-label-improve-none", &[]), "</p></section></div>");
        return;
    }
    html.raw("<ul>");
    for point in &claim.improvements {
        html.raw("<li><span");
        in_french(lang, html);
        html.raw(">").text(&point.observation).raw("</span>");
        if let Some(by) = point.by {
            html.raw(" (").text(&texts.day(lang, by)).raw(")");
        }
        more(point, html);
        html.raw("</li>");
    }
    html.raw("</ul></section></div>");
}

/// Says to whoever reads a page aloud that these words are French.
pub(super) fn in_french(lang: Lang, html: &mut Html) {
    if lang != Lang::Fr {
        html.attribute("lang", Lang::Fr.code());
    }
}

fn life(texts: &Texts, lang: Lang, lines: &[LifeLine], html: &mut Html) {
    html.raw("<section class=\"life\">");
    html.element("<h2>", &texts.say(lang, "registry-label-life", &[]), "</h2><ol>");
    for line in lines {
        html.raw("<li><time").attribute("datetime", &line.on.to_string()).raw(">");
        html.text(&texts.day(lang, line.on)).raw("</time><span><b>").text(&line.word).raw("</b>");
        words(lang, &line.detail, html);
        html.raw("</span></li>");
    }
    html.raw("</ol></section>");
}

/// Words of the institute; in another language than the page's they say so to whoever reads them aloud.
fn words(lang: Lang, words: &Words, html: &mut Html) {
    html.raw("<span");
    if words.lang != lang {
        html.attribute("lang", words.lang.code());
    }
    html.raw(">").text(&words.text).raw("</span>");
}

fn code(texts: &Texts, lang: Lang, label: &Label, beside: &Beside, html: &mut Html) {
    let side = beside.code.len();
    html.raw("<section class=\"card code\">");
    if side > 0 {
        html.raw("<svg role=\"img\" shape-rendering=\"crispEdges\"");
        html.attribute("viewBox", &format!("0 0 {side} {side}"));
        let alt = texts.say(lang, "registry-code-alt", &[("number", &label.claim.number)]);
        html.attribute("aria-label", &alt)
            .raw("><path fill=\"#1a1d23\"")
            .attribute("d", &modules(&beside.code));
        html.raw("/></svg>");
    }
    html.element("<div><h2>", &texts.say(lang, "registry-code-title", &[]), "</h2><p>");
    html.text(&texts.say(lang, "registry-code-text", &[])).raw("</p></div>");
    html.element("<p class=\"address\">", &beside.address, "</p></section>");
}

fn modules(code: &[Vec<bool>]) -> String {
    let cells = code
        .iter()
        .enumerate()
        .flat_map(|(y, row)| row.iter().enumerate().map(move |(x, dark)| (x, y, *dark)));
    cells.filter(|(.., dark)| *dark).map(|(x, y, _)| format!("M{x} {y}h1v1h-1z")).collect()
}

fn checking(texts: &Texts, lang: Lang, label: &Label, state: &State, beside: &Beside, html: &mut Html) {
    let say = |key: &str| texts.say(lang, key, &[]);
    html.raw("<section class=\"card\">").element("<h2>", &say("registry-verify-label"), "</h2>");
    let (class, icon) = match beside.tone {
        Tone::Good => ("ok", Icon::CircleCheck),
        Tone::Bad => ("danger", Icon::CircleX),
        Tone::Unknown => ("warn", Icon::CircleQuestion),
    };
    html.raw("<div class=\"icon-line\"><span").attribute("class", class).raw(">");
    icon.draw(html);
    html.raw("</span><p><strong").attribute("class", class).raw(">").text(&say(beside.tone.word()));
    html.raw("</strong> ")
        .text(&texts.say(lang, "registry-verify-today", &[("time", &beside.time)]))
        .raw("<br>");
    html.text(&beside.trouble.clone().unwrap_or_else(|| say("registry-verify-good"))).raw("</p></div>");
    if let Some(same) = beside.scanned {
        let key = if same { "registry-code-same" } else { "registry-code-other" };
        html.element("<p class=\"icon-line\">", &say(key), "</p>");
    }
    html.raw("<div class=\"buttons\">");
    if let Some(size) = beside.size {
        html.raw("<a class=\"button\"");
        html.attribute("href", &format!("/labels/{}/certificate.pdf", label.claim.number)).raw(">");
        Icon::Download.draw(html);
        let kilobytes = size.div_ceil(1000).to_string();
        let text = if state.tone == Tone::Good {
            texts.say(lang, "registry-certificate", &[("size", &kilobytes)])
        } else {
            texts.say(lang, "registry-certificate-state", &[("state", &state.word.to_lowercase())])
        };
        html.text(&text).raw("</a>");
    }
    html.raw("<a class=\"button\"").attribute("href", &format!("/{}/verify", lang.code())).raw(">");
    Icon::FileCheck.draw(html);
    html.text(&say("registry-verify-file")).raw("</a></div></section>");
}

fn facts(texts: &Texts, lang: Lang, label: &Label, html: &mut Html) {
    let claim = &label.claim;
    html.raw("<section class=\"card\"><dl class=\"facts\">");
    let mut fact = |key: &str, value: &str| {
        html.element("<dt>", &texts.say(lang, key, &[]), "</dt>").element("<dd>", value, "</dd>");
    };
    if let Some(mark) = &claim.entry_mark {
        let mark = [("mark", mark.at_least.as_str()), ("scale", mark.scale.as_str())];
        fact("registry-fact-entry", &texts.say(lang, "registry-fact-entry-text", &mark));
    }
    if let Some(class) = &claim.solution.has_class {
        fact("registry-fact-class", class);
    }
    for (key, frozen) in [("registry-fact-grid", &claim.grid), ("registry-fact-bylaws", &claim.bylaws)] {
        let named = [("id", frozen.id.as_str()), ("version", frozen.version.as_str())];
        let mut text = texts.say(lang, "registry-fact-version", &named);
        if frozen.illustrative {
            text = format!("{text}, {}", texts.say(lang, "registry-fact-illustrative", &[]));
        }
        fact(key, &text);
    }
    let names: Vec<String> =
        claim.signatories.iter().map(|who| format!("{}, {}", who.name, who.role)).collect();
    if !names.is_empty() {
        fact("registry-fact-signatories", &names.join(" · "));
    }
    if let Some(figures) = &label.figures {
        fact("registry-fact-vote", &in_short(texts, lang, figures));
    }
    let page = format!("/{}/labels/{}", lang.code(), claim.number);
    html.element("<dt>", &texts.say(lang, "registry-fact-opinion", &[]), "</dt><dd><a");
    html.attribute("href", &format!("{page}/opinion")).raw(">");
    html.text(&texts.say(lang, "registry-fact-opinion-text", &[])).raw("</a></dd>");
    html.element("<dt>", &texts.say(lang, "registry-fact-data", &[]), "</dt><dd><a");
    html.attribute("href", &format!("/labels/{}.json", claim.number)).raw(">JSON</a> · <a");
    html.attribute("href", &format!("{page}/feed")).raw(">Atom</a> · <a");
    html.attribute("href", &format!("{page}/embed")).raw(">");
    html.text(&texts.say(lang, "registry-fact-block", &[])).raw("</a></dd></dl></section>");
}
