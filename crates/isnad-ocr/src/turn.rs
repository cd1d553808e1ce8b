//! Turning a picture by a small angle, and the way back.

use crate::picture::{Picture, WHITE};

/// Where a point of a turned picture was before: a rotation about the middles of both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Turn {
    sin: f64,
    cos: f64,
    /// The middle of the picture before.
    from: (f64, f64),
    /// The middle of the turned one.
    to: (f64, f64),
}

impl Turn {
    /// Turns a picture of a size clockwise by an angle in degrees, onto paper that holds all of it.
    pub fn new(size: (usize, usize), degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (width, height) = (size.0 as f64, size.1 as f64);
        let turned = (width * cos.abs() + height * sin.abs(), width * sin.abs() + height * cos.abs());
        let to = (turned.0.ceil() / 2.0, turned.1.ceil() / 2.0);
        Self { sin, cos, from: (width / 2.0, height / 2.0), to }
    }

    /// The size of the turned picture.
    pub fn size(&self) -> (usize, usize) {
        ((self.to.0 * 2.0) as usize, (self.to.1 * 2.0) as usize)
    }

    /// Where a point of the turned picture was before.
    pub fn back(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (dx, dy) = (x - self.to.0, y - self.to.1);
        (self.from.0 + dx * self.cos + dy * self.sin, self.from.1 - dx * self.sin + dy * self.cos)
    }

    /// Where a point comes to stand.
    #[cfg(test)]
    pub fn forth(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (dx, dy) = (x - self.from.0, y - self.from.1);
        (self.to.0 + dx * self.cos - dy * self.sin, self.to.1 + dx * self.sin + dy * self.cos)
    }

    /// The turned picture: each pixel is mixed of the four that it falls between; outside there is white paper.
    pub fn apply(&self, picture: &Picture) -> Picture {
        let (width, height) = self.size();
        let mut turned = Picture::blank(width, height);
        for y in 0..height {
            let (mut fx, mut fy) = self.back((0.5, y as f64 + 0.5));
            for shade in turned.row_mut(y) {
                *shade = mixed(picture, fx - 0.5, fy - 0.5);
                fx += self.cos;
                fy -= self.sin;
            }
        }
        turned
    }
}

/// The shade between four pixels, in parts of 256.
fn mixed(picture: &Picture, x: f64, y: f64) -> u8 {
    let (left, top) = (x.floor(), y.floor());
    let inside = |at: f64, size: usize| at >= 0.0 && at + 1.0 < size as f64;
    if !inside(left, picture.width()) || !inside(top, picture.height()) {
        return nearest(picture, x, y);
    }
    let (right_part, low_part) = (((x - left) * 256.0) as u32, ((y - top) * 256.0) as u32);
    let (left, top) = (left as usize, top as usize);
    let across = |y: usize| {
        let row = &picture.row(y)[left..left + 2];
        u32::from(row[0]) * (256 - right_part) + u32::from(row[1]) * right_part
    };
    ((across(top) * (256 - low_part) + across(top + 1) * low_part + (1 << 15)) >> 16) as u8
}

fn nearest(picture: &Picture, x: f64, y: f64) -> u8 {
    let (x, y) = (x.round(), y.round());
    let is_inside = x >= 0.0 && y >= 0.0 && x < picture.width() as f64 && y < picture.height() as f64;
    if is_inside { picture.at(x as usize, y as usize) } else { WHITE }
}

#[cfg(test)]
mod tests;
