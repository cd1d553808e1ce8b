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
}

/// All boxes with content, in their order, and whether everything was sound.
pub(crate) fn parts(bytes: &[u8]) -> (Vec<Part<'_>>, bool) {
    let mut parts = Vec::new();
    let is_sound = walk(bytes, &[], &mut parts).is_some();
    (parts, is_sound)
}

fn walk<'b>(bytes: &'b [u8], path: &[&'b str], parts: &mut Vec<Part<'b>>) -> Option<()> {
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
                walk(inside, &[path, &[label]].concat(), parts)?;
            }
            // Padding, salts and boxes that belong to nothing.
            b"free" | b"c2sh" => {}
            _ => parts.push(Part { path: path.to_vec(), kind, content }),
        }
    }
    Some(())
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
