//! Founding, charters and enrolment: who is believed, and who is not.

#![expect(clippy::unwrap_used, reason = "test code stops at the first surprise")]

mod board;

use board::{INSTITUTE, MOMENT, charter, device, dossier_key, officer, rng, signed};
use sceau_domain::id::{DeviceId, GroupId, Institute};
use sceau_domain::moment::Moment;
use sceau_ledger::bundle::{Bundle, BundleError, Recipient};
use sceau_ledger::charter::{Charter, CharterChain, CharterError, SignedCharter};
use sceau_ledger::device::{Digits, InviteSecret, JoinError, SignedJoin};
use sceau_ledger::encoding::{EncodingError, Record};
use sceau_ledger::group::{GroupKey, ReceiveSecret, WrapError, WrapLabel, unwrap, wrap};
use sceau_ledger::invitation::{Invitation, InvitationError};
use sceau_ledger::request::{Asked, Authorization, RequestError};
use sceau_ledger::sign::Signer;

/// Founded by one officer, then three with two to act.
fn chain() -> CharterChain {
    let mut chain = CharterChain::found(signed(&charter(1, [0; 32], &[11], 1), &[11])).unwrap();
    let second = charter(2, chain.current_hash(), &[11, 12, 13], 2);
    chain.extend(signed(&second, &[11, 12])).unwrap();
    chain
}

#[test]
fn a_laptop_walks_the_charters_from_the_institute_it_pins() {
    let chain = chain();
    let all = || chain.charters().iter().map(|(signed, _)| signed.clone());
    let walked = CharterChain::walk(all(), &chain.institute()).unwrap();
    assert_eq!(walked, chain);
    assert_eq!(walked.current().officers.len(), 3);
    assert_eq!(walked.current().log.host(), "registry.example.org");
    assert_eq!(walked.current().log.epoch(), Some(1));
    assert_eq!(CharterChain::walk(all(), &Institute([0; 32])), Err(CharterError::WrongInstitute));
    assert_eq!(CharterChain::walk([], &chain.institute()), Err(CharterError::Empty));
    for (signed, charter) in chain.charters() {
        assert_eq!(SignedCharter::decode(&signed.encode()).as_ref(), Ok(signed));
        assert_eq!(Charter::decode(&signed.record).as_ref(), Ok(charter));
    }
}

#[test]
fn a_charter_needs_enough_officers_of_before_and_of_after() {
    let chain = chain();
    let third = charter(3, chain.current_hash(), &[12, 13, 14], 2);
    let try_with = |signers: &[u8]| chain.clone().extend(signed(&third, signers));
    assert_eq!(try_with(&[12, 13]), Ok(()));
    assert_eq!(try_with(&[11, 12, 14]), Ok(()));
    assert_eq!(try_with(&[12, 14]), Err(CharterError::TooFewPrevious { needed: 2, found: 1 }));
    assert_eq!(try_with(&[11, 12]), Err(CharterError::TooFewOwn { needed: 2, found: 1 }));
    assert_eq!(try_with(&[12, 13, 77]), Err(CharterError::Stranger));
    assert_eq!(try_with(&[]), Err(CharterError::TooFewPrevious { needed: 2, found: 0 }));
    let mut forged = signed(&third, &[12]);
    forged.signatures.insert(officer(13).public(), [9; 64]);
    assert_eq!(chain.clone().extend(forged), Err(CharterError::BadSignature));
}

#[test]
fn a_charter_that_does_not_follow_is_refused() {
    let chain = chain();
    let after = chain.current_hash();
    let refuse = |charter: &Charter| chain.clone().extend(signed(charter, &[11, 12, 13])).unwrap_err();
    let skipped = CharterError::WrongVersion { expected: 3, found: 4 };
    assert_eq!(refuse(&charter(4, after, &[11, 12, 13], 2)), skipped);
    assert_eq!(refuse(&charter(3, [0; 32], &[11, 12, 13], 2)), CharterError::WrongPrevious);
    assert_eq!(refuse(&charter(3, after, &[11, 12, 13], 0)), CharterError::BadOfficers);
    assert_eq!(refuse(&charter(3, after, &[11, 12, 13], 4)), CharterError::BadOfficers);
    assert_eq!(refuse(&charter(3, after, &[11, 12, 12], 2)), CharterError::BadOfficers);
    assert_eq!(refuse(&charter(3, after, &[], 0)), CharterError::BadOfficers);
    let mut elsewhere = charter(3, after, &[11, 12, 13], 2);
    elsewhere.log.origin = "registry.example.org".to_owned();
    assert_eq!(refuse(&elsewhere), CharterError::BadOrigin);
}

