//! What the first page costs somebody on a slow line.

use std::time::Instant;

use super::{served::Served, wire};

/// Without the fonts, which come later and only where the system has none.
const BYTES_MAX: usize = 40_000;
const ASKED: usize = 200;

#[test]
fn is_small() {
    let served = Served::start();
    let packed = [("Accept-Encoding", "br")];
    let page = wire::get(served.port, "/sign-in", &[]).text();
    let mut parts = vec!["/sign-in"];
    parts.extend(page.split('"').filter(|part| part.starts_with("/assets/")));
    assert_eq!(parts.len(), 4, "the page, its mark, its style and its script: {parts:?}");
    let sizes: Vec<usize> =
        parts.iter().map(|path| wire::get(served.port, path, &packed).body.len()).collect();
    let sum: usize = sizes.iter().sum();
    println!("first view: {sum} bytes, of them {sizes:?}; {}", time_to_answer(&served));
    assert!(sum <= BYTES_MAX, "{sum} bytes: {parts:?} {sizes:?}");
}

/// Printed, not asserted: it depends on the machine and on what else runs there.
#[expect(clippy::disallowed_methods, reason = "a measurement")]
fn time_to_answer(served: &Served) -> String {
    let mut times: Vec<_> = (0..ASKED)
        .map(|_| {
            let began = Instant::now();
            wire::get(served.port, "/sign-in", &[]);
            began.elapsed()
        })
        .collect();
    times.sort_unstable();
    format!("answered in {:?} (median), {:?} (95 of 100)", times[ASKED / 2], times[ASKED * 95 / 100])
}
