//! Public documents, by their digest: signed certificates that the log names, the certificates of the seal
//! authorities that a charter names, and the revocation lists that these authorities signed.

use sceau_certificate::seal::read_list;
use sceau_certificate::verify::every_anchor;
use sceau_domain::action::ActionKind;
use sceau_ledger::tree::sha256;
use sceau_protocol::Code;

use super::Request;
use crate::answer::Answer;
use crate::book::Book;
use crate::failure::Failure;
use crate::publication::authorities;
use crate::registry::Registry;

/// `PUT /v1/documents/{sha256}`: a PDF whose digest stands in a certificate act of a dossier that the caller may
/// publish, the DER certificate of a seal authority whose digest stands in a charter, or a revocation list that such an
/// authority signed.
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
    let list = registry.with_book(|book| list_of(registry, book, &request.body))?;
    if let Some((authority, number)) = list {
        registry.with_book(|book| caller.must_keep_roster(book.board(), now))?;
        registry.files.put_list(&authority, number, &request.body)?;
        return Ok(Answer::done());
    }
    registry.with_book(|book| {
        let charters = book.charters().charters();
        if charters.iter().any(|(_, charter)| charter.seal_ca.contains(&digest)) {
            every_anchor(&request.body).map_err(|_| Code::BadDocument)?;
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

/// Whose list this is, and its number, if it is one of an authority that is here. The lists of an authority that a
/// charter names and whose certificate has not come yet are taken at the next attempt.
fn list_of(registry: &Registry, book: &Book, bytes: &[u8]) -> Result<Option<([u8; 32], u64)>, Failure> {
    let signed = |authority: Vec<u8>| Some((sha256(&authority), read_list(bytes, &authority)?.number));
    Ok(authorities(registry, book)?.into_iter().find_map(signed))
}
