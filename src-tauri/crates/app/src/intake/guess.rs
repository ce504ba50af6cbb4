//! What the files of a package tell of themselves where no description does: guesses, which the form shows as such.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::answers::{self, Answer, Named};
use super::evidence::{EvidenceFile, Media, hex};
use super::files::Stored;
use super::form::{Asked, Form, FormEvidence};
use super::names::{self, fold};

/// Words of a file's name, and the kind of evidence that they tell of.
const KINDS: [(&str, &[&str]); 7] = [
    ("protocole", &["protocole", "protocol", "sap"]),
    ("publication", &["essai", "trial", "rct", "article", "publication", "paper"]),
    ("étude", &["etude", "study", "cohorte", "cohort", "registre", "pilote", "validation", "usage"]),
    ("conformité", &["rgpd", "gdpr", "donnees", "aipd", "privacy", "conformite"]),
    ("certificat", &["certificat", "certificate", "marquage", "ce", "iso", "hds"]),
    ("attestation", &["attestation"]),
    ("rapport technique", &["rapport", "report", "risques", "securite"]),
];

/// Words that name a package and no product.
const NO_NAMES: [&str; 8] =
    ["dossier", "package", "paquet", "pieces", "final", "version", "documents", "sceau"];

/// What a form is to be shown with. `shown`: how people call the package, where it is one folder or ZIP.
pub fn asked(
    shown: Option<&str>,
    stored: &[Stored],
    evidence: &[EvidenceFile],
    said: &[Answer],
    file: Option<&str>,
) -> Asked {
    let mut guessed = Form::default();
    let mut tell = |key: &str, text: Option<String>| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            guessed.fields.insert(key.to_owned(), text);
        }
    };
    let files: Vec<&EvidenceFile> = evidence.iter().filter(|file| file.media != Media::Reference).collect();
    let stems: Vec<&str> = files.iter().map(|file| names::stem(&file.name)).collect();
    let own = shown.map(|shown| shown.strip_suffix(".zip").unwrap_or(shown));
    tell("solution.name", own.and_then(product).or_else(|| common(&stems)));
    tell("solution.version", own.into_iter().chain(stems.iter().copied()).find_map(version));
    tell("answers", file.map(str::to_owned));
    let cited = cited(evidence, said);
    guessed.evidence = files
        .iter()
        .map(|file| FormEvidence {
            file: file.name.clone(),
            title: names::stem(&file.name).replace(['_', '-'], " "),
            kind: kind(&file.name).unwrap_or_default().to_owned(),
            criteria: cited.get(file.name.as_str()).map(|codes| codes.join(", ")).unwrap_or_default(),
        })
        .collect();
    let mut digests: Vec<[u8; 32]> = stored.iter().map(|file| file.sha256).collect();
    digests.sort_unstable();
    let tables = stored.iter().filter(|file| answers::may_be(file)).map(|file| file.name.clone());
    Asked { key: hex(&Sha256::digest(digests.concat())), guessed, tables: tables.collect(), filled: false }
}

/// The criteria whose answers name a file, by the file.
fn cited<'a>(evidence: &'a [EvidenceFile], said: &'a [Answer]) -> BTreeMap<&'a str, Vec<&'a str>> {
    let named = Named::of(evidence);
    let mut cited: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for answer in said {
        let places: BTreeSet<usize> = answer.evidence.iter().filter_map(|name| named.place(name)).collect();
        for file in places.into_iter().filter_map(|place| evidence.get(place)) {
            cited.entry(&file.name).or_default().push(&answer.code);
        }
    }
    cited
}

/// Words of a name, versions and numbers left out.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let parts = name.split(['-', '_', ' ', '(', ')']).filter(|part| part.chars().any(char::is_alphabetic));
    parts.filter(|part| version(part).is_none() && !NO_NAMES.contains(&fold(part).as_str()))
}

fn product(name: &str) -> Option<String> {
    let words: Vec<&str> = words(name).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The word with which every name begins, where several do.
fn common(stems: &[&str]) -> Option<String> {
    let (first, rest) = stems.split_first()?;
    let word = words(first).next()?;
    let begins = |stem: &&str| words(stem).next().is_some_and(|other| fold(other) == fold(word));
    (!rest.is_empty() && word.chars().count() > 2 && rest.iter().all(begins)).then(|| word.to_owned())
}

/// `4.2` of `oncosuivi-v4.2`: digits with a point, not a date.
fn version(name: &str) -> Option<String> {
    name.split(['-', '_', ' ', '(', ')']).find_map(|part| {
        let digits = part.strip_prefix(['v', 'V']).unwrap_or(part);
        let numbers: Vec<&str> = digits.split('.').collect();
        let all = numbers.iter().all(|one| !one.is_empty() && one.bytes().all(|byte| byte.is_ascii_digit()));
        let date = numbers.iter().any(|one| one.len() > 3);
        (numbers.len() > 1 && all && !date).then(|| digits.to_owned())
    })
}

fn kind(name: &str) -> Option<&'static str> {
    let folded = fold(names::stem(name));
    let has = |words: &&[&str]| folded.split(' ').any(|word| words.contains(&word));
    KINDS.iter().find(|(_, words)| has(words)).map(|(kind, _)| *kind)
}
