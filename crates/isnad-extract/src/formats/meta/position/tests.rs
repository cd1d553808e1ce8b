//! Places as films write them.

use super::{iso_6709, text};
use proptest::prelude::*;

#[test]
fn places_of_iso_6709() {
    let check = |written, expect: &str| {
        let said = iso_6709(written).map(|(latitude, longitude, height)| {
            format!("{} {}", text(latitude, longitude), height.map_or("-".into(), |h| h.to_string()))
        });
        assert_eq!(said.unwrap_or_default(), expect, "{written}");
    };
    check("+33.5130+036.2920+690.500/", "33.513000, 36.292000 690.5");
    check("+33.5130+036.2920/", "33.513000, 36.292000 -");
    check("-33.5130-036.2920-425/", "-33.513000, -36.292000 -425");
    check("+3330+03618/", "33.500000, 36.300000 -");
    check("+333036+0361800/", "33.510000, 36.300000 -");
    check("+33.5130+036.2920+690CRSWGS_84/", "33.513000, 36.292000 690");
    check("+90.0001+000.0000/", "");
    check("+33.5130/", "");
    check("33.5130 36.2920", "");
    check("+3e3+1e2", "");
    check("", "");
}

proptest! {
    #[test]
    fn no_text_panics(written in "[-+0-9./CRS٣ ]{0,40}") {
        prop_assert!(iso_6709(&written).is_none_or(|(latitude, longitude, _)| latitude.abs() <= 90.0 && longitude.abs() <= 180.0));
    }
}
