//! The label: certificate, publication, and the verdict on a certificate that somebody hands in.

use std::io::Write;
use std::path::PathBuf;

use jiff::civil::Date;
use sceau_certificate::archive::INSTITUTE_FIELD;
use sceau_certificate::content::{
    Claim, EntryMark, Frozen, Level, Provisional, Signatory, Solution, Wording,
};
use sceau_certificate::draw::PrintPdf;
use sceau_certificate::fonts::Fonts;
use sceau_certificate::render::render;
use sceau_certificate::seal::{MemorySigner, SealKey};
use sceau_certificate::sign::prepare::Stamp;
use sceau_certificate::sign::sign;
use sceau_certificate::texts::Texts;
use sceau_certificate::verify::{Anchor, Outcome, Standing, Unreadable, Verdict, When, anchors, verify};
use sceau_domain::action::{Action, ActionKind};
use sceau_domain::dossier::{Fact, Move};
use sceau_domain::fraction::plain;
use sceau_domain::grid::{Gate, Grid, LabelRule};
use sceau_domain::id::{DossierId, MotionId};
use sceau_domain::label::months_after;
use sceau_domain::moment::Moment;
use sceau_domain::refusal::Refusal;
use sceau_ledger::payload::sealed::Answers;
use sceau_ledger::tree::sha256;
use sceau_store::error::StoreError;

use crate::act::Intent;
use crate::desk::Desk;
use crate::dossier::{Marks, facts};
use crate::error::{AppError, Result};
use crate::identity::{SEAL_AUTHORITY, SEAL_CERTIFICATE, SEAL_KEY};
use crate::intake::evidence::hex;
use crate::wording::{flat, one_line};

/// What the secretariat decides when it issues a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Public number, `YYYY-NNN`; see [`Desk::next_label_number`].
    pub number: String,
    /// First day of the label, not before the decision.
    pub effective_on: Date,
    /// A provisional label, where the labels file has its terms.
    pub provisional: bool,
    /// In whose name: printed, and given a signature field each.
    pub signatories: Vec<Signatory>,
    /// The holder has signed the agreement.
    pub agreement_signed: bool,
}

/// The civil day in Europe/Paris, by which labels live.
#[must_use]
pub fn day_in_paris(moment: Moment) -> Date {
    moment.day_in_paris()
}

/// Reads the reader's trust anchors (PEM, or one certificate in DER) and judges a certificate.
///
/// # Errors
/// The anchors cannot be read; or the file is no PDF, as the inner error.
pub fn verify_certificate(
    file: &[u8],
    trusted: &[u8],
    now: Moment,
    standing: Option<&Standing>,
) -> Result<Result<Verdict, Unreadable>> {
    let trusted = anchors(trusted).map_err(failed)?;
    Ok(judge(file, &trusted, now, standing))
}

fn judge(
    file: &[u8],
    trusted: &[Anchor],
    now: Moment,
    standing: Option<&Standing>,
) -> Result<Verdict, Unreadable> {
    verify(file, trusted, When { at: now, today: day_in_paris(now) }, standing)
}

fn failed(error: impl std::fmt::Display) -> AppError {
    AppError::Certificate(error.to_string())
}

impl Desk {
    /// The next free number of a label: one more than the greatest of this year that the board knows.
    #[must_use]
    pub fn next_label_number(&self) -> String {
        let year = day_in_paris(self.env.now()).year();
        let ranks = self.board().numbers.keys().filter_map(|number| {
            let (of, rank) = number.split_once('-')?;
            (of.parse() == Ok(year)).then(|| rank.parse::<u32>().ok())?
        });
        format!("{year:04}-{:03}", ranks.max().unwrap_or(0).saturating_add(1))
    }

    /// Issues the label of a granted dossier: the certificate is drawn, sealed, verified by this desk before anybody
    /// sees it, kept among the desk's documents, and made public. Answers the signed PDF.
    ///
    /// # Errors
    /// [`AppError::Procedure`] with the code of the guard that fails (`issue.no-agreement`, `issue.gate`) or
    /// `decision.differs-from-tally` where the decision on record is not the one that the count gives;
    /// [`AppError::Certificate`] with the field that is wrong; [`AppError::NoKey`] without the institute's seal.
    pub fn issue(&mut self, dossier: DossierId, how: &Issue) -> Result<Vec<u8>> {
        let decided = self.decided(dossier)?.ok_or(AppError::Refused(Refusal::NoDecision))?;
        let claim = self.judged_claim(dossier, how)?;
        let figures = Some(Box::new(self.figures(dossier)?));
        let (pdf, facts) = self.seal_certificate(&claim)?;
        let document = sha256(&pdf);
        self.keep_document(&document, &pdf)?;
        let number = how.number.clone();
        self.act(vec![
            Intent::clear(Action::Certificate { dossier, number: number.clone(), document, decided }),
            Intent::clear(Action::Publication { dossier, number, document, facts, figures }),
        ])?;
        self.replace_renewed(dossier, &how.number, how.effective_on)?;
        Ok(pdf)
    }

