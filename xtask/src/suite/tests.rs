use super::{left_out, slowest};

const REPORT: &str = r#"
    <testsuite name="isnad::it" tests="3">
        <testcase name="crash::kills" classname="isnad::it" timestamp="2026-01-01T00:00:00.000+00:00" time="7.25">
            <system-out>skipped: ISNAD_TEST_DATA names no &lt;folder&gt;
and goes on</system-out>
        </testcase>
        <testcase name="listed" classname="isnad::it" timestamp="2026-01-01T00:00:00.000+00:00" time="0.01">
        </testcase>
        <testcase name="flips" classname="isnad::it" timestamp="2026-01-01T00:00:00.000+00:00" time="12.5">
            <system-err>SKIPPED browser: no chromium</system-err>
        </testcase>
"#;

#[test]
fn the_slowest_come_first() {
    let lines = slowest(REPORT);
    assert_eq!(
        lines,
        ["   12.5 s  isnad::it flips", "    7.2 s  isnad::it crash::kills", "    0.0 s  isnad::it listed"]
    );
}

#[test]
fn what_was_left_out_is_told_in_plain_letters() {
    let told: Vec<String> = left_out(REPORT).into_iter().collect();
    assert_eq!(told, ["SKIPPED browser: no chromium", "skipped: ISNAD_TEST_DATA names no <folder>"]);
}
