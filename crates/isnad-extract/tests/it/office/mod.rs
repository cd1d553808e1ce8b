//! Documents, tables and markup: what is read out of each, sound and hostile, and what another program makes of
//! the same words.

pub(crate) mod compound;
mod documents;
mod hostile;
mod markup;
mod roundtrip;
mod rtf;
pub(crate) mod sheets;
mod tables;

use crate::{make::zip, reader};
use isnad_extract::{Answer, memfd};

/// Reads both ways, which must agree, and gives the answer.
fn read(bytes: &[u8]) -> Answer {
    let mut reader = reader();
    let answer = reader.read(bytes);
    let file = memfd(&mut &bytes[..]).expect("memory");
    assert_eq!(reader.read_file(file), answer, "a file of its own is read alike");
    answer
}

/// The text of every page.
fn pages(answer: &Answer) -> Vec<&str> {
    answer.reading.pages.iter().map(|page| page.text.as_str()).collect()
}

fn values<'a>(answer: &'a Answer, name: &str) -> Vec<&'a str> {
    answer.reading.metadata.iter().filter(|m| m.name == name).map(|m| m.value.as_str()).collect()
}

fn codes(answer: &Answer) -> Vec<&str> {
    answer.reading.problems.iter().map(|p| p.code).collect()
}

/// Asserts values of metadata, each by its name.
fn says(answer: &Answer, expect: &[(&str, &str)]) {
    for (name, value) in expect {
        assert_eq!(values(answer, name), [*value], "{name} among {:#?}", answer.reading.metadata);
    }
}
