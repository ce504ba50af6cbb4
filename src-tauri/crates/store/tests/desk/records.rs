use sceau_domain::moment::Moment;
use sceau_ledger::header::EventName;
use sceau_store::StoreError;
use sceau_store::log::Appended;

use crate::world::{Laptop, MEMBER, desk, key};

#[test]
fn a_batch_waits_until_its_entry_comes_back() {
    let (_place, folder, store) = desk();
    let mut laptop = Laptop::new(1);
    let (first, second) = (laptop.batch(&["one", "two"]), laptop.batch(&["three"]));
    store.write(|to| to.append_own(&first)).unwrap();
    store.write(|to| to.append_own(&second)).unwrap();
    assert_eq!(store.write(|to| to.append_own(&first)).unwrap(), Appended::Repeated);
    store.close().unwrap();

    let store = sceau_store::Store::open(&folder, &key()).unwrap();
    let unsent = store.read(|kept| kept.unsent()).unwrap();
    assert_eq!(unsent.len(), 2);
    assert_eq!(unsent[0].parts, *first.parts(), "byte for byte what was signed");
    assert_eq!(unsent[0].logged, None);

    assert_eq!(store.write(|to| to.append_entry(0, Moment(50), &first)).unwrap(), Appended::New);
    let unsent = store.read(|kept| kept.unsent()).unwrap();
    assert_eq!(unsent.iter().map(|batch| batch.hash).collect::<Vec<_>>(), [second.hash()]);
    assert_eq!(store.read(|kept| kept.batch(&first.hash())).unwrap().unwrap().logged, Some((0, Moment(50))));
    // A repetition of an acknowledged batch does not make it unsent again.
    assert_eq!(store.write(|to| to.append_own(&first)).unwrap(), Appended::Repeated);
    assert_eq!(store.read(|kept| kept.unsent()).unwrap().len(), 1);
    assert_eq!(store.read(|kept| kept.head(laptop.id())).unwrap(), Some(laptop.head));
}

#[test]
fn the_log_can_be_replayed_but_neither_skipped_nor_rewritten() {
    let (_place, _folder, store) = desk();
    let mut laptop = Laptop::new(1);
    let batches = [laptop.batch(&["a"]), laptop.batch(&["b"]), laptop.batch(&["c"])];
    store.write(|to| to.append_entry(0, Moment(10), &batches[0])).unwrap();
    let gap = store.write(|to| to.append_entry(2, Moment(10), &batches[2]));
    assert!(matches!(gap, Err(StoreError::Gap { expected: 1, found: 2 })));
    store.write(|to| to.append_entry(1, Moment(11), &batches[1])).unwrap();
    for _ in 0..2 {
        assert_eq!(
            store.write(|to| to.append_entry(0, Moment(10), &batches[0])).unwrap(),
            Appended::Repeated
        );
    }
    for (index, received, batch) in [(0, 10, 2), (0, 12, 0), (2, 12, 0)] {
        let rewritten = store.write(|to| to.append_entry(index, Moment(received), &batches[batch]));
        assert!(matches!(rewritten, Err(StoreError::Conflict { .. })), "{index} {received} {batch}");
    }
    // What was refused left nothing behind.
    assert!(store.read(|kept| kept.batch(&batches[2].hash())).unwrap().is_none());
    assert_eq!(store.read(|kept| kept.log_size()).unwrap(), 2);
    let entries = store.read(|kept| kept.entries(1, 10)).unwrap();
    assert_eq!(entries.len(), 1);
    assert_eq!((entries[0].index, entries[0].received), (1, Moment(11)));
    assert_eq!(entries[0].record, batches[1].parts().record);
    let paged: Vec<u64> = (0..2)
        .flat_map(|from| store.read(|kept| kept.batches(from, 1)).unwrap())
        .filter_map(|batch| batch.logged.map(|(index, _)| index))
        .collect();
    assert_eq!(paged, [0, 1]);
}

