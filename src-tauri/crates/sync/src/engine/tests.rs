//! Björn's laptop and a registry in memory: an honest one, and then one for each misdeed.

use std::collections::BTreeMap;

use proptest::prelude::*;
use sceau_domain::id::{Institute, MemberId};
use sceau_domain::moment::{DAY, MINUTE};
use sceau_ledger::batch::BatchRecord;
use sceau_ledger::encoding::Record;
use sceau_ledger::log::Entry;
use sceau_ledger::note::{Checkpoint, SignedNote, clock_name};
use sceau_ledger::sign::{Purpose, SecretSigner, Signer, sign};
use sceau_ledger::tree::{Tree, leaf};
use sceau_protocol::Code;
use sceau_protocol::sync::{LogEntry, Outcome};

use super::*;
use crate::error::Misdeed;

mod drawing;

const ORIGIN: &str = "registry.example.org/sceau/1";
const NOW: Moment = Moment(1_795_305_600_000);

fn log_key() -> SecretSigner {
    SecretSigner::from_seed(&[3; 32])
}

fn clock_key() -> SecretSigner {
    SecretSigner::from_seed(&[4; 32])
}

fn identity() -> LogIdentity {
    LogIdentity {
        origin: ORIGIN.to_owned(),
        log_key: log_key().public(),
        clock_key: clock_key().public(),
        url: "https://registry.example.org".to_owned(),
        receive_key: [5; 32],
    }
}

/// A batch of one header, as far as the engine looks at it.
fn batch(device: u8, number: u64, seen: Seen) -> BatchParts {
    let header = vec![device, 1, 2, 3];
    let record = BatchRecord {
        institute: Institute([7; 32]),
        member: MemberId([device; 16]),
        device: DeviceId([device; 16]),
        number,
        previous: [0; 32],
        first_seq: number,
        count: 1,
        root: leaf(&header),
        parcels: Vec::new(),
        seen,
    }
    .encode();
    let signature = sign(&SecretSigner::from_seed(&[device; 32]), Purpose::Batch, &record);
    BatchParts { record, signature, headers: Some(vec![header]), parcels: BTreeMap::from([(0, vec![9; 40])]) }
}

fn plain(device: u8, number: u64) -> BatchParts {
    batch(device, number, Seen::nothing(1))
}

/// A registry that keeps what it is given.
#[derive(Clone, Default)]
struct Registry {
    log: Vec<(Vec<u8>, BatchParts)>,
}

impl Registry {
    fn with(batches: impl IntoIterator<Item = BatchParts>) -> Self {
        let mut registry = Self::default();
        batches.into_iter().for_each(|parts| registry.take(parts, NOW));
        registry
    }

    fn take(&mut self, parts: BatchParts, received: Moment) {
        if self.log.iter().all(|(_, known)| known.record != parts.record) {
            self.log.push((Entry::of(&parts, received).encode(), parts));
        }
    }

    fn tree(&self) -> Tree {
        self.log.iter().map(|(entry, _)| leaf(entry)).collect()
    }

    fn note(&self, said: Moment) -> String {
        let (tree, size) = (self.tree(), self.log.len() as u64);
        let checkpoint = Checkpoint { origin: ORIGIN.to_owned(), size, root: tree.root_at(size).unwrap() };
        let mut note = SignedNote::issue(checkpoint, &log_key());
        note.cosign(&clock_name(ORIGIN), &clock_key(), said);
        note.to_text()
    }

