//! Styles: logical directions only, so that one sheet serves right-to-left and left-to-right.

use super::Complaint;

/// Names of properties that mean one side of the screen.
const SIDES: [&str; 2] = ["left", "right"];
/// Properties whose value may name a side.
const SIDED: [&str; 4] = ["text-align", "float", "clear", "caption-side"];

/// Complains of each physical property and value.
pub fn check(text: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for declaration in line.split(['{', '}', ';']) {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let (name, value) = (name.trim(), value.trim());
            if is_physical(name, value) {
                let what =
                    format!("`{name}: {value}` means one side of the screen; use the logical property");
                complaints.push(Complaint { line: number + 1, what });
            }
        }
    }
    complaints
}

fn is_physical(name: &str, value: &str) -> bool {
    let is_name = name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    let names_side = name.split('-').any(|part| SIDES.contains(&part));
    let value_is_side = SIDED.contains(&name) && SIDES.iter().any(|side| value.starts_with(side));
    is_name && (names_side || value_is_side)
}
