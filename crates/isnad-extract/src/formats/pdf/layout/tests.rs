use super::page;
use crate::formats::pdf::{outline::Side, paint::Placed, rules::Rule};
use hayro::kurbo::Rect;
use isnad_model::reading::Area;
use proptest::prelude::*;

const SIZE: (f64, f64) = (600.0, 800.0);

/// Glyphs side by side from left to right, half as wide as high; a space leaves a gap.
fn line(seen: &str, x: f64, y: f64) -> Vec<Placed> {
    let glyphs: Vec<String> = seen.chars().map(String::from).collect();
    line_of(&glyphs.iter().map(String::as_str).collect::<Vec<_>>(), x, y)
}

fn line_of(glyphs: &[&str], x: f64, y: f64) -> Vec<Placed> {
    let places = glyphs.iter().zip(0..).filter(|(glyph, _)| **glyph != " ");
    places.map(|(glyph, i)| placed(glyph, x + f64::from(i) * 5.0, y)).collect()
}

fn placed(text: &str, x: f64, y: f64) -> Placed {
    Placed {
        text: text.to_owned(),
        x,
        y,
        width: 5.0,
        size: 10.0,
        turn: 0,
        run: 0,
        side: side(text),
        like_mark: false,
    }
}

fn side(text: &str) -> Option<Side> {
    text.chars().next().and_then(Side::of)
}

fn text(glyphs: Vec<Placed>) -> String {
    page(glyphs, &[], SIZE).page.text
}

/// Every character of `seen` is a glyph; each is shown alone, so that runs tell nothing.
fn check(seen: &str, expect: &str) {
    let mut glyphs = line(seen, 0.0, 0.0);
    glyphs.iter_mut().zip(0..).for_each(|(glyph, run)| glyph.run = run);
    assert_eq!(text(glyphs).trim_end(), expect, "seen from left to right: {seen}");
}

#[test]
fn what_is_seen_is_read() {
    check("Paris 2018", "Paris 2018");
    check("دمحأ", "أحمد");
    check("٢٠١٢ ماع", "عام ٢٠١٢");
    check("2012 ماع", "عام 2012");
    check("٪٩٠ يف", "في ٩٠٪");
    // A Latin name in an Arabic line stays whole, its comma and space too, and the number behind it.
    check("ةنيدم يف Paris, France لصو", "وصل Paris, France في مدينة");
    check("Resolution 2118 رارقلا", "القرار Resolution 2118");
    // An Arabic-Indic number behind it does not run with it.
    check("٢٠١٢ Paris يف", "في Paris ٢٠١٢");
    // Two numbers side by side are read from the right.
    check("20 10 ماقرألا", "الأرقام 10 20");
    // An Arabic name in a Latin line.
    check("the witness دمحأ came to the ministry", "the witness أحمد came to the ministry");
    check("the witness يلع دمحأ came to the ministry", "the witness أحمد علي came to the ministry");
    // Hebrew.
    check("2018 תנש", "שנת 2018");
}

#[test]
fn a_number_is_never_reversed() {
    check("٢٠١٨/٩/١٢ موي", "يوم ٢٠١٨/٩/١٢");
    check("06/07/2012 موي", "يوم 06/07/2012");
    check("١٬٢٣٤ ددعلا", "العدد ١٬٢٣٤");
    check("1,234.5 ددعلا", "العدد 1,234.5");
    check("١٤:٣٠ ةعاسلا", "الساعة ١٤:٣٠");
    check("۱۳۹۷/۰۶/۲۰ خيرات", "تاريخ ۱۳۹۷/۰۶/۲۰");
    // Between Arabic-Indic numbers, and European ones behind Arabic, a dash parts two numbers (W2, W4).
    check("٢٠١٨-٢٠١١ ةرتفلا", "الفترة ٢٠١١-٢٠١٨");
    check("2018-2011 ةرتفلا", "الفترة 2011-2018");
    check("4567 123 11 963+ فتاه", "هاتف +963 11 123 4567");
    // Behind Hebrew, and in a Latin line, it does not.
    check("2011-2018 םינש", "שנים 2011-2018");
    check("in 2011-2018 and -5.5%", "in 2011-2018 and -5.5%");
    check("S/2018/814 فلملا", "الملف S/2018/814");
    check("٥- ةجرد", "درجة -٥");
}

