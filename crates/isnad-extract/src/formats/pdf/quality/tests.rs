use super::{PAIRS, Seen, doubts};

/// Sentences of ours, and a list of invented names.
const PROSE: &str = "ذهبنا إلى باريس في أيلول لأن الصور عند قاض هناك، ولأن العائلات لم تكن قد جلست بعد أمام من يقرر. \
    رافقنا ثلاثة من المحامين، وكتبنا في المساء ما قيل لنا في النهار، ثم قرأنا ما كتبنا بصوت عال كي لا ينسى أحد شيئا \
    من الأسماء والأرقام والأماكن. لم نسأل أحدا عن الأسلحة ولا عن الأسباب، وسألنا عن الأولاد والأمهات فقط.";
const NAMES: &str = "أحمد الزيتوني سلمى القمري نزار النرجسي ليلى الياسمين مروان الغيمي هدى السحاب كريم الندى رنا الورد \
    سامر البيلسان عمر الصفصاف لينا الزنبق فادي الحور جمانة الريحان ياسر السنديان ندى الخزامى باسل الدفلى سهى الأقحوان \
    طارق الشيح مها العرعر وائل البطم";

fn check(text: &str, expect: &[&str]) {
    let seen = Seen { glyphs: 1000, ..Seen::default() };
    assert_eq!(doubts(text, seen), expect, "{text}");
}

fn reversed(text: &str) -> String {
    text.split(' ').map(|word| word.chars().rev().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[test]
fn pages_read_well_are_not_doubted() {
    check("", &[]);
    check(PROSE, &[]);
    check(NAMES, &[]);
    check("Nothing in Arabic at all, and so nothing to be said about its letters.", &[]);
    // Too little to tell.
    check(&reversed("وصل الوفد إلى باريس"), &[]);
}

#[test]
fn a_page_whose_letters_run_backwards_is_doubted() {
    check(&reversed(PROSE), &["letters-reversed"]);
    check(&reversed(NAMES), &["letters-reversed"]);
}

#[test]
fn swapped_ligatures_are_doubted() {
    let swapped = PROSE.replace("الأ", "األ").replace("الإ", "اإل");
    check(&swapped, &["lam-alef-swapped"]);
}

#[test]
fn letters_taken_for_others_are_doubted() {
    let alphabet: Vec<char> = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي".chars().collect();
    let shifted = |c: char| match alphabet.iter().position(|known| *known == c) {
        Some(at) => alphabet[(at + 5) % alphabet.len()],
        None => c,
    };
    let found = doubts(&PROSE.chars().map(shifted).collect::<String>(), Seen::default());
    assert!(found.contains(&"words-unlikely"), "{found:?}");
}

#[test]
fn what_was_noted_while_painting_is_said() {
    let clean = Seen { glyphs: 100, ..Seen::default() };
    let said = |seen: Seen, expect: &[&str]| assert_eq!(doubts(PROSE, seen), expect, "{seen:?}");
    said(Seen { unmapped: 5, ..clean }, &[]);
    said(Seen { unmapped: 6, ..clean }, &["letters-unmapped"]);
    said(Seen { invisible: 90, covered: 0.1, ..clean }, &[]);
    said(Seen { invisible: 90, covered: 0.9, ..clean }, &["text-behind-picture"]);
    said(Seen { digits_differ: 1, ..clean }, &["digits-differ"]);
    said(Seen { outside: 1, ..clean }, &["text-outside-page"]);
    // A page without anything, such as a scan, is no matter of this.
    assert_eq!(doubts("", Seen { covered: 1.0, ..Seen::default() }), [""; 0]);
}

#[test]
fn the_table_is_square() {
    assert_eq!(PAIRS.len(), 30);
    assert!(PAIRS.iter().all(|row| row.len() == 30 && row.iter().all(|bits| (b'a'..=b'p').contains(bits))));
}

#[test]
fn a_sign_that_may_be_a_lost_digit_is_said() {
    check("صدر في 201\u{FFFD} عن المكتب", &["number-lost"]);
    check("العدد \u{FFFD}\u{FFFD} شخصاً", &["number-lost"]);
    check("\u{FFFD}/9/2018", &["number-lost"]);
    // A lost letter in a word, and an ornament.
    check("محم\u{FFFD}د", &[]);
    check("\u{FFFD} البند الأول", &[]);
}
