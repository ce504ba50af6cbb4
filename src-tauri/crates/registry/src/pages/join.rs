//! Where an invitation's link leads: what to do with it, in both languages on one page, since another address would lose
//! the code. The code stands in the fragment, which browsers keep to themselves: this registry never receives it.

use super::{Html, Lang, Texts};

/// The page's content.
#[must_use]
pub fn join(texts: &Texts) -> Html {
    let mut html = Html::new();
    html.raw("<article class=\"opinion\">");
    for lang in [Lang::Fr, Lang::En] {
        let say = |key: &str| texts.say(lang, key, &[]);
        html.raw("<section").attribute("lang", lang.code()).raw(">");
        match lang {
            Lang::Fr => html.element("<h1>", &say("registry-join-title"), "</h1>"),
            Lang::En => html.element("<h2>", &say("registry-join-title"), "</h2>"),
        };
        html.element("<p class=\"lead\">", &say("registry-join-lead"), "</p><ol>");
        for key in ["registry-join-install", "registry-join-paste", "registry-join-digits"] {
            html.element("<li>", &say(key), "</li>");
        }
        html.element("</ol><p class=\"note\">", &say("registry-join-kept"), "</p></section>");
    }
    html.raw("</article>");
    html
}
