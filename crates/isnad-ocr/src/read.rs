//! From a picture to a page of words.

use isnad_model::{
    Problem,
    reading::{Page, Word},
};

use crate::{
    ink::Rect,
    numerals::{Net, Number},
    order::{self, Way},
    picture::Picture,
    plan::{Plan, Reader},
    program::{Places, Run, Tesseract},
    sheet::Sheet,
    strip::{Cutter, Strip},
    tsv::Found,
};

/// The model for Arabic words.
const ARABIC: &str = "ara";
/// The models for Latin ones; those that are there are used together.
const LATIN: [&str; 2] = ["eng", "fra"];

/// Signs that stand in any text.
const SIGNS: &str = ".,;:!?()[]«»\"'’‘“”،؛؟-–—_/…*•@&";

/// Reads pictures on this machine.
pub struct Ocr<R> {
    run: R,
    tesseract: Tesseract,
    net: Net,
    /// `eng+fra`, as far as they are there.
    latin: String,
}

/// What was read from one picture.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Text, and words with their places on the picture and how sure the program is.
    pub page: Page,
    /// Words without a digit that may be a number all the same, by their first bytes in the text, rising.
    pub doubtful: Vec<u32>,
    /// What changed the result: `models=ara,eng+fra,numerals skew=1.20`.
    pub settings: String,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// A word on the turned page.
struct Piece {
    rect: Rect,
    text: String,
    confidence: u8,
    /// Whether it may be a number without looking like one.
    is_doubtful: bool,
}

impl Piece {
    /// Whether it has no digit, and may be a number all the same. A sign that hardly stands in a text, as of a
    /// currency, is what the program makes of a numeral that it does not know.
    fn may_be_number(&self) -> bool {
        let is_usual = |c: char| c.is_alphabetic() || is_mark(c) || SIGNS.contains(c);
        !self.text.chars().any(char::is_numeric) && (self.is_doubtful || !self.text.chars().all(is_usual))
    }
}

/// Signs of vowels, and the joining line of the Arabic script.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{300}'..='\u{36F}')
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
        let latin: Vec<&str> = LATIN.into_iter().filter(|model| tesseract.has(model)).collect();
        let latin = latin.join("+");
        Ok(Self { run, tesseract, net: Net::own(), latin })
    }

    /// The tool with its version, as it stands in a reading.
    pub fn tool(&self) -> String {
        self.tesseract.tool()
    }

    /// The models that are there and used.
    pub fn models(&self) -> Vec<&str> {
        [ARABIC].into_iter().chain(LATIN).filter(|model| self.tesseract.has(model)).collect()
    }

    /// Reads a picture.
    ///
    /// # Errors
    /// What becomes of a program that dies, hangs or swells. A picture without writing is an empty page.
    pub fn read(&self, picture: &Picture) -> Result<Reading, Problem> {
        let sheet = Sheet::prepare(picture);
        let has_latin = !self.latin.is_empty();
        let plan = Plan::of(&sheet, &self.net, has_latin);
        let mut pieces: Vec<Vec<Piece>> = plan.numbers.iter().map(|_| Vec::new()).collect();
        self.letters(&sheet, &plan, (Reader::Arabic, ARABIC), &mut pieces)?;
        self.letters(&sheet, &plan, (Reader::Latin, &self.latin), &mut pieces)?;
        for (line, numbers) in pieces.iter_mut().zip(plan.numbers) {
            numbers.into_iter().for_each(|number| add_number(line, number));
            line.sort_by_key(|piece| piece.rect.middle_x2());
        }
        let (page, doubtful) = assemble(&sheet, &pieces);
        let latin = if has_latin { format!(",{}", self.latin) } else { String::new() };
        let settings = format!("models={ARABIC}{latin},numerals-1 skew={:.2}", sheet.degrees);
        Ok(Reading { page, settings, doubtful, problems: Vec::new() })
    }

    /// Has the words of one reader read, line by line.
    fn letters(
        &self,
        sheet: &Sheet,
        plan: &Plan,
        (reader, models): (Reader, &str),
        pieces: &mut [Vec<Piece>],
    ) -> Result<(), Problem> {
        let cutter = Cutter::new(&sheet.page, &sheet.blobs, &sheet.layout);
        let lines = sheet.layout.lines.iter().enumerate();
        let strips: Vec<(usize, Strip)> = lines
            .filter(|(_, line)| line.blobs.iter().any(|at| plan.is_for(*at, reader)))
            .map(|(number, line)| (number, cutter.cut(number, line, |at| !plan.is_for(at, reader))))
            .collect();
        let pictures: Vec<Picture> = strips.iter().map(|(_, strip)| strip.picture.clone()).collect();
        for word in clipped(self.tesseract.read(&self.run, models, &pictures)?) {
            let Some((number, strip)) = strips.get(word.picture) else { continue };
            let line = &sheet.layout.lines[*number];
            let columns = word.left..word.left + word.width;
            let is_of_word = |at: usize, x: u32| {
                plan.is_for(at, reader) && strip.forth(x).is_some_and(|x| columns.contains(&x))
            };
            let ink = sheet.ink_of(line, is_of_word);
            let (left, right) = (strip.back(columns.start), strip.back(columns.end));
            pieces[*number].push(Piece {
                rect: if ink == Rect::NONE {
                    Rect { left, right: right.max(left + 1), ..line.rect }
                } else {
                    ink
                },
                text: word.text,
                confidence: word.confidence.round() as u8,
                is_doubtful: false,
            });
        }
        Ok(())
    }
}

