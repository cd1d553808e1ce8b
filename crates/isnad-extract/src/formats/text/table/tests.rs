use super::delimiter;
use proptest::prelude::*;

#[test]
fn tables_and_texts() {
    let check = |text: &str, expect| assert_eq!(delimiter(text, false), expect, "{text}");
    check("name,date\nAhmad,2018-09-24\nFatima,2013-05-01\n", Some(','));
    check("الاسم;الرقم\r\nأحمد;1\r\nفاطمة;2", Some(';'));
    check("a\tb\tc\n1\t2\t3\n4\t\t6\n", Some('\t'));
    check("a|b\n1|2\n3|4\n", Some('|'));
    check("name,notes\nx,\"one, two\nand \"\"three\"\"\"\ny,z\n", Some(','));
    check("a;b,c;d\n1;2,3;4\n5;6,7;8\n", Some(';'));
    check("sep=;\na;b\n", Some(';'));
    check("one, two\nthree, four\nfive, six\n", None);
    check("a,b\nc,d\n", None);
    check("a line\nanother line\na third\n", None);
    check("a,b\nc\nd,e,f\n", None);
    check("", None);
    check("\n\n\n", None);
}

#[test]
fn the_last_row_may_be_cut_off() {
    assert_eq!(delimiter("a,b,c\n1,2,3\n4,5,6\n7,8", true), Some(','));
    assert_eq!(delimiter("a,b,c\n1,2,3\n4,5,6\n\"7", true), Some(','));
}

proptest! {
    #[test]
    fn a_written_table_is_known(rows in prop::collection::vec(prop::collection::vec("[a-z\",\n ا-ي]{0,8}", 4), 3..20)) {
        let field = |field: &String| format!("\"{}\"", field.replace('"', "\"\""));
        let lines = rows.iter().map(|row| row.iter().map(field).collect::<Vec<_>>().join(";") + "\n");
        prop_assert_eq!(delimiter(&lines.collect::<String>(), false), Some(';'));
    }

    #[test]
    fn no_text_panics(text in ".{0,200}", is_cut in any::<bool>()) {
        delimiter(&text, is_cut);
    }
}
