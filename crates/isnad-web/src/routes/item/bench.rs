//! The bench: one word of a page, its picture, everything that was said of it, and a field for what stands there.

use isnad_model::view::{ItemHead, PageReading, PageView, Said, WordView};

use super::{
    asked::Asked,
    strip::{Strip, strip},
};
use crate::{fault::Fault, leaf::as_read, visitor::Member};

/// A word on the bench.
#[derive(Debug, Clone)]
pub(crate) struct Bench {
    pub word: WordView,
    pub reading: PageReading,
    pub strip: Strip,
    /// What was said of it, oldest first.
    pub said: Vec<Said>,
    /// What it once said and says no more: each can be said again.
    pub earlier: Vec<String>,
    /// Whether it was kept just now.
    pub kept: bool,
    /// Where the form comes back to.
    pub to: String,
    /// The page without it.
    pub close: String,
}

impl Bench {
    /// What was read at first.
    pub fn read(&self) -> &str {
        as_read(&self.word)
    }

    /// How sure the machine was, as a count.
    pub fn sure(&self) -> Option<u64> {
        self.word.confidence.map(u64::from)
    }
}

/// The word that was asked for, if the reading that is shown has it.
pub(super) async fn bench(
    member: &Member,
    head: &ItemHead,
    page: &PageView,
    shown: usize,
    start: u32,
    asked: &Asked,
) -> Result<Option<Bench>, Fault> {
    let Some(reading) = page.readings.get(shown) else { return Ok(None) };
    let Some(word) = reading.words.iter().find(|word| word.read.0 == start) else { return Ok(None) };
    let (item, entry, number, place) = (head.line.id, reading.entry, page.number, word.read);
    let sealed = member.ask(move |archive, _| archive.said_of_word(item, entry, number, place)).await?;
    let said = member.open(sealed)?;
    let strip = strip(&member.visitor, head, page, entry, word, asked);
    Ok(Some(made(head, reading, word, said, strip, asked)))
}

fn made(
    head: &ItemHead,
    reading: &PageReading,
    word: &WordView,
    said: Vec<Said>,
    strip: Strip,
    asked: &Asked,
) -> Bench {
    let mut earlier: Vec<String> = Vec::new();
    let texts = std::iter::once(as_read(word)).chain(said.iter().filter_map(|said| said.text.as_deref()));
    for text in texts.filter(|text| *text != word.text) {
        if !earlier.iter().any(|known| known == text) {
            earlier.push(text.to_owned());
        }
    }
    let back = Asked { word: word.read.0.to_string(), kept: "1".to_owned(), ..asked.clone() };
    Bench {
        to: format!("/item/{}/read{}#word", head.line.id, back.query()),
        close: format!("{}#t{}", asked.but(|_| ()), word.read.0),
        word: word.clone(),
        reading: PageReading { words: Vec::new(), text: String::new(), ..reading.clone() },
        strip,
        said,
        earlier,
        kept: asked.kept == "1",
    }
}

#[cfg(test)]
pub(crate) fn sample(
    head: &ItemHead,
    reading: &PageReading,
    word: &WordView,
    said: Vec<Said>,
    strip: Strip,
    asked: &Asked,
) -> Bench {
    made(head, reading, word, said, strip, asked)
}
