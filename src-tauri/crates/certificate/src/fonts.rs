//! The two fonts of a certificate: which characters they have, how wide a text is.

use printpdf::ParsedFont;
use unicode_normalization::UnicodeNormalization as _;

/// Weight of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// 400.
    Regular,
    /// 650.
    SemiBold,
}

/// Why fonts or a text cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    /// A font file is not TrueType, or too damaged to be read.
    #[error("the {0:?} font cannot be read")]
    Unreadable(Weight),
    /// A character has no drawing. Refused by name, never drawn as an empty box.
    #[error("the field {field} contains {character:?} (U+{:04X}), which the font cannot draw", u32::from(*.character))]
    Unknown {
        /// Where the text came from, a path in the credential.
        field: String,
        /// The character.
        character: char,
    },
}

/// Both fonts, parsed once and used for many certificates.
#[derive(Debug, Clone)]
pub struct Fonts {
    pub(crate) regular: ParsedFont,
    pub(crate) semibold: ParsedFont,
}

impl Fonts {
    /// Parses two static TrueType fonts.
    ///
    /// # Errors
    /// [`FontError::Unreadable`].
    pub fn parse(regular: &[u8], semibold: &[u8]) -> Result<Self, FontError> {
        Ok(Self {
            regular: face(regular, "AtkinsonHyperlegibleNext-Regular", Weight::Regular)?,
            semibold: face(semibold, "AtkinsonHyperlegibleNext-SemiBold", Weight::SemiBold)?,
        })
    }

    /// The fonts that come with the program (`assets/fonts`).
    ///
    /// # Errors
    /// Never for the files that a test reads.
    pub fn bundled() -> Result<Self, FontError> {
        Self::parse(
            include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
            include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf"),
        )
    }

    pub(crate) const fn face(&self, weight: Weight) -> &ParsedFont {
        match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semibold,
        }
    }

    /// Refuses a text with a character that either font lacks.
    ///
    /// # Errors
    /// [`FontError::Unknown`] with the first such character.
    pub fn knows(&self, field: &str, text: &str) -> Result<(), FontError> {
        match text.nfc().find(|c| {
            let code = u32::from(*c);
            // A mark that no composed letter took up would be drawn beside its letter, not over it.
            let loose = (0x300..0x370).contains(&code);
            loose
                || !(self.regular.codepoint_to_glyph.contains_key(&code)
                    && self.semibold.codepoint_to_glyph.contains_key(&code))
        }) {
            Some(character) => Err(FontError::Unknown { field: field.into(), character }),
            None => Ok(()),
        }
    }

    /// Width of one character, in thousandths of the size.
    fn advance(&self, weight: Weight, character: char) -> f32 {
        let face = self.face(weight);
        let glyph = face.codepoint_to_glyph.get(&u32::from(character)).copied().unwrap_or(0);
        let units = face.glyph_widths.get(&glyph).copied().unwrap_or(0);
        f32::from(units) * 1000.0 / f32::from(face.units_per_em.max(1))
    }

    /// Width of a text, in points.
    #[must_use]
    pub fn width(&self, weight: Weight, size: f32, text: &str) -> f32 {
        text.chars().map(|c| self.advance(weight, c)).sum::<f32>() * size / 1000.0
    }

    /// Breaks a text into lines no wider than `width` points. Breaks at ordinary spaces;
    /// a word wider than the line is cut between characters. No-break spaces hold.
    /// Letters typed as letter and mark are composed first.
    #[must_use]
    pub fn lines(&self, weight: Weight, size: f32, width: f32, text: &str) -> Vec<String> {
        let text: String = text.nfc().collect();
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let candidate = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if self.width(weight, size, &candidate) <= width {
                line = candidate;
                continue;
            }
            if !line.is_empty() {
                lines.push(core::mem::take(&mut line));
            }
            for character in word.chars() {
                line.push(character);
                if self.width(weight, size, &line) > width && line.chars().count() > 1 {
                    line.pop();
                    lines.push(core::mem::take(&mut line));
                    line.push(character);
                }
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }
}

fn face(bytes: &[u8], name: &str, weight: Weight) -> Result<ParsedFont, FontError> {
    let mut font = ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).ok_or(FontError::Unreadable(weight))?;
    if font.codepoint_to_glyph.is_empty() || font.glyph_widths.is_empty() {
        return Err(FontError::Unreadable(weight));
    }
    font.font_name = Some(name.into());
    Ok(font)
}
