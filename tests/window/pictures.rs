//! Pictures in PDF evidence in the real window: every part of them is on the page, in its colours.

use std::time::{Duration, Instant};

use jpeg_encoder::{ColorType, Encoder};
use lopdf::{Dictionary, Object, Stream, dictionary};
use sceau_app::intake::evidence::{EvidenceFile, Media};
use sceau_app::intake::{self, Limits};
use sceau_ledger::tree::sha256;

use crate::board::Board;
use crate::evidence::bring;
use crate::programs::{play, root};
use crate::seat::Seat;

/// An A4 page at 150 dots to the inch: what a scanner leaves.
const SIZE: (u16, u16) = (1240, 1754);
/// By how much a colour may differ after a lossy picture was made smaller.
const NEAR: f64 = 12.0;

#[test]
fn every_picture_of_a_file_stands_whole_on_its_page_in_its_own_colours() {
    play(Duration::from_secs(400), || async {
        let mut package = intake::read(&root().join("assets/demo/dossiers/01-oncosuivi"), &Limits::default());
        let place = package.evidence.len();
        package.evidence.push(file());
        let board = Board::with(&["helene-roy", "antoine-lefort", "claire-aubert"]);
        let registry = board.registry();
        let dossier = bring(&board, &package).await;
        let seat = Seat::at(&board.desk("claire-aubert"), &board.folder("home")).await;
        seat.unlock(&board.passphrase("claire-aubert")).await;
        seat.spot(&format!("open-{dossier}")).await.click().await.unwrap();
        seat.spot("review-desk").await;
        seat.see("[data-testid^=file-]").await;
        // More than once: what one worker hands to another may come too late only now and then.
        for round in 0..3 {
            seat.ask(
                &format!("document.querySelectorAll('[data-testid^=file-]')[{}].click()", place - 1),
                vec![],
            )
            .await;
            seat.ask(&format!("document.querySelectorAll('[data-testid^=file-]')[{place}].click()"), vec![])
                .await;
            let count =
                format!("document.querySelector('[data-testid=page-count]')?.innerText.includes('{}')", 4);
            seat.until("the file of pictures is open", &format!("return {count}")).await;
            for (number, (name, expected)) in (1..).zip(EXPECTED) {
                let found = shown(&seat, number).await;
                for (place, wanted) in expected.iter().enumerate() {
                    let near = (0..3).all(|part| (found[place * 3 + part] - wanted[part]).abs() < NEAR);
                    assert!(near, "round {round}, {name}, corner {place}: {wanted:?} in {found:?}");
                }
            }
        }
        seat.close().await;
        drop(registry);
    });
}

/// The colours of the four quarters, row by row.
const QUARTERS: [[f64; 3]; 4] =
    [[200.0, 40.0, 40.0], [40.0, 160.0, 60.0], [40.0, 60.0, 200.0], [110.0, 110.0, 110.0]];
const GREYS: [[f64; 3]; 4] = [[20.0; 3], [90.0; 3], [150.0; 3], [210.0; 3]];
const EXPECTED: [(&str, [[f64; 3]; 4]); 4] = [
    ("a scan in grey", GREYS),
    ("a photograph in colours", QUARTERS),
    ("a picture without loss", QUARTERS),
    ("a photograph whose file was cut at its end mark", QUARTERS),
];

/// The mean colour of the four quarters of a page; the middle of each, so that no border counts.
async fn shown(seat: &Seat, number: usize) -> Vec<f64> {
    let go = "const pane = document.querySelector('[data-testid=pdf-text]')
        pane.scrollTop = pane.scrollHeight * (arguments[0] - 1) / 4";
    let begun = Instant::now();
    loop {
        seat.ask(go, vec![number.into()]).await;
        let found = seat.ask(MEANS, vec![number.into()]).await;
        if let Some(found) = found.as_array() {
            return found.iter().filter_map(serde_json::Value::as_f64).collect();
        }
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "page {number} is not drawn: {}",
            seat.text().await
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

const MEANS: &str = "
    const page = document.querySelector(`[data-testid=page-${arguments[0]}][data-state=drawn]`)
    const canvas = page?.querySelector('canvas')
    if (!canvas) return null
    const [w, h] = [canvas.width, canvas.height]
    return [[0, 0], [1, 0], [0, 1], [1, 1]].flatMap(([x, y]) => {
        const [left, top, width, height] = [w * (0.04 + x / 2), h * (0.04 + y / 2), w * 0.42, h * 0.42].map(Math.round)
        const { data } = canvas.getContext('2d').getImageData(left, top, width, height)
        const sums = [0, 0, 0]
        data.forEach((value, at) => { if (at % 4 < 3) sums[at % 4] += value })
        return sums.map((sum) => sum / (width * height))
    })";

/// Four pages, a picture on each.
fn file() -> EvidenceFile {
    let mut pdf = lopdf::Document::with_version("1.7");
    let root = pdf.new_object_id();
    let mut cut = jpeg(&QUARTERS, ColorType::Rgb);
    cut.truncate(cut.len() - 2);
    let pictures = [
        ("DeviceGray", "DCTDecode", jpeg(&GREYS, ColorType::Luma)),
        ("DeviceRGB", "DCTDecode", jpeg(&QUARTERS, ColorType::Rgb)),
        ("DeviceRGB", "FlateDecode", miniz_oxide::deflate::compress_to_vec_zlib(&pixels(&QUARTERS, 3), 6)),
        ("DeviceRGB", "DCTDecode", cut),
    ];
    let mut kids = Vec::new();
    for (space, filter, bytes) in pictures {
        let head = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => i64::from(SIZE.0), "Height" => i64::from(SIZE.1),
            "ColorSpace" => space, "BitsPerComponent" => 8, "Filter" => filter,
        };
        let picture = pdf.add_object(Stream::new(head, bytes).with_compression(false));
        let content =
            pdf.add_object(Stream::new(Dictionary::new(), b"q 595 0 0 842 0 0 cm /P Do Q".to_vec()));
        kids.push(Object::Reference(pdf.add_object(dictionary! {
            "Type" => "Page", "Parent" => root, "Contents" => content,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
            "Resources" => dictionary! { "XObject" => dictionary! { "P" => picture } },
        })));
    }
    let count = i64::try_from(kids.len()).unwrap();
    pdf.set_object(root, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    pdf.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    EvidenceFile {
        name: "images.pdf".to_owned(),
        title: "images".to_owned(),
        kind: None,
        media: Media::Pdf,
        sha256: sha256(&bytes),
        bytes: bytes.into(),
        pages: Some(4),
        criteria: Vec::new(),
        reference: None,
        study: None,
    }
}

fn jpeg(quarters: &[[f64; 3]; 4], kind: ColorType) -> Vec<u8> {
    let parts = if kind == ColorType::Luma { 1 } else { 3 };
    let mut bytes = Vec::new();
    Encoder::new(&mut bytes, 85).encode(&pixels(quarters, parts), SIZE.0, SIZE.1, kind).unwrap();
    bytes
}

/// The four quarters with a grain, so that the picture is not nothing to decode.
fn pixels(quarters: &[[f64; 3]; 4], parts: usize) -> Vec<u8> {
    let (width, height) = (usize::from(SIZE.0), usize::from(SIZE.1));
    let mut state = 0x9e37_79b9_u32;
    (0..width * height)
        .flat_map(|at| {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            let grain = f64::from(state >> 28) - 7.5;
            let quarter = usize::from(at % width >= width / 2) + 2 * usize::from(at / width >= height / 2);
            (0..parts).map(move |part| (quarters[quarter][part] + grain) as u8)
        })
        .collect()
}
