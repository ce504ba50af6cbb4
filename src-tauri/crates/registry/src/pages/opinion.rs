//! The board's reasoned opinion behind a label: what was decided and why, the figures that may be public, and what stays
//! confidential.

use sceau_certificate::content::Improvement;
use sceau_domain::figures::{AxisFigures, Figures, Heads};
use sceau_domain::grid::Words;
use sceau_domain::publication::{Choices, PublishedRow};

use super::label::{band, heading, in_french, reasons};
use super::{Html, Lang, Texts};
use crate::publication::Label;
use crate::standing::State;

/// The page's content.
#[must_use]
pub fn opinion(texts: &Texts, lang: Lang, label: &Label, state: &State) -> Html {
    let say = |key: &str| texts.say(lang, key, &[]);
    let mut html = Html::new();
    html.raw("<article class=\"opinion\">");
    heading(texts, lang, label, Some("registry-opinion-title"), &mut html);
    band(texts, lang, label, state, &mut html);
    html.element("<section><h2>", &say("registry-opinion-outcome"), "</h2><p>");
    html.text(&say(&format!("registry-opinion-{}", label.outcome()))).raw("</p></section>");
    let point = |point: &Improvement, html: &mut Html| {
        let criterion = [("criterion", point.criterion.as_str())];
        html.raw("<span class=\"change\">");
        html.text(&texts.say(lang, "registry-opinion-change", &criterion)).raw(" <span");
        in_french(lang, html);
        html.raw(">").text(&point.change).raw("</span></span>");
    };
    reasons(texts, lang, label, point, &mut html);
    match &label.figures {
        Some(figures) => {
            vote(texts, lang, figures, &mut html);
            marks(texts, lang, label, figures, &mut html);
        }
        None => {
            html.element("<section><h2>", &say("registry-opinion-vote"), "</h2><p>");
            html.text(&say("registry-opinion-no-figures")).raw("</p></section>");
        }
    }
    html.element("<p class=\"note\"><strong>", &say("registry-opinion-confidential"), "</strong> ");
    html.text(&say("registry-opinion-confidential-text")).raw("</p><p class=\"back\"><a");
    let page = format!("/{}/labels/{}", lang.code(), label.claim.number);
    html.attribute("href", &page).raw(">").text(&say("registry-opinion-back")).raw("</a></p></article>");
    html
}

/// "quorum reached, 2 recusals".
pub(super) fn in_short(texts: &Texts, lang: Lang, figures: &Figures) -> String {
    let recused = texts.count(lang, "registry-opinion-recusals", number(figures.recusals));
    match figures.heads {
        Some(_) => texts.say(lang, "registry-fact-vote-text", &[("recusals", &recused)]),
        None => recused,
    }
}

fn vote(texts: &Texts, lang: Lang, figures: &Figures, html: &mut Html) {
    let say = |key: &str| texts.say(lang, key, &[]);
    html.element("<section><h2>", &say("registry-opinion-vote"), "</h2><dl class=\"facts\">");
    if let Some(Heads { electors, present, needed, voters }) = figures.heads {
        let shown = [electors, present, needed, voters].map(|n| n.to_string());
        let [electors, present, needed, voters] = shown.each_ref().map(String::as_str);
        let said = [
            ("registry-opinion-electors", electors.to_owned()),
            (
                "registry-opinion-present",
                texts.say(lang, "registry-opinion-present-text", &[("have", present), ("need", needed)]),
            ),
            ("registry-opinion-voters", voters.to_owned()),
        ];
        for (key, value) in said {
            html.element("<dt>", &say(key), "</dt>").element("<dd>", &value, "</dd>");
        }
    }
    html.element("<dt>", &say("registry-opinion-recused"), "</dt>");
    let recused = match figures.recusals {
        0 => say("registry-opinion-recused-none"),
        some => some.to_string(),
    };
    html.element("<dd>", &recused, "</dd></dl>");
    ballots(texts, lang, figures, html);
    let smallest = figures.smallest_group.to_string();
    for code in figures.ballots.codes() {
        let key = code.replace('.', "-");
        html.element("<p>", &texts.say(lang, &key, &[("n", &smallest)]), "</p>");
    }
    html.raw("</section>");
}

