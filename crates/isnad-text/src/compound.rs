//! Names of two words that are written as one as often as not: عبد الله and عبدالله.

/// First halves: servant of, father of (in its three cases), with or without "and" before it.
const FIRST: [&str; 8] = ["عبد", "ابو", "ابي", "ابا", "وعبد", "وابو", "وابي", "وابا"];
/// Second halves: "of the faith", "of God", as in نور الدين and نصر الله.
const SECOND: [&str; 2] = ["الدين", "الله"];

/// The joined form of two folded words that follow one another, if they are such a name.
pub fn compound(first: &str, second: &str) -> Option<String> {
    let letters = |word: &str| word.chars().count();
    let by_first = FIRST.contains(&first) && letters(second) >= 3 && is_arabic(second);
    let by_second = SECOND.contains(&second) && letters(first) >= 3 && is_arabic(first);
    (by_first || by_second).then(|| [first, second].concat())
}

/// Whether what stands between two words in the raw text lets them be one name: nothing but blanks.
pub fn only_blanks(between: &str) -> bool {
    between.chars().all(|c| (c.is_whitespace() && c != '\n') || crate::fold::is_invisible(c) || c == 'ـ')
}

fn is_arabic(word: &str) -> bool {
    word.chars().all(|c| ('\u{620}'..='\u{6FF}').contains(&c))
}