    /// The certificate as it would be sealed, without the seal.
    ///
    /// # Errors
    /// As [`Desk::issue`], but for the seal.
    pub fn preview(&self, dossier: DossierId, how: &Issue) -> Result<Vec<u8>> {
        // Whether the agreement is signed is asked when the label is issued.
        let claim = self.judged_claim(dossier, &Issue { agreement_signed: true, ..how.clone() })?;
        let (texts, fonts) = (Texts::bundled().map_err(failed)?, Fonts::bundled().map_err(failed)?);
        Ok(render(&claim, &texts, &fonts, &PrintPdf).map_err(failed)?.pdf)
    }

    /// Judges the step *issue* as the dossier stands.
    pub(crate) fn judge_issue(&self, dossier: DossierId, agreement_signed: bool) -> Result<()> {
        let rule = self.label_rule(&self.answers(dossier)?.label)?;
        let gate = self.marks(dossier)?.gate(&rule.grant).code();
        self.judge_step(
            dossier,
            Move::Issue,
            &facts([
                ("agreement_signed", Fact::Flag(agreement_signed)),
                ("grant_gate", Fact::Code(gate.to_owned())),
                // Sealed in the same batch that makes the label public, or not at all.
                ("certificate_sealed", Fact::Flag(true)),
            ]),
        )?;
        if self.store.read(|read| read.secret(SEAL_CERTIFICATE))?.is_none() {
            return Err(AppError::Procedure("seal.missing".to_owned()));
        }
        Ok(())
    }

    fn judged_claim(&self, dossier: DossierId, how: &Issue) -> Result<Claim> {
        self.judge_issue(dossier, how.agreement_signed)?;
        let answers = self.answers(dossier)?;
        let rule = self.label_rule(&answers.label)?;
        let marks = self.marks(dossier)?;
        let decided = self.decided(dossier)?.ok_or(AppError::Refused(Refusal::NoDecision))?;
        self.claim(dossier, how, &answers, &rule, &marks, &decided.outcome)
    }

    /// The signed certificate of a dossier, if this desk keeps it.
    ///
    /// # Errors
    /// No certificate is on record, or its file is not here.
    pub fn certificate(&self, dossier: DossierId) -> Result<Vec<u8>> {
        let (_, document) =
            self.dossier(dossier)?.certificate.as_ref().ok_or(AppError::Unknown("certificate"))?;
        let bytes = std::fs::read(self.document_path(document)).map_err(|_| AppError::EvidenceAbsent)?;
        if sha256(&bytes) == *document { Ok(bytes) } else { Err(AppError::EvidenceAltered) }
    }

    /// What the certificate asserts: of the mark only that the entry bar was reached (rules §8).
    fn claim(
        &self,
        dossier: DossierId,
        how: &Issue,
        answers: &Answers,
        rule: &LabelRule,
        marks: &Marks,
        outcome: &str,
    ) -> Result<Claim> {
        let card = self.card(dossier)?;
        let grid = self.grid(&answers.grid)?;
        let (motion, decided) = self.decision_of(dossier)?;
        if self.count(motion)?.decision.outcome != *outcome {
            return Err(AppError::Procedure("decision.differs-from-tally".to_owned()));
        }
        let opinion = self.opinion(dossier)?.ok_or(AppError::Procedure("decision.no-opinion".to_owned()))?;
        let terms = rule.provisional.filter(|_| how.provisional);
        if how.provisional && terms.is_none() {
            return Err(AppError::Input("provisional".to_owned()));
        }
        let months = terms.map_or(rule.validity_months, |terms| terms.months);
        let bylaws = self.motion(motion)?.terms.bylaws;
        Ok(Claim {
            institute: self.institute_name().to_owned(),
            number: how.number.clone(),
            label: Wording { fr: rule.name.fr.clone(), en: rule.name.en.clone() },
            level: None,
            holder: card.publisher,
            solution: Solution {
                name: card.solution,
                version: card.version,
                intended_use: one_line(&answers.intended_use),
                has_class: answers.has_class.clone(),
            },
            grid: Frozen {
                id: grid.id.clone(),
                version: grid.version.clone(),
                sha256: hex(&answers.grid),
                illustrative: grid.illustrative,
            },
            bylaws: self.frozen_bylaws(&bylaws)?,
            decided_on: day_in_paris(decided),
            effective_on: how.effective_on,
            valid_until: months_after(how.effective_on, months),
            provisional: terms.map(|terms| Provisional {
                evidence_by: months_after(how.effective_on, terms.evidence_months),
            }),
            entry_mark: entry_mark(rule, marks, &grid),
            reasons: opinion.reasons.iter().map(|reason| one_line(reason)).collect(),
            with_reservations: outcome == "grant-with-reservations",
            improvements: opinion.improve.iter().map(flat).collect(),
            signatories: how.signatories.clone(),
            check_url: format!("{}/fr/labels/{}", self.log().url.trim_end_matches('/'), how.number),
            seal_level: Level::BaselineB,
            demonstration: card.demonstration,
        })
    }

