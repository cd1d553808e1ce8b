//! Pieces of a page, and pages that are turned.

use crate::{make, reader};
use isnad_extract::{Cut, memfd};
use isnad_model::reading::Area;

fn cut(page: u32, turn: u8, areas: &[Area]) -> Cut {
    Cut { page, width_max: 600, turn, areas: areas.to_vec() }
}

fn decoded(png: &[u8]) -> image::DynamicImage {
    image::load_from_memory(png).expect("PNG")
}

#[test]
fn a_word_is_cut_out_gray_with_a_little_paper_around_it() {
    let mut reader = reader();
    let pdf = make::pdf(&[&[&["4", "7"], &["2"]]]);
    // Where the two lines stand on a page of 600 by 800 points: 20 points high, from 50 on.
    let line = |top, width| Area { left: 833, top, width, height: 250 };
    let areas = [line(1000, 333), line(1500, 167)];
    let pieces = reader.cut(&pdf, &cut(1, 0, &areas)).expect("pieces");
    let [first, second] = pieces.as_slice() else { panic!("{} pieces", pieces.len()) };
    let (first, second) = (decoded(first), decoded(second));
    assert_eq!((first.color(), second.color()), (image::ColorType::L8, image::ColorType::L8));
    assert!(first.width() > second.width(), "two digits are wider than one");
    let whole = 600 * 800;
    assert!(first.width() * first.height() < whole / 20, "{}×{}", first.width(), first.height());
    let dark = |piece: &image::DynamicImage| piece.to_luma8().pixels().filter(|p| p.0[0] < 128).count();
    assert!(dark(&first) > 20 && dark(&second) > 20, "both show their ink");

    let file = memfd(&mut &pdf[..]).expect("memory");
    assert_eq!(reader.cut_of_file(file, &cut(1, 0, &areas)), Ok(pieces), "from a file it is the same");
    let turned = reader.cut(&pdf, &cut(1, 1, &areas[..1])).expect("a piece");
    let turned = decoded(&turned[0]);
    assert_eq!((turned.width(), turned.height()), (first.height(), first.width()));
}

#[test]
fn a_page_is_turned_with_its_colors() {
    let mut reader = reader();
    // Upright, red is above blue.
    let corners = |turn: u8| {
        let pages = reader.cut(&make::photograph(), &cut(1, turn, &[])).expect("a page");
        assert_eq!(pages.len(), 1);
        decoded(&pages[0]).to_rgb8()
    };
    let pages: Vec<_> = (0..4).map(corners).collect();
    assert_eq!(
        pages.iter().map(|page| page.dimensions()).collect::<Vec<_>>(),
        [(32, 64), (64, 32), (32, 64), (64, 32)]
    );
    let is_red = |page: &image::RgbImage, x, y| page.get_pixel(x, y).0[0] > 200;
    assert!(is_red(&pages[0], 16, 8) && is_red(&pages[1], 56, 16), "clockwise, the top goes to the right");
    assert!(is_red(&pages[2], 16, 56) && is_red(&pages[3], 8, 16));
}

#[test]
fn areas_that_lie_over_the_edge_are_cut_at_it() {
    let mut reader = reader();
    let png = make::picture(image::ImageFormat::Png);
    let areas = [
        Area { left: 9_999, top: 9_999, width: u16::MAX, height: u16::MAX },
        Area { left: u16::MAX, top: u16::MAX, width: 0, height: 0 },
        Area::default(),
    ];
    let pieces = reader.cut(&png, &cut(1, 0, &areas)).expect("pieces");
    for piece in &pieces {
        let piece = decoded(piece);
        assert!(piece.width() <= 64 && piece.height() <= 32);
    }
    let code = |r: Result<Vec<Vec<u8>>, isnad_model::Problem>| r.err().map_or("", |p| p.code);
    assert_eq!(code(reader.cut(&png, &cut(2, 0, &areas))), "page-absent");
    assert_eq!(code(reader.cut(b"words", &cut(1, 0, &[]))), "page-not-drawable");
}