    fn answer(&mut self, request: &SyncRequest, now: Moment) -> SyncAnswer {
        request.batches.iter().for_each(|sent| self.take(sent.clone().into(), now));
        let (tree, size) = (self.tree(), self.log.len() as u64);
        let outcome = |sent: &SentBatch| {
            let place = self.log.iter().position(|(_, parts)| parts.record == sent.record).unwrap();
            let receipt = Receipt {
                index: place as u64,
                entry: self.log[place].0.clone(),
                path: tree.inclusion(place as u64, size).unwrap(),
                standing: Standing::InForce,
            };
            Outcome { batch: sha256(&sent.record), receipt: Some(receipt), code: None }
        };
        let from = usize::try_from(request.size).unwrap().min(self.log.len());
        let content = |parts: &BatchParts| Content {
            batch: parts.hash(),
            headers: parts.headers.clone(),
            parcels: parts.parcels.clone(),
        };
        let wanted = self.log[..from].iter().filter(|(_, parts)| request.lacking.contains(&parts.hash()));
        SyncAnswer {
            time: now.0,
            outcomes: request.batches.iter().map(outcome).collect(),
            entries: (request.size..)
                .zip(&self.log[from..])
                .map(|(index, (bytes, _))| LogEntry {
                    index,
                    bytes: bytes.clone(),
                    standing: Standing::InForce,
                })
                .collect(),
            contents: wanted.chain(&self.log[from..]).map(|(_, parts)| content(parts)).collect(),
            more: false,
            checkpoint: self.note(now),
            cosignatures: Vec::new(),
        }
    }
}

fn nothing_known() -> Known {
    Known { log: identity(), reader: LogReader::new(1), note: None, noted: Moment(0), roots: BTreeMap::new() }
}

fn request_of(engine: &Engine) -> SyncRequest {
    match engine.next() {
        Step::Ask(request) => request.clone(),
        other => panic!("not asking: {other:?}"),
    }
}

fn reply(answer: SyncAnswer) -> Reply {
    Reply::Answer { answer: Box::new(answer), asked: NOW }
}

/// Runs to the end against an honest registry.
fn agree(known: Known, unsent: Vec<BatchParts>, registry: &mut Registry) -> (Known, Vec<Round>, Summary) {
    let mut engine = Engine::new(known, unsent, Vec::new(), None);
    let mut rounds = Vec::new();
    loop {
        match engine.next() {
            Step::Ask(request) => {
                let answer = registry.answer(request, NOW);
                engine.receive(reply(answer), NOW);
            }
            Step::Keep(_) => rounds.extend(engine.kept(Vec::new(), None)),
            Step::Done(summary) => return (engine.known.clone(), rounds, summary),
            Step::Stop(error) => panic!("{error}"),
        }
    }
}

/// Björn knows three entries; the registry has five by now. `spoil` changes the answer; the misdeed must be named.
fn misdeed(spoil: impl FnOnce(&mut SyncAnswer, &mut Registry)) -> Misdeed {
    let mut registry = Registry::with((0..3).map(|i| plain(1, i)));
    let (known, ..) = agree(nothing_known(), Vec::new(), &mut registry);
    let before = known.clone();
    registry.take(plain(2, 0), NOW);
    registry.take(plain(2, 1), NOW);
    let mut engine = Engine::new(known, vec![plain(9, 0)], Vec::new(), None);
    let mut answer = registry.answer(&request_of(&engine), NOW);
    spoil(&mut answer, &mut registry);
    engine.receive(reply(answer.clone()), NOW);
    assert_eq!(engine.known, before, "nothing is believed");
    match engine.next() {
        Step::Stop(SyncError::Misdeed { what, known, offered }) => {
            assert_eq!(*known, before.note);
            assert_eq!(*offered, Some(answer.checkpoint), "both notes are kept as evidence");
            what.clone()
        }
        other => panic!("not noticed: {other:?}"),
    }
}

