//! The annotated copies of what was cited in the window, judged by programs of others.

use std::fs;
use std::path::Path;
use std::process::Command;

use sceau_app::desk::Desk;
use sceau_app::paper::Tongue;
use sceau_app::view::taking::Taken;
use sceau_domain::id::DossierId;
use sceau_ledger::tree::sha256;

use crate::programs::{on_path, target};

/// What became of the copy of one file, as the table says it; an error is a copy that is not good.
pub fn exported(
    desk: &Desk,
    dossier: DossierId,
    bytes: &[u8],
    cited: usize,
    folder: &Path,
) -> Result<String, String> {
    let file: String = sha256(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let outgoing = desk.take_out(dossier, Taken::Annotated, Some(&file), Tongue::Fr);
    let read = |dossier, file: &[u8; 32], range| desk.evidence_bytes(dossier, file, range);
    let copy = match outgoing.and_then(|outgoing| outgoing.finish(read)) {
        Ok(copy) => copy.bytes,
        Err(error) => return Ok(format!("refused ({})", error.code().0)),
    };
    let [before, after] = ["before.pdf", "after.pdf"].map(|name| folder.join(name));
    fs::write(&before, bytes).unwrap();
    fs::write(&after, &copy).unwrap();
    let sound = match (checked(&before), checked(&after)) {
        (Some(true), Some(false)) => return Err("qpdf finds the copy damaged, the file was sound".to_owned()),
        (_, Some(true)) => "qpdf: sound",
        (_, Some(false)) => "qpdf: damaged like the file",
        _ => "qpdf is not here",
    };
    let counted = match annotations([&before, &after]) {
        Some([Some(before), Some(after)]) if after == before + cited => {
            format!("pyHanko: {before} + {cited}")
        }
        Some([Some(before), Some(after)]) => {
            return Err(format!("pyHanko counts {after} annotations for {before} and {cited} citations"));
        }
        Some([None, Some(after)]) => format!("pyHanko: {after}, and could not read the file"),
        Some([Some(_), None]) => return Err("pyHanko cannot read the copy".to_owned()),
        Some([None, None]) => "pyHanko reads neither".to_owned(),
        None => "pyHanko is not here".to_owned(),
    };
    Ok(format!("exported; {sound}; {counted}"))
}

/// Whether qpdf finds a file sound; warnings count, since a copy must bring none of its own.
fn checked(file: &Path) -> Option<bool> {
    let program = on_path("qpdf").then(|| Command::new("qpdf"));
    program.map(|mut qpdf| qpdf.arg("--check").arg(file).output().unwrap().status.success())
}

/// How many annotations pyHanko finds in each file; nothing for one that it cannot read. The set-up installed it.
fn annotations(files: [&Path; 2]) -> Option<[Option<usize>; 2]> {
    let python = target().join("tools/python/bin/python");
    if !python.is_file() {
        return None;
    }
    let output = Command::new(python).args(["-c", COUNT]).args(files).output().unwrap();
    let words = String::from_utf8_lossy(&output.stdout);
    let mut lines = words.lines().map(|line| line.parse().ok());
    Some([lines.next().flatten(), lines.next().flatten()])
}

/// Counts the annotations of all pages.
const COUNT: &str = "
import sys
from pyhanko.pdf_utils.reader import PdfFileReader
def count(node, depth=0):
    if depth > 50: raise ValueError('too deep')
    if '/Kids' in node: return sum(count(kid.get_object(), depth + 1) for kid in node['/Kids'])
    return len(node['/Annots']) if '/Annots' in node else 0
for name in sys.argv[1:]:
    try:
        with open(name, 'rb') as file:
            print(count(PdfFileReader(file, strict=False).root['/Pages']))
    except Exception:
        print('unreadable')
";
