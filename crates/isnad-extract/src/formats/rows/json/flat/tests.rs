use super::*;

#[test]
fn values_become_fields() {
    let check = |text: &str, expect: &[(&str, &str)]| {
        let fields = flatten(text).expect("sound");
        let fields: Vec<_> =
            fields.iter().map(|f| (f.key.as_deref().unwrap_or("-"), f.value.as_str())).collect();
        assert_eq!(fields, expect, "{text}");
    };
    check("{}", &[]);
    check("{\"a\": 1.50, \"b\":\"\\u0623\\\"\"}", &[("a", "1.50"), ("b", "أ\"")]);
    check("{\"a\":{\"b\":{\"c\":null}},\"d\":{}}", &[("a.b.c", ""), ("d", "")]);
    check(
        "{\"a\":[1,\"x, y\",true,[2,3],{\"k\":[4]}],\"b\":[]}",
        &[("a", "1 | x, y | true | [2,3] | {\"k\":[4]}"), ("b", "")],
    );
    check("{\"a\":123456789012345678901234567890}", &[("a", "123456789012345678901234567890")]);
    check("{\"a\":\"\\ud800\"}", &[("a", "\\ud800")]);
    check("[1, \"two\"]", &[("-", "1 | two")]);
    check(" 7 ", &[("-", "7")]);
    for text in ["", "{", "{\"a\"}", "{\"a\":1}x", "nul"] {
        assert_eq!(flatten(text), None, "{text}");
    }
    assert_eq!(flatten(&"[".repeat(100_000)), None);
}