#[test]
fn the_first_charter_is_signed_by_all_its_officers() {
    let first = charter(1, [0; 32], &[11, 12], 1);
    let missing = CharterError::TooFewOwn { needed: 2, found: 1 };
    assert_eq!(CharterChain::found(signed(&first, &[11])), Err(missing));
    assert_eq!(CharterChain::found(signed(&first, &[11, 12, 13])), Err(CharterError::Stranger));
    assert!(CharterChain::found(signed(&first, &[12, 11])).is_ok());
}

#[test]
fn signatures_out_of_order_are_another_form_and_refused() {
    let (one, two) = (officer(11), officer(12));
    let mut keys = [one.public(), two.public()];
    keys.sort_unstable_by(|a, b| b.cmp(a));
    let mut to = sceau_ledger::encoding::Writer::new();
    to.array(2).bytes(b"record").array(2);
    for key in keys {
        to.array(2).bytes(&key).bytes(&[0; 64]);
    }
    assert_eq!(SignedCharter::decode(&to.finish()), Err(EncodingError::NotDeterministic));
}

fn join(secret: &InviteSecret) -> SignedJoin {
    let laptop = device(1);
    SignedJoin::make(INSTITUTE, secret, &laptop.keys(), &laptop.signer)
}

#[test]
fn a_laptop_joins_with_the_secret_and_the_digits_match() {
    let secret = InviteSecret::from_bytes([7; 16]);
    let request = join(&secret);
    let seen = SignedJoin::decode(&request.encode()).unwrap();
    assert_eq!(seen.check_code(&INSTITUTE, &secret).unwrap().keys, device(1).keys());
    let digits = seen.digits().to_string();
    assert_eq!(digits.len(), 23);
    assert_eq!(Digits::typed(&format!("  {}\n", digits.replace(' ', "-"))), Some(request.digits()));
    assert_eq!(Digits::typed("12345 67890"), None);
    assert_eq!(Digits::typed("1234567890123456789a"), None);
}

#[test]
fn a_join_request_changed_on_the_way_is_refused() {
    let secret = InviteSecret::from_bytes([7; 16]);
    let request = join(&secret);
    // A registry that swaps the keys can sign with its own, but cannot make the code.
    let impostor = device(50);
    let guess = InviteSecret::from_bytes([8; 16]);
    let mut swapped = SignedJoin::make(INSTITUTE, &guess, &impostor.keys(), &impostor.signer);
    assert_eq!(swapped.check_code(&INSTITUTE, &secret), Err(JoinError::WrongInvite));
    let record = sceau_ledger::device::JoinRequest {
        institute: INSTITUTE,
        invite: secret.id(),
        keys: impostor.keys(),
    };
    swapped.request = record.encode();
    assert_eq!(swapped.check(&INSTITUTE), Err(JoinError::BadSignature));
    swapped.signature =
        sceau_ledger::sign::sign(&impostor.signer, sceau_ledger::sign::Purpose::Join, &swapped.request);
    assert!(swapped.check(&INSTITUTE).is_ok());
    assert_eq!(swapped.check_code(&INSTITUTE, &secret), Err(JoinError::BadCode));
    assert_ne!(swapped.digits(), request.digits());
    assert_eq!(request.check(&Institute([0; 32])), Err(JoinError::WrongInstitute));
}

#[test]
fn an_invitation_s_link_is_its_code_behind_the_registry_s_address() {
    let invitation = Invitation {
        institute: INSTITUTE,
        url: "https://registre.exemple.fr/".to_owned(),
        secret: InviteSecret::from_bytes([7; 16]),
        expires: MOMENT,
    };
    let (link, code) = (invitation.to_link(), invitation.to_text());
    assert_eq!(link, format!("https://registre.exemple.fr/join#{code}"));
    let (start, end) = link.split_at(link.len() / 2);
    let folded = [
        link.clone(),
        format!("  {start}\r\n{end}\n"),
        format!("<{start}\u{200b}{end}>"),
        link.replace("sceau1:", "sceau1%3A"),
        link.replace("sceau1:", "sceau1%3a"),
        format!("Bonjour, voici votre invitation : {link}."),
        format!("\u{feff}{code}"),
    ];
    for pasted in folded {
        assert_eq!(Invitation::parse(&pasted).unwrap().encode(), invitation.encode(), "{pasted}");
    }
    let refused = |text: &str| Invitation::parse(text).err();
    for without in ["", "#", "#content"] {
        let address = format!("https://registre.exemple.fr/join{without}");
        assert_eq!(refused(&address), Some(InvitationError::NoCode));
    }
    assert_eq!(refused(&link[..link.len() - 3]), Some(InvitationError::Damaged));
}

