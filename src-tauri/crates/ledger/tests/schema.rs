//! `docs/records.cddl` against the code, judged by a validator that is not ours: whoever writes a reader from the
//! schema alone reads what we write, and refuses what we would never write.

#![expect(clippy::unwrap_used, reason = "test code stops at the first surprise")]

mod board;

use std::collections::{BTreeMap, BTreeSet};

use board::{INSTITUTE, MOMENT, charter, device, rng, signed};
use cddl_cat::cbor::validate_cbor;
use cddl_cat::context::BasicContext;
use cddl_cat::flatten::flatten_from_str;
use ciborium::Value;
use sceau_domain::action::ActionKind;
use sceau_ledger::bundle::{Bundle, Recipient};
use sceau_ledger::device::{InviteSecret, SignedJoin};
use sceau_ledger::encoding::Record;
use sceau_ledger::file::Leaves;
use sceau_ledger::invitation::Invitation;
use sceau_ledger::log::{Entry, Receipt};
use sceau_ledger::parcel;
use sceau_ledger::series::Head;

const SCHEMA: &str = include_str!("../../../docs/records.cddl");
const PAYLOADS: &str = include_str!("vectors/payloads.txt");
const NOTE: &str = include_str!("vectors/v3-note.txt");

/// The schema, read by the validator.
struct Schema(BasicContext);

impl Schema {
    fn read() -> Self {
        Self(BasicContext::new(flatten_from_str(SCHEMA).unwrap()))
    }

    fn rules(&self) -> BTreeSet<String> {
        self.0.rules.keys().cloned().collect()
    }

    fn judge(&self, rule: &str, value: &Value) -> Result<(), String> {
        let definition = self.0.rules.get(rule).ok_or_else(|| format!("no rule {rule}"))?;
        validate_cbor(definition, value, &self.0).map_err(|error| error.to_string())
    }
}

fn read(bytes: &[u8]) -> Value {
    ciborium::from_reader(bytes).unwrap()
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

/// Every frozen payload with the rule that it follows.
fn payloads() -> Vec<(String, Vec<u8>)> {
    let rule = |label: &str| {
        if label.starts_with(|first: char| first.is_ascii_digit()) {
            format!("payload-{label}")
        } else {
            label.to_owned()
        }
    };
    PAYLOADS
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split_once(' ').unwrap())
        .map(|(label, bytes)| (rule(label), unhex(bytes)))
        .collect()
}

/// One of each record, made by the code that makes them in earnest.
fn records() -> Vec<(String, Vec<u8>)> {
    let device = device(1);
    let (parts, _) = board::batch(&device, Head::start(), 1);
    let entry = Entry::of(&parts, MOMENT);
    let receipt = Receipt { entry: entry.encode(), index: 2, path: vec![[7; 32]], note: NOTE.to_owned() };
    let secret = InviteSecret::from_bytes([7; 16]);
    let join = SignedJoin::make(INSTITUTE, &secret, &device.keys(), &device.signer);
    let invitation = Invitation {
        institute: INSTITUTE,
        url: "https://registry.example.org".to_owned(),
        secret: InviteSecret::from_bytes([7; 16]),
        expires: MOMENT,
    };
    let bundle = |recipient| {
        Bundle::seal(b"content", INSTITUTE, recipient, &device.keys().receive, &mut rng(2)).unwrap().encode()
    };
    let charter = charter(2, [9; 32], &[11, 12, 13], 2);
    let mut own_copy = Vec::new();
    ciborium::into_writer(&Value::Bytes(board::sheet_key().expose().to_vec()), &mut own_copy).unwrap();
    let named = [
        ("header", parts.headers.as_ref().unwrap()[0].clone()),
        ("batch", parts.record.clone()),
        ("batch-parts", parts.encode()),
        ("batch-parts", parts.bare().encode()),
        ("payloads", parcel::pack(&[vec![1], vec![2, 3]]).unwrap()),
        ("entry", entry.encode()),
        ("receipt", receipt.encode()),
        ("bundle", bundle(Recipient::Registry)),
        ("bundle", bundle(Recipient::Device(device.id()))),
        ("charter", charter.encode()),
        ("signed-charter", signed(&charter, &[11, 12]).encode()),
        ("invitation", invitation.encode()),
        ("join-request", join.request.clone()),
        ("signed-join", join.encode()),
        ("leaves", Leaves::from_hashes(vec![[1; 32], [2; 32]]).encode()),
        ("own-copy", own_copy),
    ];
    named.map(|(rule, bytes)| (rule.to_owned(), bytes)).to_vec()
}

