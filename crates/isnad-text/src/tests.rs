use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{compound::compound, digits, light, show, tokens, trigram::trigrams, *};

fn check_fold(inputs: &[&str], expect: &str) {
    for input in inputs {
        assert_eq!(fold(input), expect, "fold({input:?})");
    }
}

#[test]
fn folds_the_ways_of_writing_one_word_into_one() {
    check_fold(
        &[
            "أحمد",
            "أَحْمَد",
            "أحـمد",
            "احمد",
            "ٱحمد",
            "أح\u{200F}مد",
            "\u{FE83}\u{FEA3}\u{FEE4}\u{FEAA}",
            "ا\u{654}حمد",
        ],
        "احمد",
    );
    check_fold(&["سوريا", "ﺳﻮرﻳﺎ", "سوریا", "سُورِيَا"], "سوريا");
    check_fold(&["هدى", "هدي", "هدی"], "هدي");
    check_fold(&["فاطمة", "فاطمه", "فاطمۀ", "ﻓﺎﻃﻤﺔ"], "فاطمه");
    check_fold(&["مسؤول", "مسوول"], "مسوول");
    check_fold(&["هيئة", "هييه"], "هييه");
    check_fold(&["کرکوك", "كركوك"], "كركوك");
    check_fold(&["٢٠١٨", "۲۰۱۸", "2018"], "2018");
    check_fold(&["الله", "ﷲ"], "الله");
    check_fold(&["ﻷن", "لأن", "لان"], "لان");
    check_fold(&["رحمٰن", "رحمن"], "رحمن");
    check_fold(&["\u{FE76}مرسى", "مرسي"], "مرسي");
    check_fold(&["ÉTÉ", "été", "e\u{301}te\u{301}"], "ete");
    check_fold(&["Straße", "STRASSE", "STRAẞE"], "strasse");
    check_fold(&["Œuvre", "oeuvre"], "oeuvre");
    check_fold(&["ﬁnal", "FINAL"], "final");
    check_fold(&["İstanbul", "istanbul", "ıstanbul"], "istanbul");
    check_fold(&["ʿAbd", "Abd"], "abd");
    check_fold(&["½ ²"], "½ ²");
}

fn check_words(input: &str, expect: &[(&str, &str)]) {
    let found: Vec<(String, &str)> =
        tokens(input).into_iter().map(|t| (t.text.clone(), &input[t.start..t.end])).collect();
    let expect: Vec<(String, &str)> = expect.iter().map(|(text, raw)| (text.to_string(), *raw)).collect();
    assert_eq!(found, expect, "tokens({input:?})");
}

#[test]
fn splits_words_and_keeps_their_places() {
    check_words("قال: «أَحمدُ»، ثم.", &[("قال", "قال"), ("احمد", "أَحمدُ"), ("ثم", "ثم")]);
    check_words("م\u{200F}حمد", &[("محمد", "م\u{200F}حمد")]);
    check_words("\u{200F}محـــمد\u{200F}!", &[("محمد", "محـــمد")]);
    check_words("12/5/2018", &[("12", "12"), ("5", "5"), ("2018", "2018")]);
    check_words("١٬٠٠٠", &[("1", "١"), ("000", "٠٠٠")]);
    check_words("عام 2018م", &[("عام", "عام"), ("2018", "2018"), ("م", "م")]);
    check_words("الـNATO", &[("ال", "الـ"), ("nato", "NATO")]);
    check_words("IMG_2034.jpg B52", &[("img", "IMG"), ("2034", "2034"), ("jpg", "jpg"), ("b52", "B52")]);
    check_words("al-Assad's", &[("al", "al"), ("assad", "Assad"), ("s", "s")]);
    check_words(
        "l’armée aujourd'hui jusqu’à",
        &[("l", "l"), ("armee", "armée"), ("aujourdhui", "aujourd'hui"), ("jusqu", "jusqu"), ("a", "à")],
    );
    check_words("Qur'an don't 'quoted'", &[("quran", "Qur'an"), ("dont", "don't"), ("quoted", "quoted")]);
    check_words("ﷺ", &[("صلي", "ﷺ"), ("الله", "ﷺ"), ("عليه", "ﷺ"), ("وسلم", "ﷺ")]);
    check_words("  \u{200E}\u{64B} — ", &[]);
    check_words("", &[]);
}

