use super::{super::Letters, Accord, weigh};

fn known(text: &str) -> Letters {
    Letters::Known(text.into())
}

#[test]
fn file_and_picture_are_weighed() {
    let check = |said: Letters, drawn: &[&str], expect: Letters, accord: Accord| {
        assert_eq!(weigh(said.clone(), drawn), (expect, accord), "{said:?} drawn as {drawn:?}");
    };
    // No font of the table has the picture.
    check(known("ك"), &[], known("ك"), Accord::Agree);
    check(Letters::Nothing, &[], Letters::Nothing, Accord::Agree);
    // They agree, and one of several letters with one picture is what the file says.
    check(known("ك"), &["ك"], known("ك"), Accord::Agree);
    check(known("ی"), &["ي", "ی"], known("ی"), Accord::Agree);
    check(known("لا"), &["لا"], known("لا"), Accord::Agree);
    // Nobody else knows.
    check(Letters::Unknown, &["ي", "ی"], known("ي"), Accord::Agree);
    check(Letters::Nothing, &["ل"], known("ل"), Accord::Agree);
    // A map of clusters gives one glyph the letters of its neighbor too.
    check(known("لك"), &["ك"], known("ك"), Accord::Agree);
    check(known("أُ"), &["أ"], known("أ"), Accord::Agree);
    check(known("ءً"), &["ً"], known("ً"), Accord::Agree);
    // Dots and hamza may be glyphs of their own, and then the file knows more.
    check(known("أ"), &["ا"], known("أ"), Accord::Agree);
    check(known("ج"), &["ح"], known("ج"), Accord::Agree);
    check(known("ب"), &["ى"], known("ب"), Accord::Agree);
    check(known("ح"), &["ج"], known("ج"), Accord::LettersDiffer);
    check(known("ا"), &["ل"], known("ل"), Accord::LettersDiffer);
    // The stroke that stretches words is none of their letters.
    check(known("ل"), &["\u{640}"], Letters::Stretch, Accord::Agree);
    check(Letters::Nothing, &["\u{640}"], Letters::Nothing, Accord::Agree);
    // Digits: their value counts, and another value is told.
    check(known("2"), &["٢"], known("2"), Accord::Agree);
    check(known("۲"), &["٢", "۲"], known("۲"), Accord::Agree);
    check(known("3"), &["٢"], known("٢"), Accord::DigitsDiffer);
    check(known("f"), &["٢"], known("٢"), Accord::DigitsDiffer);
    check(known("5"), &["ه"], known("ه"), Accord::DigitsDiffer);
}
