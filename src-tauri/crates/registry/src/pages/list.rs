//! The list of labels, and the page for an address at which there is nothing.

use super::{Html, Lang, Texts, Tone};

/// A label in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its public number.
    pub number: String,
    /// Name of the solution.
    pub solution: String,
    /// Name of the label.
    pub label: String,
    /// Its state, in a word.
    pub state: String,
    /// In force, to be careful with, ended.
    pub tone: Tone,
    /// Its last day, in words.
    pub until: String,
}

/// The list, newest number first.
#[must_use]
pub fn list(texts: &Texts, lang: Lang, rows: &[Row]) -> Html {
    let say = |key: &str| texts.say(lang, key, &[]);
    let mut html = Html::new();
    html.element("<h1>", &say("registry-list-title"), "</h1>");
    html.element("<p class=\"lead\">", &texts.count(lang, "registry-list-lead", rows.len()), "</p>");
    if rows.is_empty() {
        return html;
    }
    html.raw("<div class=\"table card\" tabindex=\"0\" role=\"region\"");
    html.attribute("aria-label", &say("registry-list-title")).raw("><table><thead><tr>");
    for key in [
        "registry-list-number",
        "registry-list-solution",
        "registry-list-label",
        "registry-list-state",
        "registry-list-until",
    ] {
        html.element("<th scope=\"col\">", &say(key), "</th>");
    }
    html.raw("</tr></thead><tbody>");
    for row in rows {
        html.raw("<tr><td><a").attribute("href", &format!("/{}/labels/{}", lang.code(), row.number));
        html.raw(">").text(&row.number).raw("</a></td>");
        for cell in [&row.solution, &row.label] {
            html.element("<td>", cell, "</td>");
        }
        let class = match row.tone {
            Tone::Good => "ok",
            Tone::Unknown => "warn",
            Tone::Bad => "danger",
        };
        html.raw("<td><b").attribute("class", class).raw(">").text(&row.state).raw("</b></td>");
        html.element("<td>", &row.until, "</td>");
        html.raw("</tr>");
    }
    html.raw("</tbody></table></div>");
    html
}

/// Nothing at this address; what to do instead.
#[must_use]
pub fn not_found(texts: &Texts, lang: Lang, sentence: Option<&str>) -> Html {
    let say = |key: &str| texts.say(lang, key, &[]);
    let mut html = Html::new();
    html.element("<h1>", &say("registry-missing-title"), "</h1><p class=\"lead\">");
    match sentence {
        Some(sentence) => html.text(sentence),
        None => html.text(&say("registry-missing-text")),
    };
    html.raw("</p><p><a").attribute("href", &format!("/{}/", lang.code())).raw(">");
    html.text(&say("registry-nav-labels")).raw("</a> · <a");
    html.attribute("href", &format!("/{}/verify", lang.code())).raw(">");
    html.text(&say("registry-nav-verify")).raw("</a></p>");
    html
}