#[test]
fn an_invitation_survives_mail_and_says_when_it_did_not() {
    let invitation = Invitation {
        institute: INSTITUTE,
        url: "https://registre.exemple.fr".to_owned(),
        secret: InviteSecret::from_bytes([7; 16]),
        expires: MOMENT,
    };
    assert!((85..=100).contains(&invitation.encode().len()));
    let text = invitation.to_text();
    let folded = format!(" {}\r\n {} \n", &text[..40], &text[40..]);
    let read = Invitation::parse(&folded).unwrap();
    assert_eq!(read.encode(), invitation.encode());
    assert_eq!(read.secret.id(), invitation.secret.id());
    let refused = |text: &str| Invitation::parse(text).err();
    assert_eq!(refused("bonjour"), Some(InvitationError::NotAnInvitation));
    assert_eq!(refused(&text[..text.len() - 4]), Some(InvitationError::Damaged));
    for at in 7..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        assert_eq!(refused(&String::from_utf8(bytes).unwrap()), Some(InvitationError::Damaged));
    }
}

#[test]
fn a_wrap_opens_for_its_device_group_and_epoch_only() {
    let secret = ReceiveSecret::from_bytes([9; 32]);
    let label =
        WrapLabel { institute: INSTITUTE, group: GroupId([1; 16]), epoch: 2, device: DeviceId([3; 16]) };
    let announced = dossier_key().commitment(&INSTITUTE);
    let sealed = wrap(&dossier_key(), &secret.public(), &label, &mut rng(1)).unwrap();
    assert_eq!(unwrap(&sealed, &secret, &label, &announced).unwrap().expose(), &[5; 32]);
    let refused = |label, secret: &ReceiveSecret, announced| unwrap(&sealed, secret, &label, announced).err();
    let closed = Some(WrapError::DoesNotOpen);
    assert_eq!(refused(WrapLabel { epoch: 1, ..label }, &secret, &announced), closed);
    assert_eq!(refused(WrapLabel { group: GroupId([2; 16]), ..label }, &secret, &announced), closed);
    assert_eq!(refused(WrapLabel { device: DeviceId([4; 16]), ..label }, &secret, &announced), closed);
    assert_eq!(refused(label, &ReceiveSecret::from_bytes([8; 32]), &announced), closed);
    let other = GroupKey::from_bytes([6; 32]).commitment(&INSTITUTE);
    assert_eq!(refused(label, &secret, &other), Some(WrapError::WrongCommitment));
    assert_eq!(wrap(&dossier_key(), &[0; 32], &label, &mut rng(1)), Err(WrapError::BadRecipient));
}

#[test]
fn a_bundle_is_read_by_its_recipient_alone() {
    let registry = ReceiveSecret::from_bytes([9; 32]);
    let content = vec![0xab; 5000];
    let sealed =
        Bundle::seal(&content, INSTITUTE, Recipient::Registry, &registry.public(), &mut rng(1)).unwrap();
    let carried = Bundle::decode(&sealed.encode()).unwrap();
    assert_eq!(carried, sealed);
    assert_eq!(carried.open(&INSTITUTE, &Recipient::Registry, &registry).unwrap(), content);
    let other = ReceiveSecret::from_bytes([8; 32]);
    assert_eq!(carried.open(&INSTITUTE, &Recipient::Registry, &other), Err(BundleError::DoesNotOpen));
    let here = Recipient::Device(DeviceId([1; 16]));
    assert_eq!(carried.open(&INSTITUTE, &here, &registry), Err(BundleError::WrongRecipient));
    let elsewhere = carried.open(&Institute([0; 32]), &Recipient::Registry, &registry);
    assert_eq!(elsewhere, Err(BundleError::WrongInstitute));
    let mut relabelled = carried;
    relabelled.recipient = here;
    assert_eq!(relabelled.open(&INSTITUTE, &here, &registry), Err(BundleError::DoesNotOpen));
}

#[test]
fn a_request_is_bound_to_its_device_words_and_hour() {
    let laptop = device(1);
    let asked =
        Asked { institute: &INSTITUTE, host: "registre.fr", method: "POST", path: "/v1/sync", body: b"body" };
    let header = Authorization::make(&asked, laptop.id(), MOMENT, &laptop.signer).to_header();
    let read = Authorization::parse(&header).unwrap();
    assert_eq!(read.verify(&asked, &laptop.keys(), Moment(MOMENT.0 + 600_000)), Ok(()));
    let late = read.verify(&asked, &laptop.keys(), Moment(MOMENT.0 + 600_001));
    assert_eq!(late, Err(RequestError::ClockOff));
    let other_body = Asked { body: b"bodY", ..asked };
    let other_path = Asked { path: "/v1/sync?x", ..asked };
    let other_method = Asked { method: "PUT", ..asked };
    for asked in [other_body, other_path, other_method] {
        assert_eq!(read.verify(&asked, &laptop.keys(), MOMENT), Err(RequestError::BadSignature));
    }
    assert_eq!(read.verify(&asked, &device(2).keys(), MOMENT), Err(RequestError::WrongDevice));
    assert_eq!(Authorization::parse("Bearer x"), Err(RequestError::Malformed));
    assert_eq!(Authorization::parse(&format!("{header}.")), Err(RequestError::Malformed));
}
