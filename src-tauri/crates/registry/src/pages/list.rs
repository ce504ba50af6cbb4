//! The list of labels, and the page for an address at which there is nothing.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::{Html, Lang, Texts, Tone};

/// A label in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its public number.
    pub number: String,
    /// Name of the solution.
    pub solution: String,
    /// Who holds the label.
    pub holder: String,
    /// Name of the label.
    pub label: String,
    /// Its state, in a word.
    pub state: String,
    /// In force, to be careful with, ended.
    pub tone: Tone,
    /// Its last day, in words.
    pub until: String,
}

/// What somebody looks for among the labels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// As it was typed, as far as it is read.
    typed: String,
    /// Its words, folded.
    words: Vec<String>,
}

/// Characters that are read of a search: nobody types more, and folding takes time.
const TYPED: usize = 200;

impl Search {
    /// What is looked for.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let typed: String = typed.chars().take(TYPED).collect();
        let words = fold(&typed).split_whitespace().map(str::to_owned).collect();
        Self { typed, words }
    }

    /// Whether a label says every word that was typed, or its beginning, whatever case and accents.
    #[must_use]
    pub fn finds(&self, row: &Row) -> bool {
        let said = [&row.number, &row.solution, &row.holder, &row.label, &row.state]
            .map(|text| fold(text))
            .join(" ");
        self.words.iter().all(|word| said.split_whitespace().any(|one| one.starts_with(word)))
    }
}

/// Without case, accents and punctuation; a number keeps its hyphen.
fn fold(text: &str) -> String {
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    plain.map(|c| if c.is_alphanumeric() || c == '-' { c } else { ' ' }).collect()
}

/// The list, newest number first: all labels, or those that were looked for.
#[must_use]
pub fn list(texts: &Texts, lang: Lang, search: &Search, rows: &[Row]) -> Html {
    let say = |key: &str| texts.say(lang, key, &[]);
    let mut html = Html::new();
    html.element("<h1>", &say("registry-list-title"), "</h1>");
    html.element("<p class=\"lead\">", &texts.count(lang, "registry-list-lead", rows.len()), "</p>");
    if rows.is_empty() {
        return html;
    }
    let found: Vec<&Row> = rows.iter().filter(|row| search.finds(row)).collect();
    form(texts, lang, search, found.len(), &mut html);
    if found.is_empty() {
        return html;
    }
    html.raw("<div class=\"table card\" tabindex=\"0\" role=\"region\"");
    html.attribute("aria-label", &say("registry-list-title")).raw("><table><thead><tr>");
    for key in [
        "registry-list-number",
        "registry-list-solution",
        "registry-list-holder",
        "registry-list-label",
        "registry-list-state",
        "registry-list-until",
    ] {
        html.element("<th scope=\"col\">", &say(key), "</th>");
    }
    html.raw("</tr></thead><tbody>");
    for row in found {
        html.raw("<tr><td><a").attribute("href", &format!("/{}/labels/{}", lang.code(), row.number));
        html.raw(">").text(&row.number).raw("</a></td>");
        for cell in [&row.solution, &row.holder, &row.label] {
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

fn form(texts: &Texts, lang: Lang, search: &Search, found: usize, html: &mut Html) {
    let say = |key: &str| texts.say(lang, key, &[]);
    html.raw("<form class=\"search\" role=\"search\" method=\"get\"");
    html.attribute("action", &format!("/{}/", lang.code())).raw("><label for=\"q\">");
    html.text(&say("registry-list-search")).raw("</label><input id=\"q\" name=\"q\" type=\"search\"");
    html.attribute("value", &search.typed).raw("><button class=\"button\" type=\"submit\">");
    html.text(&say("registry-list-find")).raw("</button></form>");
    if search.words.is_empty() {
        return;
    }
    html.raw("<p role=\"status\">").text(&texts.count(lang, "registry-list-found", found)).raw(" <a");
    html.attribute("href", &format!("/{}/", lang.code())).raw(">").text(&say("registry-list-all"));
    html.raw("</a></p>");
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

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Row {
        Row {
            number: "2026-001".into(),
            solution: "RénalInfo".into(),
            holder: "Arcadie Santé".into(),
            label: "Solution à haut niveau d’évaluation clinique".into(),
            state: "En vigueur".into(),
            tone: Tone::Good,
            until: "14 mars 2028".into(),
        }
    }

    #[test]
    fn a_label_is_found_by_the_beginnings_of_its_words_however_they_are_typed() {
        for words in
            ["", " ", "renal", "RENALINFO", "sante arc", "2026-001", "2026", "évaluation", "vigueur rén"]
        {
            assert!(Search::of(words).finds(&row()), "{words}");
        }
        for words in ["info", "2026-002", "renal suspendu", "001"] {
            assert!(!Search::of(words).finds(&row()), "{words}");
        }
    }
}
