//! From the bytes to the verdict.

use super::chain::Signed;
use super::found::{self, Found};
use super::{
    Anchor, Finding, LARGEST, LabelStanding, Outcome, Reason, SignedBy, Standing, Unreadable, Verdict, When,
};
use crate::content::{Claim, Level};
use crate::credential;
use crate::sign::cms;
use crate::sign::prepare::covered;
use jiff::Timestamp;
use sceau_domain::moment::{DAY, Moment};
use std::collections::BTreeMap;

/// A stated time of signing may lie this much after the reader's clock: clocks differ.
const SKEW: u64 = DAY;

/// Judges a file against the reader's trust anchors.
///
/// `standing` is what the registry said, if it was asked; without it the verdict says that the state of the label is
/// not known, which alone does not keep it from being valid.
///
/// # Errors
/// [`Unreadable`] when the file is no PDF at all.
pub fn verify(
    pdf: &[u8],
    anchors: &[Anchor],
    when: When,
    standing: Option<&Standing>,
) -> Result<Verdict, Unreadable> {
    if pdf.len() > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    let found = found::signatures(pdf);
    // A changed first byte does not make a sealed certificate another kind of file.
    // Readers of PDF look for the mark within the first kilobyte, and so do we.
    let marked = pdf.windows(5).take(1024).any(|piece| piece == b"%PDF-");
    if !marked && found.is_empty() {
        return Err(Unreadable::NotPdf);
    }
    let mut case = Case { reasons: Vec::new(), when };
    let mut verdict = Verdict {
        outcome: Outcome::Invalid,
        genuine: false,
        reasons: Vec::new(),
        signer: None,
        signatories: Vec::new(),
        claim: None,
        level: None,
    };
    let Some((seal, later)) = found.split_first() else {
        case.say("verify-no-signature", Finding::Bad, &[]);
        verdict.reasons = case.reasons;
        return Ok(verdict);
    };
    verdict.signer = case.signature(pdf, seal, anchors, true);
    case.increments(pdf, seal, later);
    for signature in later {
        verdict.signatories.extend(case.signature(pdf, signature, anchors, false));
    }
    verdict.genuine = !case.has(Finding::Bad) && !case.has(Finding::Unknown);
    if !case.has(Finding::Bad) {
        verdict.level = Some(Level::BaselineB);
        verdict.claim = case.claim(pdf, verdict.signer.as_ref());
        if let Some(claim) = &verdict.claim {
            case.life(claim, standing);
        }
        case.standing(standing, verdict.claim.as_ref());
    }
    verdict.outcome = if case.has(Finding::Bad) {
        Outcome::Invalid
    } else if case.has(Finding::Unknown) {
        Outcome::Indeterminate
    } else {
        Outcome::Valid
    };
    verdict.reasons = case.reasons;
    Ok(verdict)
}

/// Certificates (DER) of the authorities that the signatures of a file carry with them. Nothing makes them worth
/// believing: a reader who knows an authority by its digest only finds it here.
#[must_use]
pub fn authorities(pdf: &[u8]) -> Vec<Vec<u8>> {
    if pdf.len() > LARGEST {
        return Vec::new();
    }
    let signatures = found::signatures(pdf);
    signatures.iter().filter_map(|found| Some(cms::read(&found.container(pdf)?)?.authority)).collect()
}

struct Case {
    reasons: Vec<Reason>,
    when: When,
}