#[test]
fn what_was_written_offline_arrives_and_is_acknowledged_with_its_proof() {
    let mut registry = Registry::with([plain(1, 0), plain(2, 0)]);
    let own = vec![plain(9, 0), plain(9, 1)];
    let (known, rounds, summary) = agree(nothing_known(), own.clone(), &mut registry);
    assert_eq!((summary.rounds, summary.arrived, summary.acknowledged, summary.size), (1, 4, 2, 4));
    assert_eq!(Some(summary.root), registry.tree().root_at(4));
    let round = &rounds[0];
    assert_eq!(round.acknowledged[1].receipt.index, 3);
    assert_eq!(round.arrived[2].parts, own[0], "headers and parcels are joined to their entry");
    assert_eq!(Some(round.arrived[0].root), registry.tree().root_at(1));

    // The acknowledgement was lost on the way: sending again changes nothing and gives the same receipt.
    let (_, again, _) = agree(nothing_known(), own.clone(), &mut registry);
    assert_eq!(again[0].acknowledged, round.acknowledged);
    // And with everything known, nothing comes.
    let (_, quiet, summary) = agree(known, own, &mut registry);
    assert_eq!((quiet[0].arrived.len(), summary.acknowledged, summary.size), (0, 2, 4));
}

#[test]
fn every_step_can_be_asked_for_twice_and_nothing_moves_by_itself() {
    let mut registry = Registry::with([plain(1, 0)]);
    let mut engine = Engine::new(nothing_known(), vec![plain(9, 0)], Vec::new(), None);
    assert_eq!(engine.kept(Vec::new(), None), None, "nothing to keep yet");
    let request = request_of(&engine);
    assert_eq!(request_of(&engine), request);
    let answer = registry.answer(&request, NOW);
    engine.receive(reply(answer.clone()), NOW);
    let Step::Keep(round) = engine.next() else { panic!("nothing to keep") };
    let round = round.clone();
    engine.receive(reply(answer), NOW);
    assert_eq!(engine.next(), Step::Keep(&round), "a second answer is not listened to");
    assert_eq!(engine.kept(Vec::new(), None), Some(round));
    assert!(matches!(engine.next(), Step::Done(_)));
}

#[test]
fn a_long_absence_goes_up_in_pushes_that_the_registry_takes() {
    let heavy = |number| BatchParts { parcels: BTreeMap::from([(0, vec![1; 1 << 20])]), ..plain(9, number) };
    let mut registry = Registry::default();
    let (_, rounds, summary) = agree(nothing_known(), (0..20).map(heavy).collect(), &mut registry);
    assert_eq!((summary.acknowledged, summary.size), (20, 20));
    assert!(rounds.len() >= 3);
    let engine = Engine::new(nothing_known(), (0..20).map(heavy).collect(), Vec::new(), None);
    assert!(sceau_protocol::encode(&request_of(&engine)).len() <= limits::PUSH);
    // One that is larger than a push goes alone: the registry's reason is better than silence.
    let giant = BatchParts { parcels: BTreeMap::from([(0, vec![1; 9 << 20])]), ..plain(9, 0) };
    let engine = Engine::new(nothing_known(), vec![giant, plain(9, 1)], Vec::new(), None);
    assert_eq!(request_of(&engine).batches.len(), 1);
}

#[test]
fn what_opened_later_is_asked_for_and_comes_until_nothing_comes_any_more() {
    let mut registry = Registry::with([plain(1, 0), plain(1, 1)]);
    let (known, ..) = agree(nothing_known(), Vec::new(), &mut registry);
    let lacking = vec![plain(1, 0).hash(), plain(1, 1).hash()];
    let mut engine = Engine::new(known, Vec::new(), lacking.clone(), None);
    let mut answer = registry.answer(&request_of(&engine), NOW);
    answer.contents.truncate(1);
    answer.more = true;
    engine.receive(reply(answer), NOW);
    let round = engine.kept(lacking[1..].to_vec(), None).unwrap();
    assert_eq!(round.late[0].parcels, plain(1, 0).parcels);
    assert_eq!(request_of(&engine).lacking, lacking[1..]);
    let mut answer = registry.answer(&request_of(&engine), NOW);
    answer.contents.clear();
    answer.more = true;
    engine.receive(reply(answer), NOW);
    engine.kept(lacking[1..].to_vec(), None).unwrap();
    assert!(
        matches!(engine.next(), Step::Done(_)),
        "a registry that promises for ever is not asked for ever"
    );
}