#[test]
fn finds_the_raw_range_of_folded_bytes() {
    let folded = folded("أَحمد Straße");
    let at = folded.text.find("strasse").unwrap();
    assert_eq!(&"أَحمد Straße"[folded.raw_range(at..at + 7)], "Straße");
    assert_eq!(&"أَحمد Straße"[folded.raw_range(0..2)], "أ");
    assert_eq!(folded.raw_range(5..5), 18..18);
    assert_eq!(folded.raw_range(0..900), 18..18);
}

#[test]
fn stems_inflections_together() {
    for family in [
        &["معتقل", "المعتقل", "المعتقلين", "والمعتقلات", "معتقلون", "بالمعتقلين", "للمعتقلين", "معتقلها"][..],
        &["عائلة", "العائلة", "عائلات", "عائلته", "عائلتها", "وعائلاتهم"],
        &["وزارة", "الوزارة", "وزارات", "والوزارة", "وزارته"],
        &["سوريا", "سورية", "السورية", "سوري", "السوريين", "سوريون", "وسوريا"],
        &["قانون", "القانون", "القانونية", "قانوني", "وقانونها"],
        &["زوجة", "زوجته", "الزوجة", "زوجات"],
        &["لبنان", "اللبناني", "لبنانية", "ولبنان"],
        &["إنسان", "الإنسان", "إنسانية"],
        &["وثيقة", "الوثيقة", "وثيقته"],
    ] {
        let stems: BTreeSet<String> = family.iter().map(|w| light(&fold(w)).to_string()).collect();
        assert_eq!(stems.len(), 1, "{family:?} have {stems:?}");
    }
}

#[test]
fn leaves_names_and_short_words_alone() {
    for word in [
        "وزير",
        "وليد",
        "والي",
        "سليمان",
        "عدنان",
        "ياسين",
        "حسين",
        "رمضان",
        "عبدالله",
        "الله",
        "لبنان",
        "فلسطين",
        "بيت",
        "محاكم",
        "متهم",
        "وفا",
        "ahmad's",
        "2018",
    ] {
        assert_eq!(light(word), word);
    }
}

#[test]
fn broken_plurals_share_consonants() {
    for (one, many) in [("شاهد", "شهود"), ("قانون", "القوانين"), ("محكمة", "المحاكم"), ("بيت", "بيت")]
    {
        let of = |word: &str| light::consonants(light(&fold(word)));
        assert_eq!(of(one), of(many), "{one} {many}");
    }
    assert_eq!(light::consonants("وادي"), "وادي");
}

#[test]
fn function_words_are_folded_and_known() {
    for word in ["على", "إلى", "متى", "The", "à"] {
        assert!(words::is_function_word(&fold(word)), "{word}");
    }
    assert!(!words::is_function_word("شاهد"));
}

#[test]
fn joins_names_of_two_words() {
    let check = |a: &str, b: &str, expect: Option<&str>| {
        assert_eq!(compound(&fold(a), &fold(b)), expect.map(fold), "{a} {b}");
    };
    check("عبد", "الله", Some("عبدالله"));
    check("وعبد", "الرحمن", Some("وعبدالرحمن"));
    check("أبو", "بكر", Some("ابوبكر"));
    check("نور", "الدين", Some("نورالدين"));
    check("نصر", "الله", Some("نصرالله"));
    check("في", "الله", None);
    check("عبد", "of", None);
    check("محمد", "علي", None);
}

#[test]
fn cuts_trigrams_with_edges() {
    let check = |word: &str, expect: &[&str]| {
        let found: Vec<String> = trigrams(word).map(|window| window.iter().collect()).collect();
        assert_eq!(found, expect, "{word}");
    };
    check("احمد", &["_اح", "احم", "حمد", "مد_"]);
    check("و", &["_و_"]);
    check("ab", &["_ab", "ab_"]);
}

#[test]
fn shows_controls() {
    assert_eq!(show::show("exe\u{202E}gpj.exe\n"), "exe[U+202E]gpj.exe[U+000A]");
    assert_eq!(show::show("تقرير ١.pdf"), "تقرير ١.pdf");
    assert!(show::has_controls("a\u{200F}"));
    assert!(!show::has_controls("صورة 1"));
}

#[test]
fn tames_what_could_steer_a_terminal() {
    let check = |text: &str, expect: &str| assert_eq!(show::tame(text), expect);
    check("a\u{1b}[31m\u{202E}b\u{2066}\r", "a[U+001B][31m[U+202E]b[U+2066][U+000D]");
    check("می\u{200C}خواهم\u{200F}", "می\u{200C}خواهم\u{200F}");
    check("سطر", "سطر");
}

