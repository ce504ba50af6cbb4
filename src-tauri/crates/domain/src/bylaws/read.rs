//! From a bylaws file as written to bylaws, with every missing or unreadable key named at once.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use num_traits::Signed;

use super::{
    Alternates, Base, Bylaws, College, Consensus, DoubleMajority, Majority, Measure, Method, Proxies, Quorum,
    Rule, SecondConvocation, Secrecy,
};
use crate::datum::Datum;
use crate::fraction::{Fraction, share, whole};
use crate::message::Message;

impl Bylaws {
    /// Reads bylaws with the defaults of absent keys, without the checks of an import.
    ///
    /// # Errors
    /// `bylaws.format@bylaws` alone, or every `bylaws.missing@key` and `bylaws.value@key`.
    pub fn as_written(written: &Datum) -> Result<Self, Vec<Message>> {
        if written.text("format") != Some("sceau-bylaws/1") {
            return Err([Message::new("bylaws.format", "bylaws")].into());
        }
        let mut file = File { written, said: Vec::new() };
        let bylaws = file.bylaws();
        if file.said.is_empty() { Ok(bylaws) } else { Err(file.said) }
    }
}

/// A bylaws file and what there is to say about it so far.
struct File<'a> {
    written: &'a Datum,
    said: Vec<Message>,
}

