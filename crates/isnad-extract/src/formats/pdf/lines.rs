//! From glyphs at places to lines of text, Arabic and Latin.
//!
//! Glyphs of one baseline make a line. From left to right they are what a person sees; what a person *reads* is
//! found by undoing the bidirectional algorithm (UAX #9): a line that is mostly Arabic is read from the right, but
//! numbers and Latin words in it from the left. Glyphs are reversed, never letters, since one glyph may stand for
//! several letters in reading order (لا).

use super::glyphs::Placed;

/// Baselines nearer than this part of the font's height are one line.
const SAME_LINE: f64 = 0.45;
/// A gap wider than this part of the font's height separates words.
const WORD_GAP: f64 = 0.15;
/// The same letter painted again within this part of its height is a bold face made by hand.
const PAINTED_TWICE: f64 = 0.12;

/// Glyphs of one baseline.
struct Line {
    turns: u8,
    y: f64,
    bases: Vec<Placed>,
    marks: Vec<Placed>,
}

/// The text of a page, line by line from the top.
pub(super) fn text(glyphs: Vec<Placed>) -> String {
    let (marks, mut bases): (Vec<_>, Vec<_>) = glyphs.into_iter().partition(|glyph| is_mark(&glyph.text));
    // The sort is stable, so glyphs of one place stay in the order of painting.
    bases.sort_by(|a, b| a.turns.cmp(&b.turns).then(a.y.total_cmp(&b.y)));
    let mut lines: Vec<Line> = Vec::new();
    for glyph in bases {
        let same =
            |line: &Line| line.turns == glyph.turns && (glyph.y - line.y).abs() <= glyph.size * SAME_LINE;
        match lines.last_mut().filter(|line| same(line)) {
            Some(line) => line.bases.push(glyph),
            None => lines.push(Line::starting_with(glyph)),
        }
    }
    for mark in marks {
        give_to_line(mark, &mut lines);
    }
    let lines: Vec<_> = lines.into_iter().map(pieces).collect();
    let page = Count::of(lines.iter().flatten());
    let mut out = String::new();
    for pieces in lines {
        let read = reading_order(&pieces, &page);
        let read = read.trim();
        if !read.is_empty() {
            out.push_str(read);
            out.push('\n');
        }
    }
    out
}

impl Line {
    fn starting_with(glyph: Placed) -> Self {
        Self { turns: glyph.turns, y: glyph.y, bases: vec![glyph], marks: Vec::new() }
    }
}

/// A vowel sign stands above or below its line and never begins one, unless there is none.
fn give_to_line(mark: Placed, lines: &mut Vec<Line>) {
    let below = lines.partition_point(|line| (line.turns, line.y) < (mark.turns, mark.y));
    let nearest = [below.checked_sub(1), Some(below)]
        .into_iter()
        .flatten()
        .filter(|at| lines.get(*at).is_some_and(|line| line.turns == mark.turns))
        .min_by(|a, b| (lines[*a].y - mark.y).abs().total_cmp(&(lines[*b].y - mark.y).abs()));
    match nearest {
        Some(at) => lines[at].marks.push(mark),
        None => lines.insert(below, Line::starting_with(mark)),
    }
}

/// What stands on a line from left to right: glyphs with their vowel signs, and spaces.
fn pieces(line: Line) -> Vec<String> {
    let Line { mut bases, marks, .. } = line;
    bases.sort_by(|a, b| a.x.total_cmp(&b.x));
    bases.dedup_by(|next, kept| {
        next.text == kept.text
            && !next.text.trim().is_empty()
            && next.x - kept.x < (next.size * PAINTED_TWICE).min(next.width * 0.5)
    });
    for mark in marks {
        attach(mark, &mut bases);
    }
    let mut pieces: Vec<String> = Vec::with_capacity(bases.len());
    let mut end = f64::NEG_INFINITY;
    for glyph in bases {
        let blank = glyph.text.trim().is_empty();
        let apart = glyph.x - end > glyph.size * WORD_GAP;
        if (blank || apart) && pieces.last().is_some_and(|last| last != " ") {
            pieces.push(" ".to_owned());
        }
        end = end.max(glyph.x + glyph.width);
        if !blank {
            pieces.push(glyph.text);
        }
    }
    pieces
}

