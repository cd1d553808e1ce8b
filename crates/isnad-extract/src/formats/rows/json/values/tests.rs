use super::*;
use proptest::prelude::*;

/// The values of a text, and `!` for what is none, with their lines.
fn all(text: &[u8]) -> Vec<(String, u64)> {
    let mut source = text;
    let mut values = Values::new(&mut source);
    let mut found = Vec::new();
    loop {
        match values.next() {
            Next::Value(bytes, place) => {
                found.push((String::from_utf8_lossy(bytes).into_owned(), place.line))
            }
            Next::Damaged(place) => found.push(("!".into(), place.line)),
            Next::End => return found,
        }
    }
}

#[test]
fn values_are_found_with_their_lines() {
    let check = |text: &str, expect: &[(&str, u64)]| {
        let found = all(text.as_bytes());
        let found: Vec<_> = found.iter().map(|(value, line)| (value.as_str(), *line)).collect();
        assert_eq!(found, expect, "{text:?}");
    };
    check("", &[]);
    check("{\"a\":1}\n{\"a\":\n", &[("{\"a\":1}", 1), ("{\"a\":", 2)]);
    check("[{\"a\":\"]}\\\"\"},\n 7 , \"x\" ]\n", &[("{\"a\":\"]}\\\"\"}", 1), ("7", 2), ("\"x\"", 2)]);
    check("{\n\"a\":[1]}\n{\n}", &[("{\n\"a\":[1]}", 1), ("{\n}", 3)]);
    check("[{\"a\":\"open},\n{\"b\":2}]", &[("!", 1), ("{\"b\":2}", 2)]);
}

proptest! {
    #[test]
    fn any_bytes_come_to_an_end(text in "[\\[{}\\],:\"\\\\ \n1a]{0,80}") {
        let n = all(text.as_bytes()).len();
        prop_assert!(n <= text.len());
    }
}
