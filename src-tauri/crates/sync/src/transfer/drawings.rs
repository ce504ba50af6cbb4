//! `src-tauri/docs/states/upload.md` and `download.md` show what transfers do, no arrow more and none less.

use super::*;

type Arrows = BTreeSet<(String, String, String)>;

fn going_up(upload: &Upload) -> &'static str {
    match upload.next() {
        UploadStep::PutLeaves(_) => "put-leaves",
        UploadStep::AskMissing => "ask-missing",
        UploadStep::PutChunk(_) => "put-chunk",
        UploadStep::Done => "done",
    }
}

fn coming_down(download: &Download) -> &'static str {
    match download.next() {
        DownloadStep::GetLeaves => "get-leaves",
        DownloadStep::GetChunk(_) => "get-chunk",
        DownloadStep::Done => "done",
    }
}

/// Every part of the first `count` numbers.
fn parts(count: u32) -> impl Iterator<Item = BTreeSet<u32>> {
    (0..1_u32 << count).map(move |bits| (0..count).filter(|index| bits >> index & 1 == 1).collect())
}

fn leaves_of(count: u32) -> (Vec<Vec<u8>>, Vec<Hash>) {
    let chunks: Vec<Vec<u8>> = (0..count).map(|index| vec![1, index.to_le_bytes()[0]]).collect();
    let leaves = chunks.iter().map(|chunk| leaf(chunk)).collect();
    (chunks, leaves)
}

#[test]
fn the_drawing_of_an_upload_shows_every_step_and_no_other() {
    let mut seen = Arrows::new();
    for count in 1..=3 {
        let (_, leaves) = leaves_of(count);
        let begun = Upload::new(root(&leaves), [1; 16], leaves).unwrap();
        seen.insert(("[*]".into(), going_up(&begun).into(), "begin".into()));
        // Every way that the registry's answers can lead, until it has been asked three times.
        let mut open = vec![(begun, 0)];
        while let Some((upload, asked)) = open.pop() {
            let mut after = Vec::new();
            match upload.next() {
                UploadStep::PutLeaves(_) => {
                    let mut next = upload.clone();
                    next.leaves_sent();
                    after.push((next, asked, "list sent"));
                }
                UploadStep::AskMissing if asked == 3 => {}
                UploadStep::AskMissing => {
                    for lacking in parts(count) {
                        let label =
                            if lacking.is_empty() { "nothing is lacking" } else { "chunks are lacking" };
                        let mut next = upload.clone();
                        next.missing(&Missing { count, indexes: lacking.into_iter().collect() }).unwrap();
                        after.push((next, asked + 1, label));
                    }
                }
                UploadStep::PutChunk(index) => {
                    let mut next = upload.clone();
                    next.chunk_sent(index);
                    let last = next.wanted.is_empty();
                    after.push((next, asked, if last { "last chunk sent" } else { "chunk sent" }));
                }
                UploadStep::Done => {}
            }
            for (next, asked, label) in after {
                seen.insert((going_up(&upload).into(), going_up(&next).into(), label.into()));
                open.push((next, asked));
            }
        }
    }
    assert_eq!(seen, crate::drawn("upload.md"));
}

#[test]
fn the_drawing_of_a_download_shows_every_step_and_no_other() {
    let mut seen = Arrows::new();
    for count in 1..=3 {
        let (chunks, leaves) = leaves_of(count);
        for held in parts(count) {
            let mut download = Download::new(root(&leaves), held);
            let mut from = "[*]";
            let mut label = "begin";
            loop {
                let here = coming_down(&download);
                seen.insert((from.into(), here.into(), label.into()));
                from = here;
                match download.next() {
                    DownloadStep::GetLeaves => {
                        assert!(download.leaves(Vec::new()).is_err());
                        assert_eq!(coming_down(&download), from, "a false list changes nothing");
                        download.leaves(leaves.clone()).unwrap();
                        label = "list came";
                    }
                    DownloadStep::GetChunk(index) => {
                        assert!(download.chunk(index, b"another").is_err());
                        assert_eq!(download.next(), DownloadStep::GetChunk(index), "nor does a false chunk");
                        download.chunk(index, &chunks[usize::try_from(index).unwrap()]).unwrap();
                        label = "chunk came";
                    }
                    DownloadStep::Done => break,
                }
            }
        }
    }
    assert_eq!(seen, crate::drawn("download.md"));
}
