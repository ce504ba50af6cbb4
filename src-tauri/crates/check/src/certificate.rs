//! `sceau-check certificate FILE --trust ca.pem`: the verdict on a certificate, in plain words, without a network.
//!
//! Exit: 0 valid, 1 invalid, 2 indeterminate, 3 unreadable; 64, from the program itself, for arguments it does not understand.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use sceau_certificate::content::Claim;
use sceau_certificate::texts::{self, Language};
use sceau_certificate::verify::{
    Anchor, AnchorError, Finding, LARGEST_ANCHORS, LabelStanding, Outcome, Reason, Standing, Verdict, When,
    anchors, verify,
};
use sceau_domain::moment::Moment;
use std::path::{Path, PathBuf};
use unic_langid::LanguageIdentifier;

/// Largest answer of a registry, in bytes.
const LARGEST_ANSWER: u64 = 1 << 20;

/// Language of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Lang {
    /// Français.
    Fr,
    /// English.
    En,
}

/// The subcommand's arguments.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// The certificate, a PDF.
    pub file: PathBuf,
    /// Certificate of the authority that you trust, PEM or DER; or a bundle of many, of which those of other kinds are
    /// passed over. Without it no verdict is better than indeterminate.
    #[arg(long, value_name = "CA.PEM")]
    pub trust: Option<PathBuf>,
    /// What the registry answered about the label (its `/labels/NUMBER.json`), for suspension and withdrawal. It is not
    /// signed: fetch it yourself.
    #[arg(long, value_name = "LABEL.JSON")]
    pub answer: Option<PathBuf>,
    /// Language of the answer.
    #[arg(long, value_enum, default_value_t = Lang::Fr)]
    pub lang: Lang,
    /// Judge as of this day (YYYY-MM-DD, noon in Paris) instead of now.
    #[arg(long, value_name = "DAY")]
    pub on: Option<Date>,
}

/// What is printed and returned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The lines.
    pub text: String,
    /// 0 valid, 1 invalid, 2 indeterminate, 3 unreadable.
    pub exit: u8,
}

/// Judges a file at `now`, unless the arguments name a day.
#[must_use]
pub fn run(arguments: &Arguments, now: Timestamp) -> Answer {
    let Some(sentences) = Sentences::of(arguments.lang) else {
        return Answer { text: "verify.ftl".into(), exit: 3 };
    };
    let unreadable = |code: &str, params: &[(&str, String)]| Answer {
        text: format!("{}\n", sentences.say(code, params)),
        exit: 3,
    };
    let Some(when) = when(arguments.on, now) else {
        return unreadable("verify-no-file", &[("error", "--on".into())]);
    };
    let trusted = match &arguments.trust {
        None => Vec::new(),
        Some(path) => match trust(path) {
            Ok(trusted) => trusted,
            Err(NoTrust::Refused(why)) => return unreadable(why.code(), &[]),
            Err(NoTrust::Disk(error)) => {
                return unreadable("verify-no-file", &[("error", format!("{}: {error}", path.display()))]);
            }
        },
    };
    // A certificate is small; anything much larger is not read at all.
    let largest = u64::try_from(sceau_certificate::verify::LARGEST).unwrap_or(u64::MAX);
    match std::fs::metadata(&arguments.file) {
        Ok(about) if about.len() > largest => return unreadable("verify-too-large", &[]),
        Ok(_) => {}
        Err(error) => return unreadable("verify-no-file", &[("error", error.to_string())]),
    }
    match std::fs::read(&arguments.file) {
        Err(error) => unreadable("verify-no-file", &[("error", error.to_string())]),
        Ok(pdf) => match verify(&pdf, &trusted, when, None) {
            Err(refused) => unreadable(refused.code(), &[]),
            Ok(verdict) => {
                let Some(path) = &arguments.answer else { return answer(&verdict, &sentences) };
                let number = verdict.claim.as_ref().map(|claim| claim.number.as_str());
                let Some(standing) = number.and_then(|number| answered(path, number)) else {
                    return unreadable("verify-no-answer", &[]);
                };
                match verify(&pdf, &trusted, when, Some(&standing)) {
                    Err(refused) => unreadable(refused.code(), &[]),
                    Ok(verdict) => answer(&verdict, &sentences),
                }
            }
        },
    }
}

/// The labels' calendar is Paris's.
fn when(on: Option<Date>, now: Timestamp) -> Option<When> {
    let paris = TimeZone::get("Europe/Paris").ok()?;
    let now = match on {
        Some(day) => day.at(12, 0, 0, 0).to_zoned(paris.clone()).ok()?.timestamp(),
        None => now,
    };
    let at = Moment(u64::try_from(now.as_millisecond()).ok()?);
    Some(When { at, today: now.to_zoned(paris).date() })
}

/// Why there is nothing to trust.
enum NoTrust {
    Disk(std::io::Error),
    Refused(AnchorError),
}

fn trust(path: &Path) -> Result<Vec<Anchor>, NoTrust> {
    let length = std::fs::metadata(path).map_err(NoTrust::Disk)?.len();
    if usize::try_from(length).is_ok_and(|length| length <= LARGEST_ANCHORS) {
        anchors(&std::fs::read(path).map_err(NoTrust::Disk)?).map_err(NoTrust::Refused)
    } else {
        Err(NoTrust::Refused(AnchorError::TooLarge))
    }
}

