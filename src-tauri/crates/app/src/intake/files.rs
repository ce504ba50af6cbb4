//! The files of a package, from a folder or a ZIP, within limits that are checked before anything is inflated.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sha2::{Digest, Sha256};
use zip::ZipArchive;

use super::item::{Item, Severity};
use super::names::{self, BadName};
use super::pieces::{self, Piece};
use super::reading::Watch;

/// What a package may weigh.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Files in the package.
    pub files: usize,
    /// Folders below one another.
    pub depth: usize,
    /// Bytes of one file.
    pub file_bytes: u64,
    /// Bytes of all files together, and of the ZIP itself.
    pub total_bytes: u64,
    /// Inflated bytes for each stored byte, for entries above one mebibyte.
    pub ratio: u64,
    /// Rows of answers.
    pub rows: usize,
    /// Time for one PDF.
    pub pdf_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            files: 400,
            depth: 6,
            file_bytes: 80 << 20,
            total_bytes: 300 << 20,
            ratio: 100,
            rows: 5_000,
            pdf_time: Duration::from_secs(8),
        }
    }
}

/// Entries smaller than this are never bombs: text may well shrink a hundredfold.
const SMALL: u64 = 1 << 20;

/// One file, read whole: its digest is of exactly the bytes that are judged and later stored.
#[derive(Debug, Clone)]
pub struct Stored {
    /// Name inside the package, from the folder that holds the description.
    pub name: String,
    /// The bytes, unchanged.
    pub bytes: Arc<[u8]>,
    /// SHA-256 of the bytes.
    pub sha256: [u8; 32],
}

/// Reads every file of the package that `pieces` make; sorted by name. Faults go to `items`.
pub fn open(pieces: &[Piece], limits: &Limits, watch: &Watch<'_>, items: &mut Vec<Item>) -> Vec<Stored> {
    let mut basket = Basket::new(limits, watch, items);
    let mut wholes = 0;
    for piece in pieces {
        match piece {
            Piece::Path(path) if pieces::is_whole(piece, pieces) => {
                let below = if wholes == 0 { String::new() } else { format!("{}/", stem(path)) };
                wholes += 1;
                gather(path, &mut basket);
                basket.settle(&below);
            }
            Piece::Path(path) => basket.loose_file(path),
            Piece::Bytes { name, bytes } => basket.loose(name, &bytes[..], bytes.len() as u64),
        }
    }
    let stored: Vec<Stored> = basket.settled.into_values().collect();
    if stored.is_empty() && !items.iter().any(|item| item.blocks()) {
        items.push(Item::new("intake.package-empty", Severity::Wrong, pieces::name(pieces)));
    }
    stored
}

fn last(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// What a folder or a ZIP is called without its ending.
fn stem(path: &Path) -> String {
    let name = last(path);
    name.strip_suffix(".zip").map_or_else(|| name.clone(), str::to_owned)
}

/// A folder or a ZIP.
fn gather(path: &Path, basket: &mut Basket<'_>) {
    let shown = last(path);
    match std::fs::metadata(path) {
        Err(_) => basket.fault("intake.package-absent", &shown),
        Ok(data) if data.is_dir() => walk(path, "", 0, basket),
        Ok(data) if data.len() > basket.limits.total_bytes => {
            let item = Item::new("intake.package-too-large", Severity::Wrong, &*shown);
            let limit = megabytes(basket.limits.total_bytes);
            basket.items.push(item.with("size", megabytes(data.len())).with("limit", limit));
        }
        Ok(_) => unzip(path, &shown, basket),
    }
}

/// What has been gathered so far, and what it may still grow to.
struct Basket<'a> {
    limits: &'a Limits,
    watch: &'a Watch<'a>,
    items: &'a mut Vec<Item>,
    /// Of the folder or ZIP that is being read, by the names inside it.
    files: BTreeMap<String, Stored>,
    /// Of what has been read, by the names that they keep whatever is brought beside them later.
    settled: BTreeMap<String, Stored>,
    total: u64,
}

impl<'a> Basket<'a> {
    const fn new(limits: &'a Limits, watch: &'a Watch<'a>, items: &'a mut Vec<Item>) -> Self {
        Self { limits, watch, items, files: BTreeMap::new(), settled: BTreeMap::new(), total: 0 }
    }

