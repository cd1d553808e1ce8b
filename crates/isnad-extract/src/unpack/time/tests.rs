use super::*;

#[test]
fn instants() {
    let check = |seconds, expect: &str| assert_eq!(iso8601(seconds).unwrap_or_default(), expect);
    check(0, "1970-01-01T00:00:00Z");
    check(951_782_400, "2000-02-29T00:00:00Z");
    check(1_537_794_000, "2018-09-24T13:00:00Z");
    check(253_402_300_799, "9999-12-31T23:59:59Z");
    check(u64::MAX, "");
}

#[test]
fn instants_of_windows() {
    let check = |ticks, expect: &str| assert_eq!(of_windows(ticks).unwrap_or_default(), expect);
    check(131_822_676_000_000_000, "2018-09-24T13:00:00Z");
    check(116_444_736_000_000_000, "1970-01-01T00:00:00Z");
    check(0, "");
}
