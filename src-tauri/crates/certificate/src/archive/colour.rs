//! An sRGB output intent with a profile of our own making (ICC version 2, nine tags, one curve for the three channels).

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

/// The output intent, with its profile added to the document.
pub(super) fn intent(document: &mut Document) -> Dictionary {
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, profile()));
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB IEC61966-2.1"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "DestOutputProfile" => Object::Reference(profile),
    }
}

/// s15Fixed16: sixteen bits before and after the point.
fn fixed(value: f64) -> [u8; 4] {
    #[expect(clippy::cast_possible_truncation, reason = "colour values lie within ±2, far inside the type")]
    let units = (value * 65_536.0).round() as i32;
    units.to_be_bytes()
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    let mut out = b"XYZ \0\0\0\0".to_vec();
    for value in values {
        out.extend_from_slice(&fixed(value));
    }
    out
}

/// The sRGB curve, 1024 entries.
fn curve() -> Vec<u8> {
    let mut out = b"curv\0\0\0\0".to_vec();
    out.extend_from_slice(&1024_u32.to_be_bytes());
    for i in 0..1024_u32 {
        let v = f64::from(i) / 1023.0;
        let linear = if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 65535")]
        let entry = (linear * 65_535.0).round() as u16;
        out.extend_from_slice(&entry.to_be_bytes());
    }
    out
}

fn description(text: &str) -> Vec<u8> {
    let mut out = b"desc\0\0\0\0".to_vec();
    let length = u32::try_from(text.len() + 1).unwrap_or(u32::MAX);
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(text.as_bytes());
    // End of the ASCII text, then empty Unicode and script descriptions.
    out.extend_from_slice(&[0; 1 + 4 + 4 + 2 + 1 + 67]);
    out
}

fn copyright(text: &str) -> Vec<u8> {
    let mut out = b"text\0\0\0\0".to_vec();
    out.extend_from_slice(text.as_bytes());
    out.push(0);
    out
}

/// The profile. Primaries and white point of IEC 61966-2-1, adapted to D50 as ICC asks.
fn profile() -> Vec<u8> {
    let shared = curve();
    let parts: [(&[&[u8; 4]], Vec<u8>); 7] = [
        (&[b"desc"], description("sRGB")),
        (&[b"cprt"], copyright("No copyright, use freely")),
        (&[b"wtpt"], xyz([0.9642, 1.0, 0.8249])),
        (&[b"rXYZ"], xyz([0.436_07, 0.222_49, 0.013_92])),
        (&[b"gXYZ"], xyz([0.385_15, 0.716_87, 0.097_08])),
        (&[b"bXYZ"], xyz([0.143_07, 0.060_61, 0.714_10])),
        (&[b"rTRC", b"gTRC", b"bTRC"], shared),
    ];
    let header = 128 + 4 + 9 * 12;
    let mut table = 9_u32.to_be_bytes().to_vec();
    let mut data = Vec::new();
    for (names, mut bytes) in parts {
        let offset = u32::try_from(header + data.len()).unwrap_or(u32::MAX);
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        for name in names {
            table.extend_from_slice(*name);
            table.extend_from_slice(&offset.to_be_bytes());
            table.extend_from_slice(&length.to_be_bytes());
        }
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        data.extend_from_slice(&bytes);
    }
    let size = u32::try_from(header + data.len()).unwrap_or(u32::MAX);
    let mut out = size.to_be_bytes().to_vec();
    out.extend_from_slice(&[0; 4]);
    out.extend_from_slice(&[2, 0x10, 0, 0]);
    out.extend_from_slice(b"mntrRGB XYZ ");
    // A fixed day of making: 1 January 2026.
    for part in [2026_u16, 1, 1, 0, 0, 0] {
        out.extend_from_slice(&part.to_be_bytes());
    }
    out.extend_from_slice(b"acsp");
    out.extend_from_slice(&[0; 28]);
    for value in [0.9642, 1.0, 0.8249] {
        out.extend_from_slice(&fixed(value));
    }
    out.resize(128, 0);
    out.extend_from_slice(&table);
    out.extend_from_slice(&data);
    out
}