/// Choices down, groups of colleges across: no group is so small, or so much of one mind, that it shows how somebody voted.
fn ballots(texts: &Texts, lang: Lang, figures: &Figures, html: &mut Html) {
    let Some(total) = &figures.ballots.total else { return };
    let say = |key: &str| texts.say(lang, key, &[]);
    table(&say("registry-opinion-vote"), html);
    html.element("<th scope=\"col\">", &say("registry-opinion-choice"), "</th>");
    let titled = |row: &PublishedRow| {
        let words = |code: &String| worded(lang, &figures.college(code)).to_owned();
        row.colleges.iter().map(words).collect::<Vec<_>>().join(", ")
    };
    let mut groups: Vec<(String, &Choices)> =
        figures.ballots.rows.iter().map(|row| (titled(row), &row.choices)).collect();
    groups.push((say("registry-opinion-total"), total));
    for (title, _) in &groups {
        html.element("<th scope=\"col\">", title, "</th>");
    }
    html.raw("</tr></thead><tbody>");
    for (choice, _) in total {
        html.element("<tr><th scope=\"row\">", &texts.choice(lang, choice), "</th>");
        for (title, choices) in &groups {
            let n = choices.iter().find(|(known, _)| known == choice).map_or(0, |(_, n)| *n);
            cell(title, &n.to_string(), html);
        }
        html.raw("</tr>");
    }
    html.raw("</tbody></table></div>");
}

fn marks(texts: &Texts, lang: Lang, label: &Label, figures: &Figures, html: &mut Html) {
    let say = |key: &str| texts.say(lang, key, &[]);
    html.element("<section><h2>", &say("registry-opinion-marks"), "</h2>");
    let smallest = figures.smallest_group.to_string();
    if figures.axes.is_empty() {
        let none = texts.say(lang, "registry-opinion-marks-none", &[("n", &smallest)]);
        html.element("<p>", &none, "</p></section>");
        return;
    }
    let said = [("n", smallest.as_str()), ("scale", figures.scale.as_str())];
    html.element("<p>", &texts.say(lang, "registry-opinion-marks-text", &said), "</p>");
    if label.claim.grid.illustrative {
        html.element("<p>", &say("registry-opinion-illustrative"), "</p>");
    }
    table(&say("registry-opinion-marks"), html);
    let titles = ["sheets", "median", "spread"].map(|key| say(&format!("registry-opinion-{key}")));
    html.element("<th scope=\"col\">", &say("registry-opinion-axis"), "</th>");
    for title in &titles {
        html.element("<th scope=\"col\">", title, "</th>");
    }
    html.raw("</tr></thead><tbody>");
    for AxisFigures { axis, sheets, low, median, high } in &figures.axes {
        html.element("<tr><th scope=\"row\">", worded(lang, &axis.title), "</th>");
        let [low, median, high] = [low, median, high].map(|text| texts.decimal(lang, text));
        let spread = texts.say(lang, "registry-opinion-spread-text", &[("low", &low), ("high", &high)]);
        for (title, text) in titles.iter().zip([&sheets.to_string(), &median, &spread]) {
            cell(title, text, html);
        }
        html.raw("</tr>");
    }
    html.raw("</tbody></table></div></section>");
}

/// A cell that bears its column's title: on a telephone, which has no room for columns, it stands beside it.
fn cell(title: &str, text: &str, html: &mut Html) {
    html.raw("<td").attribute("data-of", title).raw(">").text(text).raw("</td>");
}

/// A table of numbers up to its first row of titles.
fn table(name: &str, html: &mut Html) {
    html.raw("<div class=\"numbers card\" tabindex=\"0\" role=\"region\"").attribute("aria-label", name);
    html.raw("><table><thead><tr>");
}

fn worded(lang: Lang, words: &Words) -> &str {
    match lang {
        Lang::Fr => &words.fr,
        Lang::En => words.en.as_deref().unwrap_or(&words.fr),
    }
}

fn number(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}
