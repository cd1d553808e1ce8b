//! Rows of fields with a sign between them: CSV (RFC 4180) and its kin.
//!
//! The text stays as it is. What is told is that it is a table, and by which sign its fields are divided.

/// The signs that divide fields, each with its name. Of two that would do, the one that makes more fields is meant.
const DELIMITERS: &[(char, &str)] = &[('\t', "tab"), (';', "semicolon"), (',', "comma"), ('|', "pipe")];

/// Rows that show a sign which does not divide all of them alike.
const LINES_MAX: usize = 100;

/// The sign that clearly divides a text into rows of equally many fields, if there is one.
///
/// Three rows are needed, since two lines of prose may have as many commas by chance. Where most of the signs are
/// followed by a space, they divide sentences.
pub(in crate::formats) fn delimiter(head: &str, is_cut: bool) -> Option<char> {
    let stated = head.strip_prefix("sep=").and_then(|rest| rest.chars().next());
    if let Some((known, _)) = DELIMITERS.iter().find(|(known, _)| Some(*known) == stated) {
        return Some(*known);
    }
    let candidates = DELIMITERS.iter().filter_map(|(sign, _)| Some((columns(head, *sign, is_cut)?, *sign)));
    // Of equals the first of the list, since it is the rarer one in prose.
    candidates.reduce(|best, other| if other.0 > best.0 { other } else { best }).map(|(_, sign)| sign)
}

/// The sign that most likely divides a text which is known to be a table: clearly, or else the one that stands in most
/// of its first rows.
pub(in crate::formats) fn likely(head: &str, is_cut: bool) -> Option<u8> {
    let in_rows = |sign: char| head.lines().take(LINES_MAX).filter(|line| line.contains(sign)).count();
    let often = || DELIMITERS.iter().map(|(sign, _)| (in_rows(*sign), *sign)).filter(|(n, _)| *n > 0);
    // Of equals the first of the list.
    let most = || often().reduce(|best, other| if other.0 > best.0 { other } else { best });
    let sign = delimiter(head, is_cut).or_else(|| most().map(|(_, sign)| sign))?;
    u8::try_from(sign).ok()
}

/// What a sign is called in the settings of a reading.
pub(in crate::formats) fn name(delimiter: char) -> &'static str {
    DELIMITERS.iter().find(|(known, _)| *known == delimiter).map_or("", |(_, name)| name)
}

/// How many fields each row has, if nearly all have equally many.
fn columns(head: &str, sign: char, is_cut: bool) -> Option<usize> {
    let mut counts = Vec::new();
    let (mut fields, mut is_quoted, mut is_empty) = (1usize, false, true);
    let (mut signs, mut spaced) = (0usize, 0usize);
    let mut letters = head.chars().peekable();
    let mut starts_field = true;
    while let Some(c) = letters.next() {
        match c {
            '"' if is_quoted && letters.peek() == Some(&'"') => _ = letters.next(),
            '"' if is_quoted => is_quoted = false,
            '"' if starts_field => is_quoted = true,
            _ if is_quoted => {}
            '\n' => {
                if !is_empty {
                    counts.push(fields);
                }
                (fields, is_empty, starts_field) = (1, true, true);
                continue;
            }
            '\r' => continue,
            _ if c == sign => {
                fields += 1;
                signs += 1;
                spaced += usize::from(letters.peek() == Some(&' '));
                (is_empty, starts_field) = (false, true);
                continue;
            }
            _ => {}
        }
        is_empty &= c.is_whitespace();
        starts_field = false;
    }
    // The last row may be cut off, or lack its end.
    if !is_cut && !is_empty && !is_quoted {
        counts.push(fields);
    }
    let usual = most_common(&counts)?;
    let agree = counts.iter().filter(|n| **n == usual).count();
    let is_clear = usual >= 2 && counts.len() >= 3 && agree * 20 >= counts.len() * 19;
    (is_clear && spaced * 2 < signs.max(1)).then_some(usual)
}

fn most_common(counts: &[usize]) -> Option<usize> {
    let mut sorted = counts.to_vec();
    sorted.sort_unstable();
    let runs = sorted.chunk_by(|a, b| a == b);
    runs.max_by_key(|run| run.len()).and_then(|run| run.first().copied())
}

#[cfg(test)]
mod tests;
