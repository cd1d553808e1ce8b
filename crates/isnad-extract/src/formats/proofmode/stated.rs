//! What a proof says of its recording: its hash, and the name that it had on the telephone.

/// The SHA-256 that a proof states, in small letters.
pub(super) fn hash(proof: &[u8]) -> Option<String> {
    field(proof, "File Hash SHA256").map(|hash| hash.trim().to_ascii_lowercase())
}

/// The last part of the path that a proof states.
pub(super) fn path(proof: &[u8]) -> Option<String> {
    let path = field(proof, "File Path")?;
    path.rsplit('/').next().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty())
}

/// A field of a proof in JSON, or else in a table with a line of names and lines of values.
fn field(proof: &[u8], name: &str) -> Option<String> {
    let text = String::from_utf8_lossy(proof);
    let text = text.trim_start_matches('\u{FEFF}').trim();
    if let Ok(json) = serde_json::from_str::<serde_json::Value>(text) {
        return json.get(name)?.as_str().map(str::to_owned);
    }
    let mut lines = text.lines();
    let at = cells(lines.next()?).iter().position(|cell| cell.trim() == name)?;
    cells(lines.find(|line| !line.trim().is_empty())?).into_iter().nth(at)
}

/// The cells of a line (RFC 4180). No value of a proof has a line break in it.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(cell) = cells.last_mut() else { break };
        match letter {
            '"' if is_quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            other => cell.push(other),
        }
    }
    cells
}

#[cfg(test)]
mod tests;
