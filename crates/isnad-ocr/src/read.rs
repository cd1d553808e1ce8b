//! From a picture to a page of words.

use isnad_model::{
    Problem,
    reading::{Area, Page, Word},
};

use crate::{
    ink::{Blob, Rect, blobs, threshold},
    layout::{Layout, Line, layout, letter_height},
    level::level,
    order::{self, Way},
    picture::Picture,
    program::{Places, Run, Tesseract},
    rules, skew,
    strip::{Cutter, Strip},
    tsv::Found,
    turn::Turn,
};

/// The model for Arabic words.
const ARABIC: &str = "ara";

/// Reads pictures on this machine.
pub struct Ocr<R> {
    run: R,
    tesseract: Tesseract,
}

/// What was read from one picture.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Text, and words with their places on the picture and how sure the program is.
    pub page: Page,
    /// Words without a digit that may be a number all the same, by their first bytes in the text, rising.
    pub doubtful: Vec<u32>,
    /// What changed the result: `models=ara skew=1.20`.
    pub settings: String,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// A word on the turned page.
struct Piece {
    rect: Rect,
    text: String,
    confidence: u8,
}

impl<R: Run> Ocr<R> {
    /// Looks for the program and its models.
    ///
    /// # Errors
    /// `ocr-missing`, `ocr-language-missing`, and what becomes of a program that does not run.
    pub fn start(run: R, places: &Places) -> Result<Self, Problem> {
        let tesseract = Tesseract::find(&run, places)?;
        if !tesseract.has(ARABIC) {
            return Err(Problem::new("ocr-language-missing").text("language", ARABIC));
        }
        Ok(Self { run, tesseract })
    }

    /// The tool with its version, as it stands in a reading.
    pub fn tool(&self) -> String {
        self.tesseract.tool()
    }

    /// The models that are there and used.
    pub fn models(&self) -> Vec<&str> {
        [ARABIC].into_iter().filter(|model| self.tesseract.has(model)).collect()
    }

    /// Reads a picture.
    ///
    /// # Errors
    /// What becomes of a program that dies, hangs or swells. A picture without writing is an empty page.
    pub fn read(&self, picture: &Picture) -> Result<Reading, Problem> {
        let sheet = Sheet::prepare(picture);
        let cutter = Cutter::new(&sheet.page, &sheet.blobs, &sheet.layout);
        let numbered = sheet.layout.lines.iter().enumerate();
        let strips: Vec<Strip> = numbered.map(|(number, line)| cutter.cut(number, line, |_| false)).collect();
        let pictures: Vec<Picture> = strips.iter().map(|strip| strip.picture.clone()).collect();
        let found = self.tesseract.read(&self.run, ARABIC, &pictures)?;
        let lines = sheet.pieces(&strips, found);
        Ok(Reading {
            page: sheet.assemble(lines),
            settings: format!("models={ARABIC} skew={:.2}", sheet.degrees),
            doubtful: Vec::new(),
            problems: Vec::new(),
        })
    }
}

/// A page made ready for reading.
struct Sheet {
    /// Leveled, laid straight, without rules.
    page: Picture,
    turn: Turn,
    /// The size of the picture before.
    size: (usize, usize),
    degrees: f64,
    blobs: Vec<Blob>,
    layout: Layout,
}

impl Sheet {
    fn prepare(picture: &Picture) -> Self {
        let size = (picture.width(), picture.height());
        let mut page = level(picture);
        let degrees = skew::degrees(&page, threshold(&page));
        let turn = Turn::new(size, degrees);
        if degrees != 0.0 {
            page = turn.apply(&page);
        }
        let threshold = threshold(&page);
        let letter = letter_height(&blobs(&page, threshold), page.height());
        rules::find(&page, threshold, letter).erase(&mut page);
        let blobs = blobs(&page, threshold);
        let layout = layout(&blobs, page.height());
        Self { page, turn, size, degrees, blobs, layout }
    }