/// A range that was shown as one runs one way, whatever the rule says for plain text.
#[test]
fn runs_tell_what_stands_together() {
    let shown =
        |runs: &[(&str, u32)], expect: &str| {
            let mut x = 0.0;
            let mut glyphs = Vec::new();
            for (seen, run) in runs {
                glyphs.extend(seen.chars().zip(0..).map(|(c, i)| Placed {
                    run: *run,
                    ..placed(&c.to_string(), x + f64::from(i) * 5.0, 0.0)
                }));
                x += 5.0 * seen.chars().count() as f64;
            }
            assert_eq!(text(glyphs).trim_end(), expect);
        };
    shown(&[("011-555-0143", 1), (" فتاه", 2)], "هاتف 011-555-0143");
    shown(&[("0143", 1), ("-", 2), ("555", 3), ("-", 4), ("011", 5), (" فتاه", 6)], "هاتف 011-555-0143");
    // The space between the Latin and the number was painted with the Arabic, so these are two.
    shown(&[("Paris", 1), (" ", 3), ("2012", 2), (" ماع", 3)], "عام 2012 Paris");
    shown(&[("Paris 2012", 1), (" عم", 3)], "مع Paris 2012");
}

#[test]
fn brackets_are_as_they_are_meant() {
    check("(يلع) دمحأ", "أحمد (علي)");
    check("«لا» [٧] {ب}", "{ب} [٧] «ال»");
    check("France (Paris) ىلإ لصو", "وصل إلى France (Paris)");
    // What the file calls a bracket does not matter, only how it looks.
    let mut glyphs = line(")يلع( دمحأ", 0.0, 0.0);
    for glyph in &mut glyphs {
        glyph.side = glyph.side.map(Side::other);
    }
    assert_eq!(text(glyphs), "أحمد (علي)\n");
}

#[test]
fn a_ligature_is_one_glyph() {
    assert_eq!(text(line_of(&["د", "لا", "ب", "ل", "ا"], 0.0, 0.0)), "البلاد\n");
}

#[test]
fn vowel_signs_stay_with_their_letter() {
    let mark = |sign, x| Placed { width: 1.0, ..placed(sign, x, -2.0) };
    let mut glyphs = line("دمحأ", 0.0, 0.0);
    glyphs.push(mark("\u{64E}", 12.0));
    assert_eq!(text(glyphs), "أح\u{64E}مد\n");
    // On a ligature the half counts, and two signs are put in canonical order.
    let mut glyphs = line_of(&["لا"], 0.0, 0.0);
    glyphs.extend([mark("\u{651}", 3.5), mark("\u{64E}", 3.2)]);
    assert_eq!(text(glyphs), "ل\u{64E}\u{651}ا\n");
    // The line above is nearer to no letter of this one.
    let mut glyphs = line("دمحأ", 0.0, 0.0);
    glyphs.extend(line("دمحأ", 0.0, 14.0));
    glyphs.push(Placed { y: 13.0, ..mark("\u{650}", 2.0) });
    assert_eq!(text(glyphs), "أحمد\nأحمد\u{650}\n");
    // One that stands alone is not lost.
    assert_eq!(text(vec![mark("\u{64E}", 12.0)]), "\u{64E}\n");
}

#[test]
fn a_sign_that_came_with_its_letter_is_the_sign_alone() {
    let sign = |text: &str, x| Placed { width: 1.0, like_mark: true, ..placed(text, x, -2.0) };
    let with = |sign: Placed| {
        let mut glyphs = line("ءاقل", 0.0, 0.0);
        glyphs.push(sign);
        text(glyphs)
    };
    // Some programs give it the text of both, and the letter too.
    assert_eq!(with(sign("ء\u{64B}", 2.0)), "لقاء\u{64B}\n");
    // It stands beside its letter, where there is none.
    assert_eq!(with(sign("ء\u{64B}", -4.0)), "لقاء\u{64B}\n");
    // One that nobody can name takes no letter away and parts no word.
    assert_eq!(with(sign("\u{FFFD}", 2.0)), "لقاء\n");
    // The letter came with it, and does not get it twice.
    let mut glyphs = line_of(&["ء\u{64B}", "ا", "ق", "ل"], 0.0, 0.0);
    glyphs.push(sign("\u{64B}", 2.0));
    assert_eq!(text(glyphs), "لقاء\u{64B}\n");
}