#[test]
fn a_refused_batch_is_reported_and_not_pressed_upon_the_registry() {
    let mut registry = Registry::default();
    let mut engine = Engine::new(nothing_known(), vec![plain(9, 0)], Vec::new(), None);
    let request = request_of(&engine);
    let mut answer = registry.answer(&SyncRequest { batches: Vec::new(), ..request.clone() }, NOW);
    let code = Code::Gap.code().to_owned();
    answer.outcomes = vec![Outcome { batch: plain(9, 0).hash(), receipt: None, code: Some(code.clone()) }];
    engine.receive(reply(answer), NOW);
    let round = engine.kept(Vec::new(), None).unwrap();
    assert_eq!(round.refused, [RefusedBatch { batch: plain(9, 0).hash(), code }]);
    assert!(matches!(engine.next(), Step::Done(Summary { refused: 1, acknowledged: 0, .. })));
}

#[test]
fn registry_that_rewrites_an_entry_is_noticed() {
    let altered = misdeed(|answer, _| {
        let mut entry = Entry::decode(&answer.entries[0].bytes).unwrap();
        entry.signature[0] ^= 1;
        answer.entries[0].bytes = entry.encode();
    });
    assert_eq!(altered, Misdeed::RootDiffers);
    // Also when it is one from the past, and the new log is signed as a whole.
    let rewritten = misdeed(|answer, registry| {
        registry.log[1].1.signature[0] ^= 1;
        registry.log[1].0 = Entry::of(&registry.log[1].1, NOW).encode();
        answer.checkpoint = registry.note(NOW);
    });
    assert_eq!(rewritten, Misdeed::RootDiffers);
    let garbage = misdeed(|answer, _| answer.entries[1].bytes.push(0));
    assert_eq!(garbage, Misdeed::EntryUnreadable { index: 4 });
}

#[test]
fn registry_that_alters_an_own_batch_is_noticed() {
    let altered = misdeed(|answer, registry| {
        // A consistent log, signed, with another batch where ours should be.
        registry.log[5].1 = plain(8, 0);
        registry.log[5].0 = Entry::of(&registry.log[5].1, NOW).encode();
        answer.entries[2].bytes = registry.log[5].0.clone();
        answer.checkpoint = registry.note(NOW);
        let receipt = answer.outcomes[0].receipt.as_mut().unwrap();
        receipt.entry = registry.log[5].0.clone();
        receipt.path = registry.tree().inclusion(5, 6).unwrap();
    });
    assert_eq!(altered, Misdeed::EntryAltered { index: 5 });
}

#[test]
fn registry_that_drops_an_entry_is_noticed() {
    assert_eq!(misdeed(|answer, _| drop(answer.entries.remove(0))), Misdeed::EntryDropped { index: 3 });
    assert_eq!(misdeed(|answer, _| drop(answer.entries.pop())), Misdeed::EntryDropped { index: 5 });
    let hidden = misdeed(|answer, _| {
        answer.entries.remove(0);
        answer.entries.iter_mut().for_each(|entry| entry.index -= 1);
    });
    assert_eq!(hidden, Misdeed::EntryDropped { index: 5 });
    let own = misdeed(|answer, _| drop(answer.outcomes.pop()));
    assert_eq!(own, Misdeed::Unacknowledged);
    let mute = misdeed(|answer, _| answer.outcomes[0].receipt = None);
    assert_eq!(mute, Misdeed::Unacknowledged);
}

#[test]
fn registry_that_inserts_or_replays_an_entry_is_noticed() {
    let inserted = misdeed(|answer, _| {
        let bytes = Entry::of(&plain(6, 6), NOW).encode();
        answer.entries.push(LogEntry { index: 6, bytes, standing: Standing::InForce });
    });
    assert_eq!(inserted, Misdeed::EntryInserted { index: 6 });
    let twice = misdeed(|answer, _| {
        let again = LogEntry { index: 6, ..answer.entries[0].clone() };
        answer.entries.push(again);
    });
    assert_eq!(twice, Misdeed::EntryReplayed { index: 6 });
    let old = misdeed(|answer, registry| {
        let bytes = registry.log[0].0.clone();
        answer.entries.insert(0, LogEntry { index: 0, bytes, standing: Standing::InForce });
    });
    assert_eq!(old, Misdeed::EntryReplayed { index: 0 });
}