    /// Takes a file that lies in no folder. One that bears the name of another is a newer one of it.
    fn loose(&mut self, raw: &str, source: impl Read, size: u64) {
        let Some(name) = self.name(raw) else { return };
        if !self.fits(&name, size) {
            return;
        }
        self.take(name.clone(), source, size);
        let Some(mut new) = self.files.remove(&name) else { return };
        if let Some(known) = self.settled.keys().find(|known| names_clash(known, &name)).cloned()
            && let Some(old) = self.settled.remove(&known)
        {
            if old.sha256 != new.sha256 {
                self.items.push(Item::new("intake.name-replaced", Severity::Notice, &*known));
            }
            new.name = known;
        }
        self.settled.insert(new.name.clone(), new);
    }

    /// The same, from the disk. A pipe or a device would hang: only plain files are opened.
    fn loose_file(&mut self, path: &Path) {
        let shown = last(path);
        match std::fs::metadata(path) {
            Ok(data) if data.is_file() => match File::open(path) {
                Ok(file) => self.loose(&shown, file, data.len()),
                Err(_) => self.fault("intake.file-unreadable", &shown),
            },
            _ => self.fault("intake.file-unreadable", &shown),
        }
    }

    /// A folder or ZIP has been read: its files get their names, `below` the place where it lies.
    fn settle(&mut self, below: &str) {
        for mut file in rebase(std::mem::take(&mut self.files).into_values().collect()) {
            file.name.insert_str(0, below);
            if self.settled.keys().any(|known| names_clash(known, &file.name)) {
                self.fault("intake.name-twice", &file.name);
            } else {
                self.settled.insert(file.name.clone(), file);
            }
        }
    }

    fn fault(&mut self, code: &'static str, place: &str) {
        self.items.push(Item::new(code, Severity::Wrong, place));
    }

    /// The name to store under, or `None` with an item that says why not.
    fn name(&mut self, raw: &str) -> Option<String> {
        match names::safe(raw) {
            Ok(name) if names::is_litter(&name) => None,
            Ok(name) if self.files.keys().any(|known| names_clash(known, &name)) => {
                self.fault("intake.name-twice", &name);
                None
            }
            Ok(name) => Some(name),
            Err(BadName::Outside) => {
                self.fault("intake.name-outside", raw);
                None
            }
            Err(BadName::Unsafe) => {
                self.fault("intake.name-unsafe", &raw.escape_debug().to_string());
                None
            }
        }
    }

    /// Whether another file of `size` bytes still fits.
    fn fits(&mut self, name: &str, size: u64) -> bool {
        let held = self.files.len() + self.settled.len();
        if !self.watch.file(name, held, 0) {
            return false;
        }
        if held >= self.limits.files {
            if !self.items.iter().any(|item| item.code == "intake.package-too-many") {
                let item = Item::new("intake.package-too-many", Severity::Wrong, name)
                    .with("limit", self.limits.files);
                self.items.push(item);
            }
            return false;
        }
        if size > self.limits.file_bytes {
            self.items.push(too_large(name, size, self.limits));
            return false;
        }
        if self.total.saturating_add(size) > self.limits.total_bytes {
            let item = Item::new("intake.total-too-large", Severity::Wrong, name);
            self.items
                .push(item.with("size", megabytes(size)).with("limit", megabytes(self.limits.total_bytes)));
            return false;
        }
        true
    }

    /// Reads at most what still fits; a source that gives more than it announced is cut and refused.
    fn take(&mut self, name: String, source: impl Read, announced: u64) {
        // `fits` has bounded what was announced; growing by doubling would hold a large file twice.
        let mut bytes = Vec::with_capacity(usize::try_from(announced).map_or(0, |n| n.saturating_add(1)));
        match source.take(announced.saturating_add(1)).read_to_end(&mut bytes) {
            Err(_) => self.fault("intake.file-unreadable", &name),
            Ok(n) if n as u64 > announced => self.fault("intake.file-bomb", &name),
            Ok(n) => {
                self.total = self.total.saturating_add(n as u64);
                let sha256 = Sha256::digest(&bytes).into();
                self.files.insert(name.clone(), Stored { name, bytes: bytes.into(), sha256 });
            }
        }
    }
}

/// A file above the limit in force, with its size and the limit.
pub fn too_large(name: &str, size: u64, limits: &Limits) -> Item {
    let item = Item::new("intake.file-too-large", Severity::Wrong, name);
    item.with("size", megabytes(size)).with("limit", megabytes(limits.file_bytes))
}

/// As people say a size; what is begun counts, so that no refused file has the size of the limit.
const fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1 << 20)
}

/// Two names that one of our three systems would store in one place.
fn names_clash(a: &str, b: &str) -> bool {
    a == b || a.to_lowercase() == b.to_lowercase()
}

