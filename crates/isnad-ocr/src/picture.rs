//! A picture in shades of gray, and the few things that are done to one.

/// A picture in shades of gray, row by row from the top; 0 is black.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    height: usize,
    shades: Vec<u8>,
}

/// White paper.
pub const WHITE: u8 = 255;

impl Picture {
    /// A picture of this size; nothing where the shades are not as many as its pixels, or where it has none.
    pub fn new(width: usize, height: usize, shades: Vec<u8>) -> Option<Self> {
        let is_whole = width.checked_mul(height) == Some(shades.len()) && !shades.is_empty();
        is_whole.then_some(Self { width, height, shades })
    }

    /// A binary PGM of 255 shades without comments (Netpbm), for tools that look at one page.
    pub fn from_pgm(bytes: &[u8]) -> Option<Self> {
        let mut fields = bytes.splitn(5, |byte| byte.is_ascii_whitespace());
        let mut text = || std::str::from_utf8(fields.next()?).ok();
        let (magic, width, height, most) = (text()?, text()?.parse().ok()?, text()?.parse().ok()?, text()?);
        let is_known = magic == "P5" && most == "255";
        is_known.then(|| Self::new(width, height, fields.next()?.to_vec()))?
    }

    /// White paper of this size; at least one pixel.
    pub fn blank(width: usize, height: usize) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        Self { width, height, shades: vec![WHITE; width * height] }
    }

    /// Pixels to a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Rows.
    pub fn height(&self) -> usize {
        self.height
    }

    /// All shades, row by row.
    pub fn shades(&self) -> &[u8] {
        &self.shades
    }

    /// One row.
    pub fn row(&self, y: usize) -> &[u8] {
        &self.shades[y * self.width..][..self.width]
    }

    /// One row, to paint on.
    pub fn row_mut(&mut self, y: usize) -> &mut [u8] {
        &mut self.shades[y * self.width..][..self.width]
    }

    /// The shade at a place.
    pub fn at(&self, x: usize, y: usize) -> u8 {
        self.shades[y * self.width + x]
    }

    /// Another picture of the same size, pixel by pixel.
    pub fn map(&self, mut shade: impl FnMut(usize, usize, u8) -> u8) -> Self {
        let mut shades = Vec::with_capacity(self.shades.len());
        for y in 0..self.height {
            shades.extend(self.row(y).iter().enumerate().map(|(x, old)| shade(x, y, *old)));
        }
        Self { shades, ..*self }
    }

    /// The same picture with sides shorter by a whole factor; each pixel is the mean of those it stands for.
    pub fn shrunk(&self, factor: usize) -> Self {
        let (width, height) = (self.width.div_ceil(factor), self.height.div_ceil(factor));
        let mut shades = Vec::with_capacity(width * height);
        let mut sums = vec![0u32; width];
        for y in 0..height {
            sums.fill(0);
            let rows = (y * factor)..((y + 1) * factor).min(self.height);
            let n_rows = rows.len();
            for row in rows {
                for (sum, piece) in sums.iter_mut().zip(self.row(row).chunks(factor)) {
                    *sum += piece.iter().map(|shade| u32::from(*shade)).sum::<u32>();
                }
            }
            shades.extend(sums.iter().enumerate().map(|(x, sum)| {
                let n = (((x + 1) * factor).min(self.width) - x * factor) * n_rows;
                (*sum / n as u32) as u8
            }));
        }
        Self { width, height, shades }
    }
}