#[test]
fn an_alef_without_room_stands_behind_its_lam() {
    let alef = |x| Placed { width: 0.0, ..placed("ا", x, 0.0) };
    for alef_is_painted_first in [true, false] {
        let mut glyphs = vec![placed("م", 0.0, 0.0), placed("ل", 5.0, 0.0), placed("س", 10.0, 0.0)];
        let at = if alef_is_painted_first { 0 } else { 3 };
        glyphs.insert(at, alef(5.0));
        assert_eq!(text(glyphs), "سلام\n");
    }
    // The space at the end of a line has no room, and parts nothing.
    let mut glyphs = vec![placed("ب", 0.0, 0.0), placed("أ", 5.0, 0.0)];
    glyphs.push(Placed { width: 8.0, ..placed(" ", 0.0, 0.0) });
    assert_eq!(text(glyphs), "أب\n");
}

#[test]
fn spaces_of_a_line_that_was_pressed_are_spaces() {
    let words = |gap: f64| {
        let letters = "لاق لاق لاق لاق".chars().scan(0.0, |x, c| {
            *x += if c == ' ' { gap } else { 5.0 };
            Some((c, *x))
        });
        letters.filter(|(c, _)| *c != ' ').map(|(c, x)| placed(&c.to_string(), x, 0.0)).collect()
    };
    assert_eq!(text(words(1.4)), "قال قال قال قال\n");
    assert_eq!(text(words(0.6)), "قالقالقالقال\n");
    // A narrow gap among wide ones is one between letters.
    let mut glyphs: Vec<Placed> = words(2.5);
    glyphs[0].x -= 1.2;
    assert_eq!(text(glyphs), "قال قال قال قال\n");
}

#[test]
fn a_face_made_bold_by_hand_is_read_once() {
    let mut glyphs = line("aab", 0.0, 0.0);
    glyphs.extend(line("aab", 0.0, 0.0).into_iter().map(|g| Placed { x: g.x + 0.4, ..g }));
    assert_eq!(text(glyphs), "aab\n");
}

#[test]
fn numbers_alone_go_the_way_of_their_block() {
    let mut glyphs = line("دمحأ", 0.0, 0.0);
    glyphs.extend(line(".2011", 0.0, 20.0));
    assert_eq!(text(glyphs), "أحمد\n2011.\n");
    assert_eq!(text(line(".2011", 0.0, 0.0)), ".2011\n");
}

#[test]
fn a_raised_number_stays_on_its_line() {
    let mut glyphs = line("word", 0.0, 20.0);
    glyphs.push(Placed { size: 6.0, width: 3.0, ..placed("1", 20.0, 16.0) });
    glyphs.extend(line("more", 30.0, 20.0));
    glyphs.extend(line("above", 0.0, 6.0));
    assert_eq!(text(glyphs), "above\nword1 more\n");
}

#[test]
fn lines_come_from_the_top_and_turned_ones_last() {
    let mut glyphs = line("b", 0.0, 20.0);
    glyphs.extend(line("a", 0.0, 0.0));
    glyphs.extend(line("turned", -20.0, 5.0).into_iter().map(|g| Placed { turn: 90, ..g }));
    assert_eq!(text(glyphs), "a\nb\nturned\n");
}

/// Lines of prose in a column, from the top.
fn column(word: &str, x: f64, lines: u32) -> Vec<Placed> {
    let prose = [word; 5].join(" ");
    (0..lines).flat_map(|n| line(&prose, x, 100.0 + 14.0 * f64::from(n))).collect()
}

