//! RFC 6962 trees: leaf `SHA-256(00 ‖ bytes)`, node `SHA-256(01 ‖ left ‖ right)`. Used over the headers of a
//! batch, the chunks of a file and the entries of the log; the first element of each record keeps the three
//! kinds of leaf apart.

use sha2::{Digest, Sha256};

/// A SHA-256 value.
pub type Hash = [u8; 32];

/// SHA-256 of the bytes.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// The leaf of these bytes.
#[must_use]
pub fn leaf(bytes: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(bytes).finalize().into()
}

/// The node above two hashes.
#[must_use]
pub fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The root of a tree without leaves: SHA-256 of nothing.
#[must_use]
pub fn empty_root() -> Hash {
    sha256(&[])
}

/// The root over leaves that are already hashed.
#[must_use]
pub fn root(leaves: &[Hash]) -> Hash {
    let mut frontier = Frontier::default();
    leaves.iter().for_each(|leaf| frontier.append(leaf));
    frontier.root()
}

/// What a reader of the log keeps: the roots of the complete subtrees, left to right, at most one per bit of
/// the size. Enough to append and to know the root, whatever the number of entries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    /// A frontier read back from storage; `None` unless there is one peak per set bit of `size`.
    #[must_use]
    pub fn restore(size: u64, peaks: Vec<Hash>) -> Option<Self> {
        (peaks.len() == size.count_ones() as usize).then_some(Self { size, peaks })
    }

    /// Number of leaves.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The roots of the complete subtrees, left to right.
    #[must_use]
    pub fn peaks(&self) -> &[Hash] {
        &self.peaks
    }

    /// Adds a leaf hash.
    pub fn append(&mut self, leaf: &Hash) {
        let mut carried = *leaf;
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                carried = node(&left, &carried);
            }
        }
        self.peaks.push(carried);
        self.size = self.size.saturating_add(1);
    }

    /// The root of the whole tree.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        let Some(last) = peaks.next() else { return empty_root() };
        peaks.fold(*last, |right, left| node(left, &right))
    }
}

/// All leaves of a log with the complete subtrees above them, for the one who makes proofs.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// `levels[h][i]` is the root of the complete subtree of 2^h leaves that starts at leaf i·2^h.
    levels: Vec<Vec<Hash>>,
}

impl Tree {
    /// Number of leaves.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, Vec::len) as u64
    }

    /// Adds a leaf hash and the subtrees that it completes.
    pub fn append(&mut self, leaf: Hash) {
        let mut carried = leaf;
        let mut height = 0;
        loop {
            if self.levels.len() == height {
                self.levels.push(Vec::new());
            }
            let Some(level) = self.levels.get_mut(height) else { return };
            level.push(carried);
            let [.., left, right] = level.as_slice() else { return };
            if level.len() % 2 == 1 {
                return;
            }
            carried = node(left, right);
            height = height.saturating_add(1);
        }
    }

    /// The root over the first `size` leaves; `None` if there are fewer.
    #[must_use]
    pub fn root_at(&self, size: u64) -> Option<Hash> {
        (size <= self.size()).then(|| if size == 0 { empty_root() } else { self.range(0, size) })
    }

    /// The hashes that lead from leaf `index` to the root over the first `size` leaves (RFC 9162 §2.1.3.1),
    /// nearest first; `None` if there is no such leaf.
    #[must_use]
    pub fn inclusion(&self, index: u64, size: u64) -> Option<Vec<Hash>> {
        if index >= size || size > self.size() {
            return None;
        }
        let mut path = Vec::new();
        let (mut start, mut end) = (0_u64, size);
        while end.saturating_sub(start) > 1 {
            let middle = start.saturating_add(split(end.saturating_sub(start)));
            if index < middle {
                path.push(self.range(middle, end));
                end = middle;
            } else {
                path.push(self.range(start, middle));
                start = middle;
            }
        }
        path.reverse();
        Some(path)
    }

    /// The hashes that show the tree over `old` leaves to be a beginning of the one over `new` (RFC 9162
    /// §2.1.4.1); `None` unless 0 < old ≤ new ≤ size. Empty for old = new.
    #[must_use]
    pub fn consistency(&self, old: u64, new: u64) -> Option<Vec<Hash>> {
        if old == 0 || old > new || new > self.size() {
            return None;
        }
        let mut path = Vec::new();
        let (mut start, mut end, mut known) = (0_u64, new, true);
        while old != end {
            let middle = start.saturating_add(split(end.saturating_sub(start)));
            if old <= middle {
                path.push(self.range(middle, end));
                end = middle;
            } else {
                path.push(self.range(start, middle));
                start = middle;
                known = false;
            }
        }
        if !known {
            path.push(self.range(start, end));
        }
        path.reverse();
        Some(path)
    }

    /// The hash over the leaves from `start` to before `end`; the callers keep `start < end ≤ size`, and
    /// `start` is a multiple of the largest power of two that the range holds.
    fn range(&self, start: u64, end: u64) -> Hash {
        let count = end.saturating_sub(start);
        if count.is_power_of_two() {
            let height = count.trailing_zeros();
            let stored = self
                .levels
                .get(height as usize)
                .and_then(|level| level.get(usize::try_from(start >> height).ok()?));
            if let Some(hash) = stored {
                return *hash;
            }
        }
        if count <= 1 {
            return empty_root();
        }
        let middle = start.saturating_add(split(count));
        node(&self.range(start, middle), &self.range(middle, end))
    }
}

