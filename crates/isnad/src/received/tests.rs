use serde_json::{Value, json};

use super::{base_name, escaped, put};

#[test]
fn a_name_is_put_as_it_was_received() {
    let check = |name: &[u8], expect: Value| {
        let mut object = json!({});
        put(&mut object, "name", name);
        assert_eq!(object, expect);
    };
    check("ملف.txt".as_bytes(), json!({"name": "ملف.txt"}));
    check("cod\u{202E}gpj.exe".as_bytes(), json!({"name": "cod\u{202E}gpj.exe"}));
    check(b"a\nb\x00", json!({"name": "a\nb\u{0}"}));
    check(b"\xC7\xE1.txt", json!({"name": "\u{FFFD}\u{FFFD}.txt", "name_bytes": "c7e12e747874"}));
    check(b"", json!({"name": ""}));
}

#[test]
fn the_last_part_of_a_path() {
    let check = |path: &[u8], expect: &[u8]| assert_eq!(base_name(path), expect);
    check(b"in/a.zip!/b/c.txt", b"c.txt");
    check(b"alone", b"alone");
    check(b"in/\xFF\xFE", b"\xFF\xFE");
    check(b"folder/", b"");
}

#[test]
fn controls_are_spelled_out_and_mean_the_same() {
    for name in
        ["a\u{202E}b", "zero\u{200C}width", "tag\u{E0041}", "line\u{2028}and\u{85}line", "\u{7F}\n\"\\"]
    {
        let line = escaped(&json!({"name": name}).to_string());
        assert!(line.chars().all(|c| !isnad_text::show::is_control(c)), "{line:?}");
        let again: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(again, json!({"name": name}));
    }
    assert_eq!(escaped(r#"{"name":"أحمد"}"#), r#"{"name":"أحمد"}"#);
}
