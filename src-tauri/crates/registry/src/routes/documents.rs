//! Public documents, by their digest: signed certificates that the log names, and the certificates of the seal
//! authorities that a charter names.

use sceau_certificate::verify::anchors;
use sceau_domain::action::ActionKind;
use sceau_ledger::tree::sha256;
use sceau_protocol::Code;

use super::Request;
use crate::answer::Answer;
use crate::failure::Failure;
use crate::registry::Registry;

/// `PUT /v1/documents/{sha256}`: a PDF whose digest stands in a certificate act of a dossier that the caller may
/// publish, or the DER certificate of a seal authority whose digest stands in a charter.
///
/// # Errors
/// Another document, one that no certificate names, or a caller who may not publish it.
pub fn put(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let digest: [u8; 32] = request.id(0)?;
    let caller = request.caller()?;
    let now = registry.now();
    if sha256(&request.body) != digest {
        return Err(Code::BadDocument.into());
    }
    registry.with_book(|book| {
        let charters = book.charters().charters();
        if charters.iter().any(|(_, charter)| charter.seal_ca.contains(&digest)) {
            anchors(&request.body).map_err(|_| Code::BadDocument)?;
            return caller.must_keep_roster(book.board(), now);
        }
        if !request.body.starts_with(b"%PDF-") {
            return Err(Code::BadDocument.into());
        }
        let named = |certificate: &Option<(String, [u8; 32])>| {
            certificate.as_ref().is_some_and(|(_, document)| *document == digest)
        };
        let dossier = book.board().dossiers.iter().find(|(_, state)| named(&state.certificate));
        let (dossier, _) = dossier.ok_or(Code::BadDocument)?;
        caller.must(book.board(), ActionKind::Publication, &[dossier.0], now)
    })?;
    registry.files.put_document(&digest, &request.body)?;
    Ok(Answer::done())
}