    /// The words of each line from left to right, at their places on the turned page.
    fn pieces(&self, strips: &[Strip], found: Vec<Found>) -> Vec<Vec<Piece>> {
        let mut lines: Vec<Vec<Piece>> = self.layout.lines.iter().map(|_| Vec::new()).collect();
        for word in found {
            let (Some(line), Some(strip)) = (self.layout.lines.get(word.picture), strips.get(word.picture))
            else {
                continue;
            };
            let (left, right) = (strip.back(word.left), strip.back(word.left + word.width));
            lines[word.picture].push(Piece {
                rect: self.ink_between(line, left, right),
                text: word.text,
                confidence: word.confidence.round() as u8,
            });
        }
        lines.iter_mut().for_each(|line| line.sort_by_key(|piece| piece.rect.middle_x2()));
        lines
    }

    /// Where the ink of a line between two columns stands.
    fn ink_between(&self, line: &Line, left: u32, right: u32) -> Rect {
        let own = line.blobs.iter().map(|at| self.blobs[*at].rect);
        let inside = own.filter(|rect| (left * 2..right * 2).contains(&rect.middle_x2()));
        let ink = Rect::of(inside);
        if ink == Rect::NONE {
            return Rect { left, right: right.max(left + 1), ..line.rect };
        }
        ink
    }

    fn assemble(&self, lines: Vec<Vec<Piece>>) -> Page {
        let ways =
            |line: &[Piece]| -> Vec<Way> { line.iter().map(|piece| order::way(&piece.text)).collect() };
        let all: Vec<Way> = lines.iter().flat_map(|line| ways(line)).collect();
        let page_goes_left = order::is_right_to_left(&all, true);
        let mut page = Page::default();
        let mut last_block = None;
        for (line, pieces) in self.layout.lines.iter().zip(&lines).filter(|(_, pieces)| !pieces.is_empty()) {
            if let Some(last) = last_block {
                page.text.push_str(if last == line.block { "\n" } else { "\n\n" });
            }
            last_block = Some(line.block);
            let ways = ways(pieces);
            let goes_left = order::is_right_to_left(&ways, page_goes_left);
            for (n, at) in order::reading(&ways, goes_left).into_iter().enumerate() {
                if n > 0 {
                    page.text.push(' ');
                }
                self.push(&mut page, &pieces[at]);
            }
        }
        page
    }

    fn push(&self, page: &mut Page, piece: &Piece) {
        let start = page.text.len() as u32;
        page.text.push_str(&piece.text);
        page.words.push(Word {
            start,
            end: page.text.len() as u32,
            area: self.area(piece.rect),
            confidence: Some(piece.confidence),
        });
    }

    /// Where a rectangle of the turned page stands on the picture as it was: the smallest upright one that holds it.
    fn area(&self, rect: Rect) -> Area {
        let corner = |x: u32, y: u32| self.turn.back((f64::from(x), f64::from(y)));
        let corners = [
            corner(rect.left, rect.top),
            corner(rect.right, rect.top),
            corner(rect.left, rect.bottom),
            corner(rect.right, rect.bottom),
        ];
        let part = |at: f64, whole: usize| (at * Area::WHOLE / whole as f64).clamp(0.0, Area::WHOLE);
        let least = |values: [f64; 4]| values.into_iter().fold(f64::INFINITY, f64::min);
        let most = |values: [f64; 4]| values.into_iter().fold(f64::NEG_INFINITY, f64::max);
        let (xs, ys) = (corners.map(|c| part(c.0, self.size.0)), corners.map(|c| part(c.1, self.size.1)));
        let (left, top) = (least(xs).floor(), least(ys).floor());
        Area {
            left: left as u16,
            top: top as u16,
            width: (most(xs).ceil() - left) as u16,
            height: (most(ys).ceil() - top) as u16,
        }
    }
}