/// Every value that differs from this one by one place too many, one too few, or one of another type; at any depth.
fn departures(value: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    if let Value::Array(places) = value {
        let with = |changed: Vec<Value>| Value::Array(changed);
        all.push(with(places.iter().cloned().chain([Value::Float(0.5)]).collect()));
        for (index, place) in places.iter().enumerate() {
            let replaced = |by: Value| {
                let mut changed = places.clone();
                changed[index] = by;
                with(changed)
            };
            all.push(replaced(Value::Float(0.5)));
            all.extend(departures(place).into_iter().map(replaced));
        }
    }
    all
}

#[test]
fn what_the_code_writes_follows_the_schema() {
    let schema = Schema::read();
    for (rule, bytes) in payloads().into_iter().chain(records()) {
        assert_eq!(schema.judge(&rule, &read(&bytes)), Ok(()), "{rule}");
    }
}

#[test]
fn what_departs_from_it_anywhere_does_not() {
    let schema = Schema::read();
    let mut tried = 0;
    for (rule, bytes) in payloads().into_iter().chain(records()) {
        for departure in departures(&read(&bytes)).into_iter().chain([Value::Float(0.5)]) {
            assert!(schema.judge(&rule, &departure).is_err(), "{rule} admits {departure:?}");
            tried += 1;
        }
    }
    assert!(tried > 500, "only {tried} departures were tried");
}

#[test]
fn the_schema_holds_the_limits_of_the_records() {
    let schema = Schema::read();
    let header = |seq: u64, objects: usize, parcel: u64| {
        let object = Value::Bytes(vec![1; 16]);
        Value::Array(vec![
            1.into(),
            seq.into(),
            0.into(),
            130.into(),
            1.into(),
            Value::Array(vec![object; objects]),
            parcel.into(),
            0.into(),
        ])
    };
    for right in [header(0, 8, 15), header((1 << 63) - 1, 0, 0)] {
        assert_eq!(schema.judge("header", &right), Ok(()));
    }
    for wrong in [header(1 << 63, 1, 0), header(0, 9, 0), header(0, 1, 16)] {
        assert!(schema.judge("header", &wrong).is_err());
    }
    let sealed_key = |length: usize| Value::Array(vec![Value::Bytes(vec![0; length])]);
    let lengths = [175, 176, 177].map(|length| schema.judge("payload-220", &sealed_key(length)).is_ok());
    assert_eq!(lengths, [false, true, false]);
}

#[test]
fn every_kind_has_its_rule_and_every_rule_its_kind() {
    let number = |rule: &str| rule.strip_prefix("payload-")?.split('-').next()?.parse::<u16>().ok();
    let described: BTreeSet<u16> = Schema::read().rules().iter().filter_map(|rule| number(rule)).collect();
    let known: BTreeSet<u16> = ActionKind::ALL.iter().map(|kind| kind.code()).collect();
    assert_eq!(described, known);
}

#[test]
fn no_rule_is_there_for_nothing() {
    let tried: BTreeSet<String> = payloads().into_iter().chain(records()).map(|(rule, _)| rule).collect();
    let code: String =
        SCHEMA.lines().map(|line| line.split(';').next().unwrap_or_default().to_owned() + "\n").collect();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for word in code.split(|letter: char| !(letter.is_alphanumeric() || letter == '-')) {
        *uses.entry(word).or_default() += 1;
    }
    for rule in Schema::read().rules() {
        let referred = uses.get(rule.as_str()).copied().unwrap_or_default() > 1;
        assert!(tried.contains(&rule) || referred, "{rule} describes nothing that is written");
    }
}