fn written(moment: Moment) -> String {
    let time = i64::try_from(moment.0).ok().and_then(|ms| Timestamp::from_millisecond(ms).ok());
    time.map(|time| time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default()
}

impl Case {
    fn say(&mut self, code: &'static str, finding: Finding, params: &[(&'static str, &str)]) {
        let params: BTreeMap<_, _> =
            params.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        let reason = Reason { code, finding, params };
        // Several signatures of one day share their doubts: one sentence says it.
        if finding != Finding::Unknown || !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
    }

    fn has(&self, finding: Finding) -> bool {
        self.reasons.iter().any(|reason| reason.finding == finding)
    }

    /// One signature: container, key, bytes, certificate, time.
    fn signature(&mut self, pdf: &[u8], found: &Found, anchors: &[Anchor], seal: bool) -> Option<SignedBy> {
        let read = || {
            let room = found.container(pdf)?;
            let container = cms::read(&room)?;
            // What follows the container in its room is never anything but zeros.
            let rest = room.get(container.length..)?;
            let leaf = Signed::read(&container.certificate)?;
            let holds = rest.iter().all(|byte| *byte == 0)
                && leaf.signed(&container.to_be_signed, &container.signature);
            holds.then_some((container, leaf))
        };
        let Some((container, leaf)) = read() else {
            self.say("verify-signature-broken", Finding::Bad, &[]);
            return None;
        };
        let same = pdf.get(..found.end).is_some_and(|part| covered(part, &found.hole) == container.digest);
        if !same {
            self.say("verify-changed", Finding::Bad, &[]);
        }
        let at = found.stated(pdf);
        let by = SignedBy {
            name: leaf.name(),
            organisation: leaf.organisation(),
            fingerprint: leaf.fingerprint(),
            at,
        };
        self.issuer(&leaf, &container.authority, anchors, seal, &by);
        if same {
            if seal {
                self.say("verify-unchanged", Finding::Good, &[]);
            }
            self.time(&leaf, at);
        }
        Some(by)
    }

    /// Is the certificate issued by an authority that the reader believes, for this purpose?
    fn issuer(&mut self, leaf: &Signed, authority: &[u8], anchors: &[Anchor], seal: bool, by: &SignedBy) {
        let embedded = Signed::read(authority);
        let whole = embedded.as_ref().is_some_and(|own| own.issued_by(own) && leaf.issued_by(own));
        if !whole {
            return self.say("verify-signature-broken", Finding::Bad, &[]);
        }
        let trusted = anchors.iter().find(|anchor| {
            leaf.issued_by(&anchor.0) && embedded.as_ref().is_some_and(|own| own.same_authority(&anchor.0))
        });
        let Some(anchor) = trusted else {
            let issuer = leaf.issuer();
            return self.say(
                "verify-issuer-unknown",
                Finding::Unknown,
                &[("name", &by.name), ("issuer", &issuer)],
            );
        };
        if seal && !leaf.is_seal() || !leaf.may_sign() {
            return self.say("verify-not-a-seal", Finding::Bad, &[("name", &by.name)]);
        }
        let code = if seal { "verify-signer" } else { "verify-countersigned" };
        let params =
            [("name", &*by.name), ("organisation", &by.organisation), ("fingerprint", &by.fingerprint)];
        self.say(code, Finding::Good, &params);
        // The seal counts while its authority does as well: from the later beginning to the earlier end.
        let ((from, until), (also_from, also_until)) = (leaf.validity(), anchor.0.validity());
        let (from, until) = (from.max(also_from), until.min(also_until));
        // Nobody vouches for the time of signing at this level, so an expired certificate settles nothing.
        if self.when.at < from {
            self.say("verify-seal-not-yet", Finding::Unknown, &[("date", &written(from))]);
        }
        if self.when.at > until {
            self.say("verify-seal-expired", Finding::Unknown, &[("date", &written(until))]);
        }
    }

    /// The stated time of signing.
    fn time(&mut self, leaf: &Signed, at: Option<Moment>) {
        let (from, until) = leaf.validity();
        match at {
            None => self.say("verify-signature-broken", Finding::Bad, &[]),
            Some(at) if at > self.when.at.plus(SKEW) => {
                self.say("verify-time-future", Finding::Unknown, &[("date", &written(at))]);
            }
            Some(at) if at < from || at > until => {
                self.say("verify-time-outside", Finding::Unknown, &[("date", &written(at))]);
            }
            Some(at) => {
                let level = Level::BaselineB.name();
                self.say("verify-time", Finding::Good, &[("date", &written(at)), ("level", level)]);
            }
        }
    }

    /// After the seal only signatures in fields that were there may follow, and nothing after the last.
    fn increments(&mut self, pdf: &[u8], seal: &Found, later: &[Found]) {
        let mut end = seal.end;
        for found in later {
            if !found.only_signs(pdf, end) {
                return self.say("verify-added-after", Finding::Bad, &[]);
            }
            end = found.end;
        }
        if end != pdf.len() {
            self.say("verify-added-after", Finding::Bad, &[]);
        }
    }

    /// The attached credential, which must be the institute's own statement.
    fn claim(&mut self, pdf: &[u8], signer: Option<&SignedBy>) -> Option<Claim> {
        let Some(claim) = found::credential(pdf).and_then(|bytes| credential::read(bytes).ok()) else {
            self.say("verify-credential-missing", Finding::Bad, &[]);
            return None;
        };
        if claim.demonstration {
            self.say("verify-demonstration", Finding::Note, &[]);
        }
        if signer.is_some_and(|signer| signer.organisation != claim.institute) {
            self.say("verify-other-institute", Finding::Note, &[("institute", &claim.institute)]);
        }
        Some(claim)
    }

    /// The label's own dates.
    fn life(&mut self, claim: &Claim, standing: Option<&Standing>) {
        let today = self.when.today;
        let (from, until) = (claim.effective_on.to_string(), claim.valid_until.to_string());
        if today < claim.effective_on {
            self.say("verify-label-not-yet", Finding::Unknown, &[("date", &from)]);
        } else if today > claim.valid_until
            && standing.is_some_and(|standing| standing.label == LabelStanding::InForce)
        {
            self.say("verify-label-prolonged", Finding::Note, &[("date", &until)]);
        } else if today > claim.valid_until {
            self.say("verify-label-expired", Finding::Bad, &[("date", &until)]);
        } else {
            self.say("verify-label-in-term", Finding::Good, &[("date", &until)]);
        }
    }

    /// What only a network can tell.
    fn standing(&mut self, standing: Option<&Standing>, claim: Option<&Claim>) {
        let Some(standing) = standing else {
            let url = claim.map_or("", |claim| &claim.check_url);
            return self.say("verify-standing-unknown", Finding::Note, &[("url", url)]);
        };
        let checked = written(standing.checked);
        let (code, finding, date) = match standing.label {
            LabelStanding::InForce => ("verify-standing-good", Finding::Good, String::new()),
            LabelStanding::Suspended(date) => ("verify-standing-suspended", Finding::Bad, date.to_string()),
            LabelStanding::Ended(date) => ("verify-standing-ended", Finding::Bad, date.to_string()),
            LabelStanding::Superseded(date) => ("verify-standing-superseded", Finding::Bad, date.to_string()),
            LabelStanding::Unheard => ("verify-standing-unheard", Finding::Bad, String::new()),
        };
        self.say(code, finding, &[("date", &date), ("checked", &checked)]);
        if let Some(date) = standing.seal_revoked {
            self.say("verify-seal-revoked", Finding::Bad, &[("date", &date.to_string())]);
        }
    }
}
