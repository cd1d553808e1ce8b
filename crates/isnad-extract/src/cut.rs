//! Pieces of a page: a word to hold against its reading, or the whole page turned.
//!
//! A child draws the page once and cuts all pieces out of it; the parent sees finished pictures only.

use crate::formats::png;
use image::{DynamicImage, ImageFormat};
use isnad_model::{Problem, reading::Area};
use std::io::{self, Read, Write};

/// The most pieces at once. A page of a register has some hundred numbers.
const PIECES_MAX: usize = 4096;
/// The paper that is shown around a word, in heights of the word: above and below, and at its sides. It is little,
/// because beside a number may lie what nobody asked to see.
const MARGIN: (f64, f64) = (0.35, 0.9);

/// What is wanted of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// The page, from 1.
    pub page: u32,
    /// The greatest width in pixels at which the whole page is drawn, before it is turned.
    pub width_max: u32,
    /// Quarter turns, clockwise.
    pub turn: u8,
    /// The pieces, each gray and with a little paper around it. Without any it is the whole page, in its colors.
    pub areas: Vec<Area>,
}

impl Cut {
    /// How many pictures that makes.
    pub(crate) fn n_pictures(&self) -> usize {
        self.areas.len().max(1)
    }

    /// What follows the head of a request.
    pub(crate) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let numbers = [u32::from(self.turn), self.areas.len() as u32];
        numbers.iter().try_for_each(|n| out.write_all(&n.to_le_bytes()))?;
        self.areas.iter().flat_map(sides).try_for_each(|side| out.write_all(&side.to_le_bytes()))
    }

    pub(crate) fn read(page: u32, width_max: u32, input: &mut dyn Read) -> io::Result<Self> {
        let mut number = [0; 4];
        input.read_exact(&mut number)?;
        let turn = u32::from_le_bytes(number);
        input.read_exact(&mut number)?;
        let n_areas = u32::from_le_bytes(number) as usize;
        if n_areas > PIECES_MAX {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut packed = vec![0; n_areas * 8];
        input.read_exact(&mut packed)?;
        let (sides, _) = packed.as_chunks::<2>();
        let sides: Vec<u16> = sides.iter().map(|side| u16::from_le_bytes(*side)).collect();
        Ok(Self { page, width_max, turn: (turn % 4) as u8, areas: areas(&sides) })
    }

    /// The same as arguments of a program.
    pub(crate) fn to_numbers(&self) -> Vec<u64> {
        let sides = self.areas.iter().flat_map(sides).map(u64::from);
        std::iter::once(self.turn.into()).chain(sides).collect()
    }

    pub(crate) fn of_numbers(page: u64, width_max: u64, rest: &[u64]) -> Option<Self> {
        let [turn, sides @ ..] = rest else { return None };
        let sides: Vec<u16> = sides.iter().map(|side| u16::try_from(*side).ok()).collect::<Option<_>>()?;
        if sides.len() > PIECES_MAX * 4 {
            return None;
        }
        let (page, width_max) = (page.try_into().ok()?, width_max.try_into().ok()?);
        Some(Self { page, width_max, turn: (turn % 4) as u8, areas: areas(&sides) })
    }

    /// The pieces of a page that was drawn.
    pub(crate) fn pieces(&self, page: &[u8]) -> Result<Vec<Vec<u8>>, Problem> {
        let undrawable = |_| Problem::new("page-not-drawable");
        let page = image::load_from_memory_with_format(page, ImageFormat::Png).map_err(undrawable)?;
        if self.areas.is_empty() {
            return Ok(vec![png(&turned(page, self.turn))?]);
        }
        let page = DynamicImage::ImageLuma8(page.into_luma8());
        let piece = |area: &Area| {
            let (left, top, width, height) = around(area, page.width(), page.height());
            png(&turned(page.crop_imm(left, top, width, height), self.turn))
        };
        self.areas.iter().map(piece).collect()
    }
}

fn turned(image: DynamicImage, turn: u8) -> DynamicImage {
    match turn {
        1 => image.rotate90(),
        2 => image.rotate180(),
        3 => image.rotate270(),
        _ => image,
    }
}

/// An area with its margin, in pixels within the page; at least one pixel wide and high.
fn around(area: &Area, page_width: u32, page_height: u32) -> (u32, u32, u32, u32) {
    let across = f64::from(page_width) / Area::WHOLE;
    let down = f64::from(page_height) / Area::WHOLE;
    let height = f64::from(area.height) * down;
    let (left, top) = (f64::from(area.left) * across, f64::from(area.top) * down);
    let (right, bottom) = (left + f64::from(area.width) * across, top + height);
    let within = |from: f64, to: f64, end: u32| {
        let start = (from.max(0.0) as u32).min(end.saturating_sub(1));
        (start, (to.ceil().max(0.0) as u32).clamp(start + 1, end.max(start + 1)) - start)
    };
    let (x, width) = within(left - height * MARGIN.1, right + height * MARGIN.1, page_width);
    let (y, height) = within(top - height * MARGIN.0, bottom + height * MARGIN.0, page_height);
    (x, y, width, height)
}

fn sides(area: &Area) -> [u16; 4] {
    [area.left, area.top, area.width, area.height]
}

fn areas(sides: &[u16]) -> Vec<Area> {
    let (rows, _) = sides.as_chunks::<4>();
    rows.iter()
        .map(|[left, top, width, height]| Area { left: *left, top: *top, width: *width, height: *height })
        .collect()
}
