//! Ink and paper: which pixels are ink, and which of them hang together.

use crate::picture::{Picture, WHITE};

/// The threshold of Otsu is kept within these shades: a page without ink has none to find.
const THRESHOLD: std::ops::RangeInclusive<u8> = 90..=190;

/// A run of ink in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Its row.
    pub y: u32,
    /// Its first pixel.
    pub start: u32,
    /// The pixel behind its last one.
    pub end: u32,
}

/// A rectangle of pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rect {
    /// Its first column.
    pub left: u32,
    /// Its first row.
    pub top: u32,
    /// The column behind its last one.
    pub right: u32,
    /// The row behind its last one.
    pub bottom: u32,
}

impl Rect {
    /// Nothing; what is joined to it is the whole.
    pub const NONE: Self = Self { left: u32::MAX, top: u32::MAX, right: 0, bottom: 0 };

    /// Columns.
    pub fn width(&self) -> u32 {
        self.right.saturating_sub(self.left)
    }

    /// Rows.
    pub fn height(&self) -> u32 {
        self.bottom.saturating_sub(self.top)
    }

    /// The smallest that holds both.
    pub fn join(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// The smallest that holds all.
    pub fn of(all: impl IntoIterator<Item = Self>) -> Self {
        all.into_iter().fold(Self::NONE, Self::join)
    }

    /// The columns that two have in common.
    pub fn common_width(&self, other: &Self) -> u32 {
        self.right.min(other.right).saturating_sub(self.left.max(other.left))
    }

    /// The rows that two have in common.
    pub fn common_height(&self, other: &Self) -> u32 {
        self.bottom.min(other.bottom).saturating_sub(self.top.max(other.top))
    }

    /// Twice the middle column.
    pub fn middle_x2(&self) -> u32 {
        self.left + self.right
    }

    /// Twice the middle row.
    pub fn middle_y2(&self) -> u32 {
        self.top + self.bottom
    }
}

/// Ink that hangs together, corners included: a letter, several joined ones, a dot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blob {
    /// Where it stands.
    pub rect: Rect,
    /// Its pixels.
    pub area: u32,
    /// Its runs, from the top.
    pub runs: Vec<Run>,
}

/// The shade that parts ink from paper: the one that leaves the least variance within both (Otsu, 1979).
pub fn threshold(picture: &Picture) -> u8 {
    let mut counts = [0u64; 256];
    picture.shades().iter().for_each(|shade| counts[usize::from(*shade)] += 1);
    let total: u64 = counts.iter().sum();
    let sum: u64 = counts.iter().zip(0u64..).map(|(n, shade)| n * shade).sum();
    let (mut dark, mut dark_sum, mut best) = (0, 0, (0.0, *THRESHOLD.start()));
    for shade in 0..WHITE {
        dark += counts[usize::from(shade)];
        dark_sum += counts[usize::from(shade)] * u64::from(shade);
        let light = total - dark;
        if dark == 0 || light == 0 {
            continue;
        }
        let apart = dark_sum as f64 / dark as f64 - (sum - dark_sum) as f64 / light as f64;
        let between = dark as f64 * light as f64 * apart * apart;
        if between > best.0 {
            best = (between, shade);
        }
    }
    best.1.clamp(*THRESHOLD.start(), *THRESHOLD.end())
}

/// The runs of ink in a row: shades up to the threshold.
pub fn runs_of_row(row: &[u8], y: u32, threshold: u8, out: &mut Vec<Run>) {
    let mut x = 0;
    while x < row.len() {
        let Some(start) = row[x..].iter().position(|shade| *shade <= threshold).map(|at| x + at) else {
            break;
        };
        let end = row[start..].iter().position(|shade| *shade > threshold).map_or(row.len(), |n| start + n);
        out.push(Run { y, start: start as u32, end: end as u32 });
        x = end;
    }
}

/// All blobs of a picture, in the order of their first pixels.
pub fn blobs(picture: &Picture, threshold: u8) -> Vec<Blob> {
    let mut runs = Vec::new();
    let mut parent: Vec<u32> = Vec::new();
    let mut above = 0..0;
    for y in 0..picture.height() {
        let first = runs.len();
        runs_of_row(picture.row(y), y as u32, threshold, &mut runs);
        parent.extend(first as u32..runs.len() as u32);
        let mut up = above.start;
        for this in first..runs.len() {
            let run: Run = runs[this];
            // A run that ends before this one begins, corner to corner, touches nothing that follows.
            while up < above.end && runs[up].end < run.start {
                up += 1;
            }
            let mut touching = up;
            while touching < above.end && runs[touching].start <= run.end {
                unite(&mut parent, touching as u32, this as u32);
                touching += 1;
            }
        }
        above = first..runs.len();
    }
    gather(&runs, &mut parent)
}

fn root(parent: &mut [u32], mut at: u32) -> u32 {
    while parent[at as usize] != at {
        parent[at as usize] = parent[parent[at as usize] as usize];
        at = parent[at as usize];
    }
    at
}

fn unite(parent: &mut [u32], a: u32, b: u32) {
    let (a, b) = (root(parent, a), root(parent, b));
    // The earlier run is the root, so that blobs come in the order of their first pixels.
    parent[a.max(b) as usize] = a.min(b);
}

fn gather(runs: &[Run], parent: &mut [u32]) -> Vec<Blob> {
    let mut place = vec![u32::MAX; runs.len()];
    let mut blobs: Vec<Blob> = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let root = root(parent, at as u32) as usize;
        if place[root] == u32::MAX {
            place[root] = blobs.len() as u32;
            blobs.push(Blob { rect: Rect::NONE, area: 0, runs: Vec::new() });
        }
        let blob = &mut blobs[place[root] as usize];
        blob.rect = blob.rect.join(Rect { left: run.start, top: run.y, right: run.end, bottom: run.y + 1 });
        blob.area += run.end - run.start;
        blob.runs.push(*run);
    }
    blobs
}

#[cfg(test)]
mod tests;