#[test]
fn registry_that_reorders_entries_is_noticed() {
    let swapped = misdeed(|answer, _| answer.entries.swap(0, 1));
    assert_eq!(swapped, Misdeed::EntriesReordered { index: 3 });
    let renumbered = misdeed(|answer, _| {
        answer.entries.swap(0, 1);
        (3..).zip(&mut answer.entries).for_each(|(index, entry)| entry.index = index);
    });
    assert_eq!(renumbered, Misdeed::RootDiffers);
}

#[test]
fn registry_that_rolls_back_is_noticed() {
    let shorter = misdeed(|answer, registry| {
        registry.log.truncate(2);
        answer.entries.clear();
        answer.checkpoint = registry.note(NOW);
    });
    assert_eq!(shorter, Misdeed::RolledBack { known: 3, offered: 2 });
    let earlier = misdeed(|answer, registry| {
        registry.log[4].0 = Entry::of(&registry.log[4].1, Moment(NOW.0 - 1)).encode();
        answer.entries[1].bytes = registry.log[4].0.clone();
        answer.checkpoint = registry.note(NOW);
    });
    assert_eq!(earlier, Misdeed::ReceivedWentBack { index: 4 });
    let older = misdeed(|answer, registry| answer.checkpoint = registry.note(Moment(NOW.0 - 60_000)));
    assert_eq!(older, Misdeed::ClockWentBack);
}

#[test]
fn registry_that_freezes_is_noticed() {
    let mut registry = Registry::with([plain(1, 0)]);
    let (known, ..) = agree(nothing_known(), Vec::new(), &mut registry);
    let mut engine = Engine::new(known, Vec::new(), Vec::new(), None);
    let frozen = registry.answer(&request_of(&engine), NOW);
    let later = NOW.plus(DAY).plus(MINUTE);
    engine.receive(Reply::Answer { answer: Box::new(frozen), asked: later }, later);
    let Step::Stop(error) = engine.next() else { panic!("not noticed") };
    assert_eq!(error.code(), "log.clock-stands-still");
}

#[test]
fn a_laptop_whose_clock_is_a_year_off_works_and_is_told() {
    let mut registry = Registry::with([plain(1, 0)]);
    let mut engine = Engine::new(nothing_known(), Vec::new(), Vec::new(), None);
    let answer = registry.answer(&request_of(&engine), NOW);
    // The client repeated the request under the registry's time.
    let here = NOW.plus(365 * DAY);
    engine.receive(Reply::Answer { answer: Box::new(answer), asked: NOW }, here);
    let round = engine.kept(Vec::new(), None).unwrap();
    assert_eq!(round.clock_ahead, -i64::try_from(365 * DAY).unwrap());
}

#[test]
fn registry_that_shows_two_logs_is_noticed() {
    let mut registry = Registry::with([plain(1, 0), plain(1, 1)]);
    let (known, ..) = agree(nothing_known(), Vec::new(), &mut registry);
    let mut other = Registry::with([plain(1, 0), plain(2, 7)]);
    let mut engine = Engine::new(known, Vec::new(), Vec::new(), None);
    let answer = other.answer(&request_of(&engine), NOW);
    engine.receive(reply(answer), NOW);
    let Step::Stop(SyncError::Misdeed { what, .. }) = engine.next() else { panic!("not noticed") };
    assert_eq!(*what, Misdeed::Forked { size: 2 });

    // Björn's view is consistent in itself; Chloé's batch shows that she was given another.
    let theirs = other.tree().root_at(2).unwrap();
    let (known, ..) = agree(nothing_known(), Vec::new(), &mut registry);
    registry.take(batch(3, 0, Seen { epoch: 1, size: 2, root: theirs }), NOW);
    registry.take(batch(4, 0, Seen { epoch: 1, size: 9, root: [1; 32] }), NOW);
    let honest = registry.tree().root_at(3).unwrap();
    registry.take(batch(5, 0, Seen { epoch: 1, size: 3, root: honest }), NOW);
    let (_, rounds, _) = agree(known, Vec::new(), &mut registry);
    let disputed: Vec<_> = rounds[0].disputed.iter().map(|dispute| dispute.index).collect();
    assert_eq!(disputed, [2, 3]);
}

