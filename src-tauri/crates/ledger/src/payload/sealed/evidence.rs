//! Files of evidence: the manifest that names a sealed file and holds its key.

use super::{optional_text, read_optional, read_text, read_texts, texts};
use crate::encoding::{EncodingError, Reader, Record, Writer};

/// Where a sealed file lies and how it opens.
#[derive(Clone, PartialEq, Eq)]
pub struct Place {
    /// Root over the ciphertext chunks: the file's name for the registry.
    pub root: [u8; 32],
    /// The file's key.
    pub key: [u8; 32],
    /// Bytes of the plain file.
    pub size: u64,
}

impl core::fmt::Debug for Place {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.debug_struct("Place").field("size", &self.size).finish_non_exhaustive()
    }
}

/// A file of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceItem {
    /// Where it lies and how it opens.
    pub place: Place,
    /// SHA-256 of the plain file: what anchors name. It only ever travels sealed.
    pub sha256: [u8; 32],
    /// Type by content: `application/pdf`, `image/png`, `image/jpeg`.
    pub media: String,
    /// The publisher's file name.
    pub name: String,
    /// Title in French.
    pub title: String,
    /// Kind in the publisher's words: trial, privacy …
    pub kind: String,
    /// Number of the file in the dossier, from 1.
    pub number: u64,
    /// Criteria that it is meant to support.
    pub criteria: Vec<String>,
    /// What a later version, or a publication, says beside.
    pub beside: Beside,
}

/// What not every file of evidence has. Absent as a whole, the manifest is as short as it was before these places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Beside {
    /// SHA-256 of the plain file of which this is a newer version.
    pub replaces: Option<[u8; 32]>,
    /// What changed, in the words of whoever filed it.
    pub change: Option<String>,
    /// The bibliographic reference, as one item of CSL-JSON.
    pub reference: Option<String>,
    /// Code of the kind of study, under the grid of the dossier.
    pub study: Option<String>,
}

impl Record for EvidenceItem {
    fn write(&self, to: &mut Writer) {
        let beside = &self.beside;
        let places = match beside {
            Beside { study: Some(_), .. } => 14,
            _ if *beside == Beside::default() => 10,
            _ => 13,
        };
        to.array(places)
            .bytes(&self.place.root)
            .bytes(&self.place.key)
            .uint(self.place.size)
            .bytes(&self.sha256);
        to.text(&self.media).text(&self.name).text(&self.title).text(&self.kind).uint(self.number);
        texts(&self.criteria, to);
        if places > 10 {
            match &beside.replaces {
                Some(replaced) => to.bytes(replaced),
                None => to.null(),
            };
            optional_text(beside.change.as_deref(), to);
            optional_text(beside.reference.as_deref(), to);
        }
        if let Some(study) = &beside.study {
            to.text(study);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        let places = from.array()?;
        if !matches!(places, 10 | 13 | 14) {
            return Err(EncodingError::WrongPlaces { expected: 14, found: places });
        }
        let place = Place { root: from.exactly()?, key: from.exactly()?, size: from.uint()? };
        let mut item = Self {
            place,
            sha256: from.exactly()?,
            media: read_text(from)?,
            name: read_text(from)?,
            title: read_text(from)?,
            kind: read_text(from)?,
            number: from.uint()?,
            criteria: read_texts(from)?,
            beside: Beside::default(),
        };
        if places > 10 {
            item.beside = Beside {
                replaces: from.optional(Reader::exactly)?,
                change: read_optional(from)?,
                reference: read_optional(from)?,
                study: if places == 14 { Some(read_text(from)?) } else { None },
            };
            // One spelling for each content: what says nothing beside is written short.
            if item.beside == Beside::default() {
                return Err(EncodingError::WrongPlaces { expected: 10, found: places });
            }
        }
        Ok(item)
    }
}
