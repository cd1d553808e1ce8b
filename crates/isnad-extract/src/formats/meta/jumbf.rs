//! JUMBF (ISO/IEC 19566-5): boxes within boxes, each with a description that names it.

/// Manifests of much-edited pictures have some hundreds.
const BOXES_MAX: usize = 10_000;
const DEPTH_MAX: usize = 16;

/// A box with content, and where it lies: `c2pa/urn:…/c2pa.assertions/c2pa.actions`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Part<'b> {
    /// The labels from the outermost box down.
    pub(crate) path: Vec<&'b str>,
    /// `cbor`, `json`, `bidb`, …
    pub(crate) kind: [u8; 4],
    pub(crate) content: &'b [u8],
    /// Which labeled box it lies in, counted from the beginning: two of the same path may lie in two boxes.
    pub(crate) holder: usize,
}

/// All boxes with content, in their order, and whether everything was sound.
pub(crate) fn parts(bytes: &[u8]) -> (Vec<Part<'_>>, bool) {
    let mut parts = Vec::new();
    let is_sound = walk(bytes, &[], &mut 0, &mut parts).is_some();
    (parts, is_sound)
}

fn walk<'b>(
    bytes: &'b [u8],
    path: &[&'b str],
    n_holders: &mut usize,
    parts: &mut Vec<Part<'b>>,
) -> Option<()> {
    let holder = *n_holders;
    let mut rest = bytes;
    while !rest.is_empty() {
        let (kind, content, after) = next(rest)?;
        rest = after;
        if parts.len() == BOXES_MAX || path.len() == DEPTH_MAX {
            return None;
        }
        match &kind {
            b"jumb" => {
                let (described, description, inside) = next(content)?;
                let label = (&described == b"jumd").then(|| label(description))??;
                *n_holders += 1;
                walk(inside, &[path, &[label]].concat(), n_holders, parts)?;
            }
            // Padding, salts and boxes that belong to nothing.
            b"free" | b"c2sh" => {}
            _ => parts.push(Part { path: path.to_vec(), kind, content, holder }),
        }
    }
    Some(())
}

/// What is inside the first box with this way down to it: its description and its content, as hashes of C2PA take it
/// (C2PA 2.1 §8.4.2.3).
pub(crate) fn find<'b>(bytes: &'b [u8], path: &[&str]) -> Option<&'b [u8]> {
    let (first, further) = path.split_first()?;
    let mut rest = bytes;
    while !rest.is_empty() {
        let (kind, content, after) = next(rest)?;
        rest = after;
        if &kind != b"jumb" {
            continue;
        }
        let (described, description, inside) = next(content)?;
        if &described == b"jumd" && label(description) == Some(*first) {
            return if further.is_empty() { Some(content) } else { find(inside, further) };
        }
    }
    None
}

/// The content of the first box behind the description of one that was found.
pub(crate) fn first_content(inside: &[u8]) -> Option<&[u8]> {
    let (_, _, behind) = next(inside)?;
    next(behind).map(|(_, content, _)| content)
}

/// The next box: its kind, its content, and what follows.
fn next(bytes: &[u8]) -> Option<([u8; 4], &[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (kind, rest) = rest.split_first_chunk::<4>()?;
    let (head, length) = match u32::from_be_bytes(*length) {
        0 => (8, bytes.len()),
        1 => (16, usize::try_from(u64::from_be_bytes(*rest.first_chunk::<8>()?)).ok()?),
        length => (8, length as usize),
    };
    let (whole, after) = bytes.split_at_checked(length)?;
    Some((*kind, whole.get(head..)?, after))
}

/// The label of a description: sixteen bytes of type, a byte of toggles, then the label up to its zero.
fn label(description: &[u8]) -> Option<&str> {
    let toggles = description.get(16)?;
    if toggles & 2 == 0 {
        return Some("");
    }
    let text = description.get(17..)?.split(|byte| *byte == 0).next()?;
    std::str::from_utf8(text).ok()
}
