//! The EXIF segment of a JPEG, written by hand: what a camera would have noted, and that it is a drawing.

/// What goes into the segment.
pub struct Exif<'a> {
    /// `YYYY:MM:DD HH:MM:SS`, in the camera's own clock, which may be wrong.
    pub taken: &'a str,
    /// 1 is upright, 6 must be turned a quarter to the right to be seen upright.
    pub orientation: u16,
}

const ASCII: u16 = 2;
const SHORT: u16 = 3;
const LONG: u16 = 4;
const UNDEFINED: u16 = 7;

/// One field: tag, type, number of values, and the values themselves.
type Field = (u16, u16, u32, Vec<u8>);

/// Puts the segment right after the start of the picture, where the standard wants it.
pub fn with_exif(jpeg: &[u8], exif: &Exif<'_>) -> Vec<u8> {
    let tiff = tiff(exif);
    let mut out = jpeg[..2].to_vec();
    out.extend([0xFF, 0xE1]);
    out.extend((tiff.len() as u16 + 8).to_be_bytes());
    out.extend(b"Exif\0\0");
    out.extend(tiff);
    out.extend(&jpeg[2..]);
    out
}

/// The small TIFF file inside: a first directory, and one of the camera's own.
fn tiff(exif: &Exif<'_>) -> Vec<u8> {
    let mut first = vec![
        ascii(0x010E, "Drawing. No real person. Demonstration archive."),
        ascii(0x010F, "Isnad demo"),
        ascii(0x0110, "Pencil"),
        (0x0112, SHORT, 1, exif.orientation.to_le_bytes().to_vec()),
        ascii(0x0132, exif.taken),
        (0x8769, LONG, 1, vec![0; 4]),
    ];
    let camera = [(0x9000, UNDEFINED, 4, b"0230".to_vec()), ascii(0x9003, exif.taken)];

    const HEADER_BYTES: usize = 8;
    // The length of the first directory does not depend on the pointer that it holds.
    let camera_at = HEADER_BYTES + directory(&first, HEADER_BYTES).len();
    if let Some(pointer) = first.last_mut() {
        pointer.3 = (camera_at as u32).to_le_bytes().to_vec();
    }

    let mut out = b"II\x2A\0\x08\0\0\0".to_vec();
    out.extend(directory(&first, HEADER_BYTES));
    out.extend(directory(&camera, camera_at));
    out
}

/// A directory at a place in the file; values longer than four bytes follow its table.
fn directory(fields: &[Field], at: usize) -> Vec<u8> {
    let table_bytes = 2 + 12 * fields.len() + 4;
    let mut table = (fields.len() as u16).to_le_bytes().to_vec();
    let mut values = Vec::new();
    for (tag, kind, count, value) in fields {
        table.extend(tag.to_le_bytes());
        table.extend(kind.to_le_bytes());
        table.extend(count.to_le_bytes());
        if value.len() <= 4 {
            table.extend(value);
            table.extend(vec![0; 4 - value.len()]);
        } else {
            table.extend(((at + table_bytes + values.len()) as u32).to_le_bytes());
            values.extend(value);
            values.extend(vec![0; value.len() % 2]);
        }
    }
    table.extend([0; 4]);
    table.extend(values);
    table
}

fn ascii(tag: u16, text: &str) -> Field {
    let mut value = text.as_bytes().to_vec();
    value.push(0);
    (tag, ASCII, value.len() as u32, value)
}
