//! A sheet of grey paper to draw simple shapes on, in whole numbers so that every machine draws the same.

/// A point, in pixels from the upper left corner.
pub type Point = (i64, i64);

/// Grey pixels, row by row.
pub struct Canvas {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    pixels: Vec<u8>,
}

impl Canvas {
    /// An empty sheet of one grey.
    pub fn new(width: usize, height: usize, paper: u8) -> Self {
        Self { width, height, pixels: vec![paper; width * height] }
    }

    /// The pixels, row by row.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// Fills a rectangle, cut at the sheet's edges.
    pub fn rectangle(&mut self, upper_left: Point, lower_right: Point, ink: u8) {
        self.paint(upper_left, lower_right, ink, |_| true);
    }

    /// A straight stroke with round ends.
    pub fn stroke(&mut self, from: Point, to: Point, radius: i64, ink: u8) {
        let (upper_left, lower_right) = around(from, to, radius);
        self.paint(upper_left, lower_right, ink, |point| near_segment(point, from, to, radius));
    }

    /// Strokes from point to point.
    pub fn polyline(&mut self, points: &[Point], radius: i64, ink: u8) {
        for pair in points.windows(2) {
            self.stroke(pair[0], pair[1], radius, ink);
        }
    }

    /// The outline of a rounded bar; a bar whose two ends are one point is a circle.
    pub fn outline(&mut self, from: Point, to: Point, radius: i64, line: i64, ink: u8) {
        let (upper_left, lower_right) = around(from, to, radius);
        self.paint(upper_left, lower_right, ink, |point| {
            near_segment(point, from, to, radius) && !near_segment(point, from, to, radius - line)
        });
    }

    /// The sheet turned a quarter to the left: what a camera held upright stores.
    pub fn turned_left(&self) -> Self {
        let mut turned = Self::new(self.height, self.width, 0);
        for y in 0..turned.height {
            for x in 0..turned.width {
                turned.pixels[y * turned.width + x] = self.pixels[x * self.width + (self.width - 1 - y)];
            }
        }
        turned
    }

    /// Half as wide and high, and a little darker: a copy of a copy.
    pub fn small_dark_copy(&self) -> Self {
        let mut copy = Self::new(self.width / 2, self.height / 2, 0);
        for y in 0..copy.height {
            for x in 0..copy.width {
                let at = 2 * y * self.width + 2 * x;
                let four = [at, at + 1, at + self.width, at + self.width + 1];
                let sum: u32 = four.iter().map(|&i| u32::from(self.pixels[i])).sum();
                copy.pixels[y * copy.width + x] = (sum / 4 * 9 / 10) as u8;
            }
        }
        copy
    }

    /// Inks the points of a box that lie inside a shape; the box keeps the work as small as the shape.
    fn paint(&mut self, (left, top): Point, (right, bottom): Point, ink: u8, inside: impl Fn(Point) -> bool) {
        let (width, height) = (self.width as i64, self.height as i64);
        for y in top.max(0)..bottom.min(height) {
            for x in left.max(0)..right.min(width) {
                if inside((x, y)) {
                    self.pixels[(y * width + x) as usize] = ink;
                }
            }
        }
    }
}

/// The corners of the smallest box around a round-ended stroke.
fn around((ax, ay): Point, (bx, by): Point, radius: i64) -> (Point, Point) {
    let upper_left = (ax.min(bx) - radius, ay.min(by) - radius);
    (upper_left, (ax.max(bx) + radius + 1, ay.max(by) + radius + 1))
}

/// Whether a point lies within `radius` of the segment: squares and products only, no rounding.
fn near_segment((x, y): Point, (ax, ay): Point, (bx, by): Point, radius: i64) -> bool {
    if radius < 0 {
        return false;
    }
    let (dx, dy) = (bx - ax, by - ay);
    let length_squared = dx * dx + dy * dy;
    let along = (x - ax) * dx + (y - ay) * dy;
    let within = |px: i64, py: i64| (x - px).pow(2) + (y - py).pow(2) <= radius * radius;
    if along <= 0 {
        return within(ax, ay);
    }
    if along >= length_squared {
        return within(bx, by);
    }
    let across = (x - ax) * dy - (y - ay) * dx;
    across * across <= radius * radius * length_squared
}
