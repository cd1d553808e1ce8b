//! UTF-32, which encoding_rs does not have, since no page of the web may be in it.

use super::Source;
use crate::wire::{PIECE_MAX, Sink};

/// In which order the bytes of a letter come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Little,
    Big,
}

impl Order {
    fn unit(self, four: [u8; 4]) -> u32 {
        match self {
            Self::Little => u32::from_le_bytes(four),
            Self::Big => u32::from_be_bytes(four),
        }
    }

    /// The settings of a reading; the mark at the front makes it certain.
    fn settings(self, has_mark: bool) -> String {
        let confidence = if has_mark { "certain" } else { "likely" };
        format!("encoding={} confidence={confidence}", self.name())
    }

    fn name(self) -> &'static str {
        match self {
            Self::Little => "utf-32le",
            Self::Big => "utf-32be",
        }
    }
}

/// The order of a text in UTF-32, and whether it has a mark. Every unit must be a letter of Unicode, and nearly all
/// of the scripts that we meet: a list of small numbers is letters too, but of no script.
pub(crate) fn order(head: &[u8]) -> Option<(Order, bool)> {
    if head.len() < 8 {
        return None;
    }
    [Order::Little, Order::Big].into_iter().find_map(|order| {
        let mut units = head.as_chunks::<4>().0.iter().map(|four| order.unit(*four));
        let has_mark = head.as_chunks::<4>().0.first().is_some_and(|four| order.unit(*four) == 0xFEFF);
        let usual = units.clone().filter(|unit| is_usual(*unit)).count();
        let is_text = units.all(|unit| unit > 8 && char::from_u32(unit).is_some());
        (is_text && usual * 20 >= head.len() / 4 * 19).then_some((order, has_mark))
    })
}

fn is_usual(unit: u32) -> bool {
    matches!(unit, 9 | 10 | 13 | 0x20..=0x7E | 0xA0..=0x24F | 0x600..=0x6FF | 0x2000..=0x203A | 0xFEFF)
}

/// Reads the whole text as one page; gives how many places were no letters, and the name of the encoding.
pub(super) fn read(
    source: &mut dyn Source,
    (order, has_mark): (Order, bool),
    sink: &mut Sink<'_>,
) -> (u64, &'static str) {
    sink.tool("text", &order.settings(has_mark));
    sink.page("");
    let (mut text, mut lost) = (String::new(), 0);
    let mut four = [0; 4];
    let mut is_first = true;
    while source.read_exact(&mut four).is_ok() {
        let unit = order.unit(four);
        let is_mark = std::mem::take(&mut is_first) && unit == 0xFEFF;
        let letter = char::from_u32(unit);
        lost += u64::from(letter.is_none());
        text.extend((!is_mark).then(|| letter.unwrap_or(char::REPLACEMENT_CHARACTER)));
        if text.len() >= PIECE_MAX {
            sink.text(&text);
            text.clear();
        }
    }
    sink.text(&text);
    (lost, order.name())
}
