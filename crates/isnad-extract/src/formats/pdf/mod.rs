//! PDF: text from where the glyphs stand, the document's own description, and pictures of pages.
//!
//! A PDF holds no words, only glyphs at places. Arabic ones are stored in the order in which they are painted,
//! and tools that trust that order reverse words and numbers. Here every page is painted onto [`glyphs`], which
//! notes each glyph's place, and [`lines`] reads them as a person does.

mod glyphs;
mod lines;

use super::{Gray, Source, whole};
use crate::wire::Sink;
use glyphs::Glyphs;
use hayro::{
    RenderCache, RenderSettings,
    hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page, util::TransformExt},
    hayro_syntax::{LoadPdfError, Pdf, metadata::Metadata, object::DateTime, page::Page},
    kurbo::Rect,
};
use isnad_model::Problem;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The tallest picture of a page in pixels.
const HEIGHT_MAX: f32 = 8192.0;
/// The unit of a page (ISO 32000-2, 8.3.2.3).
const POINTS_PER_INCH: f32 = 72.0;

/// Reads the text page by page.
pub(crate) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    sink.tool("pdf", "engine=hayro-0.9");
    let pdf = match open(source) {
        Ok(pdf) => pdf,
        Err(problem) => return sink.problem(problem),
    };
    describe(pdf.metadata(), sink);
    let pages = pdf.pages();
    if pages.is_empty() {
        sink.problem(Problem::new("pdf-damaged"));
    }
    let cache = InterpreterCache::new();
    let (mut mapped, mut unmapped) = (0, 0);
    for (page, number) in pages.iter().zip(1u64..) {
        // One page that breaks the reader must not cost the others.
        match catch_unwind(AssertUnwindSafe(|| glyphs_of(page, &cache))) {
            Ok(glyphs) => {
                mapped += glyphs.found.len() as u64;
                unmapped += glyphs.unmapped;
                sink.placed_page(&lines::text(glyphs.found).into());
            }
            Err(_) => {
                sink.page("");
                sink.problem(Problem::new("pdf-page-damaged").number("page", number));
            }
        }
    }
    // A few signs without a letter are ornaments; many are a font whose letters nobody can know from the file.
    if unmapped * 20 > mapped {
        sink.problem(Problem::new("pdf-text-unmapped").number("count", unmapped));
    }
}

/// Draws one page, from 1.
pub(crate) fn draw(source: &mut dyn Source, number: u32, width_max: u32) -> Result<Vec<u8>, Problem> {
    let scale = |width: f32, height: f32| (width_max as f32 / width).min(HEIGHT_MAX / height);
    drawn(source, number, scale)?.into_png().map_err(|_| Problem::new("page-not-drawable"))
}

/// Draws one page, from 1, in shades of gray, so many pixels to the inch or with at most so many pixels.
pub(crate) fn gray(source: &mut dyn Source, number: u32, dpi: u32, pixels_max: u64) -> Result<Gray, Problem> {
    let scale = |width: f32, height: f32| {
        let most = (pixels_max as f32 / (width * height)).sqrt();
        let side = f32::from(u16::MAX) / width.max(height);
        (dpi as f32 / POINTS_PER_INCH).min(most).min(side)
    };
    let pixmap = drawn(source, number, scale)?;
    // The page is white where nothing is painted, so no pixel is see-through.
    let shade = |pixel: &hayro::vello_cpu::color::PremulRgba8| {
        // The weights of ITU-R BT.601, in parts of 256.
        ((77 * u32::from(pixel.r) + 150 * u32::from(pixel.g) + 29 * u32::from(pixel.b)) >> 8) as u8
    };
    let pixels = pixmap.data().iter().map(shade).collect();
    Ok(Gray { width: pixmap.width().into(), height: pixmap.height().into(), pixels })
}

fn drawn(
    source: &mut dyn Source,
    number: u32,
    scale: impl Fn(f32, f32) -> f32,
) -> Result<hayro::vello_cpu::Pixmap, Problem> {
    let pdf = open(source)?;
    let pages = pdf.pages();
    let page = number.checked_sub(1).and_then(|index| pages.get(index as usize)).ok_or_else(|| {
        Problem::new("page-absent").number("page", number.into()).number("pages", pages.len() as u64)
    })?;
    let (width, height) = page.render_dimensions();
    let scale = scale(width, height);
    let undrawable = || Problem::new("page-not-drawable");
    if !(scale.is_finite() && width * scale >= 1.0 && height * scale >= 1.0) {
        return Err(undrawable());
    }
    let cache = RenderCache::new();
    let white = hayro::vello_cpu::color::palette::css::WHITE;
    Ok(hayro::render(
        page,
        &cache,
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &hayro::PixmapSettings { x_scale: scale, y_scale: scale, bg_color: white },
    ))
}

fn open(source: &mut dyn Source) -> Result<Pdf, Problem> {
    let damaged = || Problem::new("pdf-damaged");
    let bytes = whole(source).map_err(|_| damaged())?;
    Pdf::new(bytes).map_err(|e| match e {
        LoadPdfError::Decryption(_) => Problem::new("document-encrypted"),
        LoadPdfError::Invalid => damaged(),
    })
}

fn glyphs_of<'a>(page: &'a Page<'a>, cache: &InterpreterCache<'a>) -> Glyphs {
    let mut glyphs = Glyphs::default();
    let everything = Rect::new(-1e6, -1e6, 1e6, 1e6);
    let upright = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(upright, everything, cache, page.xref(), InterpreterSettings::default());
    interpret_page(page, &mut context, &mut glyphs);
    glyphs
}

fn describe(metadata: &Metadata, sink: &mut Sink<'_>) {
    let texts = [
        ("pdf.Title", &metadata.title),
        ("pdf.Author", &metadata.author),
        ("pdf.Subject", &metadata.subject),
        ("pdf.Keywords", &metadata.keywords),
        ("pdf.Creator", &metadata.creator),
        ("pdf.Producer", &metadata.producer),
    ];
    for (name, value) in texts {
        if let Some(bytes) = value {
            sink.metadatum(name, &text_string(bytes));
        }
    }
    let dates = [("pdf.CreationDate", &metadata.creation_date), ("pdf.ModDate", &metadata.modification_date)];
    for (name, value) in dates {
        if let Some(date) = value {
            sink.metadatum(name, &iso8601(date));
        }
    }
}

/// A text string of ISO 32000-2, 7.9.2.2: UTF-16 or UTF-8 with a mark, otherwise nearly Latin-1.
fn text_string(bytes: &[u8]) -> String {
    let without_mark = || match std::str::from_utf8(bytes) {
        Ok(utf8) => utf8.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    };
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0.into_owned(),
        None => without_mark(),
    }
}

fn iso8601(date: &DateTime) -> String {
    let DateTime { year, month, day, hour, minute, second, .. } = date;
    let (away, sixtieths) = (date.utc_offset_hour, date.utc_offset_minute);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{away:+03}:{sixtieths:02}")
}