#[test]
fn columns_are_read_one_after_the_other() {
    let five = |word: &str, lines| format!("{}\n", [word; 5].join(" ")).repeat(lines);
    let mut glyphs = column("كتب", 0.0, 6);
    glyphs.extend(column("درس", 200.0, 5));
    glyphs.extend(line("ناونع", 100.0, 60.0));
    let left = five("بتك", 6);
    let right = five("سرد", 5);
    assert_eq!(text(glyphs), format!("عنوان\n{right}{left}"));
    // Lines that do not stand on the same baselines part all the same, and Latin ones from the left.
    let mut glyphs = column("left", 0.0, 6);
    glyphs.extend(column("rite", 200.0, 6).into_iter().map(|g| Placed { y: g.y + 6.0, ..g }));
    assert_eq!(text(glyphs), five("left", 6) + &five("rite", 6));
}

#[test]
fn a_column_goes_on_below_the_end_of_its_neighbor() {
    let five = |word: &str, lines| format!("{}\n", [word; 5].join(" ")).repeat(lines);
    // Between the paragraphs of the right column is more room than between lines.
    let mut glyphs = column("بتك", 0.0, 3);
    glyphs.extend(column("سرد", 200.0, 4));
    glyphs.extend(column("لاق", 200.0, 6).into_iter().map(|g| Placed { y: g.y + 70.0, ..g }));
    let right = five("درس", 4) + &five("قال", 6);
    assert_eq!(text(glyphs), right + &five("كتب", 3));
    // Two lines are enough if they have no more room above them than another paragraph of the columns has.
    let below = |room: f64| {
        let mut glyphs = column("بتك", 0.0, 2);
        glyphs.extend(column("بتك", 0.0, 2).into_iter().map(|g| Placed { y: g.y + 36.0, ..g }));
        glyphs.extend(column("سرد", 200.0, 6));
        glyphs.extend(column("لاق", 200.0, 2).into_iter().map(|g| Placed { y: g.y + 70.0 + room, ..g }));
        text(glyphs)
    };
    let (right, left, rest) = (five("درس", 6), five("كتب", 4), five("قال", 2));
    assert_eq!(below(22.0), format!("{right}{rest}{left}"));
    assert_eq!(below(60.0), format!("{right}{left}{rest}"));
}

#[test]
fn a_table_is_read_row_by_row() {
    let mut glyphs = Vec::new();
    for (row, number) in [("ءامسألا", "ماقرألا"), ("دمحأ", "١٢"), ("ىملس", "٧")].iter().zip(0..)
    {
        glyphs.extend(line(row.0, 200.0, 20.0 * f64::from(number)));
        glyphs.extend(line(row.1, 50.0, 20.0 * f64::from(number)));
    }
    assert_eq!(text(glyphs), "الأسماء\tالأرقام\nأحمد\t١٢\nسلمى\t٧\n");
}

#[test]
fn rules_say_where_cells_are() {
    let across = |y: f64| Rule { area: Rect::new(0.0, y, 300.0, y + 0.5), across: true };
    let down = |x: f64| Rule { area: Rect::new(x, 0.0, x + 0.5, 80.0), across: false };
    let rules = [across(0.0), across(40.0), across(80.0), down(0.0), down(150.0), down(300.0)];
    // A cell of two lines is one cell, and letters may stand close to the rule between two cells.
    let mut glyphs = line("first cell", 10.0, 15.0);
    glyphs.extend(line("goes on", 10.0, 30.0));
    glyphs.extend(line("second", 152.0, 15.0));
    glyphs.extend(line("third", 10.0, 60.0));
    glyphs.extend(line("fourth", 160.0, 60.0));
    let read = page(glyphs.clone(), &rules, SIZE).page.text;
    assert_eq!(read, "first cell goes on\tsecond\nthird\tfourth\n");
    // A frame around a page is no table.
    let frame = [across(0.0), across(80.0), down(0.0), down(300.0)];
    let lines = page(line("first cell", 10.0, 15.0), &frame, SIZE).page.text;
    assert_eq!(lines, "first cell\n");
}

#[test]
fn the_numbers_of_a_list_are_no_column() {
    let mut glyphs = Vec::new();
    for number in 1..=3 {
        let y = 20.0 * f64::from(number);
        glyphs.extend(line(&format!("{number}."), 0.0, y));
        glyphs.extend(line("what is to be done by whom", 25.0, y));
    }
    let expect =
        "1. what is to be done by whom\n2. what is to be done by whom\n3. what is to be done by whom\n";
    assert_eq!(text(glyphs), expect);
}

