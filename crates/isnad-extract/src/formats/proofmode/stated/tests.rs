use super::*;

#[test]
fn hash_and_path_in_both_forms() {
    let check = |proof: &str, expect_hash: Option<&str>, expect_path: Option<&str>| {
        let found = (hash(proof.as_bytes()), path(proof.as_bytes()));
        assert_eq!((found.0.as_deref(), found.1.as_deref()), (expect_hash, expect_path), "{proof}");
    };
    check(
        r#"{"File Hash SHA256":"AB12","File Path":"/storage/DCIM/a b.jpg"}"#,
        Some("ab12"),
        Some("a b.jpg"),
    );
    check("\u{FEFF}File Path,File Hash SHA256\r\n/a/b.jpg,ab12\r\n", Some("ab12"), Some("b.jpg"));
    check("\"File Hash SHA256\",\"Notes\"\n\n\"ab12\",\"a, \"\"b\"\"\"\n", Some("ab12"), None);
    check("Notes,File Hash SHA256\n\"a, b\",ab12", Some("ab12"), None);
    check("File Hash SHA256", None, None);
    check("File Hash SHA256\n", None, None);
    check("{\"File Hash SHA256\":5}", None, None);
    check("[]", None, None);
    check("", None, None);
    check(&"[".repeat(100_000), None, None);
}
