use super::*;

#[test]
fn a_pace_is_told_once_it_has_settled() {
    let check = |n_done, n_pages, seconds, expect: Option<(u64, u64)>| {
        let progress = Progress { n_done, n_pages, n_failed: 0 };
        let pace = pace(progress, Duration::from_secs(seconds));
        assert_eq!(pace.map(|pace| (pace.per_hour, pace.seconds_left)), expect, "{n_done} in {seconds} s");
    };
    check(0, 10, 60, None);
    check(1, 10, 3, None);
    check(1, 10, 4, Some((900, 36)));
    check(10, 10, 100, Some((360, 0)));
    check(1, 500, 7200, Some((1, 7200 * 499)));
    check(12, 10, 60, Some((720, 0)));
}
