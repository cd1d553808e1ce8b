use super::iso8601;

#[test]
fn dates_of_letters_and_of_mailboxes() {
    let check = |text: &str, expect: &str| assert_eq!(iso8601(text).unwrap_or_default(), expect, "{text}");
    check("Mon, 1 Oct 2018 10:00:00 +0300", "2018-10-01T10:00:00+03:00");
    check("1 Oct 2018 10:00 -0530 (somewhere)", "2018-10-01T10:00:00-05:30");
    check("Mon, 01 Oct 18 10:00:00 GMT", "2018-10-01T10:00:00+00:00");
    check("Mon, 01 Oct 98 10:00:00 EST", "1998-10-01T10:00:00-05:00");
    check("Mon, 1 Oct 2018 10:00:00 -0000", "2018-10-01T10:00:00");
    check("Mon, 1 Oct 2018 23:59:60 +0000", "2018-10-01T23:59:59+00:00");
    check("Mon Oct  1 10:00:00 2018", "2018-10-01T10:00:00");
    check("Mon Oct 01 10:00:00 +0000 2018", "2018-10-01T10:00:00+00:00");
    // Letters of zones are not to be trusted.
    check("Mon, 1 Oct 2018 10:00:00 EET", "2018-10-01T10:00:00");
    for text in
        ["", "Oct 2018", "1 Oct 2018", "32 Oct 2018 10:00", "1 Oct 2018 24:00", "1 Oct 2018 1:2:3:4", "::"]
    {
        check(text, "");
    }
}
