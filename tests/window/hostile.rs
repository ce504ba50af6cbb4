//! A file that means no good, by hand: a page that never ends is stopped while the window goes on, an address is shown whole
//! before anything leaves, a remark of the file is read as the file's, and what it carries is named and stays shut.

use std::fs;
use std::time::{Duration, Instant};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sceau_app::intake::{self, Limits};

use crate::board::Board;
use crate::evidence::bring;
use crate::programs::{play, root};
use crate::seat::{Seat, spot};

const ADDRESS: &str =
    "https://registre.example.org/login?next=https%3A%2F%2Fsante.example.net%2F&session=7f3a";
const REMARK: &str = "Chiffre à vérifier avant la parution.";
const CARRIED: &str = "resultats.exe";
/// The window offers to stop a page after ten seconds.
const OFFERED: Duration = Duration::from_secs(60);
/// A window that does not take a letter for so long is taken for dead.
const ANSWERED: Duration = Duration::from_secs(8);

#[test]
fn a_hostile_file_is_stopped_asked_about_and_named_and_the_window_goes_on() {
    play(Duration::from_secs(600), || async {
        let board = Board::with(&["helene-roy", "antoine-lefort", "claire-aubert"]);
        let registry = board.registry();
        let folder = board.folder("package");
        fs::write(folder.join("hostile.pdf"), hostile()).unwrap();
        let limits = Limits::default();
        let mut package = intake::read(&root().join("assets/demo/dossiers/01-oncosuivi"), &limits);
        let last = package.evidence.len();
        package.evidence.extend(intake::read(&folder, &limits).evidence);
        assert_eq!(package.evidence.len(), last + 1, "the file is taken in");
        let dossier = bring(&board, &package).await;
        let seat = Seat::at(&board.desk("claire-aubert"), &board.folder("home")).await;
        seat.unlock(&board.passphrase("claire-aubert")).await;
        seat.click(&spot(&format!("open-{dossier}"))).await;
        seat.spot("review-desk").await;
        seat.see("[data-testid^=file-]").await;
        let choose = format!("document.querySelectorAll('[data-testid^=file-]')[{last}].click()");
        seat.ask(&choose, vec![]).await;

        stop_what_never_ends(&seat).await;

        // The next page is there as ever, with what the file carries.
        seat.click(&spot("page-next")).await;
        seat.until("the second page has its words", WORDS).await;
        let link = seat.see("[data-testid^=link-]").await;
        let told = link.attr("aria-label").await.unwrap().unwrap();
        assert!(told.contains(ADDRESS), "a screen reader hears where it leads: {told}");
        seat.click("[data-testid^=link-]").await;
        assert_eq!(seat.spot("link-address").await.text().await.unwrap(), ADDRESS);
        seat.press("Enter").await;
        seat.gone(&spot("link-dialog")).await;

        let [remark, attached] =
            ["Chiffre", CARRIED].map(|word| format!("button.remark[aria-label*=\"{word}\"]"));
        seat.click(&remark).await;
        assert_eq!(seat.spot("remark-text").await.text().await.unwrap(), REMARK);
        seat.press("Escape").await;
        seat.gone(&spot("remark-dialog")).await;
        seat.click(&attached).await;
        assert!(seat.spot("remark-attached").await.text().await.unwrap().contains(CARRIED));
        assert!(!seat.shows("[data-testid=remark-dialog] a, [data-testid=remark-dialog] [download]").await);
        seat.press("Escape").await;
        seat.gone(&spot("remark-dialog")).await;
        seat.close().await;
        drop(registry);
    });
}

