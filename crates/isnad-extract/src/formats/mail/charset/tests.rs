use super::*;

#[test]
fn as_the_message_says_or_as_the_bytes_do() {
    let arabic = "وصلت الرسالة من العائلات إلى الوزارة";
    let old = encoding_rs::WINDOWS_1256.encode(arabic).0.into_owned();
    let check = |bytes: &[u8], said: Option<&str>, expect: (&str, bool)| {
        let decoded = decode(bytes, said);
        assert_eq!((decoded.text.as_str(), decoded.is_guess), expect, "{said:?}");
    };
    check(&old, Some("windows-1256"), (arabic, false));
    check(&old, Some("\"CP-1256\""), (arabic, false));
    check(&old, None, (arabic, true));
    // Programs that say what is not true.
    check(&old, Some("us-ascii"), (arabic, true));
    check(&old, Some("utf-8"), (arabic, true));
    check(&old, Some("x-unheard-of"), (arabic, true));
    check(arabic.as_bytes(), Some("utf-8"), (arabic, false));
    check(arabic.as_bytes(), None, (arabic, false));
    check(b"plain", None, ("plain", false));
    check(b"plain", Some("us-ascii"), ("plain", false));
    check(b"", None, ("", false));
}

#[test]
fn damage_is_counted() {
    let mut bytes = "رسالة طويلة من العائلات".as_bytes().to_vec();
    bytes[4] = 0xFF;
    let decoded = decode(&bytes, Some("utf-8"));
    assert!(decoded.damaged >= 1 && !decoded.is_guess, "{}", decoded.text);
    assert!(decoded.text.ends_with("العائلات"));
}
