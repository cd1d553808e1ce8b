//! The stylesheet: its size, its direction, its contrast.

const STYLE: &str = include_str!("../../assets/isnad.css");

#[test]
fn the_stylesheet_is_small_and_knows_no_left_and_right() {
    assert!(STYLE.len() <= 24 * 1024, "{} bytes", STYLE.len());
    let physical = [
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "border-left",
        "border-right",
        "text-align: left",
        "text-align: right",
        "float:",
        " left:",
        " right:",
        "letter-spacing",
        "italic",
        "text-transform",
    ];
    let found: Vec<&&str> = physical.iter().filter(|property| STYLE.contains(**property)).collect();
    assert_eq!(found, Vec::<&&str>::new());
}

/// Text on its ground: WCAG 2.2 asks 4.5 : 1, and 3 : 1 for the edges of controls.
#[test]
fn colors_keep_their_contrast_in_light_and_in_dark() {
    let (light, dark) = STYLE.split_once("prefers-color-scheme: dark").expect("a dark scheme");
    let pairs = [
        ("ink", "paper", 4.5),
        ("ink", "sheet", 4.5),
        ("ink-2", "paper", 4.5),
        ("ink-2", "sheet", 4.5),
        ("ink-2", "line-2", 4.5),
        ("ink-2", "thread-3", 4.5),
        ("thread", "paper", 4.5),
        ("thread", "sheet", 4.5),
        ("thread", "thread-3", 4.5),
        ("on-thread", "thread", 4.5),
        ("ochre", "ochre-2", 4.5),
        ("clay", "clay-2", 4.5),
        ("leaf", "leaf-2", 4.5),
        ("ink", "mark", 4.5),
        ("ink", "ochre-2", 4.5),
        ("ink", "clay-2", 4.5),
        ("ink", "leaf-2", 4.5),
        ("edge", "sheet", 3.0),
        ("edge", "paper", 3.0),
        ("thread", "clay-2", 4.5),
    ];
    for (scheme, text) in [("light", light), ("dark", dark)] {
        for (front, back, least) in pairs {
            let ratio = contrast(color(text, front), color(text, back));
            assert!(ratio >= least, "{scheme}: {front} on {back} is {ratio:.2}");
        }
    }
}

/// A color token, as three parts of 255.
fn color(text: &str, name: &str) -> [f64; 3] {
    let value = text.split(&format!("--{name}: #")).nth(1).unwrap_or_else(|| panic!("no {name}"));
    let hex: Vec<u32> = value.chars().map_while(|c| c.to_digit(16)).collect();
    let part =
        |n: usize| f64::from(if hex.len() == 3 { hex[n] * 17 } else { hex[n * 2] * 16 + hex[n * 2 + 1] });
    [part(0), part(1), part(2)]
}

/// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let luminance = |color: [f64; 3]| {
        let linear = color
            .map(|part| part / 255.0)
            .map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (x, y) = (luminance(a), luminance(b));
    (x.max(y) + 0.05) / (x.min(y) + 0.05)
}
