//! The page of verification: a file or a number in, one verdict out, the word first.

use super::icons::Icon;
use super::{Html, Lang, Texts};

/// How a line or a verdict is meant: by word and icon, then by colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Right.
    Good,
    /// Wrong.
    Bad,
    /// Not known.
    Unknown,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Good => "ok",
            Self::Bad => "danger",
            Self::Unknown => "warn",
        }
    }

    const fn soft(self) -> &'static str {
        match self {
            Self::Good => "ok-soft",
            Self::Bad => "danger-soft",
            Self::Unknown => "warn-soft",
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Good => Icon::CircleCheck,
            Self::Bad => Icon::CircleX,
            Self::Unknown => Icon::CircleQuestion,
        }
    }

    /// Key of the verdict's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Good => "registry-verify-good-word",
            Self::Bad => "registry-verify-bad-word",
            Self::Unknown => "registry-verify-unknown-word",
        }
    }
}

/// One thing that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// How it came out.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// A second, smaller line.
    pub detail: Option<String>,
}

/// One verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Valid, invalid, indeterminate.
    pub tone: Tone,
    /// The line under the word.
    pub sentence: String,
    /// What was checked, in order.
    pub checks: Vec<Check>,
    /// What it proves, or what to do.
    pub advice: String,
    /// The label's number, when the registry has a page for it.
    pub page: Option<String>,
}

/// What the page shows under its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing asked yet.
    Nothing,
    /// A verdict.
    Verdict(Box<Verdict>),
    /// A sentence instead of a verdict: no such number, not a PDF.
    Sentence(String),
}

/// The page, with what was typed.
#[must_use]
pub fn verify(texts: &Texts, lang: Lang, typed: &str, outcome: &Outcome) -> Html {
    let say = |key: &str| texts.say(lang, key, &[]);
    let action = format!("/{}/verify", lang.code());
    let mut html = Html::new();
    html.element("<h1>", &say("registry-verify-title"), "</h1>");
    html.element("<p class=\"lead\">", &say("registry-verify-lead"), "</p>");
    html.raw("<div class=\"forms\"><form class=\"card\" method=\"post\" enctype=\"multipart/form-data\"");
    html.attribute("action", &format!("{action}#verdict"));
    html.raw("><label for=\"file\">").text(&say("registry-verify-file-label"));
    html.raw("</label><div class=\"row\"><input id=\"file\" name=\"file\" type=\"file\" accept=\"application/pdf,.pdf\" required aria-describedby=\"file-hint\"><button class=\"button\">");
    html.text(&say("registry-verify-file-send")).raw("</button></div><p class=\"hint\" id=\"file-hint\">");
    html.text(&say("registry-verify-file-hint")).raw("</p></form><form class=\"card\" method=\"get\"");
    html.attribute("action", &action).raw("><label for=\"n\">").text(&say("registry-verify-number-label"));
    html.raw("</label><div class=\"row\"><input id=\"n\" name=\"n\" autocomplete=\"off\" spellcheck=\"false\" maxlength=\"40\" required aria-describedby=\"n-hint\"");
    html.attribute("value", typed).raw("><button class=\"button first\">");
    html.text(&say("registry-verify-number-send")).raw("</button></div><p class=\"hint\" id=\"n-hint\">");
    html.text(&say("registry-verify-number-hint")).raw("</p></form></div>");
    html.raw("<div role=\"status\" id=\"verdict\" tabindex=\"-1\">");
    match outcome {
        Outcome::Nothing => {}
        Outcome::Sentence(sentence) => {
            html.raw("<div class=\"band warn-soft\">");
            Icon::CircleQuestion.draw(&mut html);
            html.element("<div><p>", sentence, "</p></div></div>");
        }
        Outcome::Verdict(verdict) => card(texts, lang, verdict, &mut html),
    }
    html.raw("</div>");
    html
}

fn card(texts: &Texts, lang: Lang, verdict: &Verdict, html: &mut Html) {
    let say = |key: &str| texts.say(lang, key, &[]);
    html.raw("<section class=\"card verdict\"><header").attribute("class", verdict.tone.soft()).raw(">");
    verdict.tone.icon().draw(html);
    html.element("<div><h2>", &say(verdict.tone.word()), "</h2>");
    html.element("<p>", &verdict.sentence, "</p></div></header><ul");
    html.attribute("aria-label", &say("registry-verify-checks")).raw(">");
    for check in &verdict.checks {
        html.raw("<li><span").attribute("class", check.tone.class()).raw(">");
        match check.tone {
            Tone::Good => Icon::Check.draw(html),
            tone => tone.icon().draw(html),
        }
        html.element("</span><span>", &check.text, "");
        if let Some(detail) = &check.detail {
            html.element("<span>", detail, "</span>");
        }
        html.raw("</span></li>");
    }
    html.raw("</ul><footer><p><strong>");
    let heading = if verdict.tone == Tone::Good { "registry-verify-proves" } else { "registry-verify-do" };
    html.text(&say(heading)).raw("</strong> ").text(&verdict.advice);
    if let Some(number) = &verdict.page {
        html.raw(" <a").attribute("href", &format!("/{}/labels/{number}", lang.code())).raw(">");
        html.text(&texts.say(lang, "registry-verify-page", &[("number", number)])).raw("</a>.");
    }
    html.raw("</p></footer></section>");
}
