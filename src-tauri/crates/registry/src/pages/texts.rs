//! Texts of the pages, French first, from the same Fluent files as every other text of the product.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use unic_langid::LanguageIdentifier;

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// The language of an address's first part.
    #[must_use]
    pub fn of(part: &str) -> Option<Self> {
        match part {
            "fr" => Some(Self::Fr),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Its code, as in addresses and in `lang`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Fr => Self::En,
            Self::En => Self::Fr,
        }
    }
}

/// A text is missing or malformed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the texts of the public pages: {0}")]
pub struct TextsError(String);

/// All texts of both languages.
pub struct Texts {
    fr: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

const FR: &str = include_str!("../../../../../assets/locales/generated/fr.ftl");
const EN: &str = include_str!("../../../../../assets/locales/generated/en.ftl");

impl Texts {
    /// Reads the texts that the program carries.
    ///
    /// # Errors
    /// A file that is not Fluent: caught by a test before anybody meets it.
    pub fn load() -> Result<Self, TextsError> {
        Ok(Self { fr: bundle(FR, Lang::Fr)?, en: bundle(EN, Lang::En)? })
    }

    /// A sentence, with its variables. A key without a sentence shows itself: ugly, never empty.
    #[must_use]
    pub fn say(&self, lang: Lang, key: &str, variables: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in variables {
            args.set(*name, FluentValue::from(*value));
        }
        self.format(lang, key, &args)
    }

    /// A sentence about a number of things.
    #[must_use]
    pub fn count(&self, lang: Lang, key: &str, count: usize) -> String {
        let mut args = FluentArgs::new();
        args.set("count", FluentValue::from(count));
        self.format(lang, key, &args)
    }

    /// A day in words.
    #[must_use]
    pub fn day(&self, lang: Lang, date: Date) -> String {
        let month = self.say(lang, &format!("registry-month-{}", date.month()), &[]);
        let day =
            if date.day() == 1 { self.say(lang, "registry-first", &[]) } else { date.day().to_string() };
        let year = date.year().to_string();
        self.say(lang, "registry-date", &[("day", &day), ("month", &month), ("year", &year)])
    }

    /// What a ballot says, by its code in the bylaws; a code of the board's own stands as it is.
    #[must_use]
    pub fn choice(&self, lang: Lang, code: &str) -> String {
        let key = format!("option-{code}");
        let said = self.say(lang, &key, &[]);
        if said == key { code.to_owned() } else { said }
    }

    /// A decimal as people write it.
    #[must_use]
    pub fn decimal(&self, lang: Lang, text: &str) -> String {
        match lang {
            Lang::Fr => text.replace('.', ","),
            Lang::En => text.to_owned(),
        }
    }

    fn format(&self, lang: Lang, key: &str, args: &FluentArgs<'_>) -> String {
        let bundle = match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned()
    }
}

fn bundle(text: &str, lang: Lang) -> Result<FluentBundle<FluentResource>, TextsError> {
    let resource = FluentResource::try_new(text.to_owned())
        .map_err(|(_, errors)| TextsError(format!("{}: {errors:?}", lang.code())))?;
    let locale: LanguageIdentifier =
        lang.code().parse().map_err(|error| TextsError(format!("{}: {error:?}", lang.code())))?;
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // The pages are one language each: marks of direction around every name would only be copied along.
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).map_err(|errors| TextsError(format!("{}: {errors:?}", lang.code())))?;
    Ok(bundle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<&str> {
        let named = text.lines().filter(|line| line.starts_with("registry-"));
        named.filter_map(|line| line.split_once(" = ").map(|(key, _)| key)).collect()
    }

    #[test]
    fn both_languages_have_the_same_keys_and_every_key_of_the_code_has_a_text() {
        assert_eq!(keys(FR), keys(EN));
        let known = keys(FR);
        let sources = [
            include_str!("frame.rs"),
            include_str!("join.rs"),
            include_str!("label.rs"),
            include_str!("list.rs"),
            include_str!("opinion.rs"),
            include_str!("verdict.rs"),
            include_str!("../routes/public.rs"),
            include_str!("../publication.rs"),
        ];
        for key in
            sources.iter().flat_map(|source| source.split('"')).filter(|part| part.starts_with("registry-"))
        {
            let made = key.ends_with('-') || key.contains('{');
            assert!(made || known.contains(&key), "{key} has no text");
        }
    }

    #[test]
    fn days_read_as_people_write_them() {
        let texts = Texts::load().expect("the texts are Fluent");
        let first = jiff::civil::date(2028, 3, 1);
        assert_eq!(texts.day(Lang::Fr, first), "1er mars 2028");
        assert_eq!(texts.day(Lang::En, jiff::civil::date(2028, 8, 14)), "14 August 2028");
        assert_eq!(texts.count(Lang::Fr, "registry-list-lead", 1), "Un label publié.");
        assert_eq!(texts.count(Lang::En, "registry-list-lead", 0), "No label is published yet.");
    }
}