/// The window answers while the page is drawn, offers to stop it, and stops it.
async fn stop_what_never_ends(seat: &Seat) {
    seat.see("[data-testid=page-1]").await;
    let begun = Instant::now();
    let (mut longest, mut letters) = (Duration::ZERO, 0);
    while !seat.shows(&spot("page-stop")).await {
        // Whoever reads goes on writing meanwhile.
        let asked = Instant::now();
        seat.fill("reason", "a").await;
        letters += 1;
        longest = longest.max(asked.elapsed());
        assert!(begun.elapsed() < OFFERED, "nobody is asked: {}", seat.text().await);
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    println!("a key was answered within {longest:?} while the page was drawn");
    assert!(longest < ANSWERED, "the window answers");
    let typed = "return document.querySelector('[data-testid=reason]').value";
    assert_eq!(
        seat.ask(typed, vec![]).await,
        "a".repeat(letters),
        "every letter that was typed stands there"
    );
    seat.click(&spot("page-stop")).await;
    seat.spot("page-again").await;
}

const WORDS: &str =
    "return (document.querySelector('[data-testid=page-2] .textLayer')?.innerText ?? '').includes('Deux')";

/// Two pages: one that paints itself over more than a million times, and one with all that a page may carry.
fn hostile() -> Vec<u8> {
    let mut pdf = Document::with_version("1.7");
    let root = pdf.new_object_id();
    let endless = page(&mut pdf, root, &"/T gs 0 0 595 842 re f\n".repeat(1_500_000), Vec::new());
    let carried = pdf.add_object(Stream::new(dictionary! { "Type" => "EmbeddedFile" }, b"MZ".to_vec()));
    let file = pdf.add_object(dictionary! {
        "Type" => "Filespec", "F" => text(CARRIED), "UF" => text(CARRIED),
        "EF" => dictionary! { "F" => carried },
    });
    let annotations = vec![
        annotation(
            "Link",
            600,
            dictionary! {
                "A" => dictionary! { "S" => "URI", "URI" => text(ADDRESS) },
            },
        ),
        annotation("Text", 500, dictionary! { "Contents" => text(REMARK), "T" => text("Rédaction") }),
        annotation("FileAttachment", 400, dictionary! { "FS" => file }),
    ];
    let words = "BT /F 24 Tf 72 700 Td (Deux mots que la page porte.) Tj ET";
    let plain = page(&mut pdf, root, words, annotations);
    let kids = vec![Object::Reference(endless), Object::Reference(plain)];
    pdf.set_object(root, dictionary! { "Type" => "Pages", "Count" => 2, "Kids" => kids });
    let alert = dictionary! { "S" => "JavaScript", "JS" => text("app.alert('lu')") };
    let catalogue =
        pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => root, "OpenAction" => alert });
    pdf.trailer.set("Root", catalogue);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}

fn page(pdf: &mut Document, root: ObjectId, content: &str, annotations: Vec<Object>) -> ObjectId {
    let mut content = Stream::new(Dictionary::new(), content.as_bytes().to_vec());
    content.compress().unwrap();
    let content = pdf.add_object(content);
    let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
    let resources = dictionary! {
        "Font" => dictionary! { "F" => font },
        "ExtGState" => dictionary! { "T" => dictionary! { "ca" => 0.01 } },
    };
    pdf.add_object(dictionary! {
        "Type" => "Page", "Parent" => root, "Contents" => content, "Resources" => resources,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()], "Annots" => annotations,
    })
}

/// An annotation of a kind at a height of the page.
fn annotation(kind: &str, height: i64, more: Dictionary) -> Object {
    let place: Vec<Object> = [72, height, 300, height + 40].map(Object::from).to_vec();
    let mut own = dictionary! { "Type" => "Annot", "Subtype" => kind, "Rect" => place };
    own.extend(&more);
    own.into()
}

/// A text as PDF holds it where it is more than ASCII.
fn text(words: &str) -> Object {
    let utf16 = words.encode_utf16().flat_map(u16::to_be_bytes);
    let bytes = if words.is_ascii() {
        words.as_bytes().to_vec()
    } else {
        [0xfe, 0xff].into_iter().chain(utf16).collect()
    };
    Object::String(bytes, StringFormat::Literal)
}
