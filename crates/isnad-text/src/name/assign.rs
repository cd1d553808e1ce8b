//! Which part of the name each word is, by its place.

use super::{
    Part,
    lex::{Meaning, meaning_of},
    units::{Kind, Unit},
};

type Parts = Vec<(Part, String)>;

/// Proposes a part for each unit: given name, father, grandfather, family.
pub(super) fn assign(mut units: Vec<Unit>, parts: &mut Parts) {
    if let Some(parted) = by_capitals(&units) {
        let (family, given) = parted;
        behind_comma(given, parts);
        parts.push((Part::Family, family));
        return;
    }
    // A kunya in front, or behind a family name, is one; elsewhere it is a name: محمد أبو زيد.
    if units.first().is_some_and(|unit| unit.kind == Kind::Kunya) {
        let kunya = units.remove(0);
        parts.push((Part::Kunya, kunya.text));
        return behind_kunya(units, parts);
    }
    let mut last = Vec::new();
    while let [.., before, end] = units.as_slice()
        && end.kind == Kind::Kunya
        && (is_mother_of(end) || (units.len() > 2 && has_article(before)))
    {
        last.extend(units.pop().map(|kunya| (Part::Kunya, kunya.text)));
    }
    positions(units, parts);
    parts.extend(last);
}

/// أم خالد, which is no family's name.
fn is_mother_of(kunya: &Unit) -> bool {
    matches!(kunya.key.as_str(), "ام" | "umm" | "um" | "oum" | "om")
}

/// Behind أبو محمد: الجولاني is a laqab, a name is the given one.
fn behind_kunya(units: Vec<Unit>, parts: &mut Parts) {
    if units.iter().all(has_article) {
        parts.extend(units.into_iter().map(|unit| (Part::Laqab, unit.text)));
    } else {
        positions(units, parts);
    }
}

/// Given name, father and grandfather behind "family, ".
pub(super) fn behind_comma(units: Vec<Unit>, parts: &mut Parts) {
    let is_western = is_western(&units);
    let mut line = [Part::Given, Part::Father, Part::Grandfather].into_iter();
    let is_behind_family = !parts.is_empty();
    for unit in units {
        let part = match unit.kind {
            Kind::Kunya if is_behind_family && line.len() == 3 => Part::Kunya,
            Kind::Nasab => Part::Nasab,
            Kind::Mother => Part::Mother,
            _ => line.next().unwrap_or(Part::Nasab),
        };
        match parts.last_mut() {
            Some((Part::Given, given)) if is_western => {
                given.push(' ');
                given.push_str(&unit.text);
            }
            _ => parts.push((part, unit.text)),
        }
    }
}

fn positions(mut units: Vec<Unit>, parts: &mut Parts) {
    // Tunisian and Moroccan families are called Ben …: it is the family where nothing stands behind it.
    let n_nasab = units.iter().filter(|unit| unit.kind == Kind::Nasab).count();
    if n_nasab == 1
        && let Some(end) = units.last_mut().filter(|end| end.kind == Kind::Nasab && end.key == "ben")
    {
        end.kind = Kind::Plain;
    }
    let first_nasab = units.iter().position(|unit| unit.kind == Kind::Nasab);
    let Some(first_nasab) = first_nasab else { return by_place(units, parts) };
    let mut rest = units.split_off(first_nasab);
    let last_nasab =
        rest.iter().rposition(|unit| unit.kind != Kind::Plain && unit.kind != Kind::Kunya).unwrap_or(0);
    let behind = rest.split_off(last_nasab + 1);
    let has_family = !behind.is_empty();
    if has_family {
        behind_comma(units, parts);
    } else {
        by_place(units, parts);
    }
    for unit in rest {
        let part = if unit.kind == Kind::Mother { Part::Mother } else { Part::Nasab };
        parts.push((part, unit.text));
    }
    for (n, unit) in behind.into_iter().enumerate() {
        let part = match unit.kind {
            Kind::Kunya if n > 0 => Part::Kunya,
            _ if n > 0 => Part::Laqab,
            _ => Part::Family,
        };
        parts.push((part, unit.text));
    }
}

