//! A page of text as it is shown: its lines, its words with their places, and the hits among them.

use std::ops::Range;

use isnad_model::{
    reading::Area,
    view::{PageReading, WordState, WordView},
};

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Leaf {
    pub lines: Vec<Vec<Run>>,
    pub boxes: Vec<Placed>,
    pub tally: Tally,
    /// How many places are marked.
    pub n_hits: u64,
}

/// A word, or what stands between words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    pub bits: Vec<Bit>,
    pub word: Option<Spoken>,
}

/// A piece of a run, marked or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bit {
    pub text: String,
    /// The number of the hit that it belongs to, from 1.
    pub hit: Option<u64>,
    /// Whether the hit begins here: a phrase goes over several words.
    pub begins: bool,
    /// Whether it is the hit that is looked at now.
    pub here: bool,
}

/// A word that has a place on the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spoken {
    /// Its first byte in the text as it was read, which names it.
    pub start: u32,
    /// `read`, `unverified`, `confirmed`, `corrected` or `unreadable`.
    pub state: &'static str,
    /// What was read, where somebody corrected it.
    pub was: Option<String>,
    /// Whether it lies on the bench.
    pub chosen: bool,
}

impl Spoken {
    /// Whether there is something to say about it.
    pub fn is_told(&self) -> bool {
        self.state != "read"
    }
}

/// The same word on the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    pub start: u32,
    pub text: String,
    pub area: Area,
    /// Names of what is the matter with it, for the style sheet.
    pub classes: String,
    /// Whether its letters lie on their side, because the page is turned.
    pub on_its_side: bool,
}

impl Placed {
    /// The middle of the box, from which its letters go both ways whatever their direction.
    pub fn middle(&self) -> (u32, u32) {
        let Area { left, top, width, height } = self.area;
        (u32::from(left) + u32::from(width) / 2, u32::from(top) + u32::from(height) / 2)
    }

    /// How long and how high its letters are, whichever way they lie.
    pub fn letters(&self) -> (u16, u16) {
        let Area { width, height, .. } = self.area;
        if self.on_its_side { (height, width) } else { (width, height) }
    }
}

/// How many words of a page are in which state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    pub unverified: u64,
    pub confirmed: u64,
    pub corrected: u64,
    pub unreadable: u64,
}

/// How a page is looked at.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Look<'q> {
    pub query: &'q str,
    /// The hit that is looked at, from 1.
    pub hit: u64,
    /// The word on the bench.
    pub word: Option<u32>,
    /// Quarter turns of the picture.
    pub turn: u8,
}

impl Leaf {
    /// A reading of a page, looked at so.
    pub fn new(reading: &PageReading, look: Look<'_>) -> Self {
        let marks = isnad_engine::marks(look.query, &reading.text);
        let mut tally = Tally::default();
        reading.words.iter().for_each(|word| tally.count(word));
        let cut = Cut { text: &reading.text, marks: &marks, hit: look.hit };
        Self {
            lines: lines(reading, &cut, look.word),
            boxes: reading.words.iter().map(|word| placed(word, &cut, look)).collect(),
            tally,
            n_hits: marks.len() as u64,
        }
    }
}

impl Tally {
    fn count(&mut self, word: &WordView) {
        match word.state {
            WordState::Read => {}
            WordState::Unverified => self.unverified += 1,
            WordState::Confirmed(_) => self.confirmed += 1,
            WordState::Corrected { .. } => self.corrected += 1,
            WordState::Unreadable(_) => self.unreadable += 1,
        }
    }
}

/// The code of a state, for classes and words.
pub(crate) fn code(state: &WordState) -> &'static str {
    match state {
        WordState::Read => "read",
        WordState::Unverified => "unverified",
        WordState::Confirmed(_) => "confirmed",
        WordState::Corrected { .. } => "corrected",
        WordState::Unreadable(_) => "unreadable",
    }
}

/// What a word said when it was read, whatever persons made of it.
pub(crate) fn as_read(word: &WordView) -> &str {
    match &word.state {
        WordState::Corrected { was, .. } => was,
        _ => &word.text,
    }
}

/// A text and its marks.
struct Cut<'t> {
    text: &'t str,
    marks: &'t [Range<usize>],
    hit: u64,
}

impl Cut<'_> {
    /// The marks that reach into a range, with their numbers.
    fn marks_in(&self, range: &Range<usize>) -> impl Iterator<Item = (u64, &Range<usize>)> {
        let first = self.marks.partition_point(|mark| mark.end <= range.start);
        let end = range.end;
        let marks = self.marks[first..].iter().take_while(move |mark| mark.start < end);
        (first as u64 + 1..).zip(marks)
    }

    fn bits(&self, range: Range<usize>) -> Vec<Bit> {
        let mut bits = Vec::new();
        let mut at = range.start;
        let mut push = |from: usize, to: usize, hit: Option<u64>, begins| {
            let text = self.text.get(from..to).unwrap_or_default();
            if !text.is_empty() {
                bits.push(Bit { text: text.to_owned(), hit, begins, here: hit == Some(self.hit) });
            }
        };
        for (number, mark) in self.marks_in(&range) {
            let (from, to) = (mark.start.max(range.start), mark.end.min(range.end));
            push(at, from, None, false);
            push(from, to, Some(number), from == mark.start);
            at = to;
        }
        push(at, range.end, None, false);
        bits
    }
}

/// Lines, each with its own direction; empty ones part them and are not shown.
fn lines(reading: &PageReading, cut: &Cut<'_>, chosen: Option<u32>) -> Vec<Vec<Run>> {
    let mut words = reading.words.iter().peekable();
    let mut lines = Vec::new();
    let mut start = 0;
    for line in reading.text.split_inclusive('\n') {
        let (mut at, end) = (start, start + line.trim_end().len());
        start += line.len();
        let mut runs = Vec::new();
        let mut push = |range: Range<usize>, word| {
            let bits = cut.bits(range);
            if !bits.is_empty() {
                runs.push(Run { bits, word });
            }
        };
        while let Some(word) = words.next_if(|word| (word.shown.0 as usize) < end) {
            let (from, to) = (word.shown.0 as usize, word.shown.1 as usize);
            // A place that is none, within a letter or behind the next word, must not cost or double any text.
            if from < at || reading.text.get(from..to).is_none() {
                continue;
            }
            push(at..from, None);
            push(from..to, Some(spoken(word, chosen)));
            at = to;
        }
        push(at..end, None);
        if !line.trim().is_empty() {
            lines.push(runs);
        }
    }
    lines
}

fn spoken(word: &WordView, chosen: Option<u32>) -> Spoken {
    let was = match &word.state {
        WordState::Corrected { was, .. } => Some(was.clone()),
        _ => None,
    };
    Spoken { start: word.read.0, state: code(&word.state), was, chosen: chosen == Some(word.read.0) }
}

fn placed(word: &WordView, cut: &Cut<'_>, look: Look<'_>) -> Placed {
    let shown = word.shown.0 as usize..word.shown.1 as usize;
    let mut classes = vec![code(&word.state)];
    classes.retain(|code| *code != "read");
    for (number, _) in cut.marks_in(&shown) {
        classes.push("hit");
        classes.extend((number == look.hit).then_some("here"));
    }
    classes.extend((look.word == Some(word.read.0)).then_some("on"));
    classes.dedup();
    Placed {
        start: word.read.0,
        text: word.text.clone(),
        area: word.area.turned(look.turn),
        classes: classes.join(" "),
        on_its_side: look.turn % 2 == 1,
    }
}