#[test]
fn registry_impersonated_or_denying_its_word_is_noticed() {
    let unsigned = misdeed(|answer, _| {
        let end = answer.checkpoint.find("— ").unwrap();
        let clock = answer.checkpoint.rfind("— ").unwrap();
        answer.checkpoint = format!("{}{}", &answer.checkpoint[..end], &answer.checkpoint[clock..]);
    });
    assert_eq!(unsigned, Misdeed::NoteNotSigned);
    assert_eq!(misdeed(|answer, _| answer.checkpoint.push('x')), Misdeed::NoteMalformed);
    let other =
        misdeed(|answer, _| answer.checkpoint = answer.checkpoint.replacen("registry", "register", 1));
    assert_eq!(other, Misdeed::OtherLog);
    let path = misdeed(|answer, _| answer.outcomes[0].receipt.as_mut().unwrap().path[0][0] ^= 1);
    assert_eq!(path, Misdeed::ReceiptFalse { index: 5 });
    let stray = misdeed(|answer, _| answer.contents[0].batch = [0; 32]);
    assert_eq!(stray, Misdeed::StrayContent);

    let mut registry = Registry::with([plain(1, 0)]);
    let (known, ..) = agree(nothing_known(), Vec::new(), &mut registry);
    let note = known.note.clone();
    let mut engine = Engine::new(known, Vec::new(), Vec::new(), None);
    engine.receive(Reply::Failed(Failure::Refused(Code::LogDiffers)), NOW);
    let denied = SyncError::Misdeed { what: Misdeed::Denied { size: 1 }, known: note, offered: None };
    assert_eq!(engine.next(), Step::Stop(&denied));
}

#[test]
fn bad_luck_is_not_called_a_misdeed() {
    for failure in [Failure::Unreachable, Failure::Truncated, Failure::NotTheRegistry { status: 500 }] {
        let mut engine = Engine::new(nothing_known(), vec![plain(9, 0)], Vec::new(), None);
        engine.receive(Reply::Failed(failure.clone()), NOW);
        assert!(failure.may_pass());
        assert_eq!(engine.next(), Step::Stop(&SyncError::Failure(failure)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// However the log is cut into visits, whoever reads it ends with the same root, and every own batch once in it.
    #[test]
    fn laptops_agree_in_whatever_order_they_come(visits in prop::collection::vec((1_u8..4, 0_usize..4), 1..12)) {
        let mut registry = Registry::default();
        let mut laptops: BTreeMap<u8, (Known, u64)> = BTreeMap::new();
        for (device, wrote) in visits {
            let (known, number) = laptops.remove(&device).unwrap_or_else(|| (nothing_known(), 0));
            let next = number + wrote as u64;
            let unsent = (number..next).map(|number| plain(device, number)).collect();
            let (known, _, summary) = agree(known, unsent, &mut registry);
            prop_assert_eq!(summary.acknowledged, wrote as u64);
            laptops.insert(device, (known, next));
        }
        let written: u64 = laptops.values().map(|(_, number)| number).sum();
        prop_assert_eq!(registry.log.len() as u64, written);
        for (known, _) in laptops.into_values() {
            let (_, _, summary) = agree(known, Vec::new(), &mut registry);
            prop_assert_eq!(Some(summary.root), registry.tree().root_at(summary.size));
            prop_assert_eq!(summary.size, written);
        }
    }
}