/// What a registry's answer says, if it is one about this number.
fn answered(path: &Path, number: &str) -> Option<Standing> {
    if std::fs::metadata(path).ok()?.len() > LARGEST_ANSWER {
        return None;
    }
    let said: serde_json::Value = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
    let text = |name: &str| said.get(name).and_then(serde_json::Value::as_str);
    if text("format") != Some("sceau-label/1") || text("number") != Some(number) {
        return None;
    }
    let since: Date = text("since")?.parse().ok()?;
    let label = match text("state")? {
        "active" | "active-provisional" | "formal-notice" | "not-yet-effective" => LabelStanding::InForce,
        "suspended" => LabelStanding::Suspended(since),
        "superseded" => LabelStanding::Superseded(since),
        "withdrawn" | "renounced" | "lapsed" | "expired" => LabelStanding::Ended(since),
        "none" => LabelStanding::Unheard,
        _ => return None,
    };
    Some(Standing { checked: Moment(said.get("asked_at")?.as_u64()?), label, seal_revoked: None })
}

fn answer(verdict: &Verdict, sentences: &Sentences) -> Answer {
    let mut text = format!("{}\n", sentences.say(verdict.outcome.code(), &[]));
    let claim = verdict.claim.as_ref();
    let more = match (verdict.outcome, verdict.genuine) {
        (Outcome::Valid, _) => "verdict-valid-more",
        (Outcome::Invalid, true) if claim.is_some() => "verdict-invalid-genuine",
        (Outcome::Invalid, _) => "verdict-invalid-more",
        (Outcome::Indeterminate, _) => "verdict-indeterminate-more",
    };
    let params = claim.map_or(Vec::new(), |claim| {
        vec![("solution", claim.solution.name.clone()), ("number", claim.number.clone())]
    });
    text.push_str(&format!("{}\n\n", sentences.say(more, &params)));
    for reason in &verdict.reasons {
        let mark = match reason.finding {
            Finding::Good => '✓',
            Finding::Note => 'i',
            Finding::Unknown => '?',
            Finding::Bad => '✗',
        };
        text.push_str(&format!("  {mark} {}\n", sentences.reason(reason)));
    }
    if let Some(claim) = claim {
        text.push_str(&facts(claim, sentences));
    }
    let exit = match verdict.outcome {
        Outcome::Valid => 0,
        Outcome::Invalid => 1,
        Outcome::Indeterminate => 2,
    };
    Answer { text, exit }
}

fn facts(claim: &Claim, sentences: &Sentences) -> String {
    let label = match sentences.lang {
        Lang::Fr => &claim.label.fr,
        Lang::En => claim.label.english(),
    };
    let solution = format!("{} {}", claim.solution.name, claim.solution.version);
    let validity = [
        ("from", sentences.day(&claim.effective_on.to_string())),
        ("until", sentences.day(&claim.valid_until.to_string())),
    ];
    let mut text = String::from("\n");
    for (code, value) in [
        ("verify-fact-label", format!("{label}, {}", claim.number)),
        ("verify-fact-solution", solution),
        ("verify-fact-holder", claim.holder.clone()),
        ("verify-fact-validity", sentences.say("verify-fact-validity-value", &validity)),
    ] {
        // What a file says is shown as text: no control character of it reaches the terminal.
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        text.push_str(&format!("  {:<10} {value}\n", sentences.say(code, &[])));
    }
    text.push_str(&format!("\n  {}\n", sentences.say("verify-fact-not", &[])));
    text
}

/// The sentences of one language.
struct Sentences {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Sentences {
    fn of(lang: Lang) -> Option<Self> {
        // French spacing is put into the sentences, never into the values that a file brings.
        let (source, tag) = match lang {
            Lang::Fr => (texts::french(include_str!("../../../../assets/locales/fr/verify.ftl")), "fr"),
            Lang::En => (include_str!("../../../../assets/locales/en/verify.ftl").to_owned(), "en"),
        };
        let tag: LanguageIdentifier = tag.parse().ok()?;
        let mut bundle = FluentBundle::new(vec![tag]);
        // A terminal shows isolation marks as boxes.
        bundle.set_use_isolating(false);
        bundle.add_resource(FluentResource::try_new(source).ok()?).ok()?;
        Some(Self { lang, bundle })
    }

    /// A sentence; its key where it is missing, so that nothing is said silently.
    fn say(&self, code: &str, params: &[(&str, String)]) -> String {
        let Some(pattern) = self.bundle.get_message(code).and_then(|message| message.value()) else {
            return code.to_owned();
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in params {
            arguments.set(*name, value.chars().filter(|c| !c.is_control()).collect::<String>());
        }
        self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    fn reason(&self, reason: &Reason) -> String {
        let params: Vec<(&str, String)> = reason
            .params
            .iter()
            .map(|(name, value)| match *name {
                "date" | "checked" => (*name, self.day(value)),
                "fingerprint" => (*name, value.chars().take(16).collect()),
                _ => (*name, value.clone()),
            })
            .collect();
        self.say(reason.code, &params)
    }

    /// A day, or a moment with its time in Paris, as it is written in a sentence.
    fn day(&self, written: &str) -> String {
        let language = match self.lang {
            Lang::Fr => Language::French,
            Lang::En => Language::English,
        };
        if let Ok(date) = written.parse::<Date>()
            && written.len() == 10
        {
            return texts::day(language, date);
        }
        let zoned = written
            .parse::<Timestamp>()
            .ok()
            .and_then(|time| Some(time.to_zoned(TimeZone::get("Europe/Paris").ok()?)));
        zoned.map_or_else(String::new, |time| {
            let joint = if self.lang == Lang::Fr { "à" } else { "at" };
            format!("{} {joint} {} (Paris)", texts::day(language, time.date()), time.strftime("%H:%M"))
        })
    }
}