/// Gives a vowel sign to the letter above or below which its middle stands, or the nearest one.
fn attach(mark: Placed, bases: &mut Vec<Placed>) {
    let middle = mark.x + mark.width / 2.0;
    let distance = |base: &Placed| match (base.x..=base.x + base.width).contains(&middle) {
        true => 0.0,
        false => (base.x + base.width / 2.0 - middle).abs(),
    };
    let letters = bases.iter_mut().filter(|base| !base.text.trim().is_empty());
    match letters.min_by(|a, b| distance(a).total_cmp(&distance(b))) {
        Some(base) => base.text.extend(mark.text.chars().flat_map(plain_signs)),
        None => bases.push(mark),
    }
}

/// How much of each direction there is.
#[derive(Default)]
struct Count {
    right: usize,
    latin: usize,
}

impl Count {
    fn of<'p>(pieces: impl IntoIterator<Item = &'p String>) -> Self {
        pieces.into_iter().fold(Self::default(), |count, piece| Self {
            right: count.right + usize::from(is_right_to_left(piece)),
            latin: count.latin + usize::from(is_latin(piece)),
        })
    }

    /// An Arabic text may quote a long Latin name; a Latin one rarely quotes a third of itself in Arabic.
    fn is_arabic(&self) -> bool {
        self.right > 0 && self.right * 3 >= self.latin
    }
}

/// The signs that one of the old presentation forms shows, without the space or stroke that carries them.
fn plain_signs(c: char) -> impl Iterator<Item = char> {
    const WITH_SHADDA: [char; 6] = ['\u{64C}', '\u{64D}', '\u{64E}', '\u{64F}', '\u{650}', '\u{670}'];
    let (first, second) = match c {
        ' ' => (None, None),
        '\u{FC5E}'..='\u{FC63}' => (Some('\u{651}'), WITH_SHADDA.get(c as usize - 0xFC5E).copied()),
        // Fathatan to sukun, each alone and on a stroke; kasratan has no second form, and its place stays free.
        '\u{FE70}'..='\u{FE7F}' => (char::from_u32(0x64B + (c as u32 - 0xFE70) / 2), None),
        _ => (Some(c), None),
    };
    first.into_iter().chain(second)
}

/// What a person reads, from what stands on the line from left to right.
fn reading_order(pieces: &[String], page: &Count) -> String {
    let line = Count::of(pieces);
    // A line of numbers alone goes the way of its page.
    let deciding = if line.right + line.latin == 0 { page } else { &line };
    match (deciding.is_arabic(), line.right) {
        (true, _) => from_the_right(pieces),
        (false, 0) => pieces.concat(),
        (false, _) => from_the_left(pieces),
    }
}

/// A Latin line: only its Arabic runs are turned.
fn from_the_left(pieces: &[String]) -> String {
    let mut out = String::new();
    let mut at = 0;
    while at < pieces.len() {
        if !is_right_to_left(&pieces[at]) {
            out.push_str(&pieces[at]);
            at += 1;
            continue;
        }
        // The run goes on over spaces and signs for as long as Arabic follows before Latin.
        let ahead = pieces[at..].iter().take_while(|piece| !is_latin(piece));
        let length =
            ahead.enumerate().filter(|(_, piece)| is_right_to_left(piece)).map(|(i, _)| i + 1).last();
        let end = at + length.unwrap_or(1);
        out.push_str(&from_the_right(&pieces[at..end]));
        at = end;
    }
    out
}

/// An Arabic line: from the right, with numbers and Latin words turned back.
fn from_the_right(pieces: &[String]) -> String {
    let turned: Vec<&str> = pieces.iter().rev().map(String::as_str).collect();
    let mut out = String::new();
    let mut at = 0;
    while at < turned.len() {
        let end = match is_left_to_right(turned[at]) {
            true => end_of_run(&turned, at),
            false => at + 1,
        };
        turned[at..end].iter().rev().for_each(|piece| out.push_str(piece));
        at = end;
    }
    mirror_if_inverted(out)
}