impl FromIterator<Hash> for Tree {
    fn from_iter<I: IntoIterator<Item = Hash>>(leaves: I) -> Self {
        let mut tree = Self::default();
        leaves.into_iter().for_each(|leaf| tree.append(leaf));
        tree
    }
}

/// The largest power of two below `count`, for `count` ≥ 2.
const fn split(count: u64) -> u64 {
    match count.saturating_sub(1).checked_ilog2() {
        Some(height) => 1 << height,
        None => 0,
    }
}

/// Whether `path` leads from `leaf` at `index` to `root` in a tree of `size` leaves (RFC 9162 §2.1.3.2).
#[must_use]
pub fn includes(leaf: &Hash, index: u64, size: u64, path: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut place, mut last) = (index, size.saturating_sub(1));
    let mut hash = *leaf;
    for step in path {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            hash = node(step, &hash);
            if place & 1 == 0 {
                let levels = place.trailing_zeros().min(63);
                place >>= levels;
                last >>= levels;
            }
        } else {
            hash = node(&hash, step);
        }
        place >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// Whether `path` shows `old_root` over `old` leaves to be a beginning of `new_root` over `new` leaves
/// (RFC 9162 §2.1.4.2). Nothing is a beginning of everything only if its root is that of no leaves.
#[must_use]
pub fn extends(old: u64, old_root: &Hash, new: u64, new_root: &Hash, path: &[Hash]) -> bool {
    if old == 0 {
        return path.is_empty() && *old_root == empty_root();
    }
    if old >= new {
        return old == new && path.is_empty() && old_root == new_root;
    }
    let mut steps = path.iter();
    let (mut place, mut last) = (old.saturating_sub(1), new.saturating_sub(1));
    let levels = place.trailing_ones().min(63);
    place >>= levels;
    last >>= levels;
    let first = if place == 0 { Some(old_root) } else { steps.next() };
    let Some(first) = first else { return false };
    let (mut from_old, mut from_new) = (*first, *first);
    for step in steps {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            from_old = node(step, &from_old);
            from_new = node(step, &from_new);
            if place & 1 == 0 {
                let levels = place.trailing_zeros().min(63);
                place >>= levels;
                last >>= levels;
            }
        } else {
            from_new = node(&from_new, step);
        }
        place >>= 1;
        last >>= 1;
    }
    last == 0 && from_old == *old_root && from_new == *new_root
}