fn walk(folder: &Path, prefix: &str, depth: usize, basket: &mut Basket<'_>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return basket.fault("intake.file-unreadable", if prefix.is_empty() { "." } else { prefix });
    };
    let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let raw = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let Ok(data) = entry.path().symlink_metadata() else {
            basket.fault("intake.file-unreadable", &raw);
            continue;
        };
        if data.is_symlink() {
            basket.fault("intake.name-link", &raw);
        } else if data.is_dir() {
            if depth >= basket.limits.depth {
                basket.fault("intake.name-unsafe", &raw);
            } else if !names::is_litter(&raw) {
                walk(&entry.path(), &format!("{raw}/"), depth + 1, basket);
            }
        } else if let Some(name) = basket.name(&raw)
            && basket.fits(&name, data.len())
        {
            // A pipe or a device would hang here: only plain files are opened.
            match data.is_file().then(|| File::open(entry.path())) {
                Some(Ok(file)) => basket.take(name, file, data.len()),
                _ => basket.fault("intake.file-unreadable", &name),
            }
        }
    }
}

fn unzip(path: &Path, shown: &str, basket: &mut Basket<'_>) {
    let Ok(mut file) = File::open(path) else {
        return basket.fault("intake.package-absent", shown);
    };
    let mut head = [0_u8; 4];
    if file.read_exact(&mut head).is_err() || &head[..2] != b"PK" {
        return basket.fault("intake.package-kind", shown);
    }
    let Ok(mut archive) = ZipArchive::new(file) else {
        return basket.fault("intake.package-zip", shown);
    };
    if archive.len() > basket.limits.files.saturating_mul(4) {
        let item =
            Item::new("intake.package-too-many", Severity::Wrong, shown).with("limit", basket.limits.files);
        return basket.items.push(item);
    }
    if archive.has_duplicate_names() {
        basket.fault("intake.name-twice", shown);
    }
    for index in 0..archive.len() {
        unzip_entry(&mut archive, index, basket);
    }
}

fn unzip_entry(archive: &mut ZipArchive<File>, index: usize, basket: &mut Basket<'_>) {
    // Read raw first: name, sizes and method are judged before a byte is inflated.
    let Ok(entry) = archive.by_index_raw(index) else {
        return basket.fault("intake.file-unreadable", &format!("n° {}", index + 1));
    };
    let raw = match entry.name() {
        Ok(name) => name.into_owned(),
        Err(_) => return basket.fault("intake.name-unsafe", &format!("n° {}", index + 1)),
    };
    let (is_dir, is_link, locked) = (entry.is_dir(), entry.is_symlink(), entry.encrypted());
    let (size, stored) = (entry.size(), entry.compressed_size());
    drop(entry);
    if is_dir {
        if names::safe(raw.trim_end_matches(['/', '\\'])) == Err(BadName::Outside) {
            basket.fault("intake.name-outside", &raw);
        }
        return;
    }
    if is_link {
        return basket.fault("intake.name-link", &raw);
    }
    let Some(name) = basket.name(&raw) else { return };
    if locked {
        return basket.fault("intake.file-locked", &name);
    }
    if size > SMALL && size > stored.saturating_mul(basket.limits.ratio) {
        return basket.fault("intake.file-bomb", &name);
    }
    if !basket.fits(&name, size) {
        return;
    }
    match archive.by_index(index) {
        Ok(entry) => basket.take(name, entry, size),
        Err(_) => basket.fault("intake.file-unreadable", &name),
    }
}

/// Names counted from the folder that holds the description: a ZIP often wraps everything in one folder.
fn rebase(stored: Vec<Stored>) -> Vec<Stored> {
    let description = |file: &&Stored| matches!(names::last(&file.name), "dossier.toml" | "dossier.json");
    let base = match stored.iter().filter(description).min_by_key(|file| file.name.matches('/').count()) {
        Some(file) => file.name.rsplit_once('/').map(|(folder, _)| format!("{folder}/")),
        None => common_folder(&stored),
    };
    let Some(base) = base else { return stored };
    stored
        .into_iter()
        .map(|mut file| {
            if let Some(rest) = file.name.strip_prefix(&base) {
                file.name = rest.to_owned();
            }
            file
        })
        .collect()
}

fn common_folder(stored: &[Stored]) -> Option<String> {
    let first = stored.first()?.name.split_once('/')?.0;
    let folder = format!("{first}/");
    stored.iter().all(|file| file.name.starts_with(&folder)).then_some(folder)
}
