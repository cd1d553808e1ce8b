//! Trigrams inside words: they survive an unknown ending and a misread letter.

/// Each run of three characters of a folded word, with `_` before and after it.
pub fn trigrams(word: &str) -> impl Iterator<Item = [char; 3]> + '_ {
    let edge = std::iter::once('_');
    edge.clone()
        .chain(word.chars())
        .chain(edge)
        .scan(['\0'; 3], |window, c| {
            *window = [window[1], window[2], c];
            Some(*window)
        })
        .skip(2)
}