#[test]
fn every_word_has_its_place() {
    let laid = page(line("abcdefg دج", 60.0, 80.0), &[], SIZE).page;
    assert_eq!(laid.text, "abcdefg جد\n");
    let places: Vec<_> = laid.words.iter().map(|word| (word.start, word.end, word.area)).collect();
    let area = |left, width| Area { left, top: 900, width, height: 131 };
    assert_eq!(places, [(0, 7, area(1000, 583)), (8, 12, area(1667, 166))]);
    // A page that is turned has its words where they are drawn.
    let turned = line("downwards", 100.0, -50.0).into_iter().map(|g| Placed { turn: 90, ..g }).collect();
    let laid = page(turned, &[], SIZE).page;
    assert_eq!(laid.words.len(), 1);
    assert!(laid.words[0].area.height > laid.words[0].area.width);
}

#[test]
fn words_beside_the_page_are_counted() {
    let mut glyphs = line("seen", 50.0, 50.0);
    glyphs.extend(line("hidden", 700.0, 50.0));
    let laid = page(glyphs, &[], SIZE);
    assert_eq!((laid.page.text.as_str(), laid.outside), ("seen hidden\n", 1));
}

fn anywhere() -> impl Strategy<Value = Placed> {
    let place = prop_oneof![-50.0..700.0f64, any::<f64>()];
    let turn = prop_oneof![Just(0u16), Just(90), Just(180), Just(270), 0u16..360];
    let letters = "[a-dأ-دء-ي٠-٩0-9 .()\u{64E}\u{651}-]{1,3}|.{0,3}";
    (letters, place.clone(), place, 0.0..20.0f64, 0.1..40.0f64, turn, 0u32..4).prop_map(
        |(text, x, y, width, size, turn, run)| {
            let side = side(&text);
            Placed { text, x, y, width, size, turn, run, side, like_mark: false }
        },
    )
}

fn any_rule() -> impl Strategy<Value = Rule> {
    (-10.0..600.0f64, -10.0..800.0f64, 5.0..300.0f64, any::<bool>()).prop_map(|(x, y, long, across)| {
        let (width, height) = if across { (long, 0.5) } else { (0.5, long) };
        Rule { area: Rect::new(x, y, x + width, y + height), across }
    })
}

proptest! {
    /// No letter is lost or made, wherever glyphs stand and whatever is ruled between them.
    #[test]
    fn every_letter_stays(
        glyphs in proptest::collection::vec(("[a-dأ-دء-ي٠-٩0-9]", -50.0..650.0f64, -50.0..850.0f64), 0..80),
        rules in proptest::collection::vec(any_rule(), 0..30),
    ) {
        let mut expect: Vec<char> = glyphs.iter().flat_map(|(g, ..)| g.chars()).collect();
        let placed: Vec<Placed> = glyphs.iter().map(|(g, x, y)| placed(g, *x, *y)).collect();
        let mut found: Vec<char> = page(placed, &rules, SIZE).page.text.chars().filter(|c| !c.is_whitespace()).collect();
        expect.sort_unstable();
        found.sort_unstable();
        prop_assert!(found.len() <= expect.len());
        // A letter painted twice in one place is read once.
        expect.dedup();
        found.dedup();
        prop_assert_eq!(found, expect);
    }

    /// Words are in order, are the words of the text, and lie on the page.
    #[test]
    fn words_are_those_of_the_text(
        glyphs in proptest::collection::vec(anywhere(), 0..60),
        rules in proptest::collection::vec(any_rule(), 0..30),
    ) {
        let read = page(glyphs, &rules, SIZE).page;
        let words: Vec<&str> = read.words.iter().map(|word| &read.text[word.start as usize..word.end as usize]).collect();
        prop_assert_eq!(words, read.text.split_whitespace().collect::<Vec<_>>());
        for word in &read.words {
            prop_assert!(f64::from(word.area.left) + f64::from(word.area.width) <= Area::WHOLE);
            prop_assert!(f64::from(word.area.top) + f64::from(word.area.height) <= Area::WHOLE);
        }
        prop_assert!(read.words.is_sorted_by_key(|word| word.start));
    }
}
