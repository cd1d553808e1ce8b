use super::*;

fn long(file: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(file[at..at + 4].try_into().expect("four bytes"))
}

/// Walks the file as TIFF 6.0 says, and gives width, height and shades of each page.
fn pages(file: &[u8]) -> Vec<(u32, u32, Vec<u8>)> {
    assert_eq!(&file[..4], b"II*\0");
    let mut pages = Vec::new();
    let mut at = long(file, 4) as usize;
    while at != 0 {
        assert_eq!(at % 2, 0, "directories begin on a word");
        let n = u16::from_le_bytes([file[at], file[at + 1]]) as usize;
        let tag = |wanted: u16| {
            let entries = (0..n).map(|n| at + 2 + n * 12);
            let entry =
                entries.into_iter().find(|e| file[*e..*e + 2] == wanted.to_le_bytes()).expect("the tag");
            long(file, entry + 8)
        };
        let (width, height, strip, length) = (tag(256), tag(257), tag(273), tag(279));
        pages.push((width, height, file[strip as usize..][..length as usize].to_vec()));
        at = long(file, at + 2 + n * 12) as usize;
    }
    pages
}

#[test]
fn every_picture_is_a_page() {
    let pictures: Vec<Picture> = [(3, 2), (1, 1), (5, 7)]
        .into_iter()
        .map(|(w, h)| Picture::new(w, h, (0..(w * h) as u8).collect()).expect("whole"))
        .collect();
    let found = pages(&write(&pictures));
    let expect: Vec<_> =
        pictures.iter().map(|p| (p.width() as u32, p.height() as u32, p.shades().to_vec())).collect();
    assert_eq!(found, expect);
    assert!(pages(&write(&[])).is_empty());
}
