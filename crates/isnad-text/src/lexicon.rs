//! Lists of words that a linguist keeps: a meaning, a tab, phrases with a bar between them; `#` begins a remark.

/// The phrases of a list, each with its meaning.
pub(crate) fn phrases(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    let rows = lines.filter_map(|line| line.split_once('\t'));
    rows.flat_map(|(meaning, phrases)| phrases.split('|').map(move |phrase| (meaning, phrase)))
}

/// Every line of a list that the program would not understand, and every phrase with two meanings.
#[cfg(test)]
pub(crate) fn faults(
    list: &'static str,
    is_known: impl Fn(&str) -> bool,
    key_of: impl Fn(&str) -> String,
) -> Vec<String> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    let is_odd = |line: &&str| !line.split_once('\t').is_some_and(|(meaning, _)| is_known(meaning));
    let mut faults: Vec<String> = lines.filter(is_odd).map(str::to_owned).collect();
    let mut seen = std::collections::HashMap::new();
    for (meaning, phrase) in phrases(list) {
        let before = seen.insert(key_of(phrase), meaning).filter(|before| *before != meaning);
        faults.extend(before.map(|before| format!("{phrase}: {before} and {meaning}")));
    }
    faults
}
