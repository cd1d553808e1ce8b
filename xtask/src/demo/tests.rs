use std::collections::{HashMap, HashSet};

use super::chance::Chance;
use super::digits::Script;
use super::people::spelled;
use super::*;

fn made() -> Vec<Made> {
    make(&Demo::find()).expect("the demo sources can be made")
}

fn bytes<'a>(made: &'a [Made], path: &str) -> &'a [u8] {
    &made.iter().find(|file| file.path == path).expect("the file is made").bytes
}

#[test]
fn the_repository_holds_exactly_what_is_made() {
    check(&Demo::find(), &made()).expect("no difference");
}

#[test]
fn paths_are_unique_and_the_whole_is_small() {
    let made = made();
    let paths: HashSet<&str> = made.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths.len(), made.len());
    let total_bytes: usize = made.iter().map(|file| file.bytes.len()).sum();
    assert!(total_bytes < 1_000_000, "{total_bytes} bytes");
}

#[test]
fn one_pair_of_drawings_is_the_same_bytes_and_each_is_small() {
    let made = made();
    let mut same: HashMap<&[u8], Vec<&str>> = HashMap::new();
    for file in made.iter().filter(|file| file.path.ends_with(".jpg")) {
        assert!(file.bytes.len() < 25_000, "{} has {} bytes", file.path, file.bytes.len());
        same.entry(&file.bytes).or_default().push(&file.path);
    }
    assert_eq!(same.values().map(Vec::len).sum::<usize>(), 12);
    assert_eq!(same.values().filter(|paths| paths.len() == 2).count(), 1);
}

#[test]
fn registers_hold_two_thousand_entries_each_marked_as_invented() {
    let made = made();
    let dead = std::str::from_utf8(bytes(&made, "07-registers/قائمة-الوفيات.csv")).expect("UTF-8");
    let (families, _, lossy) =
        encoding_rs::WINDOWS_1256.decode(bytes(&made, "07-registers/families-list.csv"));
    assert!(!lossy);
    for (text, entries) in [(dead, 1_200), (&*families, 800)] {
        assert_eq!(text.lines().count(), entries + 1);
        assert!(text.lines().skip(1).all(|line| line.ends_with("شخص مختلق")));
    }
    for spelling in ["أحمد", "احمد", "أحمـد"] {
        assert!(dead.contains(spelling) && families.contains(spelling), "{spelling}");
    }
}

#[test]
fn a_card_number_is_written_in_its_own_digits() {
    let check = |script: Script, number, expect| assert_eq!(script.text(number), expect);
    check(Script::Western, 2147, "2147");
    check(Script::ArabicIndic, 2147, "٢١٤٧");
    check(Script::ArabicIndic, 90, "٩٠");
}

#[test]
fn a_hurried_hand_changes_the_spelling_and_never_the_name() {
    let folded = |name: &str| -> String {
        let letters = name.chars().filter(|letter| !matches!(letter, ' ' | 'ـ'));
        letters
            .map(|letter| match letter {
                'أ' | 'إ' | 'آ' => 'ا',
                'ة' => 'ه',
                'ى' => 'ي',
                other => other,
            })
            .collect()
    };
    let mut chance = Chance::new(1);
    for name in ["أحمد", "إبراهيم", "آمنة", "مصطفى", "عبد الرحمن", "فاطمة"]
    {
        let spellings: HashSet<String> = (0..200).map(|_| spelled(name, &mut chance)).collect();
        assert!(spellings.len() > 1, "{name} is always spelled the same");
        assert!(spellings.iter().all(|spelling| folded(spelling) == folded(name)), "{spellings:?}");
    }
}