#[test]
fn writes_digits_both_ways() {
    assert_eq!(digits::to_arabic_indic("12/5/2018 م"), "١٢/٥/٢٠١٨ م");
    assert_eq!(digits::to_ascii("١٢/٥/۲۰۱۸ م"), "12/5/2018 م");
    let check = |typed, model, expect| assert_eq!(digits::like(typed, model), expect, "{typed} {model}");
    check("216", "٢١٥", "٢١٦");
    check("12/5", "۲۱/۵", "۱۲/۵");
    check("216", "215", "216");
    check("٢١٦", "215", "٢١٦");
    check("216", "٢1٥", "216");
    check("216", "بلا", "216");
}

/// Texts that look like what comes in: Arabic with marks and controls, Latin with accents, and anything.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ء-ي\u{64B}-\u{652}\u{640}]{1,6}",
        "[\u{FB50}-\u{FBB1}\u{FC00}-\u{FD3D}\u{FDF0}-\u{FDFC}\u{FE70}-\u{FE74}\u{FE76}-\u{FEFC}]{1,4}",
        "[\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{61C}\u{FEFF}]",
        "[a-zA-ZÀ-ɏ'’]{1,6}",
        "[0-9٠-٩۰-۹]{1,4}",
        "[ ,./،:\n-]{1,2}",
        "\\PC{0,6}",
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

#[test]
fn presentation_forms_become_the_letters_they_draw() {
    let check = |drawn: &str, expect: &str| assert_eq!(crate::plain(drawn), expect, "{drawn}");
    check("\u{FE8D}\u{FEDF}\u{FE92}\u{FEFC}\u{FEA9}", "البلاد");
    check("\u{FDF2}", "الله");
    check("e\u{FB03}cace", "efficace");
    check("\u{FB2A}", "\u{5E9}\u{5C1}");
    // Marks alone, on a space or on a stroke.
    check("\u{FE77}\u{FE7D}\u{FC62}", "\u{64E}\u{650}\u{651}\u{651}");
    // Shadda is typed first and ordered last.
    check("م\u{651}\u{64E}د", "م\u{64E}\u{651}د");
    // What is no form stays.
    check("½ m² ﴾قيل﴿", "½ m² ﴾قيل﴿");
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in any_text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn the_offset_map_agrees_with_folding(text in any_text()) {
        let folded = folded(&text);
        prop_assert_eq!(&folded.text, &fold(&text));
        for (at, c) in folded.text.char_indices() {
            let raw = folded.raw_range(at..at + c.len_utf8());
            prop_assert!(fold(&text[raw]).contains(c));
        }
    }

    #[test]
    fn words_lie_in_order_on_character_boundaries(text in any_text()) {
        let words = tokens(&text);
        for (place, pair) in words.windows(2).enumerate() {
            prop_assert_eq!(pair[0].position, place);
            prop_assert!(pair[0].start <= pair[1].start && pair[0].end <= pair[1].end);
        }
        for word in words {
            prop_assert!(word.start < word.end && !word.text.is_empty());
            let raw = &text[word.start..word.end];
            let again: Vec<String> = tokens(raw).into_iter().map(|t| t.text).collect();
            let (from_ligature, apostrophes) = (again.len() > 1, raw.contains(['\'', '‘', '’']));
            if from_ligature {
                prop_assert!(again.contains(&word.text));
            } else {
                prop_assert_eq!(again, vec![word.text.clone()]);
            }
            if !from_ligature && !apostrophes {
                prop_assert_eq!(fold(raw), word.text);
            }
        }
    }

    #[test]
    fn words_are_the_same_in_a_folded_text(text in any_text()) {
        let of = |text: &str| tokens(text).into_iter().map(|t| t.text).collect::<Vec<_>>();
        prop_assert_eq!(of(&text).concat(), of(&fold(&text)).concat());
    }

    #[test]
    fn a_stem_is_a_part_of_its_word(word in "[ء-ي]{1,12}") {
        let word = fold(&word);
        let stem = light(&word);
        prop_assert!(word.contains(stem) && (stem == word || stem.chars().count() >= 3));
    }

    #[test]
    fn what_is_shown_has_no_controls(text in any_text()) {
        prop_assert!(!show::has_controls(&show::show(&text)));
    }
}