#[test]
fn what_is_withheld_is_known_and_filled_in_later() {
    let (_place, _folder, store) = desk();
    let mut laptop = Laptop::new(1);
    let whole = laptop.batch(&["sealed until the phase opens"]);
    let bare = laptop.verified(whole.parts().bare());
    store.write(|to| to.append_entry(0, Moment(1), &bare)).unwrap();

    let parcel = whole.record().parcels[0].sha256;
    let missing = store.read(|kept| kept.missing_parcels()).unwrap();
    assert_eq!(missing.iter().map(|one| one.sha256).collect::<Vec<_>>(), [parcel]);
    assert_eq!(store.read(|kept| kept.batches_without_headers()).unwrap(), [whole.hash()]);
    assert_eq!(store.read(|kept| kept.batches_of_parcel(&parcel)).unwrap(), [whole.hash()]);
    assert_eq!(store.read(|kept| kept.batch(&whole.hash())).unwrap().unwrap().parts, *bare.parts());
    assert_eq!(store.read(|kept| kept.header(laptop.id(), 0)).unwrap(), None);
    let before = store.read(|kept| kept.tally()).unwrap();
    assert_eq!((before.withheld_headers, before.withheld_parcels), (1, 1));

    let refused = store.write(|to| to.put_parcel(b"other bytes"));
    assert!(matches!(refused, Err(StoreError::Unknown { .. })));
    let bytes = &whole.parts().parcels[&0];
    assert_eq!(store.write(|to| to.put_parcel(bytes)).unwrap(), Appended::New);
    assert_eq!(store.write(|to| to.put_parcel(bytes)).unwrap(), Appended::Repeated);
    store.write(|to| to.fill(&whole)).unwrap();
    // A later, barer copy takes nothing away.
    store.write(|to| to.fill(&bare)).unwrap();
    assert_eq!(store.read(|kept| kept.batch(&whole.hash())).unwrap().unwrap().parts, *whole.parts());
    let after = store.read(|kept| kept.tally()).unwrap();
    assert_eq!((after.headers, after.withheld_headers, after.withheld_parcels), (1, 0, 0));
    assert_eq!(after.digest, before.digest, "the log is the same log");
    assert_eq!(
        store.read(|kept| kept.header(laptop.id(), 0)).unwrap().as_ref(),
        whole.parts().headers.as_ref().and_then(|headers| headers.first())
    );

    assert!(store.write(|to| to.erase_parcel(&parcel)).unwrap());
    let erased = store.read(|kept| kept.batch(&whole.hash())).unwrap().unwrap();
    laptop.verified(erased.parts);
}

#[test]
fn two_desks_that_know_the_same_log_show_the_same_receipt() {
    let mut laptop = Laptop::new(1);
    let batches = [laptop.batch(&["a", "b"]), laptop.batch(&["c"])];
    let [one, two] = [false, true].map(|own| {
        let (place, _folder, store) = desk();
        for (index, batch) in (0_u64..).zip(&batches) {
            if own {
                store.write(|to| to.append_own(batch)).unwrap();
            }
            store.write(|to| to.append_entry(index, Moment(index), batch)).unwrap();
        }
        let outcome = store
            .read(|kept| Ok::<_, StoreError>((kept.tally()?, kept.acknowledged_kinds(MEMBER)?)))
            .unwrap();
        drop(place);
        outcome
    });
    assert_eq!(one, two);
    assert_eq!((one.0.entries, one.0.headers, one.1.get(&210)), (2, 3, Some(&3)));
}

#[test]
fn both_branches_of_a_fork_are_kept_and_the_first_logged_stays_in_force() {
    let (_place, _folder, store) = desk();
    let mut laptop = Laptop::new(1);
    let common = laptop.batch(&["common"]);
    let mut thief = laptop.copied(2);
    let mine = [laptop.batch(&["mine 1"]), laptop.batch(&["mine 2"])];
    let theirs = [thief.batch(&["theirs 1"]), thief.batch(&["theirs 2"]), thief.batch(&["theirs 3"])];
    let logged = [&common, &mine[0], &theirs[0], &theirs[1], &theirs[2], &mine[1]];
    for (index, batch) in (0_u64..).zip(logged) {
        store.write(|to| to.append_entry(index, Moment(index), batch)).unwrap();
    }
    store
        .read(|kept| {
            let device = laptop.id();
            assert!(kept.is_forked(device)?);
            assert_eq!(kept.head(device)?, Some(laptop.head));
            assert_eq!(kept.batch_at(device, 0)?, Some(common.hash()));
            assert_eq!(kept.batch_at(device, 2)?, Some(mine[1].hash()));
            assert_eq!(kept.batch_at(device, 3)?, None);
            let header = mine[1].parts().headers.as_ref().map(|headers| headers[0].clone());
            assert_eq!(kept.header(device, 2)?, header);
            assert!(kept.batch(&theirs[2].hash())?.is_some(), "the proof of the fork");
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn a_parked_event_is_remembered_until_it_is_judged() {
    let (_place, _folder, store) = desk();
    let event = EventName { device: Laptop::new(1).id(), seq: 4 };
    store.write(|to| to.park(event, "device.add")).unwrap();
    store.write(|to| to.park(event, "countersignature")).unwrap();
    let parked = store.read(|kept| kept.parked()).unwrap();
    assert_eq!((parked.len(), parked[0].event, parked[0].missing.as_str()), (1, event, "countersignature"));
    assert!(store.write(|to| to.unpark(event)).unwrap());
    assert!(!store.write(|to| to.unpark(event)).unwrap());
}
