use super::*;
use crate::{ink::Rect, picture::Picture};

/// White paper with black rectangles on it.
fn sheet(size: (usize, usize), rects: impl IntoIterator<Item = Rect>) -> Sheet {
    let mut page = Picture::blank(size.0, size.1);
    for rect in rects {
        for y in rect.top..rect.bottom {
            page.row_mut(y as usize)[rect.left as usize..rect.right as usize].fill(0);
        }
    }
    Sheet::prepare(&page)
}

fn rect(left: u32, top: u32, width: u32, height: u32) -> Rect {
    Rect { left, top, right: left + width, bottom: top + height }
}

#[test]
fn every_blob_has_one_reader() {
    let letters = (0..20).map(|n| rect(40 + n * 25, 50, 14, 20));
    let sheet = sheet((600, 120), letters);
    let plan = Plan::of(&sheet, &Net::own(), true);
    assert_eq!(plan.numbers.len(), sheet.layout.lines.len());
    for blob in 0..sheet.blobs.len() {
        let readers = [Reader::Arabic, Reader::Latin, Reader::Numerals];
        assert_eq!(readers.into_iter().filter(|reader| plan.is_for(blob, *reader)).count(), 1);
    }
}

#[test]
fn without_a_latin_model_nothing_is_for_it() {
    let sheet = sheet((600, 120), (0..20).map(|n| rect(40 + n * 25, 50, 4, 20)));
    let plan = Plan::of(&sheet, &Net::own(), false);
    assert!((0..sheet.blobs.len()).all(|blob| !plan.is_for(blob, Reader::Latin)));
}

#[test]
fn on_a_page_of_noise_any_word_may_be_a_number() {
    let dots = (0..300 * 300).map(|n| rect(4 + n % 300 * 7, 4 + n / 300 * 7, 3, 3));
    let sheet = sheet((2110, 2110), dots);
    assert!(sheet.blobs.len() > CROWD, "{}", sheet.blobs.len());
    let plan = Plan::of(&sheet, &Net::own(), true);
    assert!((0..sheet.blobs.len()).all(|blob| plan.is_for(blob, Reader::Arabic)));
    for (line, numbers) in sheet.layout.lines.iter().zip(&plan.numbers) {
        assert_eq!(
            numbers.iter().map(|number| (number.rect, number.is_sure)).collect::<Vec<_>>(),
            [(line.rect, false)]
        );
    }
}
