//! A file of several pictures (TIFF 6.0), so that one process reads many lines, each as a picture of its own.

use crate::picture::Picture;

/// What a picture says of itself: the tags of a grayscale image (TIFF 6.0, section 4), in their order.
const N_TAGS: u16 = 10;
const SHORT: u16 = 3;
const LONG: u16 = 4;

/// The pictures as the pages of one file.
pub fn write(pictures: &[Picture]) -> Vec<u8> {
    let size: usize = pictures.iter().map(|picture| picture.shades().len() + 200).sum();
    let mut out = Vec::with_capacity(size + 8);
    out.extend_from_slice(b"II*\0");
    // Where the next directory begins is written when it is known.
    let mut next = out.len();
    out.extend_from_slice(&0u32.to_le_bytes());
    for picture in pictures {
        let strip = out.len() as u32;
        out.extend_from_slice(picture.shades());
        out.resize(out.len().next_multiple_of(4), 0);
        let directory = out.len() as u32;
        out[next..next + 4].copy_from_slice(&directory.to_le_bytes());
        write_directory(&mut out, picture, strip);
        next = out.len();
        out.extend_from_slice(&0u32.to_le_bytes());
    }
    out
}

fn write_directory(out: &mut Vec<u8>, picture: &Picture, strip: u32) {
    let (width, height) = (picture.width() as u32, picture.height() as u32);
    let tags: [(u16, u16, u32); N_TAGS as usize] = [
        (256, LONG, width),
        (257, LONG, height),
        (258, SHORT, 8),
        // No compression; 0 is black; one sample a pixel; all rows in one strip.
        (259, SHORT, 1),
        (262, SHORT, 1),
        (273, LONG, strip),
        (277, SHORT, 1),
        (278, LONG, height),
        (279, LONG, width * height),
        (284, SHORT, 1),
    ];
    out.extend_from_slice(&N_TAGS.to_le_bytes());
    for (tag, kind, value) in tags {
        out.extend_from_slice(&tag.to_le_bytes());
        out.extend_from_slice(&kind.to_le_bytes());
        out.extend_from_slice(&1u32.to_le_bytes());
        out.extend_from_slice(&value.to_le_bytes());
    }
}

#[cfg(test)]
mod tests;