    fn frozen_bylaws(&self, digest: &[u8; 32]) -> Result<Frozen> {
        let file = self.rules_file(ActionKind::Bylaws, digest)?;
        Ok(Frozen {
            id: file.id.clone(),
            version: file.version.clone(),
            sha256: hex(digest),
            illustrative: false,
        })
    }

    /// The vote behind the decision on record, and when the decision was received.
    pub(crate) fn decision_of(&self, dossier: DossierId) -> Result<(MotionId, Moment)> {
        let last = self.sealed(ActionKind::Decision, dossier.0).last();
        let last = last.ok_or(AppError::Refused(Refusal::NoDecision))?;
        let motion = last.objects.get(1).ok_or(AppError::Unknown("motion"))?;
        Ok((MotionId(*motion), last.at))
    }

    /// Draws and seals a certificate, and believes it only once it verifies. Answers the PDF and the public facts:
    /// the certificate's own credential, so that page and paper can be compared word for word.
    fn seal_certificate(&self, claim: &Claim) -> Result<(Vec<u8>, String)> {
        let texts = Texts::bundled().map_err(failed)?;
        let fonts = Fonts::bundled().map_err(failed)?;
        let unsigned = render(claim, &texts, &fonts, &PrintPdf).map_err(failed)?;
        let now = self.env.now();
        let (key, certificate, authority) = self.store.read(|read| {
            Ok::<_, StoreError>((
                read.secret(SEAL_KEY)?,
                read.secret(SEAL_CERTIFICATE)?,
                read.secret(SEAL_AUTHORITY)?,
            ))
        })?;
        let (Some(key), Some(certificate), Some(authority)) = (key, certificate, authority) else {
            return Err(AppError::NoKey);
        };
        let signer = MemorySigner::new(SealKey::from_pkcs8(&key).map_err(failed)?, &certificate, &authority)
            .map_err(failed)?;
        let stamp = Stamp {
            at: now,
            name: claim.institute.clone(),
            reason: format!("Certificat de label n° {}", claim.number),
        };
        let pdf = sign(&unsigned.pdf, INSTITUTE_FIELD, &stamp, &signer).map_err(failed)?;
        let trusted = anchors(&authority).map_err(failed)?;
        let verdict = judge(&pdf, &trusted, now, None).map_err(failed)?;
        if !verdict.genuine || verdict.outcome == Outcome::Invalid || verdict.claim.as_ref() != Some(claim) {
            let why: Vec<&str> = verdict.reasons.iter().map(|reason| reason.code).collect();
            return Err(AppError::Certificate(why.join(", ")));
        }
        let facts = String::from_utf8(unsigned.credential.bytes).map_err(failed)?;
        Ok((pdf, facts))
    }

    /// Public documents lie beside the database by their digest, as they are sent.
    fn document_path(&self, document: &[u8; 32]) -> PathBuf {
        self.store.folder().path().join("documents").join(format!("{}.pdf", hex(document)))
    }

    /// Whole or not at all: written beside, flushed, then named.
    fn keep_document(&self, document: &[u8; 32], bytes: &[u8]) -> Result<()> {
        let path = self.document_path(document);
        let fresh = path.with_extension("new");
        let write = || {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            let mut file = std::fs::File::create(&fresh)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            std::fs::rename(&fresh, &path)
        };
        write().map_err(|error| match error.kind() {
            std::io::ErrorKind::StorageFull => AppError::Store(StoreError::DiskFull),
            _ => AppError::Store(StoreError::ReadOnly { path: path.clone() }),
        })
    }
}

/// Said only where the label has an entry bar and the dossier passed it.
fn entry_mark(rule: &LabelRule, marks: &Marks, grid: &Grid) -> Option<EntryMark> {
    let threshold = rule.entry.threshold.as_ref().filter(|_| marks.gate(&rule.entry) == Gate::Reached)?;
    Some(EntryMark { at_least: plain(&threshold.at_least), scale: plain(&grid.scale) })
}
