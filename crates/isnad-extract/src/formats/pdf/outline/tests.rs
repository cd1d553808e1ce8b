use super::{Side, side};
use hayro::kurbo::BezPath;

#[test]
fn a_bracket_shows_which_way_it_is_open() {
    let check = |svg: &str, expect| {
        let path = BezPath::from_svg(svg).expect("a path");
        assert_eq!(side(&path), expect, "{svg}");
        let mirrored = hayro::kurbo::Affine::FLIP_X * path;
        assert_eq!(side(&mirrored), expect.map(Side::other), "{svg} mirrored");
    };
    // A round, a square, a curly and an angle bracket, as outlines of strokes.
    check(
        "M300 0 Q100 0 100 400 Q100 800 300 800 L300 760 Q150 760 150 400 Q150 40 300 40 Z",
        Some(Side::Right),
    );
    check("M100 0 L300 0 L300 50 L150 50 L150 750 L300 750 L300 800 L100 800 Z", Some(Side::Right));
    check(
        "M300 0 L200 0 L200 350 L100 400 L200 450 L200 800 L300 800 L300 760 L240 760 L240 440 L160 400 L240 360 L240 40 L300 40 Z",
        Some(Side::Right),
    );
    check("M300 0 L100 400 L300 800 L340 800 L140 400 L340 0 Z", Some(Side::Right));
    // A bar tells nothing, and neither does nothing.
    check("M100 0 L150 0 L150 800 L100 800 Z", None);
    check("", None);
}

#[test]
fn brackets_have_partners() {
    assert_eq!(Side::of('»'), Some(Side::Left));
    assert_eq!(Side::of('a'), None);
    assert!(Side::is_asked_of("(") && !Side::is_asked_of("()") && !Side::is_asked_of(""));
    assert_eq!(Side::Right.bracket_like(']'), '[');
    assert_eq!(Side::Left.bracket_like(']'), ']');
    assert_eq!(Side::Left.bracket_like('a'), 'a');
}
