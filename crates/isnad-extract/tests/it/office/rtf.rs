//! RTF as several programs write it.

use super::{codes, pages, read, says};
use isnad_model::reading::Kind;

/// Arabic in the code page 1256, each letter as RTF writes it.
fn in_1256(words: &str) -> String {
    encoding_rs::WINDOWS_1256.encode(words).0.iter().map(|byte| format!("\\'{byte:02x}")).collect()
}

#[test]
fn letters_come_in_code_pages_and_in_unicode() {
    let check = |body: &str, expect: &str| {
        let fonts = "{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset178 Arabic;}{\\f2\\fcharset204 Cyr;}}";
        let rtf = format!("{{\\rtf1\\ansi\\ansicpg1252\\deff0{fonts}\\pard {body}}}");
        let answer = read(rtf.as_bytes());
        assert_eq!((answer.kind, answer.media_type.as_str()), (Kind::Document, "application/rtf"));
        assert_eq!(pages(&answer), [expect], "{body}");
        assert!(codes(&answer).is_empty(), "{body}: {:?}", answer.reading.problems);
    };
    check(
        &format!("{{\\rtlch\\f1 {}}} R\\'e9union\\par", in_1256("أحمد عبد الله")),
        "أحمد عبد الله Réunion\n",
    );
    check("{\\f2 \\'cc\\'e8\\'f0}\\par", "Мир\n");
    check("\\uc1\\u1571?\\u1581?\\u1605?\\u1583?\\par", "أحمد\n");
    check("\\uc2\\u1571\\'c3\\'a3\\u1576xy end\\par", "أب end\n");
    check("{\\uc0\\u1571\\u1576}?\\par", "أب?\n");
    check("\\u-10179?\\u-8704?\\par", "\u{1F600}\n");
    check("a\\~b\\_c\\-d\\emdash e\\line f\\tab g\\{h\\}\\\\\\par", "a\u{A0}b-cd\u{2014}e\nf\tg{h}\\\n");
    check("one\\par two\\\nthree\\par", "one\ntwo\nthree\n");
    check("{\\upr{no}{\\*\\ud{\\u1571?yes}}}{\\*\\unknown gone{\\b this too}}\\par", "أyes\n");
}

#[test]
fn a_document_in_1256_without_fonts() {
    let rtf = format!("{{\\rtf1\\ansi\\ansicpg1256 {}\\par}}", in_1256("وصل أحمد يوم ٥"));
    let answer = read(rtf.as_bytes());
    // Digits of Arabic have no place in the code page; what is written for them is not ours to guess.
    assert!(pages(&answer)[0].starts_with("وصل أحمد يوم "));
    assert_eq!(answer.reading.settings, "encoding=windows-1256");
}

#[test]
fn tables_notes_links_and_what_is_said_about_the_words() {
    let rtf = "{\\rtf1\\ansi{\\info{\\title A title}{\\author L. Writer}{\\creatim\\yr2018\\mo9\\dy24\\hr13\\min5}\\nofpages2}\
        {\\*\\generator Acme 1;}{\\*\\revtbl{Unknown;}{L. Writer;}}\
        {\\header\\pard head\\par}\\pard before{\\footnote\\pard a note}{\\v hidden}\
        {\\deleted\\revauthdel1\\revdttmdel661242565 gone}\\par\
        \\trowd\\cellx1\\cellx2\\pard\\intbl a\\par b\\cell c\\cell\\row\\trowd\\pard\\intbl\\cell d\\cell\\row\\pard \
        {\\field{\\*\\fldinst{HYPERLINK \"https://example.org/\"}}{\\fldrslt{words}}}\
        {\\*\\atnid R}{\\*\\atnauthor R. Reader}{\\*\\annotation a remark}{\\pict 0123{\\*\\blipuid 00}ff}{\\bin3 }}\\par}"
        .replace("{\\bin3 }}", "\\bin3 }}}");
    let answer = read(rtf.as_bytes());
    let expect =
        "beforehidden\na note\n[-gone-]\na b\tc\n\td\nwords <https://example.org/>\na remark\n\nhead\n";
    assert_eq!(pages(&answer), [expect]);
    says(
        &answer,
        &[
            ("rtf.title", "A title"),
            ("rtf.author", "L. Writer"),
            ("rtf.creatim", "2018-09-24T13:05:00"),
            ("rtf.nofpages", "2"),
            ("rtf.generator", "Acme 1"),
            ("rtf.hidden", "hidden"),
            ("rtf.deleted", "L. Writer, 2018-09-24T11:05: gone"),
            ("rtf.comment", "R. Reader: a remark"),
        ],
    );
    assert!(codes(&answer).is_empty(), "{:?}", answer.reading.problems);
}

#[test]
fn what_is_cut_off_or_too_deep_gives_what_it_has() {
    let answer = read(b"{\\rtf1\\ansi first words\\par and {\\b more");
    assert_eq!((pages(&answer), codes(&answer)), (vec!["first words\nand more\n"], vec!["document-damaged"]));
    let deep = format!("{{\\rtf1 start{}\\par end\\par}}", "{".repeat(300_000) + &"}".repeat(300_000));
    let answer = read(deep.as_bytes());
    assert_eq!((pages(&answer), codes(&answer)), (vec!["start\nend\n"], vec!["document-damaged"]));
    let many = format!("{{\\rtf1 {}}}", "{\\footnote x}".repeat(50_000));
    assert!(pages(&read(many.as_bytes()))[0].matches('x').count() == 50_000);
}