/// Where a run of Latin words and numbers that begins at `start` ends.
fn end_of_run(turned: &[&str], start: usize) -> usize {
    let mut end = start + 1;
    while end < turned.len() {
        let signs = turned[end..].iter().take_while(|p| !is_left_to_right(p) && !is_right_to_left(p)).count();
        let Some(next) = turned.get(end + signs).filter(|piece| is_left_to_right(piece)) else { break };
        // Two numbers side by side are two numbers, unless one sign makes them a date or a fraction.
        let numbers = is_number(turned[end - 1]) && is_number(next);
        let joined = match signs {
            0 => true,
            1 if numbers => is_number_sign(turned[end]),
            _ => !numbers,
        };
        if !joined {
            break;
        }
        end += signs + 1;
    }
    end
}

/// Some programs write the bracket that is seen, others the one that is meant. A bracket that opens has its word
/// after it and one that closes before it; a line where most have it otherwise has them the other way round.
fn mirror_if_inverted(line: String) -> String {
    const PAIRS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('{', '}'), ('«', '»')];
    let letters: Vec<char> = line.chars().collect();
    let is_word = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphanumeric());
    let (mut sound, mut inverted) = (0, 0);
    for (c, at) in letters.iter().zip(0usize..) {
        let opens = PAIRS.iter().any(|(left, _)| left == c);
        let closes = PAIRS.iter().any(|(_, right)| right == c);
        match (is_word(at.checked_sub(1)), is_word(Some(at + 1))) {
            (true, false) => (sound, inverted) = (sound + i32::from(closes), inverted + i32::from(opens)),
            (false, true) => (sound, inverted) = (sound + i32::from(opens), inverted + i32::from(closes)),
            // Between two words or two spaces it tells nothing.
            _ => {}
        }
    }
    if inverted <= sound {
        return line;
    }
    let mirror = |c: char| {
        PAIRS.iter().find_map(|(l, r)| (c == *l).then_some(*r).or((c == *r).then_some(*l))).unwrap_or(c)
    };
    letters.into_iter().map(mirror).collect()
}

/// Letters that run from the right: Hebrew, Arabic with its presentation forms, Syriac.
fn is_right_letter(c: char) -> bool {
    let in_blocks = matches!(c,
        '\u{590}'..='\u{65F}' | '\u{66E}'..='\u{6EF}' | '\u{6FA}'..='\u{74F}' | '\u{750}'..='\u{77F}'
        | '\u{8A0}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    // Punctuation and the stroke that stretches words stand beside both.
    in_blocks && !matches!(c, '\u{60C}' | '\u{61B}' | '\u{640}' | '\u{600}'..='\u{60F}')
}

fn is_right_to_left(piece: &str) -> bool {
    piece.chars().any(is_right_letter)
}

fn is_latin(piece: &str) -> bool {
    piece.chars().any(|c| c.is_alphabetic() && !is_right_letter(c) && c != '\u{640}')
}

/// Latin letters, and digits of every script: Arabic numbers too are written from the left.
fn is_left_to_right(piece: &str) -> bool {
    piece.chars().any(|c| c.is_numeric()) || is_latin(piece)
}

fn is_number(piece: &str) -> bool {
    piece.chars().all(char::is_numeric)
}

fn is_number_sign(piece: &str) -> bool {
    matches!(piece, "." | "," | "/" | ":" | "-" | "٫" | "٬" | "،")
}

/// Vowel signs, alone or carried by a space.
pub(super) fn is_mark(piece: &str) -> bool {
    let is_sign = |c| matches!(c, '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{FE70}'..='\u{FE7F}' | '\u{FC5E}'..='\u{FC63}');
    piece.chars().any(is_sign) && piece.chars().all(|c| c == ' ' || is_sign(c))
}

#[cfg(test)]
mod tests;