/// The same words, none of which reaches into the next one on its picture: the program tells well where a word begins
/// and not where it ends.
fn clipped(mut words: Vec<Found>) -> Vec<Found> {
    words.sort_by_key(|word| (word.picture, word.left));
    for at in 1..words.len() {
        let (left, picture) = (words[at].left, words[at].picture);
        let before = &mut words[at - 1];
        if before.picture == picture && before.left < left {
            before.width = before.width.min(left - before.left);
        }
    }
    words
}

/// Puts a number among the words of its line. Where it is not sure, what the program read there stands, and is told
/// to be doubtful; where the program read nothing, the number stands as far as it can be told.
fn add_number(line: &mut Vec<Piece>, number: Number) {
    if !number.is_sure {
        let common = |piece: &Piece| piece.rect.common_width(&number.rect);
        let covered: u32 = line.iter().map(common).sum();
        line.iter_mut().filter(|piece| common(piece) > 0).for_each(|piece| piece.is_doubtful = true);
        if covered * 2 >= number.rect.width() || number.text.is_empty() {
            return;
        }
    }
    let is_after =
        |piece: &Piece| piece.rect.left >= number.rect.right && order::way(&piece.text) == Way::Left;
    let text = order::number(&number.text, line.iter().any(is_after));
    let confidence = (number.sure * 100.0).round() as u8;
    line.push(Piece { rect: number.rect, text, confidence, is_doubtful: true });
}

/// The text of a page with the places of its words, and the first bytes of those that are doubtful.
fn assemble(sheet: &Sheet, lines: &[Vec<Piece>]) -> (Page, Vec<u32>) {
    let ways = |line: &[Piece]| -> Vec<Way> { line.iter().map(|piece| order::way(&piece.text)).collect() };
    let all: Vec<Way> = lines.iter().flat_map(|line| ways(line)).collect();
    let page_goes_left = order::is_right_to_left(&all, true);
    let (mut page, mut doubtful, mut last_block) = (Page::default(), Vec::new(), None);
    for (line, pieces) in sheet.layout.lines.iter().zip(lines).filter(|(_, pieces)| !pieces.is_empty()) {
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
            let start = page.text.len() as u32;
            if pieces[at].may_be_number() {
                doubtful.push(start);
            }
            push(&mut page, sheet, &pieces[at]);
        }
    }
    (page, doubtful)
}

fn push(page: &mut Page, sheet: &Sheet, piece: &Piece) {
    let start = page.text.len() as u32;
    page.text.push_str(&piece.text);
    page.words.push(Word {
        start,
        end: page.text.len() as u32,
        area: sheet.area(piece.rect),
        confidence: Some(piece.confidence),
    });
}
