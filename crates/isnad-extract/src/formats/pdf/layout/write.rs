//! The text of a page, and the place of every word in it.

use super::{
    Laid,
    atoms::{Atom, Cluster},
};
use hayro::kurbo::{Affine, Rect};
use isnad_model::reading::{Area, Page, Word};

/// Writes clusters in reading order, and notes where each word stands.
pub(super) struct Writer {
    page: Page,
    outside: u64,
    /// Width and height of the page.
    size: (f64, f64),
    /// From the frame of the lines back onto the page.
    back: Affine,
    /// The word being written: its first byte, and its place so far.
    word: Option<(usize, Rect)>,
    pending: Option<char>,
}

impl Writer {
    pub(super) fn new(size: (f64, f64)) -> Self {
        Self { page: Page::default(), outside: 0, size, back: Affine::IDENTITY, word: None, pending: None }
    }

    /// What follows is in another frame.
    pub(super) fn turn_to(&mut self, back: Affine) {
        self.back = back;
    }

    /// Writes a cluster. Where it runs from the right, a bracket is read as the other one of its pair.
    pub(super) fn cluster(&mut self, cluster: &Cluster, atom: &Atom, turned: bool) {
        let mut text = std::borrow::Cow::Borrowed(cluster.text.as_str());
        if let (Some(side), Some(bracket)) = (cluster.side, text.chars().next()) {
            let meant = if turned { side.other() } else { side };
            text = meant.bracket_like(bracket).to_string().into();
        }
        let area = Rect::new(cluster.x, atom.area().y0, cluster.end, atom.area().y1);
        // A text of several words, which the file itself gave, has its place divided among its letters.
        let letters = text.chars().count() as f64;
        let goes_left = super::order::strong(&text) == Some(true);
        for (c, number) in text.chars().zip(0..) {
            if c.is_whitespace() {
                self.space();
                continue;
            }
            let from = f64::from(number) / letters;
            let to = f64::from(number + 1) / letters;
            let (from, to) = if goes_left { (1.0 - to, 1.0 - from) } else { (from, to) };
            let part =
                Rect::new(area.x0 + area.width() * from, area.y0, area.x0 + area.width() * to, area.y1);
            self.letter(c, part);
        }
    }

    fn letter(&mut self, c: char, area: Rect) {
        let between = self.pending.take().filter(|_| !self.page.text.is_empty());
        self.page.text.extend(between);
        let area = self.back.transform_rect_bbox(area);
        let start = self.page.text.len();
        self.word = Some(match self.word.take() {
            Some((start, so_far)) => (start, so_far.union(area)),
            None => (start, area),
        });
        self.page.text.push(c);
    }

    pub(super) fn space(&mut self) {
        self.part(' ');
    }

    pub(super) fn tab(&mut self) {
        self.part('\t');
    }

    pub(super) fn end_line(&mut self) {
        self.part('\n');
    }

    /// Ends the word. Of a space and an end of line the stronger one is written, and none before the first word;
    /// each tab is, since it parts cells that may be empty.
    fn part(&mut self, by: char) {
        self.end_word();
        let rank = |c: char| match c {
            '\n' => 2,
            '\t' => 1,
            _ => 0,
        };
        match self.pending {
            Some(before) if by == '\t' && before != ' ' && !self.page.text.is_empty() => {
                self.page.text.push(before);
                self.pending = Some(by);
            }
            Some(before) if rank(before) >= rank(by) => {}
            _ => self.pending = Some(by),
        }
    }

    fn end_word(&mut self) {
        let Some((start, place)) = self.word.take() else { return };
        let sheet = Rect::new(0.0, 0.0, self.size.0, self.size.1);
        self.outside += u64::from(!sheet.inflate(1.0, 1.0).overlaps(place));
        let part = |value: f64, whole: f64| {
            // A place off the page, or one that cannot be reckoned, is the nearest edge.
            let parts = value / whole.max(f64::MIN_POSITIVE) * Area::WHOLE;
            if parts.is_finite() { parts.round().clamp(0.0, Area::WHOLE) as u16 } else { 0 }
        };
        let (left, right) = (part(place.x0, self.size.0), part(place.x1, self.size.0));
        let (top, bottom) = (part(place.y0, self.size.1), part(place.y1, self.size.1));
        let area = Area { left, top, width: right.saturating_sub(left), height: bottom.saturating_sub(top) };
        let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(self.page.text.len())) else {
            return;
        };
        self.page.words.push(Word { start, end, area, confidence: None });
    }

    pub(super) fn finish(mut self) -> Laid {
        self.end_word();
        if !self.page.text.is_empty() {
            self.page.text.push('\n');
        }
        Laid { page: self.page, outside: self.outside }
    }
}