impl<'a> File<'a> {
    fn at(&self, path: &str) -> Option<&'a Datum> {
        path.split('.').try_fold(self.written, |here, key| here.get(key))
    }

    fn missing(&mut self, path: &str) {
        self.said.push(Message::new("bylaws.missing", path));
    }

    fn wrong(&mut self, path: &str) {
        self.said.push(Message::new("bylaws.value", path));
    }

    fn optional<T>(&mut self, path: &str, read: impl Fn(&'a Datum) -> Option<T>) -> Option<T> {
        let written = self.at(path)?;
        let value = read(written);
        if value.is_none() {
            self.wrong(path);
        }
        value
    }

    fn compulsory<T>(&mut self, path: &str, read: impl Fn(&'a Datum) -> Option<T>) -> Option<T> {
        if self.at(path).is_none() {
            self.missing(path);
        }
        self.optional(path, read)
    }

    /// One of a few words; the first is the default.
    fn word<T: Copy>(&mut self, path: &str, words: &[(&str, T)], default: T) -> T {
        self.optional(path, |w| words.iter().find(|(word, _)| w.as_text() == Some(word)).map(|(_, t)| *t))
            .unwrap_or(default)
    }

    fn text(&mut self, path: &str, default: &str) -> String {
        self.optional(path, Datum::as_text).unwrap_or(default).to_string()
    }

    fn flag(&mut self, path: &str) -> bool {
        self.optional(path, Datum::as_flag).unwrap_or(false)
    }

    fn count(&mut self, path: &str, default: u64) -> u64 {
        self.optional(path, count).unwrap_or(default)
    }

    /// `at_least` or `more_than` under a table.
    fn measure(&mut self, table: &str) -> Option<Measure> {
        let (least, more) = (format!("{table}.at_least"), format!("{table}.more_than"));
        match self.optional(&least, measure) {
            Some(measure) => Some(measure),
            None => self.optional(&more, measure).map(strictly),
        }
    }

    fn compulsory_measure(&mut self, table: &str) -> Measure {
        let said = self.said.len();
        self.measure(table).unwrap_or_else(|| {
            if self.said.len() == said {
                self.missing(&format!("{table}.at_least"));
            }
            Measure::Heads(1)
        })
    }

    fn bylaws(&mut self) -> Bylaws {
        let id = self.compulsory("id", Datum::as_text).unwrap_or_default().to_string();
        let version = self.compulsory("version", Datum::as_text).unwrap_or_default().to_string();
        let seats = self.compulsory("seats", count).unwrap_or_default();
        let secret = self.compulsory("secret", Datum::as_flag).unwrap_or_default();
        let method = self.compulsory("method", method).unwrap_or(Method::Motion);
        let ladder = if method == Method::Motion {
            self.optional("ladder", texts).unwrap_or_default()
        } else {
            self.compulsory("ladder", texts).unwrap_or_default()
        };
        Bylaws {
            id,
            version,
            seats,
            secret,
            method,
            ladder,
            on_not_carried: self.text("on_not_carried", "refuse"),
            on_tie: self.text("on_tie", "defer"),
            on_silence: self.text("on_silence", "defer"),
            colleges: self.colleges(),
            quorum: self.quorum(),
            second_convocation: self.second_convocation(),
            consensus: self.consensus(),
            majority: self.majority(),
            casting_vote: self.word("ties.casting_vote", &[("off", false), ("presider", true)], false),
            safety_block_at: self.optional("safety.block_at", count),
            alternates: self.word(
                "alternates.mode",
                &[
                    ("none", Alternates::None),
                    ("in-order", Alternates::InOrder),
                    ("same-college", Alternates::SameCollege),
                ],
                Alternates::None,
            ),
            proxies: Proxies {
                per_holder: self.count("proxies.per_holder", 0),
                same_college: self.flag("proxies.same_college"),
                quorum: self.flag("proxies.quorum"),
            },
            late_may_be_accepted: self.word(
                "late_ballots.mode",
                &[("refuse", false), ("chair-may-accept", true)],
                false,
            ),
            secrecy: Secrecy {
                min_group: self.count("secrecy.min_group", 5),
                inside_group: self.count("secrecy.inside_group", 3),
            },
            names_shown: self.word("opening.names", &[("hidden", false), ("shown", true)], false),
        }
    }

    fn colleges(&mut self) -> Vec<College> {
        let rows = self.compulsory("college", Datum::as_list).unwrap_or_default();
        let mut colleges = Vec::new();
        for (row, line) in rows.iter().enumerate() {
            let code = line.text("code").filter(|c| !c.is_empty());
            if code.is_none() {
                self.missing(&format!("college.{row}.code"));
            }
            let votes = match line.get("voice").map(Datum::as_text) {
                None | Some(Some("vote")) => true,
                Some(Some("advisory")) => false,
                Some(_) => {
                    self.wrong(&format!("college.{row}.voice"));
                    true
                }
            };
            let seats = line.get("seats").map(count);
            if matches!(seats, Some(None)) {
                self.wrong(&format!("college.{row}.seats"));
            }
            let seats = seats.flatten().unwrap_or_default();
            colleges.push(College { code: code.unwrap_or_default().to_string(), seats, votes });
        }
        colleges
    }

    fn quorum(&mut self) -> Quorum {
        let present_by = self.optional("quorum.present_by", texts);
        if present_by.iter().flatten().any(|by| !matches!(by.as_str(), "attendance" | "ballot")) {
            self.wrong("quorum.present_by");
        }
        let by = |word: &str| present_by.as_ref().is_none_or(|by| by.iter().any(|b| b == word));
        let (by_attendance, by_ballot) = (by("attendance"), by("ballot"));
        let mut colleges = Vec::new();
        for (college, need) in self.optional("quorum.colleges", Datum::as_table).unwrap_or_default() {
            match (need, measure(need)) {
                (Datum::Null, _) => {}
                (_, Some(measure)) => colleges.push((college.clone(), measure)),
                (_, None) => self.wrong(&format!("quorum.colleges.{college}")),
            }
        }
        Quorum {
            base: self.word(
                "quorum.base",
                &[("seats", Base::Seats), ("members", Base::Members), ("unrecused", Base::Unrecused)],
                Base::Members,
            ),
            needed: self.compulsory_measure("quorum"),
            by_attendance,
            by_ballot,
            empty_college_waived: self.word(
                "quorum.empty_college",
                &[("fails", false), ("waived", true)],
                false,
            ),
            colleges,
        }
    }

    fn second_convocation(&mut self) -> Option<SecondConvocation> {
        self.at("second_convocation")?;
        if !self.optional("second_convocation.allowed", Datum::as_flag).unwrap_or(true) {
            return None;
        }
        let after_days = self.count("second_convocation.after_days", 8);
        Some(SecondConvocation {
            after_days: i64::try_from(after_days).unwrap_or(i64::MAX),
            needed: self.compulsory_measure("second_convocation"),
            colleges_waived: self.word(
                "second_convocation.colleges",
                &[("waived", true), ("kept", false)],
                true,
            ),
        })
    }

    fn consensus(&mut self) -> Option<Consensus> {
        self.at("consensus")?;
        Some(Consensus {
            at_least: self.compulsory("consensus.at_least", share_of).unwrap_or_else(|| whole(1)),
            max_objections: self.count("consensus.max_objections", 0),
        })
    }

    fn majority(&mut self) -> Majority {
        let share = |file: &mut Self| file.compulsory("majority.share", share_of).unwrap_or_else(|| whole(1));
        let rule = match self.compulsory("majority.rule", Datum::as_text) {
            Some("simple") => Rule::Simple,
            Some("absolute") => Rule::Absolute,
            Some("qualified") => Rule::Qualified { share: share(self), strict: self.flag("majority.strict") },
            Some("for-against") => Rule::ForAgainst {
                share: share(self),
                against_below: self
                    .compulsory("majority.against_below", share_of)
                    .unwrap_or_else(|| whole(1)),
            },
            Some("unanimity") => Rule::Unanimity,
            Some(_) => {
                self.wrong("majority.rule");
                Rule::Unanimity
            }
            None => Rule::Unanimity,
        };
        let counted = [("ignored", false), ("counted", true)];
        Majority {
            rule,
            base: self.word(
                "majority.base",
                &[
                    ("cast", Base::Cast),
                    ("present", Base::Present),
                    ("unrecused", Base::Unrecused),
                    ("members", Base::Members),
                    ("seats", Base::Seats),
                ],
                Base::Cast,
            ),
            abstentions_counted: self.word("majority.abstentions", &counted, false),
            blanks_counted: self.word("majority.blanks", &counted, false),
            colleges: self.double_majority(),
        }
    }

    fn double_majority(&mut self) -> Option<DoubleMajority> {
        self.at("majority.colleges")?;
        Some(DoubleMajority {
            needed: self.measure("majority.colleges"),
            silent_counts: self.word(
                "majority.colleges.silent",
                &[("ignored", false), ("against", true)],
                false,
            ),
            veto: self.optional("majority.colleges.veto", texts).unwrap_or_default(),
        })
    }
}

fn method(written: &Datum) -> Option<Method> {
    match written.as_text()? {
        "motion" => Some(Method::Motion),
        "ladder" => Some(Method::Ladder),
        "plurality" => Some(Method::Plurality),
        _ => None,
    }
}

fn count(written: &Datum) -> Option<u64> {
    written.as_integer().and_then(|n| u64::try_from(n).ok())
}

fn texts(written: &Datum) -> Option<Vec<String>> {
    written.as_list()?.iter().map(|t| t.as_text().map(ToString::to_string)).collect()
}

fn share_of(written: &Datum) -> Option<Fraction> {
    share(written.as_text()?).filter(|s| !s.is_negative())
}

/// Without a slash heads, with a slash a share.
fn measure(written: &Datum) -> Option<Measure> {
    match written {
        Datum::Integer(n) => u64::try_from(*n).ok().map(Measure::Heads),
        Datum::Text(text) if text.contains('/') => share_of(written).map(Measure::Share),
        Datum::Text(text) => text.parse().ok().map(Measure::Heads),
        _ => None,
    }
}

fn strictly(measure: Measure) -> Measure {
    match measure {
        Measure::Heads(n) | Measure::MoreHeads(n) => Measure::MoreHeads(n),
        Measure::Share(share) | Measure::MoreShare(share) => Measure::MoreShare(share),
    }
}
