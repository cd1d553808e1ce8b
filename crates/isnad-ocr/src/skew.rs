//! How far a page is turned: lines of writing, seen along their direction, leave the sharpest shadow.
//!
//! The lower edges of ink are projected along a slanted direction and counted row by row; the sum of squared
//! differences between neighboring rows is greatest where the direction is that of the lines (Postl, US 4,723,297,
//! and most programs since). Lower edges are used because Arabic and Latin letters both stand on one line.

use crate::picture::Picture;

/// Pages are turned back up to this many degrees.
pub const DEGREES_MAX: f64 = 15.0;
/// Less than this is not worth a mixed picture.
pub const DEGREES_MIN: f64 = 0.08;
/// The steps of the search, from coarse to fine, in degrees.
const STEPS: [f64; 3] = [0.5, 0.1, 0.02];
/// The search looks at a picture of about this many columns.
const COLUMNS: usize = 800;
/// With fewer edges than this there are no lines to go by.
const EDGES_MIN: usize = 200;

/// The degrees by which a leveled page is to be turned clockwise so that its lines lie level; 0 without lines.
pub fn degrees(page: &Picture, threshold: u8) -> f64 {
    let small = page.shrunk(page.width().div_ceil(COLUMNS).max(1));
    let edges = lower_edges(&small, threshold);
    if edges.len() < EDGES_MIN {
        return 0.0;
    }
    let mut best = 0.0;
    let mut reach = DEGREES_MAX;
    for step in STEPS {
        let n = (reach / step).round() as i32;
        let tried = (-n..=n).map(|k| best + f64::from(k) * step).filter(|at| at.abs() <= DEGREES_MAX);
        let sharpness = |at: f64| sharpness(&edges, small.width(), small.height(), at);
        // Of equally sharp ones the smallest turn wins.
        let found = tried
            .map(|at| (sharpness(at), at))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.abs().total_cmp(&a.1.abs())));
        best = found.map_or(0.0, |(_, at)| at);
        reach = step;
    }
    // What slants down to the right must be turned the other way.
    if best.abs() < DEGREES_MIN { 0.0 } else { -best }
}

/// Ink with paper below it.
fn lower_edges(picture: &Picture, threshold: u8) -> Vec<(f32, f32)> {
    let mut edges = Vec::new();
    for y in 1..picture.height() {
        let (above, below) = (picture.row(y - 1), picture.row(y));
        for (x, (a, b)) in above.iter().zip(below).enumerate() {
            if *a <= threshold && *b > threshold {
                edges.push((x as f32, y as f32));
            }
        }
    }
    edges
}

fn sharpness(edges: &[(f32, f32)], width: usize, height: usize, degrees: f64) -> f64 {
    let slope = degrees.to_radians().tan() as f32;
    let margin = (slope.abs() * width as f32).ceil();
    let mut rows = vec![0u32; height + 2 * margin as usize + 2];
    for (x, y) in edges {
        let row = y - x * slope + margin;
        if let Some(count) = rows.get_mut(row.round() as usize) {
            *count += 1;
        }
    }
    rows.windows(2).map(|pair| (f64::from(pair[0]) - f64::from(pair[1])).powi(2)).sum()
}

#[cfg(test)]
mod tests;