/// Names without بن: the last is the family, and those between are forebears.
fn by_place(mut units: Vec<Unit>, parts: &mut Parts) {
    let mut laqab = None;
    if let [_, .., before, end] = units.as_slice()
        && has_article(before)
        && !before.is_compound
        && is_nisba(end)
    {
        laqab = units.pop();
    }
    let is_western = is_western(&units);
    match units.as_slice() {
        [only] if has_article(only) && !only.is_compound => parts.push((Part::Family, only.text.clone())),
        [only] => parts.push((Part::Given, only.text.clone())),
        [given @ .., family] if is_western => {
            let given: Vec<&str> = given.iter().map(|unit| unit.text.as_str()).collect();
            parts.push((Part::Given, given.join(" ")));
            parts.push((Part::Family, family.text.clone()));
        }
        [line @ .., family] => {
            behind_comma(line.to_vec(), parts);
            parts.push((Part::Family, family.text.clone()));
        }
        [] => {}
    }
    parts.extend(laqab.map(|unit| (Part::Laqab, unit.text)));
}

/// The family in capitals, as lists of states have it: "AL-HASAN Ahmad". Not where all is in capitals, or nothing.
fn by_capitals(units: &[Unit]) -> Option<(String, Vec<Unit>)> {
    let is_capital = |unit: &&Unit| {
        let is_long = unit.text.chars().filter(|c| c.is_alphabetic()).nth(1).is_some();
        is_long && unit.text.chars().any(char::is_uppercase) && !unit.text.chars().any(char::is_lowercase)
    };
    let family: Vec<&str> = units.iter().filter(is_capital).map(|unit| unit.text.as_str()).collect();
    let given: Vec<Unit> = units.iter().filter(|unit| !is_capital(unit)).cloned().collect();
    // One run of capitals, at an end.
    let first = units.iter().position(|unit| is_capital(&unit))?;
    let is_run = units[first..].iter().take(family.len()).all(|unit| is_capital(&unit));
    let is_at_end = first == 0 || first + family.len() == units.len();
    (is_run && is_at_end && !given.is_empty()).then(|| (family.join(" "), given))
}

/// Names in Latin letters without a sign of Arabic: their middle names are given names.
fn is_western(units: &[Unit]) -> bool {
    let is_latin = units.iter().all(|unit| !unit.text.contains(|c| matches!(c, '\u{600}'..='\u{6FF}')));
    let is_arabic = |unit: &Unit| {
        unit.kind != Kind::Plain || has_article(unit) || unit.text.split([' ', '-']).any(is_arabic_word)
    };
    is_latin && !units.iter().any(is_arabic)
}

fn is_arabic_word(word: &str) -> bool {
    let is_initial = word == "B.";
    !is_initial
        && matches!(
            meaning_of(word),
            Some(Meaning::Given | Meaning::Before | Meaning::Kunya | Meaning::Nasab | Meaning::Behind)
        )
}

/// Whether it begins with the Arabic article, written with it or before it.
fn has_article(unit: &Unit) -> bool {
    const LATIN: [&str; 9] = ["al ", "el ", "ar ", "as ", "ad ", "az ", "ash ", "an ", "at "];
    let folded = crate::fold::fold(&unit.text).replace(['-', '\'', '’'], " ");
    unit.kind == Kind::Plain
        && (folded.starts_with("ال") || LATIN.iter().any(|article| folded.starts_with(article)))
}

/// A word of relation with the article: الحمصي, al-Homsi. Four letters before its ending, since العلي is a name.
fn is_nisba(unit: &Unit) -> bool {
    let text: String = unit.text.chars().filter(|c| !crate::fold::is_mark(*c)).collect();
    let stem = text.strip_suffix("ية").or(text.strip_suffix('ي')).or(text.strip_suffix(['i', 'y']));
    let letters = stem.map_or(0, |stem| stem.chars().filter(|c| c.is_alphabetic()).count());
    has_article(unit) && letters >= 2 + 3
}
