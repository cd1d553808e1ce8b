use super::*;

/// Words as they stand from left to right, and as they are read.
fn check(visual: &[&str], right_to_left: bool, expect: &[&str]) {
    let ways: Vec<Way> = visual.iter().map(|word| way(word)).collect();
    let read: Vec<&str> = reading(&ways, right_to_left).into_iter().map(|at| visual[at]).collect();
    assert_eq!(read, expect);
}

#[test]
fn an_arabic_line_is_read_from_the_right() {
    check(&["دمشق", "في", "أحمد"], true, &["أحمد", "في", "دمشق"]);
    check(&["٢٠١٢", "عام", "في"], true, &["في", "عام", "٢٠١٢"]);
    // Two numbers side by side are two numbers.
    check(&["٤", "٣", "رقم"], true, &["رقم", "٣", "٤"]);
    // A Latin name with its number is read from the left.
    check(&["القرار", "UN", "SC", "2118", "رقم"], true, &["رقم", "UN", "SC", "2118", "القرار"]);
    check(&["كتاب", "Human", "Rights", "Watch"], true, &["Human", "Rights", "Watch", "كتاب"]);
    check(&[], true, &[]);
}

#[test]
fn a_latin_line_is_read_from_the_left() {
    check(&["Ahmad", "of", "Damascus", "12"], false, &["Ahmad", "of", "Damascus", "12"]);
    check(&["called", "الخطيب", "أحمد", "here"], false, &["called", "أحمد", "الخطيب", "here"]);
    check(&["from", "دمشق", "5", "رقم", "3"], false, &["from", "رقم", "5", "دمشق", "3"]);
}

#[test]
fn a_line_goes_the_way_of_most_of_its_letters() {
    let check = |words: &[&str], otherwise, expect| {
        let ways: Vec<Way> = words.iter().map(|word| way(word)).collect();
        assert_eq!(is_right_to_left(&ways, otherwise), expect, "{words:?}");
    };
    check(&["أحمد", "UN"], false, true);
    check(&["a", "b", "c", "d", "أحمد"], true, false);
    check(&["12", "٣"], true, true);
    check(&["12", "٣"], false, false);
}

#[test]
fn the_parts_of_a_number_are_read_in_their_order() {
    let check = |shown: &str, after_arabic: bool, expect: &str| {
        assert_eq!(number(shown, after_arabic), expect, "{shown}")
    };
    check("١٢/٣/٢٠١٨", true, "١٢/٣/٢٠١٨");
    check("٢٠١٨-٣-١٢", false, "١٢-٣-٢٠١٨");
    check("12:30", true, "12:30");
    check("12-03-2018", false, "12-03-2018");
    check("2018-03-12", true, "12-03-2018");
    check("", true, "");
}
